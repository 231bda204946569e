"""One module per command; the only place that prints and the only place that exits."""


def main() -> None:
    """The command ``zweiblatt``."""
