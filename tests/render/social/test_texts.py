"""The files of texts for networks."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from pipeline.config import load
from pipeline.model import Language, Origin
from pipeline.read import read
from pipeline.render.output import Sheet
from pipeline.render.social.texts import telling, texts
from pipeline.render.theme import Theme

ROOT = Path(__file__).parents[3]
SETTINGS = load((ROOT / "zweiblatt.toml").read_text("utf-8"), "zweiblatt.toml", {})
HEAD = "---\ntitle: DeepSeek öffnet seinen Code\ndate: 2025-02-22\nkind: note\ndescription: Worum es geht.\n---\n\n"


def sheet() -> Sheet:
    """The sheet of a short article."""
    data = f"{HEAD}Ein Satz.\n\n#KI #AI #DeepSeek\n".encode()
    article = read("content/de/a.md", data, "a", Language.DE, SETTINGS).article
    assert article
    return Sheet(
        article=article,
        counterpart=None,
        alignment=None,
        related=(),
        concepts=("artificial-intelligence", "artificial-intelligence", "deepseek"),
        addresses=(("page", "https://example.org/de/a/"), ("picture", "https://example.org/de/a/a.png")),
        tags=(),
        assets=(),
        settings=SETTINGS,
    )


def test_file() -> None:
    """A file says for each network text, length, limit, address and tags; Bluesky's facets are bytes."""
    made = texts(sheet(), Theme(SETTINGS))
    data = json.loads(made.data)
    assert not made.faults
    assert data["picture"] == {
        "address": "https://example.org/de/a/a.png",
        "description": "DeepSeek öffnet seinen Code",
    }
    assert list(data["posts"]) == ["x", "bluesky", "mastodon", "linkedin", "threads", "instagram"]
    post = data["posts"]["x"]
    assert post["text"] == "DeepSeek öffnet seinen Code\n\nhttps://example.org/de/a/\n\n#KI #DeepSeek"
    assert (post["length"], post["limit"], post["tags"]) == (27 + 2 + 23 + 2 + 13, 280, ["KI", "DeepSeek"])
    bluesky = data["posts"]["bluesky"]
    found = [
        bluesky["text"].encode()[each["index"]["byteStart"] : each["index"]["byteEnd"]].decode()
        for each in bluesky["facets"]
    ]
    assert found == ["https://example.org/de/a/", "#KI", "#DeepSeek", "#AI"]


def test_label() -> None:
    """A file says what of an article a machine wrote or translated; one by people says nothing."""
    plain = sheet()
    front = replace(plain.article.front, origin=Origin.AI, editor="Erika Muster")
    data = json.loads(texts(replace(plain, article=replace(plain.article, front=front)), Theme(SETTINGS)).data)
    assert data["label"] == "Von KI geschrieben. Verantwortlich: Erika Muster."
    assert all("Von KI geschrieben." in post["text"] for post in data["posts"].values())
    front = replace(plain.article.front, editor="Erika Muster", translator="Tom")
    data = json.loads(texts(replace(plain, article=replace(plain.article, front=front)), Theme(SETTINGS)).data)
    assert data["label"] == ""


def test_address_too_long() -> None:
    """An address that no network takes is a fault that names the network and the repair."""
    made = texts(replace(sheet(), addresses=(("page", f"https://example.org/{'a' * 300}/"),)), Theme(SETTINGS))
    assert [(fault.rule, "Bluesky" in str(fault.remark.message)) for fault in made.faults] == [
        ("social/too-long", True)
    ]


def test_telling() -> None:
    """The first tag of each concept comes first."""
    assert telling(("KI", "AI", "DeepSeek"), ("ai", "ai", "deepseek")) == ("KI", "DeepSeek", "AI")
    assert telling(("KI", "AI"), ("ai",)) == ("KI", "AI")
