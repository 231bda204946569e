"""Marks of Markdown that readers would see, and characters that an encoding has damaged.

In: an article. Out: remarks on its text as it was read.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ....model import BlockKind, Span
from ...compared.manuscript import written
from ...compared.prose import passages
from ...rule import Remark, Severity, remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....model import Article, Block

SHOWN = re.compile(
    r"(?<![\w*/])\*\*(?=[^\W_][^*\n]{2,})|(?<=[^\W_*][\w.!?,])\*\*(?![\w*/])"
    r"|\](?= ?\((?:https?://|mailto:|\.\./|#)[^)\s]+\))"
)
"""Two stars that begin or end a word, and a bracket before an address."""
TABLE = re.compile(r"\|.*\|[ \t]*\n[ \t]*\|.*\|[ \t]*(?:\n|$)")
"""Two lines between upright strokes."""
ESCAPED = "\\*"
"""Who writes this means a star."""
CODE = re.compile(r"(`+).+?\1|\\\|")
DAMAGED = re.compile("\N{REPLACEMENT CHARACTER}|[ÃÂ](?=[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸ]).|â€.?")
"""What is left of `ü`, `°` or `–` when UTF-8 is read as Windows-1252, and of what could not be read at all."""


@rule(Severity.WARNING)
def shown_mark(article: Article) -> Iterator[Remark]:
    r"""A mark of Markdown is shown to readers, because what it begins is not complete.

    Why it matters: stars, brackets and strokes stand in the sentence, and what was meant is not there.

    Bad: `**Achtung: der Topf ist heiß`, `[Bericht] (https://example.org/report)`, a table whose second line has too few
    columns.

    Good: `**Achtung:** der Topf ist heiß`, `[Bericht](https://example.org/report)`

    Repair: complete the mark, or write `\*` where a star is meant.
    """
    for passage in passages(article):
        if "**" not in passage.text and "](" not in passage.text and "] (" not in passage.text:
            continue
        for found in SHOWN.finditer(passage.text) if ESCAPED not in _source(passage.at, article) else ():
            yield remark(
                passage.span(*found.span()), "readers will see “{mark}”: what it begins is not complete", mark=found[0]
            )
    for section in article.sections:
        for block in section.blocks:
            if block.kind is BlockKind.TABLE:
                yield from _overfull(block, article)
            if block.kind is BlockKind.PARAGRAPH and "|" in block.text and TABLE.search(_source(block.at, article)):
                yield remark(block.at, "this is no table: its second line must have a column for each of the first")


def _overfull(table: Block, article: Article) -> Iterator[Remark]:
    """Rows with more cells than the head has: what is too much is not shown."""
    rows = [(line, _cells(text)) for line, text in enumerate(written(article, table.at), table.at.line)]
    for line, count in rows[1:]:
        if count > rows[0][1] > 0:
            yield remark(
                Span(table.at.path, line),
                "the row has {here} cells, the head of the table {there}: the rest is not shown",
                here=count,
                there=rows[0][1],
            )


def _source(at: Span, article: Article) -> str:
    """The lines of the manuscript in which something stands."""
    return "\n".join(written(article, at))


def _cells(line: str) -> int:
    """How many cells a line of a table has; code may hold strokes."""
    return CODE.sub("", line).strip().strip("|").count("|") + 1 if "|" in line else 0


@rule(Severity.WARNING)
def damaged_character(article: Article) -> Iterator[Remark]:
    """A character was damaged when a text was read in the wrong encoding.

    Why it matters: readers see `Ã¼` for `ü`, or a box.

    Bad: `fÃ¼r`, `â€“`, a box for a letter.

    Good: `für`, `–`

    Repair: write the character anew, and look at how the text came here.
    """
    for passage in passages(article):
        for found in DAMAGED.finditer(passage.text) if not passage.text.isascii() else ():
            yield remark(passage.span(*found.span()), "“{text}” is a damaged character", text=found[0])
