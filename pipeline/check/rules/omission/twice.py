"""Two denials that are none: „nicht ohne Strom“ “needs power”, “without a grant, there would be no version”.

In: a German sentence, its translation, a denial. Out: whether the other language says the same without it.
"""

from __future__ import annotations

import re

POSITIVELY = (
    (
        re.compile(
            r"\b(?:nicht|nie|niemand\w*|kein\w*)\b[^.;:!?,]*\bohne\b|\bohne\b[^.;:!?,]*\b(?:nicht|nie|niemand\w*|kein\w*)\b",
            re.IGNORECASE,
        ),
        re.compile(r"\b(?:need(?:s|ed)?|requir\w+|must|ha(?:s|ve) to|only|depend\w*|rel(?:y|ies)|takes?|calls? for)\b"),
    ),
    (
        re.compile(
            r"\bseit\b[^.;:!?]*\b(?:nicht|kein\w*|nie\w*)\b|\b(?:nicht|kein\w*) mehr\b[^.;:!?]*\bseit\b", re.IGNORECASE
        ),
        re.compile(r"\b(?:last|latest|most recent)\b"),
    ),
    (
        re.compile(
            r"\b(?:nicht|nie|niemand\w*|kein\w*)\b[^.;:!?]*\berinner\w*|\berinner\w*[^.;:!?]*\b(?:nicht|niemand)\b"
        ),
        re.compile(r"\bforg[eo]t\w*"),
    ),
)
"""German that denies, and English that says the same without: „nicht ohne Strom“, “needs power”."""
PLAIN_BEFORE = re.compile(r"\b(?:no|nobody|nothing|not|never|cannot|none)\b[^.;:!?]*$", re.IGNORECASE)
"""What “without” denies again: “no one may enter without a ticket”."""
DENIED_BEHIND = re.compile(r"[^.;:!?]*\b(?:no|nobody|nothing|not|never|cannot|none|\w+n['’]t)\b", re.IGNORECASE)
NO_OTHER = re.compile(r"\bno\b[^.;:!?]*\bthat\b[^.;:!?]*\bnot\b", re.IGNORECASE)
"""“There was no figure that was not known” is all were."""
WITHOUT_BEFORE = re.compile(r"\bwithout\b[^.;:!?]*$", re.IGNORECASE)


def is_told_positively(german: str, said: str) -> bool:
    """Whether English says without a denial what German denies twice, or since when: “needs power”, “last built”."""
    return any(there.search(german) and here.search(said) for there, here in POSITIVELY)


def is_needed(said: str, denial: re.Match[str]) -> bool:
    """Whether what is done without something is denied: “without a grant, there would be no version”."""
    both = NO_OTHER.search(said)
    if both and both.start() <= denial.start() < both.end():
        return True
    if denial[0].lower() != "without":
        return WITHOUT_BEFORE.search(said, 0, denial.start()) is not None
    return bool(PLAIN_BEFORE.search(said, 0, denial.start()) or DENIED_BEHIND.match(said, denial.end()))
