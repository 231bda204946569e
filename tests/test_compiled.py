"""Compiled templates are kept between runs, and no damage to them changes what is made."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.machinery import ModuleSpec
from typing import TYPE_CHECKING

import pytest

from pipeline import compiled, locales
from pipeline.model import Language
from pipeline.render.theme import Theme
from tests.site import settings

if TYPE_CHECKING:
    from pathlib import Path

CODE = compile("1 + 1", "a.html", "eval")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where compiled modules are written, which they may be."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    place = compiled._place("a.html").parent  # noqa: SLF001 - Python makes it with our first module
    place.mkdir(parents=True)
    return place


def test_code_comes_back_if_it_is_of_the_same(folder: Path) -> None:
    """Another text, another Jinja: it is compiled anew."""
    compiled.keep("parts/a.html", b"text", CODE)
    assert compiled.load("parts/a.html", b"text") == CODE
    assert compiled.load("parts/a.html", b"other") is None
    assert compiled.load("b.html", b"text") is None
    assert len(list(folder.iterdir())) == 1


def test_damaged_code_is_none(folder: Path) -> None:
    """Whatever byte of the file is another, or missing."""
    compiled.keep("a.html", b"text", CODE)
    (file,) = folder.iterdir()
    whole = file.read_bytes()
    for place in range(len(whole)):
        for damaged in (whole[:place], whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :]):
            file.write_bytes(damaged)
            assert compiled.load("a.html", b"text") is None


def test_what_cannot_be_put_in_its_place_is_removed(folder: Path) -> None:
    """No part of a file stays behind where the whole cannot be."""
    compiled._place("a.html").mkdir()  # noqa: SLF001 - in the way
    compiled.keep("a.html", b"text", CODE)
    assert [each.suffix for each in folder.iterdir()] == [".compiled"]


def test_nothing_is_written_where_python_writes_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As with compiled modules; a folder that cannot be written is no failure either."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    compiled.keep("a.html", b"text", CODE)
    assert not list(folder.iterdir())
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    folder.rmdir()
    compiled.keep("a.html", b"text", CODE)
    assert compiled.load("a.html", b"text") is None


def test_a_second_run_compiles_no_shipped_template(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And says the same, in the sandbox and without; one of the publication's own is never kept, but compiled anew."""
    own = tmp_path / "own"
    own.mkdir()
    (own / "mine.html").write_text("{{ 1 + 1 }}", "utf-8")
    Theme(settings()).render("parts/kind.txt", Language.DE, kind="news")
    first = Theme(settings(), (own,))
    kind, mine = (first.render(name, Language.DE, kind="news") for name in ("parts/kind.txt", "mine.html"))
    monkeypatch.setattr("jinja2.environment.Environment._compile", lambda *_: pytest.fail("compiled"))
    second = Theme(settings(), (own,))
    assert second.render("parts/kind.txt", Language.DE, kind="news") == kind
    monkeypatch.undo()
    assert Theme(settings(), (own,)).render("mine.html", Language.DE) == mine
    names = [f"{kind}-parts-{name}" for kind in ("guarded", "plain") for name in ("kind", "words")]
    kept = sorted(each.name.partition(".")[0] for each in folder.iterdir())
    assert [each for each in kept if not each.startswith("catalogue-")] == names


ASKING = """
import datetime as dt, sys
from pipeline import locales
from pipeline.render.theme import SHIPPED
words = locales.catalogue((SHIPPED / "locale/de/LC_MESSAGES/templates.po").read_bytes())
print(words.gettext("News"), locales.number(1234, "de-AT"))
print(*(locales.day(dt.date(2025, 3, 1), each) for each in ("de-AT", "en-GB")))
print("babel" in sys.modules)
"""


def test_another_babel_is_told_by_its_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files of two versions may have the same size, and of some installers the same time."""
    file, told = tmp_path / "__init__.py", set()
    monkeypatch.setattr(locales, "find_spec", lambda _: ModuleSpec("babel", None, origin=str(file)))
    for version in ("2.17.0", "2.18.0"):
        file.write_text(f"__version__ = '{version}'\n", "utf-8")
        os.utime(file, (0, 0))
        told.add(locales._babel.__wrapped__())  # noqa: SLF001 - asked for once a process
    assert len(told) == 2


def test_a_second_run_asks_nothing_of_babel(tmp_path: Path) -> None:
    """Months, marks and catalogues are kept, and the same; damaged ones are asked for again."""
    around = {**os.environ, "PYTHONPYCACHEPREFIX": str(tmp_path), "PYTHONDONTWRITEBYTECODE": ""}

    def told() -> list[str]:
        ran = subprocess.run([sys.executable, "-c", ASKING], capture_output=True, text=True, check=True, env=around)
        return ran.stdout.splitlines()

    first, second = told(), told()
    assert first == ["Meldung 1.234", "1. März 2025 1 March 2025", "True"]
    assert second == [*first[:2], "False"]
    for each in (path for kind in ("months", "marks", "catalogue") for path in tmp_path.rglob(f"{kind}-*")):
        each.write_bytes(each.read_bytes()[:-1])
    assert told() == first


NUMBERS = (*range(0, 2_000, 37), 9_999, 10_000, 123_456, 999_999, 1_000_000, 10**9, 10**15, -1, -56_789)


@pytest.mark.parametrize("locale", ["de-DE", "de-AT", "de-CH", "en-GB", "en-US", "en-IN", "es-ES", "pl-PL", "ar-EG"])
def test_numbers_are_written_as_babel_writes_them(locale: str) -> None:
    """With the marks of a locale where it has them between all groups of three digits; else by Babel each time."""
    assert [locales.number(each, locale) for each in NUMBERS] == [locales._number(each, locale) for each in NUMBERS]  # noqa: SLF001 - as it is asked of Babel
