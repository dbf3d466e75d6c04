"""How fast an archive of 1,000 activities comes in, and what it takes of all processes.

The activities are those of `../shared/samples`, where that is there, with other dates; they are
written to a temporary folder. Run with `python tests/bench/bench_import.py`; exit code 1 where a
budget is missed. Times are CPU seconds: a shared machine has no others that say anything.
"""

import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from struct import pack_into, unpack_from
from typing import Any, Final

import fitdecode

from tracker.exchange.activity import Activity
from tracker.exchange.fit_messages import checksum
from tracker.exchange.registry import read_file

SAMPLES: Final = Path(__file__).resolve().parents[2].parent / "shared" / "samples"
COUNT: Final = 1000
ROUNDS: Final = 7
A_ROUND: Final = 12
LAST: Final = datetime(2026, 10, 1, tzinfo=UTC)
SIZE_MAX: Final = 900_000
PEAK_MB: Final = 200
TIMES_FASTER: Final = 15
_MOMENT: Final = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")
_TIMES: Final = {0: (4,), 18: (2,), 19: (2,), 34: (5,)}
_TIMESTAMP: Final = 253
_RUNNING_CLOCK: Final = 0x10000000
_NONE: Final = 0xFFFFFFFF


def moved_text(content: bytes, days: int) -> bytes:
    """Move every moment of a text by days."""

    def moved(match: re.Match[bytes]) -> bytes:
        at = datetime.fromisoformat(match[0].decode()) + timedelta(days=days)
        return at.isoformat().encode()

    return _MOMENT.sub(moved, content)


def moved_fit(content: bytes, days: int) -> bytes:
    """Move every moment of a FIT file by days, and set its checksums anew."""
    out = bytearray(content)
    head = out[0]
    end = head + unpack_from("<I", out, 4)[0]
    known: dict[int, tuple[str, list[int], int]] = {}
    at = head
    while at < end:
        first = out[at]
        at += 1
        if not first & 0x80 and first & 0x40:
            known[first & 15], at = _definition(out, at, with_more=bool(first & 0x20))
            continue
        order, moments, size = known[(first >> 5) & 3 if first & 0x80 else first & 15]
        for offset in moments if not first & 0x80 else ():
            value = unpack_from(f"{order}I", out, at + offset)[0]
            if _RUNNING_CLOCK < value < _NONE:
                pack_into(f"{order}I", out, at + offset, value + days * 86_400)
        at += size
    pack_into("<H", out, end, checksum(bytes(out[:end])))
    if head > 12:
        pack_into("<H", out, 12, checksum(bytes(out[:12])))
        pack_into("<H", out, end, checksum(bytes(out[:end])))
    return bytes(out)


def _definition(
    out: bytearray, at: int, *, with_more: bool
) -> tuple[tuple[str, list[int], int], int]:
    order = ">" if out[at + 1] else "<"
    number = unpack_from(f"{order}H", out, at + 2)[0]
    count, at, size, moments = out[at + 4], at + 5, 0, []
    for _field in range(count):
        name, cells = out[at], out[at + 1]
        if cells == 4 and (name == _TIMESTAMP or name in _TIMES.get(number, ())):
            moments.append(size)
        size, at = size + cells, at + 3
    if with_more:
        count, at = out[at], at + 1
        size += sum(out[at + 3 * each + 1] for each in range(count))
        at += 3 * count
    return (order, moments, size), at


def make(folder: Path) -> list[Path]:
    """Write the activities, one a day; gives their files."""
    found: list[tuple[Path, datetime]] = []
    for path in sorted(
        each for kind in ("fit", "gpx", "tcx") for each in SAMPLES.glob(f"{kind}/*")
    ):
        if path.suffix.lower() not in {".fit", ".gpx", ".tcx"} or path.stat().st_size > SIZE_MAX:
            continue
        activities = read_file(path)
        if len(activities) == 1 and isinstance(activities[0], Activity) and activities[0].start:
            found.append((path, activities[0].start))
    return list(_written(found, folder))


def _written(found: list[tuple[Path, datetime]], folder: Path) -> Iterator[Path]:
    for number in range(COUNT):
        path, start = found[number % len(found)]
        days = (LAST - timedelta(days=number) - start.astimezone(UTC)).days
        ending = path.suffix.lower()
        move = moved_fit if ending == ".fit" else moved_text
        made = folder / f"{number:04}{ending}"
        made.write_bytes(move(path.read_bytes(), days))
        yield made


# -- measuring -----------------------------------------------------------------------------------


def family(process: int) -> list[int]:
    """Return a process and all below it."""
    try:
        tasks = Path(f"/proc/{process}/task").iterdir()
        below = [int(each) for task in tasks for each in (task / "children").read_text().split()]
    except OSError:
        return []
    return [process, *(each for child in below for each in family(child))]


def held_mb(processes: Iterable[int]) -> float:
    """Return the memory that processes hold, what they share counted in each."""
    total = 0
    for process in processes:
        try:
            status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
        except OSError:
            continue
        total += sum(int(row.split()[1]) for row in status.splitlines() if row.startswith("VmRSS"))
    return total / 1024


def imported(folder: Path, diary: Path) -> tuple[float, float, float]:
    """Import with the command: seconds, CPU seconds, and the highest memory of all processes."""
    command = Path(sys.executable).with_name("backstride")
    before, began, peak = resource.getrusage(resource.RUSAGE_CHILDREN), time.time(), 0.0
    words = [f"{command}", "--data", f"{diary}", "import", f"{folder}", "--on-duplicate", "keep"]
    with subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:  # noqa: S603 - the installed command
        while running.poll() is None:
            peak = max(peak, held_mb(family(running.pid)))
            time.sleep(0.05)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.time() - began, spent, peak


def cpu(read: Callable[[Path], object], paths: Iterable[Path]) -> float:
    """Return the CPU seconds that reading takes here."""
    began = time.process_time()
    for path in paths:
        read(path)
    return time.process_time() - began


def by_library(path: Path) -> list[Any]:
    """Read a FIT file's summary as a library does."""
    with fitdecode.FitReader(os.fspath(path)) as frames:
        return [
            each.get_value("total_distance", fallback=None)
            for each in frames
            if each.frame_type == fitdecode.FIT_FRAME_DATA and each.name == "session"
        ]


def main() -> int:
    """Print the table."""
    if not SAMPLES.is_dir():
        print(f"There are no samples at {SAMPLES}.")
        return 0
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "files"
        folder.mkdir()
        paths = make(folder)
        here = cpu(read_file, paths)
        wall, spent, peak = imported(folder, Path(place) / "diary.json")
        fits = [each for each in paths if each.suffix == ".fit"]
        parts = [fits[turn * A_ROUND : (turn + 1) * A_ROUND] for turn in range(ROUNDS)]
        ratio = statistics.median(cpu(by_library, part) / cpu(read_file, part) for part in parts)
    print(f"{COUNT} activities: {wall:.1f} s, {spent:.1f} s CPU; read in one process {here:.1f} s")
    print(f"peak of all processes {peak:.0f} MB of {PEAK_MB}")
    print(f"FIT summaries {ratio:.1f} x less CPU than fitdecode, of {TIMES_FASTER}")
    return int(peak > PEAK_MB or ratio < TIMES_FASTER)


if __name__ == "__main__":
    sys.exit(main())
