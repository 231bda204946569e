"""The words of the templates: extraction gives what is committed, and German is whole."""

from __future__ import annotations

import importlib.util
import io
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.checkers import checkers
from babel.messages.pofile import read_po

if TYPE_CHECKING:
    from types import ModuleType

TOOL = Path(__file__).parents[2] / "tools" / "strings.py"
LOCALE = TOOL.parents[1] / "templates" / "locale"


def tool() -> ModuleType:
    """The script that extracts."""
    spec = importlib.util.spec_from_file_location("strings", TOOL)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_extraction_gives_exactly_the_committed_template(accept: bool) -> None:  # noqa: FBT001 - a fixture
    """After a change of words: ``--accept`` (or ``python tools/strings.py``), then translate."""
    strings = tool()
    if accept:
        strings.main()
    assert strings.written(strings.template()) == (LOCALE / "templates.pot").read_text("utf-8")


def test_every_word_has_its_german() -> None:
    """No entry is empty or fuzzy, none is left over, and Babel's checkers find nothing."""
    catalogue = read_po(io.BytesIO((LOCALE / "de" / "LC_MESSAGES" / "templates.po").read_bytes()), locale="de")
    source = read_po(io.BytesIO((LOCALE / "templates.pot").read_bytes()))
    assert {message.id for message in catalogue} == {message.id for message in source}
    for message in catalogue:
        if message.id:
            words = message.string if isinstance(message.string, tuple | list) else (message.string,)
            assert all(words), message.id
            assert not message.fuzzy, message.id
            for check in checkers:
                check(catalogue, message)
