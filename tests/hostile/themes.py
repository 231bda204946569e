"""A publication's own templates, catalogues and style sheets that mean harm, or were written in a hurry.

In: a project with an edition. Out: :data:`UNUSABLE`, what is done to it with the words that name the place, and
:data:`HARMLESS`, what is built all the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.render.theme import SHIPPED
from tests.hostile.trees import both, text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Attack = Callable[[Path], object]

ARTICLE = (SHIPPED / "article.html").read_text("utf-8")
START = '<article class="column">'
LINE = 10
"""Where the article begins, and with it what :func:`said` puts there."""
PO = "templates/locale/de/LC_MESSAGES/templates.po"
HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'


def said(words: str) -> Attack:
    """The shipped template of an article, with some words of its own."""
    assert ARTICLE.count(START) == 1
    return text("templates/article.html", ARTICLE.replace(START, words + START))


def chain(links: int, form: str) -> Attack:
    """Templates that lead to one another."""
    return both(*(text(f"templates/a{n}.html", form.format(n + 1)) for n in range(links)))


def translated(original: str, words: str) -> Attack:
    """A catalogue of one entry."""
    return text(PO, f'{HEAD}msgid "{original}"\nmsgstr "{words}"\n')


def style(words: str) -> Attack:
    """The shipped style sheet of a page, with some words more."""
    return text("templates/style/page.css", (SHIPPED / "style/page.css").read_text("utf-8") + words)


HERE = f"article.html:{LINE}"
WHOLE = "article.html"
UNUSABLE: dict[str, tuple[Attack, str]] = {
    "endless range": (said("{% for x in range(999999999999) %}{% endfor %}"), "range"),
    "list without end": (said("{{ range(10**10)|list }}"), "range"),
    "all memory": (
        said("{{ 'x' * 10**12 }}"),
        f"^content/de/imprint.md:1:1: .*the template {HERE} took more than 512 MiB of memory; look for",
    ),
    "all memory, bit by bit": (
        said("{% set l = [] %}{% for x in range(99999) %}{% do l.append('x' * 99999) %}{% endfor %}"),
        f"^content/de/imprint.md:1:1: .*the template {HERE} took more than 512 MiB of memory; look for",
    ),
    "power": (said("{{ (10**9) ** (10**9) }}"), HERE),
    "power worked out before": (said("{{ 10 ** 10000000 }}"), HERE),
    "product": (said("{% set x = 9 ** 2000 %}{{ x * x * x * x }}"), HERE),
    "number of 9,000 digits": (said("{{ " + "9" * 9_000 + " }}"), WHOLE),
    "macros in a circle": (
        said("{% macro a() %}{{ b() }}{% endmacro %}{% macro b() %}{{ a() }}{% endmacro %}{{ a() }}"),
        HERE,
    ),
    "loop within itself": (said("{% for x in [1] recursive %}{{ loop([1]) }}{% endfor %}"), HERE),
    "deep brackets": (said("{{ " + "(" * 3_000 + "1" + ")" * 3_000 + " }}"), WHOLE),
    "deep conditions": (said("{% if 1 %}" * 3_000 + "{% endif %}" * 3_000), WHOLE),
    "deep names": (said("{{ x" + ".a" * 5_000 + " }}"), WHOLE),
    "loops that Python cannot nest": (said("{% for x in [1] %}" * 30 + "{% endfor %}" * 30), WHOLE),
    "long sum": (said("{{ " + "+".join(["1"] * 20_000) + " }}"), WHOLE),
    "asks for classes": (said("{{ ''.__class__.__mro__[1].__subclasses__() }}"), "unsafe"),
    "asks for a module": (said("{{ cycler.__init__.__globals__.os.system('touch reached') }}"), "unsafe"),
    "asks through a filter": (said("{{ (lipsum|attr('__globals__'))['os'].popen('touch reached') }}"), "unsafe"),
    "asks through a format": (said("{{ '{0.__class__.__mro__}'.format(title) }}"), "unsafe"),
    "asks for code": (said("{{ article.__class__.__init__.__code__ }}"), "article"),
    "ends the program": (said("{{ cycler.__init__.__globals__.__builtins__.exit(0) }}"), "unsafe"),
    "lone surrogate": (said("{{ '\\ud800' }}"), "U.D800"),
    "long name": (said("{% include '" + "a" * 5_000 + "' %}"), "a" * 100),
    "name with NUL": (said("{% include 'a\\0b' %}"), "cannot be used"),
    "includes a folder": (said("{% include 'parts' %}"), "parts"),
    "long chain": (both(chain(1_200, "{{% include 'a{}.html' %}}"), said("{% include 'a0.html' %}")), "html"),
    "long line of ancestors": (
        both(chain(300, "{{% extends 'a{}.html' %}}"), text("templates/article.html", "{% extends 'a0.html' %}")),
        "a300.html",
    ),
    "unknown filter": (said("{{ 1|nothing }}"), HERE),
    "no date": (said("{{ 'x'|day }}"), HERE),
    "list of itself": (said("{% set l = [] %}{% do l.append(l) %}{{ l|tojson }}"), HERE),
    "mail without end": (text("templates/newsletter.html", "<html>" + "<div>" * 20_000), "newsletter.html"),
    "style of brackets": (style("a{" * 5_000), "page.css:[0-9]+ "),
    "style in Latin-1": (
        lambda root: _bytes(root / "templates/style/page.css", "a{}\n/* ä */".encode("latin-1")),
        "page.css:2 ",
    ),
    "style of functions": (style("a{width:" + "calc(" * 5_000 + "1}"), "page.css:[0-9]+ "),
    "catalogue of rubbish": (lambda root: _bytes(root / PO, bytes(range(256)) * 9), "templates.po"),
    "catalogue of words": (text(PO, "Hallo Welt\n"), "templates.po:1"),
    "catalogue of 2 MiB": (text(PO, HEAD + f'msgid "x"\nmsgstr "{"y" * (2 << 20)}"\n'), "bytes"),
    "catalogue of another charset": (
        text(PO, HEAD.replace("utf-8", "klingon") + 'msgid "ä"\nmsgstr "ö"\n'),
        "templates.po",
    ),
    "catalogue with a strange name": (translated("%(count)s words", "%(zahl)s Wörter"), "templates.po:5 .*zahl"),
    "catalogue that asks for nothing known": (translated("Sources", "%(title)s"), "templates.po:5 .*title"),
    "catalogue with half a mark": (translated("Sources", "100 %"), "templates.po"),
}


def _bytes(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
