"""German text -> names that stand behind what they name: „des Magazins Stadtlicht“, „das Programm rclone“.

In: a German text. Out: :class:`Name` values in reading order. German writes every noun with a capital, and some names
with none: what they stand behind shows them.
"""

from __future__ import annotations

import re

from ..held import held
from ..vocabulary.terms import STOP_WORDS, lemma
from .names import Name
from .runs import Rare, runs

KINDS = (
    *("magazin", "zeitschrift", "zeitung", "blatt", "portal", "sender", "verlag", "agentur", "plattform", "netzwerk"),
    *("verein", "verband", "stiftung", "organisation", "initiative", "bündnis", "partei", "gewerkschaft", "kanzlei"),
    *("firma", "konzern", "unternehmen", "hersteller", "anbieter", "start-up", "kette", "reederei", "brauerei"),
    *("genossenschaft", "gesellschaft", "marke", "labor", "institut", "klinik", "orchester", "band", "kapelle"),
    *("haltestelle", "station", "hotel", "gasthof", "restaurant", "café", "kino", "theater", "schiff", "fähre"),
    *("dorf", "ort", "ortsteil", "stadtteil", "gemeinde", "weiler", "verfahren", "projekt", "album", "roman", "film"),
)
PROGRAMS = (
    *("programm", "werkzeug", "tool", "befehl", "kommando", "paket", "bibliothek", "software", "anwendung", "app"),
    *("skript", "modul", "client", "editor", "distribution", "erweiterung"),
)
BEHIND = r"(?<![\w-])(?:[A-ZÄÖÜ][\w-]*?)?(?:{})(?:s|es)?[^\S\n]"
LARGE = re.compile(
    rf"(?i:{BEHIND.format('|'.join((*KINDS, *PROGRAMS)))})(?P<name>[A-ZÄÖÜ][a-zß-öø-ÿā-ž]{{3,}})(?![\w-])"
)
SMALL = re.compile(rf"(?i:{BEHIND.format('|'.join(PROGRAMS))})(?P<name>[a-z][a-z0-9-]*[a-z0-9])(?![\w-]|\.\w)")
HAS_KIND = Rare(re.compile(rf".*(?:{'|'.join((*KINDS, *PROGRAMS))})(?:s|es)?", re.IGNORECASE).fullmatch)
"""Words that name a kind: a text without one has no such name."""
VERBAL = re.compile(r".*(?:e[nt]|t|st|lich|ig|isch|er|es|em)")
"""How German words in small letters end that the dictionary may not know."""


@held
def apposed(text: str) -> tuple[Name, ...]:
    """The names with a capital that stand behind their kind."""
    if not HAS_KIND(runs(text)):
        return ()
    return tuple(Name(each["name"], *each.span("name")) for each in LARGE.finditer(text))


def programs(text: str) -> tuple[Name, ...]:
    """The names in small letters that stand behind a program, a command and the like, and are no German words."""
    if not HAS_KIND(runs(text)):
        return ()
    return tuple(
        Name(each["name"], *each.span("name"))
        for each in SMALL.finditer(text)
        if not (lemma(each["name"]) or each["name"] in STOP_WORDS["de"] or VERBAL.fullmatch(each["name"]))
    )
