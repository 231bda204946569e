"""A manuscript's old bytes and new text -> new bytes, their difference as Git writes it, the file exchanged.

In: a path, bytes. Out: bytes that keep the form of the old ones; text that ``git apply`` and ``patch -p1`` take; a file
that is the old one or the new one.
"""

from __future__ import annotations

import os
import re
import tempfile
import unicodedata
from contextlib import suppress
from difflib import SequenceMatcher, unified_diff
from pathlib import Path

from ..errors import MakingError
from ..findings import Message

BOM = "\ufeff"
BREAK = re.compile("\r\n|\r|\n")
LINE = re.compile("[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


def read(data: bytes) -> str:
    """The text of a manuscript as the reader has it: Unix line ends, letters composed, no mark at the beginning."""
    return unicodedata.normalize("NFC", BREAK.sub("\n", data.decode("utf-8", "replace").removeprefix(BOM)))


def rewritten(old: bytes, text: str) -> bytes:
    """The bytes of a text in the form of the old ones: a line that stays keeps its bytes, a new one is like them."""
    before = old.decode("utf-8", "replace")
    mark = BOM if before.startswith(BOM) else ""
    lines, new = LINE.findall(before.removeprefix(BOM)), LINE.findall(text)
    breaks = BREAK.findall(before)
    usual = max(breaks, key=breaks.count, default="\n")
    is_apart = unicodedata.is_normalized("NFD", before) and not before.isascii()
    kept = [unicodedata.normalize("NFC", BREAK.sub("\n", line)) for line in lines]
    made: list[str] = []
    for kind, start, end, first, last in SequenceMatcher(None, kept, new, autojunk=False).get_opcodes():
        like = lines[start:end] if end - start == last - first else [usual] * (last - first)
        if kind == "equal":
            made += like
        else:
            pairs = zip(new[first:last], like, strict=True)
            made += [
                _ended(unicodedata.normalize("NFD", line) if is_apart else line, other, usual) for line, other in pairs
            ]
    return (mark + "".join(made)).encode()


def _ended(line: str, like: str, usual: str) -> str:
    """A line with the line break of another."""
    found = BREAK.search(like)
    return line.removesuffix("\n") + (found[0] if found else usual) if line.endswith("\n") else line


def difference(path: str, old: bytes, new: bytes) -> str:
    """What differs, line by line; a line break that is missing at the end is said as Git says it."""
    before, after = (_lines(each) for each in (old, new))
    mark = "\t" if " " in path else ""  # behind it nothing belongs to the name
    rows = unified_diff(before, after, f"a/{path}{mark}", f"b/{path}{mark}")
    return "".join(row if row.endswith("\n") else f"{row}\n\\ No newline at end of file\n" for row in rows)


def _lines(data: bytes) -> list[str]:
    """The lines as Git counts them: U+2028 and the like end none."""
    *lines, last = data.decode("utf-8", "replace").split("\n")
    return [*(f"{line}\n" for line in lines), *([last] if last else [])]


def exchange(path: Path, name: str, data: bytes) -> None:
    """Put other bytes into a file, whole or not at all; what a link leads to is changed, not the link."""
    place = path.resolve()
    try:
        if not os.access(place, os.W_OK):
            raise PermissionError(None, "Permission denied")
        _put(place, data)
    except OSError as error:
        arguments = (("path", name), ("why", error.strerror or type(error).__name__))
        raise MakingError(Message("{path} cannot be written: {why}", arguments)) from None


def _put(place: Path, data: bytes) -> None:
    kept = place.stat()
    with tempfile.NamedTemporaryFile(dir=place.parent, prefix=".zweiblatt-", delete=False) as file:
        try:
            file.write(data)
            file.flush()
            os.chmod(file.name, kept.st_mode)  # noqa: PTH101 - beside chown, which pathlib has not
            if hasattr(os, "chown"):
                with suppress(PermissionError):
                    os.chown(file.name, kept.st_uid, kept.st_gid)
            os.replace(file.name, place)  # noqa: PTH105 - the atomic one, by its name
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise
