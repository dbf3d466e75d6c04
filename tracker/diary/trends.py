"""The whole diary as one row of days for the chart, its table and its list of sites."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from tracker.diary.book import Book
from tracker.diary.day_state import day_state
from tracker.diary.kinds.registry import KINDS
from tracker.diary.run_views import answer_to, run_weeks
from tracker.diary.snapshot import Snapshot, days
from tracker.domain.dataclass import dataclass
from tracker.domain.episode import Episode
from tracker.domain.pain import Night
from tracker.domain.settings import Settings
from tracker.domain.site import PainSite
from tracker.domain.verdict import Response
from tracker.insight.chart_answers import Answers
from tracker.insight.later_score import LaterScore
from tracker.insight.series import EpisodeSpan, EventKind, PainSeries, make_series
from tracker.insight.site_table import STRIP_DAYS, SiteTable, site_table
from tracker.insight.week_bars import WeekOfRuns
from tracker.rules.session import STOPPED


@dataclass(frozen=True, slots=True, kw_only=True)
class Trends:
    """Everything that the Trends tab shows, save what one day holds.

    `series` and `sites` are None where nothing was logged yet; `sites` sums up the days to today.
    """

    today: date
    settings: Settings
    series: PainSeries | None
    sites: SiteTable | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendWeeks:
    """The last weeks of runs, the running one first, and how often the last 42 days got an answer.

    None counts the runs that wait for tomorrow.
    """

    weeks: tuple[WeekOfRuns, ...]
    answers: Mapping[Response | None, int]


def view_weeks(book: Book) -> TrendWeeks:
    """Return what stands below the chart."""
    return book.once(weeks_of)


def weeks_of(snapshot: Snapshot, *, today: date) -> TrendWeeks:
    """Gather the weeks."""
    runs = snapshot.runs_between(today - timedelta(days=STRIP_DAYS - 1), today)
    return TrendWeeks(
        weeks=run_weeks(snapshot, today=today),
        answers=Counter(answer_to(snapshot, run, today=today) for run in runs),
    )


def view_answers(book: Book, first: date, last: date) -> Answers:
    """Return what the next mornings said of the runs of some days, of those days only."""
    snapshot, today = book.snapshot, book.today
    found: dict[date, list[Response | None]] = {}
    for run in snapshot.runs_between(first, last):
        found.setdefault(run.day, []).append(answer_to(snapshot, run, today=today))
    return found


def view_trends(book: Book) -> Trends:
    """Return what the Trends tab shows."""
    return book.once(trends_of)


def trends_of(snapshot: Snapshot, *, today: date) -> Trends:
    """Gather the tab."""
    series = pain_series(snapshot, today=today)
    sites = None
    if series is not None:
        points = series.days[-STRIP_DAYS:]
        nights = {point.day: point.night for point in points if point.night is not None}
        sites = site_table(series, until=today, nights=nights)
    return Trends(today=today, settings=snapshot.settings, series=series, sites=sites)


def pain_series(snapshot: Snapshot, *, today: date) -> PainSeries | None:
    """Return every day from the first entry to today; None where nothing was logged yet.

    A day's score of a site is its first one (R-AN-01).
    """
    if not (snapshot.check_ins or snapshot.runs):
        return None
    return make_series(
        {day: _mornings(snapshot, day) for day in snapshot.check_ins},
        until=today,
        run_m={
            day: sum(run.distance_m or 0 for run in runs) for day, runs in snapshot.runs.items()
        },
        run_counts={day: len(runs) for day, runs in snapshot.runs.items()},
        nights=_nights(snapshot),
        later=_later(snapshot, snapshot.check_ins),
        events=_events(snapshot, today=today),
        episodes=[
            EpisodeSpan(each.name, each.start, each.end, note=each.note)
            for each in snapshot.of(Episode)
            if each.start <= today
        ],
        tracked=snapshot.settings.tracked,
    )


def series_between(snapshot: Snapshot, first: date, last: date) -> PainSeries:
    """Return the scores and runs of some days, without what marks them."""
    shown = list(days(first, last))
    runs = {day: snapshot.runs[day] for day in shown if day in snapshot.runs}
    return make_series(
        {day: _mornings(snapshot, day) for day in shown if day in snapshot.check_ins},
        since=first,
        until=last,
        run_m={day: sum(run.distance_m or 0 for run in each) for day, each in runs.items()},
        run_counts={day: len(each) for day, each in runs.items()},
        later=_later(snapshot, (day for day in shown if day in snapshot.check_ins)),
        tracked=snapshot.settings.tracked,
    )


def _nights(snapshot: Snapshot) -> dict[date, Night]:
    """Return each day's worst answer about the night; days without one are left out."""
    states = ((day, day_state(snapshot, day).night) for day in snapshot.check_ins)
    return {day: night for day, night in states if night is not None}


def _mornings(snapshot: Snapshot, day: date) -> dict[PainSite, int]:
    scores: dict[PainSite, int] = {}
    for item in snapshot.check_ins[day]:
        for score in item.scores:
            scores.setdefault(score.place, score.score)
    return scores


def _later(
    snapshot: Snapshot, written: Iterable[date]
) -> dict[date, Mapping[PainSite, LaterScore]]:
    """Return the latest scores of the days on which a site was scored more than once."""
    several = (day for day in written if len(snapshot.check_ins[day]) > 1)
    return {day: day_state(snapshot, day).later_scores for day in several}


def _events(snapshot: Snapshot, *, today: date) -> dict[date, set[EventKind]]:
    events: dict[date, set[EventKind]] = {}
    first = min(next(iter(known), today) for known in (snapshot.check_ins, snapshot.runs))
    for kind, day in (*_run_marks(snapshot), *_record_marks(snapshot)):
        # What was before the first entry is on file, and no reason for empty years here.
        if first <= day <= today:
            events.setdefault(day, set()).add(kind)
    return events


def _run_marks(snapshot: Snapshot) -> Iterator[tuple[EventKind, date]]:
    """Go through the days with an alarm sign or a run that was stopped."""
    yield from ((EventKind.RED_FLAG, item.day) for item in snapshot.alarming)
    for day, runs in snapshot.runs.items():
        if any(run.outcome in STOPPED for run in runs):
            yield EventKind.STOP, day


def _record_marks(snapshot: Snapshot) -> Iterator[tuple[EventKind, date]]:
    """Go through the days that records of any kind mark."""
    for kind in KINDS.values():
        if kind.mark is not None:
            sign, day_of = kind.mark
            days_of = map(day_of, kind.records(snapshot))
            yield from ((sign, day) for day in days_of if day is not None)
