"""Fonts and print style sheets of a publication that are damaged or mean harm: named, the neighbours are made."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from pipeline.render.theme import SHIPPED
from tests.build.small import tree
from tests.hostile.publications import publication
from tests.hostile.running import run
from tests.hostile.trees import binary, both, text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Attack = Callable[[Path], object]

KEPT = ("build", "--only", "web,pdf", "--keep-going")
FONT = "fonts/ZweiblattSerif-Regular.ttf"
WHOLE, PACKED = ((SHIPPED / FONT).with_suffix(ending).read_bytes() for ending in (".ttf", ".woff2"))
MORE = "templates/style/print-more.css"
SHEET = (SHIPPED / "style/print-more.css").read_text("utf-8")
WEB = (SHIPPED / "style/page.css").read_text("utf-8") + "\n"
PAGE = f"style/page.css:{WEB.count(chr(10)) + 1}"


def font(data: bytes) -> Attack:
    """A font of the publication's own."""
    return binary(f"templates/{FONT}", data)


def style(words: str) -> Attack:
    """The shipped style sheet for what a publication adds in print, with some words more."""
    return text(MORE, SHEET + words)


def more(sheet: str, count: int = 1) -> Attack:
    """A style sheet for what a publication adds in print that imports another, so often."""
    return text(MORE, f'@import "{sheet}";' * count)


def page(words: str) -> Attack:
    """The shipped style sheet of a page, with some words more."""
    return text("templates/style/page.css", WEB + words)


CASES: dict[str, tuple[Attack, int, str]] = {
    "font without bytes": (font(b""), 3, f"{FONT} is no font"),
    "font cut short": (font(WHOLE[:5000]), 3, f"{FONT} is no font, or only a part of one"),
    "font cut in half": (font(WHOLE[: len(WHOLE) // 2]), 3, f"{FONT} is no font, or only a part of one"),
    "font that is a text": (font(b"Hallo Welt\n" * 99), 3, f"{FONT} is no font"),
    "packed font cut short": (font(PACKED[:5000]), 3, f"{FONT} is no font"),
    "packed font under another name": (font(PACKED), 0, ""),
    "sheets in a circle": (
        both(text("templates/style/a.css", '@import "print-more.css";'), more("a.css")),
        3,
        "the style sheet style/print-more.css imports style/a.css, in a circle (style/a.css, style/print-more.css)",
    ),
    "sheets that import the next one twice": (
        both(*(text(f"templates/style/{n}.css", f'@import "{n + 1}.css";' * 2) for n in range(30)), more("0.css")),
        3,
        "the style sheet style/24.css imports more than 100 others, each counted as often as it is read: join them",
    ),
    "sheets that import the next one under two names": (
        both(
            *(text(f"templates/style/{n}.txt", f'@import "{n + 1}.txt";@import url({n + 1}.txt?b)') for n in range(30)),
            more("0.txt"),
        ),
        3,
        "the style sheet style/24.txt imports more than 100 others",
    ),
    "line of sheets": (
        both(*(text(f"templates/style/{n}.css", f'@import "{n + 1}.css";') for n in range(2_000)), more("0.css")),
        3,
        "imports more than 100 others",
    ),
    "long sheet that is imported often": (
        both(text("templates/style/0.css", ".a{color:red}" * 3_000), more("0.css", 20)),
        3,
        "style/print-more.css has more than 524288 bytes with all that it imports",
    ),
    "sheets that import each other in many circles": (
        both(
            *(
                text(f"templates/style/{n}.css", "".join(f'@import "{m}.css";' for m in range(9) if m != n))
                for n in range(9)
            ),
            more("0.css"),
        ),
        3,
        "in a circle (style/0.css, style/1.css): leave one of them out",
    ),
    "sheets that are imported twice": (
        both(text("templates/style/a.css", ".a{color:red}"), more("a.css", 2)),
        0,
        "",
    ),
    "import from elsewhere": (text(MORE, '@import "https://evil.example/x.css";'), 1, f"{MORE}:1:1: error"),
    "files of the machine": (
        style("@font-face{font-family:X;src:url(file:///etc/passwd)} p{background:url(../../../beside/secret.txt)}"),
        1,
        "not fetched|cannot be loaded",
    ),
    "page without size": (style("@page{size:0 0}"), 0, ""),
    "page of ten kilometres": (style("@page{size:10000000mm 10000000mm}"), 0, ""),
    "counter without end": (
        style("p{counter-increment:a 1000000000} p::before{content:counter(a, symbols('x'))}"),
        3,
        "more than 512 MiB of memory",
    ),
    "style of pages that imports": (page('@import "more.css";'), 3, f"{PAGE} asks for what no page loads: @import"),
    "style of pages that imports from elsewhere": (
        page("@import url(https://evil.example/x.css);"),
        3,
        f"{PAGE} asks for",
    ),
    "style of pages that shows from elsewhere": (
        page("a{background:url( '//evil.example/x.png' )}"),
        3,
        f"{PAGE} asks for",
    ),
    "style of pages that reads the machine": (page("a{background:url(file:///etc/passwd)}"), 3, f"{PAGE} asks for"),
    "style of pages that only speaks of it": (
        page("@namespace x url(http://www.w3.org/2000/svg);/* @import */a{background:url(../../media/x.png)}"),
        0,
        "",
    ),
    "sheet without end": (style(".a{color:red}\n" * 300_000), 3, "style/print-more.css has more than 524288 bytes"),
}


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A publication without an edition."""
    return publication(tmp_path_factory.mktemp("styles") / "x").parent


@pytest.mark.parametrize("name", CASES)
def test_styles_and_fonts(name: str, plain: Path, tmp_path: Path) -> None:
    """No traceback, the code that was promised, the file's name; nothing is fetched, nothing outside is read."""
    shutil.copytree(plain, tmp_path / "x")
    root = tmp_path / "x" / "Heft"
    attack, code, said = CASES[name]
    attack(root)
    ran = run(root, *KEPT)
    assert ran.code == code, ran.said
    assert "Traceback" not in ran.said
    assert any(each in ran.said for each in said.split("|")), ran.said
    asked = [each for each in ran.seen if each[0].startswith(("socket.", "urllib.", "http."))]
    assert not [each for each in asked if "connect" in each[0] or "getaddrinfo" in each[0] or "Request" in each[0]]
    opened = [str(each[1]) for each in ran.seen if each[0] == "open"]
    assert not [path for path in opened if path.endswith(("secret.txt", "/etc/passwd"))]
    if code and "sheet" in name:  # what cannot be read of a style sheet is said before anything is made
        assert not tree(root / "output")
        return
    if code and "pages" in name:  # all pages have this style
        assert "report/index.html" in tree(root / "output")
        return
    assert "site/de/index.html" in tree(root / "output")
    if code and "font" not in name:  # pages stand on the picture of the article, which is drawn with the same fonts
        assert "site/de/impressum/index.html" in tree(root / "output")
