"""German text -> names that its nouns show: „des Magazins Stadtlicht“, „das Programm rclone“, „ein Linux-System“.

In: a German text. Out: :class:`Name` values in reading order. German writes every noun with a capital, and some names
with none: what they stand behind shows them.
"""

from __future__ import annotations

import re

from ...held import held
from ...vocabulary.terms import STOP_WORDS, composed, english, is_english, lemma
from ..words.runs import Rare, runs
from .names import Name, surnames

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
OFFICE = re.compile(
    r"(?<![\w-])(?P<office>[A-ZÄÖÜ][a-zäöüß]{3,}) (?P<name>[A-ZÄÖÜ][a-zß-öø-ÿā-ž]{2,})(?![\w-]| [A-ZÄÖÜ])"
)
"""An office and a last name alone."""
FIRST = re.compile(r"(?<![\w-])(?P<name>[A-ZÄÖÜ][a-zß-öø-ÿā-ž]{3,8})-(?=[A-ZÄÖÜ][a-zß-öø-ÿā-ž]{2})")
"""The first part of a compound: longer ones are common nouns, „Telefonnummern-Anzeige“."""
VERBAL = re.compile(r".*(?:e[nt]|t|st|lich|ig|isch|er|es|em)")
"""How German words in small letters end that the dictionary may not know."""


@held
def apposed(text: str) -> tuple[Name, ...]:
    """The names with a capital that stand behind their kind."""
    if not HAS_KIND(runs(text)):
        return ()
    return tuple(Name(each["name"], *each.span("name")) for each in LARGE.finditer(text))


def compounded(text: str) -> tuple[Name, ...]:
    """The names that are the first part of a compound, and no word that is known: „Linux-Systemen“."""
    return tuple(
        Name(each["name"], *each.span("name"))
        for each in (FIRST.finditer(text) if "-" in text else ())
        if not (lemma(each["name"]) or composed(each["name"]) or is_english(each["name"].lower()))
    )


def titled(text: str, title: str) -> tuple[Name, ...]:
    """The names behind an office that English calls so: „Ministerpräsident Weidner“ for a premier."""
    return tuple(
        Name(each["name"], *each.span("name"))
        for each in OFFICE.finditer(text)
        if any(form.split(" ")[-1] == title for form in (*english(each["office"]), *english(_last(each["office"]))))
        and (each["name"] in surnames() or not lemma(each["name"]))
    )


def _last(word: str) -> str:
    """The last part of a compound: it says what it is."""
    return composed(word)[-1] if composed(word) else word


def programs(text: str) -> tuple[Name, ...]:
    """The names in small letters that stand behind a program, a command and the like, and are no German words."""
    if not HAS_KIND(runs(text)):
        return ()
    return tuple(
        Name(each["name"], *each.span("name"))
        for each in SMALL.finditer(text)
        if not (lemma(each["name"]) or each["name"] in STOP_WORDS["de"] or VERBAL.fullmatch(each["name"]))
    )
