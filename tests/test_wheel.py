"""The wheel, installed elsewhere, brings its templates, fonts, data files and catalogues, and builds with them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_the_wheel_builds_an_edition_far_from_the_checkout(tmp_path: Path) -> None:
    """Nothing of the checkout is in reach: only what the wheel holds."""
    wheels = tmp_path / "wheels"
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    subprocess.run([*command, "--wheel-dir", str(wheels), str(ROOT)], check=True, env=environment, cwd=tmp_path)
    (wheel,) = wheels.glob("zweiblatt-*.whl")
    place = tmp_path / "installed"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(place)
    project = tmp_path / "project"
    project.mkdir()
    shutil.copytree(ROOT / "content", project / "content")
    for name in ("zweiblatt.toml", "hashtags.toml"):
        shutil.copy(ROOT / name, project / name)
    code = "import sys, pipeline; sys.path.insert(0, sys.argv[1]); print(pipeline.__file__)"
    paths = {**environment, "PYTHONPATH": str(place), "ZWEIBLATT_MESSAGES": "de"}
    where = subprocess.run(
        [sys.executable, "-c", code, str(place)], cwd=project, env=paths, check=True, capture_output=True, text=True
    )
    assert str(place) in where.stdout
    done = subprocess.run(
        [sys.executable, "-m", "pipeline", "build", "--only", "web,newsletter,feeds"],
        cwd=project,
        env=paths,
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    page = (project / "output/site/de/deepseek-oeffnet-seinen-code/index.html").read_text("utf-8")
    assert "Minuten Lesezeit" in page
    assert (project / "output/site/assets/ZweiblattSerif-Regular.woff2").is_file()
