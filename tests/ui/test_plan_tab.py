"""The Plan tab with real keys: choosing, the decision, moving a day, the ladder (4.2)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache

import pytest

from tests.diary.test_plans import MONDAY, Life, chosen
from tests.ui.conftest import BACK, SHIN, Person, Sits
from tracker.diary.book import Book
from tracker.diary.check_ins import save_check_in
from tracker.diary.entries import CheckInEntry
from tracker.diary.plan_answers import PlanView
from tracker.diary.plan_choices import choice_on, choose_ladder
from tracker.diary.plans import plan_on
from tracker.domain.cross_training import CrossKind, CrossTraining
from tracker.domain.plan import PlanMove
from tracker.domain.verdict import Plan
from tracker.rules.progression import LADDER
from tracker.ui.glyphs import FULL, PLAIN, Glyphs
from tracker.ui.midrun.guide_screen import MidRunGuide
from tracker.ui.plan.cards import (
    decision_lines,
    goal_lines,
    ladder_lines,
    session_lines,
    strip_lines,
)
from tracker.ui.plan.timer_screen import WalkRunScreen
from tracker.ui.plan.view import Draw
from tracker.ui.run.view import RunView

TODAY = date(2026, 11, 23)


async def opens_the_plan(person: Person) -> None:
    await person.until(lambda: person.main.view is not None)
    await person.press("escape", "escape", "5")
    await person.until(lambda: person.main.tab == "plan" and person.main.view.visible)
    await person.sees("Week")


def checked_in(diary: Book) -> None:
    save_check_in(diary, CheckInEntry(day=TODAY, scores={BACK: 1}, alarm=False, full_list=True))


async def test_a_plan_is_chosen_in_its_form_and_taken_back(sits_down: Sits, diary: Book) -> None:
    checked_in(diary)
    async with sits_down() as person:
        await opens_the_plan(person)
        await person.sees("No plan yet", "R-PROG-01")
        await person.press("e")
        await person.sees("How to train")
        await person.press("right", "ctrl+s")
        await person.sees("Walk-run ladder", "walk 30 min", "R-PROG-10 row 12")
        choice = choice_on(diary.snapshot, TODAY)
        assert choice is not None
        assert (choice.mode, choice.stage, choice.day) == (Plan.LADDER, "", TODAY)
        await person.press("u")
        await person.sees("No plan yet")


async def test_a_session_is_moved_by_a_day_r_prog_02(sits_down: Sits, diary: Book) -> None:
    checked_in(diary)
    choose_ladder(diary, stage="W1")
    async with sits_down() as person:
        await opens_the_plan(person)
        await person.sees("walk-run W0")
        await person.press("down", "down", "down", "J")
        await person.until(lambda: len(diary.snapshot.of(PlanMove)) == 1)
        (moved,) = diary.snapshot.of(PlanMove)
        assert (moved.day, moved.to) == (TODAY + timedelta(days=2), TODAY + timedelta(days=3))
        await person.press("J")
        await person.sees("R-PROG-02")
        await person.press("w")
        await person.sees("Why HOLD", "limits")
        await person.press("escape")


async def test_the_ladder_is_a_page_where_the_room_is_small(sits_down: Sits, diary: Book) -> None:
    checked_in(diary)
    choose_ladder(diary, stage="W1")
    async with sits_down((80, 24)) as person:
        await opens_the_plan(person)
        await person.sees("Ladder", "[W0]", "= HOLD")
        assert all(len(line) <= 80 for line in person.screen_text.splitlines())
        await person.press("v")
        await person.sees("2 × 12 run, 2 walk")
        await person.press("escape")
        await person.sees("[W0]")


CARDS = (
    (session_lines, 56), (decision_lines, 60), (ladder_lines, 53), (goal_lines, 49),
)  # fmt: skip
"""Each card and its width where two stand side by side; else they are as wide as the screen."""


@cache
def views() -> tuple[PlanView, ...]:
    goal = replace(chosen(stage="W1"), goal_m=5000, goal_by=date(2027, 3, 20))
    life = Life(goal)
    life.obey(17, bad=frozenset({13}))
    told = [plan_on(life.snapshot, MONDAY + timedelta(days=back)) for back in range(17)]
    life.choices = ()
    return (*told, plan_on(life.snapshot, MONDAY))


@pytest.mark.parametrize("glyphs", [FULL, PLAIN], ids=["full", "plain"])
@pytest.mark.parametrize(("draw", "width"), CARDS, ids=["session", "decision", "ladder", "goal"])
def test_no_line_of_a_card_is_wider_than_the_card(draw: Draw, width: int, glyphs: Glyphs) -> None:
    for view in views():
        for cells, short in ((width, False), (58, True), (78, True)):
            lines = draw(view, cells, glyphs, short=short)
            assert all(line.cell_length <= cells for line in lines)


@pytest.mark.parametrize("stage", LADDER, ids=lambda stage: stage.id)
def test_the_strip_has_a_stroke_for_each_part(stage: object) -> None:
    here = next(each for each in LADDER if each is stage)
    (strip, _legend) = strip_lines(here, 56, PLAIN)
    parts = strip.plain.split()
    runs = [part for part in parts if set(part) == {PLAIN.bar}]
    assert len(runs) == (here.repeats if here.run_min else 0)
    assert strip.cell_length <= 56


class Stopwatch:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


async def starts_the_session(person: Person, watch: Stopwatch) -> WalkRunScreen:
    await opens_the_plan(person)
    await person.sees("walk-run W1")
    await person.press("3")
    await person.until(lambda: person.main.tab == "run" and person.main.view.visible)
    view = person.main.view
    assert isinstance(view, RunView)
    view.monotonic_clock = watch
    await person.press("5")
    await person.until(lambda: person.main.tab == "plan")
    await person.press("s")
    await person.until(lambda: isinstance(person.app.screen, WalkRunScreen))
    screen = person.app.screen
    assert isinstance(screen, WalkRunScreen)
    return screen


async def goes_on(person: Person, screen: WalkRunScreen, watch: Stopwatch, seconds: int) -> None:
    for _ in range(seconds // 5):
        watch.seconds += 5
        screen.tick()
    await person.pilot.pause()


def on_w1(diary: Book) -> None:
    """Somebody whose walk has settled: the first walk-run session is today's."""
    walked = datetime(2026, 11, 21, 10, tzinfo=UTC)
    walk = CrossTraining(
        id="w", start=walked, day=walked.date(), kind=CrossKind.WALK, duration_s=1800
    )
    diary.keep(walk, label=None)
    for day in (21, 22):
        entry = CheckInEntry(day=date(2026, 11, day), scores={BACK: 0, SHIN: 0}, full_list=True)
        save_check_in(diary, entry)
    save_check_in(diary, CheckInEntry(scores={BACK: 0, SHIN: 0}, alarm=False, full_list=True))
    choose_ladder(diary, stage="W1")


async def test_a_session_is_played_and_fills_the_form_of_a_run(
    sits_down: Sits, diary: Book
) -> None:
    on_w1(diary)
    watch = Stopwatch()
    async with sits_down() as person:
        screen = await starts_the_session(person, watch)
        await goes_on(person, screen, watch, 5)
        await person.sees("Walk-run W1", "WALK", "next  run 1 min", "0:05 / 30:00")
        await person.press("right")
        await person.sees("run 1 of 8", "RUN")
        await person.press("1")
        await person.sees("Pain 1 noted")
        await goes_on(person, screen, watch, 80)
        await person.press("space")
        await person.sees("paused")
        await person.press("escape")
        await person.sees("Leave the session?")
        await person.press("s")
        await person.until(lambda: person.main.tab == "run" and person.app.screen is person.main)
        await person.sees("1:25", "walk")
        assert "Log a run" in person.screen_text


async def test_pain_leads_into_the_mid_run_guide_r_mid_03(sits_down: Sits, diary: Book) -> None:
    on_w1(diary)
    watch = Stopwatch()
    async with sits_down() as person:
        screen = await starts_the_session(person, watch)
        await goes_on(person, screen, watch, 60)
        await person.press("3")
        await person.until(lambda: isinstance(person.app.screen, MidRunGuide))
        await person.sees("Mid-run guide")
