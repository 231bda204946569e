"""What tells this program from another: its code, Python, the libraries that outputs and findings are made with.

In: a store. Out: a digest, the same on every machine that has the same program.
"""

from __future__ import annotations

import os
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from ...store import digest_of, is_digest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...store import Store

PACKAGE = Path(__file__).parents[2]
ENDINGS = (".py", ".toml", ".po", ".mo", ".json", ".txt")
NAME = "program"
ROW = 2
"""The digest of sizes and times, and that of our files."""
LIBRARIES = frozenset(
    (
        *("babel", "css_inline", "jinja2", "markdown", "nh3", "pillow"),
        *("py3langid", "pydyf", "pyyaml", "regex", "weasyprint"),
    )
)


def program(store: Store) -> str:
    """The digest of our files, hashed only where their size or times differ from those that the store knows."""
    rows = (f"{name} {stamp}" for name, stamp in sorted(_files(PACKAGE)))
    stamps = digest_of("\n".join((str(PACKAGE), *rows)).encode())
    known = store.document(NAME)
    if not isinstance(known, list) or known[:1] != [stamps] or not all(map(is_digest, known)) or len(known) != ROW:
        known = [stamps, code()]
        store.keep(NAME, known)
    python = ".".join(str(part) for part in sys.version_info[:3])
    return digest_of("\n".join((known[1], python, *libraries())).encode())


def code() -> str:
    """The digest of our files, hashed whole."""
    names = sorted(name for name, _ in _files(PACKAGE))
    return digest_of("\n".join(f"{name} {digest_of((PACKAGE / name).read_bytes())}" for name in names).encode())


def libraries() -> tuple[str, ...]:
    """The libraries with their versions, by the names of their folders of metadata: no other is looked at."""
    found = find_spec("click")
    folder = Path(found.origin).parent.parent if found and found.origin else PACKAGE
    names = (name.removesuffix(".dist-info") for name in os.listdir(folder) if name.endswith(".dist-info"))  # noqa: PTH208 - names alone
    return tuple(sorted(name for name in names if name.partition("-")[0].lower().replace("-", "_") in LIBRARIES))


def _files(folder: Path | str, before: str = "") -> Iterator[tuple[str, str]]:
    for entry in os.scandir(folder):
        if entry.name.startswith((".", "__pycache__")):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _files(entry.path, f"{before}{entry.name}/")
        elif entry.name.endswith(ENDINGS):
            found = entry.stat()
            yield f"{before}{entry.name}", f"{found.st_size} {found.st_mtime_ns}"
