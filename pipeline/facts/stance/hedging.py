"""Text -> the words in it that weaken what it says, or say whose word it is.

In: texts of a German block and of the English one that answers it. Out: the German words that the English does not
answer. The kinds of hedges are rows of ``hedges.toml``.

An English word answers a hedge only if no other German word explains it: “expects” is „rechnet mit“ before it is
„könnte“, and “should” is „sollte“.
"""

from __future__ import annotations

import re
from functools import cache, cached_property
from typing import TYPE_CHECKING

from ...expressions import lasting
from ...model import Language
from ...vocabulary.stems import stem
from ...vocabulary.terms import STOP_WORDS, compound
from ...vocabulary.terms import english as english_of
from ..table import table
from ..words.patterns import Sought, places_of
from ..words.runs import runs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


CLOSED = '[”"]'
"""The end of a quotation, as a pattern."""
CLAUSE = 160
"""Characters in which the beginning of a clause is looked for."""
ASKED = re.compile(r"(?:^\W*|[,;:.!?–(]\s?|\bund\s|\boder\s)ob\s[^,;:.!?]*$", re.IGNORECASE)
ASKING = re.compile(r"^\W*(?:w(?:as|er|en|em|ie|o|ohin|ann|arum|ieso|eshalb)|welche\w*)\b[^,;:.!?]*$", re.IGNORECASE)
"""What stands before a hedge in a question: it states nothing."""
ANYTHING = re.compile(r",\s(?:was|wer|wen|wem|wo|wie|welche\w*|inwie\w+)\s[^,;:.!?]*$")
"""What stands before a hedge in a question that is reported, and in a clause on whatever it may be."""
IMAGINED = re.compile(
    r"(?:\b(?:hätte|gäbe|wäre|wüsste|fände|bräuchte|kennte)\w*|\b(?:niemand\w*|kein\w*|nichts))\b[^;:.!?]*,"
    r" (?:\w+ )?(?:de(?:r|n|m|nen|ssen|ren)|die|das)\s[^,;:.!?]*$",
    re.IGNORECASE,
)
"""What stands before a hedge in a clause on somebody or something that there is not: “nobody to ask”."""
CONDITION = re.compile(r"(?<!auch )(?<!selbst )\b(?:wenn|falls|sofern)\s[^,;:.!?]*$", re.IGNORECASE)
CONDITION_EN = re.compile(r"\b(?:if|when|in case|should|where|whenever)\b", re.IGNORECASE)
"""A hedge within a condition is no more than the condition says: „wenn Sie vielleicht wechseln wollen“."""
EXAMPLE = re.compile(r"\b(?:beispielsweise|zum beispiel|z\.\s?b\.)\s[^,;:.!?]*$", re.IGNORECASE)
EXAMPLE_EN = re.compile(r"\b(?:for example|for instance|e\.g\.|such as|whether)", re.IGNORECASE)
WORTHWHILE = re.compile(r"[^,;:.!?]{0,80}\b(?:interessant|hilfreich|nützlich|sinnvoll|lohnend|lohnen|praktisch)\b")
"""What stands behind a hedge that only recommends: „könnte noch interessant sein“."""
ELSE = re.compile(r"(?:^\s*|[.;,–—]\s)(?:ansonsten|sonst|andernfalls)\s$", re.IGNORECASE)
"""What stands before a hedge that says what would be if nobody did as told."""
MOODS = frozenset(("werde", "könne", "müsse", "dürfe", "solle", "wolle"))
"""Verbs in the mood of reported speech, of which some are the first person's too, and „werde“ a command."""
OWN = re.compile(r"\b(?:ich|mir|mich|(?:als|es sei|so) (?:ob|denn|etwas))\b", re.IGNORECASE)
QUOTED = re.compile(r"[“”»«‘]\W{0,3}$")
"""What stands before a verb of speech behind a quotation."""
DOUBTFUL = re.compile(
    r"(?:im)?probab|(?:un)?likel|possib|perhaps|maybe|presum|apparent|alleg|suppos|seem|appear|suspect|suspic|expect"
    r"|assum|believ|thought|think|fear|potential|estimat|conceiv|doubt|report|accord|claim|risk|threat|hop[ei]|guess|suggest|consider|surpris|accus|charg|assur|survey|poll|stud(?:y|ies)|figures|data|statistic|analys|record|version|account|express|admi|sa(?:y|id)"
)
"""How English words begin that doubt, whatever else in German may be told so."""
FIRST = re.compile(r"\w")
"""Where a sentence begins."""


class Hedge:
    """A kind of hedge: what German writes, and the English of which one word must answer.

    Of one that is ``sure`` any answer will do: „könne, sagte er“ is answered by “he said”, whatever else that answers.
    One that is ``first`` begins its sentence.
    One that is ``spoken`` may be answered in the sentences around, where it stands behind the end of a quotation: who
    speaks is said before or behind all of it. One that is ``around`` may be answered there wherever it stands: “If this
    happens, don’t worry. You can undo it.”
    Of one that is ``translated`` no English word is an answer that the dictionary gives for another German one.
    It says nothing in a German sentence that has what it is not meant with: „bis 2030 soll es gebaut sein“ is a plan.
    """

    def __init__(self, row: Mapping[str, list[str]], *, is_quoted: bool = False) -> None:
        self.words = row["quoted" if is_quoted else "de"]
        self._answers = [*row["en"], CLOSED] if is_quoted else row["en"]
        self._unless, self._only = row.get("unless", ()), row.get("only", ())
        self._always = row.get("always", ())
        self.is_sure = "sure" in row
        self.is_around = "around" in row
        self.is_spoken = "spoken" in row
        self.is_first = "first" in row
        self.is_translated = "translated" in row

    @cached_property
    def german(self) -> re.Pattern[str]:
        """What German writes."""
        return _words(self.words)

    @cached_property
    def english(self) -> re.Pattern[str]:
        """What may answer it."""
        return _words(self._answers)

    @cached_property
    def unless(self) -> re.Pattern[str] | None:
        """What German writes beside it where it is none."""
        return _words(self._unless) if self._unless else None

    @cached_property
    def only(self) -> re.Pattern[str] | None:
        """What English writes where it is surely lost."""
        return _words(self._only) if self._only else None

    @cached_property
    def always(self) -> re.Pattern[str] | None:
        """What German writes where it is lost whatever English writes."""
        return _words(self._always) if self._always else None

    def found_in(self, german: str) -> Iterator[re.Match[str]]:
        """Where a German sentence has it."""
        if not self.is_first:
            return self.german.finditer(german)
        begins = FIRST.search(german)
        found = self.german.match(german, begins.start()) if begins else None
        return iter((found,) if found else ())

    def is_meant(self, german: str, english: str) -> bool:
        """Whether it says something in a sentence that was translated so."""
        is_other = self.unless is not None and self.unless.search(german)
        if is_other or self.only is None:
            return not is_other
        is_sure = self.always is not None and self.always.search(german)
        return bool(is_sure or self.only.search(english))


@cache
def groups() -> tuple[Hedge, ...]:
    """The kinds of hedges; those that marks of quotation answer as well are a kind of their own."""
    rows = table("hedges")["hedge"]
    quoted = (Hedge(each, is_quoted=True) for each in rows if "quoted" in each)
    return (*map(Hedge, rows), *quoted)


@cache
def _hedging() -> Sought:
    return Sought("hedges", ("|".join(each.words) for each in groups()))


def hedges(german: str) -> list[Hedge]:
    """The kinds of hedges that a German text may have; most have none."""
    return [groups()[number] for number in places_of(_hedging().bits(german))]


@cache
def _explained() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """English words, and the German ones that explain them otherwise than as the answer of a hedge."""
    return tuple((_words(row["en"]), _words(row["de"])) for row in table("hedges")["explained"])


def _words(patterns: Iterable[str]) -> re.Pattern[str]:
    return lasting(rf"(?<![\w-])(?:{'|'.join(patterns)})(?![\w-])", re.IGNORECASE)


def lost_hedges(
    german: str, english: str, among: Iterable[Hedge], beside: tuple[str, str], around: tuple[str, str]
) -> Iterator[re.Match[str]]:
    """The first German word of each kind of hedge that no English one answers; ``among`` are those to look for.

    ``beside`` are the two texts with what stands around them: the words of somebody may be told as such there, unless
    German there explains it. ``around`` are those in which some kinds are looked for as well.
    """
    wide = beside[1]
    for kind in among:
        found = next((each for each in kind.found_in(german) if not _says_nothing(german, wide, each)), None)
        is_spoken = found and kind.is_spoken and QUOTED.search(german, 0, found.start())
        wider = (around[0], re.sub(CLOSED, " ", around[1])) if is_spoken else around
        texts = ((german, english), *((beside,) if kind.is_sure else ()))
        texts += (wider,) if kind.is_around or is_spoken else ()
        if found and kind.is_meant(german, wide) and not any(_is_answered(kind, *each) for each in texts):
            yield found


def _is_answered(kind: Hedge, german: str, english: str) -> bool:
    """Whether an English word answers a kind of hedge that no other German word explains."""
    found = {each[0].lower() for each in kind.english.finditer(english)}
    if not found:
        return False
    if kind.is_sure:
        return True
    meant = kind.german.sub(" ", german)
    for row in _explained():
        explained = {each for each in found if _explains(row, each, english, meant)}
        found -= explained
        meant = row[1].sub(" ", meant) if explained else meant
    kept = (each for each in found if not kind.is_translated or DOUBTFUL.match(each) or not _is_translated(each, meant))
    return any(kept)


def _is_translated(word: str, german: str) -> bool:
    """Whether the dictionary gives an English word for a German one of a text: “favorable” is „günstig“."""
    if " " in word or word in STOP_WORDS[Language.EN]:
        return False
    meant = stem(word)
    said = (each for run in runs(german) for entry in (run, *compound(run)) for each in english_of(entry))
    return any(meant == stem(part) for each in said for part in each.split())


def _explains(row: tuple[re.Pattern[str], re.Pattern[str]], word: str, english: str, german: str) -> bool:
    """Whether a row has an English word, and the German sentence something for each of those that the row has."""
    theirs, mine = row
    if not theirs.fullmatch(word):
        return False
    return sum(1 for _ in theirs.finditer(english)) <= sum(1 for _ in mine.finditer(german))


def _says_nothing(german: str, english: str, found: re.Match[str]) -> bool:
    """Whether a hedge weakens no statement: in „ob es wahrscheinlich ist“, „was stören könnte“, or an example."""
    before = german[max(0, found.start() - CLAUSE) : found.start()]
    is_mine = found[0].lower() in MOODS and (found[0][0].isupper() or OWN.search(german))
    is_example = EXAMPLE.search(before) and EXAMPLE_EN.search(english)
    is_advice = WORTHWHILE.match(german, found.end()) or ELSE.search(before)
    is_condition = CONDITION.search(before) and CONDITION_EN.search(english)
    is_imagined = found[0].lower().startswith("könnt") and IMAGINED.search(before)
    is_question = ASKED.search(before) or (german.rstrip().endswith("?") and ASKING.search(before))
    return bool(
        is_question or ANYTHING.search(before) or is_mine or is_condition or is_example or is_advice or is_imagined
    )
