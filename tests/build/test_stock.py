"""What was made is known by its key, as long as it is needed."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from pipeline.build.make.stock import DAYS, Stock
from pipeline.store import Store, digest_of

if TYPE_CHECKING:
    from pathlib import Path

TODAY = dt.date(2025, 3, 1)
KEYS = [digest_of(bytes([number])) for number in range(40)]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A store that knows a file for each key, made today."""
    store = Store(tmp_path, tmp_path / "memory")
    stock = Stock(store, TODAY)
    for key in KEYS:
        file = tmp_path / key
        file.write_text(f"of {key}", "utf-8")
        stock.add(key, digest_of(file.read_bytes()), file)
    stock.save()
    return store


def taken(store: Store, day: dt.date, keys: list[str]) -> list[str]:
    """What of some keys is known on a day, and put in a place."""
    stock = Stock(store, day)
    found = []
    for key in keys:
        target = store.root / "taken" / key
        target.unlink(missing_ok=True)
        if stock.take(key, target):
            assert target.read_text("utf-8") == f"of {key}"
            found.append(key)
    stock.save()
    return found


def test_it_is_known(store: Store) -> None:
    """Each file by its own key, and nothing by another."""
    assert taken(store, TODAY, [*KEYS, digest_of(b"other")]) == KEYS


def test_a_build_that_asks_for_few_writes_few(store: Store) -> None:
    """Only the documents are written in which something is new."""
    documents = {path: path.read_bytes() for path in (store.folder / "stock").iterdir()}
    assert taken(store, TODAY + dt.timedelta(1), KEYS[:1]) == KEYS[:1]
    changed = [path.stem for path, data in documents.items() if path.read_bytes() != data]
    assert changed == [KEYS[0][:2]]


def test_what_has_long_not_been_needed_is_forgotten(store: Store) -> None:
    """As soon as one of them is met, all go, with their files; what was needed meanwhile stays."""
    assert taken(store, TODAY + dt.timedelta(DAYS // 2), KEYS[:3]) == KEYS[:3]
    assert taken(store, TODAY + dt.timedelta(DAYS), [f"{KEYS[5][:2]} of another key"]) == []
    objects = {path.parent.name + path.name for path in store.folder.glob("objects/*/*")}
    assert objects == {digest_of(f"of {key}".encode()) for key in KEYS[:3]}
    assert taken(store, TODAY + dt.timedelta(DAYS), KEYS) == KEYS[:3]


@pytest.mark.parametrize("row", [None, 7, [], ["x"], ["x", "y"], [1, 2], {"a": 1}])
def test_rows_of_another_form_are_none(store: Store, row: object) -> None:
    """What another program wrote there is not taken for a file."""
    store.keep(f"stock/{KEYS[0][:2]}", {KEYS[0]: row})
    assert taken(store, TODAY, KEYS[:1]) == []
