"""kill -9 at random moments, writers side by side, and no space left: real processes."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from tracker.domain.run import Run
from tracker.store.store import Store

OpenStore: TypeAlias = Callable[..., Store]
Count: TypeAlias = Callable[[str], None]
Nursery: TypeAlias = Callable[[list[dict[str, Any]]], None]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="forks and signals")


@pytest.fixture
def nursery() -> Iterator[Nursery]:
    """Start the script that starts the writers."""
    script = Path(__file__).with_name("writers.py")
    with subprocess.Popen(  # noqa: S603 - our own script
        [sys.executable, str(script)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:

        def ask(requests: list[dict[str, Any]]) -> None:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write(json.dumps(requests) + "\n")
            process.stdin.flush()
            assert process.stdout.readline() == "done\n"

        yield ask
        process.stdin.close()  # type: ignore[union-attr]


def acknowledged(log: Path) -> list[dict[str, Any]]:
    if not log.exists():
        return []
    whole = log.read_text().splitlines(keepends=True)
    return [json.loads(line) for line in whole if line.endswith("\n")]


def check_all_there(store: Store, acks: list[dict[str, Any]]) -> None:
    """Every acknowledged save is on file, or was followed by a later one of the same record."""
    runs, deleted = store.records(Run), store.deleted(Run)
    for ack in acks:
        if "gone" in ack:
            assert ack["gone"] in deleted or ack["gone"] in runs
        elif "id" in ack:
            run = runs.get(ack["id"]) or deleted[ack["id"]]
            assert int(run.note.split()[0]) >= ack["version"]


@pytest.mark.parametrize("workload", ["grow", "shrink", "delete", "batch"])
def test_a_writer_killed_at_any_moment_loses_nothing(
    path: Path,
    tmp_path: Path,
    open_store: OpenStore,
    nursery: Nursery,
    *,
    count: Count,
    workload: str,
    full: bool,
) -> None:
    log = tmp_path / "log"
    kills = 750 if full else 15
    for seed in range(kills):
        logged = len(acknowledged(log))
        nursery(
            [
                {
                    "path": str(path),
                    "log": str(log),
                    "workload": workload,
                    "seed": seed,
                    "logged": logged,
                }
            ]
        )
        store = open_store()
        assert store.report is None
        assert not store.edited
        assert store.unreadable() == ()
        assert len(acknowledged(log)) > logged
        check_all_there(store, acknowledged(log)[logged:])
        if workload == "batch":
            assert len(store.records(Run)) % 20 == 0
    acks = acknowledged(log)
    check_all_there(open_store(), acks)
    count(f"kill -9, {workload}: {kills} kills, {len(acks)} saves acknowledged, 0 lost")


def test_writers_side_by_side_lose_nothing(
    path: Path, tmp_path: Path, open_store: OpenStore, nursery: Nursery, count: Count, *, full: bool
) -> None:
    writers, saves = (4, 500) if full else (2, 100)
    logs = [tmp_path / f"log{number}" for number in range(writers)]
    nursery(
        [
            {"path": str(path), "log": str(log), "workload": "grow", "seed": 1, "saves": saves}
            for log in logs
        ]
    )
    acks = [ack for log in logs for ack in acknowledged(log)]
    store = open_store()
    assert len(acks) == writers * saves
    assert not [ack for ack in acks if "refused" in ack]
    assert len(store.records(Run)) == writers * saves
    check_all_there(store, acks)
    assert store.report is None
    count(f"side by side: {writers} x {saves} saves, {len(store.records(Run))} on file, 0 lost")


def test_writers_side_by_side_that_are_killed_lose_nothing(
    path: Path, tmp_path: Path, open_store: OpenStore, nursery: Nursery, count: Count, *, full: bool
) -> None:
    writers, rounds = (4, 100) if full else (2, 6)
    logs = [tmp_path / f"log{number}" for number in range(writers)]
    for seed in range(rounds):
        nursery(
            [
                {
                    "path": str(path),
                    "log": str(log),
                    "workload": "grow",
                    "seed": seed * writers + number,
                    "logged": len(acknowledged(log)),
                }
                for number, log in enumerate(logs)
            ]
        )
        store = open_store()
        assert store.report is None
        assert not store.edited
        check_all_there(store, [ack for log in logs for ack in acknowledged(log)])
    acks = sum(len(acknowledged(log)) for log in logs)
    assert acks <= len(open_store().records(Run)) <= acks + rounds * writers
    count(f"side by side, killed: {rounds * writers} kills, {acks} saves acknowledged, 0 lost")


def test_no_space_left_keeps_the_old_state_and_says_so(
    path: Path, tmp_path: Path, open_store: OpenStore, nursery: Nursery, count: Count
) -> None:
    log = tmp_path / "log"
    request = {"path": str(path), "log": str(log), "workload": "grow", "seed": 3, "saves": 60}
    nursery([request | {"file_size": 12_000}])
    acks = acknowledged(log)
    saved = [ack for ack in acks if "id" in ack]
    refused = [ack for ack in acks if "refused" in ack]
    assert saved
    assert {ack["refused"] for ack in refused} == {"StoreFull"}
    store = open_store()
    assert store.report is None
    assert set(store.records(Run)) == {ack["id"] for ack in saved}
    assert not list(path.parent.glob(".*.tmp-*"))
    nursery([request | {"saves": 5}])
    assert len(open_store().records(Run)) == len(saved) + 5
    count(f"no space left: {len(saved)} saved, {len(refused)} refused in a sentence, 0 lost")
