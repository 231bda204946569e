"""Addresses without the language that they are in.

In: an address as it stands in an article. Out: what is left of it when its language is taken out, and which
language that is. `https://de.wikipedia.org/…`, `https://example.org/de/…` and `…?hl=de` are normal localisations.
"""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, unquote, urlsplit

from ...held import held

LANGUAGES = r"(?:de|en|fr|es|it|nl|pl|pt)(?:[-_](?:de|at|ch|us|gb|uk|en|intl))?"
HOST = re.compile(rf"^(?P<language>{LANGUAGES})\.(?=[^.]+\.)", re.IGNORECASE)
SEGMENT = re.compile(rf"^(?P<language>{LANGUAGES})$", re.IGNORECASE)
FILE = re.compile(r"[._-](?P<language>de|en)(?=\.\w+$)", re.IGNORECASE)
HERE = "(here)"
"""The host of an address inside of the publication."""
PARAMETERS = frozenset({"hl", "lang", "language", "locale", "setlang", "l", "ln"})


@held
def localised(address: str) -> str:
    """The address without scheme, `www.`, language, closing stroke and fragment."""
    name, path, query = _parts(address)
    segments = [part for part in path.split("/") if part and not SEGMENT.match(part)]
    kept = sorted(f"{key}={value}" for key, value in parse_qsl(query) if key.casefold() not in PARAMETERS)
    place = "/".join((HOST.sub("", name), *(FILE.sub("", part) for part in segments)))
    return "?".join((place, *kept))


@held
def host(address: str) -> str:
    """The host without `www.` and language; for an address inside the publication `(here)`."""
    name = _parts(address)[0]
    return HOST.sub("", name) or HERE


@held
def page(address: str) -> str:
    """The page that an address names on its host, if its path has parts enough to be no other host's too."""
    _, _, path = localised(address).partition("/")
    return path if "/" in path else ""


@held
def language(address: str) -> str:
    """The language that an address names, in lower case (`de`), or nothing."""
    name, path, query = _parts(address)
    found = HOST.match(name)
    if found:
        return found["language"].casefold()[:2]
    for part in path.split("/"):
        segment = SEGMENT.match(part) or FILE.search(part)
        if segment:
            return segment["language"].casefold()[:2]
    return next((value.casefold()[:2] for key, value in parse_qsl(query) if key.casefold() in PARAMETERS), "")


def _parts(address: str) -> tuple[str, str, str]:
    """Host, path and query of an address; what cannot be taken apart is all path."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return "", address, ""
    name = parts.netloc.rpartition("@")[2].casefold().removeprefix("www.")
    return name, unquote(parts.path), parts.query
