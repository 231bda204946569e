"""The contents say on which page each part begins, as WeasyPrint itself would say it."""

from __future__ import annotations

from typing import Any

from pipeline.render.pdf.numbers import number
from tests.pango import need_pango

need_pango()

STYLE = """
@page { size: 10cm 10cm; margin: 1cm }
li { position: relative; padding-right: 24pt }
a::after { position: absolute; right: 0; width: 24pt; text-align: right }
.paged::after { content: "0" }
.theirs::after { content: target-counter(attr(href), page) }
h2 { break-before: page }
"""
PARTS = range(1, 13)
LIST = "".join(f'<li><a class="{{0}}" href="#teil-{n}-ü">Teil {n}</a></li>' for n in PARTS)
HTML = f"<ul>{LIST.format('theirs')}</ul><ul>{LIST.format('paged')}</ul>" + "".join(
    f'<h2 id="teil-{n}-ü">Teil {n}</h2>' for n in PARTS
)


def document(html: str) -> Any:  # noqa: ANN401 - WeasyPrint's document
    """A laid out document whose numbers are written."""
    import weasyprint  # type: ignore[import-untyped]  # noqa: PLC0415 - loaded behind the door

    made = weasyprint.HTML(string=f"<style>{STYLE}</style>{html}").render()
    number(made)
    return made


def said(made: Any, name: str) -> list[tuple[str, float]]:  # noqa: ANN401 - WeasyPrint's document
    """The numbers behind links of a class, and the right edge of each."""
    boxes = [box for page in made.pages for _, _, _, box in page.links if box.element_tag == "a::after"]
    texts = [box.children[0].children[0] for box in boxes if box.element.get("class") == name]
    return [(each.text, round(each.position_x + each.width, 3)) for each in texts]


def test_numbers_are_those_of_weasyprint() -> None:
    """The same numbers, of one digit and of two, at the same right edge."""
    made = document(HTML)
    ours = said(made, "paged")
    assert ours == said(made, "theirs")
    first = len(made.pages) - len(PARTS)
    assert [text for text, _ in ours] == [str(first + n) for n in PARTS]


def test_what_leads_nowhere_has_no_number() -> None:
    """A 0 would be the number of no page."""
    assert [text for text, _ in said(document('<a class="paged" href="#gone">Weg</a>'), "paged")] in ([], [""])
