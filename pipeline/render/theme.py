"""Templates, filters, style, fonts: the one door to Jinja.

In: folders of templates (a publication's own go before the shipped ones, file by file), the settings. Out: text made of
a template and values, the bytes of a theme's file, and what a template can reach.
"""

from __future__ import annotations

import functools
import hashlib
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jinja2
from jinja2 import meta
from markupsafe import Markup

from .. import locales
from ..errors import MakingError
from ..findings import Message
from . import markup
from .places import relative

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import CodeType

    from jinja2.bccache import Bucket

    from ..config import Settings
    from ..model import Language

SHIPPED = next(
    folder
    for folder in (Path(__file__).parents[1] / "_templates", Path(__file__).parents[2] / "templates")
    if folder.is_dir()
)
"""In the wheel the templates lie inside the package, in a checkout at its top."""

ENDINGS = (".html", ".txt", ".xml")
"""How the names of templates end."""


class Theme:
    """What all outputs of a publication share. Built once per process."""

    def __init__(self, settings: Settings, folders: Sequence[Path] = ()) -> None:
        self.settings = settings
        self.folders = (*folders, SHIPPED)
        self._environment = functools.cache(self._build)
        self._codes = Codes()

    def render(self, template: str, language: Language, **values: Any) -> str:  # noqa: ANN401 - templates take anything
        """Text made of a template, in a language; a missing value is an error, never an empty place."""
        try:
            return self._environment(language).get_template(template).render(language=language, **values)
        except jinja2.TemplateError as error:
            line = getattr(error, "lineno", None)
            name = getattr(error, "name", None) or template
            message = Message(
                "the template {name} cannot be used: {problem}",
                (("name", f"{name}:{line}" if line else str(name)), ("problem", str(error.message))),
            )
            raise MakingError(message) from error
        except Exception as error:
            place = self._own(error)
            if not place:
                raise
            arguments = (("name", place), ("problem", str(error) or type(error).__name__))
            raise MakingError(Message("the template {name} cannot be used: {problem}", arguments)) from error

    def _own(self, error: Exception) -> str:
        """The name and line of the publication's own template in which something went wrong; else nothing."""
        frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith(ENDINGS)]
        last = Path(frames[-1].filename) if frames else SHIPPED
        folder = next((each for each in self.folders[:-1] if last.is_relative_to(each)), None)
        return f"{last.relative_to(folder).as_posix()}:{frames[-1].lineno}" if folder else ""

    def file(self, name: str) -> bytes:
        """The bytes of a file of the theme, ``style/print.css``."""
        for folder in self.folders:
            if (folder / name).is_file():
                return (folder / name).read_bytes()
        message = Message("the theme has no file {name}", (("name", name),))
        raise MakingError(message)

    def closure(self, template: str, known: dict[str, list[str]]) -> tuple[tuple[str, str], ...]:
        """All that a template can reach (extends, includes, imports), each with its SHA-256; absent names too.

        ``known`` gives what a template of a digest names; what is new is parsed and added.
        """
        found: dict[str, str] = {}
        waiting = [template]
        while waiting:
            name = waiting.pop()
            if name not in found:
                path = next((folder / name for folder in self.folders if (folder / name).is_file()), None)
                data = path.read_bytes() if path else b""
                found[name] = hashlib.sha256(data).hexdigest() if path else "absent"
                if path and name.endswith(ENDINGS):
                    if found[name] not in known:
                        known[found[name]] = _named(name, data)
                    waiting += known[found[name]]
        return tuple(sorted(found.items()))

    def _build(self, language: Language) -> jinja2.Environment:
        environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader([str(folder) for folder in self.folders]),
            extensions=["jinja2.ext.i18n", "jinja2.ext.do"],
            autoescape=jinja2.select_autoescape(("html", "xml")),
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            bytecode_cache=self._codes,
        )
        translations = locales.catalogue(self._catalogue(language))
        environment.install_gettext_translations(translations, newstyle=True)  # type: ignore[attr-defined]
        locale = self.settings.publication.locale(language)
        environment.filters["day"] = lambda date: locales.day(date, locale)
        environment.filters["number"] = lambda value: locales.number(value, locale)
        environment.filters["near"] = relative
        environment.filters["unbroken"] = unbroken
        return environment

    def _catalogue(self, language: Language) -> bytes:
        """The catalogue of a language, if the templates' own words (English) need one."""
        name = f"locale/{language}/LC_MESSAGES/templates.po"
        return next((path.read_bytes() for folder in self.folders if (path := folder / name).is_file()), b"")

    def names(self, folder: str) -> Iterator[str]:
        """The files below a folder of the theme, sorted, each once."""
        found = {
            path.relative_to(top).as_posix()
            for top in self.folders
            for path in (top / folder).rglob("*")
            if path.is_file()
        }
        return iter(sorted(found))


class Codes(jinja2.BytecodeCache):
    """Compiled templates of this process: each is compiled once, not once for each language."""

    def __init__(self) -> None:
        self._known: dict[str, CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what was compiled for another language."""
        bucket.code = self._known.get(bucket.key)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        if bucket.code:
            self._known[bucket.key] = bucket.code


def _named(template: str, data: bytes) -> list[str]:
    """The templates that a template names."""
    try:
        tree = jinja2.Environment(extensions=["jinja2.ext.i18n", "jinja2.ext.do"]).parse(data.decode("utf-8"))  # noqa: S701 - parsed, not rendered
    except (jinja2.TemplateSyntaxError, UnicodeDecodeError) as error:
        line = getattr(error, "lineno", None)
        place = f"{template}:{line}" if line else template
        message = Message("the template {name} cannot be used: {problem}", (("name", place), ("problem", str(error))))
        raise MakingError(message) from error
    found = sorted({name or "" for name in meta.find_referenced_templates(tree)})
    if "" in found:
        raise MakingError(Message("the template {name} includes by a dynamic name", (("name", template),)))
    return found


def unbroken(text: str) -> Markup:
    """A headline whose short compounds stay together."""
    return Markup(markup.unbroken(str(Markup.escape(text))))  # noqa: S704 - escaped before
