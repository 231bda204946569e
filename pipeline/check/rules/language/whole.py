"""Blocks, sentences and headings are in the article's language.

In: an article, or a pair. Out: remarks on what is in the other language.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from ....facts.language.idiom import evidence, guess, looks_german, may_have, most, only, words
from ....facts.quotations import OPENING, without_quotations
from ....facts.sentences import sentences
from ....facts.words.runs import runs
from ....held import held
from ....model import BlockKind, Language
from ...compared.foreign import LEGAL_TEXT, LEGAL_TITLE, is_slanted, says_the_same
from ...compared.prose import HIDDEN, passages
from ...compared.shapes import everything, words_of
from ...once import once
from ...rule import House, Remark, Severity, remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....model import Article, Span
    from ...compared.prose import Passage

BLOCK, HEADING, SENTENCE = 8, 3, 5
"""Words from which a block, a heading, a sentence can be judged."""
NEXT = 2
"""Lines from the end of a block to the beginning of the next."""
SURE = 3
"""Words of the other language that a text must have."""
WORD = re.compile(r"(?<![\w-])[^\W\d_]+(?![\w-])")
ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|[\w.-]+/[\w./-]+")
PARTICLE = re.compile(
    r"[uvz](?<=[a-zäöüß] .)(?:(?<=v)(?:on(?: der| und zu)?|om|an)|(?<=z)u[mr]?|(?<=u)nd zu)(?= [A-ZÄÖÜ])"
)
"""What stands between the names of a person."""
QUOTES = re.compile(r"<blockquote\b[^<>]*>$")
"""What begins a quotation that is written as HTML."""
PARTICLES = frozenset(("von", "der", "und", "zu", "vom", "van", "zum", "zur"))
"""The words of it."""
MORE = (*OPENING, "/", "www.", "@", "'", "’")
"""What an address, a quotation or a name has."""
NAMES = {Language.DE: "German", Language.EN: "English"}


@rule(Severity.ERROR)
def wrong_language(article: Article, house: House) -> Iterator[Remark]:
    """A block, a sentence or a heading is in the other language.

    Why it matters: it was forgotten, or pasted from the original; readers stop there.

    Words that only one of the languages has decide: blocks of eight words and more, sentences of five, headings of
    three. Quotations, code and words marked as another language do not count. Where no such word stands, a small
    language model is asked, and must be sure.

    It is a warning in German originals. There a licence or certificate stays in the language in which it is law; a
    paragraph in italics, or below one that says the same in German, is the wording of a source.

    Bad: “Das Modell ist seit Februar verfügbar und kann geladen werden.” in English.

    Good: the sentence translated; or `[…]{lang=de}`, or in quotation marks, where it is meant to be German.

    Repair: translate it.
    """
    behind = 0
    is_lenient = article.language is Language.DE and house.settings.publication.original is Language.DE
    found = foreign(article)
    kept = _kept(article) if found and is_lenient else frozenset()
    for passage, start, end in found:
        last = passage.at.end[0] if passage.at.end else passage.at.line
        follows, behind = passage.at.line <= behind, last + NEXT
        if is_lenient and (follows or passage.at in kept):
            continue  # ten paragraphs are one thing to look at
        yield remark(
            passage.span(start, end),
            "this is in {language}: translate it, or mark it as a quotation",
            severity=Severity.WARNING if is_lenient else None,
            language=NAMES[_other(article.language)],
        )


def _kept(article: Article) -> frozenset[Span]:
    """The places of blocks that keep their language on purpose: the texts of a licence, and the wording of a source."""
    found = set()
    for section in article.sections:
        is_legal = LEGAL_TITLE.search(section.title) or any(LEGAL_TEXT.search(block.text) for block in section.blocks)
        found |= {block.at for block in section.blocks if is_legal or is_slanted(block)}
        found |= {section.at} if is_legal else set()
        found |= {block.at for above, block in pairwise(section.blocks) if QUOTES.match(above.text)}
        found |= {block.at for above, block in pairwise(section.blocks) if says_the_same(above, block)}
    return frozenset(found)


def _titles(article: Article) -> tuple[str, ...]:
    """What German quotes in English without marks: the words of links, and what stands in italics."""
    found = (node for section in article.sections for node in everything(section) if node.tag in {"a", "em"})
    return tuple(text for node in found if len((text := " ".join(words_of(node).split())).split()) >= HEADING)


@once
def foreign(article: Article) -> Iterator[tuple[Passage, int, int]]:
    """What is in the other language: passage, start and end."""
    titles = _titles(article) if article.language is Language.DE else ()
    for passage in passages(article):
        start, text = 0, passage.text
        for title in titles:
            text = text.replace(title, HIDDEN * len(title))
        for line in text.split("\n") if passage.kind is not BlockKind.QUOTE else ():
            yield from ((passage, start + begin, start + end) for begin, end in _wrong(passage, line))
            start += len(line) + 1


def is_foreign(article: Article, passage: Passage, start: int) -> bool:
    """Whether a place in a passage is part of what is in the other language."""
    (places,) = _places(article)
    return any(begin <= start < end for begin, end in places.get(passage.at, ()))


@once
def _places(article: Article) -> Iterator[dict[Span, list[tuple[int, int]]]]:
    """The same by the places of passages."""
    found: dict[Span, list[tuple[int, int]]] = {}
    for passage, begin, end in foreign(article):
        found.setdefault(passage.at, []).append((begin, end))
    yield found


def _other(language: Language) -> Language:
    return Language.EN if language is Language.DE else Language.DE


@held
def without_addresses(text: str) -> str:
    """The text without quotations, addresses and what is hidden; places stay the same."""
    hidden = without_quotations(text, HIDDEN)
    if any(map(hidden.__contains__, ("/", "www.", "@"))):
        hidden = ADDRESS.sub(lambda found: HIDDEN * len(found[0]), hidden)
    hidden = PARTICLE.sub(lambda found: HIDDEN * len(found[0]), hidden)
    return hidden.replace(HIDDEN, " ")


def _wrong(passage: Passage, line: str) -> Iterator[tuple[int, int]]:
    """The pieces of a line that are in the other language: all of it, or sentences."""
    language = passage.article.language
    if not may_have(line, _other(language)) and (passage.kind is None or _is_own(line, language)):
        return  # most lines
    plain = without_addresses(line)
    if passage.kind is None:
        if len(words(plain)) >= HEADING and _is_heading_of_other(plain, language):
            yield 0, len(line)
        return
    count = len(words(plain))
    if count >= BLOCK and is_other(plain, language):
        yield 0, len(line)
        return
    if most(plain, _other(language)) < SURE:
        return  # no sentence of it can have as many
    for start, end in sentences(plain, language):
        own, other = evidence(plain[start:end], language)
        if len(words(plain[start:end])) >= SENTENCE and other >= SURE and other > 3 * own:
            yield start + len(plain[start:end]) - len(plain[start:end].lstrip()), end


def _is_own(line: str, language: Language) -> bool:
    """Whether a line has words of its language for certain: none that an address, a quotation or a name hides."""
    return not any(map(line.__contains__, MORE)) and not _own(language).isdisjoint(runs(line))


@cache
def _own(language: Language) -> frozenset[str]:
    return only(language) - PARTICLES


def _is_heading_of_other(text: str, language: Language) -> bool:
    own, other = evidence(text, language)
    if language is Language.EN:
        return not own and other > 0 and (other > 1 or looks_german(text))
    return not own and other > 1 and len(words(text)) > HEADING and not re.search("[äöüß]", text)


def is_other(text: str, language: Language) -> bool:
    """Whether a text is in the other language."""
    own, other = evidence(text, language)
    if own or other:
        return other >= SURE and other > 3 * own
    plain = re.findall(r"\b[a-zäöüß]{2,}\b", text)
    return len(plain) >= BLOCK and guess(text) is _other(language)
