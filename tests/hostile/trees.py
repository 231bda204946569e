"""Folders that mean harm, or were left by somebody in a hurry: links, pipes, names, templates, output folders.

In: a project. Out: :data:`TREES`, name to what is done to it.
"""

from __future__ import annotations

import os
import socket
import struct
import unicodedata
import zlib
from typing import TYPE_CHECKING

from tests.build.small import ENGLISH, GERMAN

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Attack = Callable[[Path], object]

BESIDE = "../beside/secret.txt"


def link(path: str, target: str) -> Attack:
    """A symbolic link; what stood there goes."""

    def attack(root: Path) -> None:
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.unlink(missing_ok=True)
        place.symlink_to(target)

    return attack


def text(path: str, said: str) -> Attack:
    """A file."""

    def attack(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(said, encoding="utf-8")

    return attack


def binary(path: str, data: bytes) -> Attack:
    """A file that is no text."""

    def attack(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)

    return attack


def png(width: int, height: int) -> bytes:
    """A grey picture that says how large it is."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(1 << 20))), (b"IEND", b""))
    chunks = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def pipe(path: str) -> Attack:
    """A named pipe that nobody writes to."""

    def attack(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).unlink(missing_ok=True)
        os.mkfifo(root / path)

    return attack


def folder(path: str) -> Attack:
    """A folder where a file is expected."""

    def attack(root: Path) -> None:
        (root / path).unlink(missing_ok=True)
        (root / path).mkdir(parents=True)

    return attack


def listening(path: str) -> Attack:
    """A socket."""

    def attack(root: Path) -> None:
        here = os.open(root / path.rpartition("/")[0], os.O_RDONLY)
        before = os.open(".", os.O_RDONLY)
        try:  # a socket's path is short
            os.fchdir(here)
            with socket.socket(socket.AF_UNIX) as made:
                made.bind(path.rpartition("/")[2])
        finally:
            os.fchdir(before)
            os.close(here)
            os.close(before)

    return attack


def named(name: str) -> Attack:
    """A story in both languages under a name."""

    def attack(root: Path) -> None:
        for language, said in (("de", GERMAN), ("en", ENGLISH)):
            place = root / "content" / language / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(said, encoding="utf-8")

    return attack


def both(*attacks: Attack) -> Attack:
    """One after the other."""

    def attack(root: Path) -> None:
        for each in attacks:
            each(root)

    return attack


def many(root: Path) -> None:
    """Hundreds of empty files."""
    for number in range(300):
        (root / "content" / "de" / f"leer-{number}.md").touch()


def shown(source: str) -> Attack:
    """A picture in the story."""

    def attack(root: Path) -> None:
        for language in ("de", "en"):
            with (root / "content" / language / "leaf.md").open("a", encoding="utf-8") as file:
                file.write(f"\n![Bild]({source})\n")

    return attack


def template(said: str, name: str = "article.html") -> Attack:
    """A template of the publication's own."""
    return text(f"templates/{name}", said)


SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{}</svg>'
ENTITY = '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + SVG.format("<text>&x;</text>")
PICTURE = "../media/x.svg"
COPIES = "".join(f'<g id="a{n}"><use href="#a{n + 1}"/><use href="#a{n + 1}"/></g>' for n in range(40))
LIES = '{"version": 1, "files": {"PATH": {"key": "a", "sha256": "b", "family": "extra"}}}'

TREES: dict[str, Attack] = {
    "loop of folders": link("content/de/loop", "."),
    "loop of links": both(link("content/de/a.md", "b.md"), link("content/de/b.md", "a.md")),
    "link to nothing": link("content/de/nothing.md", "not-there.md"),
    "link out of the project": link("content/de/out.md", f"../../{BESIDE}"),
    "link to the password file": link("content/de/out.md", "/etc/passwd"),
    "link to a folder outside": link("content/de/out", "../../../beside"),
    "link to a device": link("content/de/zero.md", "/dev/zero"),
    "link to a terminal": link("content/de/tty.md", "/dev/tty"),
    "link to random bytes": link("content/de/leaf.md", "/dev/urandom"),
    "language is a link outside": both(lambda r: (r / "content/en").rename(r / "en"), link("content/en", "../en")),
    "language is a file": both(lambda r: (r / "content/en").rename(r / "en"), text("content/en", "x")),
    "content is a link to itself": both(lambda r: (r / "content").rename(r / "x"), link("content", "content")),
    "no content": lambda r: (r / "content").rename(r / "x"),
    "pipe": pipe("content/de/pipe.md"),
    "pipe in place of a manuscript": pipe("content/de/leaf.md"),
    "socket": listening("content/de/socket.md"),
    "folder that ends in .md": folder("content/de/folder.md"),
    "folder in place of a manuscript": folder("content/de/leaf.md"),
    "manuscript nobody may read": lambda r: (r / "content/de/leaf.md").chmod(0),
    "folder nobody may read": both(folder("content/de/closed"), lambda r: (r / "content/de/closed").chmod(0)),
    "name with a line break": named("a\nb.md"),
    "name with a colon": named("a:b.md"),
    "name with a backslash": named("a\\b.md"),
    "name with a tag": named("<script>alert(1)<.md"),
    "name with a quotation mark": named("a\"b'c.md"),
    "name with a template": named("{{ 7*7 }}.md"),
    "name with terminal codes": named("a\x1b[2J.md"),
    "name that is no text": named("a\udcff.md"),
    "name with a percent sign": named("%2e%2e%2fx.md"),
    "name that is an option": named("--help.md"),
    "name of 255 bytes": named("a" * 252 + ".md"),
    "name with a space": named(" a b .md"),
    "name without letters": named("???.md"),
    "name of nothing": named(".md"),
    "name of a page of ours": named("index.md"),
    "name of our assets": named("assets/index.md"),
    "names that differ in case": both(named("Blatt.md"), named("blatt.md")),
    "names in two forms": both(
        named(unicodedata.normalize("NFC", "blätter.md")), named(unicodedata.normalize("NFD", "blätter.md"))
    ),
    "deep folders": named("/".join(["a"] * 90) + "/x.md"),
    "many empty files": many,
    "settings are a pipe": pipe("zweiblatt.toml"),
    "settings are a folder": folder("zweiblatt.toml"),
    "settings are endless": link("zweiblatt.toml", "/dev/zero"),
    "glossary is a pipe": pipe("glossary.toml"),
    "glossary is a folder": folder("glossary.toml"),
    "glossary is endless": link("glossary.toml", "/dev/zero"),
    "glossary is a loop": link("glossary.toml", "glossary.toml"),
    "hashtags nobody may read": both(text("hashtags.toml", ""), lambda r: (r / "hashtags.toml").chmod(0)),
    "media is a file": text("content/media", "x"),
    "picture is a link outside": both(link("content/media/x.png", f"../../{BESIDE}"), shown("../media/x.png")),
    "picture is a folder": both(folder("content/media/x.png"), shown("../media/x.png")),
    "picture is text": both(text("content/media/x.png", "no picture"), shown("../media/x.png")),
    "drawing with a script": both(
        text("content/media/x.svg", SVG.format("<script>alert(1)</script><a onclick='alert(1)'/>")), shown(PICTURE)
    ),
    "drawing that fetches": both(
        text("content/media/x.svg", SVG.format("<image href='https://evil.example/x.png'/>")), shown(PICTURE)
    ),
    "drawing that reads": both(text("content/media/x.svg", ENTITY), shown(PICTURE)),
    "drawing of nothing": both(text("content/media/x.svg", ""), shown(PICTURE)),
    "drawing nested deep": both(text("content/media/x.svg", "<g>" * 50_000), shown(PICTURE)),
    "picture of 60,000 by 60,000": both(binary("content/media/x.png", png(60_000, 60_000)), shown("../media/x.png")),
    "picture of one line": both(binary("content/media/x.png", png(1, 39_000_000)), shown("../media/x.png")),
    "picture without pixels": both(binary("content/media/x.png", png(0, 0)), shown("../media/x.png")),
    "picture that is a page": both(text("content/media/x.png", "<script>alert(1)</script>"), shown("../media/x.png")),
    "picture that is not there": shown("../media/none.png"),
    "page among the pictures": text("content/media/x.html", "<script>alert(1)</script>"),
    "script among the pictures": text("content/media/deep/x.js", "alert(1)"),
    "name of a table that is no text": text("content/media/a\udcff.csv", "x"),
    "table is a link outside": link("content/media/x.csv", f"../../{BESIDE}"),
    "media is a link outside": link("content/media", "../../beside"),
    "drawing that nobody shows": text("content/media/x.svg", SVG.format("<script>alert(1)</script>")),
    "drawing in UTF-16": binary("content/media/x.svg", SVG.format("<script>alert(1)</script>").encode("utf-16")),
    "drawing of copies of copies": both(text("content/media/x.svg", SVG.format(COPIES)), shown(PICTURE)),
    "drawing that uses itself": both(
        text("content/media/x.svg", SVG.format('<g id="a"><use href="#a"/></g>')), shown(PICTURE)
    ),
    "journal that leads outside": text("output/report/manifest.json", LIES.replace("PATH", "../../beside/secret.txt")),
    "journal that leads to the root": text("output/report/manifest.json", LIES.replace("PATH", "/etc/passwd")),
    "journal nested deep": text("output/report/manifest.json", "[" * 100_000),
    "edition holds a link": both(
        text("output/report/manifest.json", LIES.replace("PATH", "newsletter/x.txt")),
        link("output/newsletter/x.txt", "/etc/passwd"),
    ),
    "store's folders are links": link(".zweiblatt/objects", "../../beside"),
    "report is a link outside": both(
        link(".zweiblatt/report/findings.json", f"../../{BESIDE}"), shown("../media/none.png")
    ),
    "template: a macro without end": template("{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}"),
    "template: adds what cannot be added": template("{{ 1 + 'a' }}"),
    "template: two that include each other": both(
        text("templates/a.html", "{% include 'b.html' %}"),
        text("templates/b.html", "{% include 'a.html' %}"),
        template("{% include 'a.html' %}"),
    ),
    "template: syntax": template("{% if %}"),
    "template: unknown name": template("{{ nothing.there }}"),
    "template: includes itself": template("{% include 'article.html' %}"),
    "template: extends itself": template("{% extends 'article.html' %}"),
    "template: includes a file outside": template("{% include '/etc/passwd' %}"),
    "template: goes up": template("{% include '../../beside/secret.txt' %}"),
    "template: reaches into Python": template("{{ ''.__class__.__mro__[1].__subclasses__() }}"),
    "template: fills memory": template("{{ 'x' * 10**12 }}"),
    "template: divides by nothing": template("{{ 1 // 0 }}"),
    "template: no text": both(
        folder("templates"), lambda root: (root / "templates/article.html").write_bytes(b"\xff\xfe")
    ),
    "template: a folder": folder("templates/article.html"),
    "template: a pipe": pipe("templates/article.html"),
    "template: a link outside": link("templates/article.html", f"../{BESIDE}"),
    "template: nobody may read": both(template("x"), lambda r: (r / "templates/article.html").chmod(0)),
    "template: style fetches": template("@import url(https://evil.example/x.css);", "style/web.css"),
    "template: style is a pipe": pipe("templates/style/web.css"),
    "template: catalogue is broken": text("templates/locale/de/LC_MESSAGES/templates.po", 'msgid "x\nmsgstr'),
    "templates is a file": text("templates", "x"),
    "templates is a loop": link("templates", "templates"),
    "store is a file": text(".zweiblatt", "x"),
    "store is a loop": link(".zweiblatt", ".zweiblatt"),
    "output is a file": text("output", "x"),
    "output is somebody's": text("output/notes.txt", "mine"),
    "output is a link outside": link("output", "../beside"),
    "output is a link to the root": link("output", "/"),
    "output is a loop": link("output", "output"),
    "output is a Git repository": folder("output/.git"),
    "output is the project": link("output", "."),
    "lock is a folder": folder(".output.lock"),
    "lock is a link outside": link(".output.lock", BESIDE),
    "report is a file": text("output/report", "x"),
    "journal is a folder": folder("output/report/manifest.json"),
}
