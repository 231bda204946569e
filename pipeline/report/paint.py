"""Colours of a terminal, and text that cannot command one.

In: text. Out: text with ANSI colours where the report wants them; without control characters that an article brought.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..findings import Message, Severity

if TYPE_CHECKING:
    from . import Report

CODES = {"bold": "1", "dim": "2", "red": "1;31", "yellow": "1;33", "blue": "1;34", "green": "32"}
COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}
UNSAFE = re.compile(
    "[\\x00-\\x1f\\x7f-\\x9f\\ud800-\\udfff\\u2028\\u2029\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]"
)
"""Controls, halves of a pair, separators of lines; what turns the direction of the text."""


def paint(report: Report, colour: str, text: str) -> str:
    """The text in a colour, on a terminal."""
    return f"\x1b[{CODES[colour]}m{text}\x1b[0m" if report.colour else text


def severity(report: Report, value: Severity) -> str:
    """The name of a severity in its colour."""
    return paint(report, COLOURS[value], value.label)


def title(report: Report, value: Severity) -> str:
    """The name of a severity for people, in the language of messages."""
    names = {
        Severity.ERROR: Message("Error"),
        Severity.WARNING: Message("Warning"),
        Severity.INFO: Message("Info"),
    }
    return report.say(names[value])


def plain(text: str) -> str:
    """The text on one line; characters that would steer a terminal or turn the reading order are shown as escapes."""
    return UNSAFE.sub(_shown, text)


def _shown(found: re.Match[str]) -> str:
    return " " if found[0] in "\t\n" else f"\\u{ord(found[0]):04x}"
