"""What a section seems to lack, and the translation has elsewhere.

In: a translation. Out: whether a block of the original is said in a section that answers none, as a heading that was
made of a bold line takes the blocks below it along; or inside of an item.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...align.content import of_text
from ...align.words import spoken
from ...model import BlockKind, Node
from ..compared.shapes import words_of
from ..once import once

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...model import Block, Section, Translation

ANSWERED = 0.4
"""Share of the words of a block that its counterpart answers, as far as our small dictionary can tell."""
SHORTEST, LONGEST = 0.5, 1.5
"""Length of a paragraph by that of the German one which it answers."""
LEAST = 3
"""Words that must be answered."""


def stands_elsewhere(block: Block, pair: Translation) -> bool:
    """Whether a block or heading of a section that the original lacks says what a block of the original says."""
    said = spoken(block.text, pair.original.language)
    least, share = (1, 0.0) if is_bold(block) else (min(LEAST, len(said)), ANSWERED)
    return any(
        answered >= least and answered > share * len(said)
        for known in _added(pair)
        for answered in [sum(1 for word in said if known.intersection(word))]
    )


def stands_in_a_list(block: Block, section: Section, pair: Translation) -> bool:
    """Whether a paragraph inside of an item says what a block of the original says: a list that goes on below it."""
    said = spoken(block.text, pair.original.language)
    lists = (node for each in section.blocks if each.kind is BlockKind.LIST for node in each.node.walk())
    for node in lists:
        if node.tag in {"p", "blockquote"}:
            text = " ".join(words_of(node).split())
            known = {token for word in spoken(text, pair.article.language) for token in word}
            answered = sum(1 for word in said if known.intersection(word))
            if answered > ANSWERED * len(said) and SHORTEST < len(text) / len(block.text) < LONGEST:
                return True
    return False


def is_bold(block: Block) -> bool:
    """Whether a paragraph stands for a heading."""
    match [child for child in block.node.children if isinstance(child, Node) or child.strip()]:
        case [Node(tag="strong")]:
            return True
    return False


@once
def _added(pair: Translation) -> Iterator[frozenset[str]]:
    """The words of each heading and block of the sections that are in the translation alone."""
    language = pair.article.language
    for section in pair.alignment.only_in_translation:
        for text in (section.title, *(block.text for block in section.blocks)):
            yield of_text(text, language)
