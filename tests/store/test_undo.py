from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any, TypeAlias

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from tracker.domain.gear import Gear
from tracker.domain.identity import new_id
from tracker.domain.routine import Routine
from tracker.domain.run import Run
from tracker.domain.settings import Settings
from tracker.store.store import Store, Undone, UndoRefused, UndoStep
from tracker.store.undo import DEPTH

OpenStore: TypeAlias = Callable[..., Store]
MakeRun: TypeAlias = Callable[..., Run]


def undone(label: str, **records: tuple[Run | Gear, ...]) -> Undone:
    """What an undo of some records answers."""
    days = {item.day for each in records.values() for item in each if isinstance(item, Run)}
    return Undone(label, days=tuple(sorted(days)), **records)


def named(step: UndoStep | None) -> tuple[str, tuple[date, ...]] | None:
    """The words and the days of what an undo would take back."""
    return None if step is None else (step.label, step.days)


def test_a_step_says_which_kinds_it_is_about_and_whether_it_hides_anything(
    open_store: OpenStore, run: MakeRun
) -> None:
    def about(*, redo: bool = False) -> tuple[set[type], bool]:
        step = open_store().peek_undo(redo=redo)
        assert step is not None
        return set(step.kinds), step.brings_back

    item, shown = run(), Settings()
    open_store().put(item, label="new")
    assert about() == ({Run}, False)
    open_store().put(replace(item, rpe=7), label="edit")
    assert about() == ({Run}, False)
    open_store().delete(replace(item, rpe=7), label="delete")
    assert about() == ({Run}, True)
    open_store().undo()
    assert about(redo=True) == ({Run}, False)
    open_store().put(shown, label="the settings")
    assert about() == ({Settings}, False)
    open_store().put(replace(shown, hidden_routines=("post_run",)), label="hidden")
    assert about() == ({Routine}, False)


def test_nothing_to_undo(open_store: OpenStore) -> None:
    store = open_store()
    assert store.undo() is None
    assert store.peek_undo() is None
    assert store.undo_depth == 0
    assert store.redo() is None
    assert store.peek_undo(redo=True) is None


def test_each_kind_of_change_is_taken_back_also_after_a_restart(
    open_store: OpenStore, run: MakeRun
) -> None:
    item = run()
    edited = replace(item, rpe=7)
    gear = Gear(id="g", name="Blue")
    open_store().put(item, gear, label="run and shoes")
    open_store().put(edited, label="edit")
    open_store().delete(edited, label="delete")
    store = open_store()
    assert named(store.peek_undo()) == ("delete", (item.day,))
    assert open_store().undo() == undone("delete", restored=(edited,))
    assert open_store().records(Run) == {item.id: edited}
    assert open_store().undo() == undone("edit", restored=(item,))
    assert open_store().undo() == undone("run and shoes", removed=(item, gear))
    assert open_store().records(Run) == {}
    assert open_store().deleted(Run) == {item.id: item}
    assert open_store().undo() is None


def test_what_goes_on_is_taken_back_in_one_go(open_store: OpenStore, run: MakeRun) -> None:
    store, item = open_store(), run()
    store.put(item, label="first")
    for rpe in (3, 4, 5):
        store.put(replace(item, rpe=rpe), label="edit", goes_on=rpe > 3)
    assert store.undo_depth == 2
    assert store.undo() == undone("edit", restored=(item,))
    assert store.undo() == undone("first", removed=(item,))


def test_changes_of_one_group_are_taken_back_in_one_go(open_store: OpenStore, run: MakeRun) -> None:
    store, item, other, last = open_store(), run(), run(), run()
    store.put(item, label="before")
    store.put(replace(item, rpe=3), other, label="the import of 2", group="a")
    store.put(replace(item, rpe=4), last, label="the import of 3", group="a")
    store.put(label="the import of 3", group="a")
    assert store.undo_depth == 2
    store.put(replace(other, rpe=9), label="another import", group="b")
    assert store.undo() == undone("another import", restored=(other,))
    assert store.undo() == undone("the import of 3", restored=(item,), removed=(other, last))
    assert store.records(Run) == {item.id: item}


def test_it_goes_on_only_with_the_same_records(open_store: OpenStore, run: MakeRun) -> None:
    store, item, other = open_store(), run(), run()
    store.put(item, label="one")
    store.put(other, label="other", goes_on=True)
    store.put(replace(item, rpe=3), label="one", goes_on=True)
    assert store.undo_depth == 3
    assert store.undo() == undone("one", restored=(item,))
    assert store.undo() == undone("other", removed=(other,))


def test_it_does_not_go_on_with_what_was_changed_elsewhere(
    open_store: OpenStore, run: MakeRun
) -> None:
    store, item = open_store(), run()
    store.put(item, label="here")
    changed = replace(item, rpe=9)
    store.put(changed, label=None)
    store.put(replace(item, rpe=3), label="here", goes_on=True)
    assert store.undo_depth == 2
    assert store.undo() == undone("here", restored=(changed,))


def test_an_undone_record_can_be_put_again(open_store: OpenStore, run: MakeRun) -> None:
    store, item = open_store(), run()
    store.put(item, label="new")
    store.undo()
    store.put(item, label="again")
    assert store.records(Run) == {item.id: item}
    assert store.undo() == undone("again", restored=(), removed=(item,))
    assert store.records(Run) == {}


def test_fifty_changes_deep(open_store: OpenStore, run: MakeRun) -> None:
    store = open_store()
    items = [run(str(number)) for number in range(DEPTH + 3)]
    for item in items:
        store.put(item, label=item.note)
    assert DEPTH == 50
    assert store.undo_depth == DEPTH
    for item in reversed(items[3:]):
        assert store.undo() == undone(item.note, removed=(item,))
    assert store.undo() is None
    assert list(store.records(Run).values()) == items[:3]


def test_changes_of_another_machine_are_not_taken_back(open_store: OpenStore, run: MakeRun) -> None:
    here, there = open_store(device="0000000a"), open_store(device="0000000b")
    mine, theirs = run("mine"), run("theirs")
    here.put(mine, label="mine")
    there.put(theirs, label="theirs")
    here.refresh()
    assert named(here.peek_undo()) == ("mine", (mine.day,))
    assert here.undo() == undone("mine", removed=(mine,))
    assert here.undo() is None
    assert here.records(Run) == {theirs.id: theirs}


def test_what_was_changed_elsewhere_since_is_not_undone_silently(
    open_store: OpenStore, run: MakeRun
) -> None:
    here, there = open_store(device="0000000a"), open_store(device="0000000b")
    item = run("mine")
    here.put(item, label="my run")
    there.put(replace(item, note="theirs"), label="their edit")
    refused = here.undo()
    assert isinstance(refused, UndoRefused)
    assert refused.label == "my run"
    assert "changed elsewhere" in refused.message
    assert here.records(Run)[item.id].note == "theirs"
    assert isinstance(here.undo(force=True), Undone)
    assert here.records(Run) == {}


def test_an_edit_by_hand_counts_as_elsewhere(
    path: Path, open_store: OpenStore, run: MakeRun
) -> None:
    store = open_store()
    store.put(run("by program"), label="my run")
    path.write_bytes(path.read_bytes().replace(b"by program", b"by editor!"))
    assert isinstance(store.undo(), UndoRefused)


def test_a_broken_entry_is_passed_over(path: Path, open_store: OpenStore, run: MakeRun) -> None:
    store, first = open_store(), run()
    store.put(first, label="first")
    store.put(run(), label="second")
    path.write_bytes(path.read_bytes().replace(b'"label":"second"', b'"label":3333333'))
    assert open_store().undo() == undone("first", removed=(first,))


def test_the_clock_set_back_keeps_the_order_of_changes(
    open_store: OpenStore,
    run: MakeRun,
    clock: Any,  # noqa: ANN401
) -> None:
    store, item = open_store(), run("one")
    store.put(item, label="one")
    clock.move(days=-400)
    store.put(replace(item, note="two"), label="two")
    clock.move(days=-1)
    store.put(replace(item, note="three"), label="three")
    stamps = store.document(Run, item.id)["clock"]
    assert stamps > "01a2"
    assert named(store.peek_undo()) == ("three", (item.day,))
    store.undo()
    assert store.records(Run)[item.id].note == "two"
    store.undo()
    assert store.records(Run)[item.id].note == "one"


def test_what_was_undone_is_done_again_in_its_order_also_after_a_restart(
    open_store: OpenStore, run: MakeRun
) -> None:
    item = run()
    edited = replace(item, rpe=7)
    open_store().put(item, label="new")
    open_store().put(edited, label="edit")
    open_store().delete(edited, label="delete")
    for _ in range(3):
        open_store().undo()
    assert open_store().records(Run) == {}
    assert named(open_store().peek_undo(redo=True)) == ("new", (item.day,))
    assert open_store().redo() == undone("new", restored=(item,))
    assert open_store().redo() == undone("edit", restored=(edited,))
    assert open_store().records(Run) == {item.id: edited}
    assert open_store().redo() == undone("delete", removed=(edited,))
    assert open_store().redo() is None
    assert open_store().records(Run) == {}
    assert open_store().undo() == undone("delete", restored=(edited,))


def test_a_new_change_leaves_nothing_to_be_done_again(open_store: OpenStore, run: MakeRun) -> None:
    store, item = open_store(), run()
    store.put(item, label="one")
    store.undo()
    store.put(run(), label=None)
    assert store.peek_undo(redo=True) is not None, "what can't be undone is no change of the person"
    store.put(run(), label="two")
    assert store.redo() is None


def test_what_was_changed_elsewhere_since_is_not_done_again_silently(
    open_store: OpenStore, run: MakeRun
) -> None:
    here, there = open_store(device="0000000a"), open_store(device="0000000b")
    item = run("mine")
    here.put(item, label="new")
    here.put(replace(item, note="edited"), label="edit")
    here.undo()
    there.put(replace(item, note="theirs"), label="their edit")
    refused = here.redo()
    assert isinstance(refused, UndoRefused)
    assert refused.message == '"edit" was changed elsewhere since, so it was not done again.'
    assert here.records(Run)[item.id].note == "theirs"
    assert isinstance(here.redo(force=True), Undone)
    assert here.records(Run)[item.id].note == "edited"


def test_a_restore_is_undone_and_done_again(open_store: OpenStore, run: MakeRun) -> None:
    store, one, two = open_store(), run("one"), run("two")
    store.put(one, label="one")
    copy = store.backup()
    assert copy is not None
    store.put(two, label="two")
    store.restore(copy)
    for _ in range(2):
        assert store.undo() == undone("restore of a backup")
        assert set(store.records(Run)) == {one.id, two.id}
        assert named(store.peek_undo()) == ("two", (two.day,))
        assert open_store().redo() == undone("restore of a backup")
        store.refresh()
        assert set(store.records(Run)) == {one.id}
        assert store.redo() is None
    store.undo()
    store.undo()
    assert set(store.records(Run)) == {one.id}
    assert store.redo() == undone("two", restored=(two,))
    assert store.redo() == undone("restore of a backup")


def test_words_that_steer_a_terminal_are_not_said(
    path: Path, open_store: OpenStore, run: MakeRun
) -> None:
    open_store().put(run(), label="LABEL")
    text = path.read_text().replace('"LABEL"', '"run \\u001b]52;c;eA==\\u0007\\u202e"')
    path.write_text(text)
    step = open_store().peek_undo()
    assert step is not None
    assert step.label == "run ]52;c;eA=="


class UndoMachine(RuleBasedStateMachine):
    """Any changes, undone in any mixture, with restarts: always a state that was there before."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(mkdtemp())
        self.time = datetime(2026, 11, 23, 6, 40, tzinfo=UTC)
        self.store = self.opened()
        self.past: list[dict[str, Run]] = [{}]
        self.undone: list[dict[str, Run]] = []
        self.ids = [new_id(self.time) for _ in range(4)]

    def opened(self) -> Store:
        return Store.open(self.folder / "diary.json", now=lambda: self.time)

    def teardown(self) -> None:
        rmtree(self.folder)

    def changed(self) -> None:
        now = dict(self.store.records(Run))
        if now != self.past[-1]:
            self.past.append(now)
            self.undone.clear()

    @rule(
        which=st.lists(st.integers(0, 3), min_size=1, max_size=3, unique=True),
        metres=st.integers(0, 4),
    )
    def put(self, which: list[int], metres: int) -> None:
        at, day = self.time, self.time.date()
        records = [
            Run(id=self.ids[number], start=at, day=day, distance_m=metres) for number in which
        ]
        self.store.put(*records, label=f"put {which}")
        assert all(self.store.records(Run)[record.id] == record for record in records)
        self.changed()

    @precondition(lambda self: self.past[-1])
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        record = data.draw(st.sampled_from(list(self.past[-1].values())))
        self.store.delete(record, label="delete")
        assert record.id not in self.store.records(Run)
        self.changed()

    @precondition(lambda self: len(self.past) > 1)
    @rule()
    def undo(self) -> None:
        assert isinstance(self.store.undo(), Undone)
        self.undone.append(self.past.pop())

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        assert isinstance(self.store.redo(), Undone)
        self.past.append(self.undone.pop())

    @rule()
    def restart(self) -> None:
        self.store = self.opened()

    @rule(hours=st.integers(-50, 50))
    def move_clock(self, hours: int) -> None:
        self.time += timedelta(hours=hours)

    @invariant()
    def as_expected(self) -> None:
        assert dict(self.store.records(Run)) == self.past[-1]
        assert self.store.undo_depth == len(self.past) - 1
        assert (self.store.peek_undo(redo=True) is None) is not bool(self.undone)
        assert self.store.unreadable() == ()


TestUndoMachine = UndoMachine.TestCase
TestUndoMachine.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
