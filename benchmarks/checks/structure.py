"""Faults of structure: parts of a translation that are lost, added, moved or of another shape.

In: a translation's page. Out: its text with one fault.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .kind import Kind
from .page import IMAGE, LINK, pick

if TYPE_CHECKING:
    from random import Random

    from .page import Page, Part

FILLER = (
    "## An aside on gardening",
    "",
    "Tomatoes want sun, water and a stake; basil beside them keeps the flies away and tastes well with them.",
    "In September the last green fruit ripens on the window sill, wrapped in paper beside an apple.",
    "",
)
LISTS = ("parity/list-shape", "questions/unanswered", "questions/not-listed")
SUBSTANTIAL = 150
"""Characters of a section that a reader would miss."""


def removed_section(page: Page, _: Page, dice: Random) -> str | None:
    """A heading with all below it is gone."""
    part = _any(page.trees, dice)
    return page.cut(part.start, part.end) if part else None


def added_section(page: Page, _: Page, dice: Random) -> str | None:
    """A section that the original does not have."""
    part = _any(page.trees, dice)
    return page.put(part.start, part.start, ("#" * (part.level - 2) + FILLER[0], *FILLER[1:])) if part else None


def exchanged_sections(page: Page, _: Page, dice: Random) -> str | None:
    """Two neighbours of the same level in the wrong order."""
    trees = page.trees
    pairs = [
        (a, b)
        for a in trees
        for b in trees
        if a.end == b.start and a.level == b.level and _size(page, a) > SUBSTANTIAL < _size(page, b)
    ]
    if not pairs:
        return None
    first, second = dice.choice(pairs)
    return page.put(first.start, second.end, (*_lines(page, second), *_lines(page, first)))


def moved_section(page: Page, _: Page, dice: Random) -> str | None:
    """A section stands at the end of its siblings."""
    trees = page.trees
    pairs = [
        (a, b)
        for a in trees
        for b in trees
        if a.end < b.start and a.level == b.level == 2 and _size(page, a) > SUBSTANTIAL  # noqa: PLR2004
    ]
    if not pairs:
        return None
    first, last = dice.choice(pairs)
    between = page.lines[first.end : last.end]
    return page.put(first.start, last.end, (*between, *_lines(page, first)))


def changed_level(page: Page, _: Page, dice: Random) -> str | None:
    """A heading of another level."""
    heads = [part for part in page.sections if part.level in {2, 3}]
    if not heads:
        return None
    head = dice.choice(heads)
    line = page.lines[head.start]
    return page.line(head.start, "#" + line if head.level == 2 else line[1:])  # noqa: PLR2004


def removed_heading(page: Page, _: Page, dice: Random) -> str | None:
    """A heading is gone, its text is not."""
    heads = [part for part in page.sections if part.level in {2, 3}]
    if not heads:
        return None
    head = dice.choice(heads)
    return page.cut(head.start, head.start + 1)


def removed_item(page: Page, _: Page, dice: Random) -> str | None:
    """An item of a list is gone."""
    return page.cut(at, at + 1) if (at := pick(page.items, dice)) is not None else None


def added_item(page: Page, _: Page, dice: Random) -> str | None:
    """An item that the original's list does not have."""
    at = pick(page.items, dice)
    if at is None:
        return None
    mark = re.match(r"\s*(?:[-*+]|\d+\.)\s+", page.lines[at])
    return page.put(at, at, ((mark[0] if mark else "- ") + "Water the tomatoes every morning",))


def nested_item(page: Page, _: Page, dice: Random) -> str | None:
    """An item stands one level deeper."""
    flat = [at for at in page.items if not page.lines[at].startswith(" ")]
    at = pick(tuple(flat), dice)
    return page.line(at, "    " + page.lines[at]) if at is not None else None


def removed_row(page: Page, _: Page, dice: Random) -> str | None:
    """A row of a table is gone."""
    tables = [table for table in page.tables if table.end - table.start > 3]  # noqa: PLR2004 - head, rule, two rows
    if not tables:
        return None
    table = dice.choice(tables)
    at = dice.randrange(table.start + 2, table.end)
    return page.cut(at, at + 1)


def removed_column(page: Page, _: Page, dice: Random) -> str | None:
    """The last column of a table is gone."""
    tables = [table for table in page.tables if page.lines[table.start].count("|") > 3]  # noqa: PLR2004 - two columns
    if not tables:
        return None
    table = dice.choice(tables)
    lines = tuple(re.sub(r"[^|]*\|\s*$", "", line) for line in _lines(page, table))
    return page.put(table.start, table.end, lines)


def removed_table(page: Page, _: Page, dice: Random) -> str | None:
    """A table is gone."""
    return _cut(page, page.tables, dice)


def removed_paragraph(page: Page, _: Page, dice: Random) -> str | None:
    """A paragraph is gone."""
    return _cut(page, page.paragraphs, dice)


def removed_code(page: Page, _: Page, dice: Random) -> str | None:
    """A block of code is gone."""
    return _cut(page, page.fences, dice)


def changed_code_language(page: Page, _: Page, dice: Random) -> str | None:
    """Code is said to be in another language."""
    named = [fence for fence in page.fences if re.match(r"^(```|~~~)\w", page.lines[fence.start])]
    if not named:
        return None
    fence = dice.choice(named)
    return page.line(fence.start, page.lines[fence.start][:3] + "fortran")


def removed_code_line(page: Page, _: Page, dice: Random) -> str | None:
    """A line of code is gone."""
    lines = [
        at
        for fence in page.fences
        if fence.end - fence.start > 3  # noqa: PLR2004 - two lines between the marks
        for at in range(fence.start + 1, fence.end - 1)
        if re.match(r"^\s*[\w$./]", page.lines[at])
    ]
    at = pick(tuple(lines), dice)
    return page.cut(at, at + 1) if at is not None else None


def removed_image(page: Page, _: Page, dice: Random) -> str | None:
    """A picture is gone."""
    return page.exchange(IMAGE, dice, lambda _found: "")


def other_image(page: Page, _: Page, dice: Random) -> str | None:
    """A picture of something else."""
    return page.exchange(IMAGE, dice, lambda found: f"![{found[1]}](../media/tomatoes.png)")


def no_description(page: Page, _: Page, dice: Random) -> str | None:
    """A picture without its description."""
    return page.exchange(re.compile(r"!\[([^\]]+)\]\(([^)\s]+)\)"), dice, lambda found: f"![]({found[2]})")


def removed_link(page: Page, _: Page, dice: Random) -> str | None:
    """The words of a link without its address."""
    return page.exchange(LINK, dice, lambda found: found[1])


def other_host(page: Page, _: Page, dice: Random) -> str | None:
    """A link leads to another host."""
    return page.exchange(LINK, dice, lambda found: f"[{found[1]}](https://tomatoes.example.net/page)")


def other_page(page: Page, _: Page, dice: Random) -> str | None:
    """A link leads to another page of its host."""
    return page.exchange(LINK, dice, lambda found: f"[{found[1]}]({found[2].rstrip('/')}-2)")


def removed_note_reference(page: Page, _: Page, dice: Random) -> str | None:
    """A footnote is defined and no longer referenced."""
    return page.exchange(re.compile(r"\[\^[\w-]+\](?!:)"), dice, lambda _found: "")


def removed_note(page: Page, _: Page, dice: Random) -> str | None:
    """A footnote is gone, with its references."""
    labels = [found[1] for line in page.lines if (found := re.match(r"^\[\^([\w-]+)\]:", line))]
    if not labels:
        return None
    label = dice.choice(labels)
    kept = [line for line in page.lines if not line.startswith(f"[^{label}]:")]
    return "\n".join(kept).replace(f"[^{label}]", "")


def cut_short(page: Page, _: Page, dice: Random) -> str | None:
    """The translation stops in the middle of a paragraph."""
    half = [
        part
        for part in page.paragraphs
        if part.start > len(page.lines) // 3 and page.sections and part.end < page.sections[-1].start
    ]
    if not half:
        return None
    part = dice.choice(half)
    line = page.lines[part.start]
    return "\n".join((*page.lines[: part.start], line[: len(line) // 2].rpartition(" ")[0]))


def _cut(page: Page, parts: tuple[Part, ...], dice: Random) -> str | None:
    part = pick(parts, dice)
    return page.cut(part.start, part.end) if part else None


def _any(parts: tuple[Part, ...], dice: Random) -> Part | None:
    return pick(tuple(part for part in parts if part.end - part.start > 2), dice)  # noqa: PLR2004 - more than a heading


def _lines(page: Page, part: Part) -> tuple[str, ...]:
    lines = page.lines[part.start : part.end]
    return lines if lines and not lines[-1].strip() else (*lines, "")


def _size(page: Page, part: Part) -> int:
    return sum(map(len, page.lines[part.start : part.end]))


FAULTS = (
    Kind("removed section", removed_section, ("parity/missing-section", "omission/truncated"), structural=True),
    Kind("added section", added_section, ("parity/extra-section",), structural=True),
    Kind("exchanged sections", exchanged_sections, ("parity/moved-section",), structural=True),
    Kind("moved section", moved_section, ("parity/moved-section",), structural=True),
    Kind("changed level", changed_level, ("parity/level-differs",), structural=True),
    Kind("removed heading", removed_heading, ("parity/missing-section",), structural=True),
    Kind("removed item", removed_item, LISTS, structural=True),
    Kind("added item", added_item, LISTS, structural=True),
    Kind("nested item", nested_item, LISTS, structural=True),
    Kind("removed row", removed_row, ("parity/table-shape",), structural=True),
    Kind("removed column", removed_column, ("parity/table-shape",), structural=True),
    Kind("removed table", removed_table, ("parity/table-shape", "parity/missing-block"), structural=True),
    Kind("removed paragraph", removed_paragraph, ("parity/missing-block",), structural=True),
    Kind("removed code", removed_code, ("parity/code-differs",), structural=True),
    Kind("changed code language", changed_code_language, ("parity/code-differs",), structural=True),
    Kind("removed code line", removed_code_line, ("parity/code-differs",), structural=True),
    Kind("removed image", removed_image, ("parity/image-differs", "parity/missing-block"), structural=True),
    Kind("other image", other_image, ("parity/image-differs",), structural=True),
    Kind("no description", no_description, ("parity/image-description", "markup/picture-without-description")),
    Kind("removed link", removed_link, ("parity/link-differs",), structural=True),
    Kind("other host", other_host, ("parity/link-differs",)),
    Kind("other page", other_page, ("parity/link-differs",)),
    Kind("removed note reference", removed_note_reference, ("parity/footnote-differs",), structural=True),
    Kind("removed note", removed_note, ("parity/footnote-differs",), structural=True),
    Kind("cut short", cut_short, ("omission/truncated", "parity/missing-section"), structural=True),
)
