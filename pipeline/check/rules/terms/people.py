"""A person of the article is not another one of it.

In: an original and its translation. Out: remarks on last names that became others that both articles have, and on
first names that became others.
"""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING

from ....facts.names.entities import mentions, named
from ....facts.names.names import common_words, first_names, plain, surnames
from ....facts.words.grammar import grammar
from ....facts.words.runs import Rare, runs
from ....held import held
from ....model import Language
from ....vocabulary.terms import is_english, is_entry
from ...answering.lines import answering, lines
from ...compared.prose import passages
from ...rule import Remark, remark
from .crosswise import Said, exchanged
from .known import TRANSCRIBED, runs_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....model import Article, Translation
    from ...compared.prose import Passage

PERSON = "person"
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
SHORTEST = 3
"""Letters of a last name."""
FULL = re.compile(
    r"(?P<first>[A-ZÄÖÜ](?<![\w-].)[\w’-]+)(?= (?:[A-Z]\. |von |van |de |der |den |zu )*(?P<last>[A-ZÄÖÜ][\w’-]{2,}))"
)
"""A first name before a last one; it begins with the letter, so that all others are passed over."""
CALLED = re.compile(
    r"(?<![\w-])(?:[A-ZÄÖÜ]\w+(?:(?:er|nt|or|ist|log|[aä]rzt|[aä]lt)in|anwalt|arzt|präsident|minister|meister|sprecher"
    rf"|trainer|forscher|professor|chef)|Anwalt|Arzt|Präsident|Minister|Sprecher|Trainer|Forscher|Professor|Chef) "
    rf"{FULL.pattern}"
)
"""The same behind what a person is."""
MAY_CALL = Rare(
    re.compile(
        r".*(?:(?:er|nt|or|ist|log|[aä]rzt|[aä]lt)in|anwalt|arzt|präsident|minister|meister|sprecher|trainer|forscher"
        r"|professor|chef)",
        re.IGNORECASE,
    ).fullmatch
)
"""The words that may say so: most texts have none."""
ENDING = re.compile(r"[’']?s$|[’']$")
"""The ending of a genitive."""
PRONOUN = {
    Language.DE: re.compile(r"\b(?:er|sie|ihn|ihm|ihr\w*|sein\w*|diese[rmn]?|dessen|deren)\b", re.IGNORECASE),
    Language.EN: re.compile(r"\b(?:he|she|him|her|his|hers|they|their|them|who|whose)\b", re.IGNORECASE),
}
"""What may stand for a person: a translation may say the name where the original does not, and the reverse."""
NEARLY = 0.7
"""How like another first name one is that is a slip for it."""
DOUBLED = re.compile(r"(\w)\1")
SOUNDS = str.maketrans({"w": "v", "j": "i", "y": "i"})
"""What German and English write otherwise: Wladimir, Vladimir."""


def replaced_people(pair: Translation) -> Iterator[Remark]:
    """Where a sentence names another person than the original's, in the article's own order of sentences."""
    known = _known(pair)
    if not known:
        return
    for _, mine, theirs in lines(pair):
        there, here = known & runs(mine.text), known & runs(theirs.text)
        there |= {name for name in known - there if name + "s" in runs(mine.text)}
        here |= {name for name in known - here if name + "s" in runs(theirs.text)}
        if here and there:
            yield from _others(mine, theirs, known)


def _known(pair: Translation) -> frozenset[str]:
    """The last names that both articles have: behind a first name, or what the article calls a person."""
    mine, theirs = _full(pair.original), _full(pair.article)
    full = mine & theirs
    known = {last for first, last in mine | theirs if first in first_names()}
    known |= {last for _, last in _called(pair.original) & full}
    known = {last for last in known if last in surnames() or not _is_word(last)}
    others = {last for first, last in full if last not in known and not _is_word(first) and not _is_word(last)}
    known |= {last for last in others if _speaks(last, pair.original) or _speaks(last, pair.article)}
    known |= {last for first, last in full if first in first_names() and not is_entry(last)}
    if len(known) < 2:  # noqa: PLR2004 - one person is no other
        return frozenset()
    said = [runs_of(article) for article in (pair.original, pair.article)]
    return frozenset(name for name in known if all(name in each or name + "s" in each for each in said))


def _speaks(last: str, article: Article) -> bool:
    """Whether the article names somebody so beside a word for saying or thinking: „vermutet Zumthor“."""
    words = (grammar().german if article.language is Language.DE else grammar().english)["saying"]
    beside = re.compile(rf"([^\W\d_]+) {re.escape(last)}\b|\b{re.escape(last)} ([^\W\d_]+)")
    text = article.manuscript.text
    return last in text and any(not words.isdisjoint(found.groups()) for found in beside.finditer(text))


def _called(article: Article) -> set[tuple[str, str]]:
    """First and last names behind a word for a person: „die Kenianerin Mercy Kiplagat“."""
    return {
        (found["first"], _ended(found["last"]))
        for passage in passages(article)
        if MAY_CALL(runs(passage.text))
        for found in CALLED.finditer(passage.text)
    }


@held
def _names(text: str) -> tuple[re.Match[str], ...]:
    """First names before last ones in a text: those of passages are asked for again line by line."""
    return tuple(FULL.finditer(text))


def _is_word(name: str) -> bool:
    return is_english(name) or is_entry(name) or name in common_words()


def _full(article: Article) -> set[tuple[str, str]]:
    return {(found["first"], _ended(found["last"])) for passage in passages(article) for found in _names(passage.text)}


def _others(mine: Passage, theirs: Passage, known: frozenset[str]) -> Iterator[Remark]:
    there, here = _places(mine, known), _places(theirs, known)
    yield from exchanged(mine, theirs, [*_said(there), *_named(mine)], [*_said(here), *_named(theirs)], PERSON)
    counts = tuple(Counter(name for name, _, _ in side) for side in (there, here))
    whole = (0, len(mine.text)), (0, len(theirs.text))
    for (first, last), (start, end) in answering(mine, theirs) or [whole]:
        left = {name: (a, b) for name, a, b in there if first <= a < last}
        right = {name: (a, b) for name, a, b in here if start <= a < end}
        lost = [name for name in left if name not in right and counts[0][name] > counts[1][name]]
        gained = [name for name in right if name not in left and counts[1][name] > counts[0][name]]
        texts = mine.text[first:last], theirs.text[start:end]
        may_stand = PRONOUN[Language.DE].search(texts[0]) and PRONOUN[Language.EN].search(texts[1])
        is_sure = not may_stand or (lost and gained and _begins(texts[0], lost[0]) and _begins(texts[1], gained[0]))
        if lost and gained and is_sure:
            yield _is_not(theirs, right[gained[0]], mine, left[lost[0]])


def _is_not(theirs: Passage, here: tuple[int, int], mine: Passage, there: tuple[int, int]) -> Remark:
    return remark(
        theirs.span(*here),
        "“{here}” is not “{there}”",
        related=mine.span(*there),
        here=theirs.text[slice(*here)],
        there=mine.text[slice(*there)],
    )


def _begins(text: str, name: str) -> bool:
    """Whether a person acts at the beginning of a sentence: „Zumthor vermutet“, „Reto Zumthor vermutet“."""
    return bool(re.match(rf"[\s„“”\"]*(?:[A-ZÄÖÜ][\w.-]* ){{0,3}}{re.escape(name)} [a-zäöü]", text))


def _said(found: list[tuple[str, int, int]]) -> list[Said]:
    return [Said(name, PERSON, start, end) for name, start, end in found]


def _named(passage: Passage) -> list[Said]:
    """Countries, towns and bodies, which may change places with the persons."""
    language = passage.article.language
    found = mentions(passage.text, named(passage.text, language), language)
    return [Said(each.entity, each.entity.kind, each.start, each.end) for each in found]


def _places(passage: Passage, known: frozenset[str]) -> list[tuple[str, int, int]]:
    """Where a passage has some names, those in the genitive too."""
    found = []
    for match in WORD.finditer(passage.text):
        for name in (match[0], match[0].removesuffix("s")):
            if name in known:
                found.append((name, match.start(), match.end()))
                break
    return found


def other_first_names(pair: Translation) -> Iterator[Remark]:
    """Where a last name of the original follows another first name."""
    german: dict[str, set[str]] = {}
    for passage in passages(pair.original):
        for found in _names(passage.text):
            german.setdefault(_ended(found["last"]), set()).add(sound_of(found["first"]))
    for _, mine, theirs in lines(pair) if german else ():
        for found in _names(theirs.text):
            known = german.get(_ended(found["last"]))
            if known and sound_of(found["first"]) not in known:
                meant = _meant(found, mine, theirs)
                if meant is not None:
                    yield _is_not(theirs, found.span("first"), mine, meant.span("first"))


def other_last_names(pair: Translation) -> Iterator[Remark]:
    """Where a first name stands before a last name that the original has nowhere, and its own stands elsewhere."""
    own, said = runs_of(pair.original), runs_of(pair.article)
    for _, mine, theirs in lines(pair):
        there, here = (_by_first(passage.text) for passage in (mine, theirs))
        for first in there.keys() & here.keys():
            meant, found = there[first], here[first]
            last, other = _ended(meant["last"]), _ended(found["last"])
            if _is_half(last, other) and other not in pair.original.manuscript.text:
                yield _is_not(theirs, found.span("last"), mine, meant.span("last"))
                continue
            is_known = last == other or "-" in last or not own.isdisjoint((other, other + "s", found["last"]))
            is_there = _often(last, theirs.text) >= _often(last, mine.text)
            if is_known or last not in said or is_there:
                continue
            is_like = SequenceMatcher(None, sound_of(last), sound_of(other)).ratio() >= NEARLY
            if not (is_like or TRANSCRIBED.search(last) or _is_word(last) or _is_word(other)):
                yield _is_not(theirs, found.span("last"), mine, meant.span("last"))


def _is_half(last: str, other: str) -> bool:
    """Whether of two double names one half is the same: Odenthal-Rau, Odenthal-Rauch."""
    mine, theirs = last.split("-"), other.split("-")
    return len(mine) == len(theirs) == 2 and (mine[0] == theirs[0]) != (mine[1] == theirs[1])  # noqa: PLR2004 - halves


def _often(last: str, text: str) -> int:
    return len(re.findall(rf"\b{re.escape(last)}s?\b", text))


def _by_first(text: str) -> dict[str, re.Match[str]]:
    """Full names by first names that are known, or stand before a double name, and stand in a text once."""
    full = [each for each in _names(text) if each["first"] in first_names() or "-" in each["last"]]
    often = Counter(each["first"] for each in full)
    return {each["first"]: each for each in full if often[each["first"]] == 1}


def _meant(found: re.Match[str], mine: Passage, theirs: Passage) -> re.Match[str] | None:
    """The first name of the original for which another one stands."""
    last, said = _ended(found["last"]), runs(theirs.text)
    for each in _names(mine.text):
        first = each["first"]
        if _ended(each["last"]) == last and first in first_names() and first not in said:
            near = SequenceMatcher(None, first, found["first"]).ratio() >= NEARLY
            return each if near or found["first"] in first_names() else None
    return None


def _ended(last: str) -> str:
    """A last name without the ending of a genitive."""
    return ENDING.sub("", last) if last.endswith(("s", "’", "'")) else last


@lru_cache(maxsize=4096)
def sound_of(first: str) -> str:
    """A name as it sounds in either language."""
    return DOUBLED.sub(r"\1", plain(first)).replace("sch", "sh").replace("ph", "f").replace("th", "t").translate(SOUNDS)
