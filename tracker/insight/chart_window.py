"""The days that a chart shows, and how zooming and panning change them."""

from datetime import date, timedelta

from tracker.domain.dataclass import dataclass

SHORTEST = 7
LEAST_REACH = 14


@dataclass(frozen=True, slots=True)
class ChartRange:
    """A named length of window, also in four cells; `days` is None for the whole diary."""

    name: str
    days: int | None
    short: str


RANGES = (
    ChartRange("2 weeks", 14, "2 wk"),
    ChartRange("6 weeks", 42, "6 wk"),
    ChartRange("3 months", 91, "3 mo"),
    ChartRange("1 year", 365, "1 yr"),
    ChartRange("all", None, "all"),
)


@dataclass(frozen=True, slots=True)
class Window:
    """`span` days from `start` on."""

    start: date
    span: int

    @classmethod
    def ending(cls, last: date, span: int) -> "Window":
        """Return the window of `span` days that ends with `last`."""
        return cls(last - timedelta(days=span - 1), span)

    @property
    def end(self) -> date:
        """Return the last day shown."""
        return self.start + timedelta(days=self.span - 1)

    def __contains__(self, day: date) -> bool:
        """Return whether a day is shown."""
        return self.start <= day <= self.end

    def day(self, offset: int) -> date:
        """Return the day at an offset from the first."""
        return self.start + timedelta(days=offset)

    def offset(self, day: date) -> int:
        """Count the days from the first shown to `day`; may lie outside."""
        return (day - self.start).days

    def moved(self, days: int) -> "Window":
        """Slide by days, forwards or back."""
        return Window(self.start + timedelta(days=days), self.span)

    def showing(self, day: date) -> "Window":
        """Slide as little as needed for `day` to be shown."""
        if day < self.start:
            return Window(day, self.span)
        if day > self.end:
            return Window.ending(day, self.span)
        return self

    def resized(self, span: int, *, anchor: date) -> "Window":
        """Change the length so that `anchor` keeps its place across the window."""
        span = max(SHORTEST, span)
        before = min(span - 1, round(self.offset(anchor) * span / self.span))
        return Window(anchor - timedelta(days=before), span)

    def within(self, first: date, last: date) -> "Window":
        """Keep to the days of a diary; a short diary still gets two weeks, ending with its last."""
        total = (last - first).days + 1
        span = max(SHORTEST, min(self.span, max(LEAST_REACH, total)))
        start = min(self.start, last - timedelta(days=span - 1))
        return Window(max(start, first), span) if span <= total else Window.ending(last, span)


def range_days(name: ChartRange, *, total: int) -> int:
    """Return the length of a range in a diary of `total` days."""
    longest = max(LEAST_REACH, total)
    return longest if name.days is None else min(name.days, longest)


def next_range(span: int, *, total: int, sign: int) -> int:
    """Return the next longer (`sign` 1) or shorter range's days; after the last comes the first."""
    spans = sorted({range_days(name, total=total) for name in RANGES})
    if sign > 0:
        return next((days for days in spans if days > span), spans[0])
    return next((days for days in reversed(spans) if days < span), spans[-1])


def range_name(span: int, *, total: int) -> str:
    """Return the name of the range a window has, or its days."""
    for name in reversed(RANGES):
        if span == range_days(name, total=total):
            return name.name
    return f"{span} days"


def range_short(span: int, *, total: int) -> str:
    """Return the name of the range a window has, or its days, in few cells."""
    for name in reversed(RANGES):
        if span == range_days(name, total=total):
            return name.short
    return f"{span} d"
