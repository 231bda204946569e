"""Odd TOML in the settings, the glossary and the table of hashtags is refused with file and line, or taken as it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from pipeline import toml
from pipeline.errors import SettingsError
from tests.hostile.publications import around, publication
from tests.hostile.running import run
from tests.hostile.settings import GLOSSARY, HASHTAGS, SETTINGS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FILES = {
    SETTINGS: "[publication]\naddress = ['Haus']\n",
    GLOSSARY: "[Haus]\nallowed = ['house']\n",
    HASHTAGS: "[ai]\nde = ['KI']\nen = ['AI']\n",
}
"""A text of each file that is good; other values stand in place of that of its second line."""
LONG = "k" * (1 << 20)

VALUES = {
    "lists, closed": "[" * 900 + "]" * 900,
    "lists without an end": "[" * 50_000,
    "tables in tables": "{b = " * 900 + "1" + "}" * 900,
    "table of a key of many parts": "{" + "a." * 50_000 + "b = 1}",
    "number of a million digits": "9" * 1_000_000,
    "number in 16s": "0x" + "f" * 1_000_000,
    "number with underscores": "1_" * 100_000 + "1",
    "exponent": "1e" + "9" * 100_000,
    "infinite": "inf",
    "less than infinite": "[-inf]",
    "no number": "[nan, +nan]",
    "day": "2025-02-22",
    "day in a list": "[2025-02-22]",
    "moment": "2025-02-22T10:00:00Z",
    "moment in a list": "['x', 1979-05-27T00:32:00.999999-07:00]",
    "time": "10:00:00",
    "day that is none": "2025-02-30",
    "time that is none": "25:61:61",
    "true": "true",
    "table": "{}",
    "lists in a list": "[['x']]",
    "text without an end": "'''" + "x" * 100_000,
    "escape beyond Unicode": r'["\U00110000"]',
    "half an escape": r'["\ud800"]',
    "NUL": "['a\0b']",
    "control character": "['a\x0bb']",
    "deleted": "['a\x7fb']",
    "nothing": "",
    "zero first": "-012",
}
"""No file takes these for the value of its second line."""

WHOLE: dict[str, tuple[bytes, int]] = {
    "key of many parts": (b"x = 1\n" + b"a." * 50_000 + b"b = 1", 2),
    "key of many quoted parts": (b'# "\n' + b'"a" . ' * 50_000 + b"b = 1", 2),
    "table of many parts": (b"\n\n[" + b"a." * 50_000 + b"b]", 3),
    "list of tables of many parts": (b"[[" + b"a." * 50_000 + b"b]]", 1),
    "key of a mebibyte": (LONG.encode() + b" = 1", 1),
    "quoted key of a mebibyte": (b'\n"' + LONG.encode() + b'" = 1', 2),
    "table of a mebibyte": (b"x = 1\n[" + LONG.encode() + b"]\nx = 1", 2),
    "long key in a table": (b"[a]\nb = [{" + LONG.encode() + b" = 1}]", 2),
    "table twice": (b"[a]\n[a]\n", 2),
    "table after its list": (b"[[a]]\n[a]\n", 2),
    "list after its table": (b"[a]\n[[a]]\n", 2),
    "table closed before": (b"a = {}\n[a.b]\n", 2),
    "key over a table": (b"[a.b]\n[a]\nb = 1\n", 3),
    "NUL": (b"a = 1\0", 1),
    "NUL in a key": (b"\na\0b = 1", 2),
    "two marks of order": (b"\xef\xbb\xbf\xef\xbb\xbf[a]\n", 1),
    "mark of order inside": (b"[a]\n\xef\xbb\xbfb = 1\n", 2),
    "old line ends": (b"[a]\rb = 1\r", 1),
    "UTF-16": ("[a]\n".encode("utf-16"), 1),
    "UTF-32": ("[a]\n".encode("utf-32"), 1),
    "Latin-1": (b"# x\n[H\xe4user]\n", 2),
    "overlong": (b"\n['\xc0\xaf']\n", 2),
    "surrogate": (b"['\xed\xa0\x80']\n", 1),
    "cut in a character": (b"[a]\nb = ['\xf0\x9f", 2),
    "many tables": (b"".join(b"[t%d]\nx = 1\n" % number for number in range(30_000)), 0),
    "many keys": (b"".join(b"k%d = 1\n" % number for number in range(30_000)), 1),
    "nine mebibytes": (b"# x\n" * (9 << 18), 1),
}
"""No file is taken where this is all of it; the line that is named (0: any)."""

TAKEN: dict[str, Callable[[str], bytes]] = {
    "mark of order": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "Windows line ends": lambda text: text.replace("\n", "\r\n").encode(),
    "both": lambda text: b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode(),
    "comment of a mebibyte": lambda text: f"# {LONG}\n{text}".encode(),
    "comment with dots": lambda text: f"# {'a.' * 90}b\n{text}".encode(),
    "last line without an end": lambda text: text.rstrip("\n").encode(),
    "empty": lambda _: b"",
    "only a comment": lambda _: b"#",
}
"""Every file is as good as before with these."""


def refused(root: Path, file: str, data: bytes) -> str:
    """Check with a file that is refused: exit 2, the file's name, a line, no flood, nothing written; out: the line."""
    (root / file).write_bytes(data)
    before = around(root)
    ran = run(root, "check")
    assert ran.code == 2, ran.said[:500]
    assert "Traceback" not in ran.said
    assert len(ran.said) < 20_000
    assert around(root) == before
    found = re.match(rf"{re.escape(file)}:([1-9]\d*):[1-9]\d*: \S", ran.err)
    assert found, ran.err[:300]
    return found[1]


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("name", VALUES)
def test_value(name: str, file: str, tmp_path: Path) -> None:
    """A value that is none, or none of those that are asked for."""
    first, second, *rest = FILES[file].split("\n")
    text = "\n".join((first, f"{second.partition('=')[0]}= {VALUES[name]}", *rest))
    line = int(refused(publication(tmp_path), file, text.encode()))
    assert line == 2 or (line == text.count("\n") + 1 and "without an end" in name)


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("name", WHOLE)
def test_whole(name: str, file: str, tmp_path: Path) -> None:
    """A file that is no TOML, no text, or too much."""
    data, line = WHOLE[name]
    found = refused(publication(tmp_path), file, data)
    assert not line or int(found) == line


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("name", TAKEN)
def test_taken(name: str, file: str, tmp_path: Path) -> None:
    """What only looks odd."""
    root = publication(tmp_path)
    (root / file).write_bytes(TAKEN[name](FILES[file]))
    ran = run(root, "check")
    assert ran.code == 0, ran.said[:500]


def test_dots_in_texts_are_none_of_a_key() -> None:
    """A key may have many parts, and a value as many dots as it likes; one more part is refused."""
    parts = ".".join("a" * toml.MOST_PARTS)
    assert toml.parse(f"{parts} = ['{'a.' * 90}', 1.5, 2.5] # {'a.' * 90}\n", "t")
    assert toml.parse(f'a = """\n{"a." * 90}\n\\""" b."""\n', "t")
    with pytest.raises(SettingsError, match="nested too deep"):
        toml.parse(f"{parts}.a = 1", "t")


def test_few_of_many_faults_are_told_with_their_number(tmp_path: Path) -> None:
    """The first hundred at most, in their order, and how many there are beside."""
    root = publication(tmp_path)
    (root / GLOSSARY).write_text("".join(f"[t{number}]\n" for number in range(250)), encoding="utf-8")
    said = run(root, "check").err.splitlines()
    assert said[0] == "glossary.toml:1:2: “t0” says neither what is allowed nor what is forbidden"
    assert said[99].startswith("glossary.toml:100:2: “t99”")
    assert said[100:] == ["glossary.toml:101:2: 150 more faults"]
