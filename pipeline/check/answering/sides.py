"""Comparisons whose sides have changed places: „glücklicher als ich“, “I am happier than two of them”.

In: two sentences that answer each other. Out: the German and the English place of what is compared with.

Both compare in one direction by one word: of the same kind, or one that the dictionary knows. What stands behind „als“
then stands behind “than” and nowhere before it. English may compare in the other direction: that is no finding.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ...align.words import tokens, tokens_of
from ...facts.stance.poles import DENIAL
from ...facts.words.grammar import grammar
from ...model import Language

if TYPE_CHECKING:
    from collections.abc import Iterator

    Place = tuple[int, int]

MORE = re.compile(
    r"mehr|häufiger|öfter|eher|lieber|stärker|besser|schneller|länger|höher|größer|teurer|älter|schwerer|wärmer|später"
    r"|breiter",
    re.IGNORECASE,
)
LESS = re.compile(
    r"weniger|seltener|schwächer|schlechter|langsamer|kürzer|niedriger|geringer|kleiner|billiger|jünger|leichter|kälter"
    r"|früher|schmaler",
    re.IGNORECASE,
)
RARELY = r"(?:slowly|rarely|seldom|weakly|poorly|cheaply)"
HEAD = re.compile(
    r"\b(?:[Mm]ehr|[Ww]eniger|[Ll]ieber|[Ee]her|[a-zäöüß]{3,}er(?:e[nrsm]?)?)\b|^[A-ZÄÖÜ][a-zäöüß]{3,}er$"
)
HEAD_EN = re.compile(
    rf"\b(?:more {RARELY}|more(?: \w+)?|less(?: \w+)?|fewer|rather|worse|[a-z]{{2,}}er)\b", re.IGNORECASE
)
MORE_EN = re.compile(
    rf"more(?! {RARELY}).*|rather|stronger|better|faster|longer|higher|greater|larger|bigger|sooner|dearer|older"
    r"|heavier|warmer|later|wider|prefer\w*",
    re.IGNORECASE,
)
LESS_EN = re.compile(
    r"less.*|fewer|weaker|worse|slower|shorter|lower|smaller|cheaper|younger|lighter|colder|cooler|earlier|narrower"
    rf"|more {RARELY}",
    re.IGNORECASE,
)
"""Comparatives, and those of each direction."""
ALS, THAN = re.compile(r"(?<!,) als (?!ob\b|wenn\b|dass\b|auch\b)"), re.compile(r" than ")
PREFER = re.compile(r"\bprefer(?:s|red)? (?!to )[^.,;:]{1,60}? (?:to|over) ")
END = re.compile(r"[,.;:!?)(–—“”]|$")
SIGN = re.compile(r"[,;:–—(“”„]\s?|\b(?:und|aber|doch|and|but)\s")
ROW = re.compile(
    r"(?:(?![,;:–—(“”„]|\b(?:und|aber|doch|and|but)\b).)*"
    r"(?:(?:, (?:[\w-]+ ){0,2}[\w-]+)*,? (?:und|oder|and|or) (?:[\w-]+ ){0,2}[\w-]+)?"
)
"""What may stand between a comparative and „als“: no other clause, but a row: “on money, patience and air”."""
COUNTED = re.compile(
    r"\W*(?:\d|(?:die |der )?(?:Hälfte|halb)|(?:zwei|drei|vier|fünf|sechs|zehn|hundert|tausend)\w* |je\b|nur\b)"
)
"""What is no side of a comparison."""
VERB = re.compile(r" (?:ist|sind|sei|seien|war|waren|wäre|wären|bleib\w*|blieb\w*|wird|werden|wurden?)\b")
"""What stands between the sides where the sentence begins with the comparative."""
NOUN = re.compile(r"(?<![.:!?„“] )\b[A-ZÄÖÜ][\wäöüß-]+")
PRONOUN = re.compile(
    r"\W*(?P<he>ich|er|sie|wir|du)"
    r"(?: (?:um|am|im|in|an|bei|vor|nach|seit|mit|heute|gestern|damals|früher|noch) .*)?\s*"
)
FIRST = re.compile(r"(?:he|she|it|they|we|I|you|him|her|them|us|me|those|that|ever|any|usual|expected)\b")
TIME = re.compile(
    r"\b(?P<head>[a-zäöüß]{3,}er(?:e[nrsm]?)?|mehr|weniger)(?: [A-ZÄÖÜ]\w+)? als "
    r"(?P<when>(?:noch )?(?:vor (?:\w+ ){1,3}(?:Jahr|Monat|Woche|Tag)\w*"
    r"|vor (?:Jahren|Jahrzehnten)|im Vorjahr|früher|damals|im (?:letzten|vergangenen|vorigen) \w+))"
)
THEN = re.compile(r"\b(?:ago|last (?:year|month|week)|(?:in )?the previous year|back then|in the past)\b")
WAS, NOW = (
    re.compile(r"\b(?:was|were|had|stood)\b"),
    re.compile(r"\b(?:is|are|has|have|now|today|currently|since|become)\b|['’]s\b"),
)
BESIDE = re.compile(r"\b(?:than|compared|comparison|from|against|versus|relative|as)\b")
"""When something was otherwise: English says of then what German says of now."""


class Sides(NamedTuple):
    """The comparative of a sentence, what stands before and behind „als“ or “than”, and where the latter stands."""

    head: str
    ahead: str
    behind: str
    at: Place


def turned_sides(german: str, said: str) -> Iterator[tuple[Place, Place]]:
    """What German compares with, which English does not stand behind “than”; or says of then and not of now."""
    if " als " not in german:
        return
    yield from _in_time(german, said)
    mine, theirs = _german(german), _english(said)
    if not mine or not theirs or not _is_one_way(mine.head, theirs.head):
        return
    if bool(DENIAL.search(mine.ahead)) != bool(DENIAL.search(theirs.ahead)):
        return
    if _has_moved(mine, theirs) or _has_pronoun_moved(mine, theirs):
        yield mine.at, theirs.at


def is_from_behind(german: str, said: str) -> bool:
    """Whether English compares in the other direction, with the sides in each other's place."""
    mine, theirs = _both(german, said)
    if not mine or not theirs or _is_one_way(mine.head, theirs.head):
        return False
    return _has_moved(mine, theirs) or _has_pronoun_moved(mine, theirs) or not _have_same_end(mine, theirs)


def _have_same_end(mine: Sides, theirs: Sides) -> bool:
    """Whether what is compared with has anything in common, if it is a noun: else nothing proves which side it is."""
    return not NOUN.search(mine.behind) or not tokens_of(mine.behind, Language.DE).isdisjoint(
        tokens_of(theirs.behind, Language.EN)
    )


def compares_otherwise(german: str, said: str) -> bool:
    """Whether the only comparisons of two sentences go opposite ways: less than the old one, more than the new one."""
    mine, theirs = _both(german, said)
    if not mine or not theirs:
        return False
    said_there, said_here = (
        [each[0] for each in head.finditer(text)] for head, text in ((HEAD, german), (HEAD_EN, said))
    )
    return any(
        there.fullmatch(mine.head)
        and here.fullmatch(theirs.head)
        and not any(map(here_too.fullmatch, said_here))
        and not any(map(there_too.fullmatch, said_there))
        for there, here, there_too, here_too in ((MORE, LESS_EN, LESS, MORE_EN), (LESS, MORE_EN, MORE, LESS_EN))
    )


def _both(german: str, said: str) -> tuple[Sides | None, Sides | None]:
    """The comparisons with „als“ and “than” of two sentences, of which most have none."""
    return (_german(german), _english(said)) if " als " in german and " than " in said else (None, None)


def _german(text: str) -> Sides | None:
    marks = list(ALS.finditer(text))
    heads = list(HEAD.finditer(text, 0, marks[0].start())) if len(marks) == 1 else []
    if not heads or not ROW.fullmatch(text, heads[-1].end(), marks[0].start()) or COUNTED.match(text, marks[0].end()):
        return None
    end = END.search(text, marks[0].end())
    stop = end.start() if end else len(text)
    start = max((mark.end() for mark in SIGN.finditer(text, 0, heads[-1].start())), default=0)
    ahead, behind = text[start : marks[0].start()], text[marks[0].end() : stop]
    verb = VERB.search(behind) if not ahead[: heads[-1].start() - start].strip() else None
    if verb:  # „Billiger als ein Jäger ist ein Rohr“
        ahead, behind, stop = ahead + behind[verb.end() :], behind[: verb.start()], marks[0].end() + verb.start()
    return Sides(heads[-1][0], ahead, behind, (marks[0].start() + 1, stop))


def _english(text: str) -> Sides | None:
    marks, prefers = list(THAN.finditer(text)), list(PREFER.finditer(text))
    if len(marks) + len(prefers) != 1:
        return None
    mark = (marks or prefers)[0]
    end = END.search(text, mark.end())
    stop = end.start() if end else len(text)
    behind = text[mark.end() : stop]
    if prefers:
        return Sides("prefer", mark[0].rpartition(" ")[0], behind, (mark.start(), stop))
    heads = list(HEAD_EN.finditer(text, 0, mark.start()))
    if not heads or not ROW.fullmatch(text, heads[-1].end(), mark.start()):
        return None
    start = max((each.end() for each in SIGN.finditer(text, 0, heads[-1].start())), default=0)
    return Sides(heads[-1][0], text[start : mark.start()], behind, (mark.start() + 1, stop))


def _is_one_way(mine: str, theirs: str) -> bool:
    """Whether two comparatives go one way: of the same kind, or the same word."""
    if (MORE.fullmatch(mine) and MORE_EN.fullmatch(theirs)) or (LESS.fullmatch(mine) and LESS_EN.fullmatch(theirs)):
        return True
    if theirs.startswith("less"):
        return False
    words = theirs.removeprefix("more ").split()
    return any(not _known(tokens(mine, Language.DE)).isdisjoint(tokens(word, Language.EN)) for word in words)


def _known(words: tuple[str, ...] | frozenset[str]) -> frozenset[str]:
    return frozenset(token for token in words if token[0] != "#")


def _has_moved(mine: Sides, theirs: Sides) -> bool:
    """Whether a noun behind „als“ stands before “than”, and nothing of it behind."""
    first = FIRST.match(theirs.behind)
    if first and not _is_said_ahead(mine.ahead, first[0]):
        return False
    there = [_known(tokens_of(text, Language.DE)) for text in (mine.ahead, mine.behind)]
    here = [_known(tokens_of(text, Language.EN)) for text in (theirs.ahead, theirs.behind)]
    common = (there[0] & there[1]) | (here[0] & here[1])
    nouns = _known(tokens_of(" ".join(NOUN.findall(mine.behind)) or mine.behind, Language.DE)) - common
    return bool(nouns & here[0]) and not (there[1] - common) & here[1]


def _is_said_ahead(ahead: str, pronoun: str) -> bool:
    """Whether the German of a pronoun stands before „als“: “… is taller than he is” of „er ist größer als …“."""
    persons = grammar().persons
    who = persons.acting.get(pronoun.lower(), frozenset())
    return any(persons.subjects.get(word.lower(), frozenset()) & who for word in re.findall(r"\w+", ahead))


def _has_pronoun_moved(mine: Sides, theirs: Sides) -> bool:
    """Whether the only word behind „als“ is a pronoun that acts before “than”."""
    found = PRONOUN.fullmatch(mine.behind)
    if not found:
        return False
    persons, he = grammar().persons, found["he"]
    who = persons.subjects[he]
    kinds = {word for known in (persons.acting, persons.done_to) for word, each in known.items() if each & who} - {
        "it",
        "they",
    }
    ahead, behind = (set(re.findall(r"\w+", text.lower())) for text in (theirs.ahead, theirs.behind))
    acting = {word for word, each in persons.acting.items() if each & who} - {"it", "they", "you"}
    said = {word.lower() for word in re.findall(r"\w+", mine.ahead)}
    return bool(acting & ahead) and not kinds & behind and he not in said and not _has_own(said, he)


def _has_own(said: set[str], he: str) -> bool:
    objects = grammar().persons.objects
    own = {"ich": "mein", "er": "sein", "sie": "ihr", "wir": "unser", "du": "dein"}[he]
    return any(word.startswith(own) or he in objects.get(word, ()) for word in said)


def _in_time(german: str, said: str) -> Iterator[tuple[Place, Place]]:
    """“Was lower five years ago” where German has „ist niedriger als vor fünf Jahren“."""
    found, then = TIME.search(german), THEN.search(said)
    if not found or not then or BESIDE.search(said):
        return
    start = max((mark.end() for mark in SIGN.finditer(said, 0, then.start())), default=0)
    end = END.search(said, then.end())
    stop = end.start() if end else len(said)
    clause = said[start:stop]
    head = next((each for each in HEAD_EN.finditer(clause) if _is_one_way(found["head"], each[0])), None)
    if head and WAS.search(clause) and not NOW.search(clause):
        yield found.span("when"), (start + head.start(), start + head.end())
