"""Shortcuts through WeasyPrint change no byte, and are taken only through the version they were written for."""

from __future__ import annotations

import json
import subprocess
import sys
from hashlib import sha256

import pytest

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


LATE = """
import json, sys
from pipeline.render.pdf import shortcuts
if sys.argv[1] == "other":
    shortcuts.KNOWN["weasyprint.pdf.fonts"] = "0" * 64
from pipeline.model import Language
from tests.pdf.making import made
made("alles", Language.DE)
names = ("fontTools.subset", "fontTools.varLib.instancer")
loaded = [name in sys.modules for name in names]
from weasyprint.pdf import fonts
options = fonts.subset.Options(retain_gids=True)
try:
    fonts.instantiateVariableFont(1, {})
except Exception as error:
    said = type(error).__name__
print(json.dumps([loaded, [sys.modules[name].__file__ is not None for name in names], type(options).__module__, said]))
"""


@pytest.mark.parametrize(("version", "is_loaded"), [("known", False), ("other", True)])
def test_what_is_seldom_called_is_loaded_when_it_is_called(version: str, *, is_loaded: bool) -> None:
    """A PDF of ours needs no other tool that cuts fonts; where it is needed it is there, as without the shortcut."""
    asked = [sys.executable, "-c", LATE, version]
    run = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True)
    assert json.loads(run.stdout) == [[is_loaded] * 2, [True, True], "fontTools.subset", "TypeError"]


def test_types_are_the_same_with_fewer_names() -> None:
    """The names that are declared and do not stand in a type do not change what it is; they stay declared."""
    from weasyprint.text.ffi import ffi  # type: ignore[import-untyped]  # noqa: PLC0415 - loaded behind the door

    made("alles", Language.DE)
    parse = type(ffi._parser)._parse  # noqa: SLF001 - what was shortened
    assert parse.__module__ == shortcuts.__name__
    (whole,) = [each.cell_contents for each in parse.__closure__ if callable(each.cell_contents)]
    said = ("PangoRectangle *", "PangoLayoutLine * [3]", "gboolean", "unsigned int", "char * (*)(PangoFont *, int)")
    before = dict(ffi._parser._declarations)  # noqa: SLF001 - as above
    few = [str(ffi._parser.parse_type(each)) for each in said]  # noqa: SLF001 - as above
    type(ffi._parser)._parse = whole  # noqa: SLF001 - as above
    try:
        assert [str(ffi._parser.parse_type(each)) for each in said] == few  # noqa: SLF001 - as above
    finally:
        type(ffi._parser)._parse = parse  # noqa: SLF001 - as above
    assert ffi._parser._declarations == before  # noqa: SLF001 - as above
    assert len(set(few)) == len(said)
