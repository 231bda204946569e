"""Findings -> text, JSON, SARIF, HTML …: one model, one function per format.

In: a :class:`Report`. Out: text, in the language of messages. Each format is a module of the same name with a
function ``write``; it is loaded when it is asked for.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING

from ..findings import Message, Severity
from ..frozen import dataclass
from ..wording import translated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ..check import Rule
    from ..findings import Finding

__all__ = ["FORMATS", "Report", "write"]

FORMATS = (
    "full",
    "concise",
    "grouped",
    "json",
    "json-lines",
    "github",
    "gitlab",
    "sarif",
    "junit",
    "rdjson",
    "markdown",
    "html",
)

ONE = {"error": "{count} error", "warning": "{count} warning", "info": "{count} info", "story": "{count} story"}
MANY = {"error": "{count} errors", "warning": "{count} warnings", "info": "{count} infos", "story": "{count} stories"}


@dataclass(frozen=True, slots=True)
class Report:
    """What a run found.

    ``texts`` are the manuscripts in which findings or their counterparts stand, by path. ``rules`` are all rules
    there are. ``say`` gives a message in the language of messages, ``language``. ``colour`` is for a terminal.
    ``width`` is how many characters stand in a line of that terminal.
    ``within`` is where the project lies in its repository (``paper/``): forges count paths from there.
    """

    findings: tuple[Finding, ...]
    stories: int
    texts: tuple[tuple[str, str], ...] = ()
    rules: tuple[Rule, ...] = ()
    say: Callable[[Message], str] = str
    language: str = "en"
    colour: bool = False
    width: int = 100
    within: str = ""

    def count(self, severity: Severity) -> int:
        """How many findings have a severity."""
        return Counter(finding.severity for finding in self.findings)[severity]

    def lines(self, path: str) -> tuple[str, ...]:
        """The lines of a manuscript; none if it is not among the texts."""
        return next((_lines(text) for known, text in self.texts if known == path), ())

    @property
    def met(self) -> tuple[Rule, ...]:
        """The rules that found something."""
        names = {finding.rule for finding in self.findings}
        return tuple(rule for rule in self.rules if rule.name in names)

    def summary(self, rule: Rule) -> str:
        """What a rule finds, in the language of messages."""
        return translated(rule.summary, self.language)

    def why(self, rule: Rule) -> str:
        """Why a rule matters, in the language of messages."""
        return translated(rule.why, self.language)

    def repair(self, name: str) -> str:
        """How what a rule finds is mended, in the language of messages; nothing for a rule that is not given."""
        return next((translated(rule.repair, self.language) for rule in self.rules if rule.name == name), "")

    def advice(self, finding: Finding) -> str:
        """How a finding is mended: its own repair, else its rule's."""
        return self.say(finding.repair.message) if finding.repair else self.repair(finding.rule)

    def advised(self, finding: Finding) -> str:
        """The advice as a line of a report, ``repair: …``; nothing if the message says it already."""
        words = self.advice(finding)
        if not words or words.rstrip(".") in self.say(finding.message):
            return ""
        return self.say(Message("repair: {repair}", (("repair", words),)))

    @property
    def files(self) -> tuple[tuple[str, tuple[Finding, ...]], ...]:
        """The findings of each file, in the order of their paths."""
        paths = sorted({finding.at.path for finding in self.findings})
        return tuple((path, tuple(each for each in self.findings if each.at.path == path)) for path in paths)


@lru_cache(maxsize=8)
def _lines(text: str) -> tuple[str, ...]:
    """The lines of a manuscript; its findings stand one behind the other, and each asks."""
    return tuple(text.split("\n"))


def write(name: str, report: Report) -> str:
    """A report in a format of :data:`FORMATS`, with a line break at its end."""
    module = import_module(f".{name.replace('-', '_')}", __package__)
    text: str = module.write(report)
    return text


def summary(report: Report) -> str:
    """How many there are, in a line: ``2 errors, 1 warning in 3 stories``."""
    found = counted(report, report.findings)
    stories = _counted(report, "story", report.stories)
    if not found:
        return report.say(Message("no findings in {stories}", (("stories", stories),)))
    return report.say(Message("{findings} in {stories}", (("findings", found), ("stories", stories))))


def counted(report: Report, findings: Iterable[Finding]) -> str:
    """How many of each severity there are, the gravest first: ``2 errors, 1 warning``."""
    counts = Counter(finding.severity for finding in findings)
    return ", ".join(
        _counted(report, severity.label, counts[severity]) for severity in reversed(Severity) if counts[severity]
    )


def _counted(report: Report, what: str, count: int) -> str:
    return report.say(Message(ONE[what] if count == 1 else MANY[what], (("count", count),)))
