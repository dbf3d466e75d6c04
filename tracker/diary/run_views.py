"""The runs with their responses, and what the next one is measured by."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import islice

from tracker.diary.answers import RunLine, RunsView
from tracker.diary.book import Book
from tracker.diary.gear_names import gear_of, known_gear, names_in_use, usual_gear
from tracker.diary.history import known_places, longest_run_30d, rested_mornings, usual
from tracker.diary.responses import judged, run_places
from tracker.diary.routine_links import linked_routine, routine_to_link
from tracker.diary.runs import find_run
from tracker.diary.snapshot import Snapshot
from tracker.diary.verdicts import verdict_on
from tracker.domain.problem import Problem
from tracker.domain.run import Run, RunKind
from tracker.domain.site import PainSite
from tracker.domain.verdict import Response
from tracker.insight.calendar_week import week_of
from tracker.insight.run_lengths import SPLIT_DAYS, run_lengths
from tracker.insight.week_bars import RunOfWeek, WeekOfRuns
from tracker.rules.distance_words import floored_distance
from tracker.rules.limits import limits_of
from tracker.rules.load import floored_share, over_cap, spike_sentence

LINES_SHOWN = 40
WEEKS_SHOWN = 12
_MONTH = timedelta(days=30)
_ONE = timedelta(days=1)


def run_line(snapshot: Snapshot, run: Run, *, today: date) -> RunLine:
    """Pair one run with its response."""
    found = judged(snapshot, run)
    return RunLine(
        run=run,
        response=found.response,
        awaits_morning=found.awaits_morning(today),
        decided_by=found.decided_by,
        waits=found.waits(today),
        due=found.due(today),
        routine=linked_routine(snapshot, run),
        free=routine_to_link(snapshot, run.day),
        gear=gear_of(snapshot, run),
    )


def run_lines(snapshot: Snapshot, *, today: date, limit: int | None = None) -> tuple[RunLine, ...]:
    """Give the runs, newest first."""
    runs = (run for day in reversed(snapshot.runs) for run in reversed(snapshot.runs[day]))
    return tuple(run_line(snapshot, run, today=today) for run in islice(runs, limit))


def run_weeks(
    snapshot: Snapshot, *, today: date, until: date | None = None, count: int = WEEKS_SHOWN
) -> tuple[WeekOfRuns, ...]:
    """Return weeks with their runs, newest first, back from that of a day, today where none is."""
    monday = snapshot.settings.week_starts_monday
    this = week_of(until or today, today=today, week_starts_monday=monday)
    weeks = [this.moved(-back) for back in range(count)]
    return tuple(
        WeekOfRuns(
            first=week.first,
            runs=tuple(
                _run_of_week(snapshot, run, today=today)
                for run in snapshot.runs_between(week.first, week.end)
            ),
            so_far=week.so_far,
        )
        for week in weeks
    )


def answer_to(snapshot: Snapshot, run: Run, *, today: date) -> Response | None:
    """Return the response to a run, None while it waits for the morning that answers."""
    found = judged(snapshot, run)
    return None if found.waits(today) else found.response


def _run_of_week(snapshot: Snapshot, run: Run, *, today: date) -> RunOfWeek:
    return RunOfWeek(run.distance_m, answer_to(snapshot, run, today=today))


def _rested(snapshot: Snapshot, places: Iterable[PainSite], *, day: date) -> int | None:
    """Count the rested mornings of the site with the fewest; None where each has a usual level."""
    lacking = (place for place in places if usual(snapshot, place, day=day) is None)
    return min((len(rested_mornings(snapshot, place, day=day)) for place in lacking), default=None)


def runs_view(snapshot: Snapshot, *, today: date) -> RunsView:
    """Give what the Run tab shows besides its form."""
    verdict = verdict_on(snapshot, today)
    window = snapshot.runs_between(today - _MONTH + _ONE, today)
    split = snapshot.runs_between(today - timedelta(days=SPLIT_DAYS - 1), today)
    last = snapshot.latest_run(up_to=today)
    tracked = known_places(snapshot, first=today - timedelta(days=13), last=today)
    return RunsView(
        today=today,
        settings=snapshot.settings,
        lines=run_lines(snapshot, today=today, limit=LINES_SHOWN),
        places=tuple(dict.fromkeys((*tracked, *(run_places(last) if last else ())))),
        gear=names_in_use(snapshot),
        known_gear=known_gear(snapshot),
        usual_gear={kind: ", ".join(usual_gear(snapshot, kind)) for kind in RunKind},
        longest30=max(window, key=lambda run: run.distance_m or 0, default=None),
        runs_30d=len(window),
        distance_30d_m=sum(run.distance_m or 0 for run in window),
        weeks=run_weeks(snapshot, today=today),
        responses_30d=Counter(answer_to(snapshot, run, today=today) for run in window),
        lengths=run_lengths(
            (_run_of_week(snapshot, run, today=today) for run in split), unit=snapshot.settings.unit
        ),
        rested=_rested(snapshot, tracked, day=today),
        verdict=verdict,
        cap_m=verdict.cap_m,
        todays_routine=routine_to_link(snapshot, today),
    )


def spike_note(
    snapshot: Snapshot, distance_m: int, *, day: date, cap_m: int | None = None
) -> str | None:
    """Write R-LOAD-04's sentence where a distance goes beyond the reference, else None.

    `cap_m` is the day's own cap where there is one; the lower of the two is suggested.
    """
    longest = longest_run_30d(snapshot, day)
    limits = limits_of(snapshot.settings)
    if longest is None or longest.distance_m is None:
        return None
    if not over_cap(distance_m, longest.distance_m, percent=limits.run_cap_percent):
        return None
    cap = floored_share(longest.distance_m, limits.run_cap_percent)
    lower = cap if cap_m is None else min(cap, cap_m)
    return spike_sentence(
        distance_m,
        longest.distance_m,
        cap=floored_distance(lower, snapshot.settings.unit) if lower else None,
    )


# -- of a book, as of now ------------------------------------------------------------------------


def view_runs(book: Book) -> RunsView:
    """Return what the Run tab shows besides its form."""
    return book.once(runs_view)


def list_runs(book: Book, *, limit: int | None = None) -> tuple[RunLine, ...]:
    """Return the runs with their responses, newest first."""
    return run_lines(book.snapshot, today=book.today, limit=limit)


def view_run(book: Book, run_id: str) -> RunLine | Problem:
    """Return a run with its response, by its id or the unambiguous beginning or end of it."""
    found = find_run(book, run_id)
    if isinstance(found, Problem):
        return found
    return run_line(book.snapshot, found, today=book.today)
