"""Reading in other processes: in order, bounded, and no piece ends the others."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import monotonic, sleep
from typing import cast

import pytest

from tests.exchange.fit_maker import START, run_file
from tracker.exchange import workers
from tracker.exchange.activity import Activity, Rejected
from tracker.exchange.piece import Piece, Step, Unknown
from tracker.exchange.workers import read_safely, read_steps


class Trap:
    """Ends the process that it is handed over to."""

    def __reduce__(self) -> tuple[object, tuple[int]]:
        return os._exit, (1,)


def piece(number: int) -> Piece:
    return Piece(file=f"{number}.fit", content=run_file(start=START + number))


def trap(number: int) -> Piece:
    return Piece(file=f"{number}.fit", content=b"x", listed=cast("Activity", Trap()))


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let other processes read from the first byte on."""
    monkeypatch.setattr(workers, "INLINE_BYTES", 0)


@pytest.mark.usefixtures("at_once")
def test_what_other_processes_read_comes_in_order() -> None:
    steps: list[Step] = [piece(0), Unknown("x.jpg"), piece(1), Rejected("y.zip", "Odd."), piece(2)]
    read = list(read_steps(iter(steps)))
    assert [step for step, _found in read] == steps
    found = [found for _step, found in read]
    assert [len(each) for each in found] == [1, 0, 1, 0, 1]
    assert all(isinstance(each, Activity) for each in (*found[0], *found[2], *found[4]))


@pytest.mark.usefixtures("at_once")
def test_a_piece_that_ends_a_process_never_stops_the_rest() -> None:
    steps = [piece(0), trap(1), piece(2), piece(3), trap(4), piece(5)]
    found = [found[0] for _step, found in read_steps(iter(steps))]
    kinds = [Activity, Rejected, Activity, Activity, Rejected, Activity]
    assert [type(each) for each in found] == kinds
    rejected = found[1]
    assert isinstance(rejected, Rejected)
    assert "came to an end before its time" in rejected.reason


@pytest.mark.usefixtures("at_once")
def test_only_so_many_pieces_are_taken_before_the_first_is_given_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    taken: list[int] = []

    def steps() -> Iterator[Step]:
        for number in range(20):
            taken.append(number)
            yield piece(number)

    read = read_steps(steps())
    next(read)
    assert len(taken) <= 3
    read.close()


def test_a_little_is_read_without_other_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "ProcessPoolExecutor", None)
    assert len(list(read_steps(iter([piece(0), piece(1)])))) == 2


def test_whatever_goes_wrong_with_a_piece_is_said_of_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def broken(_piece: Piece) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(workers, "read_piece", broken)
    (rejected,) = read_safely(Piece(file="a.fit", path=tmp_path / "a.fit"))
    assert isinstance(rejected, Rejected)
    assert rejected.reason.endswith(".")


UNDER_A_SCREEN = """
import sys
from tests.exchange.fit_maker import run_file
from tracker.exchange import workers
from tracker.exchange.piece import Piece

class Screen:
    def fileno(self):
        return -1
    def write(self, text):
        pass
    def flush(self):
        pass

if __name__ == "__main__":
    sys.stderr = sys.stdout = Screen()
    workers.INLINE_BYTES = 0
    pieces = [Piece(file=f"{each}.fit", content=run_file()) for each in range(3)]
    found = [found for _step, found in workers.read_steps(iter(pieces))]
    print(*(type(each).__name__ for (each,) in found), end="", file=sys.__stdout__, flush=True)
"""


def test_other_processes_start_under_a_screen_too(tmp_path: Path) -> None:
    script = tmp_path / "screen.py"
    script.write_text(UNDER_A_SCREEN)
    ran = subprocess.run(  # noqa: S603 - this very interpreter
        [sys.executable, str(script)],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path.cwd(),
        env={**os.environ, "PYTHONPATH": str(Path.cwd())},
    )
    assert (ran.stdout, ran.stderr) == ("Activity Activity Activity", "")


@pytest.mark.usefixtures("at_once")
def test_without_other_processes_it_is_read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def none_to_be_had(*_arguments: object, **_named: object) -> None:
        raise OSError

    monkeypatch.setattr(workers, "ProcessPoolExecutor", none_to_be_had)
    found = [found[0] for _step, found in read_steps(iter([piece(0), piece(1)]))]
    assert all(isinstance(each, Activity) for each in found)


KILLED = """
import os
import signal
from tests.exchange.fit_maker import run_file
from tracker.exchange import workers
from tracker.exchange.piece import Piece

if __name__ == "__main__":
    workers.INLINE_BYTES = 0
    pieces = [Piece(file=f"{each}.fit", content=run_file()) for each in range(9)]
    reading = workers.read_steps(iter(pieces))
    next(reading)
    readers = reading.gi_frame.f_locals["readers"]
    print(*readers._pool._processes, flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_other_processes_end_with_the_one_that_started_them(tmp_path: Path) -> None:
    script = tmp_path / "killed.py"
    script.write_text(KILLED)
    ran = subprocess.run(  # noqa: S603 - this very interpreter
        [sys.executable, str(script)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        check=False,
        cwd=Path.cwd(),
        env={**os.environ, "PYTHONPATH": str(Path.cwd())},
    )
    numbers = [int(each) for each in ran.stdout.split()]
    assert numbers
    until = monotonic() + 30
    while any(Path(f"/proc/{number}").exists() for number in numbers) and monotonic() < until:
        sleep(0.02)
    assert not any(Path(f"/proc/{number}").exists() for number in numbers)
