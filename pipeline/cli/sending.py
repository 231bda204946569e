"""A mail -> a mail server, for a test.

In: the bytes of a message, an address such as ``smtp://name@host:587``, recipients. Out: the mail is sent, or a
:class:`~pipeline.errors.MakingError` says what the server said.

``smtp:`` begins TLS where the server offers it; ``smtps:`` from the first byte on. A password is taken from the
address or, better, from ``ZWEIBLATT_SMTP_PASSWORD``, and only told over TLS or to this machine.
"""

from __future__ import annotations

import base64
import os
import smtplib
import ssl
from dataclasses import field
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from ..config.ascii import mailbox
from ..config.doubts import is_mailbox
from ..errors import MakingError, UsageError
from ..findings import Message
from ..frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

SECONDS = 30
PASSWORD = "ZWEIBLATT_SMTP_PASSWORD"  # noqa: S105 - a variable's name
AUTHENTICATED, NO_LOGIN = 235, (530, 534, 535)
LOOPBACK = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class Server:
    """A mail server as an address names it."""

    host: str
    port: int
    name: str
    password: str = field(repr=False)
    is_secure: bool


def server(address: str) -> Server:
    """The server of an address, or a UsageError."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        parts, port = urlsplit(""), None
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname or " " in parts.hostname:
        raise UsageError(Message("--send takes smtp://host:port or smtps://host:port, with name:password@ if needed"))
    is_secure = parts.scheme == "smtps"
    name, password = unquote(parts.username or ""), unquote(parts.password or "") or os.environ.get(PASSWORD, "")
    host = mailbox(f"@{parts.hostname}")[1:]
    return Server(host, port or (465 if is_secure else 587), name, password, is_secure)


def send(data: bytes, sender: str, recipients: Sequence[str], to: Server) -> None:
    """Send a message; a server's certificate is checked, but not that of this machine itself."""
    context = ssl.create_default_context()
    if to.host in LOOPBACK:
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    try:
        with _connected(to, context) as smtp:
            is_covered = to.is_secure
            smtp.ehlo()
            if not is_covered and smtp.has_extn("starttls"):
                smtp.starttls(context=context)
                smtp.ehlo()
                is_covered = True
            if to.name:
                _log_in(smtp, to, is_covered=is_covered)
            smtp.sendmail(sender, list(recipients), data)
    except (OSError, smtplib.SMTPException) as error:
        raise MakingError(_said(error, to)) from None


def reader(given: str) -> str:
    """Who gets the test, with a host in ASCII; a UsageError where that is not one address."""
    if not is_mailbox(given.strip()):
        template = "--to takes one address, name@example.org or Name <name@example.org>, not “{given}”"
        raise UsageError(Message(template, (("given", given),)))
    return mailbox(given.strip())


def _connected(to: Server, context: ssl.SSLContext) -> smtplib.SMTP:
    if to.is_secure:
        return smtplib.SMTP_SSL(to.host, to.port, timeout=SECONDS, context=context)
    return smtplib.SMTP(to.host, to.port, timeout=SECONDS)


def _log_in(smtp: smtplib.SMTP, to: Server, *, is_covered: bool) -> None:
    if not is_covered and to.host not in LOOPBACK:
        message = Message("{host} offers no TLS, so no password is told to it; use smtps://", (("host", to.host),))
        raise MakingError(message)
    if to.name.isascii() and to.password.isascii():
        smtp.login(to.name, to.password)
        return
    told = base64.b64encode(f"\0{to.name}\0{to.password}".encode()).decode()  # RFC 4616; smtplib knows ASCII alone
    code, answer = smtp.docmd("AUTH", f"PLAIN {told}")
    if code != AUTHENTICATED:
        raise smtplib.SMTPAuthenticationError(code, answer)


def _said(error: Exception, to: Server) -> Message:
    """What is said of an error, with the repair where one is likely."""
    code = error.smtp_code if isinstance(error, smtplib.SMTPResponseException) else 0
    template = "{host}:{port} did not take the mail: {why}"
    if isinstance(error, smtplib.SMTPNotSupportedError):
        template = "{host}:{port} takes no login; leave the name out of --send"
    elif code in NO_LOGIN:
        template = "{host}:{port} did not take the mail: {why}; say smtp://name@host, the password in {variable}"
    elif isinstance(error, (ssl.SSLError, smtplib.SMTPServerDisconnected)):
        template = "{host}:{port} did not take the mail: {why}; smtps:// begins with TLS (465), smtp:// does not (587)"
    elif code < 0 or not isinstance(error, smtplib.SMTPException):
        template = "{host}:{port} did not take the mail: {why}; look at host and port of --send"
    said = (("host", to.host), ("port", to.port), ("variable", PASSWORD), ("why", _why(error)))
    return Message(template, said)


def _why(error: Exception) -> str:
    """What the server said, in a line."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return "; ".join(f"{who}: {code} {_line(said)}" for who, (code, said) in error.recipients.items())
    if isinstance(error, smtplib.SMTPResponseException):
        return f"{max(error.smtp_code, 0) or ''} {_line(error.smtp_error)}".strip()
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return _line(str(error)) or type(error).__name__


def _line(said: bytes | str) -> str:
    return " ".join((said.decode(errors="replace") if isinstance(said, bytes) else said).split())
