"""A manuscript's old bytes and new text -> new bytes, their difference as Git writes it, the file exchanged.

In: a path, bytes. Out: bytes that keep the form of the old ones; text that ``git apply`` and ``patch -p1`` take; a file
that is the old one or the new one.
"""

from __future__ import annotations

import difflib
import os
import re
import tempfile
from contextlib import suppress
from pathlib import Path

from ..errors import MakingError
from ..findings import Message

BOM = "\ufeff"
BREAK = re.compile("\r\n|\r|\n")


def unix(data: bytes) -> str:
    """The text of a manuscript as the reader has it: with Unix line ends, without a mark at the beginning."""
    return BREAK.sub("\n", data.decode("utf-8", "replace").removeprefix(BOM))


def rewritten(old: bytes, text: str) -> bytes:
    """The bytes of a text in the form of the old ones: each line that stays keeps its line break."""
    before = old.decode("utf-8", "replace")
    breaks = BREAK.findall(before)
    usual = max(breaks, key=breaks.count, default="\n")
    lines = text.split("\n")
    is_mixed = len(set(breaks)) > 1
    ends = _ends(unix(old).split("\n"), lines, breaks, usual) if is_mixed else [usual] * (len(lines) - 1)
    mark = BOM if before.startswith(BOM) else ""
    return (mark + "".join(f"{line}{end}" for line, end in zip(lines, [*ends, ""], strict=True))).encode()


def _ends(before: list[str], after: list[str], breaks: list[str], usual: str) -> list[str]:
    """The line breaks of new lines, of which the old ones had different ones."""
    ends = [usual] * len(after)
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for _, start, end, there, last in matcher.get_opcodes():
        if end - start == last - there:
            ends[there:last] = [*breaks, usual][start:end]
    return ends[:-1]


def difference(path: str, old: bytes, new: bytes) -> str:
    """What differs, line by line; a line break that is missing at the end is said as Git says it."""
    before, after = (_lines(each) for each in (old, new))
    mark = "\t" if " " in path else ""  # behind it nothing belongs to the name
    rows = difflib.unified_diff(before, after, f"a/{path}{mark}", f"b/{path}{mark}")
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
