"""Every date and time of the original is in the translation, and is written so that it stays right.

In: an original and its translation, or one article. Out: remarks on dates.

``matching``  which date answers which    ``changed``  missing, or another one
``wording``   read in two ways, “today”
"""

from .changed import changed
from .wording import ambiguous, relative

__all__ = ["ambiguous", "changed", "relative"]
