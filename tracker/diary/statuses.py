"""The one line for a shell prompt or a status bar."""

from datetime import date

from tracker.diary.answers import Status
from tracker.diary.day_views import next_steps
from tracker.diary.snapshot import Snapshot
from tracker.diary.verdicts import verdict_on
from tracker.domain.verdict import Level, Outcome

DUE_SHOWN = 2


def outcome_words(outcome: Outcome) -> str:
    """Give an outcome as it is written for people: SEEK CARE, not SEEK_CARE."""
    return outcome.value.replace("_", " ")


def status(snapshot: Snapshot, today: date) -> Status:
    """Put today's outcome, its cap and what is due into one line."""
    verdict = verdict_on(snapshot, today)
    due = tuple(step.text for step in next_steps(snapshot, today, verdict.outcome))
    parts = [outcome_words(verdict.outcome)]
    if verdict.level is Level.EMERGENCY:
        parts.append(verdict.level.value)
    else:
        parts.extend(filter(None, (verdict.headline, *due[:DUE_SHOWN])))
    return Status(line=" · ".join(parts), outcome=verdict.outcome, cap_m=verdict.cap_m, due=due)
