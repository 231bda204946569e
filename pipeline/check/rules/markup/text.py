"""Characters, HTML, comments and limits.

In: what was read of a manuscript. Out: the remarks that the reader left.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...rule import Remark, Severity, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....reading import Reading


@rule(Severity.ERROR)
def undecodable(reading: Reading) -> Iterator[Remark]:
    """A byte of the manuscript is not UTF-8.

    Why it matters: a program that guesses the encoding shows `Ã¼` for `ü`, and nobody knows in which outputs.

    Bad: a file that was saved as Windows-1252 or UTF-16.

    Good: the same text, saved as UTF-8.

    Repair: open the file in an editor with the encoding that the message supposes, and save it as UTF-8.
    """
    return reading.noted("markup/undecodable")


@rule(Severity.ERROR)
def control_character(reading: Reading) -> Iterator[Remark]:
    """A character that no text may hold stands in the manuscript.

    Why it matters: control characters break feeds, mails and PDFs; most come from copying out of a PDF or a
    terminal.

    Bad: a NUL or an escape character between two words.

    Good: text, spaces, line breaks, tabs.

    Repair: take the character out at the place that the message names; editors show it as a box or not at all.
    """
    return reading.noted("markup/control-character")


@rule(Severity.WARNING)
def invisible_character(reading: Reading) -> Iterator[Remark]:
    """An invisible character stands inside a word, or turns the direction of the text.

    Why it matters: a word with a zero-width space is not found by any search; controls of direction can show a
    text other than the one that is there.

    Bad: `Deep·Seek` with a zero-width space where the dot stands, as some chat programs and editors leave it.

    Good: `DeepSeek`.

    Repair: delete the word and type it again. A soft hyphen is fine.
    """
    return reading.noted("markup/invisible-character")


@rule(Severity.ERROR)
def over_limit(reading: Reading) -> Iterator[Remark]:
    """The manuscript is larger, longer or nested deeper than an article can be.

    Why it matters: programs that lay out text need minutes for what a few bytes can ask of them; a limit keeps
    the others from waiting.

    Bad: a list nested 40 deep, a line of 30,000 characters, a table of 3,000 cells.

    Good: at most 1 MiB, 10,000 lines, 20,000 characters a line, 4,000 a word, nesting of 32, 2,500 table cells,
    500 `[` in a block, 2,000 blocks, 300 headings, 2,000 links, 500 footnotes; 2,000 characters and 500 entries in
    the front matter.

    Repair: divide the article, or make the part simpler that the message names.
    """
    return reading.noted("markup/over-limit")


@rule(Severity.ERROR)
def raw_html(reading: Reading) -> Iterator[Remark]:
    r"""HTML stands in the text.

    Why it matters: HTML can carry scripts and styles, and looks different on the page, in the PDF and in the
    mail.

    Bad: `<div class="box">Achtung</div>`

    Good: `**Achtung**`; `<sub>`, `<sup>`, `<kbd>` and `<br>` without attributes are possible.

    Repair: write it in Markdown; a `<` that is meant as a character is written `\<` or stands in code: ``
    `<div>` ``.
    """
    return reading.noted("markup/raw-html")


@rule(Severity.ERROR)
def attribute_list(reading: Reading) -> Iterator[Remark]:
    """Attributes stand behind a word, a link or a heading.

    Why it matters: attribute lists let `onclick` and `style` through; here they are shown as text.

    Bad: `[Link](https://example.org){: .button}`

    Good: `## Open Weights {#open-weights}` gives a heading its id, `[Open Weights]{lang=en}` a word its
    language.

    Repair: take the attributes out.
    """
    return reading.noted("markup/attribute-list")


@rule(Severity.WARNING)
def comment(reading: Reading) -> Iterator[Remark]:
    """A comment that is not ours stands in the text.

    Why it matters: it reaches no output; whoever wrote it may expect that it does, or believe that it says
    something to this program.

    Bad: `<!-- TODO: Zahlen prüfen -->`

    Good: `<!-- allow links/empty-text: … -->`, `<!-- only de: … -->`, or no comment.

    Repair: take the comment out, or allow it.
    """
    return reading.noted("markup/comment")


@rule(Severity.ERROR)
def unreadable_comment(reading: Reading) -> Iterator[Remark]:
    """A comment begins like one of ours, but cannot be read.

    Why it matters: it would allow nothing, and nobody would notice.

    Bad: `<!-- allow parity/list-shape -->` without a reason, `<!-- only fr: … -->`, a comment without an end.

    Good: `<!-- allow parity/list-shape until 2027-03-31: English merges two items -->`

    Repair: write rule, colon and reason; of `only` the language `de` or `en`.
    """
    return reading.noted("markup/unreadable-comment")
