"""``zweiblatt newsletter``: one mail, or a digest of several stories; made into files or sent as a test.

In: names of stories, or a date; form, profile, server. Out: files below ``newsletter/`` of the edition's folder, their
paths on stdout; a sent mail; findings as ``check`` prints them.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from email.utils import parseaddr
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import click

from ..check import RULES
from ..check.finding import findings
from ..errors import MakingError, UsageError
from ..findings import Message, Severity
from ..model import Language
from ..render.newsletter import profiles
from ..render.newsletter.message import message
from ..report import Report, write
from . import letters, sending
from .project import open_project
from .words import say

if TYPE_CHECKING:
    from ..findings import Finding
    from ..render.newsletter.letter import Mail
    from .project import Project

FORMS = ("full", "teaser")
SERVICES = [each.key for each in profiles.PROFILES]
TOKEN, ESCAPED = "{token}", "%7Btoken%7D"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What becomes of the mails."""

    folder: Path
    profile: str
    send: str
    to: tuple[str, ...]


@click.command("newsletter", help="Make or send one mail, or a digest of several stories.")
@click.argument("stories", nargs=-1, metavar="[STORY]...")
@click.option("--since", metavar="DATE", help="A digest of all that was published or changed since 2025-02-22.")
@click.option("--language", type=click.Choice([each.value for each in Language]), multiple=True, help="Else each.")
@click.option("--form", type=click.Choice(FORMS), help="The form of a single mail (else that of the settings).")
@click.option(
    "--profile", type=click.Choice([each.key for each in profiles.PROFILES]), default="eml", help="The sending service."
)
@click.option("--out", default="output", type=click.Path(path_type=Path), help="The folder of the edition.")
@click.option("--send", default="", metavar="SMTP-URL", help="Send a test: smtp://name@host:587 or smtps://host.")
@click.option("--to", multiple=True, metavar="ADDRESS", help="Who gets the test (repeatable).")
def command(  # noqa: PLR0913 - the options of the command
    *,
    stories: tuple[str, ...],
    since: str | None,
    language: tuple[str, ...],
    form: str | None,
    profile: str,
    out: Path,
    send: str,
    to: tuple[str, ...],
) -> int:
    """Make the mails, then write or send them."""
    if bool(send) != bool(to):
        raise UsageError(Message("--send and --to belong together: a server, and who gets the test mail"))
    project = open_project()
    wanted = Wanted((out if out.is_absolute() else project.root / out) / "newsletter", profile, send, to)
    chosen = letters.choose(project, stories, _date(since))
    if found := letters.failing(chosen):
        _show(found, len(chosen.names))
        return 1
    languages = [each for each, _ in project.settings.publication.languages if not language or each in language]
    kind, service = form or project.settings.newsletter.form, profiles.profile(profile)
    return max([_deliver(each, wanted, project) for each in letters.mails(chosen, languages, kind, service)], default=0)


def _deliver(named: letters.Named, wanted: Wanted, project: Project) -> int:
    """Write or send a mail, unless what is wrong with it forbids that."""
    noted = [(fault.rule, Severity.ERROR, fault.remark) for fault in named.mail.faults]
    found = findings(noted, ())
    _show(found, 1)
    if any(finding.severity >= project.settings.check.fail_on for finding in found):
        return 1
    if wanted.send:
        _send(named.mail, wanted, project)
    else:
        _write(named, wanted)
    return 0


def _write(named: letters.Named, wanted: Wanted) -> None:
    """The files of a mail; a sending service makes its own message, so it gets the two parts."""
    letter = named.mail.letter
    files = {"html": letter.html.encode(), "txt": letter.text.encode()}
    if wanted.profile == "eml":
        files["eml"] = named.mail.data
    for suffix, data in files.items():
        path = wanted.folder / f"{named.name}.{suffix}"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        except OSError as error:
            arguments = (("path", path.as_posix()), ("why", error.strerror or type(error).__name__))
            raise MakingError(Message("{path} cannot be written: {why}", arguments)) from None
        click.echo(path.as_posix())
    said = (("preheader", named.mail.preheader), ("subject", letter.subject))
    click.echo("zweiblatt: " + say(Message("subject: {subject} | preheader: {preheader}", said)), err=True)


def _send(mail: Mail, wanted: Wanted, project: Project) -> None:
    """The test mail as a subscriber gets it: dated today, the way out filled in, to each recipient alone."""
    to = sending.server(wanted.send)
    now = dt.datetime.now(ZoneInfo(project.settings.publication.timezone)).replace(microsecond=0)
    for who in wanted.to:
        letter = replace(
            mail.letter,
            recipient=who,
            date=now,
            html=mail.letter.html.replace(ESCAPED, "test"),
            text=mail.letter.text.replace(TOKEN, "test"),
            unsubscribe=tuple(each.replace(TOKEN, "test") for each in mail.letter.unsubscribe),
        )
        sending.send(message(letter), parseaddr(letter.sender)[1], [parseaddr(who)[1]], to)
        said = (("host", to.host), ("subject", letter.subject), ("who", who))
        click.echo("zweiblatt: " + say(Message("sent to {who} by {host}: {subject}", said)), err=True)


def _show(found: tuple[Finding, ...], stories: int) -> None:
    if found:
        click.echo(write("concise", Report(found, stories, rules=RULES, say=say)), err=True, nl=False)


def _date(given: str | None) -> dt.date | None:
    if given is None:
        return None
    try:
        return dt.date.fromisoformat(given)
    except ValueError:
        raise UsageError(Message("“{date}” is no date such as 2025-02-22", (("date", given),))) from None
