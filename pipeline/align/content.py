"""How much two texts say the same, without knowing either language well.

In: texts of two articles, cut into the same kind of pieces (sections, or blocks). Out: a :class:`Table` that
gives the likeness of each piece of one to each piece of the other, 0 to 1, and how much there was to go by.

A text is the weights of its tokens (:mod:`.words`): rare ones weigh more, repeated ones a little more. Likeness is
the cosine of two such texts.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..model import BlockKind
from .words import tokens, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..model import Block, Language, Node, Section

NUMBER_WEIGHT = 3.0
MEANING_WEIGHT = 2.0
"""A shared number says more than a shared word, and a word more than a shared piece of one."""

Text = Counter[str]
"""The tokens of a piece of text, counted."""


@dataclass(frozen=True, slots=True)
class Table:
    """``likeness[i][j]`` of piece i of the original and j of the translation; ``weight`` of each piece."""

    likeness: tuple[tuple[float, ...], ...]
    weights: tuple[tuple[float, ...], tuple[float, ...]]


def of_block(block: Block, language: Language) -> Text:
    """What a block says: its words, and the addresses that it links to."""
    counted = Text()
    for word in words(block.text):
        counted.update(tokens(word, language))
    if block.kind is not BlockKind.CODE:
        for address in _addresses(block.node):
            counted["@" + address] += 1
    return counted


def of_section(section: Section, blocks: Sequence[Text], language: Language) -> Text:
    """What a section says: its heading (twice, as it is short and chosen) and its blocks."""
    counted = Text()
    for word in words(section.title):
        for token in tokens(word, language):
            counted[token] += 2
    for block in blocks:
        counted.update(block)
    return counted


def compare(original: Sequence[Text], translation: Sequence[Text]) -> Table:
    """The likeness of each text of one side to each of the other."""
    spread = Counter[str]()
    for text in (*original, *translation):
        spread.update(text.keys())
    total = len(original) + len(translation)
    rarity = {token: _rarity(token, count, total) for token, count in spread.items()}
    left = [_weighted(text, rarity) for text in original]
    right = [_weighted(text, rarity) for text in translation]
    lengths = [math.sqrt(sum(weight * weight for weight in each.values())) for each in (*left, *right)]
    rows = _products(left, right)
    norms, others = lengths[: len(left)], lengths[len(left) :]
    return Table(
        tuple(
            tuple(product / (norm * other) if product else 0.0 for product, other in zip(row, others, strict=True))
            for row, norm in zip(rows, norms, strict=True)
        ),
        (tuple(norms), tuple(others)),
    )


def _products(left: Sequence[dict[str, float]], right: Sequence[dict[str, float]]) -> list[list[float]]:
    where: dict[str, list[tuple[int, float]]] = {}
    for column, text in enumerate(right):
        for token, weight in text.items():
            where.setdefault(token, []).append((column, weight))
    rows = []
    for text in left:
        row = [0.0] * len(right)
        for token, weight in text.items():
            for column, other in where.get(token, ()):
                row[column] += weight * other
        rows.append(row)
    return rows


def _weighted(text: Text, rarity: dict[str, float]) -> dict[str, float]:
    return {token: (1 + math.log(count)) * rarity[token] for token, count in text.items()}


def _rarity(token: str, count: int, total: int) -> float:
    rare = math.log(1 + total / count)
    match token[0]:
        case "#" | "@":
            return NUMBER_WEIGHT * rare
        case "=":
            return MEANING_WEIGHT * rare
        case _:
            return rare


def _addresses(node: Node) -> Iterator[str]:
    for child in node.walk():
        if child.tag in {"a", "img"}:
            address = child.get("href") or child.get("src")
            yield address.rpartition("/")[2] or address
