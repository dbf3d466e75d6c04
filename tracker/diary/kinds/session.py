"""Routines as they were gone through (R-STR-09); `stretch log` and the Stretch tab add them."""

from typing import Final

from tracker.diary.day_facts import session_words
from tracker.diary.kinds.kind import Kind
from tracker.domain.calendar_words import format_day_of_year
from tracker.domain.fields import note, yes_no
from tracker.domain.routine import RoutineSession
from tracker.domain.site_fields import score

SESSION: Final = Kind(
    type=RoutineSession,
    name="session",
    word="session",
    heading="Routine",
    line=lambda session, snapshot: (session_words(snapshot, session),),
    timed=True,
    title="Session",
    done="Session saved. u undoes.",
    fields=(
        score("pain_before", "Pain before"),
        score("pain_after", "Pain after"),
        yes_no("water_packed", "Water packed", help="yes, no"),
        note(),
    ),
    undo=lambda session, _settings: f"the session of {format_day_of_year(session.day)}",
)
