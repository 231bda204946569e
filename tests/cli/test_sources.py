"""``zweiblatt sources``: citations, and which of their links are dead, asked of a real server on this machine."""

from __future__ import annotations

import json
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pipeline.cli import links, main
from pipeline.cli.links import Answer, Asker, remembered

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]


class Site(ThreadingHTTPServer):
    """A host with pages of all kinds, and an archive; it remembers what it was asked."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Page)
        self.asked: list[tuple[str, str]] = []
        self.agents: set[str] = set()
        self.impatient = 1
        self.robots = 0
        self.rules = b""

    def address(self, path: str) -> str:
        """The address of a page."""
        return f"http://127.0.0.1:{self.server_port}{path}"


class Page(BaseHTTPRequestHandler):
    """What the host answers."""

    server: Site

    def do_HEAD(self) -> None:
        """Answer by the path."""
        if self.path == "/robots.txt":
            self.server.robots += 1
        else:
            self.server.asked.append((self.command, self.path))
        self.server.agents.add(self.headers["User-Agent"])
        code = {"/gone": 410, "/missing": 404, "/closed": 403, "/old": 301, "/new-for-now": 302}.get(self.path, 200)
        code = {"/loop": 301, "/later": 503, "/late": 429}.get(self.path, code)
        if self.path == "/get-only" and self.command == "HEAD":
            code = 405
        if self.path == "/garbage":
            self.wfile.write(b"what? \x00\r\n\r\n")
            self.close_connection = True
            return
        if self.path == "/slow":
            time.sleep(1.5)
        if self.path == "/headless":
            code = 404 if self.command == "HEAD" else 200
        if self.path == "/busy" and self.server.impatient:
            self.server.impatient -= 1
            code = 429
        body = self.server.rules if self.path == "/robots.txt" else b""
        if self.path.startswith("/archive"):
            body = json.dumps(
                {"archived_snapshots": {"closest": {"available": True, "url": "http://web.archive.org/web/2025/x"}}}
            ).encode()
        self.send_response(code)
        self.send_header("Location", "/loop" if self.path == "/loop" else "/new") if code in {301, 302} else None
        after = {"/later": "Wed, 21 Oct 2099 07:28:00 GMT", "/late": "3600"}.get(self.path, "0")
        self.send_header("Retry-After", after) if code in {429, 503} else None
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_HEAD  # noqa: N815 - the same

    def log_message(self, *_: object) -> None:
        """Be quiet."""


@pytest.fixture
def site() -> Iterator[Site]:
    """A running host."""
    with Site() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def test_answers(site: Site) -> None:
    """Gone is dead, with a copy; refused is unknown; moved is told; a head that fails is asked again as a whole."""
    asker = Asker("test", pause=0, archive=site.address("/archive?url="))
    paths = ("/good", "/gone", "/missing", "/closed", "/old", "/headless", "/busy")
    found = {answer.address: answer for answer in asker.ask(map(site.address, paths))}
    assert [found[site.address(path)].state for path in paths] == [
        *("alive", "dead", "dead", "unknown", "alive", "alive", "alive")
    ]
    assert found[site.address("/gone")].archive == "https://web.archive.org/web/2025/x"
    assert found[site.address("/old")].moved == site.address("/new")
    assert site.agents == {"test"}
    assert site.asked[0] == ("HEAD", "/good")


def test_hosts_with_moods(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """A loop, a slow or strange host is unknown; who asks to be left alone for long is not asked again."""
    monkeypatch.setattr(links, "SECONDS", 0.5)
    asker = Asker("test", pause=0, archive=site.address("/archive?url="))
    paths = ("/loop", "/later", "/late", "/get-only", "/garbage", "/slow", "/new-for-now", "/ü?a=b%20c")
    found = {answer.address: answer for answer in asker.ask(map(site.address, paths))}
    assert [found[site.address(path)].state for path in paths] == [
        *["unknown"] * 3,
        "alive",
        *["unknown"] * 2,
        *["alive"] * 2,
    ]
    assert [path for _, path in site.asked].count("/later") == 1
    assert found[site.address("/new-for-now")].moved == ""
    assert all("\n" not in answer.why for answer in found.values())


def test_robots(site: Site) -> None:
    """What a host's robots.txt keeps from programs is not asked, and its rules are asked for once."""
    site.rules = b"User-agent: *\nDisallow: /closed\nDisallow: /gone\n\nUser-agent: test\nDisallow: /closed\n"
    closed, gone = Asker("test/1.0", pause=0, archive=site.address("/archive?url=")).ask(
        [site.address("/closed"), site.address("/gone")]
    )
    assert (closed.state, closed.why) == ("unknown", "robots.txt forbids")
    assert gone.state == "dead"
    assert site.robots == 1
    assert ("HEAD", "/closed") not in site.asked


def test_nobody_there() -> None:
    """A host that does not answer is unknown, and nothing is thrown."""
    (answer,) = Asker("test", pause=0).ask(["http://127.0.0.1:1/"])
    assert answer.state == "unknown"


def test_pause(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between two questions to a host there is a pause."""
    slept: list[float] = []
    monkeypatch.setattr(time, "sleep", slept.append)
    Asker("test").ask([site.address("/a"), site.address("/b"), site.address("/c")])
    assert slept.count(1.0) == 3  # the first behind robots.txt


def test_memory(tmp_path: Path) -> None:
    """What lives is asked again after a week, what is dead after a day; a damaged memory is none."""
    asked: list[list[str]] = []

    def ask(addresses: list[str]) -> list[Answer]:
        asked.append(addresses)
        return [Answer(each, "alive" if "good" in each else "dead", "") for each in addresses]

    path, day = tmp_path / "links.json", 86_400
    (tmp_path / "file").touch()
    assert remembered(tmp_path / "file/links.json", ["good"], 0, ask)["good"].state == "alive"
    asked.clear()
    path.write_text('{"good": {"at": "x"}, "bad": [', "utf-8")
    for now in (0, day - 1, day, 7 * day):
        found = remembered(path, ["good", "bad", "good"], now, ask)
        assert (found["good"].state, found["bad"].state) == ("alive", "dead")
    assert asked == [["good", "bad"], [], ["bad"], ["good", "bad"]]


def test_command(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Citations are listed without the network; with ``--check-links`` the dead ones are findings and exit 1."""
    (tmp_path / "zweiblatt.toml").write_text((ROOT / "zweiblatt.toml").read_text("utf-8"), "utf-8")
    path = tmp_path / "content" / "de" / "eins.md"
    path.parent.mkdir(parents=True)
    listed = f"- Blatt: Titel: mit Doppelpunkt ({site.address('/good')})\n- Blatt: Weg ({site.address('/gone')})\n"
    listed += f"- Blatt: Noch einmal ({site.address('/gone')})\n"
    path.write_text(f"---\ntitle: T\ndate: 2025-02-22\nkind: note\n---\n\nText.\n\n## Quellen\n\n{listed}", "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ZWEIBLATT_MESSAGES", "en")
    monkeypatch.setattr(links, "ARCHIVE", site.address("/archive?url="))

    def call(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["zweiblatt", "sources", *arguments])
        with pytest.raises(SystemExit) as end:
            main()
        said = capsys.readouterr()
        return int(end.value.code or 0), said.out, said.err

    code, out, _ = call()
    assert (code, site.asked) == (0, [])
    assert out.splitlines() == [
        f"content/de/eins.md:11: [1] Blatt: Titel: mit Doppelpunkt <{site.address('/good')}>",
        f"content/de/eins.md:12: [2] Blatt: Weg <{site.address('/gone')}>",
        f"content/de/eins.md:13: [3] Blatt: Noch einmal <{site.address('/gone')}>",
    ]
    monkeypatch.setattr(time, "sleep", lambda _: None)
    code, out, err = call("eins", "--check-links")
    assert code == 1
    assert out.startswith("content/de/eins.md:12:")
    assert err == "zweiblatt: addresses asked: 2; dead: 1\n"
    assert f"error sources/dead-link: {site.address('/gone')} is dead (410 Gone); a copy: https://web.archive" in out
    number = len(site.asked)
    assert call("content/de/eins.md", "--check-links")[0] == 1
    assert len(site.asked) == number
