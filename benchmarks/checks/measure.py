"""How many faults are found, and how many harmless changes are blamed.

In: pairs of manuscripts, kinds of change. Out: :class:`Score` of each kind.

A fault is found if the changed pair has a finding, by one of the rules that its kind names, that the unchanged pair
does not have. A harmless change is blamed for every new finding of severity warning or error.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from pipeline.check import House, check
from pipeline.config import load
from pipeline.findings import Severity
from pipeline.library import story_of
from pipeline.model import Language
from pipeline.read import read
from pipeline.vocabulary import concepts, glossary

from .page import Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pipeline.findings import Finding
    from pipeline.model import Article
    from pipeline.read import Reading

    from .kind import Kind

ROUNDS = 5
ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Pair:
    """Two manuscripts of one story, and what is found in them as they are."""

    name: str
    original: str
    translation: str
    reading: Reading
    findings: tuple[Finding, ...]


@dataclass
class Score:
    """Of a kind: how often it was tried and found, or blamed; and what was missed, or said."""

    kind: Kind
    tried: int = 0
    found: int = 0
    errors: int = 0
    warnings: int = 0
    missed: list[str] = field(default_factory=list)

    @property
    def rate(self) -> float:
        """The share that was found; of a harmless kind the share with no error."""
        hits = self.found if self.kind.rules else self.tried - self.errors
        return hits / self.tried if self.tried else 1.0


def house() -> House:
    """The shipped publication's settings, glossary and concepts."""
    text = {name: (ROOT / name).read_text(encoding="utf-8") for name in ("zweiblatt.toml", "hashtags.toml")}
    return House(
        settings=load(text["zweiblatt.toml"], "zweiblatt.toml"),
        glossary=glossary.Glossary(),
        concepts=concepts.load(text["hashtags.toml"], "hashtags.toml"),
        today=dt.date(2025, 3, 10),
    )


def pairs(folder: Path, rules: House) -> Iterable[Pair]:
    """The pairs of a folder with ``de/`` and ``en/``."""
    for path in sorted((folder / "de").rglob("*.md")):
        name = path.relative_to(folder / "de").as_posix()
        other = folder / "en" / name
        if other.exists():
            original, translation = (each.read_text(encoding="utf-8-sig") for each in (path, other))
            reading = _read(original, name, Language.DE, rules)
            yield Pair(name, original, translation, reading, findings(reading, translation, name, rules))


def couples(among: Iterable[Pair], rules: House) -> Iterable[tuple[Article, Article]]:
    """The articles of the pairs."""
    for pair in among:
        sides = pair.reading.article, _read(pair.translation, pair.name, Language.EN, rules).article
        if sides[0] and sides[1]:
            yield sides[0], sides[1]


def findings(original: Reading, translation: str, name: str, rules: House) -> tuple[Finding, ...]:
    """What is found in a pair."""
    story = story_of(name, (original, _read(translation, name, Language.EN, rules)), Language.DE)
    return check(story, rules)


def _read(text: str, name: str, language: Language, rules: House) -> Reading:
    return read(f"content/{language}/{name}", text.encode(), name.removesuffix(".md"), language, rules.settings)


def measure(kind: Kind, among: Sequence[Pair], rules: House, limit: int, seed: int = 1) -> Score:
    """Try a kind on up to ``limit`` pairs where it can be made.

    A pair that has such a fault already is left out: making it again may mend it.
    """
    score = Score(kind)
    seen: set[str] = set()
    dice = Random(f"{kind.name} {seed}")  # noqa: S311 - repeatable, not secret
    blind = {*kind.rules, "parity/missing-section", "parity/extra-section"} if kind.rules else set()
    sound = [pair for pair in among if not blind & {finding.rule for finding in pair.findings}]
    for pair in _rounds(sound, dice):
        if score.tried >= limit:
            break
        changed = kind.change(Page.of(pair.translation), Page.of(pair.original), dice)
        if changed is None or changed in seen or changed == pair.translation:
            continue
        seen.add(changed)
        score.tried += 1
        new = _new(pair.findings, findings(pair.reading, changed, pair.name, rules))
        _judge(score, new, pair.name)
    return score


def _rounds(among: Sequence[Pair], dice: Random) -> Iterable[Pair]:
    """Each pair a few times: few articles give many places."""
    for _ in range(ROUNDS):
        yield from dice.sample(among, len(among))


def _judge(score: Score, new: Sequence[Finding], name: str) -> None:
    if score.kind.rules:
        hit = any(finding.rule in score.kind.rules for finding in new)
        score.found += hit
        if not hit:
            score.missed.append(f"{name}: {', '.join(sorted({finding.rule for finding in new})) or 'nothing new'}")
        return
    score.errors += any(finding.severity is Severity.ERROR for finding in new)
    score.warnings += any(finding.severity is Severity.WARNING for finding in new)
    score.missed.extend(
        f"{name}: {finding.at.line} {finding.severity.label} {finding.rule}: {finding.message}"
        for finding in new
        if finding.severity > Severity.INFO
    )


def _new(before: Iterable[Finding], after: Iterable[Finding]) -> list[Finding]:
    """Findings that were not there before; their lines may have moved."""
    known = Counter((finding.rule, finding.severity, str(finding.message)) for finding in before)
    new = []
    for finding in after:
        key = finding.rule, finding.severity, str(finding.message)
        if known[key]:
            known[key] -= 1
        else:
            new.append(finding)
    return new
