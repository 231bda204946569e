"""Where steps run: a machine that refuses a pool of processes still makes everything."""

from __future__ import annotations

from multiprocessing import synchronize
from typing import NoReturn

import pytest

from pipeline.build.workers.executor import Here, place, pool


def test_here() -> None:
    """What fails in this process fails where the result is asked for, as in any executor."""
    with Here() as executor:
        assert executor.submit(divmod, 7, 2).result() == (3, 1)
        future = executor.submit(divmod, 7, 0)
    with pytest.raises(ZeroDivisionError):
        future.result()


def test_pool() -> None:
    """Several processes are a pool, one is this process."""
    with place(2) as found:
        assert found.executor.submit(divmod, 7, 2).result() == (3, 1)
        assert found.width > 2
    with place(1) as found:
        assert isinstance(found.executor, Here)


def test_no_semaphores(monkeypatch: pytest.MonkeyPatch) -> None:
    """A container that may not use /dev/shm has no pool: the work is done in this process."""

    def refused(*_: object, **__: object) -> NoReturn:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(synchronize.SemLock, "__init__", refused)
    assert pool(2) is None
    with place(2) as found:
        assert isinstance(found.executor, Here)
        assert found.width == 1
