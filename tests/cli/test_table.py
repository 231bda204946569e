"""What a build says at its end."""

from __future__ import annotations

import pytest

from pipeline.build.done import Count, Done
from pipeline.cli import CHOSEN
from pipeline.cli.build import table


@pytest.mark.parametrize(
    ("language", "head"), [("en", ["made", "kept", "removed"]), ("de", ["neu", "gleich", "entfernt"])]
)
def test_table(language: str, head: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """The table has a line for each family and their sums, below words in the language of messages."""
    monkeypatch.setenv(CHOSEN, language)
    counts = (Count("web", 1, 20, 3), Count("pdf", 0, 7, 0))
    lines = table(Done((), 1, is_published=True, counts=counts))
    assert [line.split() for line in lines] == [head, ["web", "1", "20", "3"], ["pdf", "0", "7", "0"], ["1", "27", "3"]]
    assert len({len(line) for line in lines}) == 1
