"""Front matter values -> Front: every key with its type, all faults at once.

In: the table of :mod:`.frontmatter`. Out: a typed :class:`~pipeline.model.Front`, and faults.
"""

from __future__ import annotations

import datetime as dt
import difflib
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from ..findings import Fault, remark
from ..model import Author, Front, Origin, Picture, Span, Translate, TranslationOrigin, Update

if TYPE_CHECKING:
    from collections.abc import Callable
    from enum import StrEnum

    from .frontmatter import Head, Value

KEYS = (
    "title", "date", "description", "kind", "updates", "authors", "editor", "origin", "translate", "translation",
    "translator", "slug", "aliases", "image", "newsletter", "draft",
)  # fmt: skip
SLUG = re.compile(r"[a-z0-9-]{1,80}")
DATE = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?(?:Z|[+-]\d{2}:?\d{2}))?)?")

T = TypeVar("T")
E = TypeVar("E", bound="StrEnum")


@dataclass(slots=True)
class _Fields:
    """The table while it is read: what is asked for, and what was wrong."""

    path: str
    rows: tuple[tuple[str, Span, Value], ...]
    faults: list[Fault] = field(default_factory=list)

    def fault(self, name: str, at: Span, template: str, **arguments: str | int) -> None:
        self.faults.append(Fault(f"meta/{name}", remark(at, template, **arguments)))

    def get(self, key: str) -> Value | None:
        return next((value for name, _, value in self.rows if name == key), None)

    def text(self, key: str) -> str:
        value = self.get(key)
        if value is None or (value.content == "" and value.plain):
            return ""
        if not isinstance(value.content, str):
            self.fault("wrong-type", value.at, "“{key}” must be a text", key=key)
            return ""
        return value.content.strip()

    def known(self, keys: tuple[str, ...], prefix: str = "") -> None:
        for name, at, _ in self.rows:
            if name not in keys:
                near = difflib.get_close_matches(name, keys, 1)
                if near:
                    self.fault(
                        "unknown-key",
                        at,
                        "unknown key “{key}”: did you mean “{near}”?",
                        key=prefix + name,
                        near=near[0],
                    )
                else:
                    self.fault("unknown-key", at, "unknown key “{key}”", key=prefix + name)

    def one_of(self, key: str, kind: type[E], default: E) -> E:
        written = self.text(key)
        if not written:
            return default
        try:
            return kind(written.lower())
        except ValueError:
            value = self.get(key)
            self.fault(
                "wrong-type",
                value.at if value else Span(self.path, 1),
                "“{key}” must be one of {values}",
                key=key,
                values=", ".join(kind),
            )
            return default

    def items(self, key: str, read: Callable[[Value], T | None]) -> tuple[T, ...]:
        value = self.get(key)
        if value is None or value.content == "":
            return ()
        if value.shape != "list":
            value_items: tuple[Value, ...] = (value,)
            if key in {"updates"}:
                self.fault("wrong-type", value.at, "“{key}” must be a list", key=key)
                return ()
        else:
            value_items = value.content  # type: ignore[assignment]
        return tuple(item for each in value_items if (item := read(each)) is not None)

    def inner(self, value: Value, key: str, keys: tuple[str, ...]) -> _Fields | None:
        if value.shape != "table":
            self.fault("wrong-type", value.at, "“{key}” must be a table with {keys}", key=key, keys=", ".join(keys))
            return None
        fields = _Fields(self.path, value.content, self.faults)  # type: ignore[arg-type]
        fields.known(keys, f"{key}.")
        return fields

    def date(self, key: str) -> dt.date | dt.datetime | None:
        value = self.get(key)
        written = self.text(key)
        if value is None or not written:
            return None
        try:
            if not DATE.fullmatch(written):
                raise ValueError
            return (
                dt.date.fromisoformat(written)
                if len(written) == 10
                else dt.datetime.fromisoformat(written.replace(" ", "T", 1).replace(" ", ""))
            )
        except ValueError:
            self.fault(
                "wrong-type",
                value.at,
                "“{key}” must be a date such as 2025-02-22, not “{value}”",
                key=key,
                value=written,
            )
            return None


def front(path: str, head: Head) -> tuple[Front, tuple[Fault, ...]]:
    """The typed front matter; what is missing or wrong has its default and a fault."""
    fields = _Fields(path, head.rows if hasattr(head, "rows") else head.table)
    fields.known(KEYS)
    mail = fields.get("newsletter")
    inner = fields.inner(mail, "newsletter", ("subject", "preheader")) if mail and mail.content != "" else None
    title, date = fields.text("title"), fields.date("date")
    if not title:
        fields.fault("missing-key", Span(path, 1), "the front matter has no “{key}”", key="title")
    if date is None and fields.get("date") is None:
        fields.fault("missing-key", Span(path, 1), "the front matter has no “{key}”", key="date")
    result = Front(
        title=title,
        date=date or dt.date(1970, 1, 1),
        description=fields.text("description"),
        kind=fields.text("kind") or "explainer",
        updates=fields.items("updates", lambda value: _update(fields, value)),
        authors=fields.items("authors", lambda value: _author(fields, value)),
        editor=fields.text("editor"),
        origin=fields.one_of("origin", Origin, Origin.HUMAN),
        translate=fields.one_of("translate", Translate, Translate.NOW),
        translation=fields.one_of("translation", TranslationOrigin, TranslationOrigin.HUMAN),
        translator=fields.text("translator"),
        slug=_slug(fields),
        aliases=fields.items("aliases", lambda value: value.content if isinstance(value.content, str) else None),
        image=_picture(fields),
        subject=inner.text("subject") if inner else "",
        preheader=inner.text("preheader") if inner else "",
        draft=fields.text("draft").lower() == "true",
        places=tuple((name, at) for name, at, _ in fields.rows),
    )
    return result, tuple(fields.faults)


def _slug(fields: _Fields) -> str:
    slug = fields.text("slug")
    value = fields.get("slug")
    if slug and value and not SLUG.fullmatch(slug):
        fields.fault(
            "invalid-slug", value.at, "“{slug}” is no address: use a to z, 0 to 9 and -, at most 80", slug=slug
        )
        return ""
    return slug


def _update(fields: _Fields, value: Value) -> Update | None:
    inner = fields.inner(value, "updates", ("date", "kind", "text"))
    if inner is None:
        return None
    date = inner.date("date")
    if date is None:
        fields.fault("missing-key", value.at, "this update has no “date”")
        return None
    day = date.date() if isinstance(date, dt.datetime) else date
    kind = inner.text("kind") or "update"
    if kind not in {"update", "correction"}:
        fields.fault(
            "wrong-type", value.at, "“{key}” must be one of {values}", key="updates.kind", values="update, correction"
        )
        kind = "update"
    return Update(day, kind, inner.text("text"), value.at)


def _author(fields: _Fields, value: Value) -> Author | None:
    if isinstance(value.content, str):
        return Author(value.content.strip()) if value.content.strip() else None
    inner = fields.inner(value, "authors", ("name", "url"))
    return Author(inner.text("name"), inner.text("url")) if inner else None


def _picture(fields: _Fields) -> Picture | None:
    value = fields.get("image")
    if value is None or value.content == "":
        return None
    inner = fields.inner(value, "image", ("src", "alt", "credit"))
    return Picture(inner.text("src"), inner.text("alt"), inner.text("credit"), value.at) if inner else None
