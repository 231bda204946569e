"""The source list for reference managers, read back by their own libraries."""

from __future__ import annotations

import datetime as dt
import json
import re
import warnings
from importlib import import_module

import pytest
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware

from pipeline.model import Citation, Language, Span
from pipeline.render.citations.bib import bib_entry
from pipeline.render.citations.csl import csl_item
from pipeline.render.citations.downloads import laid_out
from pipeline.render.citations.keys import keyed

TITLE = "DeepSeek & Co.: 50 % {offen}, „ganz“ offen_oder #nicht? ~ $1 \\ ^"


def citation(number: int, **changed: object) -> Citation:
    """A citation with everything said, but for what is changed."""
    given: dict[str, object] = {
        "number": number,
        "key": "",
        "publisher": "Süddeutsche Zeitung",
        "title": TITLE,
        "url": "https://example.org/a_b?c=d&e={f}#g%20h",
        "published": dt.date(2025, 2, 21),
        "accessed": dt.date(2025, 2, 24),
        "language": "en",
        "cited": True,
        "at": Span("content/de/a.md", number),
    }
    return Citation(**{**given, **changed})  # type: ignore[arg-type] # fields by name


def test_json_is_laid_out_as_python_does() -> None:
    """Two spaces a step, whatever stands in it."""
    value = [{"a": "„b“\n", "c": [[2025, 2, 21], [], {}]}, {"d": {"e": None, "f": [True, 1.5]}}, [], {}, 3]
    assert laid_out(value) == json.dumps(value, ensure_ascii=False, indent=2)


def test_keys() -> None:
    """Keys are ASCII and different; the order is that of the numbers."""
    listed = [citation(2), citation(3, key="Süd"), citation(1, key="sued"), citation(4, publisher="日本")]
    assert [(key, each.number) for key, each in keyed(listed)] == [
        ("sued", 1),
        ("sueddeutsche-zeitung-2", 2),
        ("Suedx", 3),
        ("source-4", 4),
    ]


def test_csl() -> None:
    """An item says what the source list says, and nothing where it is silent."""
    assert csl_item("a", citation(1), Language.DE) == {
        "id": "a",
        "type": "webpage",
        "citation-number": 1,
        "title": TITLE,
        "container-title": "Süddeutsche Zeitung",
        "URL": "https://example.org/a_b?c=d&e={f}#g%20h",
        "issued": {"date-parts": [[2025, 2, 21]]},
        "accessed": {"date-parts": [[2025, 2, 24]]},
        "language": "en",
    }
    bare = csl_item("a", citation(1, published=None, accessed=None, language="", publisher=""), Language.DE)
    assert set(bare) == {"id", "type", "citation-number", "title", "URL", "language"}
    assert bare["language"] == "de"


def test_csl_is_read_by_citeproc() -> None:
    """citeproc-py reads the items and writes a bibliography of them."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # citeproc-py 0.11 warns of its own fields and resources
        citeproc = pytest.importorskip("citeproc")  # its import warns
        source = import_module("citeproc.source.json").CiteProcJSON(
            [csl_item("a", citation(1, title="Offene Gewichte"), Language.DE)]
        )
        style = citeproc.CitationStylesStyle("harvard-cite-them-right", validate=False)
        bibliography = citeproc.CitationStylesBibliography(style, source, citeproc.formatter.plain)
        bibliography.register(citeproc.Citation([citeproc.CitationItem("a")]))
        entry = str(bibliography.bibliography()[0])
    assert "Offene Gewichte" in entry
    assert "https://example.org/a_b" in entry


@pytest.mark.parametrize(
    "title", [TITLE.replace("^", ""), "a -- b --- ''c'' ``d`` <<e>> ,,f'' ?`", "Süß & 5 % {x}_#1 „ja“ ‚nein‘"]
)
def test_bibtex_comes_back(title: str) -> None:
    """What TeX would read as a command or a ligature comes back as it was written."""
    text = "".join(bib_entry(key, each) for key, each in keyed([citation(1, title=title)]))
    (entry,) = parse_string(text, append_middleware=[LatexDecodingMiddleware()]).entries
    found, given = (re.sub("[{}]", "", each) for each in (entry["title"], title))  # this decoder drops all braces
    assert found.replace("\N{NO-BREAK SPACE}", " ") == given


def test_bibtex_is_read_by_bibtexparser() -> None:
    """Each entry comes back whole, whatever marks its title holds."""
    text = "\n".join(bib_entry(key, each) for key, each in keyed([citation(1), citation(2, title="Ein } zuviel")]))
    library = parse_string(text)
    assert not library.failed_blocks
    first, second = library.entries
    assert (first.entry_type, first.key) == ("misc", "sueddeutsche-zeitung-1")
    assert first["url"] == "https://example.org/a_b?c=d&e=%7Bf%7D#g%20h"
    assert first["publisher"] == "Süddeutsche Zeitung"
    assert first["year"] == "2025"
    assert first["urldate"] == "2025-02-24"
    assert r"DeepSeek \& Co.: 50 \% \textbraceleft{}offen\textbraceright{}, „ganz“" in first["title"]
    assert second["title"] == r"{Ein \textbraceright{} zuviel}"
