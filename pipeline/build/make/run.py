"""Stale steps -> bytes, on an executor: in this process for little work, elsewhere for much.

In: steps whose file is not current, and what gives the value of each. Out: :class:`Result`, what each made, in the
order of the plan. Each process builds one theme and keeps it; a step travels as its output's name and its value.
"""

from __future__ import annotations

import threading
from collections import deque
from concurrent.futures import BrokenExecutor
from functools import cache, partial
from importlib import import_module
from itertools import groupby
from typing import TYPE_CHECKING, Any

from ...errors import LimitError, MakingError, MissingToolError, ZweiblattError
from ...findings import Message
from ...frozen import dataclass
from ...model import Span
from ...render.output import Spread
from ...render.stopped import at_work
from ...render.theme import Theme
from ...wording import of_file
from ..survey.families import outputs
from ..workers import parcel
from ..workers.executor import Here, Place, look_through, place, pool, processors
from ..workers.limits import limited
from ..workers.stops import Stops

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from concurrent.futures import Future
    from pathlib import Path

    from ...config import Settings
    from ...model import Article
    from ...render.output import Made, Output
    from ..plan.plan import Source, Step, Value
    from ..survey.wish import Wish

    Row = tuple[str, str, str]
    """A step as it travels: family, name of the output, target."""
    Outcome = Made | ZweiblattError

COSTS = {"pdf": 8}
"""What a file of a family costs, if a page costs 1: measured on the shipped articles."""
WORTH = 64
"""From this cost on a second process is worth its start."""


@dataclass(frozen=True, slots=True)
class Result:
    """A step, the value that it was made of (None if that could not be had), and what came of it."""

    step: Step
    value: Value | None
    made: Outcome


def make(
    steps: Sequence[Step], ask: Callable[[Source], Value], wish: Wish, stops: Stops | None = None
) -> Iterator[Result]:
    """Make the steps where it pays; ``ask`` gives the value of a step, at the time when it is needed.

    ``stops`` are the templates that this build has stopped by now; more of them are added.
    """
    stops = Stops() if stops is None else stops
    settings, folders = wish.house.settings, wish.folders
    cost = sum(COSTS.get(step.family, 1) for step in steps)
    jobs = (wish.jobs or processors()) if cost >= WORTH and not wish.executor else 1
    if cost >= WORTH:
        look_through()
    begin(settings, folders, stops)
    if jobs > 1 and any(step.family == "pdf" for step in steps):
        pdf_trouble()  # the import that all workers inherit
    with place(jobs, wish.executor if steps else "") as where:
        theme = where.share(parcel.pack(settings, folders)) if where.is_far else None
        waiting: deque[tuple[Sequence[Step], Value | None, Future[Any] | ZweiblattError]] = deque()
        for task in _tasks(steps):
            value, future = _begun(task, ask, where, theme)
            waiting.append((task, value, future))
            if len(waiting) >= where.width:
                yield from _noted(_results(*waiting.popleft(), where), stops)
        while waiting:
            yield from _noted(_results(*waiting.popleft(), where), stops)


def _noted(results: Iterable[Result], stops: Stops) -> Iterator[Result]:
    """What other processes stopped is known here too."""
    for result in results:
        stops.note(result.made, result.step.target, result.step.articles)
        yield result


def _tasks(steps: Iterable[Step]) -> Iterator[Sequence[Step]]:
    """Steps that are worth a journey together: those of one value, but each PDF by itself."""
    for _, row in groupby(steps, key=lambda step: (id(step.source), step.target if step.family == "pdf" else "")):
        yield tuple(row)


def _begun(
    task: Sequence[Step],
    ask: Callable[[Source], Value],
    where: Place,
    theme: Any,  # noqa: ANN401 - a future of the cluster
) -> tuple[Value | None, Future[Any] | ZweiblattError]:
    try:
        value = ask(task[0].source)
    except ZweiblattError as error:
        return None, error
    rows = tuple((step.family, step.output.name, step.target) for step in task)
    try:
        if where.is_far:
            return value, where.executor.submit(far, theme, rows, value, _stops)
        return value, where.executor.submit(work, rows, value)
    except where.broken:
        return value, _ended(task[0], value)


def _results(
    task: Sequence[Step],
    value: Value | None,
    begun: Future[Any] | ZweiblattError,
    where: Place,
) -> Iterator[Result]:
    """What a task made; where a process was ended, each step is made alone, so that the guilty one is named."""
    made: Iterable[Outcome]
    try:
        made = [begun] * len(task) if isinstance(begun, ZweiblattError) else begun.result()
    except where.broken:
        made = [_ended(step, value) if where.is_far or value is None else _alone(step, value) for step in task]
    for step, outcome in zip(task, made, strict=True):
        yield Result(step, value, outcome)


def _alone(step: Step, value: Value) -> Outcome:
    executor = pool(1) or Here()
    try:
        (made,) = executor.submit(work, ((step.family, step.output.name, step.target),), value).result()
    except BrokenExecutor:
        return _ended(step, value)
    finally:
        executor.shutdown()
    outcome: Outcome = made
    return outcome


def _ended(step: Step, value: Value | None) -> LimitError:
    message = Message(
        "{target}: the process that made it was ended, perhaps for want of memory", (("target", step.target),)
    )
    return LimitError(message, _at(value))


def _at(value: Value | None) -> Span | None:
    """The manuscript of a value that is of one article, or of two side by side."""
    article = next(_shown(value), None)
    return Span(article.manuscript.path, 1) if article else None


def _articles(value: Value) -> frozenset[tuple[str, str]]:
    """The articles that a value shows whole, as its step has them."""
    return frozenset((article.story, article.language.value) for article in _shown(value))


def _shown(value: Value | None) -> Iterator[Article]:
    sheets = (value.left, value.right) if isinstance(value, Spread) else (value,)
    return (article for sheet in sheets if (article := getattr(sheet, "article", None)))


_theme: Theme | None = None
_stops = Stops()
_one_at_a_time = threading.Lock()


def begin(settings: Settings, folders: Iterable[Path], stops: Stops | None = None) -> None:
    """Build this process's theme; ``stops`` are what the build has stopped by now."""
    global _theme, _stops  # noqa: PLW0603 - one theme per process, inherited by forked workers
    _theme = Theme(settings, tuple(folders))
    _stops = Stops() if stops is None else stops


def work(rows: Sequence[Row], value: Value) -> tuple[Outcome, ...]:
    """Make the files of one value, each by itself: what goes wrong with one says so and leaves the others."""
    return tuple(_tried(family, name, value, target) for family, name, target in rows)


def far(packed: parcel.Parcel, rows: Sequence[Row], value: Value, stops: Stops) -> tuple[Outcome, ...]:
    """The same on another machine. Threads of one process take turns: the libraries underneath expect no others."""
    global _theme, _stops
    with _one_at_a_time:
        _theme, _stops = parcel.unpack(packed), stops
        return work(rows, value)


def _tried(family: str, name: str, value: Value, target: str) -> Outcome:
    output, theme, articles = _output(family, name), _theme, _articles(value)
    assert theme  # noqa: S101 - begun
    theme.bar(_stops.barred(target, articles))
    try:
        return limited(lambda: output(value, theme), _at(value), partial(at_work, theme))
    except ZweiblattError as error:
        _stops.note(error, target, articles)
        return error.told(of_file(target, error.message), error.at or _at(value))
    except UnicodeEncodeError as error:  # no article has a lone surrogate: a template wrote it
        code = f"U+{ord(error.object[error.start]):04X}"
        template = "{target}: the character {code} cannot be written; take it out of the template"
        return MakingError(Message(template, (("target", target), ("code", code))), _at(value))
    except OSError as error:
        arguments = (("target", target), ("file", str(error.filename or "?")), ("why", error.strerror or str(error)))
        return MakingError(Message("{target}: {file} cannot be used: {why}", arguments), _at(value))


@cache
def _output(family: str, name: str) -> Output:
    return next(each for each in outputs((family,))[family] if each.name == name)


def pdf_trouble() -> ZweiblattError | None:
    """What is missing for PDFs on this machine; None where they can be made."""
    try:
        import_module("pipeline.render.pdf.door").check_pango()
    except MissingToolError as error:
        return error
    return None
