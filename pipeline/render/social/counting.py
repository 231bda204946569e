r"""How long a text is, as each network counts it.

In: a text. Out: a number. This is the door to ``regex``, which knows graphemes (``\X``) and emoji.

X publishes its counting as ``twitter-text`` (configuration 3, Apache-2.0); :func:`weighted` is that counting, and
``domains.txt`` its list of top-level domains. Mastodon counts graphemes and 23 for an address (its
``StatusLengthValidator``); Threads counts characters, and an emoji by its bytes (its API reference); LinkedIn and
Instagram say only "characters", for which UTF-16 units are the cautious reading.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

ADDRESS_LENGTH = 23
"""What X and Mastodon count for any address."""

LIGHT = ((0, 0x10FF), (0x2000, 0x200D), (0x2010, 0x201F), (0x2032, 0x2037))
"""Code points that weigh 1 on X; all others weigh 2."""

EMOJI = regex.compile(
    r"\p{RI}\p{RI}|[0-9#*]\uFE0F?\u20E3"
    r"|(?=[\p{Emoji_Presentation}\p{Emoji_Modifier_Base}]|\p{Emoji}\uFE0F|\p{ExtPict}[\uFE0F\u200D\U0001F3FB-\U0001F3FF])"
    r"\p{Emoji}[\uFE0F\p{Emoji_Modifier}]?(?:[\U000E0020-\U000E007E]+\U000E007F)?"
    r"(?:(?<!\U0001F9D1[\U0001F3FB-\U0001F3FF]?)\u200D\p{Emoji}[\uFE0F\p{Emoji_Modifier}]?)*"
)
"""As ``twitter-text`` 3.1 reads them: what joins a 🧑 to a trade is younger than its table, so the parts count."""

LATIN = (
    r"\xC0-\xD6\xD8-\xF6\xF8-\xFF\u0100-\u024F\u0253\u0254\u0256\u0257\u0259\u025B\u0263\u0268\u026F\u0272\u0289"
    r"\u028B\u02BB\u0300-\u036F\u1E00-\u1EFF"
)
PUNYCODE = "xn--"
"""How a top-level domain with other letters than a to z begins."""
DOTS = {ord("İ"): "i", ord("ı"): "i"}
"""Letters that ``regex`` takes for an ``i`` where case is no matter, and casefold() does not."""
ADDRESS = regex.compile(r"https?://\S+", regex.IGNORECASE)


def characters(text: str) -> int:
    """The number of UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def graphemes(text: str) -> int:
    """The number of characters as a reader sees them."""
    return len(regex.findall(r"\X", text))


def mastodon(text: str) -> int:
    """Graphemes, an address counted as 23."""
    return graphemes(ADDRESS.sub("x" * ADDRESS_LENGTH, text))


def threads(text: str) -> int:
    """Characters, an emoji counted by its bytes in UTF-8."""
    return len(EMOJI.sub("", text)) + sum(len(found.encode()) for found in EMOJI.findall(text))


def weighted(text: str) -> int:
    """The length on X: addresses 23, an emoji 2, Latin and common marks 1, the rest (``…``, ``€``) 2."""
    text = unicodedata.normalize("NFC", text)
    length, place = 0, 0
    for start, end in _addresses(text):
        length += _weight(text[place:start]) + ADDRESS_LENGTH
        place = end
    return length + _weight(text[place:])


def _weight(text: str) -> int:
    plain, emoji = EMOJI.subn("", text)
    return 2 * emoji + sum(1 if any(low <= ord(each) <= high for low, high in LIGHT) else 2 for each in plain)


def _addresses(text: str) -> Iterator[tuple[int, int]]:
    """Where X sees addresses: those with a protocol, and bare ones like ``example.org``."""
    names = _named(text)
    if not names and "." + PUNYCODE not in text.casefold():
        return
    whole, bare = _patterns(names)
    for found in whole.finditer(text):
        if found["protocol"]:
            yield found.span("url")
        elif not found["before"].endswith(("-", "_", ".", "/")):
            yield from _bare(found, bare)


def _bare(found: regex.Match[str], bare: regex.Pattern[str]) -> Iterator[tuple[int, int]]:
    names = list(bare.finditer(found["domain"]))
    shift = found.start("domain")
    for name in names[:-1]:
        yield shift + name.start(), shift + name.end()
    if names:
        yield shift + names[-1].start(), found.end() if found["path"] else shift + names[-1].end()


def _named(text: str) -> tuple[str, ...]:
    """The top-level domains that a text has behind a full stop, the longest of one beginning first."""
    places = [place for place, sign in enumerate(text) if sign == "."]
    domains = _domains() if places else frozenset()
    longest = max(map(len, domains), default=0)
    ends = (text[place + 1 : place + 1 + longest].translate(DOTS).casefold() for place in places)
    found = {end[:length] for end in ends for length in range(1, len(end) + 1)}
    return tuple(sorted(found & domains, reverse=True))


@cache
def _domains() -> frozenset[str]:
    listed = resources.files(__package__).joinpath("domains.txt").read_text(encoding="utf-8")
    return frozenset(listed.partition("\n")[2].split())


@lru_cache(maxsize=128)
def _patterns(names: tuple[str, ...]) -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    """What finds addresses below some top-level domains: with all 1,500 it would take 0.15 s to compile."""
    listed = f"(?:{'|'.join(names)})" if names else r"(?!)"
    top = rf"(?:{listed}(?=[^0-9a-zA-Z@+\-]|$)|{PUNYCODE}[\-0-9a-z]+)"
    inside = (
        r"[^!'#%&()*+,\\\-./:;<=>?@\[\]^_{|}~$\s\x85\u180E\uFFFE\uFEFF\uFFFF\u200E\u200F\u202A-\u202E\u2066-\u2069]"
    )
    path = rf"[a-z\u0400-\u04FF0-9!*';:=+,.$/%#\[\]\-\u2013_~@|&{LATIN}]"
    nested = rf"\((?:{path}+|{path}*\({path}+\){path}*)\)"
    ending = rf"(?:[+\-a-z\u0400-\u04FF0-9=_#/{LATIN}]|{nested})"
    whole = (
        r"(?P<before>[^A-Za-z0-9@＠$#＃\uFFFE\uFEFF\uFFFF]|^)(?P<url>(?P<protocol>https?://)?"
        rf"(?P<domain>(?:(?:{inside}(?:[_\-]|{inside})*)?{inside}\.)*(?:(?:{inside}(?:-|{inside})*)?{inside}\.){top})"
        rf"(?::[0-9]+)?(?P<path>/(?:{path}*(?:{nested}{path}*)*{ending}|@{path}+/)*)?"
        r"(?:\?[a-z0-9!?*'@();:&=+$/%#\[\]\-_.,~|]*[a-z0-9\-_&=#/])?)"
    )
    bare = rf"(?:[\-a-z0-9{LATIN}]+\.)+{top}"
    return regex.compile(whole, regex.IGNORECASE), regex.compile(bare, regex.IGNORECASE)
