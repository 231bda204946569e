"""The code of a section pair.

In: a pair of articles. Out: remarks on blocks of code, at any depth.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from ....align.chain import chain
from ....model import BlockKind, Language
from ...answering import lists
from ...answering.gaps import end
from ...compared import code, comments, shapes
from ...compared.excerpt import excerpt
from ...compared.foreign import both
from ...rule import Remark, Severity, remark, rule
from . import inline

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ....model import BlockPair, Node, Section, Span, Translation

    Couple = tuple[Node | None, Node | None]

NEARLY, SHORTEST = 0.85, 6
"""How alike two pieces of code must be for one to be a slip of the other, and their characters."""
CODE = re.compile(r"[0-9_/.=$<>@:]|\w\(|^[a-z-]+(?: |$)|^[A-Z_]+$")
"""What names of buttons and menus do not have; “View key (private)” is one."""
SAME_LENGTH = 0.3
"""The same of numbers, of which one digit in three is enough."""
LIKE = 0.2
"""Share of words by which a block of code is another one that was changed, where blocks are missing beside it."""
PRIOR = 0.3
"""Blocks of code in the same place answer each other, even if no word is the same."""


@rule(Severity.ERROR)
def code_differs(pair: Translation) -> Iterator[Remark]:
    """A block of code is missing, added, in another language, or different.

    Why it matters: readers copy code. Comments, strings and place-holders may be translated; a command that differs
    (a warning) is a mistake in one of the languages. A comment that stayed German, or names another version, licence or
    constant, is a warning too.

    Bad: `apt install git` in German, `apt install gti` in English.

    Good: the same code, with translated comments.

    Repair: copy the original's code and translate its comments.
    """
    moved = _moved(pair)
    told: set[tuple[str, str]] = set()
    for original, section, blocks in pair.alignment.both:
        here, there = code.blocks(section, pair.article), code.blocks(original, pair.original)
        couples = [each for each in _couples(there, here) if each[0] or _text(each[1]) not in moved]
        here = tuple(node for _, node in couples if node)
        lost = [counterpart for counterpart, node in couples if counterpart and not node]
        added = [node for counterpart, node in couples if node and not counterpart]
        alone = _beyond_items(lost, added, (original, section, blocks), pair) if len(here) != len(there) else ((), ())
        if _unsaid(alone[0], original, section) or _unsaid(alone[1], section, original):
            at, related = _first_gap(couples, section, original)
            yield remark(
                at, "{here} blocks of code, {there} in the original", related=related, here=len(here), there=len(there)
            )
            couples = [each for each in couples if _are_like(*each)]  # the others may answer nothing
        for counterpart, node in couples:
            if node and counterpart:
                yield from _compared(node, counterpart)
                yield from _commented(node, counterpart, pair)
        yield from _as_text(lost, section)
        yield from _misspelled(original, section, told)
    yield from _inside(pair)


def _as_text(lost: Sequence[Node], section: Section) -> Iterator[Remark]:
    for node, block in inline.shown_as_text(lost, section):
        yield remark(block.at, "“{code}” is code in the original", related=node.at, code=excerpt(block.text))


def _inside(pair: Translation) -> Iterator[Remark]:
    """Code inside of sentences, block by block."""
    known = frozenset(words for section in pair.original.sections for words in _inline(section))
    for _, _, pairs in both(pair) if known else ():
        for each in pairs:
            if each.original and each.translation:
                yield from inline.exchanged(each, known)
                yield from inline.unmarked(each)


def _misspelled(original: Section, section: Section, told: set[tuple[str, str]]) -> Iterator[Remark]:
    """Code inside of sentences that is the original's but for a letter or two; the same slip is told once."""
    here, there = _inline(section), _inline(original)
    lost = [words for words in there if words not in here]
    known = {_bare(words) for words in there}
    for words, node in here.items():
        added = (
            words not in there
            and (len(words) >= SHORTEST or words.isdigit())
            and CODE.search(words)
            and _bare(words) not in known
        )
        nearly = SAME_LENGTH if words.isdigit() else NEARLY
        meant = get_close_matches(words, lost, 1, nearly) if added else []
        meant = [each for each in meant if not _is_of_path(words, each)]
        slip = code.slip(words, meant[0]) if meant else ("", "")
        # German words may be others in English
        if meant and slip not in told and code.difference(words, meant[0]) is not None:
            told |= {slip} if all(slip) else set()
            yield remark(
                node.at,
                "the code is “{here}”, in the original “{there}”",
                severity=Severity.WARNING,
                related=there[meant[0]].at,
                here=words,
                there=meant[0],
            )


def _is_of_path(one: str, other: str) -> bool:
    """Whether of two paths one is what the other ends with: `/mnt/disk`, `disk`."""
    return one.endswith(f"/{other.lstrip('/')}") or other.endswith(f"/{one.lstrip('/')}")


def _bare(words: str) -> str:
    """Code without what makes no other name of it."""
    return re.sub(r"[\s()./-]", "", words).casefold()


def _inline(section: Section) -> dict[str, Node]:
    """The pieces of code inside of sentences."""
    inside = {id(each) for pre in shapes.nodes(section, "pre") for each in pre.walk()}
    return {shapes.words_of(node): node for node in shapes.nodes(section, "code") if id(node) not in inside}


def _text(node: Node | None) -> str:
    return shapes.words_of(node) if node else ""


def _moved(pair: Translation) -> frozenset[str]:
    """The code of the original that stands in another section of the translation: it is missed once, where it was."""
    gone: set[str] = set()
    for original, section, _ in pair.alignment.both:
        here = {shapes.words_of(node) for node in code.blocks(section, pair.article)}
        gone |= {shapes.words_of(node) for node in code.blocks(original, pair.original)} - here
    return frozenset(gone)


def _compared(node: Node, counterpart: Node) -> Iterator[Remark]:
    """Another language, or other words in the same language."""
    here, there = code.language(node), code.language(counterpart)
    if here and there and not code.same_language(here, there):
        yield remark(
            node.at,
            "the code is in “{here}”, the original's in “{there}”",
            related=counterpart.at,
            here=here,
            there=there,
        )
        return
    if there and not here:
        yield remark(
            node.at,
            "the code names no language, the original's “{there}”",
            severity=Severity.WARNING,
            related=counterpart.at,
            there=there,
        )
    words = code.difference(shapes.words_of(node), shapes.words_of(counterpart))
    if words is not None:
        yield remark(
            node.at,
            "the code differs: “{here}”, in the original “{there}”",
            severity=Severity.WARNING,
            related=counterpart.at,
            here=words[0],
            there=words[1],
        )


def _commented(node: Node, counterpart: Node, pair: Translation) -> Iterator[Remark]:
    """Comments that name something else, or were left in German."""
    here, there = shapes.words_of(node), shapes.words_of(counterpart)
    found = comments.renamed(here, there) if here != there else None
    if found:
        yield remark(
            node.at,
            "the code differs: “{here}”, in the original “{there}”",
            severity=Severity.WARNING,
            related=counterpart.at,
            here=found[0],
            there=found[1],
        )
    for comment in comments.untranslated(here, there) if pair.article.language is Language.EN else ():
        yield remark(
            node.at,
            "the comment “{comment}” is not translated",
            severity=Severity.WARNING,
            related=counterpart.at,
            comment=comment,
        )


def _beyond_items(
    lost: Sequence[Node],
    added: Sequence[Node],
    sections: tuple[Section, Section, Sequence[BlockPair]],
    pair: Translation,
) -> tuple[Sequence[Node], Sequence[Node]]:
    """The code that is missing or added by itself: that of an item is missed with the item."""
    original, section, blocks = sections
    if lists.depths(section.blocks, pair.article) == lists.depths(original.blocks, pair.original):
        return lost, added
    found = lists.answers(blocks, pair.original, pair.article)
    gone = _inside_of(found.lost, original), _inside_of(found.added, section)
    return [node for node in lost if id(node) not in gone[0]], [node for node in added if id(node) not in gone[1]]


def _inside_of(items: Sequence[lists.Item], section: Section) -> frozenset[int]:
    """The nodes of a section that stand in some of its items, by their identity."""
    places = {item.at for item in items}
    found = (node for node in shapes.nodes(section, "li") if node.at in places)
    return frozenset(id(each) for node in found for each in node.walk())


def _are_like(counterpart: Node | None, node: Node | None) -> bool:
    """Whether two blocks of code have words in common enough to be one that was changed."""
    return bool(counterpart and node) and code.alike(_text(node), _text(counterpart)) >= LIKE


def _couples(there: Sequence[Node], here: Sequence[Node]) -> tuple[Couple, ...]:
    """Which block of the original's code answers which of the translation's, in order."""
    texts = [shapes.words_of(node) for node in there], [shapes.words_of(node) for node in here]
    links = chain(
        len(there), len(here), ((1, 1),), lambda i, j, _step: PRIOR + code.alike(texts[1][j], texts[0][i]), narrow=True
    )
    return tuple((there[down[0]] if down else None, here[right[0]] if right else None) for down, right in links)


def _unsaid(blocks: Sequence[Node], own: Section, section: Section) -> bool:
    """Whether some code stands in no sentence of a section, or in one that its own section has too."""
    here, there = _sentences(section), _sentences(own)
    return any(not code.contained(text, here) or code.contained(text, there) for text in map(shapes.words_of, blocks))


def _sentences(section: Section) -> str:
    """The text of a section without its blocks of code."""
    return "\n".join(block.text for block in section.blocks if block.kind is not BlockKind.CODE)


def _first_gap(couples: Sequence[Couple], section: Section, original: Section) -> tuple[Span, Span]:
    """Where the first block of code that is alone stands, or the end of the section that lacks it."""
    for counterpart, node in couples:
        if node and not counterpart:
            return node.at, original.at
        if counterpart and not node:
            return end(section), counterpart.at
    return section.at, original.at
