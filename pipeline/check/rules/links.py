"""Links and pictures lead somewhere, and nowhere where they must not.

In: what was read of a manuscript. Out: the remarks that the reader left.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..rule import Remark, Severity, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...reading import Reading


@rule(Severity.ERROR)
def empty_address(reading: Reading) -> Iterator[Remark]:
    """A link leads nowhere.

    Why it matters: readers click, and nothing happens.

    Bad: `[Bericht]()`

    Good: `[Bericht](https://example.org/report)`

    Repair: write the address, or take the link out.
    """
    return reading.noted("links/empty-address")


@rule(Severity.ERROR)
def empty_text(reading: Reading) -> Iterator[Remark]:
    """A link has no text.

    Why it matters: nobody sees it, and screen readers read its address aloud.

    Bad: `[](https://example.org/report)`

    Good: `[Bericht](https://example.org/report)`

    Repair: write between the brackets where the link leads.
    """
    return reading.noted("links/empty-text")


@rule(Severity.ERROR)
def forbidden_address(reading: Reading) -> Iterator[Remark]:
    """An address is of a kind that no article may hold.

    Why it matters: `javascript:`, `data:`, `file:` and the like run code or show what lies on somebody's disk;
    passwords do not belong into addresses.

    Bad: `[Klick](javascript:alert(1))`, `[Seite](www.example.org)`

    Good: `[Seite](https://www.example.org)`; http:, https:, mailto: with an address alone, `#…` and paths
    inside `content/` are possible.

    Repair: write the address with https://, or take the link out.
    """
    return reading.noted("links/forbidden-address")


@rule(Severity.ERROR)
def missing_file(reading: Reading) -> Iterator[Remark]:
    """A picture or link names a file of `content/` that is not there.

    Why it matters: readers see an empty place, or a page that is not found.

    Bad: `![Skizze](../media/skecth.png)` where only `sketch.png` is there

    Good: `![Skizze](../media/sketch.png)`

    Repair: correct the name, or put the file there; capitals count.
    """
    return reading.noted("links/missing-file")


@rule(Severity.ERROR)
def outside_content(reading: Reading) -> Iterator[Remark]:
    """A path leads out of `content/`, or a picture does not lie in `content/media/`.

    Why it matters: what lies elsewhere on the machine is not part of the publication.

    Bad: `![Skizze](../../private/sketch.png)`

    Good: `![Skizze](../media/sketch.png)`

    Repair: put the file into `content/media/` and name it from there.
    """
    return reading.noted("links/outside-content")


@rule(Severity.ERROR)
def remote_picture(reading: Reading) -> Iterator[Remark]:
    """A picture lies on another server.

    Why it matters: readers would be seen there, the PDF could not show it, and it may vanish or change.

    Bad: `![Skizze](https://example.org/sketch.png)`

    Good: `![Skizze](../media/sketch.png)`

    Repair: put the picture into `content/media/`, if its licence permits.
    """
    return reading.noted("links/remote-picture")


@rule(Severity.ERROR)
def undefined_reference(reading: Reading) -> Iterator[Remark]:
    """A link names an address that is not defined.

    Why it matters: Markdown shows the brackets instead of a link.

    Bad: `[Bericht][report]` without a line `[report]: https://…`

    Good: both.

    Repair: define the address, or write it in round brackets behind the text.
    """
    return reading.noted("links/undefined-reference")


@rule(Severity.ERROR)
def unknown_fragment(reading: Reading) -> Iterator[Remark]:
    """A link leads to a heading that is not there.

    Why it matters: readers stay where they are.

    Bad: `[siehe unten](#fazit)` where the heading has the id `conclusion`.

    Good: `[siehe unten](#conclusion)`

    Repair: write the id of the heading; parts of an article have the name of their role, `## … {#id}` sets
    another.
    """
    return reading.noted("links/unknown-fragment")
