"""What a person typed for one record, before it is one: both faces fill these in.

Free text stays text here, so that each part can be refused with a sentence of its own while
everything else that was typed is kept.
"""

from collections.abc import Mapping
from dataclasses import field, fields, replace
from datetime import date
from typing import Any

from tracker.domain.check_in import BoneFocal, CheckIn
from tracker.domain.dataclass import dataclass
from tracker.domain.pain import BackFeature, Hurts, Night, Pattern, Quality, Spread
from tracker.domain.routine import StepPosition, StepState
from tracker.domain.run import MidRunStep, RunKind, RunOutcome, Surface
from tracker.domain.settings import DistanceUnit
from tracker.domain.site import PainSite
from tracker.domain.units import format_distance
from tracker.rules.red_flags import ASKABLE

Scores = Mapping[PainSite, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckInEntry:
    """A check-in as typed. `answers` holds the red-flag questions that were put, by key.

    `parts` says where exactly a scored place hurts ("heel end"), for the sites that have parts.
    `day` is the person's day it speaks of; None = today.
    """

    day: date | None = None
    scores: Scores = field(default_factory=dict)
    parts: Mapping[PainSite, str] = field(default_factory=dict)
    night: Night | None = None
    stiff: str = ""
    sleep: str = ""
    sleep_quality: str = ""
    fatigue: str = ""
    limp: bool = False
    ill: bool = False
    painkiller: bool = False
    alarm: bool | None = None
    full_list: bool = False
    answers: Mapping[str, bool] = field(default_factory=dict)
    bone_focal: tuple[BoneFocal, ...] = ()
    planned: str = ""
    quality: tuple[Quality, ...] = ()
    pattern: Pattern | None = None
    spread: Spread | None = None
    hurts: tuple[Hurts, ...] = ()
    back_features: tuple[BackFeature, ...] = ()
    sitting: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunEntry:
    """A run as typed. An empty `when` means now."""

    when: str = ""
    distance: str = ""
    duration: str = ""
    kind: RunKind = RunKind.EASY
    rpe: str = ""
    surface: Surface | None = None
    gear: tuple[str, ...] = ()
    before: Scores = field(default_factory=dict)
    during: Scores = field(default_factory=dict)
    after: Scores = field(default_factory=dict)
    outcome: RunOutcome = RunOutcome.COMPLETED
    limp: bool = False
    painkiller: bool = False
    steps: tuple[MidRunStep, ...] = ()
    routine_id: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionEntry:
    """A routine as it was gone through; steps that are not named in `states` are `others`.

    An empty `when` means now; `day` is the person's day where it is not the day of that moment.
    `pains` holds the scores given during single steps, `tingled` the steps that tingling stopped,
    `left_at` where the guide was left.
    """

    routine: str
    states: Mapping[str, StepState] = field(default_factory=dict)
    others: StepState = StepState.UNTOUCHED
    pains: Mapping[str, int] = field(default_factory=dict)
    tingled: frozenset[str] = frozenset()
    left_at: StepPosition | None = None
    when: str = ""
    day: date | None = None
    seconds: int | None = None
    pain_before: int | None = None
    pain_after: int | None = None
    water_packed: bool | None = None
    note: str = ""


def laid_over(below: CheckInEntry, given: CheckInEntry) -> CheckInEntry:
    """Return an entry with what is given in another over it; what that leaves out stays.

    Of scores, parts and answers each one that is given goes in the place of its own.
    """
    empty = CheckInEntry()
    changes: dict[str, Any] = {}
    for each in fields(CheckInEntry):
        said, was = getattr(given, each.name), getattr(below, each.name)
        if each.name in {"scores", "parts", "answers"}:
            changes[each.name] = {**was, **said}
        elif said != getattr(empty, each.name):
            changes[each.name] = said
    return replace(below, **changes)


def entry_of(check_in: CheckIn, *, unit: DistanceUnit) -> CheckInEntry:
    """Return a check-in as a person would type it.

    An older version let computed flags be ticked; nobody types them, and the record keeps them.
    """
    return CheckInEntry(
        day=check_in.day,
        scores={score.place: score.score for score in check_in.scores},
        parts={score.place: score.part for score in check_in.scores if score.part is not None},
        night=check_in.night,
        stiff=_number(check_in.stiff_min),
        sleep=_number(check_in.sleep_h),
        sleep_quality=_number(check_in.sleep_quality),
        fatigue=_number(check_in.fatigue),
        limp=check_in.limp,
        ill=check_in.ill,
        painkiller=check_in.painkiller,
        alarm=check_in.alarm,
        full_list=check_in.full_list,
        answers={each.key: each.yes for each in check_in.answers if each.key in ASKABLE},
        bone_focal=check_in.bone_focal,
        planned="" if check_in.planned_m is None else format_distance(check_in.planned_m, unit),
        quality=check_in.quality,
        pattern=check_in.pattern,
        spread=check_in.spread,
        hurts=check_in.hurts,
        back_features=check_in.back_features,
        sitting=_number(check_in.sitting_h),
        note=check_in.note,
    )


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:g}"
