"""Both languages carry hashtags for the same concepts, in a spelling that every network takes.

In: an original and its translation with the table of concepts, or one article. Out: remarks on tags.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..rule import House, Remark, Severity, remark, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ...model import Article, Hashtag, Span, Translation
    from ...reading import Reading
    from ...vocabulary.concepts import Concepts


@rule(Severity.ERROR)
def concept_missing(pair: Translation, house: House) -> Iterator[Remark]:
    """A hashtag's concept has no tag in the other language.

    Why it matters: who follows the concept in the other language does not find the article.

    Bad: `#KI #Datenschutz` in German, `#AI` in English.

    Good: `#KI #Datenschutz` in German, `#AI #DataProtection` in English, with an entry for the
    second in `hashtags.toml`. A German list may name one concept twice (`#KI #AI`).

    Repair: add the tag of the concept; where a language has none, give it an empty list in `hashtags.toml`.
    """
    original, article = pair.original, pair.article
    left, right = _open(original, article, house.concepts), _open(article, original, house.concepts)
    lost = list(_surplus(left, right, original, article, house.concepts))
    added = list(_surplus(right, left, article, original, house.concepts))
    while lost and added:  # one stands in the place of the other
        tag = added.pop(0)
        same = next((each for each in lost if each.name.casefold() == tag.name.casefold()), lost[0])
        lost.remove(same)
        if same.name.casefold() == tag.name.casefold():
            yield remark(tag.at, "“#{tag}” is the tag of the other language", related=same.at, tag=tag.name)
            continue
        yield remark(
            tag.at,
            "“#{tag}” does not name what “#{there}” of the original does",
            related=same.at,
            tag=tag.name,
            there=same.name,
        )
    for tag in lost:
        answer = house.concepts.answer(tag.name, original.language, article.language)
        if answer:
            said = "no hashtag for “#{tag}” of the original: add #{answer}"
            yield remark(_end(article), said, related=tag.at, tag=tag.name, answer=answer)
        else:
            yield remark(_end(article), "no hashtag for “#{tag}” of the original", related=tag.at, tag=tag.name)
    for tag in added:
        yield remark(
            tag.at, "“#{tag}” names nothing that the original's hashtags name", related=_end(original), tag=tag.name
        )


@rule(Severity.WARNING)
def unmapped(pair: Translation, house: House) -> Iterator[Remark]:
    """A hashtag is in no entry of `hashtags.toml`, and the other language spells none like it.

    Why it matters: nobody can tell which tag of the other language answers it.

    Bad: `#Datenschutz` in German and `#DataProtection` in English without an entry.

    Good: an entry `[data-protection]` with `de = ["Datenschutz"]` and `en = ["DataProtection"]`.

    Repair: add the lines that the message shows to `hashtags.toml`, under a name of your choice.
    """
    left = _unmapped(_open(pair.original, pair.article, house.concepts), pair.original, house.concepts)
    right = _unmapped(_open(pair.article, pair.original, house.concepts), pair.article, house.concepts)
    for tag, other in zip(left, right, strict=False):
        yield remark(
            other.at,
            "no entry for “#{there}” and “#{here}” in hashtags.toml; add three lines: "
            '`[{name}]`, `{language} = ["{there}"]`, `{other} = ["{here}"]`',
            related=tag.at,
            here=other.name,
            there=tag.name,
            name=other.name.casefold(),
            language=str(pair.original.language),
            other=str(pair.article.language),
        )


@rule(Severity.ERROR)
def invalid(reading: Reading) -> Iterator[Remark]:
    """A hashtag is none on every network.

    Why it matters: networks cut a tag at the first mark that they do not know: `#Open-Source` becomes `#Open`.

    Bad: `#Open-Source`, `#2025`, `#C++`

    Good: `#OpenSource`, `#Jahr2025`; umlauts are spelled out for you.

    Repair: use letters and digits, beginning with a letter, at most 50.
    """
    return reading.noted("hashtags/invalid")


@rule(Severity.WARNING)
def duplicate(reading: Reading) -> Iterator[Remark]:
    """A hashtag is given twice.

    Why it matters: networks count it twice against the limit; `#Künstlich` and `#Kuenstlich` are one tag.

    Bad: `#KI #ki`

    Good: `#KI`

    Repair: remove one of them.
    """
    return reading.noted("hashtags/duplicate")


@rule(Severity.WARNING)
def too_many(reading: Reading) -> Iterator[Remark]:
    """An article has more than ten hashtags.

    Why it matters: networks take a crowd of tags for an advertisement.

    Bad: twelve tags.

    Good: the five that readers follow.

    Repair: remove those that name the article least well.
    """
    return reading.noted("hashtags/too-many")


@rule(Severity.WARNING)
def all_lower_case(reading: Reading) -> Iterator[Remark]:
    """A long hashtag of several words has no capitals.

    Why it matters: screen readers read `#opensourcesoftware` as one word, and so do people.

    Bad: `#opensourcesoftware`

    Good: `#OpenSourceSoftware`

    Repair: begin each word with a capital letter.
    """
    return reading.noted("hashtags/all-lower-case")


@rule(Severity.WARNING)
def misplaced(reading: Reading) -> Iterator[Remark]:
    """A line of hashtags stands elsewhere than at the end.

    Why it matters: it would be published as text; Markdown makes a heading of `# KI`.

    Bad: `#KI #OpenSource` below the teaser.

    Good: the tags as the last paragraph, and nothing else with them.

    Repair: move the tags to the end of the file.
    """
    return reading.noted("hashtags/misplaced")


def _open(article: Article, other: Article, concepts: Concepts) -> tuple[Hashtag, ...]:
    """The tags of an article whose concept no tag of the other names, one for each concept."""
    answered = {concepts.concept(tag.name, other.language) for tag in other.hashtags}
    found = {concepts.concept(tag.name, article.language): tag for tag in reversed(article.hashtags)}
    answered |= {entry.name for entry in concepts.entries if entry.of(other.language) == ()}  # answered by nothing
    return tuple(tag for concept, tag in reversed(found.items()) if concept not in answered)


def _unmapped(tags: Sequence[Hashtag], article: Article, concepts: Concepts) -> tuple[Hashtag, ...]:
    known = {entry.name for entry in concepts.entries if entry.of(article.language)}
    return tuple(tag for tag in tags if concepts.concept(tag.name, article.language) not in known)


def _surplus(
    tags: Sequence[Hashtag], others: Sequence[Hashtag], article: Article, other: Article, concepts: Concepts
) -> tuple[Hashtag, ...]:
    """What is left when every tag without an entry may answer one of the other language without an entry."""
    free = _unmapped(tags, article, concepts)
    answered = free[: len(_unmapped(others, other, concepts))]
    return tuple(tag for tag in tags if tag not in answered)


def _end(article: Article) -> Span:
    """Where the hashtags stand, or would."""
    return article.hashtags[-1].at if article.hashtags else article.sections[-1].at
