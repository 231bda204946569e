"""No manuscript makes the program crash, and nothing of one runs in an output."""

from __future__ import annotations

import datetime as dt
import os
import re
import subprocess
import sys
from email import message_from_bytes, policy
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import html5lib
import markdown
import pytest

from pipeline.check import RULES, House, check
from pipeline.config import Settings
from pipeline.library import story_of
from pipeline.model import Language, Node
from pipeline.read import FAULTS, read
from pipeline.render.markup import belted, element, html
from pipeline.vocabulary.concepts import Concepts
from pipeline.vocabulary.glossary import Glossary
from tests.hostile.attacks import ATTACKS, FRONT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.model import Article
    from pipeline.read import Reading

ROOT = Path(__file__).parents[2]
HOUSE = House(Settings(), Glossary(), Concepts(), dt.date(2025, 3, 10))
ACTIVE = frozenset((
    "script",
    "style",
    "iframe",
    "frame",
    "object",
    "embed",
    "applet",
    "form",
    "input",
    "button",
    "textarea",
    "select",
    "svg",
    "math",
    "link",
    "meta",
    "base",
    "template",
    "video",
    "audio",
    "source",
    "track",
    "noscript",
    "portal",
    "details",
    "dialog",
    "marquee",
))  # fmt: skip
ADDRESSED = {"href", "src", "action", "formaction", "data", "poster", "srcset", "xlink:href", "background"}
HARMLESS = re.compile(r"(?:https?://[^/\s]|mailto:[^\s?]+@|#|(?![A-Za-z][A-Za-z0-9+.-]*:|/|\\)[^\\]*$)")


class Plain:
    """The plainest way to write what differs between outputs."""

    def note(self, label: str) -> str:
        """A reference to a footnote."""
        return element("sup", label and "n")

    def citation(self, key: str) -> str:
        """A reference to a source."""
        return element("sup", key and "s")

    def link(self, node: Node, inner: str) -> str:
        """A link."""
        return element("a", inner, href=node.get("href"))

    def picture(self, node: Node) -> str:
        """A picture."""
        return element("img", "", src=node.get("src"), alt=node.get("alt"))


def active(page: str, *, allowed: frozenset[str] = frozenset()) -> list[str]:
    """What a browser would run or fetch of a fragment, by an independent parser."""
    return list(_active(html5lib.parseFragment(page, namespaceHTMLElements=False), allowed))


def _active(tree: ET.Element, allowed: frozenset[str]) -> Iterator[str]:
    for each in tree.iter():
        tag = str(each.tag).rpartition("}")[2]
        if tag in ACTIVE - allowed:
            yield tag
        for name, value in each.attrib.items():
            bare = re.sub(r"[\x00-\x20\u00a0\u200b]", "", value)
            is_style = name == "style" and not re.fullmatch(r"text-align: ?\w+;?", value)
            leads_away = name in ADDRESSED and not HARMLESS.match(bare)
            if name.startswith("on") or is_style or leads_away:
                yield f"{name}={value}"


def _read(data: bytes, language: Language = Language.DE) -> Reading:
    return read(f"content/{language}/x.md", data, "x", language, Settings())


def _written(article: Article) -> str:
    headings = (html(section.heading, Plain()) for section in article.sections)
    blocks = (html((block.node,), Plain()) for section in article.sections for block in section.blocks)
    notes = (html(note.children, Plain()) for note in article.notes)
    return "\n".join((*headings, *blocks, *notes))


def test_there_are_enough() -> None:
    """The table is as long as we promise."""
    assert len(ATTACKS) >= 150


@pytest.mark.parametrize("name", ATTACKS)
def test_manuscript(name: str) -> None:
    """It is read or refused by rules that we know, checked, and written with nothing active in it."""
    found = _read(ATTACKS[name])
    assert {fault.rule for fault in found.faults} <= set(FAULTS)
    assert all(fault.remark.at.path == "content/de/x.md" and fault.remark.at.line > 0 for fault in found.faults)
    assert found.article or found.faults
    str(found).encode()
    other = _read(f"{FRONT}Text.\n".encode(), Language.EN)
    for finding in check(story_of("x", (found, other), Language.DE), HOUSE, RULES):
        assert str(finding.message)
    if found.article:
        page = _written(found.article)
        assert active(page) == []
        assert belted(page) == page
        assert not re.search("[\x00-\x08\x0b-\x1f\U000f0000-\U0010ffff]", page)


def test_a_naive_renderer_is_caught() -> None:
    """The judge is awake: what Python-Markdown alone makes of the table is active in many places."""
    small = {name: data for name, data in ATTACKS.items() if name.startswith(("html", "address"))}
    naive = {name: markdown.markdown(data.decode().removeprefix(FRONT)) for name, data in small.items()}
    caught = [name for name, page in naive.items() if active(page)]
    assert len(caught) >= len(small) // 2


def _run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    known = {**os.environ, "PYTHONPATH": str(ROOT), "ZWEIBLATT_MESSAGES": "en"}
    command = [sys.executable, "-m", "pipeline", *arguments]
    return subprocess.run(command, cwd=folder, env=known, capture_output=True, text=True, check=False, timeout=200)


def _tree(folder: Path, manuscripts: dict[str, bytes]) -> Path:
    for language in ("de", "en"):
        (folder / "content" / language).mkdir(parents=True)
        for name, data in manuscripts.items():
            path = folder / "content" / language / f"{re.sub('[^a-z0-9]+', '-', name.lower())}.md"
            path.write_bytes(data)
        for page in ("imprint.md", "privacy.md"):
            (folder / "content" / language / page).write_bytes((ROOT / "content" / language / page).read_bytes())
    (folder / "zweiblatt.toml").write_bytes((ROOT / "zweiblatt.toml").read_bytes())
    return folder


def test_all_at_once(tmp_path: Path) -> None:
    """A tree of all of them: one run names faults in every file that has some, and nothing is published."""
    small = {name: data for name, data in ATTACKS.items() if len(data) < 20_000}
    root = _tree(tmp_path / "Baum mit ä", small)
    done = _run(root, "check", "--output-format", "concise")
    assert done.returncode == 1, done.stderr[-2000:]
    assert "Traceback" not in done.stderr + done.stdout
    faulty = [name for name, data in small.items() if any(fault.rule not in QUIET for fault in _read(data).faults)]
    for name in faulty:
        assert f"/{re.sub('[^a-z0-9]+', '-', name.lower())}.md:" in done.stdout
    few = dict(list(small.items())[::25])
    other = _tree(tmp_path / "Kleiner Baum", few)
    built = _run(other, "build", "--only", "web,newsletter,feeds,social", "--out", "ausgabe")
    assert built.returncode == 1, built.stderr[-2000:]
    assert "Traceback" not in built.stderr + built.stdout
    assert not (other / "ausgabe").exists()


QUIET = frozenset({"markup/comment"})


def test_outputs_of_what_is_only_text(tmp_path: Path) -> None:
    """Manuscripts whose harm is only text are built, and no output holds anything active."""
    texts = {
        name: data
        for name, data in ATTACKS.items()
        if name.startswith(("html", "template", "matter", "source")) and (r := _read(data)).article and not r.faults
    }
    assert len(texts) >= 20
    lines = {name: data.decode().replace("Ein Titel", f"Titel {n}") for n, (name, data) in enumerate(texts.items())}
    root = _tree(tmp_path / "x", {name: text.encode() for name, text in lines.items()})
    families = ["language", "parity", "story", "style", "hashtags", "numbers", "omission", "dates", "terms"]
    families += ["newsletter", "publication"]
    ignored = f"\n[check]\nignore = {families}\n".replace("'", '"')
    (root / "zweiblatt.toml").write_text((root / "zweiblatt.toml").read_text() + ignored, encoding="utf-8")
    done = _run(root, "build", "--only", "web,newsletter,feeds,social", "--out", "ausgabe")
    assert done.returncode == 0, (done.stdout + done.stderr)[-3000:]
    pages = sorted((root / "ausgabe").rglob("*.html"))
    assert len(pages) > len(texts)
    for page in pages:
        text = page.read_text(encoding="utf-8")
        tree = html5lib.parse(text, namespaceHTMLElements=False)
        for each in tree.iter("script"):
            assert "alert" not in (each.text or "") or each.get("type") in {"application/ld+json", "application/json"}
        for each in tree.iter():
            assert not [name for name in each.attrib if name.startswith("on")]
            assert not re.match(
                r"\s*(?:javascript|data:text|vbscript|file):", each.get("href") or each.get("src") or ""
            )
    for feed in (root / "ausgabe").rglob("*.xml"):
        ET.fromstring(feed.read_bytes())  # noqa: S314 - what we made ourselves
    for mail in (root / "ausgabe").rglob("*.eml"):
        message = message_from_bytes(mail.read_bytes(), policy=policy.default)
        assert message["Bcc"] is None
        assert message["X-Evil"] is None
        assert {part.get_content_type() for part in message.walk()} == {
            "multipart/alternative",
            "text/plain",
            "text/html",
        }
