"""What a mail uses -> what the mail programs of our readers do not support, by the Can I Email data.

In: the HTML of a mail, the data (``caniemail.json``, MIT). Out: the features without support, with the programs. Each
element, attribute, property, unit and kind of picture is a feature, under the name that the data gives it.

A feature counts as unsupported if the newest tested version of a program does not support it at all ("n"). What stands
inside ``<style>`` counts as the one feature ``html-style``: the mail is whole without it, and is looked at without it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import html5lib

if TYPE_CHECKING:
    from collections.abc import Iterator

PROGRAMS = ("apple-mail", "gmail", "gmx", "ionos-1and1", "outlook", "t-online-de", "thunderbird", "web-de", "yahoo")
"""Those that outputs for German readers meet."""

ELEMENTS = {
    **{f"h{level}": "html-h1-h6" for level in range(1, 7)},
    **dict.fromkeys(("ul", "ol", "dl"), "html-lists"),
    **dict.fromkeys(("article", "section", "figure", "header", "footer", "main", "nav", "aside"), "html-semantics"),
}
"""Elements whose feature is not called as they are."""
KINDS = {"jpeg": "jpg"}
FAMILIES = ("border-radius", "border-collapse", "border-spacing", "border-image")
UNITS = {"em": "css-unit-em", "rem": "css-unit-rem", "%": "css-unit-percent", "px": "css-unit-px", "vw": "css-unit-vw"}


def used(html: str) -> set[str]:
    """The features of a mail, by the names of Can I Email."""
    found = {"html-doctype"}
    for element in html5lib.parse(html, namespaceHTMLElements=False).iter():
        if isinstance(element.tag, str):
            found.update(_of(element))
    return found


def _of(element: Any) -> Iterator[str]:  # noqa: ANN401 - an element of ElementTree
    yield ELEMENTS.get(element.tag, f"html-{element.tag}")
    yield from (f"html-{name}" for name in element.attrib)
    if element.tag == "img":
        kind = element.attrib["src"].rpartition(".")[2].lower()
        yield f"image-{KINDS.get(kind, kind)}"
    if element.attrib.get("href", "").startswith("mailto:"):
        yield "html-mailto-links"
    if element.attrib.get("href", "").startswith("#"):
        yield "html-anchor-links"
    if element.tag == "meta" and element.attrib.get("name") == "color-scheme":
        yield "html-meta-color-scheme"
    for name, value in re.findall(r"([a-z-]+)\s*:\s*([^;]+)", element.attrib.get("style", "")):
        yield from _declared(name, value)


def _declared(name: str, value: str) -> Iterator[str]:
    if name == "display":
        yield {"none": "css-display-none", "flex": "css-display-flex", "grid": "css-display-grid"}.get(
            value, "css-display"
        )
    elif name.startswith("border") and name not in FAMILIES:
        yield "css-border"
    else:
        yield "css-" + re.sub(r"^(margin|padding)-.*", r"\1", name)
    yield from (slug for unit, slug in UNITS.items() if re.search(rf"\d{unit}(?![a-z])", value))
    if "(" in value:
        yield f"css-function-{value.partition('(')[0]}"


def unsupported(features: set[str], data: dict[str, Any]) -> dict[str, list[str]]:
    """Features that one of the programs does not support, and which; one that the data does not know is not listed."""
    known = {entry["slug"]: entry["stats"] for entry in data["data"]}
    found = {}
    for feature in sorted(features & set(known)):
        programs = [
            f"{program}/{platform}"
            for program in PROGRAMS
            for platform, versions in known[feature].get(program, {}).items()
            if list(versions.values())[-1].startswith("n")
        ]
        if programs:
            found[feature] = programs
    return found
