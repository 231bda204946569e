"""Texts for the networks: X, Bluesky, Mastodon, LinkedIn, Threads, Instagram.

In: sheets and cards. Out: JSON for each article, and a page that shows the texts ready to copy.
"""

from .page import page
from .texts import texts

OUTPUTS = (texts, page)

__all__ = ["OUTPUTS"]
