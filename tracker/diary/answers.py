"""What the diary answers: immutable, ready to be shown by either face."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date, datetime
from enum import StrEnum

from tracker.diary.responses import JudgedSite
from tracker.domain.check_in import CheckIn
from tracker.domain.cross_training import CrossTraining
from tracker.domain.dataclass import dataclass
from tracker.domain.note import Note
from tracker.domain.problem import Problem
from tracker.domain.routine import Routine, RoutineSession
from tracker.domain.run import Run, RunKind
from tracker.domain.settings import Settings
from tracker.domain.site import PainSite
from tracker.domain.verdict import Level, Outcome, Response
from tracker.insight.response_reason import response_reason
from tracker.insight.run_lengths import RunLengths
from tracker.insight.week_bars import WeekOfRuns
from tracker.rules.explanations import Explanation
from tracker.rules.pain import Usual
from tracker.rules.readiness import Readiness
from tracker.rules.session import DUE_TEXT


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a day allows, and why. `cap_m` in metres: 0 = no running, None = no cap to name.

    `message` is the outcome's own text, `headline` the cap in words, `manner` how to run,
    `cap_story` how the cap came about; each is "" where there is nothing to say. `remarks` say
    where the day's answers contradict each other, and what a visit keeps quiet.
    """

    day: date
    outcome: Outcome
    level: Level | None
    cap_m: int | None
    because: tuple[Explanation, ...]
    flags: tuple[str, ...]
    message: str
    headline: str
    manner: str
    cap_story: str
    remarks: tuple[Explanation, ...]
    readiness: Readiness


class NextKind(StrEnum):
    """What the person can do next."""

    CHECK_IN = "check_in"
    SCREEN = "screen"
    CLEARANCE = "clearance"
    FINISH_RUN = "finish_run"
    FLARE = "flare"
    FLARE_OVER = "flare_over"
    PRE_RUN = "pre_run"
    CROSS_TRAIN = "cross_train"
    LOG_RUN = "log_run"
    POST_RUN = "post_run"
    REST_DAY = "rest_day"
    WEEKLY_CHECK = "weekly_check"
    EXPERIMENT = "experiment"
    ICE_TIMER = "ice_timer"


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep:
    """One line of "Next": what, and its minutes or date ("" for none)."""

    kind: NextKind
    text: str
    detail: str = ""
    routine: str | None = None
    run: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteLine:
    """One site's last fourteen mornings, oldest first, with the 7-day mean and its n.

    `later` says of a site that was scored again on this day both scores, `changed` by how much it
    rose or fell.
    """

    place: PainSite
    usual: Usual | None
    scores: tuple[int | None, ...]
    mean7: float | None
    n7: int
    later: str = ""
    changed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DayView:
    """Everything that the Today tab shows of one day.

    `check_ins` are that day's, oldest first. `previous` is the check-in that "as last" copies.
    `list_reason` says why the red-flag list is to be gone through whatever the gate's answer.
    `known` is what on file the form offers.
    """

    day: date
    today: date
    settings: Settings
    check_ins: tuple[CheckIn, ...]
    places: tuple[PainSite, ...]
    previous: CheckIn | None
    verdict: Verdict
    next: tuple[NextStep, ...]
    lines: tuple[SiteLine, ...]
    longest30_m: int | None
    list_reason: str
    known: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def full_list_due(self) -> bool:
        """Return whether the list is to be gone through whatever the gate's answer."""
        return bool(self.list_reason)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutineLink:
    """A session as a run names it. `seconds` is None where it was ticked off and not timed."""

    session: str
    name: str
    at: datetime
    seconds: int | None
    done: int
    steps: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RunLine:
    """One run with its 24-hour response, and whether its morning score is missing.

    `decided_by` is the site that decided, with what it was judged by; `waits` says that the morning
    that answers is still to come, `due` that this morning's score answers. `routine` is the session
    that it is linked with; `free` one of its day that it could be. `gear` are the names of what it
    was run with.
    """

    run: Run
    response: Response
    awaits_morning: bool
    decided_by: JudgedSite | None = None
    waits: bool = False
    due: bool = False
    routine: RoutineLink | None = None
    free: RoutineLink | None = None
    gear: tuple[str, ...] = ()

    @property
    def answer(self) -> Response | None:
        """Return the response, None while it waits for tomorrow."""
        return None if self.waits else self.response

    @property
    def reason(self) -> str:
        """Return the deciding site and its numbers, "" while the morning is still to come."""
        if self.waits or self.decided_by is None:
            return ""
        if self.due:
            return DUE_TEXT
        return response_reason(self.decided_by.place, self.decided_by.session)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunsView:
    """What the Run tab shows besides its form: the last runs, and what the next is measured by.

    `responses_30d` and `lengths` count the answers of the
    last 30 and 42 days; None stands for the runs that wait for tomorrow. `rested` is how many
    rested mornings the site with the fewest has, None once each has its usual level.
    """

    today: date
    settings: Settings
    lines: tuple[RunLine, ...]
    places: tuple[PainSite, ...]
    gear: tuple[str, ...]
    known_gear: Mapping[str, tuple[str, ...]]
    usual_gear: Mapping[RunKind, str]
    longest30: Run | None
    runs_30d: int
    distance_30d_m: int
    responses_30d: Mapping[Response | None, int]
    weeks: tuple[WeekOfRuns, ...]
    lengths: RunLengths | None
    rested: int | None
    verdict: Verdict
    cap_m: int | None
    todays_routine: RoutineLink | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RunPreview:
    """What follows from a run that is being written.

    `over_cap_m` is today's cap in metres where
    the distance goes beyond it; `spike` is R-LOAD-04's sentence, or None.
    """

    spike: str | None = None
    over_cap_m: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutineLine:
    """One routine of the list, and the day on which it was last gone through."""

    routine: Routine
    last_day: date | None
    session: RoutineSession | None


class ImportStatus(StrEnum):
    """What became of one activity of a file."""

    ADDED = "added"
    MERGED = "merged"
    DUPLICATE = "duplicate"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """One activity found in a file, and what became of it.

    `left_out` is a new one that was not added because it may be `record`, which is on file.
    """

    file: str
    status: ImportStatus
    message: str
    record: Run | CrossTraining | Note | CheckIn | None = None
    left_out: Run | CrossTraining | None = None


class Alike(StrEnum):
    """What becomes of an activity that may be one on file."""

    MERGE = "merge"
    BOTH = "both"
    SKIP = "skip"


class OnDuplicate(StrEnum):
    """What to do with an activity that looks like one on file but may be another."""

    ASK = "ask"
    SKIP = "skip"
    KEEP = "keep"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportProgress:
    """How far an import is: the file that was read last, and the counts so far.

    `share` is the part of all bytes from 0 to 1; `left_s` the seconds that the rest may take, None
    where that can't be told yet.
    """

    file: str
    files: int
    found: int
    share: float
    left_s: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportOutcome:
    """What became of each activity of an import; `stopped` before its end by the person.

    `problem` says why the rest could not be saved, or is None. Changes of one `group` are undone
    with the import.
    """

    results: tuple[Imported, ...]
    stopped: bool = False
    problem: Problem | None = None
    group: str = ""

    @property
    def alike(self) -> tuple[Imported, ...]:
        """Return those that were left out because they may be on file already."""
        return tuple(each for each in self.results if each.left_out is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """The one line for a shell prompt, and what is due."""

    line: str
    outcome: Outcome
    cap_m: int | None
    due: tuple[str, ...]
