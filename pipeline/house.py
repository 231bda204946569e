"""What rules may know beside what they look at.

In: settings, glossary, concepts, the day. Out: :class:`House`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .frozen import dataclass

if TYPE_CHECKING:
    import datetime as dt

    from .config import Settings
    from .vocabulary.concepts import Concepts
    from .vocabulary.glossary import Glossary


@dataclass(frozen=True, slots=True)
class House:
    """What a rule may know beside its article: all of it frozen, none of it ambient."""

    settings: Settings
    glossary: Glossary
    concepts: Concepts
    today: dt.date
