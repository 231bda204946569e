"""A manuscript in a test -> its article and faults.

In: Markdown, perhaps with front matter. Out: what the reader makes of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.config import Settings
from pipeline.model import Language
from pipeline.read import read

if TYPE_CHECKING:
    from pipeline.model import Article, Node
    from pipeline.read import Reading

FRONT = "---\ntitle: Ein Titel\ndate: 2025-02-22\nkind: note\n---\n"
PATH = "content/de/seite.md"


def reading(text: str | bytes, language: Language = Language.DE) -> Reading:
    """What is read of a whole manuscript."""
    data = text if isinstance(text, bytes) else text.encode()
    return read(PATH.replace("/de/", f"/{language}/"), data, "seite", language, Settings())


def article(text: str, language: Language = Language.DE) -> Article:
    """The article of a body, which must have no fault."""
    found = reading(FRONT + text, language)
    assert [str(fault.remark.message) for fault in found.faults] == []
    assert found.article is not None
    return found.article


def rules(text: str | bytes) -> list[str]:
    """The names of the faults of a body (text) or of a whole manuscript (bytes)."""
    found = reading(text if isinstance(text, bytes) else FRONT + text)
    return [fault.rule for fault in found.faults]


def markup(children: tuple[Node | str, ...]) -> str:
    """Nodes as HTML, for tests to read."""
    return "".join(child if isinstance(child, str) else _element(child) for child in children)


def _element(node: Node) -> str:
    attributes = "".join(f' {name}="{value}"' for name, value in node.attributes)
    return f"<{node.tag}{attributes}>{markup(node.children)}</{node.tag}>"


def shown(text: str, language: Language = Language.DE) -> str:
    """The blocks of a body as HTML, headings left out."""
    return "".join(markup((block.node,)) for section in article(text, language).sections for block in section.blocks)
