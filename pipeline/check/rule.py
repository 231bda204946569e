"""A rule: a pure function from something read to remarks, with a name and a scope.

In: a function with an annotated first parameter and a docstring. Out: a :class:`Rule`.

The name is made of module and function (``parity/missing-section``); the scope is the
annotation of the first parameter: :class:`~pipeline.reading.Reading`,
:class:`~pipeline.model.Article`, :class:`~pipeline.model.Translation`,
:class:`~pipeline.library.Story`, :class:`~pipeline.reading.Medium` (a file of
``content/media/``) or ``Claims`` (what all articles of the publication claim). A second
parameter ``house: House`` brings the frozen settings, glossary, concepts and today.
"""

from __future__ import annotations

import re
from inspect import cleandoc
from typing import TYPE_CHECKING, Any

from ..findings import Remark, Severity, remark
from ..frozen import dataclass
from ..house import House

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

__all__ = ["House", "Remark", "Rule", "Severity", "remark", "rule"]

REPAIR = re.compile(r"^Repair: (.+?)(?=\n\n|\Z)", re.MULTILINE | re.DOTALL)
WHY = re.compile(r"^Why it matters: (.+?)(?=\n\n|\Z)", re.MULTILINE | re.DOTALL)
NAMED = re.compile(r"^(?:Repair|Why it matters): ")
"""What stands before a paragraph that is shown elsewhere too, without these words."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A check."""

    name: str
    severity: Severity
    scope: str
    function: Callable[..., Iterable[Remark]]
    wants_house: bool

    @property
    def explanation(self) -> str:
        """The function's docstring, in Markdown: cleaned where it is asked for, as a check needs none."""
        return cleandoc(self.function.__doc__ or "")

    @property
    def family(self) -> str:
        """The part of the name before the stroke."""
        return self.name.partition("/")[0]

    @property
    def summary(self) -> str:
        """The first line of the explanation."""
        return self.explanation.partition("\n")[0]

    @property
    def texts(self) -> tuple[str, ...]:
        """The paragraphs of the explanation, each on one line: what a catalogue translates."""
        return tuple(NAMED.sub("", " ".join(each.split())) for each in self.explanation.split("\n\n"))

    @property
    def repair(self) -> str:
        """How an editor mends it: the paragraph ``Repair: …``, on one line."""
        return _paragraph(REPAIR, self.explanation)

    @property
    def why(self) -> str:
        """Why it matters: the paragraph of that name, on one line."""
        return _paragraph(WHY, self.explanation)

    def __call__(self, value: Any, house: House) -> Iterable[Remark]:  # noqa: ANN401 - each rule names its own scope
        """Apply the rule to a value of its scope."""
        return self.function(value, house) if self.wants_house else self.function(value)


def _paragraph(named: re.Pattern[str], explanation: str) -> str:
    found = named.search(explanation)
    return " ".join(found[1].split()) if found else ""


def rule(severity: Severity) -> Callable[[Callable[..., Iterable[Remark]]], Rule]:
    """Make a rule of a function; ``severity`` is the usual one."""

    def decorate(function: Callable[..., Iterable[Remark]]) -> Rule:
        module = function.__module__
        family = module.partition(".rules.")[2].partition(".")[0] or module.rpartition(".")[2]
        code = function.__code__
        first, *rest = code.co_varnames[: code.co_argcount]
        return Rule(
            name=f"{family}/{function.__name__.strip('_').replace('_', '-')}",
            severity=severity,
            scope=function.__annotations__[first],
            function=function,
            wants_house=bool(rest),
        )

    return decorate
