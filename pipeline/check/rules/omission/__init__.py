"""Nothing that a block of the original says is left out.

In: an original and its translation. Out: remarks on what is lost inside of blocks that answer each other.

``sentences``  sentences, and the end of the translation
``added``      sentences that the translation alone has
``clauses``    clauses inside of sentences
``replaced``   sentences that say something else
``quoted``     quotations
``words``      negations, hedges
``twice``      two denials that are none
"""

from .added import sentence_added
from .clauses import clause_added, clause_missing
from .quoted import quotation_missing
from .replaced import sentence_replaced
from .sentences import sentences_missing, truncated
from .words import hedge_lost, negation_lost

__all__ = [
    "clause_added",
    "clause_missing",
    "hedge_lost",
    "negation_lost",
    "quotation_missing",
    "sentence_added",
    "sentence_replaced",
    "sentences_missing",
    "truncated",
]
