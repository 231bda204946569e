"""A name is counted in a text as its forms say, though the words of the text are looked up."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.facts.names.mentioned import mentions, pattern
from pipeline.facts.names.names import SHORTEST_WORD, aliases

PIECES = (
    "Ravena",
    "RAVENA",
    "ravenas",
    "Ravenases",
    "’s",
    "'s",
    "s",
    "es",
    "ES",
    "x",
    "9",
    "_",
    "-",
    " ",
    ".",
    "\n",
    "Ü",
    "²",
)
NAMES = ("Ravena", "Ravenas", "KI", "UNO", "EU", "USA", "Wien", "Ü")


def by_forms(name: str, text: str) -> int:
    """How often a text has the forms of a name, by their pattern."""
    stem = name.removesuffix("s") if len(name) > SHORTEST_WORD else name
    return len(pattern(name, stem).findall(text))


@pytest.mark.parametrize("name", [*NAMES, *(name for name in aliases() if name.isalpha())])
def test_as_the_forms_say(name: str) -> None:
    """Whatever stands before and behind a name or an alias, in large or small letters."""
    for form in (name, *aliases().get(name, ())):
        said = (form, form.lower(), form.upper(), form.capitalize())
        rows = itertools.product(("", " ", "a", "3", "_", "-"), said, ("", "s", "es", "’s", "ES", "n", "3", "_", "-x"))
        text = " ".join(map("".join, rows))
        counted = mentions(name, text)
        assert counted == by_forms(name, text), form
        assert counted


@given(st.lists(st.sampled_from((*PIECES, *NAMES)), max_size=30), st.sampled_from(NAMES))
def test_in_any_text(pieces: list[str], name: str) -> None:
    """The same number, however the text is put together; of a long or strange name, inside of words too."""
    text = "".join(pieces)
    assert mentions(name, text) == by_forms(name, text)


def test_inside_of_a_compound() -> None:
    """A long name is recognised in a word, a short one is not."""
    assert mentions("Webhosting", "our web hosting") == 1
    assert mentions("Web", "our Webhosting") == 0
