"""Every form of the file that was ever written can still be read."""

from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest

from tracker.domain.check_in import CheckIn
from tracker.domain.run import Run, RunOutcome
from tracker.domain.settings import Settings
from tracker.store.codec import Document, decode, document_of
from tracker.store.documents import KNOWN_TABLES
from tracker.store.migrations import SCHEMA, STEPS, migrated
from tracker.store.store import Store

SAMPLES = Path(__file__).with_name("samples")


def test_there_is_a_sample_of_every_schema_and_a_step_from_every_past_one() -> None:
    assert sorted(SAMPLES.glob("*.json")) == [
        SAMPLES / f"schema-{number}.json" for number in range(1, SCHEMA + 1)
    ]
    assert sorted(STEPS) == list(range(1, SCHEMA))


@pytest.mark.parametrize("schema", range(1, SCHEMA + 1))
def test_every_past_form_is_read_whole(
    path: Path,
    clock: Any,  # noqa: ANN401
    schema: int,
) -> None:
    path.parent.mkdir(mode=0o700)
    copyfile(SAMPLES / f"schema-{schema}.json", path)
    store = Store.open(path, now=clock)
    assert store.report is None
    assert store.unreadable() == ()
    (run,) = store.records(Run).values()
    assert (run.distance_m, run.outcome) == (5200, RunOutcome.COMPLETED_SLOWED)
    (check_in,) = store.records(CheckIn).values()
    assert [score.score for score in check_in.scores] == [3, 0]
    assert store.records(Settings)["settings"].setup_step is None


def test_steps_are_taken_one_after_the_other() -> None:
    def first(tables: dict[str, dict[str, Document]]) -> None:
        for run in tables["runs"].values():
            run["km"] = run.pop("distance_m") / 1000

    def second(tables: dict[str, dict[str, Document]]) -> None:
        for run in tables["runs"].values():
            run["miles"] = run.pop("km") / 1.609344

    found = decode((SAMPLES / "schema-1.json").read_bytes(), known_tables=KNOWN_TABLES)
    after = migrated(found, schema=3, steps={1: first, 2: second})
    (run,) = after.tables["runs"].values()
    assert document_of(run)["miles"] == pytest.approx(3.231, abs=0.001)
    assert after.meta.schema == 1, "the file has its own until the next save"
    assert migrated(found) is found


def test_the_file_is_copied_before_its_form_changes(
    path: Path,
    clock: Any,  # noqa: ANN401
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path.parent.mkdir(mode=0o700)
    copyfile(SAMPLES / "schema-1.json", path)
    before = path.read_bytes()
    steps: dict[int, Any] = {1: lambda tables: tables["runs"].clear()}
    for module in ("storage", "loading", "recovery"):
        monkeypatch.setattr(f"tracker.store.{module}.SCHEMA", 2)
    monkeypatch.setattr(
        "tracker.store.loading.migrated", lambda found: migrated(found, schema=2, steps=steps)
    )
    store = Store.open(path, now=clock)
    assert store.records(Run) == {}
    assert path.read_bytes() == before, "looking writes nothing"
    store.put(Settings(), label="settings")
    assert store.schema == 2
    assert [backup.reason for backup in store.backups()] == ["before-migration"]
    assert store.backups()[0].path.read_bytes() == before
