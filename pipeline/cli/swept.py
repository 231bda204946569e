"""What stays of old editions beside an output, as another user made it.

In: the folder of the edition. Out: a line on stderr for each, with its owner.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ..build.publish import publish
from ..findings import Message
from .words import say

if TYPE_CHECKING:
    from pathlib import Path

    from .project import Project


def tell(project: Project, output: Path) -> None:
    """Say what no build of this user can remove."""
    for path, owner in publish.left(publish.place(output, project.root)):
        said = (("name", project.relative(path)), ("owner", owner))
        template = "{name} is an old edition of “{owner}”: only its owner can remove it"
        click.echo(f"zweiblatt: {say(Message(template, said))}", err=True)
