"""A frozen value -> its SHA-256: two values that are equal have one, in every process.

In: dataclasses, tuples, enums, dates, numbers, text, bytes. Out: hexadecimal digits. Anything else is a fault of ours.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
from enum import Enum
from typing import TYPE_CHECKING, Any

from .model import Card

if TYPE_CHECKING:
    from collections.abc import Iterator


def digest(value: Any) -> str:  # noqa: ANN401 - any frozen value
    """The digest of a value and all that it is made of."""
    hashed = hashlib.sha256()
    for piece in _pieces(value):
        hashed.update(piece)
    return hashed.hexdigest()


def _pieces(value: Any) -> Iterator[bytes]:  # noqa: ANN401, C901 - any frozen value; one case for each type
    match value:
        case None:
            yield b"n;"
        case Card() if value.face:
            yield f"c{value.face};".encode()  # made of all its other fields when it was read
        case Enum():
            yield from _pieces(value.value)
        case bool() | int() | float():
            yield f"{type(value).__name__}{value};".encode()
        case str():
            data = value.encode("utf-8", "surrogatepass")
            yield b"s%d:" % len(data)
            yield data
        case bytes():
            yield b"b%d:" % len(value)
            yield value
        case dt.date():
            yield f"d{value.isoformat()};".encode()
        case tuple():
            yield b"t%d:" % len(value)
            for item in value:
                yield from _pieces(item)
        case _ if dataclasses.is_dataclass(value):
            yield f"c{type(value).__name__}:".encode()
            for field in dataclasses.fields(value):
                yield from _pieces(getattr(value, field.name))
        case _:
            message = f"no digest for {type(value).__name__}"
            raise TypeError(message)
