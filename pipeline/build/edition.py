"""Check, plan, make, publish: one edition.

In: a project, and what was asked for. Out: :class:`Done`: what was found, made, kept and removed. After any failure the
old edition stands.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..check import check, check_cards
from ..check.finding import findings as findings_of
from ..findings import Severity
from ..library import Library
from ..model import TranslationOrigin
from ..render.theme import Theme
from . import journal, publish
from .addresses import addresses
from .digest import digest
from .plan import FAMILIES, Reach, Step, outputs, plan
from .run import make
from .sheets import Neighbours

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from ..check import House
    from ..findings import Finding
    from ..model import Card


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for: families, languages and stories (none: all), and how."""

    root: Path
    output: Path
    house: House
    families: tuple[str, ...] = tuple(FAMILIES)
    languages: tuple[str, ...] = ()
    stories: tuple[str, ...] = ()
    jobs: int = 0
    keep_going: bool = False
    drafts: bool = False
    dry_run: bool = False
    tell: Callable[[str, int, int], None] = field(default=lambda _what, _done, _of: None)

    @property
    def is_partial(self) -> bool:
        """Whether every other file of the edition is carried over unchanged."""
        return bool(self.languages or self.stories) or set(self.families) != set(FAMILIES)


@dataclass(frozen=True, slots=True)
class Done:
    """What became of an edition; ``counts`` are files made, kept and removed by family."""

    findings: tuple[Finding, ...]
    stories: int
    published: bool
    made: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    counts: tuple[tuple[str, int, int, int], ...] = ()


def build(wish: Wish) -> Done:
    """Make an edition and publish it, unless a finding or a failure forbids it."""
    publish.refuse(wish.output, wish.root)
    library = Library(wish.root, wish.house.settings, wish.house.concepts)
    found = _check(library, wish)
    blocked = frozenset(finding.at.path for finding in found if finding.severity >= wish.house.settings.check.fail_on)
    if blocked and not wish.keep_going:
        return Done(found, len(library.names), published=False)
    neighbours = _neighbours(library, wish, blocked)
    made = outputs(wish.families)
    steps = [
        step
        for step in plan(library, neighbours, made, _reach(wish, made), wish.stories or library.names)
        if not wish.languages
        or f"/{wish.languages[0]}" in step.target
        or any(f"{x}/" in step.target or f".{x}." in step.target for x in wish.languages)
    ]
    if wish.dry_run:
        known = journal.load(wish.output)
        stale = [step for step in steps if _is_stale(step, known, wish.output)]
        return _done(found, library, steps, {step.target for step in stale}, (), published=False)
    with publish.lock(wish.output), publish.staging(wish.output) as folder:
        return _publish(wish, library, steps, folder, found)


def _check(library: Library, wish: Wish) -> tuple[Finding, ...]:
    found: list[Finding] = []
    for number, name in enumerate(library.names):
        wish.tell("check", number, len(library.names))
        if not wish.stories or name in wish.stories:
            found += check(library.story(name), wish.house)
    found += check_cards(library.cards, wish.house)
    return tuple(found)


def _neighbours(library: Library, wish: Wish, blocked: Iterable[str]) -> Neighbours:
    settings = wish.house.settings
    machine = settings.check.publish_machine_translations
    hidden = set(blocked)
    cards = []
    for card in library.cards:
        article = library.story(card.story).article(card.language)
        by_machine = article is not None and article.front.translation is TranslationOrigin.MACHINE
        if card.path not in hidden and (wish.drafts or not card.draft) and (machine or not by_machine):
            cards.append(card)
    originals = {card.story for card in cards if card.language == settings.publication.original}
    kept: tuple[Card, ...] = tuple(card for card in cards if card.story in originals)
    families = frozenset(FAMILIES) if wish.is_partial else frozenset(wish.families)
    return Neighbours(kept, addresses(settings), families, settings, wish.root / "content")


def _reach(wish: Wish, made: dict[str, tuple]) -> Reach:
    theme = Theme(wish.house.settings, _folders(wish))
    names = {name for row in made.values() for output in row for name in output.templates}
    files = tuple(
        (name, hashlib.sha256(theme.file(name)).hexdigest())
        for part in ("style", "fonts", "locale")
        for name in theme.names(part)
    )
    return Reach(digest((_versions(), files)), tuple((name, digest(theme.closure(name))) for name in sorted(names)))


def _versions() -> tuple[str, ...]:
    """Our own code, and the libraries that outputs are made with."""
    from importlib import metadata  # noqa: PLC0415
    from pathlib import Path  # noqa: PLC0415

    code = hashlib.sha256()
    package = Path(__file__).parents[1]
    for path in sorted(package.rglob("*.py")):
        code.update(path.relative_to(package).as_posix().encode())
        code.update(path.read_bytes())
    names = ("babel", "css-inline", "jinja2", "markdown", "nh3", "pillow", "pydyf", "weasyprint")
    return (code.hexdigest(), *(f"{name} {metadata.version(name)}" for name in names))


def _folders(wish: Wish) -> tuple[Path, ...]:
    own = wish.root / "templates"
    return (own,) if own.is_dir() else ()


def _is_stale(step: Step, known: dict[str, journal.Entry], output: Path) -> bool:
    entry = known.get(step.target)
    return entry is None or entry.key != step.key or not (output / step.target).is_file()


def _publish(wish: Wish, library: Library, steps: Sequence[Step], folder: Path, found: tuple[Finding, ...]) -> Done:
    known = journal.load(wish.output)
    entries: dict[str, journal.Entry] = {}
    stale = [step for step in steps if _is_stale(step, known, wish.output)]
    for step in steps:
        if step not in stale and publish.keep(folder, step.target, wish.output):
            entries[step.target] = known[step.target]
    more: list[Finding] = []
    for number, (step, result) in enumerate(make(stale, wish.house.settings, _folders(wish), wish.jobs)):
        wish.tell("make", number, len(stale))
        publish.write(folder, step.target, result.data)
        entries[step.target] = journal.Entry(step.key, hashlib.sha256(result.data).hexdigest(), step.output.name)
        more += findings_of([(fault.rule, Severity.ERROR, fault.remark) for fault in result.faults], ())
    _assets(wish, library, folder, entries)
    if wish.is_partial:
        for target, entry in known.items():
            if target not in entries and publish.keep(folder, target, wish.output):
                entries[target] = entry
    every = (*found, *more)
    if any(finding.severity >= wish.house.settings.check.fail_on for finding in more) and not wish.keep_going:
        return Done(every, len(library.names), published=False)
    publish.write(folder, journal.NAME, journal.dump(entries))
    removed = tuple(sorted(set(known) - set(entries)))
    publish.exchange(folder, wish.output)
    return _done(every, library, steps, {step.target for step in stale}, removed, published=True)


def _assets(wish: Wish, library: Library, folder: Path, entries: dict[str, journal.Entry]) -> None:
    """Fonts and styles of the site, and the pictures of its articles, as they are."""
    theme = Theme(wish.house.settings, _folders(wish))
    fixed = [
        (f"site/assets/{name.rpartition('/')[2]}", theme.file(name))
        for name in (*theme.names("fonts"), *theme.names("style"))
        if name.endswith((".woff2", ".css", ".svg")) and "mail" not in name and "print" not in name
    ]
    media = wish.root / "content" / "media"
    pictures = [
        (f"site/media/{path.relative_to(media).as_posix()}", path.read_bytes())
        for path in (sorted(media.rglob("*")) if media.is_dir() else ())
        if path.is_file() and not path.name.startswith(".")
    ]
    for target, data in (*fixed, *pictures):
        publish.write(folder, target, data)
        sha = hashlib.sha256(data).hexdigest()
        entries[target] = journal.Entry(sha, sha, "asset")


def _done(  # noqa: PLR0913 - what became of an edition has these parts
    found: tuple[Finding, ...],
    library: Library,
    steps: Sequence[Step],
    stale: set[str],
    removed: tuple[str, ...],
    *,
    published: bool,
) -> Done:
    made = Counter(step.family for step in steps if step.target in stale)
    kept = Counter(step.family for step in steps if step.target not in stale)
    families = dict.fromkeys(step.family for step in steps)
    return Done(
        found,
        len(library.names),
        published,
        tuple(sorted(stale)),
        tuple(step.target for step in steps if step.target not in stale),
        removed,
        tuple((family, made[family], kept[family], 0) for family in families),
    )
