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
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from .errors import SettingsError
from .findings import Message

if TYPE_CHECKING:
    import datetime as dt


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
    write_mo(compiled, read_po(io.BytesIO(source)))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
