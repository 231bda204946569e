"""How a page writes what differs between outputs: notes, citations, links, pictures, blocks.

In: an article's nodes. Out: HTML that the sanitiser leaves as it is.
"""

from __future__ import annotations

import posixpath
from collections import deque
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from ...model import BlockKind, Node
from ..markup import JOINED, belted, element, escape, html, unbroken
from ..places import relative, within

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ...model import Article, Block, Section
    from ..output import Asset, Sheet

    Known = dict[tuple[int, str], tuple[Section | Block, tuple[str, ...]]]
    """Sections and blocks, by their identity and a name, each with its HTML."""

OUTSIDE = ("https:", "http:", "mailto:")
_articles: deque[tuple[Article, Known]] = deque(maxlen=2)
"""The articles that were written last, with what was written of them and says the same on every page."""


@dataclass(slots=True)
class PageWays:
    """The ways of one page; it remembers which references it has written, for the first of each has the id.

    :meth:`prove` holds all that it has written against the sanitiser, at once: a call for each heading costs ten times
    as much. What neither refers to anything nor leads anywhere inside the edition (``is_placed``) is written and proved
    once for all pages that show the article. ``here`` is the page's own address; ``prefix`` goes before ids, or is None
    where references lead nowhere.
    """

    sheet: Sheet
    here: str
    prefix: str | None = ""
    seen: set[str] = field(default_factory=set)
    written: list[str] = field(default_factory=list)
    fresh: Known = field(default_factory=dict)
    known: Known = field(init=False)
    is_placed: bool = False

    def __post_init__(self) -> None:
        """Know what other pages wrote of the article."""
        self.known = _known(self.sheet.article)

    def note(self, label: str) -> str:
        """A raised number that leads to the note."""
        self.is_placed = True
        number = next((note.number for note in self.sheet.article.notes if note.label == label), None)
        if number is None:
            return ""
        return f"{JOINED}<sup>{self._reference('note-ref', 'note', number, str(number))}</sup>"

    def citation(self, key: str) -> str:
        """``[1]``, which leads to the source list."""
        self.is_placed = True
        number = next((source.number for source in self.sheet.article.sources if source.key == key), None)
        return "" if number is None else JOINED + self._reference("cite", "source", number, f"[{number}]")

    def _reference(self, own: str, target: str, number: int, shown: str) -> str:
        if self.prefix is None:
            return shown
        name = f"{own}:{number}"
        first = name not in self.seen
        self.seen.add(name)
        return element("a", shown, class_="ref", id=name if first else "", href=f"#{target}:{number}")

    def link(self, node: Node, inner: str) -> str:
        """A link; what leads to nothing that is published stays text."""
        address = self.address(node.get("href"))
        return element("a", inner, href=address, title=node.get("title")) if address and inner else inner

    def address(self, given: str) -> str:
        """Where a link of the manuscript leads, as seen from the page."""
        if given.startswith(OUTSIDE):
            return given
        self.is_placed = True
        if given.startswith("#"):
            return f"#{self.prefix}{given[1:]}" if self.prefix is not None else ""
        path, _, fragment = given.partition("#")
        found = self._published(path)
        address = relative(found, self.here) if found else ""
        return within(address, fragment) if address and fragment else address

    def _published(self, path: str) -> str:
        """The absolute address of a file of ``content/``, named as seen from the manuscript or from ``content/``."""
        folder = posixpath.dirname(f"{self.sheet.article.language.value}/{self.sheet.article.story}")
        names = (posixpath.normpath(posixpath.join(folder, path)), path)
        known = next((found for name in names if (found := self.sheet.address(f"content/{name}"))), "")
        media = next((name for name in names if name.startswith("media/")), "")
        return known or (f"{self.sheet.settings.publication.base_url}{media}" if media else "")

    def picture(self, node: Node) -> str:
        """An image with its size, so that nothing moves while it loads."""
        address = self.address(node.get("src"))
        if not address:
            return escape(node.get("alt"))
        width, height = size(self.sheet.assets, node.get("src"))
        measures = {"width": str(width), "height": str(height)} if width else {}
        return element("img", "", src=address, alt=node.get("alt"), **measures, loading="lazy", decoding="async")

    def prove(self) -> None:
        """Nothing that was written is anything the sanitiser would change."""
        belted("\n".join(self.written))
        self.known.update(self.fresh)

    def once(self, noun: Section | Block, write: Callable[[], Iterable[str]], name: str = "") -> tuple[str, ...]:
        """What is written of a part of the article (under a name), unless a page before wrote the same."""
        key = id(noun), name
        if key in self.known:
            return self.known[key][1]
        self.is_placed = False
        made = tuple(write())
        if not self.is_placed:
            self.fresh[key] = noun, made
        return made

    def _kept(self, made: str) -> str:
        self.written.append(made)
        return made

    def phrase(self, children: Iterable[Node | str]) -> str:
        """Text in a line."""
        return self._kept(html(children, self))

    def heading(self, children: Iterable[Node | str]) -> str:
        """A heading, its short compounds kept together."""
        return self._kept(
            "".join(unbroken(escape(each)) if isinstance(each, str) else html((each,), self) for each in children)
        )

    def blocks(self, blocks: Iterable[Block], name: str = "") -> str:
        """Blocks one below the other; ``name`` says to ears of which section a wide table is."""
        return "\n".join([self.once(block, partial(self._block, block, name), name)[0] for block in blocks])

    def _block(self, block: Block, name: str) -> Iterator[str]:
        if block.kind is BlockKind.IMAGE:
            yield self._kept(self._figure(block.node))
        elif block.kind is BlockKind.TABLE:
            around = {"class_": "wide", "role": "group", "aria_label": name or block.text[:60], "tabindex": "0"}
            yield self._kept(element("div", html((block.node,), self), **around))
        else:
            yield self._kept(html((block.node,), self))

    def _figure(self, node: Node) -> str:
        images = [each for each in node.walk() if each.tag == "img"]
        captions = [escape(image.get("title")) for image in images if image.get("title")]
        caption = element("figcaption", "<br>".join(captions)) if captions else ""
        return element("figure", "".join(self.picture(image) for image in images) + caption)


def _known(article: Article) -> Known:
    """What was written of an article, while it is one of the last two."""
    for each, known in _articles:
        if each is article:
            return known
    _articles.append((article, {}))
    return _articles[-1][1]


def size(assets: Iterable[Asset], path: str) -> tuple[int, int]:
    """Width and height of a picture in pixels; zeros where they are not known."""
    names = {path, path.removeprefix("../")}
    asset = next((each for each in assets if each.path in names), None)
    if asset is None:
        return 0, 0
    from .drawing import measured  # noqa: PLC0415 - a door: Pillow, 30 ms, for pages with pictures alone

    return measured(asset.data, asset.path)
