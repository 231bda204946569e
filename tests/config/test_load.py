"""Settings are read whole, and every fault of them is named at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.config import KINDS, Settings, load
from pipeline.errors import SettingsError
from pipeline.findings import Severity
from pipeline.model import Language

ROOT = Path(__file__).parent.parent.parent
FAULTY = """
[publication]
nmae = "x"
base-url = "example.org"
timezone = "Mars/Olympus"
languages = { de = "de-DE", en = "british", fr = "fr-FR" }
[check]
fail-on = "eror"
ignore = "style"
per-file-ignores = { "archive/*" = "style/*" }
[kinds.explainer]
required = ["key-pionts"]
[vocabulary.de]
key-poits = ["Kurz"]
conclusion = "Ende"
[pdf]
paper = "A7"
[foo]
"""


def faults(text: str, path: str = "zweiblatt.toml", environment: dict[str, str] | None = None) -> list[str]:
    """The faults of a settings file, as lines."""
    with pytest.raises(SettingsError) as caught:
        load(text, path, environment)
    error = caught.value
    return [f"{at}: {message}" for message, at in ((error.message, error.at), *error.more)]


def test_nothing_said() -> None:
    """An empty file gives the defaults."""
    assert load("", "zweiblatt.toml") == Settings()


def test_shipped_settings() -> None:
    """The settings of the shipped publication are read."""
    settings = load((ROOT / "zweiblatt.toml").read_text(encoding="utf-8"), "zweiblatt.toml")
    assert settings.publication.locale(Language.EN) == "en-GB"
    assert settings.publication.base_url.endswith("/")


def test_tables_become_values() -> None:
    """Tables and lists become tuples; a kind keeps its defaults where the file says nothing."""
    settings = load(
        '[check]\nfail-on = "warning"\nper-file-ignores = { "a/*" = ["style", "terms"] }\n'
        '[kinds.report]\nrequired = ["sources"]\n[vocabulary.de]\nkey-points = ["Kurz gefasst"]\n',
        "zweiblatt.toml",
    )
    assert settings.check.fail_on is Severity.WARNING
    assert settings.check.per_file_ignores == (("a/*", ("style", "terms")),)
    assert settings.vocabulary == ((Language.DE, "key-points", ("Kurz gefasst",)),)
    assert [kind.name for kind in settings.kinds] == [*(kind.name for kind in KINDS), "report"]
    assert hash(settings)


def test_all_faults_at_once() -> None:
    """Each fault is named with its line and what was meant; one does not hide another."""
    found = faults(FAULTY)
    assert found == [
        "zweiblatt.toml:3:1: “nmae” is unknown; did you mean “name”?",
        "zweiblatt.toml:4:1: this is no address that begins with https:// and ends with /",
        "zweiblatt.toml:5:1: “Mars/Olympus” is no time zone such as Europe/Berlin",
        "zweiblatt.toml:6:45: “fr” is unknown; known: de, en",
        "zweiblatt.toml:8:1: “eror” is unknown; known: info, warning, error",
        "zweiblatt.toml:9:1: a list is expected here",
        "zweiblatt.toml:10:22: a list is expected here",
        "zweiblatt.toml:12:1: “key-pionts” is unknown; did you mean “key-points”?",
        "zweiblatt.toml:14:1: “key-poits” is unknown; did you mean “key-points”?",
        "zweiblatt.toml:15:1: a list is expected here",
        "zweiblatt.toml:17:1: “A7” is unknown; known: A4, Letter",
        "zweiblatt.toml:18:2: “foo” is unknown; known: check, kinds, newsletter, pdf, publication, vocabulary",
    ]


def test_locale() -> None:
    """A locale that is none is named by its place inside the table."""
    assert faults('[publication]\nlanguages = { de = "deutsch" }') == [
        "zweiblatt.toml:2:15: “deutsch” is no locale such as de-DE"
    ]


def test_syntax() -> None:
    """What is not TOML is named with its line."""
    assert faults('[publication]\nname = "a\n') == ["zweiblatt.toml:2:10: this is not TOML: Illegal character '\\n'"]
    assert faults("a = [") == ["zweiblatt.toml:1:1: this is not TOML: Invalid value"]


@pytest.mark.parametrize("text", ["publication = 3", "a.b.c.d = 1", "[[check]]", "[publication.name]", "kinds = [1]"])
def test_odd_shapes(text: str) -> None:
    """What has another shape than expected is a fault, and no crash."""
    assert faults(text)


def test_pyproject() -> None:
    """In a pyproject.toml the table tool.zweiblatt counts, and its lines."""
    text = '[project]\nname = "x"\n[tool.zweiblatt.pdf]\npaper = "Letter"\n'
    assert load(text, "pyproject.toml").pdf.paper == "Letter"
    assert faults(text.replace("paper", "papre"), "pyproject.toml") == [
        "pyproject.toml:4:1: “papre” is unknown; did you mean “paper”?"
    ]


def test_environment() -> None:
    """The environment wins over the file; its fault names the variable."""
    settings = load('[pdf]\npaper = "A4"', "zweiblatt.toml", {"ZWEIBLATT_PDF_PAPER": "Letter", "HOME": "/"})
    assert settings.pdf.paper == "Letter"
    many = load("", "zweiblatt.toml", {"ZWEIBLATT_CHECK_IGNORE": "style, terms/forbidden-term"})
    assert many.check.ignore == ("style", "terms/forbidden-term")
    assert faults("", environment={"ZWEIBLATT_PDF_PAPER": "A7"}) == [
        "ZWEIBLATT_PDF_PAPER:1:1: “A7” is unknown; known: A4, Letter"
    ]
    assert faults("", environment={"ZWEIBLATT_CHECK_FAILON": "info", "ZWEIBLATT_NODE": "/"}) == [
        "ZWEIBLATT_CHECK_FAILON:1:1: “ZWEIBLATT_CHECK_FAILON” is unknown; did you mean “ZWEIBLATT_CHECK_FAIL_ON”?"
    ]
