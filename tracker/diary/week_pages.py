"""A week gathered from the diary as it is shown, and as it leaves the machine."""

from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from tracker.diary.adherence import routines_done
from tracker.diary.book import Book
from tracker.diary.day_state import day_state
from tracker.diary.output_files import write_out
from tracker.diary.past_verdicts import PastVerdict, past_verdict
from tracker.diary.run_views import answer_to, run_weeks
from tracker.diary.snapshot import Snapshot
from tracker.diary.verdicts import verdict_on
from tracker.diary.week_reviews import week_review
from tracker.domain.cross_training import CrossTraining
from tracker.domain.dataclass import dataclass
from tracker.domain.problem import Problem
from tracker.domain.settings import DistanceUnit
from tracker.domain.site import PainSite
from tracker.domain.strength import Strength
from tracker.exchange.week_svg import week_svg
from tracker.insight.calendar_week import CalendarWeek
from tracker.insight.week_page import WEEKS_BELOW, PageDay, WeekPage, page_text
from tracker.insight.week_review import WeekReview
from tracker.insight.week_sentences import WeekExtras, week_sentences
from tracker.insight.week_words import WeekPart, load_part, week_parts
from tracker.rules.distance_words import floored_distance

STEM: Final = "backstride-week"
_ONE: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekView:
    """A week in review as it is read; `since` is the diary's first day, None for an empty one.

    `page` is what is shown at first; `parts` and `load` are the figures with their rules.
    """

    week: CalendarWeek
    page: WeekPage
    parts: tuple[WeekPart, ...]
    load: WeekPart
    since: date | None
    may_answer: bool


def view_week(book: Book, day: date) -> WeekView:
    """Return the week of a day in review."""
    settings = book.settings
    review = week_review(book.snapshot, day, today=book.today)
    return WeekView(
        week=review.week,
        page=page_of(book.snapshot, review, today=book.today),
        parts=week_parts(review, unit=settings.unit, green_max=settings.green_max),
        load=load_part(review),
        since=review.logged_since,
        may_answer=review.check.open,
    )


def week_page(snapshot: Snapshot, day: date, *, today: date) -> WeekPage:
    """Gather the week of a day."""
    return page_of(snapshot, week_review(snapshot, day, today=today), today=today)


def page_of(snapshot: Snapshot, review: WeekReview, *, today: date) -> WeekPage:
    """Gather a week that is summed up already."""
    week, unit = review.week, snapshot.settings.unit
    sites = tuple(site.site for site in review.sites)
    verdicts = {each: past_verdict(snapshot, each, today=today) for each in week.days}
    days = tuple(
        _day(snapshot, each, verdicts.get(each), today=today, sites=sites, unit=unit)
        for each in week.all_days
    )
    now = verdict_on(snapshot, today) if week.so_far or week.last == today else None
    extras = WeekExtras(
        kept=tuple(
            verdict.kept
            for verdict in verdicts.values()
            if verdict is not None and verdict.kept is not None
        ),
        answers=Counter(answer for each in days for answer in each.answers),
        routine_days=sum(each.routines > 0 for each in days),
        strength_days=sum(each.strength for each in days),
        cap="" if now is None else now.headline or now.outcome.words,
        reason="" if now is None else next((each.text for each in now.because), ""),
    )
    weeks = run_weeks(snapshot, today=today, until=week.end, count=WEEKS_BELOW)
    return WeekPage(
        week=week,
        sites=sites,
        days=days,
        parts=week_sentences(review, extras, unit=unit),
        weeks=weeks,
        unit=unit,
        green_max=snapshot.settings.green_max,
    )


def _day(
    snapshot: Snapshot,
    day: date,
    verdict: PastVerdict | None,
    *,
    today: date,
    sites: tuple[PainSite, ...],
    unit: DistanceUnit,
) -> PageDay:
    if day > today:
        return PageDay(day=day, to_come=True)
    state, runs = day_state(snapshot, day), snapshot.runs.get(day, ())
    return PageDay(
        day=day,
        scores=tuple(state.morning(site) for site in sites),
        night=state.night,
        outcome=None if verdict is None else verdict.outcome,
        below=_below(snapshot, day, verdict, ran=bool(runs), unit=unit),
        metres=sum(run.distance_m or 0 for run in runs) if runs else None,
        answers=tuple(answer_to(snapshot, run, today=today) for run in runs),
        routines=len(routines_done(snapshot, day)),
        strength=bool(snapshot.on(Strength, day)),
    )


def _below(
    snapshot: Snapshot, day: date, verdict: PastVerdict | None, *, ran: bool, unit: DistanceUnit
) -> str:
    """Say the sport of a day without a run, else the cap."""
    sports = snapshot.on(CrossTraining, day)
    if sports and not ran:
        item = sports[0]
        minutes = "" if item.duration_s is None else f" {round(item.duration_s / 60)} min"
        return f"{item.kind.value.replace('_', ' ')}{minutes}"
    if verdict is None or not verdict.cap_m:
        return ""
    return f"to {floored_distance(verdict.cap_m, unit)}"


# -- leaving the machine -------------------------------------------------------------------------


def share_week(
    book: Book, day: date, folder: Path, *, force: bool = True
) -> tuple[Path, ...] | Problem:
    """Write a week as a drawing and as text into a folder, without notes; give the two files.

    A week that was written there before is written over.
    """
    page = week_page(book.snapshot, day, today=book.today)
    stem = f"{STEM}-{page.week.first.isoformat()}"
    files = {
        folder / f"{stem}.svg": week_svg(page).encode(),
        folder / f"{stem}.txt": page_text(page).encode(),
    }
    problem = write_out(book, files, force=force)
    return tuple(files) if problem is None else problem
