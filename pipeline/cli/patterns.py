"""Names of rules that settings or flags select, ignore or allow, and that do not exist.

In: the project and all rules. Out: nothing, or a SettingsError that names each with the nearest known one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .. import toml
from ..errors import SettingsError
from ..findings import Message
from .project import text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..check import Rule
    from ..model import Span
    from .project import Project


def judge(project: Project, rules: Sequence[Rule] = ()) -> None:
    """Refuse patterns that mean no rule; of all there are, unless given."""
    check = project.settings.check
    named = [
        (("select",), check.select),
        (("ignore",), check.ignore),
        *((("per-file-ignores", place), patterns) for place, patterns in check.per_file_ignores),
    ]
    if not any(patterns for _, patterns in named):
        return
    from ..check import RULES  # noqa: PLC0415 - 100 ms, not where the settings name no rule
    from ..check.told.selection import unknown  # noqa: PLC0415 - as above

    rules = rules or RULES
    faults = [
        (_message(name, rules), _place(project, keys, name))
        for keys, patterns in named
        for name in unknown(patterns, rules)
    ]
    if faults:
        (message, at), *more = faults
        raise SettingsError(message, at, tuple(more))


def _message(name: str, rules: Sequence[Rule]) -> Message:
    near = toml.nearest(name, [*(rule.name for rule in rules), *(rule.family for rule in rules)])
    if near:
        return Message("no rule is called “{rule}”; the nearest is “{near}”", (("near", near), ("rule", name)))
    return Message("no rule is called “{rule}”; see zweiblatt rules", (("rule", name),))


def _place(project: Project, keys: tuple[str, ...], name: str) -> Span | None:
    """Where the settings say so; nowhere, if a flag or the environment does."""
    path = project.settings.path
    content = text(project.root / path, path)
    root = ("tool", "zweiblatt") if path == "pyproject.toml" else ()
    said = re.search(rf"""["']{re.escape(name)}["']""", content)
    return toml.place(content, path, (*root, "check", *keys)) if said else None
