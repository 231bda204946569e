"""The published schema of the settings is that of the program, and fits the shipped settings."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

from jsonschema import Draft202012Validator

from pipeline.config.schema import schema

ROOT = Path(__file__).parent.parent.parent
SCHEMA = ROOT / "docs" / "schema" / "settings.schema.json"


def test_published(accept: bool) -> None:  # noqa: FBT001 - a fixture
    """docs/schema/settings.schema.json is what the settings give."""
    made = json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
    if accept:
        SCHEMA.write_text(made, encoding="utf-8")
    assert SCHEMA.read_text(encoding="utf-8") == made


def test_shipped_settings_fit() -> None:
    """The shipped settings follow the schema; an unknown key does not."""
    validator = Draft202012Validator(schema())
    validator.check_schema(schema())
    settings = tomllib.loads((ROOT / "zweiblatt.toml").read_text(encoding="utf-8"))
    assert validator.is_valid(settings)
    assert not validator.is_valid({**settings, "foo": {}})
