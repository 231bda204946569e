"""The day on which a story is checked, as a value that knows how far it mattered.

In: today. Out: the same date for rules, and after they have run the days on which they would have said the same: a
rule asks only whether a date lies before or behind today, and the nearest of those dates bound the answer. What asks
for anything else of the day (a difference, a year, its text) holds for this day alone.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

FIRST, LAST = dt.date.min, dt.date.max
ALWAYS = FIRST.isoformat(), LAST.isoformat()


class Day(dt.date):
    """Today. It is compared as any date is; each comparison narrows ``window``, its first and last equal day."""

    window: tuple[dt.date, dt.date]

    @classmethod
    def of(cls, day: dt.date) -> Day:
        """A day that nothing was compared with yet."""
        made = cls.fromordinal(dt.date.toordinal(day))
        made.window = FIRST, LAST
        return made

    @property
    def said(self) -> tuple[str, str]:
        """The window as text, which sorts as the days do."""
        first, last = self.window
        return first.isoformat(), last.isoformat()

    def _between(self, other: object, *, behind: bool) -> None:
        """That it matters on which side of a date today lies: before it, or (``behind``) not behind it."""
        if isinstance(other, dt.date) and not isinstance(other, dt.datetime):
            first, last = self.window
            edge = other.toordinal() + behind
            if dt.date.toordinal(self) >= edge:
                first = max(first, dt.date.fromordinal(edge))
            else:
                last = min(last, dt.date.fromordinal(edge - 1))
            self.window = first, last

    def _alone(self) -> None:
        self.window = (dt.date.fromordinal(dt.date.toordinal(self)),) * 2

    def __lt__(self, other: dt.date) -> bool:
        """Today lies before a date."""
        self._between(other, behind=False)
        return super().__lt__(other)

    def __ge__(self, other: dt.date) -> bool:
        """Today is a date, or behind it."""
        self._between(other, behind=False)
        return super().__ge__(other)

    def __gt__(self, other: dt.date) -> bool:
        """Today lies behind a date."""
        self._between(other, behind=True)
        return super().__gt__(other)

    def __le__(self, other: dt.date) -> bool:
        """Today is a date, or before it."""
        self._between(other, behind=True)
        return super().__le__(other)

    def __getattribute__(self, name: str) -> Any:  # noqa: ANN401 - any attribute of a date
        """Anything that is asked by name depends on this day alone."""
        if not name.startswith("_") and name not in {"said", "window"}:
            object.__getattribute__(self, "_alone")()
        return super().__getattribute__(name)


def _for_this_day(name: str) -> Callable[..., Any]:
    method = getattr(dt.date, name)

    def asked(day: Day, *others: object) -> Any:  # noqa: ANN401 - what the date's own method gives
        object.__getattribute__(day, "_alone")()
        return method(day, *others)

    return asked


for _name in ("__eq__", "__ne__", "__hash__", "__add__", "__radd__", "__sub__", "__rsub__", "__str__", "__format__"):
    setattr(Day, _name, _for_this_day(_name))
