"""A sheet -> the two parts of its mail, and the mail itself.

In: a sheet, the theme, a form, a sending service. Out: :class:`Mail`: HTML with styles inlined, text, headers, and
what is wrong with them.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from ...config.doubts import PLACE
from ...frozen import dataclass
from ...held import latest
from ...model import Block, BlockKind, Node, Role
from ..minutes import minutes
from .addresses import addresses
from .inline import inlined
from .legal import missing
from .message import Letter, message
from .nodes import Written
from .parts import parts
from .pictures import pictures
from .plain import RAISED, Plain
from .preheader import PADDED, preheader
from .profiles import Marks, marks
from .size import too_large
from .wrap import underlined, wrapped

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...config import Settings
    from ...findings import Fault
    from ...model import Article, Language
    from ..output import Sheet
    from ..theme import Theme
    from .profiles import Profile

CORNERS = {True: ("0 32px 0 32px", "0 14px 0 14px"), False: ("32px 0 32px 0", "14px 0 14px 0")}
"""The leaf shape of box and button: German's, and its mirror."""


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail in its two parts, and all that its headers need; ``is_message`` unless a service makes its own of them."""

    letter: Letter
    preheader: str
    faults: tuple[Fault, ...]
    is_message: bool = True

    @property
    def data(self) -> bytes:
        """The bytes that are sent."""
        return _sent(self.letter)


@latest
def _sent(what: Letter) -> bytes:
    return message(what)


def mail(sheet: Sheet, theme: Theme, form: str, service: Profile) -> Mail:
    """The mail of one article; a :class:`~pipeline.errors.SettingsError` names the legal settings that are missing."""
    article = sheet.article
    if error := missing(sheet.settings):
        raise error
    digest = f"{article.manuscript.digest}{form}"
    settled = marks(service, digest, sheet.settings, tagged(sheet.address("page"), sheet.settings))
    values = {**frame(sheet.settings, article.language, settled), **_values(sheet, form)}
    values["head"] = head(article, theme)
    made = both("newsletter", theme, article.language, values, settled)
    date = sent(article, sheet.settings)
    return Mail(
        letter(sheet.settings, article.language, values["subject"], date, made),
        values["preheader"],
        tuple(too_large(made[0], article, form, lambda: mail(sheet, theme, "teaser", service).letter.html)),
        is_message=not service.unsubscribe,
    )


def both(name: str, theme: Theme, language: Language, values: Mapping[str, Any], settled: Marks) -> tuple[str, str]:
    """The HTML part and the text part that a pair of templates makes of the same values."""
    html = settled.in_html(inlined(f"{name}.html", theme.render(f"{name}.html", language, **values), theme))
    text = settled.in_text(wrapped(theme.render(f"{name}.txt", language, **values)))
    return html, text


def frame(settings: Settings, language: Language, settled: Marks) -> dict[str, Any]:
    """What every mail shows around its content."""
    base = settings.publication.base_url
    pages = dict(settings.publication.pages)
    return {
        "publication": settings.publication,
        "unsubscribe": settled.unsubscribe,
        "browser": settled.browser,
        "imprint": f"{base}{language.value}/{pages['imprint']}/",
        "privacy": f"{base}{language.value}/{pages['privacy']}/",
        "corners": CORNERS[language.value != "en"],
        "padding": PADDED,
        "counterpart": None,
    }


def letter(settings: Settings, language: Language, subject: str, date: dt.datetime, both: tuple[str, str]) -> Letter:
    """The letter with the headers of the settings; ``both`` are HTML and text."""
    newsletter = settings.newsletter
    html, text = both
    host = settings.publication.base_url.partition("//")[2].partition("/")[0]
    by_mail = (f"mailto:{newsletter.unsubscribe_mail}",) if newsletter.unsubscribe_mail else ()
    return Letter(
        subject=subject,
        sender=newsletter.sender,
        recipient="",
        date=date,
        language=language,
        text=text,
        html=html,
        unsubscribe=(newsletter.unsubscribe, *by_mail),
        one_click=PLACE in newsletter.unsubscribe,
        list_id=dict(newsletter.list_id).get(language) or f"{language.value}.{host}",
    )


def sent(article: Article, settings: Settings) -> dt.datetime:
    """The date of a mail: that of the article's newest change, in the publication's zone."""
    zone = ZoneInfo(settings.publication.timezone)
    date = article.front.date
    if isinstance(date, dt.datetime) and date.date() >= article.modified:
        return date if date.tzinfo else date.replace(tzinfo=zone)
    return dt.datetime.combine(article.modified, dt.time(), tzinfo=zone)


def head(article: Article, theme: Theme) -> list[str]:
    """The lines below a headline: who, when, how long; then the labels."""
    return theme.render("parts/mail-head.txt", article.language, article=article, **reading(article)).split("\n")


def reading(article: Article) -> dict[str, int]:
    """Minutes of reading, at least one."""
    return {"minutes": minutes(article.words)}


def tagged(address: str, settings: Settings) -> str:
    """An address of our own with the campaign's parameters, where the settings ask for them."""
    if not settings.newsletter.utm:
        return address
    return f"{address}{'&' if '?' in address else '?'}{settings.newsletter.utm}"


def _image(article: Article, written: Written, plain: Plain) -> dict[str, str] | None:
    """The article's own picture, above its teaser."""
    image = article.front.image
    if image is None:
        return None
    attributes = (("src", image.src), ("alt", image.alt), ("title", image.credit))
    block = Block(BlockKind.IMAGE, Node("img", attributes, (), image.at), image.alt, image.at)
    return {"html": written.blocks((block,)), "text": plain.blocks((block,))}


def legal(sheet: Sheet) -> dict[str, str]:
    """The pages of the law, where the plan knows their addresses."""
    known = {key: sheet.address(f"pages/{key}") for key in ("imprint", "privacy")}
    return {key: address for key, address in known.items() if address}


def _values(sheet: Sheet, form: str) -> dict[str, Any]:
    article = sheet.article
    links = addresses(sheet)
    shown = article.notes if form == "full" else ()
    notes = {note.label: note.number for note in shown}
    citations = {source.key: source.number for source in article.sources if source.key}
    plain = Plain(citations, notes, links)
    written = Written(citations, notes, links, pictures(sheet, links))
    page = tagged(sheet.address("page"), sheet.settings)
    return {
        "article": article,
        "title": article.front.title,
        "headline": underlined(article.front.title, "="),
        "subject": article.front.subject or article.front.title,
        "preheader": preheader(article),
        "form": form,
        "parts": parts(article, form, written, plain),
        **legal(sheet),
        "image": _image(article, written, plain),
        "notes": tuple(
            {
                "number": note.number,
                "mark": str(note.number).translate(RAISED),
                "html": written.phrase(note.children),
                "text": plain.children(note.children),
            }
            for note in shown
        ),
        "changes": form == "full"
        and bool(article.front.updates)
        and not any(section.role is Role.UPDATE_NOTICE for section in article.sections),
        "sources": article.sources,
        "page": page,
        "counterpart": sheet.counterpart
        and {
            "address": tagged(sheet.address("counterpart"), sheet.settings),
            "language": sheet.counterpart.language.value,
        },
    }
