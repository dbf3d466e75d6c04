"""What a save, an opening and a look cost, against TinyDB's own storage, sqlite3 and a bare fsync.

    python tests/bench/bench_store.py [--rounds 15]

All are measured alternately in one run; medians, and ratios to the fsync of a file of that size
and to stock TinyDB. Then the threshold loads of ten years: opening against `json.loads` of the same
bytes, and the lag of an event loop beside a worker that saves.
"""

import argparse
import asyncio
import gc
import json
import os
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any, TypeAlias

from tinydb import TinyDB, where
from tinydb.storages import JSONStorage

from tracker.diary.demo import demo_records
from tracker.domain.check_in import CheckIn
from tracker.domain.identity import new_id
from tracker.domain.pain import PainScore
from tracker.domain.site import Side, Site
from tracker.store.documents import TABLES, fields_of
from tracker.store.store import Store

Act: TypeAlias = Callable[[], object]
NOW = datetime(2026, 11, 23, 6, 40, tzinfo=UTC)
SIZES = (1_000, 4_000, 20_000)


def check_in(number: int) -> CheckIn:
    """Make a check-in with two sites, as most are."""
    at = NOW - timedelta(days=number)
    return CheckIn(
        id=new_id(at),
        at=at,
        day=at.date(),
        scores=(
            PainScore(Site.LOW_BACK, Side.CENTRE, number % 7),
            PainScore(Site.ACHILLES, Side.RIGHT, number % 4),
        ),
        sleep_h=7.5,
        fatigue=number % 10,
        note="a little stiff in the morning" if number % 5 == 0 else "",
    )


class Clock:
    """Stands still on one day, so that each save is an ordinary one."""

    def __call__(self) -> datetime:
        return NOW


class Ours:
    """The diary's store."""

    def __init__(self, folder: Path, size: int) -> None:
        self.path = folder / "ours.json"
        self.store = Store.open(self.path, now=Clock())
        self.store.put(*(check_in(number) for number in range(size)), label="all")
        # One import is one entry to undo; ordinary entries take its place, as in daily use.
        for number in range(52):
            self.store.put(check_in(-number - 1), label="check-in")
        self.last = next(iter(self.store.records(CheckIn).values()))
        self.count = 0

    def insert(self) -> None:
        self.count += 1
        self.store.put(check_in(-100 - self.count), label="check-in")

    def update(self) -> None:
        self.last = replace(self.last, fatigue=((self.last.fatigue or 0) + 1) % 10)
        self.store.put(self.last, label="edit")

    def open(self) -> None:
        store = Store.open(self.path, now=Clock())
        for kind in TABLES:
            store.records(kind)

    def window(self) -> int:
        first = NOW.date() - timedelta(days=90)
        return sum(item.day >= first for item in self.store.records(CheckIn).values())


class Stock:
    """TinyDB with its own storage, as its manual shows."""

    def __init__(self, folder: Path, size: int) -> None:
        self.path = folder / "stock.json"
        self.db = TinyDB(self.path, storage=JSONStorage)
        self.table = self.db.table("checkins")
        self.ids = self.table.insert_multiple(fields_of(check_in(n)) for n in range(size))
        self.count = 0

    def insert(self) -> None:
        self.count += 1
        self.table.insert(fields_of(check_in(-100 - self.count)))

    def update(self) -> None:
        self.count += 1
        self.table.update({"fatigue": self.count % 10}, doc_ids=[self.ids[0]])

    def open(self) -> None:
        with TinyDB(self.path, storage=JSONStorage) as db:
            db.table("checkins").all()

    def window(self) -> int:
        self.table.clear_cache()
        first = str(NOW.date() - timedelta(days=90))
        return len(self.table.search(where("day") >= first))


class Sqlite:
    """The same documents in sqlite3, by day, with its defaults."""

    def __init__(self, folder: Path, size: int) -> None:
        self.path = folder / "sqlite.db"
        self.db = sqlite3.connect(self.path)
        self.db.execute("create table checkins (id text primary key, day text, doc text)")
        self.db.execute("create index by_day on checkins (day)")
        self.db.executemany(
            "insert into checkins values (?, ?, ?)", (self._row(n) for n in range(size))
        )
        self.db.commit()
        self.first = self._row(0)
        self.count = 0

    @staticmethod
    def _row(number: int) -> tuple[str, str, str]:
        item = check_in(number)
        return item.id, str(item.day), json.dumps(fields_of(item))

    def insert(self) -> None:
        self.count += 1
        with self.db:
            self.db.execute("insert into checkins values (?, ?, ?)", self._row(-100 - self.count))

    def update(self) -> None:
        self.count += 1
        with self.db:
            self.db.execute(
                "update checkins set doc = ? where day = ?", (str(self.count), self.first[1])
            )

    def open(self) -> None:
        with sqlite3.connect(self.path) as db:
            [json.loads(doc) for (doc,) in db.execute("select doc from checkins") if doc[0] == "{"]
        db.close()

    def window(self) -> int:
        first = str(NOW.date() - timedelta(days=90))
        rows = self.db.execute("select doc from checkins where day >= ?", (first,))
        return len([json.loads(doc) for (doc,) in rows if doc[0] == "{"])


def fsync_of(path: Path, size: int) -> Act:
    """Write and sync a file of a size: what no save can be faster than."""
    content = os.urandom(size)

    def act() -> None:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        os.write(handle, content)
        os.fsync(handle)
        os.close(handle)

    return act


def alternately(acts: dict[str, Act], rounds: int) -> dict[str, float]:
    """Measure acts in turn; gives the median of each in milliseconds."""
    times: dict[str, list[float]] = {name: [] for name in acts}
    for _ in range(rounds):
        for name, act in acts.items():
            start = perf_counter()
            act()
            times[name].append((perf_counter() - start) * 1000)
    return {name: median(values) for name, values in times.items()}


def storage(rounds: int) -> None:
    """Print the table of saves, openings and looks."""
    print(f"{'':16}{'ours':>10}{'stock':>10}{'sqlite3':>10}{'fsync':>10}{'/fsync':>9}{'stock/':>9}")
    for size in SIZES:
        with TemporaryDirectory() as name:
            folder = Path(name)
            ours, stock, sqlite = Ours(folder, size), Stock(folder, size), Sqlite(folder, size)
            # As in the app: what was loaded stays, and is not looked at by the collector again.
            gc.collect()
            gc.freeze()
            floor = fsync_of(folder / "bare", ours.path.stat().st_size)
            for what in ("insert", "update", "open", "window"):
                acts: dict[str, Act] = {
                    "ours": getattr(ours, what),
                    "stock": getattr(stock, what),
                    "sqlite3": getattr(sqlite, what),
                    "fsync": floor,
                }
                found = alternately(acts, rounds)
                print(
                    f"{size:>7,} {what:<8}"
                    + "".join(f"{found[peer]:>10.3f}" for peer in acts)
                    + f"{found['ours'] / found['fsync']:>9.2f}"
                    + f"{found['stock'] / found['ours']:>9.1f}"
                )
            gc.unfreeze()


def loading(rounds: int) -> None:
    """Print what loading ten years costs against `json.loads` of the same bytes."""
    with TemporaryDirectory() as name:
        path = Path(name) / "diary.json"
        store = Store.open(path, now=Clock())
        for record in (records := demo_records(NOW, days=3650))[-51:]:
            store.put(record, label="one")
        store.put(*records, label="all")
        content = path.read_bytes()

        def load() -> None:
            opened = Store.open(path, now=Clock())
            for kind in TABLES:
                opened.records(kind)

        acts: dict[str, Act] = {
            "json.loads": lambda: json.loads(content),
            "open": lambda: Store.open(path, now=Clock()),
            "open, all records": load,
        }
        found = alternately(acts, rounds)
        print(f"\nten years, {len(records):,} records, {len(content) / 1e6:.1f} MB")
        for what, value in found.items():
            print(f"  {what:<20}{value:>9.1f} ms{value / found['json.loads']:>8.2f} x json.loads")


def lag(rounds: int) -> None:
    """Print how long an event loop is kept waiting while a worker saves, at 4,000 records."""

    async def trial(save: Act) -> list[float]:
        late: list[float] = []
        saves = asyncio.to_thread(lambda: [save() for _ in range(rounds)])
        worker = asyncio.ensure_future(saves)
        while not worker.done():
            start = perf_counter()
            await asyncio.sleep(0.001)
            late.append((perf_counter() - start - 0.001) * 1000)
        await worker
        return late

    with TemporaryDirectory() as name:
        print("\nlag of the event loop while saving at 4,000 records, in ms")
        sides: dict[str, Any] = {"ours": Ours(Path(name), 4_000), "stock": Stock(Path(name), 4_000)}
        for peer, side in sides.items():
            late = asyncio.run(trial(side.insert))
            print(f"  {peer:<8} p50 {median(late):.2f}  p99 {quantiles(late, n=100)[98]:.2f}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    chosen = parser.parse_args().rounds
    storage(chosen)
    loading(chosen)
    lag(chosen * 4)
