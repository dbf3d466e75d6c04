"""`stretch go` in a real terminal: keys, ctrl+c, ctrl+z, a closed terminal, and what is on file."""

import json
import signal
import sys
from pathlib import Path
from typing import Any

import pexpect
import pytest

PATIENCE_S = 30
PROMPT = "ready>"


class Guided:
    """Somebody at a shell, in which the guide is started."""

    def __init__(self, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("BACKSTRIDE_DATA", str(data))
        monkeypatch.setenv("BACKSTRIDE_NOW", "2026-11-23T07:12")
        monkeypatch.setenv("PS1", PROMPT)
        self.data = data
        self.shell = pexpect.spawn(
            "/bin/sh", ["-i"], encoding="utf-8", timeout=PATIENCE_S, dimensions=(24, 80)
        )

    def start(self, *words: str) -> None:
        self.types(f"{sys.executable} -m tracker stretch go {' '.join(words)}")

    def types(self, line: str) -> None:
        """Type for the shell, once it listens."""
        self.hears(PROMPT)
        self.shell.sendline(line)

    def begin(self) -> None:
        """Start, leave the question open, and be five seconds and a bit into the first step."""
        self.start("mid_run")
        self.hears("Pain before")
        self.shell.sendline("")
        self.hears("Step 1 of 6", "Get ready: 5 seconds", "Go.")

    def hears(self, *words: str) -> None:
        for each in words:
            self.shell.expect_exact(each)

    def ends_with(self, code: int) -> None:
        self.types("echo code=$?")
        self.hears(f"code={code}")

    @property
    def session(self) -> dict[str, Any]:
        tables = json.loads(self.data.read_text(encoding="utf-8"))
        (session,) = tables["sessions"].values()
        assert isinstance(session, dict)
        return session

    @property
    def states(self) -> list[str]:
        return [mark["state"] for mark in self.session["marks"]]


@pytest.fixture
def guided(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Guided:
    return Guided(tmp_path / "diary.json", monkeypatch)


def test_ctrl_c_keeps_what_was_done_and_it_goes_on_from_there(guided: Guided) -> None:
    guided.begin()
    guided.shell.sendline("s")
    guided.hears("Skipped.", "Step 2 of 6")
    guided.shell.sendcontrol("c")
    guided.hears("Kept: Mid-run reset, 0 done, 1 skipped", "backstride undo")
    guided.ends_with(130)
    assert guided.states == ["skipped", *["untouched"] * 5]
    assert guided.session["left_at"]["step"] == "R2"
    guided.start("mid_run")
    guided.hears("Pain before")
    guided.shell.sendline("2")
    guided.hears("Step 2 of 6", "waits where it was left")
    for _ in range(5):
        guided.shell.sendline("s")
        guided.hears("Skipped.")
    guided.hears("Pain after")
    guided.shell.sendline("eleven")
    guided.hears("Can't read", "Pain after")
    guided.shell.sendline("1")
    guided.hears("Pain before 2, after 1.")
    guided.ends_with(0)
    assert guided.states == ["skipped"] * 6
    assert (guided.session["pain_before"], guided.session["pain_after"]) == (2, 1)


def test_a_stopped_program_waits_instead_of_running_out(guided: Guided) -> None:
    guided.begin()
    guided.shell.sendcontrol("z")
    with pytest.raises(pexpect.TIMEOUT):
        guided.shell.expect_exact("Step 2", timeout=3)
    guided.types("fg")
    guided.hears("Paused: the program was asleep.")
    guided.shell.sendline("")
    guided.hears("Going on. Stop and walk: ")
    guided.shell.sendline("q")
    guided.hears("Kept: Mid-run reset")
    guided.ends_with(0)
    assert guided.session["left_at"]["elapsed_ms"] < 60_000


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP], ids=lambda each: each.name)
def test_a_program_told_to_end_keeps_what_was_done(guided: Guided, number: signal.Signals) -> None:
    guided.begin()
    guided.shell.sendcontrol("z")
    guided.types(f"kill -{number.name[3:]} %1; fg")
    guided.hears("Kept: Mid-run reset")
    guided.ends_with(128 + number)
    assert guided.session["left_at"]["step"] == "R1"


def test_a_closed_terminal_keeps_what_was_done(guided: Guided) -> None:
    guided.begin()
    assert not guided.data.exists()
    guided.shell.close(force=False)
    for _ in range(PATIENCE_S * 10):
        if guided.data.exists():
            break
        signal.sigtimedwait([], 0.1)
    assert guided.session["left_at"]["step"] == "R1"


def test_without_a_terminal_for_input_it_runs_through(guided: Guided) -> None:
    guided.types(f"{sys.executable} -m tracker stretch go mid_run </dev/null")
    guided.hears("Step 1 of 6", "Go.")
    guided.shell.sendcontrol("c")
    guided.hears("Kept:")
    guided.ends_with(130)
