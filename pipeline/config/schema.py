"""The JSON schema of zweiblatt.toml, made from the settings themselves.

In: the dataclasses of :mod:`pipeline.config.values`. Out: the schema, which lies in
``docs/schema/settings.schema.json``; editors with TOML support complete and check keys with it.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any, get_args, get_origin, get_type_hints

from ..findings import Severity
from ..model import Language, Role
from .doubts import CHOICES
from .values import Kind, Settings

STRINGS = {"type": "array", "items": {"type": "string"}}


def schema() -> dict[str, Any]:
    """The schema of the whole file."""
    hints = get_type_hints(Settings)
    tables = {field.name: hints[field.name] for field in fields(Settings) if is_dataclass(hints[field.name])}
    properties = {name: _table(name, table) for name, table in tables.items()}
    parts = sorted({role.value for role in Role} - {Role.TEASER, Role.ANALYSIS})
    kind = _table("kinds", Kind)
    kind["properties"] = {"required": {"type": "array", "items": {"enum": parts}}}
    words = _object({role.value: STRINGS for role in Role})
    properties |= {
        "kinds": {"type": "object", "additionalProperties": kind},
        "vocabulary": _object({language.value: words for language in Language}),
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "zweiblatt.toml",
        "description": "Settings of a publication; docs/settings.md says what each means.",
        **_object(properties),
    }


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _table(name: str, table: Any) -> dict[str, Any]:  # noqa: ANN401 - any of the dataclasses
    hints = get_type_hints(table)
    properties = {}
    for field in fields(table):
        key = field.name.replace("_", "-")
        choices = CHOICES.get((name, key))
        properties[key] = {"enum": list(choices)} if choices else _value(hints[field.name])
    return _object(properties)


def _value(hint: Any) -> dict[str, Any]:  # noqa: ANN401 - any annotation of the settings
    if get_origin(hint) is tuple:
        inner = get_args(hint)[0]
        if get_origin(inner) is not tuple:
            return {"type": "array", "items": _value(inner)}
        name, value = get_args(inner)
        return {"type": "object", "propertyNames": _value(name), "additionalProperties": _value(value)}
    if hint is Severity:
        return {"enum": [severity.label for severity in Severity]}
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {"enum": [each.value for each in hint]}
    return {"type": {str: "string", bool: "boolean", int: "integer"}[hint]}
