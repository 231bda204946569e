"""``zweiblatt newsletter``: one mail, or a digest of several stories; made into files or sent as a test.

In: names of stories, or a date; form, profile, server. Out: files below ``newsletter/`` of the edition's folder, their
paths on stdout; a sent mail; findings as ``check`` prints them.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from email.utils import parseaddr
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import click

from ..build.publish.extra import add
from ..check import RULES
from ..check.told.finding import findings
from ..errors import UsageError
from ..findings import Message, Severity
from ..frozen import dataclass
from ..render.newsletter import profiles
from ..render.newsletter.message import message
from ..render.newsletter.preview import looks
from ..report import Report, write
from . import letters, sending
from .baseline import standing
from .project import open_project
from .swept import tell
from .words import say

if TYPE_CHECKING:
    from ..findings import Finding
    from ..model import Language
    from ..render.newsletter.letter import Mail
    from .project import Project

FORMS = ("full", "teaser")
SERVICES = [each.key for each in profiles.PROFILES]
FAMILY = "newsletter"
TOKEN, ESCAPED = "{token}", "%7Btoken%7D"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What becomes of the mails."""

    output: Path
    send: str
    to: tuple[str, ...]


@click.command("newsletter", help="Make or send one mail, or a digest of several stories.")
@click.argument("stories", nargs=-1, metavar="[STORY]...")
@click.option("--since", metavar="DATE", help="A digest of all that was published or changed since a day.")
@click.option("--language", default="", metavar="CODES", help="Only these languages: de,en.")
@click.option("--form", type=click.Choice(FORMS), help="The form of a single mail (else that of the settings).")
@click.option("--profile", type=click.Choice(SERVICES), default="eml", help="The sending service.")
@click.option(
    "--baseline",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Make or send in spite of what is in this file; check --baseline writes it.",
)
@click.option("--out", default="output", type=click.Path(path_type=Path), help="The folder of the edition.")
@click.option("--send", default="", metavar="SMTP-URL", help="Send a test: smtp://name@host:587 or smtps://host.")
@click.option("--to", multiple=True, metavar="ADDRESS", help="Who gets the test (repeatable).")
def command(  # noqa: PLR0913 - the options of the command
    *,
    stories: tuple[str, ...],
    since: str | None,
    language: str,
    form: str | None,
    profile: str,
    baseline: Path | None,
    out: Path,
    send: str,
    to: tuple[str, ...],
) -> int:
    """Make the mails, then write or send them."""
    if bool(send) != bool(to):
        raise UsageError(Message("--send and --to belong together: a server, and who gets the test mail"))
    project = open_project()
    readers = tuple(sending.reader(who) for who in to)
    wanted = Wanted(out if out.is_absolute() else project.root / out, send, readers)
    languages = _languages(project, language)
    chosen = letters.choose(project, stories, _date(since), standing(baseline) if baseline else frozenset())
    if found := letters.failing(chosen, languages):
        _show(found, len(chosen.names))
        _refuse()
        return 1
    kind, service = form or project.settings.newsletter.form, profiles.profile(profile)
    made = tuple(letters.mails(chosen, languages, kind, service))
    if not made:
        raise UsageError(Message("nothing can be sent in {languages}", (("languages", ", ".join(languages)),)))
    if [each for each in made if _is_refused(each.mail, project)]:
        _refuse()
        return 1
    if send:
        for each in made:
            _send(each.mail, wanted, project)
    else:
        _write(made, "digest" if chosen.is_digest else kind, wanted, chosen)
    return 0


def _languages(project: Project, given: str) -> list[Language]:
    """The languages that were asked for, else all of the publication."""
    every = [each for each, _ in project.settings.publication.languages]
    asked = [code.strip() for code in given.split(",") if code.strip()]
    for code in asked:
        if code not in every:
            arguments = (("choices", ", ".join(every)), ("name", code), ("what", "--language"))
            raise UsageError(Message("{what}: “{name}” is none of {choices}", arguments))
    return [each for each in every if not asked or each in asked]


def _is_refused(mail: Mail, project: Project) -> bool:
    """Whether what only making showed forbids a mail; it is told in any case."""
    found = findings([(fault.rule, Severity.ERROR, fault.remark) for fault in mail.faults], ())
    _show(found, 1)
    return any(finding.severity >= project.settings.check.fail_on for finding in found)


def _write(made: tuple[letters.Named, ...], form: str, wanted: Wanted, chosen: letters.Chosen) -> None:
    """The files of the mails and their previews; a sending service makes its own message, so it gets the two parts."""
    project = chosen.project
    files: dict[str, bytes] = {}
    built: dict[str, str] = {}
    for each in made:
        letter, before = each.mail.letter, len(files)
        files[f"newsletter/{each.name}.html"] = letter.html.encode()
        files[f"newsletter/{each.name}.txt"] = letter.text.encode()
        if each.mail.is_message:
            files[f"newsletter/{each.name}.eml"] = each.mail.data
        look = looks(each.mail, each.name, form, project.settings, chosen.theme)
        files[f"newsletter/preview/{each.name}.html"] = look
        built |= dict.fromkeys([*files][before:], FAMILY) if each.is_built else {}
        said = (("preheader", each.mail.preheader), ("subject", letter.subject))
        click.echo("zweiblatt: " + say(Message("subject: {subject} | preheader: {preheader}", said)), err=True)
    add(wanted.output, project.root, files, built)
    for target in files:
        click.echo(project.relative(wanted.output / target))
    tell(project, wanted.output)


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


def _refuse() -> None:
    click.echo("zweiblatt: " + say(Message("no mail was made or sent; repair the errors first")), err=True)


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
