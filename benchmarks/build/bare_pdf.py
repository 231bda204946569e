"""WeasyPrint alone over the print pages of a publication: ``python -m benchmarks.build.bare_pdf FOLDER``.

In: the folder. Out: nothing; the cost is the process's. The HTML and its
style are ours. What is written is a plain PDF: no tags, no conformance, no attachment, no structure mended.
"""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.pdf.__main__ import bare
from pipeline.config import load
from pipeline.model import Language
from pipeline.read import read
from pipeline.render.output import Sheet
from pipeline.render.theme import Theme


def main() -> None:
    """Make them all."""
    folder = Path(sys.argv[1])
    theme = Theme(load((folder / "zweiblatt.toml").read_text("utf-8"), "zweiblatt.toml", {}))
    for path in sorted(folder.glob("content/*/story-*.md")):
        name = path.relative_to(folder).as_posix()
        article = read(name, path.read_bytes(), path.stem, Language(path.parent.name), theme.settings).article
        if article is None:
            sys.exit(f"{name} cannot be read")
        address = (("page", "https://example.org/"),)
        bare(Sheet(article, None, None, (), (), address, (), (), theme.settings), theme)()


if __name__ == "__main__":
    main()
