"""Check, plan, make, publish: one edition.

In: a wish. Out: what was found, made, kept and removed. After any failure the old edition stands; what a failure
publishes is the table "What a failure publishes" of the command's documentation.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from ..errors import MakingError, OwnFaultError, PublishError, SettingsError, ZweiblattError
from ..findings import Message
from ..library import Library
from ..render.newsletter.legal import missing
from . import few
from .done import Done
from .make.causes import causes
from .make.run import pdf_trouble
from .plan.plan import plan
from .plan.published import neighbours
from .plan.reach import share
from .publish import journal, publish
from .publish.spare import Spare
from .publish.staged import Edition, counts_of, is_current
from .survey.survey import looked_at
from .workers.stops import Stops

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from .plan.outlines import Neighbours
    from .plan.plan import Step
    from .plan.reach import Shared
    from .survey.survey import Survey
    from .survey.wish import Wish


def build(wish: Wish) -> Done:
    """Make an edition and publish it, unless a finding or a failure forbids it."""
    wish = replace(wish, output=publish.place(wish.output, wish.root))
    settings = wish.house.settings
    if "newsletter" in wish.families and (error := missing(settings)):
        without = Message("or make everything but the newsletter: --only web,pdf,feeds,social")
        raise SettingsError(error.message, error.at, (*error.more, (without, None)))
    trouble = pdf_trouble() if "pdf" in wish.families else None
    families = tuple(name for name in wish.families if not (trouble and name == "pdf"))
    library = Library(wish.root, settings, wish.memory.store, wish.memory.reader, held=1)
    found, held, hidden = looked_at(library, wish)
    failures = (trouble,) if trouble else ()
    checked = Done(found.findings, wish.count(found.manuscripts), is_published=False, failures=failures, known=hidden)
    if not wish.keep_going and any(each.severity >= settings.check.fail_on for each in found.findings):
        return checked
    if wish.dry_run:
        return _tried(found, wish, families, held, checked)
    try:
        with publish.lock(wish.output):
            return _made(library, found, wish, families, held, checked)
    except OSError as error:
        why = f"{error.strerror or error} ({error.filename})" if error.filename else error.strerror or str(error)
        arguments = (("path", wish.output.as_posix()), ("why", why))
        failure: ZweiblattError = PublishError(
            Message("{path} could not be written: {why}; the old edition stands", arguments)
        )
    except (MakingError, OwnFaultError) as error:
        failure = error
    return replace(checked, failures=(*failures, failure))


def _tried(found: Survey, wish: Wish, families: Sequence[str], held: frozenset[tuple[str, str]], done: Done) -> Done:
    """What would be made."""
    known = journal.load(wish.output)
    shared = share(wish, families)
    steps = _steps(found, wish, _around(found, wish, held, known, shared), shared)
    stale = {step.target for step in steps if _is_stale(step, known, wish.output)}
    return replace(done, failures=(), counts=counts_of(steps, stale, Counter()))


def _made(  # noqa: PLR0913, PLR0917 - all that an edition is made of
    library: Library,
    found: Survey,
    wish: Wish,
    families: Sequence[str],
    held: frozenset[tuple[str, str]],
    done: Done,
) -> Done:
    """The edition, made and published; what making shows of an article is planned anew without that article."""
    shared = share(wish, families)
    last = few.recall(wish, found, held, done, shared)
    if last and (quick := few.build(last, library, wish, done)):
        return quick
    known, stops = journal.load(wish.output), Stops()
    while True:
        around = _around(found, wish, held, known, shared)
        steps = _steps(found, wish, around, shared)
        with publish.staging(wish.output) as folder:
            spare = Spare(wish.memory.store, wish.output)
            edition = Edition(wish, folder, known, spare, list(done.findings), list(done.failures), stops)
            done = replace(edition.publish(steps, held, library, found), known=done.known)
            bad = _whole(edition.bad, wish) - held
        few.keep(wish, found, held, done, shared, around, steps, edition.entries)
        if done.is_published or not wish.keep_going or not bad:
            return replace(done, failures=causes((*done.failures, *stops.told())))
        held |= bad


def _whole(bad: Iterable[tuple[str, str]], wish: Wish) -> frozenset[tuple[str, str]]:
    """Articles that are held back: with an original its translations."""
    settings = wish.house.settings.publication
    every = tuple(language.value for language, _ in settings.languages)
    return frozenset(
        (story, each) for story, language in bad for each in (every if language == settings.original else (language,))
    )


def _around(
    found: Survey, wish: Wish, held: frozenset[tuple[str, str]], known: Mapping[str, journal.Entry], shared: Shared
) -> Neighbours:
    has_pdf = any(entry.family == "pdf" for entry in known.values())
    return neighbours(found.cards, wish, held, known, tuple(shared.made), has_pdf=has_pdf)


def _steps(found: Survey, wish: Wish, around: Neighbours, shared: Shared) -> tuple[Step, ...]:
    names = [name for name in found.manuscripts if wish.wants(name)]
    return tuple(
        step
        for step in plan(around, shared.made, shared.keys, names)
        if not wish.languages or not step.languages or step.languages <= set(wish.languages)
    )


def _is_stale(step: Step, known: Mapping[str, journal.Entry], output: Path) -> bool:
    return not is_current(step, known) or not (output / step.target).is_file()
