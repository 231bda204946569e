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
    """The error that names all that the newsletter still needs; None where nothing is missing."""
    place = Span(settings.path, 1)
    needed = [
        Message("the newsletter needs “{key}”, for example {example}", (("example", example), ("key", key)))
        for key, example in _needed(settings)
    ]
    if not needed:
        return None
    return SettingsError(needed[0], place, tuple((message, place) for message in needed[1:]))


def _needed(settings: Settings) -> Iterator[tuple[str, str]]:
    """Each key that is missing or cannot be used, with an example."""
    publication, newsletter = settings.publication, settings.newsletter
    pages = dict(publication.pages)
    for key, is_there, example in (
        ("publication.name", publication.name.strip(), '"Zweiblatt"'),
        ("publication.publisher", publication.publisher.strip(), '"Beispielverlag"'),
        ("publication.address", "".join(publication.address).strip(), '["Beispielstraße 1", "12345 Musterstadt"]'),
        ("publication.pages.imprint", pages.get("imprint"), '"imprint"'),
        ("publication.pages.privacy", pages.get("privacy"), '"privacy"'),
        ("publication.base-url", _is_secure(publication.base_url), '"https://example.org/"'),
        ("newsletter.sender", MAILBOX.fullmatch(newsletter.sender.strip()), '"Zweiblatt <newsletter@example.org>"'),
        ("newsletter.unsubscribe", _is_secure(newsletter.unsubscribe), '"https://example.org/unsubscribe?u={token}"'),
    ):
        if not is_there:
            yield key, example


def _is_secure(address: str) -> bool:
    return address.startswith("https://") and not any(each.isspace() for each in address)
