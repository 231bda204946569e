"""Where something goes from and to, and what is so instead of what is not: „nicht auf dem Haus, sondern darin“.

In: two sentences that answer each other. Out: two German words that have changed places.

What stands behind “from” and “to”, or behind “not”, is told by the words alone, wherever the sentence has them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...align.words import meanings_of
from ...model import Language
from .places import Exchanged

if TYPE_CHECKING:
    from collections.abc import Iterator

NOUN = r"[A-ZÄÖÜ][\w-]+"
PLACE = rf"(?:{NOUN}|oben|unten|links|rechts|innen|außen|vorne?|hinten)"
WAY = re.compile(
    rf"\b(?:[Vv]on|[Vv]om|[Aa]us)(?: de[rmn]| einer| einem| eine[rn])?(?: [a-zäöüß]+en)? (?P<start>{PLACE})"
    r"(?: (?:hinauf|hinunter|hinab|herunter|hinüber|herüber|direkt|zurück|bis|hoch|quer)){0,2}"
    rf" (?:nach|zu|zum|zur|in|ins|auf|an|ans)(?: de[rmn]| die| das)?(?: [a-zäöüß]+en)? (?P<end>{PLACE})"
)
WAY_EN = re.compile(
    r"\b[Ff]rom (?P<start>(?:[\w’'-]+ ){0,3}?[\w’'-]+)"
    r"(?: (?:up|down|over|back|across|straight|directly|all the way)){0,2}"
    r" (?:to|into|towards?|onto) (?P<end>[\w’'-]+(?: [\w’'-]+){0,2})"
)
COMPASS = (
    ("ost", "east"),
    ("west", "west"),
    ("nord", "north"),
    ("süd", "south"),
    ("links", "left"),
    ("rechts", "right"),
    ("oben", "top"),
    ("unten", "bottom"),
    ("innen", "inside"),
    ("außen", "outside"),
    ("vorn", "front"),
    ("hinten", "back"),
)
"""From one thing to another."""
NOT_BUT = re.compile(
    rf"\b[Nn]icht (?!nur\b|bloß\b|allein\b)(?:(?:im|am|an|in|auf|bei|beim|mit|von|vom|zu|zum|zur|für|durch|aus) )?"
    rf"(?:(?:d\w\w|eine?[rmn]?|sein\w*|ihre?\w?) )?(?:[a-zäöüß]+e[nrs]? )?(?P<no>{NOUN})[^.;:!?]*?, sondern (?!auch\b)"
    rf"(?P<yes>[^,.;:!?–—]*)"
)
NOT_OF = re.compile(
    rf", nicht (?:(?:d\w\w|d\w\w mein\w+|d\w\w unser\w+|mein\w*|unser\w*|sein\w*|ihr\w*) )(?P<no>{NOUN})(?=[.,;:!?]|$)"
)
NOT_EN = re.compile(
    r"\b(?:not|\w+n['’]t) (?P<no>(?!only\b|just\b)[^,.;:!?–—]*?)(?= (?:but|that|who|which)\b|[,.;:!?–—]|$)"
)
DENIES = re.compile(r"\b(?:not|nor|no|never|none|nobody|nothing|neither|cannot|without|\w+n['’]t)\b", re.IGNORECASE)
DENIES_DE = re.compile(r"\b(?:nicht\w*|nie\w*|kein\w*|weder|ohne)\b", re.IGNORECASE)
"""What is denied, with what is so instead; what denies at all."""
OWN = re.compile(r"(?:mine|ours|yours|his|hers|theirs|me|us|him)")
PLACES = (
    (frozenset(("auf", "darauf", "drauf", "obendrauf", "am", "an", "daran")), frozenset(("on", "upon", "onto"))),
    (frozenset(("in", "im", "ins", "darin", "drin", "innerhalb")), frozenset(("in", "inside", "into", "within"))),
    (frozenset(("unter", "darunter", "unterhalb", "drunter")), frozenset(("under", "underneath", "below", "beneath"))),
    (frozenset(("über", "darüber", "oberhalb", "drüber")), frozenset(("over", "above"))),
    (frozenset(("hinter", "dahinter")), frozenset(("behind",))),
    (frozenset(("neben", "daneben")), frozenset(("beside", "alongside"))),
    (frozenset(("außerhalb", "draußen")), frozenset(("outside",))),
    (frozenset(("für", "dafür")), frozenset(("for",))),
    (frozenset(("gegen", "dagegen")), frozenset(("against",))),
    (frozenset(("mit", "damit")), frozenset(("with",))),
    (frozenset(("ohne",)), frozenset(("without",))),
    (frozenset(("vor", "davor")), frozenset(("before",))),
    (frozenset(("nach", "danach")), frozenset(("after",))),
)
WHERE = re.compile(r"\b[Nn]icht (?P<no>[a-zäöü]+)\b[^.;:!?]*?, sondern (?P<yes>[a-zäöü]+)\b")
WHERE_EN = re.compile(r"\b(?:not|\w+n['’]t) (?P<no>[a-z]+)\b[^.;:!?]*?,? but (?P<yes>[a-z]+)\b")
"""Not in one place, but in another."""


def exchanged_ways(german: str, said: str) -> Iterator[Exchanged]:
    """Two German words that have changed places: where the second stands in English, and the first in German."""
    if "from " in said or "From " in said:
        yield from _from_to(german, said)
    if "nicht " in german or "Nicht " in german:
        yield from _where(german, said)
        yield from _not_but(german, said)
        yield from _not_of(german, said)


def _only(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The only place that a pattern finds."""
    found = list(pattern.finditer(text))
    return found[0] if len(found) == 1 else None


def _from_to(german: str, said: str) -> Iterator[Exchanged]:
    there, here = _only(WAY, german), _only(WAY_EN, said)
    if not there or not here:
        return
    mine = [meanings_of(there[name], Language.DE) | _compass(there[name], 0) for name in ("start", "end")]
    theirs = [meanings_of(here[name], Language.EN) | _compass(here[name], 1) for name in ("start", "end")]
    if mine[0] & theirs[1] and mine[1] & theirs[0] and not (mine[0] & theirs[0] or mine[1] & theirs[1]):
        yield Exchanged(there["start"], there["end"], here.span("start"), there.span("start"))


def _compass(text: str, side: int) -> frozenset[str]:
    """The directions that a text names, as the dictionary would."""
    return frozenset(f"={row[1]}" for row in COMPASS if re.search(rf"\b{row[side]}", text.lower()))


def _where(german: str, said: str) -> Iterator[Exchanged]:
    """“Not in it but on it” where German has „nicht auf …, sondern darin“."""
    there, here = _only(WHERE, german), _only(WHERE_EN, said)
    if not there or not here:
        return
    no, yes = (next((en for de, en in PLACES if there[name] in de), frozenset[str]()) for name in ("no", "yes"))
    if no != yes and here["no"] in yes and here["yes"] in no:
        yield Exchanged(there["no"], there["yes"], here.span("no"), there.span("no"))


def _not_but(german: str, said: str) -> Iterator[Exchanged]:
    """“It was not the mills” where German has „nicht die Prämien …, sondern die Mühlen“."""
    there, here = _only(NOT_BUT, german), _only(NOT_EN, said)
    if not there or not here or _denials(german, said) != (1, 1):
        return
    denied = meanings_of(here["no"], Language.EN)
    rest = meanings_of(said[: here.start()] + " . " + said[here.end() :], Language.EN)
    nouns = re.findall(NOUN, there["yes"])
    no, yes = meanings_of(there["no"], Language.DE), meanings_of(" ".join(nouns), Language.DE)
    if nouns and yes & denied and not yes & rest and not no & denied:
        yield Exchanged(there["no"], nouns[0], here.span("no"), there.span("no"))


def _not_of(german: str, said: str) -> Iterator[Exchanged]:
    """“The curator’s, not mine” where German has „meiner, nicht der des Kurators“."""
    there, here = _only(NOT_OF, german), _only(NOT_EN, said)
    if not there or not here or not OWN.fullmatch(here["no"]) or _denials(german, said) != (1, 1):
        return
    if not said[: here.start()].endswith((", ", "and ")):
        return
    if meanings_of(there["no"], Language.DE) & meanings_of(said[: here.start()], Language.EN):
        yield Exchanged(there["no"], here["no"], here.span("no"), there.span("no"))


def _denials(german: str, said: str) -> tuple[int, int]:
    return len(DENIES_DE.findall(german)), len(DENIES.findall(said))
