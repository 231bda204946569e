"""The project that a command works on: its root, its settings, its house.

In: the folder in which a command is called, the environment. Out: a :class:`Project`.

The root is the nearest folder upwards that has a ``zweiblatt.toml``, or a ``pyproject.toml`` with the table
``tool.zweiblatt``.
"""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from ..config import load
from ..errors import SettingsError, UsageError
from ..findings import Message
from ..frozen import dataclass
from ..house import House
from ..model import Span

if TYPE_CHECKING:
    from ..config import Settings

NAMES = ("zweiblatt.toml", "pyproject.toml")
MOST_BYTES = 8 << 20
"""Bytes of a settings file: a glossary of 80,000 terms."""
GLOSSARY, HASHTAGS = "glossary.toml", "hashtags.toml"


@dataclass(frozen=True, slots=True)
class Project:
    """Where a publication lies, what it has chosen; ``glossary`` and ``hashtags`` are the texts of those files."""

    root: Path
    settings: Settings
    glossary: str
    hashtags: str
    today: dt.date

    @property
    def texts(self) -> tuple[str, str, str]:
        """What findings depend on beside settings and manuscripts: the day, hashtags, glossary."""
        return self.today.isoformat(), self.hashtags, self.glossary

    @property
    def house(self) -> House:
        """What rules may know; made when it is asked for, as an unchanged publication needs none."""
        from ..vocabulary import concepts, glossary  # noqa: PLC0415 - data files, 30 ms

        terms = glossary.load(self.glossary, GLOSSARY)
        return House(self.settings, terms, concepts.load(self.hashtags, HASHTAGS), self.today)

    @property
    def within(self) -> str:
        """Where the project lies in its repository, ``paper/``; nothing if it is the root, or in none."""
        for folder in (self.root, *self.root.parents):
            if (folder / ".git").exists():
                return f"{self.root.relative_to(folder).as_posix()}/".removeprefix("./")
        return ""

    def relative(self, path: Path) -> str:
        """A path as messages write it: from the root, with ``/``; outside of it as it is."""
        absolute = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links out of the project
        return absolute.relative_to(self.root).as_posix() if absolute.is_relative_to(self.root) else absolute.as_posix()


def open_project(start: Path | None = None) -> Project:
    """The project around a folder (else the working one), or a UsageError."""
    root, name = _root(start or Path.cwd())
    settings = load(text(root / name, name), name, os.environ)
    return Project(root, settings, text(root / GLOSSARY, GLOSSARY), text(root / HASHTAGS, HASHTAGS), today(settings))


def today(settings: Settings) -> dt.date:
    """The day: of ``SOURCE_DATE_EPOCH``, else of the clock, in the publication's time zone."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        zone: dt.tzinfo = ZoneInfo(settings.publication.timezone)
    except ZoneInfoNotFoundError:
        zone = dt.UTC
    if given.isdigit():
        try:
            return dt.datetime.fromtimestamp(int(given), zone).date()
        except (OverflowError, ValueError, OSError):
            message = Message("SOURCE_DATE_EPOCH is no second of a day between the years 1 and 9999")
            raise UsageError(message) from None
    return dt.datetime.now(zone).date()


def text(path: Path, name: str) -> str:
    """The text of a settings file; nothing if there is none."""
    try:
        if path.exists() and not path.is_file():
            raise SettingsError(Message("this is no file"), Span(name, 1))  # a pipe would be waited for
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
        if len(data) > MOST_BYTES:
            arguments = (("limit", str(MOST_BYTES // 2**20)),)
            raise SettingsError(Message("this file is larger than {limit} MiB", arguments), Span(name, 1))
        return data.decode("utf-8-sig")
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise SettingsError(Message("this is not UTF-8"), Span(name, line)) from None
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise SettingsError(Message("this file cannot be read: {why}", (("why", why),)), Span(name, 1)) from None


def _is_file(path: Path) -> bool:
    """Whether a file is there; a UsageError where that is not to be seen."""
    try:
        return path.is_file()
    except OSError as error:
        arguments = (("path", path.parent.as_posix()), ("why", error.strerror or type(error).__name__))
        raise UsageError(Message("{path} cannot be read: {why}", arguments)) from None


def _root(start: Path) -> tuple[Path, str]:
    here = Path(os.path.abspath(start))  # noqa: PTH100 - as above
    for folder in (here, *here.parents):
        for name in NAMES:
            path = folder / name
            if _is_file(path) and (name == NAMES[0] or "tool.zweiblatt" in text(path, name)):
                return folder, name
    message = Message("no zweiblatt.toml in {folder} or above; write one, or change into a project")
    raise UsageError(Message(message.template, (("folder", here.as_posix()),)))
