"""Images of a section pair.

In: a pair of articles. Out: remarks on its images, their descriptions and captions.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from ....align.words import tokens
from ....facts.language.idiom import evidence
from ....facts.place import place
from ....findings import Message
from ....model import Language
from ....vocabulary.terms import STOP_WORDS
from ...compared import shapes
from ...rule import Remark, Severity, remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ....model import Node, Translation

ASSET_LANGUAGE = re.compile(r"(?:^|[._-])(?:de|en|deutsch|german|english|englisch|ger|eng)(?=[._-]|$)", re.IGNORECASE)
"""The language in the name of a picture: ``scheme.de.svg`` and ``scheme.en.svg`` are one picture."""

NAME_WORD = re.compile(r"[A-ZÄÖÜ]+(?![a-zäöüß])|[A-ZÄÖÜ]?[a-zäöüß]+|[0-9]+")
"""A word of a picture's name, which capitals, digits and marks divide."""
DIGITS = re.compile(r"\d+")
SAME_PICTURE = 0.7
"""From this ratio on two names are one picture's: `menü-übersicht.png`, `menu-overview.png` are not."""


@rule(Severity.ERROR)
def image_differs(pair: Translation) -> Iterator[Remark]:
    """A section shows other images than its counterpart, or more or fewer.

    Why it matters: the text speaks of a picture that readers do not see, or see wrongly.

    Bad: `![Ablauf](../media/ablauf.png)` in German, no image in English.

    Good: the same images; `scheme.de.svg` and `scheme.en.svg` are one image in two languages.

    Repair: show the original's image.
    """
    for original, section, _ in pair.alignment.both:
        lost, added = _unmatched(tuple(shapes.pictures(original)), tuple(shapes.pictures(section)))
        for number, node in enumerate(lost):
            at = added[number].at if number < len(added) else section.at
            yield remark(at, "the image {image} is missing", related=node.at, image=shapes.address_of(node))
        for node in added[len(lost) :]:
            yield remark(
                node.at, "the original has no image {image} here", related=original.at, image=shapes.address_of(node)
            )


@rule(Severity.ERROR)
def image_of_other_language(pair: Translation) -> Iterator[Remark]:
    """An image of the translation is the one with the original's words.

    Why it matters: readers see labels that they cannot read, although an image in their language exists or is wanted.

    Bad: `![The network](../media/netz.de.svg)` in the English article.

    Good: `![The network](../media/netz.en.svg)`.

    Repair: show the image of the translation's language.
    """
    named = f".{pair.original.language}."
    for original, section, _ in pair.alignment.both:
        there = {shapes.address_of(node): node.at for node in shapes.pictures(original)}
        for node in shapes.pictures(section):
            image = shapes.address_of(node)
            if named in image.rpartition("/")[2] and image in there:
                yield remark(node.at, "{image} is the original's image", related=there[image], image=image)


@rule(Severity.WARNING)
def image_description(pair: Translation) -> Iterator[Remark]:
    """The description or caption of an image is missing or was left untranslated.

    Why it matters: who cannot see the picture is read its description, in a language that they may not know.

    Bad: `![Ablauf der Prüfung](../media/scheme.svg)` in the English article.

    Good: `![How an article is checked](../media/scheme.svg)`.

    Repair: translate the description.
    """
    for original, section, _ in pair.alignment.both:
        described = {_asset(node): node for node in shapes.nodes(original, "img") if node.get("alt").strip()}
        for node in shapes.nodes(section, "img"):
            if counterpart := described.get(_asset(node)):
                for attribute, *messages in DESCRIBING:
                    yield from _described(node, counterpart, attribute, messages, pair)


DESCRIBING = (
    (
        "alt",
        Message("no description; the original's is “{there}”"),
        Message("the description “{here}” was not translated"),
    ),
    ("title", Message("no caption; the original's is “{there}”"), Message("the caption “{here}” was not translated")),
)
"""What an image says, and what is said of it where that is missing or untranslated."""


def _described(
    node: Node, counterpart: Node, attribute: str, messages: Iterable[Message], pair: Translation
) -> Iterator[Remark]:
    lost, kept = messages
    here, there = (each.get(attribute).strip() for each in (node, counterpart))
    if there and not here:
        yield remark(node.at, lost.template, related=counterpart.at, there=there)
    elif there and _is_untranslated(here, there, pair):
        at, other = place(pair.article, node.at, here), place(pair.original, counterpart.at, there)
        yield remark(at, kept.template, related=other, here=here)


def _asset(node: Node) -> str:
    """The name of a picture without folder, language and format, in a spelling that both languages share."""
    return ASSET_LANGUAGE.sub("", _name(node).casefold()).replace("k", "c").replace("z", "c")


def _name(node: Node) -> str:
    """The name of a picture's file without its format."""
    return shapes.address_of(node).rpartition("/")[2].rpartition(".")[0]


def _unmatched(original: tuple[Node, ...], translation: tuple[Node, ...]) -> tuple[list[Node], list[Node]]:
    """The images that answer none of the other side: by name, nearly the same name, or a translated one."""
    lost, added = list(original), list(translation)
    for same in (_is_same_name, _is_like_name, _is_translated_name):
        for node in tuple(lost):
            twin = next((each for each in added if same(node, each) and not _are_of_row(node, each)), None)
            if twin is not None:
                lost.remove(node)
                added.remove(twin)
    return lost, added


def _is_same_name(node: Node, other: Node) -> bool:
    return _asset(node) == _asset(other)


def _is_like_name(node: Node, other: Node) -> bool:
    return SequenceMatcher(None, _asset(node), _asset(other), autojunk=False).ratio() >= SAME_PICTURE


def _are_of_row(node: Node, other: Node) -> bool:
    """Whether two pictures are different ones of a row: `step1.png`, `step2.png`."""
    here, there = _asset(node), _asset(other)
    numbers = [DIGITS.findall(name) for name in (here, there)]
    return all(numbers) and numbers[0] != numbers[1] and DIGITS.sub("", here) == DIGITS.sub("", there)


def _is_translated_name(node: Node, other: Node) -> bool:
    """Whether a word of one name answers one of the other, as in `TreiberSchritt2.png` and `DriverStep2.png`."""
    here, there = (
        {token for word in NAME_WORD.findall(_name(each)) for language in Language for token in tokens(word, language)}
        for each in (node, other)
    )
    return not here.isdisjoint(there)


def _is_untranslated(here: str, there: str, pair: Translation) -> bool:
    """Whether a description is the original's, or in its language by words that the translation's has not."""
    if here == there:
        return _in_language(here, pair.original.language)
    own, other = evidence(here, pair.article.language)
    return other > 0 and not own


def _in_language(text: str, language: Language) -> bool:
    """Whether a short text is in a language rather than another, or in none that can be told."""
    words = re.findall(r"\w+", text.casefold())
    own = sum(word in STOP_WORDS[language] for word in words)
    others = sum(word in known for each, known in STOP_WORDS.items() if each != language for word in words)
    return own > others or (own == others and bool(re.search(r"[äöüß]", text)))
