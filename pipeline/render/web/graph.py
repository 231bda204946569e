"""A sheet -> JSON-LD: the article, its questions, its place in the publication.

In: a sheet. Out: JSON that is safe inside a script element. Terms are those of schema.org.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ...model import Role
from ..dates import moment, newest

if TYPE_CHECKING:
    from ...model import Citation
    from ..output import Sheet

SAFE = (("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026"), ("\u2028", "\\u2028"), ("\u2029", "\\u2029"))


def graph(sheet: Sheet) -> str:
    """The graph of an article's page."""
    parts = [_page(sheet)] if sheet.article.front.kind == "page" else [_article(sheet), *_questions(sheet)]
    return dumped({"@context": "https://schema.org", "@graph": [*parts, _trail(sheet)]})


def dumped(value: Any) -> str:  # noqa: ANN401 - any JSON
    """JSON that can stand in HTML: no tag can begin in it."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for mark, safe in SAFE:
        text = text.replace(mark, safe)
    return text


def publisher(sheet: Sheet) -> dict[str, Any]:
    """Who publishes."""
    publication = sheet.settings.publication
    name = publication.publisher or publication.name
    return {"@type": "Organization", "name": name, "url": publication.base_url}


def _article(sheet: Sheet) -> dict[str, Any]:
    article, settings, here = sheet.article, sheet.settings, sheet.address("page")
    front = article.front
    authors = [_person(author.name, author.url) for author in front.authors]
    log = [
        {"@type": "CorrectionComment", "text": update.text, "datePublished": update.date.isoformat()}
        for update in front.updates
        if update.kind == "correction"
    ]
    found: dict[str, Any] = {
        "@type": "NewsArticle",
        "@id": f"{here}#article",
        "url": here,
        "mainEntityOfPage": here,
        "headline": front.title,
        "description": article.description,
        "inLanguage": settings.publication.locale(article.language),
        "datePublished": moment(front.date, settings).isoformat(),
        "dateModified": newest(front.date, article.modified, settings).isoformat(),
        "author": authors or [publisher(sheet)],
        "editor": _person(front.editor, "") if front.editor else None,
        "publisher": publisher(sheet),
        "image": sheet.address("picture"),
        "keywords": [tag.name for tag in article.hashtags],
        "wordCount": article.words,
        "isAccessibleForFree": True,
        "citation": [_citation(each, article.language.value) for each in article.sources],
        "correction": log,
    }
    found |= _translation(sheet)
    return {name: value for name, value in found.items() if value not in (None, "", [])}


def _translation(sheet: Sheet) -> dict[str, Any]:
    """The other language's article, from both sides."""
    other = sheet.address("counterpart")
    if not other or sheet.counterpart is None:
        return {}
    publication = sheet.settings.publication
    is_original = sheet.article.language == publication.original
    work = {
        "@type": "NewsArticle",
        "@id": f"{other}#article",
        "url": other,
        "headline": sheet.counterpart.front.title,
        "inLanguage": publication.locale(sheet.counterpart.language),
    }
    translator = sheet.article.front.translator
    if is_original:
        return {"workTranslation": work}
    return {"translationOfWork": work, "translator": _person(translator, "") if translator else None}


def _person(name: str, url: str) -> dict[str, str]:
    return {"@type": "Person", "name": name, **({"url": url} if url else {})}


def _citation(source: Citation, language: str) -> dict[str, Any]:
    found = {
        "@type": "CreativeWork",
        "name": source.title or source.url,
        "url": source.url,
        "publisher": {"@type": "Organization", "name": source.publisher} if source.publisher else None,
        "datePublished": source.published.isoformat() if source.published else None,
        "inLanguage": source.language or language,
    }
    return {name: value for name, value in found.items() if value}


def _questions(sheet: Sheet) -> list[dict[str, Any]]:
    """The questions that are visible as headings, with their answers as text."""
    here = sheet.address("page")
    found = []
    for section in sheet.article.sections:
        # The beginning of the answer: the whole of it would double the page.
        answer = next((block.text for block in section.blocks if block.text), "")
        if section.role is Role.ANSWERS and section.level > 2 and answer and section.title:  # noqa: PLR2004 - a part
            found.append(
                {
                    "@type": "Question",
                    "name": section.title,
                    "url": f"{here}#{section.id}",
                    "acceptedAnswer": {"@type": "Answer", "text": answer},
                }
            )
    if not found:
        return []
    language = sheet.settings.publication.locale(sheet.article.language)
    return [{"@type": "FAQPage", "@id": f"{here}#questions", "url": here, "inLanguage": language, "mainEntity": found}]


def _page(sheet: Sheet) -> dict[str, Any]:
    here = sheet.address("page")
    return {
        "@type": "WebPage",
        "@id": here,
        "url": here,
        "name": sheet.article.front.title,
        "inLanguage": sheet.settings.publication.locale(sheet.article.language),
        "publisher": publisher(sheet),
    }


def _trail(sheet: Sheet) -> dict[str, Any]:
    steps = (
        (sheet.settings.publication.name, sheet.address("front")),
        (sheet.article.front.title, sheet.address("page")),
    )
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": name, "item": address}
            for place, (name, address) in enumerate(steps, 1)
        ],
    }
