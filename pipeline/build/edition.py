"""Check, plan, make, publish: one edition.

In: a wish. Out: what was found, made, kept and removed. After any failure the old edition stands; what a failure
publishes is the table "What a failure publishes" of the command's documentation.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..check import check, check_cards
from ..check.finding import findings as findings_of
from ..errors import MissingToolError, PublishError, ZweiblattError
from ..findings import Message, Severity
from ..library import Library
from ..model import TranslationOrigin
from ..render.newsletter.legal import missing
from ..render.theme import Theme
from . import journal, publish
from .addresses import addresses
from .assets import assets
from .plan import FAMILIES, outputs, plan
from .proof import proof
from .reach import reach
from .run import make, pdf_trouble
from .sheets import Neighbours
from .wish import Count, Done

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from ..findings import Fault, Finding
    from ..library import Story
    from ..model import Card
    from ..render.output import Sheet
    from .plan import Step
    from .wish import Wish


def build(wish: Wish) -> Done:
    """Make an edition and publish it, unless a finding or a failure forbids it."""
    publish.refuse(wish.output, wish.root)
    settings = wish.house.settings
    if "newsletter" in wish.families and (error := missing(settings)):
        raise error
    trouble = pdf_trouble() if "pdf" in wish.families else None
    families = tuple(name for name in wish.families if not (trouble and name == "pdf"))
    library = Library(wish.root, settings, wish.house.concepts)
    found = examine(library, wish)
    blocked = _blocked(library, found, settings.check.fail_on)
    failures = (trouble,) if trouble else ()
    if blocked and not wish.keep_going:
        return Done(found, len(library.names), is_published=False, failures=failures)
    if wish.dry_run:
        known = journal.load(wish.output)
        steps = _steps(library, wish, _neighbours(library, wish, blocked, known, families), families)
        stale = {step.target for step in steps if _is_stale(step, known, wish.output)}
        return Done(found, len(library.names), is_published=False, counts=_counts(steps, stale, Counter()))
    try:
        with publish.lock(wish.output):
            checked = Done(found, len(library.names), is_published=False, failures=failures)
            return _made(library, wish, families, blocked, checked)
    except OSError as error:
        arguments = (("path", wish.output.as_posix()), ("why", error.strerror or str(error)))
        message = Message("{path} could not be written: {why}; the old edition stands", arguments)
        raise PublishError(message) from error


def _made(
    library: Library, wish: Wish, families: Sequence[str], blocked: frozenset[tuple[str, str]], done: Done
) -> Done:
    """The edition, made and published; what making shows of an article is planned anew without that article."""
    known = journal.load(wish.output)
    while True:
        steps = _steps(library, wish, _neighbours(library, wish, blocked, known, families), families)
        with publish.staging(wish.output) as folder:
            edition = Edition(wish, folder, known, list(done.findings), list(done.failures))
            done = edition.publish(steps, blocked, library)
            bad = _whole(edition.bad, library) - blocked
        if done.is_published or not wish.keep_going or not bad:
            return done
        blocked |= bad


def _whole(bad: Iterable[tuple[str, str]], library: Library) -> frozenset[tuple[str, str]]:
    """Articles that are held back: with an original its translations."""
    settings = library.settings.publication
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
    findings: list[Finding]
    failures: list[ZweiblattError]
    entries: dict[str, journal.Entry] = field(default_factory=dict)
    bad: set[tuple[str, str]] = field(default_factory=set)

    def publish(self, planned: Sequence[Step], blocked: frozenset[tuple[str, str]], library: Library) -> Done:
        """Make what is stale, take over what is not and what is held back, exchange."""
        wish = self.wish
        steps = [step for step in planned if not step.articles & blocked]
        held = {step.target for step in planned if step.articles & blocked}
        stale = [step for step in steps if _is_stale(step, self.known, wish.output)]
        waiting = {step.target for step in stale}
        for step in steps:
            if step.target not in waiting:
                self.carry(step.target)
        self.make(stale)
        for target, data in assets(Theme(wish.house.settings, wish.folders), wish.root / "content" / "media"):
            if target not in self.entries:
                self.write(target, data, journal.ASSET, hashlib.sha256(data).hexdigest())
        for target in sorted(set(self.known) - set(self.entries)):
            if target in held or wish.leaves(self.known[target].family):
                self.carry(target)
        self.prove(steps, waiting)
        fail_on = wish.house.settings.check.fail_on
        fatal = any(finding.severity >= fail_on for finding in self.findings) or any(map(_stops, self.failures))
        if (fatal and not wish.keep_going) or self.bad:
            return Done(tuple(self.findings), len(library.names), is_published=False, failures=tuple(self.failures))
        for name, data in wish.report(tuple(self.findings), len(library.names)):
            self.write(f"report/{name}", data, journal.ASSET, hashlib.sha256(data).hexdigest())
        publish.write(self.folder, journal.NAME, journal.dump(self.entries))
        publish.exchange(self.folder, wish.output)
        gone = Counter(entry.family for target, entry in self.known.items() if target not in self.entries)
        counts = _counts(steps, waiting, gone)
        return Done(
            tuple(self.findings), len(library.names), is_published=True, counts=counts, failures=tuple(self.failures)
        )

    def make(self, stale: Sequence[Step]) -> None:
        """Make files; what only making shows are findings, what cannot be made is a failure."""
        wish = self.wish
        made = make(stale, wish.house.settings, wish.folders, wish.jobs, keep_going=wish.keep_going)
        for number, (step, result) in enumerate(made, 1):
            wish.tell("make", number, len(stale))
            if isinstance(result, ZweiblattError):
                self.failures.append(result)
                self.bad |= step.articles
                self.carry(step.target)
                continue
            self.note(result.faults, step.articles)
            self.write(step.target, result.data, step.family, step.key)

    def prove(self, steps: Sequence[Step], made: set[str]) -> None:
        """Hold the outputs of each article of which something was made against the article."""
        for sheet, targets in sheets_of(steps, made):
            outputs = {name: (self.folder / name).read_bytes() for name in targets if name in self.entries}
            self.note(proof(sheet, outputs), {(sheet.article.story, sheet.article.language.value)})

    def note(self, faults: Sequence[Fault], articles: Iterable[tuple[str, str]]) -> None:
        """Faults that only making shows: findings, which hold their articles back."""
        found = findings_of([(fault.rule, Severity.ERROR, fault.remark) for fault in faults], ())
        new = [finding for finding in found if finding not in self.findings]
        self.findings += new
        if any(finding.severity >= self.wish.house.settings.check.fail_on for finding in found):
            self.bad |= set(articles)

    def write(self, target: str, data: bytes, family: str, key: str) -> None:
        """A file of the new edition."""
        publish.write(self.folder, target, data)
        self.entries[target] = journal.Entry(key, hashlib.sha256(data).hexdigest(), family)

    def carry(self, target: str) -> None:
        """A file of the old edition, unchanged."""
        if target in self.known and publish.keep(self.folder, target, self.wish.output):
            self.entries[target] = self.known[target]


def examine(library: Library, wish: Wish) -> tuple[Finding, ...]:
    """The findings of all stories that were asked for."""
    found: list[Finding] = []
    for number, name in enumerate(library.names, 1):
        wish.tell("check", number, len(library.names))
        if wish.wants(name):
            found += check(library.story(name), wish.house)
    found += check_cards(library.cards, wish.house)
    return tuple(found)


def _blocked(library: Library, found: Sequence[Finding], fail_on: Severity) -> frozenset[tuple[str, str]]:
    """The articles that findings keep back: a whole story, or its translation if the fault is there alone."""
    bad = {finding.at.path for finding in found if finding.severity >= fail_on}
    if not bad:
        return frozenset()
    held: set[tuple[str, str]] = set()
    for name in library.names:
        story = library.story(name)
        paths = {reading.path: reading.language for reading in story.readings}
        if bad & set(paths):
            original = library.settings.publication.original
            whole = any(paths[path] == original for path in bad & set(paths))
            held |= {(name, language) for path, language in paths.items() if whole or path in bad}
    return frozenset(held)


def _neighbours(
    library: Library,
    wish: Wish,
    blocked: frozenset[tuple[str, str]],
    known: dict[str, journal.Entry],
    families: Sequence[str],
) -> Neighbours:
    """The cards that are published; a blocked article is listed as long as its old page stands."""
    settings = wish.house.settings
    places = addresses(settings)
    cards = []
    for card in library.cards:
        held = (card.story, card.language) in blocked
        stands = f"site/{card.language}/{card.slug}/index.html" in known
        if (
            (wish.drafts or not card.draft)
            and _may_appear(library.story(card.story), card, wish)
            and (stands or not held)
        ):
            cards.append(card)
    originals = {card.story for card in cards if card.language == settings.publication.original}
    kept: tuple[Card, ...] = tuple(card for card in cards if card.story in originals)
    made = frozenset(FAMILIES) - {"pdf"} | (frozenset(families) & {"pdf"}) if wish.is_partial else frozenset(families)
    if wish.is_partial and any(entry.family == "pdf" for entry in known.values()):
        made |= {"pdf"}
    return Neighbours(kept, places, made, settings, wish.root / "content")


def _may_appear(story: Story, card: Card, wish: Wish) -> bool:
    """A machine's translation appears only where the settings allow it."""
    article = story.article(card.language)
    by_machine = article is not None and article.front.translation is TranslationOrigin.MACHINE
    return wish.house.settings.check.publish_machine_translations or not by_machine


def _steps(library: Library, wish: Wish, neighbours: Neighbours, families: Sequence[str]) -> tuple[Step, ...]:
    made = outputs(families)
    theme = Theme(wish.house.settings, wish.folders)
    keys = reach(theme, (output for row in made.values() for output in row))
    names = [name for name in library.names if wish.wants(name)]
    return tuple(
        step
        for step in plan(library, neighbours, made, keys, names)
        if not wish.languages or not step.languages or step.languages <= set(wish.languages)
    )


def _is_stale(step: Step, known: dict[str, journal.Entry], output: Path) -> bool:
    entry = known.get(step.target)
    return entry is None or entry.key != step.key or not (output / step.target).is_file()


def sheets_of(steps: Iterable[Step], made: set[str]) -> list[tuple[Sheet, list[str]]]:
    """The sheet of each article of which something was made, and all files that were made of it."""
    found: dict[frozenset[tuple[str, str]], tuple[Sheet, list[str]]] = {}
    for step in steps:
        if step.output.scope == "Sheet":
            found.setdefault(step.articles, (step.value, []))[1].append(step.target)
    return [(sheet, targets) for sheet, targets in found.values() if made & set(targets)]


def _stops(failure: ZweiblattError) -> bool:
    """A machine without Pango still publishes everything but PDFs; any other failure publishes nothing."""
    return not isinstance(failure, MissingToolError)


def _counts(steps: Sequence[Step], stale: set[str], gone: Counter[str]) -> tuple[Count, ...]:
    made = Counter(step.family for step in steps if step.target in stale)
    kept = Counter(step.family for step in steps if step.target not in stale)
    families = dict.fromkeys((*(step.family for step in steps), *gone))
    return tuple(Count(family, made[family], kept[family], gone[family]) for family in families)
