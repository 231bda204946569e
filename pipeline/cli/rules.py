"""``zweiblatt rules``: all rules, and which of them this publication applies.

In: nothing. Out: a table on stdout, in the language of messages.
"""

from __future__ import annotations

import json

import click

from ..check import RULES
from ..findings import Message
from ..report.explained import explained
from ..wording import say, translated
from .words import language

FORMATS = ("text", "json", "markdown")
MADE = Message(
    "Made by `zweiblatt rules --format markdown`; `zweiblatt explain RULE` shows one rule on the command line."
)
"""The beginning of the page of rules."""


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="How the rules are listed.")
def command(form: str) -> None:
    """List all rules with their severities."""
    if form == "json":
        click.echo(json.dumps([_value(place) for place in range(len(RULES))], ensure_ascii=False, indent=2))
    elif form == "markdown":
        click.echo(markdown(language()), nl=False)
    else:
        width = max(len(rule.name) for rule in RULES)
        for rule in RULES:
            click.echo(f"{rule.name:<{width}}  {rule.severity.label:<7}  {translated(rule.summary, language())}")


def markdown(language: str) -> str:
    """The page ``docs/rules.md`` and its German sister: every rule with its explanation."""
    head = [f"# {say(Message('Rules'), language)}", "", say(MADE, language), ""]
    families = sorted({rule.family for rule in RULES})
    for family in families:
        head += [f"- [{family}](#{family}): " + ", ".join(_link(rule.name) for rule in RULES if rule.family == family)]
    body = []
    for family in families:
        body += ["", f"## {family}"]
        for rule in RULES:
            if rule.family == family:
                body += ["", f"### {rule.name}", "", f"*{rule.severity.label}.* {explained(rule, language)}"]
    return "\n".join((*head, *body)) + "\n"


def _link(name: str) -> str:
    """A link as GitHub makes its anchors: in lower case, without strokes."""
    return f"[{name.partition('/')[2]}](#{name.replace('/', '')})"


def _value(place: int) -> dict[str, str]:
    rule = RULES[place]
    return {
        "rule": rule.name,
        "severity": rule.severity.label,
        "scope": rule.scope.lower(),
        "summary": translated(rule.summary, language()),
        "explanation": explained(rule, language()),
    }
