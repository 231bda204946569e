"""Absolute addresses -> addresses as seen from another page of the same publication.

In: two absolute addresses. Out: the shortest relative one, so that an edition can lie in any folder of a server.
"""

from __future__ import annotations

import posixpath
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urlsplit


class Place(NamedTuple):
    """An address in parts: scheme and host, folders, the file's name (nothing: the folder itself), what follows."""

    host: tuple[str, str]
    folders: tuple[str, ...]
    file: str
    tail: str


def within(address: str, fragment: str) -> str:
    """A place on another page. The file is named: on disk a folder has no fragments, for readers as for tools."""
    return f"{address}index.html#{fragment}" if address.endswith("/") else f"{address}#{fragment}"


def relative(address: str, here: str) -> str:
    """``address`` as a link on the page ``here``; another host's stays as it is."""
    there, own = _place(address), _place(here)
    if there.host != own.host:
        return address
    shared = 0
    for one, other in zip(there.folders, own.folders, strict=False):
        if one != other:
            break
        shared += 1
    steps = (*[".."] * (len(own.folders) - shared), *there.folders[shared:])
    if there.file:
        return "/".join((*steps, there.file)) + there.tail
    return ("/".join(steps) or ".") + "/" + there.tail


@lru_cache(maxsize=256)
def _place(address: str) -> Place:
    """The parts of an address: each page names some thirty, most of them those of the last page."""
    parts = urlsplit(address)
    folder, _, file = parts.path.rpartition("/")
    folders = tuple(name for name in posixpath.normpath(f"/{folder}").split("/") if name)
    tail = (f"?{parts.query}" if parts.query else "") + (f"#{parts.fragment}" if parts.fragment else "")
    return Place((parts.scheme, parts.netloc), folders, file, tail)
