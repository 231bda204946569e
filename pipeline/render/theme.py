"""Templates, filters, style, fonts: the one door to Jinja.

In: folders of templates (a publication's own go before the shipped ones, file by file), the settings. Out: text made of
a template and values, the bytes of a theme's file, and what a template can reach.
"""

from __future__ import annotations

import functools
import hashlib
import os
import traceback
from pathlib import Path
from types import CodeType
from typing import TYPE_CHECKING, Any, TypeVar

import jinja2
from jinja2 import meta, nodes
from markupsafe import Markup, escape

from .. import compiled, locales
from ..errors import GivenUpError, LimitError, MakingError
from ..findings import Message
from . import environments, markup, styles, writing
from .environments import Guarded, Plain, why
from .places import relative
from .writing import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence
    from gettext import NullTranslations

    from jinja2.bccache import Bucket

    from ..config import Settings
    from ..model import Language

Printed = TypeVar("Printed")

SHIPPED = next(
    folder
    for folder in (Path(__file__).parents[1] / "_templates", Path(__file__).parents[2] / "templates")
    if folder.is_dir()
)
"""In the wheel the templates lie inside the package, in a checkout at its top."""

ENDINGS = (".html", ".txt", ".xml")
"""How the names of templates end."""
TEMPLATE, STYLE, OTHER = "template", "style", ""
"""As what a file is read."""
WORDS = "locale/"
"""What a template names that translates: all catalogues."""
CATALOGUE = WORDS + "{language}/LC_MESSAGES/templates.po"
TRANSLATING = frozenset(("_", "gettext", "ngettext", "pgettext", "npgettext"))


class Theme:
    """What all outputs of a publication share. Built once per process."""

    def __init__(self, settings: Settings, folders: Sequence[Path] = ()) -> None:
        self.settings = settings
        self.folders = (*folders, SHIPPED)
        self._environment = functools.cache(self._build)
        self._kind = Guarded if folders else Plain
        self._codes = Codes(self._kind)
        self._barred: set[str] = set()
        self._catalogues = functools.cache(lambda: [name for name in self.names(WORDS) if name.endswith(".po")])

    def render(self, template: str, language: Language, **values: Any) -> str:  # noqa: ANN401 - templates take anything
        """Text made of a template, in a language; a missing value is an error, never an empty place."""
        try:
            return self._environment(language).get_template(template).render(language=language, **values)
        except jinja2.TemplateError as error:
            line = getattr(error, "lineno", None)
            name = getattr(error, "name", None) or template
            raise _unusable(f"{name}:{line}" if line else str(name), str(error.message)) from error
        except (LimitError, MemoryError):  # said by who sets the limits
            raise
        except Exception as error:
            place = self._own(error)
            if not place:
                raise
            raise _unusable(place, why(error)) from error

    def bar(self, templates: Collection[str]) -> None:
        """Let nothing use some templates from now on, and all others: who does gets a GivenUpError."""
        self._barred.clear()
        self._barred.update(templates)

    def printed(self, sheets: Sequence[str], make: Callable[[], Printed]) -> Printed:
        """What is made with some style sheets; a GivenUpError where one of them is barred."""
        if barred := next((name for name in sheets if name in self._barred), ""):
            raise GivenUpError(Message("the style sheet {name} was stopped before", (("name", barred),)), None, barred)
        return make()

    def is_own(self, name: str) -> bool:
        """Whether a file of the theme is the publication's own."""
        path = self._path(name)
        return path is not None and any(path.is_relative_to(each) for each in self.folders[:-1])

    def _own(self, error: Exception) -> str:
        """The name and line of the publication's own template in which something went wrong; else nothing."""
        frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith(ENDINGS)]
        last = Path(frames[-1].filename) if frames else SHIPPED
        folder = next((each for each in self.folders[:-1] if last.is_relative_to(each)), None)
        return f"{last.relative_to(folder).as_posix()}:{frames[-1].lineno}" if folder else ""

    def file(self, name: str) -> bytes:
        """The bytes of a file of the theme, ``style/print.css``."""
        if path := self._path(name):
            return path.read_bytes()
        message = Message("the theme has no file {name}", (("name", name),))
        raise MakingError(message)

    def _path(self, name: str) -> Path | None:
        """Where a file of the theme lies; None where there is none, or the name leads out of it."""
        if ".." in name.split("/") or name.startswith("/"):
            return None
        return next((folder / name for folder in self.folders if os.path.isfile(folder / name)), None)  # noqa: PTH113 - False too where no file can have the name

    def closure(
        self, names: Sequence[str], known: dict[str, list[str]], digests: dict[str, str] | None = None
    ) -> tuple[tuple[str, str], ...]:
        """All files that some can reach, with themselves, each with its SHA-256; absent names too.

        A template reaches what it extends, includes and imports, and all catalogues if it translates; a style sheet its
        imports, fonts and pictures. ``known`` gives what a file of a digest names; what is new is parsed and added.
        ``digests`` are those of files that were met before, by name.
        """
        found = {} if digests is None else digests
        waiting = [(name, _kind(name)) for name in names]
        seen = {*waiting}
        while waiting:
            name, kind = waiting.pop()
            if name not in found:
                path = self._path(name)
                found[name] = hashlib.sha256(path.read_bytes()).hexdigest() if path else "absent"
            new = {*self._next(name, kind, found[name], known)} - seen
            seen |= new
            waiting += new
        imports = {name: known.get(f"{found[name]} {name} imports", []) for name, kind in seen if kind == STYLE}
        for name in [name for name in sorted(imports) if imports[name]]:
            styles.bound(name, lambda each: imports.get(each, []), self._size)
        return tuple(sorted((name, found[name]) for name in {name for name, _ in seen}))

    def _size(self, name: str) -> int:
        path = self._path(name)
        return path.stat().st_size if path else 0

    def _next(self, name: str, kind: str, digest: str, known: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
        """The files that a file names, and as what they are read.

        What a template includes always is one, and what a style sheet imports too.
        """
        if digest == "absent" or kind == OTHER:
            return
        if kind == TEMPLATE:
            if digest not in known:
                known[digest] = _named(name, self.file(name))
            yield from ((each, OTHER) for each in (self._catalogues() if WORDS in known[digest] else ()))
            yield from ((each, TEMPLATE) for each in known[digest] if each != WORDS)
            return
        key, imports = f"{digest} {name}", f"{digest} {name} imports"
        if not {key, imports} <= known.keys():
            known[key], known[imports] = styles.asked(name, self.file(name))
        yield from ((each, STYLE if each in known[imports] else _kind(each, OTHER)) for each in known[key])

    def _build(self, language: Language) -> jinja2.Environment:
        environment = self._kind(
            loader=jinja2.FileSystemLoader([str(folder) for folder in self.folders]),
            extensions=["jinja2.ext.i18n", "jinja2.ext.do"],
            autoescape=jinja2.select_autoescape(("html", "xml")),
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            bytecode_cache=self._codes,
        )
        environment.barred = self._barred
        translations = self._translations(language)
        environment.install_gettext_translations(translations, newstyle=True)  # type: ignore[attr-defined]
        environment.globals["gettext"] = Words(translations.gettext)
        environment.globals["ngettext"] = Words(translations.ngettext, counts=True)
        locale = self.settings.publication.locale(language)
        # of a language: never made while a template is compiled, which is done once for all of them
        environment.filters["day"] = jinja2.pass_context(lambda _, date: locales.day(date, locale))
        environment.filters["number"] = jinja2.pass_context(lambda _, value: locales.number(value, locale))
        environment.filters["near"] = jinja2.pass_context(lambda _, *given: relative(*given))
        environment.filters["unbroken"] = jinja2.pass_context(lambda _, text: _unbroken(str(escape(text))))
        return environment

    def _translations(self, language: Language) -> NullTranslations:
        """The catalogue of a language, if the templates' own words (English) need one."""
        name = CATALOGUE.format(language=language)
        path = self._path(name)
        data = path.read_bytes() if path else b""
        is_ours = path is None or path.is_relative_to(SHIPPED)
        return locales.catalogue(data) if is_ours else locales.foreign(data, name)

    def names(self, folder: str) -> Iterator[str]:
        """The files below a folder of the theme, sorted, each once."""
        found = {
            path.relative_to(top).as_posix()
            for top in self.folders
            for path in (top / folder).rglob("*")
            if path.is_file()
        }
        return iter(sorted(found))


def _unbroken(fragment: str) -> Markup:
    """A headline whose short compounds stay together."""
    return Markup(markup.unbroken(fragment))  # noqa: S704 - escaped before


class Codes(jinja2.BytecodeCache):
    """Compiled templates: each is compiled once for all languages, a shipped one once for all runs."""

    def __init__(self, kind: type[Plain]) -> None:
        self._kind = kind.__name__.lower()
        self._known: dict[str, CodeType] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The file of a template, which its code names too."""
        return filename or name

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what was compiled for another language, or by an earlier run."""
        if bucket.key not in self._known and (name := _shipped(bucket.key)):
            code = compiled.load(f"{self._kind}/{name}", _made_of(bucket))
            self._known |= {bucket.key: code} if isinstance(code, CodeType) else {}
        bucket.code = self._known.get(bucket.key)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        if bucket.code:
            self._known[bucket.key] = bucket.code
            if name := _shipped(bucket.key):
                compiled.keep(f"{self._kind}/{name}", _made_of(bucket), bucket.code)


def _shipped(file: str) -> str:
    """The name of a shipped template by its file; nothing for one of the publication's own."""
    return Path(file).relative_to(SHIPPED).as_posix() if file.startswith(f"{SHIPPED}{os.sep}") else ""


def _made_of(bucket: Bucket) -> bytes:
    """What code is made of: file and text of its template, Jinja, and how our environments set it up."""
    return f"{bucket.key}\0{bucket.checksum}\0{jinja2.__version__}\0{_own_digest()}".encode()


@functools.cache
def _own_digest() -> str:
    files = (Path(__file__), Path(environments.__file__), Path(writing.__file__))
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def _kind(name: str, of_pages: str = TEMPLATE) -> str:
    return STYLE if name.endswith(styles.ENDING) else of_pages if name.endswith(ENDINGS) else OTHER


def _named(template: str, data: bytes) -> list[str]:
    """The templates that a template names, and :data:`WORDS` if it translates."""
    try:
        tree = jinja2.Environment(extensions=["jinja2.ext.i18n", "jinja2.ext.do"]).parse(data.decode("utf-8"))  # noqa: S701 - parsed, not rendered
        found = sorted({name or "" for name in meta.find_referenced_templates(tree)})
        translates = any(node.name in TRANSLATING for node in tree.find_all(nodes.Name))
    except (jinja2.TemplateSyntaxError, RecursionError, ValueError) as error:  # bytes or digits that Python refuses too
        line = getattr(error, "lineno", None)
        raise _unusable(f"{template}:{line}" if line else template, why(error)) from error
    if "" in found:
        raise MakingError(Message("the template {name} includes by a dynamic name", (("name", template),)))
    return [*found, WORDS] if translates else found


def _unusable(name: str, problem: str) -> MakingError:
    """A template that cannot be used."""
    return MakingError(Message("the template {name} cannot be used: {problem}", (("name", name), ("problem", problem))))
