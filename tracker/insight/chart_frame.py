"""What a chart of a given width shows: every value before anything is drawn."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from itertools import pairwise

from tracker.domain.dataclass import dataclass
from tracker.domain.site import PainSite
from tracker.insight.chart_window import Window
from tracker.insight.series import EventKind, PainSeries, RollingMean

LONGEST_WITH_WEEK_MEAN = 366


class BarUnit(StrEnum):
    """What one distance bar adds up."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


_MONTHS_OF = {BarUnit.MONTH: 1, BarUnit.QUARTER: 3, BarUnit.YEAR: 12}
_SHORTEST_DAYS = {BarUnit.DAY: 1, BarUnit.WEEK: 7, BarUnit.MONTH: 28, BarUnit.QUARTER: 90}


@dataclass(frozen=True, slots=True)
class Bin:
    """The days under one dot: offsets `first` to `last`, their distinct scores in order, a mean."""

    dot: int
    first: int
    last: int
    values: tuple[int, ...]
    mean: float | None


@dataclass(frozen=True, slots=True)
class Bar:
    """The metres run from offset `first` to `last`, and on how many days."""

    first: int
    last: int
    metres: int
    run_days: int


@dataclass(frozen=True, slots=True)
class Frame:
    """Exactly what `columns` cells of `dots` dots each show of a window."""

    window: Window
    columns: int
    dots: int
    bins: tuple[Bin, ...]
    mean_days: int
    mean_needs: int
    bars: tuple[Bar, ...]
    bar_unit: BarUnit
    events: tuple[tuple[int, tuple[EventKind, ...]], ...]
    logged: int

    @property
    def width(self) -> int:
        """Return the width in dots."""
        return self.columns * self.dots

    def dot_of(self, offset: int) -> int:
        """Give the dot in the middle of a day; points, ticks, marks and cursor all stand there."""
        return dot_of(offset, span=self.window.span, width=self.width)

    def column_of(self, offset: int) -> int:
        """Return the cell column of a day."""
        return self.dot_of(offset) // self.dots

    def offset_at(self, column: int) -> int:
        """Return the day in the middle of a column; columns outside give days outside."""
        return (2 * column + 1) * self.window.span // (2 * self.columns)

    def edge(self, offset: int) -> int:
        """Return the column where a day begins."""
        return offset * self.columns // self.window.span


def dot_of(offset: int, *, span: int, width: int) -> int:
    """Return the dot, of `width` for `span` days, under the middle of a day."""
    return (2 * offset + 1) * width // (2 * span)


def make_frame(
    series: PainSeries,
    window: Window,
    *,
    columns: int,
    dots: int = 1,
    site: PainSite | None = None,
    week_starts_monday: bool = True,
) -> Frame:
    """Bin a window's days into dots, and its metres into bars at least one column wide.

    The mean is the 7-day one up to a year, the 28-day one beyond.
    """
    track = series.track(site)
    rolling = track.week if window.span <= LONGEST_WITH_WEEK_MEAN else track.four_weeks
    base = series.index(window.start)
    low, high = max(0, base), min(len(series), base + window.span)
    return Frame(
        window=window,
        columns=columns,
        dots=dots,
        bins=tuple(_bins(track.values, rolling, window, width=columns * dots, base=base)),
        mean_days=rolling.days,
        mean_needs=rolling.needs,
        bars=tuple(_bars(series, window, columns=columns, monday=week_starts_monday)),
        bar_unit=bar_unit(window.span, columns=columns),
        events=tuple(
            (index - base, series.days[index].events)
            for index in series.event_indexes
            if low <= index < high
        ),
        logged=sum(value is not None for value in track.values[low:high]),
    )


def _bins(
    values: tuple[int | None, ...],
    rolling: RollingMean,
    window: Window,
    *,
    width: int,
    base: int,
) -> Iterator[Bin]:
    span = window.span
    if span <= width:
        spans = [(dot_of(day, span=span, width=width), day, day + 1) for day in range(span)]
    else:
        # The first day whose middle lies in dot k: the exact inverse of dot_of.
        firsts = [-((width - 2 * dot * span) // (2 * width)) for dot in range(width + 1)]
        spans = [(dot, *ends) for dot, ends in enumerate(pairwise(firsts))]
    for dot, first, end in spans:
        low, high = max(0, base + first), max(0, base + end)
        logged = sorted({value for value in values[low:high] if value is not None})
        means = [mean for mean in rolling.means[low:high] if mean is not None]
        yield Bin(dot, first, end - 1, tuple(logged), means[-1] if means else None)


def bar_unit(span: int, *, columns: int) -> BarUnit:
    """Choose the finest unit whose bars are at least one column wide."""
    for unit, days in _SHORTEST_DAYS.items():
        if days * columns >= span:
            return unit
    return BarUnit.YEAR


def _bars(series: PainSeries, window: Window, *, columns: int, monday: bool) -> Iterator[Bar]:
    unit = bar_unit(window.span, columns=columns)
    base = series.index(window.start)
    first = 0
    while first < window.span:
        end = min(window.span, first + _days_left(window.day(first), unit, monday=monday))
        metres = series.metres[max(0, base + first) : max(0, base + end)]
        yield Bar(first, end - 1, sum(metres), sum(1 for run in metres if run))
        first = end


def _days_left(day: date, unit: BarUnit, *, monday: bool) -> int:
    """Count the days from `day` to the end of its week, month, quarter or year, both included."""
    if unit is BarUnit.DAY:
        return 1
    if unit is BarUnit.WEEK:
        return 7 - (day.weekday() if monday else (day.weekday() + 1) % 7)
    size = _MONTHS_OF[unit]
    month = day.year * 12 + (day.month - 1) // size * size + size
    return (date(month // 12, month % 12 + 1, 1) - day).days
