"""Whether PDFs can be made here.

In: this machine. Out: nothing, or a test module that is skipped, with what is missing and how to get it.
"""

from __future__ import annotations

import pytest

from pipeline.errors import MissingToolError
from pipeline.render.pdf.door import check_pango


def need_pango() -> None:
    """Skip the module that calls this where Pango is missing."""
    try:
        check_pango()
    except MissingToolError as error:  # pragma: no cover - a machine without Pango
        pytest.skip(str(error), allow_module_level=True)
