"""What an inbox shows of an article's mail.

In: an article. Out: remarks on the preheader that its front matter gives.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..rule import Remark, Severity, remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...model import Article

SHORTEST, LONGEST = 40, 110
"""Characters of a preheader: what inboxes on a phone and on a wide screen show behind a subject."""


@rule(Severity.WARNING)
def preheader_length(article: Article) -> Iterator[Remark]:
    """A preheader is shorter or longer than inboxes show.

    Why it matters: behind a short one, inboxes show whatever the mail begins with ("View in browser"); a long one is
    cut off in the middle of its point.

    Bad: `preheader: Worth reading`

    Good: `preheader: Five repositories, one week and the question of what “open” really means in AI.`

    Repair: write 40 to 110 characters, or leave the preheader out: the description serves then.
    """
    own = article.front.preheader
    if own and not SHORTEST <= len(own) <= LONGEST:
        template = "the preheader has {length} characters; an inbox shows {least} to {most} well"
        yield remark(article.place("newsletter"), template, length=len(own), least=SHORTEST, most=LONGEST)


@rule(Severity.WARNING)
def repeated_title(article: Article) -> Iterator[Remark]:
    """A preheader says what the title says.

    Why it matters: in an inbox it stands right behind the subject, so a reader reads the same words twice.

    Bad: `title: DeepSeek opens its code` with `preheader: DeepSeek opens its code`

    Good: a preheader that goes on where the title ends.

    Repair: write another preheader, or leave it out: the description serves then.
    """
    front = article.front
    if front.preheader and front.preheader in {front.title, front.subject}:
        template = "the preheader repeats the title, which stands beside it in every inbox"
        yield remark(article.place("newsletter"), template)
