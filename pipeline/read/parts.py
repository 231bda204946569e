"""Headings -> roles and ids.

In: a heading's words, its explicit id, the vocabulary. Out: the role of a section, and its id.
"""

from __future__ import annotations

import functools
import re
import tomllib
import unicodedata
from importlib import resources
from typing import TYPE_CHECKING

from ..model import Role

if TYPE_CHECKING:
    from ..config import Settings
    from ..model import Language

REST = re.compile(r"\s*(?::\s|:$|\s[–—-]\s).*$", re.DOTALL)
EXPLICIT = re.compile(r"\s*\{#(?P<id>[^\s{}]+)\}\s*$")
SPELLED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})


@functools.cache
def _known() -> dict[str, dict[str, str]]:
    """Role by folded heading, in each language."""
    text = resources.files("pipeline.vocabulary").joinpath("headings.toml").read_text("utf-8")
    return {
        language: {fold(word): role for role, words in roles.items() for word in words}
        for language, roles in tomllib.loads(text).items()
    }


def fold(heading: str) -> str:
    """A heading as it is compared: lower case, without what follows a colon or a spaced dash."""
    plain = REST.sub("", heading).strip().rstrip("?!.:")
    return re.sub(r"\s+", " ", plain).casefold()


def role(heading: str, language: Language, settings: Settings) -> Role | None:
    """The role that the vocabulary gives a heading."""
    folded = fold(heading)
    for known, name, words in settings.vocabulary:
        if known == language and any(fold(word) == folded for word in words):
            return Role(name)
    found = _known().get(language, {}).get(folded)
    return Role(found) if found else None


def ascii_id(words: str) -> str:
    """The words of a heading as an id: ``was-heisst-offen``."""
    plain = unicodedata.normalize("NFKD", words.translate(SPELLED)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:80].strip("-")
