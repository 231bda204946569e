"""The marks that sending services fill in: into the mail at the very end, and out of the article's own text.

In: a finished part (HTML or text) with sentinels. Out: the same part with a service's marks in their place.

The inliner turns ``&#123;`` back into ``{``, so entities cannot keep an article's ``{{ x }}`` or ``*|X|*`` dead: a
word joiner between the two characters does, invisibly, and percent signs do it in addresses.
"""

from __future__ import annotations

import hashlib
import re
from html import escape
from typing import TYPE_CHECKING

from ...frozen import dataclass

if TYPE_CHECKING:
    from ...config import Settings

JOINER = "\u2060"
MARK = re.compile(r"\{(?=[{%#])|\*(?=\|)|@(?=TrackLink)|\[(?=(?:UNSUBSCRIBE|MIRROR|UPDATE_PROFILE|DEFAULT_\w+)\])")
"""Where a mark of one of the services begins; the last two are a suffix of listmonk and Brevo's older marks."""
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
ADDRESS = re.compile(r"""(?<=href=")[^"]*|(?<=src=")[^"]*|https?://[^\s"<>]+""")
ESCAPES = str.maketrans({"{": "%7B", "}": "%7D", "|": "%7C"})


@dataclass(frozen=True, slots=True)
class Profile:
    """A sending service: its marks for the way out and for the mail in the browser. Empty: the settings' own.

    ``comment`` is how it is told to keep an HTML comment, without which Outlook does not know the mail's width.
    """

    key: str
    name: str
    unsubscribe: str = ""
    browser: str = ""
    comment: str = ""


PROFILES = (
    Profile("eml", "any mail server"),
    Profile("listmonk", "listmonk", "{{ UnsubscribeURL }}", "{{ MessageURL }}", "{{{{ Safe `{}` }}}}"),
    Profile("mailchimp", "Mailchimp", "*|UNSUB|*", "*|ARCHIVE|*"),
    Profile("buttondown", "Buttondown", "{{ unsubscribe_url }}", "{{ email_url }}"),
    Profile("brevo", "Brevo", "{{ unsubscribe }}", "{{ mirror }}"),
)


def profile(key: str) -> Profile:
    """A profile by its name; the plain one for a name that is none."""
    return next((each for each in PROFILES if each.key == key), PROFILES[0])


@dataclass(frozen=True, slots=True)
class Marks:
    """The addresses that stand in the templates, and what takes their place.

    The sentinels are made of the article's digest, so no article can contain them.
    """

    service: Profile
    unsubscribe: str
    browser: str
    values: tuple[str, str]

    def in_html(self, part: str) -> str:
        """The HTML with the service's marks; an address of the settings is made fit for an attribute."""
        put = (
            self.values if self.service.unsubscribe else tuple(escape(each.translate(ESCAPES)) for each in self.values)
        )
        made = self._settled(part, put)
        kept = self.service.comment
        return COMMENT.sub(lambda found: kept.format(found[0]), made) if kept else made

    def in_text(self, part: str) -> str:
        """The text with the service's marks, or the settings' addresses as they are."""
        return self._settled(part, self.values)

    def _settled(self, part: str, put: tuple[str, ...]) -> str:
        """Keep the article's own marks dead, then put in those of the service."""
        if self.service.unsubscribe:
            part = ADDRESS.sub(lambda found: found[0].translate(ESCAPES).replace("@TrackLink", "%40TrackLink"), part)
            part = MARK.sub(lambda found: found[0] + JOINER, part)
        for sentinel, value in zip((self.unsubscribe, self.browser), put, strict=True):
            part = part.replace(sentinel, value)
        return part


def marks(service: Profile, digest: str, settings: Settings, page: str) -> Marks:
    """The marks of a mail: ``digest`` is its articles', ``page`` where it can be read in the browser."""
    name = hashlib.sha256(f"{digest}\0{service.key}".encode()).hexdigest()[:24]
    values = (service.unsubscribe or settings.newsletter.unsubscribe, service.browser or page)
    return Marks(service, f"https://unsubscribe-{name}.invalid/", f"https://browser-{name}.invalid/", values)
