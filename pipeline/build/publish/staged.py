"""An edition in its staging folder, file by file, until it is exchanged.

In: a wish, an empty folder, the journal of the edition that stands, the steps that were planned. Out: what became of
it: taken over, made, published, or left where something forbids it.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field, replace
from itertools import chain, groupby
from typing import TYPE_CHECKING

from ...errors import MissingToolError, OwnFaultError, ZweiblattError
from ...render.output import Sheet
from ...render.theme import Theme
from ..done import Count, Done
from ..make.run import make
from ..make.stock import Stock
from ..plan.sheets import value_of
from ..prove.proof import findings, proof
from . import journal, publish
from .assets import assets, ignored, served
from .shard import label

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from pathlib import Path

    from ...findings import Fault, Finding
    from ...library import Library
    from ..make.run import Result
    from ..plan.plan import Step
    from ..survey.survey import Survey
    from ..survey.wish import Wish
    from ..workers.stops import Stops
    from .spare import Spare


@dataclass(slots=True)
class Edition:
    """An edition in its staging folder, file by file, until it is exchanged."""

    wish: Wish
    folder: Path
    known: dict[str, journal.Entry]
    spare: Spare
    findings: list[Finding]
    failures: list[ZweiblattError]
    stops: Stops
    entries: dict[str, journal.Entry] = field(default_factory=dict)
    bad: set[tuple[str, str]] = field(default_factory=set)
    taken: frozenset[str] = frozenset()
    same: set[str] = field(default_factory=set)

    def publish(
        self, planned: Sequence[Step], held: frozenset[tuple[str, str]], library: Library, found: Survey
    ) -> Done:
        """Take over what is current, make what is not, exchange."""
        wish = self.wish
        stock = Stock(wish.memory.store, wish.house.today)
        steps = [step for step in planned if not step.articles & held] if held else planned
        kept = {step.target for step in planned if step.articles & held} if held else set()
        self.take_over(steps, kept)
        stale = [step for step in steps if step.target not in self.entries and not self.is_had(step, stock)]
        self.make(stale, stock, library)
        self.copy(found.media)
        for target in sorted(self.known.keys() - self.entries.keys()):
            if self.is_left(target, kept):
                self.carry(target)
        done = Done((*self.findings,), wish.count(found.manuscripts), is_published=False, failures=(*self.failures,))
        fail_on = wish.house.settings.check.fail_on
        fatal = any(finding.severity >= fail_on for finding in self.findings) or any(map(is_fatal, self.failures))
        if (fatal and not wish.keep_going) or self.bad:
            return done
        for name, data in (*wish.report(done.findings, done.stories), *label(wish, found, self.findings, held)):
            self.write(f"report/{name}", data, journal.ASSET, hashlib.sha256(data).hexdigest())
        publish.write(self.folder, journal.NAME, journal.dump(self.entries))
        publish.exchange(self.folder, wish.output)
        folders = journal.folders(self.entries)
        stand = journal.stand(wish.output, folders)
        gone = self.known.keys() - self.entries.keys()
        self.spare.give(self.folder, {*(self.entries.keys() - self.same), *gone, journal.NAME}, folders, stand)
        stock.save()
        lost = Counter(self.known[target].family for target in gone)
        counts = counts_of(steps, {step.target for step in stale}, lost)
        rows = self.held_back(planned, held, found)
        return replace(done, is_published=True, counts=counts, folders=folders, stand=stand, held=rows)

    def held_back(
        self, planned: Sequence[Step], held: frozenset[tuple[str, str]], found: Survey
    ) -> tuple[tuple[str, bool], ...]:
        """The manuscripts that errors held back, but for drafts, each with whether its old files stay."""
        standing = (step.articles & held for step in planned if step.target in self.entries) if held else ()
        stay = frozenset(chain.from_iterable(standing))
        drafts = () if self.wish.drafts else {card.path for card in found.cards if card.draft}
        rows = ((path, (name, path.split("/")[1])) for name, paths in found.manuscripts.items() for path in paths)
        return tuple((path, each in stay) for path, each in rows if each in held and path not in drafts)

    def take_over(self, steps: Sequence[Step], kept: Collection[str]) -> None:
        """Have all that is current in the staging folder at once, where the edition before the last is at hand."""
        keys = {target: entry.key for target, entry in self.known.items()}
        current = {step.target for step in steps if keys.get(step.target) == step.key}
        left = {target for target in self.known.keys() - {step.target for step in steps} if self.is_left(target, kept)}
        self.taken = self.spare.take_over(self.folder, self.known.keys(), current | left)
        self.same = {*(self.taken & current)}
        self.entries |= {target: self.known[target] for target in self.same}

    def is_left(self, target: str, kept: Collection[str]) -> bool:
        """Whether the old file stays that no step of this build makes."""
        return target in kept or self.wish.leaves(self.known[target].family)

    def copy(self, media: Mapping[str, Sequence[Fault]]) -> None:
        """Put files into the edition that are copied as they are; of a picture with faults the old one stays."""
        wish = self.wish
        good = [path for path, faults in media.items() if not faults]
        for target, data in assets(Theme(wish.house.settings, wish.folders), wish.root, good):
            digest = hashlib.sha256(data).hexdigest()
            entry = journal.Entry(digest, digest, journal.ASSET)
            if self.known.get(target) == entry:
                self.carry(target)
            if target not in self.entries:
                self.write(target, data, journal.ASSET, digest)
        for path in media.keys() - {*good}:
            old = self.known.get(served(path))
            if old and old.digest != wish.memory.index.digest(path):
                self.carry(served(path))
        self.failures += ignored(media, self.findings)

    def is_had(self, step: Step, stock: Stock) -> bool:
        """Take a file over from the old edition or from the store, if it is what the step would make."""
        if is_current(step, self.known):
            self.carry(step.target)
        if step.target not in self.entries and (digest := stock.take(step.key, f"{self.folder}/{step.target}")):
            self.entries[step.target] = journal.Entry(step.key, digest, step.family)
        return step.target in self.entries

    def make(self, stale: Sequence[Step], stock: Stock, library: Library) -> None:
        """Make files, an article at a time; each is held against the article as soon as it is made."""
        wish = self.wish
        told = 0
        made = make(stale, lambda source: value_of(source, library), wish, self.stops)
        for _, row in groupby(made, key=lambda result: result.step.source):
            results = list(row)
            for result in results:
                told += 1
                wish.tell("make", told, len(stale))
                self.put(result, stock)
            self.prove(results)
            if any(map(is_fatal, self.failures)) and not wish.keep_going:
                return

    def put(self, result: Result, stock: Stock) -> None:
        """Put what was made into the edition; what could not be made is a failure, what making showed a finding."""
        step, made = result.step, result.made
        if isinstance(made, OwnFaultError):
            raise made
        if isinstance(made, ZweiblattError):
            self.failures += () if self.stops.tells(made) else (made,)
            self.bad |= step.articles
            self.carry(step.target)
            return
        self.note(made.faults, step.articles)
        self.write(step.target, made.data, step.family, step.key)
        if not made.faults:
            stock.add(step.key, self.entries[step.target].digest, f"{self.folder}/{step.target}")

    def prove(self, results: Sequence[Result]) -> None:
        """Hold what was made of an article against the article."""
        sheet = results[0].value
        if isinstance(sheet, Sheet):
            made = {each.step.target: each.made.data for each in results if not isinstance(each.made, ZweiblattError)}
            self.note(proof(sheet, made), results[0].step.articles)

    def note(self, faults: Sequence[Fault], articles: Iterable[tuple[str, str]]) -> None:
        """Faults that only making shows: findings, which hold their articles back."""
        found = findings(faults)
        new = [finding for finding in found if finding not in self.findings]
        self.findings += new
        if any(finding.severity >= self.wish.house.settings.check.fail_on for finding in found):
            self.bad |= set(articles)

    def write(self, target: str, data: bytes, family: str, key: str) -> None:
        """A file of the new edition."""
        publish.write(self.folder, target, data)
        self.same.discard(target)
        self.entries[target] = journal.Entry(key, hashlib.sha256(data).hexdigest(), family)

    def carry(self, target: str) -> None:
        """A file of the old edition, unchanged."""
        if target in self.taken or (target in self.known and publish.keep(self.folder, target, self.wish.output)):
            self.entries[target] = self.known[target]
            self.same.add(target)


def is_current(step: Step, known: Mapping[str, journal.Entry]) -> bool:
    """Whether the file that stands is what a step would make."""
    entry = known.get(step.target)
    return entry is not None and entry.key == step.key


def is_fatal(failure: ZweiblattError) -> bool:
    """A machine without Pango still publishes everything but PDFs; any other failure publishes nothing."""
    return not isinstance(failure, MissingToolError)


def counts_of(steps: Sequence[Step], stale: set[str], gone: Counter[str]) -> tuple[Count, ...]:
    """How many files of each family were made, kept and removed."""
    every = Counter([step.family for step in steps])
    made = Counter([step.family for step in steps if step.target in stale])
    families = dict.fromkeys((*every, *gone))
    return tuple(Count(family, made[family], every[family] - made[family], gone[family]) for family in families)
