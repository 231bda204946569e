"""The spec pages say what comes out of which manuscripts, exactly; every rule has one."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pipeline.check import RULES, House, check, check_cards, check_media
from pipeline.check.told.repair import repaired
from pipeline.check.told.selection import selected
from pipeline.config import load
from pipeline.library import card_of, story_of, whole
from pipeline.model import Language
from pipeline.read import read
from pipeline.read.media import medium
from pipeline.render.markup import element, html
from pipeline.vocabulary import concepts, glossary
from tests.messages import catalogue
from tests.spec_page import Case, accepted, cases

if TYPE_CHECKING:
    from pipeline.findings import Finding
    from pipeline.model import Article, Node, Span

PAGES = Path(__file__).parent / "spec"
TODAY = "2025-03-10"
FRONT = "---\ntitle: {title}\ndate: 2025-02-22\nkind: note\n---\n"
BYTE = re.compile("⟦([0-9A-F]{2})⟧".encode())
MEDIA = "content/media/"
TITLES = {"de": "Ein Titel", "en": "A title"}
ALL = [
    (path, case)
    for path in sorted(PAGES.rglob("*.md"))
    if path.name != "README.md"
    for case in cases(path.read_text(encoding="utf-8"))
]


def _house(case: Case) -> House:
    terms, tags = case.text("glossary"), case.text("hashtags")
    return House(
        settings=load(case.text("settings"), "zweiblatt.toml"),
        glossary=glossary.load(terms, "glossary.toml") if terms else glossary.Glossary(),
        concepts=concepts.load(tags, "hashtags.toml") if tags else concepts.Concepts(),
        today=dt.date.fromisoformat(case.text("today", TODAY).strip()),
    )


def _with_front(kind: str, text: str) -> str:
    """A manuscript as it is read: without front matter it gets a plain one."""
    plain = kind in TITLES and not text.startswith(("---", "+++", "{"))
    return FRONT.format(title=TITLES[kind]) + text if plain else text


def _findings(case: Case, house: House, texts: dict[str, str]) -> list[Finding]:
    readings: dict[str, list[tuple[str, Language, bytes]]] = {}
    media = {path: medium(path, text.encode()).faults for path, text in texts.items() if path.startswith(MEDIA)}
    for kind, text in texts.items():
        if kind in media:
            continue
        path = f"content/{kind}/page.md" if kind in TITLES else kind
        language, _, name = path.removeprefix("content/").partition("/")
        data = BYTE.sub(lambda found: bytes.fromhex(found[1].decode()), text.encode())
        readings.setdefault(name.removesuffix(".md"), []).append((path, Language(language), data))
    rules = selected(RULES, house.settings.check)
    found: list[Finding] = []
    articles: list[Article] = []
    for name, manuscripts in sorted(readings.items()):
        read_ = [read(path, data, name, language, house.settings) for path, language, data in manuscripts]
        if case.rule == "links/missing-file":  # other pages do not say which files there are
            read_ = [whole(each, texts.__contains__) for each in read_]
        story = story_of(name, read_, house.settings.publication.original)
        found += check(story, house, rules)
        articles += story.articles
    found += check_cards([card_of(article, house.concepts) for article in articles], house, rules)
    found += check_media(media, house, rules)
    return [finding for finding in found if case.rule in {finding.rule, ""} or "/" not in case.rule]


def _place(at: Span, case: Case) -> str:
    """A place as a page writes it: lines of a manuscript without front matter count inside of its fence."""
    for kind, text in case.manuscripts.items():
        if at.path == f"content/{kind}/page.md":
            shift = _with_front(kind, text).count("\n") - text.count("\n")
            return f"{kind}:{at.line - shift}:{at.column}"
    return str(at)


def _line(finding: Finding, case: Case) -> str:
    related = ", ".join(_place(related.at, case).rpartition(":")[0] for related in finding.related)
    text = f"{_place(finding.at, case)}: {finding.severity.label} {finding.rule}: {finding.message}"
    return f"{text} ({related})\n" if related else f"{text}\n"


class Plain:
    """How a page writes what differs between outputs: as near to the manuscript as HTML can be."""

    def note(self, label: str) -> str:
        """A reference to a footnote."""
        return f"[^{label}]"

    def citation(self, key: str) -> str:
        """A citation of a source."""
        return f"[@{key}]"

    def link(self, node: Node, inner: str) -> str:
        """A link."""
        return element("a", inner, href=node.get("href"))

    def picture(self, node: Node) -> str:
        """A picture."""
        return element("img", "", src=node.get("src"), alt=node.get("alt"))


def _html(article: Article) -> str:
    """The text of an article as HTML, a heading or block on a line."""
    lines = []
    for section in article.sections:
        if section.level > 1:
            lines.append(element(f"h{section.level}", html(section.heading, Plain()), id=section.id))
        lines += [html((block.node,), Plain()) for block in section.blocks]
    return "".join(f"{line}\n" for line in lines)


def _outcome(case: Case, info: tuple[str, ...]) -> str:
    house = _house(case)
    texts = {kind: _with_front(kind, text) for kind, text in case.manuscripts.items()}
    found = _findings(case, house, texts)
    if info[0] == "findings":
        return "".join(_line(finding, case) for finding in found)
    kind = info[1]
    path = f"content/{kind}/page.md" if kind in TITLES else kind
    if info[0] == "html":
        article = read(path, texts[kind].encode(), "page", Language(kind), house.settings).article
        return _html(article) if article else ""
    fixed = repaired(texts[kind], [finding for finding in found if finding.at.path == path])
    return fixed.removeprefix(_with_front(kind, "")) if texts[kind] != case.manuscripts[kind] else fixed


@pytest.mark.parametrize(("path", "case"), ALL, ids=[f"{path.relative_to(PAGES)}:{case.name}" for path, case in ALL])
def test_page(path: Path, case: Case, accept: bool) -> None:  # noqa: FBT001 - a fixture
    """What comes out of the manuscripts of a page is what the page says."""
    for fence in case.expectations:
        outcome = _outcome(case, fence.info)
        if accept and outcome != fence.text:
            page = path.read_text(encoding="utf-8")
            now = next(each for each in cases(page) if each.name == case.name)
            current = next(each for each in now.expectations if each.info == fence.info)
            path.write_text(accepted(page, current, outcome), encoding="utf-8")
        else:
            assert outcome == fence.text


@pytest.mark.parametrize("rule", [rule.name for rule in RULES if rule.family != "outputs"])  # tests/build/test_proof.py
def test_every_rule_has_a_page(rule: str) -> None:
    """A rule has a page named after it, with a case that is good and one that is bad."""
    path = PAGES / "rules" / f"{rule}.md"
    assert path.exists(), f"write tests/spec/rules/{rule}.md"
    outcomes = [fence.text for case in cases(path.read_text(encoding="utf-8")) for fence in case.expectations]
    assert "" in outcomes, "a good case: one without findings"
    assert any(outcome.strip() for outcome in outcomes), "a bad case: one with findings"


def test_every_page_is_about_a_rule() -> None:
    """A page below rules/ bears the name of a rule as its title and its path."""
    names = {rule.name for rule in RULES}
    for path, case in ALL:
        if path.is_relative_to(PAGES / "rules"):
            assert case.rule == path.relative_to(PAGES / "rules").with_suffix("").as_posix()
            assert case.rule in names


def test_all_that_is_said_can_be_said_in_german() -> None:
    """Every message that a page brings about is in the German catalogue: extraction overlooks none."""
    known = {str(entry.id) for entry in catalogue() if entry.string}
    said = set()
    for _, case in ALL:
        texts = {kind: _with_front(kind, text) for kind, text in case.manuscripts.items()}
        for finding in _findings(case, _house(case), texts):
            repair = [finding.repair.message] if finding.repair else []
            said |= {message.template for message in (finding.message, *repair)}
            said |= {related.message.template for related in finding.related}
    assert sorted(said - known - {"{why}"}) == []
