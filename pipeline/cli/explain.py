"""``zweiblatt explain RULE``: why a rule is there, a bad and a good example, the repair.

In: the name of a rule or a family. Out: its explanation on stdout, in the language of messages.
"""

from __future__ import annotations

import click

from .. import toml
from ..check import RULES
from ..check.told.selection import means
from ..errors import UsageError
from ..findings import Message
from ..report.explained import explained
from .words import language


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("rule")
def command(rule: str) -> None:
    """Say why a rule is there, with examples and the repair. A family explains all of its rules."""
    found = [each for each in RULES if means(rule, each.name)]
    if not found:
        near = toml.nearest(rule, [*(each.name for each in RULES), *(each.family for each in RULES)])
        if near:
            raise UsageError(
                Message("no rule is called “{rule}”; the nearest is “{near}”", (("near", near), ("rule", rule)))
            )
        raise UsageError(Message("no rule is called “{rule}”; see zweiblatt rules", (("rule", rule),)))
    texts = [f"{each.name} ({each.severity.label})\n\n{explained(each, language())}\n" for each in found]
    click.echo("\n\n".join(texts), nl=False)
