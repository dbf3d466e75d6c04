"""Visits to somebody who looks after the complaint."""

from typing import Final

from tracker.diary.kinds.kind import Kind
from tracker.domain.calendar_words import format_day_of_year
from tracker.domain.fields import choice, day, note
from tracker.domain.screening import ClearedBy
from tracker.domain.visit import Visit
from tracker.insight.series import EventKind

BY_WORDS: Final = {
    ClearedBy.DOCTOR: "doctor",
    ClearedBy.PHYSIO: "physiotherapist",
    ClearedBy.CHIROPRACTOR: "chiropractor",
    ClearedBy.OTHER: "someone else",
}

VISIT: Final = Kind(
    type=Visit,
    name="visit",
    word="visit",
    heading="Visit",
    line=lambda visit, _snapshot: (BY_WORDS[visit.by],),
    mark=(EventKind.VISIT, lambda visit: visit.day),
    title="Visit",
    lead=(
        "A note for yourself and for your summary. What a clinician allows is logged apart, with"
        " ctrl+p: a clearance."
    ),
    done="Visit saved. u undoes.",
    fields=(
        day(),
        choice("by", "With", BY_WORDS, missing="Say who it was: choose with the arrows."),
        note(),
    ),
    undo=lambda visit, _settings: f"the visit of {format_day_of_year(visit.day)}",
)
