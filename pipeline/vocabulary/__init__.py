"""What German and English call things: data files, each with the module that reads it.

``headings``  which part of an article a heading names
``terms``     our German-English dictionary (``dictionary/``), and the forms of words in both
``siblings``  German words of one kind, which exclude each other
``concepts``  hashtags.toml: which tag answers which
``glossary``  glossary.toml: which English may stand for a German term
"""
