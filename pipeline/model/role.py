"""What the sections of an article are for.

In: nothing. Out: :class:`Role`.
"""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What a section is for. The value is the id by which a heading can claim the role."""

    TEASER = "teaser"
    KEY_POINTS = "key-points"
    MAIN_QUESTION = "main-question"
    QUESTIONS = "questions"
    ANSWERS = "answers"
    ANALYSIS = "analysis"
    UPDATE_NOTICE = "update-notice"
    CONCLUSION = "conclusion"
    CALL_TO_ACTION = "call-to-action"
    SOURCES = "sources"
    HASHTAGS = "hashtags"
