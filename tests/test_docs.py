"""The documentation names everything that there is: each rule, setting, command and option."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import get_type_hints

import pytest

from pipeline.check import RULES
from pipeline.cli.commands import COMMANDS
from pipeline.cli.rules import markdown
from pipeline.config import Settings

DOCS = Path(__file__).parent.parent / "docs"
HELP = re.compile(r"<!-- help (?P<name>[a-z]+) -->\n(?:```\n.*?```\n)?", re.DOTALL)
"""Where the help of a command stands."""
ASKING = """
import click, json
from pipeline.cli.commands import COMMANDS, command as program

WIDE = {"max_content_width": 100, "terminal_width": 100, "help_option_names": ["-h", "--help"]}

def help(name):
    command = program.get_command(click.Context(program), name)
    with click.Context(command, info_name=f"zweiblatt {name}", **WIDE) as context:
        return command.get_help(context)

print(json.dumps({name: help(name) for name in COMMANDS}))
"""
NAMES = Path(__file__).parent / "rules.txt"


@pytest.mark.parametrize(("name", "language"), [("rules.md", "en"), ("regeln.md", "de")])
def test_rules_page(accept: bool, name: str, language: str) -> None:  # noqa: FBT001 - a fixture
    """docs/rules.md and its German sister are what ``zweiblatt rules --format markdown`` prints."""
    page = DOCS / name
    if accept:
        page.write_text(markdown(language), encoding="utf-8")
    assert page.read_text(encoding="utf-8") == markdown(language)


def test_names_are_stable(accept: bool) -> None:  # noqa: FBT001 - a fixture
    """A rule keeps its name: comments and settings of publications hold it."""
    names = "".join(f"{rule.name}\n" for rule in RULES)
    if accept:
        NAMES.write_text(names, encoding="utf-8")
    assert NAMES.read_text(encoding="utf-8") == names


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_explanations(rule: object) -> None:
    """An explanation begins with a line, and says why it matters, shows a bad and a good case, and the repair."""
    text = getattr(rule, "explanation", "")
    assert text.partition("\n")[0].endswith(".")
    for heading in ("Why it matters:", "Bad:", "Good:", "Repair:"):
        assert heading in text, heading


def test_settings_page() -> None:
    """docs/settings.md has a row for each key."""
    page = (DOCS / "settings.md").read_text(encoding="utf-8")
    hints = get_type_hints(Settings)
    keys = {field.name for table in hints.values() if is_dataclass(table) for field in fields(table)}
    missing = {key for key in keys if f"| `{key.replace('_', '-')}` |" not in page}
    assert not missing


def test_commands_page(accept: bool) -> None:  # noqa: FBT001 - a fixture
    """docs/commands.md has the help of each command, as the command prints it."""
    page = DOCS / "commands.md"
    text = page.read_text(encoding="utf-8")
    made = HELP.sub(_help, text)
    if accept:
        page.write_text(made, encoding="utf-8")
    assert {found["name"] for found in HELP.finditer(text)} == set(COMMANDS)
    assert page.read_text(encoding="utf-8") == made


def _help(found: re.Match[str]) -> str:
    """A command's help behind its mark."""
    return f"<!-- help {found['name']} -->\n```\n{_helps()[found['name']]}\n```\n"


@cache
def _helps() -> dict[str, str]:
    """The help of each command, in a process of its own: click keeps what a command was first asked with."""
    told = subprocess.run([sys.executable, "-c", ASKING], capture_output=True, text=True, check=True)
    helps: dict[str, str] = json.loads(told.stdout)
    return helps
