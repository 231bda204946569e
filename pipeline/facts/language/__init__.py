"""Text -> in which language, spelling and manner it is, and whose words are no translations.

``idiom``    German or English        ``friends``  false friends
``calques``  compounds part by part   ``manners``  address, gender notation, spelling
``terms``    words of the glossary
"""
