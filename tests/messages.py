"""The catalogue of the program's messages: ``python -m tests.messages`` brings it up to date.

In: the templates of the program (:mod:`tests.templates`) and the explanations of its rules. Out:
``pipeline/locale/de/LC_MESSAGES/messages.po`` with an empty entry for each message that is new, and without those that
are gone.
"""

from __future__ import annotations

from pathlib import Path

from babel.messages import Catalog
from babel.messages.pofile import read_po, write_po

from pipeline.check import RULES
from tests.templates import templates

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "pipeline"
CATALOGUE = PACKAGE / "locale" / "de" / "LC_MESSAGES" / "messages.po"


def extracted() -> dict[str, set[str]]:
    """The messages of the program and the modules that say them."""
    found: dict[str, set[str]] = {}
    for path, texts in templates(PACKAGE):
        for text in texts:
            found.setdefault(text, set()).add(path.relative_to(ROOT).as_posix())
    for rule in RULES:
        module = rule.function.__module__.replace(".", "/")
        for text in rule.texts:
            found.setdefault(text, set()).add(f"{module}.py")
    return found


def catalogue() -> Catalog:
    """The German catalogue as it is."""
    if not CATALOGUE.exists():
        return Catalog(locale="de", domain="messages", fuzzy=False)
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="de", domain="messages")


def update() -> None:
    """Bring the German catalogue up to date."""
    old = catalogue()
    new = Catalog(locale="de", domain="messages", project="Zweiblatt", version="1", fuzzy=False)
    new.header_comment = "# The program's messages in German; python -m tests.messages brings it up to date."
    for text, modules in sorted(extracted().items(), key=lambda item: (min(item[1]), item[0])):
        known = old.get(text)
        new.add(text, known.string if known else "", locations=[(module, 0) for module in sorted(modules)])
    with CATALOGUE.open("wb") as file:
        write_po(file, new, width=120, omit_header=False, sort_output=False)
    lines = CATALOGUE.read_text(encoding="utf-8").split("\n")
    CATALOGUE.write_text("\n".join(line for line in lines if "-Date:" not in line), encoding="utf-8")


if __name__ == "__main__":
    update()
