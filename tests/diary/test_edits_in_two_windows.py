"""The same record open in two windows: nobody's fields are overwritten without a word."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tracker.diary.book import Book, Unusable, open_book
from tracker.diary.check_ins import save_check_in
from tracker.diary.conflicts import Conflict, Edit, value_words
from tracker.diary.entries import CheckInEntry, RunEntry, SessionEntry
from tracker.diary.kinds.check_in import CHECK_IN
from tracker.diary.kinds.run import RUN
from tracker.diary.kinds.saving import open_record, save_form
from tracker.diary.runs import delete_run, log_run
from tracker.diary.sessions import keep_session, log_session
from tracker.domain.check_in import CheckIn
from tracker.domain.pain import Night, PainScore
from tracker.domain.problem import Problem
from tracker.domain.routine import RoutineSession, StepPosition, StepState
from tracker.domain.run import Run, Surface
from tracker.domain.settings import DistanceUnit, Settings
from tracker.domain.site import PainSite, Side, Site
from tracker.rules.routines import builtin_routines
from tracker.rules.wording import forbidden_words

BACK = PainSite(Site.LOW_BACK, Side.CENTRE)
SHIN = PainSite(Site.SHIN, Side.LEFT)


class Clock:
    def __init__(self) -> None:
        self.now = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def windows(tmp_path: Path, clock: Clock) -> tuple[Book, Book]:
    def opened() -> Book:
        book = open_book(tmp_path / "diary.json", clock)
        assert not isinstance(book, Unusable)
        return book

    return opened(), opened()


def the_run(book: Book) -> Run:
    book.refresh()
    (run,) = book.store.records(Run).values()
    return run


def edited(book: Book, base: Run, **changes: str) -> Run | tuple[Problem, ...]:
    return typed(book, Edit(base), **changes)


def typed(book: Book, edit: Edit[Run], **changes: str) -> Run | tuple[Problem, ...]:
    _context, shown = open_record(book, kind=RUN, record=edit.base)
    return save_form(book, kind=RUN, texts={**shown, **changes}, edit=edit)


def test_a_runs_distance_here_and_its_note_there_are_both_kept(windows: tuple[Book, Book]) -> None:
    here, there = windows
    base = log_run(here, RunEntry(when="9:00", distance="5.2", duration="30"))
    assert isinstance(base, Run)
    there.refresh()
    edited(there, base, note="hills", rpe="6")
    saved = edited(here, base, distance="5.4")
    assert saved == replace(base, distance_m=5400, note="hills", rpe=6)
    assert the_run(there) == saved


def test_what_both_changed_is_asked_about_at_its_field(
    windows: tuple[Book, Book], clock: Clock
) -> None:
    here, there = windows
    base = log_run(here, RunEntry(when="9:00", distance="5.2", duration="30"))
    assert isinstance(base, Run)
    there.refresh()
    clock.now += timedelta(minutes=3)
    edited(there, base, distance="5.4")
    clock.now += timedelta(minutes=20)
    refused = edited(here, base, distance="5.1", note="mine")
    assert isinstance(refused, tuple)
    (conflict,) = refused
    assert isinstance(conflict, Conflict)
    assert (conflict.field, conflict.attribute) == ("distance", "distance_m")
    assert (conflict.mine, conflict.theirs) == (5100, 5400)
    said = "12:03 in another window: 5.4 km. Keep yours, or take theirs."
    assert conflict.message == said
    assert not forbidden_words(said)
    assert the_run(here).note == ""

    mine = Edit(base, keep_mine=frozenset({"distance_m"}))
    kept = typed(here, mine, distance="5.1", note="mine")
    assert kept == replace(base, distance_m=5100, note="mine")
    here.undo()
    theirs = Edit(base, take_theirs=frozenset({"distance_m"}))
    taken = typed(here, theirs, distance="5.1", note="mine")
    assert taken == replace(base, distance_m=5400, note="mine")


def test_another_day_is_named_with_the_time(windows: tuple[Book, Book], clock: Clock) -> None:
    here, there = windows
    base = log_run(here, RunEntry(when="9:00", distance="5.2", duration="30"))
    assert isinstance(base, Run)
    there.refresh()
    edited(there, base, rpe="3")
    clock.now += timedelta(days=2)
    refused = edited(here, base, rpe="8")
    assert isinstance(refused, tuple)
    assert refused[0].message.startswith("Mon 23 Nov 2026, 12:00 in another window: 3.")


def test_a_run_that_was_deleted_meanwhile_is_not_brought_back(windows: tuple[Book, Book]) -> None:
    here, there = windows
    base = log_run(here, RunEntry(when="9:00", distance="5.2", duration="30"))
    assert isinstance(base, Run)
    there.refresh()
    delete_run(there, base.id)
    assert edited(here, base, rpe="8") == (Problem("", RUN.gone),)


def test_a_check_ins_scores_here_and_its_night_there_are_both_kept(
    windows: tuple[Book, Book],
) -> None:
    here, there = windows
    base = save_check_in(here, CheckInEntry(scores={BACK: 2}))
    assert isinstance(base, CheckIn)
    there.refresh()
    save_check_in(there, CheckInEntry(scores={BACK: 2}, night=Night.MOVING), edit=Edit(base))
    saved = save_check_in(here, CheckInEntry(scores={BACK: 5}), edit=Edit(base))
    assert isinstance(saved, CheckIn)
    assert saved.scores == (PainScore(Site.LOW_BACK, Side.CENTRE, 5),)
    assert saved.night is Night.MOVING
    assert saved.at == base.at


def test_an_alarm_sign_that_was_ticked_elsewhere_stays(windows: tuple[Book, Book]) -> None:
    here, there = windows
    base = save_check_in(here, CheckInEntry(scores={BACK: 2}, answers={"saddle_numb": False}))
    assert isinstance(base, CheckIn)
    there.refresh()
    ticked = CheckInEntry(scores={BACK: 2}, answers={"saddle_numb": True})
    save_check_in(there, ticked, edit=Edit(base))
    mine = CheckInEntry(scores={BACK: 2}, answers={"saddle_numb": False, "collapse": False})
    insisting = Edit(base, keep_mine=frozenset({"answers"}))
    saved = save_check_in(here, mine, edit=insisting)
    assert isinstance(saved, CheckIn)
    assert {(each.key, each.yes) for each in saved.answers} >= {("saddle_numb", True)}


def test_a_check_in_that_was_deleted_meanwhile_is_named(windows: tuple[Book, Book]) -> None:
    here, there = windows
    base = save_check_in(here, CheckInEntry(scores={BACK: 2}))
    assert isinstance(base, CheckIn)
    there.refresh()
    there.undo()
    saved = save_check_in(here, CheckInEntry(scores={BACK: 3}), edit=Edit(base))
    assert saved == (Problem("", CHECK_IN.gone),)


def test_a_session_is_corrected_field_by_field(windows: tuple[Book, Book]) -> None:
    here, there = windows
    base = log_session(here, SessionEntry(routine="pre_run"))
    assert isinstance(base, RoutineSession)
    there.refresh()
    log_session(there, SessionEntry(routine="pre_run", note="theirs"), edit=Edit(base))
    saved = log_session(here, SessionEntry(routine="pre_run", pain_after=2), edit=Edit(base))
    assert isinstance(saved, RoutineSession)
    assert (saved.note, saved.pain_after) == ("theirs", 2)


BLANK = SessionEntry(routine="pre_run")


@pytest.mark.parametrize(
    ("theirs", "mine"),
    [
        ({"pain_before": 3}, {"pain_after": 2}),
        ({"pain_before": 0}, {"water_packed": False}),
        ({"note": "hills"}, {"pain_before": 0}),
        ({"pain_after": 4}, {"pain_after": 4}),
        ({"water_packed": True, "note": "hills"}, {"pain_before": 1, "pain_after": 0}),
        ({"pain_after": 4}, {}),
    ],
)
def test_answers_of_a_session_here_and_there_are_both_kept(
    windows: tuple[Book, Book], theirs: dict[str, Any], mine: dict[str, Any]
) -> None:
    here, there = windows
    keep_session(there, replace(BLANK, **theirs), began=BLANK)
    keep_session(here, replace(BLANK, **mine), began=BLANK)
    (session,) = here.store.records(RoutineSession).values()
    assert {name: getattr(session, name) for name in theirs | mine} == theirs | mine


@pytest.mark.parametrize(
    ("name", "theirs", "mine", "words"),
    [
        ("pain_before", 5, 0, "5"),
        ("pain_before", 0, 5, "0"),
        ("pain_after", 7, None, "7"),
        ("water_packed", False, True, "no"),
        ("note", "hills", "flat", '"hills"'),
    ],
)
def test_an_answer_of_a_session_that_both_changed_is_asked_about(
    windows: tuple[Book, Book],
    name: str,
    theirs: Any,  # noqa: ANN401 - as the entry's field
    mine: Any,  # noqa: ANN401
    words: str,
) -> None:
    here, there = windows
    first = next(iter(builtin_routines()["pre_run"].steps)).id
    shown = replace(BLANK, pain_after=2, states={first: StepState.UNTOUCHED})
    keep_session(there, shown)
    here_now: dict[str, Any] = {name: mine, "states": {first: StepState.DONE}}
    there_now: dict[str, Any] = {name: theirs}
    keep_session(there, replace(shown, **there_now), began=shown)
    typed = replace(shown, **here_now)
    refused = keep_session(here, typed, began=shown)
    assert isinstance(refused, tuple)
    (conflict,) = refused
    assert isinstance(conflict, Conflict)
    assert conflict.attribute == name
    said = f"12:00 in another window: {words}. Keep yours, or take theirs."
    assert conflict.message == said
    (on_file,) = here.store.records(RoutineSession).values()
    assert getattr(on_file, name) == theirs
    assert on_file.marks[0].state is StepState.UNTOUCHED

    taken = keep_session(here, typed, began=shown, take_theirs=frozenset({name}))
    assert isinstance(taken, RoutineSession)
    assert (getattr(taken, name), taken.marks[0].state) == (theirs, StepState.DONE)
    kept = keep_session(here, typed, began=shown, keep_mine=frozenset({name}))
    assert isinstance(kept, RoutineSession)
    assert (kept.id, getattr(kept, name)) == (on_file.id, mine)


def test_the_time_of_the_guide_that_was_used_last_stays_without_a_question(
    windows: tuple[Book, Book],
) -> None:
    here, there = windows
    place = StepPosition("P2", 4000)
    keep_session(there, replace(BLANK, seconds=90, left_at=StepPosition("P4", 0)), began=BLANK)
    saved = keep_session(here, replace(BLANK, seconds=30, left_at=place), began=BLANK)
    assert isinstance(saved, RoutineSession)
    assert (saved.seconds, saved.left_at) == (30, place)
    through = keep_session(here, replace(BLANK, seconds=230), began=BLANK)
    assert isinstance(through, RoutineSession)
    assert (through.seconds, through.left_at) == (230, None)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "nothing"),
        ("", "nothing"),
        ((), "nothing"),
        (False, "no"),
        (0, "0"),
        (Surface.TRAIL, "trail"),
        ("ice on the path", '"ice on the path"'),
        (datetime(2026, 11, 23, 18, 10, tzinfo=UTC), "Mon 23 Nov 2026 6:10 pm"),
        (datetime(2026, 11, 23, tzinfo=UTC).date(), "Mon 23 Nov 2026"),
        (
            (PainScore(Site.SHIN, Side.LEFT, 0), PainScore(Site.LOW_BACK, Side.CENTRE, 3)),
            "Left shin 0, Low back 3",
        ),
        (("Blue", "Red"), '"Blue", "Red"'),
    ],
)
def test_a_value_in_words(value: object, words: str) -> None:
    assert value_words(value, Settings(unit=DistanceUnit.MI, clock_24h=False)) == words


def test_steps_ticked_here_and_there_are_both_kept(windows: tuple[Book, Book]) -> None:
    here, there = windows
    done, skipped, untouched = StepState.DONE, StepState.SKIPPED, StepState.UNTOUCHED
    first, second, third = list(builtin_routines()["pre_run"].steps)[:3]
    blank = dict.fromkeys((first.id, second.id, third.id), untouched)

    def entry(note: str = "", **more: StepState) -> SessionEntry:
        return SessionEntry(routine="pre_run", states={**blank, **more}, note=note)

    keep_session(there, entry("hills", **{first.id: done}), began=entry())
    here.refresh()
    keep_session(here, entry(**{second.id: skipped}), began=entry())
    there.refresh()
    (session,) = there.store.records(RoutineSession).values()
    states = {mark.step: mark.state for mark in session.marks}
    assert [states[each.id] for each in (first, second, third)] == [done, skipped, untouched]
    assert session.note == "hills"
    keep_session(here, entry(**{second.id: untouched}), began=entry(**{second.id: skipped}))
    (session,) = here.store.records(RoutineSession).values()
    states = {mark.step: mark.state for mark in session.marks}
    assert [states[each.id] for each in (first, second, third)] == [done, untouched, untouched]
