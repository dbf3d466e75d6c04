"""Every threshold of the rules in one place (C-01 to C-29).

The names are what the code compares with; `CONSTANTS` says where each value comes from and whether
a person may change it. Distances are metres, holds and pauses seconds, rises hundredths of a point,
unless the name says so.
"""

from dataclasses import dataclass
from typing import Final

from tracker.rules.hundredths import one_decimal

NRS_MIN: Final = 0
NRS_MAX: Final = 10

GREEN_MAX: Final = 2
AMBER_MAX: Final = 5
RED_MIN: Final = 6
COMFORTABLE_DURING_MAX: Final = 2

SETTLE_MIN: Final = 60
MORNING_FLARE: Final = 2

MEANINGFUL_POINTS: Final = 2
MEANINGFUL_PERCENT: Final = 30
WEEK_DAYS: Final = 7
WEEK_ENTRIES_MIN: Final = 4
WEEK_RISE_HOLD: Final = 100
WEEK_RISE_STEP_BACK: Final = 200
USUAL_DAYS: Final = 14
USUAL_VALUES_MIN: Final = 4
STEADY_DAYS: Final = 14
STEADY_LOGGED_MIN: Final = 10
STEADY_RUNS: Final = 3

RUN_CAP_PERCENT: Final = 110
LONGEST_WINDOW_DAYS: Final = 30
SPIKE_REFERENCE_PERCENT: Final = 110
SPIKE_SMALL_PERCENT: Final = 130
SPIKE_MODERATE_PERCENT: Final = 200
SPIKE_FROM_M: Final = 3000

SLOWER_PERCENT: Final = (10, 20)
REASSESS_MIN: Final = 3
MID_RUN_RESET_S: Final = 230

PERSIST_H: Final = 72
STOPS_WINDOW_DAYS: Final = 14
SETTLED_DAYS: Final = 2
LINGER_LOW_DAYS: Final = 42
LINGER_LOW_MEAN: Final = 2
LINGER_HIGH_DAYS: Final = 14
LINGER_HIGH_MEAN: Final = 4
TIME_LOSS_DAYS: Final = 7
TIME_LOSS_SESSIONS: Final = 3
SEVERE_MIN: Final = 7
ADVICE_DAYS: Final = 14
QUIET_DAYS: Final = 90
STILL_UP_RISE: Final = 100
REDS_TOO_MANY: Final = 3
REDS_TOO_MANY_DAYS: Final = 14
TOO_MUCH_REDS: Final = 2
TOO_MUCH_DAYS: Final = 28
TOO_MUCH_PERCENT: Final = 90
FULL_LIST_EVERY_DAYS: Final = 7

EASY_PERCENT: Final = 75
EASY_RPE_MAX: Final = 3
STEP_BACK_PERCENT: Final = 25
ADVANCES_PER_WEEK: Final = 2
LADDER_SPACING_DAYS: Final = 1
LADDER_SESSIONS_PER_WEEK: Final = 4
RUN_DAYS_IN_ROW: Final = 3

HOLD_S: Final = (10, 30)
HOLD_OLDER_S: Final = (30, 60)
HOLD_OLDER_AGE: Final = 65
REPEATS: Final = (2, 4)
PRE_RUN_STATIC_LIMIT_S: Final = 60
STRETCH_STOP_SCORE: Final = 4
SESSION_DONE_PERCENT: Final = 70
KNEE_BEND_SCORE: Final = 3

COLD_MIN: Final = (10, 20)
COLD_PAUSE_MIN: Final = 10
HEAT_MIN: Final = (15, 20)
FRESH_INJURY_H: Final = 48
PACK_USUAL_MIN: Final = 15
PACK_STOP_MIN: Final = 20
SKIN_CHECK_MIN: Final = 5

SHOES_NOTE_KM: Final = 500
SHOES_INSPECT_KM: Final = 800
PEG_CHANGE: Final = 1
PATTERN_PAIRS_MIN: Final = 28
PATTERN_GROUP_MIN: Final = 8
PATTERN_FULLER_PAIRS: Final = 60
SLEEP_H_MIN: Final = 6
SLEEP_QUALITY_LOW: Final = 2
SCREENING_MONTHS: Final = 12
RUN_WITH_PAIN_DAYS: Final = 90

FATIGUE_HIGH: Final = 6
FATIGUE_VERY_HIGH: Final = 8


@dataclass(frozen=True, slots=True)
class Bounded:
    """A field of Settings that may change a constant, and its bounds, both included."""

    setting: str
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Constant:
    """One row of the table of constants.

    `settings` names the fields of Settings that may change it, each within its bounds.
    """

    id: str
    title: str
    value: str
    used_by: tuple[str, ...]
    source: str
    settings: tuple[Bounded, ...] = ()


CONSTANTS: Final[tuple[Constant, ...]] = (
    Constant(
        "C-01",
        "pain scale",
        f"{NRS_MIN} to {NRS_MAX}, whole numbers",
        ("R-PAIN-01",),
        "F8: the 0-10 scale is the one studied",
    ),
    Constant(
        "C-02",
        "comfort zone",
        f"0 to {GREEN_MAX}",
        ("R-PAIN-05",),
        "F6: limit of 2 while running; other clinics use 0-3 (F3, F4)",
        settings=(Bounded("green_max", 2, 3),),
    ),
    Constant(
        "C-03",
        "watch zone",
        f"above comfort, up to {AMBER_MAX}",
        ("R-PAIN-05",),
        "F2: ceiling 5; F3: 4-5 acceptable",
    ),
    Constant(
        "C-04",
        "stop zone",
        f"{RED_MIN} to {NRS_MAX}",
        ("R-PAIN-05", "R-RDY-10", "R-MID-02"),
        "F3: above 5 not acceptable; F4: 6-10 stop",
    ),
    Constant(
        "C-05",
        "settle window",
        f"back to the level before the run within {SETTLE_MIN} min, not higher next morning",
        ("R-PAIN-06",),
        "F6; F2: gone by the following morning",
    ),
    Constant(
        "C-06",
        "next-morning flare",
        f"+{MORNING_FLARE} or more over the level before the run",
        ("R-PAIN-07", "R-RDY-21"),
        "F7: 2 points matter; using it for worsening is our own choice",
    ),
    Constant(
        "C-07",
        "meaningful change",
        f"at least {MEANINGFUL_POINTS}.0 points and {MEANINGFUL_PERCENT} %, on 7-day means",
        ("R-PAIN-04", "R-AN-02"),
        "F7; F8 for long-lasting low back pain",
    ),
    Constant(
        "C-08",
        "rise from week to week",
        f"{one_decimal(WEEK_RISE_HOLD)} hold, {one_decimal(WEEK_RISE_STEP_BACK)} step back"
        f" (7-day means, {WEEK_ENTRIES_MIN} entries each)",
        ("R-PROG-10", "R-RDY-37"),
        "Silbernagel 2007 (from memory) for the principle; 1.0 our own choice; 2.0 from F7",
    ),
    Constant(
        "C-09",
        "single-run cap",
        f"{RUN_CAP_PERCENT} % of the longest run in {LONGEST_WINDOW_DAYS} days",
        ("R-LOAD-04", "R-RDY-38"),
        "F26",
        settings=(Bounded("run_cap_percent", 105, 110),),
    ),
    Constant(
        "C-10",
        "spike bands",
        "more than 10-30 %, 30-100 %, 100 % over",
        ("R-LOAD-04",),
        "F26",
    ),
    Constant(
        "C-11",
        "slow-down step",
        f"{SLOWER_PERCENT[0]}-{SLOWER_PERCENT[1]} % slower",
        ("R-MID-03",),
        "F6",
    ),
    Constant(
        "C-12",
        "reassess after slowing",
        f"{REASSESS_MIN} min",
        ("R-MID-03",),
        "our own choice: long enough to feel a change",
        settings=(Bounded("reassess_min", 2, 5),),
    ),
    Constant(
        "C-13",
        "mid-run reset",
        f"{MID_RUN_RESET_S // 60} min {MID_RUN_RESET_S % 60} s",
        ("R-MID-05",),
        "our own choice: the sum of its steps",
    ),
    Constant(
        "C-14",
        "persistence after a pain stop",
        f"{PERSIST_H} h",
        ("R-RED-27",),
        'F5: "few days"; exactly 72 h is our own choice',
    ),
    Constant(
        "C-15",
        "lingering pain",
        f"{LINGER_LOW_DAYS} days with a 7-day mean of {LINGER_LOW_MEAN},"
        f" or {LINGER_HIGH_DAYS} days with {LINGER_HIGH_MEAN}",
        ("R-RED-25",),
        "F36: six weeks; F12b: two weeks; pain levels are our own choice",
    ),
    Constant(
        "C-16",
        "time lost",
        f"{TIME_LOSS_DAYS} days or {TIME_LOSS_SESSIONS} planned sessions in a row",
        ("R-RED-26",),
        "F34",
    ),
    Constant(
        "C-17",
        "easy-day cap",
        f"{EASY_PERCENT} % of the longest run in 30 days, effort {EASY_RPE_MAX} or less",
        ("R-RDY-30",),
        "our own choice: mirrors the step back; F25b: 3 is moderate",
    ),
    Constant(
        "C-18",
        "step back",
        f"one ladder stage or -{STEP_BACK_PERCENT} % distance",
        ("R-PROG-10",),
        "our own choice: no trial sets the amount",
        settings=(Bounded("step_back_percent", 20, 50),),
    ),
    Constant(
        "C-19",
        "advances in 7 days",
        f"at most {ADVANCES_PER_WEEK}",
        ("R-PROG-10",),
        "F33",
        settings=(Bounded("advances_per_week", 1, 2),),
    ),
    Constant(
        "C-20",
        "run days on the ladder",
        "never two days in a row",
        ("R-PROG-02", "R-RDY-24"),
        "F30: rest day between runs; F33: every other day",
    ),
    Constant(
        "C-21",
        "static stretch",
        f"hold {HOLD_S[0]}-{HOLD_S[1]} s ({HOLD_OLDER_S[0]}-{HOLD_OLDER_S[1]} s older adults),"
        f" {REPEATS[0]}-{REPEATS[1]} times, about 60 s a muscle, 2-3 days a week",
        ("R-STR-03",),
        "F37, F37b",
    ),
    Constant(
        "C-22",
        "static limit before a run",
        f"less than {PRE_RUN_STATIC_LIMIT_S} s a muscle",
        ("R-STR-04",),
        "F38",
    ),
    Constant(
        "C-23",
        "cold",
        f"{COLD_MIN[0]}-{COLD_MIN[1]} min, wrapped, look at the skin after {SKIN_CHECK_MIN} min,"
        f" pause of {COLD_PAUSE_MIN} min or more",
        ("R-HC-02", "R-HC-04"),
        "F41",
    ),
    Constant(
        "C-24",
        "heat",
        f"{HEAT_MIN[0]}-{HEAT_MIN[1]} min, warm not hot, cloth between, never asleep",
        ("R-HC-01", "R-HC-04"),
        "F41b; the upper end of 20 is our own cautious choice",
    ),
    Constant(
        "C-25",
        "shoes",
        f"note from {SHOES_NOTE_KM} km, look at them at {SHOES_INSPECT_KM} km",
        ("R-EQ-01",),
        "F43: convention; F43b: weak basis",
        settings=(Bounded("shoes_note_km", 100, 2000), Bounded("shoes_inspect_km", 100, 3000)),
    ),
    Constant(
        "C-26",
        "noticeable change of pain impact",
        f"{PEG_CHANGE}.0 point",
        ("R-Q-02",),
        "F46: estimates mostly 1.0-1.75",
    ),
    Constant(
        "C-27",
        "days needed for a pattern",
        f"{PATTERN_PAIRS_MIN} pairs, {PATTERN_GROUP_MIN} in each group;"
        f" fuller look from {PATTERN_FULLER_PAIRS}",
        ("R-AN-05",),
        "our own choice: power measured by simulation",
    ),
    Constant(
        "C-28",
        "sleep caution",
        f"less than {SLEEP_H_MIN} h, or quality {SLEEP_QUALITY_LOW} of 5 or less",
        ("R-RDY-35",),
        "F52 for the direction; the cut-offs are our own choice",
        settings=(Bounded("sleep_h_min", 3, 9), Bounded("sleep_quality_low", 1, 4)),
    ),
    Constant(
        "C-29",
        "validity of a clearance",
        f"{SCREENING_MONTHS} months (screening), {RUN_WITH_PAIN_DAYS} days (running with pain)",
        ("R-SCR-10",),
        "PAR-Q+ form (from memory): 12 months; 90 days is our own choice",
    ),
)
