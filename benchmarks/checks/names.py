"""Faults of names, marks and repetition: another town, court or person, and what was pasted twice.

In: a translation's page. Out: its text with one fault.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .kind import Kind
from .page import pick

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from .page import Page

KINDS = (
    ("Germany", "France", "Italy", "Spain", "Poland", "Austria", "Sweden", "Japan", "Kenya", "Brazil", "Canada"),
    ("German", "French", "Italian", "Spanish", "Polish", "Austrian", "Swedish", "Japanese", "Kenyan", "Chinese"),
    ("Berlin", "Hamburg", "Munich", "Cologne", "Leipzig", "Dresden", "Vienna", "Zurich", "Paris", "London", "Rome"),
    ("Bavaria", "Saxony", "Hesse", "Thuringia", "Lower Saxony", "North Rhine-Westphalia", "Brandenburg"),
    ("SPD", "FDP", "Greens", "AfD", "CDU"),
    ("Bundestag", "Bundesrat"),
    ("Federal Court of Justice", "Federal Constitutional Court", "Federal Administrative Court", "Regional Court"),
    ("European Commission", "European Parliament", "European Central Bank", "World Bank"),
)
"""Names that exclude each other, as English has them."""
FIRST = (
    "Anna",
    "Thomas",
    "Sabine",
    "Peter",
    "Martin",
    "Julia",
    "Karin",
    "Stefan",
    "Michael",
    "Andreas",
    "Katrin",
    "Jonas",
    "Lena",
    "Markus",
)
MARK = re.compile(r"\[(?:\^|@)[\w-]+\](?= [A-Z])")
CITED = re.compile(r"^(?P<before>\s*[-*+] (?:\[@[\w-]+\] )?)(?P<publisher>[^:\[\]]+)(?=: )")
CODE = re.compile(r"`(?P<program>[a-z]{3,}) (?P<rest>[^`<>]+)`")
LABEL = re.compile(r"^[-*+] \*\*(?P<label>[^*]+:)\*\*")


def other_kindred(page: Page, original: Page, dice: Random) -> str | None:
    """A country, town, party or body of state in the place of another of its kind."""
    text = "\n".join(original.lines)
    kind = pick(
        [
            kind
            for kind in KINDS
            if any(re.search(rf"\b{name}\b", page.lines[at]) for name in kind for at in page.prose)
        ],
        dice,
    )
    if kind is None:
        return None
    new = pick([name for name in kind if not re.search(rf"\b{name}\b", "\n".join(page.lines) + text)], dice)
    pattern = re.compile(r"\b(?:" + "|".join(sorted(kind, key=len, reverse=True)) + r")\b(?![\w-])")
    return page.in_prose(pattern, dice, lambda _: new) if new else None


def other_first_name(page: Page, original: Page, dice: Random) -> str | None:
    """Another first name before a last name that the original has."""
    text = "\n".join(original.lines)
    known = re.compile(r"(?<=[a-z,.] )(?:" + "|".join(sorted(FIRST)) + r")(?= [A-Z][a-zäöüß]{3,})")
    new = pick(sorted(name for name in FIRST if name not in text), dice)
    return page.in_prose(known, dice, lambda _: new) if new else None


def moved_mark(page: Page, _: Page, dice: Random) -> str | None:
    """The mark of a footnote or source at the end of its paragraph, not behind its sentence."""
    at = pick([at for at in page.prose if MARK.search(page.lines[at])], dice)
    if at is None:
        return None
    found = MARK.search(page.lines[at])
    if found is None:
        return None
    line = page.lines[at]
    return page.line(at, line[: found.start()] + line[found.end() :] + found[0])


def repeated_row(page: Page, _: Page, dice: Random) -> str | None:
    """A row of a table in place of another."""
    bodies = [(table.start + 2, table.end) for table in page.tables]
    return _repeated(
        page, [(a, b) for first, end in bodies for a in range(first, end) for b in range(a + 1, end)], dice
    )


def repeated_item(page: Page, _: Page, dice: Random) -> str | None:
    """An item of a list in place of the one behind it."""
    long = [at for at in page.items if len(page.lines[at].split()) > 5]  # noqa: PLR2004 - no chance
    return _repeated(page, [(at - 1, at) for at in long if at - 1 in long], dice)


def repeated_paragraph(page: Page, _: Page, dice: Random) -> str | None:
    """A paragraph in place of the one behind it."""
    rows = [(one, other) for one, other in zip(page.paragraphs, page.paragraphs[1:], strict=False)]
    pair = pick(rows, dice)
    return page.put(pair[1].start, pair[1].end, page.lines[pair[0].start : pair[0].end]) if pair else None


def other_publisher(page: Page, _: Page, dice: Random) -> str | None:
    """A source by somebody else."""
    at = pick([at for at in page.citations if CITED.match(page.lines[at])], dice)
    if at is None:
        return None
    return page.line(at, CITED.sub(r"\g<before>Kwantorix", page.lines[at]))


def other_command(page: Page, _: Page, dice: Random) -> str | None:
    """Another command of the same program inside of a sentence."""
    return page.exchange(
        re.compile(r"(?<=`)[a-z]{3,} [a-z]{3,}(?=`)"), dice, lambda found: f"{found[0].split()[0]} kwantor"
    )


def exchanged_labels(page: Page, _: Page, dice: Random) -> str | None:
    """The labels of two items in each other's places."""
    rows = [at for at in page.items if LABEL.match(page.lines[at])]
    pair = pick([(at - 1, at) for at in rows if LABEL.match(page.lines[at - 1])], dice)
    if pair is None:
        return None
    one, another = (LABEL.match(page.lines[at]) for at in pair)
    if one is None or another is None:
        return None
    text = list(page.lines)
    for at, own, other in ((pair[0], one, another), (pair[1], another, one)):
        text[at] = page.lines[at].replace(own["label"], other["label"], 1)
    return "\n".join(text)


def _repeated(page: Page, pairs: Sequence[tuple[int, int]], dice: Random) -> str | None:
    pair = pick(pairs, dice)
    return page.line(pair[1], page.lines[pair[0]]) if pair else None


REPLACED = ("terms/name-replaced", "terms/name-missing", "terms/names-exchanged")
REPEATED = ("parity/repeated-text", "numbers/changed", "terms/name-replaced", "terms/name-missing")
FAULTS = (
    Kind("other name of its kind", other_kindred, REPLACED),
    Kind("other first name", other_first_name, REPLACED),
    Kind("moved mark", moved_mark, ("parity/mark-moved",), structural=True),
    Kind("repeated row", repeated_row, REPEATED, structural=True),
    Kind("repeated item", repeated_item, (*REPEATED, "omission/sentences-missing"), structural=True),
    Kind("repeated paragraph", repeated_paragraph, (*REPEATED, "parity/missing-block"), structural=True),
    Kind("other publisher", other_publisher, ("sources/publisher-differs",)),
    Kind("other command", other_command, ("parity/code-differs",), structural=True),
    Kind("exchanged labels", exchanged_labels, ("parity/order-differs",), structural=True),
)
