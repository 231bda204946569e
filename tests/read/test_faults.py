"""The faults of the reader and the rules that explain them."""

from __future__ import annotations

import re
from pathlib import Path

from pipeline import read
from pipeline.check import RULES
from pipeline.read import FAULTS

NAME = re.compile(r"\"((?:markup|meta|links|sources|hashtags)/[a-z-]+)\"")


def test_each_fault_has_a_rule() -> None:
    """No fault is noted under a name that nobody can look up."""
    assert set(FAULTS) <= {rule.name for rule in RULES}


def test_the_list_is_complete() -> None:
    """The names in the reader's code are those of the list."""
    folder = Path(read.__file__).parent
    code = [
        path.read_text(encoding="utf-8")
        for path in (*folder.glob("*.py"), folder.parent / "library.py")
        if path.name != "__init__.py"
    ]
    named = {name for text in code for name in NAME.findall(text)}
    assert {name for name in FAULTS if not name.startswith("sources/")} <= named
    assert named <= set(FAULTS)
