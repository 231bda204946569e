"""What a translation loses when a block of the original is missing.

In: a block of the original, and the section that should have answered it. Out: whether a fact went with it: a number,
an address or a quotation that the section does not have elsewhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...facts.numbers.numbers import numbers
from ...facts.quotations import quotations
from ...model import BlockKind
from ..compared.address import localised
from ..compared.shapes import address_of, is_refused, links, nodes

if TYPE_CHECKING:
    from ...model import Block, Language, Section

HEAVY = {BlockKind.QUOTE: "blockquote", BlockKind.TABLE: "table"}
"""Kinds of blocks that hold facts by their nature, and their tags: lost where the section has none."""
QUOTED = 6
"""Words of a quotation that must be carried over; fewer may be a word that is only named."""


def loses_a_fact(block: Block, original: Language, section: Section, language: Language) -> bool:
    """Whether something that a translation must carry over is in the block and not in the section."""
    if block.kind in HEAVY and not any(nodes(section, HEAVY[block.kind])):
        return True
    text = "\n".join((section.title, *(each.text for each in section.blocks)))
    if any(quotation.words >= QUOTED for quotation in quotations(block.text)) and not quotations(text):
        return True
    there = [number.readings for number in numbers(text, language)]
    lost = (number for number in numbers(block.text, original) if not (number.is_small or number.is_ordinal))
    if any(not any(number.readings & readings for readings in there) for number in lost):
        return True
    linked = {localised(address_of(node)) for node in links(section)}
    lost_links = (node for node in block.node.walk() if node.tag == "a" or is_refused(node, "a"))
    return any(localised(address_of(node)) not in linked for node in lost_links)
