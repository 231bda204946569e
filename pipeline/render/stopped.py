"""What of a publication's own was at work when something was stopped: a template, or a style sheet of its paper.

In: the theme, and what was raised when time was up or memory gone. Out: the name of a file in the theme, and a line
where it has one.
"""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING

from .theme import Theme

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType


def at_work(theme: Theme, stopped: BaseException) -> tuple[str, int]:
    """The publication's own file that was at work, and its line; else nothing.

    Of templates it is the innermost: one that calls a shipped one without end is at work in it. Where memory was too
    little for a whole traceback, the errors behind an error have parts of it, the least of which is what was asked of
    the theme. Of style sheets WeasyPrint tells none: it is the last of the publication's own, which fewest PDFs use.
    """
    found, asked, sheets = ("", 0), "", ()
    for frame, line in _frames(stopped):
        template = frame.f_globals.get("__jinja_template__")
        if template and theme.is_own(template.name):
            found = template.name, template.get_corresponding_lineno(line)
        elif frame.f_code is Theme.render.__code__:
            asked = frame.f_locals["template"]
        elif frame.f_code is Theme.printed.__code__:
            sheets = frame.f_locals["sheets"]
    if found[0]:
        return found
    return next(filter(theme.is_own, (asked, *reversed(sheets))), ""), 0


def _frames(error: BaseException | None) -> Iterator[tuple[FrameType, int]]:
    """What was being done when something went wrong, with its line; and the same of what went wrong before it."""
    while error:
        yield from traceback.walk_tb(error.__traceback__)
        error = error.__context__
