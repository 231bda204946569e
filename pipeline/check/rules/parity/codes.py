"""The code of a section pair.

In: a pair of articles. Out: remarks on blocks of code, at any depth.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....model import BlockKind
from ... import code, shapes
from ...gaps import answered, block_gap
from ...rule import Remark, Severity, remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ....model import BlockPair, Node, Section, Span, Translation


@rule(Severity.ERROR)
def code_differs(pair: Translation) -> Iterator[Remark]:
    """A block of code is missing, added, in another language, or different.

    Why it matters: readers copy code. Comments, strings and place-holders may be translated; a command that differs
    (a warning) is a mistake in one of the languages.

    Bad: `apt install git` in German, `apt install gti` in English.

    Good: the same code, with translated comments.

    Repair: copy the original's code and translate its comments.
    """
    for original, section, pairs in pair.alignment.both:
        yield from _counts(original, section, pairs)
    for block, counterpart in answered(pair, BlockKind.CODE):
        here, there = code.language(block.node), code.language(counterpart.node)
        if here != there and here and there:
            yield remark(
                block.at,
                "the code is in “{here}”, the original's in “{there}”",
                related=counterpart.at,
                here=here,
                there=there,
            )
        elif (words := code.difference(block.text, counterpart.text)) is not None:
            yield remark(
                block.at,
                "the code differs: “{here}”, in the original “{there}”",
                severity=Severity.WARNING,
                related=counterpart.at,
                here=words[0],
                there=words[1],
            )


def _counts(original: Section, section: Section, pairs: Sequence[BlockPair]) -> Iterator[Remark]:
    """More or fewer blocks of code, unless what is missing stands in the text."""
    here, there = tuple(shapes.nodes(section, "pre")), tuple(shapes.nodes(original, "pre"))
    if len(here) == len(there) or not (_unsaid(there, section) or _unsaid(here, original)):
        return
    at, related = _first_gap(pairs, section, original)
    yield remark(
        at, "{here} blocks of code, {there} in the original", related=related, here=len(here), there=len(there)
    )


def _unsaid(blocks: Sequence[Node], section: Section) -> bool:
    """Whether some code stands nowhere in a section."""
    text = "\n".join(block.text for block in section.blocks)
    return any(not code.contained(shapes.words_of(node), text) for node in blocks)


def _first_gap(pairs: Sequence[BlockPair], section: Section, original: Section) -> tuple[Span, Span]:
    """Where the first block of code that is alone stands, or would stand."""
    for each in pairs:
        blocks = (*each.original, *each.translation)
        if len(blocks) == 1 and blocks[0].kind is BlockKind.CODE:
            if each.translation:
                return each.translation[0].at, original.at
            return block_gap(each, pairs, section), each.original[0].at
    return section.at, original.at
