"""What the inliner makes of a mail's style sheet, and what of it would be lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pipeline.errors import MakingError
from pipeline.model import Language
from pipeline.render.newsletter.letter import mail
from pipeline.render.newsletter.profiles import PROFILES
from pipeline.render.theme import SHIPPED, Theme

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pipeline.config import Settings
    from pipeline.render.output import Sheet

SHEET = (SHIPPED / "style/mail.css").read_text("utf-8").rstrip("\n") + "\n"
LINE = SHEET.count("\n") + 1


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ('@import "own.css";', "@import"),
        ("p{color:#000000}@media (max-width:480px){p{color:#111111}}", "@media"),
        ("@font-face{font-family:Own;src:url(own.woff2)}", "@font-face"),
        ("@layer own{@supports (color:red){p{color:#111111}}}", "@supports"),
    ],
)
def test_what_no_element_can_hold_is_told(
    words: str, what: str, settings: Settings, written: Callable[..., Sheet], tmp_path: Path
) -> None:
    """Rules that the inliner would leave out without a word are named with file and line."""
    own = tmp_path / "templates"
    (own / "style").mkdir(parents=True)
    (own / "style/mail.css").write_text(SHEET + words, encoding="utf-8")
    with pytest.raises(MakingError, match=f"style/mail.css:{LINE} has {what}, which no mail keeps"):
        mail(written("Text."), Theme(settings, (own,)), "full", PROFILES[0])


def test_what_elements_can_hold_is_kept(settings: Settings, written: Callable[..., Sheet], tmp_path: Path) -> None:
    """A layer is only an order of rules; what a comment or a string says is no rule."""
    own = tmp_path / "templates"
    (own / "style").mkdir(parents=True)
    more = '@charset "utf-8";/* @import "a.css"; */@layer own{h1{color:#123456}}a[href*="@media"]{color:#123456}'
    (own / "style/mail.css").write_text(SHEET + more, encoding="utf-8")
    assert mail(written("Text."), Theme(settings, (own,)), "full", PROFILES[0]).letter.html


def test_a_template_of_ones_own_is_named(settings: Settings, written: Callable[..., Sheet], tmp_path: Path) -> None:
    """A style that stands in the template itself is told with the template; the one that is kept may have all."""
    own = tmp_path / "templates"
    own.mkdir()
    shipped = (SHIPPED / "newsletter.html").read_text("utf-8")
    kept = '<style data-css-inline="keep">@media print{p{color:#111111}}</style>'
    (own / "newsletter.html").write_text(shipped.replace("</head>", f"{kept}</head>"), encoding="utf-8")
    assert mail(written("Text."), Theme(settings, (own,)), "full", PROFILES[0]).letter.html
    lost = "<style>@media print{p{color:#111111}}</style>"
    (own / "newsletter.html").write_text(shipped.replace("</head>", f"{lost}</head>"), encoding="utf-8")
    with pytest.raises(MakingError, match=r"newsletter\.html has @media, which no mail keeps"):
        mail(written("Text.", language=Language.EN), Theme(settings, (own,)), "full", PROFILES[0])
