"""A German-English dictionary of our own -> what a German word is called in English, whatever its form.

In: ``dictionary/*.txt``, a file for each field, a line for each word: ``Quelle = source, spring``, nouns with their
capital; ``strong-verbs.txt`` and ``english-forms.txt``, a line for each word and its irregular forms;
``english-too.txt``, words that English writes as well. Out:
:func:`english` of a German word, :func:`compound` of its parts, :func:`base` of an English one, and the stop words of
each language, which say nothing about what a text is about.

It was written for this project and takes nothing from another dictionary. It is loaded when the first word is looked
up: 18,000 lines are split in 3.6 ms.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib import resources
from itertools import chain
from typing import TYPE_CHECKING

from .tables import table

if TYPE_CHECKING:
    from collections.abc import Iterator

ENDINGS = re.compile(r"(?<=ung)en$|(?<=ier)(?:en|te?n?)$|(?:innen|ern|en|em|er|es|e|n|s|t)$")
SHORTEST_STEM = 4
"""Letters that must remain when a German ending is taken off."""
SHORTEST_PART = 4
"""Letters of the shortest part of a compound that is looked up."""
LONGEST_PART = 32
"""The longest one: the longest entry with an ending."""
LONGEST_WORD = 2 * LONGEST_PART
"""Longer ones are not looked up as a whole."""
ENDINGS_OF_NOUNS = {
    "n": ("n", "en", "ern", "innen", "nen", "sen"),
    "s": ("es", "s", "ses"),
    "e": ("e", "se"),
    "r": ("er",),
}
"""By the last letter; what is left must be an entry."""
PLURALS = {"en": ("a", "o", "um", "us", "is"), "ien": ("",), "a": ("um",)}
"""Endings of plurals from Latin and Greek, and what the word ends in instead: Konten, Museen, Prinzipien, Praktika."""
FEMININE = re.compile(r"\w(?:er|or|ist|ent|ant|log|eur)in$")
"""What a woman is called by what she does: Verwalterin, Biologin."""
SHORTEST_NOUN = 2
SHORT_FORM = re.compile(r"(?P<stem>\w{3})e(?P<more>[mnrs]?)")
"""A form of a word so short that its ending is not taken off by :func:`german_stem`: „neue“, „gehe“."""
ENGLISH_ENDINGS = (
    *((ending, "") for ending in ("s", "es", "ed", "ing", "er", "ers", "ly")),
    *((ending, "e") for ending in ("ed", "ing", "er", "ers")),
    *(("ies", "y"), ("ied", "y")),
)
"""Endings of English words, and what they were instead of."""
SHORTEST_TAIL = 3
JOINTS = ("", "s", "n", "es", "en", "er", "e")
LAST_UMLAUT = re.compile(r"[äöüÄÖÜ](?=[^äöü]*$)")
PLAIN = {"ä": "a", "ö": "o", "ü": "u", "Ä": "A", "Ö": "O", "Ü": "U"}
PREFIX = re.compile(
    r"(?:ab|an|auf|aus|be(?:i|reit)?|dar|durch|ein|ent(?:gegen)?|er|fest|fort|frei|gegenüber|heim"
    r"|her(?:ab|an|auf|aus|bei|ein|über|um|unter|vor)?|hin(?:aus|ein|ter|unter|weg|zu)?|hoch|kennen|klar|los|miss|mit"
    r"|nach(?:voll)?|nieder|offen|sicher|statt|still|teil|über|um|unter|ver|vor(?:an|aus|bei)?|wahr|weg|weiter|wider"
    r"|wieder(?:her)?|zer|zu(?:recht|rück|sammen)?)(?=\w{3})"
)
"""What stands before the stem of a verb."""
PARTICIPLE = re.compile(r"ge(?P<stem>\w{3,}?)(?:e?te?[nmrs]?)")
VERB = re.compile(r"(?P<stem>\w{3,}?)(?:e?te[mnrst]?|e?st|e?t)")
VERB_IN_T = re.compile(r"(?P<stem>\w{2,}t)et")
"""„wartet“ is of „warten“."""
VERB_ENDING = re.compile(r"(?:e[nst]?|s?t|n|e[mnrs])$")


def _stop_words() -> dict[str, frozenset[str]]:
    return {language: frozenset(words.split()) for language, words in table("stop").items()}


STOP_WORDS = _stop_words()
STOP = frozenset().union(*STOP_WORDS.values())


def _text() -> str:
    """The lines of all files of the dictionary."""
    folder = resources.files(__package__).joinpath("dictionary")
    files = sorted((each for each in folder.iterdir() if each.name.endswith(".txt")), key=lambda each: each.name)
    return "".join(each.read_text(encoding="utf-8") for each in files)


@cache
def entries() -> dict[str, str]:
    """The German words, nouns with their capital, and the line of their English."""
    cells = _text().replace("\n", " = ").split(" = ")
    return dict(zip(cells[::2], cells[1::2], strict=False))


@cache
def english_words() -> frozenset[str]:
    """Each word that stands on the English side, its irregular forms, and words that both languages write."""
    said = "\n".join(entries().values()).lower().replace(",", " ").split()
    return frozenset((*said, *_irregular("english-forms.txt"), *_file("english-too.txt").split()))


@lru_cache(maxsize=16384)
def is_english(word: str) -> bool:
    """Whether a word is one that English writes, as far as the dictionary knows, in any form."""
    lower, known = word.lower(), english_words()
    if lower in known or lower in STOP_WORDS["en"]:
        return True
    bases = (lower.removesuffix(ending) + end for ending, end in ENGLISH_ENDINGS if lower.endswith(ending))
    return any(base_ in known for base_ in bases)


def german_stem(word: str) -> str:
    """A German word without its ending: ``quellen`` and ``quelle`` are ``quell``, ``prüfungen`` is ``prüfung``."""
    found = ENDINGS.sub("", word)
    return found if len(found) >= SHORTEST_STEM else word


@lru_cache(maxsize=1 << 15)
def lemma(word: str) -> str:
    """The entry of a German word in any form: ``Häuser`` is ``Haus``, ``aufgenommen`` is ``aufnehmen``; or ''.

    A word with a capital may begin a sentence, and one in small letters be no noun: nouns are looked up first there,
    last here.
    """
    if len(word) > LONGEST_WORD:
        return ""
    known = entries()
    if not word.islower():
        found = noun(word)
        if found:
            return found
    return next((form for form in _forms(word.lower()) if form in known), "") or (noun(word) if word.islower() else "")


@lru_cache(maxsize=16384)
def noun(word: str) -> str:
    """The entry of a German noun in any case and number, whatever letters it is written in; or ''."""
    known = entries()
    return (
        next((form for form in _nominal(word.capitalize()) if form in known), "") if len(word) <= LONGEST_WORD else ""
    )


def is_entry(word: str) -> bool:
    """Whether a word is certainly one of the dictionary: as it stands there, or a noun in any case and number."""
    return word.lower() in entries() or bool(noun(word))


def english(word: str) -> tuple[str, ...]:
    """What a German word in any form is called in English, each perhaps of several words; nothing if it is unknown."""
    found = lemma(word)
    return tuple(entries()[found].lower().split(", ")) if found else ()


@lru_cache(maxsize=16384)
def compound(word: str) -> tuple[str, ...]:
    """The entries of the parts of a German compound: its longest known beginning and its longest known end."""
    lower, known = word.lower(), entries()
    sizes = range(min(len(lower) - SHORTEST_PART, LONGEST_PART), SHORTEST_PART - 1, -1)
    heads = (each for size in sizes for each in _heads(lower[:size]))
    tails = (each for size in sizes for each in (*_nominal(lower[-size:].capitalize()), lower[-size:]))
    found = (next((each for each in row if each in known), "") for row in (heads, tails))
    return tuple(part for part in found if part)


@lru_cache(maxsize=16384)
def composed(word: str) -> tuple[str, ...]:
    """The entries that make up a whole German compound noun: ``Papier-korb``, ``Arbeit-s-amt``; or nothing."""
    if len(word) > LONGEST_WORD:
        return ()
    lower, known = word.lower(), entries()
    for size in range(SHORTEST_PART, len(lower) - SHORTEST_TAIL + 1):
        tail = noun(lower[size:])
        if tail:
            whole = lower[:size]
            for joint in JOINTS:
                beginning = whole.removesuffix(joint) if joint else whole
                if len(beginning) >= SHORTEST_TAIL and (joint == "" or beginning != whole):
                    head = next((each for each in _heads(beginning) if each in known), "")
                    if head:
                        return head, tail
    return ()


def base(word: str) -> str:
    """An irregular English form as its dictionary has it: ``went`` is ``go``; any other word as it is."""
    return _irregular("english-forms.txt").get(word, word)


@cache
def _irregular(name: str) -> dict[str, str]:
    lines = _file(name).splitlines()
    return {form: word for word, *forms in map(str.split, lines) for form in forms if form != word}


def _file(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text(encoding="utf-8")


def _heads(beginning: str) -> tuple[str, ...]:
    noun = beginning.capitalize()
    return noun, beginning, noun + "e", beginning + "en"


def _nominal(word: str) -> Iterator[str]:
    """A noun, and what it may be the plural or a case of."""
    for ending in ("", *ENDINGS_OF_NOUNS.get(word[-1:], ())):
        stem = word.removesuffix(ending)
        if len(stem) >= SHORTEST_NOUN and (stem != word or not ending):
            yield stem
            flat = LAST_UMLAUT.sub(_plain, stem)
            if flat != stem:
                yield flat
    if FEMININE.search(word):
        yield from (word.removesuffix("in"), word.removesuffix("in") + "e")
    for ending, others in PLURALS.items():
        if word.endswith(ending) and len(word) > SHORTEST_NOUN + len(ending):
            yield from (word.removesuffix(ending) + other for other in others)


def _plain(umlaut: re.Match[str]) -> str:
    return PLAIN[umlaut[0]]


def _forms(word: str) -> Iterator[str]:
    """What a German word may be a form of, the likeliest first."""
    yield word
    yield from _strong(word, "")
    bare = SHORT_FORM.fullmatch(word)
    if bare:
        yield from (bare["stem"], *(() if bare["more"] else (bare["stem"] + "en",)))
    stem = german_stem(word)
    flat = LAST_UMLAUT.sub(_plain, stem)
    for short in (stem, flat) if flat != stem else (stem,):
        yield from (short, short + "e", short + "en")
    for short in (german_stem(stem), german_stem(german_stem(stem))):  # größeren, wichtigsten
        yield from (short, LAST_UMLAUT.sub(_plain, short))
    yield from _weak(word, "")
    prefix = PREFIX.match(word)
    if prefix:
        rest = word[prefix.end() :]
        yield from chain(_strong(rest, prefix[0]), _weak(rest, prefix[0]))


def _strong(word: str, prefix: str) -> Iterator[str]:
    """The strong verb of which a word may be a past tense or a participle."""
    known = _irregular("strong-verbs.txt")
    for form in (word, VERB_ENDING.sub("", word), word.removesuffix("n")):
        found = known.get(form) or (prefix and known.get("ge" + form))
        if found:
            yield prefix + found


def _weak(word: str, prefix: str) -> Iterator[str]:
    """The verbs of which a word may be a past tense, a participle or an infinitive with „zu“."""
    is_past = word.startswith("ge") and word.endswith(("te", "ten"))  # gehörte: gehören, if there is such a verb
    for pattern in (VERB, PARTICIPLE, VERB_IN_T) if is_past else (PARTICIPLE, VERB, VERB_IN_T):
        match = pattern.fullmatch(word)
        if match:
            yield prefix + match["stem"] + "en"
            yield prefix + match["stem"] + "n"
    if prefix and word.startswith("zu"):
        yield prefix + word[2:]
