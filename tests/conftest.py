"""The surroundings every test runs in: pinned before textual or the diary is imported."""

import os
import tempfile
import time
from pathlib import Path

import pytest

_HOME = Path(tempfile.mkdtemp(prefix="backstride-tests-"))

os.environ.update(
    {
        "HOME": str(_HOME),
        "XDG_CONFIG_HOME": str(_HOME / "config"),
        "XDG_DATA_HOME": str(_HOME / "data"),
        "XDG_STATE_HOME": str(_HOME / "state"),
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "TEXTUAL_COLOR_SYSTEM": "truecolor",
        "TZ": "UTC",
    }
)
for name in ("NO_COLOR", "BACKSTRIDE_DATA", "BACKSTRIDE_NOW", "COLUMNS", "LINES"):
    os.environ.pop(name, None)
time.tzset()

QUICK_FOLDERS = {"domain", "rules", "insight", "diary"}
"""Tests of these folders are quick, and so is the first test of each screen's file."""

LOOP_LINE = "line of the loop's table"


@pytest.fixture(autouse=True)
def _at_a_tests_pace(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the focus stay after a typed score: what a person has time for, a loaded machine hasn't.

    A test of just that is marked `moves_on`.
    """
    if "moves_on" not in request.keywords:
        from tracker.domain.settings import Settings  # noqa: PLC0415 - after the surroundings

        monkeypatch.setattr(Settings, "moves_on", property(lambda _settings: False))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the whole table of made-up runners be asked for (tests/loop)."""
    parser.addoption("--whole-loop", action="store_true", help="60 runners of each kind; minutes")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what the inner loop runs: `pytest -m quick`."""
    screens = set()
    for item in items:
        folder = item.path.parent.name
        if folder in QUICK_FOLDERS or (folder == "ui" and item.path not in screens):
            item.add_marker(pytest.mark.quick)
        screens.add(item.path)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print that table."""
    reports = [
        report
        for outcome in ("passed", "failed")
        for report in terminalreporter.getreports(outcome)
    ]
    rows = sorted(
        str(value)
        for report in reports
        for name, value in report.user_properties
        if name == LOOP_LINE
    )
    if rows:
        terminalreporter.section("R-LOOP: kept, typical run, red, over, told to have it seen")
        for row in rows:
            terminalreporter.write_line(row)
