"""A diary in a temporary folder, and a clock that stands until it is moved."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tracker.domain.identity import new_id
from tracker.domain.run import Run
from tracker.store.store import Store


class StandingClock:
    """Tells the same time until it is moved, forwards or back."""

    def __init__(self) -> None:
        self.time = datetime(2026, 11, 23, 6, 40, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time

    def move(self, **by: float) -> None:
        self.time += timedelta(**by)


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """No other program is in the middle of a write here."""
    monkeypatch.setattr("tracker.store.file.SETTLE_S", 0)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "diary" / "diary.json"


@pytest.fixture
def open_store(path: Path, clock: StandingClock) -> Callable[..., Store]:
    """Open the diary, as another window or another machine would."""

    def opened(*, device: str = "0000000a", mend: bool = True) -> Store:
        return Store.open(path, now=clock, device=device, mend=mend)

    return opened


@pytest.fixture
def run(clock: StandingClock) -> Callable[..., Run]:
    """Make a run with an id of its own."""

    def made(note: str = "", *, distance_m: int | None = 5200) -> Run:
        now = clock()
        return Run(id=new_id(now), start=now, day=now.date(), distance_m=distance_m, note=note)

    return made
