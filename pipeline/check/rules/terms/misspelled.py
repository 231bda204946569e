"""A name that became one like it: Steinach is not Steinbach.

In: an original and its translation. Out: the name of the original, and a remark on the word that stands for it.

German and English spell many names otherwise, so spellings are compared after what both write in their own way is
folded away, and the endings taken off. Words that are alike then, and differ inside, are told where neither article
has the other one's.
"""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from ....facts.names.abroad import namesakes, places
from ....facts.names.apposed import apposed
from ....facts.names.names import first_names, plain
from ....facts.words.runs import Rare, row, runs
from ....vocabulary.terms import composed, is_english, is_entry
from ...answering.lines import lines
from .known import TRANSCRIBED, is_case, runs_of
from .stranger import word_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....model import Translation
    from ...rule import Remark

SHORTEST, LONG = 4, 8
"""Letters of a name, and of a word in small letters that may be one: a medicine, a chemical."""
LIKE, ALIKE = 0.7, 0.8
"""How like each other two spellings must be: where both articles have one of the names, and where each has its own."""
INSIDE, CORE = 2, 3
"""Letters that two spellings share at their beginning and at their end, and that are others between them at most."""
SAME_END, SAME_START = 2, 4
"""Letters at the end or at the beginning that both share as they are written."""
SURE = 5
"""Letters that they share at the beginning where the ends differ."""
SOUNDS = (
    *(("dsch", "j"), ("tsch", "ch"), ("tch", "ch"), ("sch", "sh"), ("zh", "sh"), ("kh", "ch"), ("ph", "f")),
    *(("th", "t"), ("gh", "g"), ("ts", "z"), ("tz", "z"), ("ks", "x"), ("ou", "u"), ("ae", "a"), ("oe", "o")),
    *(("ue", "u"), ("ie", "i")),
)
LETTERS = str.maketrans("kzsqjyvw", "cccciiuu")
DOUBLED = re.compile(r"(\w)\1+")
ENDING = re.compile(r"(?<=\w{3})(?:(?:ir)?ung|ing|e[nrcm]?|er[nc]|i?an|icch|ich|[cnai])$")
"""The endings of German and English after folding."""
COINED = ("in", "ol", "ab", "ib", "ir", "il", "um", "us", "is", "ax")
"""How words end that are called alike in both languages, though they are no names."""
ENDINGS = frozenset(
    [
        "s",
        "es",
        "e",
        "er",
        "ers",
        "ern",
        "ner",
        "n",
        "en",
        "in",
        "innen",
        "isch",
        "ische",
        "ischen",
        "ien",
        "ium",
        "us",
        "a",
        "ia",
    ]
)
"""What a name may have at its end that the one it is made of has not: Hamburger, of Hamburg."""
FORMANT = re.compile(
    r".{2,}(?:(?<!i)en|um|ow|itz|stedt|städt|st[aä]dt|burg|berg|furth?|felde?|dorf|hausen|heim|b[aä]ch|r[oa]de?|leben|hagen|hain"
    r"|w[aä]lde?|th?al|see|stein|kirche?n?|hof|hofen|h[aä]usen?|brück|münster|bad|born|brunn|ing|lar|loh|weiler|rath|beck|büttel"
    r"|holz|horst|mühl|brand|au|ach|au[ch]h|haus|markt|dam|mar|ede|oog|siel|koog|ster|born|tin|nitz|schütz)"
)
"""How German names of places end, which English keeps: names that begin alike and end so are two places."""
FRONT = re.compile(
    r"(?:Ober|Unter|Nieder|Mittel|Vorder|Hinter|Groß|Klein|Alt|Neu|Nord|Süd|Ost|West)(?P<rest>[a-zäöüß]{4,})"
)
"""What tells places of one name from each other."""
BEFORE = re.compile(r"[\w,;–] ")
"""What stands before a word that begins no sentence."""


def _may_be_name(word: str) -> bool:
    is_apt = len(word) >= SHORTEST if word[0].isupper() else len(word) >= LONG and word.endswith(COINED)
    return is_apt and not word.isupper() and not is_english(word)


STRANGE = Rare(_may_be_name)
"""English words that the dictionary does not know."""


class Words(NamedTuple):
    """What may be misspelled: names of both articles, words of the original alone, of the translation alone.

    ``strange`` are those of the translation that are no English words, ``new`` all with a capital.
    """

    kept: frozenset[str]
    lost: frozenset[str]
    strange: frozenset[str]
    new: frozenset[str]


def misspelled(pair: Translation) -> Iterator[tuple[str, Remark]]:
    """The names of the original for which a word like them stands; and that word."""
    words = _words(pair)
    said: set[tuple[str, str]] = set()
    for _, mine, theirs in lines(pair) if words.lost or words.strange or words.new else ():
        there, here = runs(mine.text), runs(theirs.text)
        alike = {*_alike(words, there, here), *_turned(words, there, here), *_cut(words, mine.text, here)}
        for german, english, is_known in sorted(alike):
            if (
                is_case(german, english)
                or (german, english) in said
                or row(theirs.text).count(german) >= row(mine.text).count(german)
            ):
                continue
            start = theirs.text.index(english)
            if (
                is_known
                or english.islower()
                or _are_places(german, english)
                or BEFORE.search(theirs.text, max(0, start - 2), start)
            ):
                said.add((german, english))
                yield german, word_for(theirs, english, mine, german)


def _words(pair: Translation) -> Words:
    mine, theirs = runs_of(pair.original), runs_of(pair.article)
    small = frozenset(map(str.lower, mine)), frozenset(map(str.lower, theirs))
    strange = frozenset(word for word in STRANGE(theirs - mine) if word.lower() not in small[0])
    lost = frozenset(word for word in filter(_is_title, mine - theirs) if word.lower() not in small[1])
    said = mine | theirs
    kept = frozenset(word for word in filter(_is_title, mine & theirs) if _is_name(word, said))
    new = frozenset(word for word in filter(_is_title, theirs - mine) if word.lower() not in small[0])
    return Words(kept, lost, strange, new)


def _is_title(word: str) -> bool:
    return word.istitle() and len(word) >= SHORTEST


def _alike(words: Words, there: frozenset[str], here: frozenset[str]) -> Iterator[tuple[str, str, bool]]:
    """Names of a line and words of its answer that are spelled almost so; whether both articles have one of the two.

    An article may hold ten thousand names: only those of one line are held against each other.
    """
    strange, lost = here & words.strange, there & words.lost
    for name, word in _near(there & words.kept, strange, 1):
        if is_slip(name, word, LIKE):
            yield name, word, True
    for word, name in _near(lost, here & words.kept, 1):
        if is_slip(word, name, LIKE) and folded(word) != folded(name) and not _is_word(word):  # Fokus, Focus
            yield word, name, True
    for name, word in _near(lost, strange, INSIDE):
        is_name = name not in first_names() and not TRANSCRIBED.search(name)
        is_other = is_name and is_slip(name, word, ALIKE) and not _is_word(name)
        if is_other or _are_places(name, word) or _is_letter_off(name, word):
            yield name, word, False


def _turned(words: Words, there: frozenset[str], here: frozenset[str]) -> Iterator[tuple[str, str, bool]]:
    """Names of places of which the translation has the neighbour: Oberlinnach, Unterlinnach."""
    fronts = {found["rest"]: word for word in here & words.new if (found := FRONT.fullmatch(word))}
    for name in there & words.lost if fronts else ():
        found = FRONT.fullmatch(name)
        other = fronts.get(found["rest"]) if found else None
        if other and not _is_word(name):
            yield name, other, True


def _cut(words: Words, german: str, here: frozenset[str]) -> Iterator[tuple[str, str, bool]]:
    """Names of which the answer has the beginning alone: those of both articles, and what a noun shows to be one."""
    new = here & words.new
    if not new:
        return
    names = (runs(german) & words.kept) | {each.text for each in apposed(german)} - here
    for name, word in _near(frozenset(names), new, 1):
        rest = name[len(word) :]
        is_part = rest in ENDINGS or is_english(rest) or is_entry(rest.capitalize())  # Cronjobs
        if name.startswith(word) and not (is_part or _is_word(name)):
            yield name, word, False


def _are_places(one: str, other: str) -> bool:
    """Whether two words are called like places that begin alike: Borken, Borkum; Quantisieren is quantising."""
    if not (FORMANT.fullmatch(one) and FORMANT.fullmatch(other)) or (is_entry(one) and one not in namesakes()):
        return False
    if one.endswith("ieren") and other.endswith("ing"):
        return False
    left, right = plain(one), plain(other)
    start = next((n for n, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), 0)
    return start >= CORE and not _are_forms(one, other, left, right, is_sure=True)


def _near(ones: frozenset[str], others: frozenset[str], size: int) -> Iterator[tuple[str, str]]:
    """Words of two rows that begin with the same letters, so many of them, and may be slips of each other."""
    rows: dict[tuple[str, str], set[str]] = {}
    for other in others if ones else ():
        for key in _keys(other, size):
            rows.setdefault(key, set()).add(other)
    for one in ones if rows else ():
        found: set[str] = set()
        yield from ((one, other) for other in found.union(*(rows.get(key, ()) for key in _keys(one, size))))


def _keys(word: str, size: int) -> tuple[tuple[str, str], ...]:
    """What a word shares one of with all that :func:`is_slip` may tell of it."""
    beginning = word[:size] if size == 1 else word[:size].lower()
    return (beginning, word[-SAME_END:]), (beginning, word[:SAME_START])


def _is_name(word: str, said: frozenset[str]) -> bool:
    """Whether a word is never written small, but for addresses, in which names are."""
    return word.lower() not in said or not (is_english(word) or is_entry(word))


def _is_word(german: str) -> bool:
    is_word = is_entry(german) or bool(composed(german))
    return german in places() or (is_word and german not in namesakes())


def is_slip(one: str, other: str, like: float) -> bool:
    """Whether two words are spelled almost alike, and not only in another way or form."""
    if abs(len(one) - len(other)) > 2 * INSIDE or (
        one[-SAME_END:] != other[-SAME_END:] and one[:SAME_START] != other[:SAME_START]
    ):
        return False
    is_sure = like < ALIKE  # one of the words is a name that both languages spell alike
    left, right = (one.lower(), other.lower()) if is_sure else (folded(one), folded(other))
    if plain(one) == plain(other) or folded(one) == folded(other):
        return is_sure and plain(one) != plain(other)
    if _are_forms(one, other, left, right, is_sure=is_sure):
        return False
    start, end = _shared(left, right)
    is_long = is_sure and (start >= SURE or start + end >= SURE - (len(left) == len(right)))
    is_inside = start >= INSIDE - is_sure and (end >= INSIDE or is_long)
    is_short = max(len(left), len(right)) - start - end <= CORE
    return is_inside and is_short and SequenceMatcher(None, left, right, autojunk=False).ratio() >= like


def _is_letter_off(name: str, word: str) -> bool:
    """Whether a name that no dictionary knows became one with another letter, one more or one less: Oberrode, Oberroda.

    What both languages write in their own way is no other letter.
    """
    if min(len(name), len(word)) < SURE or name in first_names() or _is_word(name) or folded(name) == folded(word):
        return False
    left, right = plain(name), plain(word)
    start, end = _shared(left, right)
    is_one = abs(len(left) - len(right)) <= 1 and start + end >= max(len(left), len(right)) - 1
    return is_one and start >= INSIDE and not _is_form(left, right)


def _is_form(left: str, right: str) -> bool:
    """Whether one of two words only has an ending more."""
    return left.startswith(right) or right.startswith(left)


def _shared(left: str, right: str) -> tuple[int, int]:
    """How many letters two words share at their beginning, and behind it at their end."""
    most = min(len(left), len(right))
    start = next((n for n in range(most) if left[n] != right[n]), most)
    end = next((n for n in range(most - start) if left[-1 - n] != right[-1 - n]), most - start)
    return start, end


def _are_forms(one: str, other: str, left: str, right: str, *, is_sure: bool) -> bool:
    """Whether one word is a form of the other, or a part of it."""
    stems = [ENDING.sub("", folded(each)) for each in (one, other, one.replace("ä", "e"))]
    left, right = (left, right) if is_sure else stems[:2]
    return left in right or right in left or (stems[1] in (stems[0], stems[2]) and one[-INSIDE:] != other[-INSIDE:])


@lru_cache(maxsize=1 << 14)
def folded(word: str) -> str:
    """A word without what German and English spell otherwise."""
    lower = word.lower()
    if not lower.isascii():
        plain = unicodedata.normalize("NFD", lower.replace("ß", "ss"))
        lower = "".join(sign for sign in plain if sign.isalpha())
    for german, english in SOUNDS:
        lower = lower.replace(german, english)
    return DOUBLED.sub(r"\1", lower.translate(LETTERS))
