"""`stretch go` on a diary, with a clock that the keyboard turns while nobody types."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tracker.cli.signals import EndSignal
from tracker.cli.walkthrough import Walkthrough
from tracker.diary.book import Book, open_book, save_settings
from tracker.diary.check_ins import save_check_in
from tracker.diary.entries import CheckInEntry, RunEntry, SessionEntry
from tracker.diary.routine_views import routine_named
from tracker.diary.runs import log_run
from tracker.diary.sessions import keep_session
from tracker.domain.pain import Spread
from tracker.domain.routine import Direction, RoutineSession, StepPosition, StepState
from tracker.domain.settings import Settings
from tracker.rules.routines import builtin_routines

NOW = datetime(2026, 11, 23, 7, 12, tzinfo=UTC)
TODAY = date(2026, 11, 23)


class Typist:
    """Types each line at its second; the clock goes on only while the program waits for a line."""

    def __init__(self, *lines: tuple[float, str]) -> None:
        self.seconds = 0.0
        self._lines = list(lines)

    def clock(self) -> float:
        return self.seconds

    def line(self, wait_s: float) -> str | None:
        if self._lines and self._lines[0][0] <= self.seconds:
            return self._lines.pop(0)[1]
        self.seconds += wait_s
        if self.seconds > 3600 and not self._lines:
            raise EOFError
        return None


@pytest.fixture
def diary(tmp_path: Path) -> Book:
    opened = open_book(tmp_path / "diary.json", lambda: NOW)
    assert isinstance(opened, Book)
    save_settings(opened, Settings(setup_step=None, eases=Direction.ARCHING))
    return opened


Goes = Callable[..., int]


@pytest.fixture
def goes(diary: Book) -> Goes:
    """Go through a routine while somebody types; gives the exit code."""

    def go(routine: str, *lines: tuple[float, str], again: bool = False, signal: int = 0) -> int:
        found = routine_named(diary.snapshot, routine)
        assert not hasattr(found, "message")
        typist = Typist(*lines)
        walk = Walkthrough(
            diary, found, EndSignal(signal), keyboard=typist, monotonic_clock=typist.clock
        )
        return walk.go(again=again)

    return go


def sessions(diary: Book) -> tuple[RoutineSession, ...]:
    return diary.snapshot.sessions.get(TODAY, ())


@pytest.mark.parametrize("routine", list(builtin_routines()))
def test_all_the_way_through(diary: Book, goes: Goes, routine: str) -> None:
    assert goes(routine, (0, "3"), (2000, "1"), (2001, "")) == 0
    (saved,) = sessions(diary)
    assert {mark.state for mark in saved.marks} <= {StepState.DONE, StepState.LEFT_OUT}
    assert saved.seconds == sum(
        step.est_s
        for step in builtin_routines()[routine].steps
        if step.id in {mark.step for mark in saved.marks if mark.state is StepState.DONE}
    )
    assert (saved.pain_before, saved.pain_after, saved.left_at) == (3, 1, None)


def test_what_was_done_is_said_at_the_end(
    diary: Book, goes: Goes, capsys: pytest.CaptureFixture[str]
) -> None:
    goes("pre_run", (0, "3"), (200, "s"), (1000, "1"), (1001, "y"))
    said = capsys.readouterr().out
    assert "Kept: Before a run, 10 done, 1 skipped, 8 minutes" in said
    assert "Pain before 3, after 1." in said
    assert "It counts as done.  R-STR-09" in said
    assert "`backstride run add` logs the run" in said
    assert sessions(diary)[0].water_packed is True


def test_left_half_way_it_goes_on_in_the_app_and_back_again(diary: Book, goes: Goes) -> None:
    assert goes("mid_run", (0, ""), (20, "q")) == 0
    (left,) = sessions(diary)
    assert left.left_at is not None
    assert left.left_at.step == "R1"
    assert 14_000 <= left.left_at.elapsed_ms <= 16_000
    in_app = SessionEntry(
        routine="mid_run",
        states={"R1": StepState.DONE, "R2": StepState.SKIPPED},
        seconds=70,
        left_at=StepPosition("R3", 10_000),
        pain_before=2,
    )
    keep_session(diary, in_app)
    assert goes("mid_run", (1, ""), (500, "")) == 0
    (saved,) = sessions(diary)
    assert saved.id == left.id
    assert [mark.state for mark in saved.marks] == [
        *(StepState.DONE, StepState.SKIPPED),
        *[StepState.DONE] * 4,
    ]
    assert saved.seconds == 70 - 10 + 40 + 40 + 30 + 40
    assert saved.pain_before == 2


def test_one_undo_takes_the_whole_session_back(diary: Book, goes: Goes) -> None:
    goes("mid_run", (0, ""), (500, ""))
    assert diary.undo().message == "Undone: Mid-run reset, Mon 23 Nov 2026."
    assert sessions(diary) == ()


def test_again_begins_a_session_of_its_own(
    diary: Book, goes: Goes, capsys: pytest.CaptureFixture[str]
) -> None:
    goes("mid_run", (0, ""), (500, ""))
    with pytest.raises(SystemExit) as ended:
        goes("mid_run", (0, ""))
    assert ended.value.code == 1
    assert "--again" in capsys.readouterr().err
    assert goes("mid_run", (0, ""), (20, "s"), (21, "q"), again=True) == 0
    first, second = sessions(diary)
    assert {mark.state for mark in first.marks} == {StepState.DONE}
    assert [mark.state for mark in second.marks].count(StepState.UNTOUCHED) == 5


def test_a_signal_ends_it_with_its_code_and_nothing_done_is_not_kept(
    diary: Book, goes: Goes, capsys: pytest.CaptureFixture[str]
) -> None:
    assert goes("mid_run", signal=2) == 130
    assert "nothing is kept" in capsys.readouterr().out
    assert sessions(diary) == ()


def test_r_str_06_the_one_question_is_asked_once_and_remembered(
    diary: Book, goes: Goes, capsys: pytest.CaptureFixture[str]
) -> None:
    save_settings(diary, replace(diary.settings, eases=None))
    goes("rest_day", (0, "both"), (0, "b"), (0, ""), (20, "q"))
    said = capsys.readouterr().out
    assert said.count("Which eases your low back") == 2
    assert 'Can\'t read "both"' in said
    assert "Left out today: Forearm press-ups, you said bending eases.  R-STR-06" in said
    assert diary.settings.eases is Direction.BENDING
    goes("rest_day", (0, ""), (20, "q"))
    assert "Which eases" not in capsys.readouterr().out


def test_r_str_06_steps_left_out_are_named_and_not_guided(
    diary: Book, goes: Goes, capsys: pytest.CaptureFixture[str]
) -> None:
    save_check_in(diary, CheckInEntry(spread=Spread.BELOW_KNEE, note="x"))
    goes("mid_run", (0, ""), (500, ""))
    said = capsys.readouterr().out
    assert "Left out today: Hamstring, heel on kerb" in said
    assert "Step 3 of 5: Quadriceps" in said
    assert "No check-in on this day" not in said


def test_r_str_06_with_a_hold_none_is_offered_and_it_says_why(say: Command) -> None:
    say("checkin", "--site", "low_back=3", "--flag", "saddle_numb")
    answer = say("stretch", "go", "pre_run")
    assert answer.code == 1
    assert "No routine today" in answer.err
    assert "R-STR-06" in answer.err
    assert "R-RED-" in answer.err


def test_a_routine_that_does_not_exist(say: Command) -> None:
    answer = say("stretch", "go", "yoga")
    assert answer.code == 1
    assert 'There is no routine "yoga"' in answer.err


def test_what_cannot_be_kept_is_said(
    diary: Book,
    goes: Goes,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(
        "tracker.cli.walkthrough.log_session",
        lambda *_args, **_more: save_check_in(diary, CheckInEntry()),
    )
    assert goes("mid_run", (0, ""), (20, "q")) == 1
    assert "What was done is not kept" in capsys.readouterr().err


def test_r_an_07_the_list_says_how_many_of_the_planned_were_done(say: Command) -> None:
    say("run", "add", "5", "30", "--at", "yesterday 18:00")
    say("stretch", "log", "pre_run", "--at", "yesterday 17:50")
    said = say("stretch", "list").out
    assert "last 28 days: 1 of 2 planned  R-AN-07" in said
    assert "planned = one before and one after" in said


def test_a_run_tells_its_routine(diary: Book, goes: Goes, say: Command) -> None:
    goes("pre_run", (0, ""), (2000, ""), (2001, ""))
    (session,) = sessions(diary)
    entry = RunEntry(distance="5", duration="30", routine_id=session.id)
    run = log_run(diary, entry)
    said = say("run", "show", getattr(run, "id", "")).out
    assert "routine  Before a run, 9 min, " in said
