"""The languages that a publication can have.

In: nothing. Out: :class:`Language`.
"""

from __future__ import annotations

from enum import StrEnum


class Language(StrEnum):
    """A language that an article can be in; its value names folder and address."""

    DE = "de"
    EN = "en"
