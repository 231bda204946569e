# ruff: noqa: E501 - manuscripts are easier to read in one line
"""Manuscripts that strain a PDF: every construct that Markdown and our format allow, nested, in odd places.

In: nothing. Out: the body of each, by a name; :func:`article` makes an article of one.
"""

from __future__ import annotations

from pathlib import Path

from pipeline.config import Settings, load
from pipeline.model import Article, Language
from pipeline.read import read
from tests.pdf.strained import HEADS, STRAINED, TRANSLATED, WHOLE

ROOT = Path(__file__).parents[2]
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
PICTURE = "![Vier Schritte](../media/pipeline.de.svg)"
ROWS = "\n".join(f"| {n} | Wert {n} | noch einer | {n * n} |" for n in range(60))
NOTES = (
    "\n".join(f"Satz {n}.[^n{n}]" for n in range(30)) + "\n\n" + "\n".join(f"[^n{n}]: Die Note {n}." for n in range(30))
)
PIECES = {
    "absatz": "Ein Absatz.",
    "betont": "*kursiv* **fett** ***beides*** `code` ~~nicht~~",
    "umbruch": "Zeile eins  \nZeile zwei<br>Zeile drei",
    "hoch-tief": "H<sub>2</sub>O und E = mc<sup>2</sup>, <kbd>Strg</kbd>",
    "link": "Ein [Link](https://example.org/a?b=c&d=e) im Satz.",
    "link-betont": "Ein [**fetter** *Link* mit `code`](https://example.org/).",
    "link-bild": "[![Vier Schritte](../media/pipeline.de.svg)](https://example.org/)",
    "link-mail": "Schreib an [uns](mailto:a@example.org) oder <b@example.org>.",
    "link-lang": "Siehe <https://example.org/" + "sehr/langer/pfad/" * 12 + ">.",
    "link-ueber-zeilen": "Ein [" + "sehr langer Text eines Links " * 12 + "](https://example.org/) im Satz.",
    "anker": "Siehe [oben](#teil).",
    "liste": "- eins\n- zwei\n- drei",
    "liste-locker": "- eins\n\n- zwei\n\n- drei",
    "liste-absaetze": "- eins\n\n    noch ein Absatz\n\n- zwei",
    "liste-tief": "- a\n    - b\n        - c\n            - d\n                - e",
    "liste-zwei": "- a\n  - b\n    - c\n- d",
    "liste-gemischt": "1. eins\n    - a\n    - b\n2. zwei\n    1. x\n    2. y",
    "liste-code": "- eins\n\n        code\n\n- zwei",
    "liste-zitat": "- eins\n\n    > Zitat\n\n- zwei",
    "liste-bild": f"- {PICTURE}\n- Text",
    "liste-link": "- [Link](https://example.org/)\n- [**fett**](https://example.org/b)",
    "liste-ein-punkt": "- eins",
    "liste-lang": "\n".join(f"- Punkt {n} " + "mit Text " * 20 for n in range(40)),
    "liste-geordnet-ab": "3. drei\n4. vier",
    "zitat": "> Ein Zitat.\n>\n> Zweiter Absatz.",
    "zitat-tief": "> a\n>\n> > b\n> >\n> > > c",
    "zitat-liste": "> - eins\n> - zwei",
    "zitat-titel": "> Ein *Zitat* mit [Link](https://example.org/)",
    "tabelle": "| A | B |\n|---|---|\n| 1 | 2 |",
    "tabelle-rechts": "| A | B | C |\n|:--|:-:|--:|\n| 1 | 2 | 3 |",
    "tabelle-leer": "| A | B |\n|---|---|\n|  | 2 |\n| 1 |  |",
    "tabelle-lang": f"| Nr | Wert | Text | Quadrat |\n|---|---|---|--:|\n{ROWS}",
    "tabelle-breit": "|"
    + "|".join(f" Spalte {n} " for n in range(12))
    + "|\n|"
    + "---|" * 12
    + "\n|"
    + "|".join(f" {n} " for n in range(12))
    + "|",
    "tabelle-marken": "| **A** | [B](https://example.org/) |\n|---|---|\n| `c` | *d* |",
    "tabelle-wort": f"| A | B |\n|---|---|\n| {LONG} | 2 |",
    "code": "```python\ndef f(x):\n    return x\n```",
    "code-leer": "```\n\n```",
    "code-lang": "```text\n" + "\n".join(f"Zeile {n}" for n in range(120)) + "\n```",
    "code-breit": "```text\n" + "x" * 400 + "\n```",
    "code-zeichen": '```html\n<a href="x">&amp;</a>\n{{ x }} {% y %}\n```',
    "bild": PICTURE,
    "bild-titel": '![Vier Schritte](../media/pipeline.de.svg "Eine Unterschrift")',
    "bild-im-satz": f"Text {PICTURE} und Text.",
    "bilder-zwei": f"{PICTURE}\n\n![Vier Schritte, englisch](../media/pipeline.en.svg)",
    "note": "Text.[^a]\n\n[^a]: Eine Note.",
    "note-mit-link": "Text.[^a]\n\n[^a]: Eine [Note](https://example.org/) mit *Betonung*.",
    "note-zwei-absaetze": "Text.[^a]\n\n[^a]: Erster Absatz.\n\n    Zweiter Absatz.",
    "note-in-liste": "- eins[^a]\n- zwei\n\n[^a]: Eine Note.",
    "note-in-tabelle": "| A | B |\n|---|---|\n| 1[^a] | 2 |\n\n[^a]: Eine Note.",
    "noten-viele": NOTES,
    "note-doppelt": "Eins[^a] und zwei[^a].\n\n[^a]: Eine Note.",
    "definitionen": "Begriff\n:   Erklärung\n\nZweiter\n:   Noch eine",
    "abkuerzung": "Die OSI sagt es.\n\n*[OSI]: Open Source Initiative",
    "linie": "oben\n\n---\n\nunten",
    "fremd": "Der Begriff [Open Weights]{lang=en} ist englisch.",
    "fremd-betont": "Der Begriff [*Open* **Weights**]{lang=en} ist englisch.",
    "fremd-in-liste": "- [Open Source]{lang=en}\n- Text",
    "fremd-in-titel": "### Was heißt [fair use]{lang=en}?\n\nText.",
    "wort-lang": f"Die {LONG * 2} tagt.",
    "titel-lang": "### " + "Ein sehr langer Titel " * 12 + "\n\nText.",
    "titel-marken": "### Ein *kursiver* `code` und [Link](https://example.org/)\n\nText.",
    "titel-ohne-text": "### Nichts folgt",
    "titel-tief": "### Drei\n\n#### Vier\n\nText.",
    "zeichen": "„Anführung“ – Gedankenstrich … € § ½ © → ≈ ≤ ² ẞ",
    "sprachen": "Łódź, Čeština, İstanbul, Ærø, naïve",
    "emoji": "### Los 🚀\n\nDavor ❤️ 👩‍💻 🇩🇪 👍🏽 ☕ ✅ und `code 🐍`.\n\n- 🦄 eins\n- 😀 zwei",
    "absaetze-viele": "\n\n".join(f"Absatz {n}. " + "Ein Satz mit Wörtern. " * 12 for n in range(40)),
    "alles": f"Text[^a] mit [Link](https://example.org/).\n\n- a\n    - b\n\n> Zitat\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n{PICTURE}\n\n```\ncode\n```\n\n[^a]: Note.",
}
PARTS = {
    "quellen": "## Quellen\n\n- [@a] Verlag: Ein Titel: mit Doppelpunkt (https://example.org/a_(b))\n- Verlag: Noch einer (https://example.org/b)\n\n#KI #OpenSource",
    "fragen": "## Das musst du wissen\n\n- eins\n- zwei\n\n## Hauptfrage\n\nWas ist das?\n\n## Folgefragen\n\n1. Wer?\n2. Was?\n\n## Antworten\n\n### Wer?\n\nIch.\n\n### Was?\n\nDas.\n\n## Fazit: Ein Ende\n\nSchluss.",
    "aufruf": "## Mehr erfahren\n\nMehr.\n\n[Bestellen](https://example.org/)",
}
BODIES = {
    **{name: f"Davor.\n\n## Teil {{#teil}}\n\n{body}\n" for name, body in {**PIECES, **STRAINED}.items()},
    **{name: f"Davor.\n\n## Teil {{#teil}}\n\nText.\n\n{body}\n" for name, body in PARTS.items()},
    **{name: f"{body}\n" for name, body in WHOLE.items()},
    **dict.fromkeys(HEADS, f"Davor.\n\n## Teil\n\nText.\n\n{PARTS['quellen']}\n"),
}


def settings() -> Settings:
    """The settings of the shipped publication."""
    return load((ROOT / "zweiblatt.toml").read_text("utf-8"), "zweiblatt.toml", {})


def article(name: str, language: Language = Language.DE) -> Article:
    """The article of a manuscript."""
    usual = f'title: "Probe {name}"\ndate: 2025-02-22\nkind: note\norigin: ai-assisted\neditor: "Redaktion"'
    own = HEADS.get(name, "")
    keys = {line.partition(":")[0] for line in own.splitlines()}
    lines = [*(line for line in usual.splitlines() if line.partition(":")[0] not in keys), *own.splitlines()]
    lines += [TRANSLATED] if name in HEADS and language is Language.EN else []
    head = "\n".join(("---", *lines, "---", "", ""))
    reading = read(f"content/{language}/{name}.md", (head + BODIES[name]).encode(), name, language, settings())
    if reading.article is None:
        message = f"{name}: {[str(fault.remark.message) for fault in reading.faults]}"
        raise AssertionError(message)
    return reading.article
