"""Terms and names are those of the original.

In: an original, its translation and the glossary. Out: remarks on terms and names.

``glossary``  words of glossary.toml    ``names``  people, firms, products
"""

from .glossary import forbidden_term, unexpected_term
from .names import name_missing

__all__ = ["forbidden_term", "name_missing", "unexpected_term"]
