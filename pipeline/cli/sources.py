"""``zweiblatt sources``: the citations of stories; with ``--check-links``, which of them are dead.

In: names of stories (none: all). Out: a line for each citation on stdout; dead links as findings, with the address of a
copy. The network is asked only with ``--check-links``, and never by a build.
"""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .. import __version__
from ..findings import Message
from ..library import Library
from . import links
from .project import open_project
from .stories import manuscripts, of_paths
from .words import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model import Citation
    from .project import Project

DEAD = "sources/dead-link"
COPY = "https://web.archive.org/web/"
"""Where copies would be."""


@click.command("sources", help="List citations; ask the network about links only when told to.")
@click.argument("stories", nargs=-1, metavar="[STORY]...", type=click.Path(path_type=Path))
@click.option("--check-links", is_flag=True, help="Ask whether each address still leads somewhere.")
def command(*, stories: tuple[Path, ...], check_links: bool) -> int:
    """List the citations, or check their links."""
    project = open_project()
    citations = tuple(_citations(project, stories))
    if not check_links:
        for each in citations:
            click.echo(f"{each.at.path}:{each.at.line}: {_line(each)}")
        return 0
    answers = _answers(project, citations)
    dead = [each for each in citations if each.url and answers[each.url].state == "dead"]
    for each in citations:
        if each.url:
            _tell(each, answers[each.url])
    counted = (("dead", len({each.url for each in dead})), ("links", len(answers)))
    click.echo("zweiblatt: " + say(Message("addresses asked: {links}; dead: {dead}", counted)), err=True)
    return 1 if dead else 0


def _citations(project: Project, stories: tuple[Path, ...]) -> Iterator[Citation]:
    library = Library(project.root, project.settings, held=1)
    for name in of_paths(project, manuscripts(project), stories) if stories else library.manuscripts:
        for article in library.story(name).articles:
            yield from sorted(article.sources, key=lambda each: each.number)


def _answers(project: Project, citations: tuple[Citation, ...]) -> dict[str, links.Answer]:
    folder = Path(os.environ.get("ZWEIBLATT_CACHE_DIR") or project.root / ".zweiblatt")
    agent = f"zweiblatt/{__version__} (link check of {project.settings.publication.base_url or 'a publication'})"
    asker = links.Asker(agent, archive=links.ARCHIVE)
    addresses = (each.url for each in citations if each.url)
    return links.remembered(folder / "links.json", addresses, time.time(), asker.ask)


def _tell(citation: Citation, answer: links.Answer) -> None:
    """A line in the form of findings: what is dead, what has moved, what would not say."""
    place = f"{citation.at.path}:{citation.at.line}:{citation.at.column}"
    copy = answer.archive or f"{COPY}{answer.address}"
    said = (("address", answer.address), ("copy", copy), ("moved", answer.moved), ("why", answer.why))
    match answer.state:
        case "dead" if answer.archive:
            template, severity = "{address} is dead ({why}); a copy: {copy}", "error"
        case "dead":
            template, severity = "{address} is dead ({why}); the archive named no copy, look at {copy}", "error"
        case "unknown":
            template, severity = "{address} does not answer programs ({why}); look yourself", "info"
        case _ if answer.moved:
            template, severity = "{address} leads to {moved}", "info"
        case _:
            return
    click.echo(f"{place}: {severity} {DEAD}: {say(Message(template, said))}")


def _line(citation: Citation) -> str:
    publisher = f"{citation.publisher}: " if citation.publisher else ""
    return f"[{citation.number}] {publisher}{citation.title} <{citation.url}>"
