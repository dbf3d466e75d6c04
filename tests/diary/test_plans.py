"""The plan told from the diary: a month on the ladder, a return, free running, goals, the week."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from tracker.diary.book import Book, open_book
from tracker.diary.plan_answers import DayMark, PlanView
from tracker.diary.plan_calendar import plan_calendar
from tracker.diary.plan_choices import (
    choose_free,
    choose_goal,
    choose_ladder,
    drop_goal,
    move_session,
    parse_weekdays,
    planned_days,
    spacing_problem,
)
from tracker.diary.plans import plan_on, view_plan
from tracker.diary.snapshot import Snapshot, take
from tracker.domain.check_in import CheckIn
from tracker.domain.pain import score_at
from tracker.domain.plan import PlanChoice, PlanMove
from tracker.domain.problem import Problem
from tracker.domain.run import Run, RunKind
from tracker.domain.screening import Screening
from tracker.domain.settings import Settings
from tracker.domain.site import PainSite, Side, Site
from tracker.domain.verdict import Decision, Outcome, Plan, Response

ACHILLES = PainSite(Site.ACHILLES, Side.RIGHT)
MONDAY = date(2026, 11, 2)
ONE = timedelta(days=1)


class Life:
    """A made-up person with one site, who does each day what the plan says."""

    def __init__(self, *choices: PlanChoice) -> None:
        self.check_ins: list[CheckIn] = []
        self.runs: list[Run] = []
        self.choices = choices
        self.stages: list[str] = []

    @property
    def snapshot(self) -> Snapshot:
        return take(
            settings=Settings(tracked=(ACHILLES,)),
            check_ins=self.check_ins,
            runs=self.runs,
            others=[*self.choices, SCREENING],
        )

    def check_in(self, day: date, score: int) -> None:
        at = datetime.combine(day, time(7), tzinfo=UTC)
        scores = (score_at(ACHILLES, score),)
        self.check_ins.append(
            CheckIn(id=f"c{day}", at=at, day=day, scores=scores, alarm=False, full_list=True)
        )

    def run(self, day: date, *, metres: int = 3200, minutes: int = 31, worst: int = 1) -> None:
        self.runs.append(
            Run(
                id=f"r{day}", start=datetime.combine(day, time(18), tzinfo=UTC), day=day,
                distance_m=metres, duration_s=minutes * 60, kind=RunKind.WALK_RUN,
                before=(score_at(ACHILLES, 0),), during=(score_at(ACHILLES, worst),),
                after=(score_at(ACHILLES, 0),),
            )
        )  # fmt: skip

    def obey(self, days: int, *, first: date = MONDAY, bad: frozenset[int] = frozenset()) -> None:
        for number in range(days):
            day = first + number * ONE
            self.check_in(day, 3 if number in bad else 0)
            view = plan_on(self.snapshot, day)
            if view.today is not None and view.today.stage is not None:
                self.stages.append(view.today.stage.id)
                self.run(day, minutes=view.today.minutes or 0)


def chosen(mode: Plan = Plan.LADDER, *, day: date = MONDAY, stage: str = "") -> PlanChoice:
    at = datetime.combine(day, time(6), tzinfo=UTC)
    return PlanChoice(id="plan", at=at, day=day, mode=mode, stage=stage)


SCREENING = Screening(
    id="s", at=datetime.combine(MONDAY - 9 * ONE, time(6), tzinfo=UTC), day=MONDAY - 9 * ONE,
    adult=True, structural=False, condition=False, symptoms=False, bone_risk=False, pregnancy=False,
    told_to_avoid=False, active=True,
)  # fmt: skip


def test_a_month_on_the_ladder_with_one_bad_morning_r_prog_10() -> None:
    life = Life(chosen(stage="W1"))
    life.obey(36, bad=frozenset({13}))
    assert life.stages == [
        "W0", "W1", "W1", "W2", "W2", "W3", "W2", "W2", "W3", "W3", "W4", "W4", "W5", "W5", "W6",
    ]  # fmt: skip
    after_red = plan_on(life.snapshot, MONDAY + 16 * ONE)
    assert after_red.ladder[3].answers == (Response.RED,)


def test_the_row_and_what_went_in_are_told_r_prog_10() -> None:
    life = Life(chosen(stage="W1"))
    life.obey(14, bad=frozenset({13}))
    view = plan_on(life.snapshot, MONDAY + 13 * ONE)
    assert (view.decision, view.row) == (Decision.STEP_BACK, 4)
    assert view.because[-1].rule == "R-PROG-10 row 4"
    assert view.because[-1].text == "Yesterday's session was too much: R Achilles 0.0 → 3"
    assert view.outcome is Outcome.CROSS
    assert view.today is None
    assert view.instead.startswith("No running today.")
    assert view.coming is not None
    assert view.coming.words.startswith("6 × 1½ min run, 2 min walk between")


def test_a_run_of_today_waits_for_tomorrow() -> None:
    life = Life(chosen(stage="W1"))
    life.obey(8)
    view = plan_on(life.snapshot, MONDAY + 7 * ONE)
    assert view.because[-1].text == "Today's session waits for tomorrow's score"
    assert view.decision is Decision.HOLD
    (today,) = [each for each in view.week if each.day == MONDAY + 7 * ONE]
    assert (today.mark, today.what, today.waits) == (DayMark.DONE, "walk-run W2", True)


def test_after_eight_weeks_without_a_run_the_ladder_begins_at_w1_r_prog_01() -> None:
    life = Life(chosen(day=MONDAY))
    life.check_in(MONDAY - 57 * ONE, 0)
    life.run(MONDAY - 57 * ONE, metres=8000, minutes=48)
    life.check_in(MONDAY - 56 * ONE, 0)
    life.check_in(MONDAY, 0)
    view = plan_on(life.snapshot, MONDAY)
    assert view.today is not None
    assert view.today.stage is not None
    assert view.today.stage.id == "W1"
    assert view.begin is not None
    assert view.begin.stage == "W1"


def test_a_break_on_the_ladder_leads_down_r_prog_01() -> None:
    life = Life(chosen(stage="W1"))
    life.obey(36)
    reached = life.stages[-1]
    later = MONDAY + 36 * ONE + 9 * ONE
    life.check_in(later, 0)
    view = plan_on(life.snapshot, later)
    assert view.because[0].rule == "R-PROG-01"
    (here,) = [row.stage.id for row in view.ladder if row.here]
    assert int(here[1:]) < int(reached[1:])


def test_running_freely_repeats_or_adds_within_the_cap_c_09() -> None:
    life = Life(chosen(Plan.FREE))
    day = MONDAY
    while day < MONDAY + 22 * ONE:
        life.check_in(day, 0)
        if day.weekday() in {0, 2, 5}:
            life.run(day, metres=5000)
        day += ONE
    life.check_in(day, 0)
    life.check_in(day + ONE, 0)
    view = plan_on(life.snapshot, day + ONE)
    assert view.decision is Decision.PROGRESS
    assert view.today is not None
    assert (view.today.distance_m, view.today.cap_m) == (5500, 5500)
    assert view.ladder == ()


def test_rest_as_advised_is_no_missed_day_r_an_07() -> None:
    life = Life(chosen(Plan.FREE))
    life.check_in(MONDAY, 7)
    life.check_in(MONDAY + ONE, 4)
    week = plan_on(life.snapshot, MONDAY + ONE).week
    assert [each.mark for each in week[:3]] == [DayMark.REST, DayMark.CROSS, DayMark.PLANNED]
    assert {each.what for each in week[:2]} == {"no run, as advised"}


@pytest.fixture
def book(tmp_path: Path) -> Book:
    opened = open_book(tmp_path / "d.json", lambda: datetime(2026, 11, 2, 7, tzinfo=UTC))
    assert isinstance(opened, Book)
    opened.keep(SCREENING, label=None)
    return opened


def said(found: object) -> str:
    assert isinstance(found, tuple)
    return " ".join(each.message for each in found if isinstance(each, Problem))


def test_a_choice_is_kept_and_the_former_ones_stay(book: Book) -> None:
    assert view_plan(book).choice is None
    assert isinstance(choose_ladder(book, stage="w3", days="mon thu"), PlanChoice)
    assert isinstance(choose_goal(book, "5 km", "2027-02-20", on_the_ladder=True), PlanChoice)
    assert isinstance(choose_free(book), PlanChoice)
    modes = [(each.mode, each.stage, each.goal_m) for each in book.snapshot.of(PlanChoice)]
    assert modes == [
        (Plan.LADDER, "W3", None), (Plan.LADDER, "W3", 5000), (Plan.FREE, "", 5000),
    ]  # fmt: skip
    assert isinstance(drop_goal(book), PlanChoice)
    assert book.undo().done
    assert view_plan(book).goal is not None


def test_what_cant_be_chosen_gets_a_sentence_r_prog_02(book: Book) -> None:
    assert "no stage" in said(choose_ladder(book, stage="W13"))
    assert "two days in a row" in said(choose_ladder(book, stage="W1", days="mon tue"))
    assert "two days in a row" in said(choose_ladder(book, stage="W1", days="sun mon"))
    assert "no days of a week" in said(choose_free(book, days="someday"))
    assert "--from W4" in said(choose_ladder(book, carries_on=True))
    assert "later day" in said(choose_goal(book, "5 km", "today", on_the_ladder=True))
    assert "There is no goal" in said(drop_goal(book))
    assert book.snapshot.of(PlanChoice) == ()
    assert spacing_problem((0, 2, 4, 6)) is not None
    assert parse_weekdays("Sat, mon") == (0, 5)


def test_a_goal_says_its_earliest_day_c_19(book: Book) -> None:
    choose_ladder(book, stage="W1")
    choose_goal(book, "5 km", "2027-03-20", on_the_ladder=True)
    goal = view_plan(book).goal
    assert goal is not None
    assert goal.stage_by == date(2026, 12, 23)
    assert "W12 comes on Wed 23 Dec 2026 at the earliest" in goal.words


def test_a_goal_out_of_reach_is_said_so() -> None:
    far = PlanChoice(
        id="far", at=datetime(2026, 11, 2, 8, tzinfo=UTC), day=MONDAY, mode=Plan.FREE,
        goal_m=21_000, goal_by=MONDAY + 50 * ONE,
    )  # fmt: skip
    life = Life(far)
    for back in (9, 7, 4):
        life.run(MONDAY - back * ONE, metres=5000)
    goal = plan_on(life.snapshot, MONDAY).goal
    assert goal is not None
    assert not goal.in_reach
    assert goal.earliest is not None
    assert goal.earliest > far.day + 50 * ONE
    assert goal.words.startswith("not before")


def test_a_session_is_moved_but_never_beside_another_r_prog_02(book: Book) -> None:
    choose_ladder(book, stage="W1")
    choice = view_plan(book).choice
    assert choice is not None
    wednesday, sunday = MONDAY + 2 * ONE, MONDAY + 6 * ONE
    assert "R-PROG-02" in said(move_session(book, wednesday, MONDAY + ONE))
    assert "already" in said(move_session(book, wednesday, MONDAY))
    assert "No session" in said(move_session(book, MONDAY + ONE, sunday))
    assert "past" in said(move_session(book, wednesday, MONDAY - ONE))
    assert isinstance(move_session(book, wednesday, MONDAY + 3 * ONE), PlanMove)
    days = planned_days(book.snapshot, choice, MONDAY, sunday)
    assert days == [MONDAY, MONDAY + 3 * ONE, MONDAY + 5 * ONE]
    assert isinstance(move_session(book, MONDAY + 3 * ONE, wednesday), PlanMove)
    days = planned_days(book.snapshot, choice, MONDAY, sunday)
    assert days == [MONDAY, wednesday, MONDAY + 5 * ONE]


def test_the_plan_goes_into_a_calendar(book: Book) -> None:
    assert isinstance(plan_calendar(book), Problem)
    choose_ladder(book, stage="W1")
    content = plan_calendar(book)
    assert isinstance(content, bytes)
    lines = content.decode().split("\r\n")
    assert lines.count("BEGIN:VEVENT") == 13
    assert "DTSTART;VALUE=DATE:20261102" in lines
    assert all(len(line.encode()) <= 75 for line in lines)


def test_no_advice_on_running_means_no_session_r_rdy_00c(book: Book) -> None:
    choose_free(book)
    young = Screening(
        id="y", at=datetime(2026, 11, 2, 6, 30, tzinfo=UTC), day=MONDAY, adult=False,
        structural=False, condition=False, symptoms=False, bone_risk=False, pregnancy=False,
        told_to_avoid=False, active=True,
    )  # fmt: skip
    book.keep(young, label=None)
    view = view_plan(book)
    assert view.outcome is Outcome.DIARY_ONLY
    assert (view.decision, view.today, view.coming) == (None, None, None)


def test_planned_days_keep_to_the_plan_of_their_time(book: Book) -> None:
    view: PlanView = view_plan(book)
    assert all(each.mark is DayMark.NOTHING for each in view.week)
    choose_free(book, days="fri")
    marks = [each.mark for each in view_plan(book).week]
    assert marks.count(DayMark.PLANNED) == 1
