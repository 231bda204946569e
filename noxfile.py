"""The jobs of this project: ``nox -l`` lists them, ``nox -s NAME`` runs one.

In: this checkout. Out: an edition in ``output/``, or the verdict of a job. Every session
installs exact versions by hash (``requirements/``), then the project itself without looking
for more.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import nox

nox.needs_version = ">=2024.3"
nox.options.sessions = ["build"]
nox.options.error_on_external_run = True

HERE = Path(__file__).parent


def prepare(session: nox.Session, requirements: str) -> None:
    """Install what a session needs, at the versions that were tried together."""
    session.install("--quiet", "--require-hashes", "-r", f"requirements/{requirements}.txt")
    session.install("--quiet", "--no-deps", "-e", ".")


@nox.session
def build(session: nox.Session) -> None:
    """Check the shipped publication and make its edition in output/."""
    prepare(session, "run")
    session.run("zweiblatt", "check")
    session.run("zweiblatt", "build", *session.posargs)


@nox.session
def tests(session: nox.Session) -> None:
    """Run the tests; what this machine lacks (a browser, Java) is skipped with its reason."""
    prepare(session, "tests")
    workers = str(min(os.cpu_count() or 1, 8))
    session.run("pytest", "--numprocesses", workers, "--dist", "worksteal", *session.posargs)  # long tests come last


@nox.session
def web(session: nox.Session) -> None:
    """Prove the site with a browser and validators; what this machine lacks is skipped with its reason."""
    prepare(session, "tests")
    tools = os.environ.get("ZWEIBLATT_NODE") or str(HERE / ".nox" / "web-tools")
    if shutil.which("npm") and not os.environ.get("ZWEIBLATT_NODE"):
        packages = (
            *("vnu-jar@26.9.27", "html-validate@10.17.0", "axe-core@4.14.1"),
            *("lighthouse@12.8.2", "schema-dts@2.1.0", "typescript@7.0.2"),
        )
        options = ("--ignore-scripts", "--no-save", "--no-audit", "--no-fund", "--prefix", tools)
        session.run("npm", "install", *options, *packages, external=True, success_codes=range(256))
    session.run("pytest", "tests/web", "-rs", *session.posargs, env={"ZWEIBLATT_WEB": "1", "ZWEIBLATT_NODE": tools})


@nox.session
def newsletter(session: nox.Session) -> None:
    """Prove the mails with validators, a browser and the Can I Email data; what is absent is skipped."""
    prepare(session, "tests")
    tools = HERE / ".nox" / "tools"
    if shutil.which("npm"):
        packages = ("vnu-jar@26.9.27", "axe-core@4.14.1", "caniemail@1.0.5", "twitter-text@3.1.0")
        session.run("npm", "install", "--ignore-scripts", "--no-save", "--prefix", str(tools), *packages, external=True)
    session.run(
        "pytest", "tests/newsletter", *session.posargs, env={"ZWEIBLATT_NODE_MODULES": str(tools / "node_modules")}
    )


@nox.session
def benchmark_checks(session: nox.Session) -> None:
    """Measure the checks: recall of faults, false alarms of harmless changes; paths of corpora may follow."""
    prepare(session, "run")
    session.run("python", "-m", "benchmarks.checks", *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Hold style and form: ruff with all rules."""
    prepare(session, "lint")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")


@nox.session
def types(session: nox.Session) -> None:
    """Check the annotations: mypy, strict."""
    prepare(session, "lint")
    session.run("mypy")


@nox.session
def lock(session: nox.Session) -> None:
    """Make requirements/*.txt anew: exact versions with hashes, without addresses."""
    session.install("--quiet", "uv")
    for name, inputs in (
        ("run", ["pyproject.toml"]),
        ("tests", ["pyproject.toml", "requirements/tests.in"]),
        ("lint", ["pyproject.toml", "requirements/tests.in", "requirements/lint.in"]),
        ("benchmark", ["pyproject.toml", "requirements/benchmark.in"]),
    ):
        session.run(
            *("uv", "pip", "compile", *inputs, "--universal", "--python-version", "3.11", "--generate-hashes"),
            *("--no-emit-index-url", "--no-header", "--no-annotate", "--quiet"),
            *("--output-file", f"requirements/{name}.txt", *session.posargs),
        )


@nox.session
def pdf_conformance(session: nox.Session) -> None:
    """Hold the PDFs against veraPDF, PDF/UA-1 and PDF/A-3a; skipped where Java or Maven is missing."""
    if not (shutil.which("java") and shutil.which("mvn")):
        session.skip("Java and Maven are needed: apt-get install -y default-jre-headless maven")
    prepare(session, "tests")
    jars = Path(session.create_tmp()).resolve() / "verapdf"
    pom = HERE / "tests" / "pdf" / "verapdf" / "pom.xml"
    copy = ("dependency:copy-dependencies", f"-DoutputDirectory={jars}")
    session.run("mvn", "--quiet", "--batch-mode", "--file", str(pom), *copy, external=True, success_codes=range(256))
    if not any(jars.glob("*.jar")):
        session.skip("Maven could not bring veraPDF")
    session.run("pytest", *(session.posargs or ["tests/pdf"]), env={"ZWEIBLATT_VERAPDF": str(jars)})


@nox.session
def benchmark(session: nox.Session) -> None:
    """Measure builds and checks of N pairs, beside MkDocs, Pelican and Hugo: nox -s benchmark -- 100 [--write]."""
    prepare(session, "benchmark")
    session.run("python", "-m", "benchmarks.build", *session.posargs)


@nox.session
def benchmark_growth(session: nox.Session) -> None:
    """Measure what double the text costs, up to the limits: nox -s benchmark_growth -- [NAME] [--write]."""
    prepare(session, "run")
    session.run("python", "-m", "benchmarks.growth", *session.posargs)


@nox.session
def docs(session: nox.Session) -> None:
    """Write docs/rules.md and docs/commands.md anew and test the documentation: nox -s docs -- --accept."""
    prepare(session, "tests")
    session.run("pytest", "tests/test_docs.py", *session.posargs)


@nox.session
def strings(session: nox.Session) -> None:
    """Hold the catalogues against the words of program and templates: nox -s strings -- --accept."""
    prepare(session, "tests")
    session.run("pytest", "tests/test_wording.py", "tests/render/test_strings.py", *session.posargs)
