"""What a mail owes its readers and the services that send it: who sends it, the way out, addresses, their marks."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from pipeline.config import Settings
from pipeline.errors import SettingsError
from pipeline.model import Language
from pipeline.render.newsletter.letter import Mail, mail
from pipeline.render.newsletter.profiles import PROFILES

if TYPE_CHECKING:
    from collections.abc import Callable

    from pipeline.render.output import Sheet
    from pipeline.render.theme import Theme


def test_footer(made: Callable[..., Mail]) -> None:
    """Who sends it, from where, imprint, privacy, the way out: in both parts."""
    letter = made("open-weights").letter
    for part in (letter.html, letter.text):
        for said in ("Beispielverlag", "12345 Musterstadt", "/de/imprint/", "/de/privacy/", "/unsubscribe?u="):
            assert said in part, said
    assert "/unsubscribe?u={token}" in letter.text
    assert letter.unsubscribe == (
        "https://zweiblatt.example.org/unsubscribe?u={token}",
        "mailto:unsubscribe@example.org",
    )
    assert letter.list_id == "de.zweiblatt.example.org"


@pytest.mark.parametrize("service", PROFILES[1:], ids=lambda service: service.key)
def test_services(service: Any, theme: Theme, written: Callable[..., Sheet]) -> None:  # noqa: ANN401 - a Profile
    """A service's marks stand where they belong; an article's own are dead in both parts, in addresses as well."""
    hostile = (
        "Ein {{ UnsubscribeURL }} {{{ x }}} {% if x %} {# y #} `*|UNSUB|*` &#123;&#123; z }} \\*|X|\\*.\n\n"
        "[Ein {{ Link }}](https://example.org/?q={{unsubscribe}}&r=*|UNSUB|*)\n\n"
        "\\[UNSUBSCRIBE] \\[MIRROR] <https://example.org/@TrackLink> a@TrackLink\n"
    )
    sheet = written(hostile, "title: 'Titel {{ mirror }} *|ARCHIVE|*'\ndate: 2025-02-22\nkind: note")
    letter = mail(sheet, theme, "full", service).letter
    for part in (letter.html, letter.text):
        alive = re.findall(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|\*\|.*?\|\*", part)
        assert {each for each in alive if "<!--" not in each} == {service.unsubscribe, service.browser}
        assert not re.search(r"@TrackLink|\[(?:UNSUBSCRIBE|MIRROR)\]", part)
        assert ".invalid" not in part
    assert f'href="{service.unsubscribe}"' in letter.html
    assert "Ein {\u2060{ UnsubscribeURL }}" in letter.html


def test_one_click(shipped: Callable[[str, Language], Sheet], theme: Theme) -> None:
    """One click is promised only where the address knows its reader: a page for all is no answer to it (RFC 8058)."""
    sheet = shipped("open-weights", Language.DE)
    assert b"List-Unsubscribe-Post: List-Unsubscribe=One-Click" in mail(sheet, theme, "full", PROFILES[0]).data
    newsletter = replace(sheet.settings.newsletter, unsubscribe="https://example.org/abmelden")
    settings = replace(sheet.settings, newsletter=newsletter)
    data = mail(replace(sheet, settings=settings), theme, "full", PROFILES[0]).data
    assert b"List-Unsubscribe: <https://example.org/abmelden>" in data
    assert b"One-Click" not in data


def test_comments_for_outlook(made: Callable[..., Mail]) -> None:
    """Listmonk's templates drop comments that they are not told to keep; without them Outlook knows no width."""
    html = made("open-weights", service="listmonk").letter.html
    assert html.count("{{ Safe `<!--[if mso]>") == html.count("<!--") == html.count("<![endif]-->` }}") == 3
    assert "Safe" not in made("open-weights", service="brevo").letter.html


def test_addresses_of_the_settings(made: Callable[..., Mail]) -> None:
    """Without a service the way out is the settings' own, fit for an attribute."""
    assert 'href="https://zweiblatt.example.org/unsubscribe?u=%7Btoken%7D"' in made("open-weights").letter.html


def test_campaign(shipped: Callable[[str, Language], Sheet], theme: Theme) -> None:
    """Parameters of a campaign come to our own pages if the settings ask for them, and never to sources."""
    sheet = shipped("deepseek-open-source", Language.DE)
    newsletter = replace(sheet.settings.newsletter, utm="utm_source=mail&utm_medium=a")
    sheet = replace(sheet, settings=replace(sheet.settings, newsletter=newsletter))
    html = mail(sheet, theme, "teaser", PROFILES[0]).letter.html
    marked = re.findall(r'href="([^"]*utm_[^"]*)"', html)
    assert marked
    assert all(address.startswith("https://zweiblatt.example.org/") for address in marked)


def test_missing_settings(shipped: Callable[[str, Language], Sheet], theme: Theme) -> None:
    """All legal settings that are missing are named at once."""
    sheet = replace(shipped("open-weights", Language.DE), settings=Settings())
    with pytest.raises(SettingsError) as caught:
        mail(sheet, theme, "full", PROFILES[0])
    named = [str(caught.value.message), *(str(message) for message, _ in caught.value.more)]
    for key in ("publication.publisher", "publication.address", "newsletter.sender", "newsletter.unsubscribe"):
        assert any(f"“{key}”" in each for each in named), key
    assert any("publication.pages.privacy" in each for each in named)
