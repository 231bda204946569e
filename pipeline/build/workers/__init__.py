"""Where steps run, within which limits, and by which program.

``executor``  this process, a pool, a Dask cluster   ``processes``  forked from this one
``limits``    time and memory of a step              ``stops``      templates and styles that were stopped
``parcel``    theme and settings for another machine  ``program``   what tells this program from another
"""
