"""How long a reader needs.

In: a number of words. Out: minutes, the same on page, paper and in mails.
"""

from __future__ import annotations

WORDS_A_MINUTE = 220
"""Between what adults read of German and of English in silence: about 238 words of English non-fiction a minute
(Brysbaert 2019, a review of 190 studies), of German fewer, as its words are longer."""


def minutes(words: int) -> int:
    """Minutes of reading, at least one."""
    return max(1, round(words / WORDS_A_MINUTE))
