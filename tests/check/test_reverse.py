"""A publication whose original is English: what holds of a translation holds of a German one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.check import check
from pipeline.config import Settings
from pipeline.model import Language
from tests import stories

SETTINGS = replace(Settings(), publication=replace(Settings().publication, original=Language.EN))
EN = """In 2024 the company sold 3.5 million phones, 12 % more than the year before.

## What the CEO expects

The CEO of Halm Systems expects AI to change the business. The UK remains the largest market, the US comes second.

- The new factory costs about €2.5 billion.
- It opens on 3 March 2026.

Nobody in the company wants to comment on the plans of its competitors before the end of the year.
"""
DE = """Im Jahr 2024 verkaufte das Unternehmen 3,5 Millionen Telefone, 12 % mehr als im Jahr davor.

## Was der Chef erwartet

Der Chef von Halm Systems glaubt, dass KI das Geschäft verändert. Großbritannien bleibt der größte Markt vor den USA.

- Die neue Fabrik kostet rund 2,5 Milliarden Euro.
- Sie wird am 3. März 2026 eröffnet.

Niemand im Unternehmen will vor dem Jahresende etwas zu den Plänen der Konkurrenz sagen.
"""


def found(german: str) -> set[str]:
    """The rules of what is found in a German translation."""
    made = stories.story(german, EN, SETTINGS)
    return {finding.rule for finding in check(made, stories.house(SETTINGS))}


def test_faithful() -> None:
    """A faithful translation has no finding: acronyms are answered in this direction too."""
    assert not found(DE)


@pytest.mark.parametrize(
    ("said", "wrong", "rule"),
    [
        ("3,5 Millionen", "3,7 Millionen", "numbers/changed"),
        ("12 %", "12 Prozentpunkte", "numbers/percent-or-points"),
        ("2,5 Milliarden", "2,5 Billionen", "numbers/scale-differs"),
        ("2,5 Milliarden", "2.5 Milliarden", "numbers/wrong-format"),
        ("3. März", "3. Mai", "dates/changed"),
        ("Großbritannien bleibt", "Frankreich bleibt", "terms/name-missing"),
        ("- Sie wird am 3. März 2026 eröffnet.\n", "", "parity/list-shape"),
        (DE.splitlines()[-1], EN.splitlines()[-1], "language/wrong-language"),
        ("## Was der Chef erwartet", "## What the CEO expects", "language/untranslated"),
        ("\n## Was der Chef erwartet\n", "", "parity/missing-section"),
        (f"{DE.splitlines()[-1]}\n", "", "parity/missing-block"),
    ],
)
def test_faults(said: str, wrong: str, rule: str) -> None:
    """Each fault of a German translation is found."""
    assert rule in found(DE.replace(said, wrong))
