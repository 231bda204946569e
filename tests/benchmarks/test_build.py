"""What the benchmark of builds counts, changes and writes."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from benchmarks.build.aims import COLD, judged
from benchmarks.build.jobs import Row, change, fresh
from benchmarks.build.measure import Cost, FailedError, cost, median
from benchmarks.build.peers import PEERS, articles
from benchmarks.build.table import bars, into, table
from benchmarks.corpus.make import publication

if TYPE_CHECKING:
    from pathlib import Path

BUSY = "import time\nwhile time.process_time() < 0.3: pass"
ROWS = (Row("a <job>", Cost(2, 3, 40), "2 × a peer"), Row("another", Cost(1, 1, 10)))


def test_processor_time_of_children_counts(tmp_path: Path) -> None:
    """A command that lets another one work is as costly as that one."""
    parent = f"import subprocess, sys\nsubprocess.run([sys.executable, '-c', {BUSY!r}])"
    assert cost((sys.executable, "-c", parent), tmp_path).cpu >= 0.3


def test_memory_of_children_counts(tmp_path: Path) -> None:
    """The largest process is told, not the one that was started."""
    large = "data = bytearray(90 * 2**20)\nfor place in range(0, len(data), 4096): data[place] = 1"
    parent = f"import subprocess, sys\nsubprocess.run([sys.executable, '-c', {large!r}])"
    assert 90 <= cost((sys.executable, "-c", parent), tmp_path).peak < 150


def test_what_fails_is_no_figure(tmp_path: Path) -> None:
    """A command that fails early would look fast."""
    with pytest.raises(FailedError, match="no such thing"):
        cost((sys.executable, "-c", "raise SystemExit('no such thing')"), tmp_path)


def test_median_of_each_figure() -> None:
    """One slow run does not decide."""
    costs = iter((Cost(1, 9, 5), Cost(2, 1, 5), Cost(50, 2, 5)))
    assert median(lambda: next(costs), 3) == Cost(2, 2, 5)


def test_a_changed_pair_is_changed_in_both_languages_and_clean(tmp_path: Path) -> None:
    """What is measured after a change is a build that publishes."""
    publication(tmp_path, 2)
    before = {path: path.read_bytes() for path in tmp_path.glob("content/*/*.md")}
    change(tmp_path, 3)
    changed = sorted(
        path.relative_to(tmp_path).as_posix() for path, data in before.items() if path.read_bytes() != data
    )
    assert changed == ["content/de/story-00000.md", "content/en/story-00000.md"]
    command = [sys.executable, "-m", "pipeline", "check", "--fail-on", "info"]
    assert subprocess.run(command, cwd=tmp_path, capture_output=True, check=False).returncode == 0
    last = {path: path.read_bytes() for path in tmp_path.glob("content/*/*.md")}
    change(tmp_path, 4)
    assert sum(path.read_bytes() != data for path, data in last.items()) == 2


def test_a_fresh_checkout_has_the_same_bytes(tmp_path: Path) -> None:
    """Times are new, nothing else."""
    publication(tmp_path, 1)
    files = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in tmp_path.glob("content/*/*.md")}
    fresh(tmp_path)
    assert all(path.read_bytes() == data and path.stat().st_mtime_ns > then for path, (data, then) in files.items())


@pytest.mark.parametrize("name", PEERS)
def test_peers_get_each_article_and_only_what_changed_is_new(tmp_path: Path, name: str) -> None:
    """No generator has less to make, or more to make again, than ours."""
    publication(tmp_path / "corpus", 2)
    shape = PEERS[name][0]
    shape(tmp_path / "corpus", tmp_path / name)
    made = {path: path.stat().st_mtime_ns for path in (tmp_path / name).rglob("*") if path.is_file()}
    texts = [path.read_text("utf-8") for path in made if path.stem.startswith("story-")]
    assert sorted(text[-200:] for text in texts) == sorted(each.body[-200:] for each in articles(tmp_path / "corpus"))
    change(tmp_path / "corpus", 5)
    shape(tmp_path / "corpus", tmp_path / name)
    assert {path.stem for path, then in made.items() if path.stat().st_mtime_ns != then} == {"story-00000"}


def test_what_is_long_is_run_once() -> None:
    """Nobody waits for five runs of a job of minutes."""
    costs = iter((Cost(9, 9, 5), Cost(1, 1, 1)))
    assert median(lambda: next(costs), 3) == Cost(9, 9, 5)


def test_aims_are_told_beside_what_was_measured() -> None:
    """Met and missed are said as they are; an aim that was not measured is left out."""
    rows = {
        "--help": Row("--help", Cost(0.1, 1, 20), "6.1 ×", 6.1),
        COLD: Row(COLD, Cost(6, 9, 70)),
        "mkdocs: cold": Row("mkdocs: cold", Cost(10, 9, 40)),
        "PDFs, cold": Row("PDFs, cold", Cost(10, 9, 140), "96 %", 0.96),
        "check, cold, 10 pairs": Row(
            "check, cold, 10 pairs", Cost(1, 1, 1), "100 pairs cost 1.20 × as much a pair", 1.2
        ),
    }
    lines = judged(rows, 1000).splitlines()[2:]
    assert [line.split(" | ")[-1].strip(" |") for line in lines] == ["no", "yes", "yes", "no", "yes", "no"]
    assert "| all pages, cold | ≤ 0.6 × MkDocs | 0.60 × | yes |" in lines
    assert not any("Pelican" in line for line in lines)


def test_bars_are_a_picture_with_a_name() -> None:
    """Well-formed, named for screen readers, each job with its figure; the largest is the longest."""
    picture = ET.fromstring(bars("CPU & more", ROWS))  # noqa: S314 - made here
    space = "{http://www.w3.org/2000/svg}"
    assert picture.findtext(f"{space}title") == "CPU & more"
    texts = [each.text for each in picture.iter(f"{space}text")]
    assert {"a <job>", "2.00 s", "another", "1.00 s"} <= set(texts)
    long, short = (float(each.attrib["width"]) for each in list(picture.iter(f"{space}rect"))[1:])
    assert long == pytest.approx(2 * short, abs=0.2)


def test_figures_stand_between_the_marks(tmp_path: Path) -> None:
    """What was there is replaced, what stands around stays."""
    page = tmp_path / "page.md"
    page.write_text("Before\n<!-- figures -->\nold\n<!-- end -->\nAfter\n", "utf-8")
    into(page, table(ROWS))
    text = page.read_text("utf-8")
    assert text.startswith("Before\n<!-- figures -->\n\n| job |")
    assert text.endswith("|\n\n<!-- end -->\nAfter\n")
    assert "old" not in text
    assert "| a <job> | 2.00 | 3.00 | 40 | 2 × a peer |" in text
