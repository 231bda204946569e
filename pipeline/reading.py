"""What reading a manuscript gives: the article, unless none can be made, and the faults met; the same of media.

In: nothing of its own. Out: :class:`Reading`, which the library keeps and rules may ask for, and :class:`Medium`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .findings import Fault, Remark
    from .model import Article, Language


@dataclass(frozen=True, slots=True)
class Reading:
    """A manuscript as far as it could be read; ``digest`` is the SHA-256 of its bytes."""

    story: str
    language: Language
    path: str
    article: Article | None
    faults: tuple[Fault, ...]
    digest: str = ""

    def noted(self, rule: str) -> Iterator[Remark]:
        """The remarks that the reader left under the name of a rule."""
        return (fault.remark for fault in self.faults if fault.rule == rule)


@dataclass(frozen=True, slots=True)
class Medium:
    """A file of ``content/media/``; one with faults is not served."""

    path: str
    faults: tuple[Fault, ...]

    def noted(self, rule: str) -> Iterator[Remark]:
        """The remarks that the reader left under the name of a rule."""
        return (fault.remark for fault in self.faults if fault.rule == rule)
