"""The table of section 4.3, one row a rule: when it fires, and what it then allows.

The order here is that of the table; which outcome wins is decided in `readiness`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from tracker.domain.pain import Night
from tracker.domain.screening import Screen
from tracker.domain.verdict import Level, Outcome, Plan, Response
from tracker.rules import constants as c
from tracker.rules import red_flags
from tracker.rules.hundredths import POINT
from tracker.rules.limits import Limits
from tracker.rules.load import over_cap
from tracker.rules.readiness_input import ReadinessInput, SiteToday

_NEAR_CEILING = (4, 5)
_WATCH_FLOOR = 3
_NOTCH_FLOOR = 2


@dataclass(frozen=True, slots=True)
class FlagRow:
    """A row that active red flags fire; gives those flags."""

    rule: str
    outcome: Outcome
    flags: Callable[[tuple[str, ...]], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class SiteRow:
    """A row that any site with today's score can fire."""

    rule: str
    outcome: Outcome
    fires: Callable[[SiteToday], bool]


@dataclass(frozen=True, slots=True)
class DayRow:
    """A row about the day as a whole."""

    rule: str
    outcome: Outcome
    fires: Callable[[ReadinessInput, Limits], bool]


def _highest(flags: tuple[str, ...], level: Level) -> tuple[str, ...]:
    return red_flags.of_level(flags, level) if red_flags.highest_level(flags) is level else ()


def _near_ceiling(site: SiteToday) -> bool:
    return site.now in _NEAR_CEILING


def _rose(site: SiteToday, points: int) -> bool:
    return site.rise is not None and site.rise >= points * POINT


def _flared(site: SiteToday) -> bool:
    return site.now >= _WATCH_FLOOR and _rose(site, c.MORNING_FLARE)


def _at_least(value: int | None, threshold: int) -> bool:
    return value is not None and value >= threshold


def _slept_badly(day: ReadinessInput, limits: Limits) -> bool:
    short = day.sleep_h is not None and day.sleep_h < limits.sleep_h_min
    poor = day.sleep_q is not None and day.sleep_q <= limits.sleep_quality_low
    return short or poor


def _too_far(day: ReadinessInput, limits: Limits) -> bool:
    if day.planned_m is None or day.known_longest_m is None:
        return False
    return over_cap(day.planned_m, day.known_longest_m, percent=limits.run_cap_percent)


FLAG_ROWS: Final = (
    FlagRow("R-RDY-01", Outcome.SEEK_CARE, lambda flags: _highest(flags, Level.EMERGENCY)),
    FlagRow("R-RDY-02", Outcome.SEEK_CARE, lambda flags: _highest(flags, Level.URGENT)),
    FlagRow("R-RDY-03", Outcome.SEEK_CARE, lambda flags: _highest(flags, Level.CLINICIAN)),
    FlagRow("R-RDY-23", Outcome.CROSS, lambda flags: red_flags.advice(flags, Outcome.CROSS)),
    FlagRow("R-RDY-34", Outcome.EASY, lambda flags: red_flags.advice(flags, Outcome.EASY)),
)

SITE_ROWS: Final = (
    SiteRow("R-RDY-10", Outcome.REST, lambda site: site.now >= c.RED_MIN),
    SiteRow("R-RDY-20", Outcome.CROSS, lambda site: _near_ceiling(site) and not site.exempt),
    SiteRow("R-RDY-20x", Outcome.EASY, lambda site: _near_ceiling(site) and site.exempt),
    SiteRow("R-RDY-21", Outcome.CROSS, _flared),
    SiteRow("R-RDY-30", Outcome.EASY, lambda site: site.now == _WATCH_FLOOR),
    SiteRow(
        "R-RDY-31",
        Outcome.EASY,
        lambda site: site.now >= _NOTCH_FLOOR and _rose(site, 1) and not _flared(site),
    ),
)

DAY_ROWS: Final = (
    DayRow("R-RDY-04", Outcome.SEEK_CARE, lambda day, _: day.screen is Screen.CLEARANCE_NEEDED),
    DayRow("R-RDY-11", Outcome.REST, lambda day, _: day.limp),
    DayRow("R-RDY-12", Outcome.REST, lambda day, _: day.ill),
    DayRow("R-RDY-13", Outcome.REST, lambda day, _: day.night is Night.WAKES),
    DayRow("R-RDY-14", Outcome.REST, lambda day, _: day.stopped_yesterday),
    DayRow(
        "R-RDY-22",
        Outcome.CROSS,
        lambda day, _: day.last_response(Response.RED, days=2) and not day.stopped_yesterday,
    ),
    DayRow(
        "R-RDY-24",
        Outcome.CROSS,
        lambda day, _: (
            day.plan is Plan.LADDER
            and day.last_run is not None
            and day.last_run.within(c.LADDER_SPACING_DAYS)
        ),
    ),
    DayRow("R-RDY-25", Outcome.CROSS, lambda day, _: _at_least(day.fatigue, c.FATIGUE_VERY_HIGH)),
    DayRow(
        "R-RDY-32",
        Outcome.EASY,
        lambda day, _: day.last_response(Response.AMBER_SETTLED, Response.AMBER_LINGER, days=3),
    ),
    DayRow("R-RDY-33", Outcome.EASY, lambda day, _: day.last_response(Response.UNKNOWN, days=3)),
    DayRow("R-RDY-35", Outcome.EASY, _slept_badly),
    DayRow(
        "R-RDY-36",
        Outcome.EASY,
        lambda day, _: (
            day.fatigue is not None and c.FATIGUE_HIGH <= day.fatigue < c.FATIGUE_VERY_HIGH
        ),
    ),
    DayRow("R-RDY-37", Outcome.EASY, lambda day, _: _at_least(day.week_delta, c.WEEK_RISE_HOLD)),
    DayRow("R-RDY-38", Outcome.EASY, _too_far),
    DayRow("R-RDY-39", Outcome.EASY, lambda day, _: day.known_longest_m is None),
    DayRow(
        "R-RDY-40", Outcome.EASY, lambda day, _: _at_least(day.run_days_in_row, c.RUN_DAYS_IN_ROW)
    ),
    DayRow("R-RDY-41", Outcome.EASY, lambda day, _: day.screen is Screen.MODERATE_ONLY),
)

FULL_CAP_RULES: Final = frozenset({"R-RDY-38", "R-RDY-39", "R-RDY-41", "R-RDY-50"})
"""Rows that keep the single-run cap; the other EASY rows ask for three quarters of the longest."""

OUTCOMES: Final[dict[str, Outcome]] = {
    **{row.rule: row.outcome for row in (*FLAG_ROWS, *SITE_ROWS, *DAY_ROWS)},
    "R-RDY-00a": Outcome.NEEDS_SCREEN,
    "R-RDY-00b": Outcome.NEEDS_INPUT,
    "R-RDY-00c": Outcome.DIARY_ONLY,
    "R-RDY-50": Outcome.GO,
}
