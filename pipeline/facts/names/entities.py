"""Text -> what it names that has a name in both languages: countries and their people, towns, parties, bodies of state.

In: a text and its language. Out: :class:`Mention` values in reading order; :func:`named`, the entities that a text may
name by its words, which is cheap.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from ...expressions import lasting
from ...frozen import dataclass
from ...held import held
from ...model import Language
from ...vocabulary.entities import INSTITUTION, Entity
from ...vocabulary.entities import entities as of_vocabulary
from ..words.runs import MOST, runs, starts
from .abroad import namesakes, places, towns

if TYPE_CHECKING:
    from collections.abc import Iterator

TOWN = "town"
ENDINGS = ("", "s", "es", "n", "en", "e", "er", "em", "in", "innen", "ern")
"""What a German form may end with."""
OF_TOWNS = (("er", ""), ("er", "en"), ("ner", "en"))
"""How „Kölner“, „Bremer“, „Münchner“ are made of their towns: an ending, and what it was instead of."""
SHORTEST, SHORTEST_STEM = 4, 5
"""Letters of a town that is looked for, and of a form that may be part of a compound."""
NO_TOWNS = frozenset(("Franken", "Amerika", "Ostdeutschland", "Westdeutschland", "Niederlanden", "Nizza", "Odessa"))
"""Places whose English forms mean other things as well, or that are no places of their own."""
NO_TOWN = frozenset(("Bayern", "Roman", "Nice", "Alp"))
"""English forms that mean other things as well."""
PAPER = r"(?:\w*[Zz]eitung|Allgemeine|Rundschau|Nachrichten|\w*[Bb]latt|Anzeiger|Kurier|Merkur|\w*[Pp]ost)"
"""What makes „Frankfurter“ the name of a newspaper."""
FIRST = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a text names an entity."""

    entity: Entity
    start: int
    end: int


@cache
def entities() -> tuple[Entity, ...]:
    """Those of the vocabulary, and towns."""
    known = of_vocabulary()
    told = {form for each in known for form in each.german} | NO_TOWNS | namesakes()
    large = {name: forms for name, forms in places().items() if name not in told and len(name) >= SHORTEST}
    same = {name: (name,) for name in towns() if name not in told and name not in large and len(name) >= SHORTEST}
    cities = (
        Entity(TOWN, (name,), tuple(form for form in forms if form not in NO_TOWN and form[0].isupper()))
        for name, forms in (large | same).items()
    )
    return (*known, *(each for each in cities if each.english))


class Meant(dict[str, tuple[Entity, ...]]):
    """The entities that a word of a language may begin the name of, as far as words were asked for."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._known, self._language = _known(language), language

    def __missing__(self, word: str) -> tuple[Entity, ...]:
        """Work out what is not known yet."""
        if len(self) >= MOST:
            self.clear()
        bases = dict.fromkeys(_bases(word, self._language))
        found = self[word] = tuple(dict.fromkeys(each for form in bases for each in self._known.get(form, ())))
        return found


@cache
def _meant_by(language: Language) -> Meant:
    return Meant(language)


def named(text: str, language: Language) -> frozenset[Entity]:
    """The entities that a text may name, by its words."""
    return frozenset().union(*map(_meant_by(language).__getitem__, _naming(text, language)))


@held
def _naming(text: str, language: Language) -> tuple[str, ...]:
    """The words of a text that may begin the name of an entity."""
    return tuple(filter(_meant_by(language).__getitem__, runs(text)))


@cache
def institutions() -> frozenset[Entity]:
    """The entities that no German word begins with: a compound ends with what they are."""
    return frozenset(each for each in entities() if each.kind == INSTITUTION)


def mentions(text: str, among: frozenset[Entity], language: Language) -> tuple[Mention, ...]:
    """Where a text names some entities, the longer name where two begin together or overlap."""
    found = sorted(_mentions(text, among, language), key=lambda mention: (mention.start, -mention.end))
    kept: list[Mention] = []
    for each in found:
        last = kept[-1] if kept else None
        if last is None or each.start >= last.end or (each.start, each.end) == (last.start, last.end):
            kept.append(each)
    return tuple(kept)


def _mentions(text: str, among: frozenset[Entity], language: Language) -> Iterator[Mention]:
    """The same with all that overlap: a name is looked for where a word stands that may begin it."""
    if language is Language.DE:
        for each in among & institutions():
            yield from (Mention(each, *match.span()) for match in _pattern(each, language).finditer(text))
    known = _meant_by(language)
    begun: dict[Entity, list[int]] = {}
    for word in sorted(_naming(text, language)):
        for each in filter(among.__contains__, known[word]):
            begun.setdefault(each, []).extend(starts(text, word))
    for each, places_ in begun.items():
        done = 0
        for start in sorted(places_):
            match = _pattern(each, language).match(text, start) if start >= done else None
            if match:
                yield Mention(each, *match.span())
                done = match.end()


def may_name(entity: Entity, text: str, language: Language) -> bool:
    """Whether a text may mean an entity: by any of its forms, in compounds and in whatever letters."""
    if entity.kind == INSTITUTION:
        return bool(_meant(entity, language).search(text))
    lower = text.lower()
    return any(map(lower.__contains__, _stems(entity, language))) or bool(_short(entity, language).search(text))


@cache
def _meant(entity: Entity, language: Language) -> re.Pattern[str]:
    """What an institution may be called in a text."""
    own = entity.german if language is Language.DE else ()
    forms = "|".join((*entity.english, *entity.perhaps_english, *own))
    return lasting(rf"(?<!\w)(?:{forms})s?(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=2048)
def _stems(entity: Entity, language: Language) -> tuple[str, ...]:
    """What a text must have in small letters that may mean an entity."""
    if language is Language.EN:
        forms = (*entity.english, *entity.perhaps_english)
        return tuple(form.lower() for form in forms if len(form) > SHORTEST)
    forms = (*entity.german, *entity.perhaps_german, *entity.english)
    is_town = entity.kind == TOWN
    return tuple(
        (form.removesuffix("en") if is_town and len(form) > SHORTEST_STEM else form).lower()
        for form in forms
        if len(form) > SHORTEST or is_town
    )


@lru_cache(maxsize=2048)
def _short(entity: Entity, language: Language) -> re.Pattern[str]:
    """The short forms of an entity, which must stand alone."""
    forms = (*entity.english, *entity.perhaps_english, *(entity.german if language is Language.DE else ()))
    forms = (*forms, *entity.perhaps_german) if language is Language.DE else forms
    short = "|".join(re.escape(form) for form in forms if len(form) <= SHORTEST)
    return lasting(rf"(?<!\w)(?:{short})(?:e[nrms]?|s|innen)?(?!\w)" if short else r"(?!)")


@lru_cache(maxsize=2048)
def _pattern(entity: Entity, language: Language) -> re.Pattern[str]:
    if entity.kind == INSTITUTION and language is Language.DE:
        return lasting(rf"(?<!\w)(?:{entity.german[0]})(?!\w)")
    if language is Language.EN:
        return lasting(rf"(?<!\w)(?:{'|'.join(map(re.escape, _longest(entity.english)))})s?(?!\w)")
    forms = "|".join(map(_german, _longest(entity.german)))
    if entity.kind == TOWN:
        name = entity.german[0]
        people = f"{name.removesuffix('en')}n?er|{name}er" if name.endswith("en") else f"{name}er"
        forms += rf"|(?:{people})(?! {PAPER})"
    return lasting(rf"(?<!\w)(?:{forms})(?!\w)")


def _german(form: str) -> str:
    """A German form with the endings that it may have."""
    if form.islower():
        return rf"[{form[0]}{form[0].upper()}]{re.escape(form[1:])}(?:e[rnms]?)?"
    if form.isupper() or len(form) <= SHORTEST:
        return rf"{re.escape(form)}s?"
    return rf"{re.escape(form)}(?:e?s|e?n|in(?:nen)?|ern)?"


def _longest(forms: tuple[str, ...]) -> list[str]:
    return sorted(forms, key=len, reverse=True)


@cache
def _known(language: Language) -> dict[str, tuple[Entity, ...]]:
    """The entities by the first word of their forms."""
    found: dict[str, list[Entity]] = {}
    for each in entities():
        german = () if each.kind == INSTITUTION else each.german
        for form in each.english if language is Language.EN else german:
            first = FIRST.match(form)
            row = found.setdefault(first[0], []) if first else []
            if each not in row[-1:]:
                row.append(each)
    return {word: tuple(row) for word, row in found.items()}


def _bases(word: str, language: Language) -> Iterator[str]:
    """What a word may be a form of."""
    if language is Language.EN:
        yield word
        if word.endswith("s"):
            yield word[:-1]
        return
    for ending in ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word or not ending:
            yield from (stem, stem.lower())
    for ending, end in OF_TOWNS:
        if word.endswith(ending):
            yield word.removesuffix(ending) + end
