"""The text of a settings file -> Settings, with every fault of it at once.

In: the text, its path, the environment. Out: :class:`~pipeline.config.values.Settings`, or a SettingsError that
names each fault: an unknown key with the nearest known one, a value of the wrong type, an address that is none.
"""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, get_type_hints

from .. import toml
from ..findings import Message
from ..model import Role
from .ascii import in_ascii
from .convert import Unfit, convert
from .doubts import doubts
from .values import KINDS, Kind, Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from ..model import Span

ROOTS = {"pyproject.toml": ("tool", "zweiblatt")}
TABLES = frozenset({"publication", "check", "newsletter", "pdf"})
MOST = 50
"""Unknown keys of a table that are named singly."""

Keys = tuple[str, ...]
Fault = tuple[Keys, Message]


def load(text: str, path: str, environment: Mapping[str, str] | None = None) -> Settings:
    """The settings of a publication.

    ``path`` is the file's, relative to the project; of a ``pyproject.toml`` the table ``tool.zweiblatt`` counts.
    ``environment`` may hold ``ZWEIBLATT_CHECK_FAIL_ON`` for ``fail-on`` in ``[check]`` and the like.
    """
    root = ROOTS.get(path.rpartition("/")[2], ())
    data: Any = toml.parse(text, path)
    for key in root:
        data = data.get(key, {}) if isinstance(data, dict) else data
    data = data if isinstance(data, dict) else {}
    faults: list[Fault] = []
    named = _from_environment(data, environment or {}, faults)
    settings = _settings(data, path, faults)
    faults += doubts(settings)
    if faults:
        raise toml.refused((_place(text, path, root, keys, named), message) for keys, message in faults)
    pages = {
        key: _place(text, path, root, ("publication", "pages", key), named) for key, _ in settings.publication.pages
    }
    return replace(in_ascii(settings), pages=tuple(pages.items()))


def _settings(data: dict[str, Any], path: str, faults: list[Fault]) -> Settings:
    known = ("kinds", *TABLES, "vocabulary")
    _unknown((), data, known, faults)
    given = {name: table for name, table in data.items() if name in known and _is_table((name,), table, faults)}
    empty = Settings(path=path)
    tables = {name: _table((name,), getattr(empty, name), given.get(name, {}), faults) for name in sorted(TABLES)}
    kinds = _kinds(given.get("kinds", {}), faults)
    vocabulary = _vocabulary(given.get("vocabulary", {}), faults)
    return replace(empty, kinds=kinds, vocabulary=vocabulary, **tables)


def _table(keys: Keys, default: Any, data: dict[str, Any], faults: list[Fault]) -> Any:  # noqa: ANN401 - any table
    """A table of the settings as its dataclass."""
    hints = get_type_hints(type(default))
    names = {field.name.replace("_", "-"): field.name for field in fields(default)}
    _unknown(keys, data, names, faults)
    values = {}
    for key, name in names.items():
        if key in data:
            _note((*keys, key), lambda n=name, k=key: values.update({n: convert(hints[n], data[k])}), faults)  # type: ignore[misc]
    return replace(default, **values)


def _kinds(data: dict[str, Any], faults: list[Fault]) -> tuple[Kind, ...]:
    kinds = {kind.name: kind for kind in KINDS}
    parts = {role.value for role in Role} - {Role.TEASER, Role.ANALYSIS}
    for name, table in data.items():
        if _is_table(("kinds", name), table, faults):
            kind = _table(("kinds", name), kinds.get(name, Kind(name, ())), table, faults)
            kinds[name] = replace(kind, name=name)
            for part in kinds[name].required:
                _known(("kinds", name, "required"), part, parts, faults)
    return tuple(kinds.values())


def _vocabulary(data: dict[str, Any], faults: list[Fault]) -> tuple[Any, ...]:
    hint = get_type_hints(Settings)["vocabulary"]
    found: list[tuple[Any, ...]] = []
    for language, roles in data.items():
        if _is_table(("vocabulary", language), roles, faults):
            for role, words in roles.items():
                where = ("vocabulary", language, role)
                _known(where, role, {each.value for each in Role}, faults)
                row = [language, role, words]
                _note(where, lambda row=row: found.extend(convert(hint, [row])), faults)  # type: ignore[misc]
    return tuple(found)


def _from_environment(data: dict[str, Any], environment: Mapping[str, str], faults: list[Fault]) -> dict[Keys, str]:
    """Put what the environment says into the tables; out: which variable said which key."""
    named: dict[Keys, str] = {}
    for table in TABLES:
        default = getattr(Settings(), table)
        beginning = f"ZWEIBLATT_{table}_".upper()
        known = {beginning + field.name.upper(): field for field in fields(default)}
        for variable in sorted(name for name in environment if name.startswith(beginning) and name not in known):
            named[table, variable] = variable
            faults.append(((table, variable), _no_such(variable, known)))
        for variable, field in known.items():
            if variable in environment:
                key = field.name.replace("_", "-")
                was = getattr(default, field.name)
                value: Any = environment[variable]
                if isinstance(was, bool):
                    value = {"true": True, "1": True, "false": False, "0": False}.get(value.casefold(), value)
                elif isinstance(was, tuple):
                    value = [part.strip() for part in value.split(",") if part.strip()]
                named[table, key] = variable
                if isinstance(data.setdefault(table, {}), dict):
                    data[table][key] = value
    return named


def _unknown(keys: Keys, data: dict[str, Any], known: Iterable[str], faults: list[Fault]) -> None:
    strange = [key for key in data if key not in known]
    faults += [((*keys, key), _no_such(key, known)) for key in strange[:MOST]]
    if left := strange[MOST:]:
        faults.append(((*keys, left[0]), Message("{count} more unknown keys", (("count", str(len(left))),))))


def _known(keys: Keys, name: str, known: Iterable[str], faults: list[Fault]) -> None:
    if name not in known:
        faults.append((keys, _no_such(name, known)))


def _no_such(name: str, known: Iterable[str]) -> Message:
    near = toml.nearest(name, known)
    if near:
        return Message("“{name}” is unknown; did you mean “{near}”?", (("name", name), ("near", near)))
    return Message("“{name}” is unknown; known: {known}", (("known", ", ".join(sorted(known))), ("name", name)))


def _is_table(keys: Keys, value: Any, faults: list[Fault]) -> bool:  # noqa: ANN401 - whatever stands in the file
    if not isinstance(value, dict):
        faults.append((keys, Message("a table is expected here")))
    return isinstance(value, dict)


def _note(keys: Keys, step: Callable[[], Any], faults: list[Fault]) -> None:
    """Take a step; what does not fit is noted, and the others are still looked at."""
    try:
        step()
    except Unfit as unfit:
        faults.append(((*keys, *unfit.keys), unfit.message))


def _place(text: str, path: str, root: Keys, keys: Keys, named: Mapping[Keys, str]) -> Span:
    at = toml.place(text, path, (*root, *keys))
    return replace(at, path=named[keys[:2]], line=1, column=1) if keys[:2] in named else at
