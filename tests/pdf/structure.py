"""What PDF/UA-1 asks of a file, as far as a program can tell, and what validators do not see.

In: the bytes of a PDF. Out: the faults found, one line each.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Iterator

LIST_PARTS = {"/Lbl", "/LBody"}
ROWS = {"/TR"}
CELLS = {"/TH", "/TD"}


def faults(data: bytes) -> list[str]:
    """Everything that is wrong with a PDF."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [*_document(pdf), *_elements(pdf), *_links(pdf), *_fonts(pdf), *_files(pdf)]


def _document(pdf: pikepdf.Pdf) -> Iterator[str]:
    root: Any = pdf.Root
    if not ("/MarkInfo" in root and root.MarkInfo.get("/Marked")):
        yield "not marked"
    if not root.get("/Lang"):
        yield "no language"
    if not ("/ViewerPreferences" in root and root.ViewerPreferences.get("/DisplayDocTitle")):
        yield "title not shown"
    if "/Outlines" not in root:
        yield "no bookmarks"
    xmp = bytes(root.Metadata.read_bytes()) if "/Metadata" in root else b""
    for claim in (b"pdfuaid:part", b"pdfaid:part", b"pdfaid:conformance"):
        if claim not in xmp:
            yield f"metadata do not claim {claim.decode()}"
    if b"<dc:title" not in xmp:
        yield "no title in the metadata"


def walk(element: Any, parent: str = "") -> Iterator[tuple[str, str, Any]]:  # noqa: ANN401 - pikepdf's objects
    """Each structure element with its type and its parent's."""
    kind = str(element.get("/S", ""))
    yield kind, parent, element
    for kid in children(element):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from walk(kid, kind)


def children(element: Any) -> list[Any]:  # noqa: ANN401 - pikepdf's objects
    """The kids of an element, as a list."""
    kids = element.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def tree(pdf: pikepdf.Pdf) -> Iterator[tuple[str, str, Any]]:
    """All structure elements in reading order."""
    for top in children(pdf.Root.StructTreeRoot):
        yield from walk(top)


def _elements(pdf: pikepdf.Pdf) -> Iterator[str]:
    level = 0
    for kind, parent, element in tree(pdf):
        inside = [
            str(kid.get("/S")) for kid in children(element) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid
        ]
        if kind == "/LI" and (set(inside) - LIST_PARTS or inside.count("/LBody") != 1):
            yield f"a list item holds {inside}"
        if kind == "/L" and set(inside) - {"/LI", "/L", "/Caption"}:
            yield f"a list holds {inside}"
        if kind in LIST_PARTS and parent != "/LI" and kind == "/LBody":
            yield f"{kind} in {parent}"
        if kind == "/TR" and set(inside) - CELLS:
            yield f"a row holds {inside}"
        if kind in CELLS and parent not in ROWS:
            yield f"{kind} in {parent}"
        if kind == "/Figure" and not str(element.get("/Alt", "")).strip():
            yield "a figure without description"
        if kind[:2] == "/H" and kind[2:].isdigit():
            if int(kind[2:]) > level + 1:
                yield f"{kind} after level {level}"
            level = int(kind[2:])


def _links(pdf: pikepdf.Pdf) -> Iterator[str]:
    owned = set()
    for kind, _, element in tree(pdf):
        for kid in children(element):
            if isinstance(kid, pikepdf.Dictionary) and str(kid.get("/Type", "")) == "/OBJR":
                owned.add(kid.Obj.objgen)
                if kind != "/Link":
                    yield f"an annotation belongs to {kind}"
    for page in pdf.pages:
        for annotation in page.get("/Annots", []):
            if annotation.objgen not in owned:
                yield "an annotation belongs to no element"
            said = str(annotation.get("/Contents", "")).strip()
            if not said:
                yield "a link does not say where it leads"
            elif "/Dest" in annotation and said == str(annotation.Dest):
                yield f"a link says its id: {said}"


def _fonts(pdf: pikepdf.Pdf) -> Iterator[str]:
    for each in pdf.objects:
        if isinstance(each, pikepdf.Dictionary) and str(each.get("/Type", "")) == "/Font":
            if str(each.get("/Subtype")) == "/Type0" and "/ToUnicode" not in each:
                yield f"{each.get('/BaseFont')} has no ToUnicode"
            described = each.get("/FontDescriptor")
            if described is not None and not {"/FontFile2", "/FontFile3"} & set(described.keys()):
                yield f"{each.get('/BaseFont')} is not embedded"


def _files(pdf: pikepdf.Pdf) -> Iterator[str]:
    named: Any = pdf.Root.get("/AF", [])
    if len(named) != len({each.objgen for each in named}):
        yield "an embedded file stands twice in /AF"
    for each in named:
        if str(each.get("/AFRelationship", "")) != "/Source":
            yield "an embedded file does not say that it is the source"
    if not pdf.attachments:
        yield "the manuscript is not embedded"
