"""The same edition on a Dask cluster: a real scheduler and two workers on loopback that cannot see the publication."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.build.small import tree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Run = Callable[..., subprocess.CompletedProcess[str]]

pytest.importorskip("distributed", reason="Dask is not here: pip install 'zweiblatt[dask]'")

ROOT = Path(__file__).parents[2]
FAMILIES = ("--only", "web,newsletter,feeds,social")
PATIENCE = 60


def _port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        number: int = free.getsockname()[1]
        return number


def _hidden(project: Path) -> list[str]:
    """What hides the publication from a process, where that may be done: another file system over it."""
    if os.geteuid() == 0 and shutil.which("unshare"):
        tried = subprocess.run(["unshare", "--mount", "true"], capture_output=True, check=False)
        if tried.returncode == 0:
            return ["unshare", "--mount", "sh", "-c", f'mount -t tmpfs none "{project}" && exec "$@"', "sh"]
    return []


class Cluster:
    """A scheduler and two workers, each a process."""

    def __init__(self, folder: Path, project: Path) -> None:
        port = _port()
        self.address = f"dask://127.0.0.1:{port}"
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        module = [sys.executable, "-m"]
        scheduler = ["distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard"]
        self.scheduler = subprocess.Popen([*module, *scheduler], cwd=folder, env=environment, stderr=subprocess.DEVNULL)
        quiet = ["--nthreads", "1", "--no-nanny", "--no-dashboard", "--local-directory"]
        self.workers = []
        for name in ("one", "two"):
            (folder / name).mkdir()
            worker = ["distributed.cli.dask_worker", f"tcp://127.0.0.1:{port}", *quiet, str(folder / name)]
            command = [*_hidden(project), *module, *worker]
            self.workers.append(subprocess.Popen(command, cwd=folder, env=environment, stderr=subprocess.DEVNULL))
        self._wait(port)

    @staticmethod
    def _wait(port: int) -> None:
        from distributed import Client  # noqa: PLC0415 - an extra

        with ExitStack() as stack:
            client = stack.enter_context(Client(f"tcp://127.0.0.1:{port}", timeout=PATIENCE, set_as_default=False))  # type: ignore[no-untyped-call]
            client.wait_for_workers(2, timeout=PATIENCE)

    def end(self) -> None:
        """Stop all of it."""
        for process in (*self.workers, self.scheduler):
            process.kill()
            process.wait()


@pytest.fixture
def cluster(tmp_path: Path, project: Path) -> Iterator[Cluster]:
    """A cluster for a test."""
    folder = tmp_path / "cluster"
    folder.mkdir()
    found = Cluster(folder, project)
    try:
        yield found
    finally:
        found.end()


def test_same_bytes(project: Path, run: Run, cluster: Cluster) -> None:
    """What the cluster makes is what this machine makes, with a template and a picture of the publication's own."""
    (project / "templates").mkdir()
    shutil.copy(ROOT / "templates" / "article.html", project / "templates")
    here = run("build", *FAMILIES, "--out", "here", ZWEIBLATT_CACHE_DIR=str(project.parent / "one"))
    assert here.returncode == 0, here.stderr
    store = str(project.parent / "two")
    there = run("build", *FAMILIES, "--out", "there", "--executor", cluster.address, ZWEIBLATT_CACHE_DIR=store)
    assert there.returncode == 0, there.stderr
    assert tree(project / "there") == tree(project / "here")


def test_a_worker_is_killed(project: Path, run: Run, cluster: Cluster) -> None:
    """What a worker had under way when it was killed is made by the other."""
    here = run("build", *FAMILIES, "--out", "here", ZWEIBLATT_CACHE_DIR=str(project.parent / "one"))
    command = ["build", *FAMILIES, "--out", "there", "--executor", cluster.address]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "ZWEIBLATT_CACHE_DIR": str(project.parent / "two")}
    with subprocess.Popen([sys.executable, "-m", "pipeline", *command], cwd=project, env=environment) as building:
        staging = f".there.staging-{building.pid}"
        end = time.monotonic() + PATIENCE
        while not (project / staging).is_dir() and time.monotonic() < end:
            time.sleep(0.01)
        cluster.workers[0].kill()
        assert building.wait(PATIENCE) == here.returncode == 0
    assert tree(project / "there") == tree(project / "here")


def test_nobody_answers(project: Path, run: Run) -> None:
    """An address at which no scheduler is, or that is none, is said; nothing is published."""
    done = run("build", *FAMILIES, "--executor", f"dask://127.0.0.1:{_port()}")
    assert done.returncode == 2
    assert "no Dask scheduler answers at dask://127.0.0.1" in done.stderr
    done = run("build", *FAMILIES, "--executor", "tcp://127.0.0.1:1")
    assert done.returncode == 2
    assert "is no address such as dask://" in done.stderr
    assert not (project / "output").exists()
