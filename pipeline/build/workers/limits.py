"""A step that takes too much time or memory is stopped inside its own process, so that its neighbours are made.

In: what may be taken. Out: a LimitError where a step took more. Killing a pool's worker would fail all steps that wait
for it; a signal and a soft limit end one step alone (both were tried on WeasyPrint).
"""

from __future__ import annotations

import os
import resource
import signal
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from ...errors import LimitError
from ...findings import Message

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...model import Span

Result = TypeVar("Result")

SECONDS = 30.0
"""Processor seconds a file. A PDF of eight pages takes 0.4, one of 500 notes 2.6, one of 80 pages 3.5,
one of 310 pages, the longest text that the reader admits, 16: with 5, what may be written could not be printed."""
MEMORY = 512 * 2**20
"""Bytes that a step may take beside what its process has already."""
STYLE = ".css"
"""How the name of a style sheet ends."""
AGAIN = 0.2
"""Processor seconds after which a stop that a library has swallowed is repeated."""


class _Stopped(BaseException):
    """Time is up. No Exception, so that no library takes it for its own trouble."""


@dataclass(slots=True)
class _Watch:
    """Whether a step is still being watched."""

    is_on: bool = True

    def stop(self, *_: object) -> None:
        """Time is up; a signal that comes after the step is none of its business."""
        if self.is_on:
            raise _Stopped


def nowhere(stopped: BaseException) -> tuple[str, int]:  # noqa: ARG001 - what is asked of a theme
    """Nothing of a publication's own was at work."""
    return "", 0


def limited(
    step: Callable[[], Result],
    at: Span | None,
    at_work: Callable[[BaseException], tuple[str, int]] = nowhere,
    seconds: float = SECONDS,
    memory: int = MEMORY,
) -> Result:
    """Run a step within its limits; outside of a process's main thread no signal can be had, and nothing is limited.

    The step is called from within the ``try``: a context manager's own code could be hit by the signal. ``at_work``
    gives the template or style sheet that was at work when it was stopped; it is asked when there is time and memory.
    """
    if threading.current_thread() is not threading.main_thread():
        return step()
    before = resource.getrlimit(resource.RLIMIT_AS)
    watch = _Watch()
    handler = signal.signal(signal.SIGPROF, watch.stop)
    try:
        try:
            _admit(memory, before)
            signal.setitimer(signal.ITIMER_PROF, seconds, AGAIN)
            return step()
        finally:
            watch.is_on = False
            resource.setrlimit(resource.RLIMIT_AS, before)  # first: all else asks for some memory
    except (_Stopped, MemoryError) as error:
        watch.is_on = False
        resource.setrlimit(resource.RLIMIT_AS, before)
        stopped: BaseException = error
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, handler)
    try:
        template, line = at_work(stopped)
        is_memory = isinstance(stopped, MemoryError)
    finally:
        del stopped  # a circle with this frame, which would keep all that the step took
    place = f"{template}:{line}" if line else template
    raise LimitError(_too_much(place, memory) if is_memory else _too_long(place, seconds), at, template)


def _too_long(place: str, seconds: float) -> Message:
    """What is said of a step that took too much time; ``place`` is the one in a template or style sheet at work."""
    arguments = (("seconds", f"{seconds:g}"),)
    if place.endswith(STYLE):
        template = (
            "a PDF with the style sheet {name} took more than {seconds} seconds of processor time; "
            "try it without rules of yours, or shorten the article"
        )
        return Message(template, (*arguments, ("name", place)))
    if place:
        template = (
            "the template {name} took more than {seconds} seconds of processor time; "
            "look for a loop without an end, or shorten the article"
        )
        return Message(template, (*arguments, ("name", place)))
    return Message("it took more than {seconds} seconds of processor time", arguments)


def _too_much(place: str, memory: int) -> Message:
    """The same of memory."""
    arguments = (("memory", str(memory // 2**20)),)
    if place.endswith(STYLE):
        template = (
            "a PDF with the style sheet {name} took more than {memory} MiB of memory; "
            "try it without rules of yours, or shorten the article"
        )
        return Message(template, (*arguments, ("name", place)))
    if place:
        template = (
            "the template {name} took more than {memory} MiB of memory; "
            "look for what it repeats or gathers without an end, or shorten the article"
        )
        return Message(template, (*arguments, ("name", place)))
    return Message("it took more than {memory} MiB of memory", arguments)


def _admit(memory: int, before: tuple[int, int]) -> None:
    """Let the address space grow by so much; where the system does not say how large it is, time alone is limited."""
    try:
        handle = os.open("/proc/self/statm", os.O_RDONLY | os.O_CLOEXEC)  # bare: for each of 10,000 files
    except OSError:
        return
    try:
        size = int(os.read(handle, 100).split()[0]) * resource.getpagesize()
    finally:
        os.close(handle)
    wanted = size + memory
    if before[0] == resource.RLIM_INFINITY or wanted < before[0]:
        resource.setrlimit(resource.RLIMIT_AS, (wanted, before[1]))
