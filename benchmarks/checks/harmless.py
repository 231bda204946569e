"""Changes that no reader would call a fault: no rule may see an error in them.

In: a translation's page. Out: its text, written otherwise.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .kind import Kind
from .page import FENCE, HEADING, LINK, pick

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from .page import Page

SMALL = {
    "2": "two",
    "3": "three",
    "4": "four",
    "5": "five",
    "6": "six",
    "7": "seven",
    "8": "eight",
    "9": "nine",
    "10": "ten",
}
SYNONYMS = {
    "What you need to know": "Key points",
    "Key points": "At a glance",
    "Follow-up questions": "Frequently asked questions",
    "Sources": "References",
    "Answers to each question": "Answers",
}


def _each(page: Page, change: Callable[[str], str]) -> str | None:
    """Every line outside code and front matter, changed."""
    changed = "\n".join(line if page.inside[at] else change(line) for at, line in enumerate(page.lines))
    return None if changed == "\n".join(page.lines) else changed


def list_markers(page: Page, _: Page, _dice: Random) -> str | None:
    """Another mark for items."""
    return _each(page, lambda line: re.sub(r"^(\s*)[-*](?= \S)(?!.*\*\s*$)", r"\1+", line))


def windows_line_ends(page: Page, _: Page, _dice: Random) -> str | None:
    """CRLF."""
    return "\r\n".join(page.lines)


def byte_order_mark(page: Page, _: Page, _dice: Random) -> str | None:
    """A byte order mark."""
    return "\ufeff" + "\n".join(page.lines)


def reference_links(page: Page, _: Page, dice: Random) -> str | None:
    """A link whose address stands at the end."""
    plain = [at for at in page.prose if LINK.search(page.lines[at])]
    at = pick(plain, dice)
    if at is None:
        return None
    found = LINK.search(page.lines[at])
    if found is None:
        return None
    line = LINK.sub(rf"[{found[1]}][bench-1]", page.lines[at], count=1)
    changed = page.line(at, line).split("\n")
    return "\n".join([*changed[: page.body_end], "", f"[bench-1]: {found[2]}", "", *changed[page.body_end :]])


def straight_quotes(page: Page, _: Page, _dice: Random) -> str | None:
    """Straight quotation marks, which are set by us."""
    return _each(page, lambda line: re.sub(r"[“”]", '"', line).replace("’", "'"))


def curly_quotes(page: Page, _: Page, _dice: Random) -> str | None:
    """Quotation marks as they are printed."""
    return _each(
        page,
        lambda line: (
            line if "{" in line or "<" in line or "](" in line or "`" in line else re.sub(r'"([^"]+)"', r"“\1”", line)
        ),
    )


def number_words(page: Page, _: Page, dice: Random) -> str | None:
    """A small number as a word."""
    return page.in_prose(re.compile(r"(?<=[a-z] )([2-9]|10)(?= [a-z]{4,})"), dice, lambda found: SMALL[found[1]])


def thousands(page: Page, _: Page, dice: Random) -> str | None:
    """A large number with or without separators."""
    pattern = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])|(?<= )[1-9]\d{4}(?= [a-z])")
    return page.in_prose(
        pattern, dice, lambda found: found[0].replace(",", "") if "," in found[0] else f"{int(found[0]):,}"
    )


def narrow_spaces(page: Page, _: Page, dice: Random) -> str | None:
    """A no-break space between number and unit."""
    return page.in_prose(re.compile(r"(?<=\d) (?=[A-Za-z%€])"), dice, lambda _found: "\u00a0")


def percent_words(page: Page, _: Page, dice: Random) -> str | None:
    """`%` as a word, or the word as `%`."""
    return page.in_prose(
        re.compile(r"(?<=\d)(?: ?%| per ?cent\b)"), dice, lambda found: " per cent" if "%" in found[0] else "%"
    )


def localised_address(page: Page, _: Page, dice: Random) -> str | None:
    """An address of the same page in another language's edition."""
    return page.exchange(
        re.compile(r"(?<=https://)de\.(?=\w+\.)|(?<=/)de(?=/)"), dice, lambda found: "en" + found[0][2:]
    )


def split_paragraph(page: Page, _: Page, dice: Random) -> str | None:
    """A paragraph of several sentences becomes two."""
    pattern = re.compile(r"(?<=[a-z)]{3}[.!?]) (?=[A-Z][a-z]+ )")
    at = pick([at for at in page.prose if pattern.search(page.lines[at]) and "[" not in page.lines[at]], dice)
    if at is None:
        return None
    places = [found.start() for found in pattern.finditer(page.lines[at])]
    middle = min(places, key=lambda place: abs(place - len(page.lines[at]) / 2))
    return page.put(at, at + 1, (page.lines[at][:middle], "", page.lines[at][middle + 1 :]))


def joined_paragraphs(page: Page, _: Page, dice: Random) -> str | None:
    """Two paragraphs become one."""
    starts = {part.start: part for part in page.paragraphs}
    firsts = [part for part in page.paragraphs if part.end + 1 in starts]
    first = pick(firsts, dice)
    return page.put(first.end, first.end + 1, ()) if first else None


def closed_headings(page: Page, _: Page, _dice: Random) -> str | None:
    """`## Heading ##`."""
    return _each(page, lambda line: f"{line.rstrip()} {found[1]}" if (found := HEADING.match(line)) else line)


def underlined_headings(page: Page, _: Page, _dice: Random) -> str | None:
    """A heading that is underlined with dashes."""
    return _each(
        page,
        lambda line: f"{found[2]}\n{'-' * 8}" if (found := HEADING.match(line)) and len(found[1]) == 2 else line,  # noqa: PLR2004
    )


def other_fences(page: Page, _: Page, _dice: Random) -> str | None:
    """`~~~` for the marks of code."""
    if any("~~~" in line or re.search(r"```.*`", line) for line in page.lines) or not page.fences:
        return None
    return "\n".join(line.replace("```", "~~~") if FENCE.match(line) else line for line in page.lines)


def underscores(page: Page, _: Page, _dice: Random) -> str | None:
    """`__strong__` for `**strong**`."""
    return _each(page, lambda line: re.sub(r"(?<![\w*\\])\*\*([^*`_\[]+)\*\*(?![\w*])", r"__\1__", line))


def wrapped_lines(page: Page, _: Page, _dice: Random) -> str | None:
    """Long lines of paragraphs are broken."""
    return "\n".join(
        re.sub(r"(.{60,80}?[a-z,]) (?=[a-z])(?![^\[]*\]\()", r"\1\n", line)
        if at in page.prose and "](" not in line
        else line
        for at, line in enumerate(page.lines)
    )


def trailing_spaces(page: Page, _: Page, _dice: Random) -> str | None:
    """A space at the end of lines."""
    return _each(page, lambda line: line + " " if line.strip() else line)


def no_final_line_end(page: Page, _: Page, _dice: Random) -> str | None:
    """The file ends without a line end."""
    return "\n".join(page.lines).rstrip("\n")


def blank_lines(page: Page, _: Page, _dice: Random) -> str | None:
    """Two empty lines before headings."""
    return _each(page, lambda line: "\n" + line if HEADING.match(line) else line)


def other_synonyms(page: Page, _: Page, _dice: Random) -> str | None:
    """Another usual heading for a part."""
    return _each(
        page,
        lambda line: next((line.replace(a, b) for a, b in SYNONYMS.items() if line.startswith("## " + a)), line),
    )


def renamed_notes(page: Page, _: Page, _dice: Random) -> str | None:
    """Footnotes with other labels."""
    return _each(page, lambda line: re.sub(r"\[\^([\w-]+)\]", r"[^n\1]", line))


def title_case(page: Page, _: Page, dice: Random) -> str | None:
    """A heading with capitals."""
    part = pick([part for part in page.sections if "`" not in page.lines[part.start] and part.level > 2], dice)  # noqa: PLR2004
    if part is None or page.lines[part.start].rstrip().endswith("?"):
        return None
    return page.line(
        part.start, re.sub(r"(?<=\s)[a-z](?=[a-z]{3})", lambda found: found[0].upper(), page.lines[part.start])
    )


def renumbered_items(page: Page, _: Page, dice: Random) -> str | None:
    """A numbered list of which each item begins with 1."""
    run = pick(page.runs(re.compile(r"^\d+\. \S"), least=2), dice)
    if run is None:
        return None
    return page.put(run.start, run.end, tuple(re.sub(r"^\d+", "1", each) for each in page.lines[run.start : run.end]))


def tight_table(page: Page, _: Page, dice: Random) -> str | None:
    """A table without spaces beside its strokes."""
    table = pick(page.tables, dice)
    rows = page.lines[table.start : table.end] if table else ()
    if table is None or any(re.search(r"\|\s*\|", row) for row in rows):
        return None  # a cell without a word needs its space
    return page.put(
        table.start, table.end, tuple(re.sub(r"(?<=\S) *\| *| *\|(?= *$)|(?<=\|) +", _stroke, row) for row in rows)
    )


def _stroke(found: re.Match[str]) -> str:
    return "|" if "|" in found[0] else ""


def reordered_front_matter(page: Page, _: Page, dice: Random) -> str | None:
    """Two keys of the front matter in each other's places."""
    keys = [
        at for at in range(1, page.head - 1) if re.match(r"(?:title|date|kind|slug|description): \S", page.lines[at])
    ]
    if len(keys) < 2:  # noqa: PLR2004 - one key has no other place
        return None
    one, other = sorted(dice.sample(keys, 2))
    lines = list(page.lines)
    lines[one], lines[other] = lines[other], lines[one]
    return "\n".join(lines)


def role_as_id(page: Page, _: Page, dice: Random) -> str | None:
    """A conclusion that says by its id what it is."""
    heads = [at for at, line in enumerate(page.lines) if re.match(r"^## Conclusion: \S[^{]*$", line)]
    at = pick(heads, dice)
    return page.line(at, page.lines[at].replace("Conclusion: ", "") + " {#conclusion}") if at is not None else None


HARMLESS = tuple(
    Kind(change.__name__.replace("_", " "), change)
    for change in (
        list_markers,
        windows_line_ends,
        byte_order_mark,
        reference_links,
        straight_quotes,
        curly_quotes,
        number_words,
        thousands,
        narrow_spaces,
        percent_words,
        localised_address,
        split_paragraph,
        joined_paragraphs,
        closed_headings,
        underlined_headings,
        other_fences,
        underscores,
        wrapped_lines,
        trailing_spaces,
        no_final_line_end,
        blank_lines,
        other_synonyms,
        renamed_notes,
        title_case,
        renumbered_items,
        tight_table,
        reordered_front_matter,
        role_as_id,
    )
)
