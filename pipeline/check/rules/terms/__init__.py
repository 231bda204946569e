"""Terms and names are those of the original.

In: an original, its translation and the glossary. Out: remarks on terms and names.

``glossary``  words of glossary.toml    ``names``  people, firms, products    ``swapped``  those that changed places
``siblings``  a word for another of its kind
"""

from .glossary import forbidden_term, unexpected_term
from .names import name_missing
from .siblings import noun_exchanged
from .swapped import names_exchanged

__all__ = ["forbidden_term", "name_missing", "names_exchanged", "noun_exchanged", "unexpected_term"]
