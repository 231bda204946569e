"""Headings, blocks and words of the translation that are the original's.

In: a pair. Out: remarks on what was not translated.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from ....facts.language.idiom import evidence, is_german_term, is_german_word, looks_german, words
from ....facts.names.abroad import namesakes, places, towns
from ....facts.names.names import first_names
from ....facts.sentences import sentences
from ....model import BlockKind, Language, Role
from ....vocabulary.terms import is_english, lemma, noun
from ...compared.prose import passages, sides
from ...compared.shapes import links, words_of
from ...once import once
from ...rule import House, Remark, Severity, remark, rule
from .acronyms import kept_acronyms
from .houses import is_house
from .kept import is_common, kept_names, kept_nouns
from .strange import strange_words
from .whole import HEADING, is_foreign, is_other, without_addresses

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from ....model import Article, Span, Translation
    from ...compared.prose import Passage, Sides

    Row = tuple[Passage, ...]

WORD = re.compile(r"(?<![\w-])[^\W\d_]+(?![\w-])")
SENTENCE = 3
"""Words of a sentence that is no name."""
PAIRED = re.compile(r"[A-ZÄÖÜ][a-zäöüß]+-[A-ZÄÖÜ][a-zäöüß]+")
"""Two nouns in a cell: Luft-Wasser."""
NAME = re.compile(r"[A-ZÄÖÜ][\w.-]+(?: [A-ZÄÖÜ][\w.-]+)+")


@rule(Severity.ERROR)
def untranslated(pair: Translation, house: House) -> Iterator[Remark]:
    """A heading, block or sentence of the translation is the original's, word for word.

    Why it matters: it was forgotten.

    Names, quotations, code and addresses are the same in both languages; what is left must have German in it. A single
    German noun in an English sentence, or alone in the cell of a table, is a warning, and so is an acronym that English
    has another one for: DSGVO is GDPR.

    Bad: `## Voraussetzungen` in English; a paragraph that is identical in both.

    Good: `## Requirements`; `## Installation` in both.

    Repair: translate it.
    """
    for passage, start, end, there in same(pair):
        may_be_name = passage.kind is BlockKind.TABLE and WORD.fullmatch(passage.text[start:end].strip())
        yield remark(
            passage.span(start, end),
            "this is not translated",
            severity=Severity.WARNING if passage.kind is BlockKind.QUOTE or may_be_name else None,
            related=there,
        )
    front, publication = pair.article.front, house.settings.publication
    names = (publication.name, publication.publisher, front.editor, *(author.name for author in front.authors))
    own = " ".join(filter(None, names))
    told = {(passage.at, place) for passage, start, end, _ in same(pair) for place in range(start, end)}
    for theirs, start, end, source in (*kept_nouns(pair), *kept_acronyms(pair), *strange_words(pair)):
        word = theirs.text[start:end]
        if word not in own and (theirs.at, start) not in told:
            at = theirs.span(start, end)
            yield remark(at, "“{word}” is not translated", severity=Severity.WARNING, related=source.at, word=word)


@once
def same(pair: Translation) -> Iterator[tuple[Passage, int, int, Span]]:
    """The lines of the translation that are the original's: passage, start, end and the place in the original."""
    for each in sides(pair):
        if each.here.role is Role.HASHTAGS:
            continue
        for mine, theirs in each.pairs:
            yield from _same(mine, theirs)
            yield from _same_links(mine, theirs, each)


def _same(mine: Iterable[Passage], theirs: Iterable[Passage]) -> Iterator[tuple[Passage, int, int, Span]]:
    known = {_folded(passage.text[a:b]): (passage, a, b) for passage in mine for a, b in _pieces(passage.text)}
    for passage in theirs:
        behind = 0
        named = _named_from(passage, known) if passage.kind is BlockKind.TABLE else len(passage.text)
        for start, end in _pieces(passage.text):
            piece = passage.text[start:end]
            if passage.kind is BlockKind.QUOTE and not is_other(without_addresses(piece), passage.article.language):
                continue  # a name, or the wording of a source
            source = known.get(_folded(piece)) if start >= behind else None
            if start >= named and WORD.fullmatch(piece) and piece[0].isupper():
                continue
            is_same = source is not None and _is_german(piece, passage, source[0].article)
            if source and is_same and not is_foreign(passage.article, passage, start):
                yield passage, start, end, source[0].span(*source[1:])
                behind = end
        yield from _same_sentences(passage, mine)


def _same_sentences(passage: Passage, mine: Iterable[Passage]) -> Iterator[tuple[Passage, int, int, Span]]:
    """The sentences of a paragraph that its original has word for word, beside others that were translated."""
    if passage.kind is not BlockKind.PARAGRAPH or passage.article.language is not Language.EN:
        return
    own = dict(_sentences(passage))
    known = {said: each.span(*at) for each in mine for said, at in _sentences(each)} if len(own) > 1 else {}
    for said in own.keys() & known.keys():
        start, end = own[said]
        is_whole = len(words(said)) >= SENTENCE and evidence(without_addresses(said), Language.EN)[1] > 1
        if is_whole and not is_foreign(passage.article, passage, start):
            yield passage, start, end, known[said]


def _sentences(passage: Passage) -> Iterator[tuple[str, tuple[int, int]]]:
    """The sentences of a passage and their places."""
    for start, end in sentences(passage.text, passage.article.language):
        said = passage.text[start:end].strip()
        first = passage.text.index(said, start)
        yield said, (first, first + len(said))


def _same_links(mine: Row, theirs: Row, each: Sides) -> Iterator[tuple[Passage, int, int, Span]]:
    """The words of links inside of lines that are the original's: some words, as a name is one."""
    known = {text for node in links(each.here) if len((text := _folded(words_of(node))).split()) > 1}
    for node in links(each.there) if known else ():
        text = " ".join(words_of(node).split())
        if _folded(text) not in known:
            continue
        for passage in theirs:
            start = passage.text.find(text)
            is_part = start >= 0 and not any(passage.text[a:b].strip() == text for a, b in _pieces(passage.text))
            is_same = is_part and _is_german(text, passage, mine[0].article)
            if is_same and not is_foreign(passage.article, passage, start):
                yield passage, start, start + len(text), mine[0].at


def _named_from(table: Passage, known: Collection[str]) -> int:
    """Where a table has its first name of two words that both languages have: a noun behind it is a name too.

    What stands before it are the headings of the columns.
    """
    start = 0
    for cell in table.text.split("\n"):
        if NAME.fullmatch(cell) and _folded(cell) in known and not is_german_term(cell.split()[0]):
            return start
        start += len(cell) + 1
    return start


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """The lines of a text, and what stands before and behind a colon in them."""
    start = 0
    for line in text.split("\n"):
        label = line.find(": ") + 1
        yield start, start + len(line)
        if label:
            yield start, start + label
            yield start + label + 1, start + len(line)
        start += len(line) + 1


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _is_german(line: str, passage: Passage, original: Article) -> bool:
    plain = without_addresses(line)
    own, other = evidence(plain, passage.article.language)
    if passage.article.language is not Language.EN:
        return other > 0 and not own and len(words(plain)) >= HEADING
    small = sum(word.islower() for word in plain.split())  # names and addresses are capitals
    if own or (not small and _is_called_so(plain, passage)):
        return False
    if other > 0 or ((passage.kind is None or small >= HEADING) and looks_german(plain)):
        return True
    found = WORD.findall(plain)
    is_cell, is_alone = passage.kind is BlockKind.TABLE, len(found) == 1
    if is_cell and PAIRED.fullmatch(plain):
        return all(noun(word) and not _is_name(word, passage.article) for word in plain.split("-"))
    if passage.kind is None and is_alone and _is_verbal(found[0]) and not _is_name(found[0], passage.article):
        return True
    return any(  # names stand beside each other, and alone in cells
        (is_german_term(word) if is_cell and not small and not word.islower() else _is_noun(word, original))
        and (word.islower() or is_alone or (is_cell and small))
        and not _is_name(word, passage.article)
        and not (passage.kind is not None and is_alone and is_house(word))
        for word in found
    )


def _is_called_so(line: str, passage: Passage) -> bool:
    """Whether words with capitals are a name: German knows not all of them, and the article has them elsewhere too.

    Where German could have all of them, only sentences in the article's language prove that it calls something so.
    """
    name = line.strip(" :")
    others = [other for other in passages(passage.article) if " " in name and name in other.raw]
    others = [other for other in others if other.at != passage.at]
    if all(lemma(word) or is_german_word(word) for word in WORD.findall(name)):
        return any(_is_in_sentences(other) for other in others)
    return bool(others)


def _is_in_sentences(passage: Passage) -> bool:
    own, other = evidence(passage.text, passage.article.language)
    return passage.kind is BlockKind.PARAGRAPH and own > other


def _is_verbal(word: str) -> bool:
    """Whether a word that is a heading by itself is German and no noun, which a name could be: „Gefangen“."""
    return lemma(word)[:1].islower() and not is_english(word.lower())


def _is_noun(word: str, original: Article) -> bool:
    """Whether a word is German by the dictionary, or by its spelling, if the original uses it as a noun."""
    if is_german_term(word) or word.islower():
        return is_german_word(word)
    return is_german_word(word) and any(is_common(word, passage.text) for passage in passages(original))


def _is_name(word: str, article: Article) -> bool:
    """Whether a word may be a name: a place, a first name, or a word that the article has elsewhere too."""
    known = (places(), towns(), namesakes(), first_names(), kept_names())
    return any(word in each for each in known) or dict(_counts(article)).get(word, 0) > 1


@once
def _counts(article: Article) -> Iterator[tuple[str, int]]:
    """How often an article writes each word."""
    yield from Counter(word for passage in passages(article) for word in WORD.findall(passage.raw)).items()
