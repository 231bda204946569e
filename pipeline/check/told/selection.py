"""Which rules apply: in a run, and to a file.

In: names as settings and flags write them: ``parity/list-shape``, ``parity`` or ``parity/*``, ``all``. Out: whether
a rule is meant.
"""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...config import CheckSettings
    from ..rule import Rule

ALL = "all"


def means(pattern: str, name: str) -> bool:
    """Whether a pattern means a rule: its name, its family, a wildcard, or ``all``."""
    return pattern == ALL or fnmatchcase(name, pattern) or name.partition("/")[0] == pattern


def selected(rules: Iterable[Rule], settings: CheckSettings) -> tuple[Rule, ...]:
    """The rules that a run applies: those selected (else all) that are not ignored."""
    return tuple(
        rule
        for rule in rules
        if (not settings.select or any(means(pattern, rule.name) for pattern in settings.select))
        and not any(means(pattern, rule.name) for pattern in settings.ignore)
    )


def unknown(patterns: Iterable[str], rules: Iterable[Rule]) -> tuple[str, ...]:
    """The patterns that mean no rule at all."""
    names = [rule.name for rule in rules]
    return tuple(pattern for pattern in patterns if not any(means(pattern, name) for name in names))


def ignored(rule: str, path: str, settings: CheckSettings) -> bool:
    """Whether the settings ignore a rule in a file.

    A folder or file may be written from the project (``content/en/archive/*``), from ``content/`` (``en/archive/*``)
    or without its language (``archive/*``).
    """
    parts = path.split("/")
    tails = ["/".join(parts[start:]) for start in range(min(3, len(parts)))]
    return any(
        any(means(pattern, rule) for pattern in patterns) and any(fnmatchcase(tail, place) for tail in tails)
        for place, patterns in settings.per_file_ignores
    )
