"""Names of the original are in the translation.

In: an original and its translation. Out: remarks on names that are missing or exchanged.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import cached_property
from typing import TYPE_CHECKING

from ....align.words import is_german
from ....facts.names.abroad import places, towns, unnamed
from ....facts.names.entities import may_name, named
from ....facts.names.entities import mentions as mentions_of
from ....facts.names.mentioned import fold, mentions
from ....facts.names.names import (
    aliases,
    alike,
    coded,
    expansion,
    found,
    houses,
    initials,
    is_emphasis,
    is_label,
    is_written_out,
    persons,
    plain,
)
from ....frozen import dataclass
from ....model import Language
from ....vocabulary.terms import english, lemma
from ...compared.prose import HIDDEN, answer, passages, sides
from ...rule import House, Remark, Severity, remark, rule
from ..language.same import same
from ..language.whole import foreign
from .coded import other_codes
from .exchanged import exchanged
from .excused import is_abbreviated, is_example, is_of_lost_link, is_said_in_english
from .known import words_of
from .misspelled import misspelled
from .people import sound_of
from .products import other_products
from .programs import other_programs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....facts.names.names import Name
    from ....model import Span, Translation
    from ...compared.prose import Passage, Sides

MISSPELLED = 0.75
"""How like a name a word must be that may be meant for it."""
SAME_SOUND = 0.8
"""How like it must sound where it was written in other letters before."""
TRANSCRIBED = re.compile(r"(?:[oe]wa?|tsch|tschenko|s[kj]i|s[kyj]+[ij]|skaja|jan|uk)$")
"""How names end that German and English transcribe otherwise: Lawrow, Selenskyj."""
MANY = 200
"""So many names are not looked for one by one."""
POSTAL_CODE = re.compile(r"\d{4,6}[,\s]+$")
"""What stands before a country that only the letters from abroad need."""


CLUBS = frozenset(
    ("FC", "SC", "SV", "TSV", "TSG", "VfB", "VfL", "FSV", "SpVgg", "HSG", "SG", "TV", "EC", "BC", "RB", "MTV")
)
TOWN = re.compile(r" ([A-ZÄÖÜ][a-zäöüß]{3,})(?![\w-])")
"""What a club is, and the town behind it."""
PART = re.compile(r"[A-ZÄÖÜ]+[a-zäöüß]*")
TIED = re.compile(r"-([A-ZÄÖÜ])[a-zäöüß]")
"""The noun behind an acronym, whose first letter English may have in it."""


@rule(Severity.WARNING)
def name_missing(pair: Translation, house: House) -> Iterator[Remark]:
    """A name of the original is nowhere in its section of the translation.

    Why it matters: who did it, and whose product it is, is what the news is about.

    Names are acronyms, words with inner capitals or digits, people with a first name, words that the English article
    writes with a capital in the middle of its sentences, and the publication's own. KI is AI, DSGVO is GDPR, Köln is
    Cologne, Krüger may be Krueger; endings of genitive and plural do not count. Where the translation names it
    elsewhere, it is information, unless its block has another name instead, or one that is spelled almost so.

    Bad: „Laut OpenAI“ – “according to the company”, where the section names no OpenAI; „Altman“ – “Altmann”; „Wien“ –
    “Warsaw”.

    Good: “according to OpenAI”.

    Repair: name it in the section.
    """
    everywhere = " ".join(_own(pair))
    own = " ".join(passage.text for passage in passages(pair.original))
    is_english = pair.article.language is Language.EN
    common = alike(everywhere, own) if is_english else frozenset()
    ours = house.settings.publication.name
    common |= {ours} & words_of(own) if ours in own else set()
    swapped = _exchanged(pair, common) if is_english else []
    yield from (told for _, told in swapped)
    shouted = f"{everywhere} {own}"
    for each in sides(pair):
        said = {name for name, _ in swapped}
        there = " ".join(passage.raw for passage in each.translation)
        spoken = Spoken(there)
        for passage in (p for p in each.original if not p.is_gap):
            lost = tuple(unnamed(passage.text, there)) if is_english else ()
            for name in (*_names(passage, common), *lost):
                is_known = spoken.has(name.text) or mentions(name.text, there)
                if name.text in said or (is_known and name not in lost):
                    continue
                is_local = _is_of_words(name.text, own, everywhere) or is_abbreviated(name.text, own, everywhere)
                is_clear = is_local or is_emphasis(name.text, shouted) or _is_needless(name, passage, there)
                is_clear = is_clear or (is_english and is_said_in_english(name.text, there))
                is_clear = is_clear or is_example(name, passage, each) or is_of_lost_link(name, each)
                if not (is_clear or (is_english and _is_called_otherwise(name, passage, there))):
                    said.add(name.text)
                    here = Block(passage, each, spoken.words, common)
                    yield remark(
                        answer(each, passage),
                        "“{name}” is missing",
                        severity=None if here.weighs(name, everywhere) else Severity.INFO,
                        related=passage.span(name.start, name.end),
                        name=name.text,
                    )


def _exchanged(pair: Translation, common: frozenset[str]) -> list[tuple[str, Remark]]:
    """The names for which another word stands, and what is said of it."""
    found = (
        *exchanged(pair, common),
        *other_programs(pair),
        *other_codes(pair),
        *other_products(pair),
        *misspelled(pair),
    )
    return list({told.at: (name, told) for name, told in reversed(found)}.values())[::-1]


def _is_first_part(name: Name, text: str) -> bool:
    """Whether a name only says which one is meant, as in „ZIP-Archiv“: a translation may say “the archive”."""
    return text[name.end : name.end + 1] == "-" and text[name.end + 1 : name.end + 2].isupper()


def _is_of_words(name: str, own: str, everywhere: str) -> bool:
    """Whether an acronym is short for a common noun that has another in the translation: „Leistungspunkte (LP)“."""
    words = expansion(name, own) if name not in aliases() else ""
    is_common = words[:1].islower() or (bool(words) and " " not in words)
    return is_common and fold(words) not in fold(everywhere) and all(map(is_german, re.findall(r"[^\W\d_]+", words)))


def _is_needless(name: Name, passage: Passage, there: str) -> bool:
    """The country behind a postal code, a label (u1), what the translation abbreviates, writes out or ties together."""
    before = passage.raw[max(0, name.start - 8) : name.start]
    if (
        is_label(name.text)
        or POSTAL_CODE.search(before)
        or _is_numbered(name.text)
        or _is_of_club(name, passage, there)
    ):
        return True
    if (part := TIED.match(passage.text, name.end)) and mentions(name.text + part[1], there):
        return True  # HI-Virus, HIV
    return is_written_out(name.text, there) or not initials(passage.raw, name).isdisjoint(n.text for n in coded(there))


def _is_of_club(name: Name, passage: Passage, there: str) -> bool:
    """Whether an acronym says that a club is one, and English calls it by its town alone: 1. FC Köln, Cologne."""
    town = TOWN.match(passage.raw, name.end) if name.text in CLUBS else None
    return town is not None and any(form in there for form in places().get(town[1], (town[1],)))


def _is_numbered(name: str) -> bool:
    """Whether a name is made of German words and a number, as those of pictures are: TreiberSchritt2."""
    return name[-1:].isdigit() and all(map(lemma, PART.findall(name)))


def _is_called_otherwise(name: Name, passage: Passage, there: str) -> bool:
    """Whether a name is part of one that the translation has in English: “Social Democrats”; „Lawrow“ is Lavrov.

    A town may be a word too: „Porto“ is postage.
    """
    if name.text in towns() and any(map(there.lower().__contains__, set(english(name.text)) - {name.text.lower()})):
        return True
    known = named(passage.text, Language.DE)
    meant = (
        each.entity for each in mentions_of(passage.text, known, Language.DE) if each.start <= name.start < each.end
    )
    if any(may_name(entity, there, Language.EN) for entity in meant):
        return True
    sound = sound_of(name.text) if TRANSCRIBED.search(name.text) else ""
    return bool(sound) and any(
        SequenceMatcher(None, sound, sound_of(word)).ratio() >= SAME_SOUND
        for word in words_of(there)
        if word[0].isupper()
    )


class Spoken:
    """The words of a text, found when one is asked for that does not stand there between spaces or full stops."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._spaced = f" {text} ".replace(".", " ").replace(",", " ").replace("\n", " ")
        self._apart = frozenset(self._spaced.split(" "))

    @cached_property
    def words(self) -> frozenset[str]:
        """All words."""
        return words_of(self._text)

    @cached_property
    def _plain(self) -> frozenset[str]:
        return frozenset(map(plain, self.words))

    def has(self, name: str) -> bool:
        """Whether one of the words is a name, but for case and umlauts."""
        is_there = f" {name} " in self._spaced if " " in name else name in self._apart
        return is_there or plain(name) in self._plain


@dataclass(frozen=True, slots=True)
class Block:
    """A passage that lacks a name, the words of its counterpart's section, and the names that both articles have."""

    passage: Passage
    sides: Sides
    words: frozenset[str]
    common: frozenset[str]

    def weighs(self, name: Name, everywhere: str) -> bool:
        """Whether a person should look: a name that only says which one is meant may be left out."""
        if _is_first_part(name, self.passage.text):
            return self.misspells(name.text)
        return not mentions(name.text, everywhere) or self.exchanges(name.text)

    def exchanges(self, name: str) -> bool:
        """Whether the block has a name that its original has not, or its section one that is spelled almost so."""
        if self.misspells(name):
            return True
        mine = " ".join(p.raw for p in self.sides.original if p.pair == self.passage.pair)
        theirs = (p for p in self.sides.translation if p.pair == self.passage.pair)
        return any(not mentions(other.text, mine) for p in theirs for other in _names(p, self.common))

    def misspells(self, name: str) -> bool:
        """Whether the section has a name that is spelled almost so."""
        near = (word for word in self.words if word[:1].isupper() and word[:2] == name[:2])
        return any(SequenceMatcher(None, word, name).ratio() >= MISSPELLED for word in near)


def _own(pair: Translation) -> Iterator[str]:
    """What the translation says in its own language: a word of a German sentence is no name."""
    left: dict[Span, list[tuple[int, int]]] = {}
    for other, start, end in (*(each[:3] for each in same(pair)), *foreign(pair.article)):
        left.setdefault(other.at, []).append((start, end))
    for passage in passages(pair.article):
        text = passage.raw
        for start, end in left.get(passage.at, ()):
            text = text[:start] + HIDDEN * (end - start) + text[end:]
        yield text


def _names(passage: Passage, common: frozenset[str]) -> Iterator[Name]:
    """The names of a passage that are certain."""
    text = passage.text.replace(HIDDEN, " ")
    yield from coded(text)
    yield from houses(text)
    yield from persons(text)
    if len(common) > MANY:
        here = set(common) & {
            word.removesuffix(ending) for word in words_of(text) for ending in ("", "s", "es") if word.endswith(ending)
        }
    else:
        here = {name for name in common if name in text and found(name, text)}
        if here and ("'" in text or "’" in text):
            words = words_of(text)
            here = {name for name in here if not words.isdisjoint((name, f"{name}s", f"{name}es"))}
    yield from (name for each in sorted(here) if (name := found(each, text)))
