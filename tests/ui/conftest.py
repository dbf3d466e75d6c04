"""A person at the app: presses keys, and reads what stands on the screen."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeAlias

import pytest
from textual.pilot import Pilot

from tests.ui.patience import until
from tracker.diary.book import Book, open_book, save_settings
from tracker.diary.screenings import save_screening
from tracker.domain.screening import Screening
from tracker.domain.settings import Settings
from tracker.domain.site import PainSite, Side, Site
from tracker.ui.app import BackstrideApp
from tracker.ui.main_screen import MainScreen
from tracker.ui.widgets.next_card import NextCard

NOW = datetime(2026, 11, 23, 7, 12, tzinfo=UTC)
BACK = PainSite(Site.LOW_BACK, Side.CENTRE)
SHIN = PainSite(Site.SHIN, Side.LEFT)


class StoppedClock:
    """A clock that goes on only when it is told to."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now

    def go_on(self, **by: float) -> None:
        self.now += timedelta(**by)


class Person:
    """Somebody at the keyboard."""

    def __init__(self, pilot: Pilot[None], diary: Book) -> None:
        self.pilot = pilot
        self.diary = diary

    @property
    def app(self) -> BackstrideApp:
        app = self.pilot.app
        assert isinstance(app, BackstrideApp)
        return app

    @property
    def main(self) -> MainScreen:
        return next(each for each in self.app.screen_stack if isinstance(each, MainScreen))

    @property
    def screen_text(self) -> str:
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)

    @property
    def read(self) -> str:
        """What stands on the screen, and the next steps once more with their lines joined."""
        parts = [self.screen_text]
        for card in self.app.screen.query(NextCard):
            seen = card.region.intersection(self.app.screen.region)
            strips = self.app.screen._compositor.render_strips()[seen.y : seen.bottom]
            rows = (strip.crop(seen.x, seen.right).text for strip in strips)
            parts.append(" ".join(" ".join(rows).split()))
        return "\n".join(parts)

    def line_with(self, words: str) -> str:
        return next(line for line in self.screen_text.splitlines() if words in line)

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        await self.pilot.press(*text)
        await self.pilot.pause()

    async def until(self, holds: Callable[[], bool]) -> None:
        if not await until(self.pilot, holds):
            pytest.fail(f"it never came to hold; on the screen:\n{self.screen_text}")

    async def sees(self, *words: str) -> None:
        await self.until(lambda: all(each in self.read for each in words))

    async def no_longer_sees(self, words: str) -> None:
        await self.until(lambda: words not in self.read)


Sits: TypeAlias = Callable[..., AbstractAsyncContextManager[Person]]


@pytest.fixture
def clock() -> StoppedClock:
    return StoppedClock()


@pytest.fixture
def diary(tmp_path: Path, clock: StoppedClock) -> Book:
    """An empty diary whose first steps are done."""
    opened = open_book(tmp_path / "diary.json", clock)
    assert isinstance(opened, Book)
    save_settings(
        opened,
        Settings(
            tracked=(BACK, SHIN),
            setup_step=None,
            emergency_number="112",
            urgent_line="116117",
            glyphs="full",
        ),
    )
    save_screening(
        opened,
        Screening(
            id="screening",
            at=NOW,
            day=NOW.date(),
            adult=True,
            structural=False,
            condition=False,
            symptoms=False,
            bone_risk=False,
            pregnancy=False,
            told_to_avoid=False,
            active=True,
        ),
    )
    return opened


@pytest.fixture
def sits_down(diary: Book, clock: StoppedClock) -> Sits:
    """Open the app on the diary; gives the person in front of it."""

    @asynccontextmanager
    async def sit(size: tuple[int, int] = (120, 40)) -> AsyncIterator[Person]:
        app = BackstrideApp(lambda: diary, clock=clock)
        async with app.run_test(size=size, notifications=True) as pilot:
            person = Person(pilot, diary)
            if diary.settings.setup_step is None:
                await person.sees("Also true", "R-")
            yield person

    return sit
