"""A cover -> the picture that networks show of an article: two leaves, two headlines.

In: a cover, the theme. Out: a PNG of 1200 × 630.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...frozen import dataclass
from ..output import Cover, Made, output

if TYPE_CHECKING:
    from ..theme import Theme


FONTS = tuple(
    f"fonts/{name}.ttf" for name in ("ZweiblattSerif-Regular", "ZweiblattSerif-Italic", "ZweiblattDisplay-Semibold")
)


@dataclass(frozen=True, slots=True)
class Words:
    """What stands on the picture; ``facing`` is the other language's headline."""

    language: str
    kind: str
    title: str
    day: str
    facing: str
    name: str


@output("site/{language}/{slug}/{slug}.png", "parts/kind.txt", "parts/day.txt", "style/tokens.css", *FONTS)
def picture(cover: Cover, theme: Theme) -> Made:
    """The social picture of an article."""
    from .drawing import drawn  # noqa: PLC0415 - a door: Pillow, 30 ms, for pictures alone

    words = Words(
        language=cover.language.value,
        kind=theme.render("parts/kind.txt", cover.language, kind=cover.kind).strip(),
        title=cover.title,
        day=theme.render("parts/day.txt", cover.language, article=cover).strip(),
        facing=cover.facing,
        name=cover.settings.publication.name,
    )
    return Made(drawn(words, theme))
