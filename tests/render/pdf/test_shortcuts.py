"""Shortcuts through WeasyPrint change no byte, and are taken only through the version they were written for."""

from __future__ import annotations

import json
import subprocess
import sys
from hashlib import sha256

from pipeline.model import Language
from pipeline.render.pdf import shortcuts
from tests.pango import need_pango
from tests.pdf.making import made
from tests.pdf.manuscripts import ROOT

need_pango()

NAMES = (
    "alles",
    "zeichen",
    "arabisch",
    "note-mit-bloecken",
    "code-schrift",
    "tabelle-zwoelf",
    "woerter-lang",
    "link-alles",
)
PLAIN = f"""
import hashlib, json
from pipeline.model import Language
from pipeline.render.pdf import shortcuts
shortcuts.KNOWN.clear()
from tests.pdf.making import made
from weasyprint.css import ComputedStyle
from weasyprint.text.line_break import Layout, strut
digests = [hashlib.sha256(made(name, Language.DE).data).hexdigest() for name in {NAMES!r}]
print(json.dumps([digests, [each.__module__ for each in (Layout.setup, strut, ComputedStyle.__missing__)]]))
"""


def test_no_byte_is_changed() -> None:
    """Scripts from right to left, forced breaks, letters with space between, tables, notes: the same as without.

    Where a file of WeasyPrint is another than was known, its own functions stay.
    """
    run = subprocess.run([sys.executable, "-c", PLAIN], cwd=ROOT, capture_output=True, text=True, check=True)
    digests, modules = json.loads(run.stdout)
    assert {each.partition(".")[0] for each in modules} == {"weasyprint"}
    assert [sha256(made(name, Language.DE).data).hexdigest() for name in NAMES] == digests


def test_they_are_taken() -> None:
    """The version that is pinned is the one that they were written for."""
    from weasyprint.css import ComputedStyle  # type: ignore[import-untyped]  # noqa: PLC0415 - loaded behind the door
    from weasyprint.layout.inline import strut  # type: ignore[import-untyped]  # noqa: PLC0415 - as above
    from weasyprint.text.line_break import Layout  # type: ignore[import-untyped]  # noqa: PLC0415 - as above

    for each in (Layout.setup, Layout.deactivate, ComputedStyle.__missing__, strut):
        assert each.__module__ == shortcuts.__name__
