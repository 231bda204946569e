"""Code of two languages, without what may be translated in it.

In: blocks of code. Out: their languages, and what differs although nobody would translate it.

Comments, prompts, strings, place-holders in brackets and lines of prose may be translated; and names that a German
writer chose, such as ``meinegruppe``, may be chosen anew.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from ...align.words import is_german
from ...facts.language.idiom import evidence
from .manuscript import manuscript
from .shapes import nodes, words_of

if TYPE_CHECKING:
    from ...model import Article, Node, Section

FENCE = re.compile(r"[\s>*+-]*(?:\d+[.)]\s+)?(?:```|~~~)")
SENTENCE = re.compile(r"[_*]*[A-ZÄÖÜ][^\W\d_]+(?: [^\s/\\]+){2,}[.!?][_*]*")
SURE, FEW = 2, 3
"""Words that only one language has in an indented block that is prose; words that say something."""
COMMENTS = re.compile(
    r"^[ \t]*#(?!!|include|define|if|el|endif|pragma)[^\n]*"
    r"|[ \t]#[ \t][^\n]*"
    r"|(?:^|[ \t])(?://|--|;|%|REM\b|rem\b)(?=\s|$)[^\n]*"
    r"|/\*.*?\*/|<!--.*?-->",
    re.MULTILINE | re.DOTALL,
)
PROMPT = re.compile(r"^[ \t]*(?:[#$>%]|PS>|C:\\>)[ \t]+", re.MULTILINE)
FREE = re.compile(
    r"\"(?![\d.:/-]+\")[^\"\n]*\"|'[^'\n]*'|[‘’“”„][^‘’“”„\n]*[‘’“”]|<[^<>\n]*>|\{[^{}\n]*\}|\[[^\[\]\n]*\]"
    r"|(?<![\w.-])[\w.-]+(?=@(?:[\w-]+\.)*(?:example|beispiel|muster))"
)
"""What may be translated in code: strings, place-holders in brackets of any form, whose account at an example it is."""
CUT = frozenset((("...",), ("…",), ("(...)",)))
"""A line that stands for those of a program's output that are not shown."""
WORDS = re.compile(r"[^\s\"'<>]+")
NAME = re.compile(r"\w+")
HOLE = "\ufffc"
"""Stands for a place-holder or a string."""
RULER = re.compile(r"([=_*~+-])\1{4,}")
"""A drawn line, which is as long as the words above it."""
SIGNS = re.compile(r"[=;{}$|\\/<>@#]|\w\(|(?:^|\s)-{1,2}\w|^\s*[a-z][\w.-]*\s")
"""What a line of code has, and a line that a program prints has not."""
PROSE = frozenset(("the", "and", "your", "of", "with", "are", "an"))
"""Words that only a sentence has."""
LOCALES = frozenset(("de", "de-de", "de_de", "en", "en-us", "en_us", "en-gb", "us", "gb"))
ALIASES = {
    **dict.fromkeys(("bash", "shell", "console", "shellsession", "shell-session", "zsh", "terminal", "fish"), "sh"),
    **dict.fromkeys(("txt", "plain", "plaintext", "none", "output", "log"), "text"),
    "yml": "yaml",
    "js": "javascript",
    "ts": "typescript",
    "py": "python",
    "golang": "go",
    "md": "markdown",
    "conf": "ini",
    "systemd": "ini",
}
OWNERS = re.compile(r"\b(?:my|your|mein|meine|dein|deine|ihr|ihre)[-_](?=\w)", re.IGNORECASE)
"""How place-holders begin that each language words its own way: `my-app-id`, `your-app-id`."""
DIGITS = re.compile(r"\d+")
COMMA = re.compile(r"(?<=\d),(?=\d)")
"""What a calculation has in German where English has a point; a list of numbers has it in both."""
LETTERS = re.compile(r"[^\W\d_]+")


def blocks(section: Section, article: Article) -> tuple[Node, ...]:
    """The blocks of code in a section; not sentences that are code only because an HTML element indents them."""
    return tuple(node for node in nodes(section, "pre") if not _is_prose(node, article))


def _is_prose(node: Node, article: Article) -> bool:
    if any(FENCE.match(line) for line in manuscript(article)[node.at.line - 1 : node.at.line]):
        return False
    text = words_of(node)
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    is_prose = all(map(SENTENCE.fullmatch, lines)) or max(evidence(text, article.language)) >= SURE
    return is_prose and not re.search(r"[;{}=$]|^\W*[#>]", text)


def language(node: Node) -> str:
    """The language that a block of code names, in lower case."""
    names = (name for each in node.walk() for name in each.get("class").split())
    return next((name.removeprefix("language-").casefold() for name in names if name.startswith("language-")), "")


def same_language(one: str, other: str) -> bool:
    """Whether two names are one language's: `sh` and `bash` are coloured alike."""
    return ALIASES.get(one, one) == ALIASES.get(other, other)


def alike(text: str, original: str) -> float:
    """The share of words that two blocks of code have in common."""
    here, there = set(WORDS.findall(text)), set(WORDS.findall(original))
    return len(here & there) / (len(here | there) or 1)


def difference(text: str, original: str) -> tuple[str, str] | None:
    """What stands in each language where the code first differs; None where only translatable words do."""
    if _words(text, PROMPT) == _words(original, PROMPT):  # what looks like a comment may be a prompt
        return None
    here, there = _lines(COMMA.sub(".", text)), _lines(COMMA.sub(".", original))
    for what, i, j, k, m in SequenceMatcher(None, there, here, autojunk=False).get_opcodes():
        if not CUT.isdisjoint((*there[max(0, i - 1) : j + 1], *here[max(0, k - 1) : m + 1])):
            continue  # one shows more of it
        found = None if what == "equal" else _changed(there[i:j], here[k:m])
        if found or what in {"delete", "insert"}:
            found = found or (" ".join(here[k][:3]) if k < m else "", " ".join(there[i][:3]) if i < j else "")
            return found[0].replace(HOLE, "…"), found[1].replace(HOLE, "…")
    return None


def contained(text: str, section: str) -> bool:
    """Whether some code stands in a section, in whatever form."""
    return "".join(text.split()) in "".join(section.split())


def _changed(there: list[tuple[str, ...]], here: list[tuple[str, ...]]) -> tuple[str, str] | None:
    """The words that differ in lines that differ, unless they are German words and their translation."""
    if len(there) == len(here):
        couples = [each for each in zip(there, here, strict=True) if not _says_the_same(*each)]
        there, here = [line for line, _ in couples], [line for _, line in couples]
    left, right = [word for line in there for word in line], [word for line in here for word in line]
    for what, i, j, k, m in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        german = any(is_german(part) for word in left[i:j] for part in LETTERS.findall(word))
        locale = {word.casefold() for word in (*left[i:j], *right[k:m])} <= LOCALES
        digits = what == "replace" and j - i == m - k and all(map(_has_other_digits, left[i:j], right[k:m]))
        if what != "equal" and (digits or not german) and not locale and not PROSE.intersection(right[k:m]):
            return _shown(right, k, m), _shown(left, i, j)
    return None


def _shown(words: list[str], start: int, end: int) -> str:
    """The words of a line from a place, with the one before them where they are place-holders alone."""
    shown = words[start : end + 1][:3]
    return " ".join(shown if "".join(shown).strip(HOLE) else words[max(0, start - 1) : end + 1][:4])


def slip(text: str, original: str) -> tuple[str, str]:
    """The words that differ in two pieces of code."""
    here, there = set(NAME.findall(text)), set(NAME.findall(original))
    return " ".join(sorted(here - there)), " ".join(sorted(there - here))


def _says_the_same(there: tuple[str, ...], here: tuple[str, ...]) -> bool:
    """Whether a line is a sentence that was translated, or is the other's but for what fills a place-holder."""
    line, other = " ".join(there), " ".join(here)
    if _is_printed(line) and not SIGNS.search(other):
        return True
    return any(HOLE in one and _filled(one).fullmatch(two) for one, two in ((line, other), (other, line)))


def _is_printed(line: str) -> bool:
    """Whether a line is German words that a program says."""
    parts = LETTERS.findall(line)
    return not SIGNS.search(line) and len(parts) >= FEW and any(map(is_german, parts))


def _filled(line: str) -> re.Pattern[str]:
    return re.compile(r"\S*".join(map(re.escape, line.split(HOLE))))


def _has_other_digits(word: str, other: str) -> bool:
    """Whether two words are the same but for the numbers in them."""
    return bool(DIGITS.search(word)) and DIGITS.sub("0", word) == DIGITS.sub("0", other)


def _lines(text: str) -> list[tuple[str, ...]]:
    bare = RULER.sub(r"\1", OWNERS.sub("", FREE.sub(HOLE, PROMPT.sub("", COMMENTS.sub(" ", text)))))
    rows = (tuple(WORDS.findall(line)) for line in bare.split("\n"))
    return [words for words in rows if "".join(words).strip(HOLE)]


def _words(text: str, without: re.Pattern[str]) -> list[str]:
    return WORDS.findall(without.sub("", text))
