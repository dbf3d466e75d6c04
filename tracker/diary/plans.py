"""The plan as it is read: the next session, the decision, the ladder, the week, the goal (4.2)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from tracker.diary.answers import Verdict
from tracker.diary.book import Book
from tracker.diary.plan_answers import Change, LadderRow, PlannedSession, PlanView
from tracker.diary.plan_choices import choice_on, planned_days
from tracker.diary.plan_goals import goal_view
from tracker.diary.plan_story import Standing, entry_on, standing_on
from tracker.diary.plan_weeks import plan_week
from tracker.diary.responses import JudgedRun
from tracker.diary.snapshot import Snapshot
from tracker.diary.verdicts import verdict_on
from tracker.domain.calendar_words import format_day
from tracker.domain.plan import PlanChoice
from tracker.domain.settings import DistanceUnit, Settings
from tracker.domain.verdict import Decision, Outcome, Plan, Response
from tracker.insight.response_reason import response_reason
from tracker.rules.distance_words import floored_distance
from tracker.rules.explanations import Explanation
from tracker.rules.plan import BACK, FROM_THE_FOOT, RUNS, UP, free_distance, step_distance
from tracker.rules.plan_words import (
    DECISION_TITLES,
    TALK,
    WouldChange,
    row_words,
    session_words,
    would_change,
)
from tracker.rules.progression import LADDER

_ONE = timedelta(days=1)
_AHEAD = timedelta(days=3 * 365)
_MINUTE_S = 60
_ROW: Final = "R-PROG-10 row {row}"
NO_PLAN: Final = "No plan yet."
DONE_TODAY: Final = "Today's session is done."
W0_LEADS_ON: Final = "a walk of 30 minutes that has settled by morning"


def view_plan(book: Book, day: date | None = None) -> PlanView:
    """Return the plan on a day, today where none is given."""
    return plan_on(book.snapshot, day or book.today)


def plan_on(snapshot: Snapshot, day: date) -> PlanView:
    """Tell the plan as it stands on a day."""
    verdict, choice = verdict_on(snapshot, day), choice_on(snapshot, day)
    entry = entry_on(snapshot, day)
    if choice is None or verdict.outcome is Outcome.DIARY_ONLY:
        return PlanView(
            day=day,
            settings=snapshot.settings,
            choice=choice,
            begin=entry,
            outcome=verdict.outcome,
            instead=verdict.message if choice is not None else NO_PLAN,
            week=plan_week(snapshot, choice, day),
        )
    standing = standing_on(snapshot, choice, day)
    decided = standing.decided
    today = _today(snapshot, choice, standing, day)
    coming = _coming(snapshot, choice, standing, day)
    return PlanView(
        day=day,
        settings=snapshot.settings,
        choice=choice,
        begin=entry,
        outcome=verdict.outcome,
        decision=decided.decision,
        row=decided.row,
        title=DECISION_TITLES[decided.decision],
        line=_line(standing, snapshot.settings),
        because=tuple(_because(standing, day)),
        standing=standing,
        changes=tuple(_changes(standing, snapshot.settings.unit)),
        today=today,
        coming=coming,
        instead=_instead(verdict, ran=day in snapshot.runs),
        ladder=_ladder(standing),
        week=plan_week(snapshot, choice, day, standing.done, next_up=today or coming),
        goal=goal_view(snapshot, choice, standing, day),
    )


def _instead(verdict: Verdict, *, ran: bool) -> str:
    """Say what stands in the place of a session today, "" where one may be done."""
    if ran and verdict.outcome in {*RUNS, Outcome.CROSS}:
        return DONE_TODAY
    return "" if verdict.outcome in RUNS else verdict.message


# -- the decision ----------------------------------------------------------------------------------


def _line(standing: Standing, settings: Settings) -> str:
    """Say in a line what the decision comes to: "W4 again, no step up today"."""
    decision, session = standing.decided.decision, standing.session
    if decision is Decision.SEEK_CARE:
        return "no session until somebody has had a look"
    if session is None:
        metres = free_distance(standing.decided, standing.verdict)
        far = "" if metres is None else floored_distance(metres, settings.unit)
        again = f"{far} again, no step up today" if far else "no step up today"
        return again if decision is Decision.HOLD else far
    where = f"{session.stage}, a little more" if session.more else session.stage
    if decision in UP:
        return where
    if decision in BACK or (standing.step is not None and session != standing.step):
        return f"{where} today"
    return f"{where} again, no step up today" if standing.at_step else f"{where}"


def _because(standing: Standing, day: date) -> Iterator[Explanation]:
    decided, at_step = standing.decided, standing.at_step
    entry = standing.entry
    if entry is not None and FROM_THE_FOOT not in standing.verdict.rules:
        yield Explanation("R-PROG-01", f"{entry.text.removesuffix('.')}, after a break")
    if decided.bound_by:
        told = [f for f in decided.bound_by if f != "R-RDY-50"]
        yield Explanation(told[0] if told else decided.bound_by[0], "Today's verdict comes first")
    elif FROM_THE_FOOT in standing.verdict.rules:
        yield Explanation(FROM_THE_FOOT, "No run in 30 days: the ladder begins at its foot")
    last = _named(at_step[-1], day) if at_step else "The last session"
    waits = bool(at_step) and at_step[-1].waits(day)
    numbers = "" if waits else _numbers(standing)
    words = row_words(decided.row, standing.given, last=last, numbers=numbers, waits=waits)
    yield Explanation(_ROW.format(row=decided.row), words)


def _named(session: JudgedRun, day: date) -> str:
    days = (day - session.run.day).days
    if days <= 1:
        return "Yesterday's session" if days else "Today's session"
    return f"The session of {format_day(session.run.day, year=False)}"


def _numbers(standing: Standing) -> str:
    """Name the site that decided the last session, with its numbers."""
    if not standing.at_step:
        return ""
    site = standing.at_step[-1].decided_by
    return "" if site.place is None else response_reason(site.place, site.session)


def _changes(standing: Standing, unit: DistanceUnit) -> Iterator[Change]:
    if standing.decided.decision is Decision.SEEK_CARE:
        return
    given, now = standing.given, standing.decided.decision
    if standing.session is not None and standing.session.stage == "W0":
        yield Change(
            response=Response.GREEN, condition=W0_LEADS_ON, decision=Decision.PROGRESS, goal="W1"
        )
        return
    if now in UP | BACK:
        # The next session is the first one at another step.
        given, now = replace(given, hist=()), Decision.HOLD
    for each in would_change(given, now):
        yield Change(
            response=each.response,
            condition=each.condition,
            decision=each.decision,
            goal=_goal_of(standing, each, unit),
        )


def _goal_of(standing: Standing, each: WouldChange, unit: DistanceUnit) -> str:
    if standing.step is None:
        cap, limits = standing.verdict.cap, standing.verdict.limits
        if cap is None:
            return DECISION_TITLES[each.decision].lower()
        return floored_distance(step_distance(each.decision, cap.settled_m, limits), unit)
    there = standing.step.moved(each.decision)
    return f"{there.stage}, a little more" if there.more else there.stage


# -- sessions --------------------------------------------------------------------------------------


def _today(
    snapshot: Snapshot, choice: PlanChoice, standing: Standing, day: date
) -> PlannedSession | None:
    verdict, decided = standing.verdict, standing.decided
    ran = day in snapshot.runs
    if verdict.outcome not in RUNS or decided.decision is Decision.SEEK_CARE or ran:
        return None
    if day not in planned_days(snapshot, choice, day, day):
        return None
    return _session(standing, day, snapshot.settings, cap_m=verdict.cap_m)


def _coming(
    snapshot: Snapshot, choice: PlanChoice, standing: Standing, day: date
) -> PlannedSession | None:
    if Outcome.SEEK_CARE is standing.verdict.outcome:
        return None
    if standing.decided.decision is Decision.SEEK_CARE:
        return None
    ahead = planned_days(snapshot, choice, day + _ONE, day + 14 * _ONE)
    fits = (each for each in ahead if choice.mode is Plan.FREE or each - _ONE not in snapshot.runs)
    first = next(fits, None)
    return None if first is None else _session(standing, first, snapshot.settings, cap_m=None)


def _session(
    standing: Standing, day: date, settings: Settings, *, cap_m: int | None
) -> PlannedSession:
    if standing.session is None:
        metres = free_distance(standing.decided, standing.verdict)
        far = "" if metres is None else f" {floored_distance(metres, settings.unit)}"
        words = f"Run{far}. {TALK}"
        return PlannedSession(day=day, words=words, distance_m=metres, cap_m=cap_m)
    stage = standing.session.session
    return PlannedSession(
        day=day,
        words=session_words(stage),
        stage=stage,
        minutes=stage.total_min,
        cap_m=cap_m,
    )


def _ladder(standing: Standing) -> tuple[LadderRow, ...]:
    here = standing.session or standing.step
    if here is None:
        return ()
    answers: dict[str, list[Response]] = {}
    for each in standing.done:
        answers.setdefault(each.position.stage, []).append(each.run.response)
    return tuple(
        LadderRow(
            stage=stage,
            answers=tuple(answers.get(stage.id, ())),
            passed=at < here.index and stage.id in answers,
            here=at == here.index,
        )
        for at, stage in enumerate(LADDER)
    )
