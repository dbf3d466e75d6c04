"""The choices of how to train, as they are on file, and new ones (section 4.2)."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Final

from tracker.diary.book import Book
from tracker.diary.snapshot import Snapshot
from tracker.domain.calendar_words import format_day, parse_day
from tracker.domain.identity import new_id
from tracker.domain.plan import USUAL_DAYS, PlanChoice, PlanMove
from tracker.domain.problem import Problem, Problems
from tracker.domain.text import quoted
from tracker.domain.units import parse_distance
from tracker.domain.verdict import Plan
from tracker.rules import constants as c
from tracker.rules.progression import STAGES

LABEL: Final = "the plan"
WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_ONE = timedelta(days=1)


def choice_on(snapshot: Snapshot, day: date) -> PlanChoice | None:
    """Return the choice that counts on a day, None where none was made by then."""
    made = [each for each in snapshot.of(PlanChoice) if each.day <= day]
    return made[-1] if made else None


def plan_mode(snapshot: Snapshot, day: date) -> Plan:
    """Return how the person trains on a day: freely, where nothing else was chosen (R-RDY-24)."""
    choice = choice_on(snapshot, day)
    return Plan.FREE if choice is None else choice.mode


def choose_ladder(
    book: Book, *, stage: str = "", days: str = "", carries_on: bool = False
) -> PlanChoice | Problems:
    """Go on along the ladder from today, from a stage or from where R-PROG-01 begins.

    `carries_on` says that R-PROG-01 names no stage, because somebody has been running lately.
    """
    wanted = stage.strip().upper()
    if wanted and wanted not in STAGES:
        known = f"{next(iter(STAGES))} to {list(STAGES)[-1]}"
        return (Problem("from", f"There is no stage {quoted(stage)}. The ladder has {known}."),)
    goes_on = plan_mode(book.snapshot, book.today) is Plan.LADDER
    if not wanted and carries_on and not goes_on:
        words = (
            "You ran within two weeks, so no stage has to be the first. Name one to begin with,"
            " like --from W4."
        )
        return (Problem("from", words),)
    return _choose(book, Plan.LADDER, stage=wanted, days=days)


def choose_free(book: Book, *, days: str = "") -> PlanChoice | Problems:
    """Run freely from today, with the single-run cap."""
    return _choose(book, Plan.FREE, days=days)


def choose_goal(
    book: Book, distance: str, by: str, *, on_the_ladder: bool
) -> PlanChoice | Problems:
    """Set a goal, a distance by a day; how one trains stays as it is.

    `on_the_ladder` says where somebody begins who has chosen nothing yet.
    """
    metres = parse_distance(distance, book.settings.unit)
    until = parse_day(by, book.today, day_first=book.settings.day_first, allow_future=True)
    found = (("goal", metres), ("by", until))
    wrong = tuple(Problem(name, v.message) for name, v in found if isinstance(v, Problem))
    if isinstance(metres, Problem) or isinstance(until, Problem):
        return wrong
    if until <= book.today:
        return (Problem("by", f"{format_day(until)} is not to come. A goal has a later day."),)
    now = choice_on(book.snapshot, book.today)
    mode = Plan.LADDER if on_the_ladder else Plan.FREE
    base = now or PlanChoice(id="", at=book.now, day=book.today, mode=mode)
    return _keep(book, replace(base, goal_m=metres, goal_by=until))


def drop_goal(book: Book) -> PlanChoice | Problems:
    """Go on without the goal."""
    now = choice_on(book.snapshot, book.today)
    if now is None or now.goal_m is None:
        return (Problem("", "There is no goal to drop."),)
    return _keep(book, replace(now, goal_m=None, goal_by=None))


def _choose(book: Book, mode: Plan, *, stage: str = "", days: str = "") -> PlanChoice | Problems:
    now = choice_on(book.snapshot, book.today)
    on = parse_weekdays(days) if days.strip() else (USUAL_DAYS if now is None else now.days)
    if isinstance(on, Problem):
        return (on,)
    refused = spacing_problem(on) if mode is Plan.LADDER else None
    if refused is not None:
        return (refused,)
    if now is not None and now.mode is mode and not stage:
        return _keep(book, replace(now, days=on))
    base = now or PlanChoice(id="", at=book.now, day=book.today, mode=mode)
    return _keep(book, replace(base, day=book.today, mode=mode, stage=stage, days=on))


def _keep(book: Book, choice: PlanChoice) -> PlanChoice | Problems:
    """Keep a choice as a new record; those before it stay on file.

    Its day is the one from which mode and stage count: another goal is no new beginning.
    """
    now = book.now
    return book.keep(replace(choice, id=new_id(now), at=now), label=LABEL)


def parse_weekdays(text: str) -> tuple[int, ...] | Problem:
    """Read days of the week: "mon, wed, sat"."""
    words = [word.strip().lower()[:3] for word in text.replace(",", " ").split()]
    wrong = next((word for word in words if word not in WEEKDAYS), None)
    if wrong is not None or not words:
        return Problem("days", f"{quoted(text)} are no days of a week. Type them: mon, wed, sat.")
    return tuple(sorted({WEEKDAYS.index(word) for word in words}))


def spacing_problem(days: Sequence[int]) -> Problem | None:
    """Return what speaks against training days on the ladder (R-PROG-02, C-20)."""
    if len(days) > c.LADDER_SESSIONS_PER_WEEK:
        return Problem("days", "The ladder has at most 4 sessions a week (R-PROG-02).")
    if any((day + 1) % c.WEEK_DAYS in days for day in days):
        words = "The ladder has no sessions on two days in a row (R-PROG-02): mon, wed, sat."
        return Problem("days", words)
    return None


# -- planned days ----------------------------------------------------------------------------------


def planned_days(snapshot: Snapshot, choice: PlanChoice, first: date, last: date) -> list[date]:
    """Return the days from `first` to `last` on which a session is planned, moved ones moved."""
    from dateutil.rrule import WEEKLY, rrule  # noqa: PLC0415 - only where a plan is asked for

    starts = max(first - c.WEEK_DAYS * _ONE, choice.day)
    begin, until = (_noon(day) for day in (starts, last + c.WEEK_DAYS * _ONE))
    by_rule = rrule(WEEKLY, byweekday=choice.days, dtstart=begin, until=until)
    found = {moment.date() for moment in by_rule} if choice.days else set()
    for move in _moves(snapshot, choice):
        if move.day in found:
            found = (found - {move.day}) | {move.to}
    return sorted(day for day in found if first <= day <= last)


def move_session(book: Book, day: date, to: date) -> PlanMove | Problems:
    """Move a planned session to another day; on the ladder never beside another one."""
    snapshot, today = book.snapshot, book.today
    choice = choice_on(snapshot, today)
    if choice is None:
        return (Problem("", "There is no plan yet. `plan set free` makes one."),)
    around = planned_days(snapshot, choice, day - 7 * _ONE, day + 14 * _ONE)
    if day not in around or day < today:
        return (Problem("day", f"No session is planned on {format_day(day)}."),)
    if to < today:
        return (Problem("to", f"{format_day(to)} is past. Move it to today or later."),)
    others = [*(each for each in around if each != day), *_ran(snapshot, to)]
    if to in others:
        return (Problem("to", f"There is a session on {format_day(to)} already."),)
    if choice.mode is Plan.LADDER and any(abs((to - each).days) == 1 for each in others):
        beside = next(each for each in others if abs((to - each).days) == 1)
        words = f"That is beside {format_day(beside, year=False)}: no ladder sessions in a row"
        return (Problem("to", f"{words} (R-PROG-02)."),)
    now = book.now
    # Moving a moved session on goes back to the day that the rule gave it.
    first = next((each.day for each in _moves(snapshot, choice) if each.to == day), day)
    move = PlanMove(id=new_id(now), at=now, day=first, to=to)
    return book.keep(move, label="moving a session")


def _moves(snapshot: Snapshot, choice: PlanChoice) -> Iterable[PlanMove]:
    """Go through the latest move of each session."""
    latest = {each.day: each for each in snapshot.of(PlanMove) if each.day >= choice.day}
    return latest.values()


def _ran(snapshot: Snapshot, day: date) -> list[date]:
    return [each for each in (day - _ONE, day, day + _ONE) if each in snapshot.runs]


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12))
