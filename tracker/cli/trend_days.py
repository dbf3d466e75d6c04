"""The chart's days as a table in plain terminal text, each week followed by its sum."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import click

from tracker.cli.formatting import NOTHING, echo_table, echo_wrapped
from tracker.domain.calendar_words import format_day
from tracker.domain.pain import Night
from tracker.domain.settings import DistanceUnit, Settings
from tracker.domain.site import PainSite
from tracker.domain.units import format_distance_number
from tracker.insight.chart_window import Window
from tracker.insight.day_spans import span_words
from tracker.insight.later_score import later_words
from tracker.insight.series import PainSeries
from tracker.insight.site_labels import short_label
from tracker.insight.trend_table import TrendDay, trend_day, trend_week, week_spans

LATER_SHOWN = 5
_NIGHT_WORDS = {
    Night.NONE: "",
    Night.MOVING: "turned",
    Night.WAKES: "woke",
    Night.UNRELENTING: "woke",
}


def echo_days(
    series: PainSeries, window: Window, *, site: PainSite | None, settings: Settings
) -> None:
    """Print a line for each day, and after each week its sum."""
    if not series.sites and not any(series.metres):
        echo_wrapped("Nothing logged yet. `backstride checkin --site back=2` logs a first score.")
        return
    unit = settings.unit
    places = series.sites if site is None else (site,)
    labels = (place.label if len(places) == 1 else short_label(place) for place in places)
    header = ("date", *labels, "mean 7 d", "median", "n", unit.value, "night")
    rows: list[tuple[str, ...]] = []
    blank = ("",) * len(header)
    for first, last in week_spans(window, week_starts_monday=settings.week_starts_monday):
        span = range((last - first).days + 1)
        days = [trend_day(series, first + timedelta(days=step), site=site) for step in span]
        rows += [_day_row(day, places, unit) for day in days]
        rows += [_week_row(series, first, last, site=site, places=places, unit=unit)]
        rows.append(blank)
    echo_table(header, rows[:-1], right=frozenset(range(1, len(header))))
    click.echo()
    clock_24h = settings.clock_24h
    notes = _table_notes(series, window, site=site, places=places, clock_24h=clock_24h)
    echo_wrapped(" ".join(notes))


def _day_row(row: TrendDay, places: Sequence[PainSite], unit: DistanceUnit) -> tuple[str, ...]:
    return (
        format_day(row.day),
        *(_score(row, place) for place in places),
        _figure(row.mean7),
        _figure(row.median7),
        f"{row.n7}/7",
        _distance(row.run_m, unit),
        _NIGHT_WORDS[row.night] if row.night else NOTHING,
    )


def _week_row(
    series: PainSeries,
    first: date,
    last: date,
    *,
    site: PainSite | None,
    places: Sequence[PainSite],
    unit: DistanceUnit,
) -> tuple[str, ...]:
    week = trend_week(series, first, last, site=site)
    worst = (trend_week(series, first, last, site=place).worst for place in places)
    return (
        span_words(first, last),
        *(NOTHING if score is None else f"worst {score}" for score in worst),
        _figure(week.mean),
        _figure(week.median),
        f"{week.logged}/{week.days}",
        _distance(None if week.runs and not week.run_m else week.run_m, unit),
        f"{week.nights_woken}/{week.nights_answered}" if week.nights_answered else NOTHING,
    )


def _table_notes(
    series: PainSeries,
    window: Window,
    *,
    site: PainSite | None,
    places: Sequence[PainSite],
    clock_24h: bool,
) -> Iterator[str]:
    values = series.track(site).values
    low, high = max(series.index(window.start), 0), series.index(window.end) + 1
    logged = sum(value is not None for value in values[low:high])
    yield f"{logged} of {window.span} days logged. A dash is what was not logged, never a 0."
    if site is None and len(places) > 1:
        yield "Mean and median are those of each day's highest score."
    yield "A mean needs 4 days (R-AN-02)."
    yield from _later_notes(series, window, places=places, clock_24h=clock_24h)
    yield "A week's nights are those in which pain woke you, of those answered."


def _later_notes(
    series: PainSeries, window: Window, *, places: Sequence[PainSite], clock_24h: bool
) -> Iterator[str]:
    """Say of the latest days with a second check-in what it changed."""
    again = [
        (point.day, place, point.scores[place], latest)
        for point in series.days
        if point.day in window
        for place, latest in point.later
        if place in places
    ]
    for day, place, first, latest in again[-LATER_SHOWN:]:
        words = later_words(first, latest, day=day, clock_24h=clock_24h)
        yield f"{format_day(day)}, {place.label}: {words}."
    if len(again) > LATER_SHOWN:
        yield f"{len(again) - LATER_SHOWN} earlier scores were followed by another on their day."


def _figure(figure: float | None) -> str:
    return NOTHING if figure is None else f"{figure:.1f}"


def _distance(metres: int | None, unit: DistanceUnit) -> str:
    if metres is None:
        return NOTHING
    return format_distance_number(metres, unit) if metres else ""


def _score(row: TrendDay, place: PainSite) -> str:
    return str(dict(row.scores).get(place, NOTHING))
