"""Builds of N pairs: cold, unchanged, one changed; and a check, cold and unchanged.

In: the number of pairs (100 unless given). Out: a table of CPU seconds, of ratios to ``python -c pass`` of the same run
and of peak memory. The corpus is made here: the shipped explainer under N names, each with a number of its own.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
LIGHT = ("build", "--only", "web,newsletter,feeds,social", "--jobs", "1")
EMPTY = 20
"""Starts of an empty Python of which the mean is taken."""


def corpus(folder: Path, pairs: int) -> None:
    """A publication of N pairs."""
    for language in ("de", "en"):
        (folder / "content" / language).mkdir(parents=True)
        text = (ROOT / "content" / language / "deepseek-open-source.md").read_text("utf-8")
        for number in range(pairs):
            own = text.replace("slug: ", f"slug: n{number}-")
            (folder / "content" / language / f"story-{number}.md").write_text(own, "utf-8")
        for page in ("imprint.md", "privacy.md"):
            shutil.copy(ROOT / "content" / language / page, folder / "content" / language / page)
    for name in ("zweiblatt.toml", "hashtags.toml"):
        shutil.copy(ROOT / name, folder / name)


def cost(folder: Path, *command: str) -> tuple[float, int]:
    """CPU seconds and peak memory (KiB) of a command and its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, *command], cwd=folder, env=environment, check=True, capture_output=True)  # noqa: S603 - our own
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, after.ru_maxrss


def main() -> None:
    """Measure, and print the table."""
    pairs = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        corpus(folder, pairs)
        empty = sum(cost(folder, "-c", "pass")[0] for _ in range(EMPTY)) / EMPTY
        rows = [("--help", cost(folder, "-m", "pipeline", "--help"))]
        rows.append(("check, cold", cost(folder, "-m", "pipeline", "check")))
        rows.append(("check, unchanged", cost(folder, "-m", "pipeline", "check")))
        rows.append(("build without PDFs, cold", cost(folder, "-m", "pipeline", *LIGHT)))
        rows.append(("build, unchanged", cost(folder, "-m", "pipeline", *LIGHT)))
        changed = folder / "content/de/story-0.md"
        changed.write_text(changed.read_text("utf-8").replace("gerade einmal", "gerade erst"), "utf-8")
        rows.append(("build, one changed", cost(folder, "-m", "pipeline", *LIGHT)))
    print(f"{pairs} pairs; python -c pass: {empty * 1000:.0f} ms CPU")  # noqa: T201 - a benchmark prints
    print(f"{'':<28}{'CPU s':>10}{'× empty':>10}{'peak MiB':>10}")  # noqa: T201 - the same
    for name, (seconds, peak) in rows:
        print(f"{name:<28}{seconds:>10.2f}{seconds / empty:>10.0f}{peak / 1024:>10.0f}")  # noqa: T201 - the same


if __name__ == "__main__":
    main()
