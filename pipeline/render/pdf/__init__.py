"""The PDFs: accessible (PDF/UA-1), archival (PDF/A-3a), the manuscript embedded.

In: sheets. Out: :data:`OUTPUTS`; WeasyPrint is loaded behind its door when one is made.

``door``       HTML -> PDF      ``structure``  the structure tree, repaired
``article``    the PDF of an article
"""

from .article import article

OUTPUTS = (article,)
