"""``zweiblatt newsletter``: files, digests, and a test mail through a real server."""

from __future__ import annotations

import contextlib
import email
import re
import socket
import ssl
import subprocess
import sys
import threading
from dataclasses import dataclass
from email import policy
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

from pipeline.cli import main, sending

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parents[2]
SETTINGS = (ROOT / "zweiblatt.toml").read_text("utf-8")


ARTICLE = """---
title: "{title}"
date: 2025-02-{day}
kind: note
slug: {slug}
---

{text}

#OpenSource
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A publication with one story in both languages and one in German alone."""
    (tmp_path / "zweiblatt.toml").write_text(SETTINGS, "utf-8")
    stories = {
        "de/eins": ("Schöne Grüße aus Köln", "20", "schoene-gruesse", r"Ein Gruß mit \*|UNSUB|\* und {{ x }}."),
        "en/eins": ("Greetings from Cologne", "20", "greetings", r"A greeting with \*|UNSUB|\* and {{ x }}."),
        "de/zwei": ("Nur auf Deutsch", "21", "nur-auf-deutsch", "Noch ein Gruß."),
    }
    stories |= {f"de/{name}": (name, "19", f"{name}-de", "Eine Seite.") for name in ("imprint", "privacy")}
    for name, (title, day, slug, text) in stories.items():
        path = tmp_path / "content" / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        head = ARTICLE.format(title=title, day=day, slug=slug, text=text)
        path.write_text(head.replace("kind: note", "kind: note\ntranslate: later") if "zwei" in name else head, "utf-8")
        if slug.endswith("-de"):
            path.write_text(head.replace("kind: note", "kind: page\ntranslate: later"), "utf-8")
    return tmp_path


@dataclass(frozen=True)
class Done:
    """What the command said."""

    returncode: int
    stdout: str
    stderr: str


@pytest.fixture
def run(project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Done]:
    """The command, called in the project."""

    def call(*arguments: str, command: str = "newsletter") -> Done:
        monkeypatch.chdir(project)
        monkeypatch.setenv("ZWEIBLATT_MESSAGES", "en")
        monkeypatch.setattr(sys, "argv", ["zweiblatt", command, *arguments])
        with pytest.raises(SystemExit) as end:
            main()
        said = capsys.readouterr()
        return Done(int(end.value.code or 0), said.out, said.err)

    return call


def german_text(project: Path) -> str:
    """The text part of the German digest."""
    return (project / "output/newsletter/digest-2025-02-21.de.txt").read_text("utf-8")


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


def test_files(run: Callable[..., Done], project: Path) -> None:
    """A story gives three files and a preview in each language; their paths are the data of the command."""
    done = run("eins")
    assert done.returncode == 0, done.stderr
    assert [line.removeprefix("output/newsletter/") for line in done.stdout.splitlines()] == [
        file
        for name in ("schoene-gruesse.de", "greetings.en")
        for file in (*(f"{name}.{suffix}" for suffix in ("html", "txt", "eml")), f"preview/{name}.html")
    ]
    assert all((project / line).is_file() for line in done.stdout.splitlines())


def test_edition_stays_whole(run: Callable[..., Done], project: Path) -> None:
    """What the command adds is part of the edition: a second call keeps it, and a folder of others is refused."""
    assert run("eins").returncode == 0
    assert run("--since", "2025-02-20").returncode == 0
    assert (project / "output/newsletter/greetings.en.eml").is_file()
    assert "newsletter/digest-2025-02-21.de.eml" in (project / "output/report/manifest.json").read_text("utf-8")
    (project / "other").mkdir()
    (project / "other" / "precious.txt").write_text("mine", "utf-8")
    assert run("eins", "--out", "other").returncode == 3
    assert [path.name for path in (project / "other").iterdir()] == ["precious.txt"]


def test_mails_of_a_build_go_with_their_story(run: Callable[..., Done], project: Path) -> None:
    """A mail as a build makes it belongs to its story, and goes with it; a digest, another form and a draft's stay."""
    draft = ARTICLE.format(title="Entwurf", day="19", slug="entwurf", text="Ein Gruß.").replace(
        "kind: note", "kind: note\ndraft: true\ntranslate: later"
    )
    (project / "content/de/drei.md").write_text(draft, "utf-8")
    for arguments in (("zwei",), ("zwei", "--form", "teaser"), ("drei",), ("--since", "2025-02-20")):
        assert run(*arguments).returncode == 0
    (project / "content/de/zwei.md").unlink()
    (project / "content/de/drei.md").unlink()
    assert run("--only", "newsletter", command="build").returncode == 0
    left = {path.name for path in (project / "output/newsletter").glob("*.de.txt")}
    assert left == {
        "schoene-gruesse.de.txt",
        "nur-auf-deutsch.teaser.de.txt",
        "entwurf.de.txt",
        "digest-2025-02-21.de.txt",
    }


def test_form_and_profile(run: Callable[..., Done], project: Path) -> None:
    """Another form and a service have their names in the file's; a service gets the two parts."""
    done = run("content/de/eins.md", "--form", "teaser", "--profile", "mailchimp", "--language", "de")
    assert [Path(line).name for line in done.stdout.splitlines()] == [
        "schoene-gruesse.teaser.mailchimp.de.html",
        "schoene-gruesse.teaser.mailchimp.de.txt",
        "schoene-gruesse.teaser.mailchimp.de.html",
    ]
    html = (project / "output/newsletter/schoene-gruesse.teaser.mailchimp.de.html").read_text("utf-8")
    assert html.count("*|UNSUB|*") == 1
    assert 'href="*|UNSUB|*"' in html
    assert "{{" not in html


def test_digest_names_what_it_leaves_out(run: Callable[..., Done], project: Path) -> None:
    """A digest in English says, to the editor and to the reader, which story has no translation."""
    done = run("--since", "2025-02-20")
    assert done.returncode == 0, done.stderr
    assert "not in the mail (en): “Nur auf Deutsch” has no translation" in done.stderr
    text = (project / "output/newsletter/digest-2025-02-20.en.txt").read_text("utf-8")
    assert "Not in this mail" in text
    assert "- Nur auf Deutsch <https://zweiblatt.example.org/de/nur-auf-deutsch/>" in text
    assert "Impressum: https://zweiblatt.example.org/de/imprint-de/" in german_text(project)
    assert "Nur auf Deutsch\n---------------" in german_text(project)
    assert "Noch ein Gruß." in german_text(project)


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


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("eins", "--send", "smtp://127.0.0.1:1", "--to", "a@b.org"), 3, "127.0.0.1:1 did not take the mail"),
        (("eins", "--send", "smtp://127.0.0.1"), 2, "--send and --to belong together"),
        (("eins", "--send", "http://x", "--to", "a@b.org"), 2, "--send takes smtp://host:port"),
        (("einz",), 2, "there is no story “einz”; did you mean “eins”?"),
        ((), 2, "name a story or several, or say --since"),
        (("eins", "--language", "de,fr"), 2, "--language: “fr” is none of de, en"),
        (("--since", "gestern"), 2, "“gestern” is no date such as 2025-02-22"),
        (("--since", "2030-01-01"), 2, "no story was published or changed since 2030-01-01"),
        (("imprint",), 2, "no story can be sent: imprint"),
        (("zwei", "--language", "en"), 2, "nothing can be sent in en"),
        (("eins", "--send", "smtp://127.0.0.1:1", "--to", "a@b.org\nBcc: c@d.org"), 2, "--to takes one address"),
        (("eins", "--send", "smtp://127.0.0.1:1", "--to", "a@b.org, c@d.org"), 2, "--to takes one address"),
        (("eins", "--send", "smtp://127.0.0.1:1", "--to", "jürgen@b.org"), 2, "--to takes one address"),
        (("eins", "--send", "smtp://127.0.0.1:1", "--to", ""), 2, "--to takes one address"),
        (("eins", "--send", "smtp://127.0.0.1:1", "--to", "a@b.org"), 3, "look at host and port of --send"),
        (("eins", "--send", "smtp://127.0.0.1:70000", "--to", "a@b.org"), 2, "--send takes smtp://host:port"),
    ],
)
def test_refused(run: Callable[..., Done], arguments: tuple[str, ...], code: int, said: str) -> None:
    """What cannot be done is said in a line, with the exit code of its kind."""
    done = run(*arguments)
    assert (done.returncode, said in done.stderr, "Traceback" in done.stderr) == (code, True, False), done.stderr


def test_missing_settings(run: Callable[..., Done], project: Path) -> None:
    """Every legal setting that is missing is named, and nothing is made."""
    text = SETTINGS.replace('address = ["Beispielstraße 1", "12345 Musterstadt"]', "")
    (project / "zweiblatt.toml").write_text(text.replace('unsubscribe = "', '#"'), "utf-8")
    done = run("eins")
    assert done.returncode == 2
    assert "the newsletter needs “publication.address”" in done.stderr
    assert "the newsletter needs “newsletter.unsubscribe”" in done.stderr
    assert not (project / "output").exists()


def test_page_of_the_law_in_one_language(run: Callable[..., Done], project: Path) -> None:
    """Where the imprint is in German alone, the English mail links to that; where it is nowhere, nothing is made."""
    assert run("eins", "--language", "en").returncode == 0
    html = (project / "output/newsletter/greetings.en.html").read_text("utf-8")
    assert 'href="https://zweiblatt.example.org/de/imprint-de/"' in html
    assert "/en/imprint" not in html
    (project / "zweiblatt.toml").write_text(SETTINGS.replace('imprint = "imprint"', 'imprint = "fehlt"'), "utf-8")
    done = run("eins")
    assert done.returncode == 1
    assert "there is no story “fehlt” for the page “imprint”" in done.stderr


def test_fault_of_the_translation_alone(run: Callable[..., Done], project: Path) -> None:
    """A fault of the translation keeps the original's mail from nobody; one of the original keeps both back."""
    for language, codes in (("en", (0, 1)), ("de", (1, 1))):
        path = project / "content" / language / "eins.md"
        was = path.read_text("utf-8")
        path.write_text(was.replace("#OpenSource", "#OpenSource #2025"), "utf-8")
        assert tuple(run("eins", "--language", each).returncode for each in ("de", "en")) == codes
        path.write_text(was, "utf-8")


def test_story_with_errors(run: Callable[..., Done], project: Path) -> None:
    """No mail is made of a story that the checks forbid to publish."""
    path = project / "content" / "en" / "eins.md"
    path.write_text(path.read_text("utf-8").replace("#OpenSource", "## Extra\n\nMore.\n\n#OpenSource"), "utf-8")
    done = run("eins")
    assert done.returncode == 1
    assert "content/en/eins.md" in done.stderr
    assert not (project / "output").exists()
