"""Files of the site that are copied as they are: fonts, mark, script, the publication's pictures.

In: the theme, the root of the project, the paths of the media that may be served. Out: targets with their bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...errors import MakingError
from ...findings import Message
from ...listing import CONTENT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from ...findings import Fault, Finding
    from ...render.theme import Theme

SERVED = (".woff2", ".js")
MARK = "style/mark.svg"
LEFT_OUT = "media/not-served"


def assets(theme: Theme, root: Path, media: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """Each file, sorted."""
    for name in (*theme.names("fonts"), *theme.names("style")):
        if name.endswith(SERVED) or name == MARK:
            yield f"site/assets/{name.rpartition('/')[2]}", theme.file(name)
    for path in sorted(media):
        yield served(path), (root / path).read_bytes()


def ignored(media: Mapping[str, Sequence[Fault]], findings: Iterable[Finding]) -> Iterator[MakingError]:
    """Files whose faults the settings ignore: they are never served, and nothing is left out without a word."""
    said = {finding.at.path for finding in findings}
    for path, faults in sorted(media.items()):
        if path not in said and (fault := next((each for each in faults if each.rule != LEFT_OUT), None)):
            template = "this file cannot be served, whether {rule} is ignored or not"
            yield MakingError(Message(template, (("rule", fault.rule),)), fault.remark.at)


def served(path: str) -> str:
    """Where a file of ``content/media/`` is in the edition."""
    return f"site/{path.removeprefix(f'{CONTENT}/')}"
