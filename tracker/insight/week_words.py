"""The week in review as lines to read: figures first, how much is known of them, the rule's id."""

from collections.abc import Iterator, Mapping

from tracker.domain.calendar_words import format_day
from tracker.domain.cross_training import CrossTraining
from tracker.domain.dataclass import dataclass
from tracker.domain.settings import DistanceUnit
from tracker.domain.text import counted
from tracker.domain.units import format_distance
from tracker.domain.verdict import Change, SpikeBand
from tracker.insight.adherence import PLANNED_MEANS, summary_words
from tracker.insight.calendar_week import CalendarWeek
from tracker.insight.day_spans import span_words
from tracker.insight.raster import Ink
from tracker.insight.response_words import RESPONSE_SHORT
from tracker.insight.week_load import minutes_of
from tracker.insight.week_review import LongestRun, SiteWeek, WeekReview
from tracker.insight.zone_ink import zone_ink
from tracker.rules import constants as c
from tracker.rules.distance_words import exact_distance
from tracker.rules.impact import IMPACT_MAX, NOT_OFFICIAL
from tracker.rules.load import MONOTONY_NOTE, percent_over
from tracker.rules.pain import BACK_TO_COMFORTABLE, CHANGE_WORDS

NOTHING = "–"
SO_FAR = "so far"
BAND_WORDS = {SpikeBand.SMALL: "small", SpikeBand.MODERATE: "moderate", SpikeBand.LARGE: "large"}
BAND_NOTE = (
    "In a large study, runs more than 10 % longer were followed by more overuse injuries."
    " That is an association, not a promise."
)
JUMP_NOTE = (
    "More than 30 % up on two weeks before. Only a remark: the study's figure is not"
    " statistically clear."
)
LADDER_NOTE = "Below 3 km no comparison is made: a tenth of it is within what a watch gets wrong."
WALK_RUN_NOTE = "Of a walk-run only the running part would count, and that isn't logged"
SUBSTANTIAL = "Training or performance clearly affected."
INCOMPLETE = "incomplete, no score"


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekLine:
    """A label, the figure, words after it, quiet remarks below, and a rule's id.

    `change` is the sign that goes before the words.
    """

    label: str
    figure: str = ""
    words: str = ""
    remarks: tuple[str, ...] = ()
    rule: str = ""
    ink: Ink = Ink.TEXT
    change: Change | None = None


@dataclass(frozen=True, slots=True)
class WeekPart:
    """Some lines under a heading."""

    title: str
    lines: tuple[WeekLine, ...]


def week_title(week: CalendarWeek) -> str:
    """Name the week's days, and say where it is not over: "16 – 22 Nov 2026 · so far"."""
    days = span_words(week.first, week.last)
    return f"{days} · {SO_FAR}" if week.so_far else days


def week_parts(
    review: WeekReview, *, unit: DistanceUnit, green_max: int = c.GREEN_MAX
) -> tuple[WeekPart, ...]:
    """Write a review, in the order in which it is read; its load stands apart (`load_part`)."""
    return (
        WeekPart("Pain", tuple(_pain(review, green_max))),
        WeekPart("Running", tuple(_running(review, unit))),
        WeekPart("Rest, routines, variety", tuple(_variety(review))),
        WeekPart("Weekly check", tuple(_check(review))),
    )


def load_part(review: WeekReview) -> WeekPart:
    """Write a week's load: its jargon is for whoever asks for it (R-TXT-08)."""
    return WeekPart("Load, as information", tuple(_load(review)))


def _counted(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{word} {count}" for word, count in counts.items() if count)


# ---------------------------------------------------------------------- running


def _running(review: WeekReview, unit: DistanceUnit) -> Iterator[WeekLine]:
    running = review.running
    unmeasured = running.runs - running.measured
    known = running.measured or not running.runs
    remarks = [f"{counted(unmeasured, 'run')} without a distance"] if unmeasured else []
    yield WeekLine(
        label="Distance",
        figure=format_distance(running.distance_m, unit) if known else NOTHING,
        words=f"in {counted(running.runs, 'run')}" if running.runs else "no run",
        remarks=tuple(remarks),
        rule="R-LOAD-02",
    )
    yield WeekLine(
        label="Weeks before",
        words=", ".join(
            NOTHING if metres is None else format_distance(metres, unit)
            for metres in (running.week_before_m, running.two_before_m)
        ),
        remarks=(JUMP_NOTE,) if running.jumped else (),
        rule="R-LOAD-05",
    )
    if running.longest is not None:
        yield _longest(running.longest, unit)
    impact = running.impact
    without = f"{counted(impact.untimed, 'session')} without a time" if impact.untimed else ""
    walked = f"{WALK_RUN_NOTE}: {impact.walk_run_min} min not in here" if impact.walk_runs else ""
    yield WeekLine(
        label="With impact",
        figure=f"{impact.minutes} min" if impact.sessions or not running.runs else NOTHING,
        words=f"of {counted(impact.sessions, 'session')}",
        remarks=tuple(filter(None, (without, walked))),
        rule="R-LOAD-02",
    )


def _longest(longest: LongestRun, unit: DistanceUnit) -> WeekLine:
    before = longest.before_m
    words = format_day(longest.day, year=False)
    if before is None:
        remarks: tuple[str, ...] = ("no run with a distance in the 30 days before",)
    elif before < c.SPIKE_FROM_M:
        remarks = (f"30 days before: {exact_distance(before, unit)}", LADDER_NOTE)
    else:
        over = percent_over(longest.distance_m, before)
        way = f"{over} % over" if over > 0 else "not over"
        remarks = (f"{way} the longest of the 30 days before, {exact_distance(before, unit)}",)
        if longest.band in BAND_WORDS:
            remarks = (f"{remarks[0]}: a {BAND_WORDS[longest.band]} jump", BAND_NOTE)
    return WeekLine(
        label="Longest",
        figure=exact_distance(longest.distance_m, unit),
        words=words,
        remarks=remarks,
        rule="R-LOAD-04",
    )


# ---------------------------------------------------------------------- load


def _load(review: WeekReview) -> Iterator[WeekLine]:
    load = review.load
    lacking = load.sessions - load.counted
    said = f"{counted(lacking, 'session')} without effort or time" if lacking else ""
    yield WeekLine(
        label="Everything",
        figure=f"{load.total} units" if load.counted or not load.sessions else NOTHING,
        words=f"n {load.counted} of {load.sessions}",
        remarks=(said,) if said else (),
        rule="R-LOAD-01",
    )
    figures = load.figures
    if figures is None:
        yield WeekLine(
            label="Monotony", words=NOTHING, remarks=(_why_no_monotony(review),), rule="R-LOAD-03"
        )
        return
    if figures.monotony is None or figures.strain is None:
        words, remark = NOTHING, "all seven days have the same load"
    else:
        words, remark = f"{figures.monotony:.2f}, strain {round(figures.strain)}", ""
    yield WeekLine(
        label="Monotony",
        words=f"{words}, n 7",
        remarks=tuple(filter(None, (remark, MONOTONY_NOTE))),
        rule="R-LOAD-03",
    )


def _why_no_monotony(review: WeekReview) -> str:
    if review.week.so_far:
        return "once the week is over"
    if review.load.counted < review.load.sessions:
        return "only where every session has its effort and time"
    return "the diary begins later than this week"


# ---------------------------------------------------------------------- rest and variety


def _variety(review: WeekReview) -> Iterator[WeekLine]:
    rest, variety = review.rest, review.variety
    yield WeekLine(
        label="Rest days",
        figure=str(rest.free),
        words=f"of {counted(rest.days, 'day')}{f' {SO_FAR}' if review.week.so_far else ''}",
        remarks=(rest.note,) if rest.note else (),
        rule="R-LOAD-09",
    )
    yield WeekLine(
        label="Routines",
        words=summary_words(review.routines),
        remarks=(PLANNED_MEANS,) if review.routines.planned else (),
        rule="R-AN-07",
    )
    if review.running.runs:
        kinds = {kind.value.replace("_", "-"): count for kind, count in variety.kinds.items()}
        surfaces = {"not said" if each is None else each.value: count
                    for each, count in variety.surfaces.items()}  # fmt: skip
        shoes = {each or "not said": count for each, count in variety.shoes.items()}
        yield WeekLine(label="Kinds", words=_counted(kinds), rule="R-LOAD-10")
        yield WeekLine(label="Surfaces", words=_counted(surfaces))
        yield WeekLine(
            label="Shoes",
            words=_counted(shoes),
            remarks=(variety.note,) if variety.note else (),
        )
    yield WeekLine(
        label="Other sports",
        words=", ".join(map(_cross, review.cross)) or "none",
        remarks=(review.nudge,) if review.nudge else (),
        rule="R-XT-04" if review.nudge else "R-XT-01",
    )


def _cross(item: CrossTraining) -> str:
    minutes = minutes_of(item)
    return f"{item.kind.value.replace('_', ' ')} {NOTHING if minutes is None else minutes} min"


# ---------------------------------------------------------------------- pain


def _pain(review: WeekReview, green_max: int) -> Iterator[WeekLine]:
    for site in review.sites:
        yield from _site(site, len(review.week.days), green_max)
    if not review.sites:
        yield WeekLine(label="Mornings", words="no site is tracked", rule="R-AN-02")
    answered = review.nights_answered
    yield WeekLine(
        label="Nights",
        figure=f"{review.nights_woken} woken" if answered else "",
        words=f"of {answered} answered" if answered else "none answered",
        rule="R-PAIN-02",
    )
    runs = {word: review.responses.get(each, 0) for each, word in RESPONSE_SHORT.items()}
    yield WeekLine(
        label="Responses",
        words=f"{_counted(runs)}" if review.running.runs else "no run",
        rule="R-PAIN-07",
    )


def _site(site: SiteWeek, days: int, green_max: int) -> Iterator[WeekLine]:
    counted = f"n {site.n} of {days}"
    if site.mean is None or site.median is None:
        yield WeekLine(
            label=site.site.label,
            words=f"{NOTHING} {counted}",
            remarks=("no mean under 4 days",) if site.n else (),
            rule="R-AN-02",
        )
        return
    yield WeekLine(
        label=site.site.label,
        figure=f"{site.mean:.1f}",
        words=f"mean, {counted}",
        remarks=(
            f"median {site.median:g}, worst {site.worst}",
            f"week before {_mean(site.before)}, n {site.before_n}",
        ),
        rule="R-AN-02",
        ink=zone_ink(site.mean, green_max=green_max),
    )
    back = site.comfortable and site.change is Change.IMPROVED
    first = site.baseline_first
    since = CalendarWeek(first, first).last
    yield WeekLine(
        label="",
        words=BACK_TO_COMFORTABLE if back else CHANGE_WORDS[site.change],
        change=site.change,
        remarks=(
            f"against {span_words(first, since)}: {_mean(site.baseline)}, n {site.baseline_n}",
        ),
        rule="R-PAIN-04",
    )


def _mean(mean: float | None) -> str:
    return NOTHING if mean is None else f"{mean:.1f}"


# ---------------------------------------------------------------------- the weekly check


def _check(review: WeekReview) -> Iterator[WeekLine]:
    record, result = review.check.record, review.check.result
    if record is None or result is None:
        words = "not answered"
        if review.check.open:
            words = "due"
        elif review.week.so_far:
            words = f"due on {format_day(review.week.last, year=False)}"
        yield WeekLine(label="Impact", words=words, remarks=(NOT_OFFICIAL,), rule="R-Q-01")
        return
    about = "" if record.place is None else record.place.label
    given = sum(option is not None for option in record.options)
    whole = result.score is not None
    yield WeekLine(
        label="Impact",
        figure=f"{result.score} of {IMPACT_MAX}" if whole else "",
        words=about if whole else f"{INCOMPLETE}, n {given} of 4 answers",
        remarks=tuple(filter(None, (SUBSTANTIAL if result.substantial else "", NOT_OFFICIAL))),
        rule="R-Q-01",
    )
