"""What is compared, and what follows from what, is not turned around.

In: an original and its translation. Out: remarks on comparisons and clauses whose sides stand in each other's place.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from ....align.words import tokens_of
from ....expressions import lasting
from ....facts.numbers.german import in_a_word
from ....facts.words.patterns import Sought, places_of
from ....model import Language
from ...answering.beads import beads
from ...answering.lines import lines
from ...answering.sides import turned_sides
from ...rule import Remark, Severity, remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ....model import Translation

    Place = tuple[int, int]
    Sides = tuple[frozenset[str], frozenset[str]]
    Kind = tuple[re.Pattern[str], re.Pattern[str]]
    Marks = tuple[list[Place], list[Place]]

MORE = re.compile(
    r"\b(?:mehr|häufiger|öfter|eher|stärker|besser|schneller|länger|höher|größer|teurer|älter|schwerer|wärmer|später|breiter)\b",
    re.IGNORECASE,
)
LESS = re.compile(
    r"\b(?:weniger|seltener|schwächer|schlechter|langsamer|kürzer|niedriger|geringer|kleiner|billiger|jünger|leichter|kälter"
    r"|früher|schmaler)\b",
    re.IGNORECASE,
)
RARELY = "slowly|rarely|seldom|weakly|poorly|cheaply"
MORE_EN = re.compile(
    rf"\b(?:more(?! (?:{RARELY}))|rather|stronger|better|faster|longer|higher|greater|larger|bigger|sooner|dearer"
    r"|older|heavier|warmer|later|wider)\b",
    re.IGNORECASE,
)
LESS_EN = re.compile(
    rf"\b(?:less|fewer|weaker|worse|slower|shorter|lower|smaller|cheaper|younger|lighter|colder|cooler|earlier|narrower"
    rf"|more (?:{RARELY}))\b",
    re.IGNORECASE,
)
"""Comparatives of each direction: turned together with what they compare, they say the same."""
THAN = {Language.DE: re.compile(r"\bals\b"), Language.EN: re.compile(r"\bthan\b")}
QUANTITY = re.compile(r"\W*(?:\d|(?:a |the |de[rmn] |die )?(?:half|Hälfte|halben?)\b|(?P<word>\w+))")
"""What is no side of a comparison, behind “than”: “more than 30 people” compares nothing that people do."""
PRONOUN = re.compile(r"than (?:he|she|it|they|we|I|you|him|her|them|us|me)\b")
END = re.compile(r"[,.;:!?)(–—]|$")
KINDS = (
    (
        r"weil|denn|da(?= (?:[dsw]ie|er|es|das|der|man|wir|sich|ihre?|seine?|viele|immer|dort|hier)\b)",
        r"because|since|as",
    ),
    (r"obwohl|obgleich|obschon|wenngleich", r"although|though|even though"),
    (r"bevor|ehe", r"before"),
    (r"nachdem", r"after"),
    (r"erst (?:dann|danach|anschließend|hinterher)", r"only (?:then|afterwards|after that)"),
    (
        r"(?:(?<=[,;] )|(?<=und ))(?:dann|danach|anschließend)",
        r"(?:(?<=[,;] )|(?<=and ))(?:then|after that|afterwards)",
    ),
)
"""The words that join two clauses, in German and in English: why, although, before, after, and what comes last."""
LAST = re.compile(r"erst|dann|danach|anschließend", re.IGNORECASE)
"""Words whose clauses are short: what stands around them may be much longer."""


@rule(Severity.WARNING)
def turned(pair: Translation) -> Iterator[Remark]:
    """What is compared, or what follows from what, stands in each other's place.

    Why it matters: every word is there, and cause is told as effect, or the smaller as the larger.

    The words on both sides of „als“ and “than”, or of „weil“ and “because”, „bevor“ and “before”, „dann“ and “then” and
    the like, must be known to the dictionary, answer each other crosswise, and not at all straight.

    Bad: „Im Norden gibt es mehr Ärzte als im Süden.“ – “There are more doctors in the south than in the north.”

    Good: “There are fewer doctors in the south than in the north.”

    Repair: put each side where the original has it.
    """
    for _, mine, theirs in lines(pair):
        among = _met(mine.text, theirs.text)
        may_turn = among or " als " in mine.text
        for (first, last), (start, end) in beads(mine, theirs) if may_turn else ():
            german, said = mine.text[first:last], theirs.text[start:end]
            marks = [(_inside(there, first, last), _inside(here, start, end)) for there, here in among]
            compared = list(_compared(german, said)) or list(turned_sides(german, said))
            for there, here in (*compared, *_joined(german, said, marks)):
                yield remark(
                    theirs.span(start + here[0], start + here[1]),
                    "the two sides of “{here}” have changed places: “{there}”",
                    related=mine.span(first + there[0], first + there[1]),
                    here=said[slice(*here)],
                    there=german[slice(*there)],
                )


@cache
def _kinds() -> tuple[Kind, ...]:
    return tuple(
        (lasting(rf"\b(?:{de})\b", re.IGNORECASE), lasting(rf"\b(?:{en})\b", re.IGNORECASE)) for de, en in KINDS
    )


@cache
def _sought() -> tuple[Sought, Sought]:
    return Sought("joints-de", (de for de, _ in KINDS)), Sought("joints-en", (en for _, en in KINDS))


def _met(german: str, said: str) -> list[Marks]:
    """Where words of one kind join two clauses in both texts, kind by kind; in most texts nowhere."""
    mine, theirs = _sought()
    here = theirs.bits(said)
    among = (_kinds()[number] for number in places_of(here & mine.bits(german) if here else 0))
    found = ((_places(there, german), _places(here, said)) for there, here in among)
    return [marks for marks in found if all(marks)]


def _places(pattern: re.Pattern[str], text: str) -> list[Place]:
    return [found.span() for found in pattern.finditer(text)]


def _inside(places: Iterable[Place], start: int, end: int) -> list[Place]:
    """The places in a piece of a text, as they are in the piece by itself."""
    return [(one - start, other - start) for one, other in places if start <= one < end]


def _compared(german: str, said: str) -> Iterator[tuple[Place, Place]]:
    """Comparisons of one direction."""
    if "als" not in german or "than" not in said:
        return
    for mine, theirs in ((MORE, MORE_EN), (LESS, LESS_EN)):
        found = _comparison(german, mine, Language.DE), _comparison(said, theirs, Language.EN)
        if found[0] and found[1] and _is_crosswise(found[0][1], found[1][1]):
            yield found[0][0], found[1][0]


def compares_otherwise(german: str, said: str) -> bool:
    """Whether the only comparisons of two sentences go opposite ways: less than the old one, more than the new one."""
    return any(
        _comparison(german, mine, Language.DE)
        and _comparison(said, theirs, Language.EN)
        and not (not_mine.search(german) or not_theirs.search(said))
        for (mine, not_mine), (theirs, not_theirs) in (
            ((MORE, LESS), (LESS_EN, MORE_EN)),
            ((LESS, MORE), (MORE_EN, LESS_EN)),
        )
    )


def is_said_from_behind(german: str, said: str) -> bool:
    """Whether English compares the other way round: more in the north than in the south, fewer in the south."""
    return (
        "als" in german
        and "than" in said
        and any(
            bool(there and here and (_is_crosswise(there[1], here[1]) or _is_of_pronoun(said, there[1], here)))
            for mine, theirs in ((MORE, LESS_EN), (LESS, MORE_EN))
            for there, here in [(_comparison(german, mine, Language.DE), _comparison(said, theirs, Language.EN))]
        )
    )


def _is_of_pronoun(said: str, mine: Sides, theirs: tuple[Place, Sides]) -> bool:
    """Whether a pronoun stands behind “than”, and before it what German has behind „als“: “she has more than he”."""
    own, other = _answers(mine, theirs[1])
    return bool(PRONOUN.match(said[slice(*theirs[0])])) and other[1] > 0 and not own[1]


def _comparison(text: str, head: re.Pattern[str], language: Language) -> tuple[Place, Sides] | None:
    """The only comparison of a sentence: its place, and what its two sides say."""
    marks = list(THAN[language].finditer(text))
    begun = head.search(text)
    if len(marks) != 1 or not begun or begun.start() > marks[0].start():
        return None
    behind = QUANTITY.match(text, marks[0].end())
    if behind and (not behind["word"] or _counts(behind["word"].lower())):
        return None
    stop = END.search(text, marks[0].end())
    end = stop.start() if stop else len(text)
    starts = [found.end() for found in re.finditer(r"[,;:–—(]\s", text[: begun.start()])]
    ahead = text[starts[-1] if starts else 0 : marks[0].start()]
    return (marks[0].start(), end), (tokens_of(ahead, language), tokens_of(text[marks[0].end() : end], language))


def _counts(word: str) -> bool:
    """Whether a German word is a number, and no article."""
    return not word.startswith("ein") and in_a_word(word) is not None


def _joined(german: str, said: str, marks: Iterable[Marks]) -> Iterator[tuple[Place, Place]]:
    """Clauses that are joined by words of one kind: the only ones of their sentences."""
    for mine, theirs in marks:
        if len(mine) == len(theirs) == 1:
            there, mine_said = _clause(german, mine[0], Language.DE)
            here, theirs_said = _clause(said, theirs[0], Language.EN)
            is_last = LAST.match(german, there[0])
            if (_is_crosswise if is_last else _is_mostly_crosswise)(mine_said, theirs_said):
                yield there, here


def _clause(text: str, mark: Place, language: Language) -> tuple[Place, Sides]:
    """The clause that begins so, its place, and what the rest and it say."""
    start, behind = mark
    stop = END.search(text, start)
    end = stop.start() if stop else len(text)
    rest = text[:start] + " " + text[end:]
    return (start, end), (tokens_of(rest, language), tokens_of(text[behind:end], language))


def _is_crosswise(mine: Sides, theirs: Sides) -> bool:
    """Whether each side answers the other one of the translation, and the second nothing in its own place."""
    own, other = _answers(mine, theirs)
    return all(other) and not own[1]


def _is_mostly_crosswise(mine: Sides, theirs: Sides) -> bool:
    """The same of two clauses, which have more in common where they stand right."""
    own, other = _answers(mine, theirs)
    return _is_crosswise(mine, theirs) and sum(other) > sum(own)


def _answers(mine: Sides, theirs: Sides) -> tuple[list[int], list[int]]:
    """How many tokens the sides share with their own, and with the other; what both sides say proves nothing."""
    common = (mine[0] & mine[1]) | (theirs[0] & theirs[1])
    own = [len(_known(mine[side] & theirs[side]) - common) for side in (0, 1)]
    return own, [len(_known(mine[side] & theirs[1 - side]) - common) for side in (0, 1)]


def _known(shared: frozenset[str]) -> frozenset[str]:
    """The tokens of words alone: figures stand where a language wants them."""
    return frozenset(token for token in shared if token[0] != "#")
