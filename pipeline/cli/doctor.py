"""``zweiblatt doctor``: what is missing on this machine, and the one command that mends it.

In: this machine. Out: a line for each thing that outputs need; exit 0 if nothing is
missing, else 3.
"""

from __future__ import annotations

import shutil
import sys
from importlib import import_module, metadata
from typing import TYPE_CHECKING

import click

from ..errors import MissingToolError
from ..findings import Message
from ..frozen import dataclass
from .words import say

if TYPE_CHECKING:
    from collections.abc import Iterator

FONTS = ("ZweiblattSerif-Regular.ttf", "ZweiblattSerif-Italic.ttf", "ZweiblattSerif-Semibold.ttf")
MORE_FONTS = (
    "ZweiblattDisplay-Semibold.ttf",
    "ZweiblattMono-Regular.ttf",
    "SourceSerif4-Regular.ttf",
    "DejaVuSans.ttf",
    "NotoEmoji-Regular.ttf",
)
LIBRARIES = ("babel", "css-inline", "jinja2", "markdown", "nh3", "pillow", "pyyaml", "weasyprint")
APT = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"


@dataclass(frozen=True, slots=True)
class Examined:
    """One thing that is there, or not: what it is for, and the command that brings it."""

    name: str
    is_there: bool
    purpose: Message
    mend: str = ""


@click.command("doctor", help="Say what is missing on this machine, and what mends it.")
def command() -> int:
    """Look at this machine."""
    found = tuple(_examine())
    wide = max(len(each.name) for each in found)
    for each in found:
        mark = say(Message("there")) if each.is_there else say(Message("missing"))
        click.echo(f"{each.name:<{wide}}  {mark:<8}  {say(each.purpose)}")
    mends = tuple(dict.fromkeys(each.mend for each in found if not each.is_there and each.mend))
    if mends:
        click.echo("\n" + say(Message("To mend it: {command}", (("command", " && ".join(mends)),))))
    return 3 if any(not each.is_there for each in found) else 0


def _examine() -> Iterator[Examined]:
    version = ".".join(map(str, sys.version_info[:3]))
    yield Examined(f"Python {version}", sys.version_info >= (3, 11), Message("everything"))
    for name in LIBRARIES:
        yield _library(name)
    yield _pango()
    yield from _fonts()


def _library(name: str) -> Examined:
    purpose = Message("a library that outputs are made with")
    try:
        return Examined(f"{name} {metadata.version(name)}", is_there=True, purpose=purpose)
    except metadata.PackageNotFoundError:
        return Examined(name, is_there=False, purpose=purpose, mend=f"{sys.executable} -m pip install {name}")


def _pango() -> Examined:
    purpose = Message("PDFs; pages, mails and feeds are made without it")
    try:
        import_module("pipeline.render.pdf.door").check_pango()
    except MissingToolError:
        brew = shutil.which("brew") and not shutil.which("apt-get")
        mend = "brew install pango" if brew else f"apt-get install -y --no-install-recommends {APT}"
        return Examined("Pango", is_there=False, purpose=purpose, mend=mend)
    return Examined("Pango", is_there=True, purpose=purpose)


def _fonts() -> Iterator[Examined]:
    shipped = import_module("pipeline.render.theme").SHIPPED
    for name in (*FONTS, *MORE_FONTS):
        mend = f"{sys.executable} -m pip install --force-reinstall zweiblatt"
        there = (shipped / "fonts" / name).is_file()
        yield Examined(name, there, Message("a font of pages and PDFs"), mend)
