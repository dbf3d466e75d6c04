"""The days of a page drawn: each site's scores in their zones, its 7-day mean, the runs below."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import groupby
from typing import Final

from tracker.domain.calendar_words import format_day_of_year
from tracker.domain.dataclass import dataclass
from tracker.domain.pain import SCORE_MAX
from tracker.insight.drawing import END, MIDDLE, Box, Dot, Drawing, Label, Line, Mark, Paint
from tracker.insight.page import DayChart, RunDay, SiteDays
from tracker.insight.site_labels import short_label
from tracker.rules import constants as c

WIDTH: Final = 400.0
_LEFT: Final = 66.0
_PANELS: Final = {1: 60.0, 2: 44.0, 3: 33.0}
_SMALLEST: Final = 27.0
"""How high a site's panel is, by how many there are: all of them take about the same room."""
_GAP: Final = 7.0
_RUNS: Final = 30.0
_FOOT: Final = 12.0
_HEAD: Final = 4.0
_HALF: Final = 0.5
_DOT: Final = 1.7
_WEEK: Final = c.WEEK_DAYS
_TOLD: Final = frozenset({"R", "L"})
_DATES_MAX: Final = 10


def draw_days(chart: DayChart) -> Drawing:
    """Draw one panel a site and one for the runs, all over the same days."""
    panel = _PANELS.get(len(chart.sites), _SMALLEST)
    below = _HEAD + len(chart.sites) * (panel + _GAP)
    marks: list[Mark] = []
    for number, site in enumerate(chart.sites):
        top = _HEAD + number * (panel + _GAP)
        marks += _site(site, _Panel(top, panel), green_max=chart.green_max)
    marks += _runs(chart, top=below)
    marks += _dates(chart, top=_HEAD, bottom=below + _RUNS)
    names = ", ".join(site.site.label for site in chart.sites)
    return Drawing(
        WIDTH,
        below + _RUNS + _FOOT,
        tuple(marks),
        f"Morning scores from 0 to 10 of {names or 'no site'}, and runs, from"
        f" {format_day_of_year(chart.first)} on for {len(chart.runs)} days",
    )


@dataclass(frozen=True, slots=True)
class _Panel:
    """Where a site's scores are drawn."""

    top: float
    height: float

    def y(self, score: float) -> float:
        """Return how far down a score is."""
        return self.top + self.height * (SCORE_MAX + _HALF - score) / (SCORE_MAX + 1)


def _x(place: float, days: int) -> float:
    return _LEFT + (place + _HALF) * (WIDTH - _LEFT) / days


def _site(site: SiteDays, panel: _Panel, *, green_max: int) -> Iterator[Mark]:
    edges = (-_HALF, green_max + _HALF, c.AMBER_MAX + _HALF, SCORE_MAX + _HALF)
    paints = (Paint.OK_ZONE, Paint.WATCH_ZONE, Paint.STOP_ZONE)
    for paint, low, high in zip(paints, edges, edges[1:], strict=False):
        upper, lower = panel.y(high), panel.y(low)
        yield Box(_LEFT, upper, WIDTH - _LEFT, lower - upper, paint)
    for score in (0, c.AMBER_MAX, SCORE_MAX):
        yield Label(_LEFT - 3, panel.y(score) + 2, str(score), Paint.DIM, 5.5, END)
    middle = panel.top + panel.height / 2
    yield Label(0, middle - 2, short_label(site.site, cells=13), size=7, bold=True)
    yield Label(0, middle + 5.5, "dot: morning", Paint.DIM, 5.5)
    yield Label(0, middle + 12, "line: 7-day mean", Paint.DIM, 5.5)
    days = len(site.scores)
    known = enumerate(site.means)
    for is_known, several in groupby(known, key=lambda pair: pair[1] is not None):
        if is_known:
            points = tuple((_x(day, days), panel.y(mean or 0)) for day, mean in several)
            yield Line(points, Paint.MEAN, 1.1)
    for day, logged in enumerate(site.scores):
        if logged is not None:
            yield Dot(_x(day, days), panel.y(logged), _DOT, Paint.TEXT)


def _runs(chart: DayChart, *, top: float) -> Iterator[Mark]:
    days = len(chart.runs)
    most = max((run.metres or 0 for run in chart.runs if run is not None), default=0)
    base = top + _RUNS
    yield Label(0, top + _RUNS / 2, f"Runs, {chart.unit}", size=7, bold=True)
    yield Label(0, top + _RUNS / 2 + 8, "R red, L lingers", Paint.DIM, 5.5)
    yield Line(((_LEFT, base), (WIDTH, base)), Paint.LINE)
    if most:
        yield Label(_LEFT - 3, top + 9, f"{most / chart.unit_m:.1f}", Paint.DIM, 5.5, END)
        yield Label(_LEFT - 3, base, "0", Paint.DIM, 5.5, END)
    for at, run in enumerate(chart.runs):
        if run is not None:
            yield from _run(run, _x(at, days), base, most=most, width=(WIDTH - _LEFT) / days)


def _run(run: RunDay, x: float, base: float, *, most: int, width: float) -> Iterator[Mark]:
    height = (_RUNS - 7) * (run.metres or 0) / most if most else 0.0
    yield Box(x - width * 0.4, base - height, width * 0.8, height, Paint.RUN)
    if run.metres is None:
        yield Label(x, base - 1, "?", Paint.DIM, 6, MIDDLE)
    if run.sign in _TOLD:
        yield Label(x, base - height - 1, run.sign, Paint.TEXT, 6, MIDDLE, bold=True)


def _dates(chart: DayChart, *, top: float, bottom: float) -> Iterator[Mark]:
    """Write the first day of each week, of every second one where there are many."""
    days = len(chart.runs)
    firsts: Sequence[int] = range(0, days, _WEEK)
    every = 1 if len(firsts) <= _DATES_MAX else 2
    for number, at in enumerate(firsts):
        x = _x(at - _HALF, days)
        yield Line(((x, top), (x, bottom)), Paint.LINE, 0.3)
        if number % every == 0:
            words = format_day_of_year(chart.first + timedelta(days=at))
            yield Label(x + 1, bottom + 8, words, Paint.DIM, 6)
