"""How much a finding weighs.

In: nothing. Out: :class:`Severity`.
"""

from __future__ import annotations

from enum import IntEnum


class Severity(IntEnum):
    """How much a finding weighs: an error stops the build, a warning asks a person."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        """The lower-case name, as settings and reports write it."""
        return self.name.lower()
