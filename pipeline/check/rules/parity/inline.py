"""Code inside of sentences: another command than the original's, or none.

In: blocks that answer each other. Out: remarks.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from ....align.words import is_german
from ....facts.words.runs import runs
from ....model import BlockKind, Node
from ....vocabulary.terms import is_entry
from ...compared.shapes import words_of
from ...rule import Remark, Severity, remark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ....model import Block, BlockPair, Section

COMMAND = re.compile(r"[\w./-]+ \S.*|[a-z][\w.+-]*")
"""What is typed: a command with its arguments, or its name; no name of a button."""
NEARLY = 0.85
"""How like another one a piece of code is that is a slip for it."""
LONG = 6
"""Characters of a command that is no word of the sentence."""


def exchanged(each: BlockPair, known: frozenset[str]) -> Iterator[Remark]:
    """One piece of code of a block in the place of another: one that the original has elsewhere, or a like command."""
    here, there = _codes(each.translation), _codes(each.original)
    lost = [words for words in there if words not in here]
    gained = [words for words in here if words not in there]
    if len(lost) != 1 or len(gained) != 1:
        return
    new, old = gained[0], lost[0]
    texts = [" ".join(block.text for block in side) for side in (each.original, each.translation)]
    if get_close_matches(new, [old], 1, NEARLY):
        return  # a slip, which is told for the section
    if new in texts[0] or old in texts[1] or _is_german(old) or not all(map(COMMAND.fullmatch, (new, old))):
        return
    is_like = " " in new and " " in old and new.split()[0] == old.split()[0]
    if new in known or is_like or (new.islower() and old.islower() and not {" ", *"<>"} & {*new, *old}):
        yield remark(
            here[new].at,
            "the code is “{here}”, in the original “{there}”",
            severity=Severity.WARNING,
            related=there[old].at,
            here=new,
            there=old,
        )


def unmarked(each: BlockPair) -> Iterator[Remark]:
    """Commands of the original that the translation says as other words."""
    here, there = _codes(each.translation), _codes(each.original)
    if len(here) >= len(there):
        return
    text = " ".join(block.text for block in each.translation)
    for words, node in there.items():
        if (
            words not in here
            and len(words) >= LONG
            and " " in words
            and words[0].islower()
            and COMMAND.fullmatch(words)
            and words in text
        ):
            yield remark(
                each.translation[0].at,
                "“{code}” is code in the original",
                severity=Severity.WARNING,
                related=node.at,
                code=words,
            )


def shown_as_text(lost: Sequence[Node], section: Section) -> Iterator[tuple[Node, Block]]:
    """Blocks of code of the original that are paragraphs in the translation."""
    plain = (
        b for b in section.blocks if b.kind is BlockKind.PARAGRAPH and not any(n.tag == "code" for n in b.node.walk())
    )
    texts = {" ".join(block.text.split()): block for block in plain}
    for node in lost:
        block = texts.get(" ".join(words_of(node).split()))
        if block:
            yield node, block


def _codes(blocks: Sequence[Block]) -> dict[str, Node]:
    return {words_of(node): node for block in blocks for node in _inline(block.node)}


def _inline(node: Node) -> Iterator[Node]:
    for child in node.children:
        if isinstance(child, Node) and child.tag == "code":
            yield child
        elif isinstance(child, Node) and child.tag != "pre":
            yield from _inline(child)


def _is_german(words: str) -> bool:
    return any(is_german(word) or is_entry(word) for word in runs(words) if len(word) > 2)  # noqa: PLR2004
