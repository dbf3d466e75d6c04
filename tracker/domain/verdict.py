"""The words in which the rules answer."""

from enum import StrEnum


class Outcome(StrEnum):
    """What today allows (section 4.3)."""

    GO = "GO"
    EASY = "EASY"
    CROSS = "CROSS"
    REST = "REST"
    SEEK_CARE = "SEEK_CARE"
    NEEDS_SCREEN = "NEEDS_SCREEN"
    NEEDS_INPUT = "NEEDS_INPUT"
    DIARY_ONLY = "DIARY_ONLY"

    @property
    def words(self) -> str:
        """Return it as it is written for people: SEEK CARE, not SEEK_CARE."""
        return self.value.replace("_", " ")


class Level(StrEnum):
    """How soon someone else should have a look (section 2.2)."""

    EMERGENCY = "EMERGENCY"
    URGENT = "URGENT"
    CLINICIAN = "CLINICIAN"


class Response(StrEnum):
    """How the body took a run, judged until the next morning (R-PAIN-07)."""

    GREEN = "GREEN"
    AMBER_SETTLED = "AMBER_SETTLED"
    AMBER_LINGER = "AMBER_LINGER"
    UNKNOWN = "UNKNOWN"
    RED = "RED"


class Zone(StrEnum):
    """The zone of a score (R-PAIN-05)."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


class Change(StrEnum):
    """What became of the pain between two weeks (R-PAIN-04)."""

    IMPROVED = "improved"
    WORSE = "worse"
    NO_CLEAR_CHANGE = "no clear change"
    ALREADY_LOW = "already low"
    NOT_ENOUGH = "not enough days"


class SpikeBand(StrEnum):
    """How far a planned run goes beyond the longest of the last 30 days (R-LOAD-04)."""

    REFERENCE = "REFERENCE"
    SMALL = "SMALL"
    MODERATE = "MODERATE"
    LARGE = "LARGE"
    NO_BASELINE = "NO_BASELINE"


class Decision(StrEnum):
    """What to do at the next session (R-PROG-10)."""

    SEEK_CARE = "SEEK_CARE"
    REST_THEN_STEP_BACK = "REST_THEN_STEP_BACK"
    STEP_BACK = "STEP_BACK"
    HOLD = "HOLD"
    PROGRESS = "PROGRESS"
    PROGRESS_SMALL = "PROGRESS_SMALL"


class RedKind(StrEnum):
    """Why a session was RED; the first three ask for rest before stepping back (R-PROG-10)."""

    STOPPED = "stopped"
    NIGHT = "night"
    LIMP = "limp"
    SCORE = "score"
    MORNING = "morning"


class Plan(StrEnum):
    """How the runner trains: along the walk-run ladder, or freely (section 4.2)."""

    LADDER = "ladder"
    FREE = "free"


class PatternVerdict(StrEnum):
    """What a report says of one exposure (R-AN-05.7)."""

    WATCH = "a pattern worth watching"
    NO_CLEAR = "no clear pattern"
    NOT_ENOUGH = "not enough days yet"
