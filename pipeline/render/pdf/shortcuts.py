"""What WeasyPrint works out again for each text and each box, worked out once: a fifth of the time of an article.

In: WeasyPrint, as it was loaded. Out: the same, with shortcuts that change no byte of what it makes, but for one fault:
its rounding sends notes to another page where there is room for them. Each is taken only where the file that it
shortens is the one it was written for: another version does its work as it does.
"""

from __future__ import annotations

import hashlib
import re
import sys
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from math import inf
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

KNOWN = {
    "cffi.cparser": "598fa8c785064ae552613b609b4d8598681b99cb9a6812b79a816591d1529ac5",
    "weasyprint.pdf.fonts": "9ad9a202a416b84585e59d758e6b5e1b35604807dc3fa4472b6829bc5c4cdcb7",
    "weasyprint.text.line_break": "1f5a855ad992e0bebaf5512d2b806fd991090e0e91bf79d3d5a3a0176b22af97",
    "weasyprint.layout": "f226ba97ad21e44772b571aa64bfd446ecf3080d236c4861dcab25407a04d66a",
    "weasyprint.css": "77ad7287f90d7cfaf85eb00ebe7af47d2bedfb856d7dc68717152f2d8a7605fd",
}
"""Modules, and the SHA-256 of their files (WeasyPrint 70.0, CFFI 2.1)."""
SELDOM = ("fontTools.subset", "fontTools.varLib", "fontTools.varLib.instancer")
"""What ``weasyprint.pdf.fonts`` names when it is loaded; it calls them for fonts that HarfBuzz cannot cut."""
WORD = re.compile(r"\w+")
BREAKS = re.compile("[\n\r\x0b\x0c\x85\u2028\u2029]")
"""What makes Pango begin a line or a paragraph of its own accord."""
LOGICAL = re.compile("block|inline")
"""In names of properties that may say what left, right, top and bottom are."""
APART = re.compile(r"position|float|display|page|text_decoration_|__")
"""How the names of properties begin that depend on more than themselves."""


def prepare() -> None:
    """Take the shortcuts, once in a process."""
    takes = {
        "cffi.cparser": _types,
        "weasyprint.text.line_break": _texts,
        "weasyprint.layout": _notes,
        "weasyprint.css": _styles,
    }
    for name, take in takes.items():
        if _is_known(name):
            take(sys.modules[name])


def _is_known(name: str) -> bool:
    file = sys.modules[name].__file__
    return file is not None and _is_of(Path(file), name)


def _is_of(file: Path, name: str) -> bool:
    return file.is_file() and hashlib.sha256(file.read_bytes()).hexdigest() == KNOWN.get(name)


@contextmanager
def late() -> Iterator[None]:
    """What WeasyPrint names when it is loaded, and seldom calls, is loaded when it is called: a fifth of the start."""
    found = find_spec("weasyprint")
    fonts = Path(found.origin).parent / "pdf" / "fonts.py" if found and found.origin else Path()
    names = [name for name in SELDOM if name not in sys.modules] if _is_of(fonts, "weasyprint.pdf.fonts") else []
    sys.modules.update({name: _Late(name) for name in names})
    try:
        yield
    finally:
        for name in names:
            if isinstance(sys.modules.get(name), _Late):
                del sys.modules[name]


class _Late(ModuleType):
    """Stands for a module until one of its functions is called."""

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - a function
        if name.startswith("__"):
            raise AttributeError(name)

        def called(*given: Any, **named: Any) -> Any:  # noqa: ANN401 - as the function has it
            return getattr(import_module(self.__name__), name)(*given, **named)

        return called


def _types(module: Any) -> None:  # noqa: ANN401 - CFFI's module
    """The name of a type is read with those alone that it has in it, not with all that were ever declared."""
    kind, parse = module.Parser, module.Parser._parse  # noqa: SLF001 - what is shortened

    def named(self: Any, text: str) -> Any:  # noqa: ANN401 - a Parser, what it read
        declared, words = self._declarations, {f"typedef {word}" for word in WORD.findall(text)}
        self._declarations = {
            name: each for name, each in declared.items() if not name.startswith("typedef ") or name in words
        }
        try:
            return parse(self, text)
        finally:
            self._declarations = declared

    kind._parse = named  # noqa: SLF001 - as above


def _texts(module: Any) -> None:  # noqa: ANN401 - WeasyPrint's module
    """Texts of one style are set up by copying, and each keeps the layout that measured it until it is drawn."""
    kind, ffi, pango, unref = module.Layout, module.ffi, module.pango, module.gobject.g_object_unref
    ffi.cdef("PangoLayout * pango_layout_copy (PangoLayout *layout);")
    set_up, set_text, reactivate, deactivate = kind.setup, kind.set_text, kind.reactivate, kind.deactivate

    def setup(self: Any, style: Any) -> None:  # noqa: ANN401 - a Layout and a Style
        if "first_text" not in vars(style):
            set_up(self, style)
            said = {name: value for name, value in vars(self).items() if name not in OWN}
            style.first_text = self.layout, said
        layout, said = style.first_text
        self.layout, self.style = ffi.gc(pango.pango_layout_copy(layout), unref), style
        vars(self).update(said)

    def with_text(self: Any, text: str, justify: bool = False) -> None:  # noqa: ANN401, FBT001, FBT002 - as WeasyPrint has it
        self.is_one_paragraph = not BREAKS.search(text)
        pango.pango_layout_set_single_paragraph_mode(self.layout, self.is_one_paragraph)
        set_text(self, text, justify)

    def keep(self: Any) -> None:  # noqa: ANN401 - a Layout
        if self.is_measured or not self.is_one_paragraph:
            deactivate(self)
        self.is_measured = True

    def again(self: Any, style: Any) -> None:  # noqa: ANN401 - a Layout and a Style
        if self.justification_spacing or style is not vars(self).get("style"):
            reactivate(self, style)
        else:
            pango.pango_layout_set_width(self.layout, -1)

    kind.is_measured = kind.is_one_paragraph = False
    kind.setup, kind.set_text, kind.deactivate, kind.reactivate = setup, with_text, keep, again
    _replace(module.strut, _of_style(module.strut))


OWN = {"layout", "style", "justification_spacing", "max_width", "is_measured", "is_one_paragraph", "text"}
"""What a text does not share with others of its style."""


def _of_style(strut: Callable[[Any], tuple[float, float]]) -> Callable[[Any], tuple[float, float]]:
    """The height and baseline of a line of some style, kept with the style."""

    def kept(style: Any) -> tuple[float, float]:  # noqa: ANN401 - a Style
        if "line" not in vars(style):
            style.line = strut(style)
        found: tuple[float, float] = style.line
        return found

    return kept


def _styles(module: Any) -> None:  # noqa: ANN401 - WeasyPrint's module
    """A property that nobody has set is that of the parent or the usual one."""
    kind, inherited, usual = module.ComputedStyle, module.INHERITED, module.INITIAL_VALUES
    missing = kind.__missing__
    names = set(usual) - set(module.INITIAL_NOT_COMPUTED)
    short = {name for name in names if not APART.match(name)}

    def found(self: Any, name: str) -> Any:  # noqa: ANN401 - a Style and a value
        if name in short and name not in self.cascaded and self.parent_style is not None and _is_physical(self):
            value = self[name] = self.parent_style[name] if name in inherited else usual[name]
            return value
        return missing(self, name)

    kind.__missing__ = found


def _is_physical(style: Any) -> bool:  # noqa: ANN401 - a Style
    """Whether it says of no side or size what it is without naming it."""
    if "is_physical" not in vars(style):
        style.is_physical = not any(LOGICAL.search(name) for name in style.cascaded)
    found: bool = style.is_physical
    return found


def _notes(module: Any) -> None:  # noqa: ANN401 - WeasyPrint's module
    """The foot of a page is as high as its notes: each is laid out once for that, not with every other that is added.

    (With those, the time grows with the square of the notes on a page, and sums of heights come out a trifle too high.)
    """
    kind, build, lay_out = module.LayoutContext, module.build, module.block_level_layout
    update = kind._update_footnote_area  # noqa: SLF001 - what is shortened

    def height(self: Any, note: Any) -> float:  # noqa: ANN401 - a LayoutContext and a box
        known = vars(self).setdefault("heights", {})
        area = self.current_footnote_area
        key = note, area.page.width
        if key not in known:
            area.children = [note]
            known[key] = lay_out(self, build.create_anonymous_boxes(area.deepcopy()), -inf, None, area.page)[0].height
        found: float = known[key]
        return found

    def updated(self: Any) -> bool:  # noqa: ANN401 - a LayoutContext
        area, notes = self.current_footnote_area, self.current_page_footnotes
        if self.in_column or area.max_height != inf or area.min_height or not all(map(_stands_alone, notes)):
            found: bool = update(self)
            return found
        if area.height != "auto":
            self.page_bottom += area.margin_height()
        area.height = sum(height(self, note) for note in notes)
        area.children = notes
        self.page_bottom -= area.margin_height()
        return False

    kind._update_footnote_area = updated  # noqa: SLF001 - as above


def _stands_alone(note: Any) -> bool:  # noqa: ANN401 - a box
    """Whether a note takes as much room beside others as without: it has no margins, and no notes of its own."""
    if "stands_alone" not in vars(note):
        margins = (note.style["margin_top"], note.style["margin_bottom"])
        is_flat = all(getattr(each, "value", 1) == 0 for each in margins)
        note.stands_alone = is_flat and not any(each.footnote for each in note.descendants())
    found: bool = note.stands_alone
    return found


def _replace(old: object, new: object) -> None:
    """Put a function in place of another, wherever WeasyPrint has imported it."""
    for name, module in list(sys.modules.items()):
        if name.startswith("weasyprint."):
            for each in [each for each, value in vars(module).items() if value is old]:
                setattr(module, each, new)
