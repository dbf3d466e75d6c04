"""The chart's days as rows: a table, its weeks, and the JSON of `trend` (R-AN-08: n everywhere)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from tracker.domain.site import PainSite
from tracker.insight.chart_window import Window
from tracker.insight.series import EventKind, PainSeries
from tracker.rules import constants as c


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendDay:
    """One day: its scores by site, the highest, the 7-day mean with its n, metres, events.

    A site that is absent was not logged; `worst` and `mean7` are None where unknown.
    """

    day: date
    scores: tuple[tuple[PainSite, int], ...]
    worst: int | None
    mean7: float | None
    n7: int
    run_m: int
    events: tuple[EventKind, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendWeek:
    """One week, or the part of it inside the window: mean over its logged days, their number."""

    first: date
    last: date
    mean: float | None
    logged: int
    days: int
    worst: int | None
    run_m: int
    run_days: int


def trend_days(
    series: PainSeries, window: Window, *, site: PainSite | None = None
) -> Iterator[TrendDay]:
    """Give every calendar day of a window, oldest first; mean and n are those of the site.

    Without a site they are those of the day's highest score. Days outside the diary are empty.
    """
    week = series.track(site).week
    for offset in range(window.span):
        day = window.day(offset)
        point, index = series.at(day), series.index(day)
        if point is None:
            yield TrendDay(
                day=day, scores=(), worst=None, mean7=None, n7=0, run_m=0, events=()
            )  # fmt: skip
            continue
        yield TrendDay(
            day=day,
            scores=tuple(point.scores.items()),
            worst=point.worst,
            mean7=week.means[index],
            n7=week.counts[index],
            run_m=point.run_m,
            events=point.events,
        )


def trend_weeks(
    series: PainSeries,
    window: Window,
    *,
    site: PainSite | None = None,
    week_starts_monday: bool = True,
) -> tuple[TrendWeek, ...]:
    """Sum up the weeks of a window, oldest first; under four logged days there is no mean."""
    weeks = []
    first = window.start
    while first <= window.end:
        into = first.weekday() if week_starts_monday else (first.weekday() + 1) % c.WEEK_DAYS
        last = min(window.end, first + timedelta(days=c.WEEK_DAYS - 1 - into))
        weeks.append(_week(series, first, last, site=site))
        first = last + timedelta(days=1)
    return tuple(weeks)


def _week(series: PainSeries, first: date, last: date, *, site: PainSite | None) -> TrendWeek:
    low, high = max(0, series.index(first)), max(0, series.index(last) + 1)
    scores = [score for score in series.track(site).values[low:high] if score is not None]
    metres = series.metres[low:high]
    return TrendWeek(
        first=first,
        last=last,
        mean=sum(scores) / len(scores) if len(scores) >= c.WEEK_ENTRIES_MIN else None,
        logged=len(scores),
        days=(last - first).days + 1,
        worst=max(scores, default=None),
        run_m=sum(metres),
        run_days=sum(1 for run in metres if run),
    )


def trend_json(
    series: PainSeries, window: Window, *, site: PainSite | None = None
) -> dict[str, Any]:
    """Give what `trend --json` prints: days as YYYY-MM-DD, whole metres, unknown as None."""
    return {
        "site": None if site is None else json_key(site),
        "from": window.start.isoformat(),
        "to": window.end.isoformat(),
        "days": [
            {
                "date": row.day.isoformat(),
                "scores": {json_key(place): score for place, score in row.scores},
                "max": row.worst,
                "mean7": None if row.mean7 is None else round(row.mean7, 2),
                "n7": row.n7,
                "run_m": row.run_m,
            }
            for row in trend_days(series, window, site=site)
        ],
    }


def json_key(site: PainSite) -> str:
    """Give a site's key; two sites under the person's own names must not share one."""
    return site.key if site.name is None else f"{site.key} {site.name}"
