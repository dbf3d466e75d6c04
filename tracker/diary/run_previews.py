"""What a run that is being written means, before it is saved."""

from datetime import datetime

from tracker.diary.answers import RunPreview
from tracker.diary.book import Book
from tracker.diary.entries import RunEntry
from tracker.diary.parsing import moment_of
from tracker.diary.run_views import spike_note
from tracker.diary.snapshot import Snapshot
from tracker.diary.verdicts import decide
from tracker.domain.moment import day_of
from tracker.domain.problem import Problem
from tracker.domain.run_pace import pace_question
from tracker.domain.settings import DistanceUnit
from tracker.domain.units import parse_distance, parse_duration


def preview_run(book: Book, entry: RunEntry) -> RunPreview:
    """Return what was understood of a run that is being written, and what follows from it."""
    return run_preview(book.snapshot, entry, now=book.now, cap_m=decide(book).cap_m)


def run_preview(
    snapshot: Snapshot, entry: RunEntry, *, now: datetime, cap_m: int | None
) -> RunPreview:
    """Read when and how far; `cap_m` is today's cap, which says nothing about another day."""
    settings = snapshot.settings
    typed = entry.when.strip()
    start = moment_of(typed, now=now, settings=settings) if typed else now
    doubt = pace_doubt(entry, settings.unit)
    if isinstance(start, Problem):
        return RunPreview(start=start, pace_doubt=doubt)
    distance_m = parse_distance(entry.distance, settings.unit)
    if isinstance(distance_m, Problem):
        return RunPreview(start=start, pace_doubt=doubt)
    day = day_of(start, day_start_hour=settings.day_start_hour)
    today = day_of(now, day_start_hour=settings.day_start_hour)
    cap_today = cap_m if day == today else None
    return RunPreview(
        start=start,
        pace_doubt=doubt,
        spike=spike_note(snapshot, distance_m, day=day, cap_m=cap_today),
        over_cap_m=cap_today if cap_today is not None and distance_m > cap_today else None,
    )


def pace_doubt(entry: RunEntry, unit: DistanceUnit) -> str | None:
    """Return what to ask before a run is saved that is faster than anybody runs, else None."""
    distance_m, duration_s = parse_distance(entry.distance, unit), parse_duration(entry.duration)
    if isinstance(distance_m, Problem) or isinstance(duration_s, Problem):
        return None
    return pace_question(distance_m, duration_s, unit=unit)
