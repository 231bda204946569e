"""connectives.toml -> what joins a clause to its sentence: because is weil, and since and as may be.

In: the data file beside this module. Out: :func:`connectives`, by language and word the groups that it belongs to.
"""

from __future__ import annotations

from functools import cache

from .tables import table


@cache
def connectives() -> dict[str, dict[str, frozenset[str]]]:
    """Each word, and tokens for what it may say of its clause."""
    found: dict[str, dict[str, frozenset[str]]] = {"de": {}, "en": {}}
    for number, group in enumerate(table("connectives")["connective"]):
        for language, words in found.items():
            for word in group[language].split():
                words[word] = words.get(word, frozenset()) | {f"~{number}"}
    return found
