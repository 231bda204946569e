"""Where words may be hyphenated: Pyphen's patterns, each parsed when a word needs it; names like OpenAI stay whole.

In: a language. Out: its dictionary among those that WeasyPrint uses. Pyphen parses all 66,000 German patterns at once,
which costs 0.5 s in each process; an article needs a few hundred of them. A door to Pyphen, behind that to WeasyPrint.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pyphen  # type: ignore[import-untyped]

from ... import compiled

NO_DIGITS = str.maketrans("", "", "0123456789")
PIECE = re.compile(r"(\d?)(\D?)")
ELSE = re.compile(r"\^\^|/.*=")
"""Characters by their numbers, and words that change where they are hyphenated: left to Pyphen's own parser."""
SETTINGS = ("%", "#", "LEFT", "RIGHT", "COMPOUND")
CAPITAL_INSIDE = re.compile(r"[A-ZÄÖÜ]\w*[a-zäöüß]\w*[A-ZÄÖÜ]|[a-zäöüß]\w*[A-ZÄÖÜ]")
"""Names like OpenAI and DeepSeek: a hyphen inside would make another name of them."""

LONGEST_NAME = 20
"""Characters of a name: what is longer must break somewhere."""

Pattern = tuple[int, tuple[int, ...]]


class Patterns(dict[str, Any]):
    """Patterns by their letters; each is parsed when it is asked for."""

    def get(self, letters: str, default: Any = None) -> Any:  # noqa: ANN401 - as dict has it
        """The first place and the values of a pattern."""
        found = super().get(letters, default)
        if type(found) is str:
            found = self[letters] = _parsed(found)
        return found


class Hyphens(pyphen.HyphDict):  # type: ignore[misc] # Pyphen has no types
    """A dictionary of Pyphen whose patterns are parsed late, and which leaves names whole."""

    def __init__(self, path: Path) -> None:
        encoding, _, text = path.read_bytes().partition(b"\n")
        if ELSE.search(said := text.decode(encoding.strip().decode())):
            super().__init__(path)
            return
        made_of = Path(__file__).read_bytes() + said.encode()
        self.patterns = Patterns(compiled.made(f"hyphens/{path.stem}", made_of, lambda: _by_letters(said)))
        self.cache: dict[str, list[Any]] = {}
        self.maxlen = max(map(len, self.patterns))

    def positions(self, word: str) -> list[Any]:
        """Where a word may be hyphenated."""
        is_name = len(word) <= LONGEST_NAME and CAPITAL_INSIDE.search(word)
        return [] if is_name else super().positions(word)


def _by_letters(said: str) -> dict[str, str]:
    """The patterns of a dictionary by their letters, kept for later runs: to tell them apart takes 0.1 s."""
    lines = (line.strip() for line in said.split("\n"))
    given = ((line.translate(NO_DIGITS), line) for line in lines if line and not line.startswith(SETTINGS))
    return {letters: line for letters, line in given if letters != line}


def _parsed(line: str) -> Pattern:
    """``da1her`` -> the place of its first value, and the values from there: 2, (1,)."""
    values = [int(digit or "0") for digit, letter in PIECE.findall(line) if digit or letter]
    places = [place for place, value in enumerate(values) if value]
    return places[0], tuple(values[places[0] : places[-1] + 1])


def prepare(language: str) -> None:
    """Have the dictionary of a language ready; nothing where Pyphen has none."""
    name = pyphen.language_fallback(language)
    if name and not isinstance(pyphen.hdcache.get(pyphen.LANGUAGES[name]), Hyphens):
        pyphen.hdcache[pyphen.LANGUAGES[name]] = Hyphens(pyphen.LANGUAGES[name])
