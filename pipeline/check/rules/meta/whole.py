"""What the front matter says fits the article and the day.

In: an article, the house. Out: remarks on missing parts, dates, origin.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....model import Language, Origin, Role, TranslationOrigin
from ...rule import House, Remark, Severity, remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....model import Article

NAMES = {
    Role.KEY_POINTS: {Language.DE: "Das musst du wissen", Language.EN: "What you need to know"},
    Role.MAIN_QUESTION: {Language.DE: "Hauptfrage", Language.EN: "Main question"},
    Role.QUESTIONS: {Language.DE: "Folgefragen (FAQs)", Language.EN: "Follow-up questions (FAQs)"},
    Role.ANSWERS: {Language.DE: "Antworten auf jede Frage", Language.EN: "Answers to each question"},
    Role.UPDATE_NOTICE: {Language.DE: "Regelmäßige Aktualisierung", Language.EN: "Regular updates"},
    Role.CONCLUSION: {Language.DE: "Fazit", Language.EN: "Conclusion"},
    Role.CALL_TO_ACTION: {Language.DE: "Mehr erfahren", Language.EN: "Find out more"},
    Role.SOURCES: {Language.DE: "Quellen", Language.EN: "Sources"},
}
"""How the heading of a part is written."""
TAGS = {Language.DE: "#KI #OpenSource", Language.EN: "#AI #OpenSource"}


@rule(Severity.ERROR)
def missing_part(article: Article, house: House) -> Iterator[Remark]:
    """A part that articles of this kind must have is missing.

    Why it matters: readers of an explainer expect its questions, answers and sources; the settings say which kind
    requires which parts.

    Bad: an article of kind `explainer` without sources.

    Good: all parts of its kind, or another `kind`.

    Repair: add the part under one of its headings, give a heading the part's name as its id
    (`## Belege {#sources}`), or change the kind.
    """
    kind = next((kind for kind in house.settings.kinds if kind.name == article.front.kind), None)
    for part in kind.required if kind else ():
        role = Role(part)
        if _has(article, role):
            continue
        template = "“{part}” is missing, and the kind “{kind}” requires it; write {example}"
        example = f"## {NAMES[role][article.language]}" if role in NAMES else part
        if role is Role.HASHTAGS:
            template = "“{part}” is missing, and the kind “{kind}” requires it; the last paragraph is: {example}"
            example = TAGS[article.language]
        yield remark(article.place("kind"), template, part=part, kind=article.front.kind, example=example)


def _has(article: Article, role: Role) -> bool:
    """Whether an article has a part, with something in it."""
    match role:
        case Role.HASHTAGS:
            return bool(article.hashtags)
        case Role.MAIN_QUESTION:
            return article.main_question is not None
        case Role.QUESTIONS:
            return bool(article.questions)
        case Role.SOURCES:
            return bool(article.sources)
        case Role.TEASER:
            return bool(article.sections[0].blocks)
        case _:
            return any(
                section.role is role and (section.blocks or role is Role.ANSWERS) for section in article.sections
            )


@rule(Severity.WARNING)
def future_date(article: Article, house: House) -> Iterator[Remark]:
    """A date lies in the future.

    Why it matters: the article would say that it appeared on a day that has not come.

    Bad: `date: 2205-02-22`

    Good: `date: 2025-02-22`

    Repair: correct the date; an article that is to appear later can be a `draft` until then.
    """
    days = [("date", article.published, article.place("date"))]
    days += [("updates", update.date, update.at) for update in article.front.updates]
    for key, day, at in days:
        if day > house.today:
            yield remark(at, "“{key}”: {day} lies in the future", key=key, day=day.isoformat())


@rule(Severity.WARNING)
def update_order(article: Article, house: House) -> Iterator[Remark]:
    """The updates are not in the order of their dates, or one is older than the article.

    Why it matters: the newest date is the article's date everywhere; a wrong one moves it in every list.

    Bad: an update of 2025-02-24, then one of 2025-02-23.

    Good: the oldest first, the newest last, none before `date`.

    Repair: correct the dates, or sort the list.
    """
    updates = article.front.updates
    is_original = article.language is house.settings.publication.original
    before = article.published if is_original or not updates else updates[0].date  # a translation may come later
    for update in updates:
        if update.date < before:
            yield remark(
                update.at,
                "the update of {day} stands behind {before}",
                day=update.date.isoformat(),
                before=before.isoformat(),
            )
        before = max(before, update.date)


@rule(Severity.ERROR)
def missing_editor(article: Article) -> Iterator[Remark]:
    """A text that was written by AI names nobody who is responsible for it.

    Why it matters: the AI Act (Art. 50(4)) asks that readers are told, unless a person is responsible for the text.

    Bad: `origin: ai`

    Good: `origin: ai` and `editor: Beispielredaktion`

    Repair: add `editor` with the name of a person or a newsroom.
    """
    if article.front.origin is Origin.AI and not article.front.editor:
        yield remark(article.place("origin"), "“origin: ai” asks for an editor; add editor: …")


@rule(Severity.ERROR)
def machine_translation(article: Article, house: House) -> Iterator[Remark]:
    """A translation that nobody has read is to be published.

    Why it matters: a machine changes figures and negations fluently.

    Bad: `translation: machine`

    Good: `translation: machine-reviewed`, once somebody has read it.

    Repair: read it and say so, or set `publish-machine-translations = true` in `[check]`; then it is labelled.
    """
    if article.front.translation is TranslationOrigin.MACHINE and not house.settings.check.publish_machine_translations:
        yield remark(article.place("translation"), "“translation: machine” is not published; read it first")
