"""Terms and names are those of the original.

In: an original, its translation and the glossary. Out: remarks on terms and names.

``glossary``  words of glossary.toml    ``names``  people, firms, products    ``swapped``  those that changed places
``siblings``  a word for another of its kind            ``replaced``  a name for another of its kind
"""

from .glossary import forbidden_term, unexpected_term
from .names import name_missing
from .replaced import name_replaced
from .siblings import noun_exchanged
from .swapped import names_exchanged

__all__ = ["forbidden_term", "name_missing", "name_replaced", "names_exchanged", "noun_exchanged", "unexpected_term"]
