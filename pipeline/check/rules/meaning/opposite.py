"""Nothing is turned into its opposite.

In: an original and its translation. Out: remarks on words that say the opposite of the original's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ....align.words import tokens
from ....facts.dates.offsets import may_be_offset
from ....facts.stance.poles import met, turns
from ....facts.words.runs import runs
from ....model import Language
from ....vocabulary.stems import stem
from ....vocabulary.terms import compound, english, lemma
from ...answering.anchored import met as words_met
from ...answering.beads import beads
from ...answering.degrees import is_from_other_side, may_differ, other_degrees
from ...answering.lines import lines
from ...answering.modals import may_have_modal, other_modals
from ...answering.offset import is_of_another, other_ways
from ...answering.sides import is_from_behind
from ...rule import Remark, Severity, remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ....facts.stance.poles import Pole, Turn
    from ....model import Translation
    from ...answering.anchored import Met

BEFORE_DE = frozenset(("bevor", "ehe", "vor", "vorher"))
NOT_BEFORE = re.compile(r"\b(?:nicht|nie|niemals|niemand|kein\w*)\b[^.;:!?]*\b(?:bevor|ehe|vor)\b", re.IGNORECASE)
NOT_UNTIL = re.compile(r"\b(?:only|until|till|first|wait\w*)\b", re.IGNORECASE)
"""„Nicht öffnen, bevor es kühl ist“ is “only open once it is cool”."""
CONVERSE = frozenset(
    ("buy", "sell", "buyer", "seller", "lend", "borrow", "give", "get", "import", "export", "won", "lost")
)
PARTY = re.compile(
    r"\b(?:an|von|vom|bei|beim|gegen) (?:(?:de[nmrs]|die|das|eine?[nmrs]?|ihre?[nmr]?|seine?[nmr]?) )?"
    r"(?:[a-zäöüß]+e[nrm]? )?(?P<who>[A-ZÄÖÜ][\w.-]*(?: [A-ZÄÖÜ][\w.-]*){0,4})"
)
"""To whom or from whom something goes; English may have the other one act."""
BY = ("by ", "by the ", "by a ", "by an ", "by its ", "by their ")
TIMES = frozenset(("before", "after", "shortly before", "shortly after"))
"""What stands before one thing stands after the other."""
ABLE = frozenset(("can", "could"))
NEXT = re.compile(r"\b(?:dazu|hierzu|anschließend|danach|als nächstes|noch)\b", re.IGNORECASE)
DONE = re.compile(r"\bman\b|\b\w*ge\w+(?:t|en) werden\b|\b(?:be|ver|er|ent|zer)\w+(?:t|en) werden\b")
YOU_CAN = re.compile(r"\b[Yy]ou can(?! (?:only|also|either)\b)")
"""A step that somebody who follows must take, and that the reader can: „muss man sich noch anmelden“."""
PARTED = re.compile(r"[,;:–—]\s")
COUNTED = 4
RELATIVE = re.compile(r", d(?:ie|er|as|enen|eren)\b")
"""What parts clauses; words behind „nur“; what tells more of a noun behind it: „nur Spieler, die …“."""
JOINT = re.compile(
    r"[,;:–—.!?]\s|\b(?:und|aber|oder|sondern|and|but|or|then|so|who|which|that|when|while|before|after)\s"
)
"""What a clause begins behind, for what is said before or after it."""
AIM = re.compile(r"\b[Uu]m [^.;:!?]{1,120}? (?:zu (?P<verb>\w+en)|(?P<front>\w{2,5})zu(?P<rest>\w+en))\b")
ENABLED = re.compile(r"\b(?:can|could)(?: \w+){1,5}")
"""What a German sentence aims at, and what English says can be done."""


@rule(Severity.WARNING)
def opposite(pair: Translation) -> Iterator[Remark]:
    """The translation says the opposite: less for more, before for after, may for must.

    Why it matters: the sentence is fluent, and turns what the original says.

    Known pairs of poles alone, how long before or after something, and must and may before one verb. Sentences that
    answer each other are compared. It is no finding if the English has any word for what the German says, or the
    German any that means the English. Less of a quality is told for plain or more of it, where the dictionary knows
    the quality.

    Bad: „Nach der Sanierung sank der Verbrauch.“ – “Before the renovation, consumption fell.”

    Good: “After the renovation, consumption fell.”, “Once renovated, the house used less.”

    Repair: write what the original says.
    """
    for _, mine, theirs in lines(pair):
        among, degrees = met(mine.text, theirs.text), may_differ(mine.text, theirs.text)
        is_offset, may_be_modal = may_be_offset(mine.text, theirs.text), may_have_modal(mine.text)
        for (first, last), (start, end) in beads(mine, theirs) if among or degrees or is_offset or may_be_modal else ():
            german, said = mine.text[first:last], theirs.text[start:end]
            found = list(_turns(german, said, among, degrees=degrees))
            if is_offset and not found:
                found += other_ways(words_met(german, said), german, said)
            if may_be_modal and not found:
                found += other_modals(words_met(german, said))
            for turn in found:
                yield remark(
                    theirs.span(start + turn.here[0], start + turn.here[1]),
                    "“{german}” is not “{english}”; perhaps “{mean}”",
                    related=mine.span(first + turn.there[0], first + turn.there[1]),
                    german=german[slice(*turn.there)],
                    english=said[slice(*turn.here)],
                    mean=turn.mean,
                )


def _turns(german: str, said: str, among: Sequence[Pole], *, degrees: bool) -> Iterator[Turn]:
    """Poles that are turned, without those that anything excuses; qualities in the other degree."""
    told: set[tuple[int, int]] = set()
    for turn in turns(german, said, among):
        there, here = german[slice(*turn.there)], said[slice(*turn.here)]
        if _is_answered(there, said) or _is_meant(here, german, said) or is_from_behind(german, said):
            continue
        if turn.needs and not _has_same(turn, german, said):
            continue
        if _is_told_otherwise(turn, german, said):
            continue
        if turn.mean in TIMES and is_of_another(words_met(german, said), turn, german, said):
            continue
        if here in ABLE and (_is_next_step(german, said) or _is_aim(german, said)):
            continue
        if not any(turn.here[0] < end and start < turn.here[1] for start, end in told):  # by another pair of poles
            yield turn
        told.add(turn.here)
        degrees = False
    if degrees and not is_from_behind(german, said):
        yield from other_degrees(words_met(german, said), german, said)


def _is_told_otherwise(turn: Turn, german: str, said: str) -> bool:
    """Whether English says the same from the other side of a comparison, a deal or a point in time."""
    if german[slice(*turn.there)].lower() in BEFORE_DE and NOT_BEFORE.search(german) and NOT_UNTIL.search(said):
        return True
    is_behind = is_from_other_side(german, said, turn.here[0]) or is_from_behind(german, said)
    return is_behind or (turn.mean in CONVERSE and _is_other_side(turn, german, said))


def _is_answered(german: str, said: str) -> bool:
    """Whether the dictionary's English for a word is in a sentence."""
    stems = {stem(run.lower()) for run in runs(said)}
    return " " not in german and any(_says(each, stems) for each in english(german))


def _says(each: str, stems: set[str]) -> bool:
    return all(stem(part) in stems for part in each.split())


def _is_meant(here: str, german: str, said: str) -> bool:
    """Whether a German sentence has a word that the dictionary translates so, and nothing else answers it."""
    parts = [{token for token in tokens(word, Language.EN) if token[0] == "="} for word in here.split()]
    wrong = {token for part in parts for token in part}
    meanings = frozenset(token for run in runs(german) for token in tokens(run, Language.DE))
    if any(part and part.isdisjoint(meanings) for part in parts):
        return False
    stems = {stem(run.lower()) for run in runs(said)} - {token[1:] for token in wrong}
    for run in runs(german) if wrong else ():
        if wrong.intersection(tokens(run, Language.DE)):
            words = [each for entry in (lemma(run), *compound(run)) if entry for each in english(entry)]
            if not any(_says(each, stems) for each in words):
                return True
    return False


def _is_other_side(turn: Turn, german: str, said: str) -> bool:
    """Whether English tells a deal from the other side: who is „an X verkauft“ to is who “X bought” it from."""
    found = words_met(german, said)
    for party in PARTY.finditer(german):
        named = [at for at, word in enumerate(found.left) if party.start("who") <= word.start < party.end("who")]
        places = [found.answers[at][0] for at in named if at in found.answers]
        acts = [found.right[at].end <= turn.here[0] or said[: found.right[at].start].endswith(BY) for at in places]
        if acts and all(acts):
            return True
    return False


def _has_same(turn: Turn, german: str, said: str) -> bool:
    """Whether English says the same of both clauses of a condition, of the noun that is counted, or in the clause."""
    found = words_met(german, said)
    if turn.needs == "within":
        return _stays_within(turn, found, german, said)
    if turn.needs == "counted":
        behind = [number for number, word in enumerate(found.left) if word.start >= turn.there[1]][:COUNTED]
        counted = next((number for number in behind if number in found.nouns), -1)
        first = found.answers.get(counted, (-1, -1))[0]
        at = sum(word.start < turn.here[1] for word in found.right)
        is_told_more = RELATIVE.match(german, found.left[counted].end) if counted >= 0 else None
        return at <= first < at + COUNTED - 1 and not is_told_more
    start = max((mark.end() for mark in PARTED.finditer(german, 0, turn.there[0])), default=0)
    end = PARTED.search(german, turn.there[1] + (german[turn.there[1] : turn.there[1] + 1] == ","))
    inside = range(start, end.start() if end else len(german))
    answered = [number for number in found.answers if number in found.nouns or number + 1 not in found.nouns]
    told = {(found.left[number].start in inside, number in found.nouns) for number in answered}
    return (False, False) in told and any(is_inside for is_inside, _ in told)


def _stays_within(turn: Turn, found: Met, german: str, said: str) -> bool:
    """Whether nothing that is answered has left the clause of a word or come in: „zuvor aß er“, “he left later”."""
    mine, theirs = _clause(german, turn.there), _clause(said, turn.here)
    inside = [
        (found.left[number].start in mine, found.right[place[0]].start in theirs)
        for number, place in found.answers.items()
    ]
    return all(here == there for here, there in inside) and (True, True) in inside


def _clause(text: str, at: tuple[int, int]) -> range:
    """The places of the clause around a word."""
    start = max((mark.end() for mark in JOINT.finditer(text, 0, at[0])), default=0)
    end = JOINT.search(text, at[1])
    return range(start, end.start() if end else len(text))


def _is_next_step(german: str, said: str) -> bool:
    """Whether both tell readers what comes next: „noch muss der Port geöffnet werden“, “now you can open the port”."""
    return bool(NEXT.search(german) and DONE.search(german) and YOU_CAN.search(said))


def _is_aim(german: str, said: str) -> bool:
    """Whether English says that what German aims at can be done: „um es zu bekommen, muss man“, “you can get it by”."""
    able = {stem(run.lower()) for found in ENABLED.finditer(said) for run in runs(found[0])}
    verbs = (found["verb"] or f"{found['front']}{found['rest']}" for found in AIM.finditer(german))
    return any(_says(each, able) for verb in verbs for each in english(verb))
