"""``zweiblatt merge``: joins the shards of an edition.

In: folders that ``build --shard`` made. Out: one edition in ``--out``.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from ..build.publish.merge import merge
from ..findings import Message
from .build import report
from .project import open_project
from .swept import tell
from .words import say


@click.command("merge", help="Join editions that build --shard made into one.")
@click.argument("shards", nargs=-1, required=True, metavar="DIR...", type=click.Path(path_type=Path))
@click.option(
    "--out", default="output", metavar="DIR", type=click.Path(path_type=Path), help="The folder of the edition."
)
def command(shards: tuple[Path, ...], out: Path) -> int:
    """Join shards."""
    project = open_project()
    output = out if out.is_absolute() else project.root / out
    count = merge(shards, output, project.root, partial(report, project.root))
    click.echo(say(Message("{count} files of {shards} shards", (("count", count), ("shards", len(shards))))), err=True)
    tell(project, output)
    return 0
