"""What houses and places are called like: the Kulturfabrik, the Adler inn, the Kaarlhütte.

In: a word with a capital, or what stands around it. Out: whether it is called so.
"""

from __future__ import annotations

import re
from functools import cache

from ....facts.table import table
from ....vocabulary.terms import is_entry

PLACE = re.compile(
    r"(?:see|bergs?|burg|tal|bach|dorf|stadt|hausen|heim|feld|wald|brück|hafen|platz|straße|gasse|allee|weg|au|furt|moor|ufer|insel|heide|bucht|gau|brunnen|forst|hain|kogel|koog|siel|hagen|hofen|kirchen|stedt|weiler|büttel)$"
)
"""How names of places end, which are compounds too."""
OUTDOORS = re.compile(
    r"(?:markt|gasse|allee|tor|brücke|garten|graben|viertel|damm|kai|steg|hof|turm|schloss|kirche|haus|halle"
    r"|koppel|wiesen?|acker|kamp|brink|anger|kuhle|teich|weiher|schleuse|mühle|schanze)$"
)
HOUSE = re.compile(
    r" (?:[a-z]+ )?(?:inn|hotel|pub|tavern|restaurant|café|cafe|brewery|guest ?house|hut|lodge|theatre|theater|cinema"
    r"|club|venue|stop|station|centre|center|mill|dam|pass|trail|hall|stadium|arena|quarter|district|neighbourhood"
    r"|neighborhood|estate|farm|chapel|museum|gallery|bridge|festival|spring|glacier|peak|valley|reservoir)\b"
)
"""What a house or a place is called by: the Adler inn, the Kaarlhütte mountain hut."""
OUTSIDE = re.compile(
    r" (?:[a-z]+ )?(?:forests?|woods?|woodland|river|stream|brook|creek|lake|pond|hills?|mountains?|ridge|gorge"
    r"|canyon|caves?|islands?|beach|bay|harbour|harbor|port|canal|lock|street|road|square|park|gardens?|cemetery|castle|palace"
    r"|tower|hospital|clinic|airport|airfield|barracks|prison|mine|quarry|nature reserve|village|town|suburb|borough"
    r"|municipality|moor|marsh|meadows?|plateau|waterfall|tunnel|viaduct|roundabout|junction|interchange)\b"
)
"""What a place out of doors is called by: the Kellerforst forest."""
VENUE = re.compile(
    r".{4,}(?:fabrik|halle|haus|hof|bühne|hütte|turm|schloss|schlösschen|saal|keller|scheune|speicher|mühle|park|zentrum|forum"
    r"|garten|theater|palast|bad|arena|werk|bahnhof|kino|hafen|kaserne|stadl|tenne|schmiede|loft|schänke|stube|eck)"
)
"""How houses are called that many go to; none of them by a word of the dictionary."""
PEAK = re.compile(
    r".{3,}(?:spitze|horn|joch|kopf|ferner|kees|gletscher|gipfel|klamm|wand|grat|scharte|sattel|törl|alm|alpe)"
)
ALPINE = re.compile(
    r"\b(?:summits?|peaks?|mountain\w*|glaciers?|ridges?|climb\w*|ascen\w+|descen\w+|hik\w+|trails?|paths?|alpin\w*|alps"
    r"|altitude|slopes?|ski\w*|avalanche\w*|valley|huts?|abseil\w*|cable car|metres?|meters?)\b",
    re.IGNORECASE,
)
"""How names of mountains end, and what is said around one."""
THING = re.compile(r"(?:bau|weg|see|wald|insel|stadt)$")
"""How words end that are places less often than things."""


@cache
def everywhere() -> frozenset[str]:
    """Houses and places that every town has: their German names are words."""
    return frozenset(table("names")["words"]["everywhere"].split())


def is_house(word: str) -> bool:
    """Whether a word is called like a house or a place, and is none that everybody has: Kulturfabrik, Schwarzmühle."""
    is_called = VENUE.fullmatch(word) or OUTDOORS.search(word) or (PLACE.search(word) and not THING.search(word))
    return bool(is_called) and not is_entry(word) and word not in everywhere()
