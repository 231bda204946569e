"""A report -> stdout, files, the summary of a GitHub job.

In: a report and formats with files, as ``--output-format`` has them. Out: what was asked for.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import MakingError, UsageError
from ..findings import Message
from ..report import FORMATS, summary, write
from ..report.paint import severity
from ..toml import nearest
from .words import say

if TYPE_CHECKING:
    from ..report import Report

MOST = 1000 * 1024
"""Bytes of a job's summary: GitHub drops one that is larger than 1 MiB."""
COUNTED = {"full", "grouped", "markdown"}
"""Formats that say themselves how many findings there are."""
SHORT = {"concise", "grouped"}
"""Formats that say nothing of the rules: where, what, and the counterpart."""


WIDE = 100
"""Characters of a line where there is no terminal."""


def colour() -> bool:
    """Whether stdout takes colours: a terminal that does not refuse them (no-color.org, force-color.org)."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()


def width() -> int:
    """How many characters stand in a line: those of the terminal (``COLUMNS``), elsewhere a hundred."""
    if not (sys.stdout.isatty() or "COLUMNS" in os.environ):
        return WIDE
    import shutil  # noqa: PLC0415 - with bz2 and lzma, 2 ms: only where a terminal is asked

    return shutil.get_terminal_size((WIDE, 24)).columns


def formats(given: tuple[str, ...], *, quiet: bool) -> tuple[tuple[str, str], ...]:
    """Formats with their files; without any, frames on a terminal and lines elsewhere."""
    usual = () if quiet else ("full" if sys.stdout.isatty() else "concise",)
    return tuple(map(_format, given or usual))


def tell(report: Report, wanted: tuple[tuple[str, str], ...], *, statistics: bool, is_aside: bool = False) -> None:
    """Write a report in each format, to its file or to stdout; to stderr, if it stands ``is_aside`` of a manuscript."""
    if statistics:
        click.echo(_statistics(report), nl=False, color=report.colour, err=is_aside)
        return
    for name, path in wanted:
        text = write(name, report)
        if path:
            _write(Path(path), text)
        else:
            click.echo(text, nl=False, color=report.colour, err=is_aside)
        if name == "github":
            _job_summary(report)
    if not {name for name, path in wanted if not path} & COUNTED:
        click.echo(summary(report), err=True)


def _format(given: str) -> tuple[str, str]:
    name, mark, path = given.partition("=")
    if name not in FORMATS:
        if near := nearest(name, FORMATS):
            arguments = (("name", name), ("near", near))
            raise UsageError(Message("there is no format “{name}”; did you mean “{near}”?", arguments))
        known = (("known", ", ".join(FORMATS)), ("name", name))
        raise UsageError(Message("there is no format “{name}”; possible are {known}", known))
    if mark and not path:
        raise UsageError(Message("“{given}” names no file behind the =", (("given", given),)))
    return name, path


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", errors="backslashreplace", newline="\n")
    except OSError as error:
        arguments = (("path", path.as_posix()), ("why", error.strerror or type(error).__name__))
        raise MakingError(Message("{path} cannot be written: {why}", arguments)) from None


def _job_summary(report: Report) -> None:
    """Append the table to the job's summary, where GitHub gives a file for it."""
    given = os.environ.get("GITHUB_STEP_SUMMARY")
    if not given or not report.findings:
        return
    text = write("markdown", report) + "\n"
    count = len(report.findings)
    while len(text.encode("utf-8", "replace")) > MOST:
        count //= 2
        text = _gravest(report, count)
    try:
        with Path(given).open("a", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        arguments = (("path", given), ("why", error.strerror or type(error).__name__))
        raise MakingError(Message("{path} cannot be written: {why}", arguments)) from None


def _gravest(report: Report, count: int) -> str:
    """The table of some findings, and how many there are."""
    kept = {each.fingerprint for each in sorted(report.findings, key=lambda each: -each.severity)[:count]}
    few = replace(report, findings=tuple(each for each in report.findings if each.fingerprint in kept))
    arguments = (("count", count), ("of", len(report.findings)))
    note = Message("these are the {count} gravest of {of}; a report in a file has all", arguments)
    return f"{write('markdown', few)}\n{report.say(note)}\n"


def _statistics(report: Report) -> str:
    counted = Counter((finding.severity, finding.rule) for finding in report.findings)
    safe = {finding.rule for finding in report.findings if finding.repair and finding.repair.safe}
    explained = {rule.name: report.summary(rule) for rule in report.rules}
    mark = f" [{say(Message('repairable'))}]"
    rows = [
        f"{count:>6}  {severity(report, weight)} {rule}{mark if rule in safe else ''}  {explained.get(rule, '')}\n"
        for (weight, rule), count in sorted(counted.items(), key=lambda item: (-item[1], item[0][1]))
    ]
    return "".join((*rows, f"{summary(report)}\n"))
