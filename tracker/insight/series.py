"""A diary as one unbroken row of days, with its rolling means (R-AN-01, R-AN-02)."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import field
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property
from itertools import accumulate, chain, repeat
from operator import sub

from tracker.domain.dataclass import dataclass
from tracker.domain.episode import lies_within
from tracker.domain.pain import Night
from tracker.domain.site import PainSite
from tracker.insight.later_score import LaterScore
from tracker.rules import constants as c

ONE_DAY = timedelta(days=1)

FOUR_WEEKS_DAYS = 28
FOUR_WEEKS_NEEDS = 16
NEWEST_WEIGHT = 0.25


class EventKind(StrEnum):
    """What a day can be marked with, the weightiest first: of several, the first is drawn."""

    RED_FLAG = "red flag"
    STOP = "run stopped"
    FLARE = "flare"
    VISIT = "visit"
    REMEDY = "remedy"
    SHOES = "shoe change"


@dataclass(frozen=True, slots=True)
class EpisodeSpan:
    """A named stretch of days; `end` is None while it lasts, `note` what was said of it."""

    name: str
    start: date
    end: date | None = None
    note: str = ""

    def __contains__(self, day: date) -> bool:
        """Return whether a day belongs to it."""
        return lies_within(day, self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class DayPoint:
    """What one day holds. A site without a score is absent from `scores`, never 0.

    A site's score is its first of the day; `later` has the latest of each that was scored again.
    `run_m` are the metres known of its `runs`; `night` is None where nothing was said of it.
    """

    day: date
    scores: Mapping[PainSite, int]
    run_m: int = 0
    runs: int = 0
    night: Night | None = None
    events: tuple[EventKind, ...] = ()
    later: tuple[tuple[PainSite, LaterScore], ...] = ()

    @property
    def worst(self) -> int | None:
        """Return the day's highest score of all sites, None where nothing was logged."""
        return max(self.scores.values(), default=None)

    def score(self, site: PainSite | None) -> int | None:
        """Return the score of one site, or with None the day's highest."""
        return self.worst if site is None else self.scores.get(site)

    def latest(self, site: PainSite) -> LaterScore | None:
        """Return the latest score of a site that was scored again on this day."""
        return next((later for place, later in self.later if place == site), None)


@dataclass(frozen=True, slots=True)
class RollingMean:
    """A trailing mean for each day, None under `needs` logged days, and how many were logged."""

    days: int
    needs: int
    means: tuple[float | None, ...]
    counts: tuple[int, ...]


def rolling_mean(values: Sequence[int | None], *, days: int, needs: int) -> RollingMean:
    """Average the logged of the last `days` days; None where fewer than `needs` are (R-AN-02).

    Running sums of whole numbers, so that ten years cost one pass and nothing drifts.
    """
    totals = _trailing([value or 0 for value in values], days)
    counts = _trailing([value is not None for value in values], days)
    means = tuple(
        total / count if count >= needs else None
        for total, count in zip(totals, counts, strict=True)
    )
    return RollingMean(days, needs, means, counts)


def smoothed(values: Sequence[int | None]) -> tuple[float | None, ...]:
    """Smooth scores with a weight of a quarter for the newest (R-AN-03); nothing is decided by it.

    It starts with the first score, before which it is None; a day without one leaves it unchanged.
    """
    levels: list[float | None] = []
    level: float | None = None
    for value in values:
        if value is not None:
            level = float(value) if level is None else level + NEWEST_WEIGHT * (value - level)
        levels.append(level)
    return tuple(levels)


def _trailing(numbers: Sequence[int], days: int) -> tuple[int, ...]:
    """Add up the last `days` numbers at each place."""
    sums = list(accumulate(numbers))
    return tuple(map(sub, sums, chain(repeat(0, days), sums)))


@dataclass(frozen=True, eq=False)
class Track:
    """The scores of one site, or the day's highest of all, one entry a day."""

    values: tuple[int | None, ...]

    @cached_property
    def week(self) -> RollingMean:
        """Return the mean over 7 days, from 4 logged ones (R-AN-02)."""
        return rolling_mean(self.values, days=c.WEEK_DAYS, needs=c.WEEK_ENTRIES_MIN)

    @cached_property
    def four_weeks(self) -> RollingMean:
        """Return the mean over 28 days, from 16 logged ones: for views beyond a year."""
        return rolling_mean(self.values, days=FOUR_WEEKS_DAYS, needs=FOUR_WEEKS_NEEDS)

    @cached_property
    def smoothed(self) -> tuple[float | None, ...]:
        """Return the smoothed scores (R-AN-03)."""
        return smoothed(self.values)


@dataclass(frozen=True, eq=False)
class PainSeries:
    """Every day from the first to the last, whether anything was logged or not.

    Compared by identity: a changed diary is a new series.
    """

    days: tuple[DayPoint, ...]
    sites: tuple[PainSite, ...] = ()
    episodes: tuple[EpisodeSpan, ...] = ()
    _tracks: dict[PainSite | None, Track] = field(default_factory=dict, init=False, repr=False)

    def __len__(self) -> int:
        """Count the days."""
        return len(self.days)

    @property
    def start(self) -> date:
        """Return the first day."""
        return self.days[0].day

    @property
    def end(self) -> date:
        """Return the last day."""
        return self.days[-1].day

    def index(self, day: date) -> int:
        """Count the days from the first to `day`; may lie outside the series."""
        return (day - self.start).days

    def at(self, day: date) -> DayPoint | None:
        """Return a day's point, None outside the series."""
        index = self.index(day)
        return self.days[index] if 0 <= index < len(self.days) else None

    def track(self, site: PainSite | None = None) -> Track:
        """Return the scores of one site, or with None the day's highest of all sites."""
        found = self._tracks.get(site)
        if found is None:
            found = Track(tuple(point.score(site) for point in self.days))
            self._tracks[site] = found
        return found

    @cached_property
    def metres(self) -> tuple[int, ...]:
        """Return the metres run on each day."""
        return tuple(point.run_m for point in self.days)

    @cached_property
    def event_indexes(self) -> tuple[int, ...]:
        """Return the places of the days that carry an event, in order."""
        return tuple(index for index, point in enumerate(self.days) if point.events)

    def reaching(self, first: date, last: date) -> "PainSeries":
        """Return the same days with empty ones before and after them, as far as is asked."""
        before = [DayPoint(day=day, scores={}) for day in _days(first, self.start)]
        after = [DayPoint(day=day, scores={}) for day in _days(self.end + ONE_DAY, last + ONE_DAY)]
        return PainSeries((*before, *self.days, *after), self.sites, self.episodes)

    @cached_property
    def marked_indexes(self) -> tuple[int, ...]:
        """Return the places of the days with an event and of those on which an episode begins."""
        begins = (self.index(episode.start) for episode in self.episodes)
        inside = {index for index in begins if 0 <= index < len(self.days)}
        return tuple(sorted({*self.event_indexes, *inside}))

    def next_event(self, day: date, *, sign: int) -> date | None:
        """Return the nearest day with an event, or an episode's first, after (1) or before (-1)."""
        index, places = self.index(day), self.marked_indexes
        at = bisect_right(places, index) if sign > 0 else bisect_left(places, index) - 1
        return self.days[places[at]].day if 0 <= at < len(places) else None


def _days(first: date, end: date) -> Iterator[date]:
    """Return the days from the first up to, not including, the end."""
    return (first + ONE_DAY * number for number in range((end - first).days))


def make_series(
    scores: Mapping[date, Mapping[PainSite, int]],
    *,
    until: date,
    since: date | None = None,
    run_m: Mapping[date, int] | None = None,
    run_counts: Mapping[date, int] | None = None,
    nights: Mapping[date, Night] | None = None,
    later: Mapping[date, Mapping[PainSite, LaterScore]] | None = None,
    events: Mapping[date, Collection[EventKind]] | None = None,
    episodes: Sequence[EpisodeSpan] = (),
    tracked: Sequence[PainSite] = (),
) -> PainSeries:
    """Lay out what is known by day, from the first day that holds anything up to `until` at least.

    `since` asks for an earlier start. `tracked` sites come first and are there even without a
    score, the others in the order of their first day. Without `run_counts` a day with metres has
    one run.
    """
    runs = run_m or {}
    counts = run_counts or {}
    slept = nights or {}
    again = later or {}
    marks = events or {}
    known = [*scores, *runs, *marks, until, *([since] if since else [])]
    first, last = min(known), max(known)
    order = list(EventKind)
    days = tuple(
        DayPoint(
            day=day,
            scores=scores.get(day, {}),
            run_m=runs.get(day, 0),
            runs=counts.get(day, 1 if runs.get(day) else 0),
            night=slept.get(day),
            events=tuple(sorted(marks.get(day, ()), key=order.index)),
            later=tuple(again[day].items()) if day in again else (),
        )
        for day in _days(first, last + ONE_DAY)
    )
    sites = dict.fromkeys(tracked)
    for point in days:
        sites.update(dict.fromkeys(point.scores))
    return PainSeries(days, tuple(sites), tuple(episodes))
