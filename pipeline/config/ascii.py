"""Addresses with letters of all languages -> what the protocols carry.

In: settings as they are written. Out: the same with ASCII addresses: a host in Punycode, a path in percent signs.
Pages, feeds and sitemaps need that, and the headers of a mail all the more: ``List-Unsubscribe`` is read as it stands.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from .values import Settings

HOST = re.compile(r"(?<=://)[^/?#:\[]+|(?<=@)[^\s<>\"@]+(?=>?$)")
"""The host of an address, or what stands behind the @ of a mailbox."""
WHOLE = "".join(map(chr, range(0x21, 0x7F)))
"""What is left as it is: nothing in ASCII is escaped twice."""


def in_ascii(settings: Settings) -> Settings:
    """The settings with addresses in ASCII; a display name keeps its letters."""
    publication, newsletter = settings.publication, settings.newsletter
    return replace(
        settings,
        publication=replace(publication, base_url=address(publication.base_url)),
        newsletter=replace(
            newsletter,
            sender=mailbox(newsletter.sender),
            unsubscribe=address(newsletter.unsubscribe),
            subscribe=address(newsletter.subscribe),
            unsubscribe_mail=mailbox(newsletter.unsubscribe_mail),
        ),
    )


def mailbox(given: str) -> str:
    """A mail address, perhaps with a name, with its host in ASCII."""
    return HOST.sub(_host, given)


def address(given: str) -> str:
    """An address with its host in Punycode and the rest in percent signs; what is ASCII stays as it is."""
    return quote(HOST.sub(_host, given, count=1), safe=WHOLE)


def _host(found: re.Match[str]) -> str:
    return ".".join(map(_label, found[0].split(".")))


def _label(label: str) -> str:
    """A label of a host: Punycode as IDNA 2008 has it, in which ß is a letter of its own (Python's codec makes ss)."""
    if label.isascii():
        return label
    return "xn--" + unicodedata.normalize("NFC", label).lower().encode("punycode").decode()
