"""check/rules/omission/usual.py: what answers a sentence that was cut or joined."""

from __future__ import annotations

import pytest

from pipeline.check.rules.omission.usual import told
from tests.stories import story

WHOLE = (
    "Das Laufwerk hängt nur der Benutzer aus, der es eingehängt hat. Eine Ausnahme gilt, wenn der Besitzer wechselt."
)


@pytest.mark.parametrize(
    ("english", "is_part"),
    [
        ("The drive is unmounted only by the user who mounted it unless the owner changes by exception.", True),
        ("The drive is unmounted only by the user who mounted it.", False),
    ],
)
def test_a_sentence_may_be_a_clause_of_another(english: str, is_part: bool) -> None:  # noqa: FBT001 - what is expected
    """It answers words of a sentence that no other sentence of its block answers."""
    (pair,) = story(f"{WHOLE}\n", f"{english}\n").translations
    (block,) = told(pair)
    assert block.is_part(1, (1,)) is is_part
