"""A library -> what is known of all its stories: findings and cards, remembered where nothing has changed.

In: a library, a memory, which stories are wanted. Out: :class:`Survey`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ... import listing
from ...frozen import dataclass
from ...listing import CONTENT
from .wish import silent

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Mapping

    from ...findings import Fault, Finding, Severity
    from ...house import House
    from ...library import Library
    from ...listing import Manuscripts
    from ...model import Card
    from .memory import Memory
    from .wish import Wish


@dataclass(frozen=True, slots=True)
class Survey:
    """All stories: their manuscripts, the cards of their articles, the findings of those that were asked for.

    ``media`` are the files of ``content/media/`` that were looked at (all of them, or what those stories name), each
    with its faults.
    """

    manuscripts: Manuscripts
    cards: tuple[Card, ...]
    findings: tuple[Finding, ...]
    media: dict[str, tuple[Fault, ...]]

    def without(self, known: Container[str]) -> Survey:
        """The same, but for findings with these fingerprints."""
        return replace(self, findings=tuple(each for each in self.findings if each.fingerprint not in known))

    def told(self, wants: Callable[[str], bool]) -> Survey:
        """The same, but for findings in manuscripts of stories that nobody ``wants``."""
        others = {path for name, paths in self.manuscripts.items() if not wants(name) for path in paths}
        return replace(self, findings=tuple(each for each in self.findings if each.at.path not in others))

    def named(self, paths: Container[str]) -> Iterator[str]:
        """Files of ``content/media/`` that the articles of manuscripts name."""
        return (f"{CONTENT}/{file}" for card in self.cards if card.path in paths for file in card.files)


def survey(  # noqa: PLR0913 - what is looked at, and how
    library: Library,
    memory: Memory,
    house: House,
    *,
    wants: Callable[[str], bool] = bool,
    all_media: bool = False,
    jobs: int = 0,
    tell: Callable[[str, int, int], None] = silent,
) -> Survey:
    """Look at all stories; only those that have changed are read, only those that somebody ``wants`` are checked.

    So are the media that those name, or ``all_media``.
    """
    every = library.manuscripts
    cards = {name: memory.recall_cards(name, paths) for name, paths in every.items()}
    found = {name: memory.recall(name, paths) if wants(name) else () for name, paths in every.items()}
    fresh = {name: paths for name, paths in every.items() if cards[name] is None or found[name] is None}
    wanted = frozenset(name for name in fresh if wants(name))
    if fresh:
        from .examine import examine  # noqa: PLC0415 - reader and all rules, 0.2 s: only where something has changed

        for number, each in enumerate(examine(library, fresh, house, wanted=wanted, jobs=jobs), 1):
            tell("check", number, len(fresh))
            cards[each.name], found[each.name] = each.cards, each.findings or ()
            memory.remember(each.name, each)
    listed = tuple(card for row in cards.values() for card in row or ())
    is_whole = all(map(wants, every))
    together = memory.together(every, lambda: house) if is_whole else _of_cards(listed, house)
    media = memory.media(listing.media(library.root) if is_whole or all_media else memory.named(filter(wants, every)))
    memory.keep()
    memory.documents.clear()  # 16 KB a story, which nobody asks for again
    findings = (*(one for row in found.values() for one in row or ()), *together, *_of_media(media, house))
    return Survey(every, listed, findings, media)


def _of_cards(cards: Iterable[Card], house: House) -> tuple[Finding, ...]:
    """What is found about some stories together."""
    from ...check import check_cards  # noqa: PLC0415 - as above: not where all stories are known

    return check_cards(cards, house)


def _of_media(media: Mapping[str, tuple[Fault, ...]], house: House) -> tuple[Finding, ...]:
    """What is found of files of ``content/media/``: nothing of those without faults."""
    faulty = {path: faults for path, faults in media.items() if faults}
    if not faulty:
        return ()
    from ...check import check_media  # noqa: PLC0415 - as above: not where nothing is wrong

    return check_media(faulty, house)


def looked_at(library: Library, wish: Wish) -> tuple[Survey, frozenset[tuple[str, str]], int]:
    """What is found of what was asked for, which articles it holds back, and how many findings are known and left out.

    What one part of an edition leaves out no other may list: with ``--keep-going`` each of them checks all stories.
    """
    settings, is_part = wish.house.settings, bool(wish.shard)
    wants = bool if is_part and wish.keep_going else wish.wants
    every = survey(library, wish.memory, wish.house, wants=wants, all_media=is_part, jobs=wish.jobs, tell=wish.tell)
    found = every.without(wish.known)
    held = blocked(found, settings.check.fail_on, settings.publication.original)
    if wants is bool:
        every, found = every.told(wish.wants), found.told(wish.wants)
    return found, held, len(every.findings) - len(found.findings)


def blocked(survey: Survey, fail_on: Severity, original: str) -> frozenset[tuple[str, str]]:
    """The articles that findings keep back: a whole story, or its translation if the fault is there alone."""
    bad = {finding.at.path for finding in survey.findings if finding.severity >= fail_on}
    files = {path for path in survey.media if path in bad}
    bad |= {card.path for card in survey.cards if files & {f"{CONTENT}/{file}" for file in card.files}}
    held: set[tuple[str, str]] = set()
    for name, paths in survey.manuscripts.items() if bad else ():
        languages = {path: path.split("/")[1] for path in paths}
        hit = bad & set(paths)
        whole = any(languages[path] == original for path in hit)
        held |= {(name, languages[path]) for path in paths if whole or path in hit}
    return frozenset(held)
