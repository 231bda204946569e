"""What earlier runs found, so that a story that has not changed is neither read nor checked again.

In: the project, the rules that apply, stories. Out: their findings and cards, where nothing has changed that they
depend on: the manuscripts, what they name of ``content/media/``, settings, glossary, hashtags, the day, the program and
its libraries. The same of media, which depend on their bytes alone.
"""

from __future__ import annotations

import os.path
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from ... import record
from ...listing import CONTENT, MEDIA
from ...record.form import BELOW
from ...store import STORIES, Index, Store, digest_of, named
from ..workers.program import program

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from ...config import Settings
    from ...findings import Fault, Finding
    from ...house import House
    from ...listing import Manuscripts
    from ...model import Card
    from .examine import Examined

IN_MEDIA = f"{MEDIA}/"
FEW = 32
"""So many rows that changed are kept beside a document of all rows; from more on that one is written anew."""
TOGETHER = "."
"""The name under which findings about all stories are kept: no story can have it."""

Files = tuple[tuple[str, str], ...]
"""Paths with their digests."""
Claimed = tuple[tuple[str, str, str, str, tuple[str, ...]], ...]
CHECKED = (
    ("files", "found", "claims", "days"),
    tuple[Files, tuple["Finding", ...], Claimed, tuple[str, str]],
)
LISTED = (("files", "cards"), tuple[Files, tuple["Card", ...]])
"""What a row of findings has, and one of cards: what is of another form counts as absent."""


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
    changed: set[str] = field(default_factory=set)
    """Stories of which rows are new."""
    lately: dict[str, set[str]] = field(default_factory=dict)
    """For each document the stories whose rows are kept beside it."""
    whole: set[str] = field(default_factory=set)
    """Documents that are there."""

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
        known = _sound(self.findings.get(name), CHECKED)
        if known is None or not self._is_of_today(known["days"]) or not self._is_same(known["files"], paths):
            return None
        found: tuple[Finding, ...] = known["found"]
        return found

    def recall_cards(self, name: str, paths: Sequence[str]) -> tuple[Card, ...] | None:
        """The cards of a story; None if it has changed."""
        known = _sound(self.cards.get(name), LISTED)
        if known is None or not self._is_same(known["files"], paths):
            return None
        digests = dict(known["files"])
        cards: tuple[Card, ...] = known["cards"]
        are_ours = all(each.story == name and digests.get(each.path) == each.digest for each in cards)
        return cards if are_ours else None

    def remember(self, name: str, examined: Examined) -> None:
        """Keep what was found in a story."""
        media = sorted({f"{CONTENT}/{path}" for card in examined.cards for path in card.files})
        files = [*(list(row) for row in examined.digests), *([path, self._digest(path)] for path in media)]
        claims = [[each.story, each.language, each.kind, each.path, [*each.addresses]] for each in examined.claims]
        if examined.findings is not None:
            found = record.plain(examined.findings)
            self.findings[name] = {"files": files, "found": found, "claims": claims, "days": [*examined.days]}
        self.cards[name] = {"files": files, "cards": record.plain(examined.cards)}
        self.changed.add(name)

    def together(self, every: Manuscripts, house: Callable[[], House]) -> tuple[Finding, ...]:
        """What is found about all stories together, all of which must be known; ``house`` is asked if one changed."""
        for gone in set(self.findings) - set(every) - {TOGETHER}:
            del self.findings[gone]
            self.cards.pop(gone, None)
            self.whole.clear()  # what is written next is written without it
            self.store.drop(named(STORIES, gone))
        claims = [claim for name in every for claim in self.findings[name]["claims"]]
        row = _table(self.findings.get(TOGETHER))
        known = _sound({**row, "claims": []}, CHECKED) if row.get("claims") == claims else None
        if not known or not self._is_of_today(known["days"]):
            from ...check import check_claims  # noqa: PLC0415 - all rules, 100 ms: only where a claim changed
            from ...check.claims import Claim  # noqa: PLC0415 - as above
            from ...check.day import Day  # noqa: PLC0415 - as above

            made = tuple(Claim(*claim) for claim in record.value(claims, Claimed))
            asked = house()
            day = Day.of(asked.today)
            together = check_claims(made, replace(asked, today=day))
            found = record.plain(together)
            self.findings[TOGETHER] = {"files": [], "claims": claims, "found": found, "days": [*day.said]}
            self.changed.add(TOGETHER)
            return together
        found_before: tuple[Finding, ...] = known["found"]
        return found_before

    def picture(self, path: str) -> str | None:
        """The digest of a picture by its path below ``content/``; None if there is none."""
        return self._digest(f"{CONTENT}/{path}") or None if path else None

    def media(self, paths: Iterable[str]) -> dict[str, tuple[Fault, ...]]:
        """The faults of files of ``content/media/``, each judged once; one that is not there is left out."""
        known = _table(self.store.document(self.judged))
        digests = {path: digest for path in sorted({*paths}) if (digest := self._digest(path))}
        found = {path: _judged(known.get(path), digest) for path, digest in digests.items()}
        fresh = [path for path, faults in found.items() if faults is None]
        kept = {path: row for path, row in known.items() if path not in fresh and self._is_there(path)}
        if fresh:
            from ...read.media import medium  # noqa: PLC0415 - Pillow, 30 ms: only where a picture changed

            for path in fresh:
                data = (self.store.root / path).read_bytes()
                found[path] = medium(path, data).faults
                kept[path] = [digest_of(data), record.plain(found[path])]
        if fresh or kept.keys() != known.keys():
            self.store.keep(self.judged, kept)
        return {path: faults or () for path, faults in found.items()}

    def named(self, stories: Iterable[str]) -> tuple[str, ...]:
        """What stories that are known name of ``content/media/``, sorted."""
        rows = (row for name in stories for row in self.findings.get(name, {}).get("files", ()))
        return tuple(sorted({path for path, _ in rows if path.startswith(f"{MEDIA}/")}))

    def keep(self) -> None:
        """Write the memory, if it has changed; where that cannot be, the next run only takes longer."""
        for name in (self.checked, self.listed) if self.changed else ():
            rows = self._document(name)
            stories = (self.lately[name] | self.changed) & rows.keys()
            if name in self.whole and len(stories) <= FEW:
                self.store.keep(_beside(name), {story: rows[story] for story in sorted(stories)})
            else:
                self.store.keep(name, rows)
                self.store.drop(_beside(name))
        self.index.save()

    def _is_of_today(self, days: tuple[str, str]) -> bool:
        """Whether the same would be found today: nothing that a rule compares with today lies between."""
        first, last = days
        return bool(first <= self.today <= last)

    def _is_same(self, files: Iterable[tuple[str, str]], paths: Sequence[str]) -> bool:
        known = {path for path, _ in files}
        if not known.issuperset(paths):
            return False
        if not all(path.startswith(IN_MEDIA) and BELOW.fullmatch(path) for path in known.difference(paths)):
            return False
        return all(self._digest(path) == digest for path, digest in files)

    def _digest(self, path: str) -> str:
        """The digest of a file; nothing where there is none."""
        try:
            return self.index.digest(path)
        except OSError:
            return ""

    def _document(self, name: str) -> dict[str, Any]:
        """All rows: the document, and over it those that changed since it was written."""
        if name not in self.documents:
            whole, lately = _table(self.store.document(name)), _table(self.store.document(_beside(name)))
            self.documents[name] = whole | lately
            self.lately[name] = {*lately}
            self.whole |= {name} if whole else set()
        return self.documents[name]

    def _is_there(self, path: str) -> bool:
        return os.path.isfile(f"{self.store.root}/{path}")  # noqa: PTH113 - False for any name that no file can have


def open_memory(store: Store, settings: Settings, texts: Sequence[str]) -> Memory:
    """What is known under these settings, with these ``texts`` (the day, hashtags, glossary), by this program."""
    today, hashtags, glossary = texts
    ours = program(store)
    judged = f"media-{_name(ours)}"
    checked = f"check-{_name(repr(settings), hashtags, ours, glossary)}"
    reading = repr((settings.publication, settings.kinds, settings.vocabulary))
    listed = f"cards-{_name(reading, hashtags, ours)}"
    return Memory(store, Index(store), today, checked, listed, judged, _name(reading, ours), ours)


def _beside(name: str) -> str:
    """The document of rows that changed after those of another were written."""
    return f"new{name}"


def _table(document: Any) -> dict[str, Any]:  # noqa: ANN401 - a JSON value
    """The rows of a document; none where it is no object."""
    return document if isinstance(document, dict) else {}


def _sound(row: Any, form: tuple[tuple[str, ...], Any]) -> dict[str, Any] | None:  # noqa: ANN401 - a JSON value
    """The parts of a row, each of its type; None where there is none, or one of another form."""
    parts, kind = form
    if not isinstance(row, dict) or len(row) != len(parts):
        return None
    try:
        return dict(zip(parts, record.value([row[part] for part in parts], kind), strict=True))
    except (KeyError, record.Unsound):
        return None


def _judged(row: Any, digest: str) -> tuple[Fault, ...] | None:  # noqa: ANN401 - a JSON value
    """The faults of a file with this digest, if they are known."""
    try:
        known, faults = record.value(row, tuple[str, tuple["Fault", ...]])
    except record.Unsound:
        return None
    return faults if known == digest else None


def _name(*parts: str) -> str:
    return digest_of("\0".join(parts).encode("utf-8", "surrogatepass"))[:16]
