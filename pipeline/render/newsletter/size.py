"""How large a mail may be.

In: the finished HTML. Out: a fault above 80,000 bytes (warning) and above 100,000 (error): Gmail clips a mail at
about 102 KB, and with it the way to unsubscribe.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...findings import Fault, Severity, remark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ...model import Article

WARNING, ERROR = 80_000, 100_000
REPAIRS = {
    "full": "the mail has {size} bytes, more than {limit}: Gmail cuts it off; --form teaser would fit",
    "digest": "the digest has {size} bytes, more than {limit}: Gmail cuts it off; name fewer stories",
    "teaser": "the teaser mail has {size} bytes, more than {limit}: Gmail cuts it off; shorten teaser or sources",
}


def too_large(html: str, article: Article, form: str, teaser: Callable[[], str]) -> Iterator[Fault]:
    """What is wrong with the size of a mail; ``teaser`` makes the shorter form, to see whether that would fit."""
    size = len(html.encode())
    if size <= WARNING:
        return
    severity, limit = (Severity.ERROR, ERROR) if size > ERROR else (Severity.WARNING, WARNING)
    if form == "full" and (shorter := len(teaser().encode())) > WARNING:
        form, size = "teaser", shorter
    yield Fault("newsletter/too-large", remark(article.at, REPAIRS[form], severity=severity, size=size, limit=limit))
