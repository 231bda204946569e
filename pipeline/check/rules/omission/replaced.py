"""A sentence says what the original's says, and not something else of the same length.

In: an original and its translation. Out: remarks on sentences that have nothing in common.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....align.words import tokens
from ....facts.runs import runs
from ....model import Language
from ....vocabulary.terms import is_english
from ...lines import answering, lines
from ...rule import Remark, Severity, remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....model import Translation

    Word = tuple[str, ...]

FEWEST = 3
"""Words of a sentence that the dictionary knows."""


@rule(Severity.INFO)
def sentence_replaced(pair: Translation) -> Iterator[Remark]:
    """A sentence of the translation has no word in common with the original's.

    Why it matters: it may have been pasted from elsewhere, and reads well.

    Blocks must have as many sentences, in the same order. Of what both sentences say, the dictionary must know three
    words and more, and neither may say any that the other's block does, or a number or name. Free translations do so
    too, so it is information.

    Bad: „Die Nachfrage ist größer als das Angebot.“ – “The neighbours keep three dogs.”

    Good: “Demand is greater than supply.”

    Repair: translate the sentence.
    """
    for _, mine, theirs in lines(pair):
        told: frozenset[str] | None = None
        for (first, last), (start, end) in answering(mine, theirs):
            german = _words(mine.text[first:last], Language.DE)
            english = _words(theirs.text[start:end], Language.EN)
            said = {token for word in english for token in word}
            if len(english) < FEWEST or any(said.intersection(word) for word in german):
                continue
            known = [word for word in german if word[0][0] in "=#"]
            told = told or _all(mine.text, Language.DE)
            if (
                len(known) < FEWEST
                or said & told
                or _all(theirs.text, Language.EN) & _all(mine.text[first:last], Language.DE)
            ):
                continue
            yield remark(
                theirs.span(start, end),
                "nothing here says “{sentence}”",
                related=mine.span(first, last),
                sentence=mine.raw[first:last].strip(),
            )


def _words(text: str, language: Language) -> list[Word]:
    """The words of a text that say something; of an English one those that the dictionary knows."""
    found = (word for word in runs.__wrapped__(text) if language is Language.DE or is_english(word))
    return [said for word in found if (said := tokens(word, language))]


def _all(text: str, language: Language) -> frozenset[str]:
    return frozenset(token for word in runs(text) for token in tokens(word, language))
