"""``zweiblatt build``: checks, then makes the edition.

In: paths and options. Out: an edition in ``--out``; on stderr a table of what was made, kept and removed; findings as
``check`` prints them.
"""

from __future__ import annotations

import gc
import os
import sys
import time
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import click

from ..build.publish.receipt import receipt
from ..build.survey.families import FAMILIES
from ..build.survey.memory import open_memory
from ..errors import UsageError
from ..findings import Message
from ..report import Report, summary, write
from ..store import Store
from . import LOOKED_THROUGH
from .project import open_project
from .stories import manuscripts, of_paths, sharded
from .texts import texts
from .words import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..build.done import Done
    from ..check import Rule
    from ..findings import Finding
    from .project import Project

PATIENCE = 1.0
"""Seconds after which a terminal shows a progress bar."""
UNPUBLISHED = ".zweiblatt/report"


def _names(choices: Sequence[str], given: str, what: str) -> tuple[str, ...]:
    names = tuple(filter(None, (name.strip() for name in given.split(","))))
    for name in names:
        if name not in choices:
            arguments = (("name", name), ("what", what), ("choices", ", ".join(choices)))
            raise UsageError(Message("{what}: “{name}” is none of {choices}", arguments))
    return names


@contextmanager
def _unsearched() -> Iterator[None]:
    """Look for no circles in memory: one article leaves few, and a tenth of the time went to looking for them."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if gc.get_threshold() == LOOKED_THROUGH:
            gc.freeze()  # this process ends with the command: else all memory is looked through once, now
        if was:
            gc.enable()


@click.command("build", help="Check, then make the edition.")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--only", default="", metavar="NAMES", help=f"Only these outputs: {','.join(FAMILIES)}.")
@click.option("--language", default="", metavar="CODES", help="Only these languages: de,en.")
@click.option(
    "--out", default="output", metavar="DIR", type=click.Path(path_type=Path), help="The folder of the edition."
)
@click.option(
    "--jobs", default=0, metavar="N", type=click.IntRange(0), help="Processes to use (else as many as are worth it)."
)
@click.option(
    "--executor", default="process", metavar="WHERE", help="process, or dask://HOST:PORT: a cluster makes the files."
)
@click.option("--keep-going", is_flag=True, help="Publish everything that has no error.")
@click.option("--drafts", is_flag=True, help="With drafts.")
@click.option(
    "--baseline",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Publish in spite of what is in this file; check --baseline writes it.",
)
@click.option("--shard", default="", metavar="I/N", help="Only the i-th of n parts of the stories; see merge.")
@click.option("--dry-run", is_flag=True, help="Say what would be made; make nothing.")
@_unsearched()
def command(  # noqa: PLR0913 - the options of the command
    *,
    paths: tuple[Path, ...],
    only: str,
    language: str,
    out: Path,
    jobs: int,
    executor: str,
    keep_going: bool,
    drafts: bool,
    baseline: Path | None,
    shard: str,
    dry_run: bool,
) -> int:
    """Check, then make the edition."""
    project = open_project()
    chosen = _chosen(project, paths, shard)
    families = _names(tuple(FAMILIES), only, "--only") or tuple(FAMILIES)
    languages = _names([each.value for each, _ in project.settings.publication.languages], language, "--language")
    output = project.root / out
    memory = open_memory(Store(project.root), project.settings, project.texts)
    known = _known(baseline)
    asked = (families, languages, chosen, shard, keep_going, drafts, sorted(known))
    said = (memory.program, repr(project.settings), *project.texts, repr(asked))
    kept = receipt(memory.store, memory.index, output, said)
    done = kept.recall() if kept and not dry_run else None
    if done is None:
        done = _made(
            project,
            output=output,
            memory=memory,
            families=families,
            languages=languages,
            stories=chosen,
            shard=shard,
            jobs=jobs,
            executor="" if executor == "process" else executor,
            keep_going=keep_going,
            drafts=drafts,
            known=known,
            dry_run=dry_run,
        )
        if kept:
            kept.keep(done)
    _tell(project, done, baseline, output, is_tried=dry_run)
    if done.failures:
        return max(failure.exit_code for failure in done.failures)
    return int(any(each.severity >= project.settings.check.fail_on for each in done.findings))


def _chosen(project: Project, paths: tuple[Path, ...], shard: str) -> tuple[str, ...]:
    """The names of the stories that were asked for; none: all, or a shard to which none falls."""
    if shard and paths:
        raise UsageError(Message("--shard is a part of all stories: name no paths with it"))
    if shard:
        return tuple(sharded(manuscripts(project), shard))
    return tuple(of_paths(project, manuscripts(project), paths)) if paths else ()


def _made(project: Project, **asked: Any) -> Done:  # noqa: ANN401 - what was asked for, as Wish has it
    from ..build.edition import build  # noqa: PLC0415 - all that makes something, not where nothing changed
    from ..build.survey.wish import Wish  # noqa: PLC0415 - as above
    from .patterns import judge  # noqa: PLC0415 - as above
    from .swept import tell  # noqa: PLC0415 - as above

    with Bar() as bar:
        wish = Wish(project.root, house=project.house, tell=bar.tell, report=partial(report, project.root), **asked)
        judge(project)
        done = build(wish)
    if done.is_published:
        tell(project, wish.output)
    return done


def report(root: Path, findings: tuple[Finding, ...], stories: int) -> tuple[tuple[str, bytes], ...]:
    """The report in the edition: always English and in one order, so that it is the same wherever it is made."""
    ordered = sorted(findings, key=lambda each: (each.at.path, each.at.line, each.at.column, each.rule, repr(each)))
    said = Report(tuple(ordered), stories, texts(root, ordered), _rules() if ordered else ())
    files = (("findings.json", "json"), ("index.html", "html"))
    return tuple((name, write(form, said).encode(errors="backslashreplace")) for name, form in files)


def _rules() -> tuple[Rule, ...]:
    from ..check import RULES  # noqa: PLC0415 - 100 ms, not where nothing is found

    return RULES


def _known(baseline: Path | None) -> frozenset[str]:
    """The findings that a baseline knows."""
    if baseline is None:
        return frozenset()
    from .baseline import standing  # noqa: PLC0415 - only where one is named

    return standing(baseline)


def _tell(project: Project, done: Done, baseline: Path | None, output: Path, *, is_tried: bool) -> None:
    """Findings on stdout; the table, what failed and where the edition is on stderr."""
    if baseline:
        from .baseline import hidden  # noqa: PLC0415 - as above

        hidden(baseline, done.known)
    least = project.settings.check.min_severity
    shown = tuple(finding for finding in done.findings if finding.severity >= least)
    said = Report(shown, done.stories, say=say)
    if shown:
        click.echo(write("concise", said), nl=False)
    for failure in done.failures:
        click.echo(
            f"{failure.at}: {say(failure.message)}" if failure.at else f"zweiblatt: {say(failure.message)}", err=True
        )
    for line in table(done):
        click.echo(line, err=True)
    click.echo(summary(said), err=True)
    for path, stays in done.held:
        template = "{path} was held back; its old files stay" if stays else "{path} was held back; it is left out"
        click.echo(f"zweiblatt: {say(Message(template, (('path', path),)))}", err=True)
    if not done.is_published and not is_tried:
        words = [Message("nothing was published")]
        words += [Message("the old edition stands")] if os.path.isdir(output) else []  # noqa: PTH112 - False too where nobody may look
        words += _left(project, replace(said, texts=texts(project.root, shown)))
        click.echo(f"zweiblatt: {'; '.join(map(say, words))}", err=True)


def _left(project: Project, report: Report) -> Iterator[Message]:
    """Leave the report of a build that was not published, and say where, if it could be written."""
    folder = project.root / UNPUBLISHED
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        for name, form in (("findings.json", "json"), ("index.html", "html")):
            (folder / name).unlink(missing_ok=True)  # never through a link
            (folder / name).write_bytes(write(form, report).encode(errors="backslashreplace"))
        yield Message("the report is in {place}", (("place", UNPUBLISHED),))


def table(done: Done) -> list[str]:
    """What was made, kept and removed, a line for each family, aligned."""
    if not done.counts:
        return []
    head = [say(message) for message in (Message("made"), Message("kept"), Message("removed"))]
    rows = [(count.family, str(count.made), str(count.kept), str(count.removed)) for count in done.counts]
    totals = ("", *(str(sum(int(row[place]) for row in rows)) for place in (1, 2, 3)))
    wide = max(len(row[0]) for row in rows)
    lines = [("", *head), *rows, totals]
    return [f"{name:<{wide}}" + "".join(f"{cell:>10}" for cell in cells) for name, *cells in lines]


class Bar:
    """A progress bar on a terminal, for what takes longer than a second."""

    def __init__(self) -> None:
        self.start = time.monotonic()
        self.shown = sys.stderr.isatty()
        self.progress: object = None
        self.task: object = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.progress is not None:
            self.progress.stop()  # type: ignore[attr-defined]

    def tell(self, what: str, done: int, of: int) -> None:
        """Hear what is done."""
        if not self.shown or time.monotonic() - self.start < PATIENCE:
            return
        if self.progress is None:
            from rich.console import Console  # noqa: PLC0415 - the terminal library, only on a terminal
            from rich.progress import Progress  # noqa: PLC0415 - the same

            self.progress = Progress(console=Console(stderr=True), transient=True)
            self.progress.start()
            self.task = self.progress.add_task(what, total=of)
        self.progress.update(self.task, description=what, completed=done, total=of)  # type: ignore[attr-defined]
