"""The table of the front matter -> what it means.

In: values with places, the language, the original's language, the kinds of the settings. Out: :class:`Front`, faults.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from ..model import Author, Front, Language, Origin, Picture, Span, Translate, TranslationOrigin, Update
from .fields import SLUG, Fields
from .links import named, picture_path
from .manuscript import REFUSED
from .typography import typeset
from .values import Mapping, Scalar

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..config import Settings
    from ..findings import Fault

KEYS = (
    "title", "date", "description", "kind", "updates", "authors", "editor", "origin", "translate", "translation",
    "translator", "slug", "aliases", "image", "newsletter", "draft",
)  # fmt: skip
UNDATED = dt.date(1970, 1, 1)
"""The date of an article that has none: it has an error, and is not published."""
UPDATE_KINDS = ("update", "correction")


class Whose(NamedTuple):
    """Whose front matter this is."""

    story: str
    language: Language
    settings: Settings


def front_of(table: Mapping, whose: Whose, fallback: str) -> tuple[Front, tuple[Fault, ...]]:
    """The front matter; ``fallback`` is the title of an article that has none."""
    fields = Fields(table)
    fields.known(KEYS)
    newsletter = fields.mapping("newsletter")
    if newsletter:
        newsletter.known(("subject", "preheader"), "newsletter")
    set_ = _typesetter(whose.language)
    date = _date(fields)
    front = Front(
        title=set_(fields.text("title")) or fallback,
        date=date or UNDATED,
        description=set_(fields.text("description")),
        kind=_kind(fields, whose.settings),
        updates=_updates(fields, whose.language),
        authors=_authors(fields),
        editor=fields.text("editor"),
        origin=fields.choice("origin", Origin, Origin.HUMAN),
        translate=fields.choice("translate", Translate, Translate.NOW),
        translation=fields.choice("translation", TranslationOrigin, TranslationOrigin.HUMAN),
        translator=fields.text("translator"),
        slug=_slug(fields, whose.story),
        aliases=_aliases(fields),
        image=_picture(fields, whose),
        subject=set_(newsletter.text("subject")) if newsletter else "",
        preheader=set_(newsletter.text("preheader")) if newsletter else "",
        draft=fields.flag("draft", default=False),
        places=tuple((entry.key, entry.at) for entry in table.entries),
    )
    _required(fields)
    _misplaced(fields, whose)
    return front, tuple(fields.faults)


def _typesetter(language: Language) -> Callable[[str], str]:
    return lambda text: typeset(text, language)


def _required(fields: Fields) -> None:
    for key, example in (("title", 'title: "…"'), ("date", "date: 2025-02-22")):
        entry = fields.table.get(key)
        if entry is None:
            fields.note("meta/missing-key", _top(fields), "“{key}” is missing; add {example}", key=key, example=example)
        elif isinstance(entry.value, Scalar) and not entry.value.text.strip():
            fields.note("meta/missing-key", entry.at, "“{key}” is empty; {example}", key=key, example=example)


def _top(fields: Fields) -> Span:
    return Span(fields.table.at.path, 1)


def _misplaced(fields: Fields, whose: Whose) -> None:
    original = whose.language is whose.settings.publication.original
    for key in ("translation", "translator") if original else ("translate",):
        entry = fields.table.get(key)
        if entry:
            where = "translation" if original else "original"
            fields.note("meta/misplaced-key", entry.at, "“{key}” belongs to the {where}", key=key, where=where)


def _date(fields: Fields) -> dt.date | dt.datetime | None:
    return fields.day("date")


def _kind(fields: Fields, settings: Settings) -> str:
    kinds = [kind.name for kind in settings.kinds]
    said = fields.word("kind", "explainer")
    if said not in kinds:
        entry = fields.table.get("kind")
        fields.unknown(entry.value.at if entry else _top(fields), "kind", said, kinds)
    return said


def _slug(fields: Fields, story: str) -> str:
    entry = fields.table.get("slug")
    said = fields.word("slug", "")
    if said and entry:
        if not SLUG.fullmatch(said):
            fields.note("meta/wrong-value", entry.value.at, NO_SLUG, key="slug", said=said)
        return said
    name = story.rpartition("/")[2]
    if not SLUG.fullmatch(name):
        template = "the file's name “{name}” cannot be an address; give the article a slug of a to z, 0 to 9 and -"
        fields.note("meta/missing-slug", _top(fields), template, name=name)
    return ""


NO_SLUG = "“{key}”: “{said}” is no address of 1 to 80 letters a to z, digits and hyphens"


def _aliases(fields: Fields) -> tuple[str, ...]:
    found = []
    for scalar in fields.texts("aliases"):
        parts = scalar.text.strip("/").split("/")
        if all(SLUG.fullmatch(part) for part in parts):
            found.append(scalar.text)
        else:
            fields.note("meta/wrong-value", scalar.at, NO_SLUG, key="aliases", said=scalar.text)
    return tuple(found)


def _authors(fields: Fields) -> tuple[Author, ...]:
    entry = fields.table.get("authors")
    if entry is None or isinstance(entry.value, Scalar):
        return tuple(Author(" ".join(each.text.split())) for each in fields.texts("authors") if each.text.strip())
    return tuple(author for each in fields.items("authors") if (author := _author(each, fields)))


def _author(value: object, fields: Fields) -> Author | None:
    if isinstance(value, Scalar):
        name = " ".join(REFUSED.sub("", value.text).split())
        return Author(name) if name else None
    if not isinstance(value, Mapping):
        return None
    inner = Fields(value, fields.faults)
    inner.known(("name", "url"), "authors")
    url = inner.text("url")
    if url and not url.startswith(("https://", "http://", "mailto:")):
        fields.note("meta/wrong-value", value.at, "“{key}”: “{said}” is no address", key="url", said=url)
        url = ""
    if not inner.text("name"):
        fields.note("meta/missing-key", value.at, "“{key}” is missing; add {example}", key="name", example="name: …")
    return Author(inner.text("name"), url)


def _updates(fields: Fields, language: Language) -> tuple[Update, ...]:
    found = []
    for value in fields.items("updates"):
        if not isinstance(value, Mapping):
            fields.note("meta/wrong-type", value.at, "“{key}”: date, kind and text are expected here", key="updates")
            continue
        inner = Fields(value, fields.faults)
        inner.known(("date", "kind", "text"), "updates")
        kind = inner.word("kind", "update")
        if kind not in UPDATE_KINDS:
            fields.unknown(value.at, "kind", kind, list(UPDATE_KINDS))
        for key in ("date", "text"):
            if value.get(key) is None:
                template = "“{key}” is missing; add {example}"
                fields.note("meta/missing-key", value.at, template, key=f"updates.{key}", example=f"{key}: …")
        day = inner.day("date") or UNDATED
        day = day.date() if isinstance(day, dt.datetime) else day
        found.append(Update(day, kind, typeset(inner.text("text"), language), value.at))
    return tuple(found)


def _picture(fields: Fields, whose: Whose) -> Picture | None:
    entry = fields.table.get("image")
    inner = fields.mapping("image")
    if inner is None or entry is None:
        return None
    inner.known(("src", "alt", "credit"), "image")
    said = inner.text("src")
    src, why = picture_path(said, whose.language, whose.story)
    if why is not None:
        fields.note(why[0], entry.at, why[1].template, address=said, **named(why[1]))
    if not inner.text("alt"):
        fields.note("meta/picture-without-description", entry.at, "the picture has no description; add alt: …")
    alt = typeset(inner.text("alt"), whose.language)
    return Picture(src, alt, inner.text("credit"), entry.at) if src else None
