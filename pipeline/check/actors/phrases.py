"""Where phrases stand in a sentence: who acts, what governs a noun, what belongs to it.

In: the words of a German sentence and which of them are nouns, or those of an English one. Out: places of words.

Grammar by form alone, and only where the form leaves no doubt; a sentence of any other shape has no such phrase.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...facts.words.grammar import ADJECTIVE, DETERMINER, grammar, is_verb
from ...frozen import dataclass
from ...vocabulary.terms import STOP_WORDS, lemma

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from ..answering.anchored import Word

MOST = 3
"""Adjectives before a noun."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun with what stands before it: the determiner, and the first and last of the nouns."""

    determiner: str
    first: int
    last: int


def phrase(words: Sequence[Word], nouns: Collection[int], at: int) -> Phrase | None:
    """The German noun phrase that begins at a word."""
    determiner, here = "", at
    if here < len(words) and here not in nouns and DETERMINER.fullmatch(words[here].small):
        determiner, here = words[here].small, here + 1
    for _ in range(MOST):
        if here < len(words) and _is_next(words, here, at) and ADJECTIVE.fullmatch(words[here].text):
            here += 1
    if here not in nouns or not _is_next(words, here, at):
        return None
    last = here
    while last + 1 in nouns and not words[last + 1].before:
        last += 1
    return Phrase(determiner, here, last)


def _is_next(words: Sequence[Word], here: int, at: int) -> bool:
    return here == at or not words[here].before


def attributes(words: Sequence[Word], nouns: Collection[int], last: int) -> int:
    """The last word of what belongs to a German noun: genitives, and what a preposition or „und“ adds."""
    german = grammar().german
    while last + 1 < len(words) and not words[last + 1].before:
        here = last + 1
        word = words[here].text
        if word in german["prepositions"] or word in german["joining"]:
            here += 1
        elif word not in german["genitive"]:
            break
        more = phrase(words, nouns, here)
        if not more:
            break
        last = more.last
    return last


def subject(words: Sequence[Word], nouns: Collection[int]) -> tuple[Phrase, int, int] | None:
    """Who acts in a German main clause: the phrase, the last word that belongs to it, and the verb.

    Only a phrase that begins the sentence, or stands right behind the verb that follows its first member.
    """
    german = grammar().german
    begun = phrase(words, nouns, 0)
    if begun:
        last = attributes(words, nouns, begun.last)
        verb = _verb(words, last + 1)
        is_behind = begun.determiner != "der" and _may_act_behind(words, nouns, _aside(words, verb))
        if not verb or is_behind or (verb + 1 < len(words) and _acts(words[verb + 1])):
            return None  # „Die Pakete können Sie …“, „Ein Gutachten, das …, hatte die Stadt nicht bestellt“
        is_object = begun.determiner in german["object"] or begun.determiner in german["genitive"] - {"der"}
        if not is_object:
            return begun, last, verb
        if begun.determiner not in german["accusative"] or words[begun.last].small.endswith(("n", "s")):
            return None  # „Den Bürgern fehlt das Vertrauen“
    else:
        verb = _verb(words, _first_member(words, nouns) + 1)
    found = phrase(words, nouns, verb + 1) if verb and verb + 1 < len(words) and not words[verb + 1].before else None
    if not found or found.determiner in german["object"]:
        return None
    if not found.determiner and lemma(words[found.first].text):
        return None
    return found, attributes(words, nouns, found.last), verb


def _aside(words: Sequence[Word], verb: int) -> int:
    """Where an aside begins behind an adverb that is no verb: „Das Geld dafür, 180.000 Euro, hat die Region …“."""
    is_apart = verb + 1 < len(words) and words[verb + 1].before == ","
    acts = words[verb].small in grammar().german["auxiliary"] or is_verb(words[verb].text)
    return verb + 1 if is_apart and not acts else verb


def _may_act_behind(words: Sequence[Word], nouns: Collection[int], relative: int) -> bool:
    """Whether a clause begins at a word, and behind its end and the verb of the main one stands what may act."""
    if not words[relative].before:
        return False
    end = next((at for at in range(relative + 1, len(words)) if words[at].before == ","), len(words))
    found = phrase(words, nouns, end + 1) if end + 1 < len(words) and not words[end + 1].before else None
    return found is not None and found.determiner not in grammar().german["object"]


def _acts(word: Word) -> bool:
    """Whether a word is a subject wherever it stands."""
    return word.small in grammar().german["acting"] or word.text == "Sie"


def _verb(words: Sequence[Word], at: int) -> int:
    """The verb at a place, or the pronoun of a relative clause that begins there; 0 if there is none."""
    if not 0 < at < len(words):
        return 0
    german, word = grammar().german, words[at]
    if word.before == "," and word.text in german["relative"]:
        return at
    is_other = (
        word.small in german["acting"] | german["reflexive"]
        or word.text in german["prepositions"]
        or word.text in german["joining"]
        or DETERMINER.fullmatch(word.text)
    )
    return at if word.text.islower() and not word.before and not is_other else 0


def _first_member(words: Sequence[Word], nouns: Collection[int]) -> int:
    """The last word of what stands before the verb: an adverb, or a preposition and what it governs; no clause."""
    german = grammar().german
    if words and words[0].small in german["prepositions"]:
        governed = phrase(words, nouns, 1)
        return attributes(words, nouns, governed.last) if governed else len(words)
    if words and words[0].small in (german["conjunctions"] | german["asking"] | german["acting"]) - {"da"}:
        return len(words)  # „Ob sie das Geld wiedersieht, weiß niemand“, „Er wollte das Haus behalten“
    return 0


def standing(words: Sequence[Word], nouns: Collection[int], number: int) -> str:
    """How a German noun stands: ``governed`` by a preposition or another noun, an ``object`` by its form, or free."""
    here, german = number, grammar().german
    if here - 1 in nouns and not words[here].before:
        return "governed"  # „die Rechte Dritter“
    while here and not words[here].before and ADJECTIVE.fullmatch(words[here - 1].text):
        if DETERMINER.fullmatch(words[here - 1].text):
            break
        here -= 1
    if not here or words[here].before:
        return "free"
    before = words[here - 1].small
    if before in german["prepositions"]:
        return "governed"
    if not DETERMINER.fullmatch(before):
        return "free"
    outer = words[here - 2] if here > 1 and not words[here - 1].before else None
    if outer and (outer.small in german["prepositions"] or (here - 2 in nouns and before in german["genitive"])):
        return "governed"
    return "object" if before in german["object"] else "free"


def stands_free(words: Sequence[Word], at: int) -> bool:
    """Whether no preposition governs an English noun."""
    english = grammar().english
    is_far = False
    for here in range(at, max(-1, at - MOST - 2), -1):
        if not here or words[here].before:
            return True
        before = words[here - 1].small
        if before in english["governing"]:
            return is_far and before == "to"  # to protect the coach
        if before in STOP_WORDS["en"] and before not in english["articles"]:
            return True
        is_far = is_far or before not in english["articles"]
    return True


def governed(words: Sequence[Word], at: int, answers: Collection[int]) -> int:
    """The first word behind an English preposition that answers a German noun; -1 if another word stands between."""
    articles = grammar().english["articles"]
    for here in range(at + 1, min(at + MOST + 2, len(words))):
        word = words[here]
        if word.before:
            break
        if here in answers:
            return here
        if (word.small not in articles and word.small in STOP_WORDS["en"]) or word.small.endswith("ing"):
            break
    return -1
