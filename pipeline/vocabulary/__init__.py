"""What German and English call things: data files, each with the module that reads it.

``headings``  which part of an article a heading names
``terms``     words by which the alignment knows German in English
``concepts``  hashtags.toml: which tag answers which
``glossary``  glossary.toml: which English may stand for a German term
"""
