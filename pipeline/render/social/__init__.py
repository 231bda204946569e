"""Texts for the networks: X, Bluesky, Mastodon, LinkedIn, Threads, Instagram.

In: sheets and cards. Out: JSON for each article.
"""

from .texts import texts

OUTPUTS = (texts,)

__all__ = ["OUTPUTS"]
