"""What the complaint does to running, sleep and sitting (R-SUM-01, 8)."""

from collections.abc import Iterator

from tracker.diary.clinician.request import Period
from tracker.diary.clinician.words import NONE_LOGGED, NOT_KNOWN, mean_words
from tracker.diary.day_state import day_state
from tracker.diary.snapshot import Snapshot
from tracker.diary.weekly_checks import check_of
from tracker.insight.page import Block, Facts
from tracker.rules.impact import impact


def function_blocks(snapshot: Snapshot, period: Period) -> tuple[Block, ...]:
    """Return the weekly check of every week, sleep, fatigue and sitting."""
    facts = tuple((label, words) for label, words in _facts(snapshot, period) if words)
    return (Facts(facts or (("Function", NONE_LOGGED),)),)


def _facts(snapshot: Snapshot, period: Period) -> Iterator[tuple[str, str]]:
    yield "Weekly check", _impact(snapshot, period)
    states = [day_state(snapshot, day) for day in period.days]
    sleep = mean_words([state.sleep_h for state in states], "h")
    quality = mean_words([state.sleep_quality for state in states], "of 5")
    fatigue = mean_words([state.fatigue for state in states], "of 10")
    sitting = mean_words([state.sitting_h for state in states], "h")
    said = (
        ("sleep", sleep),
        ("sleep quality", quality),
        ("fatigue", fatigue),
        ("sitting", sitting),
    )
    yield "A day", ", ".join(f"{label} {words}" for label, words in said if words)


def _impact(snapshot: Snapshot, period: Period) -> str:
    """Write the score of every week, the earliest first; not the official instrument."""
    checks = [check_of(snapshot, week) for week in period.weeks]
    scores = [None if each is None else impact(each.options).score for each in checks]
    if all(score is None for score in scores):
        return ""
    words = ", ".join(NOT_KNOWN if score is None else str(score) for score in scores)
    return f"{words} of 100 by week (own questions, 0 is no trouble)"
