"""Draws `screenshots/daily-loop.svg`: a morning with the app, as a picture that moves.

.venv/bin/python -m tests.pictures.moving

It is taken from the made-up year. A row that stays as it is for several scenes is drawn once, and
shown and hidden by CSS; nothing is loaded from elsewhere.
"""

import asyncio
import tempfile
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

from tests.pictures.draw import FOLDER, NOW, STILL_LOOKS, pin_surroundings

if TYPE_CHECKING:
    from rich.style import Style
    from textual.pilot import Pilot
    from textual.strip import Strip

NAME: Final = "daily-loop.svg"
SIZE: Final = (120, 40)
CELL: Final = 8.4
LINE: Final = 17
STILL_S: Final = 0.3
FONT: Final = "ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace"
GROUND: Final = "#11151a"
SEEN: Final = {True: "visible", False: "hidden"}
NEXT_MORNING: Final = NOW + timedelta(days=1)

Deed = Callable[["Pilot[None]"], Awaitable[None]]
Row = tuple[tuple[str, str, str, bool], ...]
"""What stands in a row: text, colour, ground, and whether it is bold."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What is done, what is said below the screen, and how long one looks at it."""

    words: str
    deed: Deed
    seconds: float = 2.4


def press(*keys: str) -> Deed:
    """Press keys."""

    async def deed(pilot: "Pilot[None]") -> None:
        await pilot.press(*keys)

    return deed


def row(label: str, *keys: str) -> Deed:
    """Go to a row of the open form, and press keys there."""

    async def deed(pilot: "Pilot[None]") -> None:
        from tracker.ui.widgets.form_row import FormRow  # noqa: PLC0415 - after the surroundings

        rows = pilot.app.screen.query(FormRow)
        next(each for each in rows if each.label == label and each.region).focus_field()
        await pilot.press(*keys)

    return deed


SCENES: Final = (
    Scene("A morning: the app waits for the first score.", press(), 2.2),
    Scene("One digit for each place that hurts.", row("Low back", "2")),
    Scene("The verdict follows while you type.", row("Right Achilles", "1")),
    Scene("ctrl+s saves; once a week it asks for alarm signs first.", press("ctrl+s")),
    Scene("None of these (n): what today allows, how far, and why.", press("n"), 3.4),
    Scene("w: the rule, its numbers, its source.", press("escape", "w"), 3.0),
    Scene("Stretch: tick it off, or be guided.", press("escape", "escape", "2")),
    Scene("Run: distance and time, as you would say it.", press("escape", "escape", "3")),
    Scene("Trends: does it get better?", press("escape", "4"), 3.4),
)


def row_of(strip: "Strip") -> Row:
    """Give a row's pieces of one look each."""
    pieces: list[tuple[str, str, str, bool]] = []
    for segment in strip:
        look = looks(segment.style)
        if pieces and pieces[-1][1:] == look:
            pieces[-1] = (pieces[-1][0] + segment.text, *look)
        else:
            pieces.append((segment.text, *look))
    return tuple(pieces)


def looks(style: "Style | None") -> tuple[str, str, bool]:
    """Give a style's colours and whether it is bold."""
    if style is None:
        return ("#d5dbe3", GROUND, False)
    ink, ground = (
        default if colour is None or colour.is_default else colour.get_truecolor().hex
        for colour, default in ((style.color, "#d5dbe3"), (style.bgcolor, GROUND))
    )
    return (ground, ink, bool(style.bold)) if style.reverse else (ink, ground, bool(style.bold))


def drawn_row(row: Row, y: int) -> str:
    """Draw a row: the grounds that differ from the page's, then its words."""
    from rich.cells import cell_len  # noqa: PLC0415 - after the surroundings

    x, grounds, words = 0, [], []
    for text, ink, ground, bold in row:
        cells = cell_len(text)
        if ground != GROUND:
            grounds.append(
                f'<rect x="{x * CELL:.1f}" y="{y * LINE}" width="{cells * CELL + 0.2:.1f}"'
                f' height="{LINE + 0.2}" fill="{ground}"/>'
            )
        left = text.lstrip(" ")
        if left:
            start = x + len(text) - len(left)
            kept = left.rstrip(" ")
            weight = ' font-weight="bold"' if bold else ""
            words.append(
                f'<text x="{start * CELL:.1f}" y="{y * LINE + 13}" fill="{ink}"{weight}'
                f' textLength="{cell_len(kept) * CELL:.1f}">{escape(kept)}</text>'
            )
        x += cells
    return "".join(grounds + words)


def moving_picture(frames: Iterable[tuple[tuple[Row, ...], float]]) -> str:
    """Lay frames over each other; each distinct row is drawn once and seen in its scenes."""
    shown = list(frames)
    total = sum(seconds for _rows, seconds in shown)
    starts = [sum(seconds for _rows, seconds in shown[:at]) for at in range(len(shown) + 1)]
    seen: dict[tuple[int, Row], set[int]] = {}
    for at, (rows, _seconds) in enumerate(shown):
        for y, row in enumerate(rows):
            seen.setdefault((y, row), set()).add(at)
    groups: dict[frozenset[int], list[str]] = {}
    for (y, drawn), scenes in seen.items():
        groups.setdefault(frozenset(scenes), []).append(drawn_row(drawn, y))
    styles, bodies = [], []
    for number, (visible, parts) in enumerate(groups.items()):
        body = "".join(parts)
        if len(visible) == len(shown):
            bodies.append(f"<g>{body}</g>")
            continue
        steps = "".join(
            f"{starts[at] / total * 100:.2f}%{{visibility:{SEEN[at in visible]}}}"
            for at in range(len(shown))
            if at == 0 or (at in visible) != (at - 1 in visible)
        )
        styles.append(f"@keyframes k{number}{{{steps}}}.k{number}{{animation-name:k{number}}}")
        bodies.append(f'<g class="m k{number}">{body}</g>')
    width, height = SIZE[0] * CELL, len(shown[0][0]) * LINE
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-12 -12 {width + 24:.0f} {height + 24}"'
        f' font-family="{FONT}" font-size="14" xml:space="preserve"><style>'
        f".m{{animation-duration:{total:.1f}s;animation-timing-function:step-end;"
        f"animation-iteration-count:infinite}}{''.join(styles)}</style>"
        f'<rect x="-12" y="-12" width="{width + 24:.0f}" height="{height + 24}" rx="8"'
        f' fill="{GROUND}"/>{"".join(bodies)}</svg>\n'
    )


def caption(words: str) -> tuple[Row, ...]:
    """Give the two rows below the screen."""
    return ((), (("  ", "#d5dbe3", GROUND, False), (words, "#82b1ff", GROUND, True)))


async def still(pilot: "Pilot[None]") -> tuple[Row, ...]:
    """Wait until nothing more is painted; gives the rows. A question may wait for its answer."""
    seen: list[tuple[Row, ...]] = []
    while len(seen) < STILL_LOOKS or len(set(seen[-STILL_LOOKS:])) > 1:
        await pilot.pause(STILL_S)
        strips = pilot.app.screen._compositor.render_strips()
        seen.append(tuple(row_of(strip) for strip in strips))
    return seen[-1]


async def daily_loop(diary: Path) -> str:
    """Go through the scenes on a diary file; gives the moving picture."""
    from tests.ui.patience import until  # noqa: PLC0415 - after the surroundings
    from tracker.diary.book import open_book  # noqa: PLC0415 - after the surroundings
    from tracker.ui.app import BackstrideApp  # noqa: PLC0415 - after the surroundings
    from tracker.ui.today.frame import TodayFrame  # noqa: PLC0415 - after the surroundings

    app = BackstrideApp(
        lambda: open_book(diary, lambda: NEXT_MORNING),
        clock=lambda: NEXT_MORNING,
        remark="made-up year",
    )
    frames: list[tuple[tuple[Row, ...], float]] = []
    async with app.run_test(size=SIZE) as pilot:
        assert await until(pilot, lambda: app.screen.query("#today")), "the tab never came"
        assert await until(pilot, lambda: not app.screen.query(TodayFrame)), "the day never came"
        await still(pilot)
        for scene in SCENES:
            await scene.deed(pilot)
            frames.append((await still(pilot) + caption(scene.words), scene.seconds))
    return moving_picture(frames)


def main() -> None:
    """Draw it."""
    pin_surroundings()
    from tracker.diary.demo import make_demo  # noqa: PLC0415 - after the surroundings

    with tempfile.TemporaryDirectory() as folder:
        diary = Path(folder) / "demo.json"
        make_demo(diary, lambda: NOW)
        (FOLDER / NAME).write_text(asyncio.run(daily_loop(diary)), encoding="utf-8")


if __name__ == "__main__":
    main()
