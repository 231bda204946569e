"""Who does what to whom: two nouns or names that a translation has in each other's place.

In: two sentences with the answers of their words (:mod:`~pipeline.check.answering.anchored`).
Out: pairs of German nouns.

``phrases``   where noun phrases stand, and how
``acting``    who acts in a main clause
``passive``   what stands behind “by” and „von“
``embedded``  subject and object of a clause within, owner and owned
``governed``  what a preposition governs, and what is given up for something else
``persons``   pronouns
``directed``  who does it to whom, by verbs that are known
``paired``    clauses beside each other
``recipients``  the same of nouns
``verbs``     those that say the same from one side alone
``ways``      from where to where, and what is so instead
``marks``     where clauses begin
``beside``    what stands before and behind its denial
``across``    sentences beside each other
``units``     words with one answer, with those that stand in no dictionary
``places``    two words that have changed places
"""
