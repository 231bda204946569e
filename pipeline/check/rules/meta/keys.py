"""Faults of the front matter that the reader meets.

In: what was read of a manuscript. Out: the remarks that the reader left.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...rule import Remark, Severity, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....reading import Reading


@rule(Severity.ERROR)
def missing_front_matter(reading: Reading) -> Iterator[Remark]:
    """The manuscript has no front matter.

    Why it matters: without title and date it cannot be published.

    Bad: a manuscript that begins with its text.

    Good: a manuscript that begins with `---`, title, date, `---`.

    Repair: put the front matter before the text, between two lines `---`.
    """
    return reading.noted("meta/missing-front-matter")


@rule(Severity.ERROR)
def missing_key(reading: Reading) -> Iterator[Remark]:
    """A key that every article needs is missing or empty.

    Why it matters: the title is headline, mail subject and the name in every list; the date orders them.

    Bad: a front matter without `date`.

    Good: `date: 2025-02-22`

    Repair: add the key with a value.
    """
    return reading.noted("meta/missing-key")


@rule(Severity.ERROR)
def unknown_key(reading: Reading) -> Iterator[Remark]:
    """A key is unknown.

    Why it matters: it would be ignored, and nobody would notice: `descripton` leaves the article without a
    description.

    Bad: `descripton: Was sich ändert`

    Good: `description: Was sich ändert`

    Repair: write the name that the message supposes, or take the key out.
    """
    return reading.noted("meta/unknown-key")


@rule(Severity.ERROR)
def duplicate_key(reading: Reading) -> Iterator[Remark]:
    """A key is given twice.

    Why it matters: only one of the two values can count.

    Bad: `title: Eins` and `title: Zwei`

    Good: one of them.

    Repair: take one out.
    """
    return reading.noted("meta/duplicate-key")


@rule(Severity.ERROR)
def misplaced_key(reading: Reading) -> Iterator[Remark]:
    """A key stands in the article of the wrong language.

    Why it matters: `translate` is said by the original, `translation` and `translator` by the translation;
    elsewhere they say nothing.

    Bad: `translator: …` in the German original.

    Good: `translator: …` in the English translation.

    Repair: move the key to the other manuscript.
    """
    return reading.noted("meta/misplaced-key")


@rule(Severity.ERROR)
def wrong_type(reading: Reading) -> Iterator[Remark]:
    """A value is of another kind than its key takes.

    Why it matters: a list where a text is expected would be shown with its brackets.

    Bad: `title: [Eins, Zwei]`

    Good: `title: "Eins, Zwei"`

    Repair: write the value as the message says.
    """
    return reading.noted("meta/wrong-type")


@rule(Severity.ERROR)
def wrong_value(reading: Reading) -> Iterator[Remark]:
    """A value is none that its key takes.

    Why it matters: a date that does not exist, a kind that the settings do not know, an address with spaces
    cannot be used.

    Bad: `date: 22.02.2025`, `kind: artikel`

    Good: `date: 2025-02-22`, `kind: explainer`

    Repair: write the value as the message says.
    """
    return reading.noted("meta/wrong-value")


@rule(Severity.ERROR)
def cut_by_comment(reading: Reading) -> Iterator[Remark]:
    """A value ends before a `#` that YAML takes for a comment.

    Why it matters: the rest is lost silently.

    Bad: `title: Platz #1 für DeepSeek`, which reads “Platz”.

    Good: `title: "Platz #1 für DeepSeek"`

    Repair: put the value in quotation marks, or take the comment out.
    """
    return reading.noted("meta/cut-by-comment")


@rule(Severity.ERROR)
def missing_slug(reading: Reading) -> Iterator[Remark]:
    """The name of the file cannot be an address, and the article names none.

    Why it matters: addresses of letters, digits and hyphens work everywhere.

    Bad: `content/de/Über uns.md` without `slug`.

    Good: `slug: ueber-uns`

    Repair: add a slug, or give the file another name in both languages.
    """
    return reading.noted("meta/missing-slug")


@rule(Severity.ERROR)
def picture_without_description(reading: Reading) -> Iterator[Remark]:
    """The article's picture has no description.

    Why it matters: who cannot see it learns nothing.

    Bad: `image: {src: ../media/a.png}`

    Good: `image: {src: ../media/a.png, alt: Ein Zweiblatt im Wald}`

    Repair: add `alt`.
    """
    return reading.noted("meta/picture-without-description")


@rule(Severity.ERROR)
def unreadable(reading: Reading) -> Iterator[Remark]:
    """The front matter cannot be read.

    Why it matters: a colon, a tab or a bracket in the wrong place, and nothing of it counts.

    Bad: `title: Fazit: ein Anfang`

    Good: `title: "Fazit: ein Anfang"`

    Repair: mend the place that the message names.
    """
    return reading.noted("meta/unreadable")


@rule(Severity.ERROR)
def too_deep(reading: Reading) -> Iterator[Remark]:
    """The front matter is nested too deep.

    Why it matters: nothing that an article says of itself needs more than three levels.

    Bad: forty brackets in each other.

    Good: keys, lists and tables as the documentation names them.

    Repair: write values that are nested less deep.
    """
    return reading.noted("meta/too-deep")


@rule(Severity.ERROR)
def yaml_feature(reading: Reading) -> Iterator[Remark]:
    """The front matter uses an alias, an anchor or a tag.

    Why it matters: they can multiply a few bytes into gigabytes, or make objects of text.

    Bad: `title: &t Eins`, `description: *t`, `date: !!python/object …`

    Good: plain values.

    Repair: write the value out.
    """
    return reading.noted("meta/yaml-feature")
