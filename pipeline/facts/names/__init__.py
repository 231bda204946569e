"""Text -> what it names.

``names``      acronyms, products, words that both languages write alike   ``labels``  codes of letters and digits
``entities``   countries, towns, parties, bodies of state                  ``abroad``  places, and their English
``apposed``    names that a noun shows                                     ``mentioned``  how often a text has a name
"""
