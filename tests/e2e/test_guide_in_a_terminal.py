"""The stretch guide in a real terminal: suspended, resized, killed, and gone on with."""

import json
import os
import re
import shlex
import signal
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.terminal import PATIENCE_S, Terminal, a_shell, backstride
from tracker.diary.book import Book, open_book, save_settings
from tracker.domain.settings import Settings

MORNING = datetime(2026, 11, 23, 7, 12, tzinfo=UTC)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "diary.json"
    diary = open_book(path, lambda: MORNING)
    assert isinstance(diary, Book)
    save_settings(diary, Settings(setup_step=None))
    return path


def start_the_guide(terminal: Terminal) -> None:
    """Open the Stretch tab and be guided through the routine before a run."""
    terminal.expect("Today", "NEEDS")
    terminal.press("esc", "2")
    terminal.expect("Before a run")
    terminal.press("s")
    terminal.expect("Brisk walk")


def passed(terminal: Terminal) -> str:
    """Give how much of the step has passed, as its bar says."""
    found = re.search(r"(\d+:\d\d) / 2:30", terminal.text())
    assert found is not None
    return found[1]


def sessions(data: Path) -> list[dict[str, Any]]:
    """Give the sessions on file, as another program reads them."""
    return list(json.loads(data.read_text(encoding="utf-8")).get("sessions", {}).values())


def states(data: Path) -> list[str]:
    """Give what became of the steps on file."""
    return [mark["state"] for session in sessions(data) for mark in session["marks"]]


def until(holds: Callable[[], bool]) -> None:
    """Wait until something holds."""
    patience = time.monotonic() + PATIENCE_S
    while not holds():
        assert time.monotonic() < patience
        time.sleep(0.05)


def test_suspended_it_gives_the_terminal_back_waits_and_is_resized(data: Path) -> None:
    with a_shell(data=data) as terminal:
        terminal.expect("ready>")
        terminal.child.send(f"clear; {shlex.quote(sys.executable)} -m tracker\r")
        start_the_guide(terminal)
        terminal.expect("0:02 / 2:30")
        terminal.press("ctrl+z")
        terminal.expect("Stopped", "ready>")
        terminal.child.send("clear; stty -a | grep -ow -e '-\\?icanon' -e '-\\?echo'; sleep 2.5\r")
        terminal.expect("icanon\necho\nready>")
        terminal.child.send("fg\r")
        terminal.expect("Paused", "Brisk walk")
        waits_at = passed(terminal)
        assert waits_at in {"0:02", "0:03"}
        for size, key in (((60, 20), "esc leave"), ((120, 40), "next part"), ((80, 24), "b")):
            terminal.resize(*size)
            terminal.expect("Paused", "Brisk walk", key, f"{waits_at} / 2:30")
        terminal.press("space")
        terminal.expect("0:05 / 2:30")
        terminal.press("esc", "esc", "q")
        terminal.expect("ready>")


def test_killed_in_mid_step_it_goes_on_there(data: Path) -> None:
    with backstride(data=data, size=(80, 24)) as terminal:
        start_the_guide(terminal)
        terminal.expect("0:01 / 2:30")
        terminal.press("space")
        terminal.expect("Paused")
        waits_at = passed(terminal)
        terminal.press("space", "right", "right")
        terminal.expect("Hip hinge")
        until(lambda: states(data)[:3] == ["skipped", "skipped", "untouched"])
        assert terminal.child.pid is not None
        os.kill(terminal.child.pid, signal.SIGKILL)
    (session,) = sessions(data)
    assert session["seconds"] >= int(waits_at[-1])
    with backstride(data=data, size=(60, 20)) as terminal:
        terminal.expect("Tod")
        terminal.press("esc", "2")
        terminal.expect("begun")
        terminal.press("s")
        terminal.expect("Hip hinge", "Paused")
