"""Mails that survive German."""

from __future__ import annotations

import datetime as dt
import email
import random
from dataclasses import replace
from email import policy
from email.header import decode_header, make_header
from email.utils import parseaddr

import pytest

from pipeline.errors import MakingError
from pipeline.model import Language
from pipeline.render.newsletter.message import Letter, encoded, message

LETTER = Letter(
    subject="Öffnung: „DeepSeek“ öffnet seinen Code – was das für die Welt der offenen künstlichen Intelligenz heißt",
    sender="Beispiel – Über Äpfel <newsletter@example.org>",
    recipient="leser@example.org",
    date=dt.datetime(2025, 2, 24, tzinfo=dt.timezone(dt.timedelta(hours=1))),
    language=Language.DE,
    text="Schöne Grüße – bis bald\n\nhttps://example.org/" + "a" * 100,
    html="<!DOCTYPE html><p>Schöne Grüße – bis bald " + "ä" * 300 + "</p>",
    unsubscribe=("https://zweiblatt.example.org/unsubscribe?u={token}", "mailto:unsubscribe@example.org"),
    one_click=True,
    list_id="de.zweiblatt.example.org",
)
WORDS = """
    Öffnung KI-Welt „offen“ – … Übermäßig Größe 👩‍💻 🇩🇪 DeepSeek Straße = ? =?utf-8?q?x?= _ §5 ‚ja‘ Ä ß 日本 é
    a.b, (c) <d> "x" 100 % „Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrikantin“ ; : @ # 5 €
"""


def headlines(number: int) -> list[str]:
    """The same random headlines each time."""
    chance = random.Random(20250224)  # noqa: S311 - for variety, not for secrets
    return [" ".join(chance.choices(WORDS.split(), k=chance.randint(1, 12))) for _ in range(number)]


def test_headlines_come_back() -> None:
    """10,000 headlines with umlauts, quotation marks, dashes and emoji come back exactly through two decoders."""
    for headline in headlines(10_000):
        folded = encoded("Subject", headline)
        assert folded.isascii()
        assert str(make_header(decode_header(folded))) == headline
        assert policy.default.header_factory("Subject", folded.replace("\n", "")) == headline


def test_headlines_come_back_in_mails() -> None:
    """A headline comes back from a whole mail as well."""
    for headline in headlines(200):
        mail = email.message_from_bytes(message(replace(LETTER, subject=headline)), policy=policy.default)
        assert mail["Subject"] == headline


def test_both_parts_come_back() -> None:
    """Text comes first, both parts are UTF-8 in quoted-printable, and neither has a defect."""
    mail = email.message_from_bytes(message(LETTER), policy=policy.default)
    text, html = mail.iter_parts()
    assert [part.get_content_type() for part in (mail, text, html)] == [
        "multipart/alternative",
        "text/plain",
        "text/html",
    ]
    assert [part["Content-Transfer-Encoding"] for part in (text, html)] == ["quoted-printable"] * 2
    assert text.get_content().replace("\r", "") == LETTER.text + "\n"
    assert html.get_content().replace("\r", "") == LETTER.html + "\n"
    assert not any(part.defects for part in mail.walk())
    assert str(mail["From"].addresses[0].display_name) == "Beispiel – Über Äpfel"
    assert mail["Content-Language"] == "de"


@pytest.mark.parametrize(
    "name", ["Über Äpfel – und mehr „Obst“ " * 6, "ä" * 90, "Müller, Max (Redaktion)", "日本 👩\u200d💻"]
)
def test_names_come_back(name: str) -> None:
    """A sender's name of any length and letters comes back; no encoded word is longer than 75 (RFC 2047)."""
    name = name.strip()
    data = message(replace(LETTER, sender=f'"{name}" <newsletter@example.org>', recipient=f'"{name}" <a@example.org>'))
    mail = email.message_from_bytes(data)
    for header, address in (("From", "newsletter@example.org"), ("To", "a@example.org")):
        shown, found = parseaddr(mail[header])
        assert (str(make_header(decode_header(shown))), found) == (name, address)
    if len(name) < 30:
        (read,) = email.message_from_bytes(data, policy=policy.default)["From"].addresses
        assert read.display_name == name
    assert all(len(word) <= 75 for word in data.decode("ascii").split() if word.startswith("=?"))


def test_list_headers_are_literal() -> None:
    """Programs find the way out: addresses in plain text, one click, a list for each language."""
    data = message(LETTER)
    assert (
        b"List-Unsubscribe: <https://zweiblatt.example.org/unsubscribe?u={token}>,\r\n <mailto:unsubscribe@example.org>"
        in data
    )
    assert b"List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n" in data
    assert b"List-Id: <de.zweiblatt.example.org>\r\n" in data


def test_lines() -> None:
    """Lines end with CRLF and are no longer than 76."""
    data = message(LETTER)
    assert data.count(b"\n") == data.count(b"\r\n")
    assert data.count(b"\r") == data.count(b"\r\n")
    assert max(map(len, data.split(b"\r\n"))) <= 76


def test_same_bytes() -> None:
    """The same letter gives the same bytes; another text another identifier."""
    assert message(LETTER) == message(LETTER)
    one, other = (email.message_from_bytes(message(each)) for each in (LETTER, replace(LETTER, text="Anders –")))
    assert one["Message-ID"] != other["Message-ID"]
    assert one["Date"] == "Mon, 24 Feb 2025 00:00:00 +0100"


@pytest.mark.parametrize("mark", ["\n", "\r", "\r\n", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029", "\0"])
@pytest.mark.parametrize("field", ["subject", "sender", "recipient", "list_id", "unsubscribe"])
def test_no_header_is_smuggled_in(field: str, mark: str) -> None:
    """A line break in any header value is refused, and the message names the header."""
    value = f"Angebot{mark}Bcc: alle@example.org"
    letter = replace(LETTER, **{field: (value,) if field == "unsubscribe" else value})  # type: ignore[arg-type]
    with pytest.raises(MakingError, match="line break or control character"):
        message(letter)
