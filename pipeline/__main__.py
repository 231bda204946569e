"""``python -m pipeline`` is ``zweiblatt``."""

from .cli import main

main()
