"""content/ -> Library: it reads and aligns one story at a time, and keeps few of them at once.

In: a folder with ``de/`` and ``en/``, the settings. Out: stories on demand, and the card of each article.
"""

from __future__ import annotations

import posixpath
import re
from collections import OrderedDict
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from .digest import digest
from .errors import UsageError
from .findings import Fault, Message, remark
from .frozen import dataclass
from .listing import CONTENT, manuscripts
from .model import Card, Language, Node, Span, Translation
from .reading import Reading
from .record import FAULTS, plain, value
from .record.story import alignment, alignment_row, article, article_row
from .store import STORIES, digest_of, named

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from .config import Settings
    from .listing import Manuscripts
    from .model import Alignment, Article
    from .store import Store
    from .vocabulary.concepts import Concepts

AWAY = re.compile(r"#|[A-Za-z][A-Za-z0-9+.-]*:")
"""How addresses begin that name no file of ours."""
NAMING = {"img": "src", "a": "href"}
"""Elements that name a file, and the attribute that does."""
Faults = tuple[Fault, ...]
HELD = 16
"""Stories that are held in memory: a pair of 2,400 words each takes about 200 KB."""


@dataclass(frozen=True, slots=True)
class Story:
    """One piece in all its languages: what was read of it (original first), and its translations."""

    name: str
    readings: tuple[Reading, ...]
    translations: tuple[Translation, ...]

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles that could be read, the original first."""
        return tuple(reading.article for reading in self.readings if reading.article)

    def article(self, language: Language) -> Article | None:
        """The article in a language, if there is one."""
        return next((article for article in self.articles if article.language == language), None)


def readers() -> tuple[Callable[..., Reading], Callable[[Article, Article], Alignment]]:
    """What reads a manuscript and aligns two articles; who forks processes that do asks for it before."""
    from .align import align  # noqa: PLC0415 - 40 ms and 3 MiB, not where all stories are known
    from .read import read  # noqa: PLC0415 - 60 ms and 6 MiB, as above

    return read, align


def story_of(name: str, readings: Iterable[Reading], original: Language) -> Story:
    """A story from what was read of it: the original first, each translation aligned with it."""
    ordered = tuple(sorted(readings, key=lambda reading: (reading.language != original, reading.language)))
    articles = [reading.article for reading in ordered if reading.article]
    if not articles or articles[0].language != original:
        return Story(name, ordered, ())
    _, align = readers()
    first, *others = articles
    return Story(name, ordered, tuple(Translation(first, each, align(first, each)) for each in others))


def read_story(
    root: Path, name: str, paths: Iterable[str], settings: Settings, given: Mapping[str, bytes] | None = None
) -> Story:
    """A story as its files are now, or as ``given``; a UsageError where a file cannot be read."""
    data = {path: given[path] if given and path in given else _bytes(root, path) for path in paths}
    return _looked_up(root, _of_bytes(name, data, settings))


def _of_bytes(name: str, data: Mapping[str, bytes], settings: Settings) -> Story:
    read, _ = readers()
    readings = [read(path, each, name, Language(path.split("/")[1]), settings) for path, each in data.items()]
    return story_of(name, readings, settings.publication.original)


def _looked_up(root: Path, story: Story) -> Story:
    """A story with what depends on other files than its manuscripts: whether those that it names are there."""
    return replace(story, readings=tuple(whole(each, lambda path: (root / path).is_file()) for each in story.readings))


def whole(reading: Reading, is_there: Callable[[str], bool]) -> Reading:
    """What was read, with a fault for each file of ``content/`` that it names and that is not there."""
    named = _named(reading.article) if reading.article else ()
    faults = tuple(
        Fault("links/missing-file", remark(at, "there is no file {path}", path=f"{CONTENT}/{path}"))
        for path, at in named
        if not is_there(f"{CONTENT}/{path}")
    )
    return replace(reading, faults=(*reading.faults, *faults)) if faults else reading


def _named(article: Article) -> Iterator[tuple[str, Span]]:
    """The files below ``content/`` that an article shows or links, with the places where it names them."""
    if article.front.image and article.front.image.src:
        yield _below(article.front.image.src), article.front.image.at
    for node in _nodes(article):
        given = node.get(NAMING[node.tag]) if node.tag in NAMING else ""
        if given and not AWAY.match(given):
            yield _below(given), node.at


def _below(given: str) -> str:
    """The path below ``content/`` of what the tree carries: encoded, perhaps with a fragment."""
    return unquote(given.partition("#")[0]).removeprefix("../")


def _bytes(root: Path, path: str) -> bytes:
    try:
        return (root / path).read_bytes()
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise UsageError(Message("this file cannot be read: {why}", (("why", why),)), Span(path, 1)) from None


class Library:
    """The stories of a publication, one at a time.

    What was read of a story lies in the ``store`` under the digests of its manuscripts and of ``reader`` (what reading
    depends on beside them), so that each manuscript is parsed once, whoever asks; without it a story is read again.
    """

    def __init__(
        self, root: Path, settings: Settings, store: Store | None = None, reader: str = "", *, held: int = HELD
    ) -> None:
        self.root, self.settings, self.store, self.reader = root, settings, store, reader
        self._held: OrderedDict[str, Story] = OrderedDict()
        self._room = held

    @cached_property
    def manuscripts(self) -> Manuscripts:
        """The manuscripts of each story, by paths from the root."""
        return manuscripts(self.root, (language for language, _ in self.settings.publication.languages))

    def story(self, name: str, paths: Sequence[str] = (), *, is_checked: bool = True) -> Story:
        """A story from its manuscripts (none: those that are there); a UsageError where one cannot be read.

        Only where it ``is_checked`` its readings have faults for files that it names and that are not there.
        """
        found = self._held.pop(name, None)
        if found is None:
            data = {path: _bytes(self.root, path) for path in paths or self.manuscripts[name]}
            found = self._known(name, data, self.store) if self.store else _of_bytes(name, data, self.settings)
        self._held[name] = found
        if len(self._held) > self._room:
            self._held.popitem(last=False)
        return _looked_up(self.root, found) if is_checked else found

    def _known(self, name: str, data: Mapping[str, bytes], store: Store) -> Story:
        """A story from the store, else read and kept there."""
        made = [self.reader, *([path, digest_of(each)] for path, each in data.items())]
        found = _recalled(name, made, store.document(named(STORIES, name)), data)
        if found is None:
            found = _of_bytes(name, data, self.settings)
            store.keep(named(STORIES, name), (made, *_row(found, data)))
        return found


def _row(story: Story, data: Mapping[str, bytes]) -> tuple[Any, Any]:
    """A story as JSON has it."""
    readings = tuple(
        (
            *(each.language.value, each.path, each.digest, plain(each.faults)),
            each.article and article_row(each.article, data[each.path]),
        )
        for each in story.readings
    )
    return readings, tuple(alignment_row(each.alignment, each.original, each.article) for each in story.translations)


def _recalled(name: str, made: object, row: Any, data: Mapping[str, bytes]) -> Story | None:  # noqa: ANN401 - a JSON value
    """The story of a row that was made of the same; None if it is of another form."""
    try:
        known, readings, alignments = row
        if known != made:
            return None
        read_before = tuple(
            Reading(
                name,
                Language(language),
                path,
                given if given is None else article(given, data[path]),
                value(faults, Faults),
                digest,
            )
            for language, path, digest, faults, given in readings
        )
        if not _is_of(read_before, name, dict(known[1:])):
            return None
        first, *others = tuple(each.article for each in read_before if each.article) or (None,)
        translations = tuple(
            Translation(first, each, alignment(pairs, first, each))
            for each, pairs in zip(others, alignments, strict=False)
            if first and each
        )
    except FAULTS:
        return None
    return Story(name, read_before, translations)


def _is_of(readings: Sequence[Reading], name: str, digests: Mapping[str, str]) -> bool:
    """Whether readings and their articles are those of a story's manuscripts."""
    articles = {each.path: (each.path, each.digest, name, each.language) for each in readings}
    made = {
        each.path: (
            each.article.manuscript.path,
            each.article.manuscript.digest,
            each.article.story,
            each.article.language,
        )
        for each in readings
        if each.article
    }
    return {each.path: each.digest for each in readings} == digests and made.items() <= articles.items()


def card_of(article: Article, concepts: Concepts) -> Card:
    """What other pages need of an article."""
    front = article.front
    tagged = tuple((tag.name, concepts.concept(tag.name, article.language)) for tag in article.hashtags)
    card = Card(
        story=article.story,
        language=article.language,
        slug=article.slug,
        path=article.manuscript.path,
        kind=front.kind,
        title=front.title,
        description=article.description,
        date=front.date,
        modified=article.modified,
        updates=front.updates,
        authors=front.authors,
        image=front.image,
        draft=front.draft,
        aliases=front.aliases,
        concepts=tuple(dict.fromkeys(concept for _, concept in tagged)),
        hashtags=tuple(tag.name for tag in article.hashtags),
        headings=" ".join(each.title for each in article.sections if each.level > 1),
        words=article.words,
        digest="",
        sources=len(article.sources),
        subject=front.subject,
        preheader=front.preheader,
        tagged=tagged,
        origin=front.origin,
        translation=front.translation,
        translator=front.translator,
        editor=front.editor,
    )
    return replace(
        card,
        face=digest(card),
        digest=article.manuscript.digest,
        links=tuple(sorted(_links(article))),
        pictures=tuple(sorted(_pictures(article))),
        files=tuple(sorted({path for path, _ in _named(article) if path.startswith("media/")})),
    )


def _links(article: Article) -> Iterator[str]:
    """The manuscripts that an article links, as ``content/…``: from its own folder, or from ``content/``."""
    folder = posixpath.dirname(f"{article.language.value}/{article.story}")
    for given in {node.get("href").partition("#")[0] for node in _nodes(article) if node.tag == "a"}:
        if given.endswith(".md"):
            yield from {f"{CONTENT}/{given}", f"{CONTENT}/{posixpath.normpath(posixpath.join(folder, given))}"}


def _pictures(article: Article) -> set[str]:
    """The pictures that an article shows, by their paths below ``content/``."""
    found = {node.get("src").removeprefix("../") for node in _nodes(article) if node.tag == "img"}
    return found | ({article.front.image.src.removeprefix("../")} if article.front.image else set())


def _nodes(article: Article) -> Iterator[Node]:
    tops = [block.node for section in article.sections for block in section.blocks]
    tops += [child for note in article.notes for child in note.children if isinstance(child, Node)]
    for top in tops:
        yield from top.walk()
