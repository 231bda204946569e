"""A mail -> a mail server, for a test.

In: the bytes of a message, an address such as ``smtp://name@host:587``, recipients. Out: the mail is sent, or a
:class:`~pipeline.errors.MakingError` says what the server said.

``smtp:`` begins TLS where the server offers it; ``smtps:`` from the first byte on. A password is taken from the
address or, better, from ``ZWEIBLATT_SMTP_PASSWORD``, and only told over TLS or to this machine.
"""

from __future__ import annotations

import os
import smtplib
import ssl
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from ..errors import MakingError, UsageError
from ..findings import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

SECONDS = 30
PASSWORD = "ZWEIBLATT_SMTP_PASSWORD"  # noqa: S105 - a variable's name
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
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname:
        raise UsageError(Message("--send takes smtp://host:port or smtps://host:port, with name:password@ if needed"))
    is_secure = parts.scheme == "smtps"
    name, password = unquote(parts.username or ""), unquote(parts.password or "") or os.environ.get(PASSWORD, "")
    return Server(parts.hostname, port or (465 if is_secure else 587), name, password, is_secure)


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
        raise MakingError(
            Message(
                "{host}:{port} did not take the mail: {why}",
                (("host", to.host), ("port", to.port), ("why", _why(error))),
            )
        ) from None


def _connected(to: Server, context: ssl.SSLContext) -> smtplib.SMTP:
    if to.is_secure:
        return smtplib.SMTP_SSL(to.host, to.port, timeout=SECONDS, context=context)
    return smtplib.SMTP(to.host, to.port, timeout=SECONDS)


def _log_in(smtp: smtplib.SMTP, to: Server, *, is_covered: bool) -> None:
    if not is_covered and to.host not in LOOPBACK:
        message = Message("{host} offers no TLS, so no password is told to it; use smtps://", (("host", to.host),))
        raise MakingError(message)
    smtp.login(to.name, to.password)


def _why(error: Exception) -> str:
    """What the server said, in a line."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return "; ".join(f"{who}: {code} {_line(said)}" for who, (code, said) in error.recipients.items())
    if isinstance(error, smtplib.SMTPResponseException):
        return f"{error.smtp_code} {_line(error.smtp_error)}"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return _line(str(error)) or type(error).__name__


def _line(said: bytes | str) -> str:
    return " ".join((said.decode(errors="replace") if isinstance(said, bytes) else said).split())
