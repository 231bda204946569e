"""Which families of outputs there are.

In: nothing. Out: their names, as the command line has them.
"""

from __future__ import annotations

FAMILIES = {
    "web": ("web", "citations"),
    "pdf": ("pdf",),
    "newsletter": ("newsletter",),
    "feeds": ("feeds",),
    "social": ("social",),
}
"""What ``--only`` can name, and the packages of ``render`` that make it."""
EXTRA = "extra"
"""The family of files that a command added to an edition."""
