"""What each network allows: length, tags, and how it counts.

In: nothing. Out: :data:`NETWORKS`, in the order in which they are shown.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from ...frozen import dataclass
from . import counting

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Network:
    """A network: ``limit`` in ``unit``, counted by ``length``; ``octets`` is a second limit in bytes, 0 for none.

    ``tags`` is how many hashtags a post carries. ``brief`` networks get the headline without a summary.
    """

    key: str
    name: str
    limit: int
    unit: str
    length: Callable[[str], int]
    tags: int
    octets: int = 0
    brief: bool = False

    def counts(self, text: str) -> int:
        """The length of a text; a post asks several times for what it is in the end."""
        return _counted(self.length, text)

    def fits(self, text: str) -> bool:
        """Whether a text may be posted."""
        return self.counts(text) <= self.limit and (not self.octets or len(text.encode()) <= self.octets)


@lru_cache(maxsize=64)
def _counted(length: Callable[[str], int], text: str) -> int:
    return length(text)


NETWORKS = (
    Network("x", "X", 280, "weighted", counting.weighted, tags=2, brief=True),
    Network("bluesky", "Bluesky", 300, "graphemes", counting.graphemes, tags=3, octets=3000, brief=True),
    Network("mastodon", "Mastodon", 500, "graphemes, addresses 23", counting.mastodon, tags=5),
    Network("linkedin", "LinkedIn", 3000, "UTF-16 units", counting.characters, tags=5),
    Network("threads", "Threads", 500, "characters, emoji by bytes", counting.threads, tags=1),
    Network("instagram", "Instagram", 2200, "UTF-16 units", counting.characters, tags=5),
)
