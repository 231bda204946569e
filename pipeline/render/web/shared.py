"""What all pages share: one style sheet, one small script.

In: the theme. Out: ``site/assets/``. Fonts and the favicon are copied there as they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..output import Made, Shelf, output

if TYPE_CHECKING:
    from ..theme import Theme


@output("site/assets/theme.css", "style/tokens.css", "style/page.css")
def style(shelf: Shelf, theme: Theme) -> Made:  # noqa: ARG001 - the style is the same for all
    """Tokens and page style in one file."""
    return Made(theme.file("style/tokens.css") + theme.file("style/page.css"))


@output("site/assets/search.js", "style/search.js")
def script(shelf: Shelf, theme: Theme) -> Made:  # noqa: ARG001 - the script is the same for all
    """The script of the search; every page can be read without."""
    return Made(theme.file("style/search.js"))
