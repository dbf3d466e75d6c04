"""What a run that is being written means, before it is saved."""

from tracker.diary.answers import RunPreview
from tracker.diary.book import Book
from tracker.diary.kinds.run import RUN
from tracker.diary.kinds.saving import context_of
from tracker.diary.run_views import spike_note
from tracker.diary.verdicts import decide
from tracker.domain.form import Texts, read_form
from tracker.domain.moment import day_of
from tracker.domain.run_pace import pace_question


def preview_run(book: Book, texts: Texts) -> RunPreview:
    """Return what follows from a run that is being written, as far as it can be read.

    Today's cap says nothing about another day.
    """
    context = context_of(book, RUN)
    values, _problems = read_form(RUN.fields, texts, context)
    distance_m = values.get("distance")
    if distance_m is None or "when" not in values:
        return RunPreview()
    day_start_hour = context.settings.day_start_hour
    day = day_of(values["when"] or context.now, day_start_hour=day_start_hour)
    cap_today = decide(book).cap_m if day == context.today else None
    return RunPreview(
        spike=spike_note(book.snapshot, distance_m, day=day, cap_m=cap_today),
        over_cap_m=cap_today if cap_today is not None and distance_m > cap_today else None,
    )


def pace_doubt(book: Book, texts: Texts) -> str | None:
    """Return what to ask before a run is saved that is faster than anybody runs, else None."""
    context = context_of(book, RUN)
    values, _problems = read_form(RUN.fields, texts, context)
    distance_m, duration_s = values.get("distance"), values.get("duration")
    if distance_m is None or duration_s is None:
        return None
    return pace_question(distance_m, duration_s, unit=context.settings.unit)
