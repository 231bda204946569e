"""The theme: templates of one's own go before the shipped ones, and nothing is missing silently."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

import pytest

from pipeline import locales
from pipeline.errors import MakingError
from pipeline.model import Language
from pipeline.render.places import relative
from pipeline.render.theme import Theme
from tests.site import settings

if TYPE_CHECKING:
    from pathlib import Path

DAY = dt.date(2025, 2, 21)


@pytest.fixture
def own(tmp_path: Path) -> Theme:
    """A theme with templates of its own."""
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "kind.txt").write_text("{{ kind | upper }}", "utf-8")
    (tmp_path / "lost.html").write_text("{{ nowhere }}", "utf-8")
    (tmp_path / "broken.html").write_text("{% if %}", "utf-8")
    (tmp_path / "dynamic.html").write_text("{% include name %}", "utf-8")
    return Theme(settings(), (tmp_path,))


def test_a_publication_s_template_goes_before_ours(own: Theme) -> None:
    """File by file: the one is replaced, the others stay."""
    assert own.render("parts/kind.txt", Language.DE, kind="news") == "NEWS"
    assert Theme(settings()).render("parts/kind.txt", Language.DE, kind="news").strip() == "Meldung"


@pytest.mark.parametrize(
    ("name", "says"), [("lost.html", "nowhere"), ("broken.html", "broken.html:1"), ("no.html", "no.html")]
)
def test_a_template_that_cannot_be_used_is_named(own: Theme, name: str, says: str) -> None:
    """A missing value, a fault of syntax, a missing file: an error that names template and problem."""
    with pytest.raises(MakingError, match=re.escape(says)):
        own.render(name, Language.DE)


def test_the_closure_holds_all_that_a_template_can_reach(own: Theme) -> None:
    """What it extends, includes and imports, with digests; a change in any of them changes the closure."""
    names = dict(Theme(settings()).closure(["article.html"], {}))
    assert {"article.html", "base.html", "parts/mark.html", "parts/words.html", "parts/sources.html"} <= names.keys()
    assert own.closure(["parts/kind.txt"], {}) != Theme(settings()).closure(["parts/kind.txt"], {})


def test_a_dynamic_name_is_refused(own: Theme) -> None:
    """What cannot be known before rendering cannot be part of a key."""
    with pytest.raises(MakingError, match="dynamic"):
        own.closure(["dynamic.html"], {})


def test_a_missing_file_is_named(own: Theme) -> None:
    """Style and fonts, too."""
    with pytest.raises(MakingError, match=r"style/none\.css"):
        own.file("style/none.css")


def test_dates_and_numbers_are_those_of_the_locale() -> None:
    """„21. Februar 2025“ and “21 February 2025”, never the other way."""
    assert locales.day(DAY, "de-DE") == "21. Februar 2025"
    assert locales.day(DAY, "en-GB") == "21 February 2025"
    assert (locales.number(1234567, "de-DE"), locales.number(1234567, "en-GB")) == ("1.234.567", "1,234,567")
    assert locales.months("de-DE")[2] == "März"


@pytest.mark.parametrize(
    ("there", "here", "link"),
    [
        ("https://a.org/de/x/", "https://a.org/de/y/", "../x/"),
        ("https://a.org/de/x/", "https://a.org/de/x/", "./"),
        ("https://a.org/de/", "https://a.org/de/x/", "../"),
        ("https://a.org/", "https://a.org/", "./"),
        ("https://a.org/sub/en/x/#fazit", "https://a.org/sub/de/x/", "../../en/x/#fazit"),
        ("https://b.org/de/x/", "https://a.org/de/y/", "https://b.org/de/x/"),
        ("https://a.org/media/a.png", "https://a.org/de/y/", "../../media/a.png"),
        ("https://a.org/de", "https://a.org/de/y/?z=1", "../../de"),
        ("https://a.org/de/?q=1#z", "https://a.org/de/y", "./?q=1#z"),
    ],
)
def test_links_inside_the_publication_are_relative(there: str, here: str, link: str) -> None:
    """An edition can lie in any folder of a server; another host's address stays whole."""
    assert relative(there, here) == link


def test_colours_are_the_same_in_page_and_mail() -> None:
    """The mail knows no variables and repeats the values of the tokens: every colour of it is one of them, or white."""
    theme = Theme(settings())
    tokens = set(re.findall(r"#[0-9a-f]{6}", theme.file("style/tokens.css").decode()))
    mail = set(re.findall(r"#[0-9a-f]{6}\b", theme.file("style/mail.css").decode()))
    assert mail <= tokens | {"#ffffff"}


def test_fonts_come_with_their_licences() -> None:
    """Every font file has its licence beside it, and none of our subsets bears the reserved name."""
    theme = Theme(settings())
    names = set(theme.names("fonts"))
    assert {"fonts/OFL.txt", "fonts/DejaVu.txt"} <= names
    for name in names:
        if "Zweiblatt" in name and name.endswith(".ttf"):
            assert b"S\0o\0u\0r\0c\0e\0 \0S\0e\0r\0i\0f" not in theme.file(name), name


def test_the_sandbox_makes_what_jinja_alone_makes(tmp_path: Path) -> None:
    """With a folder of own templates the shipped ones run in the sandbox: the same text, and no way into Python."""
    (tmp_path / "own.html").write_text("{{ language.__class__ }}", "utf-8")
    plain, guarded = Theme(settings()), Theme(settings(), (tmp_path,))
    for name in ("parts/kind.txt", "parts/label.txt"):
        made = {"translation": "machine", "origin": "ai", "editor": "E", "translator": ""}
        assert plain.render(name, Language.DE, kind="news", made=made, brief=False) == guarded.render(
            name, Language.DE, kind="news", made=made, brief=False
        )
    with pytest.raises(MakingError, match="unsafe"):
        guarded.render("own.html", Language.DE)
