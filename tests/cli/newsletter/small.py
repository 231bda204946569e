"""A small publication that is sent, and what the command said.

In: nothing. Out: settings, a manuscript to fill in, :class:`Done`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[3]
SETTINGS = (ROOT / "zweiblatt.toml").read_text("utf-8")
ARTICLE = """---
title: "{title}"
date: 2025-02-{day}
kind: note
slug: {slug}
---

{text}

#OpenSource
"""


@dataclass(frozen=True)
class Done:
    """What the command said."""

    returncode: int
    stdout: str
    stderr: str
