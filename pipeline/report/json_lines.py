"""A line of JSON for each finding, for tools that read as it comes.

In: a report. Out: JSON Lines; each line is an element of ``findings`` in the format ``json``.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from .json import as_value

if TYPE_CHECKING:
    from . import Report


def write(report: Report) -> str:
    """A line for each finding."""
    return "".join(f"{json.dumps(as_value(report, finding), ensure_ascii=False)}\n" for finding in report.findings)
