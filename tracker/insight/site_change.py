"""Is it getting better: each site's seven days against an earlier week (R-PAIN-04, R-AN-02)."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from tracker.domain.calendar_words import format_day_of_year
from tracker.domain.dataclass import dataclass
from tracker.domain.site import PainSite
from tracker.domain.verdict import Change
from tracker.insight.raster import Ground, Ink, Patch
from tracker.insight.series import PainSeries
from tracker.rules import constants as c
from tracker.rules.pain import change, week_mean

SIX_WEEKS_DAYS: Final = 42
WORST_FIRST: Final = (
    Change.WORSE,
    Change.NO_CLEAR_CHANGE,
    Change.IMPROVED,
    Change.ALREADY_LOW,
    Change.NOT_ENOUGH,
)
CHANGE_INKS: Final = {
    Change.IMPROVED: Ink.OK,
    Change.WORSE: Ink.STOP,
    Change.NOT_ENOUGH: Ink.DIM,
}
_AGO: Final = {91: "three months ago", 365: "a year ago"}
_NUMBERS: Final = (
    "a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class WeekMean:
    """The mean of seven days that end with `last`, None under four logged ones, and their n."""

    last: date
    mean: float | None
    n: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteChange:
    """One site: this week, the earlier week it is compared with, and the word for the change.

    `before` is None where no earlier week has four days. `by_days` says that it is named by its
    days, because it is the diary's first and not one so many weeks ago. `worst` is the highest
    score of the days that were compared, on its latest day; `logged` of those days have a score.
    """

    site: PainSite
    change: Change
    now: WeekMean
    before: WeekMean | None
    by_days: bool = False
    worst: int | None
    worst_day: date | None
    logged: int


def site_changes(
    series: PainSeries, *, until: date, days_back: int | None = SIX_WEEKS_DAYS
) -> tuple[SiteChange, ...]:
    """Return the change of every site of a series, in its order.

    This week ends with `until`, the earlier one `days_back` days before. Where fewer than four of
    its days are logged, the earliest week after it takes its place, by steps of seven days; with
    None the diary's first week that has four.
    """
    return tuple(
        _site_change(series, site, until=until, days_back=days_back) for site in series.sites
    )


def sorest_first(changes: Sequence[SiteChange]) -> tuple[SiteChange, ...]:
    """Return the sites by this week's mean, the highest first, ties and unknown ones in order."""
    return tuple(sorted(changes, key=_sore))


def worst_first(changes: Sequence[SiteChange]) -> tuple[SiteChange, ...]:
    """Return the sites by their change, the worst first, then by this week's mean."""
    return tuple(sorted(changes, key=lambda each: (WORST_FIRST.index(each.change), _sore(each))))


def _sore(each: SiteChange) -> float:
    return 1.0 if each.now.mean is None else -each.now.mean


def _site_change(
    series: PainSeries, site: PainSite, *, until: date, days_back: int | None
) -> SiteChange:
    now = _week(series, site, until)
    if days_back is None:
        weeks = _from_the_first(series, site, until)
    else:
        back = range(days_back, c.WEEK_DAYS - 1, -c.WEEK_DAYS)
        weeks = (_week(series, site, until - timedelta(days=days)) for days in back)
    before = next((week for week in weeks if week.mean is not None), None)
    first = series.start if days_back is None else until - timedelta(days=days_back + 6)
    scores = {day: _score(series, site, day) for day in _days(max(first, series.start), until)}
    logged = {day: score for day, score in scores.items() if score is not None}
    worst = max(logged.values(), default=None)
    return SiteChange(
        site=site,
        change=Change.NOT_ENOUGH
        if before is None
        else change(_scores(series, site, until), _scores(series, site, before.last)),
        now=now,
        before=before,
        by_days=days_back is None,
        worst=worst,
        worst_day=max((day for day, score in logged.items() if score == worst), default=None),
        logged=len(logged),
    )


def _from_the_first(series: PainSeries, site: PainSite, until: date) -> Iterator[WeekMean]:
    for last in _days(series.start, until - timedelta(days=c.WEEK_DAYS)):
        yield _week(series, site, last)


def _week(series: PainSeries, site: PainSite, last: date) -> WeekMean:
    scores = _scores(series, site, last)
    mean = week_mean(scores)
    return WeekMean(
        last, None if mean is None else float(mean), sum(score is not None for score in scores)
    )


def _scores(series: PainSeries, site: PainSite, last: date) -> tuple[int | None, ...]:
    first = last - timedelta(days=c.WEEK_DAYS - 1)
    return tuple(_score(series, site, day) for day in _days(first, last))


def _score(series: PainSeries, site: PainSite, day: date) -> int | None:
    point = series.at(day)
    return None if point is None else point.score(site)


def _days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=step) for step in range((last - first).days + 1))


# ---------------------------------------------------------------------- in words


def change_patches(each: SiteChange, *, sign: str, this_week: str) -> tuple[Patch, ...]:
    """Return what stands after a site's name: `↓ improved: 1.0 this week, 3.3 six weeks ago`.

    The word and the numbers are titles. `sign` stands for the change, `this_week` names the days
    of its mean.
    """
    if each.now.mean is None:
        needed = f"{each.now.n} of {c.WEEK_ENTRIES_MIN} {this_week}"
        return (Patch(f"not enough days yet: {needed}", Ink.DIM, Ground.PAGE),)
    now = Patch(f"{each.now.mean:.1f}", Ink.TITLE, Ground.PAGE)
    if each.before is None or each.before.mean is None:
        rest = f" {this_week}, no earlier week with {c.WEEK_ENTRIES_MIN} days to compare with"
        return (now, Patch(rest, Ink.DIM, Ground.PAGE))
    return (
        Patch(f"{sign} ", CHANGE_INKS.get(each.change, Ink.TEXT), Ground.PAGE),
        Patch(f"{each.change.value}: ", Ink.TITLE, Ground.PAGE),
        now,
        Patch(f" {this_week}, ", Ink.TEXT, Ground.PAGE),
        Patch(f"{each.before.mean:.1f}", Ink.TITLE, Ground.PAGE),
        Patch(f" {earlier_words(each)}", Ink.TEXT, Ground.PAGE),
    )


def earlier_words(each: SiteChange) -> str:
    """Name the earlier week: `six weeks ago`, or by its last day; "" where there is none."""
    if each.before is None:
        return ""
    last = each.before.last
    if each.by_days:
        year = "" if last.year == each.now.last.year else f" {last.year}"
        return f"in the week to {format_day_of_year(last)}{year}"
    days = (each.now.last - last).days
    return _AGO.get(days) or _weeks_ago(days // c.WEEK_DAYS)


def _weeks_ago(weeks: int) -> str:
    number = _NUMBERS[weeks - 1] if weeks <= len(_NUMBERS) else str(weeks)
    return f"{number} week{'' if weeks == 1 else 's'} ago"
