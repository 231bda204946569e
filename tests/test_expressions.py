"""What one run compiled of regular expressions and data files the next one has, and it is the same."""

from __future__ import annotations

import importlib
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from pipeline import compiled, expressions
from pipeline.facts.words import patterns
from pipeline.facts.words.patterns import Sought
from pipeline.vocabulary import tables

if TYPE_CHECKING:
    from collections.abc import Iterator

COMPILER: Any = importlib.import_module("re._compiler")
ENGINE: Any = importlib.import_module("_sre")
VOCABULARY = Path(tables.__file__).parent
ARTICLE = "Die Regel gilt seit 3. Mai 2024 nicht mehr, sagte Frau Rot in Berlin: 1.250 Euro sind 4,5 Prozent."

WITHIN = 2
"""The pattern of the article, and one that stands within a function."""

ASKING = """
import re, sys
from pipeline import expressions
parse, parsed = re._parser.parse, []
re._parser.parse = lambda pattern, *given: parsed.append(pattern) or parse(pattern, *given)
expressions.begin()
from pipeline.facts.dates.dates import dates
from pipeline.facts.stance.hedging import groups
from pipeline.facts.numbers.numbers import numbers
from pipeline.model import Language
from pipeline.read.markdown import _parser
_parser()
re.compile("of an article " + sys.argv[1])
print(dates(sys.argv[1], Language.DE), numbers(sys.argv[1], Language.DE))
print([found[0] for each in groups() for found in each.german.finditer(sys.argv[1])])
print(len(parsed))
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where compiled modules are written, which they may be."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    place = compiled._place("a").parent  # noqa: SLF001 - Python makes it with our first module
    place.mkdir(parents=True)
    return place


@pytest.fixture
def compiler() -> Iterator[Any]:
    """Python's compiler, as it was again after the test."""
    usual = COMPILER.compile
    re.purge()
    yield COMPILER
    COMPILER.compile = usual
    re.purge()


def _kept(compiler: Any) -> expressions.Kept:  # noqa: ANN401 - a module without types
    return expressions.Kept(compiler, ENGINE, b"this Python")


def test_a_second_run_parses_the_patterns_of_an_article_alone(tmp_path: Path) -> None:
    """And finds the same; after damage it parses all again, and after that none."""
    around = {**os.environ, "PYTHONPYCACHEPREFIX": str(tmp_path), "PYTHONDONTWRITEBYTECODE": ""}
    around["PYTHONHASHSEED"] = "0"  # what is found has sets in it, which are shown in the order of their hashes

    def told(article: str = ARTICLE) -> tuple[list[str], int]:
        asked = [sys.executable, "-c", ASKING, article]
        ran = subprocess.run(asked, capture_output=True, text=True, check=True, env=around)
        *found, parsed = ran.stdout.splitlines()
        return found, int(parsed)

    found, many = told()
    assert "2024" in found[0]
    assert many > 200
    again, few = told()
    assert again == found
    assert few == WITHIN
    assert told(f"{ARTICLE} Morgen.")[1] == few
    (file,) = tmp_path.rglob("expressions*.compiled")
    size = file.stat().st_size
    told(f"{ARTICLE} Gestern.")
    assert file.stat().st_size == size
    file.write_bytes(file.read_bytes()[:-1])
    assert told()[0] == found
    assert told() == (found, few)


def test_whatever_is_kept_is_what_python_compiles(folder: Path, compiler: Any) -> None:  # noqa: ANN401 - as above
    """All patterns of the program, those with names, flags and bytes: Python's own comparison sees the code too."""
    assert folder.is_dir()
    usual = compiler.compile
    first = _kept(compiler)
    package = VOCABULARY.parents[1]
    paths = [each.relative_to(package).with_suffix("") for each in (VOCABULARY.parent / "facts").rglob("[!_]*.py")]
    modules = [importlib.import_module(".".join(each.parts)) for each in paths]
    ours = {value for module in modules for value in vars(module).values() if isinstance(value, re.Pattern)}
    ours |= {re.compile(r"(?P<a>x)(?:(?P=a)|(y))(?(2)z|w)", re.VERBOSE), re.compile(rb"(?i)[\x80-\xff]+")}
    with expressions.alike():
        for each in ours:
            assert first.compile(each.pattern, each.flags & ~re.UNICODE) == each
    first.save(os.getpid())
    compiler._code = lambda *_: pytest.fail("compiled")  # noqa: SLF001 - restored below
    try:
        second = _kept(compiler)
        for each in ours:
            made = second.compile(each.pattern, each.flags & ~re.UNICODE)
            assert made == each
            assert (made.groups, dict(made.groupindex)) == (each.groups, dict(each.groupindex))
    finally:
        importlib.reload(compiler)
        compiler.compile = usual
    assert len(ours) > 100


def test_what_depends_on_an_article_is_not_kept(folder: Path, compiler: Any) -> None:  # noqa: ANN401 - as above
    """It is compiled as ever; so is what was parsed already, and what is to be told how it is compiled."""
    kept = _kept(compiler)
    assert kept.compile("Mio\\.") == re.compile("Mio\\.")
    with expressions.alike():
        parsed = compiler._parser.parse("Mrd\\.")  # noqa: SLF001 - as Python's own scanner does it
        assert kept.compile(parsed).match("Mrd.")
    kept.save(os.getpid())
    assert not list(folder.iterdir())


def test_a_fault_in_a_pattern_is_pythons_own(compiler: Any) -> None:  # noqa: ANN401 - as above
    """And is known each time."""
    kept = _kept(compiler)
    with expressions.alike():
        for _ in range(2):
            with pytest.raises(re.error, match="missing \\)"):
                kept.compile("(a")


def test_a_forked_process_keeps_nothing(folder: Path, compiler: Any) -> None:  # noqa: ANN401 - as above
    """Its parent does."""
    kept = _kept(compiler)
    with expressions.alike():
        kept.compile("a+")
    kept.save(os.getppid())
    assert not list(folder.iterdir())
    kept.save(os.getpid())
    assert len(list(folder.iterdir())) == 1


def test_what_is_kept_does_not_grow_for_ever(
    folder: Path,
    compiler: Any,  # noqa: ANN401 - as above
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Modules that are gone leave their patterns: from some number on the next run begins anew."""
    assert folder.is_dir()
    monkeypatch.setattr(expressions, "MOST", 3)
    for number in range(5):
        kept = _kept(compiler)
        with expressions.alike():
            kept.compile(f"a{{{number}}}")
        kept.save(os.getpid())
    assert len(_kept(compiler)._known) == 2  # noqa: SLF001 - the third run had three


def test_another_python_compiles_as_it_does(compiler: Any, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ANN401 - as above
    """One whose code has steps of another size, or that hides its compiler."""
    usual = compiler.compile
    with monkeypatch.context() as other:
        other.setattr(ENGINE, "CODESIZE", 2)
        expressions.begin()
        assert compiler.compile is usual
    monkeypatch.delattr(compiler, "_code")
    expressions.begin()
    assert compiler.compile is usual


def test_data_files_come_back_as_they_are_written(folder: Path) -> None:
    """All of the vocabulary, parsed and kept."""
    assert folder.is_dir()
    files = sorted(VOCABULARY.glob("*.toml"))
    assert files
    for file in files:
        tables.table.cache_clear()
        parsed = tomllib.loads(file.read_text("utf-8"))
        assert tables.table(file.stem) == parsed
        assert compiled.load(f"vocabulary/{file.stem}", file.read_bytes()) == parsed
        tables.table.cache_clear()
        assert tables.table(file.stem) == parsed


def test_what_patterns_need_is_worked_out_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """For the same patterns; for others, and after damage, it is worked out again."""
    texts = ("wohl kaum", "vielleicht", "kaum noch möglich")
    asked = ["(?:wohl )?kaum", "vielleicht|eventuell"]
    first = [Sought("test", asked).bits(text) for text in texts]
    assert first == [1, 2, 1]
    with monkeypatch.context() as other:
        other.setattr(patterns, "rows", lambda _: pytest.fail("worked out"))
        assert [Sought("test", asked).bits(text) for text in texts] == first
    assert [Sought("test", [*asked, "noch"]).bits(text) for text in texts] == [1, 2, 5]
    (file,) = folder.iterdir()
    file.write_bytes(file.read_bytes()[:-1])
    assert [Sought("test", asked).bits(text) for text in texts] == first
