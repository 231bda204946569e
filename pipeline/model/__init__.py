"""What an article is made of: frozen values that every step reads and none changes.

In: nothing; this module knows no other of ours. Out: the nouns of the whole program.

A value is complete when it is made. Every noun that stands in a file has ``at``, its place
there, printable as ``path:line:column``. A story has two depths, each complete: the
:class:`Card` that other pages need of an article, and the :class:`Article` itself.
"""

from .article import Allow, Article, Citation, Hashtag, Language, Manuscript, Note, Only, Question, Role, Section
from .card import Card, Heading
from .front import Author, Front, Origin, Picture, Translate, TranslationOrigin, Update
from .translation import Alignment, BlockPair, SectionPair, Translation
from .tree import Block, BlockKind, Node, Span

__all__ = [
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
    "Heading",
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
