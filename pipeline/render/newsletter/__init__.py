"""The mail of an article: HTML, text and message; digests of several; a preview of all.

In: sheets and cards. Out: mails that arrive, look right everywhere and may be sent in Germany.
"""

from .legal import missing
from .mails import eml, html, text
from .preview import inbox, preview

OUTPUTS = (html, text, eml, preview, inbox)

__all__ = ["OUTPUTS", "missing"]
