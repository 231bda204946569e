"""Pairs of manuscripts that are all of one thing, as much of it as is asked for.

In: a number. Out: the German and the English body. :data:`SHAPES` gives each with its front matter and with the largest
number that the reader admits: what is over a limit is refused before a parser runs.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.corpus.make import DE, EN, Pair, Writer, spelled

from . import masses

if TYPE_CHECKING:
    from collections.abc import Callable

FRONT = ("title: Ein Titel", "title: A title")
EACH = 2_000
"""Sentences that are made once, and then repeated."""


class Shape(NamedTuple):
    """What a pair is full of: ``body`` makes so much of it, ``most`` is as much as the reader admits."""

    name: str
    most: int
    body: Callable[[int], Pair]
    head: Callable[[int], Pair] = lambda _: Pair("", "")

    def pair(self, count: int) -> Pair:
        """Both manuscripts."""
        fixed = "date: 2025-02-22\nkind: note\n"
        texts = zip(FRONT, self.head(count), self.body(count), strict=True)
        return Pair(*(f"---\n{title}\n{fixed}{head}---\n\n{body}\n" for title, head, body in texts))


@cache
def _sentences() -> tuple[Pair, ...]:
    writer = Writer("growth")
    return tuple(writer.sentence() for _ in range(EACH))


def sentence(number: int) -> Pair:
    """One of the sentences, in both languages."""
    return _sentences()[number % EACH]


def told(pattern: str, between: str = "\n\n") -> Callable[[int], Pair]:
    """A pattern as often as is asked for; ``{n}`` is the number of it, ``{s}`` a sentence."""

    def body(count: int) -> Pair:
        return Pair(
            *(between.join(pattern.format(n=n, s=sentence(n)[side]) for n in range(count)) for side in (DE, EN))
        )

    return body


def same(pattern: str, between: str = "", tail: str = "") -> Callable[[int], Pair]:
    """A text as often as is asked for, alike in both languages."""
    return lambda count: Pair(*((between.join([pattern] * count) + tail,) * 2))


def parted(pattern: str, each: int) -> Callable[[int], Pair]:
    """A pattern, so many of it in a block."""

    def body(count: int) -> Pair:
        rows = (pattern * min(each, count - start) for start in range(0, count, each))
        return Pair(*(("\n\n".join(rows),) * 2))

    return body


def turned(body: Callable[[int], Pair], between: str = "\n\n") -> Callable[[int], Pair]:
    """The English one in the opposite order."""

    def made(count: int) -> Pair:
        german, english = body(count)
        return Pair(german, between.join(reversed(english.split(between))))

    return made


def headed(count: int) -> Pair:
    """Sections of one sentence."""
    rows = ([f"## {sentence(n + 7)[side][:60]}\n\n{sentence(n)[side]}" for n in range(count)] for side in (DE, EN))
    return Pair(*("\n\n\n".join(row) for row in rows))


def other(count: int) -> Pair:
    """Sections that have nothing to do with each other."""
    german, english = headed(2 * count)
    return Pair("\n\n\n".join(german.split("\n\n\n")[:count]), "\n\n\n".join(english.split("\n\n\n")[count:]))


def nested(count: int) -> Pair:
    """Lists within lists, eight deep."""
    rows = (("\n".join(f"{'    ' * (n % 8)}- {sentence(n)[side][:40]}" for n in range(count))) for side in (DE, EN))
    return Pair(*("\n\n".join(_cut(row, 200)) for row in rows))


def quoted(count: int) -> Pair:
    """Quotations within quotations, thirty deep."""
    lines = [f"{'> ' * (n % 30 + 1)}x" for n in range(count)]
    return Pair(*(("\n\n".join("\n".join(lines[start : start + 90]) for start in range(0, count, 90)),) * 2))


def items(count: int) -> Pair:
    """One flat list of short items, in several blocks."""
    rows = ("\n".join(f"- {sentence(n)[side][:40]}" for n in range(count)) for side in (DE, EN))
    return Pair(*("\n\nText.\n\n".join(_cut(row, 400)) for row in rows))


def _cut(text: str, each: int) -> list[str]:
    lines = text.split("\n")
    return ["\n".join(lines[start : start + each]) for start in range(0, len(lines), each)]


def rows(count: int) -> Pair:
    """A table of three columns."""
    return Pair(
        *(
            "| A | B | C |\n|---|---|--:|\n"
            + "\n".join(f"| {sentence(n)[side][:30]} | {n} | x |" for n in range(count))
            for side in (DE, EN)
        )
    )


def columns(count: int) -> Pair:
    """A table of two rows."""
    lines = ("|" + " a |" * count, "|" + "---|" * count, "|" + " b |" * count)
    return Pair(*(("\n".join(lines),) * 2))


def notes(count: int) -> Pair:
    """Footnotes, each marked once."""
    return Pair(
        *(
            "\n\n".join(f"{sentence(n)[side][:-1]}[^n{n}]." for n in range(count))
            + "\n\n"
            + "\n\n".join(f"[^n{n}]: {sentence(n + 1)[side]}" for n in range(count))
            for side in (DE, EN)
        )
    )


def references(count: int) -> Pair:
    """Links by reference, and where they lead."""
    return Pair(
        *(
            "\n\n".join(f"{sentence(n)[side]} [Text {n}][r{n}]" for n in range(count))
            + "\n\n"
            + "\n\n".join(f"[r{n}]: https://example.org/{n}" for n in range(count))
            for side in (DE, EN)
        )
    )


def asked(count: int) -> Pair:
    """Questions, each with its answer."""
    heads = (("Folgefragen", "Antworten auf jede Frage", "Was ist"), ("Follow-up questions", "Answers", "What is"))
    return Pair(
        *(
            f"## {first}\n\n"
            + "\n".join(f"{n + 1}. {ask} {_word(n)}?" for n in range(count))
            + f"\n\n## {second}\n\n"
            + "\n\n".join(f"### {ask} {_word(n)}?\n\n{sentence(n)[side]}" for n in range(count))
            for side, (first, second, ask) in enumerate(heads)
        )
    )


def _word(number: int) -> str:
    return f"Wort{chr(97 + number % 26)}{chr(97 + number // 26 % 26)}{number}"


def cited(count: int) -> Pair:
    """Sources, each cited."""
    return Pair(
        *(
            "\n\n".join(f"{sentence(n)[side]}[@s{n}]" for n in range(count))
            + f"\n\n## {head}\n\n"
            + "\n\n".join(f"- [@s{n}] Verlag: Titel {n} (https://example.org/{n})" for n in range(count))
            for side, head in enumerate(("Quellen", "Sources"))
        )
    )


def defined(count: int) -> Pair:
    """Abbreviations, and sentences with them."""
    return Pair(
        *(
            "\n\n".join(f"{sentence(n)[side]} ABC{n}." for n in range(count))
            + "\n\n"
            + "\n\n".join(f"*[ABC{n}]: Worte {n}" for n in range(count))
            for side in (DE, EN)
        )
    )


def prose(count: int) -> Pair:
    """Paragraphs of forty sentences."""
    return Pair(
        *(
            "\n\n".join(" ".join(sentence(n * 40 + m)[side] for m in range(40)) for n in range(count))
            for side in (DE, EN)
        )
    )


def listed(key: str, row: str) -> Callable[[int], Pair]:
    """A list in the front matter; ``{n}`` in a row is its number."""
    return lambda count: Pair(*((f"{key}:\n" + "".join(f"  - {row.format(n=n)}\n" for n in range(count)),) * 2))


def plain(_: int) -> Pair:
    """One sentence."""
    return sentence(1)


def days(count: int) -> Pair:
    """A date in each sentence."""
    return Pair(
        *(
            "\n\n".join(f"{sentence(n)[side]} {spelled(masses.day(n), side)}." for n in range(count))
            for side in (DE, EN)
        )
    )


SHAPES = (
    Shape("paragraphs", 1_990, told("{s}")),
    Shape("paragraphs, all the same", 1_990, same("Ein Satz.", "\n\n")),
    Shape("paragraphs, in the opposite order", 1_990, turned(told("{s}"))),
    Shape("long paragraphs", 150, prose),
    Shape("sections", 298, headed),
    Shape("sections, in the opposite order", 298, turned(headed, "\n\n\n")),
    Shape("sections of something else", 298, other),
    Shape("list items", 9_900, items),
    Shape("list items, nested", 9_900, nested),
    Shape("rows of a table", 620, rows),
    Shape("columns of a table", 820, columns),
    Shape("footnotes", 498, notes),
    Shape("links", 1_990, told("{s} [Text {n}](https://example.org/{n})")),
    Shape("links by reference", 990, references),
    Shape("sources and citations", 990, cited),
    Shape("abbreviations", 990, defined),
    Shape("definitions", 1_990, told("Wort {n}\n:   {s}")),
    Shape("questions and answers", 145, asked),
    Shape("hashtags", 5_000, lambda n: Pair(*(("Text.\n\n" + " ".join(f"#Wort{m}" for m in range(n)),) * 2))),
    Shape("emphasis", 36_000, parted("*a* ", 990)),
    Shape("emphasis without an end", 19_000, parted("*a **b _c ", 10)),
    Shape("code in a line", 36_000, parted("`a` ", 990)),
    Shape("backticks without an end", 1_200, parted("` ``a ``` b ", 400)),
    Shape("brackets", 30_000, parted("[", 32)),
    Shape("brackets, closed", 60_000, parted("[a] ", 490)),
    Shape("quotations, nested", 9_000, quoted),
    Shape("what looks like HTML", 30_000, parted("<b <i a=\"' &lt; ", 900)),
    Shape("entities", 36_000, parted("&amp; ", 1_900)),
    Shape("long lines", 50, told("{s} " * 160)),
    Shape("long words", 220, same("x" * 3_990, "\n\n")),
    Shape("blocks of code", 1_990, told("```python\nx = {n}\n```")),
    Shape(
        "lines of code", 9_900, lambda n: Pair(*((f"```python\n{'x = 1' + chr(10)}" * 1 + "x = 1\n" * n + "```",) * 2))
    ),
    Shape("allowing comments", 990, told("<!-- allow style/typography: reason {n} -->\n{s}")),
    Shape("authors", 490, plain, listed("authors", '"Name {n}"')),
    Shape("former addresses", 490, plain, listed("aliases", "frueher-{n}")),
    Shape("log of updates", 490, plain, listed("updates", '{{date: 2025-02-23, kind: update, text: "Text {n}"}}')),
    Shape("dates", 1_990, days),
    *(Shape(name, most, body) for name, most, body in masses.MASSES),
)
