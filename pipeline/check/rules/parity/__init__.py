"""A translation has the parts of its original: sections, blocks, lists, tables, code, images, links, notes.

In: an original, its translation and their alignment. Out: remarks on what is lost, added or of another shape. Each
loss is reported once: what stands in a missing section is not missed again block by block.

``sections``  missing, extra, moved, of another level; ``headings``
``blocks``    missing, or lists of another shape; ``tables``; ``codes``: blocks of code
``order``     headings, items, rows and paragraphs in each other's places; ``cells``: cells
``forms``     quotations and numbered lists
``images``    with their descriptions; ``links``; ``addresses``: those in the text; ``notes``: footnotes and emphasis
``marks``     of footnotes and sources; ``leads``: what stands out; ``repeated``: what is said twice
"""

from .addresses import address_differs
from .blocks import extra_block, list_shape, missing_block
from .cells import cells_exchanged
from .codes import code_differs
from .forms import form_differs
from .headings import heading_replaced
from .images import image_description, image_differs, image_of_other_language
from .links import link_differs, link_to_other_language
from .marks import mark_moved
from .notes import emphasis_differs, footnote_differs
from .order import exchanged_headings, order_differs
from .repeated import repeated_text
from .sections import extra_section, level_differs, missing_section, moved_section, role_differs
from .tables import table_shape

__all__ = [
    "address_differs",
    "cells_exchanged",
    "code_differs",
    "emphasis_differs",
    "exchanged_headings",
    "extra_block",
    "extra_section",
    "footnote_differs",
    "form_differs",
    "heading_replaced",
    "image_description",
    "image_differs",
    "image_of_other_language",
    "level_differs",
    "link_differs",
    "link_to_other_language",
    "list_shape",
    "mark_moved",
    "missing_block",
    "missing_section",
    "moved_section",
    "order_differs",
    "repeated_text",
    "role_differs",
    "table_shape",
]
