"""One value of the front matter -> the type that its key asks for.

In: a value with its place. Out: text, day, truth, choice, list; what does not fit is noted as a fault and gives the
default, so that all faults of a manuscript are shown at once.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, TypeVar

from ..findings import Edit, Fault, Message, Remark, Repair, remark
from ..model import Span
from .manuscript import REFUSED
from .values import Entry, Mapping, Scalar, Sequence, Value

if TYPE_CHECKING:
    from collections.abc import Iterator
    from enum import StrEnum

Choice = TypeVar("Choice", bound="StrEnum")

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}[Tt ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[Zz]|[+-]\d{2}(?::?\d{2})?)?")
LONGEST = 2_000
"""Characters of a text."""
MOST = 500
"""Entries of a list."""
SLUG = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,79})")


@dataclass(slots=True)
class Fields:
    """A table that is asked for its keys, and the faults that the answers have."""

    table: Mapping
    faults: list[Fault] = field(default_factory=list)

    def note(self, rule: str, at: Span, template: str, **arguments: str | int) -> None:
        """Note a fault."""
        self.faults.append(Fault(rule, Remark(at, Message(template, tuple(sorted(arguments.items()))))))

    def known(self, names: tuple[str, ...], inside: str = "") -> None:
        """Note keys that are not among some names, with the nearest of them."""
        for entry in self.table.entries:
            if entry.key not in names:
                self.faults.append(Fault("meta/unknown-key", _unknown(entry, names, inside)))

    def word(self, key: str, default: str) -> str:
        """A single word, behind which a comment may stand."""
        entry = self._given(key)
        if entry and isinstance(entry.value, Scalar):
            return entry.value.text.strip()
        return self.text(key, default)

    def text(self, key: str, default: str = "") -> str:
        """A text on one line."""
        entry = self._given(key)
        if entry is None:
            return default
        if not isinstance(entry.value, Scalar):
            self.wrong(entry, "a text is expected here")
            return default
        self._cut(entry, entry.value)
        return " ".join(entry.value.text.split())

    def texts(self, key: str) -> tuple[Scalar, ...]:
        """A list of texts, or one text."""
        entry = self._given(key)
        if entry is None:
            return ()
        items = entry.value.items if isinstance(entry.value, Sequence) else (entry.value,)
        clean = (self._clean(Entry(key, item, item.at)) for item in items)
        items = tuple(each.value for each in clean if each)
        for item in items:
            if not isinstance(item, Scalar):
                self.note("meta/wrong-type", item.at, "“{key}”: a text is expected here", key=key)
        return tuple(item for item in items if isinstance(item, Scalar))

    def flag(self, key: str, *, default: bool) -> bool:
        """True or false, as YAML's core schema has it: ``yes`` and ``on`` are texts."""
        entry = self._given(key)
        if entry is None:
            return default
        value = entry.value
        if isinstance(value, Scalar) and value.plain and value.text.lower() in {"true", "false"}:
            return value.text.lower() == "true"
        self.wrong(entry, "true or false is expected here")
        return default

    def choice(self, key: str, kind: type[Choice], default: Choice) -> Choice:
        """One of the words of an enumeration."""
        entry = self._given(key)
        if entry is None:
            return default
        words = [each.value for each in kind]
        if isinstance(entry.value, Scalar) and entry.value.text in words:
            return kind(entry.value.text)
        said = entry.value.text if isinstance(entry.value, Scalar) else ""
        self.unknown(entry.value.at, key, said, words)
        return default

    def unknown(self, at: Span, key: str, said: str, words: list[str]) -> None:
        """Note a word that is none of those that a key takes."""
        near = next(iter(get_close_matches(said, words, 1)), "")
        template = "“{key}”: “{said}” is not possible; did you mean “{near}”?" if near else NO_SUCH_WORD
        more = {"near": near} if near else {"words": ", ".join(words)}
        self.note("meta/wrong-value", at, template, key=key, said=said, **more)

    def day(self, key: str) -> dt.date | dt.datetime | None:
        """A day, ``2025-02-22``, perhaps with a time."""
        entry = self._given(key)
        if entry is None:
            return None
        value = entry.value
        found = parse_day(value.text) if isinstance(value, Scalar) else None
        if found is None:
            said = value.text if isinstance(value, Scalar) else ""
            template = "“{key}”: “{said}” is no date; write it as 2025-02-22"
            self.note("meta/wrong-value", value.at, template, key=key, said=said)
        return found

    def mapping(self, key: str) -> Fields | None:
        """A table inside of this one; its faults are noted here."""
        entry = self._given(key)
        if entry is None:
            return None
        if not isinstance(entry.value, Mapping):
            self.wrong(entry, "a table with keys is expected here")
            return None
        return Fields(entry.value, self.faults)

    def items(self, key: str) -> Iterator[Value]:
        """The items of a list."""
        entry = self._given(key)
        if entry is None:
            return
        if not isinstance(entry.value, Sequence):
            self.wrong(entry, "a list is expected here")
            return
        yield from entry.value.items

    def wrong(self, entry: Entry, expected: str) -> None:
        """Note a value of the wrong type."""
        self.note("meta/wrong-type", entry.value.at, "“{key}”: " + expected, key=entry.key)

    def _given(self, key: str) -> Entry | None:
        entry = self._clean(self.table.get(key))
        if entry and isinstance(entry.value, Scalar) and entry.value.plain and entry.value.text in {"", "~", "null"}:
            self._cut(entry, entry.value)
            return None
        return entry

    def _clean(self, entry: Entry | None) -> Entry | None:
        """The entry without what is too much, and without characters that no text may hold: escapes can write them."""
        entry = self._cropped(entry) if entry else None
        if entry is None or not isinstance(entry.value, Scalar) or not REFUSED.search(entry.value.text):
            return entry
        template = "“{key}” holds the character {code}, which must not stand in an article; take it out"
        codes = [f"U+{ord(found):04X}" for found in REFUSED.findall(entry.value.text)]
        self.note("markup/control-character", entry.value.at, template, key=entry.key, code=codes[0])
        return replace(entry, value=replace(entry.value, text=REFUSED.sub("", entry.value.text)))

    def _cropped(self, entry: Entry) -> Entry:
        """The entry as far as anybody would read it: a headline of 20,000 characters takes a minute to set."""
        match entry.value:
            case Scalar(text=text) if len(text) > LONGEST:
                template = "“{key}” has {count} characters, the limit is {limit}; make it shorter"
                self.note("markup/over-limit", entry.value.at, template, key=entry.key, count=len(text), limit=LONGEST)
                return replace(entry, value=replace(entry.value, text=text[:LONGEST]))
            case Sequence(items=items) if len(items) > MOST:
                template = "“{key}” has {count} entries, the limit is {limit}"
                self.note("markup/over-limit", entry.value.at, template, key=entry.key, count=len(items), limit=MOST)
                return replace(entry, value=replace(entry.value, items=items[:MOST]))
        return entry

    def _cut(self, entry: Entry, value: Scalar) -> None:
        """A plain text that ends before a ``#``: YAML takes the rest for a comment."""
        if value.plain and value.behind.startswith("#"):
            self.note(
                "meta/cut-by-comment",
                entry.value.at,
                "“{key}” ends before “{rest}”, which YAML takes for a comment; put the value in quotation marks",
                key=entry.key,
                rest=value.behind[:40],
            )


NO_SUCH_WORD = "“{key}”: “{said}” is not possible; possible are {words}"


def parse_day(text: str) -> dt.date | dt.datetime | None:
    """A day, or a day with a time, as ISO 8601 writes it."""
    text = text.strip()
    try:
        if DAY.fullmatch(text):
            return dt.date.fromisoformat(text)
        if MOMENT.fullmatch(text):
            return dt.datetime.fromisoformat(_plain_moment(text))
    except ValueError:
        pass
    return None


def _plain_moment(text: str) -> str:
    """What Python's own reader takes: two digits an hour, no space before the zone."""
    day, _, time = text.replace("t", "T").replace(" ", "T", 1).partition("T")
    time = time.replace(" ", "").replace("z", "Z")
    return f"{day}T{time if time[1:2] != ':' else '0' + time}"


def _unknown(entry: Entry, names: tuple[str, ...], inside: str) -> Remark:
    near = next(iter(get_close_matches(entry.key.lower(), names, 1, 0.6)), "")
    name = f"{inside}.{entry.key}" if inside else entry.key
    if not near:
        return remark(entry.at, "“{key}” is unknown; known: {known}", key=name, known=", ".join(names))
    end = entry.at.end or (entry.at.line, entry.at.column + len(entry.key))
    edit = Edit(Span(entry.at.path, entry.at.line, entry.at.column, end), near)
    repair = Repair(Message("write “{near}”", (("near", near),)), (edit,), safe=False)
    return remark(entry.at, "“{key}” is unknown; did you mean “{near}”?", key=name, near=near, repair=repair)
