"""Undo and redo: what is shown goes at once, anything else is named and asked about first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tracker.diary.book import UndoAnswer, step_words
from tracker.diary.kinds.registry import KIND_OF
from tracker.domain.check_in import CheckIn
from tracker.domain.episode import Episode, Flare
from tracker.domain.experiment import Experiment
from tracker.domain.gear import Gear
from tracker.domain.impact_check import ImpactCheck
from tracker.domain.plan import PlanChoice, PlanMove
from tracker.domain.problem import Problem
from tracker.domain.remedy import Remedy
from tracker.domain.routine import Routine, RoutineSession
from tracker.domain.run import Run
from tracker.domain.screening import Clearance, Retraction, Screening
from tracker.domain.visit import Visit
from tracker.ui.commands import Scope
from tracker.ui.dialogs import confirm_dialog
from tracker.ui.queries import Change, Query

if TYPE_CHECKING:
    from tracker.diary.book import Book, NextStep
    from tracker.ui.host import Host

_OF_A_DAY: Final[frozenset[type]] = frozenset(KIND_OF)
SHOWN_IN: Final[dict[Scope, frozenset[type]]] = {
    Scope.TODAY: frozenset(
        {CheckIn, Episode, Experiment, Flare, ImpactCheck, Remedy, RoutineSession, Run}
    ),
    Scope.STRETCH: frozenset({Routine, RoutineSession}),
    Scope.RUN: frozenset({Run}),
    Scope.TRENDS: _OF_A_DAY,
    Scope.PLAN: frozenset({PlanChoice, PlanMove, Run}),
    Scope.GEAR: frozenset({Gear}),
    Scope.JOURNAL: _OF_A_DAY | {Clearance, Experiment, Retraction, Screening},
    Scope.DAY_RECORDS: _OF_A_DAY,
    Scope.MARKED: frozenset({Episode, Flare, Visit}),
    Scope.PATTERNS: frozenset({Experiment}),
}
"""The kinds of records that a tab or a page shows."""


async def undo(host: Host) -> None:
    """Take back the latest change of this machine."""
    await _turn(host, redo=False)


async def redo(host: Host) -> None:
    """Do again what was undone last."""
    await _turn(host, redo=True)


async def _turn(host: Host, *, redo: bool) -> None:
    step: NextStep | UndoAnswer | Problem | None = await host.perform(
        Query(lambda book: book.next_undo(redo=redo))
    )
    while not isinstance(step, UndoAnswer | Problem):
        if step is not None and not _is_shown(host, step) and not await _agreed(host, step, redo):
            return
        step = await host.perform(Change(_as_named, redo, step))
    if isinstance(step, UndoAnswer) and step.asks:
        verb = "do it again all the same" if redo else "undo it all the same"
        if not await host.show(confirm_dialog(_title(redo=redo), step.message, verb=verb)):
            return
        step = await host.perform(Change(_forced, redo))
    host.tell(step.message)


def _is_shown(host: Host, step: NextStep) -> bool:
    """Return whether nothing goes that the person doesn't see."""
    if step.brings_back:
        return True
    kinds = SHOWN_IN.get(host.shown, frozenset())
    return bool(step.kinds) and step.kinds <= kinds and all(map(host.shows_day, step.days))


async def _agreed(host: Host, step: NextStep, redo: bool) -> bool:  # noqa: FBT001
    verb, words = ("do it again", "This does again") if redo else ("undo it", "This takes back")
    sentence = f"{words} what is not of the day and the page shown: {step_words(step)}."
    dialog = confirm_dialog(_title(redo=redo), sentence, verb=verb)
    agreed = await host.show(dialog)
    return agreed is True


def _title(*, redo: bool) -> str:
    return "Redo" if redo else "Undo"


def _as_named(
    book: Book,
    redo: bool,  # noqa: FBT001 - a query's
    named: NextStep | None,
) -> UndoAnswer | NextStep:
    """Take the step that was named; return another one that is there by now."""
    step = book.next_undo(redo=redo)
    if step is None or (named is not None and step.entry == named.entry):
        return _taken(book, redo)
    return step


def _taken(book: Book, redo: bool, *, force: bool = False) -> UndoAnswer:  # noqa: FBT001 - a query's
    return book.redo(force=force) if redo else book.undo(force=force)


def _forced(book: Book, redo: bool) -> UndoAnswer:  # noqa: FBT001 - a query's
    return _taken(book, redo, force=True)
