"""A step that takes too much is stopped inside its process, and named."""

from __future__ import annotations

import resource
import signal

import pytest

from pipeline.build.limits import limited
from pipeline.errors import LimitError
from pipeline.model import Span

AT = Span("content/de/x.md", 1)


def _endless() -> None:
    """As a library does that swallows what goes wrong."""
    while True:
        try:
            while True:
                pass
        except Exception:  # noqa: BLE001, S110 - what this stands for
            pass


def test_an_endless_step_is_stopped() -> None:
    """After its processor time a step ends with the manuscript's name, though it catches every Exception."""
    with pytest.raises(LimitError, match="processor time") as caught, limited(AT, seconds=0.1):
        _endless()
    assert caught.value.at == AT


def test_a_step_without_end_of_memory_is_stopped() -> None:
    """Beyond its memory a step ends, and what follows may take as much as before."""
    before = resource.getrlimit(resource.RLIMIT_AS)
    with pytest.raises(LimitError, match="memory"), limited(AT, memory=2**26):
        bytearray(2**28)
    assert resource.getrlimit(resource.RLIMIT_AS) == before
    assert len(bytearray(2**28)) == 2**28


def test_what_stays_within_its_limits_is_left_alone() -> None:
    """No signal and no limit outlives a step."""
    handler = signal.getsignal(signal.SIGPROF)
    with limited(None):
        made = sum(range(10))
    assert made == 45
    assert signal.getsignal(signal.SIGPROF) is handler
    assert signal.getitimer(signal.ITIMER_PROF)[0] == 0
