"""What has the right type and cannot be meant is refused; what is meant is taken."""

from __future__ import annotations

import pytest

from pipeline.config import load
from pipeline.errors import SettingsError

GOOD = [
    ("publication", 'base-url = "http://127.0.0.1:8000/"'),
    ("publication", 'base-url = "https://zeitung.example.org/blatt/2025/"'),
    ("publication", 'base-url = "https://blätter.example.org/"'),
    ("publication", 'base-url = "https://[::1]:8080/"'),
    ("newsletter", 'sender = "Verlag <a.b+c@example.org>"'),
    ("newsletter", "sender = '\"Verlag, Redaktion\" <a@example.org>'"),
    ("newsletter", 'sender = "a@example.org"'),
    ("newsletter", 'unsubscribe = "https://example.org/raus?u={token}&l=de"'),
    ("newsletter", 'utm = "utm_source=mail&utm_medium=email"'),
    ("newsletter", 'list-id = { de = "de.liste_1.example.org" }'),
]
BAD = [
    ("publication", 'base-url = "https://example.org"'),
    ("publication", 'base-url = "https://example.org/a/../b/"'),
    ("publication", "base-url = 'https://example.org/\"/'"),
    ("publication", 'base-url = "https://example.org:70000/"'),
    ("publication", 'languages = { de = "en-GB", en = "en-GB" }'),
    ("publication", r'name = "a\nb"'),
    ("publication", f'name = "{"a" * 1001}"'),
    ("newsletter", 'sender = "a@example.org, b@example.org"'),
    ("newsletter", 'unsubscribe = "javascript:alert(1)//{token}"'),
    ("newsletter", 'unsubscribe-mail = "a@example.org?bcc=b@example.org"'),
    ("newsletter", 'unsubscribe-mail = "müller@example.org"'),
    ("newsletter", 'sender = "Zeitung <bücher@example.org>"'),
    ("newsletter", 'utm = "x\\"><b>"'),
    ("newsletter", 'list-id = { de = "a>b" }'),
]


@pytest.mark.parametrize(("table", "line"), GOOD)
def test_taken(table: str, line: str) -> None:
    """It is what publications write."""
    assert load(f"[{table}]\n{line}\n", "zweiblatt.toml")


@pytest.mark.parametrize(("table", "line"), BAD)
def test_refused(table: str, line: str) -> None:
    """It is refused where it stands."""
    with pytest.raises(SettingsError) as caught:
        load(f"[{table}]\n{line}\n", "zweiblatt.toml")
    assert str(caught.value.at).startswith("zweiblatt.toml:2:")


def test_many_unknown_keys() -> None:
    """Thousands of unknown keys are counted, not listed, and found in one pass."""
    lines = "".join(f"k{number} = 1\n" for number in range(5000))
    with pytest.raises(SettingsError) as caught:
        load(f"[check]\n{lines}", "zweiblatt.toml")
    assert len(caught.value.more) == 50
    assert str(caught.value.more[-1][0]) == "4950 more unknown keys"
