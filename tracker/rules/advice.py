"""What today's verdict says to do, in one or two sentences (section 4.3)."""

from typing import Final

from tracker.domain.settings import DistanceUnit
from tracker.domain.verdict import Level, Outcome
from tracker.rules.distance_words import floored_distance
from tracker.rules.flag_messages import advice_message, message
from tracker.rules.readiness import Readiness

OUTCOME_TEXT: Final = {
    Outcome.GO: "Nothing you logged argues against your planned run. Listen as you go.",
    Outcome.EASY: "Keep it short and easy: up to {cap}, conversational.",
    Outcome.CROSS: (
        "Leave running today. Walk, swim, cycle or do light strength work,"
        " keeping pain at {green_max} or less."
    ),
    Outcome.REST: "Rest from training today. Normal gentle moving around is good.",
    Outcome.NEEDS_SCREEN: "Answer the screening questions; then today's advice appears.",
    Outcome.NEEDS_INPUT: "Log today's pain score, also when it is 0; then today's advice appears.",
    Outcome.DIARY_ONLY: "This stays a diary: run advice is for adults.",
}
EASY_WITHOUT_CAP: Final = (
    "Keep it short and easy, conversational. The walk-run ladder sets the start."
)
_TELLS_OF_A_VISIT: Final = frozenset({Outcome.EASY, Outcome.CROSS, Outcome.REST})


def advice_text(
    verdict: Readiness,
    *,
    unit: DistanceUnit = DistanceUnit.KM,
    emergency_number: str = "",
    urgent_line: str = "",
) -> str:
    """Give the verdict's text, and that of the red flags that ask for a visit.

    A SEEK_CARE's is that of its red flags alone, with the numbers to call.
    """
    if verdict.outcome is Outcome.SEEK_CARE:
        return message(
            verdict.level or Level.CLINICIAN,
            verdict.flags,
            emergency_number=emergency_number,
            urgent_line=urgent_line,
        )
    visit = advice_message(verdict.flags) if verdict.outcome in _TELLS_OF_A_VISIT else ""
    return f"{_outcome_text(verdict, unit)} {visit}".rstrip()


def _outcome_text(verdict: Readiness, unit: DistanceUnit) -> str:
    if verdict.outcome is Outcome.EASY and verdict.cap_m is None:
        return EASY_WITHOUT_CAP
    return OUTCOME_TEXT[verdict.outcome].format(
        cap=floored_distance(verdict.cap_m or 0, unit), green_max=verdict.limits.green_max
    )
