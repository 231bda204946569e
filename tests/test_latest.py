"""The answer to the last question is held for the very values that it was asked of."""

from __future__ import annotations

from pipeline.held import latest


def test_only_the_last_question_is_held() -> None:
    """Values that are equal and not the same are asked anew, as are those before the last."""
    asked = []

    @latest
    def joined(first: list[int], second: list[int]) -> list[int]:
        asked.append(first)
        return first + second

    one, same, other = [1], [1], [2]
    assert joined(one, other) is joined(one, other)
    assert len(asked) == 1
    assert joined(same, other) == joined(one, other) == [1, 2]
    assert len(asked) == 3
    assert joined(other, one) == [2, 1]
    assert len(asked) == 4


def test_a_question_that_failed_is_asked_again() -> None:
    """An error is no answer, and leaves the one before it."""

    @latest
    def inverse(number: int) -> float:
        return 1 / number

    zero, half = 0, 2
    for value, expected in ((half, 0.5), (zero, None), (half, 0.5), (zero, None)):
        try:
            assert inverse(value) == expected
        except ZeroDivisionError:
            assert expected is None
