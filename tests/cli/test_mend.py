"""``--fix``, ``--diff``, ``--add-ignore``: manuscripts changed on real files."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.stories import manuscript

from .small import DE, EN, LOST, english, rules, run

if TYPE_CHECKING:
    from pathlib import Path


def test_fix_writes_a_stub(project: Path) -> None:
    """``--fix`` writes a stub for a missing section, keeps line ends and mark, and leaves an error."""
    gone = manuscript(EN.partition("## Last")[0])
    english(project).write_bytes(b"\xef\xbb\xbf" + gone.replace("\n", "\r\n").encode())
    assert rules() == ["parity/missing-section"]
    _, out, err = run("--diff")
    assert "+## Letzter Punkt {#two}" in out
    assert "can be repaired: 1" in err
    assert rules("--fix") == ["stub/unfilled"]
    data = english(project).read_bytes()
    assert data.startswith(b"\xef\xbb\xbf---\r\n")
    assert data.count(b"\n") == data.count(b"\r\n")
    assert "## Letzter Punkt {#two}" in data.decode()
    assert not list(english(project).parent.glob(".zweiblatt*"))


def test_fix_repairs_a_number(project: Path) -> None:
    """A safe repair changes its characters and no others; what remains is shown."""
    german = project / "content" / "de" / "good.md"
    german.write_text(manuscript(DE + "\nEs waren 3,5 Millionen Euro.\n"), encoding="utf-8")
    before = manuscript(EN + "\nIt was 3,5 million euros.\n")
    english(project, "good").write_text(before, encoding="utf-8")
    assert "numbers/wrong-format" in rules("--select", "numbers")
    assert rules("--select", "numbers", "--fix") == []
    assert english(project, "good").read_text(encoding="utf-8") == before.replace("3,5", "3.5")


def test_fix_leaves_a_file_it_cannot_write(project: Path) -> None:
    """A folder that cannot be written is named; the manuscript stands as it was."""
    gone = manuscript(EN.partition("## Last")[0])
    english(project).write_text(gone, encoding="utf-8")
    folder = english(project).parent
    folder.chmod(0o500)
    try:
        code = run("--fix")[0]
    finally:
        folder.chmod(0o700)
    assert code in {1, 3}  # root may write everywhere
    if code == 3:
        assert english(project).read_text(encoding="utf-8") == gone


def test_add_ignore(project: Path) -> None:
    """A comment before each finding: afterwards nothing is found, and nothing else has changed."""
    before = english(project).read_text(encoding="utf-8")
    assert run("--add-ignore", "from the archive -->")[0] == 0
    after = english(project).read_text(encoding="utf-8")
    assert after.replace("<!-- allow parity/list-shape: from the archive –› -->\n", "") == before
    assert rules() == []


GONE = EN.partition("## First")[0]


def test_stubs_stand_in_the_originals_order_and_once(project: Path) -> None:
    """All that is missing at one place is written in the original's order; a second run finds nothing to repair."""
    english(project).write_text(manuscript(GONE), encoding="utf-8")
    assert "repaired: 2" in run("--fix")[2]
    once = english(project).read_text(encoding="utf-8")
    assert once.index("## Erster Punkt") < once.index("## Letzter Punkt")
    assert "repaired: 0" in run("--fix")[2]
    assert english(project).read_text(encoding="utf-8") == once


def test_stubs_of_sections_without_ids(project: Path) -> None:
    """A stub answers the section that it stands for by its heading, however long that section is."""
    long = "Die Stadt hat 2.400 Bäume gepflanzt, und das Amt gießt sie jede Woche. " * 9
    body = "".join(f"\n## Kapitel über {name}\n\n{long}\n" for name in ("Bäume", "Brücken", "Wege"))
    german = project / "content" / "de" / "bad.md"
    german.write_text(manuscript(f"Anfang.\n{body}"), encoding="utf-8")
    english(project).write_text(manuscript("Beginning.\n"), encoding="utf-8")
    assert rules("--fix").count("stub/unfilled") == 3
    assert english(project).read_text(encoding="utf-8").count("⟦stub⟧") == 3
    assert "repaired: 0" in run("--fix")[2]


@pytest.mark.skipif(not shutil.which("git"), reason="git is not here")
@pytest.mark.parametrize("name", ["bad", "b ad", "bäd"])
@pytest.mark.parametrize("end", ["\n", "", "\r\n"])
def test_git_applies_the_difference(project: Path, name: str, end: str) -> None:
    """What ``--diff`` shows is what ``--fix`` writes, and Git applies it, whatever the line ends and names."""
    text = manuscript(GONE).rstrip("\n").replace("\n", end or "\n") + end
    for language in ("de", "en"):
        (project / "content" / language / "bad.md").rename(project / "content" / language / f"{name}.md")
    english(project, name).write_bytes(text.encode())
    command = [sys.executable, "-m", "pipeline", "check", "--diff"]
    done = subprocess.run(command, cwd=project, capture_output=True, check=False)
    (project / "fix.diff").write_bytes(done.stdout)
    subprocess.run(["git", "apply", "--unsafe-paths", "fix.diff"], cwd=project, check=True)
    applied = english(project, name).read_bytes()
    english(project, name).write_bytes(text.encode())
    run("--fix")
    assert applied == english(project, name).read_bytes() != text.encode()


def test_forms_are_kept(project: Path) -> None:
    """Line ends of both kinds, a mark at the beginning, letters in two parts, permissions: nothing else changes."""
    german = project / "content" / "de" / "good.md"
    german.write_text(manuscript(DE + "\nEs waren 3,5 Millionen Euro.\n"), encoding="utf-8")
    text = manuscript(EN + "\nIt was 3,5 million euros in Mu\u0308nster.\n").replace("\n", "\r\n")
    data = b"\xef\xbb\xbf" + text.replace("houses\r\n", "houses\n").encode()
    english(project, "good").write_bytes(data)
    english(project, "good").chmod(0o640)
    run("--select", "numbers", "--fix")
    assert english(project, "good").read_bytes() == data.replace(b"3,5", b"3.5")
    assert english(project, "good").stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link(project: Path) -> None:
    """What a link leads to is repaired; the link stays one."""
    place = project / "elsewhere.md"
    place.write_text(manuscript(GONE), encoding="utf-8")
    english(project).unlink()
    english(project).symlink_to(place)
    assert "repaired: 2" in run("--fix")[2]
    assert english(project).is_symlink()
    assert "⟦stub⟧" in place.read_text(encoding="utf-8")


def test_what_is_protected_stays(project: Path) -> None:
    """Code, addresses, quoted German, titles of sources and front matter are no place for repairs."""
    kept = (
        "Run `cut -d 3,5` now; see [there](https://www.example.org/3,5/„x“).\n\n"
        "```sh\necho „3,5“\n```\n\n> [„Es waren 3,5 Prozent“]{lang=de}\n"
    )
    for language in ("de", "en"):
        path = project / "content" / language / "good.md"
        path.write_text(manuscript(kept).replace("title:", "description: „3,5“ \ntitle:"), encoding="utf-8")
    before = english(project, "good").read_bytes()
    run("--select", "numbers,style,language", "--fix", "good")
    assert english(project, "good").read_bytes() == before


def test_blank_lines_and_spaces(project: Path) -> None:
    """A blank line before a list and a space behind the marks of a heading are put in, and nothing else."""
    for language, text in (("de", DE), ("en", EN)):
        path = project / "content" / language / "good.md"
        path.write_text(manuscript(text.replace("}\n\n- ", "}\n\nx\n- ").replace("## ", "##")), encoding="utf-8")
    run("--fix", "good")
    wanted = manuscript(EN.replace("}\n\n- ", "}\n\nx\n\n- "))
    assert english(project, "good").read_text(encoding="utf-8") == wanted


def test_standard_input_is_repaired_to_standard_output(project: Path) -> None:
    """An editor gets its text back repaired, and findings beside it; no file changes."""
    before = {path: path.read_bytes() for path in project.glob("content/*/*.md")}
    code, out, err = run("--stdin-filename", "content/en/bad.md", "--fix", given=manuscript(GONE))
    assert code == 1
    assert out.startswith(manuscript(GONE))
    assert out.count("⟦stub⟧") == 2
    assert "stub/unfilled" in err
    assert run("--stdin-filename", "content/en/bad.md", "--fix", given=manuscript(EN))[1] == manuscript(EN)
    assert "+⟦stub⟧" in run("--stdin-filename", "content/en/bad.md", "--diff", given=manuscript(GONE))[1]
    allowed = run("--stdin-filename", "content/en/bad.md", "--add-ignore", "old", given=manuscript(LOST))[1]
    assert "<!-- allow parity/list-shape: old -->" in allowed
    assert {path: path.read_bytes() for path in project.glob("content/*/*.md")} == before


def test_a_file_that_is_no_utf_8_is_left_alone(project: Path) -> None:
    """What cannot be read without loss is never written."""
    data = manuscript(GONE).encode() + b"\xfc\n"
    english(project).write_bytes(data)
    run("--fix")
    assert english(project).read_bytes() == data
