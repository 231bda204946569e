"""How long a build takes, beside the start of Python in the same run: ``python -m benchmarks.build [PAIRS]``."""
