"""``python -m benchmarks.checks [CORPUS…]``: recall of each kind of fault, false alarms of each harmless kind.

How often the alignment is right, and the findings of each rule, are printed too.
A corpus is a folder with ``de/`` and ``en/``, or a folder of such folders; without any, the shipped articles,
and for the faults of figures, meaning and names those of ``articles/``. Prints tables; exits with 1 if a rate fell
below ``floor.toml``, which may only rise (``--raise`` writes the new rates).
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.findings import Severity

from . import contents, figures, harmless, names, order, parts, structure, turned
from .alignment import rates
from .measure import ROOT, couples, house, measure, pairs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .measure import Pair, Score

FLOOR = Path(__file__).parent / "floor.toml"
ARTICLES = Path(__file__).parent / "articles"
"""Articles of many subjects, full of figures and names; all of it is invented."""
FAULTS = (
    *structure.FAULTS,
    *order.FAULTS,
    *contents.FAULTS,
    *figures.FAULTS,
    *parts.FAULTS,
    *turned.FAULTS,
    *names.FAULTS,
)


def main() -> int:
    """Measure, print, compare with the floor."""
    arguments = _arguments()
    rules = house()
    shipped, invented = list(pairs(ROOT / "content", rules)), list(pairs(ARTICLES, rules))
    real = [pair for folder in _folders(arguments.corpus) for pair in pairs(folder, rules)]
    among = shipped + real
    chosen = [kind for kind in (*FAULTS, *harmless.HARMLESS) if arguments.kind in kind.name]
    scores = [
        measure(
            kind,
            among + (invented if kind in (*figures.FAULTS, *turned.FAULTS, *names.FAULTS) else []),
            rules,
            arguments.limit,
            arguments.seed,
        )
        for kind in chosen
    ]
    _print(scores, verbose=arguments.verbose)
    if not arguments.kind:
        sys.stdout.write("\nAlignment\n" + "".join(f"{each}\n" for each in rates(couples(among, rules))))
    if real:
        _alarms(real)
    if arguments.kind or arguments.corpus:
        return 0  # the floor is that of the shipped articles, which everybody has
    return _compare(scores, raise_it=arguments.raise_floor)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.checks", description=__doc__)
    parser.add_argument("corpus", nargs="*", type=Path, help="folders with de/ and en/")
    parser.add_argument("--limit", type=int, default=20, help="how many pairs each kind is tried on")
    parser.add_argument("--seed", type=int, default=1, help="other places of the same kinds")
    parser.add_argument("--kind", default="", help="only kinds whose name contains this")
    parser.add_argument("--verbose", action="store_true", help="what was missed, and what was blamed")
    parser.add_argument("--raise", action="store_true", dest="raise_floor", help="write rates that rose to the floor")
    return parser.parse_args()


def _folders(given: Iterable[Path]) -> Iterable[Path]:
    for path in given:
        yield from (
            [path] if (path / "de").is_dir() else sorted(each for each in path.iterdir() if (each / "de").is_dir())
        )


def _print(scores: Sequence[Score], *, verbose: bool) -> None:
    out = sys.stdout.write
    for title, harm in (("Faults", True), ("Harmless changes", False)):
        rows = [score for score in scores if bool(score.kind.rules) is harm and score.tried]
        out(f"\n{title:28} tried  {'found' if harm else 'errors  warnings'}\n")
        for score in rows:
            result = f"{score.found:5}  {score.rate:6.1%}" if harm else f"{score.errors:6}  {score.warnings:8}"
            out(f"{score.kind.name:28} {score.tried:5}  {result}\n")
            out("".join(f"    {line}\n" for line in score.missed if verbose))
        tried = sum(score.tried for score in rows) or 1
        if harm:
            for name, kinds in (("structural", True), ("of content", False)):
                some = [score for score in rows if score.kind.structural is kinds]
                count = sum(score.tried for score in some)
                out(f"{name:28} {count:5}  {sum(score.found for score in some) / (count or 1):13.1%}\n")
        else:
            errors, warnings = (sum(getattr(score, name) for score in rows) for name in ("errors", "warnings"))
            out(f"{'all':28} {tried:5}  {errors / tried:6.1%}  {warnings / tried:8.1%}\n")


def _alarms(real: Sequence[Pair]) -> None:
    """Findings of each rule for a hundred real pairs, as they are."""
    out = sys.stdout.write
    counts: dict[tuple[str, str], int] = {}
    for pair in real:
        for finding in pair.findings:
            if finding.severity > Severity.INFO:
                key = finding.rule, finding.severity.label
                counts[key] = counts.get(key, 0) + 1
    out(f"\nFindings per 100 of {len(real)} real pairs\n")
    for (rule, severity), count in sorted(counts.items()):
        out(f"{rule:32} {severity:8} {100 * count / len(real):7.1f}\n")


def _compare(scores: Iterable[Score], *, raise_it: bool) -> int:
    floor = tomllib.loads(FLOOR.read_text(encoding="utf-8")) if FLOOR.exists() else {}
    rates = {score.kind.name: round(score.rate, 3) for score in scores if score.tried}
    fallen = {name: rate for name, rate in rates.items() if rate < floor.get(name, 0.0)}
    for name, rate in fallen.items():
        sys.stdout.write(f"{name}: {rate:.1%} is below the floor of {floor[name]:.1%}\n")
    if raise_it:
        raised = {name: max(floor.get(name, 0.0), rates.get(name, 0.0)) for name in sorted({*floor, *rates})}
        lines = "".join(f'"{name}" = {rate}\n' for name, rate in raised.items())
        FLOOR.write_text(
            f"# The rates that may only rise: `python -m benchmarks.checks --raise`.\n{lines}", encoding="utf-8"
        )
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
