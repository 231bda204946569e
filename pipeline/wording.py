"""A message -> its text in German or English.

In: a :class:`~pipeline.findings.Message`. Out: text. English is the template itself; German comes from the program's
catalogue, ``locale/de/LC_MESSAGES/messages.po``: compiled in a wheel, in a checkout by Babel once.
What the catalogue lacks is shown in English.
"""

from __future__ import annotations

import gettext
from functools import cache
from pathlib import Path

from .findings import Message

DOMAIN = "messages"
WORDS = ("language", "manner", "where")
"""Arguments that are words of ours, and no text of an article."""
SAID = (
    Message("German"),
    Message("English"),
    Message("British"),
    Message("American"),
    Message("original"),
    Message("translation"),
)
"""What those arguments can be."""


OF_FILE = "{target}: "
"""What stands before a message about a file of the edition."""


def of_file(target: str, message: Message) -> Message:
    """A message about a file of the edition."""
    return Message(OF_FILE + message.template, (*message.arguments, ("target", target)))


ALIKE = Message("; the same holds for more files: {more}").template
"""What stands behind a message that is true of other files, too."""


def of_many(message: Message, more: int) -> Message:
    """A message about a file, with how many more it is true of."""
    return Message(message.template + ALIKE, (*message.arguments, ("more", more))) if more else message


def say(message: Message, language: str) -> str:
    """A message in a language, ``de`` or ``en``."""
    arguments = {
        name: translated(value, language) if name in WORDS and isinstance(value, str) else value
        for name, value in message.arguments
    }
    return translated(message.template, language).format_map(arguments)


def translated(template: str, language: str) -> str:
    """A template in a language; behind the name of a file, and before others, each is known as it is without."""
    if not template or language == "en":
        return template
    if template.endswith(ALIKE) and template != ALIKE:
        return translated(template.removesuffix(ALIKE), language) + translated(ALIKE, language)
    said = _catalogue(language).gettext(template)
    is_of_file = said == template and template.startswith(OF_FILE)
    return OF_FILE + translated(template.removeprefix(OF_FILE), language) if is_of_file else said


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    folder = Path(__file__).parent / "locale" / language / "LC_MESSAGES"
    compiled, source = folder / f"{DOMAIN}.mo", folder / f"{DOMAIN}.po"
    if compiled.is_file():
        with compiled.open("rb") as file:
            return gettext.GNUTranslations(file)
    from .locales import catalogue  # noqa: PLC0415 - only a checkout needs it, and only in German

    return catalogue(source.read_bytes() if source.is_file() else b"")
