"""Check, plan, make, publish: one edition.

In: a wish. Out: what was found, made, kept and removed. After any failure the old edition stands; what a failure
publishes is the table "What a failure publishes" of the command's documentation.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TYPE_CHECKING

from ..errors import MakingError, MissingToolError, OwnFaultError, PublishError, SettingsError, ZweiblattError
from ..findings import Message
from ..library import Library
from ..render.newsletter.legal import missing
from ..render.output import Sheet
from ..render.theme import Theme
from . import journal, publish
from .assets import assets, ignored, served
from .done import Count, Done
from .plan import outputs, plan
from .proof import findings, proof
from .published import neighbours
from .reach import reach
from .run import make, pdf_trouble
from .shard import label
from .sheets import value_of
from .spare import Spare
from .stock import Stock
from .stops import Stops
from .survey import looked_at

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from pathlib import Path

    from ..findings import Fault, Finding
    from .plan import Step
    from .run import Result
    from .survey import Survey
    from .wish import Wish


def build(wish: Wish) -> Done:
    """Make an edition and publish it, unless a finding or a failure forbids it."""
    wish = replace(wish, output=publish.place(wish.output, wish.root))
    settings = wish.house.settings
    if "newsletter" in wish.families and (error := missing(settings)):
        without = Message("or make everything but the newsletter: --only web,pdf,feeds,social")
        raise SettingsError(error.message, error.at, (*error.more, (without, None)))
    trouble = pdf_trouble() if "pdf" in wish.families else None
    families = tuple(name for name in wish.families if not (trouble and name == "pdf"))
    library = Library(wish.root, settings, wish.memory.store, wish.memory.reader, held=1)
    found, held, hidden = looked_at(library, wish)
    failures = (trouble,) if trouble else ()
    checked = Done(found.findings, wish.count(found.manuscripts), is_published=False, failures=failures, known=hidden)
    if not wish.keep_going and any(each.severity >= settings.check.fail_on for each in found.findings):
        return checked
    if wish.dry_run:
        return _tried(found, wish, families, held, checked)
    try:
        with publish.lock(wish.output):
            return _made(library, found, wish, families, held, checked)
    except OSError as error:
        why = f"{error.strerror or error} ({error.filename})" if error.filename else error.strerror or str(error)
        arguments = (("path", wish.output.as_posix()), ("why", why))
        failure: ZweiblattError = PublishError(
            Message("{path} could not be written: {why}; the old edition stands", arguments)
        )
    except (MakingError, OwnFaultError) as error:
        failure = error
    return replace(checked, failures=(*failures, failure))


def _tried(found: Survey, wish: Wish, families: Sequence[str], held: frozenset[tuple[str, str]], done: Done) -> Done:
    """What would be made."""
    known = journal.load(wish.output)
    steps = _steps(found, wish, held, known, families)
    stale = {step.target for step in steps if _is_stale(step, known, wish.output)}
    return replace(done, failures=(), counts=_counts(steps, stale, Counter()))


def _made(  # noqa: PLR0913, PLR0917 - all that an edition is made of
    library: Library,
    found: Survey,
    wish: Wish,
    families: Sequence[str],
    held: frozenset[tuple[str, str]],
    done: Done,
) -> Done:
    """The edition, made and published; what making shows of an article is planned anew without that article."""
    known, stops = journal.load(wish.output), Stops()
    while True:
        steps = _steps(found, wish, held, known, families)
        with publish.staging(wish.output) as folder:
            spare = Spare(wish.memory.store, wish.output)
            edition = Edition(wish, folder, known, spare, list(done.findings), list(done.failures), stops)
            done = replace(edition.publish(steps, held, library, found), known=done.known)
            bad = _whole(edition.bad, wish) - held
        if done.is_published or not wish.keep_going or not bad:
            once = {(each.message, each.at): each for each in (*done.failures, *stops.told())}
            return replace(done, failures=tuple(once.values()))
        held |= bad


def _whole(bad: Iterable[tuple[str, str]], wish: Wish) -> frozenset[tuple[str, str]]:
    """Articles that are held back: with an original its translations."""
    settings = wish.house.settings.publication
    every = tuple(language.value for language, _ in settings.languages)
    return frozenset(
        (story, each) for story, language in bad for each in (every if language == settings.original else (language,))
    )


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
        fatal = any(finding.severity >= fail_on for finding in self.findings) or any(map(_stops, self.failures))
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
        counts = _counts(steps, {step.target for step in stale}, lost)
        return replace(done, is_published=True, counts=counts, folders=folders, stand=stand)

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
        if _is_current(step, self.known):
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
            if any(map(_stops, self.failures)) and not wish.keep_going:
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


def _steps(
    found: Survey,
    wish: Wish,
    held: frozenset[tuple[str, str]],
    known: dict[str, journal.Entry],
    families: Sequence[str],
) -> tuple[Step, ...]:
    made = outputs(families)
    theme = Theme(wish.house.settings, wish.folders)
    store = wish.memory.store
    keys = reach(theme, (output for row in made.values() for output in row), wish.memory.program, store)
    names = [name for name in found.manuscripts if wish.wants(name)]
    return tuple(
        step
        for step in plan(neighbours(found.cards, wish, held, known, families), made, keys, names)
        if not wish.languages or not step.languages or step.languages <= set(wish.languages)
    )


def _is_current(step: Step, known: Mapping[str, journal.Entry]) -> bool:
    entry = known.get(step.target)
    return entry is not None and entry.key == step.key


def _is_stale(step: Step, known: Mapping[str, journal.Entry], output: Path) -> bool:
    return not _is_current(step, known) or not (output / step.target).is_file()


def _stops(failure: ZweiblattError) -> bool:
    """A machine without Pango still publishes everything but PDFs; any other failure publishes nothing."""
    return not isinstance(failure, MissingToolError)


def _counts(steps: Sequence[Step], stale: set[str], gone: Counter[str]) -> tuple[Count, ...]:
    every = Counter([step.family for step in steps])
    made = Counter([step.family for step in steps if step.target in stale])
    families = dict.fromkeys((*every, *gone))
    return tuple(Count(family, made[family], every[family] - made[family], gone[family]) for family in families)
