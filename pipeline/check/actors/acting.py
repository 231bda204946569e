"""Who acts in an English clause, and who in the German one that it answers.

In: two sentences with the answers of their words. Out: two nouns of the original that stand in each other's place in
the translation: the one acts there that something is done to here.

Only the subject that begins a main clause. Objects that German puts first are left out where their form does not tell
them from a subject: „Die Kosten trägt die Stadt“.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...facts.words.grammar import PARTICIPLE, grammar, is_verb
from ...vocabulary.terms import STOP_WORDS, composed, lemma
from .phrases import MOST, standing, subject

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..answering.anchored import Met

    Pair = tuple[int, int]

PASSIVE = re.compile(r"\b(?:w[ieu]rd\w*|worden)\b")
BE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|gets?|got|getting)\b(?! (?:\w+ly |now |also |still |not |already )*\w+ing\b)"
    r"|['’]re\b"
)
"""What a passive is made with, and what likens two things."""
SENTENCE = re.compile(r"[;:.!?]\s|\s[–—]\s")
CLAUSE = re.compile(
    r"[;:,()“”\"?!–—]|\b(?:and|or|but|which|who|whose|whom|where|while|because|if|when|although|though|that|whether"
    r"|as|than|before|after|since|unless|until)\b"
)
"""What ends a clause in English."""
MUTUAL = frozenset(("mit", "als", "wie"))
MUTUAL_EN = frozenset(("with", "from", "as", "than", "to"))
OWNED = frozenset(("Eigentum", "Besitz"))
"""What is somebody's „Eigentum“ is owned by him in English."""
NEAR = 3
"""Words before a noun among which its preposition stands."""


def is_measure(met: Met, number: int) -> bool:
    """Whether a German noun says when, how long or how much."""
    return bool(grammar().measures.search(met.left[number].text))


def clause_end(said: str, start: int) -> int:
    """Where the English clause ends that a place is in."""
    end = CLAUSE.search(said, start)
    return end.start() if end else len(said)


def clause_of(met: Met, at: int) -> int:
    """The word behind the German clause that a word is in."""
    return next((here for here in range(at + 1, len(met.left)) if met.left[here].before), len(met.left))


def is_converse(met: Met, clause: Iterable[int], *, is_main: bool = True) -> bool:
    """Whether English may say the same from the other side: sells, buys from; or what is said of both is the same.

    A verb that is answered says the same from the same side; one that is not may be turned in a main clause, unless the
    rest of the sentence has others that are answered.
    """
    words = list(clause)
    if any(met.left[at].text in OWNED for at in words):
        return True
    known, verbs = grammar(), [at for at in words if at not in met.nouns and met.left[at].text.islower()]
    if any(known.mutual.match(met.left[at].text) for at in verbs):
        return True
    if any(at in met.answers and is_verb(met.left[at].text) for at in verbs):
        return False
    if any(known.converse.match(met.left[at].text) for at in verbs):
        return True
    return is_main and not any(at not in met.nouns and is_verb(met.left[at].text) for at in met.answers)


def exchanged_actors(met: Met, german: str, said: str) -> Iterator[Pair]:
    """Two German nouns of which the translation has the second act in place of the first."""
    theirs = english_subject(met)
    mine = subject(met.left, met.nouns) if theirs and not begins_with_participle(met) else None
    if not mine or not theirs or not has_verb(met, theirs[1]):
        return
    acting = [number for number in range(mine[0].first, mine[0].last + 1) if number in met.answers]
    if not acting or any(mine[0].first <= number <= mine[1] for number in theirs[0]):
        return
    one, other = acting[0], min(theirs[0])
    begins = met.right[theirs[1]].end
    if other < mine[0].first and standing(met.left, met.nouns, other) != "object":
        return
    if (
        met.answers[one][0] <= theirs[1]
        or _is_agent(met, one, theirs[1])
        or BE.search(said, begins, clause_end(said, begins + 2))
    ):
        return
    first = SENTENCE.search(german)
    if PASSIVE.search(german, 0, first.start() if first else len(german)) or is_measure(met, acting[-1]):
        return
    if (
        is_measure(met, other)
        or _is_means(met, other)
        or _is_mutual(met, one, other)
        or _is_speaker(met, other)
        or is_converse(met, range(mine[2], clause_of(met, mine[2])))
    ):
        return
    if is_sure(met, other) and _is_same(met, one, other):
        yield one, other


def begins_with_participle(met: Met) -> bool:
    """Whether a German sentence begins with what is done, behind which all may stand: „Bezahlt hat das die Stadt“."""
    words = [word.small for word in met.left[:2]]
    return len(words) > 1 and words[1] in grammar().german["auxiliary"] and PARTICIPLE.fullmatch(words[0]) is not None


def _is_agent(met: Met, number: int, last: int) -> bool:
    """Whether the answer of a German noun stands behind “by”, or behind “from” where English has a verb of its own.

    “The town had ten places deducted by the club”, “received help from the club”; ``last`` is the subject's last word.
    """
    place = met.answers[number][0]
    before = {word.small for word in met.right[max(0, place - NEAR) : place]}
    verbs = {at for at in met.answers if at not in met.nouns}
    is_own = all(met.answers[at][0] != last + 1 for at in verbs)
    return "by" in before or ("from" in before and is_own)


def _is_means(met: Met, number: int) -> bool:
    """Whether a German noun is what something is done with, which English may have act: „heizt mit Gas“, “gas does”."""
    ahead, means = met.left[max(0, number - NEAR) : number], grammar().german["means"]
    return any(word.small in means for word in ahead) and not any(word.before for word in ahead[1:])


def _is_speaker(met: Met, number: int) -> bool:
    """Whether a German noun stands behind what it says: „…, warnt der Forscher“, “the researcher warns that …”."""
    first = number
    while first and not met.left[first].before and (number - first < NEAR):
        first -= 1
        if met.left[first].small in grammar().german["saying"]:
            return bool(met.left[first].before)
    return False


def _is_mutual(met: Met, one: int, other: int) -> bool:
    """Whether what is said of two things is the same the other way round: „anders als“, „einigt sich mit“."""
    ahead = {word.small for word in met.left[max(0, other - NEAR) : other]}
    before = {word.small for word in met.right[max(0, met.answers[one][0] - NEAR) : met.answers[one][0]]}
    return not MUTUAL.isdisjoint(ahead) and not MUTUAL_EN.isdisjoint(before)


def _is_same(met: Met, one: int, other: int) -> bool:
    """Whether two clauses of a sentence have not changed places as wholes: something else stays in the first."""
    english = grammar().english
    joints = english["parting"] | english["subordinating"]
    ends = [
        next((at for at, word in enumerate(side) if at and (word.before or word.small in parting)), len(side))
        for side, parting in ((met.left, frozenset[str]()), (met.right, joints))
    ]
    first, last = met.answers[other][1] + 1, met.answers[one][0] + 1
    if any(word.before == ";" for word in met.left[one + 1 : other + 1]):
        return False  # of two statements English may have made one
    if other < ends[0] or not any(word.before or word.small in joints for word in met.right[first:last]):
        return True
    return any(number < ends[0] and place[0] < ends[1] for number, place in met.named if number not in (one, other))


def english_subject(met: Met) -> tuple[set[int], int] | None:
    """The German nouns that answer the subject that begins an English sentence, and its last word."""
    at, english = _opened(met), grammar().english
    if at < 0:
        return None
    starts = {place[0]: (number, place[1]) for number, place in met.named}
    here = at + 1 if met.right[at].small in english["articles"] else at
    while here not in starts:
        if here >= len(met.right) or here - at > MOST or not _may_describe(met, here, at):
            return None
        here += 1
    found: set[int] = set()
    while here in starts and not (found and met.right[here].before):
        number, last = starts[here]
        found.add(number)
        here = last + 1
    return found, here - 1


def _may_describe(met: Met, here: int, at: int) -> bool:
    """Whether a word may stand between the beginning of a sentence and the noun that acts."""
    word = met.right[here]
    begins = here == at == 0 and word.small.endswith("ing")  # excluding pups, the ministry
    return word.small not in STOP_WORDS["en"] and not (here > at and word.before) and not begins


def _opened(met: Met) -> int:
    """Where an English sentence begins behind its adverb or what a preposition governs; -1 if that is open."""
    if not met.right:
        return -1
    first, english = met.right[0].small, grammar().english
    governs = first in english["governing"]
    if not governs and first not in english["opening"] and not first.endswith("ly"):
        return 0
    comma = next((at for at, word in enumerate(met.right) if at and word.before == ","), -1)
    if comma > 0 or governs:
        return comma if comma > 0 else _behind_governed(met)
    return 1 if len(met.right) > 1 else -1


def _behind_governed(met: Met) -> int:
    """The next article behind what a preposition at the beginning governs: “In the autumn the dealer …”; or -1."""
    articles = grammar().english["articles"]
    if len(met.right) > 2 and met.right[1].small.isdigit():  # noqa: PLR2004 - “In 2019 the dealer …”
        return 2
    start = 2 if len(met.right) > 1 and met.right[1].small in articles else 1
    for at in range(start, min(start + MOST, len(met.right))):
        word = met.right[at].small
        if at > start and word in articles:
            return at
        if word in STOP_WORDS["en"]:
            break
    return -1


def has_verb(met: Met, last: int) -> bool:
    """Whether a verb stands behind the last word of an English subject, or what is put between."""
    if last + 1 >= len(met.right) or met.is_owner(last):
        return False
    behind, english = met.right[last + 1], grammar().english
    if behind.before == ",":
        return behind.small in english["apposed"]
    is_other = any(behind.small in english[kind] for kind in ("governing", "joining", "articles"))
    return not behind.before and not is_other and not behind.small.endswith("ing")


def is_sure(met: Met, other: int) -> bool:
    """Whether another noun cannot be the subject of the German sentence: objects stand first, too."""
    found = subject(met.left, met.nouns)
    if not found:
        return False
    first, _, verb = found
    parted = any(word.before for word in met.left[verb + 1 : other + 1])
    if verb < first.first or parted or standing(met.left, met.nouns, other) != "free":
        return True
    if met.left[other - 1].text == "der" and met.left[other].text.endswith(grammar().abstract):
        return True
    if first.determiner == "der":
        feminine = grammar().feminine
        is_dative = met.left[first.last].small.endswith(feminine) or grammar().dative.match(met.left[verb].text)
        return not is_dative and (met.left[other - 1].text != "der" or met.left[other].small.endswith(feminine))
    return _is_name(met, first.first) and (not first.determiner or _is_name(met, other))


def _is_name(met: Met, number: int) -> bool:
    return not lemma(met.left[number].text) and not composed(met.left[number].text)
