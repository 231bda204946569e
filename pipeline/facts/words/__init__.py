"""Text -> its words: the runs of letters in it, and which patterns of words they leave to be searched for.

``runs``      letters that stand together   ``patterns``  which words a pattern needs
``anywhere``  patterns looked for at once   ``said``      what the dictionary has
``grammar``   the words by which the shape of a sentence is told
"""
