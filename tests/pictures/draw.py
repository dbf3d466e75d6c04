"""Draws `screenshots/*.svg` from the made-up year at a fixed moment, and the one that moves.

.venv/bin/python -m tests.pictures.draw
"""

import asyncio
import os
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from textual.pilot import Pilot

FOLDER = Path(__file__).parents[2] / "screenshots"
STILL_S = 0.1
STILL_LOOKS = 3
TIMED_LOOKS = 8
NOW = datetime(2026, 11, 23, 7, 12, tzinfo=ZoneInfo("UTC"))


@dataclass(frozen=True, slots=True)
class Picture:
    """One screenshot: its name, the keys that lead there, the theme and the size."""

    name: str
    keys: tuple[str, ...] = ()
    theme: str = "backstride-dark"
    size: tuple[int, int] = (120, 40)
    timed: str = ""
    """The screen with a clock that the keys open; its time stands still."""
    there: tuple[str, ...] = ()
    """The keys that are pressed there."""


PICTURES = (
    Picture("today"),
    Picture("today-light", theme="backstride-light"),
    Picture("today-narrow", size=(80, 24)),
    Picture("stretch", keys=("2",)),
    Picture("guide", keys=("2", "s"), timed="PlayerScreen", there=("right",) * 3),
    Picture("run", keys=("3",)),
    Picture("trends", keys=("4", "r", "r")),
    Picture("trends-light", keys=("4",), theme="backstride-light"),
    Picture("week", keys=("4", "W", "left")),
    Picture("patterns", keys=("4", "p")),
)


def pin_surroundings() -> None:
    """Make the pictures independent of the terminal and the zone they are drawn in."""
    os.environ.update({"TZ": "UTC", "TEXTUAL_COLOR_SYSTEM": "truecolor", "LANG": "C.UTF-8"})
    os.environ.pop("NO_COLOR", None)
    time.tzset()


async def drawn(picture: Picture, diary: Path) -> str:
    """Draw one picture of the app on a diary file; gives the SVG."""
    from tests.ui.patience import until  # noqa: PLC0415 - after the surroundings
    from tracker.diary.book import open_book  # noqa: PLC0415 - after the surroundings
    from tracker.ui.app import BackstrideApp  # noqa: PLC0415 - after the surroundings
    from tracker.ui.today.frame import TodayFrame  # noqa: PLC0415 - after the surroundings

    app = BackstrideApp(
        lambda: open_book(diary, lambda: NOW), clock=lambda: NOW, remark="made-up year"
    )
    app.animation_level = "none"
    async with app.run_test(size=picture.size) as pilot:
        assert await until(pilot, lambda: app.screen.query("#today")), "the tab never came"
        assert await until(pilot, lambda: not app.screen.query(TodayFrame)), "the day never came"
        assert await until(pilot, lambda: app.glyphs is not None), "no settings were read"
        await settled(pilot)
        app.theme = picture.theme
        await pilot.pause()
        app.refresh_css(animate=False)
        shown = await settled(pilot)
        for key in picture.keys:
            await pilot.press(key)
            shown = "" if picture.timed else await settled(pilot)
        if picture.timed:
            assert await until(pilot, lambda: type(app.screen).__name__ == picture.timed)
            app.screen.monotonic_clock = float  # type: ignore[attr-defined]
            for key in picture.there:
                await pilot.press(key)
            shown = await settled(pilot, timed=True)
        return shown


async def settled(pilot: "Pilot[None]", *, timed: bool = False) -> str:
    """Wait until nothing more is painted, however slow the machine is; gives the picture."""
    seen: list[str] = []
    looks = TIMED_LOOKS if timed else STILL_LOOKS
    while len(seen) < looks or len(set(seen[-looks:])) > 1:
        if not timed:
            await pilot.app.workers.wait_for_complete()
        await pilot.pause(STILL_S)
        await pilot.pause()
        seen.append(pilot.app.export_screenshot(title="Backstride"))
    return seen[-1]


def draw_all() -> Iterator[tuple[str, str]]:
    """Draw every picture; gives its file name and the SVG."""
    pin_surroundings()
    from tracker.diary.demo import make_demo  # noqa: PLC0415 - after the surroundings

    with tempfile.TemporaryDirectory() as folder:
        diary = Path(folder) / "demo.json"
        make_demo(diary, lambda: NOW)
        for picture in PICTURES:
            yield f"{picture.name}.svg", asyncio.run(drawn(picture, diary))


if __name__ == "__main__":
    from tests.pictures import moving

    FOLDER.mkdir(exist_ok=True)
    for name, svg in draw_all():
        (FOLDER / name).write_text(svg, encoding="utf-8")
    moving.main()
