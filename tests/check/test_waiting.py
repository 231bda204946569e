"""What has no answer yet is found by what an answer must share with it, in its order, until it is taken."""

from __future__ import annotations

from pipeline.check.answering.waiting import Waiting


def test_sharing_and_taking() -> None:
    """One that shares several keys is found once; one that was taken is found no more."""
    waiting = Waiting(["ab", "b", "ac", "c"], tuple)
    assert list(waiting.sharing("ab")) == [(0, "ab"), (1, "b"), (2, "ac")]
    assert list(waiting.sharing("c")) == [(2, "ac"), (3, "c")]
    assert list(waiting.sharing("x")) == []
    assert waiting.take(2) == "ac"
    assert list(waiting.sharing("ac")) == [(0, "ab"), (3, "c")]
    assert waiting.left() == ["ab", "b", "c"]


def test_the_first_that_is_apt() -> None:
    """The earliest of those that share a key, whichever key it is."""
    waiting = Waiting(["b1", "a1", "b2", "a2"], tuple)
    assert waiting.first("ab", lambda each: each.endswith("2")) == 2
    assert waiting.first("a", lambda each: each.endswith("2")) == 3
    assert waiting.take(2) == "b2"
    assert waiting.first("ab", lambda each: each.endswith("2")) == 3
    assert waiting.first("b", lambda each: each.endswith("2")) is None
    assert waiting.first("x", lambda _: True) is None
