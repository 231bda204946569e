"""Terms are answered by what the glossary allows.

In: an original, its translation and the glossary. Out: remarks on terms.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....facts.language.terms import english, found
from ....model import Language
from ...compared.prose import answer, sides
from ...rule import House, Remark, Severity, remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....model import Span, Translation
    from ....vocabulary.glossary import Term
    from ...compared.prose import Passage


@rule(Severity.WARNING)
def unexpected_term(pair: Translation, house: House) -> Iterator[Remark]:
    """A German term of the glossary is not answered by any of its English words.

    Why it matters: readers take two words for two things.

    `glossary.toml` has the terms; inflected forms and compounds are found.

    Bad: „Trainingsdaten“ – “learning information”, where the glossary allows “training data”.

    Good: “training data”.

    Repair: write an allowed word, or allow this one in the glossary.
    """
    if pair.original.language is not Language.DE:
        return
    for each in sides(pair):
        there = " ".join(passage.raw for passage in each.translation)
        for passage in (p for p in each.original if not p.is_gap):
            for term in house.glossary.terms:
                origin = found(term.lemma, passage.text) if term.allowed else None
                if origin and not any(english(word).search(there) for word in term.allowed):
                    yield remark(
                        answer(each, passage),
                        "“{german}” should be “{allowed}”",
                        related=passage.span(*origin.span()),
                        german=origin[0],
                        allowed="”, “".join(term.allowed),
                    )


@rule(Severity.ERROR)
def forbidden_term(pair: Translation, house: House) -> Iterator[Remark]:
    """A German term of the glossary is answered by English that the glossary forbids.

    Why it matters: the word is known to mislead.

    Bad: „Quelltext“ – “source text”, which the glossary forbids.

    Good: “source code”.

    Repair: write an allowed word.
    """
    if pair.original.language is not Language.DE:
        return
    for each in sides(pair):
        for mine, theirs in each.pairs:
            for term in house.glossary.terms:
                origin = next((p.span(*m.span()) for p in mine if (m := found(term.lemma, p.text))), None)
                if origin is not None:
                    yield from _forbidden(term, theirs, origin)


def _forbidden(term: Term, row: tuple[Passage, ...], origin: Span) -> Iterator[Remark]:
    for passage in row:
        for match in (m for word in term.forbidden for m in english(word).finditer(passage.text)):
            yield remark(
                passage.span(*match.span()),
                "“{english}” must not stand for “{german}”; allowed: {allowed}",
                related=origin,
                english=match[0],
                german=term.lemma,
                allowed=", ".join(term.allowed) or "–",
            )
