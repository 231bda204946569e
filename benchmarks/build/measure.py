"""A command -> what it cost: CPU seconds, wall seconds, peak memory.

In: a command and its folder. Out: a ``Cost``. CPU is user and system time of the command and of all children it
waited for; memory is that of its largest process, as the kernel counts both (``wait4``).
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROOT = Path(__file__).parents[2]
PYTHON = sys.executable


class Cost(NamedTuple):
    """What a command took."""

    cpu: float
    """Seconds of processor time, of all its processes together."""
    wall: float
    """Seconds from start to end."""
    peak: int
    """MiB of its largest process."""


class FailedError(Exception):
    """A measured command did not end as it should: the figure would be of something else."""


def cost(command: Sequence[str], folder: Path) -> Cost:
    """Run a command; ``FailedError`` with the end of what it said if it does not exit with 0."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": ""}
    environment.pop("ZWEIBLATT_CACHE_DIR", None)
    said = folder / ".said"
    start = time.monotonic()
    with said.open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log)  # noqa: S603 - our own
        _, status, used = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)  # waited for here, so that Popen does not wait again
    text = said.read_text("utf-8", "replace")
    said.unlink()
    if process.returncode:
        message = f"{' '.join(command)} exited with {process.returncode}:\n{text[-2000:]}"
        raise FailedError(message)
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss // 1024)


LONG = 8.0
"""Processor seconds: what takes longer is run once, as chance is small beside it."""


def median(run: Callable[[], Cost], times: int) -> Cost:
    """The median of each figure over some runs; one run of what is long."""
    costs = [run()]
    while len(costs) < times and costs[0].cpu < LONG:
        costs.append(run())
    return middle(costs)


def middle(costs: Sequence[Cost]) -> Cost:
    """The median of each figure."""
    return Cost(*(statistics.median(column) for column in zip(*costs, strict=True)))


def zweiblatt(folder: Path, *arguments: str) -> Cost:
    """A command of ours."""
    return cost((PYTHON, "-m", "pipeline", *arguments), folder)


def empty(folder: Path) -> Cost:
    """The start of Python alone."""
    return cost((PYTHON, "-c", "pass"), folder)
