"""A step that takes too much is stopped inside its process, and named."""

from __future__ import annotations

import resource
import signal
from typing import TYPE_CHECKING

import pytest

from pipeline.build import limits
from pipeline.build.limits import limited
from pipeline.errors import LimitError
from pipeline.model import Language, Span
from pipeline.render.theme import Theme
from tests.site import settings

if TYPE_CHECKING:
    from pathlib import Path

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
    with pytest.raises(LimitError, match="processor time") as caught:
        limited(_endless, AT, seconds=0.1)
    assert caught.value.at == AT


def test_a_step_without_end_of_memory_is_stopped() -> None:
    """Beyond its memory a step ends, and what follows may take as much as before."""
    before = resource.getrlimit(resource.RLIMIT_AS)
    with pytest.raises(LimitError, match="memory"):
        limited(lambda: bytearray(2**28), AT, memory=2**26)
    assert resource.getrlimit(resource.RLIMIT_AS) == before
    assert len(bytearray(2**28)) == 2**28


def test_what_stays_within_its_limits_is_left_alone() -> None:
    """No signal and no limit outlives a step."""
    handler = signal.getsignal(signal.SIGPROF)
    made = limited(lambda: sum(range(10)), None)
    assert made == 45
    assert signal.getsignal(signal.SIGPROF) is handler
    assert signal.getitimer(signal.ITIMER_PROF)[0] == 0


def test_a_signal_that_comes_late_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """However fast the signal is repeated, no stop leaves the step as anything but its error."""
    monkeypatch.setattr(limits, "AGAIN", 0.00001)
    for _ in range(50):
        with pytest.raises(LimitError, match="processor time"):
            limited(_endless, AT, seconds=0.001)


def test_a_template_that_does_not_end_is_named(tmp_path: Path) -> None:
    """The place in the publication's own template, however deep in it the time was spent."""
    loop = "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"
    (tmp_path / "endless.html").write_text("<p>\n{% include 'inner.html' %}", "utf-8")
    (tmp_path / "inner.html").write_text(f"<p>\n<p>{loop}", "utf-8")
    own = Theme(settings(), (tmp_path,))
    with pytest.raises(LimitError, match=r"the template inner\.html:2 took more than 0\.5 seconds"):
        limited(lambda: own.render("endless.html", Language.DE), AT, seconds=0.5)
