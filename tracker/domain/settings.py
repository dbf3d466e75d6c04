"""What the person chose: units, day, numbers to call, sites to track."""

from dataclasses import field
from enum import StrEnum

from tracker.domain.dataclass import dataclass
from tracker.domain.moment import DEFAULT_DAY_START_HOUR
from tracker.domain.record import record
from tracker.domain.remedy import CautionAnswer
from tracker.domain.routine import Direction
from tracker.domain.site import PainSite

SETTINGS_ID = "settings"
DARK = "backstride-dark"
LIGHT = "backstride-light"
HIGH_DARK = "backstride-contrast-dark"
HIGH_LIGHT = "backstride-contrast-light"
ANSI_DARK = "backstride-16"
ANSI_LIGHT = "backstride-16-light"
LIGHT_ONES = frozenset({LIGHT, HIGH_LIGHT, ANSI_LIGHT})
_PAIRS = ((DARK, LIGHT), (HIGH_DARK, HIGH_LIGHT), (ANSI_DARK, ANSI_LIGHT))
COUNTERPARTS = {one: other for pair in _PAIRS for one, other in (pair, pair[::-1])}


class DistanceUnit(StrEnum):
    """The unit shown and understood where none is typed."""

    KM = "km"
    MI = "mi"


@record("settings")
@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All settings. They live in the diary's file as one record, so that one file is everything.

    `emergency_number` and `urgent_line` are empty until the person names theirs (R-RED-42).
    `setup_step` is the first-run step to go on with; None = done or skipped. `green_max` is C-02's
    upper end (2 or 3), `run_cap_percent` C-09 (105 to 110), `shoes_…_km` C-25, `sleep_…` C-28.
    `backups_kept` counts the daily copies of the file that stay.
    `eases` is the direction that eases the low back, None while not asked; `bell` lets the stretch
    guide and the timer ring. `heat_cautions` and `cold_cautions` are None until they were answered.
    `move_on` lets the focus go on by itself after a typed score.
    `reduced_motion` leaves out what moves by itself; `screen_reader` does, too, and lets nothing go
    on by itself.
    `hidden_routines` are the ids of the built-in routines that the lists leave out.
    `inbox` is the folder whose new files come in by themselves, as it was typed; "" = none.
    `gear_matched` says that the runs of older versions were matched with their gear.
    `keys` are a person's own keys by what they mean; `letters_move` whether `h j k l g G` move.
    `news_read` is the version whose news were shown last, "" where none were.
    `page_question`, `page_goal` and `page_name` open the page for a clinician (R-SUM-01),
    which is about `page_weeks` and leaves the parts of `page_without` out.
    """

    id: str = SETTINGS_ID
    unit: DistanceUnit = DistanceUnit.KM
    day_start_hour: int = DEFAULT_DAY_START_HOUR
    emergency_number: str = ""
    urgent_line: str = ""
    tracked: tuple[PainSite, ...] = ()
    setup_step: int | None = 1
    clock_24h: bool = True
    week_starts_monday: bool = True
    day_first: bool = True
    theme: str = DARK
    glyphs: str = "auto"
    green_max: int = 2
    run_cap_percent: int = 110
    reassess_min: int = 3
    step_back_percent: int = 25
    advances_per_week: int = 2
    shoes_note_km: int = 500
    shoes_inspect_km: int = 800
    sleep_h_min: float = 6.0
    sleep_quality_low: int = 2
    backups_kept: int = 14
    eases: Direction | None = None
    bell: bool = False
    move_on: bool = True
    reduced_motion: bool = False
    screen_reader: bool = False
    heat_cautions: CautionAnswer | None = None
    cold_cautions: CautionAnswer | None = None
    hidden_routines: tuple[str, ...] = ()
    inbox: str = ""
    news_read: str = ""
    keys: dict[str, str] = field(default_factory=dict)
    letters_move: bool = True
    gear_matched: bool = False
    page_question: str = ""
    page_goal: str = ""
    page_name: str = ""
    page_weeks: int = 8
    page_without: tuple[str, ...] = ("patterns",)

    @property
    def moves_on(self) -> bool:
        """Return whether the focus goes on by itself after a typed score."""
        return self.move_on and not self.screen_reader

    @property
    def still(self) -> bool:
        """Return whether nothing may move by itself."""
        return self.reduced_motion or self.screen_reader
