"""The settings of a publication: zweiblatt.toml (or ``[tool.zweiblatt]`` in pyproject.toml) -> Settings.

In: the text of the file and the environment (``ZWEIBLATT_…``, which wins over the file). Out: frozen
:class:`Settings`, or a :class:`~pipeline.errors.SettingsError` that names every fault with file, line and the
nearest known key.
"""

from .load import load
from .values import (
    EXPLAINER,
    KINDS,
    CheckSettings,
    Kind,
    NewsletterSettings,
    PdfSettings,
    Publication,
    Settings,
)

__all__ = [
    "EXPLAINER",
    "KINDS",
    "CheckSettings",
    "Kind",
    "NewsletterSettings",
    "PdfSettings",
    "Publication",
    "Settings",
    "load",
]
