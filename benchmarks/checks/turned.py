"""Faults of meaning: fluent sentences that say the opposite, or more than the original does.

In: a translation's page and its original's. Out: the translation's text with one fault.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .kind import Kind

if TYPE_CHECKING:
    from random import Random

    from .page import Page

TURNS = {
    "rose": "fell",
    "fell": "rose",
    "risen": "fallen",
    "fallen": "risen",
    "more than": "less than",
    "less than": "more than",
    "before the": "after the",
    "after the": "before the",
    "cheaper": "dearer",
    "larger": "smaller",
    "smaller": "larger",
    "higher": "lower",
    "lower": "higher",
    "earlier": "later",
    "warmer": "colder",
    "opened": "closed",
    "won": "lost",
    "bought": "sold",
    "improve": "worsen",
    "always": "never",
    "often": "rarely",
}
CLAUSES = {
    "because": "although",
    "although": "because",
    "despite": "because of",
    "therefore": "nevertheless",
    "if": "unless",
}
MODALS = {"must": "may", "has to": "can", "must not": "need not", "may not": "need not", "should": "must"}
FOUND = (
    "meaning/opposite",
    "meaning/exchanged",
    "numbers/bound-differs",
    "language/false-friend",
    "terms/noun-exchanged",
)
DENIED = ("omission/negation-lost", "meaning/opposite", "meaning/negation-added")


def opposite(page: Page, _: Page, dice: Random) -> str | None:
    """A word that says the opposite."""
    pattern = re.compile(rf"\b(?:{'|'.join(TURNS)})\b")
    return page.in_prose(pattern, dice, lambda found: TURNS[found[0]])


def other_clause(page: Page, _: Page, dice: Random) -> str | None:
    """Another relation of two clauses."""
    pattern = re.compile(rf"(?<!even )(?<!only )\b(?:{'|'.join(CLAUSES)})\b(?! (?:not|possible|necessary|any)\b)")
    return page.in_prose(pattern, dice, lambda found: CLAUSES[found[0]])


def other_modal(page: Page, _: Page, dice: Random) -> str | None:
    """May for must."""
    pattern = re.compile(rf"\b(?:{'|'.join(sorted(MODALS, key=len, reverse=True))})\b(?! (?:only|have)\b)")
    return page.in_prose(pattern, dice, lambda found: MODALS[found[0]])


def lost_denial(page: Page, _: Page, dice: Random) -> str | None:
    """A “not” that is gone."""
    pattern = re.compile(r"\b(is|are|was|were|has|had|can|do|be) ?not (?!only|just|until|least|even|yet)(?=[a-z])")
    return page.in_prose(pattern, dice, lambda found: f"{found[1]} ")


def added_denial(page: Page, _: Page, dice: Random) -> str | None:
    """A “not” that the original has not."""
    pattern = re.compile(r"\b(?:is|are|was|were) (?=[a-z]{4,}ed\b)(?!(?:reject|exhaust)ed)")
    return page.in_prose(pattern, dice, lambda found: f"{found[0]}not ")


def lost_speaker(page: Page, _: Page, dice: Random) -> str | None:
    """What somebody says is told as a fact."""
    pattern = re.compile(r"(?:, according to [^,.;]{3,60}(?=[.,])|(?<=[a-z]), [A-Z][\w ]{2,40} said(?=\.))")
    return page.in_prose(pattern, dice, lambda _found: "")


FAULTS = (
    Kind("opposite", opposite, FOUND),
    Kind("other clause", other_clause, (*FOUND, "omission/negation-lost")),
    Kind("other modal", other_modal, FOUND),
    Kind("lost denial", lost_denial, DENIED),
    Kind("added denial", added_denial, DENIED),
    Kind("lost speaker", lost_speaker, ("omission/hedge-lost", "meaning/other-speaker")),
)
