"""Each source of a list can be looked up and cited.

In: an article, or what was read of a manuscript. Out: remarks on citations.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...rule import House, Remark, Severity, remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....model import Article
    from ....reading import Reading


@rule(Severity.ERROR)
def missing_address(reading: Reading) -> Iterator[Remark]:
    """A source has no address.

    Why it matters: readers cannot look it up.

    Bad: `- Bloomberg: A Rare Step`

    Good: `- Bloomberg: A Rare Step (https://www.bloomberg.com/…)`

    Repair: end the entry with its address in brackets.
    """
    return reading.noted("sources/missing-address")


@rule(Severity.ERROR)
def invalid_address(reading: Reading) -> Iterator[Remark]:
    """The address of a source is none that can be followed.

    Why it matters: it leads nowhere, or runs something: `javascript:` and the like are no sources.

    Bad: `- Bloomberg: A Rare Step (javascript:alert(1))`

    Good: `- Bloomberg: A Rare Step (https://www.bloomberg.com/…)`

    Repair: write an address that begins with `https://`.
    """
    return reading.noted("sources/invalid-address")


@rule(Severity.WARNING)
def insecure_address(reading: Reading) -> Iterator[Remark]:
    """The address of a source begins with `http:`.

    Why it matters: whoever sits between reader and page can change it; nearly all pages have `https:`.

    Bad: `http://example.org/report`

    Good: `https://example.org/report`

    Repair: write `https:` if the page has it.
    """
    return reading.noted("sources/insecure-address")


@rule(Severity.WARNING)
def tracking_parameter(reading: Reading) -> Iterator[Remark]:
    """The address of a source carries a tracking parameter.

    Why it matters: it tells others who sent the reader, and makes the address longer than it is.

    Bad: `https://example.org/report?utm_source=newsletter`

    Good: `https://example.org/report`

    Repair: take the parameter out.
    """
    return reading.noted("sources/tracking-parameter")


@rule(Severity.WARNING)
def duplicate(reading: Reading) -> Iterator[Remark]:
    """A source is listed twice.

    Why it matters: it gets two numbers.

    Bad: two entries with the same address.

    Good: one entry that the text cites wherever it is needed.

    Repair: remove one of the entries.
    """
    return reading.noted("sources/duplicate")


@rule(Severity.ERROR)
def duplicate_key(reading: Reading) -> Iterator[Remark]:
    """Two sources have the same key.

    Why it matters: a citation can mean only one of them.

    Bad: `[@report]` before two entries.

    Good: a key of its own for each entry.

    Repair: rename one of the keys, and its citations.
    """
    return reading.noted("sources/duplicate-key")


@rule(Severity.ERROR)
def invalid_key(reading: Reading) -> Iterator[Remark]:
    """The key of a source cannot be cited.

    Why it matters: keys are written into the text, and into the downloads for literature programs.

    Bad: `- [@an article] Bloomberg: …`

    Good: `- [@bloomberg] Bloomberg: …`

    Repair: use letters, digits, `-` and `_`.
    """
    return reading.noted("sources/invalid-key")


@rule(Severity.ERROR)
def unknown_key(reading: Reading) -> Iterator[Remark]:
    """The text cites a source that the list does not have.

    Why it matters: the citation leads nowhere.

    Bad: `[@blomberg]` in the text, `[@bloomberg]` in the list.

    Good: the same key in both places.

    Repair: write the key of the list, or add the source.
    """
    return reading.noted("sources/unknown-key")


@rule(Severity.INFO)
def uncited(article: Article) -> Iterator[Remark]:
    """A source with a key is never cited in the text.

    Why it matters: readers cannot see what it proves.

    Bad: `- [@bloomberg] Bloomberg: …` in the list, and no `[@bloomberg]` in the text.

    Good: each key is cited at least once.

    Repair: cite it where it belongs, or take the key away.
    """
    for citation in article.sources:
        if citation.key and not citation.cited:
            yield remark(citation.at, "“[@{key}]” is not cited", key=citation.key)


@rule(Severity.WARNING)
def future_date(article: Article, house: House) -> Iterator[Remark]:
    """A source was published or read in the future.

    Why it matters: it is a slip, and readers who notice it doubt the rest.

    Bad: „abgerufen am 24. Februar 2052“.

    Good: „abgerufen am 24. Februar 2025“.

    Repair: correct the date.
    """
    for citation in article.sources:
        for date in (citation.published, citation.accessed):
            if date and date > house.today:
                yield remark(citation.at, "the source is dated {date}, in the future", date=date.isoformat())
