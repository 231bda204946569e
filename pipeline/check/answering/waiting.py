"""What of one side has no answer yet, found by what an answer must share with it.

In: things in order, and what each of them can be asked by. Out: those that share it, in their order, until they are
taken. A section can hold ten thousand numbers: to hold each against each would take minutes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

Thing = TypeVar("Thing")


class Waiting(Generic[Thing]):
    """Things without an answer; ``keys`` gives what each may be asked by."""

    def __init__(self, row: Sequence[Thing], keys: Callable[[Thing], Iterable[Hashable]]) -> None:
        self._row = dict(enumerate(row))
        self._keys = keys
        self._places: dict[Hashable, dict[int, None]] = {}
        for place, each in self._row.items():
            for key in keys(each):
                self._places.setdefault(key, {})[place] = None

    def sharing(self, keys: Iterable[Hashable]) -> Iterator[tuple[int, Thing]]:
        """Those that can be asked by one of some keys, with their places."""
        found = [self._places[key] for key in keys if self._places.get(key)]
        places = found[0] if len(found) == 1 else sorted({place for row in found for place in row})
        return ((place, self._row[place]) for place in places)

    def first(self, keys: Iterable[Hashable], is_apt: Callable[[Thing], bool]) -> int | None:
        """The place of the first apt one of those that can be asked by one of some keys: no other is looked at."""
        rows = (self._places.get(key, ()) for key in keys)
        found = (next((place for place in row if is_apt(self._row[place])), None) for row in rows)
        return min((place for place in found if place is not None), default=None)

    def take(self, place: int) -> Thing:
        """Take one out: it has its answer."""
        thing = self._row.pop(place)
        for key in self._keys(thing):
            self._places[key].pop(place, None)
        return thing

    def left(self) -> list[Thing]:
        """Those that are still there, in their order."""
        return list(self._row.values())
