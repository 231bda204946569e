"""Dates are written so that they are read in one way, and stay right.

In: an article, or all of a story. Out: remarks on dates in digits, and on “today” in what is kept up to date.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....facts.dates.dates import dates
from ....facts.dates.relative import any_relative
from ....facts.dates.relative import relative as relative_words
from ....facts.quotations import without_quotations
from ....model import BlockKind, Language
from ...compared.prose import HIDDEN, Passage, passages, sides
from ...rule import Remark, Severity, remark, rule

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from ....library import Story
    from ....model import Article, Translation


@rule(Severity.ERROR)
def ambiguous(article: Article) -> Iterator[Remark]:
    """A date in digits can be read in two ways.

    Why it matters: 02/03/2025 is 2 March in Britain and 3 February in America.

    Bad: “02/03/2025”.

    Good: “2 March 2025”.

    Repair: write the month as a word.
    """
    if article.language is Language.EN:
        for passage in passages(article):
            for date in dates(passage.text, article.language):
                if date.is_ambiguous:
                    at = passage.span(date.start, date.end)
                    yield remark(at, "“{date}” can be read in two ways: write the month as a word", date=date.text)


@rule(Severity.WARNING)
def relative(story: Story) -> Iterator[Remark]:
    """An article that is kept up to date says “today”.

    Why it matters: the text is read for years, and “yesterday” is wrong from tomorrow on.

    Bad: „Gestern kündigte das Unternehmen an …“ in an article with an update log.

    Good: „Am 21. Februar 2025 kündigte das Unternehmen an …“

    A correction keeps nothing up to date, and a quotation was said at its time. What a translation answers is told
    where it is first said.

    Repair: write the date instead.
    """
    if not any(each.kind == "update" for article in story.articles for each in article.front.updates):
        return
    answers = {passage.at for pair in story.translations for passage in _answering_relative(pair)}
    for article in story.articles:
        letter = {article.front.subject, article.front.preheader}  # a mail is read on its day
        for passage in (each for each in passages(article) if each.at not in answers and each.text not in letter):
            for found in _relative(passage):
                at = passage.span(found.start(), found.end())
                yield remark(at, "“{word}” will be wrong soon in an article that is kept up to date", word=found[0])


def _relative(passage: Passage) -> Iterator[re.Match[str]]:
    """The words of a passage that are right on one day alone."""
    return relative_words(_own(passage), passage.article.language)


def _own(passage: Passage) -> str:
    """What the article itself says in a passage."""
    return without_quotations(passage.text, HIDDEN) if passage.kind is not BlockKind.QUOTE else ""


def _answering_relative(pair: Translation) -> Iterator[Passage]:
    """The passages of a translation whose originals have such a word: theirs is judged."""
    for each in sides(pair):
        for mine, theirs in each.pairs:
            if any(found for passage in mine for found in any_relative(_own(passage), passage.article.language)):
                yield from theirs
