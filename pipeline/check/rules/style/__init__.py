"""Each article keeps to one manner of writing.

In: an article. Out: remarks on what is written in two manners.

``manner``      du and Sie, gender notations, British and American
``typography``  marks, dashes and spaces of the other language; doubled words
"""

from .manner import gender_notation_mixed, register_mixed, variant_mixed
from .typography import typography

__all__ = ["gender_notation_mixed", "register_mixed", "typography", "variant_mixed"]
