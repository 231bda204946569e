"""What PDF/UA-1 and PDF/A-3a ask of a file as a whole: what it says of itself, its fonts, its files, what it may do.

In: an open PDF. Out: the faults found, one line each.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Iterator

CLAIMS = {
    "PDF/UA-1": rb"<pdfuaid:part>1</pdfuaid:part>|pdfuaid:part=.1",
    "PDF/A-3": rb"<pdfaid:part>3</pdfaid:part>|pdfaid:part=.3",
    "level A": rb"<pdfaid:conformance>A</pdfaid:conformance>|pdfaid:conformance=.A",
    "a title": rb"<dc:title>",
}
"""What the metadata must say, as an element or as an attribute."""
ACTIONS = {"/URI", "/GoTo"}
"""What a link may do."""


def faults(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Everything that is wrong with the file as a whole."""
    for part in (_said, _shown, _done, _fonts, _files):
        yield from part(pdf)


def _said(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Marked, in a language, with metadata that claim what the file is."""
    root: Any = pdf.Root
    marks = root.get("/MarkInfo", {})
    if not marks.get("/Marked"):
        yield "not marked"
    if marks.get("/Suspects"):
        yield "its tags are said to be doubtful"
    if not root.get("/Lang"):
        yield "no language"
    xmp = bytes(root.Metadata.read_bytes()) if "/Metadata" in root else b""
    yield from (f"the metadata do not say: {name}" for name, claim in CLAIMS.items() if not re.search(claim, xmp))


def _shown(pdf: pikepdf.Pdf) -> Iterator[str]:
    """With its title, bookmarks, the meaning of its colours, the tab key in the order of reading, named layers."""
    root: Any = pdf.Root
    if not ("/ViewerPreferences" in root and root.ViewerPreferences.get("/DisplayDocTitle")):
        yield "title not shown"
    if "/Outlines" not in root:
        yield "no bookmarks"
    if not any(str(each.get("/S")) == "/GTS_PDFA1" for each in root.get("/OutputIntents", [])):
        yield "its colours have no meaning"
    for number, page in enumerate(pdf.pages, 1):
        if "/Annots" in page and str(page.get("/Tabs")) != "/S":
            yield f"the tab key goes astray on page {number}"
    layers = root.get("/OCProperties", {})
    for each in (layers.get("/D"), *layers.get("/Configs", [])) if layers else ():
        if each is None or not str(each.get("/Name", "")):
            yield "layers without a name"


def _done(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Nothing happens by itself, links lead and start nothing."""
    if {"/OpenAction", "/AA"} & set(pdf.Root.keys()) or "/JavaScript" in pdf.Root.get("/Names", {}):
        yield "something happens when it is opened"
    if pdf.is_encrypted:
        yield "encrypted"
    for page in pdf.pages:
        for each in page.get("/Annots", []):
            if "/A" in each and str(each.A.get("/S")) not in ACTIONS:
                yield f"a link does {each.A.get('/S')}"


def _fonts(pdf: pikepdf.Pdf) -> Iterator[str]:
    """All embedded, all with letters."""
    for each in pdf.objects:
        if isinstance(each, pikepdf.Dictionary) and str(each.get("/Type", "")) == "/Font":
            if str(each.get("/Subtype")) == "/Type0" and "/ToUnicode" not in each:
                yield f"{each.get('/BaseFont')} has no ToUnicode"
            described = each.get("/FontDescriptor")
            if described is not None and not {"/FontFile2", "/FontFile3"} & set(described.keys()):
                yield f"{each.get('/BaseFont')} is not embedded"


def _files(pdf: pikepdf.Pdf) -> Iterator[str]:
    """The manuscript is embedded once, named, announced, and said to be the source."""
    named: Any = pdf.Root.get("/AF", [])
    if len(named) != len({each.objgen for each in named}):
        yield "an embedded file stands twice in /AF"
    if len(named) < len(pdf.attachments):
        yield "an embedded file belongs to nothing"
    for each in named:
        if str(each.get("/AFRelationship", "")) != "/Source":
            yield "an embedded file does not say that it is the source"
        if not (str(each.get("/F", "")) and str(each.get("/UF", ""))):
            yield "an embedded file has no name"
    if not pdf.attachments:
        yield "the manuscript is not embedded"
