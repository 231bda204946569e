"""The links of an article -> absolute addresses, as a mail needs them.

In: a sheet. Out: the address of each link and picture by what the manuscript says. What leads inside the mail leads
to the page instead: ``href="#…"`` breaks Gmail on iOS.
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...model import Article, Node
    from ..output import Sheet


def addresses(sheet: Sheet) -> dict[str, str]:
    """Absolute addresses by what stands in the manuscript; nothing where none is known."""
    return {given: _absolute(given, sheet) for given in set(_given(sheet.article))}


def _given(article: Article) -> Iterator[str]:
    if article.front.image:
        yield article.front.image.src
    for node in _nodes(article):
        for name in ("href", "src"):
            if given := node.get(name):
                yield given


def _nodes(article: Article) -> Iterator[Node]:
    for section in article.sections:
        for child in section.heading:
            if not isinstance(child, str):
                yield from child.walk()
        for block in section.blocks:
            yield from block.node.walk()
    for note in article.notes:
        for child in note.children:
            if not isinstance(child, str):
                yield from child.walk()


def _absolute(given: str, sheet: Sheet) -> str:
    if given.startswith(("https:", "http:", "mailto:")):
        return given
    if given.startswith("#"):
        return sheet.address("page") + given
    path, mark, fragment = given.partition("#")
    base = sheet.settings.publication.base_url
    found = (
        f"{base}{name}" if name.startswith("media/") else sheet.address(f"content/{name}")
        for name in below(path, sheet.article)
    )
    return next((address + mark + fragment for address in found if address), "")


def below(given: str, article: Article) -> tuple[str, str]:
    """A path of the manuscript as a path below ``content/``: seen from the manuscript, or as it is."""
    folder = posixpath.dirname(f"{article.language.value}/{article.story}")
    return posixpath.normpath(posixpath.join(folder, given)), given
