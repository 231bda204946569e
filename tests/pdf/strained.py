# ruff: noqa: E501 - manuscripts are easier to read in one line, and are in many scripts
"""More manuscripts that strain a PDF: things in things, notes in odd places, many scripts, every kind of picture.

In: nothing. Out: the body of each by a name, and of some what else their front matter says.
"""

from __future__ import annotations

LONG = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"
SENTENCE = (
    "Der Satz hat einige Wörter, damit er über mehr als eine Zeile des Blattes geht und am Rand getrennt werden muss. "
)
DEEP = """\
- eins

    > Zitat in der Liste
    >
    > - Liste im Zitat
    >     1. geordnet darin
    >
    >         Absatz darin

    - zwei

        | A | B |
        |---|---|
        | 1 | 2 |

        - drei

                code in der dritten

            - vier mit `code`
                - fünf mit *Betonung*, [Link](https://example.org/) und H<sub>2</sub>O
                - fünf b
- eins b
"""
SCRIPTS = {
    "polnisch": "Zażółć gęślą jaźń. [Źdźbło żółci]{lang=pl} und Dvořák, Škoda, Čapek; [Příliš žluťoučký kůň]{lang=cs}.",
    "tuerkisch": "[İstanbul’da ışık ılık ığdır ŞŞ ğĞ]{lang=tr} und [İzmir]{lang=tr}.",
    "griechisch": "Das [Ελληνικά άέήίόύώ ΐΰ πολυτονικό ᾧ]{lang=el} und α + β = γ.",
    "kyrillisch": "Aus [Россия, Україна, Ћирилица, ъыь]{lang=ru} kommt es.",
    "hebraeisch": "Das Wort [שָׁלוֹם עולם 123]{lang=he} steht im Satz, und [שלום](https://example.org/) ist ein Link.",
    "arabisch": "Das Wort [مرحبا بالعالم 2025]{lang=ar} steht im Satz.\n\n- [السلام عليكم]{lang=ar}\n- [**قوي** و *مائل*]{lang=ar}",
    "kombiniert": "a\u0308 o\u0308 u\u0308 n\u0303 e\u0301\u0323 Z\u030c und q\u0307\u0323; x\u20d7",
    "weich": "Donau\u00addampf\u00adschiff\u00adfahrts\u00adgesell\u00adschaft " * 12,
    "verbinder": "Familie \u200d und \u200c und \u2060 und \ufe0f und \u200b Ende; Stern ✱\ufe0e.",
    "mathematik": "∀ x ∈ ℝ: ∑ √x ≤ ∫ f(x) dx ≠ ∞, ∂y/∂x → 0, a ⊂ b ∪ c, ½ ⅔ x² ³√ ± × ÷ ≈ ≡ ⇒ ⇔ ℕ ℤ",
    "zeichen-viele": "✓ ✔ ✗ ☐ ★ ☆ ● ○ ■ ▲ ▶ ← ↑ → ↓ ↔ ⇐ ⇒ † ‡ § ¶ ‰ № ™ ℠ ♀ ♂ ☺ ♥ ☎ ✉ ⚠",
    "striche": "Minus −5, Bis 1–3, Geviert — halb – kurz ‐ geschützt\u2011hier, schmal\u202fab, Punkt · … ‥",
}
NESTED = {
    "tief-alles": DEEP,
    "locker-und-dicht": "- dicht\n- dicht\n\n- locker\n\n    Absatz\n- dicht\n    - innen\n\n    - innen locker\n\n1. neu\n\n2. neu",
    "liste-nur-liste": "- - a\n  - b\n- c",
    "liste-beginnt-mit-titel": "- **Titel**  \n  Text darunter\n- **Titel**\n\n    Text darunter",
    "listen-zwei": "- a\n- b\n\nDazwischen.\n\n1. a\n2. b",
    "liste-ueber-seiten": "\n\n".join(f"{n}. {SENTENCE * 4}\n\n    {SENTENCE * 3}" for n in range(1, 16)),
    "liste-tief-ueber-seiten": "\n".join(
        f"- {SENTENCE}\n    - {SENTENCE * 2}\n        - {SENTENCE * 3}" for _ in range(12)
    ),
    "zitat-alles": "> Text\n>\n> 1. eins\n> 2. zwei\n>\n> ```\n> code\n> ```\n>\n> | A | B |\n> |---|---|\n> | 1 | 2 |\n>\n> ### Titel im Zitat\n>\n> Ende.",
    "zitat-lang": "\n".join(f"> {SENTENCE * 3}\n>" for _ in range(24)),
    "definitionen-viele": "Begriff\n:   Erste Erklärung\n\n    Zweiter Absatz\n\n    - Liste\n    - darin\n\n        code\n:   Zweite Erklärung\n:   Dritte mit [Link](https://example.org/)\n\nNoch einer\nUnd sein Zwilling\n:   > Zitat",
    "abkuerzungen": "Die KI und die OSI in *der KI*, in [KI](https://example.org/).\n\n| KI | OSI |\n|---|---|\n| KI | x |\n\n- KI\n\n*[KI]: Künstliche Intelligenz\n*[OSI]: Open Source Initiative",
    "linien": "---\n\nText\n\n***\n\n---\n\n- a\n\n---",
    "tasten": "Drück <kbd>Strg</kbd>+<kbd>C</kbd>, x<sub>i</sub><sup>2</sup>, *x<sup>n</sup>* und **H<sub>2</sub>O**.\n\n- <kbd>Esc</kbd>",
    "umbrueche": "Eins  \nZwei  \nDrei<br>Vier<br><br>Fünf",
}
NOTED = {
    "note-im-titel": "### Titel[^a] mit Note\n\nText.\n\n[^a]: Note im Titel.",
    "note-ueberall": "### Titel\n\nText[^a].\n\n> Zitat[^b]\n\n- Punkt[^c]\n    - tiefer[^d]\n\n| A | B[^e] |\n|---|---|\n| 1[^f] | [Link](https://example.org/)[^g] |\n\nBegriff[^h]\n:   Erklärung[^i]\n\n"
    + "\n".join(f"[^{name}]: Note {name} mit *Betonung* und `code`." for name in "abcdefghi"),
    "note-in-note": "Text[^a] weiter.\n\n[^a]: Eine Note[^b] mit Note.\n[^b]: Die innere Note.",
    "note-mit-bloecken": "Text[^a] und Text[^b].\n\n[^a]: Absatz.\n\n    - Liste\n    - in der Note\n\n    > Zitat\n\n        code\n\n[^b]: 1. geordnet\n    2. zwei",
    "note-lang": f"Text[^a]. {SENTENCE * 30}\n\n[^a]: {SENTENCE * 60}",
    "note-am-seitenende": "\n\n".join(f"{SENTENCE * 5}[^n{n}]" for n in range(14))
    + "\n\n"
    + "\n".join(f"[^n{n}]: {SENTENCE * (1 + n % 4)}" for n in range(14)),
    "note-mit-bild": "Text[^a].\n\n[^a]: Ein Bild ![Grün](../media/web.webp) und <https://example.org/>.",
}
LINKED = {
    "link-alles": "Ein [**fett** *kursiv* `code` H<sub>2</sub>O ![Grün](../media/alpha.png) und [fremd]{lang=en} KI](https://example.org/) im Satz.\n\n*[KI]: Künstliche Intelligenz",
    "link-im-titel": "### [Der ganze Titel](https://example.org/)\n\nText.\n\n#### Ein `code` und [*Link*](https://example.org/)\n\nText.",
    "link-ueber-seiten": "\n\n".join(SENTENCE * 6 for _ in range(5)) + f"\n\n[{SENTENCE * 40}](https://example.org/)",
    "link-klammern": "Ein [Text [mit] Klammern](https://example.org/a_(b)_(c)?q=[1]&r=%5B2%5D#frag) und <https://example.org/"
    + "a" * 300
    + ">.",
    "bild-link": "[![Grün](../media/web.webp)](https://example.org/)\n\n- [![Grün](../media/alpha.png) Text](https://example.org/)\n\n| A |\n|---|\n| [![Grün](../media/bits.png)](https://example.org/) |",
    "links-viele": " ".join(f"[Link {n}](https://example.org/{n})" for n in range(300)),
}
TABLES = {
    "tabelle-zwoelf": "|"
    + "|".join(f" {LONG if n == 5 else 'Spalte'} {n} " for n in range(12))
    + "|\n|"
    + "---|" * 12
    + "\n"
    + "\n".join("|" + "|".join(f" {n * m} " for m in range(12)) + "|" for n in range(9)),
    "tabelle-hundertzwanzig": "| Nr | Wert | Text |\n|--:|---|:-:|\n"
    + "\n".join(f"| {n} | Wert {n} | {SENTENCE if n % 9 == 0 else 'kurz'} |" for n in range(120)),
    "tabelle-kopf-mit-link": "| [Nr](https://example.org/) | *Wert* |\n|--:|---|\n"
    + "\n".join(f"| {n} | Wert {n} |" for n in range(80)),
    "tabelle-leer-ganz": "|  |  |\n|---|---|\n|  |  |\n|  |  |",
    "tabelle-ein-feld": "| A |\n|---|",
    "tabelle-zeile-hoch": f"| A | B |\n|---|---|\n| {SENTENCE * 60} | kurz |\n| {SENTENCE * 20} | {SENTENCE * 70} |",
    "tabelle-fremd": "| [Term]{lang=en} | Begriff |\n|---|---|\n| [open *weights*]{lang=en} | offene Gewichte |",
}
HEADED = {
    "titel-alle": "### Drei\n\n#### Vier\n\n##### Fünf\n\n###### Sechs\n\nText.\n\n### Wieder drei\n\nText.",
    "titel-springt": "Text.\n\n##### Gleich fünf\n\nText.\n\n### Dann drei\n\nText.",
    "titel-hundert": "\n\n".join(f"### Titel {n}\n\nText." for n in range(100)),
    "titel-nacheinander": "### Eins\n\n### Zwei\n\n### Drei",
    "titel-fremd": "### Was ist [fair use]{lang=en}: [the rule]{lang=en}?\n\nText.",
    "titel-wort": f"### {LONG * 2}\n\nText.",
}
WORDS = {
    "woerter-lang": f"{LONG * 3} und {'x' * 400} und `{'y' * 300}` und **{LONG}**.",
    "code-in-allem": "`a` *`b`* **`c`** [`d`](https://example.org/)\n\n### `e`\n\n> `f`\n\n| `g` |\n|---|\n| `h` |",
    "code-schrift": "```text\nπ → ∑ ┌─┐ ✓ Ж ä\n```\n\nUnd `λ → ✗` im Satz.",
    "code-vier": "```\nohne Namen\n```\n\n```python\nx\n```\n\n    eingerückt\n\n~~~\nmit Tilden\n~~~",
    "zitat-code-lang": "> ```\n" + "\n".join(f"> Zeile {n} " + "z" * (n * 3 % 150) for n in range(90)) + "\n> ```",
}
SHOWN = {
    "bilder-alle": "\n\n".join(
        f'![Bild {name}](../media/{name} "Unterschrift {name}")'
        for name in (
            "alpha.png",
            "grey-alpha.png",
            "deep.png",
            "bits.png",
            "palette.png",
            "print.jpg",
            "grey.jpg",
            "film.gif",
            "web.webp",
            "clear.webp",
        )
    ),
    "bilder-svg": "\n\n".join(
        f"![Bild {name}](../media/{name})" for name in ("words.svg", "boundless.svg", "sizeless.svg", "shaded.svg")
    ),
    "bilder-im-satz": "Vor ![Eins](../media/web.webp)![Zwei](../media/words.svg) nach.\n\n- ![Drei](../media/print.jpg)\n\n> ![Vier](../media/alpha.png)\n\n| ![Fünf](../media/deep.png) |\n|---|\n| ![Sechs](../media/shaded.svg) |",
}
STRAINED = {**SCRIPTS, **NESTED, **NOTED, **LINKED, **TABLES, **HEADED, **WORDS, **SHOWN}
SOURCES = "\n".join(
    f"- [@k{n}] Verlag (Ort) {n}: Titel: “with quotes” [und Klammern] {n} (https://example.org/{'pfad/' * n}Mercury_(planet)_{n}?a=[b]#c)"
    for n in range(1, 26)
)
WHOLE = {
    "nur-tags": "Nur ein Absatz.\n\n#KI #OpenSource #KuenstlicheIntelligenz",
    "ohne-abschnitte": "Ein Absatz.\n\nNoch einer mit `code`.",
    "leer-fast": ".",
    "quellen-viele": f"Text.{''.join(f'[@k{n}]' for n in range(1, 26))}\n\n## Quellen\n\n{SOURCES}\n\n#KI",
    "quellen-fremd": "Text.\n\n## Quellen\n\n- [Le Monde]{lang=fr}: [Un titre « français »]{lang=fr} (https://example.org/)\n- Ohne Verlag (https://example.org/b), abgerufen am 24. Februar 2025",
    "abschnitte-viele": "\n\n".join(f"## Abschnitt {n}\n\n{SENTENCE}" for n in range(1, 60)),
    "titel-dreihundert": "\n\n".join(
        f"## Abschnitt {n}\n\n### Unter {n}\n\n#### Tief {n}\n\nText." for n in range(1, 100)
    ),
    "schluss-kurz": f"{SENTENCE * 4}\n\n## Fazit: Ein Ende – mit Strich\n\nSchluss.",
}
HEADS = {
    "titel-sehr-lang": 'title: "' + "Ein sehr langer Titel über KI-Modelle und offene Gewichte " * 5 + '"',
    "gemacht-von-ki": 'origin: ai\neditor: "Redaktion"\nauthors:\n  - Anna Łuczak\n  - {name: "Jürgen “J” O’Neill", url: "https://example.org/"}',
    "geaendert": 'kind: explainer\nupdates:\n  - {date: 2025-02-23, kind: update, text: "Ein Satz kam dazu."}\n  - {date: 2025-02-24, kind: correction, text: "Die Zahl <5> & „Quelle“ berichtigt."}\n  - {date: 2025-02-25, kind: update, text: "'
    + SENTENCE * 4
    + '"}',
    "titel-mit-zeichen": 'title: "<b>Fett & \'Zitat\'</b> {{ x }} – 50 % ½"\ndescription: "Mit “Anführung” & <Zeichen>"',
}
"""Front matter that replaces or adds to the usual."""
TRANSLATED = "translation: machine-reviewed\ntranslator: Ann Other"
"""What the front matter of their English says beside."""
