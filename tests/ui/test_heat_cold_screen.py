"""Heat and cold by their keys, with clocks that the test turns (R-HC-01 to R-HC-04)."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta

import pytest
from textual.widgets import Static

from tests.ui.conftest import BACK, NOW, SHIN, Person, Sits, StoppedClock
from tracker.diary.book import Book, save_settings
from tracker.diary.check_ins import save_check_in
from tracker.diary.entries import CheckInEntry, RunEntry, SessionEntry
from tracker.diary.remedies import log_timed
from tracker.diary.runs import log_run
from tracker.diary.sessions import keep_session
from tracker.domain.remedy import CautionAnswer, Remedy, RemedyKind
from tracker.domain.routine import StepState
from tracker.rules.heat_cold import CAUTIONS, LEAVE_OUT, LOOK_NOW
from tracker.ui.app import BackstrideApp
from tracker.ui.dialogs import Dialog
from tracker.ui.help_screen import HelpScreen
from tracker.ui.main_screen import MainScreen
from tracker.ui.remedy.cautions_screen import CautionsScreen
from tracker.ui.remedy.start_screen import PackStart
from tracker.ui.remedy.timer_screen import HeatColdScreen
from tracker.ui.stretch.routine_page import RoutinePage
from tracker.ui.stretch.time_bar import TimeBar
from tracker.ui.stretch.view import StretchView
from tracker.ui.widgets.block_digits import BlockDigits

WIDE, NARROW, SMALL = (120, 40), (80, 24), (60, 20)
SIZES = pytest.mark.parametrize("size", [WIDE, NARROW, SMALL])
STEP_S = 5
HEAT, COLD = RemedyKind.HEAT, RemedyKind.COLD
SAID = CautionAnswer(day=NOW.date())


class Timing:
    """The person at the timer, and the clocks that it looks at."""

    def __init__(self, person: Person, wall: StoppedClock) -> None:
        self.person = person
        self.wall = wall
        self.seconds = 100.0
        person.main.monotonic_clock = lambda: self.seconds

    @property
    def screen(self) -> HeatColdScreen:
        return next(
            each for each in self.person.app.screen_stack if isinstance(each, HeatColdScreen)
        )

    @property
    def digits(self) -> str:
        return self.screen.query_one(BlockDigits).text

    def says(self, place: str) -> str:
        return " ".join(str(self.screen.query_one(f"#{place}", Static).content).split())

    async def to_start(self, *keys: str) -> None:
        await self.person.press("escape", "2")
        await self.person.sees("Before a run")
        await self.person.press("down", "end", "s")
        await self.on_top(PackStart)
        if keys:
            await self.person.press(*keys)

    async def start(self, *keys: str) -> None:
        await self.to_start(*keys)
        await self.person.press("ctrl+s")
        await self.on_top(HeatColdScreen)

    async def on_top(self, kind: type[object]) -> None:
        await self.person.until(lambda: isinstance(self.person.app.screen, kind))

    async def let_pass(self, minutes: float) -> None:
        """Let both clocks go on, in looks that are a few seconds apart."""
        seconds = round(minutes * 60)
        while seconds > 0:
            step = min(seconds, STEP_S)
            self.seconds += step
            self.wall.go_on(seconds=step)
            self.screen.tick()
            seconds -= step
        await self.person.pilot.pause()

    async def logged(self, count: int) -> list[Remedy]:
        await self.person.until(lambda: len(self.person.diary.snapshot.of(Remedy)) == count)
        return list(self.person.diary.snapshot.of(Remedy))


def answered(diary: Book, *, heat: bool = True, cold: bool = True, bell: bool = False) -> None:
    save_settings(
        diary,
        replace(
            diary.settings,
            heat_cautions=SAID if heat else None,
            cold_cautions=SAID if cold else None,
            bell=bell,
        ),
    )


@asynccontextmanager
async def timing(
    sits_down: Sits, clock: StoppedClock, size: tuple[int, int] = WIDE
) -> AsyncIterator[Timing]:
    async with sits_down(size) as person:
        yield Timing(person, clock)


# ------------------------------------------------------------------ the cautions


@pytest.mark.parametrize("kind", [HEAT, COLD])
async def test_r_hc_03_nothing_starts_before_the_cautions_are_answered(
    sits_down: Sits, clock: StoppedClock, kind: RemedyKind
) -> None:
    async with timing(sits_down, clock) as at:
        await at.to_start(*(["right"] if kind is COLD else []))
        await at.person.press("ctrl+s")
        await at.on_top(CautionsScreen)
        await at.person.sees("R-HC-03", *(each[:30] for each in CAUTIONS[kind]))
        await at.person.press("enter", "space", "ctrl+s")
        assert isinstance(at.person.app.screen, CautionsScreen)
        await at.person.press("escape")
        await at.on_top(PackStart)
        await at.person.press("ctrl+s")
        await at.on_top(CautionsScreen)
        await at.person.press("n")
        await at.on_top(HeatColdScreen)
        settings = at.person.diary.settings
        assert settings.heat_cautions == (SAID if kind is HEAT else None)
        assert settings.cold_cautions == (SAID if kind is COLD else None)


async def test_r_hc_03_once_answered_they_are_not_asked_again_but_shown_on_demand(
    diary: Book, sits_down: Sits, clock: StoppedClock
) -> None:
    answered(diary, heat=False)
    async with timing(sits_down, clock) as at:
        await at.to_start("right", "w")
        await at.on_top(CautionsScreen)
        await at.person.sees("none applies, said on Mon 23 Nov 2026")
        await at.person.press("escape")
        await at.person.press("ctrl+s")
        await at.on_top(HeatColdScreen)


async def test_r_hc_03_whoever_says_one_applies_is_told_to_leave_it_out(
    diary: Book, sits_down: Sits, clock: StoppedClock
) -> None:
    answered(diary)
    async with timing(sits_down, clock) as at:
        await at.to_start("right", "w", "y")
        await at.on_top(Dialog)
        await at.person.press("l")
        await at.on_top(PackStart)
        await at.person.sees(LEAVE_OUT[COLD])
        assert at.person.diary.settings.cold_cautions is None
        await at.person.press("ctrl+s")
        await at.on_top(CautionsScreen)


async def test_r_hc_03_that_a_clinician_agreed_can_be_kept(
    sits_down: Sits, clock: StoppedClock
) -> None:
    async with timing(sits_down, clock) as at:
        await at.to_start("ctrl+s", "y", "c")
        await at.on_top(HeatColdScreen)
        agreed = at.person.diary.settings.heat_cautions
        assert agreed is not None
        assert agreed.agreed


async def test_r_hc_03_one_that_applies_by_now_stops_the_timer(
    diary: Book, sits_down: Sits, clock: StoppedClock
) -> None:
    answered(diary)
    async with timing(sits_down, clock) as at:
        await at.start()
        await at.let_pass(3)
        await at.person.press("w")
        await at.on_top(CautionsScreen)
        await at.let_pass(1)
        await at.person.press("y", "l")
        await at.on_top(MainScreen)
        assert [each.seconds for each in await at.logged(1)] == [240]


# ------------------------------------------------------------------ before the timer


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("25", "so 25 is too many"),
        ("5", "so 5 is too few"),
        ("-1", "never less than 0"),
        ("soon", "Can't read"),
        ("1e9", "Can't read"),
    ],
)
async def test_r_hc_04_bad_minutes_are_refused_at_the_field(
    diary: Book, sits_down: Sits, clock: StoppedClock, typed: str, words: str
) -> None:
    answered(diary)
    async with timing(sits_down, clock) as at:
        await at.to_start("tab", "tab", "backspace", "backspace")
        await at.person.type(typed)
        await at.person.press("ctrl+s")
        await at.person.sees(words)
        screen = at.person.app.screen
        assert isinstance(screen, PackStart)
        assert screen.minutes.text == typed
        await at.person.press(*["backspace"] * len(typed), "2", "0", "ctrl+s")
        await at.on_top(HeatColdScreen)
        assert at.digits == "20:00"


async def test_the_day_sets_kind_and_place(
    diary: Book, sits_down: Sits, clock: StoppedClock
) -> None:
    log_run(diary, RunEntry(distance="5", duration="30", when="today 6:00"))
    save_check_in(diary, CheckInEntry(scores={BACK: 1, SHIN: 4}))
    async with timing(sits_down, clock) as at:
        await at.to_start()
        screen = at.person.app.screen
        assert isinstance(screen, PackStart)
        assert (screen.kind, screen.where.place) == (COLD, SHIN)
        await at.person.sees("Some people find it soothing", "R-HC-02")
        await at.person.press("left")
        await at.person.sees("Warm, not hot", "R-HC-01", "15-20", "Not over broken skin", "R-HC-03")


async def test_r_hc_02_too_soon_after_the_last_cold_is_said(
    diary: Book, sits_down: Sits, clock: StoppedClock
) -> None:
    answered(diary)
    log_timed(diary, COLD, place=None, seconds=900)
    clock.go_on(minutes=4)
    async with timing(sits_down, clock) as at:
        await at.to_start()
        await at.person.no_longer_sees("The last cold")
        await at.person.press("right")
        await at.person.sees("The last cold ended 4 min ago.", "until 07:22.", "R-HC-02")
        await at.person.press("left")
        await at.person.no_longer_sees("The last cold")
        clock.go_on(minutes=6)
        await at.person.press("right")
        await at.person.no_longer_sees("The last cold")


# ------------------------------------------------------------------ while the pack is on


async def test_r_hc_04_it_counts_down_reminds_at_five_and_stops(
    diary: Book, sits_down: Sits, clock: StoppedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tracker.ui.remedy.timer_screen.HeatColdScreen.FLASH_S", 60.0)
    answered(diary)
    async with timing(sits_down, clock) as at:
        await at.start("right")
        assert at.digits == "15:00"
        assert at.says("name") == "Cold"
        assert "Pack on" in at.says("state")
        await at.let_pass(4)
        assert at.digits == "11:00"
        assert at.says("next") == "next look at the skin, in 1:00"
        assert not at.screen.has_class("-flash")
        await at.let_pass(1)
        assert at.says("message") == f"{LOOK_NOW} R-HC-04"
        assert at.screen.has_class("-flash")
        bar = at.screen.query_one(TimeBar)
        assert (bar.figures, round(bar.mark_at, 2)) == ("5 / 15 min", 0.33)
        assert at.says("next") == "next take it off at 07:27"
        await at.let_pass(1)
        assert at.says("message") == ""
        await at.let_pass(9)
        assert at.digits == "DONE"
        assert "Take it off" in at.says("state")
        assert "Leave at least 10 minutes before the next cold. R-HC-02" in at.says("manner")
        (remedy,) = await at.logged(1)
        assert (remedy.kind, remedy.seconds, remedy.place) == (COLD, 900, None)
        assert remedy.at == NOW
        await at.let_pass(2)
        assert "time was up 2:00 ago" in at.says("state")
        await at.person.press("enter")
        await at.on_top(MainScreen)
        assert len(await at.logged(1)) == 1
        await at.person.press("escape", "u")
        await at.person.sees("undo it")
        await at.person.press("y")
        await at.logged(0)


async def test_r_hc_04_twenty_minutes_are_the_most(
    diary: Book, sits_down: Sits, clock: StoppedClock
) -> None:
    answered(diary)
    async with timing(sits_down, clock) as at:
        await at.start()
        await at.person.press("minus")
        assert at.says("message") == "15 are the fewest. R-HC-04"
        await at.person.press(*["plus"] * 5)
        assert at.digits == "20:00"
        assert at.says("message") == ""
        await at.person.press("plus")
        assert at.digits == "20:00"
        assert at.says("message") == "20 minutes are the most. R-HC-04"
        await at.let_pass(20)
        assert at.digits == "DONE"
        assert [each.seconds for each in await at.logged(1)] == [1200]


async def test_pausing_keeps_the_rest(diary: Book, sits_down: Sits, clock: StoppedClock) -> None:
    answered(diary)
    async with timing(sits_down, clock) as at:
        await at.start()
        await at.let_pass(6)
        await at.person.press("space")
        assert "Pack off" in at.says("state")
        await at.let_pass(30)
        assert at.digits == "9:00"
        await at.person.press("space")
        await at.let_pass(1)
        assert at.digits == "8:00"


@pytest.mark.parametrize("monotonic_sleeps", [True, False])
async def test_r_hc_04_a_machine_that_slept_has_not_stopped_the_time(
    diary: Book, sits_down: Sits, clock: StoppedClock, *, monotonic_sleeps: bool
) -> None:
    answered(diary)
    async with timing(sits_down, clock) as at:
        await at.start()
        await at.let_pass(1)
        clock.go_on(minutes=6)
        at.seconds += 0 if monotonic_sleeps else 360
        at.screen.tick()
        assert at.digits == "8:00"
        await at.let_pass(1)
        assert at.says("message").startswith("6:00 went by unseen.")
        clock.go_on(minutes=60)
        at.screen.tick()
        assert at.digits == "DONE"
        assert "time was up 53:00 ago" in at.says("state")
        assert [each.seconds for each in await at.logged(1)] == [900]


async def test_it_goes_on_under_other_screens(
    diary: Book, sits_down: Sits, clock: StoppedClock
) -> None:
    answered(diary)
    async with timing(sits_down, clock) as at:
        await at.start()
        await at.person.press("question_mark")
        await at.on_top(HelpScreen)
        await at.let_pass(5)
        await at.person.press("escape")
        await at.on_top(HeatColdScreen)
        assert at.digits == "10:00"


async def test_the_bell_rings_only_where_it_is_wanted(
    diary: Book, sits_down: Sits, clock: StoppedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    rung: list[float] = []
    monkeypatch.setattr(BackstrideApp, "bell", lambda _app: rung.append(1))
    answered(diary)
    async with timing(sits_down, clock) as at:
        await at.start()
        await at.let_pass(5)
        assert not rung
        await at.person.press("b")
        assert len(rung) == 1
        await at.person.until(lambda: diary.settings.bell)
        await at.let_pass(9.9)
        assert len(rung) == 1
        await at.let_pass(0.1)
        assert len(rung) == 2
        await at.let_pass(10)
        assert len(rung) == 2 + 17


# ------------------------------------------------------------------ stopping


@pytest.mark.parametrize(("key", "count"), [("s", 1), ("d", 0)])
async def test_stopped_early_it_is_logged_or_not(
    diary: Book, sits_down: Sits, clock: StoppedClock, key: str, count: int
) -> None:
    answered(diary)
    async with timing(sits_down, clock) as at:
        await at.start()
        await at.let_pass(7)
        await at.person.press("escape")
        await at.on_top(Dialog)
        await at.person.sees("log 7 min")
        await at.person.press("escape")
        await at.on_top(HeatColdScreen)
        await at.let_pass(1)
        await at.person.press("q")
        await at.on_top(Dialog)
        await at.person.press(key)
        await at.on_top(MainScreen)
        remedies = await at.logged(count)
        assert [each.seconds for each in remedies] == [480] * count


async def test_less_than_a_minute_leaves_no_trace(
    diary: Book, sits_down: Sits, clock: StoppedClock
) -> None:
    answered(diary)
    async with timing(sits_down, clock) as at:
        await at.start()
        await at.let_pass(0.9)
        await at.person.press("escape")
        await at.on_top(MainScreen)
        assert not diary.snapshot.of(Remedy)


async def test_the_end_that_comes_while_it_is_asked_is_logged_once(
    diary: Book, sits_down: Sits, clock: StoppedClock
) -> None:
    answered(diary)
    async with timing(sits_down, clock) as at:
        await at.start()
        await at.let_pass(14)
        await at.person.press("escape")
        await at.on_top(Dialog)
        await at.let_pass(2)
        await at.person.press("d")
        await at.on_top(HeatColdScreen)
        assert at.digits == "DONE"
        assert [each.seconds for each in await at.logged(1)] == [900]


async def test_leaving_the_app_keeps_what_was_done_so_far(
    diary: Book, sits_down: Sits, clock: StoppedClock
) -> None:
    answered(diary)
    async with timing(sits_down, clock) as at:
        await at.start("tab", "right")
        await at.let_pass(6)
        await at.person.press("ctrl+q")
        await at.person.until(
            lambda: not at.person.app.is_running or bool(diary.snapshot.of(Remedy))
        )
    (remedy,) = diary.snapshot.of(Remedy)
    assert (remedy.kind, remedy.seconds, remedy.place) == (HEAT, 360, BACK)
    assert remedy.at == NOW
    assert clock.now - remedy.at == timedelta(minutes=6)


# ------------------------------------------------------------------ how it is reached


async def test_a_saved_post_run_routine_offers_the_ice_timer(
    diary: Book, sits_down: Sits, clock: StoppedClock
) -> None:
    answered(diary)
    keep_session(diary, SessionEntry(routine="post_run", others=StepState.DONE))
    async with timing(sits_down, clock) as at:
        await at.person.press("escape", "2")
        await at.person.sees("Before a run")
        await at.person.press("enter", "down")
        page = at.person.main.query_one(StretchView).query_one(RoutinePage)
        await at.person.until(lambda: bool(page.after.steps))
        assert page.after.steps[0].text == "Ice timer"
        await at.person.sees("Ice timer", "some people find it soothing")
        page.after.focus()
        await at.person.press("enter")
        await at.on_top(PackStart)
        screen = at.person.app.screen
        assert isinstance(screen, PackStart)
        assert screen.kind is COLD


async def test_the_palette_reaches_it_from_everywhere(
    diary: Book, sits_down: Sits, clock: StoppedClock
) -> None:
    answered(diary)
    async with timing(sits_down, clock) as at:
        await at.person.press("escape", "ctrl+p")
        await at.person.type("heat or cold")
        await at.person.pilot.pause(0.3)
        await at.person.press("enter")
        await at.on_top(PackStart)


@SIZES
async def test_all_of_it_fits_r_txt_02(
    diary: Book, sits_down: Sits, clock: StoppedClock, size: tuple[int, int]
) -> None:
    answered(diary)
    async with timing(sits_down, clock, size) as at:
        await at.to_start()
        await at.person.sees("Heat or cold timer")
        await at.person.press("ctrl+s")
        await at.on_top(HeatColdScreen)
        await at.let_pass(5)
        assert at.screen.query_one(BlockDigits).scale == (2 if size == WIDE else 1)
        for minutes in (0, 10):
            await at.let_pass(minutes)
            for part in at.screen.query("#column > *"):
                assert at.screen.region.contains_region(part.region), part
            for place in ("manner", "message"):
                words = str(at.screen.query_one(f"#{place}", Static).content)
                assert len(words.splitlines()) <= 2
