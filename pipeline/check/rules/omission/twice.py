"""Two denials that are none: „nicht ohne Strom“ “needs power”, “without a grant, there would be no version”.

In: a German sentence, its translation, a denial. Out: whether the other language says the same without it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ....align.words import tokens
from ....facts.stance.hedges import lacks
from ....model import Language

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

POSITIVELY = (
    (
        re.compile(
            r"\b(?:nicht|nie|niemand\w*|kein\w*)\b[^.;:!?,]*\bohne\b|\bohne\b[^.;:!?,]*\b(?:nicht|nie|niemand\w*|kein\w*)\b",
            re.IGNORECASE,
        ),
        re.compile(
            r"\b(?:need(?:s|ed)?|requir\w+|must|ha(?:s|ve) to|only|depend\w*|rel(?:y|ies)|takes?|taken|took|calls? for"
            r"|some|certain|degree|involv\w+|carr(?:y|ies)|comes? with|always|every|all|both)\b"
        ),
    ),
    (
        re.compile(r"\b(?:niemand\w*|kein\w*)\b(?:, (?:so|wie) [^,.;:!?]{1,60},)?[^.;:!?,]*\bohne\b", re.IGNORECASE),
        re.compile(r"\bevery(?:one|body)\b|\beach (?:of|one)\b", re.IGNORECASE),
    ),
    (
        re.compile(r"\b(?:nicht|kaum)\b[^.;:!?,]{0,40}\bgenug\b", re.IGNORECASE),
        re.compile(r"\b(?:further|more|longer|too (?:little|short|small|few|weak|timid|late|slow\w*))\b"),
    ),
    (
        re.compile(r"\bnoch (?:lange|eine Weile|eine Zeit ?lang|eine ganze Weile) (?:nicht|kein\w*)\b", re.IGNORECASE),
        re.compile(r"\b(?:long|while|some time|years|months|distant|far)\b"),
    ),
    (
        re.compile(
            r"\b(?:nicht|kein\w*|nie(?:mand\w*|mals)?)\b(?: [^.;:!?,]{1,60})? (?:mehr|\w{2,}er)"
            r"(?: [^.;:!?,]{1,40})? als\b",
            re.IGNORECASE,
        ),
        re.compile(r"\b(?:at (?:the )?(?:very )?most|the most|maximum|up to|limit\w*|capp?\w*|ceiling|within|tops)\b"),
    ),
    (
        re.compile(r"\bkaum (?:jemand|einer|eine|ein)\b[^.;:!?]*\bohne\b", re.IGNORECASE),
        re.compile(r"\b(?:almost|nearly|virtually|practically) (?:all|every\w*|any\w*)\b|\bmost\b", re.IGNORECASE),
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
NO_OTHER = re.compile(
    r"\bno\b[^.;:!?]*\bthat\b[^.;:!?]*\bnot\b"
    r"|\bnot (?:as (?:though|if)|that)\b[^.;:!?]*\b(?:no|not|never|nobody|nothing|without|\w+n['’]t)\b",
    re.IGNORECASE,
)
"""“There was no figure that was not known” is all were; “not as though he had no” is he had."""
LACKED = re.compile(r"[^.;:!?]{0,80}")
"""How far behind a denial a lack is looked for."""
WITHOUT_BEFORE = re.compile(r"\bwithout\b[^.;:!?]*$", re.IGNORECASE)


def is_told_positively(german: str, said: str) -> bool:
    """Whether English says without a denial what German denies twice, or since when: “needs power”, “last built”."""
    return any(there.search(german) and here.search(said) for there, here in POSITIVELY)


def denies_lack(said: str, denial: re.Match[str], german: AbstractSet[str]) -> bool:
    """Whether what is denied is itself a lack, of which the German words say nothing: “no version is forgotten”.

    ``german`` is what the dictionary makes of them.
    """
    behind = LACKED.match(said, denial.end())
    found = lacks(said, denial.end(), behind.end() if behind else denial.end())
    return any(german.isdisjoint(tokens(each[0].split()[0], Language.EN)) for each in found)


def is_needed(said: str, denial: re.Match[str]) -> bool:
    """Whether what is done without something is denied: “without a grant, there would be no version”."""
    both = NO_OTHER.search(said)
    if both and both.start() <= denial.start() < both.end():
        return True
    if denial[0].lower() != "without":
        return WITHOUT_BEFORE.search(said, 0, denial.start()) is not None
    return bool(PLAIN_BEFORE.search(said, 0, denial.start()) or DENIED_BEHIND.match(said, denial.end()))
