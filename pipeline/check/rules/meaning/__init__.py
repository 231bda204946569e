"""A sentence of the translation means what the original's means.

In: an original and its translation. Out: remarks on sentences that answer each other and say different things.

``actors``    who does it, for whom it is done to
``doubt``     what the original does not doubt
``exchanged`` what is said of one thing, said of the other
``negation``  what the original does not deny
``opposite``  less for more, before for after, may for must
``quantity``  how many
``speaker``   words that are given to another speaker
``turned``    cause for effect, and the smaller for the larger
"""

from .actors import actors_exchanged
from .doubt import hedge_added
from .exchanged import exchanged
from .negation import negation_added
from .opposite import opposite
from .quantity import other_quantity
from .speaker import other_speaker
from .turned import turned

__all__ = [
    "actors_exchanged",
    "exchanged",
    "hedge_added",
    "negation_added",
    "opposite",
    "other_quantity",
    "other_speaker",
    "turned",
]
