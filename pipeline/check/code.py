"""Code of two languages, without what may be translated in it.

In: blocks of code. Out: their languages, and what differs although nobody would translate it.

Comments, prompts, strings, place-holders in brackets and lines of prose may be translated; and names that a German
writer chose, such as ``meinegruppe``, may be chosen anew.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from ..align.words import is_german
from ..facts.idiom import evidence
from .lists import manuscript
from .shapes import nodes, words_of

if TYPE_CHECKING:
    from ..model import Article, Node, Section

FENCE = re.compile(r"[\s>*+-]*(?:\d+[.)]\s+)?(?:```|~~~)")
SENTENCE = re.compile(r"[_*]*[A-ZÄÖÜ][^\W\d_]+(?: [^\s/\\]+){2,}[.!?][_*]*")
SURE = 2
"""Words that only one language has in an indented block that is prose."""
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
)
"""What may be translated in code: strings, and place-holders in brackets of any form."""
WORDS = re.compile(r"[^\s\"'<>]+")
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
    here, there = _lines(text), _lines(original)
    for what, i, j, k, m in SequenceMatcher(None, there, here, autojunk=False).get_opcodes():
        found = None if what == "equal" else _changed(there[i:j], here[k:m])
        if found or what in {"delete", "insert"}:
            return found or (" ".join(here[k][:3]) if k < m else "", " ".join(there[i][:3]) if i < j else "")
    return None


def contained(text: str, section: str) -> bool:
    """Whether some code stands in a section, in whatever form."""
    return "".join(text.split()) in "".join(section.split())


def _changed(there: list[tuple[str, ...]], here: list[tuple[str, ...]]) -> tuple[str, str] | None:
    """The words that differ in lines that differ, unless they are German words and their translation."""
    left, right = [word for line in there for word in line], [word for line in here for word in line]
    for what, i, j, k, m in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        german = any(is_german(part) for word in left[i:j] for part in LETTERS.findall(word))
        locale = {word.casefold() for word in (*left[i:j], *right[k:m])} <= LOCALES
        if what != "equal" and not german and not locale and not PROSE.intersection(right[k:m]):
            return " ".join(right[k : m + 1][:3]), " ".join(left[i : j + 1][:3])
    return None


def _lines(text: str) -> list[tuple[str, ...]]:
    bare = OWNERS.sub("", FREE.sub(" ", PROMPT.sub("", COMMENTS.sub(" ", text))))
    return [words for line in bare.split("\n") if (words := tuple(WORDS.findall(line)))]


def _words(text: str, without: re.Pattern[str]) -> list[str]:
    return WORDS.findall(without.sub("", text))
