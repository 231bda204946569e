"""Failures -> the same, each cause once: one fault in a template is no reason to name all files that it spoils.

In: what could not be made, in the order of the files. Out: the first of each cause, with how many files share it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...errors import LimitError
from ...wording import of_many

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...errors import ZweiblattError

FILE = "target"
"""The argument that names the file; all others tell the cause."""


def causes(failures: Iterable[ZweiblattError]) -> tuple[ZweiblattError, ...]:
    """The failures without those that only say the same of another file."""
    grouped: dict[object, list[ZweiblattError]] = {}
    for error in failures:
        grouped.setdefault(_cause(error), []).append(error)
    return tuple(_counted(row) for row in grouped.values())


def _cause(error: ZweiblattError) -> object:
    named = dict(error.message.arguments)
    if FILE not in named or isinstance(error, LimitError):  # which articles are stopped is what an author looks for
        return error.message, error.at
    return type(error), error.message.template, tuple(sorted((k, v) for k, v in named.items() if k != FILE))


def _counted(row: list[ZweiblattError]) -> ZweiblattError:
    first, files = row[0], {dict(error.message.arguments).get(FILE) for error in row}
    if len(files) == 1:
        return first
    return first.told(of_many(first.message, len(files) - 1), first.at)
