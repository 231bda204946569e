"""Footnotes and emphasis of a pair.

In: a pair of articles. Out: remarks on footnotes and emphasis.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...compared import shapes
from ...rule import Remark, Severity, remark, rule
from .leads import leads_lost

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ....model import Article, Block, Span, Translation

    Places = tuple[tuple[Span, ...], tuple[Span, ...]]

STRONG = frozenset({"strong", "em", "b", "i"})


@rule(Severity.ERROR)
def footnote_differs(pair: Translation) -> Iterator[Remark]:
    """The languages reference or define different footnotes.

    Why it matters: a restriction that stands in a footnote is lost, or a mark leads nowhere.

    Bad: `[^1]` and `[^2]` in German, `[^1]` alone in English.

    Good: the same footnotes; labels may differ if each stands for one of the original's.

    Repair: add the note and its mark.
    """
    here, there = _notes(pair.article), _notes(pair.original)
    if _renamed(pair, here, there):
        return
    texts = [{note.label: note.text.strip() for note in each.notes} for each in (pair.article, pair.original)]
    for label, (marks, notes) in there.items():
        own_marks, own_notes = here.get(label, ((), ()))
        if own_notes and marks and not own_marks:
            yield remark(
                own_notes[0], "the footnote “{label}” lacks its mark: write [^{label}]", related=marks[0], label=label
            )
        elif own_notes and notes and not texts[0].get(label) and texts[1].get(label):
            yield remark(own_notes[0], "the footnote “{label}” is empty", related=notes[0], label=label)
        elif notes and not own_notes:
            yield remark(
                _near(pair, label, own_marks), "the footnote “{label}” is missing", related=notes[0], label=label
            )
    for label, (marks, notes) in here.items():
        if label not in there:
            at = (*marks, *notes)[0]
            yield remark(at, "the original has no footnote “{label}”", related=_counterpart(pair, label), label=label)


@rule(Severity.INFO)
def emphasis_differs(pair: Translation) -> Iterator[Remark]:
    """A block emphasises more or fewer words than its counterpart.

    Why it matters: what is stressed in one language alone is read otherwise; a question of an interview that runs into
    the answer before it is overlooked.

    It is a warning where a block or an item begins with bold words and nothing of its counterpart stands out, and where
    a bold paragraph of the original is none in the translation.

    Bad: `**nicht**` in German, `not` in English; `**Und der Preis?**` above its answer, “And the price?” within it.

    Good: the same words emphasised.

    Repair: set or remove the marks.
    """
    for _, _, pairs in pair.alignment.both:
        for each in pairs:
            if not each.original or not each.translation:
                continue
            here, there = (_emphasised(each.translation), _emphasised(each.original))
            lost = tuple(leads_lost(each))
            yield from lost
            if here != there and not lost:
                yield remark(
                    each.translation[0].at,
                    "{here} emphasised passages, {there} in the original",
                    related=each.original[0].at,
                    here=here,
                    there=there,
                )


def _notes(article: Article) -> dict[str, Places]:
    """Where each label is referenced and where it is defined."""
    found: dict[str, Places] = {}
    for section in article.sections:
        for node in shapes.nodes(section, "note-ref"):
            marks, notes = found.get(node.get("label"), ((), ()))
            found[node.get("label")] = (*marks, node.at), notes
    for note in article.notes:
        marks, notes = found.get(note.label, ((), ()))
        found[note.label] = marks, (*notes, note.at)
    return found


def _renamed(pair: Translation, here: dict[str, Places], there: dict[str, Places]) -> bool:
    """Whether the labels differ in name alone: the same marks in each section, each with its note."""
    if here.keys() == there.keys() or [bool(notes) for _, notes in here.values()] != [
        bool(notes) for _, notes in there.values()
    ]:
        return False
    return all(
        len(list(shapes.nodes(section, "note-ref"))) == len(list(shapes.nodes(original, "note-ref")))
        for original, section, _ in pair.alignment.both
    )


def _near(pair: Translation, label: str, own: tuple[Span, ...]) -> Span:
    """What is there of a footnote, else the section that should have its mark."""
    if own:
        return own[0]
    for original, section, _ in pair.alignment.both:
        if any(node.get("label") == label for node in shapes.nodes(original, "note-ref")):
            return section.at
    return pair.article.at


def _counterpart(pair: Translation, label: str) -> Span:
    """The section of the original that answers the one with a mark."""
    for original, section, _ in pair.alignment.both:
        if any(node.get("label") == label for node in shapes.nodes(section, "note-ref")):
            return original.at
    return pair.original.at


def _emphasised(blocks: Iterable[Block]) -> int:
    return sum(node.tag in STRONG for block in blocks for node in block.node.walk())
