"""Numbers of a text, as sets of readings."""

from __future__ import annotations

from decimal import Decimal

import pytest
from babel.numbers import NumberFormatError, parse_decimal

from pipeline.check.rules.numbers.form import FORMS
from pipeline.facts.numbers.digits import readings
from pipeline.facts.numbers.numbers import numbers
from pipeline.model import Language

DE, EN = Language.DE, Language.EN


@pytest.mark.parametrize(
    ("written", "values"),
    [
        ("1.234", {"1234", "1.234"}),
        ("1,234", {"1234", "1.234"}),
        ("3,5", {"3.5"}),
        ("1.234.567", {"1234567"}),
        ("1.234,5", {"1234.5"}),
        ("1,234.5", {"1234.5"}),
        ("12\u202f000", {"12000"}),
        ("9'876", {"9876"}),
        ("22.04", {"22.04"}),
        ("1.1.1", set()),
        ("0,123", {"0.123"}),
    ],
)
def test_readings(written: str, values: set[str]) -> None:
    """Digits with separators mean all that either language can mean by them; a version means nothing."""
    assert readings(written) == {Decimal(value) for value in values}


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("2,5 Milliarden Euro", "€2.5 billion"),
        ("500 Mio. Euro", "500 million euros"),
        ("0,5 Mrd.", "500 million"),
        ("3 Billionen Dollar", "$3 trillion"),
        ("671B", "671B"),
        ("zwanzig", "twenty"),
        ("einundzwanzig", "twenty-one"),
        ("zweihundert", "two hundred"),
        ("eine halbe Milliarde", "half a billion"),
        ("3,5 %", "3.5 per cent"),
        ("16GB", "16 GB"),
        ("10.000 Tage", "10,000 days"),
    ],
)
def test_same_value(german: str, english: str) -> None:
    """What German and English say of one amount has a reading and a unit in common."""
    (mine,), (theirs,) = numbers(german, DE), numbers(english, EN)
    assert mine.readings & theirs.readings
    assert mine.unit == theirs.unit


@pytest.mark.parametrize(
    "text", ["am 21. Februar 2025", "um 18:30 Uhr", "https://example.org/2024/12", "127.0.0.1:8080"]
)
def test_no_numbers(text: str) -> None:
    """Dates, times and addresses are no numbers."""
    assert not numbers(text, DE)


def test_places() -> None:
    """A number knows where it stands, its unit included."""
    (number,) = numbers("Das kostet 500 Euro im Jahr.", DE)
    assert "Das kostet 500 Euro im Jahr."[number.start : number.end] == number.text == "500 Euro"


@pytest.mark.parametrize(
    ("text", "bound"), [("knapp 50", "under"), ("mindestens 50", "least"), ("rund 50", "about"), ("50", "")]
)
def test_bounds(text: str, bound: str) -> None:
    """„knapp 50“ is just under 50."""
    (number,) = numbers(text, DE)
    assert number.bound == bound


@pytest.mark.parametrize(
    "written", ["3,5", "3.5", "1.234", "1,234", "1.234.567", "1,234,567", "1234", "12,34", "1.23,4", "1,23.4"]
)
@pytest.mark.parametrize("locale", ["de", "en"])
def test_forms_are_those_of_babel(written: str, locale: str) -> None:
    """A number is well formed where Babel reads it strictly."""
    try:
        parse_decimal(written, locale=locale, strict=True)
        well = True
    except NumberFormatError:
        well = False
    assert bool(FORMS[locale].fullmatch(written)) is well
