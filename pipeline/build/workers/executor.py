"""Where steps run: in this process, on a pool of processes, on a Dask cluster.

In: how many processes, or the address of a cluster. Out: a :class:`Place` with an
:class:`~concurrent.futures.Executor`; nothing that runs on it knows which it is.
"""

from __future__ import annotations

import gc
import os
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Any

from ...errors import MissingToolError, UsageError
from ...findings import Message
from ...frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .processes import Pool

DASK = "dask://"
PATIENCE = "10s"
"""How long a cluster may take to answer."""
AHEAD = 4
"""Tasks for each process that are prepared while others are being done."""


@dataclass(frozen=True, slots=True)
class Place:
    """An executor, and how it wants to be used.

    At most ``width`` tasks are under way, so that memory stays flat. ``share`` gives what stands for a value that all
    tasks need. ``broken`` are the exceptions that say that a process was ended. ``is_far``: it shares no memory and no
    disk with this one.
    """

    executor: Executor
    width: int
    broken: tuple[type[BaseException], ...] = (BrokenExecutor,)
    share: Callable[[Any], Any] = lambda value: value
    is_far: bool = False


class Here(Executor):
    """This process: what is submitted is done at once."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:  # noqa: ANN401 - the signature of Executor
        """Do it, and give what came of it."""
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 - raised again where the result is asked for
            future.set_exception(error)
        return future


def processors() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def look_through() -> None:
    """Much is done from here on: memory is looked through for circles, but not what is there by now."""
    gc.freeze()
    gc.enable()


@contextmanager
def place(jobs: int, address: str = "") -> Iterator[Place]:
    """So many processes (1: this one), or the cluster at an address; what waits is cancelled on the way out."""
    if address:
        with _cluster(address) as found:
            yield found
        return
    executor = pool(jobs) if jobs > 1 else None
    found = Place(executor, jobs * AHEAD) if executor else Place(Here(), 1)
    try:
        yield found
    finally:
        found.executor.shutdown(cancel_futures=True)


def pool(jobs: int) -> Pool | None:
    """So many processes, forked from this one where that is safe; None where the system refuses what they need.

    A container without ``/dev/shm``, or one that may not write there, has no semaphores for a pool.
    """
    try:
        from .processes import Pool  # noqa: PLC0415 - 16 ms and 3 MiB, not for a single process

        return Pool(jobs)
    except (ImportError, NotImplementedError, OSError):
        return None


@contextmanager
def _cluster(address: str) -> Iterator[Place]:
    """A Dask cluster, ``dask://host:port``; an error that says what is missing."""
    if not address.startswith(DASK):
        raise UsageError(Message("--executor: “{name}” is no address such as dask://host:8786", (("name", address),)))
    try:
        distributed = import_module("distributed")
    except ImportError:
        command = "pip install 'zweiblatt[dask]'"
        raise MissingToolError(Message("--executor needs Dask: {command}", (("command", command),))) from None
    try:
        client = distributed.Client(f"tcp://{address.removeprefix(DASK)}", timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        arguments = (("name", address), ("why", str(error) or type(error).__name__))
        raise UsageError(Message("no Dask scheduler answers at {name}: {why}", arguments)) from None
    with client, client.get_executor() as executor:
        cores = sum(client.ncores().values())
        if not cores:
            raise UsageError(Message("the Dask cluster at {name} has no worker", (("name", address),)))
        yield Place(
            executor,
            cores * AHEAD,
            (distributed.KilledWorker,),
            lambda value: client.scatter(value, broadcast=True),
            is_far=True,
        )
