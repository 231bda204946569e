"""check/code.py: what differs in code although nobody would translate it."""

from __future__ import annotations

import pytest

from pipeline.check.compared.code import contained, difference


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("apt install git  # als root\n", "apt install git  # as root\n"),
        ("# Paket\napt update\n", "# package\napt update\n"),
        ("# apt update\n", "$ apt update\n"),
        ('echo "Hallo Welt"\n', 'echo "Hello world"\n'),
        ("ssh <benutzer>@<server>\n", "ssh <user>@<server>\n"),
        ("mkdir /home/meinordner\n", "mkdir /home/myfolder\n"),
        ("sudo groupadd meinegruppe\n", "sudo groupadd mygroup\n"),
        ("init   MMS einstellen\n", "init   configure the MMS\n"),
        ("qemu -k de -boot d\n", "qemu -k en-us -boot d\n"),
        ("a\n\n  b\n", "a\nb\n"),
        ("ssh 10.0.0.2\n...\nLast login: today\n", "ssh 10.0.0.2\nWelcome to Linux 6\n...\nLast login: today\n"),
        ("ssh 10.0.0.2\n…\n", "ssh 10.0.0.2\nWelcome to Linux 6\n"),
        ("ssh-rsa AAA== anna@example\n", "ssh-rsa AAA== user@example\n"),
    ],
)
def test_what_may_be_translated(german: str, english: str) -> None:
    """Comments, prompts, strings, place-holders, names, prose and white space make no difference."""
    assert difference(english, german) is None


@pytest.mark.parametrize(
    ("german", "english", "words"),
    [
        ("apt install git\n", "apt install gti\n", ("gti", "git")),
        ("inet statisch\n", "inet static\n", ("static", "statisch")),
        ("make\nmake install\n", "make\n", ("", "make install")),
        ("make\n", "make\nmake install\n", ("make install", "")),
        ("-j DNAT --an 10.0.0.1\n", "-j DNAT --to 10.0.0.1\n", ("--to 10.0.0.1", "--an 10.0.0.1")),
        ("# a\nx = 1\n# b\ny = 2\n", "# a\nx = 1\n# b\n", ("", "y = 2")),
        ("ssh 10.0.0.2\nid\n...\nexit\n", "ssh 10.0.0.2\nid\n...\nreboot\nexit\nlogin\n", ("login", "")),
        ("ssh anna@example.org\n", "ssh user@example.com\n", ("…@example.com", "…@example.org")),
    ],
)
def test_what_must_not_differ(german: str, english: str, words: tuple[str, str]) -> None:
    """Another command, a translated keyword, a line that is lost: the first words that differ, English first."""
    assert difference(english, german) == words


def test_code_in_a_sentence() -> None:
    """Code that stands in the text is not missing."""
    assert contained("make  install\n", "Start it with make install.")
    assert not contained("make install\n", "Start it.")
