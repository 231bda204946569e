"""Faults in the parts that our format knows: front matter, questions, sources, hashtags.

In: the page of a translation in our format. Out: its text with one fault; None for other articles.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .kind import Kind
from .page import pick

if TYPE_CHECKING:
    from random import Random

    from .page import Page

QUESTION = re.compile(r"^### .*\?\s*(\{#[\w-]+\})?\s*$")
MARK = re.compile(r"^(?:[-*+]|\d+\.)\s+")


def _listed(page: Page) -> list[int]:
    """The lines of the list of questions: those whose words stand above an answer too."""
    questions = [page.lines[part.start] for part in page.sections if QUESTION.match(page.lines[part.start])]
    headings = {re.sub(r"^### |\s*\{#.*$", "", line).strip() for line in questions}
    return [at for at, line in enumerate(page.lines) if MARK.match(line) and MARK.sub("", line).strip() in headings]


def _line(page: Page, pattern: str, dice: Random) -> int | None:
    return pick([at for at, line in enumerate(page.lines[: page.head]) if re.match(pattern, line)], dice)


def removed_source(page: Page, _: Page, dice: Random) -> str | None:
    """A source is gone."""
    at = pick(page.citations, dice)
    return page.cut(at, at + 1) if at is not None else None


def added_source(page: Page, _: Page, dice: Random) -> str | None:
    """A source that the original does not list."""
    at = pick(page.citations, dice)
    if at is None:
        return None
    return page.put(at, at, ("- The Garden: How to grow tomatoes (https://garden.example.org/tomatoes)",))


def exchanged_sources(page: Page, _: Page, dice: Random) -> str | None:
    """Two sources in the wrong order."""
    at = pick([at for at in page.citations if at + 1 in page.citations], dice)
    return page.put(at, at + 2, (page.lines[at + 1], page.lines[at])) if at is not None else None


def other_address(page: Page, _: Page, dice: Random) -> str | None:
    """A source with another address."""
    at = pick(page.citations, dice)
    return page.line(at, re.sub(r"(https?://[^\s)]+?)/?(?=[)\s])", r"\1-2", page.lines[at], count=1)) if at else None


def translated_title(page: Page, _: Page, dice: Random) -> str | None:
    """A source with another title."""
    at = pick(page.citations, dice)
    return page.line(at, re.sub(r": .*? (?=\(http)", ": A title in other words ", page.lines[at])) if at else None


def removed_hashtag(page: Page, _: Page, dice: Random) -> str | None:
    """A hashtag is gone."""
    return _hashtags(page, dice, lambda tags, at: tags[:at] + tags[at + 1 :])


def invalid_hashtag(page: Page, _: Page, dice: Random) -> str | None:
    """A hashtag that networks cut."""
    return _hashtags(page, dice, lambda tags, at: [*tags[:at], tags[at][:3] + "-" + tags[at][3:], *tags[at + 1 :]])


def _hashtags(page: Page, dice: Random, change: object) -> str | None:
    if page.body_end >= len(page.lines):
        return None
    tags = page.lines[page.body_end].split()
    at = dice.randrange(len(tags))
    return page.line(page.body_end, " ".join(change(tags, at))) if len(tags) > 1 else None  # type: ignore[operator]


def unanswered(page: Page, _: Page, dice: Random) -> str | None:
    """An answer is gone with its heading."""
    parts = [part for part in page.sections if QUESTION.match(page.lines[part.start]) and _listed(page)]
    part = pick(parts, dice)
    return page.cut(part.start, part.end) if part else None


def unlisted(page: Page, _: Page, dice: Random) -> str | None:
    """A question is gone from the list."""
    at = pick(_listed(page), dice)
    return page.cut(at, at + 1) if at is not None else None


def exchanged_questions(page: Page, _: Page, dice: Random) -> str | None:
    """Two questions of the list in the wrong order."""
    listed = _listed(page)
    at = pick([at for at in listed if at + 1 in listed], dice)
    return page.put(at, at + 2, (page.lines[at + 1], page.lines[at])) if at is not None else None


def no_question_mark(page: Page, _: Page, dice: Random) -> str | None:
    """A question of the list without its mark."""
    at = pick(_listed(page), dice)
    return page.line(at, page.lines[at].rstrip().rstrip("?")) if at is not None else None


def other_words(page: Page, _: Page, dice: Random) -> str | None:
    """A question in other words than above its answer."""
    at = pick(_listed(page), dice)
    return page.line(at, re.sub(r"(\w+)\s*\?\s*$", r"\1 nowadays, then?", page.lines[at])) if at is not None else None


def other_kind(page: Page, _: Page, dice: Random) -> str | None:
    """Another kind of article."""
    at = _line(page, r"kind: \w+$", dice)
    return page.line(at, "kind: note" if "note" not in page.lines[at] else "kind: news") if at else None


def dated_before(page: Page, _: Page, dice: Random) -> str | None:
    """A translation dated before its original."""
    at = _line(page, r"date: \d{4}-", dice)
    return page.line(at, re.sub(r"\d{4}", "2019", page.lines[at], count=1)) if at else None


def removed_citation(page: Page, _: Page, dice: Random) -> str | None:
    """A source is no longer cited where it was."""
    return page.in_prose(re.compile(r"\[@[\w-]+\]"), dice, lambda _: "")


def untranslated_title(page: Page, original: Page, dice: Random) -> str | None:
    """The title in the original's words."""
    at, source = _line(page, r"title: ", dice), _line(original, r"title: ", dice)
    return page.line(at, original.lines[source]) if at is not None and source is not None else None


def other_origin(page: Page, _: Page, dice: Random) -> str | None:
    """Another origin."""
    at = _line(page, r"origin: ", dice)
    return page.line(at, "origin: human") if at else None


FAULTS = (
    Kind("removed source", removed_source, ("sources/missing",), structural=True),
    Kind("added source", added_source, ("sources/extra",), structural=True),
    Kind("exchanged sources", exchanged_sources, ("sources/order-differs",), structural=True),
    Kind("removed citation", removed_citation, ("sources/citation-missing",), structural=True),
    Kind("untranslated title", untranslated_title, ("language/wrong-language", "language/untranslated")),
    Kind("other address", other_address, ("sources/address-differs",)),
    Kind("translated title", translated_title, ("sources/title-differs",)),
    Kind("removed hashtag", removed_hashtag, ("hashtags/concept-missing",)),
    Kind("invalid hashtag", invalid_hashtag, ("hashtags/invalid", "hashtags/concept-missing")),
    Kind(
        "unanswered",
        unanswered,
        ("questions/not-listed", "questions/unanswered", "parity/missing-section"),
        structural=True,
    ),
    Kind("unlisted", unlisted, ("questions/not-listed", "parity/list-shape"), structural=True),
    Kind("exchanged questions", exchanged_questions, ("questions/order-differs",), structural=True),
    Kind("no question mark", no_question_mark, ("questions/not-a-question",)),
    Kind("other words", other_words, ("questions/different-words",)),
    Kind("other kind", other_kind, ("story/different-kind",)),
    Kind("dated before", dated_before, ("story/front-matter-differs",)),
    Kind("other origin", other_origin, ("story/front-matter-differs",)),
)
