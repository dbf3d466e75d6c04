"""The table of constants: what each is, where it comes from, whether a person may change it."""

from typing import Final

from tracker.domain.dataclass import dataclass
from tracker.rules import constants as c
from tracker.rules.hundredths import one_decimal


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


_EASY_ROWS = "20s 20x 22e 30 30s 31 32 32s 33 34 35 36 37 39b 40 40n"

CONSTANTS: Final[tuple[Constant, ...]] = (
    Constant(
        "C-01",
        "pain scale",
        f"{c.NRS_MIN} to {c.NRS_MAX}, whole numbers",
        ("R-PAIN-01",),
        "F8: the 0-10 scale is the one studied",
    ),
    Constant(
        "C-02",
        "comfort zone",
        f"0 to {c.GREEN_MAX} (a choice of 3 changes words and colours only)",
        ("R-PAIN-05", "R-PAIN-07", "R-MID-03", "R-XT-03"),
        "F6: limit of 2 while running; other clinics use 0-3 (F3, F4)",
        settings=(Bounded("green_max", 2, 3),),
    ),
    Constant(
        "C-03",
        "watch zone",
        f"above comfort, up to {c.AMBER_MAX}",
        ("R-PAIN-05",),
        "F2: ceiling 5; F3: 4-5 acceptable",
    ),
    Constant(
        "C-04",
        "stop zone",
        f"{c.RED_MIN} to {c.NRS_MAX}",
        ("R-PAIN-05", "R-PAIN-07", "R-RDY-10", "R-MID-02"),
        "F3: above 5 not acceptable; F4: 6-10 stop",
    ),
    Constant(
        "C-05",
        "settle window",
        f"back to the level before the run, or into the comfort zone, within {c.SETTLE_MIN} min;"
        " next morning under C-06",
        ("R-PAIN-06", "R-PAIN-07"),
        "F6; F2: gone by the following morning; the comfort zone is our own choice",
    ),
    Constant(
        "C-06",
        "next-morning rise",
        f"red from +{c.MORNING_RED_RISE / 100:.2f} over the base and a score of"
        f" {c.MORNING_RED_SCORE}; lingers from +{c.MORNING_LINGER_RISE / 100:.2f} and a score of"
        f" {c.MORNING_LINGER_SCORE}",
        ("R-PAIN-07",),
        "F58: smallest change that can be told apart 1.6-2.8; F59: error of measurement 1.02; F7;"
        " 1.50 against an averaged base chosen by simulation",
    ),
    Constant(
        "C-06b",
        "sensitive bones",
        f"red already from a score of {c.FOCAL_RED_SCORE} at shin, top of the foot, ball of the"
        " foot, groin, front thigh or ankle, or anywhere with bone risk",
        ("R-PAIN-07",),
        "our own choice: bone stress starts mild",
    ),
    Constant(
        "C-07",
        "meaningful change",
        f"at least {c.MEANINGFUL_POINTS}.0 points and {c.MEANINGFUL_PERCENT} %, on 7-day means",
        ("R-PAIN-04", "R-AN-02"),
        "F7; F8 for long-lasting low back pain",
    ),
    Constant(
        "C-08",
        "rise from week to week",
        f"{one_decimal(c.WEEK_RISE_HOLD)} hold, {one_decimal(c.WEEK_RISE_STEP_BACK)} step back"
        f" (7-day means, {c.WEEK_ENTRIES_MIN} entries each)",
        ("R-PAIN-08", "R-PROG-10", "R-RDY-37"),
        "Silbernagel 2007 (from memory) for the principle; 1.0 our own choice; 2.0 from F7",
    ),
    Constant(
        "C-09",
        "single-run cap",
        f"{c.RUN_CAP_PERCENT} % of the longest run in {c.LONGEST_WINDOW_DAYS} days",
        ("R-LOAD-04", "R-RDY-38", "R-RDY-50"),
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
        f"{c.SLOWER_PERCENT[0]}-{c.SLOWER_PERCENT[1]} % slower",
        ("R-MID-03",),
        "F6",
    ),
    Constant(
        "C-12",
        "reassess after slowing",
        f"{c.REASSESS_MIN} min",
        ("R-MID-03",),
        "our own choice: long enough to feel a change",
        settings=(Bounded("reassess_min", 2, 5),),
    ),
    Constant(
        "C-13",
        "mid-run reset",
        f"{c.MID_RUN_RESET_S // 60} min {c.MID_RUN_RESET_S % 60} s",
        ("R-MID-05",),
        "our own choice: the sum of its steps",
    ),
    Constant(
        "C-14",
        "persistence after a pain stop",
        f"{c.PERSIST_H} h",
        ("R-RED-27",),
        'F5: "few days"; exactly 72 h is our own choice',
    ),
    Constant(
        "C-15",
        "lingering pain",
        f"{c.LINGER_LOW_DAYS} days with a 7-day mean of {c.LINGER_LOW_MEAN},"
        f" or {c.LINGER_HIGH_DAYS} days with {c.LINGER_HIGH_MEAN}",
        ("R-RED-25",),
        "F36: six weeks; F12b: two weeks; pain levels are our own choice",
    ),
    Constant(
        "C-16",
        "time lost",
        f"{c.TIME_LOSS_DAYS} days or {c.TIME_LOSS_SESSIONS} planned sessions in a row",
        ("R-RED-26",),
        "F34",
    ),
    Constant(
        "C-17",
        "easy-day cap",
        f"{c.EASY_PERCENT} % of the longest settled run in 30 days where pain or the last run asks"
        f" for less, {c.USUAL_PERCENT} % where only caution asks; effort {c.EASY_RPE_MAX} of 10 at"
        " most",
        tuple(f"R-RDY-{row}" for row in _EASY_ROWS.split()),
        "our own choice: mirrors the step back; one cap for all made obedient runners shrink to"
        " nothing",
    ),
    Constant(
        "C-17b",
        "smallest cap",
        f"{c.CAP_FLOOR_M / 1000:.1f} km, or the longest settled run or the run that was too much"
        " where one of them is shorter",
        ("R-RDY-42",),
        "our own choice: below that the walk-run ladder is the smaller dose",
    ),
    Constant(
        "C-18",
        "step back",
        f"one ladder stage or -{c.STEP_BACK_PERCENT} % distance",
        ("R-PROG-10",),
        "our own choice: no trial sets the amount",
        settings=(Bounded("step_back_percent", 20, 50),),
    ),
    Constant(
        "C-19",
        "advances in 7 days",
        f"at most {c.ADVANCES_PER_WEEK}",
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
        f"hold {c.HOLD_S[0]}-{c.HOLD_S[1]} s ({c.HOLD_OLDER_S[0]}-{c.HOLD_OLDER_S[1]} s older"
        f" adults), {c.REPEATS[0]}-{c.REPEATS[1]} times, about 60 s a muscle, 2-3 days a week",
        ("R-STR-03",),
        "F37, F37b",
    ),
    Constant(
        "C-22",
        "static limit before a run",
        f"less than {c.PRE_RUN_STATIC_LIMIT_S} s a muscle",
        ("R-STR-04",),
        "F38",
    ),
    Constant(
        "C-23",
        "cold",
        f"{c.COLD_MIN[0]}-{c.COLD_MIN[1]} min, wrapped, look at the skin after {c.SKIN_CHECK_MIN}"
        f" min, pause of {c.COLD_PAUSE_MIN} min or more",
        ("R-HC-02", "R-HC-04"),
        "F41",
    ),
    Constant(
        "C-24",
        "heat",
        f"{c.HEAT_MIN[0]}-{c.HEAT_MIN[1]} min, warm not hot, cloth between, never asleep",
        ("R-HC-01", "R-HC-04"),
        "F41b; the upper end of 20 is our own cautious choice",
    ),
    Constant(
        "C-25",
        "shoes",
        f"note from {c.SHOES_NOTE_KM} km, look at them at {c.SHOES_INSPECT_KM} km",
        ("R-EQ-01",),
        "F43: convention; F43b: weak basis",
        settings=(Bounded("shoes_note_km", 100, 2000), Bounded("shoes_inspect_km", 100, 3000)),
    ),
    Constant(
        "C-26",
        "noticeable change of pain impact",
        f"{c.PEG_CHANGE}.0 point",
        ("R-Q-02",),
        "F46: estimates mostly 1.0-1.75",
    ),
    Constant(
        "C-27",
        "days needed for a pattern",
        f"{c.PATTERN_PAIRS_MIN} pairs, {c.PATTERN_GROUP_MIN} in each group;"
        f" fuller look from {c.PATTERN_FULLER_PAIRS}",
        ("R-AN-05",),
        "our own choice: power measured by simulation",
    ),
    Constant(
        "C-28",
        "sleep caution",
        f"less than {c.SLEEP_H_MIN} h, or quality {c.SLEEP_QUALITY_LOW} of 5 or less",
        ("R-RDY-35",),
        "F52 for the direction; the cut-offs are our own choice",
        settings=(Bounded("sleep_h_min", 3, 9), Bounded("sleep_quality_low", 1, 4)),
    ),
    Constant(
        "C-29",
        "validity of a clearance",
        f"{c.SCREENING_MONTHS} months (screening), {c.RUN_WITH_PAIN_DAYS} days (running with pain)",
        ("R-SCR-10",),
        "PAR-Q+ form (from memory): 12 months; 90 days is our own choice",
    ),
    Constant(
        "C-30",
        "usual level",
        f"mean of the rested mornings of {c.USUAL_DAYS} days, {c.USUAL_VALUES_MIN} or more; else of"
        f" all mornings of {c.WEEK_DAYS} days, {c.USUAL_VALUES_MIN} or more",
        ("R-PAIN-03",),
        "our own choice, by simulation: a base that contains the answer to yesterday's run hides"
        " it",
    ),
    Constant(
        "C-34",
        "steady",
        f"{c.STEADY_LOGGED_MIN} of {c.STEADY_DAYS} mornings with a score, week change below"
        f" {one_decimal(c.WEEK_RISE_HOLD)}, none of the last {c.STEADY_RUNS} runs red, no sign but"
        " R-RED-25",
        ("R-PAIN-08",),
        "our own choice; adults with long-lasting low back pain ran three times a week (F31)",
    ),
    Constant(
        "C-35",
        "too much twice",
        f"{c.TOO_MUCH_REDS} red runs in {c.TOO_MUCH_DAYS} days: stay at {c.TOO_MUCH_PERCENT} % of"
        " the shortest of them",
        ("R-RDY-42",),
        "our own choice, by simulation",
    ),
    Constant(
        "C-36",
        "three times in two weeks",
        f"{c.REDS_TOO_MANY} red runs in {c.REDS_TOO_MANY_DAYS} days",
        ("R-RED-34", "R-PROG-10"),
        "our own choice",
    ),
    Constant(
        "C-37",
        "quiet after a visit or clearance",
        f"{c.QUIET_DAYS} days",
        ("R-RED-25", "R-RED-26", "R-RED-41"),
        "our own choice: advice already followed is noise",
    ),
    Constant(
        "C-38",
        "late morning score",
        "the second or third morning after the run, where the first was missed",
        ("R-PAIN-06",),
        "our own choice",
    ),
)
