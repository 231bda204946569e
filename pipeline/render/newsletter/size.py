"""How large a mail may be.

In: the finished HTML. Out: a fault above 80,000 bytes (warning) and above 100,000 (error): Gmail clips a mail at
about 102 KB, and with it the way to unsubscribe.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...findings import Fault, Severity, remark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...model import Article

WARNING, ERROR = 80_000, 100_000
FITTING = {"full": "--form teaser", "digest": "a digest of fewer stories"}


def too_large(html: str, article: Article, form: str) -> Iterator[Fault]:
    """What is wrong with the size of a mail."""
    size = len(html.encode())
    if size <= WARNING:
        return
    severity, limit = (Severity.ERROR, ERROR) if size > ERROR else (Severity.WARNING, WARNING)
    yield Fault(
        "newsletter/too-large",
        remark(
            article.at,
            "the mail ({form}) has {size} bytes, more than {limit}: Gmail cuts it off; what would fit: {fits}",
            severity=severity,
            form=form,
            size=size,
            limit=limit,
            fits=FITTING.get(form, "a shorter teaser"),
        ),
    )
