"""The proofs of the web edition: real server, browser and validators; each skips where its part is absent.

In: the sites of the shipped publication and of hostile stories. Out: a server on loopback, a browser, folders.

``ZWEIBLATT_NODE`` names the folder whose ``node_modules`` holds vnu-jar, html-validate, axe-core, lighthouse,
schema-dts and typescript (``npm install --ignore-scripts …``); without it the project's own is looked at.
"""

from __future__ import annotations

import functools
import os
import shutil
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests import site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser

CHROMIUM = os.environ.get("CHROME_PATH") or shutil.which("chromium") or shutil.which("chromium-browser") or ""


ASKED = "ZWEIBLATT_WEB"
"""Set by ``nox -s web``: a browser and Java take minutes, which the ordinary tests have not."""


class Quiet(SimpleHTTPRequestHandler):
    """A server that says nothing."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def proofs() -> None:
    """Skip unless the proofs were asked for."""
    if not os.environ.get(ASKED):
        pytest.skip(f"a proof of the web edition: nox -s web (or {ASKED}=1)")


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both sites on disk, below one folder."""
    top = tmp_path_factory.mktemp("site")
    return site.written({**site.hostile(), **site.shipped()}, top)


@pytest.fixture(scope="session")
def server(folder: Path) -> Iterator[str]:
    """The address of the site on loopback."""
    handler = functools.partial(Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as served:
        threading.Thread(target=served.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{served.server_port}/"
        served.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium of the system, driven by playwright."""
    proofs()
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if not CHROMIUM:
        pytest.skip("no Chromium (Debian: apt-get install chromium)")
    with playwright.sync_playwright() as running:
        started = running.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="session")
def node() -> Callable[[str], Path]:
    """Where a package of node lies; absent, the test is skipped."""
    proofs()
    top = Path(os.environ.get("ZWEIBLATT_NODE") or Path(__file__).parents[2]) / "node_modules"

    def find(name: str) -> Path:
        if not (top / name).is_dir():
            pytest.skip(f"{name} is not installed: npm install --ignore-scripts {name}, and ZWEIBLATT_NODE=its folder")
        return top / name

    return find
