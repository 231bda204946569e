"""Templates -> Python that shows the same as what Jinja makes of them, in fewer steps.

In: the tree of a template. Out: its code, for :mod:`.environments`. A block or an included template gives its text as
one piece instead of hundreds that wander through all that surround it; what is safe, or one of two words, is put there
as it is; an attribute is asked of the value itself where no sandbox stands before it.
"""

from __future__ import annotations

from itertools import groupby
from keyword import iskeyword
from typing import TYPE_CHECKING, Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator
from jinja2.runtime import Context, Macro
from jinja2.utils import internalcode, pass_eval_context
from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from jinja2.compiler import Frame
    from jinja2.nodes import EvalContext


class Writer(CodeGenerator):
    """Writes a template's Python."""

    _extends = False

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 - Jinja's name
        """Note whether it extends another: then nothing of it is shown but its blocks."""
        self._extends = node.find(nodes.Extends) is not None
        super().visit_Template(node, frame)

    def blockvisit(self, nodes: Iterable[nodes.Node], frame: Frame) -> None:
        """Collect the text of a whole block or template."""
        is_whole = frame.buffer is None and (frame.block_frame or (frame.rootlevel and not self._extends))
        if is_whole:
            self.buffer(frame)
        super().blockvisit(nodes, frame)
        if is_whole:
            self.writeline(f"yield concat({frame.buffer})")

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        """Put values and the text around them behind what was collected."""
        if frame.buffer is None or frame.require_output_check or frame.eval_ctx.volatile:
            super().visit_Output(node, frame)
            return
        pieces = [(self._constant(each, frame), each) for each in node.nodes]
        self.writeline(f"{frame.buffer}.extend((")
        self.indent()
        for is_value, row in groupby(pieces, key=lambda piece: piece[0] is None):
            if not is_value:
                self.writeline(f"{''.join([text or '' for text, _ in row])!r},")
                continue
            for _, each in row:
                self.newline(each)
                self._show(each, frame)
                self.write(",")
        self.outdent()
        self.writeline("))")

    def _constant(self, node: nodes.Expr, frame: Frame) -> str | None:
        """What is shown whatever the values are; None where it depends on them."""
        try:
            return self._output_child_to_const(node, frame, self._make_finalize())
        except Exception:  # noqa: BLE001 - as Jinja has it: what goes wrong does so again where the template is used
            return None

    def _show(self, node: nodes.Expr, frame: Frame) -> None:
        """The text of a value."""
        finalize = self._make_finalize()
        if (text := self._constant(node, frame)) is not None:
            self.write(repr(text))
        elif isinstance(node, nodes.CondExpr):
            soft = frame.soft()
            self.write("(")
            self._show(node.expr1, soft)
            self.write(" if ")
            self.visit(node.test, soft)
            self.write(" else ")
            self._show(node.expr2 or nodes.Const(""), soft)
            self.write(")")
        elif frame.eval_ctx.autoescape and isinstance(node, nodes.Filter) and node.name == "safe" and node.node:
            self.write("str(")
            self.visit(node.node, frame)
            self.write(")")
        else:
            self._output_child_pre(node, frame, finalize)
            self.visit(node, frame)
            self._output_child_post(node, frame, finalize)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        """An attribute of a named value; of a table, and where a sandbox guards it, as Jinja asks for it."""
        is_named = isinstance(node.node, nodes.Name) and node.node.name != "self"
        if self.environment.sandboxed or not is_named or iskeyword(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(f".{node.attr} if ")
        self.visit(node.node, frame)
        self.write(".__class__ is not dict else ")
        super().visit_Getattr(node, frame)
        self.write(")")


class Words:
    """``gettext`` or ``ngettext`` of a language: Jinja's, without a copy of all that the template knows for each."""

    def __init__(self, translate: Callable[..., str], *, counts: bool = False) -> None:
        self._translate, self._counts = translate, counts
        self._known: dict[tuple[str, bool], str] = {}

    @pass_eval_context
    def __call__(self, around: EvalContext, /, *texts: Any, **values: object) -> str:  # noqa: ANN401 - texts, and a number
        """A text with its values; one that takes none is translated once: each page has twenty of them."""
        if self._counts:
            values.setdefault("num", texts[2])
        key = texts[0], bool(around.autoescape)
        if values or key not in self._known:
            text = self._translate(*texts)
            made: str = (Markup(text) if around.autoescape else text) % values  # noqa: S704 - the catalogue's own
            return made if values else self._known.setdefault(key, made)
        return self._known[key]


class Known(Context):
    """What a template knows. Macros and words are called at once: all that they want of it is how to escape."""

    @internalcode
    def call(self, called: Any, /, *given: Any, **named: Any) -> Any:  # noqa: ANN401 - as Jinja has it
        """Call what a template calls."""
        if called.__class__ is not Macro and called.__class__ is not Words:
            return super().call(called, *given, **named)
        named.pop("_block_vars", None)
        named.pop("_loop_vars", None)
        return called(self.eval_ctx, *given, **named)
