"""One calendar week as figures: running, load, variety, rest, pain, nights, responses (R-LOAD-02).

Everything carries how much of it is known. What is not known is None or counted apart, never 0.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from statistics import median

from tracker.domain.cross_training import CrossTraining
from tracker.domain.dataclass import dataclass
from tracker.domain.impact_check import ImpactCheck
from tracker.domain.pain import Night
from tracker.domain.run import Run, RunKind, Surface
from tracker.domain.site import PainSite
from tracker.domain.verdict import Change, Response, SpikeBand
from tracker.insight.adherence import Adherence
from tracker.insight.calendar_week import CalendarWeek
from tracker.insight.week_load import ImpactMinutes, WeekLoad, impact_minutes, week_load
from tracker.rules.constants import WEEK_DAYS
from tracker.rules.impact import Impact, impact
from tracker.rules.load import rest_note, spike_band, week_jump
from tracker.rules.pain import back_to_comfortable, change, week_mean
from tracker.rules.session import WOKEN

BASELINE_WEEKS = 5
"""The baseline is the first of the six weeks that end with this one, as in the list of sites."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LongestRun:
    """The week's longest run against the longest of the 30 days before it, in metres (R-LOAD-04).

    `before_m` is None without a run with a distance in those days.
    """

    day: date
    distance_m: int
    before_m: int | None

    @property
    def band(self) -> SpikeBand:
        """Place it against the days before."""
        return spike_band(self.distance_m, self.before_m)


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekRunning:
    """The week's running in metres: `measured` of the `runs` have a distance.

    `week_before_m` and `two_before_m` are None where the diary doesn't hold that whole week, or a
    run of it has no distance.
    """

    runs: int
    measured: int
    distance_m: int
    week_before_m: int | None
    two_before_m: int | None
    impact: ImpactMinutes
    longest: LongestRun | None
    so_far: bool

    @property
    def jumped(self) -> bool:
        """Return whether the distance rose by more than 30 % over two weeks (R-LOAD-05)."""
        known = self.two_before_m is not None and self.measured == self.runs and not self.so_far
        return known and week_jump(self.distance_m, self.two_before_m or 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Variety:
    """How many runs of each kind, surface and pair of shoes; None counts those that don't say."""

    kinds: Mapping[RunKind, int]
    surfaces: Mapping[Surface | None, int]
    shoes: Mapping[str | None, int]
    note: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RestDays:
    """Days without a run, of the `days` of the week that are over and in the diary (R-LOAD-09)."""

    free: int
    days: int
    note: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteWeek:
    """One site's morning scores of the week: mean (from four of them) and median of `n`.

    `change` compares the mean with that of the week that begins on `baseline_first` (R-PAIN-04);
    `before` and its n are those of the week before this one. `comfortable`: the median is 0, from
    four of them.
    """

    site: PainSite
    mean: float | None
    median: float | None
    n: int
    worst: int | None
    before: float | None
    before_n: int
    baseline: float | None
    baseline_n: int
    baseline_first: date
    change: Change
    comfortable: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckOfWeek:
    """The weekly check of a week: its record with its result, or when it is due (R-Q-01)."""

    record: ImpactCheck | None
    open: bool

    @property
    def result(self) -> Impact | None:
        """Return the score; None where it was not answered."""
        return None if self.record is None else impact(self.record.options)


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekReview:
    """Everything about one week. `logged_since` is the diary's first day, None for an empty one."""

    week: CalendarWeek
    logged_since: date | None
    running: WeekRunning
    load: WeekLoad
    variety: Variety
    rest: RestDays
    sites: tuple[SiteWeek, ...]
    nights_woken: int
    nights_answered: int
    responses: Mapping[Response, int]
    routines: Adherence
    cross: tuple[CrossTraining, ...]
    nudge: str | None
    check: CheckOfWeek


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekFacts:
    """What the diary holds for a week's review.

    `runs` and `cross` are the week's; `earlier_m` the distances of the two weeks before, the
    nearer first, None where they can't be known; `mornings` gives each site's scores of a week by
    its first day, a None for a day without one.
    """

    week: CalendarWeek
    logged_since: date | None
    runs: Sequence[Run]
    cross: Sequence[CrossTraining]
    earlier_m: tuple[int | None, int | None]
    longest: LongestRun | None
    responses: Sequence[Response]
    shoes: Mapping[str, str]
    variety_note: str | None
    mornings: Mapping[PainSite, Mapping[date, Sequence[int | None]]]
    nights: Sequence[Night]
    routines: Adherence
    nudge: str | None
    check: CheckOfWeek


def review_week(facts: WeekFacts) -> WeekReview:
    """Sum up a week."""
    week = facts.week
    return WeekReview(
        week=week,
        logged_since=facts.logged_since,
        running=_running(facts),
        load=week_load(week, [*facts.runs, *facts.cross], logged_since=facts.logged_since),
        variety=_variety(facts),
        rest=_rest(facts),
        sites=tuple(_site(week, site, weeks) for site, weeks in facts.mornings.items()),
        nights_woken=sum(night in WOKEN for night in facts.nights),
        nights_answered=len(facts.nights),
        responses=Counter(facts.responses),
        routines=facts.routines,
        cross=tuple(facts.cross),
        nudge=facts.nudge,
        check=facts.check,
    )


def _running(facts: WeekFacts) -> WeekRunning:
    distances = [run.distance_m for run in facts.runs if run.distance_m is not None]
    week_before_m, two_before_m = facts.earlier_m
    return WeekRunning(
        runs=len(facts.runs),
        measured=len(distances),
        distance_m=sum(distances),
        week_before_m=week_before_m,
        two_before_m=two_before_m,
        impact=impact_minutes(facts.runs, facts.cross),
        longest=facts.longest,
        so_far=facts.week.so_far,
    )


def _variety(facts: WeekFacts) -> Variety:
    shoes: Counter[str | None] = Counter()
    for run in facts.runs:
        worn: list[str | None] = [facts.shoes[each] for each in run.gear if each in facts.shoes]
        shoes.update(worn or [None])
    return Variety(
        kinds=Counter(run.kind for run in facts.runs),
        surfaces=Counter(run.surface for run in facts.runs),
        shoes=shoes,
        note=facts.variety_note,
    )


def _rest(facts: WeekFacts) -> RestDays:
    since = facts.logged_since
    known = [day for day in facts.week.days if since is not None and day >= since]
    ran = [any(run.day == day for run in facts.runs) for day in known]
    return RestDays(free=ran.count(False), days=len(known), note=rest_note(ran))


def _site(
    week: CalendarWeek, site: PainSite, weeks: Mapping[date, Sequence[int | None]]
) -> SiteWeek:
    baseline_first = week.moved(-BASELINE_WEEKS).first
    empty: tuple[int | None, ...] = (None,) * WEEK_DAYS
    scores = weeks.get(week.first, empty)
    before = weeks.get(week.moved(-1).first, empty)
    baseline = weeks.get(baseline_first, empty)
    logged = [score for score in scores if score is not None]
    return SiteWeek(
        site=site,
        mean=_mean(scores),
        median=float(median(logged)) if _mean(scores) is not None else None,
        n=len(logged),
        worst=max(logged, default=None),
        before=_mean(before),
        before_n=_count(before),
        baseline=_mean(baseline),
        baseline_n=_count(baseline),
        baseline_first=baseline_first,
        change=change(scores, baseline),
        comfortable=back_to_comfortable(scores),
    )


def _count(scores: Sequence[int | None]) -> int:
    return sum(score is not None for score in scores)


def _mean(scores: Sequence[int | None]) -> float | None:
    mean = week_mean(scores)
    return None if mean is None else float(mean)
