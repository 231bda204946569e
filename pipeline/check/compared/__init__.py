"""An article -> the texts of it that are compared, each with its place in the manuscript.

``prose``       front matter, headings and blocks, of both sides   ``captions``  what stands beside the text
``code``        code without what may be translated in it          ``comments``  what comments in code name
``foreign``     blocks that quote another language                 ``credited``  passages in somebody else's words
``shapes``      lists and tables                                   ``address``   addresses without their language
``manuscript``  the lines of the file                              ``excerpt``   the beginning of a text, for messages
"""
