"""Frozen values behave as those of the standard library, whose methods are written when a module is loaded."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from dataclasses import FrozenInstanceError, replace
from itertools import product
from typing import TYPE_CHECKING, Any

import pytest

from pipeline.frozen import dataclass
from pipeline.model import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    Decorator = Callable[[type], type]


def _made(decorate: Decorator) -> Any:  # noqa: ANN401 - a class of either
    class Place:
        """A place."""

        name: str
        line: int
        ends: tuple[int, ...] = (1, 2)
        seen: tuple[int, ...] = dataclasses.field(default_factory=tuple, repr=False)
        note: str = dataclasses.field(default="", compare=False)

        @property
        def twice(self) -> int:
            """The line, doubled."""
            return 2 * self.line

    return decorate(Place)


OURS = _made(dataclass(frozen=True, slots=True, order=True))
THEIRS = _made(dataclasses.dataclass(frozen=True, slots=True, order=True))
GIVEN: tuple[tuple[tuple[Any, ...], dict[str, Any]], ...] = (
    (("a", 1), {}),
    (("a", 1, (2,)), {"seen": (3,)}),
    (("b",), {"line": 0}),
    (("b",), {"line": 0, "note": "another"}),
    ((), {"line": 1, "name": "a", "ends": ()}),
)


def test_values_are_shown_and_hashed_alike() -> None:
    """What they say of themselves, their fields, their digest by hash()."""
    for given, named in GIVEN:
        one, other = OURS(*given, **named), THEIRS(*given, **named)
        assert repr(one) == repr(other)
        assert hash(one) == hash(other)
        assert dataclasses.astuple(one) == dataclasses.astuple(other)
        assert one.twice == other.twice
    assert OURS.__match_args__ == THEIRS.__match_args__
    assert OURS.__slots__ == THEIRS.__slots__


def test_values_are_compared_alike() -> None:
    """Each pair of values is equal, smaller, greater, as the standard library has it."""
    for (left, named), (right, others) in product(GIVEN, GIVEN):
        one, other = OURS(*left, **named), OURS(*right, **others)
        same, another = THEIRS(*left, **named), THEIRS(*right, **others)
        assert (one == other, one != other) == (same == another, same != another)
        assert (one < other, one <= other, one > other, one >= other) == (
            same < another,
            same <= another,
            same > another,
            same >= another,
        )
    assert OURS("a", 1) != THEIRS("a", 1)
    with pytest.raises(TypeError):
        assert OURS("a", 1) < THEIRS("a", 1)


@pytest.mark.parametrize("given", [(), ("a",), ("a", 1, (), (), "", 5)])
def test_what_a_value_needs_is_asked_for(given: tuple[Any, ...]) -> None:
    """Too few or too many fields are refused, in the same words."""
    with pytest.raises(TypeError) as ours:
        OURS(*given)
    with pytest.raises(TypeError) as theirs:
        THEIRS(*given)
    assert str(ours.value) == str(theirs.value)


def test_nothing_can_be_changed() -> None:
    """No field is set or removed, none is added; another value is made by replace()."""
    one = OURS("a", 1)
    with pytest.raises(FrozenInstanceError):
        one.line = 2
    with pytest.raises(FrozenInstanceError):
        del one.line
    with pytest.raises(FrozenInstanceError):
        one.other = 2
    assert replace(one, line=2) == OURS("a", 2)
    assert one == OURS("a", 1)


def test_values_may_be_equal_to_themselves_alone() -> None:
    """Where nobody compares their fields, they are told apart and hashed by what they are."""
    kind = _made(dataclass(frozen=True, slots=True, eq=False))
    one = kind("a", 1)
    assert one != kind("a", 1)
    assert {one, one} == {one}
    assert repr(one) == repr(OURS("a", 1))


def test_values_travel_to_other_processes() -> None:
    """A copy, and what comes back of bytes, is the same value."""
    place = Span("content/de/a.md", 3, 4, (5, 6))
    assert pickle.loads(pickle.dumps(place)) == place  # noqa: S301 - our own bytes
    assert copy.deepcopy(place) == copy.copy(place) == place


def test_only_frozen_values_are_made() -> None:
    """Whoever asks for another kind is sent to the standard library."""
    with pytest.raises(TypeError):
        _made(dataclass(frozen=False, slots=True))


def test_methods_of_its_own_are_refused() -> None:
    """A class loses no method without a word: one that is written here, or that nobody would call."""
    for name in ("__init__", "__post_init__", "__repr__", "__eq__", "__hash__", "__lt__"):
        kind = type("Place", (), {name: lambda *_: None, "__annotations__": {"line": int}})
        with pytest.raises(TypeError, match=name):
            dataclass(frozen=True, slots=True)(kind)


@pytest.mark.parametrize("field", [dataclasses.field(init=False), dataclasses.field(kw_only=True)])
def test_fields_that_are_not_given_in_order_are_refused(field: Any) -> None:  # noqa: ANN401 - a field
    """They would be taken for others."""
    place = type("Place", (), {"line": field, "__annotations__": {"line": int}})
    kind: Any = dataclass(frozen=True, slots=True)(place)
    with pytest.raises(TypeError, match="line"):
        kind(1)
