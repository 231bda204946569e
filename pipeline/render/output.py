"""An output: a pure function of one frozen value and the theme.

In: a function with a pattern of the path that it makes. Out: an :class:`Output`.

What a function takes says how often it is called:

==============  ==========================================================================
``Sheet``       once for each article                 ``site/{language}/{slug}/index.html``
``Cover``       once for each article, without text   ``site/{language}/{slug}/{slug}.png``
``Spread``      once for each story that has both     ``site/parallel/{story}/index.html``
``Shelf``       once for each shelf of cards          ``site/{language}/index.html``
==============  ==========================================================================

A shelf with ``{page}/`` in its pattern is paged; the first page has no number in its path
(``site/de/all/``, ``site/de/all/2/``).

A pattern's names are filled in by the plan, so all targets are known before anything is
made. The digest of the value is the step's key: what an output can see is what it depends on.
"""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any

from ..frozen import dataclass

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from ..config import Settings
    from ..findings import Fault
    from ..model import Alignment, Article, Card, Language


@dataclass(frozen=True, slots=True)
class Asset:
    """A file of ``content/`` that an article shows: path below ``content/``, bytes, their SHA-256."""

    path: str
    data: bytes
    digest: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything that an output of one article may see.

    ``addresses`` are absolute, under the names ``page``, ``pdf``, ``parallel``, ``parallel-pdf``, ``picture`` (the
    social one), ``counterpart`` (the other language's page), ``front``, ``feed``, ``json-feed``,
    ``root``, ``search``, ``sources-csl``, ``sources-bib`` and ``pages/<key>``
    (imprint, privacy); a name is absent where nothing is made. ``tags`` gives the address of
    the page of each concept. ``concepts`` are those of the hashtags, one for each, in their order.
    ``tagged`` gives the concept of each hashtag. ``related`` are the cards of related stories in the same language.
    ``alignment`` is the story's, whichever language this is.
    """

    article: Article
    counterpart: Article | None
    alignment: Alignment | None
    related: tuple[Card, ...]
    concepts: tuple[str, ...]
    addresses: tuple[tuple[str, str], ...]
    tags: tuple[tuple[str, str], ...]
    assets: tuple[Asset, ...]
    settings: Settings
    tagged: tuple[tuple[str, str], ...] = ()

    def address(self, name: str) -> str:
        """An absolute address by its name, or nothing."""
        return next((address for key, address in self.addresses if key == name), "")


@dataclass(frozen=True, slots=True)
class Cover:
    """The little of an article that a picture of it shows; ``facing`` is the headline in the other language."""

    language: Language
    kind: str
    title: str
    modified: dt.date
    facing: str
    settings: Settings


@dataclass(frozen=True, slots=True)
class Spread:
    """A story in both languages, side by side: the original's sheet and the translation's."""

    left: Sheet
    right: Sheet
    alignment: Alignment


@dataclass(frozen=True, slots=True)
class Shelf:
    """Everything that an output of many articles may see: their cards, newest first.

    ``language`` is None on shelves of both languages (sitemap, root page). ``concept`` is set
    on hashtag pages, ``story`` on the shelf of one story (an alias, a redirect). ``page`` of
    ``pages`` counts from 1. ``counterparts`` are the cards of the same stories in the other
    language, ``addresses`` the absolute ones of this shelf and its neighbours (``self``,
    ``counterpart``, ``next``, ``previous``, ``front``, ``feed`` …), ``links`` those of each card's
    page by ``(story, language)``.
    """

    language: Language | None
    cards: tuple[Card, ...]
    counterparts: tuple[Card, ...]
    concept: str
    page: int
    pages: int
    addresses: tuple[tuple[str, str], ...]
    links: tuple[tuple[tuple[str, str], str], ...]
    settings: Settings
    now: dt.datetime

    def address(self, name: str) -> str:
        """An absolute address by its name, or nothing."""
        return next((address for key, address in self.addresses if key == name), "")


@dataclass(frozen=True, slots=True)
class Made:
    """The bytes of a file, and what only making it showed."""

    data: bytes
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Output:
    """One kind of file that an edition holds.

    ``uses`` are the files of the theme that it starts from; what they can reach belongs to the step's key.
    ``wanted`` says of an article's card whether this file is made of it: a mail not of a page, robots.txt of none.
    """

    name: str
    pattern: str
    uses: tuple[str, ...]
    scope: str
    function: Callable[..., Made]
    explanation: str
    wanted: Callable[[Card], bool]

    def __call__(self, value: Any, theme: Any) -> Made:  # noqa: ANN401 - each output names its own value
        """Make the file."""
        return self.function(value, theme)


def every(card: Card) -> bool:  # noqa: ARG001 - the plan asks every output alike
    """The usual answer to what is wanted: of every article."""
    return True


def none(card: Card) -> bool:  # noqa: ARG001 - as above
    """The answer of a file that is the same whatever the articles are."""
    return False


def output(pattern: str, *uses: str, wanted: Callable[[Card], bool] = every) -> Callable[[Callable[..., Made]], Output]:
    """Make an output of a function.

    ``pattern`` is the path of its file below the edition; ``uses`` are the names of the files that it asks the theme
    for: templates, style sheets, scripts, fonts; ``wanted`` leaves articles out.
    """

    def decorate(function: Callable[..., Made]) -> Output:
        family = function.__module__.rpartition(".render.")[2].replace(".", "/")
        first = next(iter(inspect.signature(function).parameters.values()))
        return Output(
            name=f"{family}/{function.__name__.strip('_').replace('_', '-')}",
            pattern=pattern,
            uses=uses,
            scope=str(first.annotation),
            function=function,
            explanation=inspect.cleandoc(function.__doc__ or ""),
            wanted=wanted,
        )

    return decorate
