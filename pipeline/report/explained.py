"""The explanation of a rule in German or English.

In: a :class:`~pipeline.check.Rule`. Out: its explanation: what it finds, why it matters, a bad and a good example, the
repair; in Markdown.
"""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from ..findings import Message
from ..wording import say, translated

if TYPE_CHECKING:
    from ..check import Rule

WIDTH = 116
"""Characters of a line, as the docstrings have them."""


def explained(rule: Rule, language: str) -> str:
    """The explanation in a language, ``de`` or ``en``."""
    if language == "en":
        return rule.explanation
    return "\n\n".join(_wrapped(_said(rule, text, language)) for text in rule.texts)


def _said(rule: Rule, text: str, language: str) -> str:
    """A paragraph, reason and repair with the words before them."""
    words = translated(text, language)
    if text == rule.why:
        return say(Message("Why it matters: {why}", (("why", words),)), language)
    if text == rule.repair:
        return say(Message("Repair: {repair}", (("repair", words),)), language)
    return words


def _wrapped(text: str) -> str:
    return textwrap.fill(text, WIDTH, break_long_words=False, break_on_hyphens=False)
