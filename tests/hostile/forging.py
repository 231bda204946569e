"""Documents of the store that another version or another hand wrote: sealed as ours are, but of another form.

In: a JSON value, dice. Out: the value with one place in it changed. What :func:`misshapen` gives can be told from what
we write; what :func:`lying` gives has the form of ours, and says something else.
"""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any

from pipeline.store import digest_of

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator
    from pathlib import Path

OTHER: dict[type, tuple[Any, ...]] = {
    str: (7, True, 1.5, [], {}, ["x"], {"Span": ["content/de/leaf.md", 1, 1, None]}),
    bool: (7, "x", 1.5, [], {}, None),
    int: ("x", True, 1.5, [], {}, None),
    float: ("x", [], {}, None),
    type(None): (True, 7, "x", [7], {"Card": []}, {"x": 1}),
    list: (7, "x", True, {}, {"Front": []}, [[[]]]),
    dict: (7, "x", True, [], [[]], {"version": 99}),
}
"""Values of another type; an empty list may be what it is, or have nothing in it."""
LARGE = (10**18, -(10**18), 10**400, -1, 1e308, float("nan"))
DEEP = 150
OUTSIDE = ("../../../beside/secret.txt", "/etc/passwd", "{0}", "{title:>99999999}", "\0", "<script>", "javascript:x")


def documents(store: Path) -> dict[str, str]:
    """The kinds of documents of a store: kind to the name of one of them."""
    paths = sorted(path for path in store.rglob("*.json") if path.relative_to(store).parts[0] != "objects")
    names = [path.relative_to(store).as_posix().removesuffix(".json") for path in paths]
    return {name.partition("/")[0].partition("-")[0]: name for name in names if not name.startswith("spare")}


def forge(store: Path, name: str, value: Any) -> None:  # noqa: ANN401 - a JSON value
    """Write a document with the seal that it should have."""
    text = json.dumps(value, separators=(",", ":"), ensure_ascii=False).encode("utf-8", "surrogatepass")
    path = store / f"{name}.json"
    path.unlink()
    path.write_bytes(digest_of(name.encode() + b"\0" + text).encode() + b"\n" + text)


def content(store: Path, name: str) -> Any:  # noqa: ANN401 - a JSON value
    """What a document holds."""
    return json.loads((store / f"{name}.json").read_bytes().partition(b"\n")[2])


def misshapen(given: Any, dice: random.Random) -> Any:  # noqa: ANN401 - a JSON value
    """A value that we would not have written."""
    value = copy.deepcopy(given)
    holder, key = dice.choice([*_places(value)])
    inner = holder[key]
    match dice.randrange(4):
        case 0:
            holder[key] = dice.choice(OTHER[type(inner)])
        case 1 if type(inner) is int:
            holder[key] = dice.choice(LARGE)
        case 1:
            holder[key] = _nested(inner, dice.choice((1, 2, DEEP)))
        case 2 if isinstance(holder, dict) and len(holder) == 1:
            holder["Another"] = holder.pop(key)
        case 2 if isinstance(holder, dict):
            del holder[key]
        case _:
            return dice.choice(({"version": 99, "value": value}, [value], None, 7, "x", [], [[]], {"": value}))
    return value


def lying(given: Any, dice: random.Random) -> Any:  # noqa: ANN401 - a JSON value
    """A value of our form that is not true, or nearly of our form."""
    value = copy.deepcopy(given)
    holder, key = dice.choice([*_places(value)])
    inner = holder[key]
    if isinstance(inner, str):
        holder[key] = dice.choice((*OUTSIDE, "", "x" * 10_000, inner + inner))
    elif isinstance(holder, list) and dice.random() < 0.5:
        del holder[key]
    else:
        holder[key] = dice.choice((0, 1, 10**6, None, [], [inner, inner], True, False))
    return value


def _nested(inner: Any, depth: int) -> Any:  # noqa: ANN401 - a JSON value
    for _ in range(depth):
        inner = [inner]
    return inner


def _places(value: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401 - a JSON value
    for key, inner in [*value.items()] if isinstance(value, dict) else enumerate(value):
        yield value, key
        if isinstance(inner, list | dict):
            yield from _places(inner)
