"""Addresses of the settings in the letters that the protocols carry."""

from __future__ import annotations

from pipeline.config import load

WRITTEN = """
[publication]
base-url = "https://blätter.straße.de:8080/über/"

[newsletter]
sender = "Ärzte & Söhne <post@müller.de>"
unsubscribe = "https://müller.de/ab?ü={token}&x=%20"
unsubscribe-mail = "ab@MÜLLER.example.org"
"""


def test_hosts_and_paths() -> None:
    """Hosts are Punycode (with ß as a letter of its own), paths percent signs; names and marks stay."""
    settings = load(WRITTEN, "zweiblatt.toml")
    assert settings.publication.base_url == "https://xn--bltter-cua.xn--strae-oqa.de:8080/%C3%BCber/"
    assert settings.newsletter.sender == "Ärzte & Söhne <post@xn--mller-kva.de>"
    assert settings.newsletter.unsubscribe == "https://xn--mller-kva.de/ab?%C3%BC={token}&x=%20"
    assert settings.newsletter.unsubscribe_mail == "ab@xn--mller-kva.example.org"


def test_ascii_stays() -> None:
    """What is ASCII is left as it is written."""
    text = WRITTEN.translate(str.maketrans("äöüßÄÖÜ", "aousAOU"))
    assert load(text, "zweiblatt.toml").publication.base_url == "https://blatter.strase.de:8080/uber/"
