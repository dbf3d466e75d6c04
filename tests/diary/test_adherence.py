"""Twenty-eight days of routines out of a diary (R-AN-07), also over a change of the clocks."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.diary.conftest import Made
from tracker.diary.adherence import adherence_of
from tracker.diary.book import Book, open_book
from tracker.diary.entries import RunEntry, SessionEntry
from tracker.diary.runs import log_run
from tracker.diary.sessions import log_session
from tracker.diary.snapshot import Snapshot, take
from tracker.domain.routine import RoutineSession, StepMark, StepState
from tracker.domain.settings import Settings
from tracker.domain.site import PainSite, Side, Site
from tracker.insight.adherence import Adherence, DayKept
from tracker.rules.routines import builtin_routines

BACK = PainSite(Site.LOW_BACK, Side.CENTRE)
TODAY = date(2026, 11, 23)


def session(day: date, routine: str, *, done: int | None = None, number: int = 0) -> RoutineSession:
    """Give a session with so many steps done, all of them where none is said."""
    steps = builtin_routines()[routine].steps
    count = len(steps) if done is None else done
    return RoutineSession(
        id=f"{day}-{routine}-{number}",
        at=datetime(day.year, day.month, day.day, 12, number, tzinfo=UTC),
        day=day,
        routine=routine,
        marks=tuple(
            StepMark(step.id, StepState.DONE if at < count else StepState.UNTOUCHED)
            for at, step in enumerate(steps)
        ),
    )


def kept(made: Made, *sessions: RoutineSession) -> Adherence:
    snapshot = take(
        settings=made.settings,
        check_ins=made.check_ins,
        runs=made.runs,
        sessions=sessions,
        others=made.screenings,
    )
    return adherence_of(snapshot, today=TODAY)


def of_day(found: Adherence, back: int) -> DayKept:
    return dict(found.days)[TODAY - timedelta(days=back)]


def test_r_an_07_an_empty_diary_planned_nothing() -> None:
    found = adherence_of(take(settings=Settings(), check_ins=(), runs=()), today=TODAY)
    assert [day for day, _kept in found.days] == [
        date(2026, 10, 27) + timedelta(days=step) for step in range(28)
    ]
    assert {each for _day, each in found.days} == {DayKept.NOTHING_PLANNED}
    assert (found.done, found.planned, found.extra) == (0, 0, 0)


def test_r_an_07_sessions_are_counted_by_routine_and_70_percent(made: Made) -> None:
    made.screened()
    for back in (3, 6, 9, 12):
        made.run(back)
    found = kept(
        made,
        session(made.day(3), "pre_run"),
        session(made.day(3), "post_run", done=7),  # 7 of 9 are 78 %
        session(made.day(6), "pre_run", done=7),  # 7 of 11 are 64 %
        session(made.day(9), "pre_run"),
        session(made.day(9), "pre_run", number=1),
        session(made.day(11), "rest_day"),
        session(made.day(12), "mid_run"),
        session(made.day(28), "pre_run"),
    )
    assert of_day(found, 3) is DayKept.DONE
    assert of_day(found, 6) is DayKept.PARTLY
    assert of_day(found, 9) is DayKept.PARTLY
    assert of_day(found, 11) is DayKept.EXTRA
    assert of_day(found, 12) is DayKept.NOT_DONE
    assert (found.done, found.planned, found.extra) == (3, 8, 1)


def test_r_an_07_an_advised_rest_never_counts_against(made: Made) -> None:
    made.screened()
    made.check_in(5, {BACK: 7}, full_list=True)
    assert made.decided(5).outcome == "REST"
    made.run(5)
    found = kept(made)
    assert of_day(found, 5) is DayKept.REST_ADVISED
    assert found.planned == 0
    found = kept(made, session(made.day(5), "post_run"))
    assert (found.done, found.planned) == (1, 1)


def test_r_an_07_an_advice_to_seek_care_never_counts_against(made: Made) -> None:
    made.screened()
    made.check_in(4, {BACK: 2}, yes=("saddle_numb",))
    made.run(3)
    assert made.decided(3).outcome == "SEEK_CARE"
    found = kept(made)
    assert [of_day(found, back) for back in (4, 3)] == [DayKept.REST_ADVISED] * 2
    assert found.planned == 0


def test_r_an_07_what_the_run_itself_brought_is_no_advised_rest(made: Made) -> None:
    made.screened()
    for back in (7, 6, 5):
        made.check_in(back, {BACK: 0})
        made.run(back)
    found = kept(made)
    assert of_day(found, 6) is DayKept.NOT_DONE


def test_r_an_07_today_is_not_over(made: Made) -> None:
    made.screened()
    made.run(0, hour=6)
    assert kept(made).planned == 0
    found = kept(made, session(TODAY, "pre_run"))
    assert (found.done, found.planned) == (1, 1)


@pytest.mark.parametrize(
    ("today", "zone"),
    [
        (date(2026, 10, 26), "Europe/Berlin"),
        (date(2026, 3, 30), "Europe/Berlin"),
        (date(2026, 3, 9), "America/New_York"),
    ],
)
def test_r_an_07_a_change_of_the_clocks_moves_nothing(
    tmp_path: Path, today: date, zone: str
) -> None:
    """A run on Sunday at 1:30, in the night of the change, belongs to Saturday: days begin at 4."""
    now = datetime(today.year, today.month, today.day, 8, tzinfo=ZoneInfo(zone))
    diary = open_book(tmp_path / "diary.json", lambda: now)
    assert isinstance(diary, Book)
    sunday, saturday = today - timedelta(days=1), today - timedelta(days=2)
    log_run(diary, RunEntry(when=f"{sunday} 01:30", distance="5", duration="30"))
    log_run(diary, RunEntry(when=f"{sunday} 05:00", distance="5", duration="30"))
    for day, clock in ((sunday, "01:00"), (sunday, "05:30"), (sunday, "23:30")):
        routine = "post_run" if clock == "23:30" else "pre_run"
        entry = SessionEntry(routine=routine, others=StepState.DONE, when=f"{day} {clock}")
        assert isinstance(log_session(diary, entry), RoutineSession)
    found = adherence_of(diary.snapshot, today=today)
    assert dict(found.days)[saturday] is DayKept.PARTLY
    assert dict(found.days)[sunday] is DayKept.DONE
    assert len(found.days) == 28
    assert found.days[-1][0] == today
    assert (found.done, found.planned) == (3, 4)


def test_r_an_07_asking_changes_nothing(made: Made) -> None:
    made.run(3)
    snapshot: Snapshot = made.snapshot
    adherence_of(snapshot, today=TODAY)
    assert made.day(3) in snapshot.runs
