"""The manuscripts of a small story, and the files of a folder.

In: nothing, or a folder. Out: texts, or bytes by path.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

FRONT = '---\ntitle: "{title}"\ndate: 2025-02-22\nkind: note\n---\n\n'
GERMAN = FRONT.format(title="Ein Blatt") + "Der Text beginnt hier.\n\n## Erstens\n\nEtwa 350 Menschen kamen.\n"
ENGLISH = FRONT.format(title="One leaf") + "The text begins here.\n\n## First\n\nAbout 350 people came.\n"


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }
