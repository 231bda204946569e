"""What the front matter says can be read, and fits the article.

``keys``   faults that the reader meets
``whole``  missing parts, dates, origin
"""

from .keys import (
    cut_by_comment,
    duplicate_key,
    misplaced_key,
    missing_front_matter,
    missing_key,
    missing_slug,
    picture_without_description,
    too_deep,
    unknown_key,
    unreadable,
    wrong_type,
    wrong_value,
    yaml_feature,
)
from .whole import future_date, machine_translation, missing_editor, missing_part, update_order

__all__ = [
    "cut_by_comment",
    "duplicate_key",
    "future_date",
    "machine_translation",
    "misplaced_key",
    "missing_editor",
    "missing_front_matter",
    "missing_key",
    "missing_part",
    "missing_slug",
    "picture_without_description",
    "too_deep",
    "unknown_key",
    "unreadable",
    "update_order",
    "wrong_type",
    "wrong_value",
    "yaml_feature",
]
