"""Blocks have the form of their counterparts: a quotation is one in both languages, and so is a numbered list.

In: a pair of articles. Out: remarks on blocks of another form.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....findings import Message
from ....model import Node
from ...compared.code import FENCE
from ...compared.manuscript import manuscript
from ...rule import Remark, Severity, remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ....model import BlockPair, Translation

LISTS = frozenset(("ul", "ol"))
QUOTED = Message("the original quotes here: begin each line with >")
SAID = {
    **{("blockquote", tag): QUOTED for tag in ("p", *LISTS)},
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
            nodes = [[block.node for block in side] for side in (each.original, each.translation)]
            if len(nodes[0]) == len(nodes[1]) == 1:
                node = nodes[1][0]
                is_fenced = node.tag == "pre" and FENCE.match(manuscript(pair.article)[node.at.line - 1])
                yield from () if is_fenced else _compared(nodes[0][0], node)
            else:
                yield from _divided(*nodes)
        yield from _left_outside(pairs)


def _divided(originals: Sequence[Node], nodes: Sequence[Node]) -> Iterator[Remark]:
    """Of a block that answers several: the first of a form that none of the original's has."""
    quoted = next((each for each in originals if each.tag == "blockquote"), None)
    if quoted and nodes and all(each.tag != "blockquote" for each in nodes):
        yield remark(nodes[0].at, QUOTED.template, related=quoted.at)
        return
    tags = {each.tag for each in originals}
    for node in nodes:
        for original in originals if node.tag not in tags else ():
            said = SAID.get((original.tag, node.tag))
            if said:
                yield remark(node.at, said.template, related=original.at)
                return


def _left_outside(pairs: Sequence[BlockPair]) -> Iterator[Remark]:
    """Blocks beside a quotation that has fewer than the original's: they lost their mark."""
    for before, each, after in zip((None, *pairs), pairs, (*pairs[1:], None), strict=False):
        nodes = [block.node for block in (*each.original, *each.translation)]
        if [node.tag for node in nodes] == ["blockquote", "blockquote"] and len(_parts(nodes[0])) > len(
            _parts(nodes[1])
        ):
            for beside in (before, after):
                if beside and not beside.original:
                    yield remark(beside.translation[0].at, QUOTED.template, related=nodes[0].at)


def _parts(quotation: Node) -> list[Node]:
    return [each for each in quotation.children if isinstance(each, Node)]


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
