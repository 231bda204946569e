"""A stub that `--fix` put in place of a missing section is still to be written.

In: an article. Out: remarks on its stubs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..rule import Remark, Severity, remark, rule
from ..told.stub import MARK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...model import Article


@rule(Severity.ERROR)
def unfilled(article: Article) -> Iterator[Remark]:
    """A stub stands where a section is to be translated.

    Why it matters: `zweiblatt check --fix` writes a heading and a mark where a section of the original is missing, so
    that the translator sees what to do; readers must not see it.

    Bad: a section that consists of `⟦stub⟧ To be translated: “Fazit”`.

    Good: the translated section, without the mark.

    No comment can allow it.

    Repair: translate the section and remove the paragraph with the mark.
    """
    for section in article.sections:
        for block in section.blocks:
            if block.text.startswith(MARK):
                yield remark(block.at, "“{heading}” is still to be translated", heading=section.title)
