"""Findings -> JSON values and back.

In: findings. Out: lists that JSON can hold; :func:`findings` makes the same findings of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..findings import Edit, Finding, Message, Related, Repair, Severity
from ..model.tree import Span

if TYPE_CHECKING:
    from collections.abc import Iterable


def values(given: Iterable[Finding]) -> list[Any]:
    """Findings as JSON values."""
    return [
        [
            each.rule,
            int(each.severity),
            _message(each.message),
            _span(each.at),
            [[_span(related.at), _message(related.message)] for related in each.related],
            _repair(each.repair) if each.repair else None,
            each.fingerprint,
        ]
        for each in given
    ]


def findings(given: Iterable[Any]) -> tuple[Finding, ...]:
    """The findings again."""
    return tuple(
        Finding(
            rule,
            Severity(severity),
            _to_message(message),
            _to_span(at),
            tuple(Related(_to_span(place), _to_message(said)) for place, said in related),
            _to_repair(repair) if repair else None,
            fingerprint,
        )
        for rule, severity, message, at, related, repair, fingerprint in given
    )


def _message(message: Message) -> list[Any]:
    return [message.template, message.arguments]


def _to_message(given: Any) -> Message:  # noqa: ANN401 - a JSON value
    template, arguments = given
    return Message(template, tuple((name, value) for name, value in arguments))


def _span(at: Span) -> list[Any]:
    return [at.path, at.line, at.column, at.end]


def _to_span(given: Any) -> Span:  # noqa: ANN401 - a JSON value
    path, line, column, end = given
    return Span(path, line, column, (end[0], end[1]) if end else None)


def _repair(repair: Repair) -> list[Any]:
    return [_message(repair.message), [[_span(edit.at), edit.text] for edit in repair.edits], repair.safe]


def _to_repair(given: Any) -> Repair:  # noqa: ANN401 - a JSON value
    message, edits, safe = given
    return Repair(_to_message(message), tuple(Edit(_to_span(at), text) for at, text in edits), safe)
