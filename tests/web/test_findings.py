"""The report of findings, as a browser shows it: both languages side by side, at every width, for every reader."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Literal

import pytest

from tests import site
from tests.web.conftest import proofs
from tests.web.test_browser import TAGS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Page

STORY = "content/en/deepseek-open-source.md"
LEAST = 3
"""Kinds of fault that are put into the story."""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of a story with a lost section, another day, a German quotation mark and a word of 200 letters."""
    proofs()
    root = tmp_path_factory.mktemp("findings")
    shutil.copytree(site.ROOT / "content", root / "content")
    for name in ("zweiblatt.toml", "hashtags.toml", "glossary.toml"):
        shutil.copy(site.ROOT / name, root)
    text = (root / STORY).read_text("utf-8")
    text = text.replace("21 February 2025", "22 February 2025", 1).replace("“", "„", 1)
    begin = text.index("\n## ", len(text) // 2)
    text = text[:begin] + text[text.index("\n## ", begin + 4) :] + f"\n{'Silbe' * 40} bzw. & <b>\n"
    (root / STORY).write_text(text, "utf-8")
    environment = {**os.environ, "PYTHONPATH": str(site.ROOT)}
    command = (sys.executable, "-m", "pipeline", "check", "--output-format", "html")
    done = subprocess.run(command, cwd=root, capture_output=True, env=environment, check=False)
    assert done.returncode == 1, done.stderr.decode()
    (root / "findings.html").write_bytes(done.stdout)
    return root / "findings.html"


def opened(browser: Browser, report: Path, width: int, scheme: Literal["light", "dark"]) -> Page:
    """The report in a window of its own."""
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.goto(report.as_uri())
    return page


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
def test_report_can_be_read_by_everyone(
    browser: Browser, report: Path, node: Callable[[str], Path], width: int, scheme: Literal["light", "dark"]
) -> None:
    """No sideways scroll, and nothing for axe to find."""
    page = opened(browser, report, width, scheme)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.evaluate((node("axe-core") / "axe.min.js").read_text("utf-8"))
    result = page.evaluate("tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", TAGS)
    assert [f"{each['id']} {each['nodes'][0]['html']}" for each in result["violations"]] == []
    page.context.close()


def test_languages_stand_side_by_side(browser: Browser, report: Path) -> None:
    """Each finding of a pair has the German passage on the left of the English one, with the place marked in both."""
    page = opened(browser, report, 1280, "light")
    pairs = page.locator("article .sides").all()
    assert len(pairs) >= LEAST
    for pair in pairs:
        here, there = (pair.locator(f"[lang={language}]").first.bounding_box() for language in ("de", "en"))
        assert here is not None
        assert there is not None
        assert here["x"] + here["width"] <= there["x"] + 1
        assert here["y"] == pytest.approx(there["y"], abs=40)
    assert page.locator("article mark", has_text="22 February 2025").count() == 1
    page.context.close()


def test_warnings_can_be_put_away(browser: Browser, report: Path) -> None:
    """Who looks for errors alone sees errors alone."""
    page = opened(browser, report, 1280, "light")
    boxes = page.locator("input[type=checkbox]")
    before = page.locator("article:visible").count()
    boxes.last.uncheck()
    assert 0 < page.locator("article:visible").count() < before
    page.context.close()
