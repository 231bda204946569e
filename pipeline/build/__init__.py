"""Stories and outputs -> an edition: everything is planned before anything is made, and put in place at once.

``families``     what ``--only`` can name                          ``wish``      what was asked for
``receipt``      what stands is current: nothing is loaded         ``done``      what became of it
``survey``       stories -> findings and cards (``examine``), remembered where nothing changed (``memory``)
``published``    cards -> those that are published                 ``addresses`` where everything stands
``outlines``     cards -> what articles depend on                  ``covers``    cards -> what their pictures show
``shelves``      cards -> what front pages, indexes and feeds see
``reach``        what every output depends on                      ``program``   what tells this program from another
``plan``         all of these -> steps with keys
``sheets``       outlines and stories -> values of steps
``run``          steps -> bytes, on an ``executor`` and within ``limits``; a ``parcel`` takes the theme to a cluster
``proof``        outputs held against their article (``pdftext``)
``edition``      all of this, in order; ``journal`` and ``stock`` know what was made, ``publish`` exchanges
``extra``        files that a command adds                         ``merge``     editions of shards -> one
"""
