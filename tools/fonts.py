"""Source fonts -> the subsets in ``templates/fonts/``: WOFF2 for the page, static TTF for PDF and social picture.

In: the unpacked npm packages ``source-serif`` (4.5.1) and ``@expo-google-fonts/noto-emoji`` (0.4.7), and the folder of
DejaVu Sans and DejaVu Sans Mono (Debian: ``fonts-dejavu-core``). Out: renamed subsets with their licences.
"Source" is a reserved font name, and a subset is a modified version: so the names say Zweiblatt, while copyright,
trademark and licence stay as they are. Run it only to renew the fonts; what it makes is kept in Git::

    python tools/fonts.py source-serif/ noto-emoji/ dejavu/ templates/fonts/
"""

# ruff: noqa: INP001 - a script, no package

from __future__ import annotations

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

UNICODES = (
    "U+0020-007E,U+00A0-00FF,U+0131,U+0152-0153,U+0160-0161,U+0178,U+017D-017E,U+02BC,U+02C6,U+02DA,U+02DC,U+1E9E,"
    "U+2002-200A,U+2010-2015,U+2018-201E,U+2020-2022,U+2026,U+202F,U+2030,U+2032-2033,U+2039-203A,U+2044,U+20AC,"
    "U+2116,U+2122,U+2190-2193,U+2196-2199,U+2212,U+2215,U+2248,U+2260,U+2264-2265"
)
CODE = "U+0020-007E,U+00A0-00FF,U+2010-2015,U+2018-201E,U+2026,U+20AC,U+2190-2193,U+2212,U+2500-257F,U+2713,U+2717"
FEATURES = "kern,liga,locl,ccmp,mark,mkmk,onum,lnum,pnum,tnum,sups,case,frac,numr,dnom"
CUTS = (
    ("SourceSerif4-Regular", "Zweiblatt Serif", "Regular"),
    ("SourceSerif4-It", "Zweiblatt Serif", "Italic"),
    ("SourceSerif4-Semibold", "Zweiblatt Serif", "Semibold"),
    ("SourceSerif4Display-Semibold", "Zweiblatt Display", "Semibold"),
)
RENAMED = {1: "{family}", 3: "{file}", 4: "{family} {cut}", 6: "{file}", 16: "{family}", 18: "{family}", 25: "{file}"}


def made(source: Path, name: tuple[str, str], unicodes: str, folder: Path, *, woff: bool) -> None:
    """One cut as a subset, without hinting, under its own name (family and cut)."""
    family, cut = name
    font = TTFont(source, recalcTimestamp=False)
    options = subset.Options(layout_features=FEATURES.split(","), hinting=False, name_IDs=["*"], notdef_outline=True)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=subset.parse_unicodes(unicodes))
    cutter.subset(font)
    file = f"{family.replace(' ', '')}-{cut}"
    for record in font["name"].names:
        if record.nameID in RENAMED:
            record.string = RENAMED[record.nameID].format(family=family, cut=cut, file=file)
    font.save(folder / f"{file}.ttf")
    if woff:
        font.flavor = "woff2"
        font.save(folder / f"{file}.woff2")


def whole(source: Path, target: Path) -> None:
    """All glyphs of a font, without hinting."""
    font = TTFont(source, recalcTimestamp=False)
    cutter = subset.Subsetter(subset.Options(layout_features=["*"], hinting=False, name_IDs=["*"], notdef_outline=True))
    cutter.populate(unicodes=font.getBestCmap())
    cutter.subset(font)
    font.save(target)


def main(package: Path, emoji: Path, dejavu: Path, folder: Path) -> None:
    """All fonts of the theme."""
    folder.mkdir(parents=True, exist_ok=True)
    mono = dejavu / "DejaVuSansMono.ttf"
    for source, family, cut in CUTS:
        made(package / "TTF" / f"{source}.ttf", (family, cut), UNICODES, folder, woff=True)
    made(mono, ("Zweiblatt Mono", "Regular"), CODE, folder, woff=False)
    # For names outside the subset the PDF takes single glyphs from the whole font, which keeps its own name.
    (folder / "SourceSerif4-Regular.ttf").write_bytes((package / "TTF" / "SourceSerif4-Regular.ttf").read_bytes())
    # Other letters and signs it takes from DejaVu Sans, emoji from Noto Emoji, in one colour.
    (folder / "DejaVuSans.ttf").write_bytes((dejavu / "DejaVuSans.ttf").read_bytes())
    whole(emoji / "400Regular" / "NotoEmoji_400Regular.ttf", folder / "NotoEmoji-Regular.ttf")
    (folder / "NotoEmoji-OFL.txt").write_text((emoji / "LICENSE_FONT").read_text("utf-8"), "utf-8")
    (folder / "OFL.txt").write_text((package / "LICENSE.md").read_text("utf-8"), "utf-8")
    said = TTFont(mono)["name"]
    (folder / "DejaVu.txt").write_text(f"{said.getDebugName(0)}\n{said.getDebugName(13)}", "utf-8")


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:5]))
