"""Stories -> findings and cards, on all cores where there are many.

In: the names of stories with their manuscripts. Out: :class:`Examined`, what was found in each; with a library that has
a store, the stories that were read lie there for the outputs.
"""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from ...check import RULES, check
from ...check.claims import claims_of
from ...check.day import ALWAYS, Day
from ...check.told.selection import selected
from ...frozen import dataclass
from ...held import let_go
from ...library import Library, card_of, read_story, readers
from ..workers.executor import look_through, place, processors

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator, Mapping, Sequence

    from ...check.claims import Claims
    from ...findings import Finding
    from ...house import House
    from ...model import Card
    from ..workers.executor import Place

MANY = 40
"""From this many stories on a second process is worth its start."""
TOGETHER = 8
"""Stories that a process is given at once."""


@dataclass(frozen=True, slots=True)
class Examined:
    """The findings of a story (None: not checked), the cards of its articles, the digests of what was read.

    ``days`` are the first and the last day on which the same would be found.
    """

    name: str
    findings: tuple[Finding, ...] | None
    cards: tuple[Card, ...]
    digests: tuple[tuple[str, str], ...]
    days: tuple[str, str] = ALWAYS

    @property
    def claims(self) -> Claims:
        """What its articles claim in the whole publication."""
        return claims_of(self.cards)


def examine(  # noqa: PLR0913 - what is examined, and how
    library: Library,
    stories: Mapping[str, Sequence[str]],
    house: House,
    *,
    wanted: Container[str] | None = None,
    given: Mapping[str, bytes] | None = None,
    jobs: int = 0,
) -> Iterator[Examined]:
    """What is found in stories, in their order.

    Only those that are ``wanted`` (None: all) are checked; ``given`` has bytes that stand for a file's (standard
    input).
    """
    jobs = jobs or processors()
    if len(stories) >= MANY:
        look_through()
    if len(stories) < MANY or jobs == 1:
        for name, paths in stories.items():
            yield _one(library, house, name, paths, given or {}, is_checked=wanted is None or name in wanted)
        return
    readers()
    small = Library(library.root, library.settings, library.store, library.reader, held=1)
    work = partial(_row, small, house, wanted)
    names = list(stories.items())
    rows = [names[start : start + TOGETHER] for start in range(0, len(names), TOGETHER)]
    with place(jobs) as here:
        waiting: deque[Callable[[], list[Examined]]] = deque()
        for row in rows:
            waiting.append(_promise(here, partial(work, row)))
            if len(waiting) > here.width:
                yield from waiting.popleft()()
        while waiting:
            yield from waiting.popleft()()


def _promise(here: Place, work: Callable[[], list[Examined]]) -> Callable[[], list[Examined]]:
    """Work begun elsewhere; where a process was ended (out of memory, by somebody), it is done here."""
    try:
        future = here.executor.submit(work)
    except here.broken:
        return work

    def result() -> list[Examined]:
        try:
            return future.result()
        except here.broken:
            return work()

    return result


def _row(
    library: Library,
    house: House,
    wanted: Container[str] | None,
    stories: Sequence[tuple[str, Sequence[str]]],
) -> list[Examined]:
    return [
        _one(library, house, name, paths, {}, is_checked=wanted is None or name in wanted) for name, paths in stories
    ]


def _one(  # noqa: PLR0913 - what is examined, and how
    library: Library,
    house: House,
    name: str,
    paths: Sequence[str],
    given: Mapping[str, bytes],
    *,
    is_checked: bool,
) -> Examined:
    own = {path: given[path] for path in paths if path in given}
    story = read_story(library.root, name, paths, house.settings, own) if own else library.story(name, paths)
    digests = tuple((reading.path, reading.digest) for reading in story.readings)
    cards = tuple(card_of(article, house.concepts) for article in story.articles)
    day = Day.of(house.today)
    found = check(story, replace(house, today=day), selected(RULES, house.settings.check)) if is_checked else None
    let_go()
    return Examined(name, found, cards, digests, day.said)
