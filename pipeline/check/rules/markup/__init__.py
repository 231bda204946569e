"""The text is Markdown of the kind that every output shows alike.

``text``    characters, HTML, comments, limits
``shown``   marks that readers would see, damaged characters
``blocks``  headings, lists, code, pictures, footnotes
"""

from .blocks import (
    duplicate_id,
    empty_heading,
    fence_in_list,
    footnote_in_footnote,
    heading_without_space,
    invalid_id,
    level_skipped,
    missing_blank_line,
    nested_heading,
    picture_without_description,
    repeated_footnote,
    second_title,
    unclosed_fence,
    unknown_footnote,
    unused_footnote,
)
from .shown import damaged_character, shown_mark
from .text import (
    attribute_list,
    comment,
    control_character,
    invisible_character,
    over_limit,
    raw_html,
    undecodable,
    unreadable_comment,
)

__all__ = [
    "attribute_list",
    "comment",
    "control_character",
    "damaged_character",
    "duplicate_id",
    "empty_heading",
    "fence_in_list",
    "footnote_in_footnote",
    "heading_without_space",
    "invalid_id",
    "invisible_character",
    "level_skipped",
    "missing_blank_line",
    "nested_heading",
    "over_limit",
    "picture_without_description",
    "raw_html",
    "repeated_footnote",
    "second_title",
    "shown_mark",
    "unclosed_fence",
    "undecodable",
    "unknown_footnote",
    "unreadable_comment",
    "unused_footnote",
]
