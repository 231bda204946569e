"""Addresses -> whether they still lead somewhere. The one place that asks the network, and only when told to.

In: addresses, a memory of earlier answers. Out: an :class:`Answer` for each.

Politely: one question at a time to a host with a second between two, who asks is said, the head alone where the host
allows it, ``Retry-After`` is heeded, answers are remembered (a week for what lives, a day for the rest).
"""

from __future__ import annotations

import json
import time
import urllib.error
import urllib.parse
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

ARCHIVE = "https://archive.org/wayback/available?url="
COPY = "https://web.archive.org/web/"
GONE = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)
SECONDS, PAUSE, LONGEST = 20, 1.0, 30
WEEK, DAY = 7 * 86_400, 86_400
HOSTS_AT_ONCE = 8
ATTEMPTS = 2


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of an address: ``alive``, ``dead`` or ``unknown`` (a host that does not answer programs).

    ``why`` is the host's word, ``moved`` where the address leads for good, ``archive`` a copy of what is dead.
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
        found = []
        for number, address in enumerate(addresses):
            time.sleep(self.pause if number else 0)
            found.append(self._one(address))
        return found

    def _one(self, address: str) -> Answer:
        """Ask for the head; where a host refuses that, for the beginning of the whole."""
        answer = self._request(address, "HEAD")
        if answer.state == "unknown" or answer.why.startswith(str(int(HTTPStatus.NOT_FOUND))):
            time.sleep(self.pause)
            answer = self._request(address, "GET")
        return answer

    def _request(self, address: str, method: str) -> Answer:
        for attempt in range(ATTEMPTS):
            try:
                with self._open(address, method) as reply:
                    moved = reply.url if _bare(reply.url) != _bare(address) else ""
                    return Answer(address, "alive", str(reply.status), moved)
            except urllib.error.HTTPError as error:
                if error.code == HTTPStatus.TOO_MANY_REQUESTS and attempt + 1 < ATTEMPTS:
                    time.sleep(_wait(error.headers.get("Retry-After", ""), self.pause))
                    continue
                state = "dead" if error.code in GONE else "unknown"
                return Answer(address, state, f"{error.code} {error.reason}")
            except urllib.error.URLError as error:
                return Answer(address, "dead" if _is_unknown_host(error) else "unknown", str(error.reason))
            except (OSError, ValueError) as error:
                return Answer(address, "unknown", str(error) or type(error).__name__)
        return Answer(address, "unknown", "429")

    def _open(self, address: str, method: str) -> Any:  # noqa: ANN401 - what urlopen gives has no one type
        if not address.startswith(("https://", "http://")):
            raise ValueError(address)
        headers = {"User-Agent": self.agent, "Accept": "*/*"} | ({"Range": "bytes=0-0"} if method == "GET" else {})
        quoted = urllib.parse.quote(address, safe=":/?#[]@!$&'()*+,;=%~")
        request = urllib.request.Request(quoted, method=method, headers=headers)  # noqa: S310 - checked above
        return urllib.request.urlopen(request, timeout=SECONDS)  # noqa: S310 - checked above

    def _archived(self, answer: Answer) -> Answer:
        """A dead address with its copy: the nearest that the archive names, else where one would be."""
        if answer.state != "dead":
            return answer
        copy = f"{COPY}{answer.address}"
        try:
            with self._open(self.archive + urllib.parse.quote(answer.address, safe=""), "GET") as reply:
                known = json.load(reply).get("archived_snapshots", {}).get("closest", {})
                copy = known.get("url", copy) if known.get("available") else copy
        except (OSError, ValueError, AttributeError):
            pass
        return Answer(
            answer.address, answer.state, answer.why, answer.moved, copy.replace("http://web.", "https://web.")
        )


def remembered(
    path: Path, addresses: Iterable[str], now: float, ask: Callable[[list[str]], Sequence[Answer]]
) -> dict[str, Answer]:
    """The answers by address, those that are young enough from the memory at ``path``; new ones are written there."""
    known = _load(path)
    wanted = list(dict.fromkeys(addresses))
    young = {each: Answer(**kept["answer"]) for each in wanted if (kept := known.get(each)) and _is_young(kept, now)}
    fresh = {answer.address: answer for answer in ask([each for each in wanted if each not in young])}
    known |= {address: {"at": now, "answer": asdict(answer)} for address, answer in fresh.items()}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(known, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return young | fresh


def _load(path: Path) -> dict[str, Any]:
    """The memory; a damaged one is none."""
    try:
        known = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}


def _is_young(kept: Any, now: float) -> bool:  # noqa: ANN401 - what a file holds may be anything
    try:
        longest = WEEK if Answer(**kept["answer"]).state == "alive" else DAY
        return 0 <= now - float(kept["at"]) < longest
    except (KeyError, TypeError, ValueError):
        return False


def _bare(address: str) -> str:
    return urllib.parse.urldefrag(address).url


def _wait(given: str, usual: float) -> float:
    return min(int(given), LONGEST) if given.isdigit() else usual


def _is_unknown_host(error: urllib.error.URLError) -> bool:
    """A name that no name server knows."""
    return "not known" in str(error.reason) or "nodename" in str(error.reason)
