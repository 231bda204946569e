"""JSON values -> values of a type, or a refusal: whoever may write a document may have written anything.

In: a type as fields are annotated with it, a JSON value. Out: a value whose every part has its type; numbers, templates
and paths are such as we write. What is not is :class:`Unsound`, and counts as absent. A class that is named by text is
loaded when a value of it is met.

A dataclass, an enum and a date are told by the one key of their object, so that each of a union's types is known at
once.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
import types
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints

from .. import findings, model

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..findings import Message
    from ..model import Author, Card, Citation, Node, Picture, Span

    Reader = Callable[[Any], Any]

DATES = {"date": dt.date, "datetime": dt.datetime}
LARGEST = 2**31
"""No line, column or count of an article comes near: a manuscript has at most two MiB."""
BELOW = re.compile(r"(?!(?:.*/)?\.{1,2}(?:/|$))(?!/)[^\0]{1,4096}", re.DOTALL)
"""A path that leads nowhere but below its folder."""
ALIAS = re.compile(r"/*[a-z0-9-]+(?:/[a-z0-9-]+)*/*")
LINK = re.compile(r"(?:https?|mailto):|(?![^/#?]*:|//)", re.IGNORECASE)
"""How the address of a link begins, or that of a file of ours."""
FIELD = re.compile(r"\{\{|\}\}|\{(\w+)\}")
ONLY_TEXT = frozenset((str,))
DIGEST = re.compile(r"[0-9a-f]{64}")


class Unsound(ValueError):  # noqa: N818 - what it says of the value
    """JSON of another form than ours: damaged, of another version, or forged."""


@cache
def reader(kind: Any) -> Reader:  # noqa: ANN401 - a type, perhaps with parameters
    """What makes a value of a type of JSON, or raises ValueError, TypeError or a LookupError."""
    if isinstance(kind, str):
        return _late(kind)
    table: dict[Any, Reader] = {}
    for each in get_args(kind) if get_origin(kind) is types.UnionType else (kind,):
        table.update(_row(each))

    def read(given: Any) -> Any:  # noqa: ANN401 - as the type has it
        return table[next(iter(given), None) if type(given) is dict else type(given)](given)

    return read


def _late(name: str) -> Reader:
    def read(given: Any) -> Any:  # noqa: ANN401 - a value of the class
        return reader(Names()[name])(given)

    return read


def _row(kind: Any) -> dict[Any, Reader]:  # noqa: ANN401 - as above
    """How JSON of a type is told from others, and what reads it."""
    if kind in {str, bool, types.NoneType}:
        return {kind: _same}
    if kind is int:
        return {int: _number}
    if get_origin(kind) is tuple:
        return {list: _tuple(get_args(kind))}
    if issubclass(kind, dt.date):
        return {kind.__name__: lambda given: kind.fromisoformat(_inner(given))}
    if issubclass(kind, Enum):
        members = {member.value: member for member in kind}
        return {kind.__name__: lambda given: members[_inner(given)]}
    return {kind.__name__: _object(kind)}


def _tuple(kinds: tuple[Any, ...]) -> Reader:
    if set(kinds) <= {str, Ellipsis}:
        return _texts(0 if kinds[-1] is Ellipsis else len(kinds))
    if kinds[-1] is Ellipsis:
        each = reader(kinds[0])
        return lambda given: tuple([each(inner) for inner in given])
    readers = tuple(map(reader, kinds))
    return lambda given: tuple([read(inner) for read, inner in zip(readers, given, strict=True)])


def _texts(count: int) -> Reader:
    """So many texts (0: any number) at once: most of what is known of stories is names and digests."""

    def read(given: list[Any]) -> tuple[str, ...]:
        if not ONLY_TEXT.issuperset(map(type, given)) or len(given) != (count or len(given)):
            raise Unsound
        return tuple(given)

    return read


def _object(kind: Any) -> Reader:  # noqa: ANN401 - a dataclass
    check = CHECKS.get(kind.__name__)

    def read(given: Any) -> Any:  # noqa: ANN401 - a value of that class
        count, texts, others = _fields(kind)
        inner = _inner(given)
        fields = [*inner] if type(inner) is list else []
        if len(fields) != count or not ONLY_TEXT.issuperset([type(fields[place]) for place in texts]):
            raise Unsound
        for place, each in others:
            fields[place] = each(fields[place])
        made = kind(*fields)
        if check and not check(made):
            raise Unsound
        return made

    return read


@cache
def _fields(kind: Any) -> tuple[int, tuple[int, ...], tuple[tuple[int, Reader], ...]]:  # noqa: ANN401 - a dataclass
    """How many fields there are, which are plain text, and the readers of all others.

    Asked for late, as a node holds nodes; text is looked at together, as most of a card is text.
    """
    hints = get_type_hints(kind, localns=Names())
    kinds = [hints[field.name] for field in dataclasses.fields(kind)]
    texts = tuple(place for place, each in enumerate(kinds) if each is str)
    return len(kinds), texts, tuple((place, reader(each)) for place, each in enumerate(kinds) if each is not str)


class Names(dict[str, Any]):
    """What annotations name; the modules of the model are loaded when they are needed."""

    def __missing__(self, name: str) -> Any:  # noqa: ANN401 - a class or module
        if name == "dt":
            return dt
        for module in (findings, model):
            if hasattr(module, name):
                return getattr(module, name)
        raise KeyError(name)


def _inner(given: dict[str, Any]) -> Any:  # noqa: ANN401 - a JSON value
    (inner,) = given.values()
    return inner


def _same(given: Any) -> Any:  # noqa: ANN401 - text, yes or no, nothing
    return given


def _number(given: int) -> int:
    if not 0 <= given < LARGEST:
        raise Unsound
    return given


def _is_fit(message: Message) -> bool:
    """Whether a template names arguments that it has."""
    return _named(message.template) <= {name for name, _ in message.arguments}


@cache
def _named(template: str) -> frozenset[str]:
    """What a template names, plainly: what else it could ask for is a width, or an attribute."""
    left = FIELD.sub("", template)
    if "{" in left or "}" in left:
        raise Unsound
    return frozenset(FIELD.findall(template)) - {""}


def _is_linked(one: Author | Citation) -> bool:
    """Whether an address can be followed."""
    return LINK.match(one.url) is not None


def _is_node(node: Node) -> bool:
    """Whether a node is such as the reader makes."""
    return node.tag in model.TAGS and LINK.match(node.get("href")) is not None


def _is_place(span: Span) -> bool:
    return _is_below(span.path)


@cache
def _is_below(path: str) -> bool:
    return BELOW.fullmatch(path) is not None


def _is_picture(picture: Picture) -> bool:
    return _is_below(picture.src.removeprefix("../"))


def _is_card(card: Card) -> bool:
    """Whether a card leads nowhere but below ``content/`` and its edition."""
    paths = (card.story, card.path, *card.links, *card.pictures, *card.files)
    return (
        all(map(_is_below, paths))
        and all(map(ALIAS.fullmatch, card.aliases))
        and _is_below(card.slug)
        and "/" not in card.slug
        and all(map(DIGEST.fullmatch, (card.digest, card.face)))
    )


CHECKS: dict[str, Callable[[Any], bool]] = {
    "Author": _is_linked,
    "Card": _is_card,
    "Citation": _is_linked,
    "Message": _is_fit,
    "Node": _is_node,
    "Picture": _is_picture,
    "Span": _is_place,
}
"""What values of a class must be beside having fields of the right types."""
