"""Processes that write a diary and are killed: run as a script, asked by lines of JSON on stdin.

The script has everything imported already and forks a writer for each request, so that sixty
processes cost seconds. A writer notes each save that was acknowledged in a file of its own.
"""

import json
import os
import resource
import signal
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any

from tracker.domain.identity import new_id
from tracker.domain.run import Run
from tracker.store.errors import StoreError
from tracker.store.store import Store

PATIENCE_S = 240
"""How long a writer may take for its saves, on a machine that has others to serve."""


def now() -> datetime:
    """Tell the time: writers are real processes."""
    return datetime.now(UTC)


def work(request: dict[str, Any]) -> None:
    """Save until killed, or as often as asked."""
    if "file_size" in request:
        resource.setrlimit(resource.RLIMIT_FSIZE, (request["file_size"], request["file_size"]))
    random = Random(request["seed"])  # noqa: S311 - trials, not secrets
    log = os.open(request["log"], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    store = Store.open(Path(request["path"]), now=now)
    for number in range(request.get("saves", 1_000_000)):
        try:
            saved = _save(store, random, request["workload"], number)
        except StoreError as error:
            os.write(log, (json.dumps({"refused": type(error).__name__}) + "\n").encode())
            continue
        os.write(log, (json.dumps(saved) + "\n").encode())


def _save(store: Store, random: Random, workload: str, number: int) -> dict[str, Any]:
    runs = store.records(Run)
    if workload == "batch":
        many = [_new(random, number) for _ in range(20)]
        store.put(*many, label="many")
        return {"id": many[-1].id, "version": 0}
    if workload == "grow" or len(runs) < 20:
        run = _new(random, number)
        store.put(run, label="new")
        return {"id": run.id, "version": 0}
    old = runs[random.choice(list(runs))]
    if workload == "delete" and number % 3:
        store.delete(old, label="gone")
        return {"gone": old.id}
    version = int(old.note.split()[0]) + 1
    note = f"{version} " + "x" * random.choice((0, 10, 2000))
    store.put(replace(old, note=note), label="edit")
    return {"id": old.id, "version": version}


def _new(random: Random, number: int) -> Run:
    at = now()
    note = "0 " + "y" * random.randrange(400)
    return Run(id=new_id(at), start=at, day=at.date(), distance_m=number, note=note)


def _watch(pid: int, request: dict[str, Any]) -> None:
    """Kill a writer at a random moment of a random save, or let it finish."""
    if "saves" not in request:
        random = Random(request["seed"])  # noqa: S311 - trials, not secrets
        wanted, log = random.randrange(1, 6), Path(request["log"])
        before = request.get("logged", 0)
        give_up = perf_counter() + PATIENCE_S
        while _lines(log) - before < wanted and perf_counter() < give_up:
            pass
        moment = perf_counter() + random.random() * 0.012
        while perf_counter() < moment:
            pass
        os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)


def _lines(log: Path) -> int:
    return log.read_bytes().count(b"\n") if log.exists() else 0


def main() -> None:
    """Carry out one list of requests a line; all writers of a list run side by side."""
    for line in sys.stdin:
        requests = json.loads(line)
        pids = []
        for request in requests:
            pid = os.fork()
            if pid == 0:
                try:
                    work(request)
                finally:
                    sys.stderr.flush()
                    os._exit(0)
            pids.append(pid)
        for pid, request in zip(pids, requests, strict=True):
            _watch(pid, request)
        sys.stdout.write("done\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
