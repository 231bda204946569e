"""MkDocs, Pelican and Hugo on the same articles: a made publication -> rows beside ours.

In: the folder of a publication. Out: for each generator that is installed, rows for cold, unchanged and one pair
changed. Each gets the articles in the shape that it wants, its own plainest theme, no plug-ins, and whatever it has to
make less on a second run. Hashtags are left out: as the last paragraph they would become a heading.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from .jobs import RUNS, Row, change
from .measure import Cost, cost, median

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MARKDOWN = ("tables", "footnotes", "fenced_code", "def_list", "abbr", "sane_lists", "smarty")
HUGO = {
    "_default/baseof.html": '<!doctype html><html lang="{{ site.Language.Lang }}"><title>{{ .Title }}</title>'
    '{{ block "main" . }}{{ end }}</html>',
    "_default/single.html": '{{ define "main" }}<h1>{{ .Title }}</h1>{{ .TableOfContents }}{{ .Content }}{{ end }}',
    "_default/list.html": '{{ define "main" }}<ul>{{ range .RegularPages }}<li>'
    '<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ .Summary }}</li>{{ end }}</ul>{{ end }}',
}


class Told(NamedTuple):
    """What a peer needs of an article."""

    language: str
    name: str
    title: str
    date: str
    body: str


def articles(folder: Path) -> Iterator[Told]:
    """The articles of a publication, in a form that each peer can be given."""
    for path in sorted(folder.glob("content/*/story-*.md")):
        _, front, body = path.read_text("utf-8").split("---\n", 2)
        title = re.search(r'^title: "(.*)"$', front, re.MULTILINE)
        date = re.search(r"^date: (\S+)$", front, re.MULTILINE)
        if not (title and date):
            sys.exit(f"{path} has no title or date")
        yield Told(path.parent.name, path.stem, title[1], date[1], body.rsplit("\n\n", 1)[0] + "\n")


def put(path: Path, text: str) -> None:
    """Write a file where it differs, with its folder: what is unchanged keeps its time, as peers look at it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists() or path.read_text("utf-8") != text:
        path.write_text(text, "utf-8")


def mkdocs(source: Path, place: Path) -> None:
    """Pages, an index of links for each language; no feed. Only the indexes stand in the navigation of each page."""
    told = list(articles(source))
    for each in told:
        put(place / "docs" / each.language / f"{each.name}.md", f"# {each.title}\n\n{each.body}")
    for language in ("de", "en"):
        rows = "".join(f"- [{each.title}]({each.name}.md) {each.date}\n" for each in told if each.language == language)
        put(place / "docs" / language / "index.md", f"# {language}\n\n{rows}")
    put(place / "docs" / "index.md", "# Start\n\n[de](de/index.md) [en](en/index.md)\n")
    names = json.dumps(["index.md", "de/index.md", "en/index.md"])
    settings = f"site_name: Corpus\nsite_url: https://example.org/\nplugins: []\nnav: {names}\n"
    put(place / "mkdocs.yml", f"{settings}not_in_nav: '*.md'\nmarkdown_extensions: {json.dumps(MARKDOWN)}\n")


def pelican(source: Path, place: Path) -> None:
    """Pages in two languages linked as translations, indexes, archives, Atom feeds; its cache of content is on."""
    for each in articles(source):
        head = f"Title: {each.title}\nDate: {each.date}\nSlug: {each.name}\nLang: {each.language}\nCategory: all\n\n"
        put(place / "content" / each.language / f"{each.name}.md", head + each.body)
    extensions: dict[str, object] = {f"markdown.extensions.{name}": {} for name in MARKDOWN}
    values: dict[str, object] = {"SITENAME": "Corpus", "SITEURL": "https://example.org", "THEME": "simple"}
    values |= {"PATH": "content", "OUTPUT_PATH": "site", "DEFAULT_LANG": "de", "TIMEZONE": "Europe/Berlin"}
    values |= {"FEED_ALL_ATOM": "feeds/everything.atom.xml", "TRANSLATION_FEED_ATOM": "feeds/in-{lang}.atom.xml"}
    values |= {"CATEGORY_FEED_ATOM": None, "DEFAULT_PAGINATION": 20, "FEED_MAX_ITEMS": 20}
    values |= {"CACHE_CONTENT": True, "LOAD_CONTENT_CACHE": True}
    values["MARKDOWN"] = {"extension_configs": extensions, "output_format": "html5"}
    put(place / "pelicanconf.py", "".join(f"{key} = {value!r}\n" for key, value in values.items()))


def hugo(source: Path, place: Path) -> None:
    """Pages in two languages linked as translations, a list and an RSS feed for each; three short templates."""
    for each in articles(source):
        head = f"---\ntitle: {json.dumps(each.title, ensure_ascii=False)}\ndate: {each.date}\n---\n"
        put(place / "content" / each.language / f"{each.name}.md", head + each.body)
    for name, text in HUGO.items():
        put(place / "layouts" / name, text)
    languages = "".join(f'[languages.{each}]\ncontentDir = "content/{each}"\n' for each in ("de", "en"))
    put(place / "hugo.toml", f'baseURL = "https://example.org/"\ndefaultContentLanguage = "de"\n{languages}')


PEERS: dict[str, tuple[Callable[[Path, Path], None], tuple[str, ...], str]] = {
    "mkdocs": (mkdocs, ("build", "--quiet"), "site"),
    "pelican": (pelican, ("--settings", "pelicanconf.py", "--quiet"), "site"),
    "hugo": (hugo, ("--quiet", "--destination", "site"), "site"),
}
"""What makes the shape, the command, the folder of the result."""


def found(name: str) -> str | None:
    """A peer beside this Python, or on the path."""
    beside = Path(sys.executable).parent / name
    return str(beside) if beside.exists() else shutil.which(name)


def peers(folder: Path, place: Path, *, brief: bool) -> Iterator[Row]:
    """All peers that are installed; ``brief``: only from nothing."""
    for name, (shape, arguments, site) in PEERS.items():
        program = found(name)
        if program is None:
            continue
        own = place / name
        shape(folder, own)
        command = (program, *arguments)
        cold = cost(command, own)
        pages = sum(1 for _ in (own / site).rglob("*.html"))
        yield Row(f"{name}: cold", cold, f"{pages} pages")
        if brief:
            continue
        yield Row(f"{name}: nothing changed", median(lambda c=command, o=own: cost(c, o), 3))  # type: ignore[misc]
        runs = iter(range(RUNS))

        def changed(
            shape: Callable[[Path, Path], None] = shape, own: Path = own, command: tuple[str, ...] = command
        ) -> Cost:
            change(folder, next(runs) + RUNS)  # noqa: B023 - used before the loop goes on
            shape(folder, own)
            return cost(command, own)

        yield Row(f"{name}: one pair changed", median(changed, 3))
