"""Editions of shards -> one edition, by one exchange.

In: folders that ``zweiblatt build --shard`` made of one publication. Out: the edition that one build would have made,
byte for byte, its report too. Pages of many articles are the same in every shard.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from ...errors import PublishError, UsageError
from ...findings import Message
from . import journal, publish
from .shard import NAME, labels

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from ...findings import Finding

    Joined = dict[str, tuple[Path, journal.Entry]]

OWN = frozenset(("report/findings.json", "report/index.html", f"report/{NAME}"))
"""Files that each shard has of its own."""


def merge(
    shards: Sequence[Path],
    output: Path,
    root: Path,
    report: Callable[[tuple[Finding, ...], int], Iterable[tuple[str, bytes]]],
) -> int:
    """Join shards, and say how many files there are; ``report`` gives the files of ``report/``."""
    output = publish.place(output, root)
    for shard in shards:
        if publish.place(shard, root) == output:
            raise UsageError(Message("{path} cannot be both a shard and the output", (("path", shard.as_posix()),)))
    known = labels(shards)
    joined = _joined([each.folder for each in known])
    findings = tuple(dict.fromkeys(finding for each in known for finding in each.findings))
    try:
        with publish.lock(output), publish.staging(output) as folder:
            entries: dict[str, journal.Entry] = {}
            for target, (shard, entry) in joined.items():
                _take(folder, target, shard, entry)
                entries[target] = entry
            for name, data in report(findings, known[0].stories):
                publish.write(folder, f"report/{name}", data)
                digest = hashlib.sha256(data).hexdigest()
                entries[f"report/{name}"] = journal.Entry(digest, digest, journal.ASSET)
            publish.write(folder, journal.NAME, journal.dump(entries))
            publish.exchange(folder, output)
    except OSError as error:
        why = (("path", output.as_posix()), ("why", error.strerror or str(error)))
        message = Message("{path} could not be written: {why}; the old edition stands", why)
        raise PublishError(message) from error
    return len(entries)


def _joined(shards: Sequence[Path]) -> Joined:
    """Each file of the edition with the shard that has it; the same name with other bytes is an error."""
    joined: Joined = {}
    for shard in shards:
        entries = journal.load(shard)
        if not entries:
            raise UsageError(Message("{path} is no edition of zweiblatt build", (("path", shard.as_posix()),)))
        for target, entry in entries.items():
            first, same = joined.setdefault(target, (shard, entry))
            if same != entry and target not in OWN:
                arguments = (("target", target), ("one", first.as_posix()), ("other", shard.as_posix()))
                template = "{target} differs in {one} and {other}: build both of the same files"
                raise UsageError(Message(template, arguments))
    return {target: row for target, row in joined.items() if target not in OWN}


def _take(folder: Path, target: str, shard: Path, entry: journal.Entry) -> None:
    """A file of a shard, whole, as its journal says."""
    path = shard / target
    data = path.read_bytes() if path.is_file() and not path.is_symlink() else b""
    if hashlib.sha256(data).hexdigest() != entry.digest:
        raise PublishError(Message("{path} is damaged or missing: build that shard anew", (("path", path.as_posix()),)))
    publish.write(folder, target, data)
