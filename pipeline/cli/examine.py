"""Stories -> findings, on all cores where there are many.

In: the names of stories with their manuscripts. Out: :class:`Examined`, what was found in each.
"""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from ..check import RULES, check
from ..check.claims import claims_of
from ..check.selection import selected
from ..errors import UsageError
from ..findings import Message
from ..library import card_of, story_of
from ..model import Language, Span
from ..read import read

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from ..check import House
    from ..check.claims import Claims
    from ..findings import Finding
    from ..library import Story

MANY = 40
"""From this many stories on a second process is worth its start."""


@dataclass(frozen=True, slots=True)
class Examined:
    """The findings of a story, what its articles claim, and the digests of the bytes that were read."""

    name: str
    findings: tuple[Finding, ...]
    claims: Claims
    digests: tuple[tuple[str, str], ...]


def examine(
    root: Path, stories: Mapping[str, Sequence[str]], house: House, given: Mapping[str, bytes]
) -> Iterable[Examined]:
    """The findings of stories, in their order; ``given`` has bytes that stand for a file's (standard input)."""
    work = partial(_examine, root, house, dict(given))
    workers = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if len(stories) < MANY or workers == 1:
        yield from map(work, stories.items())
        return
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        yield from pool.map(work, stories.items(), chunksize=8)


def read_story(
    root: Path, name: str, paths: Iterable[str], house: House, given: Mapping[str, bytes] | None = None
) -> Story:
    """A story as its files are now, or as ``given``."""
    return _story(name, _data(root, paths, given or {}), house)


def _examine(root: Path, house: House, given: Mapping[str, bytes], story: tuple[str, Sequence[str]]) -> Examined:
    name, paths = story
    data = _data(root, paths, given)
    whole = _story(name, data, house)
    found = check(whole, house, selected(RULES, house.settings.check))
    claims = claims_of(card_of(article, house.concepts) for article in whole.articles)
    digests = tuple((path, hashlib.sha256(each).hexdigest()) for path, each in data.items())
    return Examined(name, found, claims, digests)


def _data(root: Path, paths: Iterable[str], given: Mapping[str, bytes]) -> dict[str, bytes]:
    return {path: given[path] if path in given else _bytes(root, path) for path in paths}


def _bytes(root: Path, path: str) -> bytes:
    try:
        return (root / path).read_bytes()
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise UsageError(Message("this file cannot be read: {why}", (("why", why),)), Span(path, 1)) from None


def _story(name: str, data: Mapping[str, bytes], house: House) -> Story:
    settings = house.settings
    readings = [read(path, each, name, Language(path.split("/")[1]), settings) for path, each in data.items()]
    return story_of(name, readings, settings.publication.original)
