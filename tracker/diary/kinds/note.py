"""Notes of a day."""

from typing import Final

from tracker.diary.kinds.kind import Kind
from tracker.domain.calendar_words import format_day_of_year
from tracker.domain.fields import day, note
from tracker.domain.note import Note

NOTHING_WRITTEN: Final = "Write the note first: that is all it is."

NOTE: Final = Kind(
    type=Note,
    name="note",
    word="note",
    heading="Note",
    title="Note",
    done="Note saved. u undoes.",
    fields=(day(), note(missing=NOTHING_WRITTEN)),
    undo=lambda item, _settings: f"the note of {format_day_of_year(item.day)}",
)
