"""Headings, lists, code, pictures and footnotes.

In: what was read of a manuscript. Out: the remarks that the reader left.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ....findings import Edit, Message, Repair
from ....model import Span
from ...rule import Remark, Severity, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....reading import Reading


@rule(Severity.ERROR)
def heading_without_space(reading: Reading) -> Iterator[Remark]:
    r"""A space is missing behind the marks of a heading.

    Why it matters: some programs read `##Fazit` as a heading, others as text; `#KI` in the middle of a text
    would become a headline.

    Bad: `##Fazit`

    Good: `## Fazit`; a tag in a sentence is written `\#KI`.

    Repair: put a space behind the marks.
    """
    for each in reading.noted("markup/heading-without-space"):
        glued = re.match(r" {0,3}#{2,6}(?=[^#\s])", _line(reading, each))
        yield _inserting(each, glued.end() + 1, " ", Message("put a space behind the marks")) if glued else each


@rule(Severity.ERROR)
def empty_heading(reading: Reading) -> Iterator[Remark]:
    """A heading has no words.

    Why it matters: it has no id, and the table of contents shows an empty line.

    Bad: `##`

    Good: `## Fazit`

    Repair: write the heading, or take the marks out.
    """
    return reading.noted("markup/empty-heading")


@rule(Severity.ERROR)
def level_skipped(reading: Reading) -> Iterator[Remark]:
    """A heading is more than one level below the one above it.

    Why it matters: screen readers and PDF readers build the outline from the levels; a skipped one is a part
    that seems to be missing.

    Bad: `## Antworten`, then `#### Was kostet es?`

    Good: `## Antworten`, then `### Was kostet es?`

    Repair: take away or add a `#`.
    """
    return reading.noted("markup/level-skipped")


@rule(Severity.ERROR)
def second_title(reading: Reading) -> Iterator[Remark]:
    """A heading of level 1 stands in the text.

    Why it matters: the title stands in the front matter; a page with two headlines has none.

    Bad: `# DeepSeek öffnet seinen Code` below a front matter with a title.

    Good: `## Was angekündigt ist`

    Repair: write `##`, or take it out if it repeats the title.
    """
    return reading.noted("markup/second-title")


@rule(Severity.ERROR)
def nested_heading(reading: Reading) -> Iterator[Remark]:
    """A heading stands inside a list or a quotation.

    Why it matters: it belongs to no section, so that outline and table of contents are wrong.

    Bad: `- ## Kosten`

    Good: `- **Kosten**`

    Repair: write it in bold, or move it out.
    """
    return reading.noted("markup/nested-heading")


@rule(Severity.ERROR)
def invalid_id(reading: Reading) -> Iterator[Remark]:
    """An id of a heading holds other characters than letters, digits and hyphens.

    Why it matters: ids become addresses; others are changed or refused by browsers, mail programs and PDF
    readers.

    Bad: `## Offene Gewichte {#Offene_Gewichte}`

    Good: `## Offene Gewichte {#open-weights}`

    Repair: use a to z, 0 to 9 and hyphens, beginning with a letter; `teaser` and `hashtags` are reserved.
    """
    return reading.noted("markup/invalid-id")


@rule(Severity.ERROR)
def duplicate_id(reading: Reading) -> Iterator[Remark]:
    """Two headings claim the same id.

    Why it matters: a link to it leads to one of them, by chance.

    Bad: `## Kosten {#price}` and `## Preise {#price}`

    Good: `## Kosten {#price}` and `## Preise {#prices}`

    Repair: give one of them another id.
    """
    return reading.noted("markup/duplicate-id")


@rule(Severity.ERROR)
def missing_blank_line(reading: Reading) -> Iterator[Remark]:
    """A blank line is missing before a list, a table or code.

    Why it matters: without it Markdown makes one paragraph of the lead-in and the list, here and in other
    programs.

    Bad: `Es sind insgesamt:` followed directly by `- drei Modelle`.

    Good: a blank line between the two.

    Repair: add the blank line.
    """
    for each in reading.noted("markup/missing-blank-line"):
        is_bare = not re.match(r"\s*>", _line(reading, each))
        yield _inserting(each, 1, "\n", Message("put a blank line before it")) if is_bare else each


@rule(Severity.ERROR)
def unclosed_fence(reading: Reading) -> Iterator[Remark]:
    """The fence of a code block is never closed.

    Why it matters: everything behind it becomes code.

    Bad: three backticks before the code, none behind it.

    Good: three backticks before and behind it.

    Repair: add a line with the same marks behind the code.
    """
    return reading.noted("markup/unclosed-fence")


@rule(Severity.WARNING)
def fence_in_list(reading: Reading) -> Iterator[Remark]:
    """Code between fences stands inside a list item.

    Why it matters: it is shown as code here; other programs, previews among them, show the marks instead.

    Bad: a list item that is followed by indented fences.

    Good: the code behind the list, with a sentence that leads to it.

    Repair: move the code behind the list, or allow it.
    """
    return reading.noted("markup/fence-in-list")


@rule(Severity.ERROR)
def picture_without_description(reading: Reading) -> Iterator[Remark]:
    """A picture has no description.

    Why it matters: who cannot see it learns nothing, and the PDF is not accessible.

    Bad: `![](../media/pipeline.svg)`

    Good: `![Vier Schritte untereinander: lesen, prüfen, gestalten, veröffentlichen.](../media/pipeline.svg)`

    Repair: describe between the brackets what the picture says.
    """
    return reading.noted("markup/picture-without-description")


@rule(Severity.ERROR)
def unknown_footnote(reading: Reading) -> Iterator[Remark]:
    """A footnote is referred to, but not defined.

    Why it matters: readers see the mark and find nothing.

    Bad: `Inferenz[^inferenz]` without a line `[^inferenz]: …`

    Good: both.

    Repair: add the definition, or take the reference out.
    """
    return reading.noted("markup/unknown-footnote")


@rule(Severity.WARNING)
def unused_footnote(reading: Reading) -> Iterator[Remark]:
    """A footnote is defined, but nothing refers to it.

    Why it matters: it appears at the end, and nobody knows what it belongs to.

    Bad: `[^inferenz]: …` without `[^inferenz]` in the text.

    Good: both.

    Repair: refer to it, or take it out.
    """
    return reading.noted("markup/unused-footnote")


@rule(Severity.ERROR)
def footnote_in_footnote(reading: Reading) -> Iterator[Remark]:
    """A footnote refers to a footnote.

    Why it matters: paper has one foot, and two that name each other have no end.

    Bad: `[^a]: Mehr dazu.[^b]`

    Good: `[^a]: Mehr dazu in einem Satz.`

    Repair: write both into one footnote, or one of them into the text.
    """
    return reading.noted("markup/footnote-in-footnote")


@rule(Severity.ERROR)
def repeated_footnote(reading: Reading) -> Iterator[Remark]:
    """A footnote is defined twice.

    Why it matters: only one of the two texts can be shown.

    Bad: two lines that begin with `[^1]:`

    Good: a label for each footnote.

    Repair: give one of them another label.
    """
    return reading.noted("markup/repeated-footnote")


def _line(reading: Reading, each: Remark) -> str:
    """The line of the manuscript that a remark is about."""
    lines = reading.article.manuscript.text.split("\n") if reading.article else []
    return lines[each.at.line - 1] if each.at.line <= len(lines) else ""


def _inserting(each: Remark, column: int, text: str, message: Message) -> Remark:
    """The remark with a repair that puts something into its line."""
    at = Span(each.at.path, each.at.line, column, (each.at.line, column))
    return replace(each, repair=Repair(message, (Edit(at, text),), safe=True))
