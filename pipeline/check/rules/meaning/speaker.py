"""What somebody says is said by the same one.

In: an original and its translation. Out: remarks on words that are given to another speaker.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from ....align.words import tokens
from ....expressions import lasting
from ....facts.words.grammar import grammar
from ....facts.words.runs import runs, small_runs
from ....model import Language
from ....vocabulary.stems import stem
from ....vocabulary.terms import composed, compound, english, is_english, lemma
from ...answering.beads import beads
from ...answering.lines import lines
from ...rule import Remark, Severity, remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....model import Translation
    from ...compared.prose import Passage

NOUN = r"(?P<{name}>[A-ZÄÖÜ][a-zäöüß]+)(?![\w-])"
ARTICLE = r"(?:de[rsmn]|des|eine[rsm]|ihre[rsm]|seine[rsm])"
GERMAN = re.compile(
    r"\b(?:[Ll]aut|[Nn]ach (?:Angaben|Ansicht|Auffassung|Einschätzung|Meinung|Aussage|Auskunft|Überzeugung))"
    rf" (?:{ARTICLE} )?(?:[a-zäöüß]+e[nrsm] )?{NOUN.format(name='behind')}"
    rf"|{NOUN.format(name='before')} zufolge\b"
)
"""Whose words they are, in German: laut dem Amt, nach Angaben der Polizei, dem Verband zufolge."""
ENGLISH = re.compile(
    r"\b[Aa]ccording to (?:(?:the|a|an|its|their|his|her) )?(?:[a-z-]+ )?(?P<behind>[a-z]+)(?=[,.;:])"
    r"|\b[Tt]he (?:[a-z-]+ )?(?P<before>[a-z]+) (?:says?|said|believes?|claims?|stated)\b"
    r"|\b[Ii]n the (?:[a-z-]+ )?(?P<of>[a-z]+)(?:['’]s|s['’]) (?:view|opinion)"
)
"""The same in English: according to the ministry, the ministry says."""
BY = ("aut ", "ach ", " zufolge")
SAID = ("ccording to ", " say", " said", " believe", " claim", " stated", " view", " opinion")
"""Without any of these none of that stands in a text."""

TITLE = r"(?:(?:Dr|Prof|Professor(?:in)?|Frau|Herr|Mr|Mrs|Ms)\.? )*"
PERSON = r"[A-ZÄÖÜ][\w’'-]+(?:(?:(?<=Prof|Dipl)\.|(?<=Dr)\.)? (?:von |van |de |of )?[A-ZÄÖÜ][\w’'-]+){0,4}"
NAME = re.compile(r"[^\W\d_][\w’']*")
HE = {"er": "he", "sie": "she"}
OTHERS = {
    "er": re.compile(r"\b(?:sie|ihr\w{0,2}|deren)\b", re.IGNORECASE),
    "sie": re.compile(r"\b(?:er|ih[nm]|sein\w{0,2}|dessen)\b", re.IGNORECASE),
}
"""What else of a German sentence the English pronoun may answer, which is not the one who speaks."""


@cache
def _speaking(language: Language) -> re.Pattern[str]:
    """Who is named beside the word for saying it; behind an office, too: “says BVD managing director Ulla Voss”."""
    says = _words(language)
    if language is Language.DE:
        return lasting(rf"\b(?:so|{says}) {TITLE}(?P<who>{PERSON})")
    return lasting(
        rf"\b(?:{says}) {TITLE}(?P<behind>{PERSON}(?:(?: [a-z-]+){{1,4}} {PERSON})?)"
        rf"|(?:^|[”\"’.,;:!?] ){TITLE}(?P<before>{PERSON}) (?:{says})\b"
    )


@cache
def _pronoun(language: Language) -> re.Pattern[str]:
    """The pronoun beside such a word: „sagt sie“, “she says”."""
    says = _words(language)
    who = "er|sie" if language is Language.DE else "s?he"
    return lasting(rf"\b(?:{says}) (?P<behind>{who})\b|\b(?P<before>{who}) (?:{says})\b", re.IGNORECASE)


def _words(language: Language) -> str:
    return "|".join(sorted(_saying(language), key=len, reverse=True))


@cache
def _saying(language: Language) -> frozenset[str]:
    return (grammar().german if language is Language.DE else grammar().english)["saying"]


@rule(Severity.WARNING)
def other_speaker(pair: Translation) -> Iterator[Remark]:
    """What somebody says is given to somebody else.

    Why it matters: who says a thing decides what it is worth.

    The noun behind „laut“, „nach Angaben“ or before „zufolge“ must be known to the dictionary and unanswered, and the
    English one answer nothing in the sentence. A person named behind „sagt“ must be one whom both articles name.
    „Sagt sie“ is no “he says”, unless the sentence says er, ihm or sein.

    Bad: „Laut dem Umweltamt ist das Wasser sauber.“ – “According to the company, the water is clean.”

    Good: “According to the environmental agency, the water is clean.”

    Repair: name the one who says it in the original.
    """
    for _, mine, theirs in lines(pair):
        if not _saying(Language.EN).isdisjoint(runs(theirs.text)):
            german = small_runs(mine.text)
            if "so" in german or not german.isdisjoint(_saying(Language.DE)):
                yield from _of_persons(mine, theirs)
            if not german.isdisjoint(HE) and not small_runs(theirs.text).isdisjoint(HE.values()):
                yield from _of_pronouns(mine, theirs)
        if not any(map(theirs.text.__contains__, SAID)) or not any(map(mine.text.__contains__, BY)):
            continue
        if not GERMAN.search(mine.text) or not ENGLISH.search(theirs.text):
            continue
        for (first, last), (start, end) in beads(mine, theirs):
            named, said = GERMAN.search(mine.text, first, last), ENGLISH.search(theirs.text, start, end)
            if not named or not said:
                continue
            if _is_another(_who(named), _who(said), mine.text[first:last], theirs.text[start:end]):
                yield _asked(mine, named, theirs, said)


def _who(found: re.Match[str]) -> str:
    """Who is named beside a word for saying."""
    return found[found.lastgroup or 0]


def _asked(mine: Passage, named: re.Match[str], theirs: Passage, said: re.Match[str]) -> Remark:
    """What is said where the one who says it is another."""
    return remark(
        theirs.span(*said.span(said.lastgroup or 0)),
        "“{here}” is “{there}” in the original: who says it?",
        related=mine.span(*named.span(named.lastgroup or 0)),
        here=_who(said),
        there=_who(named),
    )


def _one_each(
    mine: Passage, theirs: Passage, german: re.Pattern[str], english_: re.Pattern[str]
) -> Iterator[tuple[tuple[int, int], re.Match[str], re.Match[str]]]:
    """Sentences that answer each other, of which each has one that somebody says: the German one's place, and both."""
    if not german.search(mine.text) or not english_.search(theirs.text):
        return
    for place, other in beads(mine, theirs):
        named, said = list(german.finditer(mine.text, *place)), list(english_.finditer(theirs.text, *other))
        if len(named) == len(said) == 1:
            yield place, named[0], said[0]


def _of_persons(mine: Passage, theirs: Passage) -> Iterator[Remark]:
    """Persons beside a word for saying who have no name in common, and are both at home in both articles."""
    for _, named, said in _one_each(mine, theirs, _speaking(Language.DE), _speaking(Language.EN)):
        there, here = _who(named), _who(said)
        if not set(NAME.findall(there)) & set(NAME.findall(here)) and all(
            _is_at_home(each, mine, theirs) for each in (there, here)
        ):
            yield _asked(mine, named, theirs, said)


def _of_pronouns(mine: Passage, theirs: Passage) -> Iterator[Remark]:
    """“He says” for „sagt sie“, where each sentence has one such pronoun and the original nothing for the other."""
    for place, named, said in _one_each(mine, theirs, _pronoun(Language.DE), _pronoun(Language.EN)):
        there = _who(named).lower()
        if _who(said).lower() != HE[there] and not OTHERS[there].search(mine.text, *place):
            yield _asked(mine, named, theirs, said)


def _is_at_home(name: str, *passages: Passage) -> bool:
    """Whether both articles have the last of a person's names."""
    surname = re.compile(rf"\b{re.escape(name.rsplit(maxsplit=1)[-1])}\b")
    return all(surname.search(passage.article.manuscript.text) for passage in passages)


def _is_another(there: str, here: str, german: str, said: str) -> bool:
    """Whether a noun is unanswered in a sentence, and its counterpart answers nothing."""
    parts = [part for part in (lemma(there), *compound(there), *composed(there)) if part]
    meanings = {stem(word) for part in parts for each in english(part) for word in each.split()}
    if not meanings or not is_english(here) or here.endswith(("self", "selves")):  # the ministry itself
        return False
    stems = {stem(word) for word in re.findall(r"[a-z]+", said.lower())}
    if not meanings.isdisjoint(stems):
        return False
    answer = "=" + stem(here)
    return all(answer not in tokens(word, Language.DE) for word in re.findall(r"\w+", german))
