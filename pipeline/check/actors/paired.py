"""What is said of two things in clauses beside each other, told by all that both languages say there.

In: two sentences with the answers of their words. Out: two German words that stand in each other's clause of the
translation, while all else stays: „Rentner zahlen 5 Euro, Kinder nichts“, “Children pay 5 euros, pensioners nothing”.

Both sentences are cut in two at signs and words that part clauses. If any cut leaves each half with its own, in either
order, nothing is told.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise
from operator import attrgetter, lt
from typing import TYPE_CHECKING

from ...facts.words.grammar import DETERMINER, grammar, is_verb
from ...frozen import dataclass
from ...vocabulary.terms import STOP_WORDS
from .marks import marks
from .places import exchanged
from .units import HEADS, NOUNS, is_most, may_change, units

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..answering.anchored import Met, Word
    from .places import Exchanged
    from .units import Unit

    Place = tuple[int, int]

CUTTING = (", ", "; ", " – ", " aber ", " während ")
"""Without one of these a German sentence is never cut in two."""
PRONOUNS = frozenset(("er", "sie"))
"""What stands for somebody named before."""
MOST, MOST_OPEN = 5, 5
"""Places that may part clauses; where only one of two words has a known answer."""
LEAST, SHORT, MOVED = 3, 4, 4
"""Words with an answer: two things, and what is said of one; those of a short sentence; those that change places."""
BETWEEN, AHEAD = 2, 2
"""Clauses from one thing to the other; words before the thing that begins its clause: „in der Impfgruppe“."""


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


def exchanged_clauses(met: Met, german: str) -> Iterator[Exchanged]:
    """Two German words that have changed places: where the second stands in English, and the first in German."""
    if not any(map(german.__contains__, CUTTING)):
        return
    places = [place[0] for place in met.answers.values()]
    is_straight = all(map(lt, places, places[1:]))
    if not places or (is_straight and not may_change(met)):
        return
    known = grammar()
    left = marks(met.left, known.german["parting"], known.german["joining"])
    right = marks(met.right, known.english["parting"], frozenset()) if 0 < len(left.ends) <= MOST else left
    if left is right or not 0 < len(right.ends) <= MOST:
        return
    is_half = 0 < len(left.halves) == len(right.halves)
    mine, cuts = (left.halves, right.halves) if is_half else (left.cuts, right.cuts)
    if not is_straight and len(places) > SHORT and not may_change(met):
        answered = [
            (met.left[number].start, met.right[place].start) for number, place in zip(met.answers, places, strict=True)
        ]
        if all(_is_faithful(answered, there, cuts) for there in mine):
            return
    joined = (word.start for word in met.right if word.small in known.english["subordinating"])
    wholes = cuts if is_half else [*right.wholes, *joined]
    clauses = Clauses(met, left.ends, right.ends, _told_of(met, left.ends))
    yield from _of_cuts(clauses, mine, cuts, wholes) if len(clauses.units) >= LEAST else ()


def _of_cuts(clauses: Clauses, mine: Sequence[int], cuts: Sequence[int], wholes: Sequence[int]) -> Iterator[Exchanged]:
    """The first that any cut of both sentences tells."""
    for there in mine:
        if _is_faithful([(unit.there, unit.here) for unit in clauses.units], there, wholes):
            continue
        told = _of_one(clauses, there)
        if _is_faithful([(unit.there, unit.here) for unit in told], there, wholes):
            continue
        for here in cuts:
            own = [(unit.there >= there) == (unit.here >= here) for unit in told]
            for way in (True, False):
                if not 0 < own.count(not way) <= MOVED:
                    continue
                rest = [unit for unit, each in zip(told, own, strict=True) if each is way]
                if not way and len(rest) == 1 and rest[0].kind == "word":
                    continue
                moved = [unit for unit, each in zip(told, own, strict=True) if each is not way]
                found = _exchanged(clauses, (there, here), moved, rest)
                if found:
                    yield found
                    return


def _is_faithful(answered: Sequence[Place], there: int, wholes: Sequence[int]) -> bool:
    """Whether any cut in English leaves each half of a German sentence with its own."""
    ahead = [here for start, here in answered if start < there]
    behind = [here for start, here in answered if start >= there]
    if not ahead or not behind:
        return True
    low, high = (behind, ahead) if ahead[0] > behind[0] else (ahead, behind)
    last, first = max(low), min(high)
    return last < first and any(last < whole <= first for whole in wholes)


def _of_one(clauses: Clauses, cut: int) -> Sequence[Unit]:
    """The words that belong to one half alone: the verb of the first may be the second's: „A zahlt B, C D“."""
    words = clauses.met.left
    if any(_is_done(words, number) for number in range(_from(words, cut), len(words))):
        return clauses.units
    shared = {unit for unit in clauses.units if unit.kind == "word" and unit.there < cut}
    return [unit for unit in clauses.units if unit not in shared or not is_verb(words[unit.number].text)]


def _exchanged(clauses: Clauses, at: Place, moved: Sequence[Unit], rest: Sequence[Unit]) -> Exchanged | None:
    """Two words that alone are in the other half, if what stays belongs to them and is no row of members."""
    words = clauses.met.left
    if moved[0].kind not in HEADS or (moved[0].number and is_most(words, moved[0].number - 1)):
        return None  # „das größte Boot, das kleinste“: the noun may stand with either
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
    if sum(clauses.met.left[unit.number].small in PRONOUNS for unit in two) == 1:
        return None  # it may stand for the other: „Wenn Eva kommt, grüßt sie“, “Before she comes, Eva says hello”
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
        return exchanged(met.left[one.number], met.left[other.number], met.right[other.answer])
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
    unknown = next((number for number in mine if number not in known and _may_be_told_of(met, number)), None)
    if unknown is None:
        return None
    return exchanged(met.left[unknown], met.left[unit.number], met.right[unit.answer])


def _may_be_told_of(met: Met, number: int) -> bool:
    """Whether something may be said of a German word: a noun, a superlative, or a pronoun that begins the sentence."""
    return number in met.nouns or is_most(met.left, number) or (not number and met.left[0].small in PRONOUNS)


def _opening(words: Sequence[Word], ends: Sequence[int], clause: int) -> range:
    """The words that begin a clause."""
    first = _from(words, ends[clause - 1] if clause > 0 else 0)
    behind = _from(words, ends[clause]) if clause < len(ends) else len(words)
    return range(first, min(first + AHEAD + 1, behind))


def _from(words: Sequence[Word], place: int) -> int:
    """The first word that stands at a place or behind it."""
    return bisect_left(words, place, key=attrgetter("start"))


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
    ahead = range(_opening(words, clauses.left, start).start, _from(words, cut))
    opened = max((at for at in ahead if "(" in words[at].before), default=0)
    return any(_is_done(words, at) for at in ahead if at >= opened)


def _is_done(words: Sequence[Word], number: int) -> bool:
    """Whether a German word is a verb, and no quality behind an article: „der gebauten Halle“."""
    word = words[number].text
    if word in grammar().german["auxiliary"]:
        return True
    return word.islower() and is_verb(word) and not (number and DETERMINER.fullmatch(words[number - 1].small))


def _told_of(met: Met, ends: Sequence[int]) -> list[Unit]:
    """The words with an answer, without who says so: „…, glaubt Ute Hermes, …“ stands in English wherever it likes."""
    saying = grammar().german["saying"]
    said = {bisect_right(ends, word.start) for word in met.left if word.before and word.small in saying}
    return [unit for unit in units(met) if bisect_right(ends, unit.there) not in said]
