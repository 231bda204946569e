"""What an editor can repair: data with a place; the words come last.

In: places (:mod:`pipeline.model`). Out: remarks (what the reader and the rules yield) and
findings (what becomes of a remark: it has a rule and a severity).

A message is an English template with named arguments, so that it can be shown in German or
English and put into JSON. The template is the msgid of the program's catalogue.

A noun's module is loaded when the noun is first asked for: where nothing is found, messages and severities are all.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .finding import Edit, Fault, Finding, Related, Remark, Repair, remark
    from .message import Argument, Message
    from .severity import Severity

__all__ = [
    "Argument",
    "Edit",
    "Fault",
    "Finding",
    "Message",
    "Related",
    "Remark",
    "Repair",
    "Severity",
    "remark",
]

MODULES = {"Argument": "message", "Message": "message", "Severity": "severity"}
"""Where nouns are defined that are asked for though nothing was found."""


def __getattr__(name: str) -> Any:  # noqa: ANN401 - any noun
    """A noun by its name."""
    if name not in __all__:
        message = f"no noun {name}"
        raise AttributeError(message)
    found = getattr(import_module(f".{MODULES.get(name, 'finding')}", __name__), name)
    globals()[name] = found  # asked for once
    return found
