"""German words that stayed behind in English, and English ones in German.

In: an article. Out: remarks on single words.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from ....facts.language.idiom import abbreviated, abbreviations, leftovers, only
from ....facts.quotations import without_quotations
from ....facts.words.patterns import rows
from ....facts.words.runs import Rare, runs, small_runs
from ....model import Language
from ...compared.prose import HIDDEN, passages
from ...rule import Remark, Severity, remark, rule
from .whole import is_foreign

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....model import Article
    from ...compared.prose import Passage

WORD = re.compile(r"(?<![\w@#./'’-])[a-zäöüß]+(?![\w@/'’-]|\.\w|\()")
UMLAUT = re.compile(r"[äöüß]")
BORROWED = frozenset(
    (
        "über",
        "doppelgänger",
        "fräulein",
        "föhn",
        "smörgåsbord",
        "mit",
        "naïve",
        "von",
        "hier",
        "bis",
        "das",
        "ist",
        "alle",
        "dem",
        "dort",
    )
)
"""What English uses, or what a single occurrence of proves nothing."""
BEFORE = re.compile(
    r"(?<![\w’'-])(?:"
    r"(?:Die|Der|Das|Ein|Eine|Und|Wir|Auch|Nur|Viele|Ihr|Danach|Doch|Sehr|Mehr|Bei|Nach|Aus"
    r"|Jeder?|Jedes|Dieser?|Dieses|Keine?|Keiner|Nicht"
    r"|Wenn|Weil|Aber|(?<![Tt]he )(?<!River )Oder|Wie|Ohne|Zwischen|Über|Für)(?=,? [a-z]{2})"
    r"|(?:[Ii]m|[Zz]um|[Zz]ur|[Vv]om|[Bb]eim)(?= [A-ZÄÖÜ][a-zäöü])"
    r"|(?<=\d )(?:Uhr|EL|TL|Stk|Stück|Prozent|Jahren?|Monaten?|Wochen|Tagen?|Stunden|Minuten|Sekunden|Einwohner)"
    r"|pro (?:Tag|Woche|Monat|Jahr|Stunde|Minute|Sekunde|Kopf|Person|Stück|Einwohner"
    r"|Quadratmeter|Kilometer|Nacht|Liter|Kilo)"
    r"|(?:in|unter|aus|mit|an|auf) (?:de[rnms]|diese[rnm]) (?=[A-ZÄÖÜ][A-ZÄÖÜa-zäöü])[A-ZÄÖÜ]\w+"
    r"|(?:Nein|Meistens|Vielleicht|Natürlich|Eigentlich|Trotzdem|Deshalb|Außerdem|Allerdings|Jedoch|Zunächst|Schließlich"
    r"|Inzwischen|Mittlerweile|Damals|Manchmal|Selten|Niemals)(?=[.,!?:]? )"
    r"|(?:Abschnitt|Kapitel|Seite|Absatz|Ziffer|Gleis|Zimmer|Stufe|Schritt|Tabelle|Abbildung)(?= \d)"
    r")(?![\w’'-])"
)
"""German articles before a word in small letters, prepositions before a noun, adverbs, and what is numbered."""
TITLED = re.compile(r"(?<!\w)[A-ZÄÖÜ][\w-]+ $")
"""What stands before the rest of a name."""
CALLED, INSIDE = frozenset(("Im", "Zum", "Zur", "Vom", "Beim")), re.compile(r"[\w,’'-] $")
"""What begins the name of a house where it has its capital within a sentence: the inn Zur Linde."""
BESIDE = 40
"""Characters in which the next word is looked for."""
MARK = re.compile(r"„|‚(?=[^\W\d_])")


KEY = re.compile(
    r"(?<![\w-])(?:Strg|STRG|Entf|Einfg|Pos1|Bild ?[↑↓]|Bild-(?:auf|ab)|Umschalt(?:taste)?|Eingabetaste|Rücktaste"
    r"|Leertaste|Feststelltaste|Entertaste|Tabulatortaste|Steuerungstaste|Pfeiltasten?|Alt-Taste|Windows-Taste)(?!\w)"
)
KEYS = frozenset(
    (
        *("Strg", "STRG", "Entf", "Einfg", "Pos", "Bild", "Umschalt", "Umschalttaste", "Eingabetaste", "Rücktaste"),
        *("Leertaste", "Feststelltaste", "Entertaste", "Tabulatortaste", "Steuerungstaste", "Pfeiltaste"),
        *("Pfeiltasten", "Taste"),
    )
)
"""Keys of a keyboard as German ones are labelled, and the words of which their names are made."""
CONTROL = re.compile(
    r"\b(?:Ctrl|CTRL|[Cc]ontrol|Del(?:ete)?|Ins(?:ert)?|Home|Page|Shift|Enter|Return|Backspace|[Ss]pace|German)\b"
)
"""What says beside one which key it is."""
ENGLISH = frozenset(
    (
        *("and", "or", "the", "of", "with", "for", "from", "is", "are", "has", "have", "but", "by", "to", "at", "into"),
        *("than", "which", "that", "their", "its", "these", "this", "because", "while", "when", "where", "between"),
    )
)
"""English words that no German sentence has, but in what it quotes or names."""
NEIGHBOUR = re.compile(r"[^\W\d_][\w’'-]*")
ABBREVIATED = Rare(lambda word: word in abbreviated())
"""The words that begin a German abbreviation."""


@rule(Severity.WARNING)
def leftover(article: Article) -> Iterator[Remark]:
    """A German word, abbreviation or quotation mark stayed behind in English, or an English word in German.

    Why it matters: it shows that nobody read the sentence again.

    Abbreviations and quotation marks are errors. Quotations, code, capitals and words marked as German do not count.

    Bad: “Prices, z. B. for cloud servers, jedoch rose.”; „an open model“ in English.

    Good: “Prices, for example for cloud servers, however rose.”; “an open model”.

    Repair: translate the word; exchange the marks.
    """
    if article.language is not Language.EN:
        for passage in passages(article):
            yield from _english(passage)
        return
    for passage in passages(article):
        for found in MARK.finditer(passage.text) if "„" in passage.text or "‚" in passage.text else ():
            yield remark(
                passage.span(*found.span()),
                "“{mark}” is a German quotation mark",
                severity=Severity.ERROR,
                mark=found[0],
            )
        text = without_quotations(passage.text, HIDDEN)
        short = tuple(abbreviations().finditer(text)) if ABBREVIATED(runs(text)) else ()
        for found in short:
            yield remark(
                passage.span(*found.span()), "“{word}” is German", severity=Severity.ERROR, word=found[0].strip()
            )
        for found in (*_keys(passage), *_before(passage, text)):
            yield remark(passage.span(*found.span()), "“{word}” is German", word=found[0])
        for found in short:
            text = text[: found.start()] + HIDDEN * len(found[0]) + text[found.end() :]
        yield from _words(passage, text)


@cache
def hints() -> frozenset[str]:
    """Words in small letters of which a text has one wherever that stands in it."""
    return frozenset(max(row, key=len) for row in rows(BEFORE.pattern))


def _keys(passage: Passage) -> Iterator[re.Match[str]]:
    """Keys of a keyboard, in code too, unless the English one stands beside them."""
    for found in KEY.finditer(passage.raw) if not KEYS.isdisjoint(runs(passage.raw)) else ():
        if not CONTROL.search(passage.raw, max(0, found.start() - BESIDE), found.end() + BESIDE):
            yield found


def _before(passage: Passage, text: str) -> Iterator[re.Match[str]]:
    """German articles, prepositions and adverbs outside of names: Neustadt an der Weinstraße is one."""
    for found in () if hints().isdisjoint(small_runs(text)) else BEFORE.finditer(text):
        is_name = " " in found[0] and TITLED.search(text, max(0, found.start() - BESIDE), found.start())
        is_name = is_name or (found[0] in CALLED and INSIDE.search(text, max(0, found.start() - 2), found.start()))
        if not (is_name or _is_name(text, *found.span()) or is_foreign(passage.article, passage, found.start())):
            yield found


def _english(passage: Passage) -> Iterator[Remark]:
    """English words in small letters beside a German one: „vier Hörner and seit 2019“."""
    if ENGLISH.isdisjoint(runs(passage.text)):
        return
    text = without_quotations(passage.text, HIDDEN)
    for found in WORD.finditer(text):
        is_left = found[0] in ENGLISH and _is_among_german(text, *found.span())
        if is_left and not is_foreign(passage.article, passage, found.start()):
            yield remark(passage.span(*found.span()), "“{word}” is English", word=found[0])


def _is_among_german(text: str, start: int, end: int) -> bool:
    """Whether one of the words beside a word is German alone, and neither is English in small letters."""
    beside = [
        *NEIGHBOUR.findall(text, max(0, start - BESIDE), start)[-1:],
        *NEIGHBOUR.findall(text, end, end + BESIDE)[:1],
    ]
    is_english = any(word in only(Language.EN) for word in beside)
    return len(beside) > 1 and not is_english and any(word in only(Language.DE) for word in beside)


def _words(passage: Passage, text: str) -> Iterator[Remark]:
    if not any(map(text.__contains__, "äöüß")) and leftovers().isdisjoint(runs(text)):
        return
    for found in WORD.finditer(text):
        word = found[0]
        is_german = word in leftovers() or (len(word) > 2 and UMLAUT.search(word))  # noqa: PLR2004 - "ä" is a letter
        if not is_german or word in BORROWED or _is_name(text, found.start(), found.end()):
            continue
        if not is_foreign(passage.article, passage, found.start()):
            yield remark(passage.span(*found.span()), "“{word}” is German", word=word)


def _is_name(text: str, start: int, end: int) -> bool:
    """Whether a word stands between capitals or brackets, as in Bild am Sonntag; „Ober- und Unterhitze“ is no name."""
    before, after = text[:start].rsplit(maxsplit=1), text[end:].split(maxsplit=1)
    first, last = before[-1:], after[:1]
    if first and first[0].endswith("-"):
        return False
    return bool(first and last) and first[0].lstrip("([“")[:1].isupper() and last[0][0].isupper()
