"""A noun of the article is not another one of it: who writes “town” for „Stadt“ everywhere does not mean „Land“ by it.

In: an original and its translation. Out: remarks on nouns that became others which the article uses as well.

The article itself shows what is what: a German noun that all other sentences answer, and an English one that all others
explain, can hardly be translated freely in the one sentence where both stand alone.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ....align.readings import known, readings, separated
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
SEEN = 2
"""How often the article must say both words elsewhere."""


@dataclass(frozen=True, slots=True)
class Row:
    """Two sentences that answer each other.

    ``lost`` are the German nouns that nothing in the English one answers, ``met`` those that something does;
    ``strange`` the English words that nothing in the German one explains, ``plain`` those that a noun does, ``loose``
    those that another word does. Each is known by its entry or stem. ``spare`` are the tokens of all words without an
    answer, of which ``size`` are German words of the dictionary.
    """

    mine: Passage
    theirs: Passage
    there: Place
    here: Place
    lost: dict[str, str]
    met: frozenset[str]
    strange: dict[str, str]
    plain: frozenset[str]
    loose: frozenset[str]
    spare: tuple[frozenset[str], frozenset[str]]
    size: int

    @classmethod
    def of(cls, mine: Passage, theirs: Passage, there: Place, here: Place) -> Row:
        """The words of two sentences."""
        german, english = mine.text[slice(*there)], theirs.text[slice(*here)]
        own = {word: found for word in words(german) if (found := readings(word, Language.DE))}
        theirs_ = {word: found for word in words(english) if (found := readings(word, Language.EN))}
        meant = frozenset().union(*own.values(), *separated(german).values())
        said = frozenset().union(*theirs_.values())
        nouns = {word: entry for word in own if (entry := lemma(word)) and entry[0].isupper()}
        alone = {word for word, found in own.items() if said.isdisjoint(found)}
        by_noun = frozenset().union(*map(own.__getitem__, nouns))
        by_other = frozenset().union(*(found for word, found in own.items() if word not in nouns))
        odd = {word for word, found in theirs_.items() if meant.isdisjoint(found)}
        sure = {word: stem(word.lower()) for word in theirs_ if known(word, Language.EN)}
        clear = {
            word: by_noun.isdisjoint(found) or not by_other.isdisjoint(found)
            for word, found in theirs_.items()
            if word in sure and word not in odd
        }
        return cls(
            *(mine, theirs, there, here),
            lost={nouns[word]: word for word in nouns if word in alone},
            met=frozenset(nouns[word] for word in nouns if word not in alone),
            strange={sure[word]: word for word in theirs_ if word in odd and word in sure},
            plain=frozenset(sure[word] for word, is_loose in clear.items() if not is_loose),
            loose=frozenset(sure[word] for word, is_loose in clear.items() if is_loose),
            spare=(
                frozenset().union(*map(own.__getitem__, alone)),
                frozenset().union(*map(theirs_.__getitem__, odd)),
            ),
            size=sum(1 for word in alone if known(word, Language.DE)),
        )

    def without(self, others: Sequence[Row]) -> Row:
        """The same without the words that those of other sentences may answer which have no answer there."""
        if not (others and self.lost and self.strange):
            return self
        german, english = (frozenset().union(*(other.spare[side] for other in others)) for side in (0, 1))
        lost = {entry: word for entry, word in self.lost.items() if english.isdisjoint(readings(word, Language.DE))}
        strange = {key: word for key, word in self.strange.items() if german.isdisjoint(readings(word, Language.EN))}
        return replace(self, lost=lost, strange=strange)

    def is_noun(self, english: str) -> bool:
        """Whether an English word stands where nouns do."""
        start = self.theirs.text.index(english, self.here[0])
        return bool(BEFORE.search(self.theirs.text, max(self.here[0], start - 16), start))


def mistaken(pair: Translation) -> Iterator[Remark]:
    """The nouns that became others of the article."""
    rows = [row for _, mine, theirs in lines(pair) for row in _rows(mine, theirs)]
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


def _is_steady(explained: int, odd: int) -> bool:
    """Whether a word is nearly always explained alike, but for the sentence at hand."""
    return explained >= SEEN and odd - 1 <= (explained / STEADY if explained >= OFTEN else 0)


def _rows(mine: Passage, theirs: Passage) -> Iterator[Row]:
    """The sentences of a block, each without what another may answer."""
    rows = [Row.of(mine, theirs, there, here) for there, here in answering(mine, theirs)]
    for number, row in enumerate(rows):
        yield row.without(rows[:number] + rows[number + 1 :])


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
