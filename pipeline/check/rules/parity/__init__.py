"""A translation has the parts of its original: sections, blocks, lists, tables, code, images, links, notes.

In: an original, its translation and their alignment. Out: remarks on what is lost, added or of another shape. Each
loss is reported once: what stands in a missing section is not missed again block by block.

``sections``  missing, extra, moved, of another level
``blocks``    missing, or of another shape; ``codes``: blocks of code
``media``     images and links; ``notes``: footnotes and emphasis
"""

from .blocks import extra_block, list_shape, missing_block, table_shape
from .codes import code_differs
from .media import image_description, image_differs, link_differs, link_to_other_language
from .notes import emphasis_differs, footnote_differs
from .sections import extra_section, level_differs, missing_section, moved_section

__all__ = [
    "code_differs",
    "emphasis_differs",
    "extra_block",
    "extra_section",
    "footnote_differs",
    "image_description",
    "image_differs",
    "level_differs",
    "link_differs",
    "link_to_other_language",
    "list_shape",
    "missing_block",
    "missing_section",
    "moved_section",
    "table_shape",
]
