"""Single German nouns that stayed in English: in text, items, cells, headings and pictures, whatever their letters.

In: an original and its translation. Out: the word and its places in both.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from ....facts.language.idiom import evidence, is_german_term, is_german_word
from ....facts.names.abroad import namesakes, places, towns
from ....facts.names.apposed import apposed
from ....facts.names.names import first_names, surnames
from ....facts.quotations import quotations, without_quotations
from ....facts.table import table
from ....facts.words.runs import Rare, runs
from ....model import Language
from ....vocabulary.stems import stem
from ....vocabulary.terms import STOP_WORDS, composed, english, is_english, is_entry, noun
from ...answering.lines import lines
from ...compared.prose import HIDDEN, passages
from .houses import ALPINE, HOUSE, OUTDOORS, OUTSIDE, PEAK, PLACE, VENUE, is_house

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from ....model import Translation
    from ...compared.prose import Passage

NOUN = re.compile(
    r"(?:(?<=[\w,;:–—(.!?”\ufffc] )|(?<=^)|(?<=\n))[A-ZÄÖÜ][a-zäöüß]{2,}(?=[.,;:!?)](?!\w)|$|\n| [a-z–—])"
)
"""A word with a capital that no other follows: beside another capital, in brackets or marks it is a name."""
SMALL = re.compile(r"(?<![\w@#./'’&-])[a-zäöüß]{4,}(?![\w@/'’&-]|\.\w|\()")
ARTICLES = frozenset(("the", "a", "an", "this", "every", "no", "many", "most", "some", "several"))
"""Behind one of these stands no surname."""
BEGINNINGS = ARTICLES | {"in", "on", "at", "for", "from", "with", "of", "by"}
"""These are no part of a name, with a capital either."""
ENDS = (".", "!", "?", ":", "”", HIDDEN)
STATE = re.compile(r"(?:Bund|Land|Reich|Staat)(?:es|s)?(?!wirt|schaft|straße|haus|leben|leute)[a-zäöüß]{4,}")
"""Institutions, which English may call by their German names, unless the dictionary has a word for what they are."""
PARTICLES = frozenset(
    ("von", "vom", "zu", "zur", "zum", "van", "ter", "ten", "de", "da", "di", "del", "du", "la", "le")
)
"""What stands before a family's name: the ter Meer family."""
COMMON = re.compile(
    r"(?:(?<![\w-])(?:(?i:d(?:er|ie|as|en|em|es)|[ia]m|zu[mr]|vom|beim|ins|ans|ohne|pro|mit|kein\w*|[dms]?ein\w*|ihr\w*"
    r"|unse?r\w*|viele?n?|mehr)|(?!(?:zwischen|neben|gegen|unter|hinter|über|außer|wegen|nahe|sowie|oder|aber) )"
    r"[a-zäöüß]{4,}(?:e|en|er|es|em)) )$"
)
"""What stands before a common noun."""
DETERMINED = re.compile(
    r"(?:(?<![\w-])(?i:d(?:er|ie|as|en|em|es)|[ia]m|zu[mr]|vom|beim|ins|ans|kein\w*|[dms]?ein\w*|ihr\w*|unse?r\w*"
    r"|viele?n?|mehr|manche\w?|einige\w?|diese\w?|jede\w?) (?:[a-zäöüß]+(?:e|en|er|es|em) )?)$"
)
"""What stands before a noun that only its spelling tells: names stand behind prepositions and verbs too."""
PLACED = frozenset(("on", "at", "near", "in", "from", "to", "past", "by", "opposite", "behind"))
"""How names of squares and houses end, where they stand behind these without an article."""
SHORTEST = 4
"""Letters of a part of a compound."""
QUOTED, SURE = 6, 2
"""Words of a quotation that is what somebody said, and words that only English has in one that is English."""
AHEAD = 60
"""How far before a noun that is looked for: no German word is longer."""
ENDED = re.compile(r"(?![\w-])")
GLOSS = re.compile(
    r"\b(?:called|termed|dubbed|named|known as|German|the word|the term|or|so-called)\s+(?:an?\s|the\s)?$"
)
"""What introduces a German word on purpose."""
EXPLAINED = re.compile(
    r",? (?:\(|e\. ?V\.|eG\b|or (?:the )?[“\"‘]?[A-Z]|(?:that is|which means|literally)\b)"
    r"|[,–] ?(?:the|an?) (?:[\w’'-]+ ){0,8}[\w’'-]+(?:[,;.?!)]| –)"
    rf"|(?: [a-zäöüß]+){{0,2}},? [“‘{HIDDEN}]"
)
"""What explains one behind it: the Malerweg, or Painters’ Way."""


LINK = "für|und|der|des|dem|zum|zur|im|am|vom|von|gegen|ohne|bei|auf|an"
PHRASE = re.compile(rf" (?:{LINK}) (?:d(?:ie|er|en|as|em) )?(?=[A-ZÄÖÜ])")
"""What goes on with a German name behind a word: Zentrum für Kryptografie."""
PHRASED = re.compile(rf"[A-ZÄÖÜ][\w-]+(?: (?:{LINK}|die|den|das)){{1,2}} $")
"""What stands before a word that such a name goes on with: Haus und Boden."""
IN, ENDING = re.compile(r"\bin $"), re.compile(r"[.,;:!?)]|$")
"""What stands before a town, and behind it."""
INVITED = re.compile(r"\b(?:at|in|to|from|outside|near|inside|into|opposite|behind|around|on|across) the $")
"""What stands before the name of a house where something happens."""
NEAR = re.compile(r"\b(?:near|outside|towards?|beyond|around|via|on the) $")
BESIDE = re.compile(r"\b(?:an der|am|bei|vor|hinter|um|über|Richtung|nach|nahe|(?:nörd|süd|öst|west)lich von) $")
"""What stands before a place or a river, in English and in German: a common noun has an article near a thing."""


ABSTRACT = re.compile(
    r"(?:ung|heit|keit|schaft|tion|tät|nis|tum|zeit|arbeit|recht|fall|verfahren|gesetz|plan|antrag|bau|gang|gabe|nahme)$"
)
"""How compounds end that are no names, whatever stands before them: „für Geldverschwendung“."""
SITED = re.compile(r" (?:in|near) [A-ZÄÖÜ]")
"""What stands behind the name of a house: the Orselmühle in Lüdenau."""
LISTED, GOES_ON = re.compile(r"(?:^|[.!?:] )[A-Z][a-z]+(?: [a-z]+){0,2}, $"), re.compile(r"(?:,|,? (?:and|or)) [a-z]")
"""What stands before and behind the second of a row that begins a sentence: “Surgeries, Werkstätten and nurseries”."""
PERSON = re.compile(
    r"(?:leiter|direktor|sprecher|meister|minister|präsident|chef|lehrer|forscher|arzt|ärzt|anwält|anwalt|richter|berater"
    r"|verwalter|führer|händler|besitzer|betreiber|arbeiter|pfleger|beauftragte|vorsitzende|vorständ|vorstand|rät)(?:in|innen|r)?$"
)
"""How words end that say what somebody is."""
FOLLOWING = re.compile(r"(?<= )[a-z]+(?=[ ,.;:)]|$)")
"""The words behind one, as far as they are small."""


@cache
def kept_names() -> frozenset[str]:
    """What English calls by its German name: Energiewende, Abitur."""
    return frozenset(table("names")["words"]["kept"].split())


def kept_nouns(pair: Translation) -> Iterator[tuple[Passage, int, int, Passage]]:
    """German nouns that the translation keeps, once: a word that it says again is one that it explains."""
    if pair.article.language is not Language.EN:
        return
    tags = (tag.written for tag in pair.article.hashtags)
    said = " ".join((*tags, *(passage.raw for passage in passages(pair.article)))).lower()
    for _, mine, theirs in lines(pair):
        strange = MAY_BE_KEPT(runs(theirs.raw))
        shared = frozenset(_shared(runs(mine.raw), strange)) if strange else ()
        if not shared or theirs.text == mine.text:  # a line that was kept as a whole has a rule of its own
            continue
        text, plain = told(theirs.text), without_quotations(theirs.text, HIDDEN)
        for found in (*NOUN.finditer(text), *SMALL.finditer(text)):
            word = found[0]
            if word not in shared or EXPLAINED.match(text, found.end()) or HOUSE.match(text, found.end()):
                continue
            before = text[max(0, found.start() - AHEAD) : found.start()]
            if _is_named(word, mine.text, before, text[found.end() : found.end() + AHEAD]):
                continue
            if text is not plain and plain[found.start()] == HIDDEN and not noun(word):
                continue  # in the words of somebody only what the dictionary knows is sure
            is_listed = noun(word) and LISTED.search(before) and GOES_ON.match(text, found.end())
            previous = [] if is_listed else before.rsplit(maxsplit=1)[-1:]
            if GLOSS.search(before) or not _is_noun(word, mine.text, previous):
                continue
            is_name = word[0].isupper() and any(each.text == word for each in apposed(mine.text))
            if said.count(word.lower()) == 1 and not is_name:
                yield theirs, *found.span(), mine


def told(text: str) -> str:
    """An English text without quotations, but for long ones that are English: a German word in them was forgotten."""
    for each in quotations(text):
        own, other = evidence(each.text, Language.EN)
        if each.words < QUOTED or other or own < SURE:
            text = text[: each.start] + HIDDEN * (each.end - each.start) + text[each.end :]
    return text


def _is_named(word: str, german: str, before: str, behind: str) -> bool:
    """Whether a word is part of a German name, the name of a house, or that of a place that nobody knows."""
    if word.islower():
        return False
    if PHRASE.match(behind) or PHRASED.search(before) or (OUTSIDE.match(behind) and not is_entry(word)):
        return True
    if PEAK.fullmatch(word) and not is_entry(word) and ALPINE.search(before + behind):
        return True
    is_invited = INVITED.search(before) and (VENUE.fullmatch(word) or OUTDOORS.search(word))
    if (is_invited or SITED.match(behind)) and is_house(word):
        return True
    if NEAR.search(before):
        start = german.find(word)
        return start >= 0 and bool(BESIDE.search(german, max(0, start - AHEAD), start))
    return _is_town(word, german, before, behind) or _is_explained(word, behind)


def _is_town(word: str, german: str, before: str, behind: str) -> bool:
    """Whether a word stands behind a bare “in” in both languages, as towns do: the abbey in Lohn."""
    if not (IN.search(before) and ENDING.match(behind)):
        return False
    return re.search(rf"\bin {re.escape(word)}(?=[.,;:!?)]|$)", german) is not None and not is_common(word, german)


def _is_explained(word: str, behind: str) -> bool:
    """Whether English says behind a compound what its last part means: “the Kaarlhütte mountain hut”."""
    last = next((part for part in (noun(word[n:].capitalize()) for n in range(2, len(word) - 3)) if part), "")
    meant = {stem(each) for says in english(last) for each in says.split()} if last else set()
    return any(stem(each) in meant for each in FOLLOWING.findall(behind)[:2])


def _shared(german: frozenset[str], strange: frozenset[str]) -> Iterator[str]:
    """Strange words of a translation that its original has too: as they stand, in small letters, or otherwise ended."""
    large = {word for word in german if word[0].isupper()}
    yield from (large | {word.lower() for word in large}) & strange
    others = [word for word in strange - large if word[0].isupper() and noun(word)]
    nouns = set(map(noun, large)) if others else set()
    yield from (word for word in others if noun(word) in nouns)


def _may_be_kept(word: str) -> bool:
    """Whether a word of an English text may be a German noun: no English one, and no name wherever it stands."""
    large = word.capitalize()
    return not (is_english(word) or _is_institution(word) or any(large in each for each in _named()))


def _is_institution(word: str) -> bool:
    return bool(STATE.fullmatch(word)) and not noun(word)


MAY_BE_KEPT = Rare(_may_be_kept)


def _named() -> tuple[Collection[str], ...]:
    """What is a name wherever it stands."""
    return places(), towns(), namesakes(), first_names()


def _is_noun(word: str, german: str, before: list[str]) -> bool:
    """Whether a word is a German noun by the dictionary, or is spelled and used as one."""
    large = word.capitalize()
    previous = before[0] if before else ""
    is_first = not previous or previous.endswith(ENDS)
    is_behind = previous.lower() in BEGINNINGS
    is_inside = previous[:1].islower() or previous.lower() in STOP_WORDS[Language.EN]
    if previous in PARTICLES or _is_institution(word) or not (is_first or is_behind or is_inside):
        return False  # die Grüne Liste
    if word in kept_names():
        return False
    is_surname = previous.lower() not in ARTICLES and large in surnames()
    is_named = is_surname and not (is_behind and is_common(word, german, COMMON))  # a sonata by Bach
    if is_named or any(large in each for each in _named()) or (PLACE.search(word) and not is_entry(word)):
        return False
    if OUTDOORS.search(word) and previous.lower() in PLACED and not is_entry(word):
        return False
    is_one = previous.lower() in {"a", "an"} and ABSTRACT.search(large)
    is_titled = previous.lower() == "the" and PERSON.search(large)  # „sagt Pflegedirektorin Falk“, “the …, Falk”
    if noun(large) or (composed(large) and (is_one or is_titled or is_common(large, german, COMMON))):
        return True
    is_german = is_german_word(word) or (previous.lower() in {"a", "an"} and _begins_with_noun(word))
    is_inner = word[0].isupper() and not is_first
    return is_inner and is_german and is_common(word, german, COMMON if is_german_term(word) else DETERMINED)


def _begins_with_noun(word: str) -> bool:
    """Whether a word may be a compound of which the dictionary knows the beginning alone: Windlade."""
    return not word.endswith("er") and any(noun(word[:at]) for at in range(SHORTEST, len(word) - SHORTEST + 1))


def is_common(word: str, german: str, before: re.Pattern[str] = DETERMINED) -> bool:
    """Whether a German text uses a word as a common noun: what only its spelling tells may be a name as well."""
    start = german.find(word)
    while start >= 0:
        if ENDED.match(german, start + len(word)) and before.search(german, max(0, start - AHEAD), start):
            return True
        start = german.find(word, start + 1)
    return False
