"""Absolute addresses -> addresses as seen from another page of the same publication.

In: two absolute addresses. Out: the shortest relative one, so that an edition can lie in any folder of a server.
"""

from __future__ import annotations

import posixpath
from urllib.parse import urlsplit


def within(address: str, fragment: str) -> str:
    """A place on another page. The file is named: on disk a folder has no fragments, for readers as for tools."""
    return f"{address}index.html#{fragment}" if address.endswith("/") else f"{address}#{fragment}"


def relative(address: str, here: str) -> str:
    """``address`` as a link on the page ``here``; another host's stays as it is."""
    there, own = urlsplit(address), urlsplit(here)
    if (there.scheme, there.netloc) != (own.scheme, own.netloc):
        return address
    start = own.path if own.path.endswith("/") else posixpath.dirname(own.path)
    path = posixpath.relpath(there.path or "/", start or "/")
    if there.path.endswith("/"):
        path = "./" if path == "." else f"{path}/"
    tail = (f"?{there.query}" if there.query else "") + (f"#{there.fragment}" if there.fragment else "")
    return path + tail
