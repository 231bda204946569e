"""Text -> facts: what a translation must carry over, each with its place in the text.

In: a text and its language. Out: frozen values in reading order; :func:`place` finds them in the file.

``words``     the words of a text, and which patterns they leave to be searched for
``numbers``   numbers as sets of readings, with scale, unit and bound, each a :class:`~.numbers.number.Number`
``dates``     dates, times of day, days of the week, how long, how often
``names``     names of people, places, products, and what English calls them
``language``  German or English; false friends, calques, manners, the glossary's words
``stance``    what denies, weakens or reports; opposites
``quotations``  who said what   ``sentences``  where they end   ``table``  the data files
"""

from .dates.dates import Date, dates
from .dates.times import Time, times
from .names.names import Name
from .numbers.numbers import Number, numbers
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
