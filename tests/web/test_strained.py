"""Pages of strained manuscripts, as a browser shows them: what fits on paper fits a phone as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests import site
from tests.pdf.manuscripts import BODIES, ROOT
from tests.web.conftest import proofs
from tests.web.test_browser import TAGS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser

HEAD = "---\ntitle: Probe\ndate: 2025-02-22\nkind: note\n---\n\n"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    """The German page of each strained manuscript on disk, its pictures beside it."""
    proofs()
    top = tmp_path_factory.mktemp("strained")
    root = site.project(top / "project", {f"de/{name}.md": HEAD + body for name, body in BODIES.items()})
    (root / "content" / "media").symlink_to(ROOT / "content" / "media")
    made = site.written(site.site(root), top)
    return tuple(made / "de" / name / "index.html" for name in BODIES)


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
def test_strained_pages(
    browser: Browser, pages: tuple[Path, ...], node: Callable[[str], Path], width: int, scheme: str
) -> None:
    """Whatever a manuscript holds: no sideways scroll, and nothing for axe to find."""
    axe = (node("axe-core") / "axe.min.js").read_text("utf-8")
    options = {"viewport": {"width": width, "height": 900}, "color_scheme": scheme, "bypass_csp": True}
    context = browser.new_context(**options)  # type: ignore[arg-type]
    page = context.new_page()
    found = []
    for path in pages:
        page.goto(path.as_uri())
        if page.evaluate("document.documentElement.scrollWidth") > width:
            found.append(f"{path.parent.name}: too wide")
        page.evaluate(axe)
        result = page.evaluate("tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", TAGS)
        found += [f"{path.parent.name}: {each['id']} {each['nodes'][0]['html']}" for each in result["violations"]]
    context.close()
    assert not found
