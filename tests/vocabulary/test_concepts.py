"""vocabulary/concepts.py: which hashtag answers which."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import SettingsError
from pipeline.model import Language
from pipeline.vocabulary.concepts import load

TEXT = (
    '[artificial-intelligence]\nde = ["KI", "Künstlich"]\nen = ["AI"]\n\n[club-law]\nde = ["Vereinsrecht"]\nen = []\n'
)


def test_tags_of_a_concept() -> None:
    """Tags name their concept in each language, whatever their capitals; umlauts are spelled out."""
    concepts = load(TEXT, "hashtags.toml")

    assert concepts.concept("ki", Language.DE) == concepts.concept("AI", Language.EN) == "artificial-intelligence"
    assert concepts.concept("Kuenstlich", Language.DE) == "artificial-intelligence"
    assert concepts.concept("OpenSource", Language.DE) == concepts.concept("opensource", Language.EN)
    assert concepts.entries[1].of(Language.EN) == ()


def test_all_faults_at_once() -> None:
    """Every fault of the file is named with its line."""
    text = '[a]\nde = ["x y"]\nfr = []\n\n[b]\nde = 1\n\n[c]\nde = ["Eins"]\n\n[d]\nde = ["eins"]\n'
    with pytest.raises(SettingsError) as caught:
        load(text, "hashtags.toml")

    first, more = caught.value.at, [at for _, at in caught.value.more]
    assert first is not None
    assert [first.line, *(at.line for at in more if at)] == [2, 3, 6, 12]


def test_shipped_table() -> None:
    """The table that is shipped can be read."""
    path = Path(__file__).parents[2] / "hashtags.toml"

    assert load(path.read_text(encoding="utf-8"), path.name).entries
