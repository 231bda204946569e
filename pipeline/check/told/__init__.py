"""Remarks of rules -> findings that are told.

``finding``      a rule, a severity, a fingerprint      ``selection``    which rules apply
``echoes``       what follows from another finding      ``meeting``      how their places meet, on their ``ground``
``suppression``  what comments allow, and ``allowing``  ``repair``       edits that change nothing else
``stub``         a missing section's place-holder
"""
