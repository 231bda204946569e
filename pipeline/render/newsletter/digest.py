"""Several sheets -> one mail: each story with its teaser and the way to its page.

In: the sheets of one language, newest first, and what has to be left out because its translation is missing.
Out: a :class:`~.letter.Mail`. A digest names what it leaves out, with a link to the language in which it exists.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...frozen import dataclass
from ...model import Role
from .addresses import addresses
from .legal import missing
from .letter import Mail, both, frame, head, legal, letter, sent, tagged
from .nodes import Written
from .plain import Plain
from .preheader import LONGEST, SHORTEST, cut
from .profiles import marks
from .size import too_large
from .wrap import underlined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...model import Language
    from ..output import Sheet
    from ..theme import Theme
    from .profiles import Profile

SEPARATOR = " · "


@dataclass(frozen=True, slots=True)
class Absent:
    """A story that the digest leaves out: its title, language and page."""

    title: str
    language: Language
    address: str


def digest(sheets: Sequence[Sheet], absent: Sequence[Absent], theme: Theme, service: Profile) -> Mail:
    """The mail of several stories in one language, at least one; all its sheets are of one publication."""
    first = sheets[0]
    settings, language = first.settings, first.article.language
    if error := missing(settings):
        raise error
    newest = max(sheets, key=lambda sheet: sheet.article.modified).article
    name = "".join(sheet.article.manuscript.digest for sheet in sheets)
    front = f"{settings.publication.base_url}{language.value}/"
    settled = marks(service, f"{name}digest", settings, tagged(first.address("front") or front, settings))
    subject = theme.render("parts/mail-subject.txt", language, titles=[each.article.front.title for each in sheets])
    values = {
        **frame(settings, language, settled),
        **legal(first),
        "subject": subject.strip(),
        "preheader": _preheader(sheets),
        "entries": [_entry(sheet, theme) for sheet in sheets],
        "absent": absent,
        "date": newest.modified,
    }
    made = both("digest", theme, language, values, settled)
    built = letter(settings, language, values["subject"], sent(newest, settings), made)
    faults = tuple(too_large(made[0], newest, "digest", str))
    return Mail(built, values["preheader"], faults, is_message=not service.unsubscribe)


def _entry(sheet: Sheet, theme: Theme) -> dict[str, Any]:
    article = sheet.article
    links = addresses(sheet)
    teaser = next((section.blocks for section in article.sections if section.role is Role.TEASER), ())
    return {
        "article": article,
        "line": underlined(article.front.title, "-"),
        "page": tagged(sheet.address("page"), sheet.settings),
        "html": Written({}, {}, links, {}).blocks(teaser),
        "text": Plain({}, {}, links).blocks(teaser),
        "head": head(article, theme),
    }


def _preheader(sheets: Sequence[Sheet]) -> str:
    """The titles behind the first, which is the subject; else what the first is about."""
    said = [sheet.article.front.title for sheet in sheets[1:]]
    if len(SEPARATOR.join(said)) < SHORTEST:
        said += [sheet.article.description for sheet in sheets]
    return cut(SEPARATOR.join(filter(None, dict.fromkeys(said))), LONGEST)
