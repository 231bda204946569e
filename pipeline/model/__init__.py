"""What an article is made of: frozen values that every step reads and none changes.

In: nothing; this module knows no other of ours. Out: the nouns of the whole program.

A value is complete when it is made. Every noun that stands in a file has ``at``, its place
there, printable as ``path:line:column``. A story has two depths, each complete: the
:class:`Card` that other pages need of an article, and the :class:`Article` itself.

A noun's module is loaded when the noun is first asked for: where nothing has changed, few of them are.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .article import Allow, Article, Citation, Hashtag, Manuscript, Note, Only, Question, Section
    from .card import Card
    from .front import Author, Front, Origin, Picture, Translate, TranslationOrigin, Update
    from .language import Language
    from .role import Role
    from .span import Span
    from .translation import Alignment, BlockPair, SectionPair, Translation
    from .tree import REFUSED, TAGS, Block, BlockKind, Node

__all__ = [
    "REFUSED",
    "TAGS",
    "Alignment",
    "Allow",
    "Article",
    "Author",
    "Block",
    "BlockKind",
    "BlockPair",
    "Card",
    "Citation",
    "Front",
    "Hashtag",
    "Language",
    "Manuscript",
    "Node",
    "Note",
    "Only",
    "Origin",
    "Picture",
    "Question",
    "Role",
    "Section",
    "SectionPair",
    "Span",
    "Translate",
    "Translation",
    "TranslationOrigin",
    "Update",
]

NOUNS = {
    "article": "Allow Article Citation Hashtag Manuscript Note Only Question Section",
    "card": "Card",
    "front": "Author Front Origin Picture Translate TranslationOrigin Update",
    "language": "Language",
    "role": "Role",
    "span": "Span",
    "translation": "Alignment BlockPair SectionPair Translation",
    "tree": "REFUSED TAGS Block BlockKind Node",
}
"""The modules of this package and what each defines."""
MODULES = {noun: module for module, nouns in NOUNS.items() for noun in nouns.split()}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - any noun
    """A noun by its name."""
    if name not in MODULES:
        message = f"no noun {name}"
        raise AttributeError(message)
    found = getattr(import_module(f".{MODULES[name]}", __name__), name)
    globals()[name] = found  # asked for once
    return found
