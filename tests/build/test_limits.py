"""A step that takes too much is stopped inside its process, and named."""

from __future__ import annotations

import resource
import signal
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import pytest

from pipeline.build.workers import limits
from pipeline.build.workers.limits import limited
from pipeline.errors import GivenUpError, LimitError
from pipeline.model import Language, Span
from pipeline.render.stopped import at_work
from pipeline.render.theme import SHIPPED, Theme
from tests.site import settings

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
    loop = LOOP.format("")
    (tmp_path / "endless.html").write_text("<p>\n{% include 'inner.html' %}", "utf-8")
    (tmp_path / "inner.html").write_text(f"<p>\n<p>{loop}", "utf-8")
    own = Theme(settings(), (tmp_path,))
    with pytest.raises(LimitError, match=r"the template inner\.html:2 took more than 0\.5 seconds") as caught:
        limited(lambda: own.render("endless.html", Language.DE), AT, partial(at_work, own), seconds=0.5)
    assert caught.value.template == "inner.html"


def test_a_shipped_template_that_is_called_without_end(tmp_path: Path) -> None:
    """Named is the publication's own template that does so."""
    call = "{{ words.kind('note') }}"
    (tmp_path / "own.html").write_text(f"{{% import 'parts/words.html' as words %}}\n{LOOP.format(call)}", "utf-8")
    own = Theme(settings(), (tmp_path,))
    with pytest.raises(LimitError, match=r"the template own\.html:2 took more"):
        limited(lambda: own.render("own.html", Language.DE), AT, partial(at_work, own), seconds=0.3)


LOOP = "{{% for a in range(99999) %}}{{% for b in range(99999) %}}{}{{% endfor %}}{{% endfor %}}"
GREEDY = {
    "at once": "{{ 'x' * 10**12 }}",
    "output": LOOP.format("{{ b }}"),
    "texts": "{% set all = [] %}" + LOOP.format("{% do all.append('x' ~ b) %}"),
    "lists": "{% set all = [] %}" + LOOP.format("{% do all.append([b]) %}"),
    "list in a list": "{% set all = namespace(x=[]) %}" + LOOP.format("{% set all.x = [all.x] %}"),
    "twice as much": "{% set a = namespace(x='b') %}{% for b in range(99) %}{% set a.x = a.x ~ a.x %}{% endfor %}",
    "macro": "{% macro a() %}{{ 'y' * 10**9 }}{% endmacro %}{{ a() }}",
    "filter": "{{ ('x' * 10**7)|replace('x', 'y' * 99) }}",
}

BIT_BY_BIT = ("output", "texts", "lists", "list in a list")
"""Where not even a traceback has room: then the template around it may be named, or the one that was asked for."""


@pytest.mark.parametrize("name", GREEDY)
def test_a_template_that_takes_all_memory_is_named(name: str, tmp_path: Path) -> None:
    """Template, limit and what to do are said, though no memory is left to say it; and what it took is given back.

    In a process of its own: what other tests leave in memory decides how much the system gets back.
    """
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        pool.submit(_takes_all_memory, name, tmp_path).result()


def _takes_all_memory(name: str, folder: Path) -> None:
    (folder / "greedy.html").write_text("<p>\n{% include 'inner.html' %}", "utf-8")
    (folder / "inner.html").write_text(f"<p>\n<p>{GREEDY[name]}", "utf-8")
    own = Theme(settings(), (folder,))
    used = size()
    place = r"(inner\.html:2|greedy\.html(:2)?)" if name in BIT_BY_BIT else r"inner\.html:2"
    with pytest.raises(LimitError, match=f"the template {place} took more than 64 MiB") as caught:
        limited(lambda: own.render("greedy.html", Language.DE), AT, partial(at_work, own), memory=2**26)
    assert "look for what it repeats or gathers without an end, or shorten the article" in str(caught.value)
    assert caught.value.at == AT
    assert caught.value.__context__ is None
    assert resource.getrlimit(resource.RLIMIT_AS)[0] == resource.RLIM_INFINITY
    assert size() < used + 2**24


def test_the_template_that_was_at_work_is_found_behind_an_error(tmp_path: Path) -> None:
    """An error that memory had no room to trace has those behind it that were, in part."""
    (tmp_path / "outer.html").write_text("<p>\n{% include 'inner.html' %}", "utf-8")
    (tmp_path / "inner.html").write_text("<p>\n<p>\n{{ 'x' * 10**12 }}", "utf-8")
    own = Theme(settings(), (tmp_path,))
    with pytest.raises(MemoryError) as caught:
        own.render("outer.html", Language.DE)
    bare, only_asked = MemoryError(), MemoryError()
    bare.__context__ = caught.value
    assert at_work(own, bare) == ("inner.html", 3)
    traced = caught.value.__traceback__
    while traced and traced.tb_frame.f_code is not Theme.render.__code__:
        traced = traced.tb_next
    assert traced
    traced.tb_next = None
    assert at_work(own, only_asked.with_traceback(traced)) == ("outer.html", 0)
    assert at_work(own, MemoryError()) == ("", 0)


def size() -> int:
    """Bytes of memory that this process has."""
    return int(Path("/proc/self/statm").read_text("utf-8").split()[1]) * resource.getpagesize()


@pytest.mark.parametrize(
    ("own", "said"),
    [
        ((), ""),
        (("style/page.css",), ""),
        (("style/print.css",), "style/print.css"),
        (("style/print.css", "style/print-parallel.css", "style/print-more.css"), "style/print-parallel.css"),
    ],
)
def test_the_style_sheet_of_a_pdf(own: tuple[str, ...], said: str, tmp_path: Path) -> None:
    """Of a publication's own the one that fewest PDFs use is named, and none that no PDF uses; it can be barred."""
    for name in own:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes((SHIPPED / name).read_bytes())
    theme = Theme(settings(), (tmp_path,))
    sheets = ("style/print.css", "style/print-more.css", "style/print-parallel.css")
    with pytest.raises(LimitError) as caught:
        limited(lambda: theme.printed(sheets, _endless), AT, partial(at_work, theme), seconds=0.1)
    assert caught.value.template == said
    theme.bar({said})
    assert theme.printed(sheets[:0], lambda: 1) == 1
    if said:
        with pytest.raises(GivenUpError, match=f"the style sheet {said} was stopped before"):
            theme.printed(sheets, _endless)
