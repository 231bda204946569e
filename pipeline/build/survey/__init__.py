"""Stories -> what is known of them: findings and cards.

``survey``    of all stories                       ``examine``   those that are read and checked, on all cores
``memory``    what earlier runs found              ``wish``      what was asked for, of which ``families``
"""
