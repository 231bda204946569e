"""Everything that goes wrong and is no finding.

In: what failed, and where, if that is known. Out: one exception of this tree; ``cli`` turns
it into a message and an exit code, and nobody shows a traceback::

    ZweiblattError
    ├── UsageError            exit 2: what was asked for cannot be understood
    │   └── SettingsError     exit 2: zweiblatt.toml, glossary.toml, hashtags.toml
    ├── MakingError           exit 3: an output could not be made or published
    │   ├── MissingToolError  exit 3: this machine lacks something; the message names the mend
    │   ├── LimitError        exit 3: a step took more than its time or memory
    │   │   └── GivenUpError  exit 3: it needs a template or style that was stopped
    │   └── PublishError      exit 3: disk full, no permission, another build
    └── OwnFaultError         exit 4: a fault of ours
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import Self

    from .findings import Message
    from .model import Span


class ZweiblattError(Exception):
    """What was tried and failed, in words for the one who can mend it."""

    exit_code = 4

    def __init__(self, message: Message, at: Span | None = None) -> None:
        super().__init__(str(message))
        self.message = message
        self.at = at

    def __reduce__(self) -> tuple[type, tuple[Any, ...]]:
        return type(self), (self.message, self.at)

    def told(self, message: Message, at: Span | None) -> Self:
        """The same trouble in other words, without what it was raised in: that may hold all memory of a step."""
        kind, (_, _, *rest) = self.__reduce__()
        made: Self = kind(message, at, *rest)
        return made


class UsageError(ZweiblattError):
    """What was asked for cannot be understood."""

    exit_code = 2


class SettingsError(UsageError):
    """A settings file cannot be used; ``more`` are its further faults, so that all are shown at once."""

    def __init__(
        self, message: Message, at: Span | None = None, more: tuple[tuple[Message, Span | None], ...] = ()
    ) -> None:
        super().__init__(message, at)
        self.more = more

    def __reduce__(self) -> tuple[type, tuple[Any, ...]]:
        return type(self), (self.message, self.at, self.more)


class MakingError(ZweiblattError):
    """An output could not be made or published."""

    exit_code = 3


class MissingToolError(MakingError):
    """This machine lacks something; the message names the command that mends it."""


class LimitError(MakingError):
    """A step took more than its time or memory; ``template`` is the publication's own, or style sheet, at work."""

    def __init__(self, message: Message, at: Span | None = None, template: str = "") -> None:
        super().__init__(message, at)
        self.template = template

    def __reduce__(self) -> tuple[type, tuple[Any, ...]]:
        return type(self), (self.message, self.at, self.template)


class GivenUpError(LimitError):
    """A step needs a template or style sheet that was stopped before: it is not tried."""


class PublishError(MakingError):
    """The edition could not be put in its place; the old one stands."""


class OwnFaultError(ZweiblattError):
    """A fault of ours."""
