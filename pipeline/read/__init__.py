"""Markdown and front matter become articles that know where everything stands.

In: the bytes of a manuscript. Out: a :class:`Reading`: its article, unless none can be made, and the faults met.
"""

from .article import read
from .reading import Reading

__all__ = ["Reading", "read"]
