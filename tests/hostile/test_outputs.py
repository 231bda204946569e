"""What harms nobody as text is in page, PDF, mail and feed; nothing runs, nobody is asked."""

from __future__ import annotations

import re
import sys
import tempfile
from typing import TYPE_CHECKING

import pytest

from pipeline.config import Settings
from pipeline.model import Language
from pipeline.read import read
from tests.hostile.attacks import ATTACKS
from tests.hostile.judging import active
from tests.hostile.publications import publication
from tests.hostile.running import ROOT, run

if TYPE_CHECKING:
    from pathlib import Path

    from tests.hostile.running import Ran

FAMILIES = ("language", "parity", "story", "style", "hashtags", "numbers", "omission", "dates", "terms")
FOLDERS = ("/proc/", "/dev/", "/etc/", "/usr/", "/sys/", f"{tempfile.gettempdir()}", "/var/cache/fontconfig")
"""What the interpreter, its libraries and the system's fonts are read from, and the run's own folder."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Ran]:
    """An edition of all that is only text, PDFs with it, and how it was made."""
    root = publication(tmp_path_factory.mktemp("outputs") / "x")
    for number, (name, data) in enumerate(ATTACKS.items()):
        found = read("content/de/x.md", data, "x", Language.DE, Settings())
        if not name.startswith(("html", "template", "matter", "source")) or found.faults or not found.article:
            continue
        for language in ("de", "en"):
            text = data.decode().replace("Ein Titel", f"Titel {number}")
            (root / "content" / language / f"{re.sub('[^a-z0-9]+', '-', name)}.md").write_text(text, encoding="utf-8")
    ignored = "".join(f'"{family}", ' for family in (*FAMILIES, "newsletter", "publication"))
    with (root / "zweiblatt.toml").open("a", encoding="utf-8") as file:
        file.write(f"\n[check]\nignore = [{ignored}]\n")
    return root, run(root, "build", "--jobs", "1")


def test_nothing_is_active(built: tuple[Path, Ran]) -> None:
    """Pages, PDFs, mails and feeds of all stories are made, and independent readers find nothing that runs."""
    root, ran = built
    assert ran.code == 0, ran.said[-2000:]
    assert len(list((root / "output").rglob("*.pdf"))) >= 60
    assert active(root / "output") == []


def test_nobody_is_asked(built: tuple[Path, Ran]) -> None:
    """No connection, no name looked up; the one program that is asked is the system's list of libraries, for Pango."""
    asked = [each for each in built[1].seen if each[0].startswith(("socket.", "subprocess.", "http.", "urllib."))]
    asked = [each for each in asked if each[0] not in {"socket.__new__", "socket.bind"}]
    known = ("ldconfig", "gcc", "cc", "ld", "objdump")
    asked = [each for each in asked if not (each[0] == "subprocess.Popen" and str(each[1]).endswith(known))]
    assert asked == []


def test_nothing_is_read_outside(built: tuple[Path, Ran]) -> None:
    """Every file that was opened is the project's, the program's or the system's."""
    root, ran = built
    allowed = (str(root), str(ROOT), sys.prefix, sys.base_prefix, sys.exec_prefix, *FOLDERS)
    opened = {str(each[1]) for each in ran.seen if each[0] == "open" and isinstance(each[1], str)}
    assert {name for name in opened if name.startswith("/") and not name.startswith(allowed)} == set()
