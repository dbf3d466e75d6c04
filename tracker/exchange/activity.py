"""What a file from elsewhere says about one activity, before it becomes a record."""

from datetime import datetime
from typing import TypeAlias

from tracker.domain.dataclass import dataclass
from tracker.domain.moment import require_aware
from tracker.domain.run import Surface
from tracker.exchange.sport import Sport


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """One activity found in a file. Metres, seconds, beats a minute; None means not in the file.

    `start` has the zone of the file, None where the file gives no usable date. `duration_s` is the
    elapsed time from the first to the last point, `moving_s` the device's own timer. `rpe` is the
    effort from 0 to 10 that the person gave there, `note` what they wrote. `digest` is the SHA-256
    of the content in hex; where a file holds several activities, the part follows it. `ref` is the
    name that device or service gave the activity, the same in each file that it writes of it.
    `unit_assumed` says that the file names no unit, and kilometres are only the likelier one;
    `sport_guessed` that it names no sport, and the speed spoke for this one.
    `warnings` are sentences about what is odd or was assumed.
    """

    format: str
    file: str
    digest: str
    start: datetime | None = None
    sport: Sport = Sport.UNKNOWN
    distance_m: int | None = None
    duration_s: int | None = None
    moving_s: int | None = None
    avg_hr: int | None = None
    max_hr: int | None = None
    ascent_m: int | None = None
    rpe: int | None = None
    surface: Surface | None = None
    note: str = ""
    ref: str | None = None
    name: str | None = None
    device: str | None = None
    unit_assumed: bool = False
    sport_guessed: bool = False
    warnings: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse times without a zone."""
        if self.start is not None:
            require_aware("start", self.start)


@dataclass(frozen=True, slots=True, kw_only=True)
class Symptom:
    """What a diary of symptoms says of one moment, in its own words: they are never made a score.

    `at` has a zone.
    """

    format: str
    file: str
    digest: str
    at: datetime
    words: str
    warnings: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse times without a zone."""
        require_aware("at", self.at)


@dataclass(frozen=True, slots=True)
class Rejected:
    """A file, or a part of one, that gives no activity; `reason` says why and what to do."""

    file: str
    reason: str


Found: TypeAlias = Activity | Symptom | Rejected
