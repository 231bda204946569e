"""Two sentences beside each other, each of which says what the original says of the other's subject.

In: the words of two sentences in a row, each with its answer and what answers what within. Out: two German words, one
of each, that stand in the other's sentence of the translation, while something that only one of them says stays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ...align.words import KNOWN
from ...model import Language
from ...vocabulary.terms import STOP_WORDS
from .places import exchanged

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ..answering.anchored import Met, Word
    from .places import Exchanged

    Loose = Mapping[str, int]

AHEAD = 3
"""Words of a sentence among which what it speaks of begins it."""


class Open(NamedTuple):
    """Two sentences that answer each other, and the tokens of what begins them: German nouns that nothing answers."""

    met: Met
    german: Loose
    english: Loose


def opened(met: Met) -> Open:
    """What begins two sentences and answers nothing."""
    mine, theirs = KNOWN[Language.DE], KNOWN[Language.EN]
    german = [at for at in range(AHEAD) if at in met.nouns and at not in met.answers]
    english = [at for at, word in enumerate(met.right[:AHEAD]) if word.small not in STOP_WORDS[Language.EN]]
    return Open(
        met,
        {token: at for at in german for token in mine[met.left[at].text]},
        {token: at for at in english for token in theirs[met.right[at].text.removesuffix("’s")]},
    )


def exchanged_across(one: Open, other: Open) -> Iterator[Exchanged]:
    """A noun of the first German sentence, one of the second, and where the first English one has the latter."""
    away, back = one.german.keys() & other.english.keys(), other.german.keys() & one.english.keys()
    if not away or not back:
        return
    away, back = _moved(away, one.met, other.met), _moved(back, other.met, one.met)
    if away and back and _does_stay(one.met, other.met) and not _is_moved(one.met, other.met):
        yield exchanged(
            one.met.left[min(one.german[token] for token in away)],
            other.met.left[min(other.german[token] for token in back)],
            one.met.right[min(one.english[token] for token in back)],
        )


def _moved(tokens: set[str], one: Met, other: Met) -> set[str]:
    """The tokens that only one German sentence has, and only the English one that answers the other."""
    mine, theirs = _tokens(other.left, Language.DE), _tokens(one.right, Language.EN)
    return {token for token in tokens if token[0] != "#" and token not in mine and token not in theirs}


def _does_stay(one: Met, other: Met) -> bool:
    """Whether one of the sentences says something that the other does not, and its own answer does."""
    return any(
        any(_is_own(number, mine, theirs) for number in mine.answers) or _has_own_figure(mine, theirs)
        for mine, theirs in ((one, other), (other, one))
    )


def _is_moved(one: Met, other: Met) -> bool:
    """Whether what is said has gone to the other sentence, too: the sentences have changed places as wholes."""
    for mine, theirs in ((one, other), (other, one)):
        rest = {at for at in range(len(mine.left)) if at not in mine.answers and at not in mine.nouns}
        tokens = {token for at in rest for token in KNOWN[Language.DE][mine.left[at].text]}
        if _moved(tokens & _tokens(theirs.right, Language.EN), mine, theirs):
            return True
    return False


def _is_own(number: int, mine: Met, theirs: Met) -> bool:
    tokens = KNOWN[Language.DE][mine.left[number].text]
    return _tokens(theirs.left, Language.DE).isdisjoint(tokens)


def _has_own_figure(mine: Met, theirs: Met) -> bool:
    figures = [_figures(words) for words in (mine.left, mine.right, theirs.left, theirs.right)]
    return bool((figures[0] & figures[1]) - figures[2] - figures[3])


def _figures(words: Sequence[Word]) -> set[str]:
    return {"".join(filter(str.isdigit, word.small)) for word in words if word.small[0].isdigit()}


def _tokens(words: Sequence[Word], language: Language) -> set[str]:
    known = KNOWN[language]
    return {token for word in words for token in known[word.text]}
