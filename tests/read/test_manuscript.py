"""pipeline/read/manuscript.py."""

from __future__ import annotations

import unicodedata

import pytest

from tests.read.reading import FRONT, reading, rules

BODY = FRONT + "Schöne Grüße.\n\n- eins\n- zwei\n"


@pytest.mark.parametrize(
    "data",
    [
        BODY.encode("utf-8-sig"),
        BODY.replace("\n", "\r\n").encode(),
        BODY.replace("\n", "\r").encode(),
        unicodedata.normalize("NFD", BODY).encode(),
        BODY.rstrip("\n").encode(),
    ],
    ids=["BOM", "CRLF", "CR", "NFD", "no final newline"],
)
def test_same_result(data: bytes) -> None:
    """Byte order mark, line ends, composition and a missing final newline change nothing."""
    plain, other = reading(BODY).article, reading(data).article
    assert plain is not None
    assert other is not None
    assert plain.sections == other.sections


def test_undecodable_byte_has_line_and_column() -> None:
    """A byte that is not UTF-8 is located, and there is no article."""
    found = reading(FRONT.encode() + b"Gr\xfc\xdfe")
    assert found.article is None
    (fault,) = found.faults
    assert (fault.rule, fault.remark.at.line, fault.remark.at.column) == ("markup/undecodable", 6, 3)


@pytest.mark.parametrize("data", [BODY.encode("utf-16"), b"\xed\xa0\x80", b"\xc0\x80", b"a\xf4\x90\x80\x80"])
def test_other_encodings_are_refused(data: bytes) -> None:
    """UTF-16, surrogates, overlong forms and what lies behind the last character are no UTF-8."""
    assert rules(data) == ["markup/undecodable"]


@pytest.mark.parametrize("character", ["\0", "\x1b", "\x7f", "\x85", "\x9d", "\ufffe", "\U000f0005", "\U00100000"])
def test_characters_that_no_text_holds(character: str) -> None:
    """Control characters, and the private characters that the reader uses itself, are refused."""
    assert rules(f"Ein {character} Wort.") == ["markup/control-character"]


def test_too_long() -> None:
    """More than a mebibyte is no article."""
    assert rules(b"x" * (1 << 20) + b"x") == ["markup/over-limit"]
