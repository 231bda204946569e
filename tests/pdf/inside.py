"""What PDF/UA-1 and PDF/A-3a ask deeper inside: languages, parents, cells, glyphs, states, actions.

In: an open PDF, and its structure elements with their types. Out: the faults found, one line each.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

import pikepdf
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from pikepdf import Dictionary, Name

from tests.pdf.content import numbers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    Elements = Iterable[tuple[str, Any]]

TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
"""A language tag (RFC 3066, as PDF 1.7 has it)."""
BLENDING = frozenset(
    (
        *("Normal", "Compatible", "Multiply", "Screen", "Overlay", "Darken", "Lighten", "ColorDodge", "ColorBurn"),
        *("HardLight", "SoftLight", "Difference", "Exclusion", "Hue", "Saturation", "Color", "Luminosity"),
    )
)
"""ISO 32000-1, 11.3.5."""
PRINTED, UNSEEN = 4, 1 | 2 | 32 | 256
"""Flags of an annotation: print; invisible, hidden, no view, toggle no view (ISO 19005-3, 6.3.2)."""
WIDE = 1
"""How far a width may lie from the font's, in thousandths (ISO 19005-3, 6.2.11.5)."""


def faults(pdf: pikepdf.Pdf, elements: Elements) -> Iterator[str]:
    """Everything that is wrong inside."""
    known = tuple(elements)
    for part in (_languages, _cells, _identified):
        yield from part(pdf, known)
    for each in (_annotations, _fonts, _states, _pictures, _acts, _described):
        yield from each(pdf)


def _languages(pdf: pikepdf.Pdf, elements: Elements) -> Iterator[str]:
    said = [pdf.Root.get("/Lang", "x-none"), *(element.Lang for _, element in elements if "/Lang" in element)]
    yield from (f"{language} is no language" for language in map(str, said) if not TAG.fullmatch(language))


def _kids(element: Any, *kinds: str) -> list[Any]:  # noqa: ANN401 - pikepdf's objects
    given = element.get("/K", [])
    kids = list(given) if isinstance(given, pikepdf.Array) else [given]
    return [kid for kid in kids if isinstance(kid, Dictionary) and str(kid.get("/S", ""))[1:] in kinds]


def _said(cell: Any, name: str) -> Any:  # noqa: ANN401 - pikepdf's objects
    """An attribute of a cell."""
    given = cell.get("/A", Dictionary())
    sets = list(given) if isinstance(given, pikepdf.Array) else [given]
    return next((each[name] for each in sets if name in each), None)


def _cells(_: pikepdf.Pdf, elements: Elements) -> Iterator[str]:
    """Rows are equally long; each head is the head of its column by its scope, or is named by a cell."""
    for kind, table in elements:
        if kind != "/Table":
            continue
        parts = (table, *_kids(table, "THead", "TBody", "TFoot"))
        rows = [_kids(row, "TH", "TD") for part in parts for row in _kids(part, "TR")]
        if len({sum(int(_said(cell, "/ColSpan") or 1) for cell in row) for row in rows}) > 1:
            yield "the rows of a table are not equally long"
        cells = [cell for row in rows for cell in row]
        named = {str(name) for cell in cells for name in _said(cell, "/Headers") or ()}
        heads = [cell for cell in cells if cell.S == Name.TH and _said(cell, "/Scope") is None]
        if len(heads) < len(cells) and any(str(head.get("/ID", "")) not in named for head in heads):
            yield "a head is the head of nothing"


def _identified(_: pikepdf.Pdf, elements: Elements) -> Iterator[str]:
    """No two elements have one name, and every note has one."""
    known = [str(element.ID) for _, element in elements if "/ID" in element]
    if len(known) > len(set(known)):
        yield "two elements have one name"
    if any(kind == "/Note" and "/ID" not in element for kind, element in elements):
        yield "a note has no name"


def _annotations(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Each is printed and seen, and the parent tree brings it to its Link."""
    owners = dict(numbers(pdf.Root.get("/StructTreeRoot", Dictionary()).get("/ParentTree", Dictionary())))
    for each in (each for page in pdf.pages for each in page.get("/Annots", [])):
        flags = int(each.get("/F", 0))
        if not flags & PRINTED or flags & UNSEEN:
            yield "a link is hidden"
        owner = owners.get(int(each.get("/StructParent", -1)))
        if owner is None or str(owner.get("/S", "")) != "/Link":
            yield "a link cannot be followed to its element"


def _fonts(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Codes are glyphs, and as wide as the font has them."""
    for each in pdf.objects:
        if not isinstance(each, Dictionary) or str(each.get("/Subtype", "")) != "/CIDFontType2":
            continue
        if "/CIDToGIDMap" not in each:
            yield f"{each.BaseFont} does not say which code is which glyph"
        program = each.FontDescriptor.get("/FontFile2")
        if program is not None:
            yield from _widths(str(each.BaseFont), list(each.get("/W", [])), bytes(program.read_bytes()))


def _widths(name: str, given: list[Any], program: bytes) -> Iterator[str]:
    font = TTFont(io.BytesIO(program), lazy=True)
    order, unit = font.getGlyphOrder(), font["head"].unitsPerEm
    for start, widths in zip(given[::2], given[1::2], strict=True):
        for glyph, width in enumerate(widths, int(start)):
            if abs(font["hmtx"][order[glyph]][0] * 1000 / unit - float(width)) > WIDE:
                yield f"glyph {glyph} of {name} has another width"


def _states(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Graphics states blend as the standard has it, and leave colours to their profile."""
    for each in pdf.objects:
        for state in dict(_resources(each).get("/ExtGState", {})).values():
            if str(state.get("/BM", "/Normal"))[1:] not in BLENDING:
                yield f"blends as {state.BM}"
            if {"/TR", "/HTP"} & set(state.keys()) or str(state.get("/TR2", "/Default")) != "/Default":
                yield "changes colours behind their profile"


def _resources(each: Any) -> Any:  # noqa: ANN401 - pikepdf's objects
    """What a page or a form may use; the dictionary itself where it stands alone."""
    if not isinstance(each, Dictionary | pikepdf.Stream):
        return Dictionary()
    return each.get("/Resources", each)


def _pictures(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Pictures are shown as they are, in colours that mean something."""
    for each in pdf.objects:
        if isinstance(each, pikepdf.Stream) and str(each.get("/Subtype", "")) == "/Image":
            if each.get("/Interpolate", False):
                yield "a picture is smoothed"
            if str(each.get("/ColorSpace", "")) == "/DeviceCMYK":
                yield "a picture is in inks of no profile"


def _acts(pdf: pikepdf.Pdf) -> Iterator[str]:
    """No page and no annotation does anything by itself; no form of XML."""
    for page in pdf.pages:
        if "/AA" in page or any("/AA" in each for each in page.get("/Annots", [])):
            yield "something happens when a page is opened"
    if "/XFA" in pdf.Root.get("/AcroForm", Dictionary()):
        yield "a form of XML"


def _described(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Embedded files say their media type; the metadata describe the schemas that they use."""
    for each in pdf.Root.get("/AF", []):
        if "/Subtype" not in each.EF.F:
            yield "an embedded file does not say its media type"
    xmp = bytes(pdf.Root.Metadata.read_bytes()) if "/Metadata" in pdf.Root else b""
    space = rb"<pdfaSchema:namespaceURI>http://www\.aiim\.org/pdfua/ns/id/<"
    if b"pdfuaid:part" in xmp and not re.search(space, xmp):
        yield "the metadata use a schema that they do not describe"
