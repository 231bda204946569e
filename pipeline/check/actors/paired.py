"""What is said of two things in clauses beside each other, told by all that both languages say there.

In: two sentences with the answers of their words. Out: two German words that stand in each other's clause of the
translation, while all else stays: „Rentner zahlen 5 Euro, Kinder nichts“, “Children pay 5 euros, pensioners nothing”.

Both sentences are cut in two at signs and words that part clauses. If any cut leaves each half with its own, in either
order, nothing is told.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise, product
from typing import TYPE_CHECKING, NamedTuple

from ...facts.words.grammar import DETERMINER, grammar
from ...frozen import dataclass
from ...vocabulary.terms import STOP_WORDS
from .acting import is_verb

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ..answering.anchored import Met, Word

    Place = tuple[int, int]
    Exchanged = tuple[str, str, Place, Place]

GERMAN = re.compile(
    r"[()]|[,;:]\s(?:(?:und|aber|doch|sondern|während|wohingegen)\s)?|\s(?:[–—]|und|aber|während|doch)\s"
)
ENGLISH = re.compile(r"[()]|[,;:]\s(?:(?:and|but|while|whereas)\s)?|\s(?:[–—]|and|but|while|whereas)\s")
"""What may part two clauses."""
JOINED = re.compile(r"\s(?:as|after|before|because|since|when|so|though|although|if|once)\s")
"""What joins to a clause what German says beside it: “as the fire brigade put out the fire”."""
NO_CUT = re.compile(r"[()]|\s(?:und|doch)\s|[“”«»‘’\"'][,;:]")
"""What parts no two halves, from the sign before: asides, the members of a row, a quotation and who says it."""
HALF = ";"
MOST, MOST_OPEN = 6, 5
"""Places that may part clauses; where only one of two words has a known answer."""
LEAST = 3
"""Words with an answer: two things, and what is said of one."""
BETWEEN, AHEAD = 2, 2
"""Clauses from one thing to the other; words before the thing that begins its clause: „in der Impfgruppe“."""
NOUNS = frozenset(("noun", "person"))
HEADS = NOUNS | {"answer", "quantity"}
"""What may change places, and of what kind."""


class Unit(NamedTuple):
    """A German word with an answer: the numbers of both, where they stand, what it is."""

    number: int
    answer: int
    there: int
    here: int
    kind: str


@dataclass(frozen=True, slots=True)
class Clauses:
    """Two sentences, the places at which their clauses begin, and the words with an answer."""

    met: Met
    left: Sequence[int]
    right: Sequence[int]
    units: Sequence[Unit]

    def there(self, unit: Unit) -> int:
        """The German clause of a word."""
        return bisect_right(self.left, unit.there)

    def here(self, unit: Unit) -> int:
        """The English clause of its answer."""
        return bisect_right(self.right, unit.here)

    def begins(self, unit: Unit) -> bool:
        """Whether a word begins its clause in both languages, but for what may stand before a noun."""
        return unit.number in _opening(self.met.left, self.left, self.there(unit)) and unit.answer in _opening(
            self.met.right, self.right, self.here(unit)
        )


def exchanged_clauses(met: Met, german: str, said: str) -> Iterator[Exchanged]:
    """Two German words that have changed places: where the second stands in English, and the first in German."""
    left = list(GERMAN.finditer(german))
    right = list(ENGLISH.finditer(said)) if left else []
    units = _told_of(met, left) if right and max(len(left), len(right)) <= MOST else []
    if len(units) < LEAST:
        return
    clauses = Clauses(met, [found.end() for found in left], [found.end() for found in right], units)
    is_half = 0 < german.count(HALF) == said.count(HALF)
    cuts = _cuts(said, right, is_half=is_half)
    wholes = cuts if is_half else [*clauses.right, *(found.end() for found in JOINED.finditer(said))]
    for there in _cuts(german, left, is_half=is_half):
        told = [unit for unit in units if _is_of_one(met, unit, there)]
        ways = {here: [(each.there >= there) == (each.here >= here) for each in told] for here in wholes}
        if any(len(set(row)) <= 1 for row in ways.values()):
            continue
        for here, way in product(cuts, (True, False)):
            moved = [unit for unit, each in zip(told, ways[here], strict=True) if each != way]
            rest = [unit for unit, each in zip(told, ways[here], strict=True) if each == way]
            is_weak = not way and len(rest) == 1 and rest[0].kind == "word"
            found = None if is_weak else _exchanged(clauses, (there, here), moved, rest)
            if found:
                yield found
                return


def _is_of_one(met: Met, unit: Unit, cut: int) -> bool:
    """Whether a word belongs to one half alone: the verb of the first may be the second's: „A zahlt B, C D“."""
    if unit.kind != "word" or unit.there >= cut or not is_verb(met.left[unit.number].text):
        return True
    return any(word.start >= cut and _is_done(met.left, number) for number, word in enumerate(met.left))


def _cuts(text: str, marks: Sequence[re.Match[str]], *, is_half: bool) -> list[int]:
    """Where a sentence may be cut in two: at semicolons alone, if both have as many."""
    if is_half:
        return [mark.end() for mark in marks if mark[0].startswith(HALF)]
    starts = (mark.start() - (mark[0][0] in ",;:") for mark in marks)
    return [mark.end() for mark, start in zip(marks, starts, strict=True) if not NO_CUT.match(text, max(0, start))]


def _exchanged(clauses: Clauses, at: Place, moved: Sequence[Unit], rest: Sequence[Unit]) -> Exchanged | None:
    """Two words that alone are in the other half, if what stays belongs to them and is no row of members."""
    groups = [[unit for unit in moved if (unit.there >= at[0]) is later] for later in (False, True)]
    firsts = [group[0] for group in groups if group]
    if not rest or not firsts or not all(each.kind in HEADS for each in firsts):
        return None
    if any(not _belongs(clauses, one, other, rest) for group in groups for one, other in pairwise(group)):
        return None
    if firsts[0].kind != "answer" and not _has_verb(clauses, firsts[0], at[0]):
        return None
    if len(firsts) == 1:
        return _with_unknown(clauses, at, firsts[0], rest)
    return _both(clauses, at, (firsts[0], firsts[1]), rest)


def _belongs(clauses: Clauses, one: Unit, other: Unit, rest: Sequence[Unit]) -> bool:
    """Whether a word stands right behind another one, or in a clause of its own behind it: „die SPD, die … regiert“."""
    if other.number - one.number == 1:
        return True
    behind = clauses.there(other)
    is_alone = behind not in map(clauses.there, rest)
    return is_alone and behind - clauses.there(one) == clauses.here(other) - clauses.here(one) == 1


def _both(clauses: Clauses, at: Place, two: tuple[Unit, Unit], rest: Sequence[Unit]) -> Exchanged | None:
    """Two words of which both answers are known."""
    one, other = two
    if one.kind != other.kind and not {one.kind, other.kind} <= NOUNS:
        return None
    first, second = map(clauses.there, two)
    is_near = second == bisect_right(clauses.left, at[0]) and second - first <= BETWEEN
    if not is_near or bisect_right(clauses.right, at[1]) not in map(clauses.here, two):
        return None
    beside = [[unit for unit in rest if clauses.there(unit) == clause] for clause in (first, second)]
    begin = all(map(clauses.begins, two))
    is_said = len(rest) > 1 or any(unit.kind != "word" for unit in rest)
    if any(beside) if begin else all(beside) and is_said and _stand_alike(clauses, two):
        met = clauses.met
        return _told(met.left[one.number], met.left[other.number], met.right[other.answer])
    return None


def _with_unknown(clauses: Clauses, at: Place, unit: Unit, rest: Sequence[Unit]) -> Exchanged | None:
    """A word that has changed places with a noun of which the answer is not known."""
    met, (there, here) = clauses.met, at
    is_later, is_later_here = unit.there >= there, unit.here >= here
    clause, second = clauses.there(unit), bisect_right(clauses.left, there)
    if max(len(clauses.left), len(clauses.right)) > MOST_OPEN or not clauses.begins(unit):
        return None
    if (clause != second) if is_later else (second - clause > BETWEEN):
        return None
    beside = any(clauses.there(each) == clause and each.kind != "word" for each in rest)
    if not beside or len(rest) < LEAST - 1 or all((each.there >= there) is is_later for each in rest):
        return None
    taken = {number for first, last in met.answers.values() for number in range(first, last + 1)}
    theirs = _opposite(met.right, clauses.right, here, is_later=is_later_here)
    if all(number in taken or met.right[number].small in STOP_WORDS["en"] for number in theirs):
        return None
    known = {each.number for each in clauses.units}
    mine = _opposite(met.left, clauses.left, there, is_later=is_later)
    unknown = next((number for number in mine if number in met.nouns and number not in known), None)
    if unknown is None:
        return None
    return _told(met.left[unknown], met.left[unit.number], met.right[unit.answer])


def _told(one: Word, other: Word, answer: Word) -> Exchanged:
    return one.text, other.text, (answer.start, answer.end), (one.start, one.end)


def _opening(words: Sequence[Word], ends: Sequence[int], clause: int) -> list[int]:
    """The words that begin a clause."""
    return [at for at, word in enumerate(words) if bisect_right(ends, word.start) == clause][: AHEAD + 1]


def _opposite(words: Sequence[Word], ends: Sequence[int], cut: int, *, is_later: bool) -> list[int]:
    """The words that begin the clauses on the other side of a cut."""
    second = bisect_right(ends, cut)
    clauses = range(max(0, second - BETWEEN), second) if is_later else (second,)
    return [number for clause in clauses for number in _opening(words, ends, clause)]


def _stand_alike(clauses: Clauses, two: tuple[Unit, Unit]) -> bool:
    """Whether two words are each the first or the last thing of their clauses, both alike in each language."""
    heads = [unit for unit in clauses.units if unit.kind in HEADS]
    return all(
        any(
            all(unit == end((each for each in heads if clause(each) == clause(unit)), key=place) for unit in two)
            for end in (min, max)
        )
        for clause, place in ((clauses.there, lambda each: each.there), (clauses.here, lambda each: each.here))
    )


def _has_verb(clauses: Clauses, first: Unit, cut: int) -> bool:
    """Whether anything is done from the clause of a word to a cut: the members of a row do nothing."""
    words, start = clauses.met.left, min(clauses.there(first), bisect_right(clauses.left, cut) - BETWEEN)
    ahead = [
        at for at, word in enumerate(words) if word.start < cut and start <= bisect_right(clauses.left, word.start)
    ]
    opened = max((at for at in ahead if "(" in words[at].before), default=0)
    return any(_is_done(words, at) for at in ahead if at >= opened)


def _is_done(words: Sequence[Word], number: int) -> bool:
    """Whether a German word is a verb, and no quality behind an article: „der gebauten Halle“."""
    word = words[number].text
    if word in grammar().german["auxiliary"]:
        return True
    return word.islower() and is_verb(word) and not (number and DETERMINER.fullmatch(words[number - 1].small))


def _told_of(met: Met, marks: Sequence[re.Match[str]]) -> list[Unit]:
    """The words with an answer, without who says so: „…, glaubt Ute Hermes, …“ stands in English wherever it likes."""
    ends = [mark.end() for mark in marks]
    said = {
        bisect_right(ends, word.start) for word in met.left if word.before and word.small in grammar().german["saying"]
    }
    return [unit for unit in _units(met) if bisect_right(ends, unit.there) not in said]


def _units(met: Met) -> list[Unit]:
    """The words with an answer, also what the dictionary leaves out: persons, figures, denials, yes and no."""
    found = {number: (place[0], "noun" if number in met.nouns else "word") for number, place in met.answers.items()}
    mine, theirs = _signs(met.left, 0), _signs(met.right, 1)
    for sign in mine.keys() & theirs.keys():
        number, answer = mine[sign], theirs[sign]
        if number >= 0 <= answer:
            found.setdefault(number, (answer, sign[0]))
    return [
        Unit(number, answer, met.left[number].start, met.right[answer].start, kind)
        for number, (answer, kind) in sorted(found.items())
    ]


def _signs(words: Sequence[Word], side: int) -> Mapping[tuple[str, str], int]:
    """The only word of each kind that needs no dictionary, or -1."""
    found: dict[tuple[str, str], int] = {}
    known = grammar().alike[side]
    for number, word in enumerate(words):
        signs = [*known.get(word.small, ())]
        if word.small[0].isdigit():
            signs.append(("figure", "".join(filter(str.isdigit, word.small))))
        elif side and word.small.endswith(("n't", "n’t")):
            signs += known["not"]
        for sign in signs:
            found[sign] = -1 if sign in found else number
    return found
