"""A place that an editor can repair, and what it is made of.

In: places (:mod:`pipeline.model`), messages. Out: :class:`Remark`, :class:`Fault`, :class:`Finding` and their parts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..frozen import dataclass
from .message import Argument, Message

if TYPE_CHECKING:
    from ..model import Span
    from .severity import Severity


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace what stands at ``at`` (with its ``end``) by ``text``."""

    at: Span
    text: str


@dataclass(frozen=True, slots=True)
class Repair:
    """How to mend it: edits that do not overlap; safe if they cannot change what is meant."""

    message: Message
    edits: tuple[Edit, ...]
    safe: bool


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that belongs to a finding, usually the counterpart."""

    at: Span
    message: Message


@dataclass(frozen=True, slots=True)
class Remark:
    """What a rule yields. ``severity`` None is the rule's usual one."""

    at: Span
    message: Message
    severity: Severity | None = None
    related: tuple[Related, ...] = ()
    repair: Repair | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """What the reader noticed while reading: a remark under the name of the rule that explains it."""

    rule: str
    remark: Remark


@dataclass(frozen=True, slots=True)
class Finding:
    """A place that an editor can repair.

    ``fingerprint`` is made of rule, path, section, normalised text and its count, never of line
    numbers, so that an inserted line does not reopen everything.
    """

    rule: str
    severity: Severity
    message: Message
    at: Span
    related: tuple[Related, ...]
    repair: Repair | None
    fingerprint: str


def remark(
    at: Span,
    template: str,
    *,
    severity: Severity | None = None,
    related: Span | Related | tuple[Related, ...] | None = None,
    repair: Repair | None = None,
    **arguments: Argument,
) -> Remark:
    """A remark from a template and its arguments; a bare place as ``related`` is the counterpart."""
    return Remark(at, Message(template, tuple(sorted(arguments.items()))), severity, _related(related), repair)


def _related(related: Span | Related | tuple[Related, ...] | None) -> tuple[Related, ...]:
    match related:
        case None:
            return ()
        case Related():
            return (related,)
        case tuple():
            return related
        case _:
            return (Related(related, Message("for comparison")),)
