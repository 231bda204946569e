"""Both languages date their sources alike, each in its own words.

In: an original and its translation. Out: remarks on days of publication and access.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ....model import Language
from ...compared.manuscript import written
from ...rule import Remark, Severity, remark, rule
from .pair import matched

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....model import Translation

FOREIGN = {
    Language.EN: re.compile(r"\b(?:zuletzt |abgerufen|aufgerufen|Abruf|Zugriff)(?: am)?\b"),
    Language.DE: re.compile(r"\b(?:last )?(?:accessed|retrieved|visited)(?: on)?\b"),
}
"""Words of the other language before a day, by the article's."""


@rule(Severity.WARNING)
def date_differs(pair: Translation) -> Iterator[Remark]:
    """The same source is dated otherwise, or in the words of the other language.

    Why it matters: who checks a source looks for the version of that day.

    Bad: „abgerufen am 24. Februar 2025“ in German, “accessed 24 March 2025” or “abgerufen am …” in English.

    Good: “accessed 24 February 2025”. A translator who has read the source again may give the day of that.

    Repair: copy the original's day, in the words of the translation.
    """
    for here, there in matched(pair):
        for day, other in ((here.published, there.published), (here.accessed, there.accessed)):
            later = day is not None and other is not None and day > other and day == pair.article.published
            if other is not None and day != other and not later:
                yield remark(
                    here.at,
                    "the day is {here}, the original's is {there}"
                    if day
                    else "the day {there} of the original is missing",
                    related=there.at,
                    here=day.isoformat() if day else "",
                    there=other.isoformat(),
                )
        if here.accessed:
            line = " ".join(written(pair.article, here.at))
            found = FOREIGN[pair.article.language].search(line.rpartition("http")[2])
            if found:
                yield remark(here.at, "“{word}” is not translated", related=there.at, word=found[0].strip())
