"""Settings, glossaries and hashtags that mean harm, or were written in a hurry.

In: nothing. Out: :data:`REFUSED`, those that must be refused with file and line, and :data:`TAKEN`, those that are
text and must stay text in every output. A value is the file's name with its bytes; ``SHIPPED`` in it stands for the
settings that ship with the project.
"""

from __future__ import annotations

Attack = tuple[str, bytes]

SETTINGS, GLOSSARY, HASHTAGS = "zweiblatt.toml", "glossary.toml", "hashtags.toml"
SCRIPT = "</style></title><script>alert(1)</script><img src=x onerror=alert(1)>"
BASE = '[publication]\nname = "x"\nbase-url = "https://example.org/"\n'
MANY = 20_000


def _in(table: str, line: str) -> Attack:
    return SETTINGS, f"[{table}]\n{line}\n".encode()


def _publication(line: str) -> Attack:
    return _in("publication", line)


REFUSED: dict[str, Attack] = {
    "no text": (SETTINGS, b"\xff\xfe\x00x"),
    "Latin-1": (SETTINGS, '[publication]\nname = "Grüße"\n'.encode("latin-1")),
    "UTF-16": (SETTINGS, BASE.encode("utf-16")),
    "NUL": (SETTINGS, b'[publication]\nname = "a\0b"\n'),
    "NUL in a comment": (SETTINGS, b"# a\0b\n[publication]\n"),
    "control character": (SETTINGS, b'[publication]\nname = "a\x1b[31mb"\n'),
    "control character by escape": _publication(r'name = "a\u001b]0;x\u0007"'),
    "NUL by escape": _publication(r'name = "a\u0000b"'),
    "surrogate by escape": _publication(r'name = "a\ud800b"'),
    "line break in a name": _publication(r'name = "a\r\nBcc: b@example.org"'),
    "not TOML": (SETTINGS, b"publication:\n  name: x\n"),
    "twice the same key": _publication('name = "a"\nname = "b"'),
    "twice the same table": (SETTINGS, b'[publication]\nname = "a"\n[publication]\nname = "b"\n'),
    "table and key": (SETTINGS, b'publication = "x"\n[publication]\nname = "b"\n'),
    "deep list": _publication("address = " + "[" * 5_000),
    "closed deep list": _publication("address = " + "[" * 400 + "]" * 400),
    "deep table": (SETTINGS, ("[" + ".".join("a" * 3_000) + "]\n").encode()),
    "deep inline table": _publication("tagline = " + "{a=" * 2_000),
    "many keys": (SETTINGS, ("[check]\n" + "".join(f"k{n} = 1\n" for n in range(MANY))).encode()),
    "many tables": (SETTINGS, "".join(f"[t{n}]\n" for n in range(MANY)).encode()),
    "dotted keys": (SETTINGS, "".join(f"a{'.b' * (n % 90)}.c{n} = 1\n" for n in range(3_000)).encode()),
    "long number": _publication("name = " + "9" * 10_000),
    "unclosed text": _publication('name = """' + "x" * 100_000),
    "unknown table": (SETTINGS, b'[publisher]\nname = "x"\n'),
    "unknown key": _publication('titel = "x"'),
    "key of another language": _publication('"nаme" = "x"'),
    "empty key": _publication('"" = "x"'),
    "key with line break": _publication(r'"a\nb" = "x"'),
    "key with terminal codes": _publication(r'"a\u001b[2Jb" = "x"'),
    "name in many letters": _publication("name = '" + "ẅ" * 20_000 + "'"),
    "name is a number": _publication("name = 1"),
    "name is a list": _publication('name = ["x"]'),
    "name is a date": _publication("name = 2025-02-22"),
    "name is not a number": _publication("name = nan"),
    "address is a text": _publication('address = "x"'),
    "address of numbers": _publication("address = [1, 2]"),
    "address of lists": _publication('address = [["x"]]'),
    "languages is a list": _publication('languages = ["de", "en"]'),
    "no languages": _publication("languages = {}"),
    "one language": _publication('languages = { en = "en-GB" }'),
    "language of nobody": _publication('languages = { de = "de-DE", tlh = "tlh-AA" }'),
    "language as a path": _publication('languages = { "../../x" = "de-DE" }'),
    "locale as a path": _publication('languages = { de = "../../etc/passwd", en = "en-GB" }'),
    "locale with a line break": _publication(r'languages = { de = "de-DE\n", en = "en-GB" }'),
    "locale that is a script": _publication('languages = { de = "de-DE", en = "\\"><script>" }'),
    "locale of another language": _publication('languages = { de = "ar-EG", en = "en-GB" }'),
    "original of nobody": _publication('original = "fr"'),
    "original is true": _publication("original = true"),
    "zone as a path": _publication('timezone = "../../../etc/passwd"'),
    "zone as an absolute path": _publication('timezone = "/etc/passwd"'),
    "zone of nobody": _publication('timezone = "Mars/Olympus"'),
    "zone is empty": _publication('timezone = ""'),
    "zone is a folder": _publication('timezone = "Europe"'),
    "zone with NUL": _publication(r'timezone = "Europe/\u0000Berlin"'),
    "long zone": _publication(f'timezone = "{"a" * 5_000}"'),
    "base is a script": _publication('base-url = "javascript:alert(1)//"'),
    "base is a file": _publication('base-url = "file:///etc/"'),
    "base with a quotation mark": _publication("base-url = 'https://example.org/\"onload=\"alert(1)/'"),
    "base with a tag": _publication('base-url = "https://example.org/<script>/"'),
    "base with a space": _publication('base-url = "https://exam ple.org/"'),
    "base with a line break": _publication(r'base-url = "https://example.org/\n/"'),
    "base with a password": _publication('base-url = "https://a:b@example.org/"'),
    "base without a host": _publication('base-url = "https:///"'),
    "base with a mad port": _publication('base-url = "https://example.org:99999/"'),
    "base with a broken bracket": _publication('base-url = "https://[::1/"'),
    "base goes up": _publication('base-url = "https://example.org/../../"'),
    "unknown rule": _in("check", 'select = ["everything/bad"]'),
    "severity of nobody": _in("check", 'fail-on = "fatal"'),
    "severity is a list": _in("check", "fail-on = []"),
    "rules as a text": _in("check", 'ignore = "style"'),
    "patterns as a list": _in("check", 'per-file-ignores = ["style"]'),
    "yes as a text": _in("check", 'publish-machine-translations = "yes"'),
    "paper of nobody": _in("pdf", 'paper = "A4; } @import url(https://evil.example/x.css); {"'),
    "form of nobody": _in("newsletter", 'form = "../full"'),
    "sender with a line break": _in("newsletter", r'sender = "x <a@example.org>\r\nBcc: b@example.org"'),
    "sender of two": _in("newsletter", 'sender = "a@example.org, b@example.org"'),
    "sender is none": _in("newsletter", 'sender = "nobody"'),
    "way out is a script": _in("newsletter", 'unsubscribe = "javascript:alert(1)//{token}"'),
    "way out with a line break": _in(
        "newsletter", r'unsubscribe = "https://example.org/{token}>\r\nBcc: b@example.org"'
    ),
    "way out by mail is none": _in("newsletter", 'unsubscribe-mail = "a@example.org?bcc=b@example.org"'),
    "way in is a script": _in("newsletter", 'subscribe = "javascript:alert(1)"'),
    "list with a line break": _in("newsletter", r'list-id = { de = "a.example.org>\r\nBcc: b@example.org" }'),
    "campaign with a quotation mark": _in("newsletter", "utm = 'x\"><script>alert(1)</script>&a=b'"),
    "kind is a text": (SETTINGS, b'[kinds]\nexplainer = "x"\n'),
    "kind requires nothing known": (SETTINGS, b'[kinds.x]\nrequired = ["everything"]\n'),
    "words of another language": (SETTINGS, b'[vocabulary.fr]\nsources = ["Sources"]\n'),
    "words of no part": (SETTINGS, b'[vocabulary.de]\nend = ["Schluss"]\n'),
    "words are a number": (SETTINGS, b"[vocabulary.de]\nsources = 1\n"),
    "glossary: not TOML": (GLOSSARY, b"Haus = house\n"),
    "glossary: no text": (GLOSSARY, b"\xff\xff"),
    "glossary: a term is a text": (GLOSSARY, b'Haus = "house"\n'),
    "glossary: unknown key": (GLOSSARY, b'[Haus]\nalowed = ["house"]\n'),
    "glossary: a number": (GLOSSARY, b"[Haus]\nallowed = 1\n"),
    "glossary: list of lists": (GLOSSARY, b'[Haus]\nallowed = [["house"]]\n'),
    "glossary: twice": (GLOSSARY, b"[Haus]\n[Haus]\n"),
    "glossary: empty term": (GLOSSARY, b'[""]\nallowed = ["house"]\n'),
    "glossary: empty word": (GLOSSARY, b'[Haus]\nallowed = [""]\n'),
    "glossary: deep": (GLOSSARY, ("x = " + "[" * 5_000).encode()),
    "hashtags: not TOML": (HASHTAGS, b"KI\n"),
    "hashtags: no text": (HASHTAGS, b"\xff\xff"),
    "hashtags: a concept is a text": (HASHTAGS, b'ai = "KI"\n'),
    "hashtags: unknown language": (HASHTAGS, b'[ai]\nfr = ["IA"]\n'),
    "hashtags: a tag with a script": (HASHTAGS, b'[ai]\nde = ["<script>alert(1)</script>"]\n'),
    "hashtags: a number": (HASHTAGS, b"[ai]\nde = [1]\n"),
    "hashtags: one tag in two concepts": (HASHTAGS, b'[a]\nde = ["KI"]\n[b]\nde = ["KI"]\n'),
}
"""No command takes these for good: exit 2, the file, its line."""

TAKEN: dict[str, Attack] = {
    "name with a script": _publication(f"name = '{SCRIPT}'"),
    "publisher with a script": _publication(f"publisher = '{SCRIPT}'"),
    "address with a script": _publication(f"address = ['{SCRIPT}', '{{{{ 7*7 }}}}']"),
    "responsible with a script": _publication(f"responsible = '{SCRIPT}'"),
    "tagline with a script": _publication(f"tagline = {{ de = '{SCRIPT}', en = '{SCRIPT}' }}"),
    "name with a template": _publication("name = '{{ 7*7 }} {% include \"/etc/passwd\" %}'"),
    "name that ends a style": _publication("name = '\"; } @import url(https://evil.example/x.css); * { content: \"'"),
    "name with marks of direction": _publication(r'name = "a\u202eb"'),
    "name in other scripts": _publication("name = '两页 دو صفحه 👩\u200d💻'"),
    "glossary: patterns": (GLOSSARY, b"['(a+)+$']\nallowed = ['(.*)*x', '[', '\\\\']\nforbidden = ['(?:']\n"),
    "glossary: large": (
        GLOSSARY,
        "".join(f"[Wort{n}]\nallowed = ['word {n}']\nforbidden = ['verb {n}']\n" for n in range(3_000)).encode(),
    ),
    "glossary: a term with a script": (GLOSSARY, f"['{SCRIPT}']\nallowed = ['{SCRIPT}']\n".encode()),
    "hashtags: large": (
        HASHTAGS,
        "".join(f"[c{n}]\nde = ['WortNummer{n}']\nen = ['WordNumber{n}']\n" for n in range(3_000)).encode(),
    ),
    "hashtags: concept as a path": (HASHTAGS, b'["../../../x"]\nde = ["KI"]\nen = ["AI"]\n'),
    "patterns of files": _in("check", "per-file-ignores = { '" + "*a" * 60 + "' = ['style'], '[' = ['style'] }"),
    "locale of nobody": _publication('languages = { de = "de-DE", en = "en-QQ" }'),
    "page as a path": _publication('pages = { imprint = "../../../etc/passwd" }'),
    "page of nobody": _publication('pages = { imprint = "nothing" }'),
    "a base below a folder": _publication('base-url = "https://example.org/a%20b/c/"'),
    "an empty file": (SETTINGS, b""),
    "only a BOM": (SETTINGS, b"\xef\xbb\xbf"),
    "BOM and Windows line ends": (SETTINGS, b"\xef\xbb\xbf" + BASE.replace("\n", "\r\n").encode()),
}
"""These are unusual, or harm only where text were taken for code."""
