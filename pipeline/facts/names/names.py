"""Text -> its names: acronyms, words with inner capitals or digits, and words that both languages write alike.

In: a text and its language. Out: :class:`Name` values in reading order.

German writes every noun with a capital, so a capital proves nothing there. What stands with two capitals, a capital
inside or with a digit is a name in both languages; other names are those that the English text of the same article
writes with a capital in the middle of its sentences (:func:`proper`).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from ...frozen import dataclass
from ...model import Language
from ...vocabulary.terms import STOP_WORDS, lemma
from ..dates.times import ZONES
from ..numbers.measures import named
from ..table import table
from ..words.runs import Rare, runs

if TYPE_CHECKING:
    from collections.abc import Iterator

CODED = re.compile(
    r"(?<![\w@#./:=+*'’&-])(?:[A-Z][A-Za-z]*-?\d+(?:\.\d+)*(?:-\d{3,})?(?:[A-Za-z]{1,2}\d*)?|[A-ZÄÖÜ]{2,}s?|[A-Z]+[a-zäöüß]+(?:[A-Z][a-zäöüß]*)+|[a-z]{1,2}[A-Z][a-zA-Z]+)(?![\w@/*+]|\.\w|:\w|_)"
)
HINT = re.compile(r"[A-ZÄÖÜ\d](?:(?<=[A-ZÄÖÜ].)|(?<=[a-zäöüß][A-Z])|(?<=[A-Za-z]\d)|(?<=[A-Za-z]-\d))")
"""Without any of these a text has no such name: most have none."""
HOUSE = re.compile(r" (?P<house>\d{1,3}[a-z])(?!\w)")
STREETS = ("traße", "tr.", "weg", "Weg", "platz", "Platz", "allee", "gasse", "ufer", "ring", "damm")
"""How the streets end that a number stands behind."""
INNEN = re.compile(r"[a-zäöüß]Innen$")
SHOUTED = re.compile(r"(?:\b[A-ZÄÖÜ]{2,}\b\W+){2,}")
SHOUTED_ON = re.compile(r"-[A-ZÄÖÜ]{2}")
"""How what is written in capitals goes on."""
MIDDLE = re.compile(r"[A-Z](?<=[a-zäöüß,;] .)[a-zß-öø-ÿā-ž]{3,}(?:['’]s)?(?![\w*_])")
PERSON = re.compile(
    r"(?<![\w-])(?P<first>[A-ZÄÖÜ][a-zß-öø-ÿā-ž]+)(?:-[A-Z][a-zß-öø-ÿā-ž]+)?"
    r"(?=[^\S\n](?:[A-Z]\.\s)?(?:(?:(?:von|van|de)\s)(?:(?:der|den)\s)?)?(?P<last>[A-ZÄÖÜ][\w’'-]{2,}))"
)
TITLED = re.compile(
    r"(?<![\w-])(?:(?:Dr|Prof)\.|Frau|Herrn?|Doktor|Professorin|Professor)\s(?P<one>[A-ZÄÖÜ][\w’'-]{2,})(?:\s(?P<two>[A-ZÄÖÜ][\w’'-]{2,}))?"
)
"""Who has a title is a person."""
TITLES = frozenset(("Prof", "Dr", "Dipl", "Mag", "Professor", "Professorin", "Doktor"))
TITLING = Rare(frozenset(("Dr", "Prof", "Frau", "Herr", "Herrn", "Doktor", "Professorin", "Professor")).__contains__)
SAYS = (
    r"(?:sagte?|erklärte?|betonte?|warnte?|meinte?|schreibt|schrieb|forderte?|kritisierte?|urteilte?|lobte?|teilte?"
    r"|rät|räumte?|berichtete?)"
)
SAYING = Rare(re.compile(SAYS).fullmatch)
SAID = re.compile(
    rf"\b{SAYS}"
    r"\s[A-ZÄÖÜ][\w-]+(?:er|in|or|ent|ist|ge|chef|mann|frau|anwalt|arzt|rat|loge|nom)\s(?P<one>[A-ZÄÖÜ][\w’'-]{2,})(?:\s(?P<two>[A-ZÄÖÜ][\w’'-]{2,}))?(?!\w)"
)
"""Who said something: „sagte Sprecherin Petra Kolbe“."""
UMLAUTS = str.maketrans(
    {"ä": "a", "ö": "o", "ü": "u", "ß": "ss", "é": "e", "è": "e", "ô": "o", "ç": "c", "á": "a", "í": "i", "ó": "o"}
)
LABEL = re.compile(r"[A-FPQU-Z][1-9]")
"""What authors call the first and the second of a kind."""
TITLE = re.compile(r"\b[A-ZÄÖÜ][\w]+(?:[ -][A-ZÄÖÜ][\w]+)+")
ROMAN = re.compile(r"[IVXLC]+|[QH][1-4]")
ACRONYM = re.compile(r"[A-Z][A-Za-z&]*[A-Z]")
INSIDE = frozenset("_-")
ENDED = re.compile(r"(?:s|es|['’])?(?![\w-])")
"""How a name that was found may end."""
MARKS = frozenset(("EN", "DE", "ENG", "GER"))
SHORTEST_WORD, SHORTEST_ACRONYM, LONGEST_ACRONYM = 4, 3, 6
FAR = 80
"""Characters in which the words stand that an acronym in brackets is of."""
GENITIVE = re.compile(r"(?<=[^s])['’]?s$|['’]$")


@dataclass(frozen=True, slots=True)
class Name:
    """A name as the text writes it, without the ending of a genitive."""

    text: str
    start: int
    end: int


@cache
def aliases() -> dict[str, tuple[str, ...]]:
    """What the other language calls a name: German ones, and English ones by the acronyms that answer them."""
    found: dict[str, tuple[str, ...]] = {name: tuple(others) for name, others in table("names")["aliases"].items()}
    for name, others in table("names")["aliases"].items():
        for other in (each for each in others if ACRONYM.fullmatch(each) and each != name):
            found[other] = (*found.get(other, ()), name)
    for name, others in table("names")["english"].items():
        found[name] = (*found.get(name, ()), *others)
    return found


@cache
def first_names() -> frozenset[str]:
    """First names: what follows one is the name of a person."""
    return frozenset(table("names")["words"]["first"].split("\n", 1)[1].split())


@cache
def surnames() -> frozenset[str]:
    """Last names that are words as well: Frau Müller."""
    return frozenset(table("names")["words"]["surnames"].split())


@cache
def common_words() -> frozenset[str]:
    """English words that are written large in titles and institutions."""
    return frozenset(table("names")["words"]["common"].split())


ARTICLED = ("am ", "im ", "vom ", "zum ", "beim ", "ans ", "vom ")
"""What has an article, and stands before no person."""
JOINED = re.compile(
    r"\b(?:als|bevor|bis|da|damit|dass|falls|nachdem|ob|obwohl|sobald|sofern|solange|wann|warum|weil|wenn|wie|wo)\s$",
    re.IGNORECASE,
)
"""Behind these a subject may stand beside its object: „ob Matti Urlaub hat“."""


def persons(text: str) -> Iterator[Name]:
    """The last names of people: what stands behind a first name."""
    known, said = first_names(), runs(text)
    for found in () if known.isdisjoint(said) else PERSON.finditer(text):
        is_noble = " von " in text[found.start() : found.start("last")]
        may_be_other = is_noble or bool(lemma(found["first"]))  # Wieland von der Universität, fünf Tore Vorsprung
        before = text[: found.start("first")]
        may_be_other = may_be_other or before.endswith(ARTICLED) or bool(JOINED.search(before))  # am Kai Lastwagen
        if found["first"] in known and not (may_be_other and _is_word(found["last"])):
            yield Name(GENITIVE.sub("", found["last"]), found.start("last"), found.end("last"))
    for pattern, hint in ((TITLED, TITLING), (SAID, SAYING)):
        for found in pattern.finditer(text) if hint(said) else ():
            part = "two" if found["two"] else "one"
            if found[part] not in TITLES and not _is_word(found[part]):
                yield Name(GENITIVE.sub("", found[part]), found.start(part), found.end(part))


def _is_word(name: str) -> bool:
    """Whether a name is a word of the dictionary, and no surname that is known."""
    return name not in surnames() and bool(lemma(name))


@lru_cache(maxsize=1 << 14)
def plain(name: str) -> str:
    """A name without case and umlauts: Krüger, Krueger and Kruger are one."""
    return name.casefold().translate(UMLAUTS).replace("ae", "a").replace("oe", "o").replace("ue", "u")


def coded(text: str) -> tuple[Name, ...]:
    """Acronyms and words with inner capitals or digits; nothing of what is written in capitals for emphasis."""
    if not HINT.search(text):
        return ()
    shouted = [found.span() for found in SHOUTED.finditer(text)]
    found = []
    for match in CODED.finditer(text):
        name = match[0].removesuffix("s") if re.fullmatch(r"[A-ZÄÖÜ]{2,}s", match[0]) else match[0]
        inside = bool(SHOUTED_ON.match(text, match.end())) or any(a <= match.start() < b for a, b in shouted)
        is_unit = text[match.start() - 2 : match.start() - 1].isdigit() and name.lower() in named()
        if (
            len(name) > 1
            and not is_unit
            and not inside
            and name not in ZONES
            and not ROMAN.fullmatch(name)
            and not INNEN.search(name)
        ):
            found.append(Name(name, match.start(), match.start() + len(name)))
    return tuple(found)


def houses(text: str) -> Iterator[Name]:
    """The numbers of houses that have a letter: „Hafenstraße 5a“."""
    for found in HOUSE.finditer(text):
        if text.endswith(STREETS, 0, found.start()):
            yield Name(found["house"], *found.span("house"))


def is_label(name: str) -> bool:
    """Whether a name is one that the text gives to something of its own: A1, B2; not G7, which is longer known."""
    return bool(LABEL.fullmatch(name)) and name not in aliases()


def initials(text: str, name: Name) -> frozenset[str]:
    """What the title may be called that a name is part of: SCP for Server Control Panel."""
    return frozenset(
        "".join(word[0] for word in found[0].replace("-", " ").split())
        for found in TITLE.finditer(text)
        if found.start() <= name.start < found.end()
    )


def expansion(name: str, text: str) -> str:
    """The words that a text abbreviates by an acronym in brackets behind them: „Leistungspunkte (LP)“."""
    for found in re.finditer(rf"\(\s?{re.escape(name)}\s?\)", text):
        before = text[max(0, found.start() - FAR) : found.start()].rstrip()
        for count in range(1, len(name) + 2):
            row = before.split(" ")[-count:]
            whole = " ".join(row)
            if whole[:1].upper() == name[0].upper() and _spells(name, whole):
                return whole
    return ""


def _spells(name: str, words: str) -> bool:
    """Whether words have the letters of an acronym in its order."""
    letters = iter(words.casefold())
    return all(letter in letters for letter in name.casefold())


def is_written_out(name: str, text: str) -> bool:
    """Whether a text has words that begin like the letters of an acronym: “small language models” for SLM."""
    if not (name.isalpha() and name.isupper() and len(name) >= SHORTEST_ACRONYM):
        return False
    return bool(re.search(r"\b" + r"[^\W_]+[ -](?:(?:of|and|for|the|in) )*".join(name), text, re.IGNORECASE))


def proper(english: str) -> frozenset[str]:
    """Words that an English text writes with a capital in the middle of its sentences, and never without."""
    large = {GENITIVE.sub("", found) for found in MIDDLE.findall(english)}
    small = set(re.findall(r"\b[a-z][\w'’]*", english))
    return frozenset(word for word in large if word.lower() not in small)


def alike(english: str, german: str) -> frozenset[str]:
    """Names that an English article writes as its German original does."""
    names = proper(english)
    words = {word.removesuffix("s") for word in re.findall(r"[A-ZÄÖÜ][\w]+", german)} if names else set()
    return frozenset(name for name in names if name.removesuffix("s") in words)


def found(name: str, german: str) -> Name | None:
    """Where a German text has a name, perhaps in the genitive."""
    start = german.find(name)
    while start >= 0:
        before, end = german[start - 1 : start], start + len(name)
        if not (before.isalnum() or before in INSIDE) and ENDED.match(german, end):
            return Name(name, start, end)
        start = german.find(name, start + 1)
    return None


def is_emphasis(name: str, text: str) -> bool:
    """Whether a word in capitals is an ordinary one: NICHT, ACHTUNG, or in small letters elsewhere."""
    if not name.isupper() or not name.isalpha() or len(name) < SHORTEST_WORD:
        return name in MARKS
    lower = name.lower()
    german = lower in STOP_WORDS[Language.DE] or bool(lemma(name)) or bool(set(lower) & set("äöüß"))
    return german or len(name) > LONGEST_ACRONYM or bool(re.search(rf"\b(?:{lower}|{lower.capitalize()})\b", text))
