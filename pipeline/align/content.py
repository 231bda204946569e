"""How much two texts say the same, without knowing either language well.

In: texts of two articles, cut into pieces (sections, or blocks). Out: a :class:`Scale` that weighs tokens by how rare
they are in these two articles, and tells the likeness of any two pieces, 0 to 1.

A text is the set of its tokens (:mod:`.words`). Likeness is the cosine of two such sets, so it costs one intersection.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

from ..facts.sentences import sentences
from ..frozen import dataclass
from ..held import held
from ..model import BlockKind
from .words import tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ..model import Block, Language, Node, Section

KIND_WEIGHT = {"#": 9.0, "@": 9.0, "=": 4.0}
"""A shared number says more than a shared word, and a word more than a shared beginning of one (squares)."""

NUMBERED = re.compile(r"^(?:[^\W\d]+\s+)?\d+(?:\.\d+)*[.:)]?\s*[-–—:]?\s*(?=[^\W\d]{3})")
"""The number of a heading that has words as well: ``Step 8.2 - Testing``."""
COUNTED = re.compile(
    r"^(schritt|step|teil|part|kapitel|chapter|abschnitt|section|lektion|lesson|etappe|stage|phase|punkt|point|tag|day)"
    r"\s+\d{1,2}[.:)]?$",
    re.IGNORECASE,
)
"""A heading that only counts: ``Step 4``."""

Text = frozenset[str]
"""The tokens of a piece of text."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A text with its weight: the length of its vector."""

    text: Text
    weight: float


@dataclass(frozen=True, slots=True)
class Scale:
    """What a token weighs (squared): the rarer in the two articles, the more."""

    squares: dict[str, float]

    @classmethod
    def of(cls, texts: Iterable[Text]) -> Scale:
        """The scale of the sections of two articles."""
        each = tuple(texts)
        spread = Counter(chain.from_iterable(each))
        rarity = {count: math.log(1 + len(each) / count) ** 2 for count in set(spread.values())}
        return cls({token: KIND_WEIGHT.get(token[0], 1.0) * rarity[count] for token, count in spread.items()})

    def piece(self, text: Text) -> Piece:
        """A text with its weight."""
        return Piece(text, math.sqrt(sum(map(self.squares.__getitem__, text))))

    def likeness(self, left: Piece, right: Piece) -> float:
        """How much two pieces say the same, 0 to 1."""
        shared = left.text & right.text
        return sum(map(self.squares.__getitem__, shared)) / (left.weight * right.weight) if shared else 0.0

    def table(self, left: Sequence[Piece], right: Sequence[Piece]) -> list[list[float]]:
        """The likeness of each piece of one side to each of the other: each token is looked for once, not in all."""
        both = frozenset().union(*(piece.text for piece in left)) & frozenset().union(*(piece.text for piece in right))
        places: dict[str, list[int]] = {token: [] for token in both}
        for place, piece in enumerate(right):
            for token in piece.text & both:
                places[token].append(place)
        return [self._row(piece, right, both, places) for piece in left]

    def _row(
        self, piece: Piece, right: Sequence[Piece], both: frozenset[str], places: Mapping[str, Sequence[int]]
    ) -> list[float]:
        shared = [0.0] * len(right)
        for token in piece.text & both:
            square = self.squares[token]
            for place in places[token]:
                shared[place] += square
        return [each and each / (piece.weight * other.weight) for each, other in zip(shared, right, strict=True)]


def of_block(block: Block, language: Language) -> Text:
    """What a block says: its words, and the addresses that it links to."""
    said = of_text(block.text, language)
    return said if block.kind is BlockKind.CODE else said.union(_addresses(block.node))


@held
def of_text(text: str, language: Language) -> Text:
    """What a text says: its words, sentence by sentence, as many rules ask for those of a sentence."""
    return frozenset().union(*(tokens_of(text[start:end], language) for start, end in sentences(text, language)))


def of_section(section: Section, blocks: Sequence[Text], language: Language) -> Text:
    """What a section says: its heading and its blocks."""
    return of_title(section, language).union(*blocks)


def of_title(section: Section, language: Language) -> Text:
    """What a section's heading says, without its number: a step that is missing shifts all numbers behind it."""
    return of_text(COUNTED.sub(r"\1", NUMBERED.sub("", section.title)), language)


def _addresses(node: Node) -> Iterator[str]:
    for child in node.walk():
        if child.tag in {"a", "img"}:
            address = child.get("href") or child.get("src")
            yield "@" + (address.rpartition("/")[2] or address)
