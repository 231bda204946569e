"""A process that is ended takes no neighbour with it: what it had under way is made alone, and the guilty one named."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import pytest

from pipeline.build.make import run
from pipeline.build.plan.plan import Step
from pipeline.build.survey.families import outputs
from pipeline.build.survey.memory import open_memory
from pipeline.build.survey.wish import Wish
from pipeline.check import House
from pipeline.config import Settings
from pipeline.errors import LimitError, MakingError
from pipeline.findings import Message
from pipeline.model import Span
from pipeline.render.output import Made
from pipeline.store import Store
from pipeline.vocabulary.concepts import Concepts
from pipeline.vocabulary.glossary import Glossary
from tests.stories import TODAY

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

GOOD = ("a", "b", "c", "d", "e")


def deadly(rows: Sequence[tuple[str, str, str]], value: object) -> tuple[Made, ...]:
    """Work that ends its process without a word, as the system does for want of memory."""
    assert value == "value"
    if any(target == "bad" for _, _, target in rows):
        os._exit(9)
    return tuple(Made(target.encode()) for _, _, target in rows)


def wish(root: Path, jobs: int) -> Wish:
    """A wish for so many processes."""
    settings = Settings()
    house = House(settings, Glossary(), Concepts(), TODAY)
    return Wish(root, root / "output", house, open_memory(Store(root), settings, ("", "", "")), jobs=jobs)


def steps(*targets: str) -> list[Step]:
    """A step for each target, each with a source of its own."""
    output = outputs(["feeds"])["feeds"][0]
    sources: list[Any] = [(target,) for target in targets]
    return [Step(target, output, source, "", "feeds", ()) for target, source in zip(targets, sources, strict=True)]


def value(source: object) -> Any:  # noqa: ANN401 - stands for any value of an output
    """The value of a step: a file that was changed on the way, or a plain one."""
    if source == ("changed",):
        raise MakingError(Message("this file was changed"), Span("content/de/a.md", 1))
    return "value"


def test_an_ended_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file that ended its process is named; all others are made, before and after it."""
    monkeypatch.setattr(run, "work", deadly)
    monkeypatch.setattr(run, "WORTH", 1)
    made = list(run.make(steps("a", "b", "bad", "c", "d", "e"), value, wish(tmp_path, 2)))
    assert [each.step.target for each in made] == ["a", "b", "bad", "c", "d", "e"]
    found = {each.step.target: each.made for each in made}
    assert {target: found[target] for target in GOOD} == {target: Made(target.encode()) for target in GOOD}
    assert isinstance(found["bad"], LimitError)
    assert str(found["bad"].message).startswith("bad: the process that made it was ended")


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_value_that_cannot_be_had(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: int) -> None:
    """A manuscript that was changed on the way is a failure of its own files alone."""
    monkeypatch.setattr(run, "work", deadly)
    monkeypatch.setattr(run, "WORTH", 1)
    made = list(run.make(steps("a", "changed", "b"), value, wish(tmp_path, jobs)))
    assert [isinstance(each.made, MakingError) for each in made] == [False, True, False]


def test_a_file_of_the_theme_that_is_missing() -> None:
    """What the system refuses while a file is made names that file."""
    run.begin(Settings(), ())
    (outcome,) = run.work((("feeds", outputs(["feeds"])["feeds"][0].name, "site/x"),), Broken())  # type: ignore[arg-type]
    assert isinstance(outcome, MakingError)
    assert str(outcome.message) == "site/x: fonts/a.ttf cannot be used: Permission denied"


class Broken:
    """A value whose file cannot be read."""

    def __getattr__(self, name: str) -> object:
        if name == "article":
            raise AttributeError(name)
        raise PermissionError(13, "Permission denied", "fonts/a.ttf")
