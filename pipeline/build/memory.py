"""What earlier runs found, so that a story that has not changed is neither read nor checked again.

In: the project, the rules that apply, stories. Out: their findings and cards, where nothing has changed that they
depend on: the manuscripts, settings, glossary, hashtags, the day, the program and its libraries.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from .. import record
from ..listing import CONTENT
from ..store import Index, Store, digest_of
from .program import program

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..check.rule import House
    from ..config import Settings
    from ..findings import Finding
    from ..listing import Manuscripts
    from ..model import Card
    from .examine import Examined

TOGETHER = "."
"""The name under which findings about all stories are kept: no story can have it."""


@dataclass(slots=True)
class Memory:
    """What is known of stories by name, with the digests of their manuscripts.

    ``checked`` and ``listed`` are the names of two documents of the store: findings depend on more than cards do.
    """

    store: Store
    index: Index
    checked: str
    listed: str
    findings: dict[str, Any] = field(default_factory=dict)
    cards: dict[str, Any] | None = None
    changed: bool = False

    def recall(self, name: str, paths: Sequence[str]) -> tuple[Finding, ...] | None:
        """The findings of a story; None if it has changed."""
        known = self.findings.get(name)
        return record.value(known["found"]) if known and self._is_same(known, paths) else None

    def recall_cards(self, name: str, paths: Sequence[str]) -> tuple[Card, ...] | None:
        """The cards of a story; None if it has changed."""
        known = self._cards().get(name)
        return record.value(known["cards"]) if known and self._is_same(known, paths) else None

    def remember(self, name: str, examined: Examined) -> None:
        """Keep what was found in a story."""
        files = [list(row) for row in examined.digests]
        claims = [[each.story, each.language, each.kind, each.path, [*each.addresses]] for each in examined.claims]
        if examined.findings is not None:
            self.findings[name] = {"files": files, "found": record.plain(examined.findings), "claims": claims}
        self._cards()[name] = {"files": files, "cards": record.plain(examined.cards)}
        self.changed = True

    def together(self, every: Manuscripts, house: Callable[[], House]) -> tuple[Finding, ...]:
        """What is found about all stories together, all of which must be known; ``house`` is asked if one changed."""
        for gone in set(self.findings) - set(every) - {TOGETHER}:
            del self.findings[gone]
            self._cards().pop(gone, None)
        claims = [claim for name in every for claim in self.findings[name]["claims"]]
        if self.findings.get(TOGETHER, {}).get("claims") != claims:
            from ..check import check_claims  # noqa: PLC0415 - all rules, 100 ms: only where a claim changed
            from ..check.claims import Claim  # noqa: PLC0415 - as above

            made = tuple(
                Claim(story, language, kind, path, tuple(addresses))
                for story, language, kind, path, addresses in claims
            )
            found = record.plain(check_claims(made, house()))
            self.findings[TOGETHER] = {"files": [], "claims": claims, "found": found}
            self.changed = True
        found_together: tuple[Finding, ...] = record.value(self.findings[TOGETHER]["found"])
        return found_together

    def picture(self, path: str) -> str | None:
        """The digest of a picture by its path below ``content/``; None if there is none."""
        with suppress(OSError):
            return self.index.digest(f"{CONTENT}/{path}") if path else None
        return None

    def keep(self) -> None:
        """Write the memory, if it has changed; where that cannot be, the next run only takes longer."""
        if self.changed:
            self.store.keep(self.checked, self.findings)
            self.store.keep(self.listed, self._cards())
        self.index.save()

    def _is_same(self, known: dict[str, Any], paths: Sequence[str]) -> bool:
        with suppress(OSError):
            return bool(known["files"] == [[path, self.index.digest(path)] for path in paths])
        return False

    def _cards(self) -> dict[str, Any]:
        if self.cards is None:
            self.cards = self.store.document(self.listed) or {}
        return self.cards


def open_memory(store: Store, settings: Settings, texts: Sequence[str]) -> Memory:
    """What is known under these settings, with these ``texts`` (the day, hashtags, glossary), by this program."""
    today, hashtags, glossary = texts
    ours = program(store)
    checked = f"check-{_name(repr(settings), hashtags, ours, glossary, today)}"
    listed = f"cards-{_name(repr((settings.publication, settings.kinds, settings.vocabulary)), hashtags, ours)}"
    return Memory(store, Index(store), checked, listed, store.document(checked) or {})


def _name(*parts: str) -> str:
    return digest_of("\0".join(parts).encode("utf-8", "surrogatepass"))[:16]
