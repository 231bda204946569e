"""The templates that a program hands to ``remark`` and ``Message``, also by way of names and functions.

In: the folder of a package. Out: for each module the texts. A text is followed through constants, tables, local names,
conditions, sums, and parameters or fields named ``template``: what such a function or class is called with is one too.
"""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

TAKES = {"Message": {0}, "remark": {1}}
"""Which argument is the template; of functions that share a name each that it may be."""
PARAMETERS = ("template", "expected")
"""Names of parameters that are templates, or pieces of one."""


@dataclass(slots=True)
class Module:
    """A module: its tree, the texts of its constants, the functions that take a template or put one together."""

    path: Path
    tree: ast.Module
    constants: dict[str, list[str]] = field(default_factory=dict)
    takes: dict[str, set[int]] = field(default_factory=dict)
    puts: dict[str, set[int]] = field(default_factory=dict)


def templates(package: Path) -> Iterator[tuple[Path, set[str]]]:
    """The texts of each module."""
    modules = [_module(path) for path in sorted(package.rglob("*.py"))]
    known = {name: texts for module in modules for name, texts in module.constants.items()}
    takes = {name: set(places) for name, places in TAKES.items()}
    for module in modules:
        for name, places in module.takes.items():
            takes.setdefault(name, set()).update(places)
    puts = {name: places for module in modules for name, places in module.puts.items()}
    frames = _frames(modules, takes, known)
    for module in modules:
        found: set[str] = set()
        for call, function in _calls(module.tree, None):
            around = frames.get(_name(call), set()) | ({("", "")} if _name(call) in takes else set())
            for place in takes.get(_name(call), set()) | puts.get(_name(call), set()):
                texts = _texts(_argument(call, place), function, known | module.constants)
                found |= {before + text + behind for text in texts for before, behind in around}
        yield module.path, {text for text in found if _says_something(text)}


def _frames(
    modules: Iterable[Module], takes: dict[str, set[int]], known: dict[str, list[str]]
) -> dict[str, set[tuple[str, str]]]:
    """What functions put before and behind a text that they were given; nothing, if they hand it on as it is."""
    frames: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for module in modules:
        for call, function in _calls(module.tree, None):
            for place in takes.get(_name(call), ()):
                given = _argument(call, place)
                match given:
                    case ast.BinOp(left=ast.Name(id=name), right=right) if function and name in PARAMETERS:
                        frames[function.name] |= {("", text) for text in _texts(right, function, known)}
                    case ast.BinOp(left=left, right=ast.Name(id=name)) if function and name in PARAMETERS:
                        frames[function.name] |= {(text, "") for text in _texts(left, function, known)}
                    case ast.Name(id=name) if function and name in PARAMETERS:
                        frames[function.name].add(("", ""))
    return frames


def _argument(call: ast.Call, place: int) -> ast.expr:
    return call.args[place] if place < len(call.args) else ast.Constant(None)


def _says_something(text: str) -> bool:
    """Whether a text has words: ``{why}``, the name of a file and a pattern have none."""
    bare = re.sub(r"{\w*}", "", text)
    return "(?" not in text and bool(re.search(r"[A-Za-z]", bare)) and not re.fullmatch(r"[\w-]*[./][\w./-]*", text)


def _module(path: Path) -> Module:
    module = Module(path, ast.parse(path.read_text(encoding="utf-8")))
    for line in module.tree.body:
        if isinstance(line, ast.Assign) and isinstance(line.targets[0], ast.Name):
            values = line.value.values if isinstance(line.value, ast.Dict) else [line.value]
            module.constants[line.targets[0].id] = [text for value in values for text in _all(value)]
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ClassDef):
            names = [ast.unparse(line.target) for line in node.body if isinstance(line, ast.AnnAssign)]
            if "template" in names and node.name not in TAKES:
                module.takes.setdefault(node.name, set()).add(names.index("template"))
        if isinstance(node, ast.FunctionDef) and node.name not in TAKES:
            names = [argument.arg for argument in node.args.args]
            for parameter in set(names) & set(PARAMETERS):
                place = names.index(parameter) - (names[0] in {"self", "cls"})
                (module.takes if parameter == "template" else module.puts).setdefault(node.name, set()).add(place)
    return module


def _calls(node: ast.AST, function: ast.FunctionDef | None) -> Iterator[tuple[ast.Call, ast.FunctionDef | None]]:
    """Each call with the function that it stands in."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            yield child, function
        yield from _calls(child, child if isinstance(child, ast.FunctionDef) else function)


def _name(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")


def _texts(node: ast.expr, function: ast.FunctionDef | None, known: dict[str, list[str]]) -> list[str]:
    match node:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.IfExp(body=body, orelse=other):
            return [*_texts(body, function, known), *_texts(other, function, known)]
        case ast.BinOp(left=left, right=right):
            return [a + b for a, b in product(_texts(left, function, known), _texts(right, function, known))]
        case ast.Subscript(value=ast.Name(id=name)):
            return known.get(name, [])
        case ast.Name(id=name):
            return _local(name, function, known) or known.get(name, [])
        case _:
            return []


def _local(name: str, function: ast.FunctionDef | None, known: dict[str, list[str]]) -> list[str]:
    """What a function puts into a name."""
    found: list[str] = []
    for node in ast.walk(function) if function else ():
        match node:
            case ast.Assign(targets=[ast.Name(id=target)], value=value) if target == name:
                found += _texts(value, None, known)
            case ast.Assign(targets=[ast.Tuple(elts=targets)], value=ast.Tuple(elts=values)):
                pairs = zip(targets, values, strict=False)
                found += [text for t, v in pairs if ast.unparse(t) == name for text in _texts(v, None, known)]
            case ast.For(target=target, iter=source) if name in {each.id for each in _names(target)}:
                found += [text for text in _all(source) if " " in text]
    return found


def _names(node: ast.AST) -> list[ast.Name]:
    return [each for each in ast.walk(node) if isinstance(each, ast.Name)]


def _all(node: ast.AST) -> list[str]:
    return [each.value for each in ast.walk(node) if isinstance(each, ast.Constant) and isinstance(each.value, str)]
