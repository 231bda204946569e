"""A noun of the article is not another one of it: who writes “town” for „Stadt“ everywhere does not mean „Land“ by it.

In: an original and its translation. Out: remarks on nouns that became others which the article uses as well.

The article itself shows what is what: a German noun that all other sentences answer, and an English one that all others
explain, can hardly be translated freely in the one sentence where both stand alone.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ....align.clauses import unexplained
from ....align.readings import known, told
from ....align.words import words
from ....model import Language
from ....vocabulary.stems import stem
from ....vocabulary.terms import entries, lemma
from ...lines import answering, lines
from ...rule import Remark, remark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ....model import Translation
    from ...prose import Passage

    Place = tuple[int, int]
    Near = tuple[str, str]

VAGUE = re.compile(
    r"Angabe|Anfang|Art|Beispiel|Bereich|Blick|Ding|Ende|Fall|Frage|Grund|Hand|Lage|Mal|Mittel|Platz|Punkt|Rahmen|Recht"
    r"|Rede|Rolle|Sache|Schritt|Seite|Sinn|Stelle|Teil|Verbindung|Verfügung|Weg|Weise|Wert|Zeit|Zug|Zusammenhang"
)
"""Nouns that mean little in many idioms: „im Rahmen“, „zur Seite“."""
BEFORE = re.compile(
    r"\b(?:the|an?|its|their|his|her|our|your|my|this|that|these|those|each|every|any|no|all|some|of|for|in|on|at|by|with"
    r"|from|to|into|and|or|as|between|against|under|over|\w+(?:’s|'s|s’|al|an|ic|ish|ive|ous|ful|ed|ern))[ -]$",
    re.IGNORECASE,
)
"""What stands before a noun, and seldom before a verb."""
STEADY, OFTEN = 4, 8
"""Of so many sentences one may explain an English word otherwise, where it is explained as often as that."""
MOST = 4
"""Words of a sentence without an answer: one that has more is translated freely."""
NOTHING = "", ""
SEEN = 2
"""How often the article must say both words elsewhere."""


@dataclass(frozen=True, slots=True)
class Row:
    """Two sentences that answer each other.

    ``lost`` are the German nouns that no English word in the sentence, or near it, answers, ``met`` those that the
    sentence does; ``strange`` the English words that nothing German explains, ``plain`` those that a noun of the
    sentence does, and ``loose`` those that another word does, or what stands near. Each is known by its entry or stem.
    """

    mine: Passage
    theirs: Passage
    here: Place
    there: Place
    lost: dict[str, str]
    met: frozenset[str]
    strange: dict[str, str]
    plain: frozenset[str]
    loose: frozenset[str]
    size: int
    """How many words of the German sentence have no answer."""

    @classmethod
    def of(cls, mine: Passage, there: Place, theirs: Passage, here: Place, near: Near) -> Row:
        """The words of two sentences; ``near`` are the words of the others that may answer them."""
        german, english = mine.text[slice(*there)], theirs.text[slice(*here)]
        said = told(english, Language.EN)
        block = said | told(near[1], Language.EN)
        own = [(word, tokens) for word in dict.fromkeys(words(german)) if (tokens := known(word, Language.DE))]
        nouns = {word: entry for word, _ in own if (entry := lemma(word)) and entry[0].isupper()}
        alone = [word for word, tokens in own if block.isdisjoint(tokens)]
        by_noun, by_other = (
            frozenset().union(*(tokens for word, tokens in own if (word in nouns) is is_noun))
            for is_noun in (True, False)
        )
        meant = told(german, Language.DE) | told(near[0], Language.DE)
        strange: dict[str, str] = {}
        plain, loose = set(), set()
        for word in dict.fromkeys(words(english)):
            tokens = known(word, Language.EN)
            if not tokens:
                continue
            key = stem(word.lower())
            if meant.isdisjoint(tokens):
                strange[key] = word
            elif by_noun.isdisjoint(tokens) or not by_other.isdisjoint(tokens):
                loose.add(key)
            else:
                plain.add(key)
        return cls(
            *(mine, theirs, here, there),
            lost={nouns[word]: word for word in alone if word in nouns},
            met=frozenset(nouns[word] for word, tokens in own if word in nouns and not said.isdisjoint(tokens)),
            strange=strange,
            plain=frozenset(plain),
            loose=frozenset(loose),
            size=len(alone),
        )

    def is_noun(self, english: str) -> bool:
        """Whether an English word stands where nouns do."""
        start = self.theirs.text.index(english, self.here[0])
        return bool(BEFORE.search(self.theirs.text, max(self.here[0], start - 16), start))


def mistaken(pair: Translation) -> Iterator[Remark]:
    """The nouns that became others of the article."""
    blocks = [(mine, theirs, answering(mine, theirs)) for _, mine, theirs in lines(pair)]
    apart = [Row.of(mine, there, theirs, here, NOTHING) for mine, theirs, places in blocks for there, here in places]
    if not _may_be(apart):
        return
    rows = [row for block in blocks for row in _rows(*block)]
    met = Counter(each for row in rows for each in row.met)
    plain = Counter(each for row in rows for each in row.plain)
    lost = Counter(each for row in rows for each in row.lost)
    odd = Counter(each for row in rows for each in (*row.strange, *row.loose))
    for row in rows:
        if not (row.lost and row.strange) or max(row.size, len(row.strange)) > MOST:
            continue
        nouns = [each for each in row.lost if met[each] >= SEEN and lost[each] == 1 and not VAGUE.fullmatch(each)]
        others = [word for key, word in row.strange.items() if _is_steady(plain[key], odd[key])]
        others = [word for word in others if row.is_noun(word)]
        if nouns and others:
            yield _remark(row, nouns[0], row.lost[nouns[0]], others[0])


def _may_be(rows: Sequence[Row]) -> bool:
    """Whether sentences may have such a noun, by their own words alone: what stands near answers more, never less."""
    met = Counter(each for row in rows for each in row.met)
    plain = Counter(each for row in rows for each in row.plain)
    odd = Counter(each for row in rows for each in row.loose.union(row.strange))
    return any(
        any(met[each] >= SEEN and not VAGUE.fullmatch(each) for each in row.lost)
        and any(_is_steady(plain[key], odd[key]) for key in row.strange)
        for row in rows
    )


def _is_steady(explained: int, odd: int) -> bool:
    """Whether a word is nearly always explained alike, but for the sentence at hand."""
    return explained >= SEEN and odd - 1 <= (explained / STEADY if explained >= OFTEN else 0)


def _rows(mine: Passage, theirs: Passage, places: Sequence[tuple[Place, Place]]) -> Iterator[Row]:
    """The sentences of a block, each with what the others leave without an answer."""
    spare = [_spare(mine.text[slice(*there)], theirs.text[slice(*here)]) for there, here in places]
    for number, (there, here) in enumerate(places):
        others = spare[:number] + spare[number + 1 :]
        near = " ".join(german for german, _ in others), " ".join(english for _, english in others)
        yield Row.of(mine, there, theirs, here, near)


def _spare(german: str, english: str) -> Near:
    """The words of two sentences that neither answers the other by."""
    return (
        " ".join(unexplained(german, Language.DE, english)),
        " ".join(unexplained(english, Language.EN, german)),
    )


def _remark(row: Row, entry: str, german: str, english: str) -> Remark:
    start, first = row.theirs.text.index(english, row.here[0]), row.mine.text.index(german, row.there[0])
    return remark(
        row.theirs.span(start, start + len(english)),
        "“{german}” is not “{english}”; perhaps “{mean}”",
        related=row.mine.span(first, first + len(german)),
        german=german,
        english=english,
        mean=entries()[entry].split(", ")[0],
    )
