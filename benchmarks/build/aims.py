"""Rows -> what was promised, what was measured, whether it holds.

In: the rows of a run by their jobs, the number of pairs. Out: a table in Markdown. An aim whose rows were not measured
is left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .jobs import Row

    Rows = Mapping[str, Row]

COLD = "pages, indexes and feeds, cold"
CHECK = "check, cold"
ONE = "one pair changed: pages, indexes, feeds, mails"
PRINTED = "the three PDFs of one changed pair, beside its pages and mails"
MIB, KIB = 2**20, 2**10


class Aim(NamedTuple):
    """A promise: the job, the bound as words, the rows that it needs, how it is measured, the bound.

    ``least`` says that more is better.
    """

    job: str
    bound: str
    needs: tuple[str, ...]
    measured: Callable[[Rows], float]
    limit: Callable[[int], float]
    unit: str = "×"
    least: bool = False


def _ratio(job: str) -> Callable[[Rows], float]:
    return lambda rows: rows[job].ratio


def _beside(job: str, peer: str) -> Callable[[Rows], float]:
    return lambda rows: rows[job].cost.cpu / rows[peer].cost.cpu


def _peak(*jobs: str) -> Callable[[Rows], float]:
    return lambda rows: max(rows[job].cost.peak for job in jobs)


def _room(pairs: int) -> float:
    return (60 * MIB + 5 * KIB * pairs) / MIB


AIMS = (
    Aim("`--help`", "≤ 6 × `python -c pass`", ("--help",), _ratio("--help"), lambda _: 6),
    Aim("`--version`", "≤ 6 × `python -c pass`", ("--version",), _ratio("--version"), lambda _: 6),
    Aim("nothing changed", "≤ 10 × `python -c pass`", ("nothing changed",), _ratio("nothing changed"), lambda _: 10),
    Aim(
        "nothing changed, fresh checkout",
        "≤ 20 × `python -c pass`",
        ("nothing changed, fresh checkout",),
        _ratio("nothing changed, fresh checkout"),
        lambda _: 20,
    ),
    Aim("check, unchanged", "as a build: ≤ 10 ×", ("check, unchanged",), _ratio("check, unchanged"), lambda _: 10),
    Aim("check, cold", "≤ 2.5 × bare parses", (CHECK,), _ratio(CHECK), lambda _: 2.5),
    Aim("all pages, cold", "≤ 0.6 × MkDocs", (COLD, "mkdocs: cold"), _beside(COLD, "mkdocs: cold"), lambda _: 0.6),
    Aim("all pages, cold", "≤ 0.6 × Pelican", (COLD, "pelican: cold"), _beside(COLD, "pelican: cold"), lambda _: 0.6),
    Aim("one pair changed", "≤ 0.7 CPU s", (ONE,), lambda rows: rows[ONE].cost.cpu, lambda _: 0.7, "s"),
    Aim(
        "one pair changed, with its PDFs",
        "≤ 2.2 CPU s",
        (ONE, PRINTED),
        lambda rows: rows[ONE].cost.cpu + rows[PRINTED].cost.cpu,
        lambda _: 2.2,
        "s",
    ),
    Aim("PDFs", "≥ 95 % of bare WeasyPrint", ("PDFs, cold",), _ratio("PDFs, cold"), lambda _: 0.95, "×", least=True),
    Aim("memory of a check", "≤ 60 MiB + 5 KiB a pair", (CHECK,), _peak(CHECK), _room, "MiB"),
    Aim("memory of pages", "≤ 60 MiB + 5 KiB a pair", (COLD,), _peak(COLD), _room, "MiB"),
    Aim("memory of a PDF worker", "≤ 150 MiB", ("PDFs, cold",), _peak("PDFs, cold"), lambda _: 150, "MiB"),
)


def judged(rows: Rows, pairs: int) -> str:
    """The aims as a table; growth as it was measured."""
    lines = ["| job | aim | measured | met |", "|---|---|---:|---|"]
    for aim in AIMS:
        if all(name in rows for name in aim.needs):
            found, limit = aim.measured(rows), aim.limit(pairs)
            met = found >= limit if aim.least else found <= limit
            lines.append(f"| {aim.job} | {aim.bound} | {found:.2f} {aim.unit} | {'yes' if met else 'no'} |")
    lines.extend(
        f"| {row.job} | growth ≤ {GROWTH} × | {row.beside} | {'yes' if row.ratio <= GROWTH else 'no'} |"
        for row in rows.values()
        if "as much a pair" in row.beside
    )
    return "\n".join((*lines, ""))


GROWTH = 1.1
