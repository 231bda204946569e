"""A headline, a summary, an address and tags -> what is posted on a network.

In: :class:`Matter`, a network. Out: :class:`Post`, whose text fits, or is the address alone.

Of importance are, in this order: the address, the label, the headline, the tags, the summary. Nothing is ever cut
inside a word, an address or a tag: what is too long loses whole words at its end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable

    from .networks import Network

GAP = "\n\n"
SHORTEST = 40
"""Characters that a cut headline or summary must keep to be worth showing."""


@dataclass(frozen=True, slots=True)
class Matter:
    """What there is to say of an article; ``tags`` without ``#``, the most telling first.

    ``label`` says what of it a machine wrote or translated, and who answers for it; ``mark`` says it without names.
    """

    title: str
    summary: str
    address: str
    tags: tuple[str, ...]
    label: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Facet:
    """What a stretch of a Bluesky text is: bytes of its UTF-8 from ``start`` up to ``end``, a link or a tag."""

    start: int
    end: int
    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Post:
    """A text ready to be posted; ``fits`` is false only if the address alone is too long."""

    network: Network
    text: str
    length: int
    address: str
    tags: tuple[str, ...]
    fits: bool

    @property
    def facets(self) -> tuple[Facet, ...]:
        """Where the address and the tags stand, as Bluesky wants to be told."""
        start = self.text.rindex(self.address)
        found = [self._facet(start, self.address, "link", self.address)]
        for tag in self.tags:
            start = self.text.index(f"#{tag}", start + 1)
            found.append(self._facet(start, f"#{tag}", "tag", tag))
        return tuple(found)

    def _facet(self, start: int, shown: str, kind: str, value: str) -> Facet:
        first = len(self.text[:start].encode())
        return Facet(first, first + len(shown.encode()), kind, value)


def post(matter: Matter, network: Network) -> Post:
    """The post of an article on a network."""
    end = _end(matter, network)
    title, tags = _headline(matter, network, end)
    summary = ""
    if title == matter.title and not network.brief:
        summary = shortened(matter.summary, lambda text: network.fits(_joined(title, text, end, tags)))
    text = _joined(title, summary, end, tags)
    return Post(network, text, network.counts(text), matter.address, tags, network.fits(text))


def _end(matter: Matter, network: Network) -> str:
    """What is never cut: the label and the address, or the address alone where not even both fit."""
    label = matter.mark if network.brief else matter.label
    end = _joined(label, matter.address)
    return end if network.fits(end) else matter.address


def _headline(matter: Matter, network: Network, end: str) -> tuple[str, tuple[str, ...]]:
    """The headline and the tags beside it: a tag gives way before the headline does altogether."""
    allowed = matter.tags[: network.tags]
    for count in range(len(allowed), -1, -1):
        tags = allowed[:count]
        if title := shortened(matter.title, lambda text, tags=tags: network.fits(_joined(text, "", end, tags))):  # type: ignore[misc]
            return title, tags
    return "", allowed if network.fits(_joined("", "", end, allowed)) else ()


def shortened(text: str, fits: Callable[[str], bool]) -> str:
    """The text, else as many of its words as fit with ``…`` behind them, else nothing."""
    if not text or fits(text):
        return text
    words = text.split()
    low, high = 0, len(words) - 1
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(_cut(words, middle)) else (low, middle - 1)
    cut = _cut(words, low)
    return cut if len(cut) >= SHORTEST and fits(cut) else ""


def _cut(words: list[str], count: int) -> str:
    return " ".join(words[:count]).rstrip(" ,;:–—-.…„‚(") + "…"


def _joined(*parts: str | tuple[str, ...]) -> str:
    """Paragraphs; a tuple is the tags."""
    lines = (part if isinstance(part, str) else " ".join(f"#{tag}" for tag in part) for part in parts)
    return GAP.join(filter(None, lines))
