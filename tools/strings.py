"""Templates -> their catalogues: every English msgid, and its German words.

In: ``templates/**``. Out: ``templates/locale/templates.pot`` and ``templates/locale/de/LC_MESSAGES/templates.po`` with
the new msgids added (empty, to be translated) and the old ones dropped. A test holds them against the templates::

    python tools/strings.py
"""

# ruff: noqa: INP001 - a script, no package

from __future__ import annotations

import io
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po

FOLDER = Path(__file__).parents[1] / "templates"
OPTIONS = {"trim_blocks": "true", "lstrip_blocks": "true", "extensions": "jinja2.ext.i18n,jinja2.ext.do"}
"""As the theme reads its templates."""


def template() -> Catalog:
    """All msgids of the templates."""
    catalog = Catalog(project="zweiblatt", version="", copyright_holder="", msgid_bugs_address="", fuzzy=False)
    catalog.header_comment = "# What the templates say, in English."
    for path in sorted(FOLDER.rglob("*")):
        if path.suffix in {".html", ".txt", ".xml"} and "fonts" not in path.parts:
            with path.open("rb") as file:
                for _, message, _, _ in extract("jinja2.ext:babel_extract", file, options=OPTIONS):
                    catalog.add(message)
    return catalog


def written(catalog: Catalog) -> str:
    """A catalogue as text, without dates: the same templates give the same bytes."""
    data = io.BytesIO()
    write_po(data, catalog, width=120, omit_header=False, sort_output=True, no_location=True)
    dated = (
        "POT-Creation-Date",
        "PO-Revision-Date",
        "Generated-By",
        "Last-Translator",
        "Language-Team",
        "Report-Msgid",
    )
    lines = data.getvalue().decode().splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(tuple(f'"{name}' for name in dated)))


def main() -> None:
    """Write the template, and bring the German catalogue up to it."""
    source = template()
    (FOLDER / "locale").mkdir(exist_ok=True)
    (FOLDER / "locale" / "templates.pot").write_text(written(source), "utf-8")
    path = FOLDER / "locale" / "de" / "LC_MESSAGES" / "templates.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    known = read_po(io.BytesIO(path.read_bytes()), locale="de") if path.is_file() else Catalog(locale="de", fuzzy=False)
    known.header_comment = "# What the templates say, in German."
    known.update(source, no_fuzzy_matching=True)
    known.obsolete.clear()
    known.fuzzy = False
    path.write_text(written(known), "utf-8")


if __name__ == "__main__":
    main()
