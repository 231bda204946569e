"""The feeds of each language: Atom and JSON Feed.

In: shelves. Out: ``feed.xml`` and ``feed.json``, paged.
"""

from .atom import atom
from .json_feed import json_feed

OUTPUTS = (atom, json_feed)

__all__ = ["OUTPUTS"]
