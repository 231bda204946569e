"""English that means something else than the German: by its sound, its parts, or another sense.

In: a pair. Out: remarks on single words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....align.readings import told
from ....facts.language.calques import HAS_CALQUE, literal
from ....facts.language.friends import false_friends, have, met
from ....facts.quotations import without_quotations
from ....facts.words.runs import runs
from ....model import Language
from ....vocabulary.terms import entries, lemma
from ...answering.lines import answering, clauses_answering, lines
from ...compared.prose import HIDDEN
from ...rule import Remark, Severity, remark, rule
from .senses import wrong_senses

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ....facts.language.friends import Friend
    from ....model import Translation
    from ...compared.prose import Passage

    Place = tuple[int, int]
    Wrong = tuple[str, str, str]


@rule(Severity.WARNING)
def false_friend(pair: Translation) -> Iterator[Remark]:
    """English that sounds like the German word, is made of its parts, or is another sense of it.

    Why it matters: the sentence is fluent, and says the wrong thing.

    Known pairs alone, such as aktuell/actual, eventuell/eventual, bekommen/become, sensibel/sensible, Chef/chef, and
    compounds that mean something else than their parts, which are translated one by one: “hand shoe” for „Handschuh“.
    Words of many senses are told where their neighbours show which is meant: “castle” for a „Schloss“ with a key.
    It is no finding if the block has the right word too, or German that does mean the English.

    Bad: „Die aktuelle Version“ – “the actual version”.

    Good: “the current version”.

    Repair: write what the word means.
    """
    said: set[tuple[str, str]] = set()
    for each, mine, theirs in lines(pair):
        for there, here, (source, false, mean) in _wrong(pair, mine, theirs):
            if (each.there.id, false) in said or (source == false and _is_quoted(source, mine, theirs)):
                continue
            said.add((each.there.id, false))
            start, first = theirs.text.find(false, here[0]), mine.text.find(source, there[0])
            yield remark(
                theirs.span(start, start + len(false)),
                "“{german}” is not “{english}”; perhaps “{mean}”",
                related=mine.span(first, first + len(source)),
                german=source,
                english=false,
                mean=mean,
            )


def _wrong(pair: Translation, mine: Passage, theirs: Passage) -> Iterator[tuple[Place, Place, Wrong]]:
    """All that is wrong in two lines: a German word, the English that it is not, and a word for what it means."""
    yield from _friends(mine, theirs)
    yield from _calques(mine, theirs)
    yield from wrong_senses(pair, mine, theirs)


def _friends(mine: Passage, theirs: Passage) -> Iterator[tuple[Place, Place, Wrong]]:
    """What sounds alike."""
    among = met(theirs.text)
    for there, here in _pieces(mine, theirs, among) if among else ():
        for found in false_friends(mine.text[slice(*there)], theirs.text[slice(*here)], among):
            yield there, here, found


def _calques(mine: Passage, theirs: Passage) -> Iterator[tuple[Place, Place, Wrong]]:
    """Compounds that were translated part by part."""
    for there, here in _sentences(mine, theirs) if HAS_CALQUE(runs(mine.text)) else ():
        for word, false in literal(mine.text[slice(*there)], theirs.text[slice(*here)]):
            yield there, here, (word, false, entries()[lemma(word)].split(", ")[0])


def _sentences(mine: Passage, theirs: Passage) -> Sequence[tuple[Place, Place]]:
    """Sentences that answer each other, or else the passages as a whole."""
    return answering(mine, theirs) or [((0, len(mine.text)), (0, len(theirs.text)))]


def _is_quoted(word: str, mine: Passage, theirs: Passage) -> bool:
    """Whether a word that both languages have stands in quotations alone, as that of a title does."""
    return all(word not in without_quotations(passage.text, HIDDEN) for passage in (mine, theirs))


def _pieces(mine: Passage, theirs: Passage, among: Sequence[Friend]) -> Iterator[tuple[Place, Place]]:
    """Sentences that answer each other, and their clauses that do: “the greater …, the less …” says both."""
    yield from _sentences(mine, theirs)
    for there, here in answering(mine, theirs):
        if not any(have(among, theirs.text[slice(*here)])):
            continue
        for place, other in clauses_answering(mine, there, theirs, here):
            german, said = mine.text[slice(*place)], theirs.text[slice(*other)]
            if any(have(among, said)) and not told(german, Language.DE).isdisjoint(told(said, Language.EN)):
                yield place, other
