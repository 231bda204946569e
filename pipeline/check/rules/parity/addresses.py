"""Addresses that stand in the text as they are typed.

In: an original and its translation. Out: remarks. Addresses of links are no text: :mod:`.links` compares them.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from ... import address
from ...prose import sides
from ...rule import Remark, Severity, remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ....model import Translation
    from ...prose import Passage

    Written = tuple[Passage, re.Match[str]]

ADDRESS = re.compile(
    r"(?<![\w.@/-])(?:https?://[^\s<>\"“”„)\]]+|www\.[^\s<>\"“”„)\]]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?:[a-z0-9-]+\.)+(?:de|com|org|net|eu|at|ch|io|info)(?:/[^\s<>\"“”„)\]]*)?(?![\w.-]*\w))"
)
HOST = re.compile(r"^.*@|[/?].*$")
"""What is no host: the name of a mailbox, a path."""
MISSPELLED = 0.85
"""From this ratio on two hosts are meant to be one."""
DOT = re.compile(r"\.(?<=\w.)[a-z]{2}")
"""Without one of these, or an @, a text names no address."""


@rule(Severity.WARNING)
def address_differs(pair: Translation) -> Iterator[Remark]:
    """An address of the text is another one than in the original.

    Why it matters: readers type it, and reach nobody or somebody else.

    Web and mail addresses that stand in the text are compared block by block, where both have as many of them. The
    language in an address makes no difference, nor does another host: it is an edition's own, or a place-holder such
    as „deinedomain.de“; one that is spelled almost so is a slip.

    Bad: „Fragen an info@example.org“ – “Questions to post@example.org”.

    Good: “Questions to info@example.org”.

    Repair: copy the original's address.
    """
    for each in sides(pair):
        for mine, theirs in each.pairs:
            left, right = _written(mine), _written(theirs)
            if not left or len(left) != len(right):
                continue
            known = {_folded(found[0]) for _, found in left}, {_folded(found[0]) for _, found in right}
            lost = (one for one in left if _folded(one[1][0]) not in known[1])
            for passage, found in right:
                other = next(lost, None) if _folded(found[0]) not in known[0] else None
                if other and _is_meant(_folded(found[0]), _folded(other[1][0])):
                    yield remark(
                        passage.span(*found.span()),
                        "the address is {here}, the original's is {there}",
                        related=other[0].span(*other[1].span()),
                        here=_plain(found[0]),
                        there=_plain(other[1][0]),
                    )


def _written(row: Iterable[Passage]) -> list[Written]:
    return [
        (passage, found)
        for passage in row
        if "@" in passage.text or DOT.search(passage.text)
        for found in ADDRESS.finditer(passage.text)
    ]


def _plain(written: str) -> str:
    """An address without the marks of the sentence behind it."""
    return written.rstrip(".,;:!?…'’*_")


def _folded(written: str) -> str:
    plain = _plain(written)
    if "@" in plain and "/" not in plain:
        return plain.casefold()
    return address.localised(plain if "://" in plain else f"https://{plain}").removesuffix(".html")


def _is_meant(here: str, there: str) -> bool:
    """Whether one address is meant for the other: of one host, or of one that is spelled almost so."""
    hosts = tuple(HOST.sub("", each) for each in (here, there))
    if hosts[0] == hosts[1]:
        return True
    names = tuple(host.rpartition(".")[0] for host in hosts)  # another ending is another edition
    return names[0] != names[1] and SequenceMatcher(None, names[0], names[1], autojunk=False).ratio() >= MISSPELLED
