"""Text -> how surely it says what it says.

``hedges``    what denies, and English words that doubt   ``hedging``  what weakens, or says whose word it is
``reported``  somebody's words, told by the mood alone    ``poles``    opposites: rose and fell, must and may
"""
