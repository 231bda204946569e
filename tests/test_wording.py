"""Messages are there in German and in English, whole, with the same arguments."""

from __future__ import annotations

import string

import pytest

from pipeline.findings import Message
from pipeline.wording import of_file, say
from tests.messages import catalogue, extracted


def test_catalogue_has_exactly_the_messages() -> None:
    """The German catalogue has every message of the program, translated, and no other."""
    entries = {str(entry.id): entry for entry in catalogue() if entry.id}
    assert sorted(set(extracted()) - set(entries)) == [], "run python -m tests.messages, and translate"
    assert sorted(set(entries) - set(extracted())) == []
    assert [name for name, entry in entries.items() if not entry.string or entry.fuzzy] == []


def test_arguments_are_the_same() -> None:
    """A translation uses the arguments of its template, and none that it lacks."""
    for entry in catalogue():
        if entry.id:
            assert _names(str(entry.string)) <= _names(str(entry.id)), entry.id


@pytest.mark.parametrize(("language", "said"), [("en", "for comparison"), ("de", "zum Vergleich")])
def test_say(language: str, said: str) -> None:
    """A message is said in the language that was asked for."""
    assert say(Message("for comparison"), language) == said


def test_a_language_bends_in_german() -> None:
    """A number stands as it does “im Deutschen”, not in the form of „Deutsch“."""
    template = "“{number}” is written in the {language} form: write “{right}”"
    message = Message(template, (("language", "German"), ("number", "1.500,5"), ("right", "1,500.5")))
    assert say(message, "de") == "„1.500,5“ ist geschrieben wie im Deutschen: „1,500.5“ schreiben"


def test_what_a_file_could_not_be_made_of() -> None:
    """The file stands before what was wrong with it, which is said in the language of messages."""
    wrong = Message("the theme has no file {name}", (("name", "a.css"),))
    assert say(of_file("a/{x}.html", wrong), "en") == "a/{x}.html: the theme has no file a.css"
    assert say(of_file("a/{x}.html", wrong), "de") == "a/{x}.html: die Gestaltung hat keine Datei a.css"


def test_braces_of_an_article_are_text() -> None:
    """What an article brings into a message is never taken for a template."""
    message = Message("no counterpart to “{heading}”", (("heading", "{x} {0.__class__}"),))
    assert say(message, "en") == "no counterpart to “{x} {0.__class__}”"


def _names(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}
