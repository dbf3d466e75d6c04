"""Gear by its id: its use, its notes (section 7), and the runs of older versions."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from tests.diary.conftest import Made
from tests.forms import fill
from tracker.diary.book import Book, open_book, save_settings
from tracker.diary.entries import RunEntry
from tracker.diary.gear_matching import match_once
from tracker.diary.gear_names import gear_of, names_in_use, usual_gear
from tracker.diary.gear_use import GearUse, gear_view, new_pair_note, retire, view_gear
from tracker.diary.kinds.gear import GEAR
from tracker.diary.runs import log_run
from tracker.domain.gear import Gear, GearKind
from tracker.domain.run import Run, RunKind, Surface
from tracker.domain.settings import Settings

NOW = datetime(2026, 11, 23, 7, 12, tzinfo=UTC)
TODAY = NOW.date()


@pytest.fixture
def diary(tmp_path: Path) -> Book:
    opened = open_book(tmp_path / "diary.json", lambda: NOW)
    assert isinstance(opened, Book)
    save_settings(opened, Settings(setup_step=None))
    return opened


def run(book: Book, back: int, *gear: str) -> Run:
    when = f"{TODAY - timedelta(days=back)} 18:00"
    answer = log_run(book, RunEntry(when=when, distance="5", duration="30", gear=gear))
    assert isinstance(answer, Run)
    return answer


def added(book: Book, **texts: str) -> Gear:
    answer = fill(book, GEAR, **{"kind": "shoe", **texts})
    assert isinstance(answer, Gear)
    return answer


def use_of(made: Made, name: str) -> GearUse:
    view = gear_view(made.snapshot, today=made.day(0))
    return next(each for each in view.all if each.piece.name == name)


def test_a_run_refers_to_gear_by_id_so_that_a_name_may_change(diary: Book) -> None:
    blue = added(diary, name="Blue")
    logged = run(diary, 1, "blue")
    assert logged.gear == (blue.id,)
    diary.keep(replace(blue, name="Blue 2"), label="x")
    assert gear_of(diary.snapshot, logged) == ("Blue 2",)


def test_a_new_piece_takes_the_runs_that_name_it_and_one_undo_gives_all_back(diary: Book) -> None:
    before = [run(diary, back, "Blue", "Belt") for back in (3, 2, 1)]
    blue = added(diary, name="blue")
    assert [each.gear for each in diary.snapshot.of(Run)] == [(blue.id, "Belt")] * 3
    assert diary.undo().done
    assert diary.snapshot.of(Run) == tuple(before)
    assert diary.snapshot.of(Gear) == ()


def test_runs_of_an_older_version_are_matched_once_with_an_undo(diary: Book) -> None:
    names = ("Blue", "grey", "Belt", "Twice")
    runs = [
        Run(id=f"r{place}", start=NOW, day=TODAY, distance_m=5000, gear=(name,))
        for place, name in enumerate(names)
    ]
    kept = [Gear(id=f"g{name}", name=name) for name in ("Blue", "Grey")]
    twice = [Gear(id=f"t{number}", name="Twice") for number in range(2)]
    assert diary.keep_all([*runs, *kept, *twice], label="x") is None

    assert match_once(diary) == 2
    assert [each.gear for each in diary.snapshot.of(Run)] == [
        ("gBlue",), ("gGrey",), ("Belt",), ("Twice",),
    ]  # fmt: skip
    assert "matching 2 runs to its gear" in diary.undo().message
    assert diary.snapshot.of(Run) == tuple(runs)
    assert match_once(diary) == 0


def test_two_pieces_in_use_never_have_one_name(diary: Book) -> None:
    blue = added(diary, name="Blue")
    answer = fill(diary, GEAR, name="BLUE", kind="shoe")
    assert isinstance(answer, tuple)
    assert [each.field for each in answer] == ["name"]
    retire(diary, blue)
    assert added(diary, name="Blue").id != blue.id


def test_a_retired_piece_keeps_its_runs_is_not_offered_and_comes_back(diary: Book) -> None:
    blue = added(diary, name="Blue", usual_for="easy")
    run(diary, 1, "Blue")
    retired = retire(diary, blue)
    assert isinstance(retired, Gear)
    assert retired.retired == TODAY
    view = view_gear(diary)
    assert (view.pairs, [each.runs for each in view.retired]) == ((), [1])
    assert (names_in_use(diary.snapshot), usual_gear(diary.snapshot, RunKind.EASY)) == ((), ())
    retire(diary, retired, back=True)
    assert usual_gear(diary.snapshot, RunKind.EASY) == ("Blue",)
    assert usual_gear(diary.snapshot, RunKind.RACE) == ()


def test_r_eq_02_kilometres_and_the_share_of_28_days_by_pair(made: Made) -> None:
    made.others += [
        Gear(id="b", name="Blue", distance_before_m=120_000),
        Gear(id="g", name="Grey", distance_before_m=1_000),
        Gear(id="k", name="Belt", kind=GearKind.BELT),
    ]
    made.run(40, 10_000, gear=("b",))
    made.run(20, 6_000, gear=("b", "k"), surface=Surface.TRAIL)
    made.run(10, 3_000, gear=("g", "k"))
    made.run(5, 3_000)
    blue, grey, belt = (use_of(made, name) for name in ("Blue", "Grey", "Belt"))
    assert (blue.distance_m, blue.runs, blue.runs_28d, blue.share) == (136_000, 2, 1, 67)
    assert (grey.distance_m, grey.share) == (4_000, 33)
    assert (belt.share, belt.runs_28d) == (None, 2)
    assert (blue.last_day, blue.surfaces) == (made.day(20), {Surface.TRAIL: 1})
    assert blue.months == ((date(2026, 10, 1), 10_000), (date(2026, 11, 1), 6_000))
    assert gear_view(made.snapshot, today=made.day(0)).runs_28d == 3


@pytest.mark.parametrize(
    ("came_with_m", "drop", "runs", "rules"),
    [
        (0, None, 0, ["R-EQ-03"]),
        (0, None, 3, []),
        (120_000, 8, 0, []),
        (120_000, 4, 0, ["R-EQ-03"]),
        (120_000, 5, 0, []),
        (520_000, 8, 0, ["R-EQ-01"]),
    ],
)
def test_r_eq_01_03_06_the_notes_of_a_pair(
    made: Made, came_with_m: int, drop: int | None, runs: int, rules: list[str]
) -> None:
    made.others += [
        Gear(id="u", name="Usual", distance_before_m=90_000, drop_mm=8),
        Gear(id="p", name="Pair", distance_before_m=came_with_m, drop_mm=drop),
    ]
    made.run(9, 8_000, gear=("u",))
    for back in range(1, runs + 1):
        made.run(back, 2_000, gear=("p",))
    assert [note.rule for note in use_of(made, "Pair").notes] == rules


def test_r_eq_03_a_run_that_is_too_long_for_a_new_pair_is_noted(made: Made) -> None:
    made.others += [Gear(id="p", name="Pair")]
    made.run(5, 8_000)
    assert new_pair_note(made.snapshot, ("p",), 4_000, day=made.day(0)) is None
    assert "up to 4" in (new_pair_note(made.snapshot, ("p",), 4_100, day=made.day(0)) or "")
    assert new_pair_note(made.snapshot, ("other",), 9_000, day=made.day(0)) is None


def test_r_eq_05_a_belt_has_both_views_and_no_distance(made: Made) -> None:
    made.others += [Gear(id="k", name="Belt", kind=GearKind.BELT)]
    (note,) = use_of(made, "Belt").notes
    assert note.rule == "R-EQ-05"
    assert "Discuss with whoever prescribed them." in note.text
