"""What a sentence denies is denied in its translation: the word that is denied is found, and what stands around it.

In: two sentences that answer each other. Out: the negation that is surely lost, or surely added.

A translator may deny in many ways, but hardly by the same word: if English has the word that German denies, and no sign
of a denial in its clause, the denial is lost.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from ....align.words import tokens
from ....facts.numbers.german import in_a_word
from ....facts.stance.hedges import affirms, denies, denies_in_german, explained_softly, may_deny, plain_denials, softly
from ....model import Language
from ....vocabulary.terms import english, lemma
from .objects import without_object
from .twice import denies_lack, is_needed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

GERMAN_CLAUSE = re.compile(
    r"[,;:–—()]|[.!?](?=\s)|\b(?:und|oder|aber|sondern|doch|sowie|ob|weil|dass)\b"
    r"|(?:\b(?:auf|in|an|mit|von|zu|für|aus) )?\bwelche[mnrs]?\b"
)
ENGLISH_CLAUSE = re.compile(
    r"[;:()–—]|[.!?](?=\s)|, (?=which|who|so\b)|(?:(?<=ed )|(?<=id ))that\b"
    r"|(?:, )?\b(?:and|(?<!anything )(?<!nothing )but|because|although|though|while|whereas|if|when|as long as"
    r"|unless|since|where|once|even if)\b"
)
WORD = re.compile(r"[^\W\d_][\w-]*")
NOUN_BEHIND = re.compile(r"(?:kein\w*|ohne)\b", re.IGNORECASE)
PREFIX = re.compile(
    r"\b(ab|an|auf|aus|bei|dar|durch|ein|fest|fort|frei|her|hin|hinzu|los|mit|nach|statt|teil|um|vor|weg|weiter|zu|zurück|zusammen)$"
)
"""The prefix of a verb that stands at the end of its clause."""
OTHERWISE = re.compile(r"(?:^|[.;,–—])\s*(?:ansonsten|sonst|andernfalls)\b[^,;.]*$", re.IGNORECASE)
"""What begins a clause on what would be if nobody did as told: English says what will be if one does."""
EASILY = re.compile(
    r"ohne (?:(?:\w+ )?(?:Aufwand|Umstände|Mühe|Probleme?|Fehler|[Ww]eiteres|Umschweife|Umwege?"
    r"|Schwierigkeiten|Zweifel|Frage)|d(?:ass|ie|en|as|er|eren|essen))\b",
    re.IGNORECASE,
)
"""Without effort: English says that it is easy."""
NOT_BEFORE = re.compile(r"(?:nicht|nie\w*|kein\w*(?: \w+)?) (?:vor|bevor|ehe)\b", re.IGNORECASE)
AFTER = re.compile(r"\b(?:after|only|until|till|from|once|first)\b", re.IGNORECASE)
"""„Nicht vor acht“ is “after eight”."""
CONTRAST, BUT = re.compile(r"[^.;:!?]*, sondern\b"), re.compile(r"\bbut\b", re.IGNORECASE)
"""„Nicht zu Fuß, sondern mit dem Rad“ may be “by bike”."""
OF_A_NOUN = re.compile(
    r"\b(?:de[rnms]|die|das|und|oder|eine[nmrs]?|ein|für|von|mit|bei|in|an|zu|nach|alle|manche|einige) "
    r"nicht (?P<word>[a-zäöü]\w+[enrsm]) (?=[A-ZÄÖÜ])"
)
"""„die nicht benötigten Dateien“: the quality alone is denied, and not what is done."""
AT_END = re.compile(r"(?:[,–—)]\s*|\baber)$")
"""What stands before a denial that is the end of its clause, behind an aside or „aber“."""
WHEN = re.compile(
    r"\w+(?:tags|nachts)|morgens|abends|nachts|heute|gestern|morgen|derzeit|bisher|bislang|zuletzt|später|jetzt|künftig",
    re.IGNORECASE,
)
"""What is seldom denied itself: „montags nicht geöffnet“."""
ATTRIBUTE = re.compile(r"[enrsm] [A-ZÄÖÜ]")
"""The end of a quality that belongs to the noun behind it: „die alte Halle“."""
REFUSING = re.compile(
    r"ab(?:lehn|weis|streit|rat)|warn|zurückweis|(?:ver)?weiger|verbiet|untersag|ausschließ|leugn|bestreit|verhinder|vermeid|verwerf"
    r"|widersprech|dementier|un(?!ter|abhängig|mittelbar|bedingt|gefähr|verzüglich|längst|ivers)\w{4,}|\w+(?:frei|los)$|gefährd|schad|verschlechter|behinder"
)
"""What says no by itself: „lehnt nicht ab“ denies “rejects”."""
TO, UNTIL = re.compile(r"\bbis\b", re.IGNORECASE), re.compile(r"\b(?:until|till)\b", re.IGNORECASE)
TAKES = re.compile(r"\bBis [^.;:!?]{5,100}, (?:w[iue]rd|dauer|verg[ei]|verging)\w*")
"""„Bis es greift, wird es 2027“ is “will not take effect until 2027”."""
LET, LEAVE = (
    re.compile(r"\bl(?:a|ä|ie)s{1,2}(?:t|e|en|est)?\b", re.IGNORECASE),
    re.compile(r"\bleav\w*|\bleft\b", re.IGNORECASE),
)
"""„Lass es nicht stehen“: “leave” translates the verb, and denies nothing."""
LONGER = 1.2
"""Length of English by that of German from which it says more than German does."""
SPARE = 20
"""Characters of a short sentence that prove nothing."""
CONDITION_DE = re.compile(r"\b(?:wenn|falls|sofern|soweit|solange|ob|bei|sonst|wer|sollten?)\b", re.IGNORECASE)
CONDITION = re.compile(r"\bif [^,;:.!?]*$", re.IGNORECASE)
"""What begins a condition in German, and what stands before a denial in an English one: the condition was added."""
SUPERLATIVE = re.compile(r"\b(?:\w{2,}st|erst|einzig)e[nmrs]?\b|\bam \w+sten\b|\bso \w+ wie\b")
COMPARED = re.compile(
    r"\b(?:before|ever|than|previous(?:ly)?|more|as|like|earlier|since"
    r"|(?:was|is|were|are|been|be|ha[ds]|have) (?:\w+ )?\w{2,}er)\b"
)
SUPERLATIVE_EN = re.compile(r"\b(?:most|first|only|sole|\w{2,}est)\b")
"""„Der jüngste Spieler“, “no player was younger”; „die erste Frau“, “no woman before her”."""
EXCEPT = re.compile(r"\b(?:unless|except|other than|without)\b", re.IGNORECASE)
"""“No change is effective unless in writing” denies nothing but what is told as a condition."""
DOUBLED = re.compile(r"\bkein\w* \w+ (?:und|oder) kein\w*\b", re.IGNORECASE)
"""„Keine Notarin und keinen Notar“ is “no notary”."""
IDIOM = 7
"""Words of a sentence that may be a saying."""
RELATIVE = re.compile(r"\b(?:who|which)\b[^,]*$", re.IGNORECASE)
"""What stands before a word of a clause on whom or what was named: it ends at the next comma."""
FOCUS, COUNTED = 5, 3
"""Words behind an English negation that it may deny; those of them, behind “none”, that say of what there is none."""


def surely_lost(german: str, said: str, found: Sequence[re.Match[str]]) -> re.Match[str] | None:
    """The first of the German negations whose word English has without one."""
    if not found or denies(said, len(found) - len(DOUBLED.findall(german))):
        return None
    said = LEAVE.sub(lambda left: "-" * len(left[0]), said) if LET.search(german) else said
    words = _english_words(said)
    for each in found:
        is_after = NOT_BEFORE.match(german, each.start()) and AFTER.search(said)
        is_contrast = CONTRAST.match(german, each.end()) and not BUT.search(said)
        if is_after or OTHERWISE.search(german, 0, each.start()) or EASILY.match(german, each.start()):
            continue
        itself = list(_contrasted(german, each) if is_contrast else _denied(german, each))
        refusing = [word for word in itself if REFUSING.match(word)]
        is_double = bool(refusing)
        meant = _tokens(refusing or itself)
        places = [start for start, known in words if not meant.isdisjoint(known)]
        rest = f"{german[: each.start()]} {german[each.end() :]}"
        others = _tokens(WORD.findall(rest)) - meant if places and not is_double else frozenset()
        kept = [at for at in places if is_denied_at(german, said, at, others, is_double=is_double)]
        if len(places) > len(kept) and len(kept) < min(len(found), len(places)) and not (kept and len(found) == 1):
            return each
    return None


def is_denied_at(german: str, said: str, at: int, others: frozenset[str], *, is_double: bool = False) -> bool:
    """Whether the clause of an English word denies it, or says so otherwise in a word that nothing else explains.

    ``others`` is what the dictionary makes of the other German words: “disease” is of „Zöliakie“, and no denial.
    """
    without = _clause(said, at, without=True)
    if denies(without if is_double else _clause(said, at, without=False)):
        return True
    soft = [] if is_double else list(softly(_to_comma(said, at) or without))
    is_other = explained_softly(german) if soft else bool
    return any(others.isdisjoint(tokens(word, Language.EN)) and not is_other(word) for word in soft)


def _to_comma(said: str, at: int) -> str:
    """The clause of a word without that word, if it began with “who” or “which” behind a comma."""
    start, _ = _bounds(said, (at, at), ENGLISH_CLAUSE)
    if not said[:start].endswith(", ") or not RELATIVE.match(said, start, at):
        return ""
    behind = said.find(", ", at)
    word = WORD.match(said, at)
    return f"{said[start:at]} {said[word.end() if word else at : behind]}" if behind > 0 else ""


def is_reworded(german: str, said: str, negation: re.Match[str]) -> bool:
    """Whether English says another word than the one that is denied, or asks: „nicht geöffnet“ is “closed”."""
    if said.rstrip(' ”"').endswith("?") or "sondern" in german:
        return True
    known = [found for word in _denied(german, negation) if word != "geben" and (found := _tokens((word,)))]
    here = frozenset(token for _, found in _english_words(said) for token in found)
    return any(map(here.isdisjoint, known))


def _tokens(words: Iterable[str]) -> frozenset[str]:
    """What our dictionary makes of German words."""
    return frozenset(token for word in words for token in tokens(word, Language.DE) if token[0] == "=")


def surely_added(german: str, said: str) -> re.Match[str] | None:
    """The English negation of a word that German has without any sign of one."""
    is_possible = len(said) <= LONGER * len(german) + SPARE and not denies_in_german(german)
    denials = list(plain_denials(said)) if is_possible else ()
    known = _tokens(WORD.findall(german)) if denials else frozenset()
    said_so = _tokens(each for each in WORD.findall(german) if each.islower()) if denials else frozenset()
    idioms = [each.span() for each in affirms(said)] if denials else []
    for each in denials if not (denials and _is_idiom(german, said)) else ():
        if any(start <= each.start() < end for start, end in idioms):
            continue
        is_none = each[0].lower() == "none"
        behind = (found[0] for found in islice(WORD.finditer(said, each.end()), COUNTED if is_none else 0, FOCUS))
        if any(not (said_so if is_none else known).isdisjoint(tokens(word, Language.EN)) for word in behind):
            if EXCEPT.search(said, each.end()) or is_needed(said, each) or denies_lack(said, each, known):
                continue
            is_told = COMPARED.search(said, each.end()) and not SUPERLATIVE_EN.search(said)
            if is_told and SUPERLATIVE.search(german):
                continue
            is_added = CONDITION.search(said, 0, each.start()) and not CONDITION_DE.search(german)
            return None if is_added or may_deny(without_object(_without_end(german, said), said, each)) else each
    return None


def _is_idiom(german: str, said: str) -> bool:
    """Whether a short sentence was told by another: „Da lachen ja die Hühner“ is “Don’t make me laugh”."""
    nouns = [found[0] for found in WORD.finditer(german, 1) if found[0][0].isupper() and english(found[0])]
    if not nouns or len(WORD.findall(german)) > IDIOM:
        return False
    here = frozenset(token for _, row in _english_words(said) for token in row)
    return all(here.isdisjoint(tokens(noun, Language.DE)) for noun in nouns)


def _without_end(german: str, said: str) -> str:
    """A German sentence without the „bis“ that English says as well: it is no “not until” then."""
    return TO.sub(" ", german) if UNTIL.search(said) and not TAKES.search(german) else german


def _english_words(said: str) -> list[tuple[int, tuple[str, ...]]]:
    return [(found.start(), tokens(found[0], Language.EN)) for found in WORD.finditer(said)]


def _denied(german: str, negation: re.Match[str]) -> Iterator[str]:
    """The verbs and qualities in the clause of a negation, and the noun behind „kein“."""
    attribute = next((each for each in OF_A_NOUN.finditer(german) if each.start("word") == negation.end() + 1), None)
    if attribute:
        yield lemma(attribute["word"]) or attribute["word"]
        return
    start, end = _bounds(german, negation.span(), GERMAN_CLAUSE)
    is_alone = not WORD.search(german[start : negation.start()] + german[negation.end() : end])
    if is_alone and AT_END.search(german[:start]):
        start = _before(german, start)
    text = german[start:end].rstrip(' .!?“”"')
    prefix = PREFIX.search(text)
    for found in WORD.finditer(text):
        word = found[0]
        if start + found.start() == negation.start() or WHEN.fullmatch(word) or in_a_word(word.lower()):
            continue  # of „drei Stellen sind nicht besetzt“ nobody denies the number
        is_first = not german[: start + found.start()].strip()
        base = lemma(word.lower() if is_first else word)
        is_attribute = not base.endswith("n") and ATTRIBUTE.match(text, found.end() - 1)
        if base.islower() and not is_attribute and (is_first or word[0].islower()):
            yield prefix[1] + base if prefix and lemma(prefix[1] + base) else base
    if NOUN_BEHIND.match(negation[0]):
        yield from _first_noun(WORD.finditer(german, negation.end(), end))


def _before(german: str, start: int) -> int:
    """Where the clause begins of which „nicht“ is the end, behind what was put in: „…, soweit man weiß, nicht“."""
    marks = [found.end() for found in GERMAN_CLAUSE.finditer(german, 0, start)]
    is_aside = not german[:start].endswith("r")
    behind = marks[:-2] if is_aside else marks[:-1]
    return behind[-1] if behind else 0


def _contrasted(german: str, negation: re.Match[str]) -> Iterator[str]:
    """The words of what is not so, while something else is: „nicht kneten, sondern falten“."""
    end = german.find(", sondern", negation.end())
    yield from (lemma(found[0]) for found in WORD.finditer(german, negation.end(), end) if found[0][0].islower())


def _first_noun(words: Iterable[re.Match[str]]) -> Iterator[str]:
    for found in words:
        if found[0][0].isupper() and english(found[0]):
            yield found[0]
            return


def _clause(text: str, at: int, *, without: bool) -> str:
    """The clause of a word; without the word itself where that denies, as in „lehnt nicht ab“ and “rejects”."""
    start, end = _bounds(text, (at, at), ENGLISH_CLAUSE)
    word = WORD.match(text, at) if without else None
    return f"{text[start:at]} {text[word.end() : end]}" if word else text[start:end]


def _bounds(text: str, at: tuple[int, int], mark: re.Pattern[str]) -> tuple[int, int]:
    """The clause around a place."""
    starts = [found.start() if found[0].endswith("unless") else found.end() for found in mark.finditer(text, 0, at[0])]
    behind = mark.search(text, at[1])
    return (starts[-1] if starts else 0), (behind.start() if behind else len(text))
