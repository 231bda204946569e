"""Text -> its numbers: sets of readings, with scale, unit, currency and bound.

``numbers``  all of a text, each a :class:`~.number.Number`   ``amounts``    digits or words and what is around them
``number``   a number as a fact                               ``measures``   scale, unit, currency, bound
``digits``   readings of digits                               ``spelled``    of words: ``german``, ``english``
``linked``   ranges, amounts of two units                     ``sizes``      how much it is in the first unit
``codes``    digits that are no number                        ``signs``      below zero, said by a word
``quantities``  how many: hardly any, some, most, all
"""
