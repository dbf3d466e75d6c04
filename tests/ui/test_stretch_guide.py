"""The stretch guide by its keys, with a clock that the test turns."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from tests.ui.lists import rows_text
from tests.ui.patience import until
from tracker.diary.book import Book, open_book, save_settings
from tracker.diary.check_ins import save_check_in
from tracker.diary.entries import CheckInEntry, SessionEntry
from tracker.diary.sessions import keep_session
from tracker.domain.routine import Direction, RoutineSession, StepState
from tracker.domain.settings import Settings
from tracker.domain.site import PainSite, Side, Site
from tracker.insight.body_figure import BodySize
from tracker.rules.player import Phase
from tracker.rules.routines import builtin_routines
from tracker.rules.stretching import TENDON_NOTE
from tracker.ui.app import BackstrideApp
from tracker.ui.dialogs import Dialog
from tracker.ui.help_screen import HelpScreen
from tracker.ui.stretch.player import PlayerScreen
from tracker.ui.stretch.session_form import SessionForm
from tracker.ui.stretch.time_bar import TimeBar
from tracker.ui.stretch.view import ALL_MARKED, StretchView
from tracker.ui.widgets.block_digits import BlockDigits

NOW = datetime(2026, 11, 23, 7, 12, tzinfo=UTC)
TODAY = date(2026, 11, 23)
WIDE, NARROW, SMALL = (120, 40), (80, 24), (60, 20)


@pytest.fixture
def diary(tmp_path: Path) -> Book:
    opened = open_book(tmp_path / "diary.json", lambda: NOW)
    assert isinstance(opened, Book)
    save_settings(opened, Settings(setup_step=None, eases=Direction.ARCHING))
    return opened


class Guide:
    """The app with the guide over it, and the clock that the guide looks at."""

    def __init__(self, pilot: Pilot[None]) -> None:
        self.pilot = pilot
        self.seconds = 100.0

    @property
    def view(self) -> StretchView:
        return self.pilot.app.screen_stack[0].query_one(StretchView)

    @property
    def on_top(self) -> bool:
        return isinstance(self.pilot.app.screen, PlayerScreen)

    @property
    def screen(self) -> PlayerScreen:
        screen = self.pilot.app.screen
        assert isinstance(screen, PlayerScreen)
        return screen

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.pilot.press(key)
        await self.pilot.pause()

    async def until(self, holds: Callable[[], bool]) -> None:
        assert await until(self.pilot, holds)

    async def start(self, *, routine: str = "pre_run") -> None:
        places = list(builtin_routines())
        await self.press(*["down"] * places.index(routine), "s")
        await self.until(lambda: self.on_top)

    async def let_pass(self, seconds: float, *, look: float = 1.0) -> None:
        """Let time pass as it does: in looks that are less than the gap apart."""
        while seconds > 0 and self.on_top:
            step = min(seconds, look)
            self.seconds += step
            self.screen.tick()
            seconds -= step
        await self.pilot.pause()

    def says(self, place: str) -> str:
        return str(self.screen.query_one(f"#{place}", Static).content)

    @property
    def lit(self) -> str:
        return "".join(light.codes for light in self.screen.figure.lights)

    @property
    def scale(self) -> int:
        return self.screen.query_one(BlockDigits).scale

    @property
    def digits(self) -> str:
        return self.screen.query_one(BlockDigits).text


@asynccontextmanager
async def opened(diary: Book, size: tuple[int, int] = WIDE) -> AsyncIterator[Guide]:
    app = BackstrideApp(lambda: diary, clock=lambda: NOW)
    async with app.run_test(size=size) as pilot:
        guide = Guide(pilot)
        await app.workers.wait_for_complete()
        await guide.press("escape", "2")
        await guide.until(lambda: bool(app.screen.query(StretchView)))
        view = app.screen.query_one(StretchView)
        view.monotonic_clock = lambda: guide.seconds
        await guide.until(lambda: bool(view.routines.items))
        await guide.press("enter")
        yield guide


def session(diary: Book) -> RoutineSession | None:
    found = diary.snapshot.sessions.get(TODAY, ())
    assert len(found) <= 1
    return found[0] if found else None


def states(diary: Book) -> dict[str, StepState]:
    found = session(diary)
    return {} if found is None else {mark.step: mark.state for mark in found.marks}


async def test_get_ready_then_the_step_counts_down(diary: Book) -> None:
    async with opened(diary) as guide:
        await guide.start()
        assert guide.digits == "5"
        assert "Get ready" in guide.says("side")
        assert guide.says("name") == "Brisk walk"
        assert "step 1 of 11" in guide.says("where")
        await guide.let_pass(5)
        assert guide.digits == "2:30"
        await guide.let_pass(31)
        assert guide.digits == "1:59"
        assert guide.screen.query_one("#step-bar", TimeBar).figures == "0:31 / 2:30"
        assert guide.says("next") == "next  Marching on the spot"


async def test_sides_switch_half_way_with_a_flash(
    diary: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tracker.ui.stretch.player.PlayerScreen.FLASH_S", 60.0)
    async with opened(diary) as guide:
        await guide.start(routine="post_run")
        await guide.press("right")
        assert "left side first" in guide.says("side")
        await guide.let_pass(5)
        assert "LEFT" in guide.says("side")
        assert "hold 1 of 2" in guide.says("side")
        assert "the same, right side" in guide.says("next")
        await guide.let_pass(60)
        assert "RIGHT" in guide.says("side")
        assert guide.says("message").strip() == "Switch sides"
        assert guide.screen.has_class("-flash")
        assert guide.digits == "1:00"
        await guide.let_pass(3)
        assert guide.says("message") == ""


async def test_repetitions_are_shown_for_moving_steps(diary: Book) -> None:
    async with opened(diary) as guide:
        await guide.start()
        await guide.press("right")
        await guide.let_pass(5)
        assert guide.says("side") == "20 times, left and right in turn"


async def test_pause_stands_still_and_a_gap_pauses(diary: Book) -> None:
    async with opened(diary) as guide:
        await guide.start()
        await guide.let_pass(15)
        await guide.press("space")
        assert "Paused" in guide.says("side")
        await guide.let_pass(40)
        assert guide.digits == "2:20"
        await guide.press("space")
        await guide.let_pass(10)
        assert guide.digits == "2:10"
        guide.seconds += 30
        guide.screen.tick()
        await guide.pilot.pause()
        assert guide.digits == "2:10"
        assert "Paused" in guide.says("side")


async def test_skip_and_back(diary: Book) -> None:
    async with opened(diary) as guide:
        await guide.start()
        await guide.let_pass(25)
        await guide.press("right", "right", "left", "left")
        assert guide.says("name") == "Brisk walk"
        assert guide.digits == "2:10"


async def test_r_str_05_pain_from_four_on_or_tingling_stops_the_step(diary: Book) -> None:
    async with opened(diary) as guide:
        await guide.start()
        await guide.let_pass(10)
        await guide.press("3")
        assert guide.says("name") == "Brisk walk"
        assert guide.says("message") == "Pain here: 3."
        await guide.press("4")
        assert guide.says("name") == "Marching on the spot"
        assert guide.says("message").endswith("Stopped: on to the next.  R-STR-05")
        await guide.let_pass(5)
        assert guide.says("message") == ""
        await guide.press("exclamation_mark")
        assert guide.says("name") == "Hip hinge"
        await guide.press("escape")
        await guide.until(lambda: states(diary).get("P2") is StepState.SKIPPED)
        assert "stopped at 4  R-STR-05" in rows_text(guide.view.checklist)


async def test_r_str_05_tingling_is_kept_as_the_reason(diary: Book) -> None:
    async with opened(diary) as guide:
        await guide.start()
        await guide.let_pass(10)
        await guide.press("exclamation_mark")
        assert guide.says("message") == "Tingling. Stopped: on to the next.  R-STR-05"
        await guide.press("escape")
        await guide.until(lambda: states(diary).get("P1") is StepState.SKIPPED)
    kept = session(diary)
    assert kept is not None
    assert [mark.step for mark in kept.marks if mark.tingling] == ["P1"]
    async with opened(diary) as guide:
        await guide.until(lambda: "P1" in guide.view.checklist.tingled)
        assert "stopped for tingling  R-STR-05" in rows_text(guide.view.checklist)
        await guide.press("enter", "x")
        assert "tingling" not in rows_text(guide.view.checklist)


async def test_r_str_05_one_and_soon_nought_is_ten(diary: Book) -> None:
    async with opened(diary) as guide:
        await guide.start()
        await guide.let_pass(10)
        await guide.press("1")
        assert guide.says("message") == "Pain here: 1."
        await guide.let_pass(0.5)
        await guide.press("0")
        assert guide.says("name") == "Marching on the spot"
        assert guide.says("message").startswith("Pain here: 10.")
        await guide.press("1")
        await guide.let_pass(3)
        await guide.press("0")
        assert guide.says("message") == "Pain here: 0."
        await guide.press("escape")
        await guide.until(lambda: not guide.on_top and session(diary) is not None)
    kept = session(diary)
    assert kept is not None
    assert [mark.pain for mark in kept.marks[:3]] == [10, 0, None]


async def test_a_score_taken_back_with_its_step_is_not_kept(diary: Book) -> None:
    async with opened(diary) as guide:
        await guide.start()
        await guide.let_pass(10)
        await guide.press("6")
        await guide.until(lambda: states(diary).get("P1") is StepState.SKIPPED)
        await guide.press("left", "escape")
        await guide.until(lambda: states(diary).get("P1") is StepState.UNTOUCHED)
    kept = session(diary)
    assert kept is not None
    assert kept.marks[0].pain is None


async def test_r_str_05_a_score_below_four_outlives_a_break(diary: Book) -> None:
    async with opened(diary) as guide:
        await guide.start()
        await guide.let_pass(10)
        await guide.press("2", "escape")
        await guide.until(lambda: session(diary) is not None)
    async with opened(diary) as guide:
        await guide.start()
        await guide.press("space")
        await guide.let_pass(145)
        assert guide.says("name") == "Marching on the spot"
        await guide.press("escape")
        await guide.until(lambda: states(diary).get("P1") is StepState.DONE)
    kept = session(diary)
    assert kept is not None
    assert kept.marks[0].pain == 2


async def test_r_str_05_what_stops_a_stretch_stands_on_the_guide(diary: Book) -> None:
    async with opened(diary) as guide:
        await guide.start()
        assert guide.says("stops").endswith("R-STR-05")
        await guide.pilot.resize_terminal(*SMALL)
        await guide.until(lambda: guide.says("message").endswith("R-STR-05"))
        await guide.let_pass(6)
        assert guide.says("message") == ""
        assert {"pain_here", "leave_guide", "pause"} <= set(guide.screen.footer.hints)
        shown = guide.screen.footer.render().plain
        assert shown.endswith("? keys")
        assert "0-9 pain now" in shown
        assert len(shown) <= SMALL[0] - 2


async def test_the_day_s_caution_stands_below_the_cue(diary: Book) -> None:
    heel = PainSite(Site.ACHILLES, Side.RIGHT)
    save_check_in(diary, CheckInEntry(scores={heel: 2}, parts={heel: "heel end"}))
    async with opened(diary) as guide:
        await guide.start(routine="mid_run")
        assert TENDON_NOTE not in guide.says("caution")
        await guide.press(*["right"] * 5)
        assert guide.says("name") == "Heel-raise hold"
        assert TENDON_NOTE in guide.says("caution").replace("\n", " ")


async def test_the_flash_is_seen_without_colours(
    diary: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tracker.ui.stretch.player.PlayerScreen.FLASH_S", 60.0)
    async with opened(diary) as guide:
        await guide.start()
        name = guide.screen.query_one("#name", Static)
        await guide.let_pass(4)
        assert not name.styles.text_style.reverse
        await guide.let_pass(1)
        await guide.until(lambda: bool(name.styles.text_style.reverse))


async def test_little_is_lost_when_the_program_is_killed(diary: Book) -> None:
    async with opened(diary) as guide:
        await guide.start()
        await guide.let_pass(5 + 70)
        await guide.until(
            lambda: (
                (found := session(diary)) is not None
                and found.left_at is not None
                and found.left_at.elapsed_ms >= 55_000
            )
        )
        assert guide.on_top
        kept = session(diary)
        assert kept is not None
        assert kept.left_at is not None
        assert kept.left_at.elapsed_ms <= 70_000
        await guide.let_pass(3)
        await guide.press("space")
        await guide.until(lambda: (found := session(diary)) is not None and found.seconds == 73)


async def test_it_is_left_and_goes_on_after_the_app_was_closed(diary: Book) -> None:
    async with opened(diary) as guide:
        await guide.start()
        await guide.let_pass(5 + 150 + 5 + 12)
        await guide.press("escape")
        await guide.until(lambda: session(diary) is not None)
    left = session(diary)
    assert left is not None
    assert left.left_at is not None
    assert (left.left_at.step, left.left_at.elapsed_ms) == ("P2", 12_000)
    assert left.seconds == 162
    assert states(diary)["P1"] is StepState.DONE
    async with opened(diary) as guide:
        await guide.start()
        assert guide.says("name") == "Marching on the spot"
        assert guide.digits == "0:28"
        assert "Paused" in guide.says("side")
        await guide.press("space")
        await guide.let_pass(8)
        await guide.press("escape")
        await guide.until(lambda: (found := session(diary)) is not None and found.seconds == 170)


@pytest.mark.parametrize("routine", list(builtin_routines()))
async def test_all_the_way_through(diary: Book, routine: str) -> None:
    async with opened(diary) as guide:
        await guide.start(routine=routine)
        total = guide.screen.player.total // 1000
        count = len(guide.screen.player.steps)
        await guide.let_pass(total + 5 * count, look=2.0)
        await guide.until(lambda: not guide.on_top and states(diary) != {})
        await guide.until(lambda: (found := session(diary)) is not None and found.left_at is None)
        done = list(states(diary).values())
        assert done.count(StepState.DONE) == count
        found = session(diary)
        assert found is not None
        assert found.seconds == total
        assert guide.pilot.app.focused is guide.view.form.after
        await guide.press("escape", "u")
        await guide.until(lambda: session(diary) is None)


async def test_what_ends_is_kept_at_once(diary: Book) -> None:
    async with opened(diary) as guide:
        await guide.start()
        await guide.let_pass(5 + 150)
        await guide.until(lambda: states(diary).get("P1") is StepState.DONE)
        await guide.press("right", "right", "right")
        await guide.until(lambda: states(diary).get("P4") is StepState.SKIPPED)
        assert guide.on_top


async def test_an_answer_that_another_window_changed_too_is_asked_about_after_the_guide(
    diary: Book,
) -> None:
    began = SessionEntry(routine="pre_run", day=NOW.date())
    keep_session(diary, began)
    async with opened(diary) as guide:
        await guide.until(lambda: guide.view.line is not None)
        guide.view.form.before.value = 3
        guide.view.form.post_message(SessionForm.Changed())
        await guide.until(lambda: guide.view.dirty)
        keep_session(diary, replace(began, pain_before=6), began=began)
        await guide.start()
        await guide.let_pass(5 + 150)
        await guide.until(lambda: states(diary).get("P1") is StepState.DONE)
        assert guide.on_top
        found = session(diary)
        assert found is not None
        assert found.pain_before == 6
        await guide.pilot.press("escape")
        await guide.until(lambda: isinstance(guide.pilot.app.screen, Dialog))
        await guide.pilot.press("k")
        await guide.until(lambda: (now := session(diary)) is not None and now.pain_before == 3)
        assert states(diary)["P1"] is StepState.DONE


async def test_looking_in_without_doing_anything_leaves_no_trace(diary: Book) -> None:
    async with opened(diary) as guide:
        await guide.start()
        await guide.press("escape")
        await guide.until(lambda: not guide.on_top)
        assert session(diary) is None
        assert not guide.view.dirty


async def test_steps_ticked_before_are_passed_over(diary: Book) -> None:
    ticked = {"P1": StepState.DONE, "P2": StepState.SKIPPED}
    keep_session(diary, SessionEntry(routine="pre_run", states=ticked))
    async with opened(diary) as guide:
        await guide.start()
        assert guide.says("name") == "Hip hinge"
        assert "step 3 of 11" in guide.says("where")


async def test_a_routine_without_an_open_step_is_not_guided(diary: Book) -> None:
    keep_session(diary, SessionEntry(routine="pre_run", others=StepState.DONE))
    async with opened(diary) as guide:
        await guide.press("s")
        await guide.until(lambda: guide.view.form.note.sentence == ALL_MARKED)
        assert not guide.on_top


async def test_the_bell_is_off_rings_once_to_be_tried_and_is_remembered(
    diary: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    rung: list[float] = []
    monkeypatch.setattr(BackstrideApp, "bell", lambda _app: rung.append(1))
    async with opened(diary) as guide:
        await guide.start()
        await guide.let_pass(5)
        assert not rung
        await guide.press("b")
        assert len(rung) == 1
        await guide.until(lambda: diary.settings.bell)
        await guide.let_pass(150)
        assert len(rung) == 2


async def test_help_makes_it_wait(diary: Book) -> None:
    async with opened(diary) as guide:
        await guide.start()
        await guide.press("question_mark")
        await guide.until(lambda: isinstance(guide.pilot.app.screen, HelpScreen))
        await guide.press("escape")
        await guide.until(lambda: guide.on_top)
        assert guide.screen.player.paused


async def test_the_direction_is_asked_before_the_guide_starts(diary: Book) -> None:
    save_settings(diary, Settings(setup_step=None))
    async with opened(diary) as guide:
        await guide.press("down", "down", "down", "s")
        await guide.until(lambda: isinstance(guide.pilot.app.screen, Dialog))
        await guide.press("b")
        await guide.until(lambda: guide.on_top)
        names = {step.id for step in guide.screen.player.steps}
        assert "M3" in names
        assert "M4" not in names


async def test_closing_the_app_in_the_guide_asks_and_saves(diary: Book) -> None:
    async with opened(diary) as guide:
        await guide.start()
        await guide.let_pass(20)
        await guide.press("ctrl+q")
        await guide.until(lambda: isinstance(guide.pilot.app.screen, Dialog))
        await guide.press("s")
        await guide.until(lambda: session(diary) is not None)
    left = session(diary)
    assert left is not None
    assert left.left_at is not None
    assert left.left_at.elapsed_ms == 15_000


async def test_all_of_it_fits_at_every_size(diary: Book) -> None:
    sizes = {WIDE: 2, (120, 38): 2, (100, 34): 2, (100, 30): 2, (99, 40): 1, (80, 34): 1}
    sizes |= {NARROW: 1, (80, 23): 1, (80, 20): 1, (60, 24): 1, (60, 23): 1, SMALL: 1}
    async with opened(diary) as guide:
        await guide.start(routine="mid_run")
        await guide.press("right")
        await guide.let_pass(6)
        for size, scale in sizes.items():
            await guide.pilot.resize_terminal(*size)
            await guide.until(lambda scale=scale: guide.scale == scale)  # type: ignore[misc]
            await guide.pilot.pause()
            assert guide.digits == "0:19"
            for part in guide.screen.query("#column > *, #body > *, #text > *"):
                if part.display:
                    assert guide.screen.region.contains_region(part.region), (size, part)
                    assert part.region.bottom <= guide.screen.footer.region.y, (size, part)
            for words in ("cue", "caution"):
                room = guide.screen.query_one(f"#{words}", Static).size.height
                assert len(guide.says(words).splitlines()) <= room, (size, words)


async def test_the_figure_lights_what_is_stretched_on_the_side_of_the_moment(diary: Book) -> None:
    async with opened(diary) as guide:
        await guide.start(routine="mid_run")
        await guide.press(*["right"] * 5)
        assert guide.says("name") == "Calf"
        assert guide.lit == "wx"
        assert guide.says("feel") == "feel it in  left calf, Achilles"
        await guide.press("space")
        assert guide.lit == "wx"
        await guide.press("space")
        step = guide.screen.player.step
        assert step is not None
        await guide.let_pass(5 + step.est_s / 2 + 1)
        assert guide.lit == "WX"
        assert guide.says("feel") == "feel it in  right calf, Achilles"


async def test_steps_without_sides_light_both_and_a_walk_lights_nothing(diary: Book) -> None:
    async with opened(diary, (80, 24)) as guide:
        await guide.start()
        assert guide.says("name") == "Brisk walk"
        assert guide.lit == ""
        assert guide.says("feel") == "feel it in\nwhole body"
        await guide.press("right")
        assert set(guide.lit) == set("whWH")


@pytest.mark.parametrize(
    ("size", "scale"),
    [
        ((120, 40), BodySize.LARGE),
        ((100, 36), BodySize.LARGE),
        ((100, 30), BodySize.MEDIUM),
        ((99, 40), BodySize.SMALL),
        ((80, 22), BodySize.SMALL),
        ((79, 30), None),
        ((80, 21), None),
    ],
)
async def test_the_figure_stands_there_where_it_has_room(
    diary: Book, size: tuple[int, int], scale: BodySize | None
) -> None:
    async with opened(diary) as guide:
        await guide.start()
        await guide.pilot.resize_terminal(*size)
        await guide.until(lambda: guide.screen.size == size)
        await guide.pilot.pause()
        assert guide.screen.body.display is (scale is not None)
        assert scale is None or guide.screen.figure.scale is scale


async def test_resized_in_mid_step_it_goes_on(diary: Book) -> None:
    async with opened(diary) as guide:
        await guide.start()
        await guide.let_pass(15)
        await guide.pilot.resize_terminal(*SMALL)
        await guide.pilot.pause()
        assert guide.digits == "2:20"
        assert guide.scale == 1
        await guide.let_pass(5)
        assert guide.digits == "2:15"
        assert guide.screen.player.phase is Phase.MOVING
