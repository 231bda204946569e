"""A report to write: findings of every severity, with hostile words, over two languages."""

from __future__ import annotations

import pytest

from pipeline.check import RULES
from pipeline.findings import Edit, Finding, Message, Related, Repair, Severity
from pipeline.model import Span
from pipeline.report import Report

DE = "content/de/über uns.md"
EN = "content/en/über uns.md"
TEXTS = (
    (DE, "---\ntitle: Titel\n---\n\nVor dem Ende.\n\n## Fazit: <b>Ende</b>\n\nRund 3,5 %.\n"),
    (EN, "---\ntitle: Title\n---\n\nBefore “the” end.\n\nÄh, about 3,5 %.\n"),
)
HOSTILE = '</script><img src=x onerror=alert(1)>\n::error::x %0A | `a` ]]> \x1b[31m \u202e "q"'


def finding(severity: Severity, rule: str, at: Span, said: Message, **more: object) -> Finding:
    """A finding with a fingerprint of its own."""
    print_ = f"{abs(hash((rule, at.line, str(said)))):032x}"[:32]
    related, repair = more.get("related", ()), more.get("repair")
    assert isinstance(related, tuple)
    assert repair is None or isinstance(repair, Repair)
    return Finding(rule, severity, said, at, related, repair, print_)


@pytest.fixture
def report() -> Report:
    """Three findings: a missing section, a repairable number, a hostile message."""
    here = Span(EN, 7, 11, (7, 16))
    return Report(
        findings=(
            finding(
                Severity.ERROR,
                "parity/missing-section",
                Span(EN, 5),
                Message("no counterpart to “{heading}”", (("heading", "Fazit: <b>Ende</b>"),)),
                related=(Related(Span(DE, 7), Message("for comparison")),),
            ),
            finding(
                Severity.WARNING,
                "numbers/wrong-format",
                here,
                Message("a German number"),
                related=(Related(Span(DE, 9, 6, (9, 11)), Message("for comparison")),),
                repair=Repair(Message("write 3.5%"), (Edit(here, "3.5%"),), safe=True),
            ),
            finding(Severity.INFO, "sources/uncited", Span("zweiblatt.toml", 3), Message("{x}", (("x", HOSTILE),))),
        ),
        stories=2,
        texts=TEXTS,
        rules=RULES,
    )


@pytest.fixture
def empty() -> Report:
    """A report without findings."""
    return Report((), 3)
