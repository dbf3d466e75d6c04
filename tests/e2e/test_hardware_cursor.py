"""The terminal's own cursor follows lists and places, for screen readers and braille displays."""

import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.e2e.terminal import PATIENCE_S, Terminal, backstride
from tracker.diary.book import Book, open_book, save_settings
from tracker.domain.settings import Settings
from tracker.domain.site import PainSite, Side, Site

MORNING = datetime(2026, 11, 23, 7, 12, tzinfo=UTC)


@pytest.fixture
def diary(tmp_path: Path) -> Book:
    opened = open_book(tmp_path / "diary.json", lambda: MORNING)
    assert isinstance(opened, Book)
    return opened


def expect_at_cursor(terminal: Terminal, words: str) -> None:
    """Wait until the cursor's row goes on with some words, from the cursor on."""
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        rows = terminal.text().splitlines()
        at = terminal.screen.cursor
        if at.y < len(rows) and rows[at.y][at.x :].lstrip("▌ ").startswith(words):
            return
    message = f"the cursor is at {at.x}, {at.y}, not at {words!r}\n{terminal.text()}"
    raise AssertionError(message)


def test_it_stands_on_the_row_of_a_list(diary: Book) -> None:
    save_settings(diary, Settings(setup_step=None))
    with backstride(data=diary.path) as terminal:
        terminal.expect("Today", "NEEDS")
        terminal.press("esc", "2")
        terminal.expect("Before a run")
        terminal.press("down")
        expect_at_cursor(terminal, "Before a run")
        terminal.press("j")
        expect_at_cursor(terminal, "After a run")
        terminal.press("G")
        expect_at_cursor(terminal, "Heat or cold")
        terminal.press("k")
        expect_at_cursor(terminal, "Strength")
        terminal.press("enter", "down")
        terminal.press("down")
        terminal.press("g", "g")
        expect_at_cursor(terminal, "·")


def test_it_stands_on_the_score_the_choice_and_the_box(diary: Book) -> None:
    places = (PainSite(Site.LOW_BACK, Side.CENTRE), PainSite(Site.SHIN, Side.LEFT))
    save_settings(diary, Settings(setup_step=None, tracked=places, screen_reader=True))
    with backstride(data=diary.path) as terminal:
        terminal.expect("Today", "NEEDS SCREEN", "Left shin")
        expect_at_cursor(terminal, "0  1  2")
        terminal.press("3")
        expect_at_cursor(terminal, "3]")
        terminal.press("down", "7", "left")
        expect_at_cursor(terminal, "6]")
        terminal.press("down")
        expect_at_cursor(terminal, "none")
        terminal.press("right", "right")
        expect_at_cursor(terminal, "● turning")
        terminal.press(*["down"] * 5)
        expect_at_cursor(terminal, "] limp")
        terminal.press("right", "space")
        expect_at_cursor(terminal, "x] ill")
        terminal.press("esc")
        expect_at_cursor(terminal, "1 Today]")


def test_it_stands_on_the_day_of_the_chart(diary: Book) -> None:
    with backstride("demo", data=diary.path) as terminal:
        terminal.expect("Today", "made-up year")
        terminal.press("4")
        terminal.expect("7-day mean")
        terminal.press("down")
        for day in ("Mon 23 Nov", "Sun 22 Nov"):
            terminal.expect(day)
            at, rows = terminal.screen.cursor, terminal.text().splitlines()
            assert day in rows[at.y]
            assert "│" in {row[at.x] for row in rows[: at.y] if len(row) > at.x}
            terminal.press("left")


def test_it_stands_on_the_answer_of_a_question(diary: Book) -> None:
    save_settings(diary, Settings(setup_step=2))
    with backstride(data=diary.path, size=(80, 24)) as terminal:
        terminal.expect("step 2 of 3")
        terminal.press("y")
        expect_at_cursor(terminal, "Yes")
        terminal.press("n", "up")
        expect_at_cursor(terminal, "● No")


def test_it_stands_on_the_side_of_a_place(diary: Book) -> None:
    save_settings(diary, Settings(setup_step=3))
    with backstride(data=diary.path, size=(80, 24)) as terminal:
        terminal.expect("Where does it hurt?", "Knee")
        expect_at_cursor(terminal, "+ middle")
        terminal.press("down", "down", "right")
        expect_at_cursor(terminal, "+ right")
        terminal.press("space")
        expect_at_cursor(terminal, "✓ right")
