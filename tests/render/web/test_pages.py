"""Every page of the shipped publication, and of stories that try to break it, as a parser reads it."""

from __future__ import annotations

import posixpath
from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest

from tests import site
from tests.hostile import LONG, SCRIPT, WORD
from tests.site import BASE

from .read import graph, pages

if TYPE_CHECKING:
    from collections.abc import Mapping

    Files = Mapping[str, bytes]

ARTICLE = "site/de/deepseek-oeffnet-seinen-code/index.html"
OTHER = "site/en/deepseek-opens-its-code/index.html"


@pytest.fixture
def shipped() -> Files:
    """The site of the shipped publication."""
    return site.shipped()


@pytest.fixture
def hostile() -> Files:
    """The site of the hostile stories."""
    return site.hostile()


@pytest.fixture(params=["shipped", "hostile"])
def files(request: pytest.FixtureRequest) -> Files:
    """Both sites, one after the other."""
    found: Files = request.getfixturevalue(request.param)
    return found


def address(target: str) -> str:
    """The address of a page."""
    return BASE + target.removeprefix("site/").removesuffix("index.html")


def test_every_link_inside_the_site_leads_somewhere(files: Files) -> None:
    """Links and fragments, pictures and fonts of every page are there; PDFs and source lists belong to others."""
    made = pages(files)
    ids = {name: set(page.xpath("//@id")) for name, page in made.items()}
    lost = []
    for name, page in made.items():
        for link in page.xpath("//a/@href | //link[not(@rel='canonical')]/@href | //img/@src"):
            parts = urlsplit(link)
            if parts.scheme or link.endswith((".pdf", "sources.json", "sources.bib")):
                continue
            path = unquote(parts.path)
            start = "site" if path.startswith("/") else posixpath.dirname(name)
            target = posixpath.normpath(posixpath.join(start, path.lstrip("/"))) if path else name
            target = f"{target}/index.html" if path.endswith("/") or not posixpath.splitext(target)[1] else target
            if target not in files or (parts.fragment and unquote(parts.fragment) not in ids.get(target, set())):
                lost.append(f"{name}: {link}")
    assert not lost


def test_ids_are_unique(files: Files) -> None:
    """No id stands twice on a page, also side by side."""
    for name, page in pages(files).items():
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids)), name


def test_one_first_heading_and_no_level_skipped(files: Files) -> None:
    """Each page has one h1, and its headings go down by one level at a time."""
    for name, page in pages(files).items():
        levels = [int(each.tag[1]) for each in page.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
        if 'http-equiv="refresh"' in files[name].decode():
            continue
        assert levels.count(1) == 1, name
        assert levels[0] == 1, name
        assert all(after - before <= 1 for before, after in pairwise(levels)), name


def test_alternates_are_reciprocal_and_those_of_the_sitemap(files: Files) -> None:
    """Each page names itself, its translation and x-default; the translation says the same, and so does the sitemap."""
    from lxml import etree  # noqa: PLC0415 - beside lxml.html

    said = {}
    for name, page in pages(files).items():
        if page.xpath("//link[@rel='alternate'][@hreflang]"):
            said[address(name)] = {
                link.get("hreflang"): link.get("href") for link in page.xpath("//link[@rel='alternate'][@hreflang]")
            }
    for where, links in said.items():
        assert where in links.values()
        assert "x-default" in links
        for code, there in links.items():
            assert code == "x-default" or said[there] == links
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    mapped = {
        url.findtext("s:loc", namespaces=space): {
            link.get("hreflang"): link.get("href") for link in url.findall("x:link", space)
        }
        for url in etree.fromstring(files["site/sitemap.xml"])
    }
    assert {where: links for where, links in mapped.items() if links} == said


def test_an_article_without_a_translation_shows_no_other_language(hostile: Files) -> None:
    """No switch, no strip, no alternates, no parallel view where no translation is."""
    page = pages(hostile)["site/de/long/index.html"]
    assert not page.xpath("//link[@hreflang] | //nav[@class='switch']//a | //*[contains(@class,'facing')]")
    (body,) = page.xpath("//body")
    assert body.get("class") is None
    assert "site/parallel/long/index.html" not in hostile


def test_the_newest_date_is_everywhere_the_same(shipped: Files) -> None:
    """Page, JSON-LD, OpenGraph, feed and sitemap say the same moment."""
    moment = "2025-02-24T00:00:00+01:00"
    page = pages(shipped)[ARTICLE]
    assert page.xpath("string((//p[@class='byline']//time)[1]/@datetime)") == "2025-02-24"
    assert graph(page)[0]["dateModified"] == moment
    assert page.xpath("string(//meta[@property='article:modified_time']/@content)") == moment
    assert f"<updated>{moment}</updated>" in shipped["site/de/feed.xml"].decode()
    assert f"<loc>{address(ARTICLE)}</loc>\n<lastmod>{moment}</lastmod>" in shipped["site/sitemap.xml"].decode()


def test_the_graph_says_what_the_page_shows(shipped: Files) -> None:
    """Headline, questions, sources, hashtags and the translation in JSON-LD are those of the page."""
    page = pages(shipped)[ARTICLE]
    article, faq, trail = graph(page)
    assert article["headline"] == page.xpath("string(//h1)")
    assert article["keywords"] == [tag.text_content()[1:] for tag in page.xpath("//p[@class='tags']/a")]
    assert [each["url"] for each in article["citation"]] == page.xpath("//li[starts-with(@id,'source:')]/a[1]/@href")
    headings = [each.text_content() for each in page.xpath("//section[contains(@class,'answers level-3')]//h3")]
    assert [each["name"] for each in faq["mainEntity"]] == headings
    assert trail["@type"] == "BreadcrumbList"
    other = graph(pages(shipped)[OTHER])[0]
    assert article["workTranslation"]["@id"] == other["@id"]
    assert other["translationOfWork"]["@id"] == article["@id"]


def test_questions_lead_to_their_answers(shipped: Files) -> None:
    """Each question of the list is a link to the heading of the same words."""
    page = pages(shipped)[ARTICLE]
    for link in page.xpath("//ol[@class='asked']//a"):
        assert page.get_element_by_id(link.get("href")[1:]).text_content() == link.text_content()


def test_facing_lines_lead_to_the_same_section(shipped: Files) -> None:
    """The other language's heading beside ours is that heading's text, and leads to it."""
    one, other = pages(shipped)[ARTICLE], pages(shipped)[OTHER]
    lines = one.xpath("//section//p[@class='facing']/a")
    assert len(lines) == 11
    for line in lines:
        target = other.get_element_by_id(line.get("href").partition("#")[2])
        assert line.xpath("string(span[@class='own'])") == " ".join(target.text_content().split())


def test_numbers_of_sources_lead_there_and_back(shipped: Files) -> None:
    """[1] leads to source 1, whose arrow leads back to the first [1]."""
    page = pages(shipped)[ARTICLE]
    for source in page.xpath("//li[starts-with(@id,'source:')]"):
        number = source.get("id").partition(":")[2]
        back = page.get_element_by_id(source.xpath("string(.//a[@class='back']/@href)")[1:])
        assert (back.text, back.get("href")) == (f"[{number}]", f"#source:{number}")


def test_hostile_titles_are_text(hostile: Files) -> None:
    """A title with markup is shown as it is, in every place, and no script of it exists."""
    for name in ("site/de/script/index.html", "site/parallel/script/index.html", "site/de/index.html"):
        page = pages(hostile)[name]
        assert not [each for each in page.xpath("//script") if "alert" in (each.text or "")[:40]]
        assert SCRIPT in " ".join(page.text_content().split()), name
    article = pages(hostile)["site/de/script/index.html"]
    assert str(graph(article)[0]["headline"]).startswith(SCRIPT)
    assert article.xpath("string(//meta[@property='og:title']/@content)").startswith(SCRIPT)
    assert LONG in pages(hostile)["site/de/long/index.html"].text_content()


def test_a_title_of_many_lines_is_set_smaller(hostile: Files) -> None:
    """A headline must not fill the window; one of ordinary length keeps its size."""
    made = pages(hostile)
    assert made["site/de/long/index.html"].xpath("string(//h1/@class)") == "long"
    assert made["site/de/script/index.html"].xpath("string(//h1/@class)") == ""


def test_no_page_asks_another_host(files: Files) -> None:
    """Styles, scripts, fonts and pictures are the publication's own; the policy allows nothing else."""
    for name, page in pages(files).items():
        asked = page.xpath("//link[@rel!='canonical' and @rel!='alternate']/@href | //script/@src | //img/@src")
        assert not [each for each in asked if urlsplit(each).netloc], name
        policy = page.xpath("string((//meta[@http-equiv='Content-Security-Policy'])[1]/@content)")
        assert policy.startswith("default-src 'none'"), name
        assert "unsafe" not in policy, name


def test_an_article_weighs_at_most_60_kilobytes(shipped: Files) -> None:
    """The page with its style, without fonts and pictures."""
    assert max(len(data) for name, data in shipped.items() if name.endswith("index.html")) <= 60_000


def test_a_former_address_leads_to_the_article(hostile: Files) -> None:
    """An alias is a page that forwards, with a link and the canonical address."""
    page = pages(hostile)["site/de/frueher/index.html"]
    assert page.xpath("string(//a/@href)") == "../word/"
    assert page.xpath("string(//link[@rel='canonical']/@href)") == f"{BASE}de/word/"
    assert page.xpath("string(//a)") == WORD


def test_no_german_word_of_ours_on_an_english_page(shipped: Files) -> None:
    """What the templates say is in the page's language."""
    text = pages(shipped)[OTHER].text_content()
    assert "Published by" in text
    for word in ("Aktualisiert", "Lesezeit", "Quellen", "Herausgeber:", "Suche"):
        assert word not in text


def test_two_builds_are_the_same_bytes(shipped: Files) -> None:
    """Nothing depends on the clock or on the order of a set."""
    assert site.site() == shipped
