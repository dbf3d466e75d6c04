"""What the rules ask for can be said: in the app with keys, and on the command line.

Nothing is listed here by hand: everything that either face offers is said, and what the rules made
of it is compared with all that the rules know.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from textual.pilot import Pilot
from textual.widget import Widget

from tests.ui.patience import until
from tracker.cli.check_in import checkin
from tracker.cli.context import CommandContext
from tracker.cli.main import backstride
from tracker.diary.book import Book, open_book, save_settings
from tracker.diary.routine_fitting import active_codes
from tracker.diary.verdicts import decide
from tracker.domain.pain import Night
from tracker.domain.routine import SkipCode
from tracker.domain.settings import Settings
from tracker.domain.site import PainSite, Side, Site
from tracker.rules.red_flags import (
    ASKABLE,
    NIGHT_FLAGS,
    RED_FLAGS,
    Signs,
    fired_flags,
)
from tracker.rules.routines import builtin_routines
from tracker.rules.stretching import SKIP_REASONS
from tracker.ui.alarm.alarm_screen import AlarmScreen
from tracker.ui.alarm.questions_screen import QuestionsScreen
from tracker.ui.app import BackstrideApp
from tracker.ui.today.check_in_form import CheckInForm
from tracker.ui.today.more_rows import FoldRow
from tracker.ui.widgets.check_row import CheckRow
from tracker.ui.widgets.choice_row import ChoiceRow
from tracker.ui.widgets.pain_scale import PainScale
from tracker.ui.widgets.question import Question

NOW = datetime(2026, 11, 23, 7, 12, tzinfo=UTC)
TRACKED = (PainSite(Site.KNEE, Side.LEFT), PainSite(Site.ACHILLES, Side.RIGHT))
ASKED = {flag.id for flag in RED_FLAGS if flag.ask}
ASKED_KEYS = {flag.key for flag in RED_FLAGS if flag.ask}
GATE = "alarm"
MOST_CHOICES = 4


def codes_of(diary: Book) -> frozenset[SkipCode]:
    """Give what today's check-ins leave out."""
    return active_codes(diary.snapshot, diary.today, flags=decide(diary).flags)


def opened_in(folder: Path) -> Book:
    opened = open_book(folder / "diary.json", lambda: NOW)
    assert isinstance(opened, Book)
    return opened


# ------------------------------------------------------------------ the rules among themselves


def test_every_red_flag_is_asked_or_read_off_the_diary() -> None:
    for flag in RED_FLAGS:
        assert flag.ask or flag.id in NIGHT_FLAGS or flag.derived, flag.id


def test_every_skip_code_has_a_reason_and_a_step() -> None:
    used = {
        code
        for routine in builtin_routines().values()
        for step in routine.steps
        for code in step.skip_if
    }

    assert used == set(SkipCode)
    assert set(SKIP_REASONS) == set(SkipCode)


# ------------------------------------------------------------------ on the command line


class Typist:
    """Types commands, each time into a new diary."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._count = 0

    def __call__(self, *words: str) -> Book:
        self._count += 1
        folder = self._folder / str(self._count)
        folder.mkdir()
        context = CommandContext(data=None, open_app=lambda *_args: None)
        told = CliRunner().invoke(
            backstride, ["--data", str(folder / "diary.json"), "checkin", *words], obj=context
        )
        assert told.exit_code == 0, told.output
        return opened_in(folder)


@pytest.fixture
def types(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Typist:
    monkeypatch.setenv("BACKSTRIDE_NOW", NOW.isoformat())
    return Typist(tmp_path)


def choices() -> list[tuple[str, str]]:
    """Give every option of `checkin` that takes one of a few words, with each of its words."""
    return [
        (param.opts[0], choice)
        for param in checkin.params
        if isinstance(param.type, click.Choice)
        for choice in param.type.choices
    ]


def every_bone_word() -> list[str]:
    return [word for site in Site for word in ("--bone", f"{site.value}=rest,walking,running")]


def test_every_red_flag_key_can_be_typed(types: Typist) -> None:
    flags = [word for key in ASKABLE for word in ("--flag", key)]

    diary = types(*flags, *every_bone_word())

    assert set(decide(diary).flags) >= ASKED


def test_every_night_can_be_typed(types: Typist) -> None:
    found = {
        diary.snapshot.check_ins[diary.today][0].night
        for option, choice in choices()
        if option == "--night"
        for diary in [types(option, choice)]
    }

    assert found == set(Night)
    fired = {flag for night in found for flag in fired_flags(Signs(night=night))}
    assert fired | {"R-RED-21b"} == NIGHT_FLAGS  # 21b counts the nights of a week


def test_every_skip_code_can_be_typed(types: Typist) -> None:
    said = [types(option, choice) for option, choice in choices()]
    said.append(types(*[word for site in Site for word in ("--site", f"{site.value}=5")]))
    said.append(types(*every_bone_word()))
    said.append(types("--site", "achilles:R=2", "--part", "achilles:R=heel_end"))

    assert frozenset().union(*map(codes_of, said)) == set(SkipCode)


# ------------------------------------------------------------------ in the app


@asynccontextmanager
async def at_today(folder: Path) -> AsyncIterator[tuple[Pilot[None], Book]]:
    diary = opened_in(folder)
    save_settings(diary, Settings(tracked=TRACKED, setup_step=None, glyphs="full"))
    app = BackstrideApp(lambda: diary, clock=lambda: NOW)
    async with app.run_test(size=(120, 40)) as pilot:
        assert await until(pilot, lambda: len(app.screen.query(CheckInForm)) == 1)
        assert await until(pilot, lambda: isinstance(app.focused, PainScale))
        yield pilot, diary


async def says_everything(pilot: Pilot[None], room: Widget) -> list[Widget]:
    """Go through a room from the focused row on, and say all that each of its rows offers."""
    said: list[Widget] = []
    while (row := pilot.app.focused) is not None and row not in said and room in row.ancestors:
        said.append(row)
        await pilot.press(*keys_that_say_all(row))
        if pilot.app.focused is row:
            await pilot.press("tab")
    return said


def keys_that_say_all(row: Widget) -> list[str]:
    match row:
        case PainScale():
            return ["5"]
        case CheckRow():
            return ["space", "right"] * len(row.options)
        case ChoiceRow() if row.id != GATE:
            return ["right"] * MOST_CHOICES
        case Question() | FoldRow():
            return ["space"]
        case _:
            return []


async def test_every_red_flag_and_every_skip_code_can_be_said_with_keys(tmp_path: Path) -> None:
    async with at_today(tmp_path) as (pilot, diary):
        app = pilot.app
        await says_everything(pilot, app.screen.query_one(CheckInForm))
        await pilot.press("ctrl+s")
        assert await until(pilot, lambda: isinstance(app.screen, QuestionsScreen))
        signs = await says_everything(pilot, app.screen)
        await pilot.press("ctrl+s")
        assert await until(pilot, lambda: isinstance(app.screen, AlarmScreen))

        assert {row.key for row in signs if isinstance(row, Question)} == ASKED_KEYS
        assert set(decide(diary).flags) >= ASKED
        assert codes_of(diary) == set(SkipCode)


async def test_every_night_can_be_said_with_keys(tmp_path: Path) -> None:
    async with at_today(tmp_path) as (pilot, _diary):
        night = pilot.app.screen.query_one(CheckInForm).night
        night.focus()
        found = set()
        for _ in Night:
            await pilot.press("right")
            found.add(night.value)

        assert found == set(Night)
