"""A command -> what it cost: CPU seconds, wall seconds, peak memory.

In: a command and its folder. Out: a ``Cost``. CPU is user and system time of the command and of all children it
waited for; memory is that of its largest process, as the kernel counts both (``wait4``).
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
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


STARTED = """
import json, os, sys, time
start = time.monotonic()
process = os.posix_spawnp(sys.argv[2], sys.argv[2:], os.environ)
_, status, used = os.wait4(process, 0)
wall = time.monotonic() - start
with open(sys.argv[1], "w") as file:
    json.dump([os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, wall, used.ru_maxrss // 1024], file)
"""
"""Starts a command from a small process: the kernel counts the memory of who starts it as its own."""


def cost(command: Sequence[str], folder: Path) -> Cost:
    """Run a command; ``FailedError`` with the end of what it said if it does not exit with 0."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": ""}
    environment.pop("ZWEIBLATT_CACHE_DIR", None)
    said, told = folder / ".said", folder / ".cost"
    with said.open("wb") as log:
        starting = (PYTHON, "-I", "-S", "-c", STARTED, str(told), *command)
        subprocess.run(starting, cwd=folder, env=environment, stdout=log, stderr=log, check=True)  # noqa: S603 - our own
    code, cpu, wall, peak = json.loads(told.read_text("utf-8"))
    text = said.read_text("utf-8", "replace")
    said.unlink()
    told.unlink()
    if code:
        message = f"{' '.join(command)} exited with {code}:\n{text[-2000:]}"
        raise FailedError(message)
    return Cost(cpu, wall, peak)


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
