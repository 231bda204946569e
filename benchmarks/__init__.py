"""Measurements of the project, on corpora of their own and on those given by path."""
