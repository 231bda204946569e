"""The texts for the networks, one file for each article: ``output/social/<slug>.<language>.json``.

In: a sheet, or a card with its address. Out: JSON with text, length, limit, address and tags per network.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ...findings import Fault, Severity, remark
from ..output import Made, Sheet, output
from .post import Matter, Post, post

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...model import Card, Front, Language
    from ..theme import Theme


LABEL = "parts/label.txt"


def is_posted(card: Card) -> bool:
    """Whether an article is announced: pages such as the imprint are not."""
    return card.kind != "page"


def telling(tags: Iterable[str], concepts: tuple[str, ...]) -> tuple[str, ...]:
    """The tags with the first of each concept in front: ``#KI #AI #DeepSeek`` says more as ``#KI #DeepSeek #AI``."""
    listed = tuple(tags)
    if len(concepts) != len(listed):
        return listed
    first = {concept: tag for tag, concept in reversed(list(zip(listed, concepts, strict=True)))}
    leading = tuple(tag for tag, concept in zip(listed, concepts, strict=True) if first[concept] == tag)
    return leading + tuple(tag for tag in listed if tag not in leading)


def said(made: Front | Card, language: Language, theme: Theme) -> tuple[str, str]:
    """What of an article a machine wrote or translated: with who answers for it, and without names."""
    whole, brief = (theme.render(LABEL, language, made=made, brief=brief) for brief in (False, True))
    by_machine = " ".join(brief.split())
    return " ".join(whole.split()) if by_machine else "", by_machine


def posts(matter: Matter) -> tuple[Post, ...]:
    """The posts of an article, in the order of the networks."""
    from .networks import NETWORKS  # noqa: PLC0415 - brings regex, 20 ms, which planning does not need

    return tuple(post(matter, network) for network in NETWORKS)


@output("social/{slug}.{language}.json", LABEL, wanted=is_posted)
def texts(sheet: Sheet, theme: Theme) -> Made:
    """The texts that announce an article on X, Bluesky, Mastodon, LinkedIn, Threads and Instagram."""
    article = sheet.article
    tags = telling((tag.name for tag in article.hashtags), sheet.concepts)
    labels = said(article.front, article.language, theme)
    made = posts(Matter(article.front.title, article.description, sheet.address("page"), tags, *labels))
    picture = {"address": sheet.address("picture"), "description": article.front.title}
    data = {
        "version": 1,
        "story": article.story,
        "language": article.language.value,
        "title": article.front.title,
        "address": sheet.address("page"),
        "picture": picture if picture["address"] else None,
        "label": labels[0],
        "posts": {each.network.key: _exported(each) for each in made},
    }
    faults = tuple(
        Fault(
            "social/too-long",
            remark(
                article.place("slug"),
                "the address alone is too long for {network}: {length} of {limit}; give the story a shorter “slug”",
                severity=Severity.ERROR,
                network=each.network.name,
                length=each.length,
                limit=each.network.limit,
            ),
        )
        for each in made
        if not each.fits
    )
    return Made((json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode(), faults)


def _exported(each: Post) -> dict[str, Any]:
    data: dict[str, Any] = {
        "network": each.network.name,
        "text": each.text,
        "length": each.length,
        "limit": each.network.limit,
        "unit": each.network.unit,
        "address": each.address,
        "tags": list(each.tags),
    }
    if each.network.octets:
        data["facets"] = [
            {
                "index": {"byteStart": facet.start, "byteEnd": facet.end},
                "features": [_feature(facet.kind, facet.value)],
            }
            for facet in each.facets
        ]
    return data


def _feature(kind: str, value: str) -> dict[str, str]:
    return {"$type": f"app.bsky.richtext.facet#{kind}", "uri" if kind == "link" else "tag": value}
