"""What earlier runs found, so that a story that has not changed is neither read nor checked again.

In: the project, the rules that apply, stories. Out: their findings and cards, where nothing has changed that they
depend on: the manuscripts, what they name of ``content/media/``, settings, glossary, hashtags, the day, the program and
its libraries. The same of media, which depend on their bytes alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from .. import record
from ..listing import CONTENT, MEDIA
from ..store import STORIES, Index, Store, digest_of, named
from .program import program

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from ..check.rule import House
    from ..config import Settings
    from ..findings import Fault, Finding
    from ..listing import Manuscripts
    from ..model import Card
    from .examine import Examined

IN_MEDIA = f"{MEDIA}/"
TOGETHER = "."
"""The name under which findings about all stories are kept: no story can have it."""


@dataclass(slots=True)
class Memory:
    """What is known of stories by name, with the digests of their manuscripts.

    ``checked``, ``listed`` and ``judged`` are the names of three documents of the store: findings depend on more than
    cards do, and what a file of ``content/media/`` is on less. ``reader`` is the digest of what reading a story depends
    on beside its manuscripts, ``program`` that of the program. Documents are read when they are first asked for.
    """

    store: Store
    index: Index
    today: str
    checked: str
    listed: str
    judged: str
    reader: str
    program: str
    documents: dict[str, dict[str, Any]] = field(default_factory=dict)
    changed: bool = False

    @property
    def findings(self) -> dict[str, Any]:
        """What was found in each story."""
        return self._document(self.checked)

    @property
    def cards(self) -> dict[str, Any]:
        """The cards of each story."""
        return self._document(self.listed)

    def recall(self, name: str, paths: Sequence[str]) -> tuple[Finding, ...] | None:
        """The findings of a story; None if it has changed."""
        known = self.findings.get(name)
        is_known = known and self._is_of_today(known) and self._is_same(known, paths)
        return record.value(known["found"]) if known and is_known else None

    def recall_cards(self, name: str, paths: Sequence[str]) -> tuple[Card, ...] | None:
        """The cards of a story; None if it has changed."""
        known = self.cards.get(name)
        return record.value(known["cards"]) if known and self._is_same(known, paths) else None

    def remember(self, name: str, examined: Examined) -> None:
        """Keep what was found in a story."""
        media = sorted({f"{CONTENT}/{path}" for card in examined.cards for path in card.files})
        files = [*(list(row) for row in examined.digests), *([path, self._digest(path)] for path in media)]
        claims = [[each.story, each.language, each.kind, each.path, [*each.addresses]] for each in examined.claims]
        if examined.findings is not None:
            found = record.plain(examined.findings)
            self.findings[name] = {"files": files, "found": found, "claims": claims, "days": [*examined.days]}
        self.cards[name] = {"files": files, "cards": record.plain(examined.cards)}
        self.changed = True

    def together(self, every: Manuscripts, house: Callable[[], House]) -> tuple[Finding, ...]:
        """What is found about all stories together, all of which must be known; ``house`` is asked if one changed."""
        for gone in set(self.findings) - set(every) - {TOGETHER}:
            del self.findings[gone]
            self.store.drop(named(STORIES, gone))
            self.cards.pop(gone, None)
        claims = [claim for name in every for claim in self.findings[name]["claims"]]
        known = self.findings.get(TOGETHER, {"claims": None})
        if known["claims"] != claims or not self._is_of_today(known):
            from ..check import check_claims  # noqa: PLC0415 - all rules, 100 ms: only where a claim changed
            from ..check.claims import Claim  # noqa: PLC0415 - as above
            from ..check.day import Day  # noqa: PLC0415 - as above

            made = tuple(
                Claim(story, language, kind, path, tuple(addresses))
                for story, language, kind, path, addresses in claims
            )
            asked = house()
            day = Day.of(asked.today)
            found = record.plain(check_claims(made, replace(asked, today=day)))
            self.findings[TOGETHER] = {"files": [], "claims": claims, "found": found, "days": [*day.said]}
            self.changed = True
        found_together: tuple[Finding, ...] = record.value(self.findings[TOGETHER]["found"])
        return found_together

    def picture(self, path: str) -> str | None:
        """The digest of a picture by its path below ``content/``; None if there is none."""
        return self._digest(f"{CONTENT}/{path}") or None if path else None

    def media(self, paths: Iterable[str]) -> dict[str, tuple[Fault, ...]]:
        """The faults of files of ``content/media/``, each judged once; one that is not there is left out."""
        known = self.store.document(self.judged) or {}
        found = {path: [digest, []] for path in sorted({*paths}) if (digest := self._digest(path))}
        fresh = [path for path, (digest, _) in found.items() if known.get(path, [""])[0] != digest]
        kept = {path: row for path, row in known.items() if path not in fresh and (self.store.root / path).is_file()}
        if fresh:
            from ..read.media import medium  # noqa: PLC0415 - Pillow, 30 ms: only where a picture changed

            for path in fresh:
                found[path][1] = record.plain(medium(path, (self.store.root / path).read_bytes()).faults)
        if fresh or kept.keys() != known.keys():
            self.store.keep(self.judged, {**kept, **{path: found[path] for path in fresh}})
        return {path: record.value((kept.get(path) or row)[1]) for path, row in found.items()}

    def named(self, stories: Iterable[str]) -> tuple[str, ...]:
        """What stories that are known name of ``content/media/``, sorted."""
        rows = (row for name in stories for row in self.findings.get(name, {}).get("files", ()))
        return tuple(sorted({path for path, _ in rows if path.startswith(f"{MEDIA}/")}))

    def keep(self) -> None:
        """Write the memory, if it has changed; where that cannot be, the next run only takes longer."""
        if self.changed:
            self.store.keep(self.checked, self.findings)
            self.store.keep(self.listed, self.cards)
        self.index.save()

    def _is_of_today(self, known: dict[str, Any]) -> bool:
        """Whether the same would be found today: nothing that a rule compares with today lies between."""
        first, last = known["days"]
        return bool(first <= self.today <= last)

    def _is_same(self, known: dict[str, Any], paths: Sequence[str]) -> bool:
        files = known["files"]
        if {path for path, _ in files if not path.startswith(IN_MEDIA)} != {*paths}:
            return False
        return all(self._digest(path) == digest for path, digest in files)

    def _digest(self, path: str) -> str:
        """The digest of a file; nothing where there is none."""
        try:
            return self.index.digest(path)
        except OSError:
            return ""

    def _document(self, name: str) -> dict[str, Any]:
        if name not in self.documents:
            self.documents[name] = self.store.document(name) or {}
        return self.documents[name]


def open_memory(store: Store, settings: Settings, texts: Sequence[str]) -> Memory:
    """What is known under these settings, with these ``texts`` (the day, hashtags, glossary), by this program."""
    today, hashtags, glossary = texts
    ours = program(store)
    judged = f"media-{_name(ours)}"
    checked = f"check-{_name(repr(settings), hashtags, ours, glossary)}"
    reading = repr((settings.publication, settings.kinds, settings.vocabulary))
    listed = f"cards-{_name(reading, hashtags, ours)}"
    return Memory(store, Index(store), today, checked, listed, judged, _name(reading, ours), ours)


def _name(*parts: str) -> str:
    return digest_of("\0".join(parts).encode("utf-8", "surrogatepass"))[:16]
