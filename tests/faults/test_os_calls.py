"""Every call to the system that a save makes fails once: nothing is lost, nothing is half done."""

import errno
import os
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from tracker.domain.run import Run
from tracker.store.errors import StoreError, StoreUnconfirmed
from tracker.store.file import temporary_prefix
from tracker.store.store import Store

OpenStore: TypeAlias = Callable[..., Store]
MakeRun: TypeAlias = Callable[..., Run]
Count: TypeAlias = Callable[[str], None]
Save: TypeAlias = Callable[[Store, Run, Run], object]

BY_PATH = ("open", "replace", "unlink", "mkdir", "stat", "lstat", "listdir", "scandir", "chmod")
BY_HANDLE = ("read", "write", "fsync", "fstat", "close")
ERRORS = (errno.EIO, errno.ENOSPC, errno.EACCES)


class Faults:
    """Counts the calls that touch a folder, and makes one of them fail."""

    def __init__(self, folder: Path, *, fail_at: int | None, error: int) -> None:
        self.folder = os.fspath(folder)
        self.fail_at = fail_at
        self.error = error
        self.calls: list[str] = []
        self._handles: set[int] = set()

    def wrap(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - any call of os
            if not self._ours(name, args[0] if args else None):
                return real(*args, **kwargs)
            fails = len(self.calls) == self.fail_at
            self.calls.append(name)
            if name == "close":
                self._handles.discard(args[0])
                real(*args, **kwargs)
            if fails:
                raise OSError(self.error, os.strerror(self.error), str(args[0]))
            if name == "close":
                return None
            result = real(*args, **kwargs)
            if name == "open":
                self._handles.add(result)
            return result

        return call

    def _ours(self, name: str, first: object) -> bool:
        if name in BY_HANDLE:
            return first in self._handles
        return isinstance(first, str | os.PathLike) and os.fspath(first).startswith(self.folder)


@contextmanager
def faults(
    monkeypatch: pytest.MonkeyPatch, folder: Path, *, fail_at: int | None, error: int = errno.EIO
) -> Iterator[Faults]:
    """Let one call fail inside the block."""
    trial = Faults(folder, fail_at=fail_at, error=error)
    with monkeypatch.context() as patched:
        for name in BY_PATH + BY_HANDLE:
            patched.setattr(os, name, trial.wrap(name, getattr(os, name)))
        yield trial


SAVES: dict[str, Save] = {
    "insert": lambda store, new, _: store.put(new, label="new"),
    "edit": lambda store, new, _: store.put(replace(new, distance_m=7), label="edit"),
    "delete": lambda store, _, old: store.delete(old, label="delete"),
    "undo": lambda store, _new, _old: store.undo(),
}


def _lines(path: Path) -> list[bytes]:
    """The records' lines, without the first one and the entries to undo."""
    return [line.rstrip(b",") for line in path.read_bytes().splitlines()[1:] if b'"id"' in line]


@pytest.mark.parametrize("save", list(SAVES))
def test_every_call_of_a_save_fails_once(
    path: Path,
    open_store: OpenStore,
    run: MakeRun,
    *,
    monkeypatch: pytest.MonkeyPatch,
    count: Count,
    save: str,
    full: bool,
) -> None:
    act = SAVES[save]
    kept = [run(number) for number in range(5)]
    open_store().put(*kept, label="before")
    open_store().put(run(99), label="to undo in the rehearsal")
    with faults(monkeypatch, path.parent, fail_at=None) as rehearsal:
        act(open_store(day=1), run(100), kept[0])
    total = len(rehearsal.calls)
    assert {"open", "write", "fsync", "replace"} <= set(rehearsal.calls)
    errors = ERRORS if full or save == "insert" else ERRORS[:1]
    trials = [(error, fail_at) for error in errors for fail_at in range(total + 3)]
    outcomes: Counter[str] = Counter()
    for day, (error, fail_at) in enumerate(trials, start=2):
        store = open_store(day=day)
        new, old = run(1000 + day), next(iter(store.records(Run).values()))
        store.put(replace(old, note=f"day {day}"), label="to undo")
        # Another day: the save makes a backup too, and its calls fail as well.
        store = open_store(day=day + 1000)
        old, depth = store.records(Run)[old.id], store.undo_depth
        before, seen = _lines(path), dict(store.records(Run))
        outcome = None
        with faults(monkeypatch, path.parent, fail_at=fail_at, error=error):
            try:
                act(store, new, old)
            except StoreError as raised:
                outcome = raised
        outcomes[type(outcome).__name__] += 1
        if outcome is None or isinstance(outcome, StoreUnconfirmed):
            assert store.records(Run) != seen
        else:
            assert str(outcome).endswith(".")
            assert store.records(Run) == seen, "memory shows what was not saved"
            assert _lines(path) == before, "the file shows what was not saved"
        assert open_store(day=day).records(Run) == store.records(Run)
        if outcome is not None and (save != "undo" or not isinstance(outcome, StoreUnconfirmed)):
            act(store, new, old)
        after = depth - 1 if save == "undo" else min(50, depth + 1)
        assert store.undo_depth == after, "a retry makes no duplicate"
        assert {*store.records(Run), *store.deleted(Run)} >= {item.id for item in kept}
        store.put(run(500_000 + day), label="afterwards")
        assert not list(path.parent.glob(f"{temporary_prefix(path)}*"))
        assert store.report is None
        assert open_store(day=day).report is None
    said = ", ".join(f"{number} {name}" for name, number in sorted(outcomes.items()))
    said = said.replace("NoneType", "saved all the same")
    count(f"failing calls, {save}: {len(trials)} ({said}), 0 lost")
