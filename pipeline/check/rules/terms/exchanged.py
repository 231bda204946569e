"""A name of the translation that is nowhere in the original stands for one that is.

In: a pair and the names that both articles have. Out: remarks: a stranger in a block that lacks a name.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import cache
from typing import TYPE_CHECKING

from ....facts.names.abroad import places
from ....facts.names.apposed import apposed, compounded, titled
from ....facts.names.mentioned import mentions
from ....facts.names.names import Name, aliases, coded, common_words, first_names, found, is_emphasis, plain
from ....facts.quotations import without_quotations
from ....frozen import dataclass
from ....model import Language
from ....vocabulary.terms import composed, english_words, lemma
from ...compared.prose import HIDDEN, passages, sides
from .known import WORD, Known, Nouns, is_case, nouns_of, small_words, words_of
from .misspelled import FORMANT
from .people import sound_of
from .stranger import stands_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ....model import Translation
    from ...compared.prose import Passage
    from ...rule import Remark

    Row = tuple[Passage, ...]

MIDDLE = re.compile(
    r"[A-ZÄÖÜ](?:(?<=[a-zäöüß,;] .)[a-zß-öø-ÿā-ž]{3,}(?![\w*_-])"
    r"|(?:(?<=[a-zäöüß] [A-Z][a-z]{2} .)|(?<=[A-Z]{2} .))[a-zß-öø-ÿā-ž]{3,}(?![\w-]))"
)
"""A word with a capital in the middle of a sentence, or behind a first name of three letters or an acronym."""
NOUN = re.compile(
    r"(?:reich|ung|heit|keit|schaft|tion|ionen|tät|ments?|ismus|eln|chen|lein|nis|tum|isch|anten|ern|ten|gen|ieren)$"
    r"|[äöü]\w*en?$|^Ihr|^Ihnen|^Ge\w+(?:t|en)$"
)
ALIKE = 0.65
"""How like a German word a stranger may be and still be its translation: Brasilien, Brazil."""
DEFINED = re.compile(
    r"\b(?:an?|each|every|any|your|our|this|these|no) [“\"‘']?(?=([A-Z][a-zé]{2,})"
    r"(?:[”\"’),.;:]| (?:is|are|was|will|may|must|shall|can|has|have|to|of|in|on|by|for|and|or|that|as|at)\b))"
)
"""A word with a capital behind such a word is a term that the text defines, and no name: “your Submission is”."""
LONGER = 1.7
"""How many times as long as its translation a name is at most: Treuenbrietzen is no Trebitz, however like."""
QUARTERS = frozenset(
    ("North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western", "Central", "Latin")
)
"""What begins the name of a part of the world: South Africa is no Africa."""
SAME_END = 5
"""Letters at the end of a word that German and English share in a compound: Dateimanager, Filemanager."""
BEHIND = re.compile(r" (?:& |and )?(?P<behind>[A-ZÄÖÜ][\w’-]+?)(?:[’']s)?(?![\w-])")
"""The word with a capital behind a name: Emre Falk, Kettler & Ross."""
LONGEST = 9
"""Letters of a word that may be a name that nobody knows: longer ones are compounds, such as „Ersatzakku“,
unless the article says them again."""
NEAR = 10
WHERE = re.compile(r"\b(?:in|nach|bei|zwischen) $")
"""What stands right before a town: nouns have an article there, or are in the dictionary."""
SEATED = re.compile(
    r" (?:(?:Higher )?(?:Regional|Local|District|Administrative|Labou?r|Social|Family|Finance|Fiscal) Court"
    r"|University)\b"
)
"""What a place stands before whose court or university it is."""
ROLE = re.compile(r"(?<![\w-])[A-ZÄÖÜ][\w-]+ $")
BEGINNING = 3
"""Letters of a word for which one of the same beginning stands before the same word."""
FREE = frozenset(
    ("The", "In", "At", "On", "From", "For", "By", "With", "Near", "Under", "After", "Before", "But", "And")
)
"""What begins a sentence and no name."""
OWNER = ("'s", "’s", "s'", "s’")
"""How a word ends that owns what follows, and is no part of its name: Google's Gemma."""
BEFORE = re.compile(r"(?P<before>[A-ZÄÖÜ][\w’'-]*) $")
"""The word with a capital before a name: what stands behind it in the original is the original's name."""


@cache
def english_only() -> frozenset[str]:
    """The English words of the dictionary, without the places in it."""
    return english_words() - {form.lower() for forms in places().values() for form in forms}


def exchanged(pair: Translation, common: frozenset[str]) -> Iterator[tuple[str, Remark]]:
    """An English name that is nowhere in the original, in a block that lacks a name of its German one; and that one."""
    unknown = _unknown(pair)
    if not unknown:
        return
    english, nouns = Known.of(pair.article), nouns_of(pair.original)
    for each in sides(pair):
        for mine, theirs in (lines for pair_ in each.pairs for lines in _by_line(*pair_)):
            strangers = tuple((p, m) for p in theirs for m in _middle(p) if m[0] in unknown)
            lost = next(_lost(Met(mine, theirs, strangers), nouns, english, common), None) if strangers else None
            if lost:
                passage, stranger = next((s for s in strangers if _is_lone(*s)), strangers[0])
                origin, name = lost
                if stranger[0] in aliases().get(name.text, ()):
                    continue  # VW, Volkswagen
                if is_case(stranger[0], name.text):
                    continue
                if _is_half_translated(stranger[0], name.text) or sound_of(stranger[0]) == sound_of(name.text):
                    continue
                yield name.text, stands_for(passage, stranger.span(), origin, name)


def _by_line(mine: Row, theirs: Row) -> Iterator[tuple[Row, Row]]:
    """Passages that answer each other, item by item and row by row where there are as many of them."""
    parts = [[part for passage in row for part in _lines(passage)] for row in (mine, theirs)]
    if len(parts[0]) != len(parts[1]):
        yield mine, theirs
        return
    yield from (((one,), (other,)) for one, other in zip(*parts, strict=True))


def _lines(passage: Passage) -> Iterator[Passage]:
    start = 0
    for line in passage.text.split("\n"):
        if line.strip():
            yield passage.part(start, start + len(line))
        start += len(line) + 1


def _middle(passage: Passage) -> Iterator[re.Match[str]]:
    return MIDDLE.finditer(without_quotations(passage.text, HIDDEN))


def _unknown(pair: Translation) -> frozenset[str]:
    """The words with a capital inside English sentences that the original cannot have meant."""
    large = {found[0] for passage in passages(pair.article) for found in _middle(passage)} - common_words()
    own = frozenset(" ".join(passage.raw for passage in passages(pair.original)).split(" "))
    large = {word for word in large if own.isdisjoint((word, f"{word}.", f"{word},"))}  # says it
    if not large:
        return frozenset()
    german = Known.of(pair.original)
    strange = {
        w
        for w in large
        if not german.says(w)
        and (
            (w in first_names() and not w.startswith(german.places))
            or (w.lower() not in english_only() and (_is_other(w, german) or not german.has(w, Language.EN)))
        )
    }
    if not strange:
        return frozenset()
    strange -= {word for passage in passages(pair.article) for word in DEFINED.findall(passage.raw)}
    return frozenset(word for word in strange if word.lower() not in small_words(pair.article))


def _is_other(word: str, german: Known) -> bool:
    """Whether a word is a German compound, which shares its first part alone with one of the original."""
    return bool(composed(word)) and plain(word) not in german.text


@dataclass(frozen=True, slots=True)
class Met:
    """Passages that answer each other, and the strangers among the words of the translation."""

    mine: tuple[Passage, ...]
    theirs: tuple[Passage, ...]
    strangers: tuple[tuple[Passage, re.Match[str]], ...]


def _lost(met: Met, nouns: Nouns, english: Known, common: frozenset[str]) -> Iterator[tuple[Passage, Name]]:
    """The names of German passages that the English ones say less often; the certain ones first."""
    lone = [each for each in met.strangers if _is_lone(*each)]
    said, told = (" ".join(passage.raw for passage in row) for row in (met.theirs, met.mine))
    words = {plain(each) for word in words_of(said) for each in (word, _owner(word))}
    for passage in met.mine:
        text = without_quotations(passage.text, HIDDEN)
        certain = (*_placed(text, said, told), *_certain(text, common, english)) if lone else ()
        for name in (*_beside(text, met.strangers), *certain):
            is_short = any(match[0].startswith(name.text) for _, match in met.strangers)  # Tel., Telephone
            if not is_short and (
                words.isdisjoint((plain(name.text), plain(f"{name.text}s")))
                or mentions(name.text, said) < mentions(name.text, told)
            ):
                yield passage, name
    if not lone or met.mine[0].kind is None or any(_is_translation(match[0], told) for _, match in lone):
        return
    for passage in met.mine:
        for name in likely_names(without_quotations(passage.text, HIDDEN), nouns, english):
            if mentions(name.text, said) < mentions(name.text, told):
                yield passage, name


def _owner(word: str) -> str:
    """A word without what it owns by."""
    return word[:-2] if word.endswith(OWNER) else word


def _is_lone(passage: Passage, stranger: re.Match[str]) -> bool:
    """Whether a stranger is no part of a title such as “Acceptable Use Policy”; behind a first name it is a person."""
    before = BEFORE.search(passage.text, max(0, stranger.start() - 30), stranger.start())
    if before and before["before"] in QUARTERS:
        return False
    behind = passage.text[stranger.end() : stranger.end() + 2]
    is_free = (
        not before or before["before"].endswith(OWNER) or before["before"] in FREE or before["before"] in first_names()
    )
    is_seat = bool(SEATED.match(passage.text, stranger.end()))
    return is_free and (is_seat or not (behind[:1] == " " and behind[1:].isupper()))


def _is_half_translated(stranger: str, name: str) -> bool:
    """Whether two words end alike as compounds do of which only the beginning was translated."""
    is_alike = stranger[-SAME_END:] == name[-SAME_END:] and min(len(stranger), len(name)) > SAME_END + 2
    return is_alike and not composed(stranger)  # Lindenhof, Tannenhof


def _beside(text: str, strangers: Iterable[tuple[Passage, re.Match[str]]]) -> Iterator[Name]:
    """What stands in the original beside the word that stands beside the stranger: Ars Technica for “Ars Kwantorix”."""
    for passage, match in strangers:
        before = BEFORE.search(passage.text, max(0, match.start() - 30), match.start())
        if before:
            pattern = rf"(?<![\w-]){re.escape(before['before'])} (?P<name>[A-ZÄÖÜ][a-zß-öø-ÿā-ž]{{2,}})(?![\w-])"
            for other in re.finditer(pattern, text):
                yield Name(other["name"], other.start("name"), other.end("name"))
            yield from _owned(text, before["before"])
            yield from titled(text, before["before"].lower())
        behind = BEHIND.match(passage.text, match.end())
        if behind:
            pattern = (
                rf"(?<![\w-])(?P<name>[A-ZÄÖÜ][a-zß-öø-ÿā-ž]{{2,}})(?= (?:& |und )?{re.escape(behind['behind'])}(?!\w))"
            )
            for other in re.finditer(pattern, text):
                is_third = ROLE.search(text, max(0, other.start() - 40), other.start())  # Arbeitsmediziner Kenan Aydın
                is_near = match[0][:BEGINNING] == other["name"][:BEGINNING]  # Uptown Institute, Uptime Institute
                is_person = match[0] in first_names() or other["name"] in first_names()
                if is_third or is_near or is_person or "&" in behind[0]:
                    yield Name(other["name"], other.start("name"), other.end("name"))


def _owned(text: str, owner: str) -> Iterator[Name]:
    """The names that belong to an owner in German: Gemma von Google."""
    if owner.endswith(OWNER):
        pattern = rf"(?<![\w-])(?P<name>[A-ZÄÖÜ][a-zß-öø-ÿā-ž]{{2,}}) von (?:de[mr] )?{re.escape(_owner(owner))}(?!\w)"
        for found_ in re.finditer(pattern, text):
            if not (lemma(found_["name"]) or composed(found_["name"])):
                yield Name(found_["name"], found_.start("name"), found_.end("name"))


def _placed(text: str, said: str, told: str) -> Iterator[Name]:
    """Places that the English names less often."""
    for word in WORD.finditer(text):
        forms = places().get(word[0].removesuffix("s")) or places().get(word[0])
        if forms and sum(map(said.count, forms)) < told.count(word[0]):
            yield Name(word[0], word.start(), word.end())


def _certain(text: str, common: frozenset[str], english: Known) -> Iterator[Name]:
    """Names that both articles have, acronyms and words with inner capitals or digits."""
    yield from (name for name in apposed(text) if not lemma(name.text))
    yield from compounded(text)
    words = words_of(text)
    here = {name for name in common if name in words or name + "s" in words or name + "es" in words}
    yield from (name for each in sorted(here) if (name := found(each, text)))
    yield from (n for n in coded(text) if english.has(n.text, Language.DE) or not is_emphasis(n.text, text))


def likely_names(text: str, nouns: Nouns, english: Known) -> Iterator[Name]:
    """Words that can hardly be anything but names: not in the dictionary, never behind an article or adjective."""
    rows = {last for first, last in nouns.rows if not english.says(first)}
    for match in MIDDLE.finditer(text):
        lower = match[0].lower()
        is_word = lower in nouns.small or bool(lemma(match[0])) or match[0] in nouns.behind
        is_compound = len(lower) > LONGEST and match[0] not in nouns.often
        is_compound = is_compound and (not FORMANT.fullmatch(match[0]) or bool(composed(match[0])))
        is_noun = NOUN.search(match[0]) and not WHERE.search(text, max(0, match.start() - NEAR), match.start())
        if is_word or is_compound or match[0] in rows or is_noun or match[0] in places():
            continue
        if not english.has(match[0], Language.DE):
            yield Name(match[0], match.start(), match.end())


def _is_translation(stranger: str, german: str) -> bool:
    """Whether a German word is so like the stranger that one is the translation of the other."""
    mine = plain(stranger)
    near = (plain(word) for word in words_of(german) if plain(word)[:2] == mine[:2])
    near = (word for word in near if max(len(mine), len(word)) <= LONGER * min(len(mine), len(word)))
    return any(SequenceMatcher(None, mine, word).ratio() >= ALIKE for word in near)
