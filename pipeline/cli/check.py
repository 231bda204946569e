"""``zweiblatt check``: what an editor should repair.

In: paths, options, settings. Out: reports on stdout or in files, repaired manuscripts with ``--fix``, an exit code.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .. import listing
from ..build.publish.receipt import checked
from ..build.survey.memory import open_memory
from ..errors import UsageError
from ..findings import Message, Severity
from ..frozen import dataclass
from ..report import FORMATS, Report
from ..store import Store
from . import baseline, stories, tell
from .project import open_project
from .texts import manuscript, texts
from .words import language, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..build.survey.examine import Examined
    from ..build.survey.memory import Memory
    from ..check import Rule
    from ..findings import Fault, Finding
    from ..listing import Manuscripts
    from .project import Project

SEVERITIES = click.Choice([severity.label for severity in reversed(Severity)])


LONG = 100
"""From this many stories on a check takes longer than a second or two."""


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


@dataclass(frozen=True, slots=True)
class Run:
    """The stories that are looked at, the manuscript from standard input, and what was found."""

    chosen: Manuscripts
    given: dict[str, bytes]
    found: tuple[Finding, ...]


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

    PATHS are manuscripts, folders, patterns or names of stories; a path of one language brings its counterpart along.
    """
    asked = Options(**options)
    if asked.add_ignore is not None and not asked.add_ignore.strip():
        raise UsageError(Message("--add-ignore needs a reason"))
    project = _with_flags(open_project(), asked)
    given = _given(project, asked)
    every = stories.manuscripts(project, given)
    chosen = _chosen(project, asked, every)
    is_whole = not given and chosen.keys() == every.keys()
    run = Run(chosen, given, _shown(project, _found(project, chosen, given, is_whole=is_whole)))
    known = _known(project, asked, run)
    shown = known.new(run.found) if known else run.found
    is_changed = asked.fix or asked.diff or asked.add_ignore is not None
    if is_changed:
        shown = _mended(project, asked, run, known)
    is_text = bool(given) and is_changed and not asked.diff
    for text in given.values() if is_text else ():
        click.echo(text, nl=False)
    formats = tell.formats(asked.output_format, quiet=asked.diff)
    is_whole = asked.statistics or bool({name for name, _ in formats} - tell.SHORT)
    report = _report(project, chosen, shown, given, whole=is_whole)
    tell.tell(report, formats, statistics=asked.statistics, is_aside=is_text)
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
    return replace(project, settings=replace(project.settings, check=changed))


def _split(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(part.strip() for value in values for part in value.split(",") if part.strip())


def _given(project: Project, asked: Options) -> dict[str, bytes]:
    """The manuscript that stands in standard input, under its name."""
    if asked.stdin_filename is None:
        return {}
    path = project.relative(asked.stdin_filename)
    data = sys.stdin.buffer.read()
    return {path: data} if stories.is_manuscript(project, path) else {}


def _chosen(project: Project, asked: Options, every: Manuscripts) -> Manuscripts:
    if not every:
        languages = ", ".join(f"content/{language}/" for language, _ in project.settings.publication.languages)
        raise UsageError(Message("there is no manuscript in {folders}", (("folders", languages),)))
    paths = (*asked.paths, *([asked.stdin_filename] if asked.stdin_filename else []))
    if paths:
        every = stories.of_paths(project, every, paths, (asked.stdin_filename,))
    if asked.changed_since:
        from . import history  # noqa: PLC0415 - subprocess, 4 ms: only where Git is asked

        every = history.changed(project, every, asked.changed_since)
    return stories.sharded(every, asked.shard) if asked.shard else every


def _found(project: Project, chosen: Manuscripts, given: dict[str, bytes], *, is_whole: bool) -> tuple[Finding, ...]:
    """What is found in the stories, ``is_whole`` if they are all: remembered where nothing has changed."""
    memory = open_memory(Store(project.root), project.settings, project.texts)
    kept = checked(memory.store, memory.index, memory.checked, memory.today) if is_whole else None
    found = kept.recall() if kept else None
    if found is None:
        found = _looked_for(project, memory, chosen, given, is_whole=is_whole)
        if kept and stories.manuscripts(project, given) == chosen:  # none came since they were listed
            kept.keep(found)
    return found


def _looked_for(
    project: Project, memory: Memory, chosen: Manuscripts, given: dict[str, bytes], *, is_whole: bool
) -> tuple[Finding, ...]:
    """The same, story by story: one that has not changed is not read."""
    known = {name: memory.recall(name, paths) for name, paths in chosen.items() if not given.keys() & set(paths)}
    fresh = {name: paths for name, paths in chosen.items() if known.get(name) is None}
    found = {name: findings for name, findings in known.items() if findings is not None}
    if fresh:
        from ..build.survey.examine import examine  # noqa: PLC0415 - reader and rules, 200 ms: not where nothing changed
        from ..library import Library  # noqa: PLC0415 - as above
        from .patterns import judge  # noqa: PLC0415 - as above

        judge(project)
        library = Library(project.root, project.settings, memory.store, memory.reader, held=1)
        try:
            for each in _seen(examine(library, fresh, project.house, given=given), len(fresh)):
                found[each.name] = each.findings or ()
                if not given:
                    memory.remember(each.name, each)
        except BaseException:
            memory.keep()  # what was found before an interruption need not be looked for again
            raise
    together = memory.together(chosen, lambda: project.house) if is_whole else ()
    media = memory.media(listing.media(project.root) if is_whole else memory.named(chosen)) if not given else {}
    memory.keep()
    return (*together, *(finding for name in chosen for finding in found[name]), *_of_media(project, media))


def _of_media(project: Project, media: dict[str, tuple[Fault, ...]]) -> tuple[Finding, ...]:
    """What the rules say of pictures and other files, if there is something to be said."""
    if not any(media.values()):
        return ()
    from ..check import check_media  # noqa: PLC0415 - all rules, 100 ms: only where there is a fault

    return check_media(media, project.house)


def _seen(examined: Iterable[Examined], count: int) -> Iterator[Examined]:
    """The stories as they come, with a bar on a terminal where it takes long."""
    if count < LONG or not sys.stderr.isatty():
        yield from examined
        return
    with click.progressbar(examined, length=count, file=sys.stderr) as bar:
        yield from bar


def _known(project: Project, asked: Options, run: Run) -> baseline.Baseline | None:
    """The baseline, if one was asked for; what it says of this run is told."""
    if asked.baseline is None:
        return None
    is_whole = not (asked.paths or asked.changed_since or asked.shard or asked.stdin_filename)
    known = baseline.open_baseline(asked.baseline, run.found)
    looked_at = {entry.path for entry in known.entries} if is_whole else {p for row in run.chosen.values() for p in row}
    check = project.settings.check
    known.tell(run.found, () if asked.select + asked.ignore else looked_at, min(check.min_severity, check.fail_on))
    return known


def _mended(project: Project, asked: Options, run: Run, known: baseline.Baseline | None) -> tuple[Finding, ...]:
    """Repair, show or allow what is not known; what remains."""
    from . import mend  # noqa: PLC0415 - reader and rules, only where manuscripts are changed

    def sieve(found: Sequence[Finding]) -> tuple[Finding, ...]:
        heavy = _shown(project, found)
        return known.new(heavy) if known else heavy

    shown = sieve(run.found)
    desk = mend.Desk(project, run.chosen, run.given, sieve, write=not asked.diff, show=asked.diff)
    left = mend.mend(desk, shown) if asked.fix or asked.diff else shown
    left = shown if asked.diff else left
    return left if asked.add_ignore is None else mend.allow(desk, left, asked.add_ignore)


def _report(
    project: Project, chosen: Manuscripts, shown: tuple[Finding, ...], given: dict[str, bytes], *, whole: bool
) -> Report:
    """The report; ``whole`` with the rules' own texts, for formats that show them."""
    rules: tuple[Rule, ...] = ()
    if whole and shown:
        from ..check import RULES as rules  # noqa: N811, PLC0415 - 100 ms: not for lines without a repair
    held = dict(texts(project.root, shown, chosen.values()))
    held |= {path: manuscript(project.root / path, data) for path, data in given.items() if path in held}
    report = Report(shown, len(chosen), tuple(held.items()), rules, say, language(), within=project.within)
    return replace(report, colour=tell.colour(), width=tell.width())


def _shown(project: Project, found: Sequence[Finding]) -> tuple[Finding, ...]:
    """What is heavy enough to be shown, or to fail."""
    check = project.settings.check
    return tuple(each for each in found if each.severity >= min(check.min_severity, check.fail_on))
