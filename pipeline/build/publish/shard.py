"""What a part of an edition says of itself, so that parts of one edition are told from others, and none is forgotten.

In: a wish for a shard and what was found. Out: ``report/shard.json``; :func:`labels` reads those of several shards.
"""

from __future__ import annotations

import json
from itertools import pairwise
from typing import TYPE_CHECKING

from ... import record
from ...errors import UsageError
from ...findings import Finding, Message
from ...frozen import dataclass
from ...store import digest_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from ..survey.survey import Survey
    from ..survey.wish import Wish

NAME = "shard.json"


@dataclass(frozen=True, slots=True)
class Label:
    """Which part it is of how many; the digest of what all parts are made of; stories of the whole, findings."""

    folder: Path
    part: int
    parts: int
    made_of: str
    stories: int
    findings: tuple[Finding, ...]
    held: frozenset[str]


def label(
    wish: Wish, found: Survey, findings: Sequence[Finding], held: Iterable[tuple[str, str]]
) -> Iterator[tuple[str, bytes]]:
    """The label of a shard; nothing for a whole edition."""
    if not wish.shard:
        return
    asked = (
        wish.memory.checked,
        *wish.families,
        *wish.languages,
        str(wish.drafts),
        str(wish.keep_going),
        *sorted(wish.known),
    )
    lines = (*asked, *(f"{card.path} {card.digest}" for card in found.cards))
    value = {
        "shard": wish.shard,
        "of": digest_of("\n".join(lines).encode("utf-8", "surrogatepass")),
        "stories": len(found.manuscripts),
        "findings": record.plain(tuple(findings)),
        "held": sorted(f"{story} ({language})" for story, language in held),
    }
    yield NAME, f"{json.dumps(value, ensure_ascii=True, indent=1)}\n".encode()


def labels(shards: Sequence[Path]) -> tuple[Label, ...]:
    """The labels of all shards of one edition, in their order; a UsageError where one is missing, twice or foreign."""
    found = sorted((_read(shard) for shard in shards), key=lambda each: each.part)
    first = found[0]
    for each, after in pairwise(found):
        names = (("one", each.folder.as_posix()), ("other", after.folder.as_posix()))
        if (each.parts, each.made_of) != (after.parts, after.made_of):
            template = (
                "{one} and {other} are not parts of one edition: build all of the same files, settings and program"
            )
            raise UsageError(Message(template, names))
        if each.part == after.part:
            arguments = (*names, ("shard", f"{each.part}/{each.parts}"))
            raise UsageError(Message("{one} and {other} are both shard {shard}: name each once", arguments))
        _compare_held(each, after)
    missing = sorted({*range(1, first.parts + 1)} - {each.part for each in found})
    if missing:
        said = ", ".join(f"{part}/{first.parts}" for part in missing[:20])
        raise UsageError(Message("a shard is missing: {shards}; build and name it too", (("shards", said),)))
    return tuple(found)


def _compare_held(one: Label, other: Label) -> None:
    """Parts list the same articles, unless only making showed what is wrong with one: no other part could know."""
    for article in sorted(one.held ^ other.held):
        holder, lister = (one, other) if article in one.held else (other, one)
        names = (("holder", holder.folder.as_posix()), ("lister", lister.folder.as_posix()), ("article", article))
        template = (
            "{holder} leaves out {article}, as making showed a fault in it, and {lister} lists it: repair the article, "
            "or build the edition in one piece"
        )
        raise UsageError(Message(template, names))


def _read(shard: Path) -> Label:
    try:
        value = json.loads((shard / "report" / NAME).read_text("utf-8"))
        part, parts = (int(number) for number in value["shard"].split("/"))
        return Label(
            shard,
            part,
            parts,
            str(value["of"]),
            int(value["stories"]),
            record.value(value["findings"], tuple[Finding, ...]),
            frozenset(record.value(value["held"], tuple[str, ...])),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        template = "{path} is no shard: make it with zweiblatt build --shard i/n --out {path}"
        raise UsageError(Message(template, (("path", shard.as_posix()),))) from None
