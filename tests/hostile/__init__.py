"""Stories that try to break a page: hostile titles, endless words, wide tables, no translation.

In: nothing. Out: manuscripts by their paths below ``content/``.
"""

from __future__ import annotations

WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
SCRIPT = "</script><script>alert(1)</script> & <b>fett</b> {{ 7*7 }} {% raw %}"
LONG = "Ein langer Titel, der nicht enden will, " * 7 + "Schluss"

WIDE = "\n".join(
    (
        "| " + " | ".join(f"Spalte {n}" for n in range(12)) + " |",
        "|" + " --: |" * 12,
        "| " + " | ".join(f"1.234.56{n}" for n in range(10)) + f" | {WORD} | x |",
    )
)

BODY = f"""Der Anfang mit `{{{{ 7*7 }}}}` und [@eins].[^a]

## Das musst du wissen – {WORD}

- Ein Punkt mit {WORD}
- Noch einer

## Hauptfrage: Was ist „<b>“?

## Folgefragen

1. Was ist {WORD}?
2. Was ist `</script>`?

## Antworten

### Was ist {WORD}?

Ein Wort.

{WIDE}

### Was ist `</script>`?

```html
<script>alert("{"x" * 300}")</script>
```

> Ein Zitat mit [Verweis](https://example.org/{"a" * 200}).

## Fazit: {LONG}

Ende.

[^a]: Eine Anmerkung mit {WORD}.

## Quellen

- [@eins] Verlag: Titel mit </script> und „Anführung“ (https://example.org/{"b" * 150})

#KI #{"a" * 50}
"""


def manuscript(title: str, body: str, **front: str) -> str:
    """A manuscript with its front matter."""
    quoted = title.replace("\\", "\\\\").replace('"', '\\"')
    lines = "".join(f"{key.replace('_', '-')}: {value}\n" for key, value in front.items())
    return f'---\ntitle: "{quoted}"\ndate: 2025-02-22\n{lines}---\n\n{body}'


STORIES = {
    "de/script.md": manuscript(f'{SCRIPT} "doppelt"', BODY, authors='["<i>Eva</i>"]'),
    "en/script.md": manuscript(f'{SCRIPT} "double"', BODY, slug="script-en"),
    "de/long.md": manuscript(LONG, BODY, kind="note"),
    "de/word.md": manuscript(WORD, "Kurz.\n", kind="note", aliases="[frueher]"),
    "en/word.md": manuscript(WORD, "Short.\n", kind="note", slug="word-en"),
    "de/empty.md": manuscript("Leer", "", kind="news"),
}
