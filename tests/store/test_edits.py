"""Edits in two windows: only changed fields are written, and what both changed is asked about."""

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime, timedelta
from typing import Any, TypeAlias

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tracker.domain.check_in import CheckIn
from tracker.domain.episode import Episode
from tracker.domain.gear import Gear
from tracker.domain.pain import PainScore
from tracker.domain.record import Record
from tracker.domain.run import Run, Surface
from tracker.domain.settings import Settings
from tracker.domain.site import Side, Site
from tracker.store.documents import TABLES
from tracker.store.edits import Clash, Clashed, Gone, merge_edit
from tracker.store.store import Store

OpenStore: TypeAlias = Callable[..., Store]
MakeRun: TypeAlias = Callable[..., Run]

AT = datetime(2026, 11, 23, 6, 40, tzinfo=UTC)
SCORES = (PainScore(Site.SHIN, Side.LEFT, 3),)
BASE = Run(id="a", start=AT, day=AT.date(), distance_m=5200)
VALUES: dict[str, list[Any]] = {
    "distance_m": [5200, 5400, None],
    "rpe": [None, 4, 7],
    "note": ["", "hills"],
    "surface": [None, Surface.TRAIL],
    "after": [(), SCORES],
    "limp": [False, True],
}
versions = st.fixed_dictionaries(
    {}, optional={name: st.sampled_from(values) for name, values in VALUES.items()}
).map(lambda changes: replace(BASE, **changes))
names = st.sets(st.sampled_from(list(VALUES)))


def changed(version: Run) -> set[str]:
    return {name for name in VALUES if getattr(version, name) != getattr(BASE, name)}


@given(versions)
def test_an_edit_of_the_present_version_is_that_edit(mine: Run) -> None:
    assert merge_edit(BASE, mine, BASE) == mine


@given(versions)
def test_who_changed_nothing_leaves_the_present_version(theirs: Run) -> None:
    assert merge_edit(BASE, BASE, theirs) == theirs
    assert merge_edit(BASE, theirs, theirs) == theirs


@given(versions, versions)
def test_each_field_is_of_the_side_that_changed_it(mine: Run, theirs: Run) -> None:
    merged = merge_edit(BASE, mine, theirs)
    clashing = {
        name
        for name in changed(mine) & changed(theirs)
        if getattr(mine, name) != getattr(theirs, name)
    }
    if isinstance(merged, tuple):
        assert {clash.field for clash in merged} == clashing
        assert clashing
        for clash in merged:
            assert clash.mine == getattr(mine, clash.field)
            assert clash.theirs == getattr(theirs, clash.field)
            assert clash.base == getattr(BASE, clash.field)
        return
    assert not clashing
    assert merged == merge_edit(BASE, theirs, mine), "the order does not matter"
    for name in VALUES:
        source = mine if name in changed(mine) else theirs
        assert getattr(merged, name) == getattr(source, name)


@given(versions, versions, names)
def test_an_answer_for_every_clash_settles_it(mine: Run, theirs: Run, kept: set[str]) -> None:
    merged = merge_edit(BASE, mine, theirs, keep_mine=kept, take_theirs=set(VALUES) - kept)
    assert isinstance(merged, Run)
    for name in VALUES:
        is_mine = name in kept and name in changed(mine)
        assert getattr(merged, name) == getattr(mine if is_mine else theirs, name)


@given(versions, versions, versions)
def test_nothing_that_only_one_side_changed_is_lost(mine: Run, theirs: Run, later: Run) -> None:
    first = merge_edit(BASE, mine, theirs)
    assume(isinstance(first, Run))
    assert isinstance(first, Run)
    again = merge_edit(mine, mine, first)
    assert again == first
    assert merge_edit(BASE, later, BASE) == later


def test_a_moment_and_its_day_are_one_thing() -> None:
    mine = replace(BASE, start=AT - timedelta(days=1), day=AT.date() - timedelta(days=1))
    theirs = replace(BASE, start=AT + timedelta(minutes=5))
    clashes = merge_edit(BASE, mine, theirs)
    assert isinstance(clashes, tuple)
    assert {clash.field for clash in clashes} == {"start", "day"}
    taken = merge_edit(BASE, mine, theirs, keep_mine={"start", "day"})
    assert taken == mine


@dataclass(frozen=True)
class Span:
    """A record whose fields must fit each other."""

    first: int = 1
    last: int = 5

    def __post_init__(self) -> None:
        if self.first > self.last:
            raise ValueError


def test_values_that_do_not_fit_each_other_are_asked_about() -> None:
    base: Any = Span()
    mine, theirs = replace(base, first=4), replace(base, last=3)
    assert merge_edit(base, mine, theirs) == (Clash("first", 1, 4, 1),)
    assert merge_edit(base, mine, theirs, take_theirs={"first"}) == theirs
    assert merge_edit(base, mine, theirs, keep_mine={"first"}) == mine


@pytest.fixture
def two(open_store: OpenStore, run: MakeRun) -> tuple[Store, Store, Run]:
    """A run that is open in two windows."""
    here, there, item = open_store(), open_store(), run("first")
    here.put(item, label="run")
    there.refresh()
    return here, there, item


def test_two_windows_keep_each_others_fields(two: tuple[Store, Store, Run], clock: Any) -> None:  # noqa: ANN401
    here, there, item = two
    there.amend(item, replace(item, note="hills", rpe=6), label="note")
    clock.move(minutes=5)
    saved = here.amend(item, replace(item, distance_m=5400), label="distance")
    assert saved == replace(item, distance_m=5400, note="hills", rpe=6)
    there.refresh()
    assert there.records(Run)[item.id] == saved
    here.undo()
    assert here.records(Run)[item.id] == replace(item, note="hills", rpe=6)


def test_a_field_that_both_changed_saves_nothing_and_is_named(
    two: tuple[Store, Store, Run],
    clock: Any,  # noqa: ANN401
) -> None:
    here, there, item = two
    clock.move(minutes=23)
    there.amend(item, replace(item, distance_m=5400, note="theirs"), label="distance")
    clock.move(minutes=5)
    mine = replace(item, distance_m=5100, rpe=3)
    refused = here.amend(item, mine, label="distance")
    theirs = replace(item, distance_m=5400, note="theirs")
    assert refused == Clashed(
        (Clash("distance_m", 5200, 5100, 5400),), theirs, AT + timedelta(minutes=23), here=True
    )
    assert here.records(Run)[item.id] == theirs
    assert here.undo_depth == 2

    kept = here.amend(item, mine, label="distance", keep_mine={"distance_m"})
    assert kept == replace(theirs, distance_m=5100, rpe=3)
    here.undo()
    taken = here.amend(item, mine, label="distance", take_theirs={"distance_m"})
    assert taken == replace(theirs, rpe=3)


def test_another_machine_is_told_apart(
    open_store: OpenStore,
    run: MakeRun,
) -> None:
    here, there, item = open_store(device="0000000a"), open_store(device="0000000b"), run()
    here.put(item, label="run")
    there.put(replace(item, rpe=1), label="rpe")
    refused = here.amend(item, replace(item, rpe=2), label="rpe")
    assert isinstance(refused, Clashed)
    assert not refused.here


def test_what_was_deleted_meanwhile_is_not_brought_back(two: tuple[Store, Store, Run]) -> None:
    here, there, item = two
    there.delete(item, label="gone")
    assert here.amend(item, replace(item, rpe=2), label="rpe") == Gone(AT)
    assert here.records(Run) == {}
    assert here.amend(replace(item, id="never"), item, label="x") == Gone(None)


def test_unknown_fields_and_texts_as_they_stand_survive(
    two: tuple[Store, Store, Run],
    path: Any,  # noqa: ANN401
) -> None:
    here, _, item = two
    text = path.read_text().replace('"note":"first"', '"note":"fi\\u001brst","wind":{"kmh":3}')
    path.write_text(text)
    here.amend(item, replace(item, rpe=2), label="rpe")
    document = here.document(Run, item.id)
    assert (document["wind"], document["note"]) == ({"kmh": 3}, "fi\x1brst")


def test_the_merged_record_may_be_brought_in_line(two: tuple[Store, Store, Run]) -> None:
    here, there, item = two
    there.amend(item, replace(item, limp=True), label="limp")
    saved = here.amend(
        item,
        replace(item, rpe=2),
        label="rpe",
        settle=lambda merged, theirs: replace(merged, painkiller=theirs.limp),
    )
    assert isinstance(saved, Run)
    assert saved.painkiller
    assert here.records(Run)[item.id] == saved


ALL_KINDS: list[Record] = [
    BASE,
    CheckIn(id="c", at=AT, day=AT.date(), scores=SCORES),
    Episode(id="e", at=AT, start=AT.date(), name="back"),
    Gear(id="g", name="Blue"),
    Settings(),
]


@pytest.mark.parametrize("record", ALL_KINDS, ids=lambda record: TABLES[type(record)])
def test_every_kind_that_has_a_note_or_a_switch_is_merged(
    open_store: OpenStore, record: Record
) -> None:
    kind = {field.name for field in fields(record)}
    one = {"note": "mine"} if "note" in kind else {"bell": True}
    other = (
        {"name": "theirs"}
        if "name" in kind
        else {"limp": True}
        if "limp" in kind
        else {"theme": "x"}
    )
    store = open_store()
    store.put(record, label="new")
    store.put(replace(record, **other), label="theirs")
    assert store.amend(record, replace(record, **one), label="mine") == replace(
        record, **one, **other
    )


def at(site: Site, number: int) -> PainScore:
    return PainScore(site, Side.LEFT, number)


@pytest.mark.parametrize(
    ("mine", "theirs", "joined"),
    [
        ([(Site.SHIN, 3), (Site.KNEE, 1)], [(Site.SHIN, 2), (Site.KNEE, 4)], [3, 4]),
        ([(Site.SHIN, 3), (Site.KNEE, 1)], [(Site.SHIN, 4), (Site.KNEE, 1)], None),
        ([(Site.KNEE, 1)], [(Site.SHIN, 2), (Site.KNEE, 4)], [4]),
        ([(Site.KNEE, 1)], [(Site.SHIN, 5), (Site.KNEE, 1)], None),
        (
            [(Site.SHIN, 2), (Site.KNEE, 0), (Site.CALF, 1)],
            [(Site.SHIN, 6), (Site.KNEE, 1)],
            [6, 0, 1],
        ),
        ([(Site.SHIN, 2), (Site.KNEE, 0)], [(Site.SHIN, 2), (Site.KNEE, 0)], [2, 0]),
    ],
)
def test_scores_of_different_sites_are_joined_and_of_one_clash(
    mine: list[tuple[Site, int]], theirs: list[tuple[Site, int]], joined: list[int] | None
) -> None:
    def scored(given: list[tuple[Site, int]]) -> Run:
        return replace(BASE, after=tuple(at(site, number) for site, number in given))

    base = scored([(Site.SHIN, 2), (Site.KNEE, 1)])
    merged = merge_edit(base, scored(mine), scored(theirs))
    if joined is None:
        assert isinstance(merged, tuple)
        assert [clash.field for clash in merged] == ["after"]
    else:
        assert isinstance(merged, Run)
        assert [score.score for score in merged.after] == joined
