"""Each number stands beside what it is said of.

In: an original and its translation. Out: remarks on two numbers of a sentence that stand in each other's place.

In a sentence word order proves nothing. What stands next to a number does: words that both languages share, as far as
our small dictionary and their spelling tell, and other numbers. Two numbers are exchanged if what stands beside the one
in German stands beside the other in English.
"""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from ....facts.numbers.number import Kind
from ....facts.numbers.numbers import numbers
from ....model import BlockKind
from ....vocabulary.terms import STOP_WORDS
from ...answering.beads import beads
from ...answering.counted import exchanged_counts
from ...answering.crossing import Pair, is_crossed, opposites
from ...answering.lines import lines
from ...rule import Remark, Severity, remark, rule
from .agreement import alike

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ....facts.numbers.number import Number
    from ....model import Translation
    from ...answering.crossing import Anchor
    from ...compared.prose import Passage

AGAINST = re.compile(r"\s?(?:[A-Za-zäöüß]+\s)?(?:zu|gegen|bis|to|against|[:–])\s?")
"""What stands between two numbers that are held against each other."""
COUNTED, BEHIND = re.compile(r"\s[A-ZÄÖÜ]"), re.compile(r"\s([^\W\d_]+)")
"""A noun behind a German number, and a word behind an English one."""
VOTED = re.compile(r"\b(?:Stimmen|Ja-Stimmen)\b|\bvotes?\b|\bVotum\b")
DEFEATED = re.compile(
    r"\b(?:reject(?:ed|s|ing)?|fail(?:ed|s|ing)?|fell|voted down|thr(?:ew|own) out|block(?:ed|s|ing)?|turned down"
    r"|overrul(?:ed|ing)|oust(?:ed|ing)|defeat(?:s|ed)?)\b"
)
"""What was rejected „mit 26 zu 35 Stimmen“ was defeated by 35 votes to 26."""
SIDED = re.compile(r"\b(?:for|in favou?r|yes|ayes?|(?P<no>against|opposed|no|noes))\b")
"""What English says behind votes to tell on which side they are."""
LOST = re.compile(r"\b(?:lost|los(?:e|es|ing)|defeat(?:s|ed)?|beaten|down|behind|trail(?:s|ed|ing)?)\b")
"""Who loses says the goals the other way round in English: „0:4 verloren“, “lost 4–0”."""


@rule(Severity.WARNING)
def exchanged(pair: Translation) -> Iterator[Remark]:
    """Two numbers stand in each other's place.

    Why it matters: all figures are there, and each is said of the wrong thing.

    Two numbers of one kind in a sentence are compared by what stands beside them; those in cells of a table by their
    places, which the rule about its shape does.

    Bad: „Italien zahlt 19 Prozent, Frankreich 17 Prozent“ – “Italy pays 17 per cent, France 19 per cent”.

    Good: “France pays 17 per cent, Italy 19 per cent”.

    Repair: write each number beside what it is said of.
    """
    for _, mine, theirs in lines(pair):
        if mine.kind is not BlockKind.TABLE:
            told = list(_in_line(mine, theirs))
            yield from told or _of_one(mine, theirs)


class Said(NamedTuple):
    """A number of a sentence and the one that answers it."""

    mine: Number
    theirs: Number

    @property
    def places(self) -> Anchor:
        """Where both stand."""
        return (self.mine.start, self.mine.end), (self.theirs.start, self.theirs.end)


def _in_line(mine: Passage, theirs: Passage) -> Iterator[Remark]:
    """The numbers of the sentences that answer each other."""
    german, english = mine.article.language, theirs.article.language
    if len(numbers(mine.text, german)) < 2 or len(numbers(theirs.text, english)) < 2:  # noqa: PLR2004 - two can be exchanged
        return
    for there, here in beads(mine, theirs):
        left = [number for number in numbers(mine.text, german) if there[0] <= number.start < there[1]]
        right = [number for number in numbers(theirs.text, english) if here[0] <= number.start < here[1]]
        matched = _matched(left, right)
        is_lost = bool(LOST.search(theirs.text, *here))
        is_vote = bool(VOTED.search(mine.text, *there) and VOTED.search(theirs.text, *here))
        is_down = is_vote and bool(DEFEATED.search(theirs.text, *here))
        rivals = [
            (a, b)
            for a, b in combinations(matched, 2)
            if _are_rivals(a, b) and not (is_lost and a.mine.kind is Kind.SCORE)
        ]
        if not rivals:
            continue
        met = Pair(mine, theirs, there, here)
        anchors = [*met.anchors(), *opposites(met)]
        for a, b in rivals:
            others = [each for each in matched if each is not a and each is not b]
            told = [each for each in others if each.mine.is_year > a.mine.is_year or not alike(each.mine, a.mine)]
            figures = [each.places for each in told]
            if is_vote and _are_held(met.texts[0], a.mine, b.mine):
                is_wrong = not is_down and _are_votes_turned(met.texts, a, b)
            else:
                beside = [each for each in anchors if not _is_counted_once(met.texts, each, a, b)]
                is_wrong = _are_turned(met.texts, a, b) or (
                    not _are_joined(met.texts, a, b) and is_crossed(met.texts, a.places, b.places, [*beside, *figures])
                )
            if is_wrong:
                yield remark(
                    theirs.span(a.theirs.start, a.theirs.end),
                    "“{here}” and “{there}” have changed places",
                    related=mine.span(a.mine.start, a.mine.end),
                    here=a.theirs.text,
                    there=b.theirs.text,
                )
                break


def _of_one(mine: Passage, theirs: Passage) -> Iterator[Remark]:
    """How many did the one and how many the other, where one of them is „einer“."""
    if " one " not in f" {theirs.text.lower()} ":
        return
    for (first, last), (start, end) in beads(mine, theirs):
        found = exchanged_counts(mine.text[first:last], theirs.text[start:end])
        if found:
            there, here, other = found
            yield remark(
                theirs.span(start + here[0], start + here[1]),
                "“{here}” and “{there}” have changed places",
                related=mine.span(first + there[0], first + there[1]),
                here=theirs.text[start + here[0] : start + here[1]],
                there=theirs.text[start + other[0] : start + other[1]],
            )


def _is_counted_once(texts: tuple[str, str], anchor: Anchor, a: Said, b: Said) -> bool:
    """Whether a word is what both numbers count, and stands behind the first in each: „79 Fälle, später 645“."""
    there, here = anchor
    for one, other in ((a, b), (b, a)):
        if there[0] == one.mine.end + 1 and here[0] == other.theirs.end + 1:
            return not COUNTED.match(texts[0], other.mine.end) and not _is_content(texts[1], one.theirs.end)
    return False


def _is_content(text: str, end: int) -> bool:
    """Whether what is counted may stand behind an English number."""
    word = BEHIND.match(text, end)
    return bool(word and word[1].lower() not in STOP_WORDS["en"])


def _are_joined(texts: tuple[str, str], a: Said, b: Said) -> bool:
    """Whether two numbers are held against each other in both languages: 22 zu 11 Stimmen, by 22 votes to 11."""
    return _are_held(texts[0], a.mine, b.mine) and _are_held(texts[1], a.theirs, b.theirs)


def _are_held(text: str, one: Number, other: Number) -> bool:
    """Whether two numbers of a text are held against each other."""
    return bool(AGAINST.fullmatch(text, min(one.end, other.end), max(one.start, other.start)))


def _are_votes_turned(texts: tuple[str, str], a: Said, b: Said) -> bool:
    """Whether votes for and against stand the other way round: German says those for it first."""
    is_turned = (a.mine.start < b.mine.start) != (a.theirs.start < b.theirs.start)
    first, last = sorted((a.theirs.end, b.theirs.end))
    side = SIDED.search(texts[1], first, last)
    return is_turned != bool(side and side["no"])


def _are_turned(texts: tuple[str, str], a: Said, b: Said) -> bool:
    """Whether two numbers that are held against each other stand the other way round."""
    return (a.mine.start < b.mine.start) != (a.theirs.start < b.theirs.start) and _are_joined(texts, a, b)


def _matched(left: Sequence[Number], right: Sequence[Number]) -> list[Said]:
    """The numbers that one of the other side answers, and no other one could."""
    found = []
    for mine in left:
        answers = [each for each in right if mine.means(each)]
        if len(answers) == 1 and sum(answers[0].means(each) for each in left) == 1:
            found.append(Said(mine, answers[0]))
    return found


def _are_rivals(a: Said, b: Said) -> bool:
    """Whether one number could stand for the other, on both sides."""
    return (
        a.mine.kind is b.mine.kind
        and a.theirs.kind is b.theirs.kind
        and _could_be(a.mine, b.mine)
        and _could_be(a.theirs, b.theirs)
        and {a.mine.role, b.mine.role} != {"from", "to"}  # said by the rule about changed numbers
        and (a.mine.unit == b.mine.unit or not all(each.mine.unit == each.theirs.unit for each in (a, b)))
    )


def _could_be(one: Number, other: Number) -> bool:
    """Whether two numbers are of one scale, and of one unit as far as it is said."""
    if bool(one.scale) != bool(other.scale) or (one.unit and other.unit and one.unit != other.unit):
        return False
    if not (one.unit or other.unit) and one.is_year != other.is_year:
        return False  # 79 cases in 2023
    return one.unit == other.unit or not (one.is_year or other.is_year)  # in 2024, 415 hours
