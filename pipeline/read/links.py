"""The addresses of links and pictures, judged before anything follows them.

In: an address as written. Out: the address as the tree carries it, or the rule that it breaks with the reason.

A link's address in the tree is one of: ``https:``, ``http:`` or ``mailto:`` with the rest, ``#id``, or a path below
``content/`` (``de/other.md#id``, ``media/file.pdf``). A picture's is a path below ``content/media/``.
"""

from __future__ import annotations

import html
import posixpath
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from ..findings import Message

if TYPE_CHECKING:
    from ..model import Language

Verdict = tuple[str, tuple[str, Message] | None]
"""The address (empty if it is refused), and the rule that it breaks with a message about ``{address}``."""

SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
NOISE = re.compile("[\x00-\x20\x7f-\xa0\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u2069\ufeff]")
"""What browsers drop or may drop from an address before they look at its scheme."""
MAIL = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+")
UNSAFE = re.compile(r"[\s\"'<>`{}|^\\]")
PICTURES = ("png", "jpg", "jpeg", "gif", "webp", "svg", "avif")

FORBIDDEN = Message(
    "the address “{address}” is not possible: only https:, http:, mailto:, #… and paths inside content/"
)
NO_HOST = Message("the address “{address}” names no host")
CREDENTIALS = Message("the address “{address}” carries a user name or a password; take it out")
NO_MAIL = Message("“{address}” must be a mail address alone, as in mailto:name@example.org")
NO_SCHEME = Message("the address “{address}” has no scheme; begin it with https://")
OUTSIDE = Message("the path “{address}” leads out of content/")
REMOTE = Message("the picture “{address}” lies elsewhere; put it into content/media/ and write {right}")
NOT_MEDIA = Message("the picture “{address}” does not lie in content/media/; write {right}")
NO_PICTURE = Message("“{address}” is no picture of a kind that can be shown: png, jpg, gif, webp, svg")
EMPTY = Message("the address is empty")


def link_address(said: str, language: Language, story: str) -> Verdict:
    """The address of a link in an article of a story."""
    address = html.unescape(said).strip()
    if not address:
        return "", ("links/empty-address", EMPTY)
    scheme = SCHEME.match(NOISE.sub("", address))
    if scheme:
        return _absolute(address, scheme[1].lower())
    if NOISE.search(address.replace(" ", "")) or "\\" in address or address.startswith("//"):
        return "", ("links/forbidden-address", FORBIDDEN)
    if address.startswith("#"):
        return _encoded(address), None
    if re.match(r"(?:www\.|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|de|eu|io|at|ch)(?:/|$))", address, re.IGNORECASE):
        return "", ("links/forbidden-address", NO_SCHEME)
    return _path(address, language, story)


def picture_path(said: str, language: Language, story: str) -> Verdict:
    """The path of a picture below ``content/``."""
    address = html.unescape(said).strip()
    if not address:
        return "", ("links/empty-address", EMPTY)
    if SCHEME.match(NOISE.sub("", address)) or address.startswith("//"):
        return "", ("links/remote-picture", _named(REMOTE, "name.png", story))
    if NOISE.search(address.replace(" ", "")) or "\\" in address:
        return "", ("links/forbidden-address", FORBIDDEN)
    path, verdict = _path(address, language, story)
    bare = path.partition("#")[0].partition("?")[0]
    if verdict is not None:
        return path, verdict
    if not bare.startswith("media/"):
        return "", ("links/outside-content", _named(NOT_MEDIA, posixpath.basename(unquote(address)), story))
    return _in_media(bare)


def _named(message: Message, name: str, story: str) -> Message:
    """A message with the path from the folder of a story's manuscript to a picture."""
    return Message(message.template, (("right", "../" * (story.count("/") + 1) + f"media/{name or 'name.png'}"),))


def named(message: Message) -> dict[str, str]:
    """The arguments of a message by their names."""
    return {name: str(value) for name, value in message.arguments}


def _in_media(path: str) -> Verdict:
    """The path of a picture that lies in ``content/media/``."""
    if path.rpartition(".")[2].lower() not in PICTURES:
        return "", ("links/forbidden-address", NO_PICTURE)
    return path, None


def _absolute(address: str, scheme: str) -> Verdict:
    if scheme == "mailto":
        bare = unquote(NOISE.sub("", address)[len("mailto:") :])
        return (f"mailto:{bare}", None) if MAIL.fullmatch(bare) else ("", ("links/forbidden-address", NO_MAIL))
    if scheme not in {"https", "http"} or NOISE.search(address) or "\\" in address:
        return "", ("links/forbidden-address", FORBIDDEN)
    try:
        parts = urlsplit(address)
        host, user = parts.hostname, parts.username
        _ = parts.port
    except ValueError:
        return "", ("links/forbidden-address", FORBIDDEN)
    if not host or not address[len(scheme) + 1 :].startswith("//"):
        return "", ("links/forbidden-address", NO_HOST)
    if user is not None:
        return "", ("links/forbidden-address", CREDENTIALS)
    return scheme + _encoded(address[len(scheme) :]), None


def _path(address: str, language: Language, story: str) -> Verdict:
    """A path from the article's folder, as one below ``content/``."""
    path, mark, fragment = address.partition("#")
    folder = posixpath.dirname(f"{language}/{story}")
    decoded = unquote(path)
    whole = posixpath.normpath(posixpath.join(folder, decoded))
    hidden = any(part.startswith(".") for part in whole.split("/"))
    if (
        decoded.startswith("/")
        or "\\" in decoded
        or "\0" in decoded
        or hidden
        or NOISE.search(decoded.replace(" ", ""))
    ):
        return "", ("links/outside-content", OUTSIDE)
    return _encoded(whole + mark + fragment), None


def _encoded(address: str) -> str:
    """An address in which no character could end an attribute or begin an element."""
    return UNSAFE.sub(lambda found: "".join(f"%{byte:02X}" for byte in found.group().encode()), address)
