"""Every output of an article shows all of it: what the proof at the end of a build notes.

In: what was read of a manuscript. Out: the remarks that the reader left.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..rule import Remark, Severity, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...reading import Reading


@rule(Severity.ERROR)
def missing_heading(reading: Reading) -> Iterator[Remark]:
    """A heading of the article is missing in an output.

    Why it matters: page, PDF, mail and text part are the same article; what one of them lacks, its readers
    never learn.

    Bad: a template that leaves out a part, so that “Fazit” is not in the PDF.

    Good: every heading in each of them; in a teaser mail those of the teaser, the key points and the sources.

    Repair: mend the template; if it is ours, report the fault with the article.
    """
    return reading.noted("outputs/missing-heading")


@rule(Severity.ERROR)
def missing_list_item(reading: Reading) -> Iterator[Remark]:
    """An item of a list of the article is missing in an output.

    Why it matters: a key point or a question that only some readers see is a different article.

    Bad: a mail that shows the first three of five key points.

    Good: every item in page, PDF, mail and text part.

    Repair: mend the template, or shorten the list in the manuscript.
    """
    return reading.noted("outputs/missing-list-item")


@rule(Severity.ERROR)
def missing_picture(reading: Reading) -> Iterator[Remark]:
    """The description of a picture is missing in an output.

    Why it matters: who cannot see the picture, in a mail or a PDF, learns nothing of it.

    Bad: a template that writes `alt=""`.

    Good: the description of the manuscript, in each output.

    Repair: mend the template.
    """
    return reading.noted("outputs/missing-picture")


@rule(Severity.ERROR)
def missing_source(reading: Reading) -> Iterator[Remark]:
    """A source is missing in an output, or its address.

    Why it matters: a statement without its source cannot be checked.

    Bad: a mail whose template has no list of sources.

    Good: publisher, title and address of every source in page, PDF, mail and text part.

    Repair: mend the template.
    """
    return reading.noted("outputs/missing-source")


@rule(Severity.ERROR)
def missing_hashtag(reading: Reading) -> Iterator[Remark]:
    """A hashtag is missing in an output.

    Why it matters: hashtags are how readers find and share the article.

    Bad: a PDF without the last line.

    Good: every hashtag, as text.

    Repair: mend the template.
    """
    return reading.noted("outputs/missing-hashtag")


@rule(Severity.ERROR)
def missing_glyph(reading: Reading) -> Iterator[Remark]:
    """A character of the article is in no font of the PDF.

    Why it matters: readers see an empty box, screen readers are silent, and archives refuse the file. A PDF is set in
    the fonts of its theme alone, so that it is the same on every machine.

    Bad: „深度“ in a theme whose fonts have Latin, Greek, Cyrillic, Arabic, Hebrew, mathematical signs and emoji.

    Good: another character, a word; or a font that has it, in `templates/fonts/` and `templates/style/print-more.css`.

    Repair: leave the character out, or add a font.
    """
    return reading.noted("outputs/missing-glyph")


@rule(Severity.ERROR)
def pdf_warning(reading: Reading) -> Iterator[Remark]:
    """Something in a PDF is not as the theme or the manuscript wants it: WeasyPrint warned of it.

    Why it matters: what WeasyPrint leaves out, a picture or a rule of style, is missing on paper without a word.

    Bad: a style sheet with `text-wrap: balance`; a picture that is broken.

    Good: no warning.

    Repair: mend the style sheet or the picture that the message names.
    """
    return reading.noted("outputs/pdf-warning")
