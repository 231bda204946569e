"""The benchmark of checks: its page tells what it has, and each change of its own can be made."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest

from benchmarks.checks import order
from benchmarks.checks.__main__ import FAULTS
from benchmarks.checks.harmless import HARMLESS
from benchmarks.checks.page import Page

if TYPE_CHECKING:
    from benchmarks.checks.kind import Kind

ROOT = Path(__file__).parents[2]
PAGE = """---
title: A title
---

## What comes first

1. Save the **whole file** under a new name – see the [manual](https://example.org/manual).
2. Close it.

## What comes second

> It worked.

| Name | Value |
|---|---|
| One | 1 |
| Two | 2 |

Proving
:   The dough rests.

Seam
:   The join below.

## What comes third

A paragraph of some length that says something – at least as long as the others – about what comes third in this text.

## Conclusion: Enough

It works.

## Find out more

Ask us.

## Sources

- GNU: Manual (https://example.org/manual)
"""


def test_page_counts_the_kinds() -> None:
    """The page on the benchmark says how many kinds there are."""
    page = (ROOT / "docs" / "checks-benchmark.md").read_text(encoding="utf-8")
    assert f"in {len(FAULTS)} kinds of fault and\n{len(HARMLESS)} kinds of harmless change" in page


def test_kinds_have_names_of_their_own() -> None:
    """No two kinds share a name: the floor holds one rate for each."""
    names = [kind.name for kind in (*FAULTS, *HARMLESS)]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("kind", order.FAULTS, ids=lambda kind: kind.name)
def test_change_is_made(kind: Kind) -> None:
    """Each fault of order, form and marks changes a page that has what it needs, and nothing of its front matter."""
    changed = kind.change(Page.of(PAGE), Page.of(PAGE), Random(1))  # noqa: S311 - repeatable, not secret
    assert changed is not None
    assert changed != PAGE
    assert changed.startswith(PAGE[:20])
