"""A manuscript -> an article: bytes in, :class:`Reading` out, pure, one pass.

``manuscript``   bytes -> text: encoding, line ends, characters that must not stand there
``frontmatter``  YAML, TOML or JSON between fences -> values with places (``yaml_values``: the one door to PyYAML)
``front``        values -> typed fields
``fences`` ``comments`` ``hashtags`` ``sources``  what the parser must not see, taken out
``limits``       how much an article may hold, before anything is parsed
``layout``       lines as people write them -> lines as Python-Markdown reads them the same way, with marks
``markdown``     text -> elements (the one door to Python-Markdown)
``tree``         elements -> nodes with their places
``article`` ``questions`` ``assemble``  nodes -> sections, questions, the article
``media``        a file of content/media/ -> whether it is what its name says (``drawing``: SVG)
"""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING

from ..model import Manuscript, Span
from ..reading import Reading
from . import frontmatter
from .assemble import article_of
from .front import Whose, front_of
from .manuscript import decode
from .values import Mapping

if TYPE_CHECKING:
    from ..config import Settings
    from ..findings import Fault
    from ..model import Language

__all__ = ["FAULTS", "Reading", "read"]

FAULTS = (
    "hashtags/all-lower-case",
    "hashtags/duplicate",
    "hashtags/invalid",
    "hashtags/misplaced",
    "hashtags/too-many",
    "links/empty-address",
    "links/empty-text",
    "links/forbidden-address",
    "links/missing-file",
    "links/outside-content",
    "links/remote-picture",
    "links/undefined-reference",
    "links/unknown-fragment",
    "markup/attribute-list",
    "markup/comment",
    "markup/control-character",
    "markup/duplicate-id",
    "markup/empty-heading",
    "markup/fence-in-list",
    "markup/footnote-in-footnote",
    "markup/heading-without-space",
    "markup/invalid-id",
    "markup/invisible-character",
    "markup/level-skipped",
    "markup/missing-blank-line",
    "markup/nested-heading",
    "markup/over-limit",
    "markup/picture-without-description",
    "markup/raw-html",
    "markup/repeated-footnote",
    "markup/second-title",
    "markup/unclosed-fence",
    "markup/undecodable",
    "markup/unknown-footnote",
    "markup/unreadable-comment",
    "markup/unused-footnote",
    "meta/cut-by-comment",
    "meta/duplicate-key",
    "meta/misplaced-key",
    "meta/missing-front-matter",
    "meta/missing-key",
    "meta/missing-slug",
    "meta/picture-without-description",
    "meta/too-deep",
    "meta/unknown-key",
    "meta/unreadable",
    "meta/wrong-type",
    "meta/wrong-value",
    "meta/yaml-feature",
    "sources/duplicate",
    "sources/duplicate-key",
    "sources/insecure-address",
    "sources/invalid-address",
    "sources/invalid-key",
    "sources/missing-address",
    "sources/tracking-parameter",
    "sources/unknown-key",
)
"""The rules under whose names the reader notes faults; each is explained by a rule whose scope is ``Reading``."""


MOST_OF_A_RULE = 500
"""Faults of one rule that a reading keeps."""


def read(path: str, data: bytes, story: str, language: Language, settings: Settings) -> Reading:
    """Read a manuscript; ``path`` is relative to the project. Whatever the bytes are, nothing is raised."""
    digest = hashlib.sha256(data).hexdigest()
    text, faults = decode(path, data)
    if text is None:
        return Reading(story, language, path, None, faults, digest)
    matter = frontmatter.split(text, path)
    faults += matter.faults
    if matter.too_long:
        return Reading(story, language, path, None, faults, digest)
    table = matter.table or Mapping((), Span(path, 1))
    front, front_faults = front_of(table, Whose(story, language, settings), story.rpartition("/")[2])
    if matter.table is not None:
        faults += front_faults
    manuscript = Manuscript(path, text, matter.body, digest)
    article, text_faults = article_of(story, language, manuscript, front, settings.vocabulary)
    return Reading(story, language, path, article, _ordered((*faults, *text_faults)), digest)


def _ordered(faults: tuple[Fault, ...]) -> tuple[Fault, ...]:
    """Faults in the order of their places, each once; of one rule not more than anybody would read."""
    found: list[Fault] = []
    counts: Counter[str] = Counter()
    for fault in dict.fromkeys(
        sorted(faults, key=lambda each: (each.remark.at.line, each.remark.at.column, each.rule))
    ):
        counts[fault.rule] += 1
        if counts[fault.rule] <= MOST_OF_A_RULE:
            found.append(fault)
    return tuple(found)
