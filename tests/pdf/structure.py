"""What PDF/UA-1 asks of a file, as far as a program can tell, and what validators do not see.

In: the bytes of a PDF. Out: the faults found, one line each.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pikepdf

from tests.pdf import content, document, inside

if TYPE_CHECKING:
    from collections.abc import Iterator

TYPES = frozenset(
    (
        *(
            "Document",
            "Part",
            "Art",
            "Sect",
            "Div",
            "BlockQuote",
            "Caption",
            "TOC",
            "TOCI",
            "Index",
            "NonStruct",
            "Private",
        ),
        *("P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody"),
        *("Table", "TR", "TH", "TD", "THead", "TBody", "TFoot"),
        *("Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot"),
        *("Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Figure", "Formula", "Form"),
    )
)
"""The structure types of PDF 1.7 (ISO 32000-1, 14.8.4)."""
HOLDS = {
    "L": {"L", "LI", "Caption"},
    "LI": {"Lbl", "LBody"},
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TFoot": {"TR"},
    "TR": {"TH", "TD"},
    "TOC": {"TOC", "TOCI", "Caption"},
}
"""What these types may hold, and nothing else (ISO 14289-1, 7.2)."""
LIES_IN = {
    "LI": {"L"},
    "LBody": {"LI"},
    "THead": {"Table"},
    "TBody": {"Table"},
    "TFoot": {"Table"},
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "TH": {"TR"},
    "TD": {"TR"},
    "TOCI": {"TOC"},
}
"""Where these types may stand, and nowhere else."""
DESCRIBED = {"Figure", "Formula"}


def faults(data: bytes) -> list[str]:
    """Everything that is wrong with a PDF."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        if "/StructTreeRoot" not in pdf.Root:
            return ["no structure"]
        elements = [(kind, element) for kind, _, element in tree(pdf)]
        own = (_roles(pdf), _elements(pdf), _headings(pdf), _links(pdf))
        parts = (document.faults(pdf), *own, content.faults(pdf), inside.faults(pdf, elements))
        return [fault for part in parts for fault in part]


def walk(element: Any, parent: str = "") -> Iterator[tuple[str, str, Any]]:  # noqa: ANN401 - pikepdf's objects
    """Each structure element with its type and its parent's."""
    kind = str(element.get("/S", ""))
    yield kind, parent, element
    for kid in children(element):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from walk(kid, kind)


def children(element: Any) -> list[Any]:  # noqa: ANN401 - pikepdf's objects
    """The kids of an element, as a list."""
    kids = element.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def tree(pdf: pikepdf.Pdf) -> Iterator[tuple[str, str, Any]]:
    """All structure elements in reading order."""
    for top in children(pdf.Root.StructTreeRoot):
        yield from walk(top)


def _roles(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Every type is one of the standard, by itself or by the role map; the map leaves the standard alone."""
    roles = {str(key)[1:]: str(role)[1:] for key, role in pdf.Root.StructTreeRoot.get("/RoleMap", {}).items()}
    yield from (f"{name} is said to be {role}" for name, role in roles.items() if name in TYPES)
    for kind, _, _ in tree(pdf):
        seen = [kind[1:]]
        while seen[-1] not in TYPES and (role := roles.get(seen[-1], "")) and role not in seen:
            seen.append(role)
        if seen[-1] not in TYPES:
            yield f"the type {kind} is none of the standard"


def _elements(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Lists, tables and contents are built as the standard has them; figures and formulas are described."""
    for kind, parent, element in tree(pdf):
        name = kind[1:]
        inside = [str(kid.S)[1:] for kid in children(element) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
        if name in HOLDS and (strange := set(inside) - HOLDS[name]):
            yield f"{name} holds {sorted(strange)}"
        if name == "LI" and inside.count("LBody") != 1:
            yield f"an item has {inside.count('LBody')} bodies"
        if name in LIES_IN and parent[1:] not in LIES_IN[name]:
            yield f"{name} in {parent[1:]}"
        if name in DESCRIBED and not str(element.get("/Alt", element.get("/ActualText", ""))).strip():
            yield f"{name} without description"


def _headings(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Levels begin with 1, and none is skipped on the way down; all have one."""
    level = 0
    for kind, _, _ in tree(pdf):
        if kind == "/H":
            yield "a heading without a level"
        if kind[:2] == "/H" and kind[2:].isdigit():
            if int(kind[2:]) > level + 1:
                yield f"{kind} after level {level}"
            level = int(kind[2:])


def _links(pdf: pikepdf.Pdf) -> Iterator[str]:
    owned = set()
    for kind, _, element in tree(pdf):
        for kid in children(element):
            if isinstance(kid, pikepdf.Dictionary) and str(kid.get("/Type", "")) == "/OBJR":
                owned.add(kid.Obj.objgen)
                if kind != "/Link":
                    yield f"an annotation belongs to {kind}"
    for page in pdf.pages:
        for annotation in page.get("/Annots", []):
            if annotation.objgen not in owned:
                yield "an annotation belongs to no element"
            said = str(annotation.get("/Contents", "")).strip()
            if not said:
                yield "a link does not say where it leads"
            elif "/Dest" in annotation and said == str(annotation.Dest):
                yield f"a link says its id: {said}"
