"""Every kind that the journal lists: those of the registry, and those that others write down."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from tracker.diary.kinds.experiment import EXPERIMENT
from tracker.diary.kinds.kind import Kind
from tracker.diary.kinds.registry import KIND_OF, KINDS
from tracker.diary.kinds.screening import SCREENING_ANSWERS
from tracker.diary.snapshot import Snapshot
from tracker.domain.calendar_words import format_day_of_year
from tracker.domain.experiment import Experiment
from tracker.domain.fields import line
from tracker.domain.plan import PlanChoice, PlanMove
from tracker.domain.screening import Retraction, Screening
from tracker.domain.units import format_distance
from tracker.rules.red_flags import FLAGS
from tracker.rules.screening import SCREENING_QUESTIONS

STAYS_AS_SAID: Final = "It stays as it was said: {} instead."


def _screened(record: Screening, _snapshot: Snapshot) -> Iterator[str]:
    asked = [question.text for question in SCREENING_QUESTIONS if getattr(record, question.field)]
    yield f"{len(asked)} of {len(SCREENING_QUESTIONS)} answered yes"


def _tested(record: Experiment, _snapshot: Snapshot) -> Iterator[str]:
    yield f"{record.habit.replace('_', ' ')}, mornings of {record.place.label}"
    if record.stopped is not None:
        yield f"given up {format_day_of_year(record.stopped)}"


def _taken_back(record: Retraction, _snapshot: Snapshot) -> Iterator[str]:
    flag = FLAGS.get(record.flag)
    yield f"ticked by mistake: {record.flag if flag is None else flag.title}"
    yield record.reason


def _planned(record: PlanChoice, snapshot: Snapshot) -> Iterator[str]:
    yield record.mode.value.replace("_", " ")
    yield record.stage
    if record.goal_m is not None:
        by = "" if record.goal_by is None else f" by {format_day_of_year(record.goal_by)}"
        yield f"{format_distance(record.goal_m, snapshot.settings.unit)}{by}"


def _moved(record: PlanMove, _snapshot: Snapshot) -> Iterator[str]:
    yield f"session moved to {format_day_of_year(record.to)}"


_OTHERS: Final[tuple[Kind[Any], ...]] = (
    replace(
        SCREENING_ANSWERS,
        name="screening",
        heading="Screening",
        line=_screened,
        stays=lambda _record: STAYS_AS_SAID.format("answer the 8 questions again"),
    ),
    replace(
        EXPERIMENT,
        name="own_test",
        heading="Own test",
        line=_tested,
        stays=lambda _record: STAYS_AS_SAID.format("end it on the page of patterns"),
    ),
    Kind(
        type=Retraction,
        name="mistake",
        word="answer taken back",
        plural="answers taken back",
        heading="Taken back",
        line=_taken_back,
        fields=(line("reason", "Reason"),),
        undo=lambda _record, _settings: "taking back an answer",
        stays=lambda _record: STAYS_AS_SAID.format("tick the sign anew"),
    ),
    Kind(
        type=PlanChoice,
        name="plan",
        word="choice of plan",
        plural="choices of plan",
        heading="Plan",
        line=_planned,
        fields=(),
        undo=lambda _record, _settings: "the choice of plan",
        stays=lambda _record: STAYS_AS_SAID.format("choose another plan"),
    ),
    Kind(
        type=PlanMove,
        name="move",
        word="moved session",
        heading="Plan",
        line=_moved,
        fields=(),
        undo=lambda _record, _settings: "the moved session",
        stays=lambda _record: STAYS_AS_SAID.format("move the session again"),
    ),
)

JOURNAL_KINDS: Final[Mapping[str, Kind[Any]]] = {**KINDS, **{kind.name: kind for kind in _OTHERS}}
JOURNAL_KIND_OF: Final[Mapping[type, Kind[Any]]] = {
    **KIND_OF,
    **{kind.type: kind for kind in _OTHERS},
}
