"""The manuscripts that a report shows beside its findings.

In: a project and findings. Out: the text of each manuscript that one of them names, by its path.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from ..findings import Finding


def texts(
    root: Path, findings: Iterable[Finding], stories: Iterable[Iterable[str]] = ()
) -> tuple[tuple[str, str], ...]:
    """The texts that findings name, and those of the same stories: the counterpart is shown beside them."""
    paths = {at.path for each in findings for at in (each.at, *(related.at for related in each.related))}
    for story in stories:
        paths |= set(story) if paths & set(story) else set()
    return tuple((path, manuscript(root / path)) for path in sorted(paths))


def manuscript(path: Path, given: bytes | None = None) -> str:
    """The text of a manuscript with Unix line ends, as the reader has it."""
    try:
        data = path.read_bytes() if given is None else given
    except OSError:
        return ""
    return data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
