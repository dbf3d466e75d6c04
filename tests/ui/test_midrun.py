"""The mid-run protocol by its keys: the live guide, and steps typed afterwards (R-MID-01 to 12)."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.screen import Screen

from tests.ui.patience import until
from tracker.diary.book import Book, open_book, save_settings
from tracker.diary.boot_time_clock import boot_time_seconds
from tracker.diary.check_ins import save_check_in
from tracker.diary.entries import CheckInEntry, RunEntry, SessionEntry
from tracker.diary.run_views import list_runs
from tracker.diary.runs import log_run
from tracker.diary.sessions import log_session
from tracker.domain.pain import Spread
from tracker.domain.routine import RoutineSession, StepState
from tracker.domain.run import MidRunState, Run, RunOutcome
from tracker.domain.settings import Settings
from tracker.domain.site import PainSite, Side, Site
from tracker.ui.alarm.questions_screen import QuestionsScreen
from tracker.ui.app import BackstrideApp
from tracker.ui.dialogs import Dialog
from tracker.ui.midrun.guide_screen import MidRunGuide
from tracker.ui.midrun.start_screen import MidRunStart
from tracker.ui.midrun.steps_row import StepsRow
from tracker.ui.midrun.steps_screen import StepsScreen
from tracker.ui.run.view import RunView
from tracker.ui.stretch.player import PlayerScreen

NOW = datetime(2026, 11, 23, 7, 12, tzinfo=UTC)
BACK = PainSite(Site.LOW_BACK, Side.CENTRE)
SHIN = PainSite(Site.SHIN, Side.LEFT)
WIDE, NARROW = (120, 40), (80, 24)


class Runner:
    """Somebody on a treadmill, with a clock that goes on when it is told to."""

    def __init__(self, pilot: Pilot[None], diary: Book) -> None:
        self.pilot = pilot
        self.diary = diary
        self.seconds = 0.0

    @property
    def screen(self) -> Screen[object]:
        return self.pilot.app.screen

    @property
    def view(self) -> RunView:
        return self.pilot.app.screen_stack[0].query_one(RunView)

    @property
    def guide(self) -> MidRunGuide:
        assert isinstance(self.screen, MidRunGuide)
        return self.screen

    @property
    def text(self) -> str:
        strips = self.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)

    @property
    def runs(self) -> list[Run]:
        return [line.run for line in list_runs(self.diary)]

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def until(self, holds: Callable[[], bool]) -> None:
        if not await until(self.pilot, holds):
            pytest.fail(f"it never came to hold; on the screen:\n{self.text}")

    async def sees(self, *words: str) -> None:
        await self.until(lambda: all(each in " ".join(self.text.split()) for each in words))

    async def goes_on(self, *, minutes: int) -> None:
        self.seconds += minutes * 60
        self.guide.tick()
        await self.pilot.pause()

    async def begins(self, *before: str) -> None:
        await self.press("escape", "s")
        await self.until(lambda: isinstance(self.screen, MidRunStart))
        await self.press(*before, "ctrl+s")
        await self.until(lambda: isinstance(self.screen, MidRunGuide))


@pytest.fixture
def diary(tmp_path: Path) -> Book:
    opened = open_book(tmp_path / "diary.json", lambda: NOW)
    assert isinstance(opened, Book)
    save_settings(
        opened, Settings(tracked=(BACK, SHIN), setup_step=None, reassess_min=4, glyphs="full")
    )
    save_check_in(opened, CheckInEntry(scores={BACK: 0, SHIN: 1}))
    return opened


@asynccontextmanager
async def at_run(diary: Book, size: tuple[int, int] = WIDE) -> AsyncIterator[Runner]:
    app = BackstrideApp(lambda: diary, clock=lambda: NOW)
    async with app.run_test(size=size) as pilot:
        runner = Runner(pilot, diary)
        await runner.sees("Also true")
        await runner.press("escape", "3")
        await runner.sees("No runs yet") if not runner.runs else await runner.sees("Recent runs")
        await runner.until(lambda: bool(runner.view.form.score_rows))
        runner.view.monotonic_clock = lambda: runner.seconds
        yield runner


def test_the_minutes_of_a_run_go_on_while_the_machine_sleeps() -> None:
    assert RunView.monotonic_clock is boot_time_seconds


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_slow_stretch_stop_and_into_the_form(diary: Book, size: tuple[int, int]) -> None:
    async with at_run(diary, size) as runner:
        await runner.begins()
        await runner.sees("Left shin 1 before · minute 0", "Run as planned.")
        await runner.goes_on(minutes=12)
        await runner.press("4", "enter")
        await runner.sees("Slow down by 10 to 20 %", "4 minutes.", "R-MID-03", "12' 4")
        assert runner.guide.word.text == "SLOW"
        await runner.goes_on(minutes=4)
        await runner.press("4", "enter")
        await runner.sees("Stop, stretch", "R-MID-05", "Hamstring, heel on kerb", "Calf")
        await runner.goes_on(minutes=5)
        await runner.press("4", "enter")
        await runner.sees("walk home", "R-MID-07", "three days", "R-MID-11")
        assert runner.guide.word.text == "STOP"
        await runner.press("enter")
        await runner.sees("slowed 12', stretched 16', stopped 21'", "Log a run")
        form = runner.view.form
        assert form.value("outcome") is RunOutcome.STOPPED_PAIN
        assert (form.texts["before"], form.texts["during"]) == ("shin:L=1", "shin:L=4")
        await runner.press(*"2,5", "enter", *"21:00", "ctrl+s")
        await runner.until(lambda: len(runner.runs) == 1)
        saved = runner.runs[0]
        assert [step.state for step in saved.steps] == [
            MidRunState.SLOW,
            MidRunState.STRETCH,
            MidRunState.END,
        ]
        assert {(step.site, step.side) for step in saved.steps} == {(Site.SHIN, Side.LEFT)}


async def test_the_screen_flashes_when_the_next_score_is_due_c_12(diary: Book) -> None:
    async with at_run(diary) as runner:
        await runner.begins()
        await runner.press("3", "enter")
        await runner.sees("4:00")
        await runner.goes_on(minutes=3)
        await runner.sees("1:00")
        assert not runner.guide.has_class("-due")
        await runner.goes_on(minutes=1)
        assert runner.guide.has_class("-flash")
        await runner.sees("score now")
        assert runner.guide.has_class("-due")
        await runner.press("1", "enter")
        await runner.sees("no hills", "R-MID-04")
        assert not runner.guide.has_class("-due")


async def test_the_reset_leaves_out_what_today_excludes_and_goes_on_by_itself(diary: Book) -> None:
    save_check_in(diary, CheckInEntry(spread=Spread.BELOW_KNEE))
    async with at_run(diary) as runner:
        await runner.begins()
        await runner.press("3", "enter", "3", "enter")
        await runner.sees("tingling or pain below the knee", "R-STR-06", "Move out of the way")
        assert runner.guide.reset.due is not None
        assert runner.guide.reset.due.step.id == "R1"
        await runner.goes_on(minutes=1)
        await runner.sees("five slow small bends")
        assert runner.guide.reset.due.step.id == "R2"
        await runner.goes_on(minutes=10)
        assert runner.guide.reset.due is None


async def test_a_score_needs_a_digit_and_the_last_mark_can_be_taken_back(diary: Book) -> None:
    async with at_run(diary) as runner:
        await runner.begins()
        await runner.press("enter")
        await runner.sees("Set a score first")
        await runner.press("6", "enter")
        await runner.sees("R-MID-02")
        await runner.press("u")
        await runner.sees("Run as planned.", "nothing noted yet")
        assert runner.guide.scale.has_focus
        await runner.press("1", "0", "enter")
        await runner.sees("0' 10")


@pytest.mark.parametrize("keys", [("6",), ("9",), ("1", "0")])
async def test_6_or_more_stops_the_run_without_enter_r_mid_02(
    diary: Book, keys: tuple[str, ...]
) -> None:
    async with at_run(diary) as runner:
        await runner.begins()
        await runner.press(*keys)
        await runner.sees("R-MID-02", f"0' {''.join(keys)} ", "walk home")
        await runner.press("enter")
        await runner.sees("walk home")
        await runner.press("enter")
        await runner.sees("stopped 0'", "Log a run")
        assert runner.view.form.value("outcome") is RunOutcome.STOPPED_PAIN
        assert runner.view.form.texts["during"] == f"shin:L={''.join(keys)}"


async def test_enter_well_after_6_goes_on_into_the_form(diary: Book) -> None:
    async with at_run(diary) as runner:
        await runner.begins()
        await runner.press("6")
        await runner.sees("walk home")
        await runner.goes_on(minutes=1)
        await runner.press("enter")
        await runner.sees("stopped 0'", "Log a run")


async def test_5_waits_for_enter(diary: Book) -> None:
    async with at_run(diary) as runner:
        await runner.begins()
        await runner.press("5")
        await runner.sees("nothing noted yet")


@pytest.mark.parametrize("leave", ["escape", "q"])
async def test_a_score_that_is_set_and_not_noted_is_asked_about_and_kept(
    diary: Book, leave: str
) -> None:
    async with at_run(diary) as runner:
        await runner.begins()
        await runner.press("4", leave)
        await runner.until(lambda: isinstance(runner.screen, Dialog))
        await runner.press("l")
        await runner.until(lambda: len(runner.pilot.app.screen_stack) == 1)
        assert runner.view.form.texts["during"] == "shin:L=4"
        assert runner.view.form.value("outcome") is RunOutcome.COMPLETED_SLOWED


async def test_leaving_after_6_asks_and_keeps_it(diary: Book) -> None:
    async with at_run(diary) as runner:
        await runner.begins()
        await runner.press("6")
        await runner.sees("walk home")
        await runner.press("escape")
        await runner.until(lambda: isinstance(runner.screen, Dialog))
        await runner.press("l")
        await runner.until(lambda: len(runner.pilot.app.screen_stack) == 1)
        assert runner.view.form.value("outcome") is RunOutcome.STOPPED_PAIN


async def test_quitting_the_app_asks_for_a_score_that_is_set(diary: Book) -> None:
    async with at_run(diary) as runner:
        await runner.begins()
        await runner.press("2", "ctrl+q")
        await runner.sees("Not saved yet")


async def test_a_limp_ends_the_run_with_or_without_a_score_r_mid_02(diary: Book) -> None:
    async with at_run(diary) as runner:
        await runner.begins()
        await runner.press("m")
        await runner.sees("R-MID-02", "0' limp stop")
        await runner.press("enter")
        await runner.sees("stopped 0'")
        assert "limp" in runner.view.form.value("also")
        assert runner.view.form.texts["during"] == ""


async def test_an_alarm_sign_opens_the_list_once_r_mid_01(diary: Book) -> None:
    async with at_run(diary) as runner:
        await runner.begins()
        await runner.press("exclamation_mark")
        await runner.until(lambda: isinstance(runner.screen, QuestionsScreen))
        await runner.press("n")
        await runner.until(lambda: isinstance(runner.screen, MidRunGuide))
        await runner.sees("R-MID-01")
        await runner.press("enter")
        await runner.sees("Log a run")
        await runner.press(*"1", "enter", *"8:00", "ctrl+s")
        await runner.until(lambda: len(runner.runs) == 1)
        await runner.pilot.pause(0.05)
        assert runner.runs[0].outcome is RunOutcome.STOPPED_ALARM
        assert not isinstance(runner.screen, QuestionsScreen)


async def test_leaving_asks_once_and_nothing_noted_asks_nothing(diary: Book) -> None:
    async with at_run(diary) as runner:
        await runner.begins()
        await runner.press("escape")
        await runner.until(lambda: not isinstance(runner.screen, MidRunGuide))
        await runner.begins()
        await runner.press("1", "enter", "escape")
        await runner.until(lambda: isinstance(runner.screen, Dialog))
        await runner.press("escape")
        await runner.until(lambda: isinstance(runner.screen, MidRunGuide))
        await runner.press("escape")
        await runner.until(lambda: isinstance(runner.screen, Dialog))
        await runner.press("d")
        await runner.until(lambda: len(runner.pilot.app.screen_stack) == 1)
        assert runner.view.form.value("steps") == ()


async def test_leaving_may_finish_the_run(diary: Book) -> None:
    async with at_run(diary) as runner:
        await runner.begins()
        await runner.press("3", "enter", "escape")
        await runner.until(lambda: isinstance(runner.screen, Dialog))
        await runner.press("l")
        await runner.until(lambda: len(runner.pilot.app.screen_stack) == 1)
        assert runner.view.form.value("outcome") is RunOutcome.COMPLETED_SLOWED


async def test_quitting_the_app_asks_for_what_was_noted(diary: Book) -> None:
    async with at_run(diary) as runner:
        await runner.begins()
        await runner.press("2", "enter", "ctrl+q")
        await runner.sees("Not saved yet")


async def test_the_guide_waits_for_a_score_before_and_takes_minutes(tmp_path: Path) -> None:
    diary = open_book(tmp_path / "diary.json", lambda: NOW)
    assert isinstance(diary, Book)
    save_settings(diary, Settings(tracked=(BACK,), setup_step=None, glyphs="full"))
    save_check_in(diary, CheckInEntry(fatigue="3"))
    async with at_run(diary, NARROW) as runner:
        await runner.press("escape", "s")
        await runner.until(lambda: isinstance(runner.screen, MidRunStart))
        await runner.press("ctrl+s")
        await runner.sees("Set the score before the run first")
        await runner.press("2", "tab", "backspace", *"x", "ctrl+s")
        await runner.sees("Run so far is a whole number")
        await runner.press("backspace", *"15", "ctrl+s")
        await runner.sees("Low back 2 before · minute 15")


async def test_the_whole_scale_stands_in_a_tiny_terminal(diary: Book) -> None:
    async with at_run(diary, (60, 20)) as runner:
        await runner.press("escape", "s")
        await runner.until(lambda: isinstance(runner.screen, MidRunStart))
        await runner.press("backspace")
        await runner.sees("8 9 10 –")


# ------------------------------------------------------------------ afterwards


async def opens_steps(runner: Runner) -> None:
    runner.view._go_to_form(runner.view.form.query_one(StepsRow))
    await runner.until(lambda: isinstance(runner.screen.focused, StepsRow))
    await runner.press("space")
    await runner.until(lambda: isinstance(runner.screen, StepsScreen))


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_the_same_steps_typed_afterwards(diary: Book, size: tuple[int, int]) -> None:
    async with at_run(diary, size) as runner:
        await opens_steps(runner)
        await runner.sees("nothing typed yet", "12 4")
        await runner.press("1", "enter")
        for line in ("12 4", "16 4", "21 4"):
            await runner.press(*line, "enter")
        await runner.sees("12' score 4", "R-MID-03", "R-MID-05", "R-MID-07")
        await runner.press("ctrl+s")
        await runner.sees("slowed 12', stretched 16'", "stopped 21'")
        form = runner.view.form
        assert (form.value("outcome"), form.texts["before"], form.texts["during"]) == (
            RunOutcome.STOPPED_PAIN,
            "low_back=1",
            "low_back=4",
        )


async def test_bad_input_gets_a_sentence_and_an_unfinished_run_is_asked_about(diary: Book) -> None:
    async with at_run(diary) as runner:
        await opens_steps(runner)
        await runner.press("1", "enter", *"twelve", "enter")
        await runner.sees("Type the minute and what happened")
        await runner.press(*["backspace"] * 6, *"12 4", "enter", "ctrl+s")
        await runner.sees("How did the run end?")
        await runner.press("ctrl+b")
        await runner.sees("nothing typed yet")
        await runner.press(*"30 finish", "ctrl+s")
        await runner.until(lambda: len(runner.pilot.app.screen_stack) == 1)
        assert runner.view.form.value("outcome") is RunOutcome.COMPLETED


async def test_steps_without_a_score_before_wait_for_it(diary: Book) -> None:
    async with at_run(diary) as runner:
        await opens_steps(runner)
        await runner.press("tab", *"12 4", "enter")
        await runner.sees("Set the score before the run first")


async def test_leaving_changed_steps_asks_and_unchanged_ones_do_not(diary: Book) -> None:
    async with at_run(diary) as runner:
        await opens_steps(runner)
        await runner.press("escape")
        await runner.until(lambda: len(runner.pilot.app.screen_stack) == 1)
        await opens_steps(runner)
        await runner.press("1", "enter", *"12 4", "enter", "escape")
        await runner.until(lambda: isinstance(runner.screen, Dialog))
        await runner.press("d")
        await runner.until(lambda: len(runner.pilot.app.screen_stack) == 1)
        assert runner.view.form.value("steps") == ()


async def test_a_saved_trail_is_shown_and_can_be_corrected(diary: Book) -> None:
    async with at_run(diary) as runner:
        await opens_steps(runner)
        await runner.press("1", "enter", *"12 4", "enter", *"30 finish", "ctrl+s")
        await runner.until(lambda: len(runner.pilot.app.screen_stack) == 1)
        runner.view.form.distance.focus_field()
        await runner.press(*"5", "enter", *"30:00", "ctrl+s")
        await runner.until(lambda: len(runner.runs) == 1)
        saved = runner.runs[0]
        runner.view.open(saved.id)
        await runner.sees("Edit the run", "slowed 12'")
        await opens_steps(runner)
        await runner.sees("12' score 4", "30' finished")
        await runner.press("ctrl+b", *"16 6", "ctrl+s")
        await runner.sees("slowed 12', stopped 16'")
        await runner.press("ctrl+s")
        await runner.until(lambda: runner.runs[0].outcome is RunOutcome.STOPPED_PAIN)


async def test_a_run_typed_on_the_command_line_has_no_steps(diary: Book) -> None:
    log_run(diary, RunEntry(distance="5", duration="30:00"))
    async with at_run(diary) as runner:
        runner.view.open(runner.runs[0].id)
        await runner.sees("Edit the run", "– nothing noted")


def of_today(diary: Book) -> list[RoutineSession]:
    return [item for item in diary.snapshot.sessions.get(NOW.date(), ()) if item.seconds]


async def into_the_reset(runner: Runner) -> PlayerScreen:
    await runner.press("s")
    await runner.until(lambda: isinstance(runner.screen, PlayerScreen))
    assert isinstance(runner.screen, PlayerScreen)
    return runner.screen


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_the_reset_can_be_guided_and_comes_back_to_the_score(
    diary: Book, size: tuple[int, int]
) -> None:
    async with at_run(diary, size) as runner:
        await runner.begins()
        await runner.press("s")
        assert isinstance(runner.screen, MidRunGuide)
        await runner.press("3", "enter", "3", "enter")
        await runner.sees("guide me")
        word = runner.guide.word
        assert word.region.right <= runner.guide.query_one("#now").content_region.right
        player = await into_the_reset(runner)
        for _ in range(70):
            runner.seconds += 1
            player.tick()
        await runner.press("right", "escape")
        await runner.until(lambda: isinstance(runner.screen, MidRunGuide))
        await runner.sees("reset 1 of 6", "✓ Stop and walk", "✗ Ease the back")
        assert runner.guide.reset.due is not None
        assert runner.guide.reset.due.step.id == "R3"
        assert not runner.guide.has_class("-due")
        player = await into_the_reset(runner)
        assert player.player.place == 2
        for _ in range(4):
            await runner.press("right")
        await runner.until(lambda: isinstance(runner.screen, MidRunGuide))
        await runner.sees("reset 1 of 6", "score now")
        await runner.press("2", "enter")
        await runner.sees("R-MID-06", "reset 1 of 6")
        await runner.until(lambda: bool(of_today(diary)))
        (saved,) = of_today(diary)
        assert (saved.routine, saved.seconds) == ("mid_run", 60)
        assert [mark.state for mark in saved.marks] == [
            StepState.DONE,
            *[StepState.SKIPPED] * 5,
        ]


async def test_a_second_reset_of_the_day_is_a_session_of_its_own(diary: Book) -> None:
    log_session(diary, SessionEntry(routine="mid_run", others=StepState.DONE, seconds=230))
    async with at_run(diary) as runner:
        await runner.begins()
        await runner.press("3", "enter", "3", "enter")
        player = await into_the_reset(runner)
        for _ in range(70):
            runner.seconds += 1
            player.tick()
        await runner.press("escape")
        await runner.until(lambda: isinstance(runner.screen, MidRunGuide))
        await runner.until(lambda: len(of_today(diary)) == 2)
        await runner.press("u")
        await runner.until(lambda: "reset 1 of 6" not in runner.text)
