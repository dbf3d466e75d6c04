"""What the page for a clinician opens with and holds: a part of the settings (R-SUM-01)."""

from collections.abc import Mapping
from typing import Any, Final

from tracker.diary.clinician.request import WEEKS_MAX, WEEKS_MIN, Part
from tracker.diary.kinds.kind import Kind
from tracker.domain.fields import boxes, line, whole_number
from tracker.domain.form import FormContext, Values
from tracker.domain.settings import Settings

PART_WORDS: Final[Mapping[Part, str]] = {
    Part.PAIN: "pain",
    Part.COMPLAINTS: "complaints",
    Part.RESPONSES: "responses",
    Part.RUNNING: "running",
    Part.TRIED: "tried",
    Part.FUNCTION: "function",
    Part.ALARMS: "alarm signs",
    Part.UNKNOWN: "not known",
    Part.PATTERNS: "patterns",
}
_PARTS: Final = "page_parts"


def _values(settings: Settings) -> dict[str, Any]:
    shown = tuple(part for part in Part if part not in settings.page_without)
    words = ("page_question", "page_goal", "page_name", "page_weeks")
    return {**{name: getattr(settings, name) for name in words}, _PARTS: shown}


def _make(values: Values, _context: FormContext, _base: Settings | None) -> dict[str, Any]:
    """Keep what is left out, so that a part of a later version is there at first."""
    shown = values[_PARTS]
    kept = {name: value for name, value in values.items() if name.startswith("page_")}
    del kept[_PARTS]
    return {**kept, "page_without": tuple(part.value for part in Part if part not in shown)}


CLINICIAN_PAGE: Final = Kind(
    type=Settings,
    word="settings",
    title="Page for a clinician",
    lead="The page opens with your question and your goal: they decide what the rest is read for.",
    done="Page saved. u undoes.",
    fields=(
        line("page_question", "Your question", cells=58),
        line("page_goal", "Your goal", cells=58),
        line("page_name", "Your name", placeholder="may stay empty", cells=30),
        whole_number(
            "page_weeks",
            "Weeks",
            says="The count of weeks",
            low=WEEKS_MIN,
            high=WEEKS_MAX,
            cells=5,
            help=f"{WEEKS_MIN} to {WEEKS_MAX}",
            understood=lambda _value, _context: f"{WEEKS_MIN} to {WEEKS_MAX}",
        ),
        boxes(_PARTS, "Parts", PART_WORDS),
    ),
    undo=lambda _settings, _now: "the page for a clinician",
    values=_values,
    make=_make,
)
