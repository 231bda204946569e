"""Addresses -> whether they still lead somewhere. The one place that asks the network, and only when told to.

In: addresses, a memory of earlier answers. Out: an :class:`Answer` for each.

Politely: one question at a time to a host with a second between two (or what its ``robots.txt`` asks for), who asks is
said, the head alone where the host allows it, what ``robots.txt`` forbids is not asked, ``Retry-After`` is heeded,
answers are remembered (a week for what lives, a day for the rest).
"""

from __future__ import annotations

import datetime as dt
import json
import time
import urllib.error
import urllib.parse
import urllib.request
import urllib.robotparser
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import asdict, replace
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from http.client import HTTPException
from typing import TYPE_CHECKING, Any

from ..config.ascii import address as in_ascii
from ..frozen import dataclass
from ..store import contents

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

ARCHIVE = "https://archive.org/wayback/available?url="
MOST = 500_000
"""Bytes that are read of an answer."""
GONE = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)
BUSY = (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE)
FOR_GOOD = (HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT)
FORBIDDEN = "robots.txt forbids"
SECONDS, PAUSE, LONGEST = 20, 1.0, 30
WEEK, DAY = 7 * 86_400, 86_400
HOSTS_AT_ONCE = 8
ATTEMPTS = 2


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of an address: ``alive``, ``dead`` or ``unknown`` (a host that does not answer programs).

    ``why`` is the host's word, ``moved`` where the address leads for good, ``archive`` a copy of what is dead, if the
    archive knows one.
    """

    address: str
    state: str
    why: str
    moved: str = ""
    archive: str = ""


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks, and at what pace; ``archive`` is the service that knows copies."""

    agent: str
    pause: float = PAUSE
    archive: str = ARCHIVE

    def ask(self, addresses: Iterable[str]) -> tuple[Answer, ...]:
        """The answers in the order of the addresses; hosts side by side, each host one after the other."""
        wanted = tuple(dict.fromkeys(addresses))
        hosts: dict[str, list[str]] = {}
        for address in wanted:
            hosts.setdefault(urllib.parse.urlsplit(address).netloc, []).append(address)
        with ThreadPoolExecutor(HOSTS_AT_ONCE) as pool:
            rows = pool.map(self._host, hosts.values())
            found = {answer.address: answer for row in rows for answer in row}
        return tuple(self._archived(found[address]) for address in wanted)

    def _host(self, addresses: Sequence[str]) -> list[Answer]:
        rules = self._rules(addresses[0])
        pause = min(float(rules.crawl_delay(self.agent) or 0), LONGEST) if self.pause else 0
        found = []
        for address in addresses:
            if not rules.can_fetch(self.agent, in_ascii(address)):
                found.append(Answer(address, "unknown", FORBIDDEN))
                continue
            time.sleep(max(pause, self.pause))
            found.append(self._one(address))
        return found

    def _rules(self, address: str) -> urllib.robotparser.RobotFileParser:
        """What a host asks of programs; all is allowed where it says nothing that can be read."""
        rules = urllib.robotparser.RobotFileParser()
        lines: list[str] = []
        try:
            with self._open(urllib.parse.urljoin(address, "/robots.txt"), "GET", _Followed()) as reply:
                lines = reply.read(MOST).decode("utf-8", "replace").splitlines()
        except (OSError, ValueError, HTTPException):
            pass
        rules.parse(lines)
        return rules

    def _one(self, address: str) -> Answer:
        """Ask for the head; where a host refuses that, for the beginning of the whole."""
        answer = self._request(address, "HEAD")
        code = answer.why.partition(" ")[0]
        is_busy = code in {str(int(each)) for each in BUSY}
        if (answer.state == "unknown" and not is_busy) or code == str(int(HTTPStatus.NOT_FOUND)):
            time.sleep(self.pause)
            answer = self._request(address, "GET")
        return answer

    def _request(self, address: str, method: str) -> Answer:
        for attempt in range(ATTEMPTS):
            followed = _Followed()
            try:
                with self._open(address, method, followed) as reply:
                    return Answer(address, "alive", str(reply.status), followed.moved)
            except urllib.error.HTTPError as error:
                wait = _wait(error.headers.get("Retry-After", ""), self.pause)
                if error.code in BUSY and attempt + 1 < ATTEMPTS and wait <= LONGEST:
                    time.sleep(wait)
                    continue
                return Answer(
                    address, "dead" if error.code in GONE else "unknown", f"{error.code} {_line(error.reason)}"
                )
            except urllib.error.URLError as error:
                return Answer(address, "dead" if _is_unknown_host(error) else "unknown", _line(error.reason))
            except (OSError, ValueError, HTTPException) as error:
                return Answer(address, "unknown", _line(error) or type(error).__name__)
        return Answer(address, "unknown", "429")

    def _open(self, address: str, method: str, followed: _Followed) -> Any:  # noqa: ANN401 - an opener's answer has no one type
        if not address.startswith(("https://", "http://")):
            raise ValueError(address)
        headers = {"User-Agent": self.agent, "Accept": "*/*"}
        request = urllib.request.Request(in_ascii(address), method=method, headers=headers)  # noqa: S310 - checked above
        return urllib.request.build_opener(followed).open(request, timeout=SECONDS)

    def _archived(self, answer: Answer) -> Answer:
        """A dead address with the nearest copy that the archive names, if there is one."""
        if answer.state != "dead":
            return answer
        copy = ""
        try:
            with self._open(self.archive + urllib.parse.quote(answer.address, safe=""), "GET", _Followed()) as reply:
                known = json.loads(reply.read(MOST)).get("archived_snapshots", {}).get("closest", {})
                copy = known.get("url", "") if known.get("available") else ""
        except (OSError, ValueError, AttributeError, HTTPException):
            pass
        return replace(answer, archive=copy.replace("http://web.", "https://web."))


class _Followed(urllib.request.HTTPRedirectHandler):
    """Follows where a host sends us; ``moved`` is where an address leads for good, and nothing once one step is not."""

    def __init__(self) -> None:
        self.moved = ""
        self.is_for_good = True

    def redirect_request(self, *given: Any) -> urllib.request.Request | None:  # noqa: ANN401 - urllib's
        """Note where it leads."""
        _, _, code, _, _, address = given
        self.is_for_good = self.is_for_good and code in FOR_GOOD
        self.moved = urllib.parse.urldefrag(address).url if self.is_for_good else ""
        return super().redirect_request(*given)


def remembered(
    path: Path, addresses: Iterable[str], now: float, ask: Callable[[list[str]], Sequence[Answer]]
) -> dict[str, Answer]:
    """The answers by address, those that are young enough from the memory at ``path``; new ones are written there."""
    known = _load(path)
    wanted = list(dict.fromkeys(addresses))
    young = {each: Answer(**kept["answer"]) for each in wanted if (kept := known.get(each)) and _is_young(kept, now)}
    fresh = {answer.address: answer for answer in ask([each for each in wanted if each not in young])}
    known |= {address: {"at": now, "answer": asdict(answer)} for address, answer in fresh.items()}
    with suppress(OSError):  # a memory that cannot be written only makes the next run slower
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh_file = path.with_suffix(".new")
        fresh_file.write_text(json.dumps(known, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        fresh_file.replace(path)
    return young | fresh


def _load(path: Path) -> dict[str, Any]:
    """The memory; a damaged one is none."""
    try:
        known = json.loads(contents(path))
    except (OSError, RecursionError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}


def _is_young(kept: Any, now: float) -> bool:  # noqa: ANN401 - what a file holds may be anything
    try:
        longest = WEEK if Answer(**kept["answer"]).state == "alive" else DAY
        return 0 <= now - float(kept["at"]) < longest
    except (KeyError, TypeError, ValueError):
        return False


def _wait(given: str, usual: float) -> float:
    """The seconds that a host wants to be left alone: a number or a date."""
    if given.strip().isdecimal():
        return float(given)
    try:
        return max(0.0, (parsedate_to_datetime(given) - dt.datetime.now(dt.UTC)).total_seconds())
    except (TypeError, ValueError):
        return usual


def _line(said: object) -> str:
    """What a host or a library said, in a line."""
    return " ".join(str(getattr(said, "strerror", None) or said).split())


def _is_unknown_host(error: urllib.error.URLError) -> bool:
    """A name that no name server knows."""
    return "not known" in str(error.reason) or "nodename" in str(error.reason)
