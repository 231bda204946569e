"""Tables on paper: type grows smaller before a word or a figure is broken."""

from __future__ import annotations

import re

import pytest

from pipeline.render.pdf.tables import HALF, WHOLE, fitted, is_wider


def table(head: list[str], *rows: list[str]) -> str:
    """The HTML of a table whose columns but the first are figures."""
    top = "".join(f'<th scope="col">{cell}</th>' for cell in head)
    body = "".join("<tr>" + "".join(f'<td class="right">{cell}</td>' for cell in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"


YEARS = table(["Posten", *(f"Transporter {year}" for year in range(2020, 2027))], ["Wartung", *["39.999,99 €"] * 7])
SMALL = table(["Posten", "2025"], ["Wartung", "410,00 €"])


@pytest.mark.parametrize(("columns", "size"), [(2, "plain"), (7, "plain"), (8, "tight"), (9, "tightest")])
def test_type_grows_smaller_with_the_columns(columns: int, size: str) -> None:
    """A table has the largest type that breaks no word."""
    made = fitted(table(["Posten"] * columns, ["39.999,99"] * columns))
    assert f'<table class="{size}">' in made
    assert "long" not in made


@pytest.mark.parametrize("figure", ["72,5 %", "5.900,00", "12,50 €", "≈ 3 km", "+4"])
def test_a_figure_stays_with_its_unit(figure: str) -> None:
    """A cell that is a figure stands on one line."""
    assert f'<span class="unbroken">{figure}</span></td>' in fitted(table(["A", "B"], ["x", figure]))


def test_the_longest_words_break_first() -> None:
    """Where no type holds a table, the words of the widest column may break, and figures stay whole."""
    word = "Rechtsschutzversicherungsgesellschaften" * 3
    made = fitted(table(["Posten", *["Jahr"] * 6], [word, *["39.999,99"] * 6]))
    assert re.findall(r'<span class="long">(.*?)</span>', made) == [word]
    assert made.count('<span class="unbroken">39.999,99</span>') == 6


def test_figures_break_where_nothing_else_helps() -> None:
    """Forty columns of long figures: nothing leaves the paper."""
    assert '<span class="long">39.999.999,99</span>' in fitted(table(["A"] * 40, ["39.999.999,99"] * 40))


def test_half_a_sheet_holds_small_tables_alone() -> None:
    """A wide table takes both halves of the parallel edition."""
    assert [is_wider(SMALL), is_wider(YEARS)] == [False, True]
    assert '<table class="tightest">' not in fitted(SMALL, HALF) + fitted(SMALL, WHOLE)


def test_a_fitted_table_stays() -> None:
    """Fitting twice is fitting once."""
    assert fitted(fitted(YEARS, WHOLE)) == fitted(YEARS, WHOLE)
