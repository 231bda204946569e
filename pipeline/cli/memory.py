"""What earlier checks found, so that a story that has not changed is not read again.

In: the project, the rules that apply, stories. Out: their findings, where nothing that they depend on has changed: the
manuscripts (size, times and inode as Git keeps them, a hash where they differ), settings, glossary, hashtags, the day,
the program and its libraries. The file carries its own digest: a damaged one is forgotten.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..findings import Finding
    from ..listing import Manuscripts
    from .examine import Examined
    from .project import Project

TOGETHER = "."
"""The name under which findings about all stories are kept: no story can have it."""
KEPT = 4
"""Memories of so many different settings and selections are kept."""
RACY = 2_000_000_000
"""Nanoseconds: a file that was written so shortly before the memory could have changed since within one tick."""
PACKAGE = Path(__file__).parent.parent

Stamp = tuple[int, int, int, str]
"""Size, time of change, inode, SHA-256."""


@dataclass(slots=True)
class Memory:
    """The findings of stories by name, with the stamps of their manuscripts."""

    root: Path
    path: Path
    written: int = 0
    stories: dict[str, Any] = field(default_factory=dict)
    changed: bool = False

    def recall(self, name: str, paths: Sequence[str]) -> tuple[Finding, ...] | None:
        """What is known of a story; None if it has changed."""
        known = self.stories.get(name)
        if known is None or [path for path, _ in known["files"]] != list(paths):
            return None
        stamps = [self._same(path, tuple(stamp)) for path, stamp in known["files"]]
        return record.findings(known["findings"]) if all(stamps) else None

    def remember(self, name: str, examined: Examined) -> None:
        """Keep what was found in a story."""
        files = [(path, (*_stat(self.root / path), digest)) for path, digest in examined.digests]
        claims = [[each.story, each.language, each.kind, each.path, [*each.addresses]] for each in examined.claims]
        self.stories[name] = {"files": files, "findings": record.values(examined.findings), "claims": claims}
        self.changed = True

    def together(self, every: Manuscripts, project: Project) -> tuple[Finding, ...]:
        """What is found about all stories together; all of them must be known."""
        for gone in set(self.stories) - set(every) - {TOGETHER}:
            del self.stories[gone]
        claims = [claim for name in every for claim in self.stories[name]["claims"]]
        if self.stories.get(TOGETHER, {}).get("claims") != claims:
            from ..check import check_claims  # noqa: PLC0415 - all rules, 100 ms: only where a claim changed
            from ..check.claims import Claim  # noqa: PLC0415 - as above

            made = tuple(
                Claim(story, language, kind, path, tuple(addresses))
                for story, language, kind, path, addresses in claims
            )
            found = check_claims(made, project.house)
            self.stories[TOGETHER] = {"files": [], "claims": claims, "findings": record.values(found)}
            self.changed = True
        return record.findings(self.stories[TOGETHER]["findings"])

    def keep(self) -> None:
        """Write the memory, if it has changed; where that cannot be, the next check only takes longer."""
        if not self.changed:
            return
        text = json.dumps(self.stories)
        with suppress(OSError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            (self.path.parent / ".gitignore").write_text("*\n", encoding="utf-8")
            partial = self.path.with_suffix(f".{os.getpid()}")
            partial.write_text(f"{_digest(text.encode())}\n{text}", encoding="utf-8", newline="\n")
            partial.replace(self.path)
            for old in sorted(self.path.parent.glob("check-*.json"), key=lambda each: -each.stat().st_mtime)[KEPT:]:
                old.unlink(missing_ok=True)

    def _same(self, path: str, stamp: Stamp) -> bool:
        try:
            now = _stat(self.root / path)
            if now == stamp[:3] and now[1] < self.written - RACY:
                return True
            return now[0] == stamp[0] and _digest((self.root / path).read_bytes()) == stamp[3]
        except OSError:
            return False


def open_memory(project: Project) -> Memory:
    """What is known under these settings and rules, on this day, by this program."""
    given = os.environ.get("ZWEIBLATT_CACHE_DIR")
    folder = Path(given) if given else project.root / ".zweiblatt"
    settings = project.settings
    parts = (repr(settings), project.glossary, project.hashtags, project.today.isoformat(), _program())
    key = _digest("\0".join(parts).encode("utf-8", "surrogatepass"))
    path = folder / f"check-{key[:16]}.json"
    try:
        head, _, text = path.read_text(encoding="utf-8").partition("\n")
        if head == _digest(text.encode()):
            return Memory(project.root, path, path.stat().st_mtime_ns, json.loads(text))
    except (OSError, ValueError):
        pass  # no memory yet, or a damaged one
    return Memory(project.root, path, time.time_ns())


def _program() -> str:
    """What tells this program from another: its files, Python, and the libraries beside click."""
    files = (
        f"{entry.path} {entry.stat().st_size} {entry.stat().st_mtime_ns}"
        for folder, _, _ in os.walk(PACKAGE)
        for entry in sorted(os.scandir(folder), key=lambda each: each.name)
        if entry.name.endswith((".py", ".toml"))
    )
    libraries = Path(sys.modules["click"].__file__ or "").parent.parent
    names = sorted(name for name in os.listdir(libraries) if name.endswith(".dist-info"))  # noqa: PTH208 - names alone
    return _digest("\n".join((sys.version, *files, *names)).encode("utf-8", "surrogateescape"))


def _stat(path: Path) -> tuple[int, int, int]:
    found = path.stat()
    return found.st_size, found.st_mtime_ns, found.st_ino


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
