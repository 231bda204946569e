"""Few stories that changed: the next edition is made of the last one, and no other is planned anew.

In: what is found of all stories, the edition that stands. Out: what became of it, or nothing where all must be planned.

Beside the manuscripts and pictures of its own story a file depends on what one digest says, the *ground*: program,
settings, templates, which outputs are made, files that are copied, and the faces of all articles that are published.
Where it is that of the edition that stands, no other file than those of stories whose own bytes differ can have another
key, and none is new or gone. Whatever goes another way than that is left to the plan of all.
"""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from .. import record
from ..store import digest_of
from .done import Count, Done
from .make.stock import Stock
from .plan.plan import plan
from .plan.published import neighbours
from .publish import journal, publish
from .publish.assets import assets, served
from .publish.spare import Spare
from .publish.staged import Edition, is_current
from .workers.stops import Stops

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from ..library import Library
    from .plan.outlines import Neighbours
    from .plan.plan import Step
    from .plan.reach import Shared
    from .survey.survey import Survey
    from .survey.wish import Wish

FEW = 32
"""More stories than that are planned with all others."""
NAME = "planned"

Stories = tuple[tuple[str, str, int], ...]
"""Each story, the digest of its own bytes, the number of its files."""
Said = tuple[str, str, str, tuple[tuple[str, int], ...], Stories]
"""What the document has: ground, digest of the journal, its families, how many files of each were planned, stories."""


class Last(NamedTuple):
    """The edition that stands, on the same ground."""

    written: journal.Written
    steps: tuple[Step, ...]
    """Those of stories that changed."""
    said: Said
    """What is known of it, with the stories as they are now."""


def recall(wish: Wish, found: Survey, held: Collection[object], done: Done, shared: Shared) -> Last | None:
    """The edition that stands, if it differs from what is to be made by files of few stories alone."""
    known = _known(wish) if _is_plain(wish, found, held, done) else None
    if known is None:
        return None
    (ground, digest, families, counts, before), written = known
    around = neighbours(found.cards, wish, frozenset(), (), tuple(shared.made), has_pdf="pdf" in families.split())
    if ground != _ground(wish, found, shared, around):
        return None
    own = _own(around)
    changed = {name for name, made_of, _ in before if own.get(name) != made_of}
    if len(changed) > FEW or own.keys() != {name for name, _, _ in before}:
        return None
    articles = {family: tuple(each for each in row if each.scope != "Shelf") for family, row in shared.made.items()}
    steps = tuple(plan(around, articles, shared.keys, sorted(changed)))
    many = Counter(step.cards[0].story for step in steps)
    if any(many[name] != number for name, _, number in before if name in changed):
        return None
    stories = tuple((name, own[name], number) for name, _, number in before)
    return Last(written, steps, (ground, digest, families, counts, stories))


def _known(wish: Wish) -> tuple[Said, journal.Written] | None:
    """What is known of the edition that stands, if its journal is the one that was written then."""
    try:
        said: Said = record.value(wish.memory.store.document(_name(wish)), Said)
        data = (wish.output / journal.NAME).read_bytes()
        return (said, journal.Written(data)) if digest_of(data) == said[1] else None
    except (OSError, ValueError):  # of another form, or not there
        return None


def build(last: Last, library: Library, wish: Wish, done: Done) -> Done | None:
    """The edition, made of the last one and published; None where anything goes another way than planned."""
    stock = Stock(wish.memory.store, wish.house.today)
    known = {step.target: entry for step in last.steps if (entry := last.written.get(step.target))}
    if len(known) < len(last.steps):
        return None
    with publish.staging(wish.output) as folder:
        spare = Spare(wish.memory.store, wish.output)
        edition = Edition(wish, folder, known, spare, list(done.findings), [], Stops())
        waiting = [step for step in last.steps if not is_current(step, known)]
        if not spare.mend(folder, {step.target for step in waiting}, last.written):
            return None
        stale = [step for step in waiting if not edition.is_had(step, stock)]
        edition.make(stale, stock, library)
        if edition.failures or edition.bad or len(edition.findings) > len(done.findings):
            return None
        for name, data in wish.report(done.findings, done.stories):
            edition.write(f"report/{name}", data, journal.ASSET, hashlib.sha256(data).hexdigest())
        if not all(target in last.written for target in edition.entries):
            return None
        data = last.written.replaced(edition.entries)
        publish.write(folder, journal.NAME, data)
        publish.exchange(folder, wish.output)
        stand = journal.stand(wish.output, spare.folders)
        spare.give(folder, {*edition.entries, journal.NAME}, spare.folders, stand)
    stock.save()
    ground, _, families, planned, stories = last.said
    _write(wish, (ground, digest_of(data), families, planned, stories))
    made = Counter(step.family for step in stale)
    counts = tuple(Count(family, made[family], every - made[family], 0) for family, every in planned)
    return replace(done, is_published=True, counts=counts, folders=spare.folders, stand=stand)


def keep(  # noqa: PLR0913, PLR0917 - what was planned, and what became of it
    wish: Wish,
    found: Survey,
    held: Collection[object],
    done: Done,
    shared: Shared,
    around: Neighbours,
    steps: Iterable[Step],
    entries: Mapping[str, journal.Entry],
) -> None:
    """Know an edition that was planned as a whole and published without any fault."""
    index = wish.memory.index
    if not done.is_published or not _is_plain(wish, found, held, done):
        return
    if any(entries[served(path)].digest != index.digest(path) for path in found.media):
        return  # one was written meanwhile
    many = Counter(step.cards[0].story for step in steps if step.cards)
    stories = tuple((name, own, many[name]) for name, own in _own(around).items())
    counts = tuple((count.family, count.made + count.kept) for count in done.counts if count.made + count.kept)
    data = (wish.output / journal.NAME).read_bytes()
    families = " ".join(sorted({entry.family for entry in entries.values()}))
    _write(wish, (_ground(wish, found, shared, around), digest_of(data), families, counts, stories))


def _write(wish: Wish, said: Said) -> None:
    wish.memory.store.keep(_name(wish), said)


def _name(wish: Wish) -> str:
    return f"{NAME}-{digest_of(os.fsencode(wish.output))[:16]}"


def _is_plain(wish: Wish, found: Survey, held: Collection[object], done: Done) -> bool:
    """Whether all stories are asked for, and nothing is wrong with any of them."""
    fail_on = wish.house.settings.check.fail_on
    is_faulty = any(each.severity >= fail_on for each in done.findings) or any(found.media.values())
    return not (held or wish.stories or wish.languages or wish.shard or done.failures or is_faulty)


def _ground(wish: Wish, found: Survey, shared: Shared, around: Neighbours) -> str:
    """The digest of all that files depend on beside the manuscripts and pictures of their own stories."""
    lines = [f"{name} {reached}" for name, reached in sorted(shared.keys.outputs.items())]
    lines += [" ".join(sorted(around.families)), " ".join(sorted(wish.families))]
    lines += [f"{target} {digest_of(data)}" for target, data in assets(shared.theme, wish.root, ())]
    lines += [f"{path} {wish.memory.index.digest(path)}" for path in sorted(found.media)]
    lines += [f"{card.path} {card.face}" for card in around.cards]
    return digest_of("\0".join(lines).encode("utf-8", "surrogatepass"))


def _own(around: Neighbours) -> dict[str, str]:
    """For each story the digest of its manuscripts and pictures: what they link follows from the manuscripts."""
    found: dict[str, list[str]] = {}
    for card in around.cards:
        shown = (f"{path} {around.picture(unquote(path))}" for path in card.pictures)
        found.setdefault(card.story, []).extend((card.path, card.digest, *shown))
    return {name: digest_of("\0".join(lines).encode("utf-8", "surrogatepass")) for name, lines in found.items()}
