"""Blocks have the form of their counterparts: a quotation is one in both languages, and so is a numbered list.

In: a pair of articles. Out: remarks on blocks of another form.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....findings import Message
from ...code import FENCE
from ...manuscript import manuscript
from ...rule import Remark, Severity, remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....model import Node, Translation

LISTS = frozenset(("ul", "ol"))
SAID = {
    ("blockquote", "p"): Message("the original quotes here: begin each line with >"),
    ("p", "pre"): Message("this is shown as code: take out the spaces before it"),
    ("p", "blockquote"): Message("the original does not quote here: take out the >"),
    ("ol", "ul"): Message("the original numbers this list: begin its items with 1. 2. 3."),
    ("ul", "ol"): Message("the original does not number this list: begin its items with -"),
}
"""What is said where elements of the original and of the translation differ."""


@rule(Severity.WARNING)
def form_differs(pair: Translation) -> Iterator[Remark]:
    """A block has another form than its counterpart: a quotation became a paragraph, steps a list without numbers.

    Why it matters: readers no longer see that somebody is quoted, or that an order matters.

    Bad: „1. Speichern 2. Schließen“ in German, “- Save - Close” in English; a quotation without `>` in English.

    Good: the same form in both.

    Repair: give the block the original's marks.
    """
    for _, _, pairs in pair.alignment.both:
        for each in pairs:
            if len(each.original) == len(each.translation) == 1:
                node = each.translation[0].node
                is_fenced = node.tag == "pre" and FENCE.match(manuscript(pair.article)[node.at.line - 1])
                yield from () if is_fenced else _compared(each.original[0].node, node)


def _compared(original: Node, node: Node) -> Iterator[Remark]:
    """Of two blocks, and of the lists in them where there are as many, the first difference."""
    couples = [(original, node)]
    inner = [[each for each in side.walk() if each.tag in LISTS] for side in (original, node)]
    if len(inner[0]) == len(inner[1]):
        couples += zip(*inner, strict=True)
    for one, other in couples:
        said = SAID.get((one.tag, other.tag))
        if said:
            yield remark(other.at, said.template, related=one.at)
            return
