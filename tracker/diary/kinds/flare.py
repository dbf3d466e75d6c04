"""Flares as the person marks them (R-AN-04)."""

from typing import Final

from tracker.diary.kinds.kind import Kind
from tracker.diary.kinds.span import FIRST_DAY, LAST_DAY, span_parts, span_problems
from tracker.domain.calendar_words import format_day_of_year
from tracker.domain.episode import Flare
from tracker.domain.fields import note
from tracker.domain.site_fields import place
from tracker.insight.series import EventKind


def flare_words(flare: Flare) -> str:
    """Name a flare: `the flare of 12 Nov`."""
    return f"the flare of {format_day_of_year(flare.start)}"


FLARE: Final = Kind(
    type=Flare,
    name="flare",
    word="flare",
    heading="Flare",
    line=lambda flare, _snapshot: span_parts(flare),
    mark=(EventKind.FLARE, lambda flare: flare.start),
    # An answer that something is no flare is on file as well, and no person ever wrote it.
    written=lambda flare: flare.is_flare,
    title="Flare",
    lead=(
        "A flare is what you call one: hard to tolerate, upsetting plans. It counts, whatever the"
        " scores say.  R-AN-04"
    ),
    done="Flare saved. u undoes.",
    fields=(place(), FIRST_DAY, LAST_DAY, note()),
    undo=lambda flare, _settings: flare_words(flare),
    make=lambda values, _context, _base: {**values, "is_flare": True},
    check=span_problems,
)
