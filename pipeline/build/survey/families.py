"""Which families of outputs there are.

In: nothing. Out: their names, as the command line has them; :func:`outputs`, what each makes.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...render.output import Output

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


def outputs(families: Iterable[str]) -> dict[str, tuple[Output, ...]]:
    """The outputs of each family; a family's package is loaded by its name."""
    return {
        family: tuple(
            output for name in FAMILIES[family] for output in import_module(f"pipeline.render.{name}").OUTPUTS
        )
        for family in families
    }
