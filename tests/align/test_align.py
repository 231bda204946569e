"""align/__init__.py: which section and block answers which."""

from __future__ import annotations

from pipeline.align import align
from pipeline.model import Language
from tests.articles import article, with_sections

DE = """Forscher der Universität Wien prüfen offene Modelle.

## Nutzen

Offene Modelle senken die Kosten um 40 Prozent. Das sagt auch Anna Berger von der Universität Wien, die es gemessen hat.

Sie laufen auf einem Rechner im Keller.

## Risiken

Missbrauch bleibt möglich: Die Behörde zählte 2024 über 300 Fälle von Betrug.

- Betrug
- Spam

## Fazit

Abwarten.
"""
EN = """Researchers at the University of Vienna examine open models.

## Benefits

Open models lower the cost by 40 per cent. That is what Anna Berger of the University of Vienna says, who measured it.

They run on a computer in the basement.

## Risks

Misuse remains possible: the authority counted more than 300 cases of fraud in 2024.

- Fraud
- Spam

## Conclusion

Wait and see.
"""
ORIGINAL, TRANSLATION = article(DE, Language.DE), article(EN, Language.EN)


def titles(text: str) -> list[tuple[str, str, bool]]:
    """The pairs of headings for an English text, and whether each was moved."""
    pairs = align(ORIGINAL, article(text, Language.EN)).pairs
    return [
        (pair.original.title if pair.original else "", pair.translation.title if pair.translation else "", pair.moved)
        for pair in pairs
    ][1:]


def test_faithful_translation() -> None:
    """Every section and block of a faithful translation is answered, in order."""
    alignment = align(ORIGINAL, TRANSLATION)

    assert [(a.title, b.title) for a, b, _ in alignment.both] == [
        ("", ""),
        ("Nutzen", "Benefits"),
        ("Risiken", "Risks"),
        ("Fazit", "Conclusion"),
    ]
    assert all(len(each.original) == len(each.translation) == 1 for _, _, pairs in alignment.both for each in pairs)


def test_the_same_article() -> None:
    """An article aligned with itself has no gap and no move."""
    alignment = align(ORIGINAL, ORIGINAL)

    assert all(pair.original is pair.translation and not pair.moved for pair in alignment.pairs)


def test_missing_section() -> None:
    """A section that is lost stands beside a gap; its neighbours keep their partners."""
    text = EN.replace(EN[EN.index("## Risks") : EN.index("## Conclusion")], "")

    assert titles(text) == [("Nutzen", "Benefits", False), ("Risiken", "", False), ("Fazit", "Conclusion", False)]


def test_extra_section() -> None:
    """A section that is new stands beside a gap, behind what stands before it."""
    text = EN.replace("## Conclusion", "## Gardening\n\nTomatoes want sun and water.\n\n## Conclusion")

    assert ("", "Gardening", False) in titles(text)
    assert titles(text).index(("", "Gardening", False)) == 2


def test_exchanged_sections() -> None:
    """Of two neighbours in the wrong order one was moved, and both keep their partners."""
    first, second, end = EN.index("## Benefits"), EN.index("## Risks"), EN.index("## Conclusion")
    text = EN[:first] + EN[second:end] + EN[first:second] + EN[end:]

    assert sorted(titles(text)) == sorted(
        [
            ("Nutzen", "Benefits", titles(text)[0][2]),
            ("Risiken", "Risks", titles(text)[1][2]),
            ("Fazit", "Conclusion", False),
        ]
    )
    assert sum(moved for _, _, moved in titles(text)) == 1


def test_ids_win() -> None:
    """The same explicit id in both languages is trusted more than content and place."""
    german = (
        "## Eins {#b}\n\nOffene Modelle senken die Kosten um 40 Prozent.\n\n## Zwei {#a}\n\nBetrug mit 300 Fällen.\n"
    )
    english = "## Two {#a}\n\nOpen models lower the cost by 40 per cent.\n\n## One {#b}\n\nFraud with 300 cases.\n"
    alignment = align(article(german, Language.DE), article(english, Language.EN))

    assert all(a.id == b.id for a, b, _ in alignment.both if a.id_is_explicit)
    assert len(alignment.both) == 3


def test_split_paragraph() -> None:
    """A paragraph that became two is answered by both."""
    text = EN.replace("40 per cent. That", "40 per cent.\n\nThat")
    pairs = align(ORIGINAL, article(text, Language.EN)).pairs[1].blocks

    assert [(len(each.original), len(each.translation)) for each in pairs] == [(1, 2), (1, 1)]


def test_joined_paragraphs() -> None:
    """Two paragraphs that became one are answered by it."""
    text = EN.replace("measured it.\n\nThey", "measured it. They")
    pairs = align(ORIGINAL, article(text, Language.EN)).pairs[1].blocks

    assert [(len(each.original), len(each.translation)) for each in pairs] == [(2, 1)]


def test_missing_block() -> None:
    """A block that is lost stands beside a gap."""
    text = EN.replace("They run on a computer in the basement.\n\n", "")
    pairs = align(ORIGINAL, article(text, Language.EN)).pairs[1].blocks

    assert [(len(each.original), len(each.translation)) for each in pairs] == [(1, 1), (1, 0)]


def test_empty_articles() -> None:
    """An article without sections can be aligned with any."""
    empty = with_sections(TRANSLATION, ())

    assert align(ORIGINAL, empty).only_in_original == ORIGINAL.sections
    assert align(with_sections(ORIGINAL, ()), TRANSLATION).only_in_translation == TRANSLATION.sections
    assert align(with_sections(ORIGINAL, ()), empty).pairs == ()
