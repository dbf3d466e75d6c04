"""The terminal's own cursor follows lists and places, for screen readers and braille displays."""

import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.e2e.terminal import PATIENCE_S, Terminal, backstride
from tracker.diary.book import Book, open_book, save_settings
from tracker.domain.settings import Settings

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
        terminal.expect("1 Today", "NEEDS")
        terminal.press("esc", "2")
        terminal.expect("Before a run")
        terminal.press("down")
        expect_at_cursor(terminal, "Before a run")
        terminal.press("j")
        expect_at_cursor(terminal, "After a run")
        terminal.press("G")
        expect_at_cursor(terminal, "Strength")
        terminal.press("enter", "down")
        terminal.press("down")
        terminal.press("g", "g")
        expect_at_cursor(terminal, "·")


def test_it_stands_on_the_side_of_a_place(diary: Book) -> None:
    save_settings(diary, Settings(setup_step=3))
    with backstride(data=diary.path, size=(80, 24)) as terminal:
        terminal.expect("Where does it hurt?", "Knee")
        expect_at_cursor(terminal, "+ middle")
        terminal.press("down", "down", "right")
        expect_at_cursor(terminal, "+ right")
        terminal.press("space")
        expect_at_cursor(terminal, "✓ right")
