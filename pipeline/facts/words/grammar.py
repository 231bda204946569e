"""The words by which the shape of a sentence is told.

In: ``pipeline/vocabulary/grammar.toml``. Out: sets of words for each language, prepositions and their English.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from ...expressions import lasting
from ...frozen import dataclass
from ...vocabulary.terms import lemma
from ..table import table

if TYPE_CHECKING:
    from collections.abc import Mapping

    Words = Mapping[str, frozenset[str]]
    Signs = Mapping[str, list[tuple[str, str]]]

DETERMINER = re.compile(
    r"d(?:er|ie|as|en|em|es|essen|eren)|(?:k?ein|[mds]ein|ihr|unser|dies|jen|jed)(?:e[nrms]?)?|all(?:e[nrms]?)|beide[nr]?"
)
PARTICIPLE = re.compile(
    r"\b(?:worden|gewesen|ge\w{2,}(?:t|en)|\w{2,5}ge\w{2,}(?:t|en)|(?:be|ver|er|ent|zer|miss|über|unter)\w{2,}(?:t|en)|\w{3,}iert)\b"
)
"""A participle: what is told of lies further back."""
ADJECTIVE = re.compile(r"[a-zäöüß-]+e[nrms]?")

PREFIX = "(?:(?:ab|an|aus|ein|mit|nach|über|unter|zurück|zusammen)?(?:zu|ge)?)(?:"
"""What may stand before the stem of a verb."""


class Directed(NamedTuple):
    """A verb that one does and another has done: forms that stand alone, those with a prefix, and the English ones.

    ``to`` is what English may have before the other, who is no ``dative`` where German has an accusative.
    """

    german: frozenset[str]
    parted: frozenset[str]
    prefix: str
    english: frozenset[str]
    to: str
    dative: bool


class Persons(NamedTuple):
    """German pronouns that act, and those to whom it is done, with their persons; English ones, and who they may be."""

    subjects: Words
    objects: Words
    acting: Words
    done_to: Words


@dataclass(frozen=True, slots=True)
class Grammar:
    """Words of each language by what they tell; what prepositions are in English, and whether no clause follows.

    ``alike`` are words of both languages that answer each other without a dictionary, each with its signs; those that
    may change places are ``changing``. ``persons`` are the pronouns whose form tells who acts and to whom it is done.
    ``directed`` are verbs that say the same from one side alone.
    """

    german: Words
    english: Words
    dative: re.Pattern[str]
    converse: re.Pattern[str]
    mutual: re.Pattern[str]
    feminine: tuple[str, ...]
    abstract: tuple[str, ...]
    measures: re.Pattern[str]
    governs: tuple[tuple[frozenset[str], tuple[tuple[str, ...], ...], bool], ...]
    instead: tuple[tuple[str, ...], ...]
    alike: tuple[Signs, Signs]
    changing: tuple[frozenset[str], frozenset[str]]
    persons: Persons
    directed: tuple[Directed, ...]


@cache
def grammar() -> Grammar:
    """The table."""
    rows = table("grammar")
    german, english = (
        {name: frozenset(words.split()) for name, words in rows[language].items()} for language in ("german", "english")
    )
    return Grammar(
        german,
        english,
        lasting("|".join(rows["verbs"]["dative"].split())),
        lasting(PREFIX + "|".join(rows["verbs"]["converse"].split()) + ")"),
        lasting(PREFIX + "|".join(rows["verbs"]["mutual"].split()) + ")"),
        tuple(rows["endings"]["feminine"].split()),
        tuple(rows["endings"]["abstract"].split()),
        lasting("|".join(rows["nouns"]["measures"]), re.IGNORECASE),
        tuple(
            (frozenset(row["de"].split()), _expressions(row["en"]), bool(row.get("phrase"))) for row in rows["governs"]
        ),
        _expressions(rows["instead"]["en"]),
        (_signs(rows["alike"], "de"), _signs(rows["alike"], "en")),
        (_changing(rows["alike"], "de"), _changing(rows["alike"], "en")),
        Persons(*(_persons(rows["persons"], kind) for kind in ("de", "de_object", "en", "en_object"))),
        tuple(_directed(row) for row in rows["directed"]),
    )


def _directed(row: Mapping[str, str]) -> Directed:
    alone, parted, english = (frozenset(row.get(name, "").split()) for name in ("de", "parted", "en"))
    return Directed(alone, parted, row.get("prefix", ""), english, row.get("to", ""), bool(row.get("dative")))


def _persons(rows: list[dict[str, str]], kind: str) -> Words:
    words = {word for row in rows for word in row[kind].split()}
    return {word: frozenset(row["de"] for row in rows if word in row[kind].split()) for word in words}


def _changing(rows: list[dict[str, str]], language: str) -> frozenset[str]:
    return frozenset(word for row in rows if row["kind"] != "denial" for word in row[language].split())


def _signs(rows: list[dict[str, str]], language: str) -> Signs:
    found: dict[str, list[tuple[str, str]]] = {}
    for row in rows:
        for word in row[language].split():
            found.setdefault(word, []).append((row["kind"], row["en"]))
    return found


def _expressions(rows: list[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(row.split()) for row in rows)


def is_verb(word: str) -> bool:
    """Whether a German word is a form of a verb that the dictionary knows."""
    entry = lemma(word)
    return entry.islower() and entry.endswith("n") and entry not in grammar().german["adverbs"]
