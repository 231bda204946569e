"""What an article says anywhere, asked as names ask it."""

from __future__ import annotations

import pytest

from pipeline.check.rules.terms.known import LONG, Known
from pipeline.model import Language
from tests.stories import story


@pytest.mark.parametrize("size", [40, LONG])
def test_a_word_is_found_as_a_part_of_another_in_short_and_long_articles_alike(size: int) -> None:
    """Long articles are asked for pieces of a word first, which must change no answer."""
    others = "\n\n".join(" ".join(f"Wort{row}x{number:04}" for number in range(100)) for row in range(size // 1000))
    (article,) = story(f"Der Kalmorenwald bei Uhl.\n\n{others}\n").articles
    known = Known.of(article)
    assert bool(known.pieces) == (size == LONG)
    for word in ("Kalmoren", "Kalmorenwald", "morenwalds", "lmoren", "Uhl", "Uh", "wald"):
        assert known.has(word, Language.DE), word
    for word in ("Malmoren", "morenwalt", "morenw0", "Uhlx", "Xq"):
        assert not known.has(word, Language.DE), word
