"""Sections -> the main question and the questions of an article.

In: sections. Out: questions, each with the id of the heading that answers it. The main question stands below its
heading, behind the heading's colon, or as a paragraph ``Hauptfrage: …?`` before the questions.
"""

from __future__ import annotations

import re
from dataclasses import replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from ..model import BlockKind, Node, Question, Role
from ..vocabulary.headings import rest_of, role_of
from .text import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..model import Block, Language, Section
    from ..vocabulary.headings import Words

LISTS = frozenset({"ul", "ol"})
ALIKE = 0.6
"""From this ratio on a heading is the question in other words, not another question."""
ANSWER = 3
"""The level of an answer's heading."""
NUMBERED = re.compile(r"^\W*(?:(?:frage|question)\s*)?\d{1,2}\s*[.):]\s+(?=\S)", re.IGNORECASE)
"""What numbers a question, in the list or above its answer: no part of its words."""
LABEL = re.compile(r"^[^:?!.]{3,40}:\s*(?=\S)")


def main_question(sections: Sequence[Section], language: Language, more: Words) -> Question | None:
    """The main question, in the first of its forms that is there."""
    for section in sections:
        if section.role is Role.MAIN_QUESTION:
            return _behind_colon(section) or _below(section)
    for section in sections:
        if section.role in {Role.ANSWERS, Role.SOURCES}:
            return None
        for block in section.blocks:
            if question := _labelled(block, language, more):
                return question
    return None


def questions(sections: Sequence[Section]) -> tuple[Question, ...]:
    """The questions of the list, each with the heading that answers it: in the same words, else in the most alike."""
    asked = _asked(sections)
    answers = [section for section in sections if section.role is Role.ANSWERS and section.level == ANSWER]
    pairs = _answered([folded(each.text) for each in asked], [folded(each.title) for each in answers])
    return tuple(
        replace(each, answer=answers[pairs[place]].id) if place in pairs else each for place, each in enumerate(asked)
    )


def folded(text: str) -> str:
    """The words of a question without its number, marks, case and spaces."""
    return " ".join(re.findall(r"\w+", NUMBERED.sub("", text).casefold()))


def _answered(asked: Sequence[str], answers: Sequence[str]) -> dict[int, int]:
    """Which question is answered under which heading, by their places."""
    pairs: dict[int, int] = {}
    for i, words in enumerate(asked):
        same = next((j for j, other in enumerate(answers) if other == words and j not in pairs.values()), None)
        if same is not None:
            pairs[i] = same
    likeness = sorted(
        (-_alike(asked[i], answers[j]), abs(i - j), i, j)
        for i in range(len(asked))
        for j in range(len(answers))
        if i not in pairs and j not in pairs.values()
    )
    for negative, _, i, j in likeness:
        if -negative >= ALIKE and i not in pairs and j not in pairs.values():
            pairs[i] = j
    if len(asked) == len(answers):  # put in other words altogether, but in its place
        pairs |= {i: i for i in range(len(asked)) if i not in pairs and i not in pairs.values()}
    return pairs


def _alike(left: str, right: str) -> float:
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= ALIKE else 0.0


def _asked(sections: Sequence[Section]) -> tuple[Question, ...]:
    """The items of the lists in the part of questions; without a list, its paragraphs that end with ``?``."""
    blocks = [block for section in sections if section.role is Role.QUESTIONS for block in section.blocks]
    listed = tuple(question for block in blocks if block.kind is BlockKind.LIST for question in _items(block.node))
    if listed:
        return listed
    asked = (block for block in blocks if block.kind is BlockKind.PARAGRAPH and block.text.rstrip().endswith("?"))
    return tuple(Question(block.node.children, block.text, block.at) for block in asked)


def _items(node: Node) -> Iterator[Question]:
    for item in node.children:
        if isinstance(item, Node) and item.tag == "li":
            own = tuple(child for child in item.children if isinstance(child, str) or child.tag not in LISTS)
            children = own[0].children if len(own) == 1 and isinstance(own[0], Node) and own[0].tag == "p" else own
            text = text_of(own).replace("\n", " ")
            if text:
                yield Question(children, text, item.at)


def _behind_colon(section: Section) -> Question | None:
    said = rest_of(section.title)
    if not said:
        return None
    return Question(_cut(section.heading, section.title.index(said)) or (said,), said, section.at)


def _below(section: Section) -> Question | None:
    for block in section.blocks:
        if block.kind is BlockKind.LIST:
            return next(_items(block.node), None)
        if block.kind is BlockKind.QUOTE:
            inner = next((each for each in block.node.children if isinstance(each, Node)), None)
            return Question(inner.children if inner else (), block.text, block.at)
        if block.kind is BlockKind.PARAGRAPH:
            return Question(block.node.children, block.text, block.at)
    return None


def _labelled(block: Block, language: Language, more: Words) -> Question | None:
    """``Hauptfrage: …?`` as a paragraph of its own, its label perhaps emphasised."""
    label = LABEL.match(block.text)
    if block.kind is not BlockKind.PARAGRAPH or not label or not block.text.rstrip(' “”"«»').endswith("?"):
        return None
    if role_of(label.group(), language, more) is not Role.MAIN_QUESTION:
        return None
    return Question(_cut(block.node.children, label.end()), block.text[label.end() :], block.at)


def _cut(children: tuple[Node | str, ...], length: int) -> tuple[Node | str, ...]:
    """Nodes without the first characters of their text, as a reader counts them."""
    left = length
    found: list[Node | str] = []
    for child in children:
        text = child if isinstance(child, str) else text_of((child,))
        read = " ".join(text.split()) + (" " if text[-1:].isspace() else "")
        if left <= 0:
            found.append(child)
        elif left < len(read):
            rest = read[left:] if isinstance(child, str) else child
            if isinstance(rest, str):
                found.append(rest.lstrip())
            else:
                found.extend(_cut(rest.children, left))
        left -= len(read)
    if found and isinstance(found[0], str):
        found[0] = found[0].lstrip()
    return tuple(found)
