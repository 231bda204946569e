"""A sentence says what the original's says, and not something else of the same length.

In: an original and its translation. Out: remarks on sentences that have nothing in common.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....align.content import of_text
from ....align.words import spoken, tokens, tokens_of
from ....facts.numbers.numbers import numbers
from ....facts.words.runs import has_digit, runs
from ....model import Language
from ....vocabulary.terms import is_english
from ...answering.lines import answering, lines
from ...compared.prose import passages
from ...once import once
from ...rule import Remark, Severity, remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....model import Article, Translation

FEWEST = 3
"""Words of a sentence that the dictionary knows."""
SHORT = 4
"""Letters of a word that both languages may write by chance."""


@rule(Severity.INFO)
def sentence_replaced(pair: Translation) -> Iterator[Remark]:
    """A sentence of the translation has no word in common with the original's.

    Why it matters: it may have been pasted from elsewhere, and reads well.

    Blocks must have as many sentences, in the same order. Of what both sentences say, the dictionary must know three
    words and more, and neither may say any that the other's block does, or a number or name. Free translations do so
    too, so it is information, unless the whole original has no word of the sentence.

    Bad: „Die Nachfrage ist größer als das Angebot.“ – “The neighbours keep three dogs.”

    Good: “Demand is greater than supply.”

    Repair: translate the sentence.
    """
    for _, mine, theirs in lines(pair):
        for (first, last), (start, end) in answering(mine, theirs):
            there, here = mine.text[first:last], theirs.text[start:end]
            said = tokens_of(here, Language.EN)
            if not said.isdisjoint(tokens_of(there, Language.DE)):
                continue  # most sentences
            if any(len(word) > SHORT for word in runs(there) & runs(here)):
                continue  # a name
            known = sum(word[0][0] in "=#" for word in spoken(there, Language.DE))
            if min(known, sum(map(is_english, runs(here)))) < FEWEST:
                continue
            if not said.isdisjoint(of_text(mine.text, Language.DE)):
                continue
            if of_text(theirs.text, Language.EN).isdisjoint(of_text(there, Language.DE)):
                yield remark(
                    theirs.span(start, end),
                    "nothing here says “{sentence}”",
                    severity=Severity.WARNING if _is_from_elsewhere(here, there, pair) else None,
                    related=mine.span(first, last),
                    sentence=mine.raw[first:last].strip(),
                )


def _is_from_elsewhere(sentence: str, original: str, pair: Translation) -> bool:
    """Whether the dictionary knows all words of an English sentence, and the original has none of them anywhere."""
    spelled = (numbers(original, Language.DE), numbers(sentence, Language.EN))
    if has_digit(sentence) or any(not a.readings.isdisjoint(b.readings) for a in spelled[0] for b in spelled[1]):
        return False  # numbers are said in both, and tie words together
    known = frozenset().union(*_said(pair.original))
    found = [word for word in runs(sentence) if tokens(word, Language.EN)]
    return len(found) >= FEWEST and all(
        is_english(word) and known.isdisjoint(tokens(word, Language.EN)) for word in found
    )


@once
def _said(article: Article) -> Iterator[frozenset[str]]:
    """What an article says in all."""
    yield from (of_text(passage.raw, article.language) for passage in passages(article))
