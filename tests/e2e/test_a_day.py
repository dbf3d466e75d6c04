"""A day at the keyboard: typed in a real terminal, closed, reopened, all there."""

import json
import signal
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.terminal import Terminal, backstride

MAIN_SCREEN_AGAIN = b"\x1b[?1049l"


def on_file(data: Path, table: str) -> list[dict[str, Any]]:
    tables = json.loads(data.read_text(encoding="utf-8"))
    return [row for row in tables.get(table, {}).values() if "deleted_at" not in row]


def first_steps(terminal: Terminal) -> None:
    """Go through the first steps: all clear; low back, left shin and right Achilles."""
    terminal.expect("step 1 of 3")
    terminal.press("ctrl+s")
    terminal.expect("step 2 of 3")
    terminal.press("y", *"nnnnnn", "ctrl+s")
    terminal.expect("Nothing in your answers says")
    terminal.press("enter")
    terminal.expect("step 3 of 3")
    terminal.press("space", *["down"] * 8, "space", "down", "down", "right", "space", "ctrl+s")
    terminal.expect("Low back", "Left shin", "Right Achilles", "NEEDS INPUT")


def test_the_first_steps_can_be_left_and_come_back(tmp_path: Path) -> None:
    data = tmp_path / "diary.json"
    with backstride(data=data, size=(80, 24)) as terminal:
        terminal.expect("Welcome to Backstride", "step 1 of 3")
        terminal.press("esc")
        terminal.expect("NEEDS SCREEN", "Tod")
        terminal.press("esc")
        terminal.press("q")
        assert terminal.ends() == 0
    with backstride(data=data, size=(80, 24)) as terminal:
        terminal.expect("Welcome to Backstride")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
def test_a_check_in_a_run_and_a_routine_are_there_tomorrow(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    data = tmp_path / "diary.json"
    with backstride(data=data, size=size) as terminal:
        first_steps(terminal)
        terminal.press("3", "down", "0", "down", "2", "ctrl+s")
        terminal.expect("Anything new or alarming?")
        terminal.press("n")
        terminal.expect("EASY", "R-RDY-30", "Check-in saved")
        terminal.press("esc", "3")
        terminal.expect("No runs yet")
        terminal.press("n")
        terminal.type("5,2")
        terminal.press("tab")
        terminal.type("31:20")
        terminal.expect("5.2 km", "6:02 /km")
        terminal.press("ctrl+s")
        terminal.expect("Run saved", "5.2", "tomorrow")
        terminal.press("esc", "esc")
        terminal.press("2")
        terminal.expect("Before a run")
        terminal.press("down", "enter")
        terminal.expect("Cool-down walk")
        terminal.press("space", "x")
        terminal.expect("1 done · 1 skipped")
        terminal.press("ctrl+s")
        terminal.expect("Session saved")
        terminal.press("esc", "esc", "esc")
        terminal.press("q")
        assert terminal.ends() == 0
    (check_in,) = on_file(data, "checkins")
    assert [(item["site"], item["score"]) for item in check_in["scores"]] == [
        ("low_back", 3),
        ("shin", 0),
        ("achilles", 2),
    ]
    (run,) = on_file(data, "runs")
    assert (run["distance_m"], run["duration_s"]) == (5200, 1880)
    (session,) = on_file(data, "sessions")
    assert [mark["state"] for mark in session["marks"][:3]] == ["done", "skipped", "untouched"]
    with backstride(data=data, now="2026-11-24T07:00", size=size) as terminal:
        terminal.expect("Low back", "logged", "Tue 24 Nov")
        terminal.press("esc", "3")
        terminal.expect("Mon 23 Nov", "5.2")
        terminal.press("4")
        terminal.expect("not enough days yet", "of 4 this week")


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"\x00 not a diary", "left"), (None, "is not a file")],
    ids=["bytes", "folder"],
)
def test_a_data_file_that_cannot_be_used_ends_with_3(
    tmp_path: Path, content: bytes | None, words: str
) -> None:
    data = tmp_path / "diary.json"
    if content is None:
        data.mkdir()
    else:
        data.write_bytes(content)
    with backstride(data=data) as terminal:
        assert terminal.ends() == 3
        assert words in terminal.text()
        assert "Traceback" not in terminal.text()
    if content is not None:
        assert data.read_bytes() == content


def test_a_year_made_up_says_so_and_leaves_the_diary_alone(tmp_path: Path) -> None:
    data = tmp_path / "diary.json"
    with backstride("demo", data=data) as terminal:
        terminal.expect("made-up year", "R-RDY-")
        terminal.press("q")
        assert terminal.ends() == 0
    assert not data.exists()


def test_told_to_end_it_gives_the_terminal_back(tmp_path: Path) -> None:
    with backstride("demo", data=tmp_path / "diary.json") as terminal:
        terminal.expect("made-up year", "Your week")
        terminal.child.kill(signal.SIGTERM)
        assert terminal.ends() == 128 + signal.SIGTERM
        assert MAIN_SCREEN_AGAIN in terminal.drawn
