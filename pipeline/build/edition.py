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
from .reach import reach
from .run import make, pdf_trouble
from .sheets import Neighbours
from .wish import Count, Done

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ..findings import Finding
    from ..library import Story
    from ..model import Card
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
    known = journal.load(wish.output)
    neighbours = _neighbours(library, wish, blocked, known, families)
    steps = _steps(library, wish, neighbours, families)
    if wish.dry_run:
        stale = {step.target for step in steps if _is_stale(step, known, wish.output)}
        return Done(found, len(library.names), is_published=False, counts=_counts(steps, stale, Counter()))
    try:
        with publish.lock(wish.output), publish.staging(wish.output) as folder:
            edition = Edition(wish, folder, known, list(found), list(failures))
            return edition.publish(steps, blocked, library)
    except OSError as error:
        arguments = (("path", wish.output.as_posix()), ("why", error.strerror or str(error)))
        message = Message("{path} could not be written: {why}; the old edition stands", arguments)
        raise PublishError(message) from error


@dataclass(slots=True)
class Edition:
    """An edition in its staging folder, file by file, until it is exchanged."""

    wish: Wish
    folder: Path
    known: dict[str, journal.Entry]
    findings: list[Finding]
    failures: list[ZweiblattError]
    entries: dict[str, journal.Entry] = field(default_factory=dict)

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
        fail_on = wish.house.settings.check.fail_on
        fatal = any(finding.severity >= fail_on for finding in self.findings) or any(map(_stops, self.failures))
        if fatal and not wish.keep_going:
            return Done(tuple(self.findings), len(library.names), is_published=False, failures=tuple(self.failures))
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
                self.carry(step.target)
                continue
            noted = [(fault.rule, Severity.ERROR, fault.remark) for fault in result.faults]
            self.findings += findings_of(noted, ())
            self.write(step.target, result.data, step.family, step.key)

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


def _stops(failure: ZweiblattError) -> bool:
    """A machine without Pango still publishes everything but PDFs; any other failure publishes nothing."""
    return not isinstance(failure, MissingToolError)


def _counts(steps: Sequence[Step], stale: set[str], gone: Counter[str]) -> tuple[Count, ...]:
    made = Counter(step.family for step in steps if step.target in stale)
    kept = Counter(step.family for step in steps if step.target not in stale)
    families = dict.fromkeys((*(step.family for step in steps), *gone))
    return tuple(Count(family, made[family], kept[family], gone[family]) for family in families)
