"""Merging: the later change of every field counts, in whatever order and how often it is done."""

from collections.abc import Callable
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any, TypeAlias

from hypothesis import example, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule
from msgspec import Raw

from tests.store.conftest import StandingClock
from tracker.domain.gear import Gear
from tracker.domain.run import Run
from tracker.domain.settings import SETTINGS_ID, Settings
from tracker.store.codec import Tables, document_of, row_of
from tracker.store.conflict_copies import conflict_copies
from tracker.store.documents import FIELDS, UNDO_TABLE
from tracker.store.merging import Merged, merge_tables
from tracker.store.registers import document_from, joined, registers_of, stamped
from tracker.store.restoring import read_copy
from tracker.store.store import Store

OpenStore: TypeAlias = Callable[..., Store]
MakeRun: TypeAlias = Callable[..., Run]
KNOWN = FIELDS["gear"]

clocks = st.sampled_from([f"{number:012x}-0000-{device}" for number in range(3) for device in "ab"])
values = (
    st.none() | st.integers(0, 2) | st.sampled_from(["x", "y", ""]) | st.lists(st.integers(0, 1))
)
documents = st.fixed_dictionaries(
    {"id": st.just("g")},
    optional={
        "name": values,
        "note": values,
        "start": st.sampled_from(["2026-11-01", "2026-11-02"]),
        "day": st.sampled_from(["2026-11-01", "2026-11-02"]),
        "of_a_later_version": values,
        "clock": clocks,
        "clocks": st.dictionaries(
            st.sampled_from(["*", "name", "note", "deleted_at", "of_a_later_version", "start"]),
            clocks,
            max_size=3,
        ),
        "created_at": st.sampled_from(["2026-11-01", "2026-11-02"]),
        "updated_at": st.sampled_from(["2026-11-01", "2026-11-02"]),
        "deleted_at": st.sampled_from(["2026-11-01", "2026-11-02"]),
    },
)
rows = documents.map(row_of) | st.sampled_from([Raw(b"[1]"), Raw(b"{")])
states = st.fixed_dictionaries(
    {},
    optional={
        "gear": st.dictionaries(st.sampled_from("gh"), rows, max_size=2),
        "dreams": st.dictionaries(st.sampled_from("gh"), rows, max_size=2),
    },
)


def meaning(tables: Tables) -> dict[tuple[str, str], object]:
    """What a state says, whatever its bytes and their order."""
    found: dict[tuple[str, str], object] = {}
    for name, table in tables.items():
        for key, row in table.items():
            try:
                document = document_of(row)
            except ValueError:
                found[name, key] = bytes(row)
            else:
                found[name, key] = registers_of(document, FIELDS.get(name, frozenset())).contents
    return found


@settings(max_examples=200, deadline=None)
@given(states, states, states)
def test_the_order_and_the_number_of_merges_make_no_difference(
    one: Tables, other: Tables, third: Tables
) -> None:
    both = merge_tables(one, other)
    assert meaning(both) == meaning(merge_tables(other, one))
    assert meaning(merge_tables(both, third)) == meaning(
        merge_tables(one, merge_tables(other, third))
    )
    assert merge_tables(both, other) == both
    assert merge_tables(one, one) == one
    assert {*one.get("gear", {}), *other.get("gear", {})} <= {*both.get("gear", {})}


@example(
    {"id": "g"},
    {"id": "g", "clock": "1", "clocks": {"*": "1", "of_a_later_version": "1"}},
)
@settings(max_examples=200, deadline=None)
@given(documents, documents)
def test_a_merged_document_is_read_as_what_was_merged(
    one: dict[str, Any], other: dict[str, Any]
) -> None:
    both = joined(registers_of(one, KNOWN), registers_of(other, KNOWN), KNOWN)
    again = registers_of(document_from(both, ("id", "name")), KNOWN)
    assert again.contents == both.contents


def test_only_the_fields_that_changed_have_later_stamps() -> None:
    first = stamped({"id": "g", "name": "Blue", "note": ""}, None, at="t1", clock="c1")
    assert first == {
        "id": "g", "name": "Blue", "note": "", "created_at": "t1", "updated_at": "t1", "clock": "c1"
    }  # fmt: skip
    second = stamped({"id": "g", "name": "Red", "note": ""}, first, at="t2", clock="c2")
    assert (second["clock"], second["clocks"]) == ("c2", {"*": "c1", "name": "c2"})
    # Another program changed it and knows nothing of the fields' stamps: all are as new as it.
    foreign = {**second, "note": "new", "clock": "c3"}
    assert registers_of(foreign, KNOWN).others == "c3"


def machines(
    path: Path, clock: StandingClock, count: int = 2
) -> tuple[list[Store], Callable[[], None]]:
    """Stores of several machines, and what makes each merge the files of all others."""
    stores = [
        Store.open(path / str(number) / "diary.json", now=clock, device=f"0000000{number}")
        for number in range(count)
    ]

    def meet() -> None:
        for _ in range(2):
            for one in stores:
                others = [each for each in stores if each is not one and each.path.exists()]
                one.merge([read_copy(each.path) for each in others], label="merge")

    return stores, meet


def test_edits_of_different_fields_both_count(
    tmp_path: Path, clock: StandingClock, run: MakeRun
) -> None:
    (one, other), meet = machines(tmp_path, clock)
    item = run()
    one.put(item, label="new")
    meet()
    clock.move(minutes=1)
    one.put(replace(item, rpe=7), label="edit")
    clock.move(minutes=1)
    other.put(replace(item, note="hills", distance_m=5300), label="edit")
    meet()
    wanted = replace(item, rpe=7, note="hills", distance_m=5300)
    assert one.records(Run) == other.records(Run) == {item.id: wanted}


def test_the_later_of_two_edits_of_a_field_counts_and_a_later_edit_outlives_a_deletion(
    tmp_path: Path, clock: StandingClock, run: MakeRun
) -> None:
    (one, other), meet = machines(tmp_path, clock)
    item, kept, gone = run(), run("kept"), run("gone")
    one.put(item, kept, gone, label="new")
    meet()
    clock.move(minutes=1)
    one.put(replace(item, rpe=7), label="edit")
    one.delete(kept, label="delete")
    other.put(replace(gone, rpe=3), label="edit")
    clock.move(minutes=1)
    other.put(replace(item, rpe=8), replace(kept, rpe=5), label="edit")
    one.delete(gone, label="delete")
    meet()
    wanted = {item.id: replace(item, rpe=8), kept.id: replace(kept, rpe=5)}
    assert one.records(Run) == other.records(Run) == wanted


def test_a_merge_is_undone_in_one_step_and_does_not_come_back(
    tmp_path: Path, clock: StandingClock, run: MakeRun
) -> None:
    (one, other, third), _meet = machines(tmp_path, clock, 3)
    item = run()
    one.put(item, label="new")
    other.merge([read_copy(one.path)], label="merge")
    clock.move(minutes=1)
    other.put(replace(item, rpe=9), Gear(id="g", name="Blue"), label="edit")
    third.put(Gear(id="h", name="Red"), label="new")
    brought = one.merge([read_copy(other.path), read_copy(third.path)], label="two files")
    assert brought == (Merged(added=1, changed=1), Merged(added=1))
    assert one.backups()[0].reason == "before-merge"
    clock.move(minutes=1)
    one.undo()
    assert (one.records(Run), one.records(Gear)) == ({item.id: item}, {})
    again = one.merge([read_copy(other.path)], label="merge")
    assert again == (Merged(),)
    one.redo()
    assert one.records(Run) == {item.id: replace(item, rpe=9)}
    assert set(one.records(Gear)) == {"g", "h"}


def test_a_clock_that_is_set_back_loses_no_newer_edit(
    tmp_path: Path, clock: StandingClock, run: MakeRun
) -> None:
    (one, other), meet = machines(tmp_path, clock)
    item = run()
    one.put(item, label="new")
    meet()
    clock.move(hours=-2)
    other.put(replace(item, rpe=2), label="edit")
    meet()
    assert one.records(Run) == {item.id: replace(item, rpe=2)}


def test_nothing_new_writes_nothing_and_settings_merge_by_their_fields(
    tmp_path: Path, clock: StandingClock
) -> None:
    (one, other), meet = machines(tmp_path, clock)
    one.put(Settings(), label="settings")
    meet()
    clock.move(minutes=1)
    one.put(Settings(bell=True), label="settings")
    other.put(Settings(day_first=False), label="settings")
    meet()
    wanted = Settings(bell=True, day_first=False)
    assert one.records(Settings) == other.records(Settings) == {SETTINGS_ID: wanted}
    before = (one.generation, one.path.read_bytes(), len(one.backups()))
    one.merge([read_copy(other.path)], label="merge")
    assert (one.generation, one.path.read_bytes(), len(one.backups())) == before


def test_fields_tables_and_records_that_are_not_known_here_come_along(
    tmp_path: Path, clock: StandingClock, run: MakeRun
) -> None:
    (one, other), _meet = machines(tmp_path, clock)
    item = run()
    one.put(item, label="new")
    other.put(run("other"), label="new")
    content = other.path.read_text()
    text = content.replace('"note":"other"', '"note":"other","mood":"fine"')
    other.path.write_text(text.replace('"runs":{', '"dreams":{"d":{"id":"d"}},"runs":{'))
    one.merge([read_copy(other.path)], label="merge")
    found = read_copy(one.path).tables
    assert "dreams" in found
    assert b'"mood":"fine"' in b"".join(map(bytes, found["runs"].values()))


class Machines(RuleBasedStateMachine):
    """Three machines edit, delete, undo and merge; in the end they agree and nothing is lost."""

    items = Bundle("items")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(mkdtemp())
        self.clock = StandingClock()
        self.stores, self.meet = machines(self.folder, self.clock, 3)
        self.made: set[str] = set()

    @rule(target=items, at=st.integers(0, 2), minutes=st.integers(-5, 5))
    def make(self, at: int, minutes: int) -> str:
        self.clock.move(minutes=minutes)
        name = f"g{len(self.made)}"
        self.stores[at].put(Gear(id=name, name="new"), label="new")
        self.made.add(name)
        return name

    @rule(item=items, at=st.integers(0, 2), minutes=st.integers(-5, 5), note=st.sampled_from("xyz"))
    def edit(self, item: str, at: int, minutes: int, note: str) -> None:
        self.clock.move(minutes=minutes)
        found = self.stores[at].records(Gear).get(item)
        if found is not None:
            self.stores[at].put(replace(found, note=note), label="edit")

    @rule(item=items, at=st.integers(0, 2))
    def delete(self, item: str, at: int) -> None:
        found = self.stores[at].records(Gear).get(item)
        if found is not None:
            self.stores[at].delete(found, label="delete")

    @rule(at=st.integers(0, 2))
    def undo(self, at: int) -> None:
        self.stores[at].undo()

    @rule(at=st.integers(0, 2), other=st.integers(0, 2))
    def merge(self, at: int, other: int) -> None:
        if at != other and self.stores[other].path.exists():
            self.stores[at].merge([read_copy(self.stores[other].path)], label="merge")

    @invariant()
    def no_record_is_gone_without_a_tombstone(self) -> None:
        known = {
            key for store in self.stores for key in (*store.records(Gear), *store.deleted(Gear))
        }
        assert known == self.made

    def teardown(self) -> None:
        self.meet()
        found = [store.records(Gear) for store in self.stores]
        assert found[0] == found[1] == found[2]
        rmtree(self.folder)


TestMachines = Machines.TestCase
TestMachines.settings = settings(max_examples=12, stateful_step_count=12, deadline=None)


def test_the_file_says_the_same_whoever_merges_first() -> None:
    one, other, third = (
        {"gear": {"g": row_of({"id": "g", "name": name, "clock": clock})}}
        for name, clock in (("a", "1"), ("b", "2"), ("c", "2"))
    )
    found = {
        bytes(merge_tables(merge_tables(x, y), z)["gear"]["g"])
        for x, y, z in permutations((one, other, third))
    }
    assert found == {bytes(third["gear"]["g"])}
    assert UNDO_TABLE not in merge_tables(one, {UNDO_TABLE: {"u": row_of({"id": "u"})}})


def test_conflict_copies_are_told_by_their_names_and_their_beginning(tmp_path: Path) -> None:
    diary = tmp_path / "diary.json"
    copies = (
        "diary (Ada's conflicted copy 2026-11-23).json",
        "diary (conflicted copy 2026-11-23 071200).json",
        "diary (In Konflikt stehende Kopie von Ada 2026-11-23).json",
        "diary.sync-conflict-20261123-071200-ABCDEF7.json",
        "diary_conflict-20261123-071200.json",
    )
    for name in (*copies, "diary.json", "diary-old.json", "other.sync-conflict-1.json"):
        (tmp_path / name).write_text('{"_meta":{"1":{"schema":1}}}')
    (tmp_path / "diary.sync-conflict-x.json").write_text("something else")
    assert [path.name for path in conflict_copies(diary)] == sorted(copies)
    assert conflict_copies(tmp_path / "nowhere" / "diary.json") == ()
