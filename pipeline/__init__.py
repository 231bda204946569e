"""Zweiblatt: read → check → render → build.

``read``    Markdown and front matter become articles that know where everything stands
``facts``   numbers, dates, names, quotations of a text
``align``   which part of a translation answers which of its original
``check``   rules over articles and translations yield findings
``render``  outputs: page, PDF, newsletter, feeds, social texts
``build``   plans, makes and publishes an edition; ``report`` shows findings; ``cli`` runs it all
"""

__version__ = "0.1.0"
