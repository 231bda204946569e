"""``zweiblatt check`` as an editor and a CI server call it: on real files, with real exit codes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pipeline.report import FORMATS
from tests.stories import manuscript

from .small import DE, EN, LOST, english, rules, run


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


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("bat",), "there is no bat; did you mean bad?"),
        (("content/en/bat.md",), "there is no content/en/bat.md; did you mean content/en/bad.md?"),
        (("nowhere",), "there is no nowhere\n"),
        (("--output-format", "ful"), "there is no format “ful”; did you mean “full”?"),
        (("--output-format", "xyz"), "there is no format “xyz”; possible are full, concise, grouped, "),
        (("--output-format", "json="), "“json=” names no file behind the ="),
        (("--add-ignore", " "), "--add-ignore needs a reason"),
    ],
)
def test_what_is_meant(
    project: Path,  # noqa: ARG001 - the folder to stand in
    arguments: tuple[str, ...],
    said: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A name that is spelled wrongly is answered by the nearest one; what is empty is told."""
    assert run(*arguments)[0] == 2  # usage
    assert said in capsys.readouterr().err


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


def test_a_project_below_the_root_of_its_repository(project: Path) -> None:
    """Annotations name the path from the root of the repository; messages for people that from the project."""
    (project.parent / ".git").mkdir(exist_ok=True)
    try:
        found = run("--output-format", "github")[1]
    finally:
        (project.parent / ".git").rmdir()
    assert f",file={project.name}/content/en/bad.md," in found


def call(*arguments: str, **more: object) -> subprocess.CompletedProcess[str]:
    """The program in a process of its own."""
    return subprocess.run([sys.executable, "-m", "pipeline", "check", *arguments], text=True, check=False, **more)  # type: ignore[call-overload,no-any-return]


def test_colours(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001 - the folder to stand in
    """``FORCE_COLOR`` colours a pipe, ``NO_COLOR`` wins over it."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[1;31merror" in call(stdout=subprocess.PIPE).stdout
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in call(stdout=subprocess.PIPE).stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
def test_full_disk_and_closed_output(project: Path) -> None:  # noqa: ARG001 - the folder to stand in
    """A report that cannot be written is no fault of ours; a closed stdout is none at all."""
    with Path("/dev/full").open("w") as full:
        done = call(stdout=full, stderr=subprocess.PIPE)
    assert (done.returncode, done.stderr) == (3, "zweiblatt: the output cannot be written: No space left on device\n")
    command = f"{sys.executable} -m pipeline check >&-"
    assert subprocess.run(command, shell=True, check=False, capture_output=True).returncode == 1  # noqa: S602 - a shell closes it


def test_interrupted(project: Path) -> None:
    """Who interrupts a long check sees nothing but the end of it."""
    for number in range(90):
        for language, text in (("de", DE), ("en", EN)):
            path = project / "content" / language / f"story-{number:02}.md"
            path.write_text(manuscript(text + "\nEin Satz über Wege und Brücken steht hier.\n" * 400), encoding="utf-8")
    command = [sys.executable, "-m", "pipeline", "check"]
    started = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        # Tests in the background ignore it.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - no thread here holds a lock
    )
    workers, kept = Path(f"/proc/{started.pid}/task/{started.pid}/children"), project / ".zweiblatt"
    while not (workers.read_text("ascii") if workers.exists() else list(kept.glob("*"))):
        time.sleep(0.01)
    os.killpg(started.pid, signal.SIGINT)
    out, err = started.communicate(timeout=60)
    assert (started.returncode, out, err.strip()) == (130, b"", b"")


def test_patterns(project: Path) -> None:  # noqa: ARG001 - the folder to stand in
    """A pattern that no shell has expanded means the manuscripts that it matches."""
    assert rules("content/en/b*.md") == ["parity/list-shape"]
    assert run("content/en/x*.md")[0] == 2


def test_other_files_from_an_editor(project: Path) -> None:  # noqa: ARG001 - the folder to stand in
    """A file that is no manuscript is left out, saved or not: editors ask about whatever is open."""
    for name in ("README.md", "content/en/notes.txt", "content/fr/x.md", "content/en/_draft.md"):
        code, out, err = run("--stdin-filename", name, given="# Hello\n")
        assert (code, out) == (0, ""), name
        assert f"{name} is left out" in err
    said = run("--stdin-filename", "content/de/new.md", given=manuscript(DE))[1]
    assert "story/missing-translation" in said
