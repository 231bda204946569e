"""How time and memory grow with a manuscript: pairs that are all of one thing, up to the limits of the reader."""
