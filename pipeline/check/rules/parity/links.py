"""Links of a section pair.

In: a pair of articles. Out: remarks on links. Their words are text: the families of the facts compare them.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ....align.content import of_text
from ....model import Role
from ...answering import lists
from ...answering.crossed import crossed
from ...compared import address, shapes
from ...compared.foreign import other_wording
from ...rule import Remark, Severity, remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ....model import BlockPair, Language, Node, Section, Translation

MACRO = "%7B%7B"
"""How an address begins, or goes on, that another tool completes: ``{{ site.baseurl }}``."""


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
    for original, section, blocks in pair.alignment.both:
        if original.role is Role.SOURCES:
            continue
        here, there = _all_links(section), _all_links(original)
        there = _said_once(there, original, pair.original.language)
        hosts = Counter(_hosts(here, there)), Counter(_hosts(there, here))
        lost, added = hosts[1] - hosts[0], hosts[0] - hosts[1]
        for host in lost:
            node = _of_host(host, there, here)
            yield remark(
                section.at, "the link to {address} is missing", related=node.at, address=shapes.address_of(node)
            )
        told = _added_items(original, section, blocks, pair) if added and not lost else frozenset()
        for host in () if lost else added:
            node = _of_host(host, here, there)
            if node.at.line in told:
                continue
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


def _added_items(original: Section, section: Section, blocks: Sequence[BlockPair], pair: Translation) -> frozenset[int]:
    """The lines of items that the original has not, of which another rule names the first."""
    if lists.depths(section.blocks, pair.article) == lists.depths(original.blocks, pair.original):
        return frozenset()
    return frozenset(item.at.line for item in lists.answers(blocks, pair.original, pair.article).added)


def _of_host(host: str, links: tuple[Node, ...], others: tuple[Node, ...]) -> Node:
    """The first link to a host that the others have not; where they have all, the first."""
    known = {address.localised(shapes.address_of(node)) for node in others}
    found = [node for node, own in zip(links, _hosts(links, others), strict=True) if own == host]
    return next((node for node in found if address.localised(shapes.address_of(node)) not in known), found[0])


def _hosts(links: tuple[Node, ...], others: tuple[Node, ...]) -> Iterator[str]:
    """The host of each link; of one without, the host that another link to the same page has."""
    pages = {address.page(shapes.address_of(node)): address.host(shapes.address_of(node)) for node in others}
    for each in map(shapes.address_of, links):
        host, page = address.host(each), address.page(each)
        yield pages.get(page, host) if host == address.HERE and page else host


def _said_once(links: tuple[Node, ...], section: Section, language: Language) -> tuple[Node, ...]:
    """Links without those that stand again in the wording of a source, below what says the same."""
    wordings = {id(node) for block in section.blocks for node in other_wording(block, language)}
    own = {address.localised(shapes.address_of(node)) for node in links if id(node) not in wordings}
    return tuple(
        node for node in links if id(node) not in wordings or address.localised(shapes.address_of(node)) not in own
    )
