"""What today's verdict says to do, in one or two sentences (section 4.3)."""

from typing import Final

from tracker.domain.settings import DistanceUnit
from tracker.domain.verdict import Level, Outcome
from tracker.rules import constants as c
from tracker.rules.distance_words import floored_distance
from tracker.rules.explanations import cap_reason
from tracker.rules.flag_messages import advice_message, message
from tracker.rules.progression import ladder_session
from tracker.rules.readiness import Readiness
from tracker.rules.readiness_rows import OUTCOMES

OUTCOME_TEXT: Final = {
    Outcome.GO: "Nothing you logged argues against your planned run. Listen as you go.",
    Outcome.EASY: "Keep it easy: up to {cap}, slow enough to talk in sentences.",
    Outcome.CROSS: (
        "No running today. Walk, swim, cycle or do light strength work,"
        " keeping pain at {green_max} or less."
    ),
    Outcome.REST: "Rest from training today. Normal gentle moving around is good.",
    Outcome.NEEDS_SCREEN: "Please answer the 8 health questions (missing or over a year old).",
    Outcome.NEEDS_INPUT: "Score today's pain first, also when it is 0.",
    Outcome.DIARY_ONLY: "This stays a diary: run advice is for adults.",
}
GO_BELOW_PLAN: Final = (
    "Nothing you logged argues against a run of up to {cap}. {reason}. Listen as you go."
)
EASY_ON_THE_LADDER: Final = (
    "Keep it easy, slow enough to talk in sentences. Today's session is {stage} of the walk-run"
    " ladder: {session}."
)
MODERATE: Final = "Keep it moderate: up to {cap}, effort {effort} of 10 at most, no hard sessions."
LIST_FIRST: Final = "Answer the alarm list first."

EASY_MANNER: Final = f"effort {c.EASY_RPE_MAX} of 10, flat ground, easy enough to talk"
MODERATE_MANNER: Final = f"effort {c.MODERATE_RPE_MAX} of 10 at most, no hard sessions"
_TELLS_OF_A_VISIT: Final = frozenset({Outcome.EASY, Outcome.CROSS, Outcome.REST})


def advice_text(
    verdict: Readiness,
    *,
    unit: DistanceUnit = DistanceUnit.KM,
    emergency_number: str = "",
    urgent_line: str = "",
) -> str:
    """Return the verdict's text, and that of the red flags that ask for a visit.

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


def manner(verdict: Readiness) -> str:
    """Return how an EASY run is run, in a few words; "" for any other day."""
    if verdict.outcome is not Outcome.EASY:
        return ""
    return MODERATE_MANNER if _only_moderate(verdict) else EASY_MANNER


def _outcome_text(verdict: Readiness, unit: DistanceUnit) -> str:
    if "R-RDY-00d" in verdict.rules:
        return LIST_FIRST
    cap = floored_distance(verdict.cap_m or 0, unit)
    if _below_plan(verdict):
        return GO_BELOW_PLAN.format(cap=cap, reason=cap_reason(verdict, unit=unit))
    if verdict.outcome is Outcome.EASY and verdict.cap_m is None:
        session = ladder_session(walked_w0=verdict.given.walked_w0)
        return EASY_ON_THE_LADDER.format(stage=session.id, session=session.text)
    if _only_moderate(verdict):
        return MODERATE.format(cap=cap, effort=c.MODERATE_RPE_MAX)
    return OUTCOME_TEXT[verdict.outcome].format(cap=cap, green_max=verdict.limits.green_max)


def _below_plan(verdict: Readiness) -> bool:
    planned, cap = verdict.given.planned_m, verdict.cap_m
    above = planned is not None and cap is not None and planned > cap
    return verdict.outcome is Outcome.GO and above


def _only_moderate(verdict: Readiness) -> bool:
    easing = {rule for rule in verdict.rules if OUTCOMES[rule] is Outcome.EASY}
    return verdict.outcome is Outcome.EASY and easing == {"R-RDY-41"}
