"""Both languages list the same sources, in the same order, with the same titles and addresses.

In: an original and its translation. Out: remarks on citations.

Titles are quotations: they are never translated. An address that leads to the other language's edition of the same
source (`de.wikipedia.org`, `/de/`, `?hl=de`) is a localisation; its title may then be the edition's own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ....held import held
from ...compared import shapes
from ...compared.address import localised
from ...once import once
from ...rule import Remark, Severity, remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....model import Article, Citation, Span, Translation

SAME = 2
"""The score from which two citations are the same source: one address or one title is enough."""


@rule(Severity.ERROR)
def missing(pair: Translation) -> Iterator[Remark]:
    """The translation lacks a source of the original.

    Why it matters: a claim that is proven in one language is unproven in the other.

    Bad: three entries under “Quellen”, two under “Sources”.

    Good: the same entries in both.

    Repair: add the entry, at the same place, with its title and address unchanged.
    """
    matched = dict(_matches(pair))
    for place, citation in enumerate(_listed(pair.original)):
        if place not in matched:
            yield remark(
                _gap(pair, place, matched),
                "the source “{source}” is missing",
                related=citation.at,
                source=_name(citation),
            )


@rule(Severity.ERROR)
def extra(pair: Translation) -> Iterator[Remark]:
    """The translation lists a source that the original does not.

    Why it matters: either the original lacks a proof, or the translation claims something else.

    Bad: two entries under “Quellen”, three under “Sources”.

    Good: the same entries in both.

    Repair: add the entry to the original, or remove it here.
    """
    matched = {right for _, right in _matches(pair)}
    for place, citation in enumerate(_listed(pair.article)):
        if place not in matched:
            yield remark(
                citation.at,
                "the original does not list the source “{source}”",
                related=_list(pair.original),
                source=_name(citation),
            )


@rule(Severity.ERROR)
def order_differs(pair: Translation) -> Iterator[Remark]:
    """The sources stand in different orders.

    Why it matters: the numbers of sources are the same in every output and language.

    Bad: Bloomberg, TechCrunch in German; TechCrunch, Bloomberg in English.

    Good: the same order in both.

    Repair: bring the list into the original's order.
    """
    furthest = -1
    for left, right in sorted(_matches(pair)):
        if right < furthest:
            yield remark(
                _listed(pair.article)[right].at,
                "the source “{source}” stands elsewhere in the original",
                related=_listed(pair.original)[left].at,
                source=_name(_listed(pair.article)[right]),
            )
        furthest = max(furthest, right)


@rule(Severity.ERROR)
def address_differs(pair: Translation) -> Iterator[Remark]:
    """The same source has different addresses.

    Why it matters: one of the two leads nowhere, or elsewhere.

    Bad: `https://example.org/a-1` in German, `https://example.org/a-2` in English.

    Good: the same address, or the other language's edition (`de.wikipedia.org`, `en.wikipedia.org`).

    Repair: copy the original's address.
    """
    for here, there in matched(pair):
        if localised(here.url) != localised(there.url):
            yield remark(
                here.at,
                "the address is {here}, the original's is {there}",
                related=there.at,
                here=here.url,
                there=there.url,
            )


@rule(Severity.ERROR)
def title_differs(pair: Translation) -> Iterator[Remark]:
    """The title of a source was changed.

    Why it matters: titles are quotations; who looks for a translated title does not find it.

    Bad: “Open Source Week announced” in English for “Open-Source-Woche angekündigt” of the same address.

    Good: the title as its publisher wrote it, in both languages.

    Repair: copy the original's title.
    """
    for here, there in matched(pair):
        edition = here.url != there.url and localised(here.url) == localised(there.url)
        if _folded(here.title) != _folded(there.title) and not edition:
            yield remark(
                here.at,
                "the title is “{here}”, the original's is “{there}”",
                related=there.at,
                here=here.title,
                there=there.title,
            )
        elif not edition and _marks(here.title) and _marks(there.title) not in {"", _marks(here.title)}:
            yield remark(
                here.at,
                "the quotation marks of the title are {here}, the original's are {there}",
                severity=Severity.WARNING,
                related=there.at,
                here=_marks(here.title),
                there=_marks(there.title),
            )


@rule(Severity.ERROR)
def citation_missing(pair: Translation) -> Iterator[Remark]:
    """A source is cited in the original, and nowhere in the section that answers.

    Why it matters: the claim looks unproven in one language, and the numbers of all sources shift. Where another
    section cites the source, it is a warning.

    Bad: `…kostet 6.500 Euro.[@preise]` in German, `…costs €6,500.` in English.

    Good: the mark in both, behind what it proves.

    Repair: set the mark of the source behind what it proves.
    """
    listed = {citation.key for citation in pair.article.sources}
    everywhere = {node.get("key") for section in pair.article.sections for node in shapes.nodes(section, "citation")}
    for original, section, _ in pair.alignment.both:
        here = {node.get("key") for node in shapes.nodes(section, "citation")}
        lost = {node.get("key"): node for node in shapes.nodes(original, "citation") if node.get("key") not in here}
        for key, node in lost.items():
            if key in listed:
                yield remark(
                    section.at,
                    "the source “[@{key}]” is not cited here",
                    severity=Severity.WARNING if key in everywhere else None,
                    related=node.at,
                    key=key,
                )


def _listed(article: Article) -> tuple[Citation, ...]:
    """The sources in the order of the list; their numbers may follow that of their citations."""
    return tuple(sorted(article.sources, key=lambda citation: citation.at))


@once
def _matches(pair: Translation) -> Iterator[tuple[int, int]]:
    """Which entry answers which, by their places: the surest pairs first."""
    mine, theirs = (tuple(map(_marked, _listed(article))) for article in (pair.original, pair.article))
    scored = sorted(
        (-_score(left, right), abs(i - j), i, j) for i, left in enumerate(mine) for j, right in enumerate(theirs)
    )
    found: dict[int, int] = {}
    for score, _, i, j in scored:
        if -score >= SAME and i not in found and j not in found.values():
            found[i] = j
    yield from sorted(found.items())


class Marked(NamedTuple):
    """What tells the source of an entry."""

    address: str
    title: str
    key: str
    publisher: str
    number: int


def _marked(entry: Citation) -> Marked:
    return Marked(localised(entry.url), _folded(entry.title), entry.key, _folded(entry.publisher), entry.number)


def _score(left: Marked, right: Marked) -> int:
    """How sure it is that two entries are the same source."""
    address = left.address == right.address != ""
    title = left.title == right.title != ""
    key = left.key == right.key != ""
    publisher = left.publisher == right.publisher != ""
    return SAME * (2 * address + title + key) + publisher * (1 + (left.number == right.number))


def matched(pair: Translation) -> Iterator[tuple[Citation, Citation]]:
    """The entries of the translation with those of the original that are the same source."""
    for left, right in _matches(pair):
        yield _listed(pair.article)[right], _listed(pair.original)[left]


def _gap(pair: Translation, place: int, matched: dict[int, int]) -> Span:
    """Behind the entry that answers the one before the missing one."""
    before = [matched[each] for each in range(place) if each in matched]
    return _listed(pair.article)[before[-1]].at if before else _list(pair.article)


def _list(article: Article) -> Span:
    """The first source, else the section or the article's end."""
    if article.sources:
        return _listed(article)[0].at
    return next((section.at for section in article.sections if section.role == "sources"), article.sections[-1].at)


def _name(citation: Citation) -> str:
    return ": ".join(part for part in (citation.publisher, citation.title) if part) or citation.url


def _marks(title: str) -> str:
    """The typographic quotation marks of a title; straight ones are set by programs."""
    return "".join(dict.fromkeys(re.findall("[„“”‚‘«»‹›]", title)))


@held
def _folded(text: str) -> str:
    """A title without the marks that an editor or a program may set otherwise."""
    return " ".join(re.findall(r"\w+", text.casefold()))
