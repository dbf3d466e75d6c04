"""The eight questions before starting, and how long a clearance counts (section 2.1)."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final

from tracker.domain.dataclass import dataclass
from tracker.domain.screening import Allows, Clearance, Screen, Screening
from tracker.rules import constants as c

SCREENING: Final = "screening"
ALL: Final = "all"
ALLOWS_RUNNING: Final = frozenset({Allows.RUN, Allows.RUN_WITH_PAIN})

CLEAR_TEXT: Final = (
    "Nothing in your answers says you need to see someone before starting."
    " That doesn't replace a medical check."
)
CLEARANCE_TEXT: Final = (
    "Please ask a clinician whether you may run, and log what they say. Ordinary walking is fine."
)
PREGNANCY_TEXT: Final = (
    "Ask your midwife, doctor or pelvic-health physiotherapist."
    " After a birth: at least 3 weeks of rest, then one step at a time."
)
MODERATE_TEXT: Final = (
    "Moderate running is fine: effort 4 of 10 at most; hard sessions wait for a clinician's word."
)
DIARY_TEXT: Final = "Use the diary as you like; run advice is for adults."
FULL_FORM_TEXT: Final = "Prefer the full form? See eparmedx.com"
UNVERIFIED_TEXT: Final = "This is what you say a clinician said; the app verifies nothing."


@dataclass(frozen=True, slots=True)
class ScreeningQuestion:
    """One question: its rule, the field of Screening that holds the answer, and the words."""

    rule: str
    field: str
    text: str
    only_after: str | None = None


SCREENING_QUESTIONS: Final = (
    ScreeningQuestion("R-SCR-01", "adult", "Are you 18 or older?"),
    ScreeningQuestion(
        "R-SCR-02",
        "structural",
        "Has anyone told you that something in your spine is structurally wrong (fracture, slipped"
        " vertebra, narrowed canal, inflammatory or infectious disease, tumour, surgery in the last"
        " 12 months) and not yet said you may run?",
    ),
    ScreeningQuestion("R-SCR-03", "condition", "Heart, circulation, kidney or diabetes condition?"),
    ScreeningQuestion(
        "R-SCR-04",
        "symptoms",
        "Chest discomfort, unusual breathlessness, fainting, racing heart, ankle swelling, or calf"
        " pain that always comes at the same walking distance?",
    ),
    ScreeningQuestion(
        "R-SCR-05",
        "bone_risk",
        "Brittle bones, long-term steroid tablets, a past stress fracture, or periods absent for 3"
        " months or more?",
    ),
    ScreeningQuestion(
        "R-SCR-06",
        "pregnancy",
        "Are you pregnant, or did you give birth in the last 12 weeks, or have you had leaking or a"
        " heavy feeling below since a birth?",
    ),
    ScreeningQuestion(
        "R-SCR-07",
        "told_to_avoid",
        "Has a clinician told you to exercise only under supervision or to avoid running?",
    ),
    ScreeningQuestion(
        "R-SCR-08",
        "active",
        "In the last three months, were you moderately active for 30 minutes on at least three days"
        " a week?",
        only_after="condition",
    ),
)


def screen_of(
    screenings: Iterable[Screening], clearances: Iterable[Clearance], *, today: date
) -> Screen:
    """Add the latest answers up to what they allow today (R-SCR-01 to R-SCR-10).

    Answers count for 12 months. A clearance lifts what they ask for if it allows running, covers
    the screening, and is not older than the answers.
    """
    past = [item for item in screenings if item.day <= today]
    latest = max(reversed(past), key=lambda item: item.at, default=None)
    if latest is None or not _within_validity(latest.day, today):
        return Screen.MISSING
    if not latest.adult:
        return Screen.DIARY_ONLY
    needed = _asked_for(latest)
    if needed is Screen.CLEAR or _cleared(clearances, since=latest.day, today=today):
        return Screen.CLEAR
    return needed


def has_bone_risk(screenings: Iterable[Screening], *, today: date) -> bool:
    """Say whether the latest answers up to a day name something that weakens bones (R-SCR-05)."""
    past = [item for item in screenings if item.day <= today]
    latest = max(reversed(past), key=lambda item: item.at, default=None)
    return latest is not None and latest.bone_risk


def screening_text(screen: Screen, *, pregnancy: bool = False) -> str:
    """Return the words after the eight questions; `pregnancy` is the answer to R-SCR-06."""
    return {
        Screen.CLEAR: CLEAR_TEXT,
        Screen.CLEARANCE_NEEDED: f"{CLEARANCE_TEXT} {PREGNANCY_TEXT}"
        if pregnancy
        else CLEARANCE_TEXT,
        Screen.MODERATE_ONLY: MODERATE_TEXT,
        Screen.DIARY_ONLY: DIARY_TEXT,
        Screen.MISSING: "Please answer the 8 health questions (missing or over a year old).",
    }[screen]


def _asked_for(answers: Screening) -> Screen:
    if answers.structural or answers.pregnancy or answers.told_to_avoid or answers.symptoms:
        return Screen.CLEARANCE_NEEDED
    if answers.condition:
        return Screen.MODERATE_ONLY if answers.active else Screen.CLEARANCE_NEEDED
    return Screen.CLEAR


def valid_until(clearance: Clearance) -> date:
    """Return the last day on which a clearance counts (C-29), at most its own review date."""
    if clearance.allows is Allows.RUN_WITH_PAIN:
        usual = clearance.day + timedelta(days=c.RUN_WITH_PAIN_DAYS)
    else:
        usual = _months_later(clearance.day)
    return usual if clearance.review_by is None else min(usual, clearance.review_by)


def covers(clearance: Clearance, what: str) -> bool:
    """Return whether a clearance speaks of a red-flag id or of "screening"."""
    return what in clearance.covers or ALL in clearance.covers


def latest_word(clearances: Sequence[Clearance]) -> Clearance | None:
    """Return the latest clearance; of several at one moment the one that was logged last."""
    return max(reversed(clearances), key=lambda item: (item.day, item.at), default=None)


def may_run_with_pain(clearances: Iterable[Clearance], score: int, *, today: date) -> bool:
    """Return whether a valid clearance allows running with this score (R-RDY-20x).

    Judged by the latest one that speaks of more or less than running as such: a newer word that
    forbids running, or allows it up to a lower score, undoes an older one.
    """
    spoken = [item for item in clearances if item.allows is not Allows.RUN and item.day <= today]
    latest = latest_word(spoken)
    return (
        latest is not None
        and latest.allows is Allows.RUN_WITH_PAIN
        and today <= valid_until(latest)
        and latest.up_to is not None
        and score <= latest.up_to
    )


def _cleared(clearances: Iterable[Clearance], *, since: date, today: date) -> bool:
    """Judge by the latest clearance: a newer word that forbids running undoes an older one."""
    spoken = [item for item in clearances if covers(item, SCREENING) and since <= item.day <= today]
    latest = latest_word(spoken)
    return latest is not None and latest.allows in ALLOWS_RUNNING and today <= valid_until(latest)


def _within_validity(day: date, today: date) -> bool:
    return today <= _months_later(day)


def _months_later(day: date) -> date:
    """Return the same day twelve months on; 29 February ends with February."""
    years = c.SCREENING_MONTHS // 12
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
