"""``zweiblatt newsletter``: files, digests, and what is refused."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .small import ARTICLE, SETTINGS

if TYPE_CHECKING:
    from collections.abc import Callable

    from .small import Done


def german_text(project: Path) -> str:
    """The text part of the German digest."""
    return (project / "output/newsletter/digest-2025-02-21.de.txt").read_text("utf-8")


def test_files(run: Callable[..., Done], project: Path) -> None:
    """A story gives three files and a preview in each language; their paths are the data of the command."""
    done = run("eins")
    assert done.returncode == 0, done.stderr
    assert [line.removeprefix("output/newsletter/") for line in done.stdout.splitlines()] == [
        file
        for name in ("schoene-gruesse.de", "greetings.en")
        for file in (*(f"{name}.{suffix}" for suffix in ("html", "txt", "eml")), f"preview/{name}.html")
    ]
    assert all((project / line).is_file() for line in done.stdout.splitlines())


def test_edition_stays_whole(run: Callable[..., Done], project: Path) -> None:
    """What the command adds is part of the edition: a second call keeps it, and a folder of others is refused."""
    assert run("eins").returncode == 0
    assert run("--since", "2025-02-20").returncode == 0
    assert (project / "output/newsletter/greetings.en.eml").is_file()
    assert "newsletter/digest-2025-02-21.de.eml" in (project / "output/report/manifest.json").read_text("utf-8")
    (project / "other").mkdir()
    (project / "other" / "precious.txt").write_text("mine", "utf-8")
    assert run("eins", "--out", "other").returncode == 3
    assert [path.name for path in (project / "other").iterdir()] == ["precious.txt"]


def test_mails_of_a_build_go_with_their_story(run: Callable[..., Done], project: Path) -> None:
    """A mail as a build makes it belongs to its story, and goes with it; a digest, another form and a draft's stay."""
    draft = ARTICLE.format(title="Entwurf", day="19", slug="entwurf", text="Ein Gruß.").replace(
        "kind: note", "kind: note\ndraft: true\ntranslate: later"
    )
    (project / "content/de/drei.md").write_text(draft, "utf-8")
    for arguments in (("zwei",), ("zwei", "--form", "teaser"), ("drei",), ("--since", "2025-02-20")):
        assert run(*arguments).returncode == 0
    (project / "content/de/zwei.md").unlink()
    (project / "content/de/drei.md").unlink()
    assert run("--only", "newsletter", command="build").returncode == 0
    left = {path.name for path in (project / "output/newsletter").glob("*.de.txt")}
    assert left == {
        "schoene-gruesse.de.txt",
        "nur-auf-deutsch.teaser.de.txt",
        "entwurf.de.txt",
        "digest-2025-02-21.de.txt",
    }


def test_form_and_profile(run: Callable[..., Done], project: Path) -> None:
    """Another form and a service have their names in the file's; a service gets the two parts."""
    done = run("content/de/eins.md", "--form", "teaser", "--profile", "mailchimp", "--language", "de")
    assert [Path(line).name for line in done.stdout.splitlines()] == [
        "schoene-gruesse.teaser.mailchimp.de.html",
        "schoene-gruesse.teaser.mailchimp.de.txt",
        "schoene-gruesse.teaser.mailchimp.de.html",
    ]
    html = (project / "output/newsletter/schoene-gruesse.teaser.mailchimp.de.html").read_text("utf-8")
    assert html.count("*|UNSUB|*") == 1
    assert 'href="*|UNSUB|*"' in html
    assert "{{" not in html


def test_digest_names_what_it_leaves_out(run: Callable[..., Done], project: Path) -> None:
    """A digest in English says, to the editor and to the reader, which story has no translation."""
    done = run("--since", "2025-02-20")
    assert done.returncode == 0, done.stderr
    assert "not in the mail (en): “Nur auf Deutsch” has no translation" in done.stderr
    text = (project / "output/newsletter/digest-2025-02-20.en.txt").read_text("utf-8")
    assert "Not in this mail" in text
    assert "- Nur auf Deutsch <https://zweiblatt.example.org/de/nur-auf-deutsch/>" in text
    assert "Impressum: https://zweiblatt.example.org/de/imprint-de/" in german_text(project)
    assert "Nur auf Deutsch\n---------------" in german_text(project)
    assert "Noch ein Gruß." in german_text(project)


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("eins", "--send", "smtp://127.0.0.1:1", "--to", "a@b.org"), 3, "127.0.0.1:1 did not take the mail"),
        (("eins", "--send", "smtp://127.0.0.1"), 2, "--send and --to belong together"),
        (("eins", "--send", "http://x", "--to", "a@b.org"), 2, "--send takes smtp://host:port"),
        (("einz",), 2, "there is no story “einz”; did you mean “eins”?"),
        ((), 2, "name a story or several, or say --since"),
        (("eins", "--language", "de,fr"), 2, "--language: “fr” is none of de, en"),
        (("--since", "gestern"), 2, "“gestern” is no date such as 2025-02-22"),
        (("--since", "2030-01-01"), 2, "no story was published or changed since 2030-01-01"),
        (("imprint",), 2, "no story can be sent: imprint"),
        (("zwei", "--language", "en"), 2, "nothing can be sent in en"),
        (("eins", "--send", "smtp://127.0.0.1:1", "--to", "a@b.org\nBcc: c@d.org"), 2, "--to takes one address"),
        (("eins", "--send", "smtp://127.0.0.1:1", "--to", "a@b.org, c@d.org"), 2, "--to takes one address"),
        (("eins", "--send", "smtp://127.0.0.1:1", "--to", "jürgen@b.org"), 2, "--to takes one address"),
        (("eins", "--send", "smtp://127.0.0.1:1", "--to", ""), 2, "--to takes one address"),
        (("eins", "--send", "smtp://127.0.0.1:1", "--to", "a@b.org"), 3, "look at host and port of --send"),
        (("eins", "--send", "smtp://127.0.0.1:70000", "--to", "a@b.org"), 2, "--send takes smtp://host:port"),
    ],
)
def test_refused(run: Callable[..., Done], arguments: tuple[str, ...], code: int, said: str) -> None:
    """What cannot be done is said in a line, with the exit code of its kind."""
    done = run(*arguments)
    assert (done.returncode, said in done.stderr, "Traceback" in done.stderr) == (code, True, False), done.stderr


def test_missing_settings(run: Callable[..., Done], project: Path) -> None:
    """Every legal setting that is missing is named, and nothing is made."""
    text = SETTINGS.replace('address = ["Beispielstraße 1", "12345 Musterstadt"]', "")
    (project / "zweiblatt.toml").write_text(text.replace('unsubscribe = "', '#"'), "utf-8")
    done = run("eins")
    assert done.returncode == 2
    assert "the newsletter needs “publication.address”" in done.stderr
    assert "the newsletter needs “newsletter.unsubscribe”" in done.stderr
    assert not (project / "output").exists()


def test_page_of_the_law_in_one_language(run: Callable[..., Done], project: Path) -> None:
    """Where the imprint is in German alone, the English mail links to that; where it is nowhere, nothing is made."""
    assert run("eins", "--language", "en").returncode == 0
    html = (project / "output/newsletter/greetings.en.html").read_text("utf-8")
    assert 'href="https://zweiblatt.example.org/de/imprint-de/"' in html
    assert "/en/imprint" not in html
    (project / "zweiblatt.toml").write_text(SETTINGS.replace('imprint = "imprint"', 'imprint = "fehlt"'), "utf-8")
    done = run("eins")
    assert done.returncode == 1
    assert "there is no story “fehlt” for the page “imprint”" in done.stderr


def test_fault_of_the_translation_alone(run: Callable[..., Done], project: Path) -> None:
    """A fault of the translation keeps the original's mail from nobody; one of the original keeps both back."""
    for language, codes in (("en", (0, 1)), ("de", (1, 1))):
        path = project / "content" / language / "eins.md"
        was = path.read_text("utf-8")
        path.write_text(was.replace("#OpenSource", "#OpenSource #2025"), "utf-8")
        assert tuple(run("eins", "--language", each).returncode for each in ("de", "en")) == codes
        path.write_text(was, "utf-8")


def test_story_with_errors(run: Callable[..., Done], project: Path) -> None:
    """No mail is made of a story that the checks forbid to publish."""
    path = project / "content" / "en" / "eins.md"
    path.write_text(path.read_text("utf-8").replace("#OpenSource", "## Extra\n\nMore.\n\n#OpenSource"), "utf-8")
    done = run("eins")
    assert done.returncode == 1
    assert "content/en/eins.md" in done.stderr
    assert not (project / "output").exists()
