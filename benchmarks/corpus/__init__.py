"""Publications of any size, made by a seed: what the benchmarks measure on."""
