"""Cards x outputs -> what is to be made, before anything is.

``plan``       steps and their keys              ``reach``      what every key holds beside its value
``outlines``   what an article's outputs show    ``shelves``    what indexes and feeds show; ``covers``
``published``  cards that are published          ``addresses``  where everything stands
``sheets``     what an output is made of
"""
