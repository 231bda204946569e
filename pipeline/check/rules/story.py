"""A story has its articles, and they agree on what stands above the text.

In: a story, or an original and its translation. Out: remarks on the front matter and on missing files.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...model import Language, Span, Translate
from ...read.front import UNDATED
from ..answering.called import is_other_name
from ..rule import House, Remark, Severity, remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...library import Story
    from ...model import Article, Translation

LOCALISED = re.compile(r"[._-](?:" + "|".join(Language) + r")(?=\.\w+$)")
"""The language in the name of a picture that exists in both: ``scheme.de.svg``."""


@rule(Severity.ERROR)
def missing_translation(story: Story, house: House) -> Iterator[Remark]:
    """The original has no translation.

    Why it matters: readers of the other language are left out without anybody having decided it.

    Bad: `content/de/open-weights.md` without `content/en/open-weights.md`.

    Good: both files, or `translate: later` (a warning) or `translate: false` in the original.

    Repair: write the translation under the same file name, or say in the original's front matter
    that it comes later or is not wanted.
    """
    first = next((article for article in story.articles if article.language == _original(house)), None)
    if first is None or first.front.translate is Translate.NEVER:
        return
    there = {reading.language for reading in story.readings}
    later = first.front.translate is Translate.LATER
    for language, _ in house.settings.publication.languages:
        if language not in there:
            yield remark(
                first.place("translate") if later else first.at,
                "no translation: {path} is missing",
                severity=Severity.WARNING if later else None,
                path=_path(first, language),
            )


@rule(Severity.ERROR)
def orphan_translation(story: Story, house: House) -> Iterator[Remark]:
    """A translation has no original.

    Why it matters: nothing says what the article must say; often a file was renamed in one language only.

    Bad: `content/en/open-weights.md` without `content/de/open-weights.md`.

    Good: both files under the same name.

    Repair: give both files the same name, or add the original.
    """
    original = _original(house)
    if any(reading.language == original for reading in story.readings):
        return
    for reading in story.readings:
        yield remark(
            Span(reading.path, 1),
            "no original: {path} is missing",
            path=re.sub(rf"(^|/){reading.language}/", rf"\g<1>{original}/", reading.path, count=1),
        )


@rule(Severity.ERROR)
def different_kind(pair: Translation) -> Iterator[Remark]:
    """Original and translation are of different kinds.

    Why it matters: the kind decides which parts are required and where the article is listed.

    Bad: `kind: news` in German, `kind: note` in English.

    Good: the same `kind` in both.

    Repair: give the translation the original's `kind`.
    """
    here, there = pair.article.front.kind, pair.original.front.kind
    if here != there:
        yield remark(
            pair.article.place("kind"),
            "the kind is “{here}”, the original's is “{there}”",
            related=pair.original.place("kind"),
            here=here,
            there=there,
        )


@rule(Severity.ERROR)
def front_matter_differs(pair: Translation) -> Iterator[Remark]:
    """Front matter that must be the same in both languages is not.

    Why it matters: picture, origin, dates and update log are shown in every output; a correction that is
    logged in one language only leaves the other's readers with the mistake. A description or an author that is missing
    is a warning.

    Bad: two `updates` in German, one in English; a translation dated before its original.

    Good: the same picture and origin; updates of the same number, dates and kinds; a date that is the
    original's or later.

    Repair: bring the translation's front matter in line with the original's.
    """
    yield from _picture(pair)
    original, article = pair.original, pair.article
    if article.front.origin != original.front.origin:
        yield remark(
            article.place("origin"),
            "the origin is “{here}”, the original's is “{there}”",
            related=original.place("origin"),
            here=str(article.front.origin),
            there=str(original.front.origin),
        )
    if UNDATED != article.published < original.published:  # a date that is missing or none is told by itself
        yield remark(
            article.place("date"),
            "dated {here}, before its original ({there})",
            related=original.place("date"),
            here=article.published.isoformat(),
            there=original.published.isoformat(),
        )
    yield from _updates(original, article)
    yield from _lost(pair)
    yield from _credit(pair)


def _lost(pair: Translation) -> Iterator[Remark]:
    """What the original's front matter says to readers, and the translation's leaves out."""
    here, there = pair.article.front, pair.original.front
    given = {name for name, _ in there.places} - {name for name, _ in here.places}
    for key in ("description", "authors"):
        if key in given:
            yield remark(
                pair.article.place(key),
                "“{key}” is missing, and the original has it",
                severity=Severity.WARNING,
                related=pair.original.place(key),
                key=key,
            )
    if {"description", "authors"} & given or not here.authors or not there.authors:
        return
    names = [[each.name for each in front.authors] for front in (here, there)]
    is_another = any(_is_somebody_else(one, other, pair) for one, other in zip(*names, strict=False))
    if len(names[0]) != len(names[1]) or is_another:
        yield remark(
            pair.article.place("authors"),
            "the authors are {here}, the original's are {there}",
            severity=Severity.WARNING,
            related=pair.original.place("authors"),
            here=", ".join(names[0]),
            there=", ".join(names[1]),
        )


def _credit(pair: Translation) -> Iterator[Remark]:
    """Who made the picture."""
    here, there = pair.article.front.image, pair.original.front.image
    if here and there and here.credit and there.credit and _is_somebody_else(here.credit, there.credit, pair):
        yield remark(
            here.at,
            "the picture is credited to “{here}”, the original's to “{there}”",
            severity=Severity.WARNING,
            related=there.at,
            here=here.credit,
            there=there.credit,
        )


def _is_somebody_else(here: str, there: str, pair: Translation) -> bool:
    german, english = (there, here) if pair.original.language is Language.DE else (here, there)
    return german != english and is_other_name(german, english)


def _picture(pair: Translation) -> Iterator[Remark]:
    here, there = pair.article.front.image, pair.original.front.image
    names = [LOCALISED.sub("", image.src) if image else "" for image in (here, there)]
    if names[0] != names[1]:
        yield remark(
            here.at if here else pair.article.place("image"),
            "the picture is “{here}”, the original's is “{there}”",
            related=there.at if there else pair.original.place("image"),
            here=here.src if here else "",
            there=there.src if there else "",
        )


def _updates(original: Article, article: Article) -> Iterator[Remark]:
    here, there = article.front.updates, original.front.updates
    if len(here) != len(there):
        yield remark(
            article.place("updates"),
            "{here} updates in the log, {there} in the original's",
            related=original.place("updates"),
            here=len(here),
            there=len(there),
        )
        return
    for update, counterpart in zip(here, there, strict=True):
        is_dated = UNDATED not in {update.date, counterpart.date}
        if is_dated and (update.date, update.kind) != (counterpart.date, counterpart.kind):
            yield remark(
                update.at,
                "the log says {kind} of {date}, the original's says {other_kind} of {other_date}",
                related=counterpart.at,
                kind=update.kind,
                date=update.date.isoformat(),
                other_kind=counterpart.kind,
                other_date=counterpart.date.isoformat(),
            )


def _original(house: House) -> Language:
    return house.settings.publication.original


def _path(article: Article, language: Language) -> str:
    """Where the counterpart of an article would stand."""
    return re.sub(rf"(^|/){article.language}/", rf"\g<1>{language}/", article.manuscript.path, count=1)
