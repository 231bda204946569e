"""A number of pairs -> a publication in a folder: settings, hashtags, German and English manuscripts.

In: a folder, how many pairs, a seed. Out: the files; the same for the same seed, on any machine. Each manuscript has
about 2,400 words (17 KB; the English one some words more) in all parts of an explainer: teaser, key points, main
question, eight questions with their answers, lists, a table, quotations, analysis, conclusion, sources and hashtags.
The words are those of ``words.toml``.
"""

from __future__ import annotations

import random
import tomllib
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parents[2]
DE, EN = 0, 1
FIRST = date(2019, 1, 7)
DAYS = 2200
"""Stories are dated within these days after the first: to the middle of January 2025."""
GERMAN = ["Januar", "Februar", "März", "April", "Mai", "Juni"]
GERMAN += ["Juli", "August", "September", "Oktober", "November", "Dezember"]
ENGLISH = ["January", "February", "March", "April", "May", "June"]
ENGLISH += ["July", "August", "September", "October", "November", "December"]
MONTHS = (GERMAN, ENGLISH)


class Pair(NamedTuple):
    """A text in both languages."""

    de: str
    en: str


@cache
def words() -> dict[str, Any]:
    """The word lists and sentence patterns."""
    return tomllib.loads((Path(__file__).parent / "words.toml").read_text("utf-8"))


class Writer:
    """Makes sentences about one story's topic and place, in both languages at once."""

    def __init__(self, seed: str) -> None:
        """``seed`` decides on every word."""
        self.chance = random.Random(seed)  # noqa: S311 - a corpus, no secret
        self.topic = self.chance.choice(words()["topics"])
        self.place = self.chance.choice(words()["places"])
        self.deck: list[tuple[list[str], list[str]]] = []

    def fill(self, pattern: list[str]) -> Pair:
        """A pattern with its slots filled, alike in both languages."""
        chance = self.chance
        topic, place = self.topic, self.place
        group, second = chance.sample(words()["groups"], 2)
        other = chance.choice([each for each in words()["places"] if each != place])
        number, money = chance.randrange(1100, 9900), chance.randrange(12, 980) * 1000
        share, year = chance.randrange(110, 890), chance.randrange(1996, 2019)
        day = FIRST - timedelta(days=chance.randrange(1, 900))
        german = {"T": topic[0], "TD": topic[1], "G": group[0], "GD": group[1], "H": second[0]}
        english = {"T": topic[2], "TD": topic[2], "G": group[2], "GD": group[2], "H": second[2]}
        german |= {"N": f"{number:,}".replace(",", "."), "M": f"{money:,}".replace(",", ".")}
        english |= {"N": f"{number:,}", "M": f"{money:,}"}
        german |= {"C": f"{share / 10:.1f}".replace(".", ","), "D": spelled(day, DE)}
        english |= {"C": f"{share / 10:.1f}", "D": spelled(day, EN)}
        both = {"P": place, "Q": other, "Y": year}
        made = pattern[DE].format(**german, **both), pattern[EN].format(**english, **both)
        return Pair(*(text[:1].upper() + text[1:] for text in made))

    def sentence(self) -> Pair:
        """A sentence; none is repeated before all have been used."""
        if not self.deck:
            self.deck = [(each, tail) for each in words()["sentences"] for tail in words()["tails"]]
            self.chance.shuffle(self.deck)
        head, tail = self.deck.pop()
        return self.fill([f"{head[side]}, {tail[side]}." for side in (DE, EN)])

    def paragraph(self, sentences: int) -> Pair:
        """Some sentences on one line."""
        return join([self.sentence() for _ in range(sentences)], " ")

    def bullets(self, items: int, *, labelled: bool = False) -> Pair:
        """A list; each item begins with a word in bold, if wanted."""
        labels = self.chance.sample(words()["labels"], items) if labelled else [["", ""]] * items
        rows = []
        for label in labels:
            text = self.sentence()
            rows.append(
                Pair(*(f"- **{label[side]}:** {text[side]}" if labelled else f"- {text[side]}" for side in (DE, EN)))
            )
        return join(rows, "\n")

    def table(self) -> Pair:
        """A table of places."""
        parts = words()["parts"]
        rows = [Pair(*parts["table"]), Pair("|---|---:|---:|", "|---|---:|---:|")]
        rows.extend(
            self.fill([f"| {place} | {{N}} | {parts['share'][side]} |" for side in (DE, EN)])
            for place in self.chance.sample(words()["places"], 4)
        )
        return join(rows, "\n")


def spelled(day: date, side: int) -> str:
    """A day as its language writes it: ``7. Mai 2018``, ``7 May 2018``."""
    return f"{day.day}{'.' if side == DE else ''} {MONTHS[side][day.month - 1]} {day.year}"


def join(pairs: list[Pair], between: str) -> Pair:
    """Texts joined, each with those of its language."""
    return Pair(between.join(each.de for each in pairs), between.join(each.en for each in pairs))


def story(number: int, seed: int) -> Pair:
    """Both manuscripts of a story."""
    writer = Writer(f"{seed}/{number}")
    name = words()["parts"]
    questions = [writer.fill(each) for each in writer.chance.sample(words()["questions"], 8)]
    blocks = [front(writer, number), writer.paragraph(4), writer.paragraph(3)]

    def section(role: str, *body: Pair) -> None:
        blocks.extend((Pair(*(f"## {title}" for title in name[role])), *body))

    section("key-points", writer.bullets(5))
    section("main-question", writer.fill(name["main"]))
    listed = [Pair(*(f"{place}. {text}" for text in each)) for place, each in enumerate(questions, 1)]
    section("questions", join(listed, "\n"))
    section("answers")
    extras = (None, writer.bullets(4), None, writer.table(), Pair(*(f"> {each}" for each in name["quote"])))
    for place, question in enumerate(questions):
        blocks.append(Pair(*(f"### {text}" for text in question)))
        blocks.append(cited(writer.paragraph(6), place % 5 + 1))
        blocks.append(writer.paragraph(5))
        extra = extras[place] if place < len(extras) else None
        blocks.extend([extra] if extra else [])
    for heading in writer.chance.sample(words()["analyses"], 3):
        title = writer.fill(heading)
        blocks.extend((Pair(*(f"## {text}" for text in title)), writer.paragraph(6), writer.paragraph(5)))
    blocks.append(writer.bullets(3, labelled=True))
    section("update-notice", Pair(*name["notice"]))
    section("conclusion", writer.paragraph(4), writer.paragraph(3))
    section("call-to-action", Pair(*name["call"]))
    section("sources", sources(writer, number))
    blocks.append(hashtags(writer))
    return Pair(*(text + "\n" for text in join(blocks, "\n\n")))


def cited(text: Pair, source: int) -> Pair:
    """A paragraph that cites a source at its end."""
    return Pair(*(f"{each}[@s{source}]" for each in text))


def front(writer: Writer, number: int) -> Pair:
    """The front matter."""
    day = FIRST + timedelta(days=writer.chance.randrange(DAYS))
    title = writer.fill(writer.chance.choice(words()["titles"]))
    about = writer.fill(words()["parts"]["description"])
    slugs = f"bericht-{number}", f"report-{number}"
    return Pair(
        *(
            f'---\ntitle: "{title[side]}"\ndate: {day}\ndescription: "{about[side]}"\nkind: explainer\n'
            f'slug: {slugs[side]}\nauthors:\n  - Beispielredaktion\neditor: "Beispielredaktion"\n---'
            for side in (DE, EN)
        )
    )


def sources(writer: Writer, number: int) -> Pair:
    """Five sources, all cited; titles are in German in both languages, as they are quotations."""
    rows = []
    for place in range(1, 6):
        title = writer.fill(words()["parts"]["source"]).de
        publisher = writer.chance.choice(words()["publishers"])
        address = f"https://www.example.org/{number}/{place}"
        rows.append(f"- [@s{place}] {publisher}: {title} ({address})")
    return Pair("\n".join(rows), "\n".join(rows))


def hashtags(writer: Writer) -> Pair:
    """Three hashtags; ``concepts`` says which answer each other."""
    topics = writer.chance.sample(words()["tags"], 2)
    return Pair(*(" ".join(f"#{each[side]}" for each in [*topics, [writer.place, writer.place]]) for side in (DE, EN)))


def concepts() -> str:
    """The text of ``hashtags.toml``."""
    return "".join(f'[{en.lower()}]\nde = ["{de}"]\nen = ["{en}"]\n\n' for de, en in words()["tags"])


def publication(folder: Path, pairs: int, seed: int = 1) -> None:
    """Write a publication of that many stories, with imprint, privacy and the settings that are shipped."""
    for language in ("de", "en"):
        (folder / "content" / language).mkdir(parents=True)
        for page in ("imprint.md", "privacy.md"):
            (folder / "content" / language / page).write_bytes((ROOT / "content" / language / page).read_bytes())
    for number in range(pairs):
        for language, text in zip(("de", "en"), story(number, seed), strict=True):
            (folder / "content" / language / f"story-{number:05}.md").write_text(text, "utf-8")
    (folder / "zweiblatt.toml").write_bytes((ROOT / "zweiblatt.toml").read_bytes())
    (folder / "hashtags.toml").write_text(concepts(), "utf-8")
