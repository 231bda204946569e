"""Rules over what was read: a story -> findings.

In: a :class:`~pipeline.library.Story` (or the cards of all), the :class:`House` with settings, glossary, concepts and
today. Out: findings, without those that comments and settings suppress, in a stable order.

``compared``   the texts of an article, each with its place    ``rule``    what a rule is
``answering``  what of them answers what, below the blocks     ``rules/``  one module or package for each family
``actors``     who does what to whom                           ``told``    remarks -> findings that are told
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..findings import Severity
from ..reading import Medium
from .claims import claims_of
from .rule import House, Rule
from .rules import (
    dates,
    hashtags,
    language,
    links,
    markup,
    meaning,
    media,
    meta,
    newsletter,
    numbers,
    omission,
    outputs,
    parity,
    publication,
    questions,
    sources,
    story,
    style,
    terms,
)
from .rules import stub as stub_rules
from .rules import suppression as suppression_rules
from .told.echoes import without_echoes
from .told.finding import findings, order
from .told.selection import ignored, selected
from .told.stub import with_stub
from .told.suppression import suppress

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ..findings import Fault, Finding
    from ..library import Story
    from ..model import Card
    from .claims import Claims
    from .told.finding import Noted

__all__ = ["FAMILIES", "RULES", "House", "Rule", "check", "check_cards", "check_claims", "check_media"]

FAMILIES = (
    story,
    publication,
    parity,
    questions,
    sources,
    hashtags,
    numbers,
    dates,
    language,
    omission,
    meaning,
    terms,
    style,
    markup,
    meta,
    links,
    media,
    newsletter,
    outputs,
    stub_rules,
    suppression_rules,
)
"""The modules whose rules there are, in the order in which documentation lists them."""

RULES: tuple[Rule, ...] = tuple(
    sorted(
        (each for family in FAMILIES for each in vars(family).values() if isinstance(each, Rule)),
        key=lambda each: each.name,
    )
)


def check(story: Story, house: House, rules: Sequence[Rule] | None = None) -> tuple[Finding, ...]:
    """The findings of a story: everything that the rules say and nobody allowed.

    ``rules`` are those that the settings select, unless given.
    """
    rules = selected(RULES, house.settings.check) if rules is None else rules
    found = without_echoes(findings(_noted(story, house, rules), story.articles), story.articles)
    kept, allowances = suppress(
        found, story.articles, house.today, [rule.name for rule in rules], [rule.name for rule in RULES]
    )
    about = [
        (rule.name, rule.severity, remark)
        for allowance in allowances
        for rule in _of(rules, "Allowance")
        for remark in rule(allowance, house)
    ]
    every = (*(with_stub(each, story.translations) for each in kept), *findings(about, story.articles))
    return tuple(sorted((each for each in every if not _is_ignored(each, house)), key=order))


def check_cards(cards: Iterable[Card], house: House, rules: Sequence[Rule] | None = None) -> tuple[Finding, ...]:
    """The findings about all stories together, such as two that claim one address."""
    return check_claims(claims_of(cards), house, rules)


def check_claims(claims: Claims, house: House, rules: Sequence[Rule] | None = None) -> tuple[Finding, ...]:
    """The same, of what the articles claim."""
    return _of_values("Claims", (claims,), house, rules)


def check_media(
    media: Mapping[str, tuple[Fault, ...]], house: House, rules: Sequence[Rule] | None = None
) -> tuple[Finding, ...]:
    """The findings about files of ``content/media/``, by their paths and faults."""
    return _of_values("Medium", (Medium(path, faults) for path, faults in media.items()), house, rules)


def _of_values(scope: str, values: Iterable[object], house: House, rules: Sequence[Rule] | None) -> tuple[Finding, ...]:
    """What the rules of a scope say of its values, where no article is at hand that could allow it."""
    chosen = _of(selected(RULES, house.settings.check) if rules is None else rules, scope)
    noted = [(rule.name, rule.severity, remark) for value in values for rule in chosen for remark in rule(value, house)]
    return tuple(each for each in findings(noted, ()) if not _is_ignored(each, house))


def _noted(story: Story, house: House, rules: Sequence[Rule]) -> Iterator[Noted]:
    values = {
        "Reading": story.readings,
        "Article": story.articles,
        "Translation": story.translations,
        "Story": (story,),
    }
    for scope, each in values.items():
        for rule in _of(rules, scope):
            for value in each:
                for remark in rule(value, house):
                    yield rule.name, rule.severity, remark
    known = {rule.name for rule in RULES}
    for reading in story.readings:
        for fault in reading.faults:
            if fault.rule not in known:  # nothing that the reader noticed is swallowed
                yield fault.rule, Severity.ERROR, fault.remark


def _of(rules: Iterable[Rule], scope: str) -> tuple[Rule, ...]:
    return tuple(rule for rule in rules if rule.scope == scope)


def _is_ignored(finding: Finding, house: House) -> bool:
    return ignored(finding.rule, finding.at.path, house.settings.check)
