"""Every question of the list is answered under its own heading, in the same order and words.

In: an article. Out: remarks on questions without answers and answers without questions.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from ...model import Role
from ..once import once
from ..rule import Remark, Severity, remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...model import Article, Section

ALIKE = 0.6
"""From this ratio on a heading is the question in other words, not another question."""
ENDS_AS_QUESTION = re.compile(r"\?[\s\"“”„»«›‹’'*)\]…!.]*$")


@rule(Severity.ERROR)
def unanswered(article: Article) -> Iterator[Remark]:
    """A question of the list has no heading among the answers.

    Why it matters: the list on the page jumps to the answers; this question leads nowhere.

    Bad: `- Was kostet es?` in the list, and no `### Was kostet es?` below the answers.

    Good: a heading of level 3 for each question, in the same words.

    Repair: add the answer under its heading, or take the question off the list.
    """
    headings = _headings(article)
    if not headings:
        return
    answered = dict(_answers(article))
    for place, question in enumerate(article.questions):
        if place not in answered:
            yield remark(question.at, "no answer to “{question}”", related=headings[0].at, question=question.text)


@rule(Severity.ERROR)
def not_listed(article: Article) -> Iterator[Remark]:
    """An answer's heading is not in the list of questions.

    Why it matters: readers who look for it in the list do not find it.

    Bad: `### Wer haftet?` among the answers, and no such question in the list.

    Good: the list names every heading of level 3 among the answers.

    Repair: add the question to the list, at the answer's place.
    """
    if not article.questions:
        return
    headings = _headings(article)
    listed = {heading for _, heading in _answers(article)}
    for place, heading in enumerate(headings):
        if place not in listed:
            yield remark(
                heading.at,
                "“{heading}” is not in the list of questions",
                related=article.questions[0].at,
                heading=heading.title,
            )


@rule(Severity.WARNING)
def order_differs(article: Article) -> Iterator[Remark]:
    """Questions and answers stand in different orders.

    Why it matters: who reads from question to answer loses the thread; the other language is harder to compare.

    Bad: the list asks for price, then risk; the answers treat risk, then price.

    Good: the same order in both places.

    Repair: bring the list into the order of the answers, or the other way round.
    """
    headings = _headings(article)
    furthest = -1
    for place, answer in sorted(_answers(article)):
        if answer < furthest:
            yield remark(
                headings[answer].at,
                "the answer to “{question}” stands before that of the question before it",
                related=article.questions[place].at,
                question=article.questions[place].text,
            )
        furthest = max(furthest, answer)


@rule(Severity.ERROR)
def not_a_question(article: Article) -> Iterator[Remark]:
    """An entry of the list of questions is no question.

    Why it matters: the list is published as questions, to search engines too.

    Bad: `- Was es kostet` in the list of questions.

    Good: `- Was kostet es?`

    Repair: word the entry as a question, with a question mark.
    """
    for question in article.questions:
        if not ENDS_AS_QUESTION.search(question.text):
            yield remark(question.at, "“{question}” is no question", question=question.text)


@rule(Severity.WARNING)
def different_words(article: Article) -> Iterator[Remark]:
    """A question is worded differently in the list and above its answer.

    Why it matters: readers who click on a question expect to see it again.

    Bad: `- Was kostet das?` in the list, `### Wie teuer ist das?` above the answer.

    Good: the same words in both places; marks and spaces may differ.

    Repair: use the same words.
    """
    headings = _headings(article)
    for place, answer in sorted(_answers(article)):
        question, heading = article.questions[place], headings[answer]
        if _folded(question.text) != _folded(heading.title):
            yield remark(
                heading.at,
                "“{heading}” is worded “{question}” in the list",
                related=question.at,
                heading=heading.title,
                question=question.text,
            )


def _headings(article: Article) -> tuple[Section, ...]:
    return tuple(section for section in article.sections if section.role is Role.ANSWERS and section.level == 3)  # noqa: PLR2004 - a question's own heading


@once
def _answers(article: Article) -> Iterator[tuple[int, int]]:
    """Which question is answered under which heading: the same words first, then the most alike of the others."""
    asked = [_folded(question.text) for question in article.questions]
    answered = [_folded(heading.title) for heading in _headings(article)]
    pairs: dict[int, int] = {}
    for i, words in enumerate(asked):
        same = next((j for j, other in enumerate(answered) if other == words and j not in pairs.values()), None)
        if same is not None:
            pairs[i] = same
    likeness = sorted(
        (-_alike(asked[i], answered[j]), abs(i - j), i, j)
        for i in range(len(asked))
        for j in range(len(answered))
        if i not in pairs and j not in pairs.values()
    )
    for negative, _, i, j in likeness:
        if -negative >= ALIKE and i not in pairs and j not in pairs.values():
            pairs[i] = j
    yield from pairs.items()


def _alike(left: str, right: str) -> float:
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= ALIKE else 0.0


def _folded(text: str) -> str:
    """The words of a question without marks, case and spaces."""
    return " ".join(re.findall(r"\w+", text.casefold()))
