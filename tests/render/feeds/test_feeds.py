"""The feeds as readers read them."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import feedparser  # type: ignore[import-untyped]
import pytest

from tests import site
from tests.hostile import LONG, SCRIPT
from tests.site import BASE, project

if TYPE_CHECKING:
    from collections.abc import Mapping

GRAMMAR = Path(__file__).parent / "atom.rnc"


@pytest.fixture(params=["shipped", "hostile"])
def files(request: pytest.FixtureRequest) -> Mapping[str, bytes]:
    """The site of the shipped publication, and that of hostile stories."""
    return site.shipped() if request.param == "shipped" else site.hostile()


@pytest.mark.parametrize("language", ["de", "en"])
def test_feedparser_reads_the_feed_without_complaint(files: Mapping[str, bytes], language: str) -> None:
    """The feed is well-formed, in its language, and its entries are those of the JSON Feed, in the same order."""
    feed = feedparser.parse(files[f"site/{language}/feed.xml"])
    assert feed.bozo == 0
    assert feed.feed.language.startswith(language)
    items = json.loads(files[f"site/{language}/feed.json"])["items"]
    assert [(entry.id, entry.title, entry.updated) for entry in feed.entries] == [
        (item["id"], item["title"], item["date_modified"]) for item in items
    ]
    assert len({entry.id for entry in feed.entries}) == len(feed.entries)
    assert all(entry.link.startswith(f"{BASE}{language}/") for entry in feed.entries)


def test_an_entry_names_its_translation() -> None:
    """The entry's second alternate is the other language's page, with its hreflang."""
    feed = feedparser.parse(site.shipped()["site/de/feed.xml"])
    entry = next(each for each in feed.entries if "deepseek" in each.link)
    links = {link.hreflang: link.href for link in entry.links}
    assert links == {"de": f"{BASE}de/deepseek-oeffnet-seinen-code/", "en": f"{BASE}en/deepseek-opens-its-code/"}
    assert "Der Abschnitt über Open Weights" in entry.content[0].value


def test_the_id_of_an_entry_does_not_hang_on_its_slug(tmp_path: Path) -> None:
    """A new slug changes the address of an article, not its id."""
    text = "---\ntitle: T\ndate: 2025-01-01\nkind: note\n{slug}---\n\nText.\n"
    ids = set()
    for slug in ("", "slug: neu\n"):
        made = site.site(project(tmp_path, {"de/alt.md": text.format(slug=slug)}))
        ids.add(feedparser.parse(made["site/de/feed.xml"]).entries[0].id)
    assert ids == {"tag:zweiblatt.example.org,2025-01-01:de/alt"}


def test_hostile_titles_survive() -> None:
    """Titles are text: nothing of them is markup, nothing is lost."""
    made = json.loads(site.hostile()["site/de/feed.json"])
    titles = [item["title"] for item in made["items"]]
    assert LONG in titles
    assert any(title.startswith(SCRIPT) for title in titles)


def test_feeds_hold_against_the_grammar_of_rfc_4287(files: Mapping[str, bytes], tmp_path: Path) -> None:
    """RELAX NG of RFC 4287, appendix B."""
    if not shutil.which("jing"):
        pytest.skip("jing is not installed (Debian: apt-get install jing)")
    path = tmp_path / "feed.xml"
    for language in ("de", "en"):
        path.write_bytes(files[f"site/{language}/feed.xml"])
        done = subprocess.run(["jing", "-c", str(GRAMMAR), str(path)], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout
