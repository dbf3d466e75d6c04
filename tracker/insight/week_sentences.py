"""What a week adds up to, in a few plain sentences: figures with their n, no praise, no blame."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from tracker.domain.calendar_words import format_day, format_day_of_year
from tracker.domain.dataclass import dataclass
from tracker.domain.settings import DistanceUnit
from tracker.domain.text import counted
from tracker.domain.units import format_distance, format_distance_number
from tracker.domain.verdict import Change, Response
from tracker.insight.response_words import RESPONSE_SHORT, TOMORROW
from tracker.insight.week_load import minutes_of
from tracker.insight.week_page import BY_LINE, shared_label
from tracker.insight.week_review import SiteWeek, WeekReview
from tracker.rules.constants import WEEK_ENTRIES_MIN

MOST: Final = 3
NOTHING: Final = "–"


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekExtras:
    """What the sentences say besides the review.

    `kept` says of each day with a verdict that could be kept whether it was; `answers` counts the
    next mornings, None for runs that wait. `cap` and `reason` are today's, "" in a week that is
    over.
    """

    kept: tuple[bool, ...] = ()
    answers: Mapping[Response | None, int]
    routine_days: int = 0
    strength_days: int = 0
    cap: str = ""
    reason: str = ""


def week_sentences(
    review: WeekReview, extras: WeekExtras, *, unit: DistanceUnit
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return headings with at most three sentences each."""
    parts = (
        (BY_LINE, _pain(review)),
        ("Running", _running(review, extras, unit)),
        ("Rest, other", _rest(review, extras)),
        ("Next", _next(review, extras)),
    )
    return tuple((title, sentences) for title, some in parts if (sentences := tuple(some)[:MOST]))


def _pain(review: WeekReview) -> Iterator[str]:
    for site in review.sites[: MOST - 1]:
        yield _site(site, len(review.week.days))
    if not review.sites:
        yield "No site is followed."
    if review.nights_answered:
        woken = f"{review.nights_woken} of {counted(review.nights_answered, 'night')}"
        yield f"Woken by pain: {woken}."
    else:
        yield "No night was answered."


def _site(site: SiteWeek, days: int) -> str:
    name = shared_label(site.site)
    if site.mean is None:
        return f"{name}: {site.n} of {days} mornings, no mean under {WEEK_ENTRIES_MIN}."
    worst = "" if site.worst is None else f", worst {site.worst}"
    words = f"{name} {site.mean:.1f} of {counted(site.n, 'morning')}{worst}"
    earlier = "" if site.before is None else f", week before {_mean_of(site.before, site.before_n)}"
    return f"{words}{earlier}{_since(site)}."


def _mean_of(mean: float, days: int) -> str:
    return f"{mean:.1f} (average of {counted(days, 'day')})"


def _since(site: SiteWeek) -> str:
    if site.baseline is None or site.change is Change.NOT_ENOUGH:
        return ""
    day = format_day_of_year(site.baseline_first)
    of_then = f"week of {day} {_mean_of(site.baseline, site.baseline_n)}"
    return f", {of_then}: {site.change.value}"


def _running(review: WeekReview, extras: WeekExtras, unit: DistanceUnit) -> Iterator[str]:
    running = review.running
    if not running.runs:
        yield f"No run. {_before(review, unit)}"
        return
    distance = format_distance(running.distance_m, unit) if running.measured else "No distance"
    impact = running.impact
    minutes = f", {impact.minutes} minutes with impact" if impact.sessions else ""
    yield f"{distance} in {counted(running.runs, 'run')}{minutes}. {_before(review, unit)}"
    words = (*RESPONSE_SHORT.items(), (None, TOMORROW))
    said = [f"{extras.answers[each]} {word}" for each, word in words if extras.answers.get(each)]
    if said:
        yield f"Next mornings: {', '.join(said)}."
    longest = running.longest
    if longest is not None:
        before = (
            ""
            if longest.before_m is None
            else f"; the 30 days before {format_distance(longest.before_m, unit)}"
        )
        yield f"Longest {format_distance(longest.distance_m, unit)}{before}."


def _before(review: WeekReview, unit: DistanceUnit) -> str:
    earlier = (review.running.week_before_m, review.running.two_before_m)
    known = [
        NOTHING if metres is None else format_distance_number(metres, unit) for metres in earlier
    ]
    if all(each == NOTHING for each in known):
        return "The weeks before are not known."
    return f"The weeks before: {', '.join(known)} {unit}."


def _rest(review: WeekReview, extras: WeekExtras) -> Iterator[str]:
    rest = review.rest
    sports = [
        f"{item.kind.value.replace('_', ' ')} {NOTHING if minutes is None else minutes} min"
        for item in review.cross
        for minutes in (minutes_of(item),)
    ]
    strength = (
        [f"strength on {counted(extras.strength_days, 'day')}"] if extras.strength_days else []
    )
    other = _listed([*sports, *strength])
    yield f"{rest.free} of {counted(rest.days, 'day')} without running{other}."
    yield f"Routines on {extras.routine_days} of {counted(len(review.week.days), 'day')}."
    if extras.kept:
        kept = sum(extras.kept)
        all_kept = "Every cap was kept." if kept == len(extras.kept) else ""
        yield all_kept or f"{kept} of {counted(len(extras.kept), 'cap')} kept."


def _listed(words: Sequence[str]) -> str:
    return f"; {', '.join(words)}" if words else ""


def _next(review: WeekReview, extras: WeekExtras) -> Iterator[str]:
    if extras.cap:
        reason = f": {extras.reason[:1].lower()}{extras.reason[1:]}" if extras.reason else ""
        yield f"Today {extras.cap}{reason}."
    check = review.check
    if check.result is not None and check.result.score is not None:
        yield f"Weekly check: {check.result.score} of 100."
    elif check.open:
        yield "The weekly check is due."
    elif review.week.so_far:
        yield f"Weekly check: {format_day(review.week.last, year=False)}."
