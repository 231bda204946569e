"""The two moments of an article, the same in page, JSON-LD, feeds and sitemap.

In: an article's card (or front matter), the publication's zone. Out: moments with an offset.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from ..config import Settings


def moment(date: dt.date | dt.datetime, settings: Settings) -> dt.datetime:
    """A date as a moment: the beginning of the day in the publication's zone, unless it says its own time."""
    zone = ZoneInfo(settings.publication.timezone)
    if isinstance(date, dt.datetime):
        return date if date.tzinfo else date.replace(tzinfo=zone)
    return dt.datetime(date.year, date.month, date.day, tzinfo=zone)


def newest(date: dt.date | dt.datetime, modified: dt.date, settings: Settings) -> dt.datetime:
    """The moment of the newest change, never before the publication itself."""
    return max(moment(date, settings), moment(modified, settings))
