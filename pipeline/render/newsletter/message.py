"""Text part, HTML part and headers -> the bytes of a mail.

In: :class:`Letter`, complete. Out: RFC 5322 bytes with CRLF: ``multipart/alternative``, text first, both parts
UTF-8 in quoted-printable. The same letter gives the same bytes.

Built with the older half of ``email`` (compat32): ``EmailMessage`` of Python 3.11 drops the space between two
encoded words of a long German subject and encodes a long ``List-Unsubscribe`` until no mail program reads it.
"""

from __future__ import annotations

import hashlib
import io
from email.charset import QP, Charset
from email.generator import BytesGenerator
from email.header import Header
from email.message import Message as Mail
from email.mime.text import MIMEText
from email.policy import compat32
from email.utils import format_datetime, formataddr, parseaddr
from typing import TYPE_CHECKING

from ...errors import MakingError
from ...findings import Message
from ...frozen import dataclass

if TYPE_CHECKING:
    import datetime as dt

    from ...model import Language

UTF8 = Charset("utf-8")
UTF8.body_encoding = QP

PLAIN = 75
"""The longest line of a header (RFC 2047), and the longest value that needs no folding."""


@dataclass(frozen=True, slots=True)
class Letter:
    """Everything that a mail says. ``sender`` and ``recipient`` are ``Name <address>`` or an address.

    ``unsubscribe`` are addresses (``https:`` or ``mailto:``), with whatever mark the sending service fills in;
    ``one_click`` says that the first of them knows its reader, as RFC 8058 wants it.
    """

    subject: str
    sender: str
    recipient: str
    date: dt.datetime
    language: Language
    text: str
    html: str
    unsubscribe: tuple[str, ...]
    one_click: bool
    list_id: str


def message(letter: Letter) -> bytes:
    """The mail's bytes; a line break in any header value is refused with a :class:`MakingError`."""
    digest = hashlib.sha256(f"{letter.subject}\0{letter.text}\0{letter.html}".encode()).hexdigest()
    mail = Mail(policy=compat32.clone(linesep="\r\n"))
    for name, value in _headers(letter, digest):
        mail.add_header(name, value)
    mail.add_header("MIME-Version", "1.0")
    mail.add_header("Content-Type", "multipart/alternative", boundary=f"=_zweiblatt_{digest[:32]}")
    mail.attach(_part(letter.text, "plain", letter.language))
    mail.attach(_part(letter.html, "html", letter.language))
    out = io.BytesIO()
    BytesGenerator(out, mangle_from_=False, policy=mail.policy).flatten(mail)
    return out.getvalue()


def _headers(letter: Letter, digest: str) -> list[tuple[str, str]]:
    host = parseaddr(letter.sender)[1].rpartition("@")[2] or "localhost"
    given = [
        ("From", _address("From", letter.sender)),
        *((("To", _address("To", letter.recipient)),) if letter.recipient else ()),
        ("Subject", encoded("Subject", letter.subject)),
        ("Date", format_datetime(letter.date)),
        ("Message-ID", f"<{digest[:40]}@{host}>"),
        ("Content-Language", letter.language.value),
    ]
    if letter.list_id:
        given.append(("List-Id", f"<{_line('List-Id', letter.list_id)}>"))
    if letter.unsubscribe:
        listed = [f"<{_line('List-Unsubscribe', address)}>" for address in letter.unsubscribe]
        given.append(("List-Unsubscribe", ", ".join(listed)))
    if letter.one_click:
        given.append(("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"))
    return given


def _part(text: str, subtype: str, language: Language) -> MIMEText:
    part = MIMEText(text.rstrip("\n") + "\n", subtype, UTF8)  # type: ignore[arg-type] # takes a Charset too
    del part["MIME-Version"]
    part["Content-Language"] = language.value
    return part


def encoded(header: str, value: str) -> str:
    """A value as it is where that is harmless (short, ASCII, nothing like an encoded word), else in encoded words."""
    value = _line(header, value).strip()
    if value.isascii() and "=?" not in value and len(value) <= PLAIN:
        return value
    return Header(value, "utf-8", header_name=header, maxlinelen=PLAIN).encode(linesep="\n")


def _address(header: str, value: str) -> str:
    name, address = parseaddr(_line(header, value))
    whole = formataddr((name, address))
    if name.isascii() or len(whole) - len(address) <= PLAIN:  # one encoded word, which every reader of names knows
        return whole
    return f"{Header(name, 'utf-8', header_name=header, maxlinelen=PLAIN).encode(linesep=chr(10))} <{address}>"


def _line(header: str, value: str) -> str:
    """A header's value; one of more than one line could smuggle in a header of its own."""
    if any(ord(each) < ord(" ") or each in "\x7f\x85\u2028\u2029" for each in value):
        raise MakingError(
            Message(
                "a line break or control character in the mail's header “{header}”: {value}",
                (("header", header), ("value", repr(value))),
            )
        )
    return value
