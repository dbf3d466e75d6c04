"""The runs with their responses, and what the next one is measured by."""

from collections import Counter
from datetime import date, timedelta
from itertools import islice

from tracker.diary.answers import RunLine, RunsView
from tracker.diary.history import known_places, longest_run_30d
from tracker.diary.responses import morning_missing, response_to, run_places
from tracker.diary.snapshot import Snapshot
from tracker.domain.run import Run

LINES_SHOWN = 40
_MONTH = timedelta(days=30)


def run_line(snapshot: Snapshot, run: Run, *, today: date) -> RunLine:
    """Pair one run with its response."""
    return RunLine(
        run=run,
        response=response_to(snapshot, run),
        awaits_morning=morning_missing(snapshot, run, today=today),
    )


def run_lines(snapshot: Snapshot, *, today: date, limit: int | None = None) -> tuple[RunLine, ...]:
    """Give the runs, newest first."""
    newest_first = sorted(snapshot.runs, reverse=True)
    runs = (run for day in newest_first for run in reversed(snapshot.runs[day]))
    return tuple(run_line(snapshot, run, today=today) for run in islice(runs, limit))


def runs_view(snapshot: Snapshot, *, today: date, cap_m: int | None) -> RunsView:
    """Give what the Run tab shows besides its form."""
    window = snapshot.runs_between(today - _MONTH + timedelta(days=1), today)
    last = snapshot.latest_run(up_to=today)
    tracked = known_places(snapshot, first=today - timedelta(days=13), last=today)
    sessions = snapshot.sessions.get(today, ())
    return RunsView(
        today=today,
        settings=snapshot.settings,
        lines=run_lines(snapshot, today=today, limit=LINES_SHOWN),
        places=tuple(dict.fromkeys((*tracked, *(run_places(last) if last else ())))),
        gear=tuple(item.name for item in snapshot.gear if item.retired is None),
        longest30=longest_run_30d(snapshot, today),
        runs_30d=len(window),
        distance_30d_m=sum(run.distance_m or 0 for run in window),
        responses_30d=Counter(response_to(snapshot, run) for run in window),
        cap_m=cap_m,
        todays_routine=sessions[-1] if sessions else None,
    )
