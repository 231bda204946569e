"""Text -> facts: what a translation must carry over, each with its place in the text.

In: a text and its language. Out: frozen values in reading order; :func:`place` finds them in the file.

``numbers``     numbers as sets of readings, with scale, unit and bound, each a :class:`~.number.Number`
``digits``      readings of digits      ``spelled``     of words              ``codes``     what is no number
``measures``    scale, unit, bound      ``linked``      ranges, two units     ``table``     the data files
``dates``       dates, weekdays         ``times``       times of day          ``names``     acronyms, products, people
``quotations``  who said what           ``sentences``   where they end        ``hedges``    may, could, not
``terms``       words of the glossary   ``idiom``       German or English     ``friends``   false friends
``manners``     address and spelling    ``place``       where a text stands  ``patterns``  the words they need
``durations``   how long                ``weekdays``    days of the week
``abroad``      places                 ``entities``  countries, towns, parties
``calques``     compounds part by part  ``said``      what the dictionary has
"""

from .dates import Date, dates
from .names import Name
from .numbers import Number, numbers
from .place import place
from .quotations import Quotation, quotations
from .sentences import sentences
from .times import Time, times

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
