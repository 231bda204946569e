"""The PDFs: accessible (PDF/UA-1), archival (PDF/A-3a), the manuscript embedded.

In: sheets, spreads. Out: :data:`OUTPUTS`; WeasyPrint is loaded behind its door when one is made.

``door``       HTML -> PDF      ``structure``  the structure tree, repaired
``article``    the PDF of an article    ``parallel``    both languages of a story in one
``paper``      what both show   ``numbers``    of pages, in the contents
``tables``                              how small the type of a wide table is
``shortcuts``, ``hyphens``, ``once``    what would take WeasyPrint long
"""

from .article import article
from .parallel import parallel

OUTPUTS = (article, parallel)
