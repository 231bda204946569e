"""Both languages name the same publishers and authors of their sources.

In: an original and its translation. Out: remarks on publishers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...answering.called import is_other_name
from ...compared.address import localised
from ...rule import Remark, Severity, remark, rule
from .pair import matched

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....model import Translation


@rule(Severity.WARNING)
def publisher_differs(pair: Translation) -> Iterator[Remark]:
    """The same source has another publisher or author.

    Why it matters: somebody else is given the credit, or the blame.

    A publisher may be translated word for word or abbreviated, as an office may. What leads to the other language's
    edition may have its own.

    Bad: `- Frankfurter Allgemeine Zeitung: …` in German, `- Süddeutsche Zeitung: …` in English for the same address.

    Good: `- Statistisches Bundesamt: …`, `- Federal Statistical Office: …`.

    Repair: copy the original's publisher.
    """
    for here, there in matched(pair):
        edition = here.url != there.url and localised(here.url) == localised(there.url)
        sides = (there.publisher, here.publisher)
        german, english = sides if pair.original.language == "de" else sides[::-1]
        if here.publisher != there.publisher and all(sides) and not edition and is_other_name(german, english):
            yield remark(
                here.at,
                "the publisher is “{here}”, the original's is “{there}”",
                related=there.at,
                here=here.publisher,
                there=there.publisher,
            )
