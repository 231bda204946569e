"""Dates, numbers and words of a language: the one door to Babel.

In: values, and catalogues (``.po``, compiled in memory, never kept in Git). Out: text in a locale such as ``de-DE``.
"""

from __future__ import annotations

import functools
import gettext
import io
from typing import TYPE_CHECKING, Literal

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, get_month_names
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po
from babel.numbers import format_decimal

from .errors import MakingError, SettingsError
from .findings import Message

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

MOST_BYTES = 1 << 20
"""Of a publication's own catalogue; the shipped one has 6 KB."""


@functools.cache
def _locale(locale: str) -> Locale:
    try:
        return Locale.parse(locale, sep="-")
    except UnknownLocaleError:
        raise SettingsError(Message("nobody writes dates and numbers in “{locale}”", (("locale", locale),))) from None


@functools.lru_cache(maxsize=4096)
def day(date: dt.date, locale: str) -> str:
    """A date in words: „21. Februar 2025“, “21 February 2025”."""
    return str(format_date(date, "d. MMMM y" if locale.startswith("de") else "d MMMM y", locale=_locale(locale)))


def number(value: int, locale: str) -> str:
    """A whole number with the locale's group marks."""
    return str(format_decimal(value, locale=_locale(locale)))


@functools.cache
def months(locale: str, width: Literal["wide", "abbreviated"] = "wide") -> tuple[str, ...]:
    """The names of the months, January first; ``width`` is ``wide`` or ``abbreviated``."""
    names = get_month_names(width, "format", _locale(locale))
    return tuple(str(names[month]) for month in range(1, 13))


def catalogue(source: bytes) -> gettext.NullTranslations:
    """The translations of a catalogue; an empty one translates nothing."""
    if not source:
        return gettext.NullTranslations()
    compiled = io.BytesIO()
    write_mo(compiled, read_po(io.BytesIO(source), abort_invalid=True))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def foreign(source: bytes, name: str) -> gettext.NullTranslations:
    """The same of a catalogue that is not ours; a MakingError where a page could not be made with it."""
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
        return catalogue(source)
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
