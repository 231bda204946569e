"""Names of the original are in the translation.

In: an original and its translation. Out: remarks on names that are missing or exchanged.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ....align.words import tokens, words
from ....facts.names import Name, alike, coded, fold, found, is_emphasis, mentions
from ....facts.quotations import without_quotations
from ....model import Language
from ....vocabulary.terms import TERMS, german_stem
from ...prose import HIDDEN, passages, sides
from ...rule import Remark, Severity, remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....model import Article, Span, Translation
    from ...prose import Passage, Sides

MIDDLE = re.compile(
    r"(?<=[a-zäöüß,;] )[A-ZÄÖÜ][a-zäöüßé]{3,}(?![\w*_-])|(?<=[a-zäöüß] [A-Z][a-z]{2} )[A-Z][a-zé]{3,}(?![\w-])"
)
"""A word with a capital in the middle of a sentence, or behind a first name of three letters."""
NOUN = re.compile(
    r"(?:reich|ung|heit|keit|schaft|tion|ionen|tät|ments?|ismus|eln|chen|lein|nis|tum|isch|anten|ern|ten|gen)$"
    r"|[äöü]\w*en?$|^Ihr|^Ihnen"
)
BEHIND = re.compile(
    r"\b(?:d(?:er|ie|as|en|em|es)|[ia]m|zu[mr]|vom|beim|ins|ans|und|oder|ohne|als|pro|\w{2,}(?:e|en|er|es|em|ein)) "
    r"(?=([A-ZÄÖÜ][a-zäöüßé]{3,}))"
)
"""A word behind an article or adjective, or in a row of nouns: seldom a name."""
ENGLISH = frozenset(word for english in TERMS.values() for word in english)


@rule(Severity.WARNING)
def name_missing(pair: Translation) -> Iterator[Remark]:
    """A name of the original is nowhere in its section of the translation.

    Why it matters: who did it, and whose product it is, is what the news is about.

    Names are acronyms, words with inner capitals or digits, and words that the English article writes with a capital
    in the middle of its sentences. KI is AI, DSGVO is GDPR; endings of genitive and plural do not count.

    Bad: „Laut OpenAI“ – “according to the company”, where the section names no OpenAI; „Altman“ – “Altmann”.

    Good: “according to OpenAI”.

    Repair: name it.
    """
    everywhere = " ".join(passage.raw for passage in passages(pair.article))
    own = " ".join(passage.text for passage in passages(pair.original))
    is_english = pair.article.language is Language.EN
    common = sorted(alike(everywhere, own)) if is_english else []
    if is_english:
        yield from _exchanged(pair, common)
    for each in sides(pair):
        said: set[str] = set()
        there = " ".join(passage.raw for passage in each.translation)
        for passage in (p for p in each.original if not p.is_gap):
            text = passage.text.replace(HIDDEN, " ")
            names = [*coded(text), *filter(None, (found(name, text) for name in common))]
            for name in names:
                if name.text not in said and not mentions(name.text, there) and not is_emphasis(name.text, own):
                    said.add(name.text)
                    yield remark(
                        _answer(each, passage),
                        "“{name}” is missing",
                        related=passage.span(name.start, name.end),
                        name=name.text,
                    )


@dataclass(frozen=True, slots=True)
class Known:
    """What an article says anywhere: its text without spaces and case, its tokens, its words in small letters.

    ``nouns`` are the words with a capital that stand behind an article or adjective somewhere.
    """

    text: str
    tokens: frozenset[str]
    small: frozenset[str]
    nouns: frozenset[str]

    @classmethod
    def of(cls, article: Article) -> Known:
        """The knowledge of an article."""
        text = " ".join(passage.raw for passage in passages(article))
        said = (token for word in words(text) for token in tokens(word, article.language))
        small = frozenset(re.findall(r"\b[a-zäöüß][\w'’]*", text))
        return cls(fold(text), frozenset(said), small, frozenset(BEHIND.findall(text)))

    def has(self, word: str, language: Language) -> bool:
        """Whether the article has a word in some form."""
        return fold(word.removesuffix("s")) in self.text or bool(self.tokens.intersection(tokens(word, language)))


def _exchanged(pair: Translation, common: list[str]) -> Iterator[Remark]:
    """An English name that is nowhere in the original, in a block that lacks a name of its German one."""
    german, english = Known.of(pair.original), Known.of(pair.article)
    for each in sides(pair):
        for mine, theirs in each.pairs:
            strangers = [(p, m) for p in theirs for m in _strangers(p, german, english)] if mine[0].kind else []
            if not strangers:
                continue
            said = " ".join(passage.raw for passage in theirs)
            told = " ".join(passage.raw for passage in mine)
            names = [(p, name) for p in mine for name in _lost(p, german, english, common)]
            lost = [(p, name) for p, name in names if mentions(name.text, said) < mentions(name.text, told)]
            if lost:
                (passage, stranger), (origin, name) = strangers[0], lost[0]
                yield remark(
                    passage.span(*stranger.span()),
                    "“{here}” is nowhere in the original; “{there}” of the original is not here",
                    related=origin.span(name.start, name.end),
                    here=stranger[0],
                    there=name.text,
                )


def _strangers(passage: Passage, german: Known, english: Known) -> Iterator[re.Match[str]]:
    text = without_quotations(passage.text, HIDDEN)
    for match in MIDDLE.finditer(text):
        lower = match[0].lower()
        follows = text[match.end() : match.end() + 2].strip()[:1].isupper()
        if (
            lower not in english.small
            and lower not in ENGLISH
            and not follows
            and not german.has(match[0], Language.EN)
        ):
            yield match


def _lost(passage: Passage, german: Known, english: Known, common: list[str]) -> Iterator[Name]:
    """Names of a German passage: those that both articles have, and words that can hardly be anything else."""
    text = without_quotations(passage.text, HIDDEN)
    yield from (name for each in common if (name := found(each, text)))
    names = (name for name in coded(text) if english.has(name.text, Language.DE) or not is_emphasis(name.text, text))
    yield from names
    for match in MIDDLE.finditer(text):
        lower = match[0].lower()
        is_word = lower in german.small or lower in TERMS or german_stem(lower) in TERMS or match[0] in german.nouns
        if not is_word and not NOUN.search(match[0]) and not english.has(match[0], Language.DE):
            yield Name(match[0], match.start(), match.end())


def _answer(each: Sides, passage: Passage) -> Span:
    return next((p.at for p in each.translation if p.pair == passage.pair), each.there.at)
