"""A noun of the article is not another one of it: who writes “town” for „Stadt“ everywhere does not mean „Land“ by it.

In: an original and its translation. Out: remarks on nouns that became others which the article uses as well.

The article itself shows what is what: a German noun that all other sentences answer, and an English one that all others
explain, can hardly be translated freely in the one sentence where both stand alone.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from ....align.readings import READINGS, known, readings, told
from ....align.words import Known, words
from ....frozen import dataclass
from ....model import Language
from ....vocabulary.stems import stem
from ....vocabulary.terms import entries, lemma
from ...answering.lines import answering, lines
from ...rule import Remark, remark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ....model import Translation
    from ...compared.prose import Passage

    Place = tuple[int, int]

VAGUE = re.compile(
    r"Angabe|Anfang|Art|Beispiel|Bereich|Blick|Ding|Ende|Fall|Frage|Grund|Hand|Lage|Mal|Mittel|Platz|Punkt|Rahmen|Recht"
    r"|Rede|Rolle|Sache|Schritt|Seite|Sinn|Stelle|Teil|Verbindung|Verfügung|Weg|Weise|Wert|Zeit|Zug|Zusammenhang"
    r"|Sekunde|Minute|Stunde|Tag|Woche|Monat|Jahr"
)
"""Nouns that mean little in many idioms: „im Rahmen“, „zur Seite“; and spans of time, of which 24 hours are a day."""
KIND = re.compile(r"(?:animal|creature|plant|tree|flower|fish|bird|insect|building|vehicle)s?", re.IGNORECASE)
"""What a thing may be called by its kind: „der Wal“, “the animal”."""
BEFORE = re.compile(
    r"\b(?:the|an?|its|their|his|her|our|your|my|this|that|these|those|each|every|any|no|all|some|of|for|in|on|at|by|with"
    r"|from|to|into|and|or|as|between|against|under|over|\w+(?:’s|'s|s’|al|an|ic|ish|ive|ous|ful|ed|ern))[ -]$",
    re.IGNORECASE,
)
"""What stands before a noun, and seldom before a verb."""
OF, OF_DE = (
    re.compile(r"\w of (?:(?:the|an?|its|their|his|her|our|your|my) )?$"),
    re.compile(r"\b(?:des|der|eines|einer|[mdsk]?eine[rs]|ihre[rs]|unsere[rs]|von|vom)\s(?:\w+\s)?$"),
)
"""What stands before a noun that belongs to another: one that English adds so stands for none that did not."""
STEADY, OFTEN = 4, 8
"""Of so many sentences one may explain an English word otherwise, where it is explained as often as that."""
MOST = 4
"""Words of a sentence without an answer: one that has more is translated freely."""
STEM = 7
"""Letters that tell a word of the same family: municipal, municipality."""
SEEN = 2
"""How often the article must say both words elsewhere."""


def _entry(word: str, language: Language) -> str:
    is_word = not any(map(str.isdigit, word)) and readings(word, language)
    entry = lemma(word) if is_word else ""
    return entry if entry[:1].isupper() else ""


def _key(word: str, language: Language) -> str:
    return stem(word.lower()) if known(word, language) else ""


ENTRIES = Known(_entry, Language.DE)
"""The entries of German nouns, none of other words."""
KEYS = Known(_key, Language.EN)
"""The stems of English words of which the dictionary can tell whether they are explained, none of other words."""


@dataclass(frozen=True, slots=True)
class Row:
    """Two sentences that answer each other.

    ``lost`` are the German nouns that nothing in the English one answers, ``met`` those that something does, known by
    their entries: what is asked first, as most sentences lose none.
    """

    mine: Passage
    theirs: Passage
    there: Place
    here: Place
    lost: dict[str, str]
    met: set[str]

    @classmethod
    def of(cls, mine: Passage, theirs: Passage, there: Place, here: Place) -> Row:
        """The nouns of two sentences."""
        lost: dict[str, str] = {}
        met = set()
        said = told(theirs.text[slice(*here)], Language.EN)
        for word in dict.fromkeys([word for word in words(mine.text[slice(*there)]) if ENTRIES[word]]):
            if said.isdisjoint(READINGS[Language.DE][word]):
                lost[ENTRIES[word]] = word
            else:
                met.add(ENTRIES[word])
        return cls(mine, theirs, there, here, lost, met)

    @property
    def texts(self) -> tuple[str, str]:
        """The two sentences."""
        return self.mine.text[slice(*self.there)], self.theirs.text[slice(*self.here)]

    def strange(self) -> dict[str, str]:
        """The English words that nothing in the German sentence explains, by their stems."""
        german, english = self.texts
        meant = told(german, Language.DE)
        sure = [(key, word) for word in dict.fromkeys(words(english)) if (key := KEYS[word])]
        return {key: word for key, word in sure if meant.isdisjoint(READINGS[Language.EN][word])}

    def spare(self) -> tuple[frozenset[str], frozenset[str]]:
        """The tokens of the words of either sentence that nothing in the other one answers."""
        german, english = self.texts
        mine = _unanswered(german, Language.DE, english, Language.EN)
        theirs = _unanswered(english, Language.EN, german, Language.DE)
        return _union(mine, Language.DE), _union(theirs, Language.EN)

    def explained(self) -> tuple[set[str], set[str]]:
        """The English words that a noun explains, and those that another word does, where the dictionary knows them."""
        german, english = self.texts
        meant = told(german, Language.DE)
        own = [(ENTRIES[word], READINGS[Language.DE][word]) for word in words(german)]
        by_noun = frozenset().union(*(found for entry, found in own if entry))
        by_other = frozenset().union(*(found for entry, found in own if not entry))
        plain: set[str] = set()
        loose: set[str] = set()
        for word in words(english):
            key, found = KEYS[word], READINGS[Language.EN][word]
            if key and not meant.isdisjoint(found):
                (loose if by_noun.isdisjoint(found) or not by_other.isdisjoint(found) else plain).add(key)
        return plain, loose

    def is_noun(self, english: str) -> bool:
        """Whether an English word stands where nouns do."""
        start = self.theirs.text.index(english, self.here[0])
        return bool(BEFORE.search(self.theirs.text, max(self.here[0], start - 16), start))

    def is_gloss(self, english: str, german: str) -> bool:
        """Whether an English noun only says whose another is, and the German one does not: a son of the family."""
        start, first = self.theirs.text.index(english, self.here[0]), self.mine.text.index(german, self.there[0])
        is_owned = OF.search(self.theirs.text, max(self.here[0], start - 16), start)
        return bool(is_owned) and not OF_DE.search(self.mine.text, max(self.there[0], first - 40), first)


class Odd(NamedTuple):
    """Two sentences with their nouns that are lost and the English words that are strange, as :class:`Row` has them."""

    row: Row
    lost: dict[str, str]
    strange: dict[str, str]

    def is_free(self) -> bool:
        """Whether more words have no answer than in what is translated word for word."""
        if len(self.strange) > MOST:
            return True
        german, english = self.row.texts
        alone = _unanswered(german, Language.DE, english, Language.EN)
        return sum(1 for word in alone if known(word, Language.DE)) > MOST


def _unanswered(text: str, language: Language, answer: str, other: Language) -> list[str]:
    """The different words of a sentence that nothing in its answer answers."""
    said = told(answer, other)
    return [word for word in {*words(text)} if (found := readings(word, language)) and said.isdisjoint(found)]


def _union(found: Iterable[str], language: Language) -> frozenset[str]:
    return frozenset().union(*map(READINGS[language].__getitem__, found))


def mistaken(pair: Translation) -> Iterator[Remark]:
    """The nouns that became others of the article."""
    blocks = [
        [Row.of(mine, theirs, there, here) for there, here in answering(mine, theirs)]
        for _, mine, theirs in lines(pair)
    ]
    met = Counter(each for block in blocks for row in block for each in row.met)
    lost = {each for block in blocks for row in block for each in row.lost if met[each] >= SEEN}
    nouns = {each for each in lost if not VAGUE.fullmatch(each)}
    yield from _mistaken(blocks, nouns) if nouns else ()


def _mistaken(blocks: Sequence[Sequence[Row]], nouns: set[str]) -> Iterator[Remark]:
    """The same among nouns that are lost somewhere and met elsewhere."""
    rows = [each for block in blocks for each in _odd(block)]
    count = Counter(each for row in rows for each in row.lost)
    once = {each for each in nouns if count[each] == 1}
    doubtful = [row for row in rows if row.strange and not once.isdisjoint(row.lost) and not row.is_free()]
    plain, odd = _counts(rows) if doubtful else (Counter(), Counter())
    for row in doubtful:
        others = [word for key, word in row.strange.items() if _is_steady(plain[key], odd[key])]
        noun = next(each for each in row.lost if each in once)
        others = [word for word in others if row.row.is_noun(word) and not _is_derived(word, noun)]
        others = [word for word in others if not KIND.fullmatch(word)]
        others = [word for word in others if not row.row.is_gloss(word, row.lost[noun])]
        if others:
            yield _remark(row.row, noun, row.lost[noun], others[0])


def _odd(block: Sequence[Row]) -> list[Odd]:
    """The sentences of a block, each without what another may answer."""
    rows = [Odd(row, row.lost, row.strange()) for row in block]
    if len(rows) == 1 or not any(row.lost and row.strange for row in rows):
        return rows
    spare = [row.spare() for row in block]
    return [_without(row, [*spare[:number], *spare[number + 1 :]]) for number, row in enumerate(rows)]


def _without(row: Odd, others: Sequence[tuple[frozenset[str], frozenset[str]]]) -> Odd:
    """The same without the words that others may answer which have no answer in their own sentences."""
    if not (row.lost and row.strange):
        return row
    german, english = (frozenset().union(*(other[side] for other in others)) for side in (0, 1))
    lost = {entry: word for entry, word in row.lost.items() if english.isdisjoint(readings(word, Language.DE))}
    strange = {key: word for key, word in row.strange.items() if german.isdisjoint(readings(word, Language.EN))}
    return Odd(row.row, lost, strange)


def _counts(rows: Sequence[Odd]) -> tuple[Counter[str], Counter[str]]:
    """In how many sentences a noun explains an English word, and in how many another word or none does."""
    explained = [row.row.explained() for row in rows]
    plain = Counter(each for by_noun, _ in explained for each in by_noun)
    odd = Counter(each for row in rows for each in row.strange)
    odd.update(each for _, by_other in explained for each in by_other)
    return plain, odd


def _is_steady(explained: int, odd: int) -> bool:
    """Whether a word is nearly always explained alike, but for the sentence at hand."""
    return explained >= SEEN and odd - 1 <= (explained / STEADY if explained >= OFTEN else 0)


def _is_derived(word: str, noun: str) -> bool:
    """Whether an English word begins as what a German noun is called: „Gemeinden“, “a municipal by-law”."""
    return any(each[:STEM] == word.lower()[:STEM] for each in entries()[noun].split(", ") if len(each) >= STEM)


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
