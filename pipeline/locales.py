"""Dates, numbers and words of a language: the one door to Babel.

In: values, and catalogues (``.po``, compiled here, never in Git). Out: text in a locale such as ``de-DE``.

Months, marks and catalogues are asked of Babel once and kept with what is compiled: it takes 7 MiB and 40 ms.
"""

from __future__ import annotations

import functools
import gettext
import hashlib
import io
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from . import compiled
from .errors import MakingError, SettingsError
from .findings import Message

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from babel import Locale

GROUPED = (1_234, 0, 56, 789, 12_345, 678_901, 1_234_567, 1_234_567_890)
"""Numbers that show how a locale groups digits, and with which."""
MOST_BYTES = 1 << 20
"""Of a publication's own catalogue; the shipped one has 6 KB."""


@functools.cache
def _locale(locale: str) -> Locale:
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - Babel, only where something is not known yet

    try:
        return Locale.parse(locale, sep="-")
    except UnknownLocaleError:
        raise SettingsError(Message("nobody writes dates and numbers in “{locale}”", (("locale", locale),))) from None


def day(date: dt.date, locale: str) -> str:
    """A date in words: „21. Februar 2025“, “21 February 2025”."""
    point = "." if locale.startswith("de") else ""
    return f"{date.day}{point} {months(locale)[date.month - 1]} {date.year}"


def number(value: int, locale: str) -> str:
    """A whole number with the locale's group marks."""
    marks = _marks(locale)
    return f"{value:,}".replace(",", marks[0]) if marks and value >= 0 else _number(value, locale)


def _number(value: int, locale: str) -> str:
    from babel.numbers import format_decimal  # noqa: PLC0415 - as above

    return str(format_decimal(value, locale=_locale(locale)))


@functools.cache
def _marks(locale: str) -> tuple[str, ...]:
    """What stands between groups of three digits; nothing in a locale that groups or writes them in another way."""
    made_of = f"{locale}\0{_babel()}".encode()
    known: tuple[str, ...] = compiled.made(_name("marks", made_of), made_of, lambda: _marks_asked(locale))
    return known


def _marks_asked(locale: str) -> tuple[str, ...]:
    said = {each: _number(each, locale) for each in GROUPED}
    mark = said[GROUPED[0]][1:-3]
    return (mark,) if all(text == f"{each:,}".replace(",", mark) for each, text in said.items()) else ()


@functools.cache
def months(locale: str, width: Literal["wide", "abbreviated"] = "wide") -> tuple[str, ...]:
    """The names of the months, January first; ``width`` is ``wide`` or ``abbreviated``."""
    made_of = f"{locale}\0{width}\0{_babel()}".encode()
    name = _name("months", made_of)
    known: tuple[str, ...] = compiled.made(name, made_of, lambda: _months(locale, width))
    return known


def _months(locale: str, width: Literal["wide", "abbreviated"]) -> tuple[str, ...]:
    from babel.dates import get_month_names  # noqa: PLC0415 - as above

    names = get_month_names(width, "format", _locale(locale))
    return tuple(str(names[month]) for month in range(1, 13))


@functools.cache
def _babel() -> str:
    """What tells one Babel from another, without loading it: its first file, which has its version."""
    found = find_spec("babel")
    return f"{found.origin}\0{Path(found.origin).read_text('utf-8')}" if found and found.origin else ""


def _name(kind: str, made_of: bytes) -> str:
    return f"{kind}-{hashlib.sha256(made_of).hexdigest()[:16]}"


def catalogue(source: bytes) -> gettext.NullTranslations:
    """The translations of a catalogue of ours; an empty one translates nothing."""
    if not source:
        return gettext.NullTranslations()
    made_of = source + _babel().encode()
    name = _name("catalogue", made_of)
    known: bytes = compiled.made(name, made_of, lambda: _bytes_of(source))
    return gettext.GNUTranslations(io.BytesIO(known))


def _bytes_of(source: bytes) -> bytes:
    """A catalogue as gettext reads it."""
    from babel.messages.mofile import write_mo  # noqa: PLC0415 - as above
    from babel.messages.pofile import read_po  # noqa: PLC0415 - as above

    made = io.BytesIO()
    write_mo(made, read_po(io.BytesIO(source), abort_invalid=True))
    return made.getvalue()


def foreign(source: bytes, name: str) -> gettext.NullTranslations:
    """The same of a catalogue that is not ours; a MakingError where a page could not be made with it."""
    from babel.messages.pofile import PoFileError, read_po  # noqa: PLC0415 - as above

    if len(source) > MOST_BYTES:
        limit = (("name", name), ("limit", str(MOST_BYTES)))
        raise MakingError(Message("the catalogue {name} has more than {limit} bytes", limit))
    try:
        for message in read_po(io.BytesIO(source), abort_invalid=True) if source else ():
            if strange := _asked(message.string or ()) - _asked(message.id):
                known = (("name", f"{name}:{message.lineno}"), ("wanted", ", ".join(sorted(strange))))
                raise MakingError(
                    Message("the catalogue {name} wants what the template does not give: {wanted}", known)
                )
        return gettext.GNUTranslations(io.BytesIO(_bytes_of(source))) if source else gettext.NullTranslations()
    except PoFileError as error:
        place = f"{name}:{error.lineno + 1}"
        raise _unusable(place, error) from error
    except (LookupError, ValueError, TypeError, AttributeError, RecursionError) as error:  # whatever Babel meets
        raise _unusable(name, error) from error


def _asked(text: str | Iterable[str]) -> set[str]:
    """The values that a text, or its forms for one and for many, wants; a ValueError if none would do."""
    known: dict[str, int] = _Known()
    for form in [text] if isinstance(text, str) else text:
        form % known
    return {*known}


class _Known(dict[str, int]):
    """Has every value, and remembers which were asked for."""

    def __missing__(self, key: str) -> int:
        self[key] = 0
        return 0


def _unusable(name: str, error: Exception) -> MakingError:
    arguments = (("name", name), ("problem", str(error) or type(error).__name__))
    return MakingError(Message("the catalogue {name} cannot be used: {problem}", arguments))
