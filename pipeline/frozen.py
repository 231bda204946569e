"""Frozen values whose methods are written when they are first called.

In: a class with annotated fields, all of them given to ``__init__`` in their order. Out: what
``dataclasses.dataclass(frozen=True, slots=True)`` makes of it, at a tenth of the price at the start: that one writes
and compiles six methods for each class when its module is loaded, and most of them are never called. Fields are set
through their slots, in two thirds of the time.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from dataclasses import dataclass

    Fields = Sequence[dataclasses.Field[Any]]

__all__ = ["dataclass"]

COMPARED = {"__eq__": "==", "__lt__": "<", "__le__": "<=", "__gt__": ">", "__ge__": ">="}
"""Methods that compare, and how."""
ALWAYS = ("__init__", "__repr__")
EQUAL = ("__eq__", "__hash__")
ORDER = ("__lt__", "__le__", "__gt__", "__ge__")
WRITTEN = frozenset((*ALWAYS, *EQUAL, *ORDER, "__post_init__"))
"""What a class may not have of its own: it would be lost without a word."""
NOT_GIVEN = object()


def _dataclass(*, frozen: bool, slots: bool, eq: bool = True, order: bool = False) -> Callable[[type], type]:
    """The frozen, slotted dataclass of a class; :mod:`dataclasses` makes all others."""
    if not (frozen and slots):
        message = "only what is frozen and has slots is made here"
        raise TypeError(message)

    def made(given: type) -> type:
        if own := WRITTEN & given.__dict__.keys():
            message = f"{given.__name__} has methods that are written here, or never called: {', '.join(sorted(own))}"
            raise TypeError(message)
        kind: type = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)(given)
        methods = {name: _late(kind, name) for name in (*ALWAYS, *(EQUAL if eq else ()), *(ORDER if order else ()))}
        methods |= {"__setattr__": _refuse, "__delattr__": _refuse, "__getstate__": _state, "__setstate__": _restore}
        for name, method in methods.items():
            setattr(kind, name, method)
        return kind

    return made


if not TYPE_CHECKING:
    dataclass = _dataclass


def _late(kind: type, name: str) -> Callable[..., Any]:
    """A method that puts the real one in its own place when it is first called."""

    def first(self: object, *given: object, **named: object) -> Any:  # noqa: ANN401 - as the method has it
        method = _written(kind, name)
        setattr(kind, name, method)
        return method(self, *given, **named)

    return first


def _written(kind: type, name: str) -> Callable[..., Any]:
    fields = dataclasses.fields(kind)
    known: dict[str, Any] = {}
    head, body = _init(kind, fields, known) if name == "__init__" else _shown(name, fields)
    exec(f"def {name}({head}):\n" + "".join(f" {line}\n" for line in body), known)  # noqa: S102 - as dataclasses does
    method: Callable[..., Any] = known[name]
    method.__qualname__ = f"{kind.__qualname__}.{name}"
    return method


def _init(kind: type, fields: Fields, known: dict[str, Any]) -> tuple[str, list[str]]:
    """How a value is made; ``known`` are the names that this needs."""
    known["_not_given"] = NOT_GIVEN
    head, body = ["self"], []
    for field in fields:
        if field.kw_only or not field.init:
            message = f"{kind.__name__}.{field.name}: every field is given, in its order"
            raise TypeError(message)
        name, given, usual = field.name, field.name, ""
        known[f"_set_{name}"] = getattr(kind, name).__set__
        if field.default is not dataclasses.MISSING:
            known[f"_usual_{name}"], usual = field.default, f"=_usual_{name}"
        elif field.default_factory is not dataclasses.MISSING:
            known[f"_make_{name}"], usual = field.default_factory, "=_not_given"
            given = f"_make_{name}() if {name} is _not_given else {name}"
        head.append(name + usual)
        body.append(f"_set_{name}(self, {given})")
    return ", ".join(head), body or ["pass"]


def _shown(name: str, fields: Fields) -> tuple[str, list[str]]:
    """How a value is compared, hashed, shown."""
    if name == "__repr__":
        parts = ", ".join(f"{field.name}={{self.{field.name}!r}}" for field in fields if field.repr)
        return "self", [f'return self.__class__.__qualname__ + f"({parts})"']
    asked = [field.name for field in fields if field.compare]
    own, others = (f"({''.join(f'{side}.{field}, ' for field in asked)})" for side in ("self", "other"))
    if name == "__hash__":
        return "self", [f"return hash({own})"]
    same = f"return {own} {COMPARED[name]} {others}"
    return "self, other", [f"if other.__class__ is self.__class__: {same}", "return NotImplemented"]


def _refuse(self: object, name: str, *_: object) -> None:
    message = f"{type(self).__name__} is frozen: {name}"
    raise dataclasses.FrozenInstanceError(message)


def _state(self: Any) -> list[Any]:  # noqa: ANN401 - any value of these
    return [getattr(self, field.name) for field in dataclasses.fields(self)]


def _restore(self: Any, state: Sequence[Any]) -> None:  # noqa: ANN401 - as above
    for field, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)
