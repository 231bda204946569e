"""A style sheet -> the files that it names: other sheets, fonts, pictures. The one door to tinycss2.

In: the sheet's name in the theme, its bytes. Out: names in the theme, as an address relative to the sheet leads to
them; what leads elsewhere is left out. More is named than is read (every quoted text counts), never less.

What a sheet imports is read anew each time that it is imported: thirty sheets that each import the next one twice are
read a billion times. So their number is bounded before anything is made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import unquote, urljoin

from ..errors import MakingError
from ..findings import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

ENDING = ".css"
DEEPEST = 100
"""Brackets within each other: WeasyPrint goes down each of them by calls of itself."""
MOST_BYTES = 1 << 19
"""Bytes of a style sheet, 25 times what the longest shipped one has: WeasyPrint needs a second for each 100 KB."""
MOST_SHEETS = 100
"""Sheets that one imports, with all that these import, each as often as it is imported."""
BASE = "https://zweiblatt.invalid/"
"""A constant address that nothing has: what is made of addresses never holds this machine's paths."""


class Asked(NamedTuple):
    """The files that a sheet names, sorted; and those that it imports, each as often as it does."""

    named: list[str]
    imported: list[str]


def asked(sheet: str, data: bytes) -> Asked:
    """What a sheet asks for."""
    import tinycss2  # type: ignore[import-untyped]  # noqa: PLC0415 - a door: loaded where a sheet is new

    if len(data) > MOST_BYTES:
        found = (("name", sheet), ("limit", str(MOST_BYTES)))
        raise MakingError(Message("the style sheet {name} has more than {limit} bytes", found))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        arguments = (("name", f"{sheet}:{line}"),)
        raise MakingError(Message("the style sheet {name} is not UTF-8", arguments)) from None
    tokens = tinycss2.parse_component_value_list(text, skip_comments=True)
    every = {name for address in _addresses(sheet, tokens) if (name := place(sheet, address))}
    imported = [name for address in _imports(sheet, tokens) if (name := place(sheet, address))]
    return Asked(sorted(every - {sheet}), imported)


def at_rules(text: str) -> Iterator[tuple[str, int]]:
    """The rules of a sheet that begin with ``@``, those in layers too: their names and lines."""
    import tinycss2  # noqa: PLC0415 - a door: loaded where a sheet is new

    waiting = [tinycss2.parse_stylesheet(text, skip_comments=True)]
    while waiting:
        for rule in waiting.pop():
            if rule.type == "at-rule":
                yield rule.lower_at_keyword, rule.source_line
                if rule.lower_at_keyword == "layer" and rule.content:
                    waiting.append(tinycss2.parse_rule_list(rule.content, skip_comments=True))


def bound(sheet: str, imports: Callable[[str], Sequence[str]], size: Callable[[str], int]) -> None:
    """Raise a MakingError where sheets import each other in a circle, or are too many or too long with all of it."""
    done: dict[str, tuple[int, int]] = {}
    opened = {sheet: iter(imports(sheet))}
    while opened:
        name = next(reversed(opened))
        each = next(opened[name], None)
        if each is None:
            del opened[name]
            rows = [done[other] for other in imports(name)]
            done[name] = 1 + sum(count for count, _ in rows), size(name) + sum(length for _, length in rows)
            _held(name, *done[name])
        elif each in opened:
            circle = [*opened][[*opened].index(each) :]
            arguments = (("name", circle[-1]), ("other", each), ("circle", ", ".join(circle)))
            raise MakingError(
                Message(
                    "the style sheet {name} imports {other}, in a circle ({circle}): leave one of them out", arguments
                )
            )
        elif each not in done:
            opened[each] = iter(imports(each))


def _held(sheet: str, count: int, length: int) -> None:
    if count > MOST_SHEETS + 1:
        found = (("name", sheet), ("limit", str(MOST_SHEETS)))
        said = "the style sheet {name} imports more than {limit} others, each counted as often as it is read: join them"
        raise MakingError(Message(said, found))
    if length > MOST_BYTES:
        found = (("name", sheet), ("limit", str(MOST_BYTES)))
        raise MakingError(Message("the style sheet {name} has more than {limit} bytes with all that it imports", found))


def place(sheet: str, address: str) -> str:
    """Where an address in a sheet leads, as a name in the theme; nothing where it leads out of it."""
    try:
        whole = urljoin(f"{BASE}{sheet}", address.strip())
    except ValueError:
        return ""
    name = unquote(whole.removeprefix(BASE).partition("#")[0].partition("?")[0])
    return name if whole.startswith(BASE) and "\0" not in name else ""


def _imports(sheet: str, tokens: Iterable[Any]) -> Iterator[str]:
    """The addresses in rules that import, wherever they stand: some of them do nothing there."""
    is_import = False
    for token in tokens:
        if token.type == "at-keyword" or token == ";":  # noqa: S105 - a token of a style sheet
            is_import = getattr(token, "lower_value", "") == "import"
        elif is_import:
            yield from _addresses(sheet, (token,))
        elif token.type == "{} block":
            yield from _imports(sheet, token.content)


def _addresses(sheet: str, tokens: Iterable[Any]) -> Iterator[str]:
    """The values of all addresses and quoted texts; a MakingError where brackets are nested too deep to be laid out."""
    waiting = [(token, 0) for token in tokens]
    while waiting:
        token, depth = waiting.pop()
        if depth > DEEPEST:
            arguments = (("name", f"{sheet}:{token.source_line}"), ("limit", str(DEEPEST)))
            raise MakingError(Message("the style sheet {name} nests brackets more than {limit} deep", arguments))
        if token.type in {"url", "string"}:
            yield token.value
        inner = getattr(token, "arguments", None) or getattr(token, "content", None) or ()
        waiting += [(each, depth + 1) for each in inner]
