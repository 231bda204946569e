"""The articles of a publication fit together: each has its own address, and the pages that footers link are there.

In: what all articles claim. Out: remarks on clashes. Only a check of the whole publication can tell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...model import Span
from ..rule import House, Remark, Severity, remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..claims import Claim, Claims

PAGE = "page"


@rule(Severity.ERROR)
def same_address(claims: Claims) -> Iterator[Remark]:
    """Two articles of a language claim the same address.

    Why it matters: only one of them can be there; readers of the other would find a stranger.

    Bad: `slug: news` in two German articles, or the former address of one (`aliases`) that another has now.

    Good: every slug and every alias belongs to one article of its language.

    Repair: give one of the articles another `slug`, or take the alias out.
    """
    taken: dict[tuple[str, str], Claim] = {}
    for claim in claims:
        for address in dict.fromkeys(claim.addresses):
            other = taken.setdefault((claim.language, address), claim)
            if other != claim:
                yield remark(
                    Span(claim.path, 1),
                    "the address “{address}” belongs to {path} already",
                    related=Span(other.path, 1),
                    address=address,
                    path=other.path,
                )


@rule(Severity.ERROR)
def missing_page(claims: Claims, house: House) -> Iterator[Remark]:
    """A page that the settings name for every footer is not there.

    Why it matters: imprint and privacy are required by law; every footer would lack the link.

    Bad: `pages = { imprint = "impressum" }`, and no story `impressum` of kind `page`.

    Good: the story is there, of kind `page`.

    Repair: write the story, or name the right one in `zweiblatt.toml`.
    """
    kinds = {claim.story: claim.kind for claim in claims}
    places = dict(house.settings.pages)
    for key, story in house.settings.publication.pages:
        at = places.get(key, Span(house.settings.path, 1))
        if story not in kinds:
            yield remark(at, "there is no story “{story}” for the page “{key}”", story=story, key=key)
        elif kinds[story] != PAGE:
            said = "the story “{story}” for the page “{key}” is of kind “{kind}”; write kind: page"
            yield remark(at, said, story=story, key=key, kind=kinds[story])
