"""Processes that steps run on, forked from this one.

In: how many. Out: an :class:`~concurrent.futures.Executor`.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
from concurrent.futures import ProcessPoolExecutor
from typing import TYPE_CHECKING, Any

from .executor import look_through

if TYPE_CHECKING:
    from concurrent.futures import Future


class Pool(ProcessPoolExecutor):
    """Processes that no Ctrl-C reaches, from their first moment on: this one takes it, and ends them."""

    def __init__(self, jobs: int) -> None:
        """Forked where that is safe."""
        context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
        super().__init__(jobs, mp_context=context, initializer=_settle)

    def submit(self, *given: Any, **named: Any) -> Future[Any]:  # noqa: ANN401 - as concurrent.futures has it
        """Workers are forked here: what is blocked meanwhile is blocked in them until they ignore it."""
        before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT,))
        try:
            return super().submit(*given, **named)
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _settle() -> None:
    """Make a worker ready: it looks through nothing that it inherited, and leaves Ctrl-C to who started it."""
    look_through()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, (signal.SIGINT,))
