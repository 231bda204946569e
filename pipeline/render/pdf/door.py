"""HTML -> PDF: the one door to WeasyPrint (460 ms and Pango).

In: HTML with everything it shows in an in-memory table, metadata, the file to embed. Out: the bytes of a PDF/UA-1 and
PDF/A-3a file, and WeasyPrint's warnings. Nothing is fetched; the same input gives the same bytes.
"""

from __future__ import annotations

import contextlib
import functools
import gc
import io
import logging
import os
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from ...errors import MakingError, MissingToolError, ZweiblattError
from ...findings import Message
from ...frozen import dataclass
from ...model import Language
from ..fonts import whole
from ..styles import BASE, place
from . import shortcuts
from .numbers import number
from .structure import finish

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Mapping

FONTS = "fonts/"
MEND = "apt-get install -y --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
UA = (
    b'<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>'
    b'<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"'
    b' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">'
    b'<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    b"<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    b"<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    b"<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>"
    b'<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">'
    b"<pdfaProperty:category>internal</pdfaProperty:category>"
    b"<pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>"
    b"<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType></rdf:li></rdf:Seq>"
    b"</pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"
)


@dataclass(frozen=True, slots=True)
class Warned:
    """What WeasyPrint says is wrong, and the style sheet in which it is, if it is in one."""

    text: str
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """The manuscript that a PDF is made of, embedded in it."""

    name: str
    data: bytes
    description: str
    moment: dt.datetime


def print_pdf(
    html: str,
    sheets: tuple[str, ...],
    read: Callable[[str], bytes],
    assets: Mapping[str, bytes],
    sources: tuple[Source, ...],
) -> tuple[bytes, tuple[Warned, ...]]:
    """The PDF and the warnings. ``sheets`` are names of styles that ``read`` gives, ``assets`` pictures by address."""
    fetcher = _fetcher(assets)
    styles, fonts, of_styles = _styles(sheets, read)
    try:
        with _listening() as said, _uncollected():
            data = _printed(html, fetcher, styles, fonts, sources)
    except (ZweiblattError, MemoryError, OSError, UnicodeEncodeError):
        raise
    except Exception as error:
        arguments = (("what", type(error).__name__), ("why", str(error) or "–"))
        raise MakingError(Message("WeasyPrint could not make this PDF ({what}: {why})", arguments)) from error
    of_document = tuple(Warned(line) for line in dict.fromkeys((*fetcher.refused, *said)))
    return data, (*of_styles, *of_document)


def _printed(html: str, fetcher: Any, styles: list[Any], fonts: Any, sources: tuple[Source, ...]) -> bytes:  # noqa: ANN401 - WeasyPrint's objects
    weasyprint = _weasyprint()
    document = weasyprint.HTML(string=html, base_url=BASE, url_fetcher=fetcher).render(
        stylesheets=styles, font_config=fonts, pdf_variant="pdf/a-3a", presentational_hints=False
    )
    number(document)
    _claim_ua(document.metadata)
    document.metadata.attachments = [
        weasyprint.Attachment(
            file_obj=io.BytesIO(source.data), name=source.name, description=source.description,
            created=source.moment, modified=source.moment, relationship="Source",
        )
        for source in sources
    ]  # fmt: skip
    target = io.BytesIO()
    document.write_pdf(target, finisher=finish, pdf_variant="pdf/a-3a", pdf_identifier=b"zweiblatt")
    return target.getvalue()


@contextlib.contextmanager
def _uncollected() -> Iterator[None]:
    """Collect garbage once, when a document is done with: all of it is one graph, which lives until then.

    What is there already is frozen, and not looked through; it stays so where it was before (in a pool's worker).
    """
    collecting, frozen = gc.isenabled(), gc.get_freeze_count()
    gc.freeze()
    gc.disable()
    try:
        yield
    finally:
        try:
            gc.collect()
        finally:
            if not frozen:
                gc.unfreeze()
            if collecting:
                gc.enable()


@contextlib.contextmanager
def _listening() -> Iterator[list[str]]:
    """WeasyPrint's warnings and errors, in order."""
    handler = _Lines()
    logger = logging.getLogger("weasyprint")
    logger.addHandler(handler)
    try:
        yield handler.lines
    finally:
        logger.removeHandler(handler)


def _claim_ua(metadata: Any) -> None:  # noqa: ANN401 - WeasyPrint's metadata
    """Say PDF/UA-1 beside PDF/A-3a: one RDF, as validators read only the first."""
    generate = metadata.generate_rdf_metadata

    def both(variant: str, version: int, conformance: str) -> bytes:
        rdf: bytes = generate(variant, version, conformance)
        end = rdf.rfind(b"</rdf:RDF>")
        return rdf[:end] + UA + rdf[end:]

    metadata.generate_rdf_metadata = both


@contextlib.contextmanager
def _no_other_fonts() -> Iterator[None]:
    """The fonts of the theme are all there are: with this machine's beside, another machine would make another file."""
    before = os.environ.get("FONTCONFIG_FILE")
    os.environ["FONTCONFIG_FILE"] = str(Path(__file__).with_name("fonts.conf"))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # WeasyPrint warns that there are none
            yield
    finally:
        os.environ.pop("FONTCONFIG_FILE")
        if before is not None:
            os.environ["FONTCONFIG_FILE"] = before


@functools.cache
def _weasyprint() -> Any:  # noqa: ANN401 - a module
    try:
        silence = contextlib.redirect_stdout(io.StringIO())  # without Pango it prints advice of its own
        with silence, _no_other_fonts(), shortcuts.late():
            import weasyprint  # type: ignore[import-untyped]  # noqa: PLC0415 - the door: 460 ms, and it fails where Pango is missing
    except OSError as error:
        arguments = (("what", str(error).split(":")[0]), ("command", MEND))
        message = Message("PDFs need Pango, which this machine lacks ({what}); mend it with: {command}", arguments)
        raise MissingToolError(message) from error
    from . import hyphens  # noqa: PLC0415 - behind the door

    for language in Language:
        hyphens.prepare(language)
    shortcuts.prepare()
    return weasyprint


_parsed: dict[tuple[Callable[[str], bytes], tuple[str, ...]], tuple[list[Any], Any, tuple[Warned, ...]]] = {}
"""Of one theme at a time: another may have other fonts under the same names."""


def _styles(sheets: tuple[str, ...], read: Callable[[str], bytes]) -> tuple[list[Any], Any, tuple[Warned, ...]]:
    """Style sheets and fonts, parsed once per theme, and what is wrong with them: a fault of each PDF they make."""
    given = (read, sheets)
    if given not in _parsed:
        if any(other != read for other, _ in _parsed):
            _parsed.clear()
        weasyprint = _weasyprint()
        from weasyprint.text.fonts import FontConfiguration  # type: ignore[import-untyped]  # noqa: PLC0415 - behind the door

        with _no_other_fonts():
            fonts = FontConfiguration()

        class FromTheme(weasyprint.urls.URLFetcher):  # type: ignore[name-defined,misc]
            def fetch(self, url: str, headers: object = None) -> Any:  # noqa: ANN401, ARG002
                name = place("", url) or url
                data = read(name)
                try:
                    data = whole(name, data) if name.startswith(FONTS) else data
                except MakingError as error:
                    broken.append(error)  # WeasyPrint takes what is raised here for a font that may be missing
                    raise
                return weasyprint.urls.URLFetcherResponse(url, data)

        broken: list[MakingError] = []
        fetcher = FromTheme()
        styles, warned = [], []
        for name in sheets:
            with _listening() as said:
                text, base = read(name).decode(), f"{BASE}{name}"
                styles.append(weasyprint.CSS(string=text, base_url=base, font_config=fonts, url_fetcher=fetcher))
            warned += [Warned(line, name) for line in dict.fromkeys(said)]
        for error in broken:
            raise error
        _parsed[given] = (styles, fonts, tuple(warned))
    return _parsed[given]


def _fetcher(assets: Mapping[str, bytes]) -> Any:  # noqa: ANN401 - a WeasyPrint class
    weasyprint = _weasyprint()

    known = {unquote(address): data for address, data in assets.items()}  # WeasyPrint encodes spaces and umlauts

    class FromMemory(weasyprint.urls.URLFetcher):  # type: ignore[name-defined,misc]
        """Knows the pictures of this article and refuses everything else."""

        def __init__(self) -> None:
            super().__init__()
            self.refused: list[str] = []

        def fetch(self, url: str, headers: object = None) -> Any:  # noqa: ANN401, ARG002
            if unquote(url) not in known:
                self.refused.append(f"{url} is no picture of this article")
                message = f"not fetched: {url}"
                raise ValueError(message)
            kind = "image/svg+xml" if url.lower().endswith(".svg") else "application/octet-stream"
            return weasyprint.urls.URLFetcherResponse(url, known[unquote(url)], {"Content-Type": kind})

    return FromMemory()


class _Lines(logging.Handler):
    """Keeps the lines that are logged."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


def check_pango() -> None:
    """Raise MissingToolError where PDFs cannot be made."""
    _weasyprint()


__all__ = ["BASE", "Source", "Warned", "check_pango", "print_pdf"]
