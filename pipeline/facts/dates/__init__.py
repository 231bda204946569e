"""Text -> what it says of time.

``dates``      days and months            ``times``     times of day
``weekdays``   days of the week, nights   ``phases``    early, mid, late; seasons
``durations``  how long                   ``periods``   how often
``offsets``    how long before or after
``relative``   right on one day alone: today, gestern
"""
