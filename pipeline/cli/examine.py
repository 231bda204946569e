"""Stories -> findings, on all cores where there are many.

In: the names of stories with their manuscripts. Out: :class:`Examined`, what was found and the texts it stands in.
"""

from __future__ import annotations

import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from ..check import RULES, check
from ..library import card_of, story_of
from ..model import Language
from ..read import read

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from ..check import House, Rule
    from ..findings import Finding
    from ..library import Story
    from ..model import Card
    from ..read.reading import Reading

MANY = 40
"""From this many stories on a second process is worth its start."""


@dataclass(frozen=True, slots=True)
class Examined:
    """The findings of a story, its cards, and the texts of its manuscripts where there are findings."""

    findings: tuple[Finding, ...]
    texts: tuple[tuple[str, str], ...]
    cards: tuple[Card, ...]


def examine(
    root: Path, stories: Mapping[str, Sequence[str]], house: House, rules: Sequence[Rule], given: Mapping[str, bytes]
) -> Iterable[Examined]:
    """The findings of stories, in their order; ``given`` has bytes that stand for a file's (standard input)."""
    work = partial(_examine, root, house, [rule.name for rule in rules], dict(given))
    workers = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if len(stories) < MANY or workers == 1:
        yield from map(work, stories.items())
        return
    context = multiprocessing.get_context("fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn")
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        yield from pool.map(work, stories.items(), chunksize=8)


def read_story(
    root: Path, name: str, paths: Iterable[str], house: House, given: Mapping[str, bytes] | None = None
) -> Story:
    """A story as its files are now."""
    settings = house.settings
    readings = []
    for path in paths:
        language = Language(path.split("/")[1])
        data = (given or {}).get(path)
        readings.append(read(path, (root / path).read_bytes() if data is None else data, name, language, settings))
    return story_of(name, readings, settings.publication.original)


def _examine(
    root: Path, house: House, rules: Sequence[str], given: Mapping[str, bytes], story: tuple[str, Sequence[str]]
) -> Examined:
    name, paths = story
    chosen = [rule for rule in RULES if rule.name in set(rules)]
    whole = read_story(root, name, paths, house, given)
    found = check(whole, house, chosen)
    cards = tuple(card_of(article, house.concepts) for article in whole.articles)
    return Examined(found, tuple(_texts(whole.readings)) if found else (), cards)


def _texts(readings: Iterable[Reading]) -> Iterable[tuple[str, str]]:
    return ((each.path, each.article.manuscript.text) for each in readings if each.article)
