"""The pages on which editors look at mails before they send them.

In: a sheet, or the cards of all articles. Out: a page for each mail that shows it at two widths, light, dark and
without styles, with size and findings; and an inbox of all.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ...wording import say
from ..output import Made, Sheet, Shelf, output
from .mails import TEMPLATES, is_mailed, made_mail

if TYPE_CHECKING:
    from ...config import Settings
    from ...model import Card
    from ..theme import Theme
    from .letter import Mail

SHOWN = 40
"""Mails whose preview the inbox shows in place; the older ones are linked."""


@output("newsletter/preview/{slug}.{language}.html", "preview.html", *TEMPLATES, wanted=is_mailed)
def preview(sheet: Sheet, theme: Theme) -> Made:
    """One mail as mail programs show it."""
    name = f"{sheet.article.slug}.{sheet.article.language}"
    return Made(looks(made_mail(sheet, theme), name, sheet.settings.newsletter.form, sheet.settings, theme))


def looks(mail: Mail, name: str, form: str, settings: Settings, theme: Theme) -> bytes:
    """The preview of a mail whose files are called so."""
    language = settings.publication.original
    values = {
        "letter": mail.letter,
        "sender": _sender(mail.letter.sender),
        "preheader": mail.preheader,
        "form": form,
        "size": len(mail.letter.html.encode()),
        "whole": len(mail.data),
        "faults": [say(fault.remark.message, language) for fault in mail.faults],
        "files": f"../{name}",
        "is_sent": mail.is_message,
        "source": json.dumps(_at_hand(mail.letter.html, settings)).replace("<", "\\u003c"),
    }
    return theme.render("preview.html", language, **values).encode()


def _at_hand(html: str, settings: Settings) -> str:
    """The mail with the pictures that lie beside it: at their addresses there is nothing before the edition is out."""
    return html.replace(f'src="{settings.publication.base_url}media/', 'src="../../site/media/')


@output("newsletter/index.html", "inbox.html", wanted=is_mailed)
def inbox(shelf: Shelf, theme: Theme) -> Made:
    """All mails, newest first: as an inbox shows them, and each in its preview."""
    values = {
        "publication": shelf.settings.publication,
        "sender": _sender(shelf.settings.newsletter.sender),
        "mails": [_line(card) for card in shelf.cards],
        "total": len(shelf.cards),
        "shown": SHOWN,
    }
    return Made(theme.render("inbox.html", shelf.settings.publication.original, **values).encode())


def _line(card: Card) -> dict[str, Any]:
    return {
        "name": f"{card.slug}.{card.language}",
        "language": card.language.value,
        "subject": card.subject or card.title,
        "preheader": card.preheader or card.description,
        "date": card.modified,
    }


def _sender(sender: str) -> str:
    """The name that an inbox shows."""
    return sender.partition("<")[0].strip(' "') or sender
