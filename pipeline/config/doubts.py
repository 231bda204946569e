"""What has the right type, and still cannot be meant, or would do harm where it is written.

In: settings. Out: faults: the keys of a value and what is wrong with it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, available_timezones

from ..findings import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .values import NewsletterSettings, Publication, Settings

    Keys = tuple[str, ...]
    Fault = tuple[Keys, Message]

CHOICES = {("newsletter", "form"): ("full", "teaser"), ("pdf", "paper"): ("A4", "Letter")}
LOCALE = re.compile(r"([a-z]{2})(?:-[A-Z]{2})?")
HOST = r"(?:[\w-]+(?:\.[\w-]+)*\.?|\[[0-9A-Fa-f:.]+\])(?::(?P<port>\d{1,5}))?"
LETTER = r"[\w.~!$&'()*+,;=:@%-]"
"""What RFC 3986 lets stand in a path, letters of all languages with it; no quotation mark, no angle bracket."""
BASE = re.compile(rf"https?://{HOST}/(?:(?!\.\.?/){LETTER}+/)*")
ADDRESS = re.compile(rf"https?://{HOST}(?:/(?:{LETTER}|/)*)?(?:\?(?:{LETTER}|[/?])*)?(?:#(?:{LETTER}|[/?])*)?")
PORTS = 65_535
MAILBOX = re.compile(r"[A-Za-z0-9_.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)*")
"""A mailbox: a host may have letters of all languages, what stands before the @ only those that every server knows."""
NAMED = re.compile(rf'(?:"[^"\\<>]*"|[^"\\<>,;:@]*)\s*<{MAILBOX.pattern}>')
LIST = re.compile(r"[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*")
"""A list's name in the header List-Id (RFC 2919)."""
CAMPAIGN = re.compile(r"(?:[\w.~-]+=[\w.~%+-]*(?:&[\w.~-]+=[\w.~%+-]*)*)?")
PLACE = "{token}"
"""Where a sending service puts what it knows its subscriber by."""


def doubts(settings: Settings) -> Iterator[Fault]:
    """The faults of settings that have been read."""
    yield from _publication(settings.publication)
    yield from _newsletter(settings.newsletter)
    for keys, choices in CHOICES.items():
        value = getattr(getattr(settings, keys[0]), keys[1])
        if value not in choices:
            yield keys, _choice(value, choices)


def _publication(publication: Publication) -> Iterator[Fault]:
    if publication.base_url and not _is_address(publication.base_url, BASE):
        yield ("publication", "base-url"), Message("this is no address that begins with https:// and ends with /")
    for language, locale in publication.languages:
        found = LOCALE.fullmatch(locale)
        if not found or found[1] != language:
            message = Message("“{locale}” is no locale such as de-DE", (("locale", locale),))
            yield ("publication", "languages", language), message
    if publication.original not in dict(publication.languages):
        yield ("publication", "original"), Message("the original's language is not among the languages")
    if not _is_timezone(publication.timezone):
        message = Message("“{zone}” is no time zone such as Europe/Berlin", (("zone", publication.timezone),))
        yield ("publication", "timezone"), message


def _newsletter(newsletter: NewsletterSettings) -> Iterator[Fault]:
    if newsletter.sender and not is_mailbox(newsletter.sender):
        yield ("newsletter", "sender"), Message("one sender is expected here: Name <name@example.org>")
    for key, value in (("unsubscribe", newsletter.unsubscribe), ("subscribe", newsletter.subscribe)):
        if value and not _is_address(value.replace(PLACE, "x"), ADDRESS):
            yield ("newsletter", key), Message("this is no address that begins with https://")
    if newsletter.unsubscribe_mail and not MAILBOX.fullmatch(newsletter.unsubscribe_mail):
        yield ("newsletter", "unsubscribe-mail"), Message("one mail address is expected here: name@example.org")
    for language, name in newsletter.list_id:
        if not LIST.fullmatch(name):
            message = Message("“{name}” is no name of a list such as de.example.org", (("name", name),))
            yield ("newsletter", "list-id", language), message
    if not CAMPAIGN.fullmatch(newsletter.utm):
        yield ("newsletter", "utm"), Message("name=value is expected here, as in utm_source=mail")


def is_mailbox(value: str) -> bool:
    """Whether it is one mail address, perhaps with a name: one line, one reader."""
    return bool(NAMED.fullmatch(value) or MAILBOX.fullmatch(value)) and value.isprintable()


def _is_address(value: str, form: re.Pattern[str]) -> bool:
    found = form.fullmatch(value)
    return found is not None and int(found["port"] or 0) <= PORTS


def _is_timezone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ValueError, OSError, KeyError):
        return not available_timezones()  # a machine without the tables cannot judge
    return True


def _choice(value: str, choices: Iterable[str]) -> Message:
    return Message("“{name}” is unknown; known: {known}", (("known", ", ".join(choices)), ("name", value)))
