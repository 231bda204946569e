"""One module per command; the only place that prints and the only place that exits.

In: arguments, environment, files. Out: data on stdout, progress and log on stderr, an exit code.
"""

from __future__ import annotations

import atexit
import gc
import io
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any, TextIO

LANGUAGES = ("de", "en")

CHOSEN = "ZWEIBLATT_MESSAGES"
"""Where ``--messages`` is kept: the last catch of an error and the workers look there too."""

LOOKED_THROUGH = 50_000, 10, 10
"""After so many new values memory is looked through for circles: frozen values have none, so that it frees nothing
(a tenth of a short run, at Python's own 700)."""


class Heedless(io.FileIO):
    """The standard error: what cannot be told there, as it is full or nobody listens, changes no outcome."""

    def write(self, data: Any, /) -> int:  # noqa: ANN401 - as io has it
        """Write, or have it lost."""
        try:
            return super().write(data) or 0
        except OSError:
            return len(data)


class Unheard(io.FileIO):
    """The standard output: who reads no further (``| head``) changes no outcome; a full disk does."""

    def write(self, data: Any, /) -> int:  # noqa: ANN401 - as io has it
        """Write, or have it lost where nobody listens."""
        try:
            return super().write(data) or 0
        except BrokenPipeError:
            return len(data)


def main() -> None:
    """The command ``zweiblatt``: everything that goes wrong ends here, as a message and an exit code."""
    try:
        code = _run()
    except KeyboardInterrupt:
        code = 130
    sys.exit(code if isinstance(code, int) else 0)


def _run() -> object:
    gc.set_threshold(*LOOKED_THROUGH)
    atexit.register(gc.freeze)  # else all memory is looked through once more, at the end: a seventh of a short build
    os.environ["TZ"] = "UTC"  # a publication has a time zone of its own; Babel stumbles over one that nobody knows
    sys.stdout, sys.stderr = (stream or open(os.devnull, "w") for stream in (sys.stdout, sys.stderr))  # noqa: SIM115, PTH123 - closed by whoever called
    if sys.stderr is sys.__stderr__:
        sys.stderr = _over(sys.stderr, Heedless, at_once=True)
    if sys.stdout is sys.__stdout__:
        sys.stdout = _over(sys.stdout, Unheard)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a file's name may hold what the terminal cannot show
    if not all(each.startswith("-") for each in sys.argv[1:]):
        from .. import expressions  # noqa: PLC0415 - 2 ms, not for --help and --version alone

        expressions.begin()
    try:
        from .commands import command  # noqa: PLC0415 - whoever interrupts the start sees no traceback either

        return command.main(standalone_mode=False)
    except Exception as error:  # noqa: BLE001 - the one place where everything is caught
        from .trouble import explain  # noqa: PLC0415 - needed only where something went wrong

        return explain(error)


def _over(stream: TextIO | None, kind: type[io.FileIO], *, at_once: bool = False) -> TextIO | None:
    """A stream that writes through a file of another kind; as it was, where it is closed underneath."""
    if not isinstance(stream, io.TextIOWrapper):
        return stream
    try:
        raw = kind(stream.fileno(), "w", closefd=False)
    except OSError:
        return stream
    line_buffering = at_once or stream.line_buffering
    file = raw if at_once else io.BufferedWriter(raw)
    return io.TextIOWrapper(file, encoding=stream.encoding, line_buffering=line_buffering, write_through=at_once)
