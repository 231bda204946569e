"""What holds for every rule."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pipeline.check import FAMILIES, RULES
from pipeline.check.told.selection import means, unknown
from pipeline.read import FAULTS
from pipeline.wording import translated

if TYPE_CHECKING:
    from pipeline.check import Rule

FOLDER = Path(__file__).parent.parent.parent / "pipeline" / "check" / "rules"
SCOPES = {"Reading", "Article", "Translation", "Story", "Claims", "Allowance", "Medium"}


def test_every_family_applies() -> None:
    """Each module of rules is among the families."""
    names = {path.stem for path in FOLDER.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    assert {family.__name__.rpartition(".")[2] for family in FAMILIES} == names - {"__init__"}


def test_every_fault_of_the_reader_is_explained() -> None:
    """What the reader notes has a rule of the same name, so that it can be explained, selected and allowed."""
    assert set(FAULTS) <= {rule.name for rule in RULES}


def test_names_are_unique() -> None:
    """No two rules share a name."""
    assert len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_rule(rule: object) -> None:
    """A name can stand behind “allow”; a scope is one that the engine knows."""
    assert re.fullmatch(r"[a-z]+/[a-z0-9-]+", getattr(rule, "name", ""))
    assert getattr(rule, "scope", "") in SCOPES


@pytest.mark.parametrize(
    ("pattern", "name", "meant"),
    [
        ("parity/list-shape", "parity/list-shape", True),
        ("parity", "parity/list-shape", True),
        ("parity/*", "parity/list-shape", True),
        ("*/missing", "sources/missing", True),
        ("all", "sources/missing", True),
        ("par", "parity/list-shape", False),
        ("parity/list", "parity/list-shape", False),
    ],
)
def test_patterns(pattern: str, name: str, *, meant: bool) -> None:
    """A pattern means a rule by its name, its family, a wildcard, or ``all``."""
    assert means(pattern, name) is meant


def test_unknown_patterns() -> None:
    """A pattern that means no rule is named."""
    assert unknown(("parity", "sources/*", "nonsense", "parity/nonsense"), RULES) == ("nonsense", "parity/nonsense")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_says_why_and_how_to_repair(rule: Rule) -> None:
    """Every rule says why it is there and how its findings are mended; the repair is a sentence, in German too."""
    assert rule.why
    assert rule.repair.endswith(".")
    assert len(rule.repair) < 200
    german = translated(rule.repair, "de")
    assert german != rule.repair
    assert german.endswith(".")
    assert not re.search(r"\b(?:du|dein\w*|Sie|Ihr\w*)\b", german)
