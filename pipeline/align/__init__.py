"""Which section and block of a translation answers which of its original.

In: two articles. Out: an :class:`~pipeline.model.Alignment`; nothing else of this package is for others.
"""
