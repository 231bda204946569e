"""What all tests share: ``--accept`` rewrites expectations, so that the diff is what one reviews."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from pytest import FixtureRequest, Parser  # noqa: PT013 - for annotations alone

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")  # no test is timed: machines are slow


def pytest_addoption(parser: Parser) -> None:
    """Add ``--accept``."""
    parser.addoption("--accept", action="store_true", help="write what comes out as what is expected")


@pytest.fixture
def accept(request: FixtureRequest) -> bool:
    """Whether expectations are rewritten."""
    return bool(request.config.getoption("--accept"))


@pytest.fixture(autouse=True)
def chosen_messages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test begins without a chosen language of messages: ``--messages`` sets it for the whole process."""
    monkeypatch.setenv("ZWEIBLATT_MESSAGES", "")
    monkeypatch.delenv("ZWEIBLATT_MESSAGES")
