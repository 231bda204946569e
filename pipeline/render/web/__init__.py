"""The web edition: pages, what machines read of them, and what they share.

In: sheets, covers, spreads, shelves. Out: everything below ``site/`` but PDFs, feeds and source lists.
"""

from .alias import alias
from .front import front
from .index import everything, hashtag
from .missing import missing, root
from .page import page
from .parallel import parallel
from .picture import picture
from .search import index, search
from .sitemap import robots, sitemap

OUTPUTS = (
    page,
    picture,
    parallel,
    front,
    everything,
    hashtag,
    search,
    index,
    alias,
    root,
    missing,
    sitemap,
    robots,
)

__all__ = ["OUTPUTS"]
