"""What is compiled between runs, kept where Python keeps our compiled modules, and trusted as they are.

In: a name, what the code of a template (or the words of a language) is made of. Out: the same, if it is whole and of
the same. Never in the store of a project: its code would run. Where Python may write no compiled modules, or cannot,
each run compiles anew.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
from contextlib import suppress
from importlib.util import MAGIC_NUMBER, cache_from_source
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import CodeType

DIGEST = hashlib.sha256().digest_size


def load(name: str, made_of: bytes) -> Any:  # noqa: ANN401 - what was kept
    """What was kept under a name; None where it is not known, is damaged or was made of something else."""
    try:
        data = _place(name).read_bytes()
    except OSError:
        return None
    digest, text = data[:DIGEST], data[DIGEST:]
    if digest != _digest(made_of, text):
        return None
    return marshal.loads(text)  # noqa: S302 - as Python loads our modules, from the same folder


def made(name: str, made_of: bytes, make: Callable[[], Any]) -> Any:  # noqa: ANN401 - what is made
    """What was kept under a name, else what is made now, and kept."""
    known = load(name, made_of)
    if known is None:
        known = make()
        keep(name, made_of, known)
    return known


def keep(name: str, made_of: bytes, value: CodeType | bytes | tuple[str, ...] | dict[Any, Any]) -> None:
    """Keep code, bytes, texts or tables, whole or not at all."""
    if sys.dont_write_bytecode:
        return
    place, text = _place(name), marshal.dumps(value)
    partial = place.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        try:
            partial.write_bytes(_digest(made_of, text) + text)
            partial.replace(place)
        finally:
            partial.unlink(missing_ok=True)  # a full disk has a part of it


def _place(name: str) -> Path:
    """One file for each name: what a template of another text was compiled to is replaced."""
    folder = Path(cache_from_source(__file__)).parent
    return folder / f"{name.replace('/', '-')}.{sys.implementation.cache_tag}.compiled"


def _digest(made_of: bytes, text: bytes) -> bytes:
    return hashlib.sha256(MAGIC_NUMBER + hashlib.sha256(made_of).digest() + text).digest()
