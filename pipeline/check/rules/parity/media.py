"""Images and links of a section pair.

In: a pair of articles. Out: remarks on images and links.
"""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from ....align.content import of_text
from ....align.words import tokens
from ....facts.idiom import evidence
from ....facts.place import place
from ....findings import Message
from ....model import Language, Role
from ....vocabulary.terms import STOP_WORDS
from ... import address, shapes
from ...crossed import crossed
from ...rule import Remark, Severity, remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ....model import Node, Section, Translation

ASSET_LANGUAGE = re.compile(r"(?:^|[._-])(?:de|en|deutsch|german|english|englisch|ger|eng)(?=[._-]|$)", re.IGNORECASE)
"""The language in the name of a picture: ``scheme.de.svg`` and ``scheme.en.svg`` are one picture."""

NAME_WORD = re.compile(r"[A-ZÄÖÜ]+(?![a-zäöüß])|[A-ZÄÖÜ]?[a-zäöüß]+|[0-9]+")
"""A word of a picture's name, which capitals, digits and marks divide."""
MACRO = "%7B%7B"
"""How an address begins, or goes on, that another tool completes: ``{{ site.baseurl }}``."""
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


@rule(Severity.WARNING)
def link_differs(pair: Translation) -> Iterator[Remark]:
    """A section links to another place than its counterpart, or has more or fewer links.

    Why it matters: a proof or a further step is missing in one language. The language in an address
    (`de.wikipedia.org`, `/de/`, `?hl=de`) and its closing stroke make no difference.

    Bad: a link to `example.org` in German, the bare words in English.

    Good: the same links, or those of the other language's edition. To link once more to what the original links to
    is information.

    Repair: set the original's link.
    """
    for original, section, _ in pair.alignment.both:
        if original.role is Role.SOURCES:
            continue
        here, there = _all_links(section), _all_links(original)
        lost, added = _hosts(there) - _hosts(here), _hosts(here) - _hosts(there)
        for host in lost:
            node = next(node for node in there if address.host(shapes.address_of(node)) == host)
            yield remark(
                section.at, "the link to {address} is missing", related=node.at, address=shapes.address_of(node)
            )
        for host in () if lost else added:
            node = next(node for node in here if address.host(shapes.address_of(node)) == host)
            known = {address.localised(shapes.address_of(other)) for other in there}
            yield remark(
                node.at,
                "the original has no link to {address} here",
                severity=Severity.INFO if address.localised(shapes.address_of(node)) in known else None,
                related=original.at,
                address=shapes.address_of(node),
            )
        for node, counterpart in () if lost or added else (*_strays(here, there), *_exchanged(here, there, pair)):
            yield remark(
                node.at,
                "the link leads to {here}, in the original to {there}",
                related=counterpart.at,
                here=shapes.address_of(node),
                there=shapes.address_of(counterpart),
            )


@rule(Severity.ERROR)
def link_to_other_language(pair: Translation) -> Iterator[Remark]:
    """A link of the translation leads to a page in the original's language.

    Why it matters: readers land on a page that they cannot read, although one in their language exists.

    Bad: `https://de.wikipedia.org/wiki/Modell` or `/de/open-weights/` in an English article.

    Good: `https://en.wikipedia.org/wiki/Model`, `/en/open-weights/`.

    Repair: link to the page of the translation's language.
    """
    other = pair.original.language
    for original, section, _ in pair.alignment.both:
        if section.role is Role.SOURCES:
            continue
        there = {address.localised(node.get("href")): node.at for node in _links(original)}
        for node in _links(section):
            if address.language(node.get("href")) == other:
                yield remark(
                    node.at,
                    "{address} is a page in the original's language",
                    related=there.get(address.localised(node.get("href")), original.at),
                    address=node.get("href"),
                )


def _links(section: Section) -> tuple[Node, ...]:
    return tuple(node for node in shapes.nodes(section, "a") if node.get("href"))


def _all_links(section: Section) -> tuple[Node, ...]:
    """With those whose address was refused: what is there in both is not missing."""
    return tuple(node for node in shapes.links(section) if shapes.address_of(node))


def _strays(here: tuple[Node, ...], there: tuple[Node, ...]) -> Iterator[tuple[Node, Node]]:
    """Links of one host that lead to different pages, although neither address names a language."""
    lost, added = _left_over(there, here), _left_over(here, there)
    for counterpart in lost:
        host = address.host(shapes.address_of(counterpart))
        node = next((each for each in added if address.host(shapes.address_of(each)) == host), None)
        if node is not None:
            added.remove(node)
            yield node, counterpart


def _exchanged(here: tuple[Node, ...], there: tuple[Node, ...], pair: Translation) -> Iterator[tuple[Node, Node]]:
    """Links that have each other's words: one of each ring, and the link of the original that has them."""
    pages = [{address.localised(shapes.address_of(node)): node for node in side} for side in (there, here)]
    couples = [(node, pages[1][page]) for page, node in pages[0].items() if page in pages[1]]
    said = [
        [of_text(shapes.words_of(couple[side]), article.language) for couple in couples]
        for side, article in enumerate((pair.original, pair.article))
    ]
    for ring in crossed(said[0], said[1]):
        yield couples[ring[0]][1], couples[ring[1]][0]


def _left_over(links: tuple[Node, ...], others: tuple[Node, ...]) -> list[Node]:
    """The plain links that none of the others answers, each answering once."""
    open_ = Counter(address.localised(shapes.address_of(node)) for node in others)
    left = []
    for node in links:
        page = address.localised(shapes.address_of(node))
        if open_[page]:
            open_[page] -= 1
        elif _is_plain(node):
            left.append(node)
    return left


def _is_plain(node: Node) -> bool:
    """Whether a link leads to a mailbox, another story, or another site in no language that its address names."""
    href = node.get("href")
    if href.startswith("#") or MACRO in href:
        return False
    return not href.startswith("http") or not address.language(href)


def _hosts(links: tuple[Node, ...]) -> Counter[str]:
    return Counter(address.host(shapes.address_of(node)) for node in links)


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
            twin = next((each for each in added if same(node, each)), None)
            if twin is not None:
                lost.remove(node)
                added.remove(twin)
    return lost, added


def _is_same_name(node: Node, other: Node) -> bool:
    return _asset(node) == _asset(other)


def _is_like_name(node: Node, other: Node) -> bool:
    return SequenceMatcher(None, _asset(node), _asset(other), autojunk=False).ratio() >= SAME_PICTURE


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
