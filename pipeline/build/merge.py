"""Editions of shards -> one edition, by one exchange.

In: folders that ``zweiblatt build --shard`` made of one publication. Out: the edition that one build would have made.
Pages of many articles are the same in every shard; where they are not, the shards are of different manuscripts.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from ..errors import PublishError, UsageError
from ..findings import Message
from . import journal, publish

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

FINDINGS, PAGE = "report/findings.json", "report/index.html"
SEVERITIES = ("error", "warning", "info")


def merge(shards: Sequence[Path], output: Path, root: Path) -> int:
    """Join shards, and say how many files there are; a shard that is no edition or of other input is an error."""
    output = publish.place(output, root)
    known = [(shard, _entries(shard)) for shard in shards]
    joined: dict[str, tuple[Path, journal.Entry]] = {}
    for shard, entries in known:
        for target, entry in entries.items():
            if target in {FINDINGS, PAGE}:
                continue
            first, same = joined.setdefault(target, (shard, entry))
            if same != entry:
                arguments = (("target", target), ("one", first.as_posix()), ("other", shard.as_posix()))
                raise UsageError(
                    Message("{target} differs in {one} and {other}: build both of the same files", arguments)
                )
    try:
        with publish.lock(output), publish.staging(output) as folder:
            for target, (shard, _) in joined.items():
                publish.write(folder, target, (shard / target).read_bytes())
            found = _findings(shards)
            publish.write(folder, FINDINGS, found)
            entries = {target: entry for target, (_, entry) in joined.items()}
            digest = hashlib.sha256(found).hexdigest()
            publish.write(
                folder, journal.NAME, journal.dump({**entries, FINDINGS: journal.Entry(digest, digest, journal.ASSET)})
            )
            publish.exchange(folder, output)
    except OSError as error:
        why = (("path", output.as_posix()), ("why", error.strerror or str(error)))
        message = Message("{path} could not be written: {why}; the old edition stands", why)
        raise PublishError(message) from error
    return len(joined)


def _entries(shard: Path) -> dict[str, journal.Entry]:
    entries = journal.load(shard)
    if not entries:
        raise UsageError(Message("{path} is no edition of zweiblatt build", (("path", shard.as_posix()),)))
    return entries


def _findings(shards: Sequence[Path]) -> bytes:
    """The findings of all shards, each once."""
    reports = [json.loads((shard / FINDINGS).read_text("utf-8")) for shard in shards]
    every: list[Any] = []
    for report in reports:
        every += [finding for finding in report["findings"] if finding not in every]
    summary = reports[0]["summary"] | {
        f"{name}s": sum(finding["severity"] == name for finding in every) for name in SEVERITIES
    }
    return (
        json.dumps({**reports[0], "findings": every, "summary": summary}, ensure_ascii=False, indent=1) + "\n"
    ).encode()
