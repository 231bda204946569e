"""Every number of the original is in the translation, with its scale, unit and currency.

In: an original and its translation. Out: remarks on numbers. Compared over a section first, then placed in a block.

``matching``  which number answers which    ``units``  percent, currency, unit, bound
``values``    missing, changed, scale       ``form``   decimal comma and point
``exchanged`` two in each other's place     ``small``  another one of 2 to 12 in a sentence
"""

from .exchanged import exchanged
from .form import wrong_format
from .units import bound_differs, currency_differs, percent_or_points, unit_differs
from .values import changed, missing, scale_differs

__all__ = [
    "bound_differs",
    "changed",
    "currency_differs",
    "exchanged",
    "missing",
    "percent_or_points",
    "scale_differs",
    "unit_differs",
    "wrong_format",
]
