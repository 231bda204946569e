"""Stories by name or by date -> their mails, one for each language.

In: the project, names or a date. Out: :class:`Named` mails; what is left out is said on stderr and in the digest.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..build.plan.addresses import addresses
from ..build.plan.outlines import Neighbours
from ..build.plan.sheets import sheets
from ..build.survey.families import FAMILIES
from ..build.survey.memory import open_memory
from ..build.survey.survey import blocked, survey
from ..errors import UsageError
from ..findings import Message
from ..frozen import dataclass
from ..library import Library
from ..render.newsletter.digest import Absent, digest
from ..render.newsletter.letter import mail
from ..render.theme import Theme
from ..store import Store
from ..toml import nearest
from .stories import manuscripts, of_paths
from .words import say

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from ..build.survey.survey import Survey
    from ..findings import Finding
    from ..model import Card, Language
    from ..render.newsletter.letter import Mail
    from ..render.newsletter.profiles import Profile
    from ..render.output import Sheet
    from .project import Project


@dataclass(frozen=True, slots=True)
class Named:
    """A mail and the name of its files, without their suffix; ``is_built`` if a build makes the same ones."""

    name: str
    mail: Mail
    is_built: bool = False


@dataclass(frozen=True, slots=True)
class Chosen:
    """The stories that were asked for, newest first, and what their mails may see."""

    project: Project
    library: Library
    neighbours: Neighbours
    names: tuple[str, ...]
    survey: Survey
    theme: Theme
    is_digest: bool


def choose(
    project: Project, stories: Sequence[str], since: dt.date | None, baseline: frozenset[str] = frozenset()
) -> Chosen:
    """The stories of names (or paths), or all that were published or changed since a day; findings but known ones."""
    library = Library(project.root, project.settings)
    if bool(stories) == bool(since):
        raise UsageError(Message("name a story or several, or say --since with a date"))
    names = _named(project, stories) if stories else tuple(library.manuscripts)
    memory = open_memory(Store(project.root), project.settings, project.texts)
    known = survey(library, memory, project.house, wants=names.__contains__).without(baseline)
    neighbours = Neighbours(
        tuple(card for card in known.cards if _is_sent(card, project, named=bool(stories))),
        addresses(project.settings),
        frozenset(FAMILIES),
        project.settings,
        memory.picture,
    )
    sent = [card for card in neighbours.cards if card.kind != "page" and card.story in names]
    listed = [card for card in sent if not since or card.modified >= since]
    if not listed:
        if since:
            raise UsageError(Message("no story was published or changed since {date}", (("date", f"{since}"),)))
        template = "no story can be sent: {names}; pages go out by no mail, drafts only if they are named"
        raise UsageError(Message(template, (("names", ", ".join(stories)),)))
    newest = sorted(listed, key=lambda card: (-card.modified.toordinal(), card.story))
    found = tuple(dict.fromkeys(card.story for card in newest))
    theme = Theme(project.settings, _folders(project.root))
    return Chosen(project, library, neighbours, found, known, theme, is_digest=bool(since) or len(found) > 1)


def failing(chosen: Chosen, languages: Sequence[Language]) -> tuple[Finding, ...]:
    """The findings that forbid to publish one of the stories in one of the languages, and those of the settings."""
    settings = chosen.project.settings
    held = blocked(chosen.survey, settings.check.fail_on, settings.publication.original)
    paths = {settings.path}
    for name in chosen.names:
        if any((name, language) in held for language in languages):
            paths.update(chosen.survey.manuscripts[name])
    paths |= {*chosen.survey.named(paths)}
    return tuple(
        each for each in chosen.survey.findings if each.at.path in paths and each.severity >= settings.check.fail_on
    )


def mails(chosen: Chosen, languages: Sequence[Language], form: str, service: Profile) -> Iterator[Named]:
    """The mail of each language in which there is something to send."""
    by_name = {name: sheets(name, chosen.library, chosen.neighbours) for name in chosen.names}
    for language in languages:
        row = [sheet for name in chosen.names for sheet in by_name[name] if sheet.article.language == language]
        absent = tuple(_absent(by_name, row))
        _tell(absent, language)
        if row and chosen.is_digest:
            newest = max(sheet.article.modified for sheet in row)
            yield Named(f"digest-{newest}{_suffix(service)}.{language}", digest(row, absent, chosen.theme, service))
        elif row:
            kind = "" if form == chosen.project.settings.newsletter.form else f".{form}"
            marks = f"{kind}{_suffix(service)}"
            name = f"{row[0].article.slug}{marks}.{language}"
            yield Named(name, mail(row[0], chosen.theme, form, service), not (marks or row[0].article.front.draft))


def _tell(absent: Sequence[Absent], language: Language) -> None:
    template = "not in the mail ({language}): “{title}” has no translation"
    for each in absent:
        said = Message(template, (("language", language.value), ("title", each.title)))
        click.echo(f"zweiblatt: {say(said)}", err=True)


def _suffix(service: Profile) -> str:
    return f".{service.key}" if service.unsubscribe else ""


def _absent(by_name: dict[str, tuple[Sheet, ...]], row: Sequence[Sheet]) -> Iterator[Absent]:
    there = {sheet.article.story for sheet in row}
    for name, found in by_name.items():
        if name not in there and found:
            article = found[0].article
            yield Absent(article.front.title, article.language, found[0].address("page"))


def _is_sent(card: Card, project: Project, *, named: bool) -> bool:
    """Whether an article may go out: no draft unless it is named, no machine's translation unless allowed."""
    return (named or not card.draft) and (project.settings.check.publish_machine_translations or not card.by_machine)


def _named(project: Project, given: Sequence[str]) -> tuple[str, ...]:
    every = manuscripts(project)
    for each in given:
        if each not in every and not Path(each).exists():
            near = nearest(each, every)
            template = "there is no story “{name}”" + ("; did you mean “{near}”?" if near else "")
            raise UsageError(Message(template, (("name", each), ("near", near or ""))))
    return tuple(of_paths(project, every, [Path(each) for each in given]))


def _folders(root: Path) -> tuple[Path, ...]:
    own = root / "templates"
    return (own,) if own.is_dir() else ()
