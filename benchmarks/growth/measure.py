"""A pair -> what it costs: processor seconds of its check and of its pages and mails, and peak memory.

In: both manuscripts. Out: :class:`Cost`. Each is measured in a fork of its own of a process that has loaded everything,
so that nothing is remembered from the one before; told is the best of several.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from pipeline.build.plan.addresses import addresses
from pipeline.build.plan.outlines import Neighbours
from pipeline.build.plan.sheets import sheets, spread
from pipeline.build.prove.proof import proof
from pipeline.build.survey.families import FAMILIES
from pipeline.check import RULES, check
from pipeline.cli.project import open_project
from pipeline.library import Library, card_of
from pipeline.render import newsletter, web
from pipeline.render.theme import Theme

if TYPE_CHECKING:
    from benchmarks.corpus.make import Pair
    from pipeline.check import House
    from pipeline.render.output import Sheet

ROOT = Path(__file__).parents[2]
OUTPUTS = tuple(each for each in (*web.OUTPUTS, *newsletter.OUTPUTS) if each.scope in {"Sheet", "Spread"})
BRIEF = 0.5
"""Processor seconds below which a pair is measured several times."""
TIMES = 4


class Cost(NamedTuple):
    """Processor seconds of both articles of a pair, MiB of the process that has both."""

    check: float
    page: float
    peak: float


class OverLimitError(Exception):
    """The reader refuses the pair: there is nothing to be measured."""


@cache
def house() -> House:
    """The shipped publication."""
    return open_project(ROOT).house


def cost(pair: Pair) -> Cost:
    """The least of some measurements: what else the machine does only adds."""
    found = [_forked(pair)]
    while len(found) < TIMES and found[0].check + found[0].page < BRIEF:
        found.append(_forked(pair))
    return Cost(*(min(column) for column in zip(*found, strict=True)))


def _forked(pair: Pair) -> Cost:
    inlet, outlet = os.pipe()
    child = os.fork()
    if not child:
        found: object = "?"
        try:
            found = _measured(pair)
        except BaseException as error:  # noqa: BLE001 - told where it was asked for
            found = repr(error)
        os.write(outlet, json.dumps(found).encode())
        os._exit(0)
    os.close(outlet)
    with os.fdopen(inlet, encoding="utf-8") as file:
        told: list[float] | str = json.loads(file.read())
    os.waitpid(child, 0)
    if isinstance(told, str):
        raise OverLimitError(told)
    return Cost(*told)


def _measured(pair: Pair) -> Cost:
    with TemporaryDirectory() as name:
        root = Path(name)
        for language, text in zip(("de", "en"), pair, strict=True):
            (root / "content" / language).mkdir(parents=True)
            (root / "content" / language / "x.md").write_text(text, "utf-8")
        used = house().settings
        start = time.process_time()
        library = Library(root, used)
        story = library.story("x")
        check(story, house(), RULES)
        checked = time.process_time()
        faults = [fault for reading in story.readings for fault in reading.faults if "over-limit" in fault.rule]
        if faults or not story.translations:
            message = str(faults[0].remark.message if faults else "no translation")
            raise OverLimitError(message)
        cards = tuple(card_of(article, house().concepts) for article in story.articles)
        near = Neighbours(cards, addresses(used), frozenset(FAMILIES), used, lambda _: None)
        _pages(sheets("x", library, near), Theme(used))
        made = time.process_time()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform == "linux" else 2**20)
    return Cost(checked - start, made - checked, peak)


def _pages(row: tuple[Sheet, ...], theme: Theme) -> None:
    """Everything that a build makes of a story but PDFs, held against the articles."""
    for sheet in row:
        made = {
            f"{each.name}{Path(each.pattern).suffix}": each(sheet, theme).data
            for each in OUTPUTS
            if each.scope == "Sheet"
        }
        proof(sheet, made)
    for each in OUTPUTS:
        if each.scope == "Spread":
            each(spread(*row), theme)
