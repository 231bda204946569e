"""Python-Markdown alone over all manuscripts of a publication: ``python -m benchmarks.build.bare FOLDER``.

In: the folder. Out: nothing; the cost is the process's. One parser, reset for each text, with the
extensions that carry the same syntax as ours: the peer that a check is held against.
"""

from __future__ import annotations

import sys
from pathlib import Path

from markdown import Markdown

EXTENSIONS = ("tables", "footnotes", "fenced_code", "def_list", "abbr", "sane_lists", "toc", "smarty")


def main() -> None:
    """Parse them all."""
    parser = Markdown(extensions=list(EXTENSIONS))
    for path in sorted(Path(sys.argv[1]).glob("content/*/*.md")):
        parser.reset()
        parser.convert(path.read_text("utf-8").split("---\n", 2)[2])


if __name__ == "__main__":
    main()
