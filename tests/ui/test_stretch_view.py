"""The Stretch tab by its keys: routines, checklist, saving and going on (R-STR-02 to R-STR-09)."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from tests.ui.lists import rows_text
from tests.ui.patience import until
from tracker.diary.book import Book, open_book, save_settings
from tracker.diary.check_ins import save_check_in
from tracker.diary.entries import CheckInEntry, SessionEntry
from tracker.diary.sessions import keep_session, log_session
from tracker.domain.pain import Hurts
from tracker.domain.routine import Direction, RoutineSession, StepState
from tracker.domain.settings import Settings
from tracker.domain.site import PainSite, Side, Site
from tracker.ui.app import BackstrideApp
from tracker.ui.dialogs import Dialog
from tracker.ui.messages import GoTo
from tracker.ui.stretch.checklist import Checklist
from tracker.ui.stretch.cue_card import CueCard
from tracker.ui.stretch.hold_notice import HoldNotice
from tracker.ui.stretch.view import NOTHING_YET, StretchView
from tracker.ui.widgets.next_card import NextCard

NOW = datetime(2026, 11, 23, 7, 12, tzinfo=UTC)
TODAY = date(2026, 11, 23)
WIDE, NARROW = (120, 40), (80, 24)
BACK = PainSite(Site.LOW_BACK, Side.CENTRE)
SHIN = PainSite(Site.SHIN, Side.LEFT)
KNEE = PainSite(Site.KNEE, Side.RIGHT)


@pytest.fixture
def diary(tmp_path: Path) -> Book:
    opened = open_book(tmp_path / "diary.json", lambda: NOW)
    assert isinstance(opened, Book)
    save_settings(opened, Settings(tracked=(BACK,), setup_step=None))
    return opened


class Stretch:
    """The opened tab, and what a person reads on it."""

    def __init__(self, pilot: Pilot[None]) -> None:
        self.pilot = pilot

    @property
    def view(self) -> StretchView:
        return self.pilot.app.screen_stack[-1].query_one(StretchView)

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.pilot.press(key)
        await self.settle()

    async def settle(self) -> None:
        await self.pilot.app.workers.wait_for_complete()
        await self.pilot.pause()

    async def until(self, holds: Callable[[], bool]) -> None:
        assert await until(self.pilot, holds)

    def marks(self) -> dict[str, StepState]:
        return dict(self.view.checklist.states)

    @property
    def row(self) -> str:
        """The line that the hardware cursor stands on."""
        app = self.pilot.app
        return app.screen._compositor.render_strips()[app.cursor_position.y].text

    @property
    def screen_text(self) -> str:
        strips = self.pilot.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)

    def text(self) -> str:
        return rows_text(self.view.checklist)


@asynccontextmanager
async def opened(diary: Book, size: tuple[int, int] = WIDE) -> AsyncIterator[Stretch]:
    app = BackstrideApp(lambda: diary, clock=lambda: NOW)
    async with app.run_test(size=size) as pilot:
        stretch = Stretch(pilot)
        await stretch.settle()
        await stretch.press("escape", "2")
        await stretch.until(lambda: bool(app.screen.query(StretchView)))
        await stretch.until(lambda: bool(stretch.view.routines.items))
        await stretch.settle()
        yield stretch


def sessions(diary: Book, day: date = TODAY) -> tuple[RoutineSession, ...]:
    return diary.snapshot.sessions.get(day, ())


def states_of(session: RoutineSession) -> dict[str, StepState]:
    return {mark.step: mark.state for mark in session.marks}


def shown(stretch: Stretch) -> list[str]:
    parts = {
        "list": stretch.view.query_one("#list"),
        "page": stretch.view.page,
        "held": stretch.view.query_one(HoldNotice),
    }
    return [name for name, part in parts.items() if part.display]


async def test_the_routines_stand_in_a_list_with_steps_minutes_and_last_day(diary: Book) -> None:
    log_session(diary, SessionEntry(routine="post_run", day=TODAY - timedelta(days=3)))
    log_session(diary, SessionEntry(routine="mid_run", day=TODAY - timedelta(days=20)))
    async with opened(diary) as stretch:
        text = rows_text(stretch.view.routines)
        assert "Before a run" in text
        assert "11 steps · 9 min · never" in text
        assert "9 steps · 16 min · Fri" in text
        assert "6 steps · 4 min · 3 Nov" in text


async def test_space_ticks_and_x_skips_and_again_makes_untouched(diary: Book) -> None:
    async with opened(diary) as stretch:
        await stretch.press("enter", "enter")
        assert stretch.pilot.app.focused is stretch.view.checklist
        await stretch.press("space")
        assert stretch.marks()["P1"] is StepState.DONE
        await stretch.press("x")
        assert stretch.marks()["P2"] is StepState.SKIPPED
        assert stretch.view.page.title.fact == "1 done · 1 skipped · 9 to go"
        assert "✓  Brisk walk" in stretch.text()
        assert "✗  Marching on the spot" in stretch.text()
        assert "skipped by you" in stretch.text()
        await stretch.press("x", "up", "space")
        assert set(stretch.marks().values()) == {StepState.UNTOUCHED}
        assert not stretch.view.dirty


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_a_half_done_session_is_saved_and_goes_on(diary: Book, size: tuple[int, int]) -> None:
    async with opened(diary, size) as stretch:
        await stretch.press("enter", "enter", "space", "x", "ctrl+s")
        await stretch.until(lambda: bool(sessions(diary)))
    first = sessions(diary)[0]
    assert states_of(first)["P1"] is StepState.DONE
    async with opened(diary, size) as stretch:
        await stretch.press("enter", "enter")
        assert stretch.marks()["P2"] is StepState.SKIPPED
        await stretch.press("down", "down", "space", "ctrl+s")
        await stretch.until(lambda: states_of(sessions(diary)[0])["P3"] is StepState.DONE)
    assert [session.id for session in sessions(diary)] == [first.id]
    assert states_of(sessions(diary)[0])["P2"] is StepState.SKIPPED


async def test_a_session_saved_twice_before_the_answer_is_one(diary: Book) -> None:
    async with opened(diary) as stretch:
        await stretch.press("enter", "enter", "space")
        await stretch.until(lambda: stretch.view.dirty)
        stretch.view.action_save_session()
        stretch.view.action_save_session()
        await stretch.until(lambda: not stretch.view.dirty)
        await stretch.press("escape")
        assert len(sessions(diary)) == 1


async def test_saving_an_untouched_routine_says_what_to_do_first(diary: Book) -> None:
    async with opened(diary) as stretch:
        await stretch.press("enter", "ctrl+s")
        assert not sessions(diary)
        assert stretch.view.form.note.sentence == NOTHING_YET


@pytest.mark.parametrize("key", ["ctrl+s", "s"])
async def test_what_stops_a_routine_is_said_in_sight_of_a_narrow_list(
    diary: Book, key: str
) -> None:
    if key == "s":
        log_session(
            diary,
            SessionEntry(
                routine="pre_run", states={f"P{step}": StepState.DONE for step in range(1, 12)}
            ),
        )
    async with opened(diary, NARROW) as stretch:
        await stretch.press("down", "home", key)
        await stretch.until(lambda: bool(stretch.view.form.note.sentence))
        assert shown(stretch) == ["page"]


async def test_undo_takes_the_session_back(diary: Book) -> None:
    async with opened(diary) as stretch:
        await stretch.press("enter", "enter", "space", "ctrl+s")
        await stretch.until(lambda: bool(sessions(diary)))
        await stretch.press("u")
        await stretch.until(lambda: not sessions(diary))
        await stretch.until(lambda: stretch.marks()["P1"] is StepState.UNTOUCHED)


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_left_out_and_added_steps_say_why(diary: Book, size: tuple[int, int]) -> None:
    save_check_in(
        diary, CheckInEntry(scores={BACK: 2, SHIN: 1}, hurts=(Hurts.BENDING, Hurts.KNEELING))
    )
    async with opened(diary, size) as stretch:
        await stretch.press("enter", "down", "enter")
        text = stretch.text()
        assert "⊘  Hip flexor, half kneeling" in text
        assert "kneeling hurts  R-STR-06" in text
        assert "bending hurts  R-STR-06" in text
        assert "+  Ankle circles" in text
        assert "added for shin  R-STR-07" in text
        assert stretch.view.page.title.fact == "0 done · 8 to go"


async def test_a_left_out_step_can_be_read_but_not_ticked(diary: Book) -> None:
    save_check_in(diary, CheckInEntry(scores={BACK: 2}, hurts=(Hurts.BENDING,)))
    async with opened(diary) as stretch:
        await stretch.press("enter", "enter", "down", "down", "space")
        assert stretch.view.checklist.chosen is not None
        assert stretch.view.checklist.chosen.step.id == "P3"
        assert stretch.marks()["P3"] is StepState.LEFT_OUT
        assert "Left out today: bending hurts." in stretch.view.page.card.render().plain


async def test_the_card_follows_the_cursor_and_enter_folds_it(diary: Book) -> None:
    async with opened(diary) as stretch:
        await stretch.press("enter", "enter", "down")
        card = stretch.view.query_one(CueCard)
        assert "Lift each knee to a comfortable height" in card.render().plain
        assert "Hold a wall if balance is poor." in card.render().plain
        assert "hip flexors, calves" in card.render().plain
        await stretch.press("enter")
        assert not card.display
        await stretch.press("enter")
        assert card.display


async def test_scores_and_water_are_saved_with_the_session(diary: Book) -> None:
    async with opened(diary) as stretch:
        await stretch.press("enter", "enter", "space", "tab", "3", "tab", "1", "0", "tab", "right")
        await stretch.press("ctrl+s")
        await stretch.until(lambda: bool(sessions(diary)))
        session = sessions(diary)[0]
        assert (session.pain_before, session.pain_after) == (3, 10)
        assert session.water_packed is True


def scored_elsewhere(diary: Book, **answers: Any) -> None:  # noqa: ANN401 - as the entry's fields
    elsewhere = open_book(diary.path, lambda: NOW)
    assert isinstance(elsewhere, Book)
    (session,) = sessions(elsewhere)
    began = SessionEntry(routine="pre_run", pain_before=session.pain_before, day=TODAY)
    given: dict[str, Any] = dict(answers)
    assert isinstance(keep_session(elsewhere, replace(began, **given), began=began), RoutineSession)


async def test_a_score_that_another_window_changed_too_is_asked_about(diary: Book) -> None:
    def scores() -> tuple[int | None, int | None]:
        (session,) = sessions(diary)
        return session.pain_before, session.pain_after

    log_session(diary, SessionEntry(routine="pre_run"))
    async with opened(diary) as stretch:
        app = stretch.pilot.app
        asks = "Pain before: changed on both sides"

        async def is_asked(*keys: str) -> None:
            for key in keys:
                await stretch.pilot.press(key)
            await stretch.until(lambda: asks in stretch.screen_text)

        await stretch.press("enter", "enter", "space", "tab", "3")
        await stretch.until(lambda: stretch.view.dirty)
        scored_elsewhere(diary, pain_before=6, pain_after=1)
        await is_asked("ctrl+s")
        assert "07:12 in another window: 6" in stretch.screen_text
        await stretch.pilot.press("escape")
        await stretch.until(lambda: not isinstance(app.screen, Dialog))
        assert stretch.view.dirty
        assert scores() == (6, 1)
        await is_asked("ctrl+s")
        await stretch.pilot.press("k")
        await stretch.until(lambda: not stretch.view.dirty)
        assert scores() == (3, 1)
        assert states_of(sessions(diary)[0])["P1"] is StepState.DONE
        await stretch.until(lambda: stretch.view.form.after.value == 1)

        await stretch.press("4")
        await stretch.until(lambda: stretch.view.dirty)
        scored_elsewhere(diary, pain_before=7)
        await stretch.pilot.press("ctrl+q")
        await stretch.until(lambda: "Not saved yet" in stretch.screen_text)
        await is_asked("s")
        await stretch.pilot.press("t")
        await stretch.until(lambda: scores() == (7, 1))


async def test_water_is_asked_before_a_run_only(diary: Book) -> None:
    async with opened(diary) as stretch:
        await stretch.press("enter")
        assert stretch.view.form.water.display
        await stretch.press("down")
        assert not stretch.view.form.water.display


async def test_after_a_whole_pre_run_the_run_is_offered(diary: Book) -> None:
    async with opened(diary) as stretch:
        await stretch.press("enter", "enter")
        for _ in range(8):
            await stretch.press("space")
        card = stretch.view.query_one(NextCard)
        assert not card.display
        await stretch.press("ctrl+s")
        await stretch.until(lambda: bool(sessions(diary)) and card.display)
        assert card.steps[0].text == "Log the run"


async def test_esc_goes_back_step_by_step(diary: Book) -> None:
    async with opened(diary) as stretch:
        await stretch.press("enter", "enter", "tab")
        focused = []
        for _ in range(3):
            await stretch.press("escape")
            focused.append(type(stretch.pilot.app.focused).__name__)
        assert focused == ["Checklist", "RoutineList", "TopBar"]


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_esc_on_the_tab_bar_stays_there_and_marks_nothing(
    diary: Book, size: tuple[int, int]
) -> None:
    async with opened(diary, size) as stretch:
        await stretch.press("escape", "x", "space")
        assert type(stretch.pilot.app.focused).__name__ == "TopBar"
        assert set(stretch.marks().values()) == {StepState.UNTOUCHED}


async def test_going_into_a_narrow_tab_meets_what_is_in_sight(diary: Book) -> None:
    async with opened(diary, NARROW) as stretch:
        await stretch.press("down", "enter", "2", "down")
        assert shown(stretch) == ["page"]
        assert stretch.pilot.app.focused is stretch.view.checklist


async def test_narrow_shows_list_or_detail(diary: Book) -> None:
    async with opened(diary, NARROW) as stretch:
        await stretch.press("enter")
        assert shown(stretch) == ["list"]
        await stretch.press("enter")
        assert shown(stretch) == ["page"]
        await stretch.press("escape")
        assert shown(stretch) == ["list"]


@pytest.mark.parametrize("size", [NARROW, (60, 20)])
async def test_every_step_comes_into_sight(diary: Book, size: tuple[int, int]) -> None:
    save_check_in(diary, CheckInEntry(scores={SHIN: 2, KNEE: 4}, hurts=(Hurts.BENDING,)))
    async with opened(diary, size) as stretch:
        await stretch.press("enter", "down", "down", "down", "enter")
        if isinstance(stretch.pilot.app.screen, Dialog):
            await stretch.press("escape")
        checklist = stretch.view.checklist
        for fitted in checklist.items:
            assert checklist.chosen is fitted
            await stretch.until(lambda name=fitted.step.name: name in stretch.row)  # type: ignore[misc]
            await stretch.press("down")
        assert checklist.max_scroll_x == 0
        assert stretch.view.max_scroll_x == 0


async def test_r_str_02_the_honest_note_stands_until_the_first_session(diary: Book) -> None:
    async with opened(diary) as stretch:
        remark = stretch.view.query_one("#remark", Static)
        assert remark.display
        await stretch.press("enter", "enter", "space", "ctrl+s")
        await stretch.until(lambda: not remark.has_class("-note"))


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_r_str_06_with_a_hold_no_routine_is_offered(
    diary: Book, size: tuple[int, int]
) -> None:
    save_check_in(diary, CheckInEntry(alarm=True, answers={"time_loss": True}))
    save_check_in(diary, CheckInEntry(alarm=True, answers={"pop_cant_push": True}))
    app = BackstrideApp(lambda: diary, clock=lambda: NOW)
    async with app.run_test(size=size) as pilot:
        stretch = Stretch(pilot)
        await stretch.settle()
        await stretch.press("ctrl+l")
        await stretch.press("escape", "2")
        await stretch.until(lambda: stretch.view.has_class("-held"))
        assert shown(stretch) == ["held"]
        held = stretch.view.query_one(HoldNotice).render().plain
        assert "No routine today" in held
        assert "R-RED-12" in held


async def test_r_str_06_the_direction_is_asked_once_and_remembered(diary: Book) -> None:
    save_check_in(diary, CheckInEntry(scores={BACK: 1}))
    async with opened(diary) as stretch:
        app = stretch.pilot.app
        await stretch.press("enter", "down", "down", "down")
        await stretch.pilot.press("enter")
        await stretch.until(lambda: isinstance(app.screen, Dialog))
        await stretch.press("a")
        await stretch.until(lambda: diary.settings.eases is Direction.ARCHING)
        await stretch.until(lambda: stretch.marks()["M3"] is StepState.LEFT_OUT)
        await stretch.press("escape", "enter")
        assert not isinstance(app.screen, Dialog)


async def test_another_day_has_its_own_session(diary: Book) -> None:
    yesterday = TODAY - timedelta(days=1)
    async with opened(diary) as stretch:
        await stretch.press("left_square_bracket")
        await stretch.until(lambda: stretch.view.day == yesterday)
        await stretch.press("enter", "enter", "space", "ctrl+s")
        await stretch.until(lambda: bool(sessions(diary, yesterday)))
        await stretch.until(lambda: "begun" in rows_text(stretch.view.routines))
        assert not sessions(diary)
        await stretch.press("right_square_bracket")
        await stretch.until(lambda: stretch.marks()["P1"] is StepState.UNTOUCHED)


async def test_leaving_the_day_with_unsaved_ticks_asks(diary: Book) -> None:
    async with opened(diary) as stretch:
        app = stretch.pilot.app
        await stretch.press("enter", "enter", "space")
        assert stretch.view.dirty
        await stretch.pilot.press("left_square_bracket")
        await stretch.until(lambda: isinstance(app.screen, Dialog))
        await stretch.press("s")
        await stretch.until(lambda: bool(sessions(diary)))


async def test_ticks_stay_while_another_routine_is_looked_at(diary: Book) -> None:
    async with opened(diary) as stretch:
        await stretch.press("enter", "enter", "space", "escape", "down", "up", "enter")
        assert stretch.marks()["P1"] is StepState.DONE
        assert isinstance(stretch.pilot.app.focused, Checklist)


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_sent_from_another_tab_the_routine_is_open(
    diary: Book, size: tuple[int, int]
) -> None:
    app = BackstrideApp(lambda: diary, clock=lambda: NOW)
    async with app.run_test(size=size) as pilot:
        stretch = Stretch(pilot)
        await stretch.settle()
        app.screen.post_message(GoTo("stretch", "post_run"))
        await stretch.until(lambda: bool(app.screen.query(Checklist)))
        await stretch.until(lambda: "S1" in stretch.marks())
        assert app.focused is stretch.view.checklist
        assert "page" in shown(stretch)
        await stretch.press("space")
        assert stretch.marks()["S1"] is StepState.DONE
