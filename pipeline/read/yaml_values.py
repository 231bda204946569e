"""YAML -> values that know their places: the one door to PyYAML.

In: the text between the ``---`` lines, and the line on which it begins. Out: a table, and the faults of its syntax.

The values are built from libyaml's events: so depth is limited on the way, anchors, aliases and tags are seen, and
nothing is converted behind the writer's back (``no``, ``12:30``, ``1.10`` and ``010`` stay what they are).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

import yaml

from ..findings import Fault, Message, Remark, remark
from ..model import Span
from .values import Entry, Mapping, Scalar, Sequence, Value

if TYPE_CHECKING:
    from collections.abc import Iterator

DEEPEST = 32
LOADER = cast("type[yaml.SafeLoader]", getattr(yaml, "CSafeLoader", yaml.SafeLoader))


class _TooDeepError(Exception):
    """Front matter nested beyond the limit."""

    def __init__(self, mark: Any) -> None:  # noqa: ANN401 - a mark of PyYAML
        super().__init__()
        self.mark = mark


def read(text: str, path: str, first: int) -> tuple[Mapping | None, tuple[Fault, ...]]:
    """The table of a YAML text whose first line is line ``first`` of the file."""
    builder = _Builder(path, first, text.split("\n"))
    try:
        value = builder.document(yaml.parse(text, Loader=LOADER))
    except yaml.MarkedYAMLError as error:
        return None, (*builder.faults, builder.syntax(error))
    except yaml.YAMLError as error:
        at = Span(path, first)
        return None, (*builder.faults, Fault("meta/unreadable", remark(at, "this is not YAML: {why}", why=str(error))))
    except _TooDeepError as deep:
        at = builder.span(deep.mark)
        return None, (Fault("meta/too-deep", remark(at, "nested more than {limit} deep", limit=DEEPEST)),)
    if isinstance(value, Mapping):
        return value, tuple(builder.faults)
    if value is None:
        return Mapping((), Span(path, first)), tuple(builder.faults)
    return None, (*builder.faults, Fault("meta/unreadable", remark(value.at, "keys with values are expected here")))


@dataclass(slots=True)
class _Builder:
    """The state of one reading: where it is, and what was noticed."""

    path: str
    first: int
    lines: list[str]
    faults: list[Fault] = field(default_factory=list)

    def span(self, mark: Any, end: Any = None) -> Span:  # noqa: ANN401 - marks of PyYAML
        """The place of a mark of PyYAML, inside of the text."""
        line = min(mark.line, len(self.lines) - 1)
        column = min(mark.column, len(self.lines[line])) if line == mark.line else 0
        behind = (self.first + end.line, end.column + 1) if end is not None else None
        return Span(self.path, self.first + line, column + 1, behind)

    def document(self, events: Iterator[Any]) -> Value | None:
        """The first document of a stream; a second one is a fault."""
        value: Value | None = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if value is not None:
                    self.note("meta/unreadable", event, "a second document begins here")
                    return value
                value = self.value(next(events), events, 0)
        return value

    def value(self, event: Any, events: Iterator[Any], depth: int) -> Value:  # noqa: ANN401 - an event of PyYAML
        """The value that an event begins."""
        if depth >= DEEPEST:
            raise _TooDeepError(event.start_mark)
        self.features(event)
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(event, events, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            items = []
            while not isinstance(each := next(events), yaml.SequenceEndEvent):
                items.append(self.value(each, events, depth + 1))
            return Sequence(tuple(items), self.span(event.start_mark))
        if isinstance(event, yaml.AliasEvent):
            return Scalar("", plain=True, at=self.span(event.start_mark))
        return self.scalar(event)

    def mapping(self, event: Any, events: Iterator[Any], depth: int) -> Mapping:  # noqa: ANN401 - as above
        """A table; a doubled key and a key that is no text are faults."""
        entries: dict[str, Entry] = {}
        while not isinstance(each := next(events), yaml.MappingEndEvent):
            key = self.value(each, events, depth + 1)
            value = self.value(next(events), events, depth + 1)
            if not isinstance(key, Scalar):
                self.faults.append(Fault("meta/unreadable", remark(key.at, "a key must be a word")))
            elif key.text in entries:
                earlier = entries[key.text].at
                at = key.at
                doubled = remark(at, "“{key}” is given twice", key=key.text, related=earlier)
                self.faults.append(Fault("meta/duplicate-key", doubled))
            else:
                entries[key.text] = Entry(key.text, value, key.at)
        return Mapping(tuple(entries.values()), self.span(event.start_mark))

    def scalar(self, event: Any) -> Scalar:  # noqa: ANN401 - as above
        """A text, with what stands behind it on its line."""
        plain = not event.style
        end = event.end_mark
        behind = self.lines[end.line][end.column :].strip() if plain and end.line < len(self.lines) else ""
        return Scalar(event.value, plain, self.span(event.start_mark, end), behind)

    def features(self, event: Any) -> None:  # noqa: ANN401 - as above
        """What YAML can do and front matter does not need."""
        if isinstance(event, yaml.AliasEvent):
            self.note("meta/yaml-feature", event, "an alias (*{name}) is not possible here; write the value out")
        elif event.anchor:
            self.note("meta/yaml-feature", event, "an anchor (&{name}) is not possible here; take it out")
        if getattr(event, "tag", None):
            self.note("meta/yaml-feature", event, "a tag ({name}) is not possible here; take it out", name=event.tag)

    def note(self, rule: str, event: Any, template: str, **arguments: str) -> None:  # noqa: ANN401 - as above
        """Note a fault at an event."""
        if "{name}" in template:
            arguments.setdefault("name", str(event.anchor))
        said = Message(template, tuple(sorted(arguments.items())))
        self.faults.append(Fault(rule, Remark(self.span(event.start_mark), said)))

    def syntax(self, error: yaml.MarkedYAMLError) -> Fault:
        """A syntax error in words."""
        mark = error.problem_mark or error.context_mark
        at = self.span(mark) if mark else Span(self.path, self.first)
        line = self.lines[at.line - self.first]
        return Fault("meta/unreadable", _told(at, line, error.problem or str(error)))


def _told(at: Span, line: str, problem: str) -> Remark:
    """What is wrong, where it can be told in words that an editor knows; else what PyYAML says."""
    if "mapping values" in problem:
        return remark(at, "this is not YAML: a value that contains a colon must stand in quotation marks")
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return remark(at, "this is not YAML: indent with spaces, not with tabs")
    if "cannot start any token" in problem:
        return remark(at, "this is not YAML: the value must stand in quotation marks")
    return remark(at, "this is not YAML: {why}", why=problem)
