"""Every question of the list is answered under its own heading, in the same order and words.

In: an article. Out: remarks on questions without answers and answers without questions.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...findings import Message, Related
from ...model import Role
from ...read.questions import ANSWER, folded
from ..rule import Remark, Severity, remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...model import Article, Section

ENDS_AS_QUESTION = re.compile(r"\?[\s\"“”„»«›‹’'*)\]…!.]*$")


@rule(Severity.ERROR)
def unanswered(article: Article) -> Iterator[Remark]:
    """A question of the list has no heading among the answers.

    Why it matters: the list on the page jumps to the answers; this question leads nowhere.

    Bad: `- Was kostet es?` in the list, and no `### Was kostet es?` below the answers.

    Good: a heading of level 3 for each question, in the same words.

    Repair: add the answer under its heading, or take the question off the list.
    """
    part = next((section for section in article.sections if section.role is Role.ANSWERS), None)
    for question in article.questions:
        if part and not question.answer:
            first = next(iter(_headings(article).values()), part)
            yield remark(
                question.at,
                "no answer to “{question}”",
                related=Related(first.at, Message("the answers")),
                question=question.text,
            )


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
    listed = {question.answer for question in article.questions}
    for name, heading in _headings(article).items():
        if name not in listed:
            yield remark(
                heading.at,
                "“{heading}” is not in the list of questions",
                related=Related(article.questions[0].at, Message("the list of questions")),
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
    places = {name: place for place, name in enumerate(headings)}
    furthest = -1
    for question in article.questions:
        if not question.answer:
            continue
        if places[question.answer] < furthest:
            yield remark(
                headings[question.answer].at,
                "the answer to “{question}” stands before that of the question before it",
                related=Related(question.at, Message("the question in the list")),
                question=question.text,
            )
        furthest = max(furthest, places[question.answer])


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

    Good: the same words in both places; numbers before them, marks and spaces may differ.

    Repair: use the same words in both places.
    """
    headings = _headings(article)
    for question in article.questions:
        heading = headings.get(question.answer)
        if heading and folded(question.text) != folded(heading.title):
            yield remark(
                heading.at,
                "“{heading}” is worded “{question}” in the list",
                related=Related(question.at, Message("the question in the list")),
                heading=heading.title,
                question=question.text,
            )


def _headings(article: Article) -> dict[str, Section]:
    """The headings of answers by their ids, in their order."""
    return {each.id: each for each in article.sections if each.role is Role.ANSWERS and each.level == ANSWER}
