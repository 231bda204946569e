"""A drawing (SVG) -> what of it would run, be fetched or take too much where it is shown.

In: the bytes of an SVG file. Out: faults with their places, judged by expat, which reads no document type and fetches
nothing. What stays is shapes, text and style that refer to nothing but the drawing itself.
"""

from __future__ import annotations

import re
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING
from xml.parsers import expat

from ..findings import Fault, remark
from ..model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ..findings import Remark

DEPTH = 100
ELEMENTS = 50_000
MOST_FAULTS = 20
"""Faults of a drawing that are reported singly."""

SVG = "http://www.w3.org/2000/svg"
ALIVE = frozenset(f"http://www.w3.org/{name}" for name in ("1999/xhtml", "1998/Math/MathML", "1999/XSL/Transform"))
"""Other languages of which a browser shows, runs or follows something inside a drawing."""
RUNNING = frozenset(("script", "foreignobject", "handler", "listener", "iframe", "object", "embed", "audio", "video"))
REFERRING = frozenset(("href", "src", "base", "data", "action", "formaction", "poster", "srcset"))
ANIMATED = re.compile(r"(?:.*:)?href|on.*", re.IGNORECASE)
PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]*", re.IGNORECASE)
LINK = re.compile(r"https?://[^\s]+|mailto:[^\s]+", re.IGNORECASE)
CODE = re.compile(r"(?:javascript|vbscript|data:text|data:application):?", re.IGNORECASE)
NOISE = re.compile("[\x00-\x20\x7f-\xa0\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u2069\ufeff]")
FETCHED = re.compile(
    r"url\(\s*+['\"]?+\s*+(?!#|data:image/)|@import|(?:image-set|image|src|expression)\(|-moz-binding", re.IGNORECASE
)
"""What fetches something in a style; a backslash could spell any of it otherwise."""
REFERENCE = re.compile(r"(?:^\s*#|url\(\s*['\"]?#)([^'\")\s]+)")
"""The name of a part of the drawing that is shown elsewhere."""
STYLED = re.compile(r"[(@]")


def drawing(path: str, data: bytes) -> tuple[Fault, ...]:
    """The faults of a drawing."""
    reader = _Reader(path)
    try:
        reader.parser.Parse(data, True)  # noqa: FBT003 - expat's signature
    except _EnoughError:
        pass
    except (expat.ExpatError, LookupError, ValueError) as error:
        why = expat.ErrorString(error.code) if isinstance(error, expat.ExpatError) else str(error)
        noted = remark(reader.at, "this is no drawing that can be read: {why}", why=why)
        return (*reader.faults, Fault("media/unreadable", noted))
    return tuple(dict.fromkeys((*reader.faults, *_copied(path, reader.named))))


def _copied(path: str, named: Mapping[str, Sequence[str]]) -> Iterator[Fault]:
    """A fault where parts that show parts come to too many, or have no end; a few lines can ask for billions."""
    sizes: dict[str, int] = {}
    try:
        for name in TopologicalSorter(named).static_order():
            sizes[name] = 1 + sum(sizes[each] for each in named.get(name, ()))
            if sizes[name] > ELEMENTS:
                template = "the drawing shows more than {limit} copies of its parts"
                yield Fault("media/over-limit", remark(Span(path, 1), template, limit=ELEMENTS))
                return
    except CycleError as error:
        template = "“{name}” in the drawing shows itself"
        yield Fault("media/over-limit", remark(Span(path, 1), template, name=str(error.args[1][0])[:40]))


class _EnoughError(Exception):
    """Nothing after this place is worth being looked at."""


class _Reader:
    """Looks at each element, attribute and instruction of a drawing."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.faults: list[Fault] = []
        self.depth = self.count = 0
        self.style: list[str] | None = None
        self.names: list[str] = []
        self.named: dict[str, list[str]] = {}
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self.document_type
        self.parser.ProcessingInstructionHandler = self.instruction
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.text

    @property
    def at(self) -> Span:
        """The place that is being looked at."""
        return Span(self.path, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)

    def note(self, rule: str, noted: Remark) -> None:
        """Keep a fault; after many of them the rest is not looked at."""
        self.faults.append(Fault(rule, noted))
        if len(self.faults) >= MOST_FAULTS:
            raise _EnoughError

    def active(self, what: str) -> None:
        """Keep what would run or be fetched."""
        noted = remark(self.at, "the drawing would run or fetch something: {what}", what=" ".join(what.split())[:80])
        self.note("media/active-drawing", noted)

    def document_type(self, *_: object) -> None:
        """A document type can bring entities, and entities files; browsers need none."""
        noted = remark(self.at, "the drawing has a document type; take the line <!DOCTYPE …> out")
        self.note("media/unreadable", noted)
        raise _EnoughError

    def instruction(self, target: str, _: str) -> None:
        """A style sheet of its own could be anything."""
        if target == "xml-stylesheet":
            self.active(f"<?{target}?>")

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element."""
        space, _, local = name.rpartition(" ")
        self.depth, self.count = self.depth + 1, self.count + 1
        if self.count == 1 and (space, local) != (SVG, "svg"):
            noted = remark(self.at, "this is no drawing: its first element is no svg of {name}", name=SVG)
            self.note("media/unreadable", noted)
            raise _EnoughError
        for count, limit, template in (
            (self.depth, DEPTH, "the drawing is nested more than {limit} deep"),
            (self.count, ELEMENTS, "the drawing has more than {limit} elements"),
        ):
            if count > limit:
                self.note("media/over-limit", remark(self.at, template, limit=limit))
                raise _EnoughError
        if local.lower() in RUNNING or space in ALIVE:
            self.active(f"<{local}>")
        self.style = [] if local.lower() == "style" else self.style
        self.names.append(attributes.get("id", ""))
        if local != "a":
            self.refer([found for value in attributes.values() for found in REFERENCE.findall(value)])
        for each, value in attributes.items():
            self.attribute(local, each.rpartition(" ")[2], value)

    def refer(self, parts: Sequence[str]) -> None:
        """Remember which parts of the drawing those show that are open."""
        for name in {"", *self.names} if parts else ():
            self.named.setdefault(name, []).extend(filter(None, parts))

    def attribute(self, element: str, name: str, value: str) -> None:
        """An attribute of an element."""
        bare = NOISE.sub("", value)
        is_inside = not bare or bare.startswith("#") or (element in {"image", "feImage"} and PICTURE.fullmatch(bare))
        leads_away = (
            name.lower() in REFERRING and not is_inside and not (element == "a" and LINK.fullmatch(value.strip()))
        )
        animates = name == "attributeName" and ANIMATED.fullmatch(bare)
        runs = any(CODE.match(part) for part in bare.split(";"))
        if name.lower().startswith("on") or leads_away or animates or runs or _fetches(value):
            self.active(f'{name}="{value}"')

    def end(self, name: str) -> None:
        """The end of an element."""
        self.depth -= 1
        self.names.pop()
        if name.rpartition(" ")[2].lower() == "style" and self.style is not None:
            if _fetches("".join(self.style)) or "\\" in "".join(self.style):
                self.active("<style>")
            self.style = None

    def text(self, said: str) -> None:
        """Text: that of a style is judged when it ends."""
        if self.style is not None:
            self.style.append(said)


def _fetches(style: str) -> bool:
    """Whether a style, or an attribute that is one, would fetch something."""
    return bool(FETCHED.search(style) or ("\\" in style and STYLED.search(style)))
