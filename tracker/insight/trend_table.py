"""The chart's days as rows: a table, its weeks, and the JSON of `trend` (R-AN-08: n everywhere)."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cached_property
from itertools import accumulate
from statistics import median
from typing import Any, TypeAlias, overload

from tracker.domain.dataclass import dataclass
from tracker.domain.pain import Night
from tracker.domain.site import PainSite
from tracker.insight.calendar_week import week_start
from tracker.insight.chart_window import Window
from tracker.insight.later_score import LaterScore
from tracker.insight.series import EventKind, PainSeries
from tracker.rules import constants as c
from tracker.rules.session import WOKEN

_ONE = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendDay:
    """One day: scores by site, the highest, 7-day mean and median with their n, metres, events.

    A site that is absent was not logged; `worst`, `mean7` and `median7` are None where unknown.
    A score is the first of its day, `later` the latest of a site that was scored again.
    `run_m` is 0 on a day without a run, and None where no distance of its `runs` is known.
    """

    day: date
    scores: tuple[tuple[PainSite, int], ...] = ()
    worst: int | None = None
    mean7: float | None = None
    median7: float | None = None
    n7: int = 0
    run_m: int | None = 0
    runs: int = 0
    night: Night | None = None
    events: tuple[EventKind, ...] = ()
    later: tuple[tuple[PainSite, LaterScore], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendWeek:
    """One week, or the part of it inside the window: mean and median over its logged days.

    `run_m` are the metres known of its `runs`; `measured` of the run days have any.
    """

    first: date
    last: date
    mean: float | None
    median: float | None
    logged: int
    days: int
    worst: int | None
    run_m: int
    runs: int
    run_days: int
    measured: int
    nights_woken: int
    nights_answered: int


TrendRow: TypeAlias = TrendDay | TrendWeek


def trend_days(
    series: PainSeries, window: Window, *, site: PainSite | None = None
) -> Iterator[TrendDay]:
    """Return every calendar day of a window, oldest first; mean and n are those of the site.

    Without a site they are those of the day's highest score. Days outside the diary are empty.
    """
    return (trend_day(series, window.day(offset), site=site) for offset in range(window.span))


def trend_day(series: PainSeries, day: date, *, site: PainSite | None = None) -> TrendDay:
    """Return one day, empty outside the diary."""
    point, index = series.at(day), series.index(day)
    if point is None:
        return TrendDay(day=day)
    track = series.track(site)
    mean = track.week.means[index]
    return TrendDay(
        day=day,
        scores=tuple(point.scores.items()),
        worst=point.worst,
        mean7=mean,
        median7=None if mean is None else _median(track.values, index - c.WEEK_DAYS + 1, index),
        n7=track.week.counts[index],
        run_m=None if point.runs and not point.run_m else point.run_m,
        runs=point.runs,
        night=point.night,
        events=point.events,
        later=point.later,
    )


def _median(values: tuple[int | None, ...], low: int, high: int) -> float:
    return float(median(value for value in values[max(low, 0) : high + 1] if value is not None))


def week_spans(window: Window, *, week_starts_monday: bool = True) -> tuple[tuple[date, date], ...]:
    """Give the first and the last day of each week of a window, oldest first, cut to the window."""
    spans = []
    first = window.start
    while first <= window.end:
        start = week_start(first, week_starts_monday=week_starts_monday)
        last = min(window.end, start + (c.WEEK_DAYS - 1) * _ONE)
        spans.append((first, last))
        first = last + _ONE
    return tuple(spans)


def trend_weeks(
    series: PainSeries,
    window: Window,
    *,
    site: PainSite | None = None,
    week_starts_monday: bool = True,
) -> tuple[TrendWeek, ...]:
    """Sum up the weeks of a window, oldest first; under four logged days there is no mean."""
    spans = week_spans(window, week_starts_monday=week_starts_monday)
    return tuple(trend_week(series, first, last, site=site) for first, last in spans)


def trend_week(
    series: PainSeries, first: date, last: date, *, site: PainSite | None = None
) -> TrendWeek:
    """Sum up the days from the first to the last."""
    low, high = max(0, series.index(first)), max(0, series.index(last) + 1)
    values = series.track(site).values
    scores = [score for score in values[low:high] if score is not None]
    points = series.days[low:high]
    nights = [point.night for point in points if point.night is not None]
    enough = len(scores) >= c.WEEK_ENTRIES_MIN
    return TrendWeek(
        first=first,
        last=last,
        mean=sum(scores) / len(scores) if enough else None,
        median=float(median(scores)) if enough else None,
        logged=len(scores),
        days=(last - first).days + 1,
        worst=max(scores, default=None),
        run_m=sum(point.run_m for point in points),
        runs=sum(point.runs for point in points),
        run_days=sum(1 for point in points if point.runs),
        measured=sum(1 for point in points if point.run_m),
        nights_woken=sum(night in WOKEN for night in nights),
        nights_answered=len(nights),
    )


@dataclass(frozen=True, eq=False)
class TrendRows(Sequence[TrendRow]):
    """The rows of a table, newest first, each week's sum above its days.

    A row is worked out when it is asked for: ten years cost no more than what is in sight.
    """

    series: PainSeries
    window: Window
    site: PainSite | None = None
    week_starts_monday: bool = True

    @cached_property
    def _weeks(self) -> tuple[tuple[date, date], ...]:
        spans = week_spans(self.window, week_starts_monday=self.week_starts_monday)
        return tuple(reversed(spans))

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        """Return the place of each week's sum, and at the end the number of rows."""
        lengths = ((last - first).days + 2 for first, last in self._weeks)
        return tuple(accumulate(lengths, initial=0))

    def __len__(self) -> int:
        """Count the rows."""
        return self._starts[-1]

    @overload
    def __getitem__(self, place: int) -> TrendRow: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[TrendRow]: ...

    def __getitem__(self, place: int | slice) -> TrendRow | Sequence[TrendRow]:
        """Return the row at a place, 0 being the newest week's sum."""
        if isinstance(place, slice):
            return tuple(self[each] for each in range(len(self))[place])
        if not 0 <= place < len(self):
            raise IndexError(place)
        week = bisect_right(self._starts, place) - 1
        first, last = self._weeks[week]
        below = place - self._starts[week]
        if not below:
            return trend_week(self.series, first, last, site=self.site)
        return trend_day(self.series, last - (below - 1) * _ONE, site=self.site)

    def place(self, day: date) -> int | None:
        """Return the place of a day, None outside the window."""
        if day not in self.window:
            return None
        week = next(at for at, (first, _last) in enumerate(self._weeks) if first <= day)
        return self._starts[week] + 1 + (self._weeks[week][1] - day).days


def trend_json(
    series: PainSeries, window: Window, *, site: PainSite | None = None
) -> dict[str, Any]:
    """Return what `trend --json` prints: days as YYYY-MM-DD, whole metres, unknown as None."""
    return {
        "site": None if site is None else json_key(site),
        "from": window.start.isoformat(),
        "to": window.end.isoformat(),
        "days": [
            {
                "date": row.day.isoformat(),
                "scores": {json_key(place): score for place, score in row.scores},
                **_latest_json(row),
                "max": row.worst,
                "mean7": None if row.mean7 is None else round(row.mean7, 2),
                "n7": row.n7,
                "run_m": row.run_m,
            }
            for row in trend_days(series, window, site=site)
        ],
    }


def _latest_json(row: TrendDay) -> dict[str, dict[str, int]]:
    """Return the latest scores of a day with a second check-in, nothing of any other."""
    latest = {json_key(place): later.score for place, later in row.later}
    return {"latest": latest} if latest else {}


def json_key(site: PainSite) -> str:
    """Return a site's key; two sites under the person's own names must not share one."""
    return site.key if site.name is None else f"{site.key} {site.name}"
