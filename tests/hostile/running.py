"""Run a command in a publication, many times a second, and see what it touched.

In: a folder and arguments. Out: :class:`Ran`.
"""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
ENVIRONMENT = {"PYTHONPATH": str(ROOT), "ZWEIBLATT_MESSAGES": "en"}


@dataclass(frozen=True, slots=True)
class Ran:
    """How a command ended; ``seen`` is what it opened, wrote and asked: name of the event, its arguments."""

    code: int
    out: str
    err: str
    seen: tuple[tuple[Any, ...], ...]

    @property
    def said(self) -> str:
        """Everything that it printed."""
        return self.out + self.err


@cache
def _server() -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.hostile.served"],
        cwd=ROOT,
        env={**os.environ, **ENVIRONMENT},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    atexit.register(_end, process)
    return process


def _end(process: subprocess.Popen[str]) -> None:
    process.communicate()


def run(folder: Path, *arguments: str, **environment: str) -> Ran:
    """A command, called in a folder."""
    server = _server()
    assert server.stdin
    assert server.stdout
    with tempfile.TemporaryDirectory(prefix="ran-") as name:
        asked = {"folder": str(folder), "arguments": arguments, "environment": environment, "at": name}
        server.stdin.write(json.dumps(asked) + "\n")
        server.stdin.flush()
        code = int(server.stdout.readline())
        at = Path(name)
        out, err = ((at / each).read_text(encoding="utf-8", errors="replace") for each in ("out", "err"))
        seen = tuple(tuple(json.loads(line)) for line in (at / "seen").read_bytes().splitlines())
    return Ran(code, out, err, seen)
