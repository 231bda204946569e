"""Files of the site that are copied as they are: fonts, mark, script, the publication's pictures.

In: the theme, the folder of the publication's media. Out: targets with their bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ..render.theme import Theme

SERVED = (".woff2", ".js")
MARK = "style/mark.svg"


def assets(theme: Theme, media: Path) -> Iterator[tuple[str, bytes]]:
    """Each file, sorted."""
    for name in (*theme.names("fonts"), *theme.names("style")):
        if name.endswith(SERVED) or name == MARK:
            yield f"site/assets/{name.rpartition('/')[2]}", theme.file(name)
    for path in sorted(media.rglob("*")) if media.is_dir() else ():
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(media).parts):
            yield f"site/media/{path.relative_to(media).as_posix()}", path.read_bytes()
