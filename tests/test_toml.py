"""The line of a TOML key, however it is written."""

from __future__ import annotations

import pytest

from pipeline import toml

TEXT = '''# a = 1
[one]
a = 1
"b c" = 2
[one.two]
x = """
a = 3
"""
deep.er = 4
inline = { k = { j = 1 }, "q" = 2 }
[[list]]
name = 1
'''


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        (("one",), "t:2:2"),
        (("one", "a"), "t:3:1"),
        (("one", "b c"), "t:4:1"),
        (("one", "two", "deep", "er"), "t:9:1"),
        (("one", "two", "inline", "q"), "t:10:27"),
        (("one", "two", "inline", "k", "j"), "t:10:12"),
        (("list", "name"), "t:12:1"),
        (("one", "absent"), "t:2:2"),
        (("absent",), "t:1:1"),
    ],
)
def test_place(keys: tuple[str, ...], place: str) -> None:
    """A key is found by its tables; of one that is absent, the nearest around it."""
    assert str(toml.place(TEXT, "t", keys)) == place


def test_nearest() -> None:
    """The nearest known name is offered, unless none is near."""
    assert toml.nearest("tilte", ["title", "date"]) == "title"
    assert not toml.nearest("xyz", ["title", "date"])
