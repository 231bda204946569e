"""Text -> the words in it that are right on one day alone: today, gestern, next week.

In: a text and its language. Out: the words, as matches. „von heute“ and “today’s” last, and so does „heute“ where it
says how things are these days.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...model import Language

if TYPE_CHECKING:
    from collections.abc import Iterator

RELATIVE = {
    Language.DE: re.compile(
        r"\b(?:[Hh]eute|[Gg]estern|[Vv]orgestern|morgen(?! früh\b)|"
        r"(?:letzte|vergangene|vorige|nächste|kommende)[nrs]? (?:Woche|Monat|Jahr)"
        r"(?! (?:des \w+s|im (?:Jan|Feb|März|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)\w*|vor)\b))\b"
    ),
    Language.EN: re.compile(
        r"\b(?:today|yesterday|tomorrow|(?:last|next) (?:week|month|year)(?! of\b))\b", re.IGNORECASE
    ),
}
OF_THE_DAY = re.compile(r"\b(?:heutig|gestrig|morgig|diesjährig|vorjährig)\w*|\bVorjahr\w*")
"""German adjectives that English says with such a word: „nach heutigem Stand“."""
LASTING = re.compile(
    r"\b(?:von|bis|ab|am|der|die|das) heute\b|\bvon gestern\b|\bheute als\b"
    r"|\bheute (?:noch|schon|bereits|auch)\b|\btoday[’']s\b"
    r"|\b(?:of|to|till|until|even|still|known) today\b",
    re.IGNORECASE,
)
NOWADAYS = re.compile(
    r"\b(?:ist|sind|gilt|gelten|[Kk]ann|[Kk]önnen|lässt|lassen|heißt|gehört|gehören)\b[^.!?]{0,80} heute$"
)
"""A verb that tells how things are, before „heute“: „ist heute eine gute Wahl“."""
STATE = re.compile(
    r" (?:gilt|gelten|(?:versag|leb|nutz|brauch|verbrauch|wirk|fehl|zähl|gehör|besteh|reich|wohn|produzier|führ|steh"
    r"|lieg|dien|umfass|betreib|zahl|verdien|nenn|spiel|beschäftig)(?:t|en)|arbeite[tn]|leite[tn]|bilde[tn]|ist|sind"
    r"|hat|haben|trägt|tragen|kostet|weiß|wissen|kennt|kennen|heißt|heißen|lässt|lassen|kann|können)\b"
)
"""The same behind „Heute“ at the beginning of a sentence: „Heute versagen selbst Reserveantibiotika“."""
ONCE = re.compile(
    r"\b(?:[Ff]rüher|[Dd]amals|[Ee]inst|Jahrhundert\w*|[Bb]is vor [Kk]urzem"
    r"|[Vv]or (?:\w+ ){1,3}(?:Jahr|Jahrzehnt)\w*)\b[^!?:]*$"
)
THAN_ONCE = re.compile(
    r"[^.!?;:]{0,80}\b(?:wie|als) (?:noch |im Jahr |vor |früher|damals)*(?:(?:1\d|20)\d\d\b|\w+ Jahr)"
)
"""How things were once, before „heute“ or behind it: „vor zehn Jahren noch … Heute …“, „doppelt so viel wie 2020“."""
ON_THE_DAY = re.compile(
    r" (?:um|früh|Morgen|Mittag|Abend|Nacht|Vormittag|Nachmittag)\b"
    r"|[^.!?,;:]* (?:(?!\w*gegen\b)\w*ge\w+(?:t|en)|\w+iert|worden|unterschrieben)\b"
)
"""What stands behind „heute“ where it is the day: an hour, or a verb in the perfect tense."""
PREFIX = re.compile(r"[^.!?,;:]* (?:an|ein|vor|statt|aus|ab|auf|zusammen|los|teil|in Kraft)(?=[.,;!?])")
"""The end of a clause on what happens once: „Heute führt die Stadt eine Abgabe ein.“"""
EVEN = re.compile(r"\b(?:schon|bereits|noch) heute$", re.IGNORECASE)
"""How it is even now: „schon heute fehlen 1.000 Fachkräfte“."""
BEFORE = 120
"""Characters in which the verb is looked for."""


def relative(text: str, language: Language) -> Iterator[re.Match[str]]:
    """The words of a text that are right on one day alone."""
    for found in RELATIVE[language].finditer(text):
        start, end = found.span()
        is_ahead = found[0] == "Heute" and STATE.match(text, end) and not PREFIX.match(text, end)
        before = text[max(0, start - BEFORE) : start]
        is_compared = found[0].lower() == "heute" and (ONCE.search(before) or THAN_ONCE.match(text, end))
        is_state = is_ahead or is_compared or NOWADAYS.search(before + found[0]) or EVEN.search(before + found[0])
        is_nowadays = is_state and not ON_THE_DAY.match(text, end)
        if not is_nowadays and not LASTING.search(text[max(0, start - 6) : end + 8]):
            yield found


def any_relative(text: str, language: Language) -> Iterator[re.Match[str]]:
    """The same, those that last, and what the other language says by one of them."""
    yield from RELATIVE[language].finditer(text)
    yield from OF_THE_DAY.finditer(text) if language is Language.DE else ()
