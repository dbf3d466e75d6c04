"""A run, with its pain before, during and after (domain sections 1.2, 3 and 7)."""

from datetime import date, datetime
from enum import StrEnum

from tracker.domain.dataclass import dataclass
from tracker.domain.moment import require_aware
from tracker.domain.pain import PainScore
from tracker.domain.record import record
from tracker.domain.site import Side, Site

RPE_MAX = 10


class RunKind(StrEnum):
    """What sort of running it was."""

    EASY = "easy"
    LONG = "long"
    TEMPO = "tempo"
    INTERVALS = "intervals"
    WALK_RUN = "walk_run"
    RACE = "race"
    TREADMILL = "treadmill"


class Surface(StrEnum):
    """What was underfoot (R-EQ-04)."""

    ASPHALT = "asphalt"
    CONCRETE = "concrete"
    TRACK = "track"
    TREADMILL = "treadmill"
    GRASS = "grass"
    TRAIL = "trail"
    SAND = "sand"
    MIXED = "mixed"


class RunOutcome(StrEnum):
    """How the run ended (section 3)."""

    COMPLETED = "COMPLETED"
    COMPLETED_SLOWED = "COMPLETED_SLOWED"
    COMPLETED_AFTER_STRETCH = "COMPLETED_AFTER_STRETCH"
    STOPPED_PAIN = "STOPPED_PAIN"
    STOPPED_ALARM = "STOPPED_ALARM"


class MidRunState(StrEnum):
    """Where in the mid-run protocol a runner is (section 3)."""

    RUN = "RUN"
    SLOW = "SLOW"
    STRETCH = "STRETCH"
    RUN_EASY = "RUN_EASY"
    END = "END"


class MidRunEvent(StrEnum):
    """What happened at a step of the mid-run protocol."""

    PAIN = "pain"
    ALARM = "alarm"
    FINISH = "finish"


@dataclass(frozen=True, slots=True, kw_only=True)
class MidRunStep:
    """One step of the mid-run protocol as it happened (R-MID-12): minute, event, state after it."""

    minute: int
    event: MidRunEvent
    state: MidRunState
    score: int | None = None
    limp: bool = False
    site: Site | None = None
    side: Side | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where an imported activity came from. `digest` is the SHA-256 of the content, in hex.

    `ref` is what the device or the service calls the activity, the same in every file of it.
    """

    format: str
    file: str
    name: str | None = None
    digest: str | None = None
    ref: str | None = None


@record("runs", order="start")
@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run. Distance in metres, times in seconds, RPE 0-10; None means not known.

    `before`, `during` (worst) and `after` (about 60 minutes later) hold one score a site.
    `gear` holds the ids of pieces of gear, or a name that none on file has.
    """

    id: str
    start: datetime
    day: date
    distance_m: int | None = None
    duration_s: int | None = None
    moving_s: int | None = None
    kind: RunKind = RunKind.EASY
    rpe: int | None = None
    surface: Surface | None = None
    gear: tuple[str, ...] = ()
    before: tuple[PainScore, ...] = ()
    during: tuple[PainScore, ...] = ()
    after: tuple[PainScore, ...] = ()
    outcome: RunOutcome = RunOutcome.COMPLETED
    limp: bool = False
    painkiller: bool = False
    steps: tuple[MidRunStep, ...] = ()
    routine_id: str | None = None
    ascent_m: int | None = None
    avg_hr: int | None = None
    max_hr: int | None = None
    source: Source | None = None
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse impossible measures, and times without a zone."""
        require_aware("start", self.start)
        for name in ("distance_m", "duration_s", "moving_s"):
            value = getattr(self, name)
            if value is not None and value < 0:
                message = f"{name} is negative: {value}"
                raise ValueError(message)
        if self.rpe is not None and not 0 <= self.rpe <= RPE_MAX:
            message = f"rpe is {self.rpe}, outside 0 to {RPE_MAX}"
            raise ValueError(message)
