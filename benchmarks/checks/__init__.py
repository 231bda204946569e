"""How good the checks are: faults made on purpose, harmless changes, and real pairs."""
