"""Mails before independent judges: HTML checker, axe, the Can I Email data, a phone's width, twitter-text."""

from __future__ import annotations

import json
import random
import re
import subprocess
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from pipeline.render.newsletter.profiles import PROFILES
from pipeline.render.social.counting import graphemes, weighted
from tests.newsletter.features import unsupported, used

if TYPE_CHECKING:
    from collections.abc import Iterator

STYLE = re.compile(r"<style.*?</style>", re.DOTALL)
GOLDEN = Path(__file__).parents[1] / "golden"
PAGES = [
    GOLDEN / "newsletter" / "index.html",
    *sorted((GOLDEN / "newsletter" / "preview").glob("*.html")),
    GOLDEN / "social" / "index.html",
]
PICTURES = "https://zweiblatt.example.org/media/"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
CHROMIUM = "/usr/bin/chromium"
PIECES = """
    DeepSeek „offen“ – … € 5 Node.js ASP.NET example.org https://zweiblatt.example.org/de/wie-wir/ #KI @open 👍 👩‍💻 🇩🇪
    👍🏽 ❤️ ™ 1️⃣ z.B. x.ai www.heise.de/a?b=c&d=1 日本語 e\u0301 ẞ ½ → ‘a’ 3.11 „spiegel.de“ foo@bar.com U.S. t.co
    www.müller.de 👩‍👩‍👧‍👦 👨🏽‍🚀 🏳️‍🌈 🏴󠁧󠁢󠁥󠁮󠁧󠁿 😀😀 漢 a\u0308\u0301 नमस्ते „https://example.org“ https://example.org:8080/x
    (https://en.wikipedia.org/wiki/Mercury_(planet)) שלום العربية
"""


def test_checker(checker: list[str], edition: Path) -> None:
    """The Nu HTML Checker finds no error."""
    files = sorted(str(path) for path in edition.glob("*.html"))
    command = [*checker, "--errors-only", "--exit-zero-always", "--format", "json", *files]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    assert json.loads(done.stderr)["messages"] == []


def test_kinds(edition: Path) -> None:
    """What is judged has each form, both languages, each service, and everything that an article may have."""
    names = {path.name for path in edition.glob("*.html")}
    for language in ("de", "en"):
        kinds = ("", ".teaser", *(f".{service.key}" for service in PROFILES[1:]))
        for kind in kinds:
            assert [name for name in names if name.endswith(f"{kind}.{language}.html")], (kind, language)
        assert {f"everything.{language}.html", f"everything.teaser.{language}.html"} <= names
        assert [name for name in names if name.startswith("digest-") and name.endswith(f".{language}.html")]


def test_services_find_their_marks_alone(edition: Path) -> None:
    """When a service has filled in its marks, nothing is left that it would read as one; Outlook's comments stay."""
    for service in PROFILES[1:]:
        for path in edition.glob(f"*.{service.key}.*.html"):
            html = path.read_text("utf-8")
            assert not re.search(r"\{\{|\{%|\*\|", html), path.name
            assert html.count("<!--[if mso]>") == 3


def test_features(support: dict[str, Any], edition: Path) -> None:
    """What a program of our readers does not support is on the list of twelve with their reasons."""
    accepted = tomllib.loads((Path(__file__).parent / "accepted.toml").read_text("utf-8"))
    found = unsupported(set().union(*(used(path.read_text("utf-8")) for path in edition.glob("*.html"))), support)
    assert set(found) <= set(accepted), found
    assert len(accepted) <= 12
    assert set(accepted) == set(found)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Debian's Chromium."""
    playwright = pytest.importorskip("playwright.sync_api", reason="needs playwright")
    if not Path(CHROMIUM).exists():
        pytest.skip("needs chromium")
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.mark.parametrize(
    ("mode", "width"), [("light", 600), ("light", 320), ("dark", 1280), ("dark", 320), ("plain", 320), ("plain", 1280)]
)
def test_accessible(mode: str, width: int, axe: str, browser: Any, edition: Path) -> None:  # noqa: ANN401 - playwright's
    """Axe finds nothing, in light, dark and without style elements; at 320 pixels nothing scrolls sideways."""
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme="dark" if mode == "dark" else "light"
    )
    asked: list[str] = []
    page = context.new_page()
    page.route("**/*", lambda route: _answer(route, edition.parent / "media", asked))
    for path in sorted(edition.glob("*.html")):
        html = path.read_text("utf-8")
        page.set_content(STYLE.sub("", html) if mode == "plain" else html)
        page.evaluate(axe)
        found = page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)
        assert not [(each["id"], each["nodes"][0]["html"]) for each in found["violations"]], path.name
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path.name
    context.close()
    assert not asked


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_pages_for_editors(width: int, mode: str, axe: str, browser: Any) -> None:  # noqa: ANN401 - playwright's
    """Axe finds nothing on the pages of mails and posts, and nothing scrolls sideways."""
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=mode)
    page = context.new_page()
    for path in PAGES:
        page.goto(path.as_uri())
        page.evaluate(axe)
        found = page.evaluate("rules => axe.run(document, {runOnly: rules, iframes: false})", RULES)
        assert not [(each["id"], each["nodes"][0]["html"]) for each in found["violations"]], path.name
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path.name
    context.close()


def test_checker_of_pages_for_editors(checker: list[str]) -> None:
    """The Nu HTML Checker finds no error on them."""
    command = [*checker, "--errors-only", "--exit-zero-always", "--format", "json", *map(str, PAGES)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    assert json.loads(done.stderr)["messages"] == []


def _answer(route: Any, media: Path, asked: list[str]) -> None:  # noqa: ANN401 - playwright's
    """The publication's own pictures are there; whatever else a mail asks for is noted."""
    url = route.request.url
    picture = media / url.removeprefix(PICTURES)
    if url.startswith(PICTURES) and picture.is_file():
        route.fulfill(path=picture)
    else:
        asked.append(url)
        route.abort()


def test_lengths(twitter_text: Path, tmp_path: Path) -> None:
    """Lengths agree with twitter-text and with Intl.Segmenter."""
    chance = random.Random(7)  # noqa: S311 - for variety, not for secrets
    lines = [" ".join(chance.choices(PIECES.split(), k=chance.randint(1, 12))) for _ in range(2000)]
    script = tmp_path / "count.js"
    script.write_text(
        f"const tt = require({json.dumps(str(twitter_text))});\n"
        "const lines = JSON.parse(require('fs').readFileSync(0, 'utf8'));\n"
        "const seg = new Intl.Segmenter('en', {granularity: 'grapheme'});\n"
        "console.log(JSON.stringify(lines.map(t => [tt.parseTweet(t).weightedLength, [...seg.segment(t)].length])));\n",
        "utf-8",
    )
    done = subprocess.run(["node", str(script)], input=json.dumps(lines), check=True, capture_output=True, text=True)
    assert [[weighted(line), graphemes(line)] for line in lines] == json.loads(done.stdout)
