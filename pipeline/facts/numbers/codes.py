"""Text -> what is written in digits and is no number: addresses, telephone numbers, ISBNs, file numbers, versions.

In: a text. Out: :class:`Code` values; an address has no digits to compare.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

SIGNS = ("://", "www.", "@")
HINT = re.compile(r"\d(?:[-/.()\s]{1,3}\d|(?<=9)7[89]|\w*\.[a-z])")
"""Without this or one of the signs there is no code: most texts have none."""
ADDRESS = r"""
    (?P<address>
        (?:https?://|www\.)\S+ | \S+@\S+\.\w+
      | \b(?:\d{1,3}\.){3}\d{1,3}(?:[:/]\d+)?\b                                    # an address of the network
      | \b10\.\d{4,9}/\S+                                                         # a DOI
      | \b[\w-]*[A-Za-z_]-?\d[\w-]*\.(?:pdf|csv|txt|md|html?|png|jpe?g|svg|zip|docx?|xlsx?|json|ya?ml|toml|log)\b
    )
"""
WRITTEN = r"""
    (?P<phone>
        (?<![\w.,/-])
        (?:\+\d{1,3}[\ \u00a0/-]?(?:\(0\)[\ \u00a0]?)?\(?\d{1,5}\)? | \(0\d{1,5}\) | 0\d{2,5})
        (?:[\ \u00a0/-]{1,3}\d{2,}){1,6}(?![\w.,-]*\d)
    )
  | (?P<book>(?<![\w-])97[89][-\ ]?\d{1,5}[-\ ]?\d{2,7}[-\ ]?\d{2,7}[-\ ]?[\dX](?![\w-]))
  | (?P<file>
        (?<![\w.,/:-])
        (?:
            \d+(?:\.\d+)*(?:-\d+){2,} | \d+\.\d+-\d{2,}                            # 252.227-7013
          | (?!(?:19|20)\d\d/(?:19|20)\d\d(?!\d))\d{3,4}/\d{3,5}                     # (EU) 2024/1689, no two years
          | (?!(?:19|20)\d\d/)\d{1,5}/[012]\d(?=[.,;:)\s]|$)                         # 4 StR 123/24
          | \d+(?:\.\d+){2,}(?!,\d)                                                # 1.2.3, not 1.234.567,89
        )
        (?![\w/-]*\d)
    )
"""
CODE = re.compile(f"{ADDRESS} | {WRITTEN}", re.VERBOSE)
NAMED = re.compile(
    r"[@:w.](?:(?<=@)|(?<=:)//|(?<=w)ww\.|(?<=10\.)\d{4}"
    r"|(?<=\.)(?:\d+\.|pdf|csv|txt|md|htm|png|jpe?g|svg|zip|doc|xls|json|ya?ml|toml|log))"
)
"""Without any of these a text has no address."""
PLAIN = re.compile(rf"(?=[\d(+])(?:{WRITTEN})", re.VERBOSE)
DIGITS = re.compile(r"\d+")
DATED = re.compile(r"\d{4}-\d{2}-\d{2}")
COUNTRY = re.compile(r"^(?:\+\d{2}|00\d{2})[ \u00a0/-]?(?:\(0\))?|^0|^\(0")


@dataclass(frozen=True, slots=True)
class Code:
    """A code: its place, and its digits; those of a telephone number without country and leading 0."""

    start: int
    end: int
    digits: str


def codes(text: str) -> Iterator[Code]:
    """The codes of a text, in reading order; a date is none."""
    if not (HINT.search(text) or any(map(text.__contains__, SIGNS))):
        return
    for found in (CODE if NAMED.search(text) else PLAIN).finditer(text):
        written = found[0]
        if found.lastgroup == "address":
            yield Code(found.start(), found.end(), "")
        elif not DATED.fullmatch(written):
            plain = COUNTRY.sub("", written) if found.lastgroup == "phone" else written
            yield Code(found.start(), found.end(), "".join(DIGITS.findall(plain)))
