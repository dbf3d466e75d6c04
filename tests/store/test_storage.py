"""TinyDB's own calls on the diary's storage."""

import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tinydb import where
from tinydb.table import Document

from tracker.store.database import DiaryDB
from tracker.store.errors import StoreBusy, StoreError
from tracker.store.lock import WriterLock


@pytest.fixture
def db(path: Path, clock: Any) -> Iterator[DiaryDB]:  # noqa: ANN401
    with DiaryDB(path, clock) as opened:
        yield opened


def _ids(found: Iterable[Any]) -> list[Any]:
    """Take ids as they are: TinyDB's annotations know numbers only."""
    return list(found)


def inode(path: Path) -> int:
    """Another inode is another write: each one replaces the file."""
    return path.stat().st_ino


def test_insert_search_update_remove(db: DiaryDB, path: Path, clock: Any) -> None:  # noqa: ANN401
    table = db.table("weights")
    first = table.insert({"kg": 70})
    table.insert(Document({"kg": 71}, doc_id="mine"))  # type: ignore[arg-type]
    assert table.get(doc_id=first) == {"kg": 70}
    assert _ids(row.doc_id for row in table.search(where("kg") > 70)) == ["mine"]
    assert table.update({"unit": "kg"}, where("kg") == 70) == [first]
    assert _ids(table.update(lambda row: row.update(kg=72), doc_ids=_ids(["mine"]))) == ["mine"]
    assert len(table) == 2
    again = DiaryDB(path, clock).table("weights")
    assert again.all() == [{"kg": 70, "unit": "kg"}, {"kg": 72}]
    assert _ids(again.remove(where("kg") == 72)) == ["mine"]
    assert again.count(where("kg") == 70) == 1
    again.truncate()
    assert DiaryDB(path, clock).table("weights").all() == []


def test_the_same_id_twice_is_refused_and_changes_nothing(db: DiaryDB, path: Path) -> None:
    table = db.table("weights")
    table.insert(Document({"kg": 71}, doc_id="mine"))  # type: ignore[arg-type]
    before = path.read_bytes()
    with pytest.raises(ValueError, match="already exists"):
        table.insert(Document({"kg": 72}, doc_id="mine"))  # type: ignore[arg-type]
    assert path.read_bytes() == before


def test_what_changes_nothing_writes_nothing(db: DiaryDB, path: Path) -> None:
    table = db.table("weights")
    table.insert({"kg": 70})
    before = inode(path)
    table.update({"kg": 1}, where("kg") == 99)
    table.update({"kg": 70}, where("kg") == 70)
    table.remove(where("kg") == 99)
    assert inode(path) == before


def test_a_transaction_is_one_write_or_none(db: DiaryDB, path: Path) -> None:
    table = db.table("weights")
    table.insert({"kg": 70})
    before = path.read_bytes()

    def fail_half_way() -> None:
        with db.storage.transaction():
            table.insert({"kg": 71})
            table.update({"kg": 0})
            assert len(table) == 2
            raise KeyError

    with pytest.raises(KeyError):
        fail_half_way()
    assert path.read_bytes() == before
    assert table.all() == [{"kg": 70}]
    with db.storage.transaction():
        table.insert({"kg": 71})
        table.insert({"kg": 72})
    assert b'"gen":2,' in path.read_bytes()


def test_upsert_writes_once(db: DiaryDB, path: Path) -> None:
    table = db.table("weights")
    table.upsert({"kg": 70}, where("kg") == 70)
    assert b'"gen":1,' in path.read_bytes()
    table.upsert({"kg": 70, "shoes": True}, where("kg") == 70)
    assert b'"gen":2,' in path.read_bytes()
    assert table.all() == [{"kg": 70, "shoes": True}]


def test_changing_what_was_read_changes_nothing_else(db: DiaryDB) -> None:
    table = db.table("weights")
    table.insert({"kg": 70, "days": [1]})
    row = table.all()[0]
    row["kg"] = 0
    row["days"].append(2)
    assert table.all() == [{"kg": 70, "days": [1]}]


def test_tables_can_be_dropped(db: DiaryDB, path: Path, clock: Any) -> None:  # noqa: ANN401
    db.table("one").insert({})
    db.table("two").insert({})
    db.drop_table("one")
    db.drop_table("never there")
    assert DiaryDB(path, clock).tables() == {"two"}
    db.drop_tables()
    assert DiaryDB(path, clock).tables() == set()


def test_a_write_without_its_read_is_refused(db: DiaryDB) -> None:
    with pytest.raises(StoreError, match="outside of a transaction"):
        db.storage.write({})


def test_a_closed_diary_is_not_written(db: DiaryDB, path: Path) -> None:
    db.close()
    with pytest.raises(StoreError, match="closed"):
        db.table("weights").insert({"kg": 70})
    assert not path.exists()


def test_who_waits_too_long_is_told_who_holds_the_lock(tmp_path: Path) -> None:
    path = tmp_path / "diary.json"
    script = (
        "import sys; from pathlib import Path; from tracker.store.lock import WriterLock\n"
        f"with WriterLock(Path({os.fspath(path)!r}))():\n"
        "    print('held', flush=True); sys.stdin.read()\n"
    )
    with subprocess.Popen(  # noqa: S603 - our own script
        [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        lock = WriterLock(path, patience_s=0.05)
        with pytest.raises(StoreBusy, match=f"Process {holder.pid} on ") as busy, lock():
            pass
        assert "The diary is as it was" in str(busy.value)
        holder.kill()
    with lock():
        assert lock.held, "the kernel frees the lock of the dead"
    assert not lock.held


def test_an_unreadable_name_of_the_holder_is_another_window(tmp_path: Path) -> None:
    path = tmp_path / "diary.json"
    (tmp_path / ".diary").mkdir()
    (tmp_path / ".diary" / "holder").write_text("{")
    assert "Another window or command" in WriterLock(path)._busy()
