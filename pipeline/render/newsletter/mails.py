"""The three files of an article's mail, in the form that the settings choose.

In: a sheet. Out: the HTML part, the text part, and the message as it is sent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...held import latest
from ..output import Made, Sheet, output

if TYPE_CHECKING:
    from ...model import Card
    from ..theme import Theme
    from .letter import Mail

TEMPLATES = ("newsletter.html", "newsletter.txt", "parts/mail-head.txt")


def is_mailed(card: Card) -> bool:
    """Whether an article goes out by mail: pages such as the imprint do not."""
    return card.kind != "page"


@output("newsletter/{slug}.{language}.html", *TEMPLATES, wanted=is_mailed)
def html(sheet: Sheet, theme: Theme) -> Made:
    """The mail that subscribers open."""
    made = made_mail(sheet, theme)
    return Made(made.letter.html.encode(), made.faults)


@output("newsletter/{slug}.{language}.txt", *TEMPLATES, wanted=is_mailed)
def text(sheet: Sheet, theme: Theme) -> Made:
    """The same mail for those who read text alone."""
    return Made(made_mail(sheet, theme).letter.text.encode())


@output("newsletter/{slug}.{language}.eml", *TEMPLATES, wanted=is_mailed)
def eml(sheet: Sheet, theme: Theme) -> Made:
    """The message with its headers and both parts."""
    return Made(made_mail(sheet, theme).data)


@latest
def made_mail(sheet: Sheet, theme: Theme) -> Mail:
    """One rendering for the three files, which are made one after the other."""
    from .letter import mail  # noqa: PLC0415 - families are light until they are made
    from .profiles import PROFILES  # noqa: PLC0415 - the same

    return mail(sheet, theme, sheet.settings.newsletter.form, PROFILES[0])
