"""One manner of address, of naming both sexes and of spelling in an article.

In: an article. Out: remarks on the manner that is rarer.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from ....facts.language.manners import AMERICAN, BRITISH, ISE, IZE, notations, registers, variants
from ....facts.quotations import without_quotations
from ....facts.words.runs import small_runs
from ....model import Language
from ...compared.credited import own_words
from ...compared.prose import HIDDEN
from ...rule import Remark, Severity, remark, rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ....facts.language.manners import Trait
    from ....model import Article, Span
    from ...compared.prose import Passage

SPOKEN = re.compile(
    r"(?<![\w-])(?:wanna|gonna|gotta|kinda|sorta|dunno|lemme|gimme|outta|ain['’]t)(?![\w-])", re.IGNORECASE
)
"""What stands in no edited text, but in quotations."""
SPEECH = frozenset(("wanna", "gonna", "gotta", "kinda", "sorta", "dunno", "lemme", "gimme", "outta", "ain"))
"""Words without any of which it does not."""

BREAK = re.compile(r"(?:<br ?/?>[ \n]*| {2,}\n *)$")
"""A line that was broken where it ends."""

Placed = tuple["Trait", "Passage"]


@rule(Severity.WARNING)
def register_mixed(article: Article) -> Iterator[Remark]:
    """The article addresses its readers with du and with Sie, with du and with Du, or writes as one speaks.

    Why it matters: readers feel that two people wrote it.

    Quotations do not count, nor what a line below credits to somebody, nor a „Sie“ that begins a sentence
    and may be a she or a they.

    Bad: „Du kannst das Modell laden. Öffnen Sie danach die Datei.“; “Wanna stay informed?”

    Good: „Du kannst das Modell laden. Öffne danach die Datei.“; “Would you like to be kept informed?”

    Repair: keep to one of them.
    """
    if article.language is Language.DE:
        clear = [each for each in _found(article, registers) if each[0].manner == "du" or not _is_behind_break(*each)]
        yield from _rarer(clear, "“{here}” here, “{there}” elsewhere: keep to one form of address")
        return
    for passage in own_words(article):
        if SPEECH.isdisjoint(small_runs(passage.text)):
            continue
        for found in SPOKEN.finditer(without_quotations(passage.text, HIDDEN)):
            yield remark(passage.span(*found.span()), "“{word}” is English as it is spoken", word=found[0])


@rule(Severity.WARNING)
def gender_notation_mixed(article: Article) -> Iterator[Remark]:
    """The article writes Leser:innen in more than one way, or such a form stayed behind in English.

    Why it matters: a publication has one notation; screen readers and search depend on it.

    Bad: „Leser:innen und Autor*innen“; “Developer:innen” in English.

    Good: „Leser:innen und Autor:innen“.

    Repair: write the notation that the article uses most.
    """
    if article.language is Language.DE:
        yield from _rarer(_found(article, notations), "“{here}” here, “{there}” elsewhere: keep to one notation")
        return
    for trait, passage in _found(article, notations):
        yield remark(passage.span(trait.start, trait.end), "“{word}” has a German ending", word=trait.text)


@rule(Severity.WARNING)
def variant_mixed(article: Article) -> Iterator[Remark]:
    """The article mixes British and American spelling.

    Why it matters: it looks careless, and a search for “colour” misses “color”. “organize” is right in both beside
    “colour”, but not beside “specialise”.

    Bad: “The colour of the center.”

    Good: “The colour of the centre.”, or “The color of the center.”

    Repair: spell as most of the article does.
    """
    if article.language is Language.EN:
        found = _spelled(_found(article, variants))
        yield from _rarer(found, "“{here}” is {manner} spelling, “{there}” elsewhere is not")


def _is_behind_break(trait: Trait, passage: Passage) -> bool:
    """Whether a word begins a line that its author broke: the text has a space there."""
    if "<br" not in passage.article.manuscript.text and "  \n" not in passage.article.manuscript.text:
        return False
    at = passage.span(trait.start, trait.end)
    above = passage.article.manuscript.text.split("\n")[max(0, at.line - 2) : at.line]
    return bool(BREAK.search("\n".join((*above[:-1], above[-1][: at.column - 1]))))


def _spelled(found: list[Placed]) -> list[Placed]:
    """The spellings as British or American: -ize is either, unless the article writes -ise as well."""
    mixed = any(trait.manner == ISE for trait, _ in found)
    whose = {ISE: BRITISH, IZE: AMERICAN if mixed else ""}
    known = [(replace(trait, manner=whose.get(trait.manner, trait.manner)), passage) for trait, passage in found]
    return [each for each in known if each[0].manner]


def _rarer(found: list[Placed], template: str) -> Iterator[Remark]:
    """One remark for each manner that is not the most frequent, at its first place."""
    ranks = [manner for manner, _ in Counter(trait.manner for trait, _ in found).most_common()]
    first = {manner: next(each for each in found if each[0].manner == manner) for manner in ranks}
    for manner in ranks[1:]:
        (trait, passage), (usual, elsewhere) = first[manner], first[ranks[0]]
        related: Span = elsewhere.span(usual.start, usual.end)
        yield remark(
            passage.span(trait.start, trait.end),
            template,
            related=related,
            here=trait.text,
            there=usual.text,
            manner=manner,
        )


def _found(article: Article, find: Callable[[str], Iterable[Trait]]) -> list[Placed]:
    return [
        (trait, passage) for passage in own_words(article) for trait in find(without_quotations(passage.text, HIDDEN))
    ]
