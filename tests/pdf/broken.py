"""Good PDFs with one fault each, as programs make them.

In: the PDF of a manuscript that has everything. Out: the same with one thing removed or wrong.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from pipeline.model import Language
from tests.pdf.making import made
from tests.pdf.structure import children, tree

Damage = Callable[[pikepdf.Pdf], None]


def broken(damage: Damage) -> bytes:
    """A good file with one fault."""
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(made("alles", Language.DE).data)) as pdf:
        damage(pdf)
        pdf.save(target)
    return target.getvalue()


def _first(pdf: pikepdf.Pdf, kind: str) -> Any:  # noqa: ANN401 - pikepdf's objects
    return next(element for each, _, element in tree(pdf) if each == kind)


def _linking(pdf: pikepdf.Pdf) -> Any:  # noqa: ANN401 - pikepdf's objects
    return next(page for page in pdf.pages if "/Annots" in page)


def _fonts(pdf: pikepdf.Pdf) -> list[Any]:
    return [each for each in pdf.objects if isinstance(each, Dictionary) and str(each.get("/Type", "")) == "/Font"]


def _rewritten(pdf: pikepdf.Pdf, old: bytes, new: bytes) -> None:
    """Metadata with other words."""
    data = bytes(pdf.Root.Metadata.read_bytes())
    assert old in data
    pdf.Root.Metadata.write(data.replace(old, new))


def unmarked(pdf: pikepdf.Pdf) -> None:
    """The file does not say that it is tagged."""
    del pdf.Root.MarkInfo


def suspect(pdf: pikepdf.Pdf) -> None:
    """The file says that its tags may be wrong."""
    pdf.Root.MarkInfo.Suspects = True


def voiceless(pdf: pikepdf.Pdf) -> None:
    """A screen reader does not know which voice to take."""
    del pdf.Root.Lang


def untitled(pdf: pikepdf.Pdf) -> None:
    """The window shows the name of the file."""
    del pdf.Root.ViewerPreferences


def title_not_shown(pdf: pikepdf.Pdf) -> None:
    """The window is told to show the name of the file."""
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


def no_metadata(pdf: pikepdf.Pdf) -> None:
    """Nothing says what the file is."""
    del pdf.Root.Metadata


def no_title_in_metadata(pdf: pikepdf.Pdf) -> None:
    """The title stands nowhere."""
    _rewritten(pdf, b"dc:title", b"dc:other")


def no_claim_of_ua(pdf: pikepdf.Pdf) -> None:
    """The file does not say that it is accessible."""
    _rewritten(pdf, b"<pdfuaid:part>1</pdfuaid:part>", b"")


def wrong_claim_of_a(pdf: pikepdf.Pdf) -> None:
    """The file claims another level than it has."""
    _rewritten(pdf, b'pdfaid:conformance="A"', b'pdfaid:conformance="X"')


def no_tree(pdf: pikepdf.Pdf) -> None:
    """No structure at all."""
    del pdf.Root.StructTreeRoot


def no_tabs(pdf: pikepdf.Pdf) -> None:
    """The order of the tab key is not that of the structure."""
    del _linking(pdf).Tabs


def no_parent_tree(pdf: pikepdf.Pdf) -> None:
    """Content on a page does not know its element."""
    pdf.Root.StructTreeRoot.ParentTree = Dictionary(Nums=Array([]))


def untagged_content(pdf: pikepdf.Pdf) -> None:
    """Text that is neither content nor decoration."""
    page = pdf.pages[0]
    data = bytes(page.Contents.read_bytes())
    page.Contents = pdf.make_stream(data.replace(b"/Artifact\nBMC", b"/Span\nBMC", 1))


def silent_figure(pdf: pikepdf.Pdf) -> None:
    """A picture that nobody describes."""
    del _first(pdf, "/Figure").Alt


def silent_formula(pdf: pikepdf.Pdf) -> None:
    """A formula that nobody describes."""
    _first(pdf, "/BlockQuote").S = Name.Formula


def silent_link(pdf: pikepdf.Pdf) -> None:
    """A link that does not say where it leads."""
    del _linking(pdf).Annots[0].Contents


def link_of_a_span(pdf: pikepdf.Pdf) -> None:
    """A link that is no link for a screen reader."""
    _first(pdf, "/Link").S = Name.Span


def orphaned_link(pdf: pikepdf.Pdf) -> None:
    """A link outside of the reading order."""
    link = _first(pdf, "/Link")
    link.K = Array([kid for kid in children(link) if not isinstance(kid, Dictionary)])


def item_without_body(pdf: pikepdf.Pdf) -> None:
    """A list item of paragraphs."""
    for kid in children(_first(pdf, "/LI")):
        kid.S = Name.P


def list_of_paragraphs(pdf: pikepdf.Pdf) -> None:
    """A list without items."""
    for kid in children(_first(pdf, "/L")):
        kid.S = Name.P


def row_of_paragraphs(pdf: pikepdf.Pdf) -> None:
    """A row without cells."""
    for kid in children(_first(pdf, "/TR")):
        kid.S = Name.P


def table_of_paragraphs(pdf: pikepdf.Pdf) -> None:
    """A table without rows."""
    for kid in children(_first(pdf, "/TBody")):
        kid.S = Name.P


def row_outside(pdf: pikepdf.Pdf) -> None:
    """Rows in no table."""
    _first(pdf, "/Table").S = Name.Div


def contents_entry_outside(pdf: pikepdf.Pdf) -> None:
    """An entry of a table of contents in no table of contents."""
    _first(pdf, "/BlockQuote").S = Name.TOCI


def skipped_level(pdf: pikepdf.Pdf) -> None:
    """A heading of the fourth level below one of the first."""
    _first(pdf, "/H2").S = Name.H4


def first_level_missing(pdf: pikepdf.Pdf) -> None:
    """The first heading is of the second level."""
    _first(pdf, "/H1").S = Name.P


def numbered_and_plain(pdf: pikepdf.Pdf) -> None:
    """Headings with and without a level."""
    _first(pdf, "/BlockQuote").S = Name.H


def unknown_type(pdf: pikepdf.Pdf) -> None:
    """A type that no reader knows."""
    _first(pdf, "/BlockQuote").S = Name.Blatt


def circular_type(pdf: pikepdf.Pdf) -> None:
    """A type that stands for itself."""
    _first(pdf, "/BlockQuote").S = Name.Blatt
    pdf.Root.StructTreeRoot.RoleMap = Dictionary(Blatt=Name.Zweig, Zweig=Name.Blatt)


def standard_type_remapped(pdf: pikepdf.Pdf) -> None:
    """A paragraph that is said to be something else."""
    pdf.Root.StructTreeRoot.RoleMap = Dictionary(P=Name.Span)


def font_not_embedded(pdf: pikepdf.Pdf) -> None:
    """A font that another machine may lack."""
    for font in _fonts(pdf):
        if "/FontDescriptor" in font and "/FontFile2" in font.FontDescriptor:
            del font.FontDescriptor.FontFile2
            return
    raise AssertionError


def font_without_unicode(pdf: pikepdf.Pdf) -> None:
    """Glyphs without letters: nothing can be read aloud or searched."""
    for font in _fonts(pdf):
        if "/ToUnicode" in font:
            del font.ToUnicode


def no_output_intent(pdf: pikepdf.Pdf) -> None:
    """Colours without a meaning."""
    del pdf.Root.OutputIntents


def script(pdf: pikepdf.Pdf) -> None:
    """A program that runs when the file is opened."""
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert('x')"))


def launch(pdf: pikepdf.Pdf) -> None:
    """A link that starts a program."""
    _linking(pdf).Annots[0].A = Dictionary(S=Name.Launch, F=String("x"))


def source_without_relation(pdf: pikepdf.Pdf) -> None:
    """An embedded file that does not say what it is to this one."""
    del pdf.Root.AF[0].AFRelationship


def source_without_name(pdf: pikepdf.Pdf) -> None:
    """An embedded file that does not say what it is called."""
    del pdf.Root.AF[0].UF


def source_unannounced(pdf: pikepdf.Pdf) -> None:
    """An embedded file that belongs to nothing."""
    del pdf.Root.AF


def layers_without_name(pdf: pikepdf.Pdf) -> None:
    """Optional content whose configuration has no name."""
    group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("x")))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary(Order=Array([group])))


def flat(pdf: pikepdf.Pdf) -> None:
    """No bookmarks: allowed, and of no use to a reader."""
    del pdf.Root.Outlines


def without_source(pdf: pikepdf.Pdf) -> None:
    """The manuscript is not in the file."""
    del pdf.attachments[next(iter(pdf.attachments))]


SEEN_BY_ALL: tuple[Damage, ...] = (
    *(unmarked, suspect, voiceless, untitled, title_not_shown, no_metadata, no_title_in_metadata),
    *(no_claim_of_ua, wrong_claim_of_a, no_tree, no_tabs, no_parent_tree, untagged_content),
    *(silent_figure, silent_formula, silent_link, link_of_a_span),
    *(item_without_body, list_of_paragraphs, row_of_paragraphs, table_of_paragraphs, row_outside),
    *(contents_entry_outside, skipped_level, first_level_missing, numbered_and_plain),
    *(unknown_type, circular_type, standard_type_remapped, font_not_embedded, font_without_unicode),
    *(no_output_intent, script, launch, source_without_relation, source_without_name, source_unannounced),
    *(layers_without_name,),
)
SEEN_BY_US: tuple[Damage, ...] = (flat, without_source, orphaned_link)
"""What no standard forbids, or veraPDF 1.30 does not see."""
