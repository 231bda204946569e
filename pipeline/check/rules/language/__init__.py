"""Each article is in its own language.

In: an article, or an original and its translation. Out: remarks on text in the other language.

``whole``     blocks, sentences and headings in the wrong language
``same``      headings, blocks and words that are the original's
``leftover``  words, abbreviations and quotation marks that stayed behind
``friend``    English that means something else than the German; ``senses``  by another sense of a word
"""

from .friend import false_friend
from .leftover import leftover
from .same import untranslated
from .whole import wrong_language

__all__ = ["false_friend", "leftover", "untranslated", "wrong_language"]
