"""What a person typed for one record, before it is one: both faces fill these in.

Free text stays text here, so that each part can be refused with a sentence of its own while
everything else that was typed is kept.
"""

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from tracker.domain.check_in import BoneFocal
from tracker.domain.dataclass import dataclass
from tracker.domain.pain import BackFeature, Hurts, Night, Pattern, Quality, Spread
from tracker.domain.routine import StepPosition, StepState
from tracker.domain.run import MidRunStep, RunKind, RunOutcome, Surface
from tracker.domain.site import PainSite

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
    factors: tuple[str, ...] = ()
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
