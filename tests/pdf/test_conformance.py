"""veraPDF, the reference validator, accepts every PDF as PDF/UA-1 and as PDF/A-3a.

``nox -s pdf_conformance`` brings it by Maven and says where in ZWEIBLATT_VERAPDF; without it these tests skip.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from pipeline.model import Language
from tests.pdf.manuscripts import BODIES

JARS = os.environ.get("ZWEIBLATT_VERAPDF", "")
pytestmark = pytest.mark.skipif(not JARS, reason="veraPDF is not here: nox -s pdf_conformance brings it (Java, Maven)")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The PDFs of all manuscripts, and of some in both languages."""
    from tests.pdf.making import made  # noqa: PLC0415 - needs Pango, which a machine without veraPDF may lack
    from tests.pdf.test_parallel import NAMES, both  # noqa: PLC0415 - as above

    place = tmp_path_factory.mktemp("pdf")
    for number, name in enumerate(BODIES):
        (place / f"{name}.pdf").write_bytes(made(name, (Language.DE, Language.EN)[number % 2]).data)
    for name in NAMES:
        (place / f"{name}.both.pdf").write_bytes(both(name).data)
    return place


@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_every_manuscript_conforms(folder: Path, profile: str) -> None:
    """All of them in one start of Java."""
    lines = _judged(folder, profile)
    assert [line for line in lines if not line.startswith("PASS")] == []
    assert len(lines) == len(list(folder.glob("*.pdf"))) > len(BODIES)


def test_verapdf_agrees_on_files_broken_on_purpose(tmp_path: Path) -> None:
    """What our own checks find, the reference validator refuses too, as one profile or the other."""
    from tests.pdf.broken import SEEN_BY_ALL, broken  # noqa: PLC0415 - needs Pango
    from tests.pdf.broken_inside import INSIDE  # noqa: PLC0415 - as above

    for damage in (*SEEN_BY_ALL, *INSIDE):
        (tmp_path / f"{damage.__name__}.pdf").write_bytes(broken(damage))
    refused = {
        Path(line.split(" ")[1]).stem
        for profile in ("ua1", "3a")
        for line in _judged(tmp_path, profile)
        if line.startswith("FAIL")
    }
    assert refused == {damage.__name__ for damage in (*SEEN_BY_ALL, *INSIDE)}


def _judged(folder: Path, profile: str) -> list[str]:
    """The lines of veraPDF on the files of a folder, in one start of Java."""
    program = ["java", "-cp", f"{JARS}/*", "org.verapdf.apps.GreenfieldCliWrapper"]
    command = [*program, "-f", profile, "--format", "text", "-v", *map(str, sorted(folder.glob("*.pdf")))]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
    return [line for line in done.stdout.splitlines() if line.startswith(("PASS", "FAIL", "  FAIL"))]
