"""What went wrong -> a message on stderr and an exit code; never a traceback.

In: an exception. Out: 1 to 4 as ``errors`` draws them, 130 where somebody interrupted. Of a fault of ours the details
go into a file that can be sent to us.
"""

from __future__ import annotations

import errno
import os
import sys
import tempfile
import traceback
from pathlib import Path

import click

from ..errors import MakingError, SettingsError, ZweiblattError
from ..findings import Message
from .usage import usage
from .words import language, say

FULL = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF))
"""What writing to stdout fails with, beside a closed pipe."""
OWN_FAULT = Message("this is a fault of Zweiblatt, not yours ({name}); the details are in {path}")


def explain(error: BaseException) -> int:
    """Print what a failure means; the exit code."""
    if isinstance(error, BrokenPipeError):
        _give_up_stdout()
        return 0
    if isinstance(error, OSError) and error.errno in FULL:
        _give_up_stdout()
        _print(Message("the output cannot be written: {why}", (("why", str(error.strerror)),)), None)
        return MakingError.exit_code
    if isinstance(error, ZweiblattError):
        more = error.more if isinstance(error, SettingsError) else ()
        for message, at in ((error.message, error.at), *more):
            _print(message, at)
        return error.exit_code
    return _of_click(error)


def _give_up_stdout() -> None:
    """Nothing more can be flushed to a closed pipe or a full disk."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _of_click(error: BaseException) -> int:
    match error:
        case click.exceptions.Exit():
            return error.exit_code
        case click.Abort():
            return 130
        case click.ClickException():
            said = usage(error) if language() == "de" else None  # English is click's own
            _print(said, None) if said else error.show()
            return error.exit_code
        case _:
            return _own_fault(error)


def _own_fault(error: BaseException) -> int:
    details = "".join(traceback.format_exception(error))
    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", errors="backslashreplace", prefix="zweiblatt-", suffix=".txt", delete=False
        ) as file:
            file.write(details)
        place = Path(file.name).as_posix()
    except OSError:
        place = "-"
    _print(Message(OWN_FAULT.template, (("name", type(error).__name__), ("path", place))), None)
    return 4


def _print(message: Message, at: object) -> None:
    text = say(message)
    click.echo(f"{at}: {text}" if at else f"zweiblatt: {text}", err=True)
