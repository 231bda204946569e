"""What follows from a finding is not told again: one cause is one finding.

In: the findings of a story and its articles. Out: the findings without those that another one explains.

A section that is missing lacks its sources and answers as well; a paragraph that was not translated has German words
and no English numbers; a heading without its space is no heading, so a section is missing. Each line of
:data:`ECHOES` names causes, what they explain, and how the places of the two must meet (:mod:`.meeting`).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from ...findings import Severity
from ...frozen import dataclass
from .ground import Ground
from .meeting import (
    answering,
    at_place,
    behind,
    beside,
    comparing,
    further_inside,
    in_article,
    in_section,
    inside,
    next_to,
    next_word,
    of_items,
    on_line,
    pointing,
    start,
)
from .stub import MISSING, TRUNCATED, UNFILLED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from ...findings import Finding
    from ...model import Article

    Meeting = Callable[[Sequence[Finding], Ground], Callable[[Finding], bool]]
    """Of some causes and the ground: whether a finding stands where one of them explains it."""

FACTS = (
    *("numbers/", "dates/", "terms/", "meaning/", "omission/hedge-lost", "omission/negation-lost"),
    "omission/quotation-missing",
)
"""What is lost with the words around it."""
MARKED = ("parity/footnote-differs", "sources/citation-missing")
"""What is known by its mark, and lost with it."""
SHAPE = (
    *("parity/missing-section", "parity/missing-block", "parity/extra-block", "parity/list-shape"),
    *("parity/table-shape", "parity/code-differs", "omission/sentences-missing"),
)
"""What becomes of a text whose marks are read otherwise than they were meant."""
PART = "meta/missing-part"
LATE = frozenset((MISSING, "parity/footnote-differs", "parity/list-shape"))
"""What is missing of what the original has behind the place where a translation was cut off."""
END = (
    *(PART, "hashtags/concept-missing", "questions/unanswered", "sources/missing", "sources/unknown-key"),
    "markup/unknown-footnote",
)
"""What stands at the end of an article, and what points to it."""


@dataclass(frozen=True, slots=True)
class Echo:
    """Causes of a severity, how the places must meet, and the rules (or families, with a stroke) that are explained.

    What stands in both languages alike explains no difference: ``uneven`` causes are more in one than in the other.
    """

    causes: tuple[str, ...]
    meeting: Meeting
    rules: tuple[str, ...]
    least: Severity = Severity.INFO
    uneven: bool = False

    def of(self, findings: Sequence[Finding], ground: Ground) -> Iterator[Finding]:
        """The findings that are explained."""
        causes = [each for each in findings if each.rule.startswith(self.causes) and each.severity >= self.least]
        causes = list(_uneven(causes)) if self.uneven else causes
        if not causes:
            return
        explained = self.meeting(causes, ground)
        for finding in findings:
            if finding.rule.startswith(self.rules) and not finding.rule.startswith(self.causes) and explained(finding):
                yield finding


def _uneven(causes: Sequence[Finding]) -> Iterator[Finding]:
    """The findings of which a manuscript has more than the others."""
    counts = Counter((each.rule, each.at.path) for each in causes)
    for each in causes:
        others = (count for (rule, path), count in counts.items() if rule == each.rule and path != each.at.path)
        if counts[each.rule, each.at.path] > max(others, default=0):
            yield each


ECHOES = (
    Echo(
        ("language/untranslated", "language/wrong-language"),
        inside,
        (*FACTS, "omission/", "style/", "language/leftover", "language/false-friend", "questions/"),
    ),
    Echo(("language/untranslated",), inside, ("language/wrong-language",)),
    Echo(("language/wrong-language",), further_inside, ("language/untranslated",)),
    Echo(
        ("parity/missing-section",),
        answering,
        ("sources/missing", "parity/footnote-differs", "sources/citation-missing"),
    ),
    Echo(("parity/missing-section",), next_to, ("parity/extra-block", "parity/list-shape")),
    Echo(("parity/extra-section",), beside, ("parity/missing-block", "omission/sentences-missing")),
    Echo(
        ("parity/missing-block", "omission/sentences-missing"),
        answering,
        (*FACTS, *MARKED),
    ),
    Echo(("parity/missing-block", "omission/sentences-missing"), answering, ("parity/link-differs",)),
    Echo(("parity/extra-block", "omission/sentence-added"), inside, (*FACTS, *MARKED, "parity/link-differs")),
    Echo(("omission/sentence-added",), inside, ("omission/clause-added",)),
    Echo(("parity/list-shape",), of_items, ("parity/link-differs",), Severity.ERROR),
    Echo(("parity/link-to-other-language",), at_place, ("parity/link-differs",)),
    Echo(("parity/list-shape", "parity/table-shape", "omission/quotation-missing"), answering, FACTS[:-1]),
    Echo(("language/false-friend",), answering, ("omission/hedge-lost",)),
    Echo(("omission/clause-missing",), answering, ("omission/hedge-lost", "omission/negation-lost"), Severity.WARNING),
    Echo(("language/false-friend", "dates/changed"), at_place, ("terms/noun-exchanged", "meaning/opposite")),
    Echo(("parity/repeated-text",), on_line, (*FACTS, "parity/mark-moved", "omission/sentence-replaced")),
    Echo(
        ("parity/order-differs", "parity/missing-block", "omission/sentences-missing"),
        in_section,
        ("parity/mark-moved",),
    ),
    Echo(("terms/name-replaced",), at_place, ("terms/name-missing",)),
    Echo(("terms/name-replaced",), answering, ("terms/name-missing", "terms/noun-exchanged")),
    Echo(("terms/noun-exchanged",), at_place, ("meaning/opposite",)),
    Echo(
        ("numbers/bound-differs", "numbers/changed", "dates/changed"),
        next_word,
        ("meaning/", "omission/negation-lost", "omission/hedge-lost"),
    ),
    Echo(("meaning/opposite",), next_word, ("omission/hedge-lost", "omission/negation-lost")),
    Echo(("parity/order-differs",), in_section, ("omission/sentence-replaced", "terms/noun-exchanged")),
    Echo(("terms/forbidden-term",), answering, ("terms/unexpected-term",)),
    Echo(("parity/footnote-differs",), at_place, ("markup/unused-footnote", "markup/unknown-footnote")),
    Echo(("parity/extra-section",), at_place, ("questions/not-listed",)),
    Echo(("parity/moved-section",), at_place, ("questions/order-differs",)),
    Echo(("parity/level-differs",), at_place, ("markup/level-skipped", "questions/not-listed")),
    Echo(("language/untranslated", "language/wrong-language"), on_line, ("questions/different-words",)),
    Echo(("parity/missing-section",), next_to, ("parity/level-differs", "parity/code-differs")),
    Echo(("markup/picture-without-description",), at_place, ("parity/image-description",)),
    Echo(("parity/image-description",), inside, ("language/",)),
    Echo(
        ("questions/not-a-question", "language/untranslated", "language/wrong-language"),
        pointing,
        ("questions/different-words",),
    ),
    Echo(("sources/unknown-key",), in_section, ("sources/citation-missing",)),
    Echo(("links/remote-picture",), on_line, ("parity/extra-block", "parity/image-differs")),
    Echo(("language/leftover",), at_place, ("style/typography",)),
    Echo(("hashtags/invalid",), at_place, ("hashtags/unmapped", "hashtags/concept-missing")),
    Echo(("hashtags/misplaced",), in_article, ("hashtags/concept-missing",)),
    Echo(
        ("sources/missing-address", "sources/invalid-address", "sources/tracking", "sources/insecure"),
        on_line,
        ("sources/address-differs",),
    ),
    Echo(("sources/duplicate",), on_line, ("sources/extra",)),
    Echo(("sources/missing",), in_article, ("sources/unknown-key", "sources/citation-missing")),
    Echo(("sources/missing", "sources/extra", "sources/duplicate"), in_section, ("parity/list-shape",)),
    Echo(("questions/unanswered", "questions/not-listed"), in_section, ("parity/list-shape",)),
    Echo(
        ("links/empty-address", "links/forbidden-address", "links/outside-content", "links/undefined-reference"),
        in_section,
        ("parity/link-differs",),
        uneven=True,
    ),
    Echo(("markup/heading-without-space", "markup/empty-heading"), in_section, SHAPE, uneven=True),
    Echo(("markup/missing-blank-line",), in_section, SHAPE, Severity.ERROR, uneven=True),
    Echo(("markup/unclosed-fence", "meta/cut-by-comment", "markup/unreadable-comment"), behind, (*SHAPE, *END)),
    Echo(("meta/unreadable", "meta/missing-front-matter"), in_article, ("meta/missing",)),
    Echo(("meta/unreadable", "meta/missing-front-matter"), comparing, ("",)),
    Echo(("meta/wrong", "meta/yaml-feature"), on_line, ("story/",)),
    Echo(("meta/wrong", "meta/yaml-feature"), pointing, ("story/",)),
    Echo(("omission/truncated",), in_article, END),
    Echo(
        ("omission/truncated",),
        in_section,
        (*FACTS, "parity/missing-block", "parity/list-shape", "omission/sentences-missing"),
    ),
)


def without_echoes(findings: Iterable[Finding], articles: Iterable[Article]) -> tuple[Finding, ...]:
    """The findings without those that another one explains, and without what else is missing in a stub."""
    ground = Ground.of(articles)
    found = tuple(findings)
    gone = {each.fingerprint for echo in ECHOES for each in echo.of(found, ground)}
    gone |= {each.fingerprint for each in (*_of_parts(found, ground), *_of_the_end(found))}
    gone |= {each.fingerprint for each in found if ground.is_stub(each.at) and each.rule not in {UNFILLED, MISSING}}
    repairs = {start(each.at): each.repair for each in found if each.rule == "style/typography" and each.repair}
    return tuple(
        replace(each, repair=each.repair or repairs.get(start(each.at))) if each.rule == "language/leftover" else each
        for each in found
        if each.fingerprint not in gone
    )


def _of_parts(findings: Sequence[Finding], ground: Ground) -> Iterator[Finding]:
    """What a part lacks that is missing as a section: that it is required, and the answers that were in it."""
    lost = [each for each in findings if each.rule == MISSING and each.related]
    moved = [
        each for each in findings if each.rule in {"parity/level-differs", "parity/missing-block"} and each.related
    ]
    roles = {(each.at.path, role) for each in lost for role in ground.roles(each.related[0].at)}
    roles |= {(each.at.path, ground.role(each.related[0].at)) for each in moved}
    answers = Counter(each.at.path for each in lost for role in ground.roles(each.related[0].at) if role == "answers")
    unanswered = [each for each in findings if each.rule == "questions/unanswered"]
    asked = Counter(each.at.path for each in unanswered)
    yield from (each for each in unanswered if asked[each.at.path] <= answers[each.at.path])
    parts = {(each.at.path, _argument(each, "part")) for each in findings if each.rule == PART}
    yield from (e for e in findings if e.rule == PART and (e.at.path, _argument(e, "part")) in roles)
    yield from (e for e in findings if e.rule == "hashtags/concept-missing" and (e.at.path, "hashtags") in parts)


def _of_the_end(findings: Sequence[Finding]) -> Iterator[Finding]:
    """What is missing behind the place where a translation was cut off."""
    for cause in findings:
        if cause.rule != TRUNCATED or not _argument(cause, "count"):
            continue
        first, path = cause.related[0].at.line, cause.at.path
        later = (each for each in findings if each.related and each.related[0].at.line >= first)
        yield from (each for each in later if each.rule in LATE and each.at.path == path)


def _argument(finding: Finding, name: str) -> object:
    return dict(finding.message.arguments).get(name)
