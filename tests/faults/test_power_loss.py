"""The power fails between any two calls of a save: what was acknowledged is on the drive.

The trial writes down what each save asks of the system, then plays it back on a drive that keeps
only what was synced: of all else it may keep any part, in any order.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random
from typing import Any, TypeAlias

import pytest

from tracker.domain.run import Run
from tracker.store.codec import decode
from tracker.store.documents import KNOWN_TABLES, record_of
from tracker.store.store import Store

OpenStore: TypeAlias = Callable[..., Store]
MakeRun: TypeAlias = Callable[..., Run]
Count: TypeAlias = Callable[[str], None]
Event: TypeAlias = tuple[Any, ...]


class Diary(list[Event]):
    """The calls in their order, and between them what was acknowledged."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        super().__init__()
        self._handles: dict[int, str] = {}
        for name in ("open", "write", "fsync", "replace", "unlink"):
            monkeypatch.setattr(os, name, self._noting(name, getattr(os, name)))

    def _noting(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - any call of os
            result = real(*args, **kwargs)
            if name == "open":
                self._handles[result] = os.fspath(args[0])
                if args[1] & os.O_CREAT:
                    self.append(("create", os.fspath(args[0])))
            elif name == "write" and args[0] in self._handles:
                self.append(("write", self._handles[args[0]], bytes(args[1][:result])))
            elif name == "fsync":
                self.append(("fsync", self._handles[args[0]]))
            elif name == "replace":
                self.append(("replace", os.fspath(args[0]), os.fspath(args[1])))
            return result

        return call


@dataclass
class Drive:
    """What a drive holds for sure, and what may be there or not after the power is back."""

    random: Random
    synced: dict[int, bytes] = field(default_factory=dict)
    written: dict[int, bytes] = field(default_factory=dict)
    names: dict[str, int] = field(default_factory=dict)
    durable_names: dict[str, int] = field(default_factory=dict)

    def play(self, events: list[Event]) -> None:
        for event in events:
            kind, name = event[0], event[1]
            if kind == "create" and name not in self.names:
                self.names[name] = len(self.written)
                self.written[self.names[name]] = self.synced[self.names[name]] = b""
            elif kind == "write":
                self.written[self.names[name]] += event[2]
            elif kind == "fsync" and name in self.names:
                self.synced[self.names[name]] = self.written[self.names[name]]
            elif kind == "fsync":
                folder = name + os.sep
                self.durable_names = {
                    **{key: value for key, value in self.names.items() if key.startswith(folder)},
                    **{k: v for k, v in self.durable_names.items() if not k.startswith(folder)},
                }
            elif kind == "replace":
                self.names[event[2]] = self.names.pop(name)

    def after_power_loss(self, name: str) -> bytes | None:
        """Give a file as it may be found: entry and content each old, new, or in between."""
        names = self.random.choice((self.names, self.durable_names))
        if name not in names:
            return None
        file = names[name]
        synced, written = self.synced[file], self.written[file]
        if synced == written:
            return synced
        return self.random.choice((synced, written[: self.random.randrange(len(written))]))


@pytest.mark.parametrize("workload", ["grow", "shrink", "delete", "undo"])
def test_power_loss_at_any_moment_keeps_what_was_acknowledged(
    path: Path,
    open_store: OpenStore,
    run: MakeRun,
    *,
    monkeypatch: pytest.MonkeyPatch,
    count: Count,
    workload: str,
    full: bool,
) -> None:
    events = Diary(monkeypatch)
    store = open_store()
    for number in range(6):
        store.put(run(number, note="long " * 200), label="new")
        events.append(("acknowledged", dict(store.records(Run))))
    for number, item in enumerate(list(store.records(Run).values())[:5]):
        if workload == "grow":
            store.put(run(100 + number), label="new")
        elif workload == "shrink":
            store.put(replace(item, note=""), label="shorter")
        elif workload == "delete":
            store.delete(item, label="gone")
        else:
            store.undo()
        events.append(("acknowledged", dict(store.records(Run))))
    states = [event[1] for event in events if event[0] == "acknowledged"]
    cuts = 0
    for end in range(len(events) + 1):
        acknowledged = sum(event[0] == "acknowledged" for event in events[:end])
        for seed in range(40 if full else 8):
            drive = Drive(Random(seed))  # noqa: S311 - trials, not secrets
            drive.play(events[:end])
            content = drive.after_power_loss(str(path))
            cuts += 1
            if content is None:
                assert acknowledged == 0
                continue
            found = decode(content, known_tables=KNOWN_TABLES)
            assert found.intact
            runs = {
                key: record_of(row, Run)
                for key, row in found.tables["runs"].items()
                if b"deleted_at" not in bytes(row)
            }
            # Either the last state that was acknowledged, or the one being saved.
            assert runs in states[max(0, acknowledged - 1) : acknowledged + 1]
    count(f"power loss, {workload}: {cuts} cuts, 0 unreadable, 0 lost")


def test_the_trial_finds_a_save_without_sync(
    path: Path,
    open_store: OpenStore,
    run: MakeRun,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    events = Diary(monkeypatch)
    open_store().put(run(), label="new")
    careless = [event for event in events if event[0] != "fsync"]
    found = set()
    for seed in range(50):
        drive = Drive(Random(seed))  # noqa: S311 - trials, not secrets
        drive.play(careless)
        found.add(drive.after_power_loss(str(path)))
    assert None in found
    assert len(found) > 2
