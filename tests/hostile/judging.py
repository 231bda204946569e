"""What a browser, a mail program, a feed reader or a PDF viewer would run or fetch of an output.

In: a folder of outputs. Out: what is active, a line each with its file; read by parsers that are not
ours.
"""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import html5lib
import pikepdf

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import EmailMessage
    from pathlib import Path

DATA = {"application/ld+json", "application/json"}
STYLED = re.compile(r"@import|url\(\s*['\"]?(?!data:)(?:[A-Za-z][\w+.-]*:|//)")
FOREIGN = {"frame", "object", "embed", "applet", "base", "portal"}
ADDRESSED = ("href", "src", "action", "formaction", "data", "poster", "srcset", "background", "xlink:href")
REFUSED = re.compile(
    r"(?:javascript|vbscript|file|blob|about|view-source|intent|ftp|data:text|data:application):?", re.IGNORECASE
)
MARKED = re.compile(r"alert\(|evil\.example")
HEADERS = {
    "subject", "from", "to", "date", "message-id", "mime-version", "content-type", "list-id", "list-unsubscribe",
    "list-unsubscribe-post", "list-help", "list-subscribe", "content-language", "feedback-id", "reply-to",
    "auto-submitted", "precedence", "content-transfer-encoding", "sender", "list-archive", "list-owner",
}  # fmt: skip
LANGUAGES = 2
"""Manuscripts that a parallel PDF brings along."""
ACTIONS = {"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE", "/Movie", "/Sound", "/Rendition"}
ADDRESS = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)


def active(folder: Path) -> list[str]:
    """Everything active in the outputs of a folder."""
    found: list[str] = []
    for path in sorted(folder.rglob("*")):
        if path.is_file() and (judge := JUDGES.get(path.suffix)):
            found += [f"{path.relative_to(folder).as_posix()}: {said}" for said in judge(path.read_bytes())]
    return found


def page(data: bytes) -> Iterator[str]:
    """What a browser would run of a page; the shipped scripts and styles do not hold what attacks hold."""
    for each in html5lib.parse(data, namespaceHTMLElements=False, transport_encoding="utf-8").iter():
        tag, text = str(each.tag).rpartition("}")[2], each.text or ""
        if tag in FOREIGN or (tag == "script" and each.get("type") not in DATA and MARKED.search(text)):
            yield f"<{tag}>"
        if tag == "style" and (MARKED.search(text) or STYLED.search(text)):
            yield f"<style> {text[:60]}"
        if tag == "meta" and (each.get("http-equiv") or "").casefold() == "refresh" and MARKED.search(str(each.attrib)):
            yield "<meta refresh>"
        for name, value in each.attrib.items():
            bare = re.sub(r"[\x00-\x20\u00a0\u200b]", "", value)
            if str(name).startswith("on") or (name in ADDRESSED and REFUSED.match(bare)):
                yield f"{tag} {name}={value[:60]}"
            if name in {"src", "srcset", "poster", "background"} and "evil.example" in bare:
                yield f"{tag} {name}={value[:60]}"
            if name == "style" and re.search(r"url\(|expression|@import", value):
                yield f"{tag} style={value[:60]}"


def mail(data: bytes) -> Iterator[str]:
    """Headers that nobody asked for, parts that are no text."""
    message: EmailMessage = message_from_bytes(data, policy=policy.default)
    yield from (f"header {name}" for name in message if name.casefold() not in HEADERS)
    yield from (f"defect {defect}" for part in message.walk() for defect in part.defects)
    for part in message.walk():
        if part.get_content_type() not in {"multipart/alternative", "text/plain", "text/html"}:
            yield f"part {part.get_content_type()}"
        if part.get_content_type() == "text/html":
            yield from page(part.get_content().encode())


def xml(data: bytes) -> Iterator[str]:
    """What a reader of feeds or maps would follow or show."""
    for each in ET.fromstring(data).iter():  # noqa: S314 - it has no document type, or it is refused above
        for name, value in each.attrib.items():
            if name.rpartition("}")[2] in ADDRESSED and REFUSED.match(value):
                yield f"{name}={value[:60]}"
        if (each.get("type") or "").endswith("html") and each.text:
            yield from page(each.text.encode())


def pdf(data: bytes) -> Iterator[str]:
    """Actions other than links to the web and to mail; embedded files other than the manuscript."""
    import io  # noqa: PLC0415

    with pikepdf.open(io.BytesIO(data)) as file:
        for each in file.objects:
            if isinstance(each, pikepdf.Dictionary):
                yield from _of_object(each)
        names = file.attachments
        yield from (f"attachment {name}" for name in names if not name.endswith((".md", ".css")))
        if len(names) > LANGUAGES:
            yield f"{len(names)} attachments"


def _of_object(each: pikepdf.Dictionary) -> Iterator[str]:
    kind = str(each.get("/S", ""))
    if kind in ACTIONS or "/JS" in each or "/AA" in each or "/RichMedia" in str(each.get("/Subtype", "")):
        yield f"action {kind}"
    if kind == "/URI" and not ADDRESS.match(str(each.get("/URI", ""))):
        yield f"address {each.get('/URI')}"


JUDGES = {".html": page, ".eml": mail, ".xml": xml, ".svg": xml, ".pdf": pdf}
