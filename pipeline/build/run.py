"""Stale steps -> bytes, on an executor: in this process for little work, a pool of processes for much.

In: steps whose file is not current. Out: what each made, in the order of the plan.

A worker builds one theme and keeps it; a step travels as its output's name and its value.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

from ..errors import LimitError, MakingError, MissingToolError, ZweiblattError
from ..findings import Message
from ..model import Span
from ..render.theme import Theme
from .limits import limited
from .plan import outputs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from concurrent.futures import Future
    from pathlib import Path

    from ..config import Settings
    from ..render.output import Made
    from .plan import Step

MANY = 8
"""From this many stale PDFs on a second process is worth its start."""

_theme: Theme | None = None


def make(
    steps: Sequence[Step], settings: Settings, folders: Sequence[Path], jobs: int, *, keep_going: bool
) -> Iterator[tuple[Step, Made | ZweiblattError]]:
    """Make the steps, the slow ones (PDFs) on as many processes as pay; with ``keep_going`` a failure is a result."""
    slow = sum(step.family == "pdf" for step in steps)
    jobs = jobs or os.cpu_count() or 1
    begin(settings, folders)
    if jobs == 1 or slow < MANY:
        for step in steps:
            yield step, _tried(partial(one, step.family, step.output.name, step.value, step.target), keep_going)
        return
    if slow:
        pdf_trouble()  # the import that all workers inherit
    with _pool(jobs) as pool:
        futures = [(step, _submitted(pool, step)) for step in steps]
        for step, future in futures:
            yield step, _tried(partial(_result, step, future), keep_going)


def _pool(jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("fork"), initializer=gc.freeze)


def _submitted(pool: ProcessPoolExecutor, step: Step) -> Future[Made] | None:
    try:
        return pool.submit(one, step.family, step.output.name, step.value, step.target)
    except BrokenProcessPool:
        return None


def _result(step: Step, future: Future[Made] | None) -> Made:
    """What a worker made; where the pool is broken, the step is made alone, so that the guilty one is named."""
    try:
        if future:
            return future.result()
    except BrokenProcessPool:
        pass  # this step or a neighbour has ended its process: what follows tells which
    try:
        with _pool(1) as pool:
            return pool.submit(one, step.family, step.output.name, step.value, step.target).result()
    except BrokenProcessPool:
        arguments = (("target", step.target),)
        message = Message("{target}: the process that made it was ended, perhaps for want of memory", arguments)
        raise LimitError(message, _at(step.value)) from None


def _at(value: Any) -> Span | None:  # noqa: ANN401 - any value of an output
    """The manuscript of a value that is of one article."""
    article = getattr(value, "article", None)
    return Span(article.manuscript.path, 1) if article else None


def _tried(ask: Callable[[], Made], keep_going: bool) -> Made | ZweiblattError:  # noqa: FBT001 - what to do with a failure
    try:
        return ask()
    except MakingError as error:
        if not keep_going:
            raise
        return error


def pdf_trouble() -> ZweiblattError | None:
    """What is missing for PDFs on this machine; None where they can be made."""
    try:
        import_module("pipeline.render.pdf.door").check_pango()
    except MissingToolError as error:
        return error
    return None


def begin(settings: Settings, folders: Iterable[Path]) -> None:
    """Build this process's theme."""
    global _theme  # noqa: PLW0603 - one theme per process, inherited by forked workers
    _theme = Theme(settings, tuple(folders))


def one(family: str, name: str, value: Any, target: str) -> Made:  # noqa: ANN401 - any value of an output
    """Make one file; what goes wrong says of which."""
    output = next(each for each in outputs((family,))[family] if each.name == name)
    try:
        with limited(_at(value)):
            return output(value, _theme)
    except ZweiblattError as error:
        arguments = (*error.message.arguments, ("target", target))
        template = "{target}: " + error.message.template
        raise type(error)(Message(template, arguments), error.at) from error
