"""``zweiblatt build``: checks, then makes the edition.

In: paths and options. Out: an edition in ``--out``, a table of what was made, kept and removed; findings as ``check``
prints them.
"""

from __future__ import annotations

from pathlib import Path

import click

from ..build.edition import Wish, build
from ..build.plan import FAMILIES
from ..check import RULES
from ..errors import UsageError
from ..findings import Message
from ..report import Report, write
from .project import open_project
from .words import say


def _names(choices: tuple[str, ...], given: str, what: str) -> tuple[str, ...]:
    names = tuple(filter(None, (name.strip() for name in given.split(","))))
    for name in names:
        if name not in choices:
            arguments = (("name", name), ("what", what), ("choices", ", ".join(choices)))
            raise UsageError(Message("{what}: “{name}” is none of {choices}", arguments))
    return names


@click.command("build", help="Check, then make the edition.")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--only", default="", metavar="NAMES", help=f"Only these outputs: {','.join(FAMILIES)}.")
@click.option("--language", default="", metavar="CODES", help="Only these languages: de,en.")
@click.option("--out", default="output", type=click.Path(path_type=Path), help="The folder of the edition.")
@click.option("--jobs", default=0, metavar="N", help="Processes to use (else as many as pay).")
@click.option("--keep-going", is_flag=True, help="Publish what has no error.")
@click.option("--drafts", is_flag=True, help="With drafts.")
@click.option("--dry-run", is_flag=True, help="Say what would be made; make nothing.")
def command(  # noqa: PLR0913 - the options of the command
    *,
    paths: tuple[Path, ...],
    only: str,
    language: str,
    out: Path,
    jobs: int,
    keep_going: bool,
    drafts: bool,
    dry_run: bool,
) -> int:
    """Check, then make the edition."""
    project = open_project()
    wish = Wish(
        root=project.root,
        output=out if out.is_absolute() else project.root / out,
        house=project.house,
        families=_names(tuple(FAMILIES), only, "--only") or tuple(FAMILIES),
        languages=_names(tuple(dict(project.settings.publication.languages)), language, "--language"),
        stories=_stories(project.root, paths),
        jobs=jobs,
        keep_going=keep_going,
        drafts=drafts,
        dry_run=dry_run,
    )
    done = build(wish)
    least = project.settings.check.min_severity
    shown = tuple(finding for finding in done.findings if finding.severity >= least)
    if shown:
        report = Report(shown, done.stories, rules=RULES, say=say)
        click.echo(write("concise", report), err=True, nl=False)
    for family, made, kept, _ in done.counts:
        click.echo(f"{family:<12}{made:>6} made {kept:>6} kept", err=True)
    if done.removed:
        click.echo(f"removed {len(done.removed)}", err=True)
    failed = any(finding.severity >= project.settings.check.fail_on for finding in done.findings)
    if not done.published and not dry_run:
        click.echo("zweiblatt: " + say(Message("nothing was published")), err=True)
    return 1 if failed else 0


def _stories(root: Path, paths: tuple[Path, ...]) -> tuple[str, ...]:
    names = []
    for path in paths:
        place = Path(path).absolute()
        parts = place.relative_to(root).parts if place.is_relative_to(root) else path.parts
        names.append("/".join(parts[2:]).removesuffix(".md") if parts[:1] == ("content",) else path.as_posix())
    return tuple(dict.fromkeys(names))
