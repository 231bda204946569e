"""Names of the original are in the translation.

In: an original and its translation. Out: remarks on names that are missing or exchanged.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....facts.names import alike, coded, found, is_emphasis, mentions, persons, plain
from ....model import Language
from ...prose import HIDDEN, passages, sides
from ...rule import Remark, Severity, remark, rule
from .exchanged import exchanged
from .known import WORD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....facts.names import Name
    from ....model import Span, Translation
    from ...prose import Passage, Sides


@rule(Severity.WARNING)
def name_missing(pair: Translation) -> Iterator[Remark]:
    """A name of the original is nowhere in its section of the translation.

    Why it matters: who did it, and whose product it is, is what the news is about.

    Names are acronyms, words with inner capitals or digits, people with a first name, and words that the English
    article writes with a capital in the middle of its sentences. KI is AI, DSGVO is GDPR, Köln is Cologne, Krüger may
    be Krueger; endings of genitive and plural do not count.

    Bad: „Laut OpenAI“ – “according to the company”, where the section names no OpenAI; „Altman“ – “Altmann”; „Wien“ –
    “Warsaw”.

    Good: “according to OpenAI”.

    Repair: name it.
    """
    everywhere = " ".join(passage.raw for passage in passages(pair.article))
    own = " ".join(passage.text for passage in passages(pair.original))
    is_english = pair.article.language is Language.EN
    common = alike(everywhere, own) if is_english else frozenset()
    swapped = list(exchanged(pair, common)) if is_english else []
    yield from (told for _, told in swapped)
    for each in sides(pair):
        said = {name for name, _ in swapped}
        there = " ".join(passage.raw for passage in each.translation)
        words = {plain(word) for word in WORD.findall(there)}
        for passage in (p for p in each.original if not p.is_gap):
            for name in _names(passage, common):
                if name.text in said or plain(name.text) in words or mentions(name.text, there):
                    continue
                if not is_emphasis(name.text, own):
                    said.add(name.text)
                    yield remark(
                        _answer(each, passage),
                        "“{name}” is missing",
                        related=passage.span(name.start, name.end),
                        name=name.text,
                    )


def _names(passage: Passage, common: frozenset[str]) -> Iterator[Name]:
    """The names of a passage that are certain."""
    text = passage.text.replace(HIDDEN, " ")
    yield from coded(text)
    yield from persons(text)
    words = set(WORD.findall(text))
    here = {name for name in common if name in words or name + "s" in words or name + "es" in words}
    yield from (name for each in sorted(here) if (name := found(each, text)))


def _answer(each: Sides, passage: Passage) -> Span:
    return next((p.at for p in each.translation if p.pair == passage.pair), each.there.at)
