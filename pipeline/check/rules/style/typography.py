"""Marks, dashes and spaces are those of the article's language; no word stands twice.

In: an article. Out: remarks with repairs.

Lines of the manuscript are looked at, not the text that was read: there the marks are set already. Code, addresses,
tables and the source list are left alone.
"""

from __future__ import annotations

import re
from operator import eq
from typing import TYPE_CHECKING

from ....findings import Edit, Message, Repair
from ....frozen import dataclass
from ....model import BlockKind, Language, Role, Span
from ...compared.foreign import is_quoted
from ...compared.manuscript import manuscript
from ...compared.shapes import everything
from ...rule import Remark, Severity, remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....model import Article

PROSE = frozenset((BlockKind.PARAGRAPH, BlockKind.LIST, BlockKind.QUOTE, BlockKind.DEFINITIONS))
HIDDEN = "\ufffc"
SILENT = re.compile(r"(`+).+?\1|\]\([^)\s]*\)|<[^>]*>|https?://\S+|\[[^\]]*\]\{[^}]*\}|\\.|\{\{.*?\}\}|\{%.*?%\}")
HINT = ("`", "<", "{", "\\", "://", "[", "](")
"""Without any of these a line has nothing to hide."""
MARKER = re.compile(r"(?:\s*(?:>|[-*+]|\d+[.)]))*\s*")
TWICE = re.compile(
    r"(?<![\w-])([a-zäöüß]+) \1(?![\w-])"
    r"(?! (?:(?:early|mid|late)[ -])?(?:\d{4}|January|February|March|April|May|June|July|August|September|October"
    r"|November|December|spring|summer|autumn|winter)\b)"  # the diggers rolled in in May
)
DOUBLED = {
    Language.DE: frozenset(
        [
            "und",
            "oder",
            "nicht",
            "mit",
            "von",
            "für",
            "auf",
            "ist",
            "im",
            "zu",
            "dass",
            "wird",
            "werden",
            "kann",
            "auch",
            "bei",
            "aus",
            "als",
            "wenn",
            "ein",
            "eine",
            "einen",
            "nur",
            "noch",
            "wir",
            "du",
            "ich",
        ]
    ),
    Language.EN: frozenset(
        [
            "the",
            "a",
            "an",
            "and",
            "or",
            "of",
            "to",
            "in",
            "on",
            "for",
            "with",
            "is",
            "are",
            "was",
            "be",
            "this",
            "it",
            "we",
            "you",
            "not",
            "as",
            "at",
            "by",
            "from",
            "will",
            "can",
        ]
    ),
}


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a line: signs without which it is not there, a pattern, what it should be, the message."""

    signs: tuple[str, ...]
    pattern: re.Pattern[str]
    right: str
    template: str
    severity: Severity | None = None


COMMON = (
    Fault(("  ",), re.compile(r"(?<=[^\s|.:!?]) {2,}(?=[^\s|\\])"), " ", "two spaces", Severity.INFO),
    Fault(
        (" ,", " ;", " ?", " !", " ."),
        re.compile(r"(?<=[\w\"”“’)]) +(?=[,;?!](?:\s|$))|(?<=\w) +(?=\.(?:\s+[A-ZÄÖÜ]|$))"),
        "",
        "a space before “{next}”",
    ),
)
FAULTS = {
    Language.DE: (
        *COMMON,
        Fault(
            ("”",),
            re.compile(r"“(?P<text>[^“”„\n]{1,300})”"),
            "„\\g<text>“",
            "English quotation marks; German ones are „…“",
        ),
        Fault(
            ("”",),
            re.compile(r"„(?P<text>[^“”„\n]{1,300})”"),
            "„\\g<text>“",
            "the closing mark of a German quotation is “",
        ),
        Fault(("—",), re.compile(r"(?<=\w) ?— ?(?=\w)"), " – ", "German writes a dash as a spaced “–”"),
    ),
    Language.EN: (
        *COMMON,
        Fault(
            ("„",),
            re.compile(r"„(?P<text>[^“”„\n]{1,300})[“”]"),
            "“\\g<text>”",
            "German quotation marks; English ones are “…”",
        ),
        Fault(
            ("«",),
            re.compile(r"»(?P<text>[^»«\n]{1,300})«|«(?P<other>[^»«\n]{1,300})»"),
            "",
            "guillemets; English quotation marks are “…”",
        ),
    ),
}


@rule(Severity.WARNING)
def typography(article: Article) -> Iterator[Remark]:
    """Quotation marks, dashes or spaces as the other language writes them; a word that stands twice.

    Why it matters: it disturbs readers, and shows that a text was pasted.

    Straight quotation marks are set by the program and never a finding. Marks, dashes and spaces are repaired by
    `--fix`. Two spaces, which no reader sees, are information; behind a full stop they are a habit of typists, and no
    finding. A paragraph in the other language has that language's marks.

    Bad: “„open“ weights” in English; „Ein “offenes” Modell“; two spaces; “the the”.

    Good: “open” in English, „offen“ in German, in straight marks if you like.

    Repair: write the marks of the article's language.
    """
    text = article.manuscript.text
    faults = [fault for fault in FAULTS[article.language] if any(map(text.__contains__, fault.signs))]
    for number, line in _lines(article):
        hidden = SILENT.sub(lambda found: HIDDEN * len(found[0]), line) if any(map(line.__contains__, HINT)) else line
        for fault in faults:
            for found in fault.pattern.finditer(hidden) if any(map(hidden.__contains__, fault.signs)) else ():
                yield _remark(article, number, line, found, fault)
        words = hidden.split(" ")
        if any(map(eq, words, words[1:])):
            yield from _doubled(article, number, hidden)


def _doubled(article: Article, number: int, line: str) -> Iterator[Remark]:
    for found in TWICE.finditer(line):
        if found[1] in DOUBLED[article.language]:
            at = Span(article.manuscript.path, number, found.start() + 1, (number, found.end() + 1))
            yield remark(at, "“{word}” stands twice", word=found[1])


def _remark(article: Article, number: int, line: str, found: re.Match[str], fault: Fault) -> Remark:
    at = Span(article.manuscript.path, number, found.start() + 1, (number, found.end() + 1))
    right = fault.right
    if "text" in found.re.groupindex:
        name = "text" if found["text"] is not None else "other"
        marks = fault.right.split("\\g<text>") if fault.right else ["“", "”"]
        right = marks[0] + line[found.start(name) : found.end(name)] + marks[1]
    repair = Repair(Message("write {right}", (("right", right),)), (Edit(at, right),), safe=True)
    return remark(at, fault.template, severity=fault.severity, repair=repair, next=line[found.end() : found.end() + 1])


def _lines(article: Article) -> Iterator[tuple[int, str]]:
    """The lines of the manuscript that are prose."""
    lines = manuscript(article)
    for section in article.sections:
        if section.role is Role.SOURCES:
            continue
        has_code = any(node.tag == "pre" for node in everything(section))
        for block in section.blocks:
            if (
                block.kind not in PROSE
                or is_quoted(block, article.language)
                or (has_code and any(node.tag == "pre" for node in block.node.walk()))
            ):
                continue
            line, column = block.at.end or (block.at.line, 2)
            for number in range(block.at.line, line + (column > 1)):
                yield number, _without_marker(lines[number - 1])


def _without_marker(line: str) -> str:
    """The line with the mark of an item or a quotation hidden: behind it there may be several spaces."""
    found = MARKER.match(line)
    return HIDDEN * found.end() + line[found.end() :] if found else line
