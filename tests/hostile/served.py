"""A process that has loaded the program and runs a command in a fork of itself, as often as it is asked.

In, on stdin: a line of JSON, ``{folder, arguments, environment, at}``. Out: in the folder ``at`` the files ``out``,
``err`` and ``seen`` (one line of JSON for each file opened and each connection); on stdout the exit code, negative
where a signal ended it. A fork has its own working folder, environment and streams, and starts in 10 ms.
"""

from __future__ import annotations

import io
import json
import os
import signal
import sys
from pathlib import Path
from typing import Any

from pipeline import cli
from pipeline.build import edition
from pipeline.build.prove import proof
from pipeline.check import RULES

WATCHED = ("open", "socket.", "os.", "shutil.", "subprocess.", "ftplib.", "http.", "urllib.", "smtplib.", "tempfile.")
"""What is written down; ``exec``, ``import`` and the like are not."""
PATIENCE = 100
"""Seconds of wall time after which a command has hung: it is ended by SIGALRM."""
assert RULES
assert edition
assert proof


def watch(file: int) -> None:
    """Write down what this process, and each that it forks, opens, writes, removes and asks."""

    def seen(event: str, arguments: tuple[Any, ...]) -> None:
        if event.startswith(WATCHED):
            what = [os.fsdecode(each) if isinstance(each, bytes) else each for each in arguments]
            os.write(file, f"{json.dumps([event, *what], default=repr)}\n".encode("utf-8", "backslashreplace"))

    sys.addaudithook(seen)


def run(folder: str, arguments: list[str], environment: dict[str, str], at: str) -> None:
    """The command, in this process, which ends with it."""
    signal.alarm(PATIENCE)
    for number, name in ((1, "out"), (2, "err")):
        os.dup2(os.open(f"{at}/{name}", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), number)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    for number, name in ((1, "stdout"), (2, "stderr")):
        setattr(sys, name, io.TextIOWrapper(io.FileIO(number, "w", closefd=False), encoding="utf-8"))
    sys.argv = ["zweiblatt", *arguments]
    os.chdir(folder)
    os.environ.update(environment)
    watch(os.open(f"{at}/seen", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600))
    code = 70
    try:
        cli.main()
    except SystemExit as ending:
        code = int(ending.code or 0)
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def main() -> None:
    """Answer until stdin ends."""
    for line in sys.stdin:
        asked = json.loads(line)
        child = os.fork()
        if not child:
            Path(asked["at"]).mkdir(parents=True, exist_ok=True)
            run(**asked)
        _, status = os.waitpid(child, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
