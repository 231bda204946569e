"""What a mail must carry by law -> what the settings lack of it.

In: settings. Out: a :class:`~pipeline.errors.SettingsError` that names every missing or unusable key, or nothing.

Sources: section 5 of the German Digital Services Act (who sends, at which address), article 13 GDPR (privacy),
section 7 of the German Act against Unfair Competition (a way out in every mail), RFC 8058 (one click).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...errors import SettingsError
from ...findings import Message
from ...model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...config import Settings


MAILBOX = re.compile(r"[^@\s<>]+@[^@\s<>]+|[^<>\r\n]+<[^@\s<>]+@[^@\s<>]+>")


def missing(settings: Settings) -> SettingsError | None:
    """The error that names what the newsletter still needs; None where nothing is missing."""
    needed = "; ".join(_needed(settings))
    if not needed:
        return None
    return SettingsError(
        Message("the newsletter cannot be made without: {needed}", (("needed", needed),)), Span(settings.path, 1)
    )


def _needed(settings: Settings) -> Iterator[str]:
    publication, newsletter = settings.publication, settings.newsletter
    for key, value, example in (
        ("publication.name", publication.name, '"Zweiblatt"'),
        ("publication.publisher", publication.publisher, '"Beispielverlag"'),
        ("publication.address", "".join(publication.address), '["Beispielstraße 1", "12345 Musterstadt"]'),
        ("publication.pages.imprint", dict(publication.pages).get("imprint", ""), '"imprint"'),
        ("publication.pages.privacy", dict(publication.pages).get("privacy", ""), '"privacy"'),
    ):
        if not value.strip():
            yield f"{key}, for example {example}"
    if not _is_secure(publication.base_url):
        yield 'publication.base-url, an address that begins with https, for example "https://example.org/"'
    if not MAILBOX.fullmatch(newsletter.sender.strip()):
        yield 'newsletter.sender, a name and an address, for example "Zweiblatt <newsletter@example.org>"'
    if not _is_secure(newsletter.unsubscribe):
        yield 'newsletter.unsubscribe, an address that begins with https, for example "https://example.org/bye?u={token}"'


def _is_secure(address: str) -> bool:
    return address.startswith("https://") and not any(each.isspace() for each in address)
