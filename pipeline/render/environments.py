"""What templates may do: the shipped ones all that Jinja can, a publication's own what its sandbox allows.

In: templates that Jinja compiles. Out: environments for :mod:`.theme`, which is the door to all else of Jinja.
"""

from __future__ import annotations

import functools
import sys
import types
from typing import TYPE_CHECKING, Any, NoReturn

import jinja2
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup, escape

from ..errors import GivenUpError
from ..findings import Message
from .writing import Known, Writer

if TYPE_CHECKING:
    from collections.abc import Collection, MutableMapping

    from jinja2 import Template
    from jinja2.compiler import CodeGenerator
    from jinja2.runtime import Context

GUARDED = (
    *(str, type, types.FunctionType, types.MethodType, types.BuiltinMethodType, types.CodeType, types.TracebackType),
    *(types.FrameType, types.GeneratorType, types.CoroutineType, types.AsyncGeneratorType),
)
"""What has public names that lead into Python (``str.format`` among them); of all else only names with ``_`` do."""
MOST_BITS = 10_000
"""Of a product or power of whole numbers: no page counts further."""


class Plain(jinja2.Environment):
    """The environment of shipped templates, where a publication has none of its own.

    Names that all templates know are copied for each: Jinja's chain of mappings is walked again for every include.
    """

    code_generator_class: type[CodeGenerator] = Writer
    context_class: type[Context] = Known
    barred: Collection[str] = ()
    """Templates that may not be used."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - as Jinja has it
        super().__init__(**options)
        self._templates: dict[str, jinja2.Template] = {}

    def get_template(self, name: Any, *given: Any, **named: Any) -> jinja2.Template:  # noqa: ANN401 - as Jinja has it
        """A template by its name; a shipped one is looked up once, as nothing bars it."""
        if self.sandboxed or name.__class__ is not str or named:
            return super().get_template(name, *given, **named)
        if name not in self._templates:
            self._templates[name] = super().get_template(name, *given)
        return self._templates[name]

    def handle_exception(self, source: str | None = None) -> NoReturn:
        """Raise what went wrong, with places in templates; where memory is at its end, as it is: that needs none."""
        if isinstance(sys.exception(), MemoryError):
            raise  # noqa: PLE0704 - Jinja calls this where it has caught something
        super().handle_exception(source)

    def compile(self, source: Any, *given: Any, **named: Any) -> Any:  # noqa: ANN401 - as Jinja has it
        """Compile a template; what is too deep or too long for Python is a fault of the template too."""
        try:
            return super().compile(source, *given, **named)
        except (RecursionError, SyntaxError, ValueError, MemoryError) as error:
            name, file = (*given, None, None)[:2]
            raise jinja2.TemplateSyntaxError(why(error), 1, name, file) from error

    def _compile(self, source: str, filename: str) -> types.CodeType:
        """Compile a template's Python , which is to write values with :func:`shown`: Jinja's own place for such."""
        return super()._compile(f"{source}\nfrom {__name__} import shown as escape\n", filename)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The names that a template knows."""
        return {**self.globals, **(d or {})}


def shown(value: Any) -> str:  # noqa: ANN401 - templates show anything
    """A value as HTML: what ``escape`` gives, without a new string for each of the hundreds that need none."""
    kind = value.__class__
    if kind is str:
        is_plain = not ("&" in value or "<" in value or ">" in value or '"' in value or "'" in value)
        return value if is_plain else escape(value)
    if kind is Markup:
        return value  # type: ignore[no-any-return]
    return str(value) if kind is int else escape(value)


@functools.cache
def _is_guarded(kind: type) -> bool:
    return issubclass(kind, GUARDED)


class Guarded(Plain, SandboxedEnvironment):
    """What a publication's own template may do, and those that it is mixed with.

    It asks values for what they show, and never for what Python keeps inside them.
    """

    intercepted_binops = frozenset(("**", "*"))

    def _load_template(self, name: str, globals: MutableMapping[str, Any] | None) -> Template:  # noqa: A002 - as Jinja has it
        """A template by its name, however it was asked for; a GivenUpError for one that is barred."""
        if name in self.barred:
            raise GivenUpError(Message("the template {name} was stopped before", (("name", name),)), template=name)
        return super()._load_template(name, globals)

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401 - as Jinja has it
        """An attribute, or else an item; what needs no look at how safe it is takes half as long."""
        if attribute[:1] == "_" or _is_guarded(type(obj)):  # type: ignore[arg-type]
            return super().getattr(obj, attribute)
        try:
            return getattr(obj, attribute)
        except AttributeError:
            return jinja2.Environment.getattr(self, obj, attribute)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401 - as Jinja has it
        """A product or power: while one of millions of digits is worked out no limit can stop it."""
        if isinstance(left, int) and isinstance(right, int):
            digits = left.bit_length() * right if operator == "**" else left.bit_length() + right.bit_length()
            if digits > MOST_BITS:
                message = f"{operator}: too large a number"
                raise OverflowError(message)
        return super().call_binop(context, operator, left, right)


def why(error: Exception) -> str:
    """What an error says; of one that says nothing, what it is."""
    return str(error) or type(error).__name__
