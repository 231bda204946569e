"""Lines of the source list -> citations.

In: the items of the sources section, and the keys cited in the text. Out: numbered :class:`~pipeline.model.Citation`.

Read up to the first ``: `` and from the last `` (http`` to the end of the line, so that titles with colons, quotation marks
and brackets and addresses with brackets survive.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ..model import Citation, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

ITEM = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+(?P<entry>\S.*)$")
KEY = re.compile(r"^\[@(?P<key>[A-Za-z0-9][\w:.-]*)\]:?\s*")
LINK = re.compile(r"\[(?P<title>.+)\]\(<?(?P<url>[^\s<>]+?)>?\)(?P<rest>(?:[^)]*|\s*\(.*\).*))$")
BARE = re.compile(r"\s*<?(?P<url>(?:https?|ftp)://\S+?)>?\s*$", re.IGNORECASE)
LANGUAGE = re.compile(r"^\[(?P<title>.+)\]\{lang=[\"']?(?P<language>[A-Za-z-]+)[\"']?\}$")
ACCESSED = re.compile(
    r"(?:abgerufen|zuletzt abgerufen|aufgerufen|accessed|retrieved|last accessed)(?:\s+(?:am|on))?:?\s+(?P<date>[^,;)]+)",
    re.IGNORECASE,
)
MONTHS = {
    name: number
    for number, names in enumerate(
        ("januar january jan jänner", "februar february feb", "märz march mar mär", "april apr", "mai may", "juni june jun",
         "juli july jul", "august aug", "september sep sept", "oktober october oct okt", "november nov", "dezember december dec dez"), 1)
    for name in names.split()
}  # fmt: skip


def entries(path: str, lines: Sequence[str], first: int, last: int) -> tuple[Citation, ...]:
    """The citations on the lines from ``first`` to ``last`` (from 1)."""
    found: list[tuple[int, str]] = []
    for number in range(first, min(last, len(lines)) + 1):
        line = lines[number - 1]
        item = ITEM.match(line)
        if item:
            found.append((number, item["entry"].strip()))
        elif line.strip() and found and line.startswith((" ", "\t")):
            found[-1] = (found[-1][0], f"{found[-1][1]} {line.strip()}")
    return tuple(_entry(Span(path, number, 1, (number, len(lines[number - 1]) + 1)), entry) for number, entry in found)


def _entry(at: Span, entry: str) -> Citation:
    key = KEY.match(entry)
    rest = entry[key.end() :] if key else entry
    publisher, colon, tail = rest.partition(": ")
    if not colon or publisher.startswith(("[", "<")) or "](" in publisher:
        publisher, tail = "", rest
    title, url, after = _title(tail.strip())
    language = ""
    if foreign := LANGUAGE.match(title):
        title, language = foreign["title"], foreign["language"]
    accessed = ACCESSED.search(after)
    published = date(after[: accessed.start()] if accessed else after)
    return Citation(
        0,
        key["key"] if key else "",
        publisher.strip(),
        title.strip(),
        url,
        published,
        date(accessed["date"]) if accessed else None,
        language,
        cited=False,
        at=at,
    )


def _title(tail: str) -> tuple[str, str, str]:
    link = LINK.match(tail)
    if link:
        return link["title"], link["url"], link["rest"]
    place = max(
        tail.lower().rfind(" (http"),
        tail.lower().rfind(" (ftp"),
        tail.lower().rfind(" (javascript:"),
        tail.lower().rfind(" (mailto:"),
        tail.lower().rfind(" (data:"),
    )
    if place < 0:
        bare = BARE.search(tail)
        return (tail[: bare.start()].rstrip(" ,"), bare["url"], "") if bare else (tail, "", "")
    address, after = _balanced(tail[place + 2 :])
    return tail[:place], address.strip("<>"), after


def _balanced(text: str) -> tuple[str, str]:
    """An address up to the bracket that closes it, and what follows."""
    depth = 0
    for number, character in enumerate(text):
        if character.isspace():
            return text[:number].rstrip(")"), text[number:]
        if character == "(":
            depth += 1
        elif character == ")":
            if depth == 0:
                return text[:number], text[number + 1 :]
            depth -= 1
    return text, ""


def date(text: str) -> dt.date | None:
    """A date in any of the usual forms, or None."""
    try:
        if found := re.search(r"(\d{4})-(\d{2})-(\d{2})", text):
            return dt.date(*map(int, found.groups()))  # type: ignore[arg-type]
        if found := re.search(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})", text):
            return dt.date(int(found[3]), int(found[2]), int(found[1]))
        if found := re.search(r"(\d{1,2})(?:\.|st|nd|rd|th)?\s+([^\W\d_]+)\.?,?\s+(\d{4})", text):
            return dt.date(int(found[3]), MONTHS[found[2].lower()], int(found[1]))
        if found := re.search(r"([^\W\d_]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})", text):
            return dt.date(int(found[3]), MONTHS[found[1].lower()], int(found[2]))
    except (ValueError, KeyError):
        return None
    return None


def numbered(citations: Sequence[Citation], cited: Sequence[str]) -> tuple[Citation, ...]:
    """As listed, each with its number: cited ones in the order of first citation, then the rest as listed."""
    order = [next((n for n, c in enumerate(citations) if c.key == key), -1) for key in dict.fromkeys(cited)]
    first = [place for place in order if place >= 0]
    places = [*first, *(n for n in range(len(citations)) if n not in first)]
    numbers = {place: number for number, place in enumerate(places, 1)}
    return tuple(replace(c, number=numbers[n], cited=n in first) for n, c in enumerate(citations))
