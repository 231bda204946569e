"""``zweiblatt check``: what an editor should repair.

In: paths, options, settings. Out: reports on stdout or in files, repaired manuscripts with ``--fix``, an exit code.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..check import RULES, check_cards
from ..check.selection import selected
from ..findings import Severity
from ..report import FORMATS, Report
from . import baseline, mend, stories, tell
from .examine import examine
from .patterns import judge
from .project import open_project
from .words import language, say

if TYPE_CHECKING:
    from ..findings import Finding
    from ..model import Card
    from .project import Project
    from .stories import Manuscripts

SEVERITIES = click.Choice([severity.label for severity in reversed(Severity)])


@dataclass(frozen=True, slots=True)
class Options:
    """What was asked for on the command line."""

    paths: tuple[Path, ...]
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    fail_on: str | None
    min_severity: str | None
    output_format: tuple[str, ...]
    fix: bool
    diff: bool
    changed_since: str | None
    baseline: Path | None
    add_ignore: str | None
    statistics: bool
    shard: str | None
    exit_zero: bool
    stdin_filename: Path | None


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--select", multiple=True, metavar="RULE", help="Apply only these rules or families (repeatable, or a,b)."
)
@click.option("--ignore", multiple=True, metavar="RULE", help="Leave these rules or families out (repeatable, or a,b).")
@click.option("--fail-on", type=SEVERITIES, help="Exit with 1 from this severity on (else error).")
@click.option("--min-severity", type=SEVERITIES, help="Show findings from this severity on (else warning).")
@click.option(
    "--output-format",
    multiple=True,
    metavar="FORMAT[=FILE]",
    help=f"How findings are shown, and where (repeatable): {', '.join(FORMATS)}.",
)
@click.option("--fix", is_flag=True, help="Apply safe repairs.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option("--changed-since", metavar="REF", help="Only stories that differ from a commit of Git.")
@click.option(
    "--baseline",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Show only what is not in this file; if there is none, write it.",
)
@click.option("--add-ignore", metavar="REASON", help="Write an allow comment with this reason before every finding.")
@click.option("--statistics", is_flag=True, help="Show how often each rule was met instead of the findings.")
@click.option("--shard", metavar="I/N", help="Only the i-th of n parts of the stories.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 even if there are findings.")
@click.option("--stdin-filename", type=click.Path(path_type=Path), help="Read this manuscript from standard input.")
def command(**options: Any) -> int:  # noqa: ANN401 - click hands options by name; Options types them
    """Check articles against their translations.

    PATHS are manuscripts, folders or names of stories; a path of one language brings its counterpart along.
    """
    asked = Options(**options)
    project = _with_flags(open_project(), asked)
    judge(project, RULES)
    given = _given(project, asked)
    chosen = _chosen(project, asked, given)
    found, texts = _examined(project, chosen, given)
    shown = _shown(project, found)
    if asked.baseline:
        shown = baseline.apply(asked.baseline, shown)
    if asked.fix or asked.diff:
        left = mend.mend(project, chosen, shown, write=asked.fix and not asked.diff, show=asked.diff)
        shown = shown if asked.diff else _shown(project, left)
    if asked.add_ignore is not None:
        shown = mend.allow(project, chosen, shown, asked.add_ignore)
    report = Report(shown, len(chosen), texts, RULES, say, language(), colour=tell.colour())
    tell.tell(report, asked.output_format, statistics=asked.statistics, quiet=asked.diff)
    failing = any(finding.severity >= project.settings.check.fail_on for finding in shown)
    return 1 if failing and not asked.exit_zero else 0


def _with_flags(project: Project, asked: Options) -> Project:
    """The project with what the flags say: they win over file and environment."""
    check = project.settings.check
    changed = replace(
        check,
        select=_split(asked.select) or check.select,
        ignore=_split(asked.ignore) or check.ignore,
        fail_on=Severity[asked.fail_on.upper()] if asked.fail_on else check.fail_on,
        min_severity=Severity[asked.min_severity.upper()] if asked.min_severity else check.min_severity,
    )
    settings = replace(project.settings, check=changed)
    return replace(project, settings=settings, house=replace(project.house, settings=settings))


def _split(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(part.strip() for value in values for part in value.split(",") if part.strip())


def _given(project: Project, asked: Options) -> dict[str, bytes]:
    """The manuscript that stands in standard input, under its name."""
    if asked.stdin_filename is None:
        return {}
    return {project.relative(asked.stdin_filename): sys.stdin.buffer.read()}


def _chosen(project: Project, asked: Options, given: dict[str, bytes]) -> Manuscripts:
    every = stories.manuscripts(project, given)
    paths = (*asked.paths, *(project.root / path for path in given))
    if paths:
        every = stories.of_paths(project, every, paths)
    if asked.changed_since:
        every = stories.changed(project, every, asked.changed_since)
    return stories.sharded(every, asked.shard) if asked.shard else every


def _examined(
    project: Project, chosen: Manuscripts, given: dict[str, bytes]
) -> tuple[tuple[Finding, ...], tuple[tuple[str, str], ...]]:
    rules = selected(RULES, project.settings.check)
    found: list[Finding] = []
    texts: list[tuple[str, str]] = []
    cards: list[Card] = []
    for examined in examine(project.root, chosen, project.house, rules, given):
        found += examined.findings
        texts += examined.texts
        cards += examined.cards
    return (*found, *check_cards(tuple(cards), project.house, rules)), tuple(texts)


def _shown(project: Project, found: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """What is heavy enough to be shown, or to fail."""
    check = project.settings.check
    return tuple(each for each in found if each.severity >= min(check.min_severity, check.fail_on))
