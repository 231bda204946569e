"""A command line that cannot be understood is answered in the language of messages."""

from __future__ import annotations

import click
import pytest

from pipeline.cli.commands import command
from pipeline.cli.trouble import explain

SAID = {
    ("check", "--nosuch"): "es gibt keine Option --nosuch; siehe",
    ("check", "--fail-onn", "error"): "es gibt keine Option --fail-onn; gemeint --fail-on?",
    ("chek",): "es gibt keinen Befehl chek; gemeint check?",
    ("frisch",): "es gibt keinen Befehl frisch; siehe",
    ("check", "--fail-on"): "die Option --fail-on braucht einen Wert; siehe",
    ("check", "--fail-on", "x"): "--fail-on: möglich ist eines davon: error, warning, info",
    ("explain",): "RULE fehlt; siehe",
}


def _said(arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    with pytest.raises(click.UsageError) as caught:
        command.main(list(arguments), standalone_mode=False)
    return explain(caught.value), capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"), SAID.items(), ids=lambda value: " ".join(value) if isinstance(value, tuple) else ""
)
def test_german(
    arguments: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """In German all of it is."""
    monkeypatch.setenv("ZWEIBLATT_MESSAGES", "de")
    code, text = _said(arguments, capsys)
    assert code == 2  # usage
    assert text.startswith(f"zweiblatt: {said}")


def test_english(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """In English it is what click says, with the usage above."""
    monkeypatch.setenv("ZWEIBLATT_MESSAGES", "en")
    code, text = _said(("check", "--nosuch"), capsys)
    assert code == 2  # usage
    assert text.startswith("Usage: ")
    assert "No such option" in text


def test_english_command(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """The nearest command is named in English too."""
    monkeypatch.setenv("ZWEIBLATT_MESSAGES", "en")
    assert "No such command 'newsleter'. Did you mean 'newsletter'?" in _said(("newsleter",), capsys)[1]
    assert "No such command 'frisch'.\n" in _said(("frisch",), capsys)[1]
