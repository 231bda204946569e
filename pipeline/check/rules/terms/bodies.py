"""A ministry, an office or a court that the original does not mean stands for what it does name.

In: an original and its translation. Out: remarks on names of bodies of which no word answers any of the original's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ....align.readings import known, readings, told
from ....align.words import words
from ....facts.names.names import Name
from ....facts.words.runs import runs
from ....model import Language
from ...answering.lines import answering, lines
from .stranger import stands_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....model import Translation
    from ...compared.prose import Passage
    from ...rule import Remark

    Place = tuple[int, int]

BODIES = frozenset(
    (
        *("Academy", "Administration", "Agency", "Army", "Assembly", "Association", "Authority", "Bank", "Board"),
        *("Bureau", "Centre", "Chamber", "Commission", "Committee", "Council", "Court", "Department", "Federation"),
        *("Foundation", "Fund", "Government", "Institute", "Ministry", "Office", "Parliament", "Police", "Senate"),
        *("Service", "Society", "Union"),
    )
)
"""What the name of a body has in it."""
NAME = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]+(?:(?: of| for| and| of the| for the)? [A-Z][a-z]+)+")
"""Words with capitals in the middle of a sentence."""
ACRONYM = re.compile(r"\b[A-ZÄÖÜ]{2,}")
"""What the original may abbreviate."""


def other_bodies(pair: Translation) -> Iterator[Remark]:
    """Where the name of a body answers nothing, and a noun of the original has no answer."""
    for _, mine, theirs in lines(pair):
        if mine.kind is None or BODIES.isdisjoint(runs(theirs.text)):
            continue
        for there, here in answering(mine, theirs):
            for found in NAME.finditer(theirs.text, *here):
                noun = _lost(mine, there, theirs) if _is_strange(found[0], mine) else None
                if noun:
                    yield stands_for(theirs, found.span(), mine, Name(mine.text[slice(*noun)], *noun))


def _is_strange(name: str, mine: Passage) -> bool:
    """Whether the dictionary knows all words of a body's name, and the original has none of them."""
    said = [word for word in words(name) if readings(word, Language.EN)]
    if len(said) < 2 or BODIES.isdisjoint(said) or ACRONYM.search(mine.text):  # noqa: PLR2004 - a name of two words
        return False
    meant = told(mine.text, Language.DE)
    return all(known(word, Language.EN) and meant.isdisjoint(readings(word, Language.EN)) for word in said)


def _lost(mine: Passage, place: Place, theirs: Passage) -> Place | None:
    """The first noun of a German sentence that nothing in the English block answers."""
    here, german = told(theirs.text, Language.EN), mine.text[slice(*place)]
    for word in words(german):
        tokens = known(word, Language.DE)
        if word[0].isupper() and tokens and here.isdisjoint(tokens):
            start = mine.text.index(word, place[0])
            return start, start + len(word)
    return None
