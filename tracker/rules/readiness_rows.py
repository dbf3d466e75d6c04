"""The table of section 4.3, one row a rule: when it fires, and what it then allows.

The order here is that of the table; which outcome wins is decided in `readiness`.
"""

from collections.abc import Callable
from typing import Final

from tracker.domain.dataclass import dataclass
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
_STEADY_CEILING = 4
_WATCH_FLOOR = 3
_FLARED_RISE = 2 * POINT
_NOTICED_DAYS = 3
_RED_FRESH_DAYS = 2
_CALM_SCORE = 1

_FULL, _USUAL, _EASY = None, c.USUAL_PERCENT, c.EASY_PERCENT


@dataclass(frozen=True, slots=True)
class Allows:
    """What a row leaves: an outcome, and the share of the longest settled run in percent.

    `percent` None is the share of the single-run cap (C-09).
    """

    outcome: Outcome
    percent: int | None = _FULL


@dataclass(frozen=True, slots=True)
class FlagRow:
    """A row that active red flags fire; gives those flags."""

    rule: str
    allows: Allows
    flags: Callable[[tuple[str, ...]], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class SiteRow:
    """A row that any site with today's score can fire."""

    rule: str
    allows: Allows
    fires: Callable[[SiteToday], bool]


@dataclass(frozen=True, slots=True)
class DayRow:
    """A row about the day as a whole."""

    rule: str
    allows: Allows
    fires: Callable[[ReadinessInput, Limits], bool]


_SEEK_CARE, _REST = Allows(Outcome.SEEK_CARE), Allows(Outcome.REST)
_CROSS = Allows(Outcome.CROSS)
_EASY_FULL = Allows(Outcome.EASY)
_EASY_USUAL = Allows(Outcome.EASY, _USUAL)
_EASY_SHORT = Allows(Outcome.EASY, _EASY)
_GO_FULL, _GO_USUAL = Allows(Outcome.GO), Allows(Outcome.GO, _USUAL)


def _highest(flags: tuple[str, ...], level: Level) -> tuple[str, ...]:
    return red_flags.of_level(flags, level) if red_flags.highest_level(flags) is level else ()


def _cleared(site: SiteToday) -> bool:
    return site.now in _NEAR_CEILING and site.cleared_with_pain and site.near_usual


def _steady_at(site: SiteToday, score: int) -> bool:
    return site.now == score and site.steady and site.near_usual


def _steady_near_ceiling(site: SiteToday) -> bool:
    return _steady_at(site, _STEADY_CEILING) and not _cleared(site)


def _near_ceiling(site: SiteToday) -> bool:
    exempt = _cleared(site) or _steady_near_ceiling(site)
    return site.now in _NEAR_CEILING and not exempt


def _flared(site: SiteToday) -> bool:
    return site.now >= _WATCH_FLOOR and site.rise is not None and site.rise >= _FLARED_RISE


def _above_usual(site: SiteToday) -> bool:
    rose = site.rise is not None and site.rise > POINT
    return site.now >= _WATCH_FLOOR and rose and not _flared(site)


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


def _few_runs(day: ReadinessInput) -> bool:
    few = day.runs_30d is not None and 0 < day.runs_30d < c.BASELINE_RUNS
    return few and day.known_longest_m is not None


def _days_in_row(day: ReadinessInput) -> bool:
    return _at_least(day.run_days_in_row, c.RUN_DAYS_IN_ROW)


def _nearly_no_pain(day: ReadinessInput) -> bool:
    return not day.unscored and all(
        site.usual is not None and site.usual < c.NEARLY_NO_PAIN and site.now <= _CALM_SCORE
        for site in day.sites
    )


LIST_ROW: Final = "R-RDY-00d"
EMERGENCY_ROW: Final = "R-RDY-01"
FLAG_ROWS: Final = (
    FlagRow(EMERGENCY_ROW, _SEEK_CARE, lambda flags: _highest(flags, Level.EMERGENCY)),
    FlagRow("R-RDY-02", _SEEK_CARE, lambda flags: _highest(flags, Level.URGENT)),
    FlagRow("R-RDY-03", _SEEK_CARE, lambda flags: _highest(flags, Level.CLINICIAN)),
    FlagRow("R-RDY-23", _CROSS, lambda flags: red_flags.advice(flags, Outcome.CROSS)),
    FlagRow("R-RDY-34", _EASY_USUAL, lambda flags: red_flags.advice(flags, Outcome.EASY)),
)

SITE_ROWS: Final = (
    SiteRow("R-RDY-10", _REST, lambda site: site.now >= c.RED_MIN),
    SiteRow("R-RDY-20", _CROSS, _near_ceiling),
    SiteRow("R-RDY-20x", _EASY_USUAL, _cleared),
    SiteRow("R-RDY-20s", _EASY_USUAL, _steady_near_ceiling),
    SiteRow("R-RDY-21", _CROSS, _flared),
    SiteRow(
        "R-RDY-30",
        _EASY_SHORT,
        lambda site: site.now == _WATCH_FLOOR and not _steady_at(site, _WATCH_FLOOR),
    ),
    SiteRow("R-RDY-30s", _EASY_USUAL, lambda site: _steady_at(site, _WATCH_FLOOR)),
    SiteRow("R-RDY-31", _EASY_SHORT, _above_usual),
)

DAY_ROWS: Final = (
    DayRow("R-RDY-04", _SEEK_CARE, lambda day, _: day.screen is Screen.CLEARANCE_NEEDED),
    DayRow("R-RDY-11", _REST, lambda day, _: day.limp),
    DayRow("R-RDY-12", _REST, lambda day, _: day.ill),
    DayRow("R-RDY-13", _REST, lambda day, _: day.night is Night.WAKES),
    DayRow("R-RDY-14", _REST, lambda day, _: day.stopped_yesterday),
    DayRow(
        "R-RDY-22",
        _CROSS,
        lambda day, _: (
            day.last_response(Response.RED, days=_RED_FRESH_DAYS) and not day.stopped_yesterday
        ),
    ),
    DayRow(
        "R-RDY-22e",
        _EASY_SHORT,
        lambda day, _: day.last_response(
            Response.RED, first=_RED_FRESH_DAYS + 1, days=c.RED_REMEMBERED_DAYS
        ),
    ),
    DayRow(
        "R-RDY-24",
        _CROSS,
        lambda day, _: (
            day.plan is Plan.LADDER
            and day.last_run is not None
            and day.last_run.within(c.LADDER_SPACING_DAYS)
        ),
    ),
    DayRow("R-RDY-25", _CROSS, lambda day, _: _at_least(day.fatigue, c.FATIGUE_VERY_HIGH)),
    DayRow(
        "R-RDY-32",
        _EASY_SHORT,
        lambda day, _: day.last_response(Response.AMBER_LINGER, days=_NOTICED_DAYS),
    ),
    DayRow(
        "R-RDY-32s",
        _GO_USUAL,
        lambda day, _: day.last_response(Response.AMBER_SETTLED, days=_NOTICED_DAYS),
    ),
    DayRow(
        "R-RDY-33",
        _EASY_USUAL,
        lambda day, _: day.last_response(Response.UNKNOWN, days=_NOTICED_DAYS),
    ),
    DayRow("R-RDY-35", _EASY_USUAL, _slept_badly),
    DayRow(
        "R-RDY-36",
        _EASY_USUAL,
        lambda day, _: (
            day.fatigue is not None and c.FATIGUE_HIGH <= day.fatigue < c.FATIGUE_VERY_HIGH
        ),
    ),
    DayRow("R-RDY-37", _EASY_SHORT, lambda day, _: _at_least(day.week_delta, c.WEEK_RISE_HOLD)),
    DayRow("R-RDY-38", _EASY_FULL, _too_far),
    DayRow("R-RDY-39", _EASY_FULL, lambda day, _: day.known_longest_m is None),
    DayRow("R-RDY-39b", _EASY_USUAL, lambda day, _: _few_runs(day)),
    DayRow("R-RDY-40", _EASY_SHORT, lambda day, _: _days_in_row(day) and not _nearly_no_pain(day)),
    DayRow("R-RDY-40n", _GO_USUAL, lambda day, _: _days_in_row(day) and _nearly_no_pain(day)),
    DayRow("R-RDY-42", _GO_FULL, lambda day, _: day.too_much_m is not None),
    DayRow("R-RDY-41", _EASY_FULL, lambda day, _: day.screen is Screen.MODERATE_ONLY),
)

_ALLOWS: Final[dict[str, Allows]] = {
    **{row.rule: row.allows for row in (*FLAG_ROWS, *SITE_ROWS, *DAY_ROWS)},
    "R-RDY-00a": Allows(Outcome.NEEDS_SCREEN),
    "R-RDY-00b": Allows(Outcome.NEEDS_INPUT),
    "R-RDY-00c": Allows(Outcome.DIARY_ONLY),
    LIST_ROW: Allows(Outcome.NEEDS_INPUT),
    "R-RDY-50": Allows(Outcome.GO),
}

OUTCOMES: Final = {rule: allows.outcome for rule, allows in _ALLOWS.items()}
SHARES: Final = {
    rule: allows.percent for rule, allows in _ALLOWS.items() if allows.percent is not None
}
"""The rows with a share of their own, in percent; the others leave that of the single-run cap."""
