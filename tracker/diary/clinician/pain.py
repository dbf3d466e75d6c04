"""Pain over the weeks, and what is known of each complaint (R-SUM-01, 3 and 4)."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from tracker.diary.clinician.request import Period
from tracker.diary.clinician.words import NOT_KNOWN, dated, listed_words, mean_words, tally_words
from tracker.diary.day_state import day_state, mornings
from tracker.diary.history import known_places, usual
from tracker.diary.kinds.check_in import (
    BACK_CHOICES,
    HURTS_CHOICES,
    PATTERN_CHOICES,
    QUALITY_CHOICES,
    SPREAD_CHOICES,
)
from tracker.diary.responses import judged
from tracker.diary.snapshot import Snapshot
from tracker.diary.trends import series_between
from tracker.domain.calendar_words import format_day_of_year
from tracker.domain.check_in import CheckIn
from tracker.domain.dataclass import dataclass
from tracker.domain.episode import Flare
from tracker.domain.run import Run
from tracker.domain.site import PainSite
from tracker.domain.units import METRES, format_distance_number
from tracker.domain.verdict import Response
from tracker.insight.calendar_week import CalendarWeek
from tracker.insight.page import Block, Body, Column, DayChart, Facts, Grid, RunDay, SiteDays, Words
from tracker.insight.site_labels import short_label
from tracker.rules.constants import WEEK_DAYS
from tracker.rules.hundredths import one_decimal
from tracker.rules.pain import week_mean
from tracker.rules.session import WOKEN, worst_response

SITES_MAX: Final = 4
SITES_WHERE_SHORT: Final = 3
_SHORT_FROM: Final = 2
WAITS: Final = "w"
SIGNS: Final = {
    Response.GREEN: "g",
    Response.AMBER_SETTLED: "s",
    Response.AMBER_LINGER: "L",
    Response.RED: "R",
    Response.UNKNOWN: "?",
}


@dataclass(frozen=True, slots=True)
class Complaints:
    """The sites of the page, the sorest first, and those that have no room on it."""

    shown: tuple[PainSite, ...]
    others: tuple[PainSite, ...]

    @classmethod
    def of(cls, snapshot: Snapshot, period: Period, *, most: int) -> "Complaints":
        """Order the sites by their mean; tracked ones without a score come last."""
        places = known_places(snapshot, first=period.first, last=period.last)
        ordered = sorted(places, key=lambda place: -_mean(_scores(snapshot, place, period)))
        room = SITES_MAX if most > _SHORT_FROM else SITES_WHERE_SHORT
        return cls(tuple(ordered[:room]), tuple(ordered[room:]))


def _scores(snapshot: Snapshot, place: PainSite, period: Period) -> list[int | None]:
    return mornings(snapshot, place, first=period.first, last=period.last)


def _mean(scores: Sequence[int | None]) -> float:
    known = [score for score in scores if score is not None]
    return sum(known) / len(known) if known else -1.0


# -- pain over the weeks -------------------------------------------------------------------------


def pain_blocks(
    snapshot: Snapshot, period: Period, sites: Complaints, *, today: date
) -> tuple[Block, ...]:
    """Return the chart, where it hurts now, and a line for each week with its running."""
    also = ", ".join(place.label for place in sites.others)
    return (
        _chart(snapshot, period, sites, today=today),
        _body(snapshot, period, sites),
        Grid(_week_columns(snapshot, sites), tuple(_week_rows(snapshot, period, sites))),
        Words(
            "Site: mean/worst of n mornings, no mean under 4. Woken: nights by pain/answered.",
            small=True,
        ),
        *((Words(f"Also scored: {also}."),) if also else ()),
    )


def _chart(snapshot: Snapshot, period: Period, sites: Complaints, *, today: date) -> DayChart:
    unit = snapshot.settings.unit
    # A mean looks back over days that may come before the period.
    before = period.first - timedelta(days=WEEK_DAYS - 1)
    series = series_between(snapshot, before, period.last)
    skipped = series.index(period.first)
    return DayChart(
        first=period.first,
        sites=tuple(
            SiteDays(
                site=place,
                scores=series.track(place).values[skipped:],
                means=series.track(place).week.means[skipped:],
            )
            for place in sites.shown
        ),
        runs=tuple(_run_day(snapshot, day, today=today) for day in period.days),
        green_max=snapshot.settings.green_max,
        unit=unit.value,
        unit_m=float(METRES[unit]),
    )


def _run_day(snapshot: Snapshot, day: date, *, today: date) -> RunDay | None:
    runs = snapshot.runs.get(day, ())
    if not runs:
        return None
    found = [judged(snapshot, run) for run in runs]
    worst = worst_response(each.response for each in found)
    waits = worst is Response.UNKNOWN and all(each.waits(today) for each in found)
    return RunDay(metres=_metres(runs), sign=WAITS if waits else SIGNS[worst])


def _metres(runs: Sequence[Run]) -> int | None:
    known = [run.distance_m for run in runs if run.distance_m is not None]
    return sum(known) if known else None


def _body(snapshot: Snapshot, period: Period, sites: Complaints) -> Body:
    first = period.last - timedelta(days=WEEK_DAYS - 1)
    found = (
        (place, mornings(snapshot, place, first=first, last=period.last)) for place in _all(sites)
    )
    worst = (
        (place, max((score for score in scores if score is not None), default=None))
        for place, scores in found
    )
    return Body(tuple(worst), snapshot.settings.green_max, f"Worst, {_span(first, period.last)}")


def _all(sites: Complaints) -> tuple[PainSite, ...]:
    return (*sites.shown, *sites.others)


def _span(first: date, last: date) -> str:
    return f"{format_day_of_year(first)} to {format_day_of_year(last)}"


def _week_columns(snapshot: Snapshot, sites: Complaints) -> tuple[Column, ...]:
    unit = snapshot.settings.unit.value
    return (
        Column("Week of"),
        *(Column(short_label(place, cells=11), right=True) for place in sites.shown),
        *(Column(name, right=True) for name in ("Woken", "Runs", unit, "Longest")),
    )


def _week_rows(snapshot: Snapshot, period: Period, sites: Complaints) -> Iterator[tuple[str, ...]]:
    for week in period.weeks:
        runs = snapshot.runs_between(week.first, week.end)
        yield (
            format_day_of_year(week.first),
            *(_week_cell(snapshot, place, week) for place in sites.shown),
            _nights_cell(snapshot, week),
            str(len(runs)),
            _distance_cell(snapshot, runs),
            _longest_cell(snapshot, runs),
        )


def _week_cell(snapshot: Snapshot, place: PainSite, week: CalendarWeek) -> str:
    scores = mornings(snapshot, place, first=week.first, last=week.end)
    known = [score for score in scores if score is not None]
    if not known:
        return NOT_KNOWN
    mean = week_mean(scores)
    return f"{NOT_KNOWN if mean is None else f'{float(mean):.1f}'}/{max(known)} n{len(known)}"


def _nights_cell(snapshot: Snapshot, week: CalendarWeek) -> str:
    nights = [day_state(snapshot, day).night for day in week.days]
    answered = [night for night in nights if night is not None]
    return f"{sum(night in WOKEN for night in answered)}/{len(answered)}" if answered else NOT_KNOWN


def _distance_cell(snapshot: Snapshot, runs: Sequence[Run]) -> str:
    """Write a week's distance; with a + where a run of it doesn't say its own."""
    if not runs:
        return "0.0"
    metres = _metres(runs)
    if metres is None:
        return NOT_KNOWN
    more = "+" if any(run.distance_m is None for run in runs) else ""
    return f"{format_distance_number(metres, snapshot.settings.unit)}{more}"


def _longest_cell(snapshot: Snapshot, runs: Sequence[Run]) -> str:
    longest = max((run.distance_m or 0 for run in runs), default=0)
    return format_distance_number(longest, snapshot.settings.unit) if longest else NOT_KNOWN


# -- the complaints side by side -----------------------------------------------------------------


def complaint_blocks(
    snapshot: Snapshot, period: Period, sites: Complaints, *, most: int
) -> tuple[Block, ...]:
    """Return a line for each site, and how it feels, as it was logged in the period."""
    columns = (
        Column("Site"),
        Column("Scored since"),
        Column("Usual now", right=True),
        Column("Worst"),
        Column("Days scored", right=True),
        Column("Where exactly"),
    )
    rows = tuple(_complaint(snapshot, period, place) for place in sites.shown)
    check_ins = snapshot.check_ins_between(period.first, period.last)
    facts = tuple(_feels(snapshot, period, check_ins, most=most))
    return (Grid(columns, rows), *((Facts(facts),) if facts else ()))


def _complaint(snapshot: Snapshot, period: Period, place: PainSite) -> tuple[str, ...]:
    scores = _scores(snapshot, place, period)
    worst = max((score for score in scores if score is not None), default=None)
    days = [day for day, score in zip(period.days, scores, strict=True) if score == worst]
    level = usual(snapshot, place, day=period.last + timedelta(days=1))
    since = _scored_since(snapshot, place)
    return (
        place.label,
        NOT_KNOWN if since is None else dated(since),
        NOT_KNOWN if level is None else one_decimal(level.level),
        NOT_KNOWN if worst is None else f"{worst}, {format_day_of_year(days[-1])}",
        f"{sum(score is not None for score in scores)} of {len(scores)}",
        _parts(snapshot, period, place),
    )


def _scored_since(snapshot: Snapshot, place: PainSite) -> date | None:
    scored = (
        day
        for day, of_day in snapshot.check_ins.items()
        if any(score.place == place for item in of_day for score in item.scores)
    )
    return next(scored, None)


def _parts(snapshot: Snapshot, period: Period, place: PainSite) -> str:
    found = Counter(
        score.part
        for item in snapshot.check_ins_between(period.first, period.last)
        for score in item.scores
        if score.place == place and score.part
    )
    return tally_words(found, most=len(found)) or NOT_KNOWN


def _feels(
    snapshot: Snapshot, period: Period, check_ins: Sequence[CheckIn], *, most: int
) -> Iterator[tuple[str, str]]:
    """Say on how many days each word was ticked; words nobody ticked are left out."""
    ticked = (
        ("Feels", QUALITY_CHOICES, lambda item: item.quality),
        ("Spreads", SPREAD_CHOICES, lambda item: (item.spread,)),
        ("While running", PATTERN_CHOICES, lambda item: (item.pattern,)),
        ("Hurts on", HURTS_CHOICES, lambda item: item.hurts),
        ("Back pain that", BACK_CHOICES, lambda item: item.back_features),
    )
    for label, words, said in ticked:
        days = {(item.day, what) for item in check_ins for what in said(item) if what is not None}
        found = tally_words(Counter(words[what] for _day, what in days), most=most)
        if found:
            yield label, f"{found} (days)"
    stiff = [item.stiff_min for item in check_ins if item.stiff_min is not None]
    if stiff:
        yield "Morning stiffness", f"{mean_words(stiff, 'min')}, most {max(stiff)} min"
    if snapshot.settings.eases is not None:
        yield "Eases the back", snapshot.settings.eases.value
    flares = [
        flare
        for flare in snapshot.of(Flare)
        if flare.is_flare
        and flare.start <= period.last
        and (flare.end or period.last) >= period.first
    ]
    if flares:
        spans = [_flare(each.start, each.end, each.place) for each in reversed(flares)]
        yield "Flares", listed_words(spans, most=most, between="; ")


def _flare(start: date, end: date | None, place: PainSite | None) -> str:
    until = "still on" if end is None else f"to {format_day_of_year(end)}"
    where = "" if place is None else f", {place.label}"
    return f"{format_day_of_year(start)} {until}{where}"
