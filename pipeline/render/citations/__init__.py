"""The source list for reference managers: CSL-JSON and BibTeX.

In: a sheet. Out: ``sources.json`` and ``sources.bib`` beside the article's page.
"""

from .downloads import bibtex, csl

OUTPUTS = (csl, bibtex)

__all__ = ["OUTPUTS"]
