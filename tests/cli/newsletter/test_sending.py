"""``zweiblatt newsletter --send``: a test mail through a real server, and what a server may refuse."""

from __future__ import annotations

import contextlib
import email
import re
import socket
import ssl
import subprocess
import threading
from email import policy
from typing import TYPE_CHECKING, Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

from pipeline.cli import sending

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from .small import Done


def free() -> int:
    """A port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as opened:
        port: int = opened.getsockname()[1]
        return port


class Inbox:
    """What a server was given."""

    def __init__(self) -> None:
        self.mails: list[Any] = []

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: ANN401, ARG002, N802 - aiosmtpd's
        """Keep a mail."""
        self.mails.append(envelope)
        return "250 OK"

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:  # noqa: ANN401, ARG002, N802 - aiosmtpd's
        """Know some readers."""
        if address.startswith("nobody@"):
            return "550 5.1.1 no such reader"
        envelope.rcpt_tos.append(address)
        return "250 OK"


@pytest.fixture
def inbox() -> Iterator[tuple[Inbox, int]]:
    """A real mail server on this machine."""
    box = Inbox()
    controller = Controller(box, hostname="127.0.0.1", port=free())
    controller.start()
    yield box, controller.port
    controller.stop()


def test_sent(run: Callable[..., Done], inbox: tuple[Inbox, int]) -> None:
    """A test mail arrives with both parts; the way out is filled in."""
    box, port = inbox
    done = run("eins", "--language", "de", "--send", f"smtp://127.0.0.1:{port}", "--to", "Übersee <leser@example.org>")
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    (envelope,) = box.mails
    assert (envelope.mail_from, envelope.rcpt_tos) == ("newsletter@example.org", ["leser@example.org"])
    mail = email.message_from_bytes(envelope.content, policy=policy.default)
    assert (mail["Subject"], mail["To"]) == ("Schöne Grüße aus Köln", "Übersee <leser@example.org>")
    assert "u=test>" in mail["List-Unsubscribe"]
    text, html = mail.iter_parts()
    assert "Ein Gruß mit *|UNSUB|* und {{ x }}." in text.get_content()
    assert "Ein Gruß mit *|UNSUB|* und {{ x }}." in html.get_content()
    assert "unsubscribe?u=test" in text.get_content()
    assert not any(part.defects for part in mail.walk())


def test_sent_with_tls_and_login(run: Callable[..., Done], tmp_path: Path) -> None:
    """Where the server offers TLS it is begun, and name and password are told."""
    names = ["-subj", "/CN=localhost", "-keyout", str(tmp_path / "key"), "-out", str(tmp_path / "cert")]
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", *names]
    try:
        subprocess.run(made, check=True, capture_output=True)
    except FileNotFoundError:
        pytest.skip("needs openssl to make a certificate")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "cert", tmp_path / "key")
    told: list[tuple[bytes, bytes]] = []

    def authenticate(server: Any, session: Any, envelope: Any, mechanism: str, data: Any) -> AuthResult:  # noqa: ANN401, ARG001 - aiosmtpd's
        told.append((data.login, data.password))
        return AuthResult(success=data.password == b"p@ss", handled=False)

    box = Inbox()
    controller = Controller(
        box, hostname="127.0.0.1", port=free(), tls_context=context, authenticator=authenticate, auth_required=True
    )
    controller.start()
    port = controller.port
    to = ("--language", "en", "--to", "reader@example.org", "--send")
    good = run("eins", *to, f"smtp://me:p%40ss@127.0.0.1:{port}")
    bad = run("eins", *to, f"smtp://me:no@127.0.0.1:{port}")
    umlauts = run("eins", *to, f"smtp://m%C3%A9:p%C3%A4%C3%9F@127.0.0.1:{port}")
    controller.stop()
    assert good.returncode == 0, good.stderr
    assert told[0] == (b"me", b"p@ss")
    assert told[-1] == ("mé".encode(), "päß".encode())
    assert umlauts.returncode == 3
    assert len(box.mails) == 1
    assert bad.returncode == 3
    assert "ZWEIBLATT_SMTP_PASSWORD" in bad.stderr
    assert f"127.0.0.1:{port} did not take the mail: 535" in bad.stderr


def test_reader_with_a_host_in_all_languages(run: Callable[..., Done], inbox: tuple[Inbox, int]) -> None:
    """A host with umlauts is told in Punycode, in the envelope and in the header."""
    box, port = inbox
    done = run("eins", "--language", "de", "--send", f"smtp://127.0.0.1:{port}", "--to", "Jürgen <leser@müller.de>")
    assert done.returncode == 0, done.stderr
    assert box.mails[0].rcpt_tos == ["leser@xn--mller-kva.de"]
    mail = email.message_from_bytes(box.mails[0].content, policy=policy.default)
    assert mail["To"] == "Jürgen <leser@xn--mller-kva.de>"


def test_reader_refused(run: Callable[..., Done], inbox: tuple[Inbox, int]) -> None:
    """A reader whom the server does not know is named with its words; a login that it does not take is said."""
    box, port = inbox
    to = ("eins", "--language", "de", "--to", "nobody@example.org", "--send")
    done = run(*to, f"smtp://127.0.0.1:{port}")
    assert (done.returncode, box.mails) == (3, [])
    assert f"127.0.0.1:{port} did not take the mail: nobody@example.org: 550 5.1.1 no such reader" in done.stderr
    done = run(*to, f"smtp://me:secret@127.0.0.1:{port}")
    assert done.returncode == 3
    assert "takes no login; leave the name out of --send" in done.stderr
    assert "secret" not in done.stderr


@pytest.mark.parametrize("scheme", ["smtp", "smtps"])
@pytest.mark.parametrize("greeting", [None, b"", b"HTTP/1.1 400 Bad Request\r\n\r\n"], ids=["silent", "gone", "other"])
def test_no_mail_server(
    scheme: str, greeting: bytes | None, run: Callable[..., Done], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server that says nothing, hangs up or speaks another language is told in a line, after a while at most."""
    monkeypatch.setattr(sending, "SECONDS", 1)
    with socket.create_server(("127.0.0.1", 0)) as opened:

        def answer() -> None:
            with contextlib.suppress(OSError):
                while greeting is not None:
                    with opened.accept()[0] as connected:
                        connected.sendall(greeting)

        threading.Thread(target=answer, daemon=True).start()
        address = f"{scheme}://127.0.0.1:{opened.getsockname()[1]}"
        done = run("eins", "--language", "de", "--to", "a@example.org", "--send", address)
    assert done.returncode == 3
    assert "did not take the mail" in done.stderr
    assert re.search(r"smtps:// begins with TLS|look at host and port", done.stderr)
    assert "Traceback" not in done.stderr
