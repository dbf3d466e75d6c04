"""The question about an activity that may be one on file."""

from typing import Final

from tracker.diary.answers import Alike, Imported
from tracker.domain.calendar_words import format_day
from tracker.domain.clock_words import format_clock
from tracker.domain.cross_training import CrossTraining
from tracker.domain.run import Run
from tracker.domain.settings import Settings
from tracker.domain.units import format_distance, format_duration
from tracker.ui.dialogs import Dialog

_CELLS: Final = 14
_NOT_KNOWN: Final = "\N{EN DASH}"


def alike_dialog(item: Imported, settings: Settings, *, fact: str) -> Dialog[Alike]:
    """Put both runs side by side; no answer leaves out this one and those after it."""
    rows = [(name, *values) for name, values in _rows(item, settings)]
    table = [("", "in the file", "in the diary"), *rows]
    text = "\n".join("".join(f"{cell:<{_CELLS}}" for cell in row).rstrip() for row in table)
    return Dialog(
        f"Is this the same one? {fact}",
        f"{text}\n\nMerged, the one in the diary stays as it is and gets what it lacks.",
        (
            ("s", "skip it", Alike.SKIP),
            ("m", "merge the two", Alike.MERGE),
            ("k", "keep both", Alike.BOTH),
        ),
    )


def _rows(item: Imported, settings: Settings) -> list[tuple[str, tuple[str, str]]]:
    new, known = item.left_out, item.record
    if new is None or not isinstance(known, Run | CrossTraining):
        return []
    one, other = _cells(new, settings), _cells(known, settings)
    return [(name, (one[name], other[name])) for name in one]


def _cells(record: Run | CrossTraining, settings: Settings) -> dict[str, str]:
    metres, seconds, rate = record.distance_m, record.duration_s, record.avg_hr
    return {
        "Day": format_day(record.day).rpartition(" ")[0],
        "Start": format_clock(record.start, clock_24h=settings.clock_24h),
        "Kind": record.kind.value.replace("_", " "),
        "Distance": _NOT_KNOWN if metres is None else format_distance(metres, settings.unit),
        "Duration": _NOT_KNOWN if seconds is None else format_duration(seconds),
        "Heart rate": _NOT_KNOWN if rate is None else f"{rate} a minute",
    }
