"""Addresses that stand in the text as they are typed.

In: an original and its translation. Out: remarks. Addresses of links are no text: :mod:`.links` compares them.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from ...compared import address
from ...compared.prose import sides
from ...rule import Remark, Severity, remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ....model import Translation
    from ...compared.prose import Passage

    Written = tuple[Passage, re.Match[str]]

ADDRESS = re.compile(
    r"(?<![\w.@/-])(?:https?://[^\s<>\"“”„)\]]+|www\.[^\s<>\"“”„)\]]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?:[a-z0-9-]+\.)+(?:de|com|org|net|eu|at|ch|io|info)(?:/[^\s<>\"“”„)\]]*)?(?![\w.-]*\w))"
)
HOST = re.compile(r"^.*@|[/?].*$")
"""What is no host: the name of a mailbox, a path."""
MISSPELLED = 0.85
"""From this ratio on two hosts are meant to be one."""
PLACE_HOLDERS = (
    re.compile(r"example|beispiel|muster|domain|firma|anbieter|\bde?ine?(?!s)|\bihre?\b|\bihre?(?=[dfs])"),
    re.compile(r"example|sample|domain|company|acme|provider|\b(?:your|my)"),
)
"""What hosts are called that an article makes up, in German and in English: deinedomain.de, yourdomain.com."""
COUNTRIES = frozenset(("de", "at", "ch", "li"))
"""What ends so in German may have another ending abroad."""
COMMON = frozenset(
    ("info", "support", "service", "hello", "hallo", "mail", "email", "office", "team", "shop", "name", "user")
)
"""What mailboxes are called everywhere: others are not made anew for another country."""
DOT = re.compile(r"\.(?<=\w.)[a-z]{2}")
"""Without one of these, or an @, a text names no address."""


@rule(Severity.WARNING)
def address_differs(pair: Translation) -> Iterator[Remark]:
    """An address of the text is another one than in the original.

    Why it matters: readers type it, and reach nobody or somebody else.

    Web and mail addresses that stand in the text are compared block by block, where both have as many of them. The
    language in an address makes no difference, nor does another host: it is an edition's own, or a place-holder such
    as „deinedomain.de“; one that is spelled almost so is a slip, and so is another one of the same mailbox.

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
    hosts = tuple(HOST.sub("", each) for each in (there, here))
    if hosts[0] == hosts[1]:
        return True
    (name, _, end), (other, _, ending) = (host.rpartition(".") for host in hosts)
    is_abroad = end != ending and end in COUNTRIES and ending not in COUNTRIES
    if is_abroad and PLACE_HOLDERS[0].search(name) and PLACE_HOLDERS[1].search(other):
        return False
    boxes = tuple(each.rpartition("@")[0] for each in (there, here))
    if boxes[0] == boxes[1] != "" and not (is_abroad and boxes[0] in COMMON):
        return True
    if name == other:  # another ending is another edition
        return not is_abroad and boxes[0] == boxes[1]
    return SequenceMatcher(None, name, other, autojunk=False).ratio() >= MISSPELLED
