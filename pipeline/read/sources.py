"""Entries of the source list -> citations.

In: the text of an entry, on one line: ``Publisher: Title (https://…)``, ``Publisher: [Title](https://…)``, a date or
„abgerufen am …“ behind it, ``[@key]`` before it. Out: :class:`Entry`, faults, and what the list shows of it.

The publisher is read up to the first ``: ``, the address from the last `` (http`` to the end, so that titles with
colons, quotation marks and brackets and addresses with brackets survive. Titles are quotations: nothing is set in them.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlsplit

from ..findings import Fault, Message, Remark, remark
from ..model import Citation, Node, Span
from ..vocabulary.terms import STOP_WORDS
from . import dates
from .links import link_address

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from ..model import Language

KEY = re.compile(r"\[@(?P<key>[^\]\s]*)\]\s*:?\s*")
FORM_OF_KEY = re.compile(r"[A-Za-z0-9][\w.:-]*")
ACCESSED = re.compile(
    rf"[\s,;.(\[–—-]*(?:zuletzt\s+)?(?:abgerufen|aufgerufen|abruf|zugriff|(?:last\s+)?accessed|retrieved|(?:last\s+)?visited)"
    rf"(?:\s+(?:am|on|at))?:?\s+(?P<date>{dates.DATE})[)\].]*\s*$",
    re.IGNORECASE,
)
PUBLISHED = re.compile(
    rf"[\s,;.(\[–—-]*(?:(?:vom|of|from|published|on)\s+)?(?P<date>{dates.DATE})[)\].]*\s*$", re.IGNORECASE
)
LONGEST_DATE = 120
"""Characters at the end of an entry among which its dates are looked for."""
BARE = re.compile(r"[,;:–—-]*<?(?P<url>(?:https?|ftp|javascript|data|file|vbscript):[^\s<>]+?)>?\.?", re.IGNORECASE)
LINKED = re.compile(
    r"\[(?P<title>(?:\\.|[^\[\]\\]|\[(?:\\.|[^\[\]\\])*\])*)\]"
    r"\(\s*<?(?P<url>(?:\\.|[^()\s<>\\]|\((?:[^()\s]|\([^()\s]*\))*\))*)>?(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)(?P<rest>.*)",
    re.DOTALL,
)
ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*:(?://)?\S", re.IGNORECASE)
LANGUAGE = re.compile(r"^\[(?P<title>.*)\]\{lang=[\"']?(?P<language>[A-Za-z-]+)[\"']?\}$", re.DOTALL)
EMPHASIS = re.compile(r"^(\*{1,3}|_{1,3})(?=\S)(.+?)(?<=\S)\1$", re.DOTALL)
ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|yclid|_hs(?:enc|mi)|wt_mc|ref_src|cmpid|at_medium|at_campaign"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as it stands in the list, before it is known what the text cites."""

    key: str
    publisher: str
    title: str
    url: str
    published: dt.date | None
    accessed: dt.date | None
    language: str
    node: Node
    at: Span


@dataclass(slots=True)
class SourceList:
    """The entries of one article, and what is wrong with them."""

    language: Language
    story: str
    entries: list[Entry] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    keys: dict[str, Entry] = field(default_factory=dict)
    addresses: dict[str, Entry] = field(default_factory=dict)

    def add(self, text: str, at: Span) -> Node:
        """Read an entry; out: what the list shows of it."""
        entry = self._entry(text, at)
        self.entries.append(entry)
        self.keys.setdefault(entry.key, entry)
        self.addresses.setdefault(_bare(entry.url), entry)
        return entry.node

    def note(self, rule: str, at: Span, template: str, **arguments: str) -> None:
        """Note a fault of an entry."""
        self.faults.append(Fault(f"sources/{rule}", Remark(at, Message(template, tuple(sorted(arguments.items()))))))

    def _entry(self, text: str, at: Span) -> Entry:
        rest, key = self._key(text, at)
        rest, accessed = _date(ACCESSED, rest)
        rest, published = _date(PUBLISHED, rest)
        label, said, behind = _parts(rest)
        if said and published is None:
            behind, published = _date(PUBLISHED, " " + behind)
        publisher, title, language = _names(label)
        url = self._address(said, at)
        language = language or _foreign(title, self.language)
        shown = _shown(publisher, title, url, language, at, text if not (publisher or title) else "")
        dates_ = tuple(part for part in (rest[len(rest) :], behind.strip()) if part)
        node = replace(shown, children=(*shown.children, *(f" {part}" for part in dates_)))
        return Entry(key, publisher, title, url, published, accessed, language, node, at)

    def _key(self, text: str, at: Span) -> tuple[str, str]:
        found = KEY.match(text)
        if not found:
            return text, ""
        key = found["key"]
        if not FORM_OF_KEY.fullmatch(key):
            self.note("invalid-key", at, "“[@{key}]” is no key; use letters, digits, - and _", key=key)
        earlier = self.keys.get(key)
        if earlier:
            said = remark(at, "the key “{key}” is given twice", key=key, related=earlier.at)
            self.faults.append(Fault("sources/duplicate-key", said))
        return text[found.end() :], key

    def _address(self, said: str, at: Span) -> str:
        if not said:
            self.note("missing-address", at, "the source has no address; end it with (https://…)")
            return ""
        url, verdict = link_address(said, self.language, self.story)
        if verdict is not None or not url.startswith(("https:", "http:")):
            self.note(
                "invalid-address", at, "“{address}” is no address of a source; begin it with https://", address=said
            )
            return ""
        self._doubts(url, at)
        return url

    def _doubts(self, url: str, at: Span) -> None:
        if url.startswith("http:"):
            self.note("insecure-address", at, "the address begins with http:; write https: if the page has it")
        tracking = [
            name for name, _ in parse_qsl(urlsplit(url).query, keep_blank_values=True) if TRACKING.fullmatch(name)
        ]
        if tracking:
            self.note(
                "tracking-parameter", at, "the address tracks its readers; take out {names}", names=", ".join(tracking)
            )
        earlier = self.addresses.get(_bare(url))
        if earlier:
            self.faults.append(
                Fault("sources/duplicate", remark(at, "the same source is listed twice", related=earlier.at))
            )


def citations(entries: Sequence[Entry], cited: Sequence[str]) -> tuple[Citation, ...]:
    """The citations in the order of their numbers; ``cited`` are the keys in the order of first citation."""
    order = {key: place for place, key in reversed(list(enumerate(cited)))}
    known: Mapping[str, int] = {entry.key: place for place, entry in reversed(list(enumerate(entries))) if entry.key}
    first = sorted((key for key in known if key in order), key=order.__getitem__)
    places = [known[key] for key in first]
    chosen = set(places)
    places += [place for place in range(len(entries)) if place not in chosen]
    return tuple(
        _citation(entries[place], number, entries[place].key in order) for number, place in enumerate(places, 1)
    )


def _citation(entry: Entry, number: int, cited: bool) -> Citation:  # noqa: FBT001 - a fact about the entry
    return Citation(
        number=number,
        key=entry.key,
        publisher=entry.publisher,
        title=entry.title,
        url=entry.url,
        published=entry.published,
        accessed=entry.accessed,
        language=entry.language,
        cited=cited,
        at=entry.at,
    )


def _date(pattern: re.Pattern[str], text: str) -> tuple[str, dt.date | None]:
    """The text before a date at its end, and the date."""
    found = pattern.search(text, max(0, len(text) - LONGEST_DATE)) if _ends_with_year(text) else None
    if not found:
        return text, None
    return text[: found.start()], dates.day(found["date"])


def _ends_with_year(text: str) -> bool:
    """Whether a text ends as each date does, with a year or with the day behind one."""
    last = text.rstrip().rstrip(")].")
    return last[-4:].isdigit() or (last[-2:].isdigit() and last[-3:-2] == "-")


def _parts(text: str) -> tuple[str, str, str]:
    """What stands before the address, the address, and what stands behind it."""
    text = text.strip()
    linked = LINKED.search(text)
    if linked and (not linked["rest"].strip() or "](" not in linked["rest"]) and not _ends_with_address(text):
        before = text[: linked.start()]
        return f"{before}{linked['title']}", linked["url"].replace("\\", ""), linked["rest"].strip(" .,;")
    place = max(
        text.rfind(f" ({scheme}") for scheme in ("http", "<http", "HTTP", "javascript:", "data:", "ftp:", "www.")
    )
    if place >= 0:
        return text[:place], *_closed(text[place + 2 :])
    before, _, tail = text.rpartition(" ")
    bare = BARE.fullmatch(tail)
    if bare:
        return before.rstrip(" ,;:–—-"), bare["url"].rstrip(".,;"), ""
    bracket = re.search(r"\s\((?P<url>[a-z][a-z0-9+.-]*:[^()\s]*(?:\([^()]*\)[^()\s]*)*)\)\s*$", text, re.IGNORECASE)
    return (text[: bracket.start()], bracket["url"], "") if bracket else (text, "", "")


def _ends_with_address(text: str) -> bool:
    return re.search(r" \(<?https?:[^\s]*\)[.\s]*$", text) is not None


def _closed(text: str) -> tuple[str, str]:
    """An address up to the bracket that closes it, and what stands behind."""
    address = text.removeprefix("<").rstrip()
    parts = address.split(None, 1)
    address, behind = (parts[0], parts[1] if len(parts) > 1 else "") if parts else ("", "")
    depth = 1
    for place, character in enumerate(address):
        depth += {"(": 1, ")": -1}.get(character, 0)
        if depth == 0:
            rest = f"{address[place + 1 :]} {behind}".strip(" .,;")
            return address[:place].removesuffix(">"), rest
    return address.rstrip(").,;").removesuffix(">"), behind.strip(" .,;)")


def _names(label: str) -> tuple[str, str, str]:
    """Publisher, title, and the language that the title claims."""
    label = label.strip().rstrip(",;").rstrip()
    cut = re.search(r":\*{0,2}\s+|:$", label)
    whole = LANGUAGE.match(label)
    if cut is None or whole:
        title, language = _title(label)
        return "", title, language
    publisher = _plain(label[: cut.start()] + ("**" if "**" in cut.group() else ""))
    title, language = _title(label[cut.end() :])
    return publisher, title, language


def _title(text: str) -> tuple[str, str]:
    found = LANGUAGE.match(text.strip())
    return (_plain(found["title"]), found["language"].lower()) if found else (_plain(text), "")


def _plain(text: str) -> str:
    """What is quoted, without the marks of Markdown around it."""
    text = text.strip()
    while found := EMPHASIS.match(text):
        text = found[2].strip()
    linked = re.fullmatch(r"\[([^\[\]]*)\](?:\(\s*\))?", text)
    text = linked[1] if linked and linked.group().endswith(")") else text
    return " ".join(html.unescape(ESCAPE.sub(r"\1", text)).split())


def _foreign(title: str, language: Language) -> str:
    """The other language, where more of its small words stand in a title than of the article's own."""
    words = [word.casefold() for word in re.findall(r"[^\W\d_]+", title)]
    own = STOP_WORDS.get(language, frozenset())
    for other, small in STOP_WORDS.items():
        if other != language:
            theirs = sum(1 for word in words if word in small - own)
            ours = sum(1 for word in words if word in own - small)
            if theirs > ours:
                return str(other)
    return ""


def _shown(publisher: str, title: str, url: str, language: str, at: Span, otherwise: str) -> Node:  # noqa: PLR0913, PLR0917 - the parts of an entry
    """A node without a tag: its children stand in the list."""
    named = (Node("span", (("lang", language),), (title,), at),) if language and title else (title,) if title else ()
    before = (f"{publisher}: ",) if publisher else ()
    link = (" (", Node("a", (("href", url),), (url,), at), ")") if url else ()
    return Node("", (), (*before, *named, *link) or (otherwise,), at)


def _bare(url: str) -> str:
    return url.partition("#")[0].rstrip("/").removeprefix("https://").removeprefix("http://").removeprefix("www.")
