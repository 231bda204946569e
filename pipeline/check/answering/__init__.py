"""Texts of an original and of its translation -> what answers what, below the blocks that are aligned.

``lines``      lines and sentences            ``beads``      sentences that were cut or joined
``anchored``   words                          ``lists``      items of lists
``crossed``    texts in each other's places   ``crossing``   two things of a sentence in each other's places
``waiting``    what has no answer yet         ``elsewhere``  what a section lacks, and another has
``gaps``       where something would stand    ``losses``     what is lost with a block
``moments``    dates and times that agree     ``called``     what stands for somebody's name
``degrees``    more of a quality, less of it  ``offset``     so long before, so long after
``modals``     must and may before one verb
"""
