"""What the reader refused is known to the checks, and is in no output."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pikepdf
import pytest

from pipeline.config import Settings
from pipeline.model import REFUSED, Language
from pipeline.read import read
from tests.hostile.attacks import FRONT
from tests.hostile.test_manuscripts import ROOT, _run

if TYPE_CHECKING:
    from pathlib import Path

ADDRESSES = ("javascript:geheim()", "https://geheim:wort@geheim.example/", "/geheim/x.html", "../../../geheim.png")
LINK, PICTURE = "[Wort {}](<{}>)", "![Bild {}](<{}>)"
PLACES = (
    "{}",
    "## Ein Abschnitt mit {}",
    "- {}\n- Zweites",
    "| a | b |\n|---|---|\n| {} | c |",
    "> Gesagt: {}",
    "**{}** und *{}*",
    "Text[^1].\n\n[^1]: Die Note: {}",
    "Wort\n: {}",
    "[{}](https://example.org/gut)",
)


def _body() -> str:
    """Each form of each address in each place; a link in a link is text, and says what it says."""
    pieces: list[str] = []
    for number, place in enumerate(PLACES):
        for form in (LINK, PICTURE) if "](" not in place else (PICTURE,):
            for address in ADDRESSES:
                label = f"[^{len(pieces)}]"
                pieces.append(place.replace("{}", form.format(number, address)).replace("[^1]", label))
    return "\n\n".join(pieces)


@pytest.mark.parametrize(("text", "tag"), [("[Wort](/x)", "a"), ("![Wort](/x.png)", "img")])
def test_it_is_known(text: str, tag: str) -> None:
    """A refused link or picture keeps its words, and says what it was."""
    article = read("content/de/x.md", f"{FRONT}{text}\n".encode(), "x", Language.DE, Settings()).article
    assert article
    block = article.sections[0].blocks[0]
    assert block.text == "Wort"
    (node,) = (node for node in block.node.walk() if node.tag == REFUSED)
    assert (node.get("as"), node.get("address")) == (tag, text.partition("(")[2][:-1])
    assert not node.get("href") + node.get("src")


def test_it_is_in_no_output(tmp_path: Path) -> None:
    """Even where a publication ignores the finding, no page, PDF, mail, feed or card holds a refused address."""
    for language in ("de", "en"):
        folder = tmp_path / "content" / language
        folder.mkdir(parents=True)
        (folder / "x.md").write_text(f"{FRONT}{_body()}\n", encoding="utf-8")
        for page in ("imprint.md", "privacy.md"):
            (folder / page).write_bytes((ROOT / "content" / language / page).read_bytes())
    families = [
        *["language", "links", "markup", "meta", "parity", "publication", "story", "style", "hashtags", "newsletter"]
    ]
    settings = (ROOT / "zweiblatt.toml").read_text(encoding="utf-8")
    (tmp_path / "zweiblatt.toml").write_text(
        f"{settings}\n[check]\nignore = {json.dumps(families)}\n", encoding="utf-8"
    )
    done = _run(tmp_path, "build", "--out", "ausgabe")
    assert done.returncode == 0, (done.stdout + done.stderr)[-3000:]
    made = [path for path in (tmp_path / "ausgabe").rglob("*") if path.is_file()]
    assert {".html", ".pdf", ".eml", ".json"} <= {path.suffix for path in made}
    for path in made:
        assert b"geheim" not in _bytes(path), path


def _bytes(path: Path) -> bytes:
    """What a file holds; of a PDF without its compression, and without the manuscript that is attached as it is."""
    if path.suffix != ".pdf":
        return path.read_bytes()
    with pikepdf.open(path) as pdf:
        objects = list(pdf.objects)
        plain = [str(each).encode() for each in objects if not isinstance(each, pikepdf.Stream)]
        streams = [each for each in objects if isinstance(each, pikepdf.Stream)]
        streams = [
            each for each in streams if each.get("/Type") != "/EmbeddedFile" and each.get("/Subtype") != "/Image"
        ]
        return b"\n".join((*plain, *(each.read_bytes() for each in streams)))
