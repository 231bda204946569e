"""Faults of order, form and marks: what is all there, but stands in another's place or looks otherwise.

In: a translation's page. Out: its text with one fault.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .kind import Kind
from .page import pick

if TYPE_CHECKING:
    from random import Random

    from .page import Page

STEP = re.compile(r"^\d+\. \S")
QUOTED = re.compile(r"^> \S")
TERM = re.compile(r"^[^\s:#>|`*-][^\n]*$")
BOLD = re.compile(r"\*\*(?P<words>[^*\s][^*]*[^*\s])\*\*")
LINK = re.compile(r"\](?=\(https?://[^)\s]+\))")
DASH = re.compile("[–’”]")
ROLE = re.compile(r"^## (?:Conclusion|Fazit): (?=\S)")


def exchanged_headings(page: Page, _: Page, dice: Random) -> str | None:
    """Two headings of level 2, below the first and above the last two, in each other's places."""
    heads = [part.start for part in page.sections if part.level == 2][1:-2]  # noqa: PLR2004 - the level of parts
    pairs = [(a, b) for a in heads for b in heads if a < b and not {a, b} & set(page.citations)]
    return _exchanged(page, pick(pairs, dice))


def exchanged_steps(page: Page, _: Page, dice: Random) -> str | None:
    """The words of two items of a numbered list in each other's places."""
    pairs = [
        (a, b) for run in page.runs(STEP, least=2) for a in range(run.start, run.end) for b in range(a + 1, run.end)
    ]
    pair = pick(pairs, dice)
    if pair is None:
        return None
    (number, words), (other, others) = (page.lines[at].split(" ", 1) for at in pair)
    text = page.line(pair[0], f"{number} {others}").split("\n")
    text[pair[1]] = f"{other} {words}"
    return "\n".join(text)


def exchanged_rows(page: Page, _: Page, dice: Random) -> str | None:
    """Two rows of a table in each other's places."""
    bodies = [(table.start + 2, table.end) for table in page.tables]
    return _exchanged(
        page, pick([(a, b) for first, end in bodies for a in range(first, end) for b in range(a + 1, end)], dice)
    )


def numbers_to_bullets(page: Page, _: Page, dice: Random) -> str | None:
    """A numbered list without its numbers."""
    run = pick(page.runs(STEP, least=2), dice)
    if run is None:
        return None
    return page.put(run.start, run.end, tuple(re.sub(r"^\d+\.", "-", each) for each in page.lines[run.start : run.end]))


def unquoted(page: Page, _: Page, dice: Random) -> str | None:
    """A quotation without its marks."""
    run = pick(page.runs(QUOTED), dice)
    return page.put(run.start, run.end, tuple(each[2:] for each in page.lines[run.start : run.end])) if run else None


def removed_definition(page: Page, _: Page, dice: Random) -> str | None:
    """A term and what is said of it are gone."""
    terms = [
        at
        for at in range(page.head, len(page.lines) - 2)
        if TERM.match(page.lines[at]) and page.lines[at + 1].startswith(":   ") and not page.lines[at + 2].strip()
    ]
    at = pick(terms, dice)
    return page.cut(at, at + 3) if at is not None and len(terms) > 1 else None


def lost_role(page: Page, _: Page, dice: Random) -> str | None:
    """A heading no longer says that what follows is the conclusion."""
    at = pick([at for at, line in enumerate(page.lines) if ROLE.match(line)], dice)
    return page.line(at, ROLE.sub("## ", page.lines[at])) if at is not None else None


def unclosed_bold(page: Page, _: Page, dice: Random) -> str | None:
    """Two stars that nothing closes."""
    lines = [at for at in range(page.head, len(page.lines)) if not page.inside[at] and BOLD.search(page.lines[at])]
    at = pick(lines, dice)
    return page.line(at, BOLD.sub(r"**\g<words>", page.lines[at], count=1)) if at is not None else None


def spaced_link(page: Page, _: Page, dice: Random) -> str | None:
    """A space between the words of a link and its address."""
    return page.exchange(LINK, dice, lambda _: "] ")


def damaged_letter(page: Page, _: Page, dice: Random) -> str | None:
    """A mark as it looks when UTF-8 is read as Windows-1252."""
    return page.in_prose(DASH, dice, lambda found: found[0].encode().decode("cp1252", "replace"))


def _exchanged(page: Page, pair: tuple[int, int] | None) -> str | None:
    """The text with two lines in each other's places."""
    if pair is None:
        return None
    lines = list(page.lines)
    lines[pair[0]], lines[pair[1]] = lines[pair[1]], lines[pair[0]]
    return "\n".join(lines)


ORDER = ("parity/order-differs", "questions/order-differs")
FAULTS = (
    Kind(
        "exchanged headings",
        exchanged_headings,
        ("parity/exchanged-headings", "parity/moved-section", "parity/missing-section", "meta/missing-part"),
        structural=True,
    ),
    Kind("exchanged steps", exchanged_steps, ORDER, structural=True),
    Kind("exchanged rows", exchanged_rows, (*ORDER, "parity/table-shape"), structural=True),
    Kind("numbers to bullets", numbers_to_bullets, ("parity/form-differs",), structural=True),
    Kind("unquoted", unquoted, ("parity/form-differs", "parity/missing-block"), structural=True),
    Kind("removed definition", removed_definition, ("parity/list-shape",), structural=True),
    Kind("lost role", lost_role, ("parity/missing-section", "meta/missing-part"), structural=True),
    Kind("unclosed bold", unclosed_bold, ("markup/shown-mark",)),
    Kind("spaced link", spaced_link, ("markup/shown-mark",)),
    Kind("damaged letter", damaged_letter, ("markup/damaged-character",)),
)
