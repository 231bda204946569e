r"""A citation -> an entry of BibTeX.

In: key and citation. Out: ``@misc{…}`` in UTF-8, which every style knows; what TeX reads as a command is escaped
(braces by name, for BibTeX counts ``\{`` as well).
The address is left as it is, for ``\url``, but for braces, which must balance.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ...model import Citation

TEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{mark: f"\\{mark}" for mark in "&%$#_"},
    }
)
LIGATURE = re.compile(r"([-'`,<>])(?=\1)|[?!](?=`)")
"""Where TeX would make one sign of two: ``--``, ``''``, ``<<``."""
ADDRESS = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"})


def bib_entry(key: str, citation: Citation) -> str:
    """The entry, one field a line; the title's capitals are kept by a second pair of braces."""
    published, accessed = citation.published, citation.accessed
    fields = {
        "title": f"{{{_text(citation.title)}}}" if citation.title else "",
        "publisher": _text(citation.publisher),
        "year": str(published.year) if published else "",
        "date": published.isoformat() if published else "",
        "url": citation.url.translate(ADDRESS),
        "urldate": accessed.isoformat() if accessed else "",
        "language": citation.language,
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@misc{{{key},\n{lines}}}\n"


def _text(given: str) -> str:
    return LIGATURE.sub(r"\g<0>{}", given.translate(TEX))
