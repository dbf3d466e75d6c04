import json
import stat
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Thread
from typing import Any, TypeAlias

import pytest
from tinydb import TinyDB
from tinydb.storages import JSONStorage

from tracker.domain.check_in import CheckIn
from tracker.domain.gear import Gear
from tracker.domain.run import Run
from tracker.domain.settings import Settings
from tracker.store.errors import StoreReadOnly, StoreTooNew, StoreUnusable, UnknownBackup
from tracker.store.store import Store

OpenStore: TypeAlias = Callable[..., Store]
MakeRun: TypeAlias = Callable[..., Run]


def edit(path: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Change the file as a script of the person's would."""
    content = json.loads(path.read_text())
    change(content)
    path.write_text(json.dumps(content, indent=2))


def test_a_missing_file_is_a_fresh_diary_and_stays_missing_until_the_first_save(
    path: Path, open_store: OpenStore, run: MakeRun
) -> None:
    store = open_store()
    assert store.records(Run) == {}
    assert store.report is None
    assert store.read_only is None
    assert not path.parent.exists()
    store.put(run(), label="run")
    assert path.exists()


def test_an_empty_file_without_backups_is_a_fresh_diary(
    path: Path, open_store: OpenStore, run: MakeRun
) -> None:
    path.parent.mkdir()
    path.touch()
    store = open_store()
    store.put(run(), label="run")
    assert len(open_store().records(Run)) == 1


def test_records_come_back_as_they_were_in_the_order_of_the_file(
    open_store: OpenStore, run: MakeRun
) -> None:
    runs = [run(f"run {number}") for number in range(5)]
    gear = Gear(id="g", name="Blue")
    store = open_store()
    store.put(*runs, gear, Settings(setup_step=None), label="all")
    for seen in (store, open_store()):
        assert list(seen.records(Run).values()) == runs
        assert seen.records(Gear) == {"g": gear}
        assert seen.records(Settings)["settings"].setup_step is None
        assert seen.records(CheckIn) == {}


def test_days_are_read_when_asked_for_and_agree_with_all_records(
    open_store: OpenStore,
    run: MakeRun,
    clock: Any,  # noqa: ANN401
) -> None:
    store = open_store()
    for number in range(6):
        store.put(run(f'"day":"1999-01-01" {number}'), label="run")
        clock.move(hours=12)
    gone = run("gone")
    clock.move(days=3)
    last = run("last")
    store.put(gone, last, label="two")
    store.delete(gone, label="gone")
    store = open_store()
    days = store.days(Run)
    assert days is store.days(Run)
    assert list(days) == sorted({item.day for item in store.records(Run).values()})
    together = [item for day in days for item in days[day]]
    assert together == list(store.records(Run).values())
    assert gone.day not in days
    assert last.day in days
    assert date(1999, 1, 1) not in days
    store.put(replace(last, rpe=5), label="edit")
    assert store.days(Run)[last.day][0].rpe == 5


def test_records_that_did_not_change_are_the_same_objects(
    open_store: OpenStore, run: MakeRun
) -> None:
    store, first, second = open_store(), run(), run()
    store.put(first, second, label="two")
    before = store.records(Run)
    store.put(replace(first, rpe=3), label="edit")
    assert before[first.id].rpe is None, "who holds a snapshot keeps it"
    assert store.records(Run)[second.id] is before[second.id]
    assert store.records(Run) is store.records(Run)


def test_every_file_ever_made_is_private(
    path: Path,
    open_store: OpenStore,
    run: MakeRun,
    clock: Any,  # noqa: ANN401
) -> None:
    store = open_store()
    store.put(run(), label="run")
    clock.move(days=1)
    store.put(run(), label="run")
    store.backup()
    path.write_bytes(path.read_bytes()[:-40])
    open_store()
    made = [path.parent, *path.parent.rglob("*")]
    assert len(made) > 6
    for item in made:
        wanted = 0o700 if item.is_dir() else 0o600
        assert stat.S_IMODE(item.stat().st_mode) == wanted, item


def test_a_file_that_others_could_read_is_private_after_the_next_save(
    path: Path, open_store: OpenStore, run: MakeRun
) -> None:
    open_store().put(run(), label="run")
    path.chmod(0o644)
    open_store().put(run(), label="run")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_link_stays_a_link(tmp_path: Path, run: MakeRun, clock: Any) -> None:  # noqa: ANN401
    target, link = tmp_path / "synced" / "real.json", tmp_path / "diary.json"
    target.parent.mkdir()
    link.symlink_to(target)
    store = Store.open(link, now=clock)
    store.put(run(), label="run")
    assert link.is_symlink()
    assert target.exists()
    assert len(Store.open(target, now=clock).records(Run)) == 1


def test_the_file_has_one_record_a_line_and_stock_tinydb_reads_it(
    path: Path, open_store: OpenStore, run: MakeRun
) -> None:
    runs = [run("a\nb"), run("ü \u2028 “x”"), run('"quoted": {')]
    open_store().put(*runs, label="three")
    lines = path.read_text().split("\n")
    assert lines[0].startswith('{"_meta":{"1":{"schema":1,"gen":1,')
    for item in runs:
        assert sum(line.startswith(f'"{item.id}":') for line in lines) == 1
    with TinyDB(path, storage=JSONStorage, access_mode="r") as db:
        table = db.table("runs")
        # TinyDB counts its documents by default; other ids are asked for like this.
        table.document_id_class = str
        assert [row["note"] for row in table] == [item.note for item in runs]


def test_empty_by_default_is_left_out_but_said_is_kept(open_store: OpenStore, run: MakeRun) -> None:
    store, said = open_store(), run(distance_m=0)
    store.put(said, Settings(setup_step=None), label="said")
    document = store.document(Run, said.id)
    assert document["distance_m"] == 0
    assert document["limp"] is False
    assert {"rpe", "note", "gear"}.isdisjoint(document)
    assert store.document(Settings, "settings")["setup_step"] is None


def test_unchanged_lines_are_written_byte_for_byte(
    path: Path, open_store: OpenStore, run: MakeRun
) -> None:
    store, first = open_store(), run()
    store.put(first, label="first")
    odd = b'"later":[1.50,2E3,"\\u00e9"],'
    path.write_bytes(path.read_bytes().replace(b'"distance_m"', odd + b'"distance_m"'))
    # Not byte for byte ours any more: the next save makes it so, the one after must not touch it.
    open_store().put(run(), label="second")
    line = _line(path, first.id)
    open_store().put(run(), label="third")
    assert _line(path, first.id) == line


def _line(path: Path, key: str) -> bytes:
    return next(
        line for line in path.read_bytes().split(b"\n") if line.startswith(f'"{key}"'.encode())
    )


def test_stamps_tell_when_it_was_made_and_last_changed(
    open_store: OpenStore,
    run: MakeRun,
    clock: Any,  # noqa: ANN401
) -> None:
    store, item = open_store(), run()
    store.put(item, label="new")
    clock.move(hours=2)
    store.put(replace(item, rpe=4), label="edit")
    stamps = store.stamps(Run, item.id)
    assert stamps is not None
    assert stamps.created_at == datetime(2026, 11, 23, 6, 40, tzinfo=UTC)
    assert stamps.updated_at == datetime(2026, 11, 23, 8, 40, tzinfo=UTC)


def test_what_is_on_file_already_is_not_saved_again(
    path: Path, open_store: OpenStore, run: MakeRun
) -> None:
    store, item = open_store(), run()
    store.put(item, label="new")
    content, generation = path.read_bytes(), store.generation
    store.put(item, label="a retry")
    store.put(label="nothing")
    assert path.read_bytes() == content
    assert store.generation == generation
    assert store.undo_depth == 1


def test_a_deleted_record_is_a_tombstone_that_put_brings_back(
    path: Path, open_store: OpenStore, run: MakeRun
) -> None:
    store, item = open_store(), run("keep me")
    store.put(item, label="new")
    store.delete(item, label="gone")
    assert store.records(Run) == {}
    assert store.deleted(Run) == {item.id: item}
    assert b"keep me" in path.read_bytes()
    content = path.read_bytes()
    store.delete(item, label="again")
    assert path.read_bytes() == content
    store.put(store.deleted(Run)[item.id], label="back")
    assert open_store().records(Run) == {item.id: item}


def test_two_windows_see_each_other_and_lose_nothing(open_store: OpenStore, run: MakeRun) -> None:
    one, other = open_store(), open_store()
    mine, theirs = run("mine"), run("theirs")
    one.put(mine, label="mine")
    other.put(theirs, label="theirs")
    assert set(other.records(Run)) == {mine.id, theirs.id}
    assert set(one.records(Run)) == {mine.id}
    assert one.refresh()
    assert set(one.records(Run)) == {mine.id, theirs.id}
    assert not one.refresh()


def test_generation_grows_with_every_change_wherever_it_came_from(
    open_store: OpenStore, run: MakeRun
) -> None:
    one, other = open_store(), open_store()
    seen = [one.generation]
    one.put(run(), label="mine")
    seen.append(one.generation)
    other.put(run(), label="theirs")
    one.refresh()
    seen.append(one.generation)
    one.undo()
    seen.append(one.generation)
    assert seen == sorted(set(seen))


def test_many_threads_may_read_and_write(open_store: OpenStore, run: MakeRun) -> None:
    store = open_store()
    runs = [run(str(number)) for number in range(24)]
    torn: list[int] = []

    def write(mine: list[Run]) -> None:
        for item in mine:
            store.put(item, run("pair"), label="pair")

    def read() -> None:
        while len(store.records(Run)) < 48:
            count = len(store.records(Run))
            if count % 2:
                torn.append(count)

    threads = [Thread(target=write, args=(runs[part::3],)) for part in range(3)]
    threads.append(Thread(target=read))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert torn == []
    assert {item.id for item in runs} <= set(open_store().records(Run))


def test_a_look_leaves_a_save_of_another_thread_alone(
    path: Path, open_store: OpenStore, run: MakeRun
) -> None:
    store, other, looked = open_store(), open_store(), []
    store.put(run(), label="first")
    with store._storage.transaction():
        path.write_bytes(path.read_bytes() + b"\n")
        thread = Thread(target=lambda: looked.append(store.refresh()))
        thread.start()
        thread.join()
    assert looked == [False]
    other.put(run(), label="second")
    assert store.refresh()


def test_unknown_fields_and_tables_survive(path: Path, open_store: OpenStore, run: MakeRun) -> None:
    store, item = open_store(), replace(run(), gear=("Blue",))
    scored = replace(item, before=())
    store.put(scored, label="new")

    def add(content: dict[str, Any]) -> None:
        content["runs"][item.id]["weather"] = {"wind": 3}
        content["runs"][item.id]["source"] = {"format": "gpx", "file": "a.gpx", "lap": [1, 2]}
        content["weights"] = {"1": {"kg": 70.5}}
        content["_meta"]["1"]["made_by"] = "a newer one"

    edit(path, add)
    store = open_store()
    store.put(replace(store.records(Run)[item.id], note="edited"), label="edit")
    content = json.loads(path.read_text())
    assert content["runs"][item.id]["weather"] == {"wind": 3}
    assert content["runs"][item.id]["source"]["lap"] == [1, 2]
    assert content["weights"] == {"1": {"kg": 70.5}}
    assert content["_meta"]["1"]["made_by"] == "a newer one"
    store.undo()
    assert store.document(Run, item.id)["weather"] == {"wind": 3}


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"rpe": 11}, "rpe is 11"),
        ({"start": "2026-11-23T06:40:00"}, "no time zone"),
        ({"kind": "sprint"}, "kind"),
        ({"distance_m": "far"}, "distance_m"),
        ({"id": "another"}, "another"),
    ],
)
def test_a_document_that_is_no_record_stays_in_the_file_and_is_named(
    path: Path, open_store: OpenStore, run: MakeRun, change: dict[str, Any], why: str
) -> None:
    store, good, bad = open_store(), run(), run()
    store.put(good, bad, label="two")
    edit(path, lambda content: content["runs"][bad.id].update(change))
    store = open_store()
    assert set(store.records(Run)) == {good.id}
    (unreadable,) = store.unreadable()
    assert (unreadable.table, unreadable.id) == ("runs", bad.id)
    assert why in unreadable.why
    store.put(run(), label="life goes on")
    assert json.loads(path.read_text())["runs"][bad.id].items() >= change.items()


def test_an_edited_file_is_read_and_a_copy_kept_before_the_next_save(
    path: Path, open_store: OpenStore, run: MakeRun
) -> None:
    store, item = open_store(), run()
    store.put(item, label="new")
    edit(path, lambda content: content["runs"][item.id].update(note="by hand"))
    edited = path.read_bytes()
    assert store.refresh()
    assert store.edited
    assert store.records(Run)[item.id].note == "by hand"
    store.put(run(), label="next")
    assert store.records(Run)[item.id].note == "by hand"
    assert [backup.reason for backup in store.backups()] == ["edited"]
    assert store.backups()[0].path.read_bytes() == edited


def test_a_line_kept_twice_by_a_merge_of_lines_gives_the_later_one(
    path: Path, open_store: OpenStore, run: MakeRun
) -> None:
    store, item, other = open_store(), run("early"), run("other")
    store.put(item, other, label="new")
    early = _line(path, item.id)
    store.put(replace(item, note="late"), label="edit")
    late = _line(path, item.id)
    assert early.endswith(b",")
    both = path.read_bytes().replace(late, late.rstrip(b",") + b",\n" + early)
    path.write_bytes(both)
    assert open_store().records(Run)[item.id].note == "late"


def test_a_newer_file_is_read_but_not_touched(
    path: Path, open_store: OpenStore, run: MakeRun
) -> None:
    store, item = open_store(), run()
    store.put(item, label="new")
    edit(path, lambda content: content["_meta"]["1"].update(schema=99))
    newer = path.read_bytes()
    store = open_store()
    assert store.records(Run) == {item.id: item}
    assert store.read_only is not None
    assert "newer" in store.read_only
    for act in (
        lambda: store.put(run(), label="x"),
        lambda: store.delete(item, label="x"),
        store.undo,
    ):
        with pytest.raises(StoreTooNew, match="newer"):
            act()
    with pytest.raises(UnknownBackup, match="newer"):
        store.restore(path)
    assert path.read_bytes() == newer


def test_a_folder_a_pipe_and_another_file_are_refused_in_one_sentence(
    tmp_path: Path,
    clock: Any,  # noqa: ANN401
) -> None:
    alien = tmp_path / "package.json"
    alien.write_text('{"name": "x", "settings": {"theme": {"id": 3}}}')
    below = tmp_path / "package.json" / "diary.json"
    text = tmp_path / "letter.txt"
    text.write_text("Dear diary")
    for path, said in (
        (tmp_path, "is not a file"),
        (alien, "not a diary"),
        (below, "not a directory"),
        (text, "can't be read as a diary"),
    ):
        with pytest.raises(StoreUnusable, match=said) as refused:
            Store.open(path, now=clock)
        assert refused.value.exit_code == 3
    assert alien.read_text().startswith('{"name"')
    assert text.read_text() == "Dear diary"
    assert len(list(tmp_path.iterdir())) == 2


def test_a_file_that_may_not_be_written_is_read_only(
    open_store: OpenStore, run: MakeRun, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_store().put(run(), label="run")
    monkeypatch.setattr("os.access", lambda *_: False)
    store = open_store()
    assert len(store.records(Run)) == 1
    assert store.read_only is not None
    assert "may not be written" in store.read_only
    with pytest.raises(StoreReadOnly, match="may not be written"):
        store.put(run(), label="run")
    assert len(open_store().records(Run)) == 1


def test_a_change_meets_an_editor_that_saves_at_the_same_moment(
    path: Path, open_store: OpenStore, run: MakeRun, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, mine, item = open_store(), run("mine"), run("old")
    store.put(item, label="old")
    real = store._storage._keep_copy
    times: list[int] = []

    def editor(*args: Any) -> None:  # noqa: ANN401
        if not times:
            times.append(1)
            edit(path, lambda content: content["runs"][item.id].update(note="by hand"))
        real(*args)

    monkeypatch.setattr(store._storage, "_keep_copy", editor)
    store.put(mine, label="mine")
    seen = open_store().records(Run)
    assert seen[item.id].note == "by hand"
    assert seen[mine.id] == mine
    assert open_store().undo_depth == 2


def test_half_a_surrogate_pair_and_huge_numbers_from_elsewhere_are_kept(
    path: Path, open_store: OpenStore, run: MakeRun
) -> None:
    store, item = open_store(), run()
    store.put(item, label="new")
    edit(path, lambda content: content["runs"][item.id].update(odd="\ud800", big=10**40))
    open_store().put(run(), label="next")
    kept = json.loads(path.read_text())["runs"][item.id]
    assert kept["odd"] == "\ud800"
    assert kept["big"] == 10**40


def test_a_text_that_speaks_of_tombstones_is_none(open_store: OpenStore, run: MakeRun) -> None:
    store, item = open_store(), run('"deleted_at":"2026" and "id":{"a":{}}')
    store.put(item, label="note")
    assert open_store().records(Run) == {item.id: item}
