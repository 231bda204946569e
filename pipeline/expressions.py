"""Regular expressions of the program and its libraries, compiled by an earlier run.

In: nothing. Out: Python's ``re.compile`` knows what an earlier run of the same Python compiled of the same pattern.
Python keeps modules compiled, but the 900 patterns of a process that checks it compiles anew each time: a fifth of a
short build. They are kept beside our compiled modules (:mod:`.compiled`) and trusted as these are.

Kept is what modules compile while they are loaded, and what is made of our own data (:func:`lasting`), never what
depends on an article. Where another Python compiles in another way, or what was kept is damaged, all is compiled anew.
"""

from __future__ import annotations

import atexit
import os
import re
import sys
from array import array
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

from . import compiled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

    Asked = tuple[str | bytes, int]
    Made = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
    """Flags, code, groups, the groups by name, the names by group."""

NAME = "expressions"
FORM = 1
"""Another one where :data:`Made` is another."""
MOST = 4_096
"""Where so many are kept, those of modules that are gone among them, the next run begins anew."""
STEP = "I"
"""How large a step of the code is."""
LOADING = "_call_with_frames_removed"
"""What Python calls to run a module that is loaded."""

_alike = False


@contextmanager
def alike() -> Iterator[None]:
    """Whatever is compiled meanwhile is the same in each run."""
    global _alike  # noqa: PLW0603 - what re.compile calls has no other way to be told
    before, _alike = _alike, True
    try:
        yield
    finally:
        _alike = before


def lasting(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """``re.compile`` for a pattern that is made of our own data, and is the same in each run."""
    with alike():
        return re.compile(pattern, flags)


def begin() -> None:
    """Have ``re.compile`` look among what is kept, and keep at the end of this process what it had to compile."""
    try:
        compiler, engine = import_module("re._compiler"), import_module("_sre")
        if array(STEP).itemsize != engine.CODESIZE:
            return
        kept = Kept(compiler, engine, f"{FORM} {sys.version} {engine.MAGIC}".encode())
    except (AttributeError, ImportError):
        return  # another Python
    setattr(compiler, "compile", kept.compile)  # noqa: B010 - a module without types
    atexit.register(partial(kept.save, os.getpid()))


class Kept:
    """What is kept, and what had to be compiled; ``compile`` stands for that of Python's own compiler."""

    def __init__(self, compiler: Any, engine: Any, made_of: bytes) -> None:  # noqa: ANN401 - modules without types
        self._usual: Callable[[Any, int], Any] = compiler.compile
        self._parse: Callable[[str | bytes, int], Any] = compiler._parser.parse  # noqa: SLF001 - there is no other door
        self._code: Callable[[Any, int], list[int]] = compiler._code  # noqa: SLF001 - as above
        self._pattern: Callable[..., Any] = engine.compile
        self._made_of = made_of
        self._known: dict[Asked, Made] = compiled.load(NAME, made_of) or {}
        self._new: dict[Asked, Made] = {}

    def compile(self, pattern: Any, flags: int = 0) -> Any:  # noqa: ANN401 - a pattern or what was parsed of it
        """A compiled pattern."""
        kind = type(pattern)
        if (kind is not str and kind is not bytes) or flags & re.DEBUG:
            return self._usual(pattern, flags)
        asked = pattern, int(flags)
        made = self._known.get(asked) or self._new.get(asked)
        if made is None and (_alike or _is_loading()):
            made = self._new[asked] = self._made(pattern, int(flags))
        if made is None:
            return self._usual(pattern, flags)
        every, code, groups, by_name, names = made
        return self._pattern(pattern, every, [*array(STEP, code)], groups, by_name, names)

    def _made(self, pattern: str | bytes, flags: int) -> Made:
        """As Python's own compiler does it."""
        parsed = self._parse(pattern, flags)
        code = array(STEP, self._code(parsed, flags)).tobytes()
        state = parsed.state
        names: list[str | None] = [None] * state.groups
        for name, group in state.groupdict.items():
            names[group] = name
        return flags | state.flags, code, state.groups - 1, dict(state.groupdict), tuple(names)

    def save(self, process: int) -> None:
        """Keep what had to be compiled; not in a process that was forked."""
        if self._new and os.getpid() == process:
            compiled.keep(NAME, self._made_of, (self._known if len(self._known) < MOST else {}) | self._new)


def _is_loading() -> bool:
    """Whether a module is being loaded."""
    frame: FrameType | None = sys._getframe(2)  # noqa: SLF001 - inspect costs 10 ms
    while frame:
        if frame.f_code.co_name == LOADING:
            return True
        frame = frame.f_back
    return False
