"""What a browser sees: accessibility, no sideways scroll, no foreign request, no broken policy."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, ElementHandle, Locator

PAGES = (
    "",
    "404.html",
    "de/",
    "en/",
    "de/all/",
    "de/search/?q=open",
    "de/deepseek-oeffnet-seinen-code/",
    "en/open-weights-or-open-source/",
    "de/wie-wir-uebersetzungen-pruefen/",
    "parallel/how-we-check/",
    "de/script/",
    "de/long/",
    "en/word-en/",
    "parallel/script/",
)
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.mark.parametrize("width", [320, 768, 1024, 1280])
def test_pages_hold_at_every_width(browser: Browser, server: str, width: int) -> None:
    """No sideways scroll, nothing asked of another host, no word on the console: no policy is broken."""
    context = browser.new_context(viewport={"width": width, "height": 900}, is_mobile=width < 768)
    page = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(f"{page.url}: {message.text}"))
    page.on("requestfailed", lambda request: said.append(f"failed: {request.url}"))
    wide = []
    for path in PAGES:
        page.goto(server + path)
        page.wait_for_load_state("networkidle")
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(path)
    context.close()
    assert not wide
    assert not said
    assert not [url for url in asked if not url.startswith((server, "data:"))]


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(
    browser: Browser, server: str, node: Callable[[str], Path], width: int, scheme: Literal["light", "dark"]
) -> None:
    """WCAG 2.0 to 2.2, A and AA, light and dark, on a phone and on a screen: no violation."""
    axe = (node("axe-core") / "axe.min.js").read_text("utf-8")
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True, is_mobile=width < 768
    )
    page = context.new_page()
    found = []
    for path in PAGES:
        page.goto(server + path)
        page.evaluate(axe)
        result = page.evaluate("tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", TAGS)
        found += [f"{path}: {each['id']} {each['nodes'][0]['html'][:120]}" for each in result["violations"]]
    context.close()
    assert not found


def test_the_search_finds_words_and_their_spellings(browser: Browser, server: str) -> None:
    """A question is answered from the index, with umlauts written either way; what is not there is said."""
    page = browser.new_page()
    page.goto(f"{server}de/search/")
    page.fill("input[type=search]", "Ubersetzungen prüfen")
    page.wait_for_selector(".entry")
    assert "Wie wir unsere Übersetzungen prüfen" in page.inner_text(".found")
    for asked, marked in (("Uebersetzung", "Übersetzung"), ("Etikett", "Etikett"), ("Vergleiche", "Vergleich")):
        page.fill("input[type=search]", asked)
        page.wait_for_function("word => document.querySelector('.found h2 mark')?.textContent === word", arg=marked)
    page.fill("input[type=search]", "Quastenflosser")
    page.wait_for_function("document.querySelector('.told').textContent.includes('Nichts')")
    page.close()


@pytest.mark.parametrize("width", [1024, 1100, 1280])
def test_the_name_meets_no_language(browser: Browser, server: str, width: int) -> None:
    """On an English page the name and the way to German share the strip: they stand apart, and the name is whole."""
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(f"{server}en/open-weights-or-open-source/")
    name, way = page.locator(".brand span"), page.locator(".switch > :first-child")
    apart = page.evaluate(
        "([a, b]) => b.getBoundingClientRect().left - a.getBoundingClientRect().right", _both(name, way)
    )
    cut = page.evaluate("each => each.scrollWidth - each.clientWidth", name.element_handle())
    page.close()
    assert apart > 0
    assert cut <= 0


@pytest.mark.parametrize("path", ["de/", "de/deepseek-oeffnet-seinen-code/", "parallel/how-we-check/"])
def test_text_of_twice_the_size_loses_nothing(browser: Browser, server: str, path: str) -> None:
    """With text at 200 % the name stays whole, and nothing has to be scrolled sideways (WCAG 1.4.4)."""
    context = browser.new_context(viewport={"width": 640, "height": 900}, bypass_csp=True)
    page = context.new_page()
    page.goto(server + path)
    page.add_style_tag(content="html { font-size: 200% }")
    cut = page.evaluate("each => each.scrollWidth - each.clientWidth", page.locator(".brand span").element_handle())
    wide = page.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert cut <= 0
    assert wide <= 640


def test_the_way_to_the_other_language_is_called_what_it_shows(browser: Browser, server: str) -> None:
    """On a phone it shows the language, and its name begins with it; in the strip it shows the heading (WCAG 2.5.3)."""
    page = browser.new_page(viewport={"width": 320, "height": 900})
    page.goto(f"{server}de/deepseek-oeffnet-seinen-code/")
    narrow = page.get_by_role("link", name=re.compile("^English .*[Cc]onclusion")).count()
    page.set_viewport_size({"width": 1280, "height": 900})
    wide = page.get_by_role("link", name=re.compile("^[Cc]onclusion")).count()
    page.close()
    assert (narrow, wide) == (1, 1)


def _both(one: Locator, two: Locator) -> list[ElementHandle | None]:
    return [one.element_handle(), two.element_handle()]


def test_pages_can_be_read_without_a_script(browser: Browser, server: str) -> None:
    """Without JavaScript the article is whole, and the search leads to all articles."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}de/search/")
    assert not page.is_visible("form")
    assert page.is_visible("text=Alle Artikel >> nth=0")
    page.goto(f"{server}de/deepseek-oeffnet-seinen-code/")
    assert page.locator("section.part").count() > 10
    context.close()


@pytest.mark.parametrize("width", [768, 1280])
@pytest.mark.parametrize("path", ["de/deepseek-oeffnet-seinen-code/", "en/deepseek-opens-its-code/"])
def test_the_text_has_about_66_characters_a_line(browser: Browser, server: str, path: str, width: int) -> None:
    """The measure of the text column: 60 to 70 characters on average, in the page's own face once it has come."""
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(server + path)
    page.evaluate("document.fonts.ready")
    length = page.evaluate(
        """(() => { const all = [...document.querySelectorAll('.answers .text > p')];
          const one = all[0]; one.textContent = all.map(p => p.textContent).join(' ');
          return one.textContent.length / Math.round(one.clientHeight / parseFloat(getComputedStyle(one).lineHeight));
        })()"""
    )
    page.close()
    assert 62 <= length <= 70
