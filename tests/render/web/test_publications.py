"""Pages of publications of one's own: links, labels, indexes of many pages, another folder, another original."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.model import Language
from pipeline.render.feeds.atom import atom
from pipeline.render.web.index import everything
from pipeline.render.web.page import page as article_page
from tests import site
from tests.site import BASE, project

from .read import graph, pages

if TYPE_CHECKING:
    from pathlib import Path


def test_a_link_to_a_manuscript_leads_to_its_page(tmp_path: Path) -> None:
    """Between manuscripts one links as they lie; what is not published stays text."""
    text = "---\ntitle: {0}\ndate: 2025-01-01\nkind: note\nslug: {0}-page\n---\n\n{1}\n"
    body = "Siehe [b](b.md#x), [c](../en/c.md) und [fort](fort.md).\n\n[b](#y)"
    stories = {"de/a.md": text.format("a", body), "de/b.md": text.format("b", "B"), "de/c.md": text.format("c", "C")}
    stories["en/c.md"] = text.format("c", "C")
    made = site.site(project(tmp_path, stories), outputs=(article_page,))
    links = pages(made)["site/de/a-page/index.html"].xpath("//div[@class='lead']//a/@href")
    assert links == ["../b-page/index.html#x", "../../en/c-page/", "#y"]


LABELLED = """---
title: Labels
date: 2025-01-01T10:30:00
kind: note
origin: ai-assisted
editor: Eva
translation: machine-reviewed
translator: Tom
updates:
  - {date: 2025-01-02, kind: update, text: "First <b>"}
  - {date: 2025-01-03, kind: correction, text: Second}
image: {src: ../media/x.svg, alt: "A <b> picture", credit: Foto}
---

Text.
"""


def test_labels_and_the_log_are_shown(tmp_path: Path) -> None:
    """Who made the text, what was changed (newest first), and a correction in JSON-LD."""
    stories = {"en/l.md": LABELLED, "de/l.md": LABELLED.replace("translation: machine-reviewed\ntranslator: Tom\n", "")}
    folder = project(
        tmp_path, {**stories, "media/x.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="5"/>'}
    )
    page = pages(site.site(folder, outputs=(article_page,)))["site/en/l/index.html"]
    label = " ".join(page.xpath("string(//p[@class='label'])").split())
    assert label == "Machine translation, reviewed by Tom. Written with AI assistance. Responsible editor: Eva."
    entries = [" ".join(each.text_content().split()) for each in page.xpath("//ul[@class='log']/li")]
    assert entries == ["3 January 2025Corrected. Second", "2 January 2025Updated. First <b>"]
    article = graph(page)[0]
    assert article["correction"] == [{"@type": "CorrectionComment", "text": "Second", "datePublished": "2025-01-03"}]
    assert article["datePublished"] == "2025-01-01T10:30:00+01:00"
    assert article["translator"]["name"] == "Tom"
    image = page.xpath("//figure/img")[0]
    assert (image.get("src"), image.get("width"), image.get("alt")) == ("../../media/x.svg", "9", "A <b> picture")


def test_pages_of_an_index_are_linked(tmp_path: Path) -> None:
    """51 articles make two pages, the first without a number in its address."""
    stories = {
        f"de/s{number:02}.md": f"---\ntitle: Nummer {number}\ndate: 2025-01-01\nkind: note\n---\n\nText.\n"
        for number in range(51)
    }
    made = site.site(project(tmp_path, stories), outputs=(everything, atom))
    first, second = (pages(made)[f"site/de/all/{tail}index.html"] for tail in ("", "2/"))
    assert first.xpath("string(//a[@rel='next']/@href)") == "2/"
    assert second.xpath("string(//a[@rel='prev']/@href)") == "../"
    assert [len(page.xpath("//article")) for page in (first, second)] == [50, 1]
    assert "site/de/2/feed.xml" in made


def test_a_publication_may_lie_in_a_folder_of_its_server(tmp_path: Path) -> None:
    """Links are relative, but those of the page that is shown under any address, which begin with the folder."""
    story = "---\ntitle: T\ndate: 2025-01-01\nkind: note\n---\n\nText.\n"
    folder = project(tmp_path, {"de/sub/s.md": story, "en/sub/s.md": story})
    made = pages(site.site(folder, site.elsewhere("https://example.org/zeitung/")))
    links = made["site/404.html"].xpath("//a/@href")
    assert links
    assert all(link.startswith(("/zeitung/", "#page:main")) for link in links)
    one = made["site/de/s/index.html"]
    assert one.xpath("string(//link[@rel='canonical']/@href)") == "https://example.org/zeitung/de/s/"
    assert not [link for link in one.xpath("//a/@href") if link.startswith(("/", "https"))]
    assert "site/parallel/sub/s/index.html" in made


def test_english_may_be_the_original(tmp_path: Path) -> None:
    """German stays the left leaf, English the right, and x-default is the original's page."""
    story = "---\ntitle: {0}\ndate: 2025-01-01\nkind: note\n---\n\n{0}\n\n## {0} {{#a}}\n\nMore.\n"
    used = site.settings()
    used = replace(used, publication=replace(used.publication, original=Language.EN))
    made = pages(site.site(project(tmp_path, {f"{each}/s.md": story.format(each) for each in ("de", "en")}), used))
    rows = made["site/parallel/s/index.html"].xpath("//div[contains(@class,'row')]")
    assert [[cell.get("lang") for cell in row] for row in rows] == [["de", "en"]] * len(rows)
    assert made["site/parallel/s/index.html"].xpath("//h2[@id='de:a' or @id='en:a']/text()") == ["de", "en"]
    german = made["site/de/s/index.html"]
    assert german.xpath("string(//link[@hreflang='x-default']/@href)") == f"{BASE}en/s/"
    assert "translationOfWork" in graph(german)[0]
    assert german.xpath("string(//section//p[@class='facing']/a/@href)") == "../../en/s/index.html#a"
