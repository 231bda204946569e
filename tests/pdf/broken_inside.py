"""Good PDFs with one fault each, deeper inside: languages, parents, cells, marks, glyphs, states, actions.

In: an open PDF. Out: the same with one thing removed or wrong. What stands at the surface breaks in
:mod:`tests.pdf.broken`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from tests.pdf.structure import children, tree

if TYPE_CHECKING:
    from collections.abc import Callable

MARKED = rb"(?s)(/Span\s*<<\s*/MCID \d+\s*>>\s*BDC)(.*?EMC)"
"""The first piece of content on a page."""


def _first(pdf: pikepdf.Pdf, kind: str) -> Any:  # noqa: ANN401 - pikepdf's objects
    return next(element for each, _, element in tree(pdf) if each == kind)


def _page(pdf: pikepdf.Pdf) -> Any:  # noqa: ANN401 - pikepdf's objects
    return next(page for page in pdf.pages if "/Annots" in page)


def _font(pdf: pikepdf.Pdf) -> Any:  # noqa: ANN401 - pikepdf's objects
    return next(iter(dict(_page(pdf).Resources.Font).values())).DescendantFonts[0]


def _state(pdf: pikepdf.Pdf) -> Any:  # noqa: ANN401 - pikepdf's objects
    return next(iter(dict(_page(pdf).Resources.ExtGState).values()))


def _rewritten(stream: Any, old: bytes, new: bytes) -> None:  # noqa: ANN401 - pikepdf's objects
    data = bytes(stream.read_bytes())
    assert re.search(old, data)
    stream.write(re.sub(old, new, data, count=1))


def no_language(pdf: pikepdf.Pdf) -> None:
    """The language of the file is no tag."""
    pdf.Root.Lang = String("auf Deutsch")


def part_in_no_language(pdf: pikepdf.Pdf) -> None:
    """The language of a part is no tag."""
    _first(pdf, "/P").Lang = String("de_DE!")


def extension_undescribed(pdf: pikepdf.Pdf) -> None:
    """The metadata use a schema that they do not describe."""
    _rewritten(
        pdf.Root.Metadata, rb"(?s)<rdf:Description[^>]*xmlns:pdfaExtension.*</rdf:Description>(?=</rdf:RDF>)", b""
    )


def link_without_parent(pdf: pikepdf.Pdf) -> None:
    """A link that cannot be followed to its element."""
    del _page(pdf).Annots[0].StructParent


def link_of_another(pdf: pikepdf.Pdf) -> None:
    """The parent tree gives a link to a paragraph."""
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    key = int(_page(pdf).Annots[0].StructParent)
    place = next(n for n in range(0, len(numbers), 2) if int(numbers[n]) == key)
    numbers[place + 1] = pdf.make_indirect(_first(pdf, "/P"))


def hidden_link(pdf: pikepdf.Pdf) -> None:
    """A link that is not printed."""
    _page(pdf).Annots[0].F = 2


def row_too_short(pdf: pikepdf.Pdf) -> None:
    """A row with fewer cells than the others."""
    row = [element for kind, _, element in tree(pdf) if kind == "/TR"][-1]
    row.K = Array(children(row)[:-1])


def heads_of_nothing(pdf: pikepdf.Pdf) -> None:
    """Cells that cannot be brought to a head."""
    for kind, _, element in tree(pdf):
        if kind in {"/TH", "/TD"} and "/A" in element:
            del element.A


def artifact_in_content(pdf: pikepdf.Pdf) -> None:
    """Decoration within content."""
    _rewritten(_page(pdf).Contents, MARKED, rb"\1 /Artifact BMC EMC \2")


def content_in_an_artifact(pdf: pikepdf.Pdf) -> None:
    """Content within decoration."""
    _rewritten(_page(pdf).Contents, MARKED, rb"/Artifact BMC \1 \2 EMC")


def glyphs_without_table(pdf: pikepdf.Pdf) -> None:
    """Nothing says which code is which glyph."""
    del _font(pdf).CIDToGIDMap


def other_widths(pdf: pikepdf.Pdf) -> None:
    """Widths that are not those of the font."""
    widths = _font(pdf).W
    widths[1] = Array([7 + 2 * int(each) for each in widths[1]])


def strange_blending(pdf: pikepdf.Pdf) -> None:
    """A way of blending that there is not."""
    _state(pdf).BM = Name.Zaubern


def transfer(pdf: pikepdf.Pdf) -> None:
    """Colours are changed behind the back of their profile."""
    _state(pdf).TR = Name.Identity


def act_of_a_page(pdf: pikepdf.Pdf) -> None:
    """Something happens when a page is opened."""
    _page(pdf).AA = Dictionary(O=Dictionary(S=Name.URI, URI=String("https://example.org/")))


def form_of_xml(pdf: pikepdf.Pdf) -> None:
    """A form that one program understands."""
    pdf.Root.AcroForm = Dictionary(Fields=Array(), XFA=pdf.make_stream(b"<xdp/>"))


def notes_of_one_name(pdf: pikepdf.Pdf) -> None:
    """Two notes that cannot be told apart."""
    _first(pdf, "/Note").ID = String("x")
    _first(pdf, "/P").ID = String("x")


def smoothed_picture(pdf: pikepdf.Pdf) -> None:
    """A picture with pixels that nobody took."""
    picture = pikepdf.Stream(pdf, b"\x00", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1)
    picture.ColorSpace, picture.BitsPerComponent, picture.Interpolate = Name.DeviceGray, 8, True
    _page(pdf).Resources.XObject["/X"] = pdf.make_indirect(picture)


def source_without_type(pdf: pikepdf.Pdf) -> None:
    """An embedded file whose media type nobody knows."""
    del pdf.Root.AF[0].EF.F.Subtype


INSIDE: tuple[Callable[[pikepdf.Pdf], None], ...] = (
    *(no_language, part_in_no_language, extension_undescribed, link_without_parent, link_of_another, hidden_link),
    *(row_too_short, heads_of_nothing, artifact_in_content, content_in_an_artifact),
    *(glyphs_without_table, other_widths, strange_blending, transfer, act_of_a_page, form_of_xml, source_without_type),
)
BY_US: tuple[Callable[[pikepdf.Pdf], None], ...] = (notes_of_one_name, smoothed_picture)
"""What veraPDF 1.28 does not see."""
