"""The beginning of a text, as messages quote it.

In: a text. Out: one line of it.
"""

from __future__ import annotations

MOST = 60
"""Characters that a message quotes."""


def excerpt(text: str) -> str:
    """The text in one line, cut between words where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= MOST else line[:MOST].rpartition(" ")[0] + " …"
