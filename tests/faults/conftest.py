"""The size of the fault trials, and their counts at the end of the run."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tracker.domain.identity import new_id
from tracker.domain.run import Run
from tracker.store.store import Store

START = datetime(2026, 11, 23, 6, 40, tzinfo=UTC)
_COUNTS = "counts"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--full-faults", action="store_true", help="the full numbers of the fault trials (minutes)"
    )


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    said = [
        f"{value}"
        for reports in terminalreporter.stats.values()
        for report in reports
        if isinstance(report, pytest.TestReport) and report.when == "call"
        for name, value in report.user_properties
        if name == _COUNTS
    ]
    if said:
        terminalreporter.section("fault trials")
        for line in said:
            terminalreporter.line(line)


@pytest.fixture
def full(request: pytest.FixtureRequest) -> bool:
    """Whether the full numbers were asked for."""
    return bool(request.config.getoption("--full-faults", default=False))


@pytest.fixture
def count(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Say what was counted."""
    return lambda line: record_property(_COUNTS, line)


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """No other program is in the middle of a write here."""
    monkeypatch.setattr("tracker.store.file.SETTLE_S", 0)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "diary" / "diary.json"


@pytest.fixture
def open_store(path: Path) -> Callable[..., Store]:
    """Open the diary at a day of the trial; each day later makes a backup of its own."""

    def opened(*, day: int = 0) -> Store:
        return Store.open(path, now=lambda: START + timedelta(days=day))

    return opened


@pytest.fixture
def run() -> Callable[..., Run]:
    """Make a run."""

    def made(number: int = 0, *, note: str = "", distance_m: int = 5000) -> Run:
        start = START + timedelta(minutes=number)
        return Run(
            id=new_id(start), start=start, day=start.date(), distance_m=distance_m, note=note
        )

    return made
