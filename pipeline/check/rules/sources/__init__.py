"""Both languages list the same sources, and each of them can be looked up.

In: an original and its translation, an article, or what was read of a manuscript. Out: remarks on citations.

``pair``     what differs between the languages; ``dates``, ``publisher``
``entries``  what is wrong with an entry by itself
"""

from .dates import date_differs
from .entries import (
    duplicate,
    duplicate_key,
    future_date,
    insecure_address,
    invalid_address,
    invalid_key,
    missing_address,
    tracking_parameter,
    uncited,
    unknown_key,
)
from .pair import address_differs, citation_missing, extra, missing, order_differs, title_differs
from .publisher import publisher_differs

__all__ = [
    "address_differs",
    "citation_missing",
    "date_differs",
    "duplicate",
    "duplicate_key",
    "extra",
    "future_date",
    "insecure_address",
    "invalid_address",
    "invalid_key",
    "missing",
    "missing_address",
    "order_differs",
    "publisher_differs",
    "title_differs",
    "tracking_parameter",
    "uncited",
    "unknown_key",
]
