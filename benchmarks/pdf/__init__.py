"""Benchmark of PDFs: ``python -m benchmarks.pdf``."""
