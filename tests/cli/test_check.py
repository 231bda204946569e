"""``zweiblatt check`` as an editor and a CI server call it: on real files, with real exit codes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.cli.check import command
from pipeline.cli.trouble import explain
from pipeline.report import FORMATS
from tests.stories import manuscript

DE = "Ein Anfang ohne Zahlen.\n\n## Erster Punkt {#one}\n\n- Häuser\n- Bäume\n\n## Letzter Punkt {#two}\n\nEnde gut.\n"
EN = "A start without figures.\n\n## First point {#one}\n\n- houses\n- trees\n\n## Last point {#two}\n\nAll well.\n"
LOST = EN.replace("- trees\n", "")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one good story and one whose English list lost an item; the working folder."""
    (tmp_path / "zweiblatt.toml").write_text("[check]\nselect = ['parity', 'suppression', 'stub', 'story', 'markup']\n")
    for name, en in (("good", EN), ("bad", LOST)):
        for language, text in (("de", DE), ("en", en)):
            path = tmp_path / "content" / language / f"{name}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(manuscript(text), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1741600000")
    for name in ("GITHUB_STEP_SUMMARY", "LANG", "LC_ALL", "LC_MESSAGES", "ZWEIBLATT_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def run(*arguments: str, given: str | None = None) -> tuple[int, str, str]:
    """Exit code, stdout and stderr of ``zweiblatt check``."""
    result = CliRunner().invoke(command, arguments, input=given, standalone_mode=False)
    code = explain(result.exception) if result.exception else result.return_value
    return code, result.stdout, result.stderr


def rules(*arguments: str) -> list[str]:
    """The rules of what is found."""
    return [json.loads(line)["rule"] for line in run(*arguments, "--output-format", "json-lines")[1].splitlines()]


def english(project: Path, name: str = "bad") -> Path:
    """The English manuscript of a story."""
    return project / "content" / "en" / f"{name}.md"


def test_finding(project: Path) -> None:  # noqa: ARG001 - the folder to stand in
    """A finding is a line with both places; the exit code is 1."""
    code, out, err = run()
    assert code == 1
    assert out.startswith("content/en/bad.md:10:1: error parity/list-shape: ")
    assert "(content/de/bad.md:" in out
    assert err == "1 error in 2 stories\n"


def test_clean(project: Path) -> None:
    """Where nothing is found, nothing is printed, and the exit code is 0."""
    english(project).write_text(manuscript(EN), encoding="utf-8")
    assert run() == (0, "", "no findings in 2 stories\n")


@pytest.mark.parametrize("path", ["content/de/bad.md", "content/en/bad.md", "bad", "content/en", "."])
def test_paths(project: Path, path: str) -> None:  # noqa: ARG001 - the folder to stand in
    """A path of one language brings its counterpart along; folders and names of stories do as well."""
    assert rules(path) == ["parity/list-shape"]


def test_other_paths(project: Path) -> None:  # noqa: ARG001 - the folder to stand in
    """A story that was not asked for is not looked at; a path that is not there is an error."""
    assert rules("content/de/good.md") == []
    assert run("content/de/none.md")[0] == 2


def test_below_the_root(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a folder of the project paths count from there, and are shown from the root."""
    monkeypatch.chdir(project / "content" / "en")
    assert run("bad.md")[1].startswith("content/en/bad.md:")


def test_no_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Outside of a project the message says what is missing, and the exit code is 2."""
    monkeypatch.chdir(tmp_path)
    assert run()[0] == 2
    assert "no zweiblatt.toml in" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--ignore", "parity/list-shape"), 0),
        (("--ignore", "parity"), 0),
        (("--select", "parity/table-shape,story"), 0),
        (("--select", "parity/*"), 1),
        (("--exit-zero",), 0),
        (("--select", "nonsense"), 2),
        (("--ignore", "parity/list-shap"), 2),
        (("--output-format", "yaml"), 2),
        (("--shard", "0/2"), 2),
        (("--changed-since", "HEAD"), 2),
    ],
)
def test_exit_codes(project: Path, arguments: tuple[str, ...], code: int) -> None:  # noqa: ARG001
    """0 clean, 1 findings, 2 what cannot be understood."""
    assert run(*arguments)[0] == code


def test_severities(project: Path) -> None:
    """``--fail-on`` decides the exit code, ``--min-severity`` what is shown; a failing finding is always shown."""
    comment = "<!-- allow parity/table-shape: none -->\n- houses"
    english(project).write_text(manuscript(EN.replace("- houses", comment)), encoding="utf-8")
    assert run()[0] == 0
    assert rules() == ["suppression/unused"]
    assert rules("--min-severity", "error") == []
    assert run("--fail-on", "warning")[0] == 1
    assert rules("--fail-on", "warning", "--min-severity", "error") == ["suppression/unused"]


def test_formats_and_files(project: Path) -> None:
    """Several formats in one run: each to its file, or to stdout."""
    _, out, _ = run("--output-format", "sarif=reports/a.sarif", "--output-format", "concise")
    assert out.startswith("content/en/bad.md:")
    assert json.loads((project / "reports" / "a.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"


def test_github_summary(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a job of GitHub the table goes into its summary."""
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(project / "summary.md"))
    assert run("--output-format", "github")[1].startswith("::error title=parity/list-shape,")
    assert "parity/list-shape" in (project / "summary.md").read_text(encoding="utf-8")


def test_statistics(project: Path) -> None:  # noqa: ARG001 - the folder to stand in
    """How often each rule was met."""
    assert run("--statistics")[1].startswith("     1  error parity/list-shape  ")


def test_baseline(project: Path) -> None:
    """What the baseline knows is not shown again, even after lines were inserted; new faults are."""
    assert run("--baseline", "known.json")[0] == 0
    text = manuscript(LOST.replace("## First", "One more sentence.\n\n## First"))
    english(project).write_text(text, encoding="utf-8")
    german = project / "content" / "de" / "bad.md"
    german.write_text(manuscript(DE.replace("## Erster", "Noch ein Satz.\n\n## Erster")), encoding="utf-8")
    assert run("--baseline", "known.json")[:2] == (0, "")
    english(project, "good").write_text(manuscript(LOST), encoding="utf-8")
    assert run("--baseline", "known.json")[1].startswith("content/en/good.md:")
    assert run("--baseline", "zweiblatt.toml")[0] == 2


def test_add_ignore(project: Path) -> None:
    """A comment before each finding: afterwards nothing is found, and nothing else has changed."""
    before = english(project).read_text(encoding="utf-8")
    assert run("--add-ignore", "from the archive -->")[0] == 0
    after = english(project).read_text(encoding="utf-8")
    assert after.replace("<!-- allow parity/list-shape: from the archive –› -->\n", "") == before
    assert rules() == []


@pytest.mark.skipif(not shutil.which("git"), reason="git is not here")
def test_changed_since(project: Path) -> None:
    """Only stories with a manuscript that differs from a commit, committed or not; all of them if settings differ."""
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "x"]):
        identity = ["-c", "user.name=n", "-c", "user.email=n@example.org"]
        subprocess.run(["git", *identity, *arguments], cwd=project, check=True)
    assert rules("--changed-since", "HEAD") == []
    english(project).write_text(manuscript(LOST + "\nMore.\n"), encoding="utf-8")
    assert "parity/list-shape" in rules("--changed-since", "HEAD")
    assert run("--changed-since", "--output=x")[0] == 2
    english(project).write_text(manuscript(LOST), encoding="utf-8")
    (project / "hashtags.toml").write_text("", encoding="utf-8")
    assert rules("--changed-since", "HEAD") == ["parity/list-shape"]


def test_shards(project: Path) -> None:  # noqa: ARG001 - the folder to stand in
    """The shards together find what the whole finds, once."""
    assert [*rules("--shard", "1/3"), *rules("--shard", "2/3"), *rules("--shard", "3/3")] == rules()


def test_standard_input(project: Path) -> None:
    """A manuscript from standard input stands for its file: an editor checks what is not saved yet."""
    code, out, _ = run("--stdin-filename", "content/en/bad.md", given=manuscript(EN))
    assert (code, out) == (0, "")
    code, out, _ = run("--stdin-filename", "content/en/good.md", given=manuscript(LOST))
    assert out.startswith("content/en/good.md:")
    assert english(project, "good").read_text(encoding="utf-8") == manuscript(EN)


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


def test_twenty_faults_in_twenty_files(project: Path) -> None:
    """Twenty faults in twenty files are twenty findings, in a stable order; an unreadable file hides none."""
    for number in range(20):
        for language, text in (("de", DE), ("en", LOST)):
            path = project / "content" / language / f"story-{number:02}.md"
            path.write_text(manuscript(text), encoding="utf-8")
    (project / "content" / "en" / "story-03.md").write_bytes(b"\xff\xfe\x00")
    found = [json.loads(line) for line in run("--output-format", "json-lines")[1].splitlines()]
    lists = [each["path"] for each in found if each["rule"] == "parity/list-shape"]
    assert lists == ["content/en/bad.md"] + [f"content/en/story-{n:02}.md" for n in range(20) if n != 3]
    assert any(each["path"] == "content/en/story-03.md" for each in found)


def test_german(project: Path) -> None:  # noqa: ARG001 - the folder to stand in
    """Messages come in German when they are asked for."""
    done = subprocess.run(
        [sys.executable, "-m", "pipeline", "check", "--messages", "de"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr == "1 Fehler in 2 Beiträgen\n"


HEAVY = (
    "weasyprint",
    "jinja2",
    "rich",
    "PIL",
    "py3langid",
    "babel",
    "markdown",
    "yaml",
    "pipeline.check",
    "pipeline.read",
)


def loaded() -> list[str]:
    """What a check loads of the heavy modules."""
    code = (
        "import sys\nfrom pipeline.cli.check import command\ncommand.main([], standalone_mode=False)\n"
        f"print(*[name for name in {HEAVY} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.splitlines()[-1].split()


def test_what_is_loaded(project: Path) -> None:  # noqa: ARG001 - the folder to stand in
    """Checking needs no WeasyPrint, Jinja or terminal library; where nothing changed, no reader and no rule."""
    assert not set(loaded()) & {"weasyprint", "jinja2", "rich", "PIL", "py3langid"}
    assert loaded() == []


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


def test_odd_names(project: Path) -> None:
    """Names that are no UTF-8 or hold a line break are shown as escapes, in every format."""
    folder = os.fsencode(project / "content" / "de")
    for name in (b"\xff.md", b"a\nb.md", b"\x1b[31m.md"):
        Path(os.fsdecode(folder + b"/" + name)).write_text(manuscript(DE), encoding="utf-8")
    formats = [part for name in FORMATS for part in ("--output-format", f"{name}=reports/{name}")]
    done = subprocess.run(
        [sys.executable, "-m", "pipeline", "check", "--output-format", "concise", *formats],
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1, done.stderr
    for text in (done.stdout, *((project / "reports" / name).read_bytes() for name in FORMATS)):
        assert b"\x1b" not in text
        text.decode("utf-8")


def test_no_manuscript(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A project without manuscripts is an error: a check that looks at nothing must not look clean."""
    (tmp_path / "zweiblatt.toml").touch()
    monkeypatch.chdir(tmp_path)
    assert run()[0] == 2
    assert "there is no manuscript in content/de/, content/en/" in capsys.readouterr().err
