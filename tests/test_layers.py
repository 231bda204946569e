"""The direction of imports, the doors of heavy libraries, and what start-up must not import."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "pipeline"

LAYERS = (
    {"frozen", "held"},
    {"model"},
    {"findings"},
    {"errors"},
    {"toml", "digest", "record", "reading", "compiled", "expressions"},
    {"vocabulary", "locales", "config", "store", "listing"},
    {"wording", "house"},
    {"read", "facts"},
    {"align"},
    {"library"},
    {"check", "render"},
    {"build", "report"},
    {"cli"},
)
"""From below to above: a module imports its own layer and those below it."""

ORDER = {
    "facts": ("words", "dates", "numbers", "names", "language", "stance"),
    "check": ("compared", "answering", "actors", "told", "rules"),
    "build": ("workers", "survey", "plan", "make", "prove", "publish"),
}
"""The folders of a package, in the same order."""

STRANGERS = (("read", "align"), ("check", "render"), ("read", "facts"))
"""Neighbours that must not know each other."""

DOORS = {
    "babel": {"locales": "dates, numbers, catalogues"},
    "yaml": {"read.yaml_values": "front matter"},
    "markdown": {"read.markdown": "text to nodes"},
    "jinja2": {"render.theme": "templates", "render.environments": "what they may do", "render.writing": "their code"},
    "tinycss2": {"render.styles": "what a style sheet names, only where it is new"},
    "nh3": {"render.markup": "the sanitiser behind our writer"},
    "weasyprint": {"render.pdf": "460 ms, and Pango"},
    "pyphen": {"render.pdf": "hyphenation, part of WeasyPrint"},
    "py3langid": {"facts": "0.75 s and 120 MB"},
    "css_inline": {"render.newsletter": "styles of mails"},
    "PIL": {
        "read.media": "whether a picture is one",
        "render.web": "the social picture",
        "render.newsletter": "the size of a picture in a mail",
        "render.pdf": "pictures that PDF/A has not",
    },
    "regex": {"render.social": "graphemes and emoji, 20 ms"},
    "distributed": {"build.workers.executor": "a cluster, an extra"},
    "pikepdf": {},
}
"""Each heavy or third-party library and the module or package that alone imports it, with the reason."""

LATE = {
    "build.survey.memory": "all rules, only where an address of an article changed; Pillow, only where a picture did",
    "build.prove.proof": "all rules, 100 ms, only where making shows a fault",
    "build.survey.survey": "reader and all rules, 0.2 s, only where something has changed or is wrong",
    "build.publish": "the lock of files, which Windows has not",
    "check.language": "py3langid, 0.75 s and 120 MB, where stop words cannot decide",
    "cli": "a command when it is called, the catch of errors when there is one",
    "library": "reader and alignment, 0.1 s and 9 MiB, only where a story is not known",
    "store": "shutil with bz2 and lzma, 2 ms, only where a folder is in the way or nothing can be linked",
    "toml": "difflib, 1 ms, only for a name that nobody knows",
    "wording": "catalogues that are compiled here, only for German messages in a checkout",
}
"""Modules (or packages) that import inside functions, and why."""


@dataclass(frozen=True, slots=True)
class Import:
    """That a module imports another; ``late`` inside a function, ``types`` for annotations alone."""

    module: str
    target: str
    late: bool
    types: bool


def _name(path: Path) -> str:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {_name(path): path for path in sorted(PACKAGE.rglob("*.py"))}


@cache
def _imports() -> tuple[Import, ...]:
    return tuple(found for name, path in MODULES.items() for found in _of(name, path))


def _of(name: str, path: Path) -> list[Import]:
    found: list[Import] = []

    def visit(node: ast.AST, *, late: bool, types: bool) -> None:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.If) and ast.unparse(child.test).endswith("TYPE_CHECKING"):
                for part in child.body:
                    visit(ast.Module([part], []), late=late, types=True)
                continue
            targets = _targets(child, name, is_package=path.name == "__init__.py")
            found.extend(Import(name, target, late, types) for target in targets)
            visit(
                child, late=late or isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda), types=types
            )

    visit(ast.parse(path.read_text(encoding="utf-8")), late=False, types=False)
    return found


def _targets(node: ast.AST, name: str, *, is_package: bool) -> list[str]:
    """What a statement imports: our modules from the package (``.model``), others by their names."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if not isinstance(node, ast.ImportFrom):
        return []
    if not node.level:
        return [node.module or ""]
    parts = name.split(".") if name else []
    base = parts[: len(parts) - node.level + is_package]
    whole = ".".join((*base, *([node.module] if node.module else [])))
    inside = [f"{whole}.{alias.name}".strip(".") for alias in node.names]
    return [f".{each if each in MODULES else whole}" for each in inside]


def _top(name: str) -> str:
    return name.lstrip(".").partition(".")[0]


def _layer(name: str) -> int:
    return next(place for place, names in enumerate(LAYERS) if _top(name) in names)


def test_imports_go_down() -> None:
    """Nothing imports what stands above it, and neighbours do not know each other."""
    wrong = []
    for each in _imports():
        if not each.target.startswith(".") or not _top(each.target) or each.module in {"", "__main__"}:
            continue
        one, other = _top(each.module), _top(each.target)
        is_stranger = (one, other) in STRANGERS or (other, one) in STRANGERS
        if _layer(each.target) > _layer(each.module) or is_stranger:
            wrong.append(f"{each.module} imports {each.target}")
    assert not wrong


def test_folders_of_a_package_have_an_order() -> None:
    """A folder of a large package imports those before it, and the package has no other folders."""
    wrong = []
    for package, folders in ORDER.items():
        assert {name.split(".")[1] for name in MODULES if name.startswith(f"{package}.") and name.count(".") > 1} == {
            *folders
        }
        inside = {f"{package}.{folder}": place for place, folder in enumerate(folders)}
        for each in _imports():
            one, other = (inside.get(".".join(name.split(".")[:2])) for name in (each.module, each.target[1:]))
            if one is not None and other is not None and one < other and not each.types:
                wrong.append(f"{each.module} imports {each.target}")
    assert not wrong


def test_all_modules_have_a_layer() -> None:
    """A new package is put into the order of the layers."""
    assert {_top(name) for name in MODULES} - {"", "__main__"} <= set().union(*LAYERS)


def test_contributors_are_told_of_all_modules() -> None:
    """The listing in CONTRIBUTING.md has all that stands in the uppermost folder, in the order of the layers."""
    listing = (ROOT / "CONTRIBUTING.md").read_text("utf-8").partition("\npipeline/\n")[2].partition("\ntemplates/")[0]
    told = re.findall(r"(?:^  |   )([a-z]+)(?:/|\.py) ", listing, re.MULTILINE)
    assert sorted(told) == sorted({_top(name) for name in MODULES} - {"", "__main__"})
    assert [_layer(name) for name in told] == sorted(_layer(name) for name in told)


def test_no_cycles() -> None:
    """No module imports itself by way of others; what is for annotations alone does not count."""
    graph = {
        name: {each.target[1:] for each in _imports() if each.module == name and _counts(each)} for name in MODULES
    }
    done: set[str] = set()
    for start in graph:
        _walk(start, graph, (), done)


def _counts(each: Import) -> bool:
    """An import that runs when the module is loaded, of another module than its own package."""
    inside = each.module.startswith(f"{each.target[1:]}.") or each.target == "."
    return each.target.startswith(".") and not (each.types or each.late or inside)


def _walk(name: str, graph: dict[str, set[str]], path: tuple[str, ...], done: set[str]) -> None:
    assert name not in path, f"a cycle: {' -> '.join((*path, name))}"
    if name not in done:
        for other in sorted(graph.get(name, ())):
            _walk(other, graph, (*path, name), done)
        done.add(name)


@pytest.mark.parametrize("library", sorted(DOORS))
def test_doors(library: str) -> None:
    """A heavy library is imported by its door alone."""
    doors = DOORS[library]
    users = {each.module for each in _imports() if _top(each.target) == library and not each.types}
    strange = {user for user in users if not any(user == door or user.startswith(f"{door}.") for door in doors)}
    assert not strange


def test_imports_inside_functions_are_doors() -> None:
    """An import inside a function stands in a module of the list, which gives the reason, and has its own."""
    doors = {*LATE, *(door for doors in DOORS.values() for door in doors)}
    late = {each.module for each in _imports() if each.late}
    strange = {name for name in late if not any(name == door or name.startswith(f"{door}.") for door in doors)}
    assert not strange


@pytest.mark.parametrize("command", [["--help"], ["--version"]])
def test_start_up_imports_nothing_heavy(command: list[str]) -> None:
    """``--help`` and ``--version`` load click and nothing of what they do not need."""
    heavy = [
        "weasyprint",
        "jinja2",
        "babel",
        "rich",
        "yaml",
        "markdown",
        "PIL",
        "nh3",
        "pipeline.check",
        "pipeline.read",
    ]
    code = (
        "import sys, io\n"
        f"sys.argv = ['zweiblatt', *{command!r}]\n"
        "from pipeline.cli import main\n"
        "try:\n    main()\nexcept SystemExit as end:\n    assert not end.code\n"
        f"print([name for name in {heavy!r} if name in sys.modules], file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stderr.strip() == "[]"


def test_shape(capsys: pytest.CaptureFixture[str]) -> None:
    """Modules and functions stay readable: a report, with the outer bounds held."""
    lengths = sorted((path.read_text(encoding="utf-8").count("\n"), name) for name, path in MODULES.items())
    functions = sorted(
        ((node.end_lineno or 0) - node.lineno + 1, f"{name}:{node.name}")
        for name, path in MODULES.items()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
    )
    with capsys.disabled():
        short = sum(length <= 20 for length, _ in functions) / len(functions)
        median = lengths[len(lengths) // 2][0]
        sys.stdout.write(
            f"\nmodules: median {median} lines, longest {lengths[-1]}; functions: {short:.0%} within 20 lines\n"
        )
    assert lengths[-1][0] <= 300
    assert functions[-1][0] <= 50


def test_layers_are_named_once() -> None:
    """A package stands in one layer."""
    assert all(not one & other for place, one in enumerate(LAYERS) for other in LAYERS[place + 1 :])
