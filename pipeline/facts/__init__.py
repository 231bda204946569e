"""Text -> facts: what a translation must carry over, each with its place in the text.

In: a text and its language. Out: frozen values in reading order; :func:`place` finds them in the file.

``numbers``, ``spelled``  numbers as sets of readings, with scale, unit and bound
``dates``                 dates and times         ``names``       acronyms, products, people
``quotations``            who said what           ``sentences``   where sentences end
``hedges``                may, could, not         ``terms``       words of the glossary
``idiom``                 German or English       ``friends``     false friends
``manners``               address and spelling
"""

from .dates import Date, Time, dates, times
from .names import Name
from .numbers import Number, numbers
from .place import place
from .quotations import Quotation, quotations
from .sentences import sentences

__all__ = [
    "Date",
    "Name",
    "Number",
    "Quotation",
    "Time",
    "dates",
    "numbers",
    "place",
    "quotations",
    "sentences",
    "times",
]
