"""Routines fitted to a day by its check-ins and flags (R-STR-06, R-STR-07, R-STR-09)."""

# ruff: noqa: E501  (a row of a table stays one line)

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tracker.diary.book import Book, open_book, save_settings
from tracker.diary.check_ins import save_check_in
from tracker.diary.entries import CheckInEntry, SessionEntry
from tracker.diary.flags import active_flags_on
from tracker.diary.routine_fitting import (
    StretchView,
    active_codes,
    short_names,
    stretch_view,
    view_routines,
)
from tracker.diary.screenings import save_screening
from tracker.diary.sessions import keep_session, log_session
from tracker.diary.snapshot import take
from tracker.domain.check_in import BoneFocal, CheckIn, FlagAnswer
from tracker.domain.pain import Hurts, PainScore, Spread
from tracker.domain.routine import Direction, RoutineSession, SkipCode, StepPosition, StepState
from tracker.domain.screening import Screening
from tracker.domain.settings import Settings
from tracker.domain.site import PainSite, Side, Site
from tracker.rules.stretching import HEEL_RAISE_HOLD, NOT_OFFERED, Fit, FittedStep

TODAY = date(2026, 11, 23)
MORNING = datetime(2026, 11, 23, 6, 40, tzinfo=UTC)
BACK = PainSite(Site.LOW_BACK, Side.CENTRE)


def check_in(hours: int = 0, **said: Any) -> CheckIn:  # noqa: ANN401 - any field of the record
    at = MORNING + timedelta(hours=hours)
    return CheckIn(id=f"c{hours}", at=at, day=at.date(), **said)


def view_of(
    *check_ins: CheckIn, settings: Settings | None = None, day: date = TODAY
) -> StretchView:
    snapshot = take(settings=settings or Settings(), check_ins=check_ins, runs=())
    return stretch_view(snapshot, day, today=TODAY)


def steps_of(view: StretchView, routine: str) -> dict[str, FittedStep]:
    line = next(each for each in view.lines if each.fitted.routine.id == routine)
    return {step.step.id: step for step in line.fitted.steps}


def ids(steps: dict[str, FittedStep], fit: Fit) -> set[str]:
    return {step for step, fitted in steps.items() if fitted.fit is fit}


def score(site: Site, value: int, *, side: Side = Side.LEFT, part: str | None = None) -> PainScore:
    return PainScore(site, side, value, part)


SKIPS: list[tuple[str, dict[str, Any], SkipCode, str, set[str]]] = [
    ("pain below the knee", {"spread": Spread.BELOW_KNEE}, SkipCode.LEG_SYMPTOMS, "post_run", {"S2", "S8"}),
    ("R-RED-24", {"answers": (FlagAnswer("tingle_one_leg", yes=True),)}, SkipCode.LEG_SYMPTOMS, "", set()),
    ("bending", {"hurts": (Hurts.BENDING,)}, SkipCode.FLEXION_HURTS, "post_run", {"S2", "S9"}),
    ("arching", {"hurts": (Hurts.ARCHING,)}, SkipCode.EXTENSION_HURTS, "rest_day", {"M4"}),
    ("knee of 3", {"scores": (score(Site.KNEE, 3),)}, SkipCode.KNEE_BEND_HURTS, "pre_run", {"P6"}),
    ("kneeling", {"hurts": (Hurts.KNEELING,)}, SkipCode.KNEELING_HURTS, "post_run", {"S7"}),
    ("sit bone", {"hurts": (Hurts.SIT_BONE,)}, SkipCode.HAMSTRING_HIGH, "mid_run", {"R3"}),
    ("bone pain", {"bone_focal": (BoneFocal(site=Site.SHIN, walking=True),)}, SkipCode.BONE_FLAG, "", set()),
    ("heel end", {"scores": (score(Site.ACHILLES, 1, part="heel end"),)}, SkipCode.ACHILLES_HEEL_END, "post_run", {"S5", "S6"}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("said", "code", "routine", "steps"), [row[1:] for row in SKIPS], ids=[row[0] for row in SKIPS]
)
def test_r_str_06_each_code_comes_from_the_check_in(
    said: dict[str, Any], code: SkipCode, routine: str, steps: set[str]
) -> None:
    given = check_in(**said)
    snapshot = take(settings=Settings(), check_ins=[given], runs=())
    assert active_codes(snapshot, TODAY, flags=active_flags_on(snapshot, TODAY)) == {code}
    if routine:
        fitted = steps_of(view_of(given), routine)
        assert ids(fitted, Fit.LEFT_OUT) == steps
        assert all(fitted[step].reason and fitted[step].rule == "R-STR-06" for step in steps)


def test_every_code_of_r_str_06_is_tried() -> None:
    assert {row[2] for row in SKIPS} == set(SkipCode)


@pytest.mark.parametrize(
    ("scores", "active"),
    [
        ([2], False),
        ([3], True),
        ([5, 2], False),
        ([2, 4], True),
    ],
)
def test_r_str_06_the_knee_counts_as_it_is_now(scores: list[int], *, active: bool) -> None:
    check_ins = [
        check_in(hour, scores=(score(Site.KNEE, value),)) for hour, value in enumerate(scores)
    ]
    snapshot = take(settings=Settings(), check_ins=check_ins, runs=())
    assert (
        SkipCode.KNEE_BEND_HURTS
        in active_codes(snapshot, TODAY, flags=active_flags_on(snapshot, TODAY))
    ) is active


def test_r_str_06_the_worse_knee_decides() -> None:
    both = check_in(scores=(score(Site.KNEE, 0), score(Site.KNEE, 4, side=Side.RIGHT)))
    assert "P6" in ids(steps_of(view_of(both), "pre_run"), Fit.LEFT_OUT)


def test_r_str_06_what_hurt_yesterday_leaves_nothing_out_today() -> None:
    yesterday = check_in(-24, hurts=(Hurts.BENDING,))
    view = view_of(yesterday)
    assert not view.checked_in
    assert ids(steps_of(view, "post_run"), Fit.LEFT_OUT) == set()
    assert ids(steps_of(view_of(yesterday, day=yesterday.day), "post_run"), Fit.LEFT_OUT) == {
        "S2",
        "S9",
    }


EXTRAS: list[tuple[Site, str, list[str], list[str]]] = [
    (Site.PLANTAR_HEEL, "pre_run", ["X1"], []),
    (Site.PLANTAR_HEEL, "rest_day", ["X1"], []),
    (Site.SHIN, "post_run", [], ["X2", "X3"]),
    (Site.SHIN, "rest_day", [], ["X2", "X3"]),
]


@pytest.mark.parametrize(("site", "routine", "first", "last"), EXTRAS)
@pytest.mark.parametrize("tracked", [True, False])
def test_r_str_07_extras_for_sites_that_are_tracked_or_hurt(
    site: Site, routine: str, first: list[str], last: list[str], *, tracked: bool
) -> None:
    place = PainSite(site, Side.LEFT)
    view = (
        view_of(settings=Settings(tracked=(place,)))
        if tracked
        else view_of(check_in(scores=(score(site, 1),)))
    )
    steps = steps_of(view, routine)
    assert ids(steps, Fit.ADDED) == {*first, *last}
    assert list(steps)[: len(first)] == first
    assert list(steps)[len(steps) - len(last) :] == last
    assert all(steps[step].rule == "R-STR-07" for step in (*first, *last))


def test_r_str_07_a_comfortable_site_that_is_not_tracked_adds_nothing() -> None:
    assert not ids(
        steps_of(view_of(check_in(scores=(score(Site.SHIN, 0),))), "post_run"), Fit.ADDED
    )


def test_r_str_07_the_low_back_marks_its_daily_steps() -> None:
    steps = steps_of(
        view_of(check_in(scores=(score(Site.LOW_BACK, 2, side=Side.CENTRE),))), "rest_day"
    )
    assert {step for step, fitted in steps.items() if fitted.note} == {"M1", "M3", "M4", "M5", "M6"}  # fmt: skip


@pytest.mark.parametrize(("part", "out"), [("heel end", True), ("middle", False), (None, False)])
def test_r_str_06_no_calf_stretch_where_the_heel_end_hurts(part: str | None, *, out: bool) -> None:
    steps = steps_of(view_of(check_in(scores=(score(Site.ACHILLES, 2, part=part),))), "post_run")
    assert (steps["S5"].fit is Fit.LEFT_OUT) is out
    assert (HEEL_RAISE_HOLD.id in steps) is out


@pytest.mark.parametrize(
    ("said", "out"),
    [
        ([(-48, Side.LEFT, "heel end"), (0, Side.LEFT, None)], True),
        ([(-48, Side.LEFT, "heel end"), (0, Side.LEFT, "middle")], False),
        ([(-48, Side.RIGHT, "heel end"), (0, Side.LEFT, "middle")], True),
        ([(-48, Side.LEFT, "middle"), (0, Side.RIGHT, "heel end")], True),
        ([(-29 * 24, Side.LEFT, "heel end"), (0, Side.LEFT, None)], False),
    ],
)
def test_r_str_06_what_was_last_said_of_each_achilles_holds_for_four_weeks(
    said: list[tuple[int, Side, str | None]], *, out: bool
) -> None:
    view = view_of(
        *(
            check_in(hours, scores=(score(Site.ACHILLES, 2, side=side, part=part),))
            for hours, side, part in said
        )
    )
    assert (steps_of(view, "post_run")["S6"].fit is Fit.LEFT_OUT) is out


def test_r_str_06_an_achilles_that_neither_hurts_nor_is_tracked_leaves_nothing_out() -> None:
    before = check_in(-48, scores=(score(Site.ACHILLES, 2, part="heel end"),))
    steps = steps_of(view_of(before, check_in(0, scores=(score(Site.KNEE, 1),))), "post_run")
    assert steps["S6"].fit is Fit.KEPT


def test_r_str_06_where_the_achilles_hurts_is_typed_and_reaches_the_steps(diary: Book) -> None:
    heel = PainSite(Site.ACHILLES, Side.RIGHT)
    saved = save_check_in(diary, CheckInEntry(scores={heel: 2, BACK: 1}, parts={heel: "heel end"}))
    assert isinstance(saved, CheckIn)
    assert [item.part for item in saved.scores] == ["heel end", None]
    assert steps_of(view_routines(diary), "pre_run")["P8"].fit is Fit.LEFT_OUT
    save_check_in(diary, CheckInEntry(scores={heel: 2}, parts={heel: "middle"}), replacing=saved.id)
    assert steps_of(view_routines(diary), "pre_run")["P8"].fit is Fit.KEPT


@pytest.mark.parametrize(
    ("place", "part", "words"),
    [
        (PainSite(Site.ACHILLES, Side.LEFT), "toe", "Use one of: middle, heel end."),
        (BACK, "upper", "has no part"),
        (PainSite(Site.KNEE, Side.LEFT), "front", "Give Left knee a score, too"),
    ],
)
def test_a_part_needs_a_score_and_a_site_that_has_it(
    diary: Book, place: PainSite, part: str, words: str
) -> None:
    scores = {BACK: 1, PainSite(Site.ACHILLES, Side.LEFT): 1}
    refused = save_check_in(diary, CheckInEntry(scores=scores, parts={place: part}))
    assert isinstance(refused, tuple)
    assert words in refused[0].message


@pytest.mark.parametrize(
    ("said", "held_by"),
    [
        ({"answers": (FlagAnswer("saddle_numb", yes=True),)}, ("R-RED-01",)),
        ({"answers": (FlagAnswer("fever_with_pain", yes=True),)}, ("R-RED-14",)),
        ({"bone_focal": (BoneFocal(site=Site.SHIN, rest_or_night=True),)}, ("R-RED-22",)),
        ({"answers": (FlagAnswer("tingle_one_leg", yes=True),)}, ()),
        ({"answers": (FlagAnswer("saddle_numb", yes=False),)}, ()),
    ],
)
def test_r_str_06_with_a_hold_no_routine_is_offered(
    said: dict[str, Any], held_by: tuple[str, ...]
) -> None:
    view = view_of(check_in(**said))
    assert view.held_by == held_by
    for line in view.lines:
        assert line.fitted.offered is not bool(held_by)
        assert line.fitted.why == (NOT_OFFERED if held_by else "")
        assert bool(line.fitted.steps) is not bool(held_by)


@pytest.mark.parametrize(
    ("eases", "hurts", "asks", "gone"),
    [
        (None, (), True, set()),
        (Direction.BENDING, (), False, {"M4"}),
        (Direction.ARCHING, (), False, {"M3"}),
        (None, (Hurts.BENDING,), False, {"M3"}),
        (Direction.BENDING, (Hurts.BENDING,), False, {"M3", "M4"}),
    ],
)
def test_r_str_06_the_direction_is_asked_while_both_remain(
    eases: Direction | None, hurts: tuple[Hurts, ...], *, asks: bool, gone: set[str]
) -> None:
    view = view_of(check_in(hurts=hurts), settings=Settings(eases=eases))
    line = next(each for each in view.lines if each.fitted.routine.id == "rest_day")
    assert line.fitted.ask_direction is asks
    assert ids(steps_of(view, "rest_day"), Fit.LEFT_OUT) == gone


def test_short_names_stay_apart() -> None:
    titles = {
        "a": "After a run: long, quiet holds",
        "b": "After a run: the short four",
        "c": "Mid-run reset",
    }
    assert short_names(titles) == {
        "a": "After a run",
        "b": "After a run: the short four",
        "c": "Mid-run reset",
    }


# ---------------------------------------------------------------------- sessions


@pytest.fixture
def diary(tmp_path: Path) -> Book:
    opened = open_book(tmp_path / "diary.json", lambda: MORNING)
    assert isinstance(opened, Book)
    return opened


def states_of(marks: Iterable[Any]) -> dict[str, StepState]:
    return {mark.step: mark.state for mark in marks}


def saved(diary: Book, entry: SessionEntry, *, replacing: str | None = None) -> RoutineSession:
    session = log_session(diary, entry, replacing=replacing)
    assert isinstance(session, RoutineSession)
    return session


def test_a_session_marks_what_the_day_left_out_and_added(diary: Book) -> None:
    save_check_in(
        diary, CheckInEntry(hurts=(Hurts.BENDING,), scores={PainSite(Site.SHIN, Side.LEFT): 2})
    )
    session = saved(
        diary,
        SessionEntry(routine="post_run", states={"S1": StepState.DONE, "X2": StepState.SKIPPED}),
    )
    marks = states_of(session.marks)
    assert marks["S1"] is StepState.DONE
    assert marks["S2"] is StepState.LEFT_OUT
    assert marks["S3"] is StepState.UNTOUCHED
    assert marks["S9"] is StepState.LEFT_OUT
    assert marks["X2"] is StepState.SKIPPED
    assert marks["X3"] is StepState.UNTOUCHED


def test_a_left_out_step_that_was_done_all_the_same_counts_as_done(diary: Book) -> None:
    save_check_in(diary, CheckInEntry(hurts=(Hurts.BENDING,)))
    session = saved(diary, SessionEntry(routine="post_run", states={"S9": StepState.DONE}))
    assert states_of(session.marks)["S9"] is StepState.DONE


def test_a_session_goes_on_in_the_same_record(diary: Book) -> None:
    first = saved(diary, SessionEntry(routine="pre_run", states={"P1": StepState.DONE}))
    left_at = StepPosition("P3", 4_200)
    again = saved(
        diary,
        SessionEntry(
            routine="pre_run",
            states={"P1": StepState.DONE, "P2": StepState.DONE},
            pains={"P2": 3},
            left_at=left_at,
            water_packed=True,
        ),
        replacing=first.id,
    )
    assert (again.id, again.at) == (first.id, first.at)
    line = view_routines(diary).lines[0]
    assert line.session == again
    assert not line.done
    assert again.left_at == left_at
    assert {mark.step: mark.pain for mark in again.marks}["P2"] == 3
    assert len(diary.snapshot.sessions[TODAY]) == 1


def test_kept_again_the_day_s_session_is_gone_on_with(diary: Book) -> None:
    for steps in (("S1",), ("S1", "S2"), ("S1", "S2", "S3")):
        states = dict.fromkeys(steps, StepState.DONE)
        keep_session(diary, SessionEntry(routine="post_run", states=states, day=TODAY))
    keep_session(diary, SessionEntry(routine="pre_run", day=TODAY))
    keep_session(diary, SessionEntry(routine="post_run", day=TODAY - timedelta(days=1)))
    kept = diary.snapshot.sessions[TODAY]
    assert sorted(session.routine for session in kept) == ["post_run", "pre_run"]
    marks = next(session.marks for session in kept if session.routine == "post_run")
    assert states_of(marks)["S3"] is StepState.DONE


def test_what_goes_on_is_undone_in_one_go(diary: Book) -> None:
    for number, step in enumerate(("S1", "S2", "S3")):
        entry = SessionEntry(routine="post_run", states={step: StepState.DONE})
        keep_session(diary, entry, goes_on=number > 0)
    assert diary.undo().done
    assert view_routines(diary).lines[1].session is None
    assert not diary.undo().done


@pytest.mark.parametrize(("count", "done"), [(7, False), (8, True)])
def test_r_str_09_a_routine_is_done_at_seventy_percent(
    diary: Book, count: int, *, done: bool
) -> None:
    names = [f"P{number}" for number in range(1, count + 1)]
    saved(diary, SessionEntry(routine="pre_run", states=dict.fromkeys(names, StepState.DONE)))
    assert view_routines(diary).lines[0].done is done


def test_a_session_of_an_earlier_day_stays_there(diary: Book) -> None:
    earlier = TODAY - timedelta(days=2)
    session = saved(diary, SessionEntry(routine="mid_run", day=earlier, others=StepState.DONE))
    assert session.day == earlier
    assert view_routines(diary, earlier).lines[4].session == session
    assert view_routines(diary).lines[4].session is None
    assert view_routines(diary).lines[4].last_day == earlier


def test_a_session_on_a_day_without_an_offer_is_still_put_on_file(diary: Book) -> None:
    save_check_in(diary, CheckInEntry(alarm=True, answers={"saddle_numb": True}))
    session = saved(diary, SessionEntry(routine="mid_run", others=StepState.DONE))
    assert set(states_of(session.marks).values()) == {StepState.DONE}


def test_first_use_ends_with_the_first_session(diary: Book) -> None:
    assert view_routines(diary).first_use
    saved(diary, SessionEntry(routine="mid_run"))
    assert not view_routines(diary).first_use


@pytest.mark.parametrize(("limp", "routine"), [(False, "pre_run"), (True, "rest_day")])
def test_the_day_suggests_its_routine(diary: Book, *, limp: bool, routine: str) -> None:
    save_settings(diary, Settings(tracked=(BACK,)))
    save_screening(
        diary,
        Screening(
            id="s",
            at=MORNING,
            day=TODAY,
            adult=True,
            structural=False,
            condition=False,
            symptoms=False,
            bone_risk=False,
            pregnancy=False,
            told_to_avoid=False,
            active=True,
        ),
    )
    save_check_in(diary, CheckInEntry(scores={BACK: 1}, limp=limp))
    assert view_routines(diary).suggested == routine
