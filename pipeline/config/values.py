"""What a publication can choose, as frozen values with their defaults.

In: nothing. Out: :class:`Settings` and its tables. A field is a key of ``zweiblatt.toml`` with ``-`` for ``_``.
"""

from __future__ import annotations

from dataclasses import field

from ..findings import Severity
from ..frozen import dataclass
from ..model import Language, Span

EXPLAINER = ("key-points", "main-question", "questions", "answers", "conclusion", "sources", "hashtags")


@dataclass(frozen=True, slots=True)
class Publication:
    """Who publishes, in which languages, at which address (``base_url`` ends with ``/``)."""

    name: str = ""
    base_url: str = ""
    original: Language = Language.DE
    languages: tuple[tuple[Language, str], ...] = ((Language.DE, "de-DE"), (Language.EN, "en-GB"))
    timezone: str = "Europe/Berlin"
    publisher: str = ""
    address: tuple[str, ...] = ()
    responsible: str = ""
    tagline: tuple[tuple[Language, str], ...] = ()
    pages: tuple[tuple[str, str], ...] = ()

    def locale(self, language: Language) -> str:
        """The locale in which dates and numbers of a language are written: ``en-GB``."""
        return dict(self.languages)[language]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of article: the parts that it requires in each language."""

    name: str
    required: tuple[str, ...]


KINDS = (Kind("explainer", EXPLAINER), Kind("news", ("sources", "hashtags")), Kind("note", ()), Kind("page", ()))


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """Which rules apply, and from which severity on a check fails."""

    fail_on: Severity = Severity.ERROR
    min_severity: Severity = Severity.WARNING
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    publish_machine_translations: bool = False


@dataclass(frozen=True, slots=True)
class NewsletterSettings:
    """What a mail must carry by law, and its usual form."""

    form: str = "full"
    sender: str = ""
    unsubscribe: str = ""
    unsubscribe_mail: str = ""
    list_id: tuple[tuple[Language, str], ...] = ()
    subscribe: str = ""
    utm: str = ""


@dataclass(frozen=True, slots=True)
class PdfSettings:
    """The paper: ``A4`` or ``Letter``."""

    paper: str = "A4"


@dataclass(frozen=True, slots=True)
class Settings:
    """All that a publication can choose. ``path`` is the file that said so, ``pages`` where it names each page."""

    path: str = "zweiblatt.toml"
    publication: Publication = field(default_factory=Publication)
    kinds: tuple[Kind, ...] = KINDS
    vocabulary: tuple[tuple[Language, str, tuple[str, ...]], ...] = ()
    check: CheckSettings = field(default_factory=CheckSettings)
    newsletter: NewsletterSettings = field(default_factory=NewsletterSettings)
    pdf: PdfSettings = field(default_factory=PdfSettings)
    pages: tuple[tuple[str, Span], ...] = ()

    def kind(self, name: str) -> Kind | None:
        """A kind by its name."""
        return next((kind for kind in self.kinds if kind.name == name), None)
