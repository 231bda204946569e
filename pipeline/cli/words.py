"""The language of messages: what ``--messages`` said, else the locale's.

In: a :class:`~pipeline.findings.Message`. Out: its text in that language.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from .. import wording
from . import CHOSEN

if TYPE_CHECKING:
    from ..findings import Message

VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
"""Where the locale is named, the first that is set wins (POSIX)."""


def language() -> str:
    """``de`` or ``en``."""
    chosen = os.environ.get(CHOSEN, "")
    locale = chosen or next((os.environ[name] for name in VARIABLES if os.environ.get(name)), "")
    return "de" if locale.startswith("de") else "en"


def say(message: Message) -> str:
    """A message in the language of messages."""
    return wording.say(message, language())
