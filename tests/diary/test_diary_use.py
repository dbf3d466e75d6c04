"""The use cases over a real file: what is refused, kept, corrected, taken back, and shared."""

import os
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from errno import EACCES, EIO, ENOSPC, EROFS
from pathlib import Path

import pytest

from tracker.diary.book import Book, Unusable, open_book, save_settings
from tracker.diary.check_ins import check_in_texts, save_check_in
from tracker.diary.day_views import view_day
from tracker.diary.entries import CheckInEntry, RunEntry, SessionEntry
from tracker.diary.run_views import list_runs
from tracker.diary.runs import delete_run, log_run
from tracker.diary.screenings import add_clearance, answer_screening, retract
from tracker.diary.sessions import log_session
from tracker.diary.verdicts import decide
from tracker.domain.check_in import BoneFocal, CheckIn
from tracker.domain.problem import Problem
from tracker.domain.run import Run
from tracker.domain.screening import Allows, Clearance, ClearedBy, Retraction
from tracker.domain.settings import DistanceUnit, Settings
from tracker.domain.site import PainSite, Side, Site
from tracker.domain.verdict import Outcome, Response
from tracker.rules.wording import forbidden_words

BACK = PainSite(Site.LOW_BACK, Side.CENTRE)
KNEE = PainSite(Site.KNEE, Side.LEFT)
MORNING = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)


class Desk:
    """A clock that is moved by hand, and the file of one diary."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.now = MORNING

    def open(self) -> Book:
        opened = open_book(self.path, lambda: self.now)
        assert not isinstance(opened, Unusable)
        return opened


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "diary.json")


@pytest.fixture
def diary(desk: Desk) -> Book:
    return desk.open()


def checked_in(diary: Book, **said: object) -> CheckIn:
    saved = save_check_in(diary, CheckInEntry(**said))  # type: ignore[arg-type]
    assert isinstance(saved, CheckIn)
    return saved


def ran(diary: Book, distance: str = "5", duration: str = "31:20", when: str = "6:00") -> Run:
    saved = log_run(diary, RunEntry(distance=distance, duration=duration, when=when))
    assert isinstance(saved, Run)
    return saved


def fields(answer: object) -> list[str]:
    assert isinstance(answer, tuple)
    assert all(isinstance(problem, Problem) for problem in answer)
    assert not any(forbidden_words(problem.message) for problem in answer)
    return [problem.field for problem in answer]


def counts(diary: Book) -> tuple[int, int, int]:
    snapshot = diary.snapshot
    return len(snapshot.check_ins), len(snapshot.runs), len(snapshot.sessions)


class TestWhatCantBeRead:
    """One problem a field, and nothing is saved."""

    def test_of_a_check_in(self, diary: Book) -> None:
        entry = CheckInEntry(
            day=diary.today + timedelta(days=1),
            scores={BACK: 11, KNEE: -1},
            stiff="long",
            sleep="25",
            sleep_quality="6",
            fatigue="-1",
            planned="far",
            sitting="all day",
            answers={"saddle_numb": False, "no_such_flag": True},
        )

        assert fields(save_check_in(diary, entry)) == [
            "day", "scores", "stiff", "sleep", "sleep_quality", "fatigue", "planned", "sitting",
            "answers",
        ]  # fmt: skip
        assert counts(diary) == (0, 0, 0)
        assert not diary.path.exists()

    def test_a_computed_flag_is_not_ticked_2_2(self, diary: Book) -> None:
        entry = CheckInEntry(scores={BACK: 2}, answers={"lingers": True})

        saved = save_check_in(diary, entry)
        assert fields(saved) == ["answers"]
        assert "follows from the scores" in str(saved)

    def test_of_a_run(self, diary: Book) -> None:
        entry = RunEntry(
            when="yesterdy", distance="", duration="0", rpe="11", before={BACK: 12},
            during={BACK: 10}, after={BACK: -1},
        )  # fmt: skip

        assert fields(log_run(diary, entry)) == [
            "when", "distance", "duration", "rpe", "before", "after",
        ]  # fmt: skip
        assert counts(diary) == (0, 0, 0)

    def test_of_a_session(self, diary: Book) -> None:
        assert fields(log_session(diary, SessionEntry(routine="no_such_routine"))) == ["routine"]
        assert fields(log_session(diary, SessionEntry(routine="pre_run", when="soon"))) == ["when"]
        assert counts(diary) == (0, 0, 0)

    def test_a_clearance_says_what_it_covers_and_up_to_which_score(self, diary: Book) -> None:
        made = Clearance(
            id="1", at=MORNING, day=diary.today, by=ClearedBy.PHYSIO, covers=(),
            allows=Allows.RUN_WITH_PAIN,
        )  # fmt: skip

        assert fields(add_clearance(diary, made)) == ["covers", "up_to"]
        later = replace(made, covers=("all",), up_to=11, day=diary.today + timedelta(days=1))
        assert fields(add_clearance(diary, later)) == ["day", "up_to"]
        assert isinstance(add_clearance(diary, replace(made, covers=("all",), up_to=3)), Clearance)

    def test_taking_an_answer_back_asks_for_a_reason(self, diary: Book) -> None:
        checked_in(diary, answers={"saddle_numb": True})
        made = Retraction(id="1", at=MORNING, day=diary.today, flag="R-RED-01", reason=" ")
        assert fields(retract(diary, made)) == ["reason"]
        assert decide(diary).flags == ("R-RED-01",)

        assert isinstance(retract(diary, replace(made, reason="Wrong line.")), Retraction)
        assert decide(diary).flags == ()


class TestDraft:
    """What is typed shows in the verdict before it is saved."""

    def test_a_field_that_cant_be_read_yet_hides_nothing_else(self, diary: Book) -> None:
        draft = CheckInEntry(scores={BACK: 1}, answers={"saddle_numb": True}, sleep="7:")

        assert decide(diary, draft=check_in_texts(draft)).flags == ("R-RED-01",)
        assert decide(diary).flags == ()

    def test_it_stands_in_the_place_of_what_it_corrects(self, desk: Desk, diary: Book) -> None:
        first = checked_in(diary, scores={BACK: 2}, limp=True)
        desk.now += timedelta(hours=5)
        checked_in(diary, scores={BACK: 4})
        draft = CheckInEntry(scores={BACK: 3})

        given = decide(diary, draft=check_in_texts(draft), replacing=first.id).readiness.given

        assert [site.now for site in given.sites] == [4]
        assert not given.limp
        assert decide(diary, draft=check_in_texts(draft)).readiness.given.sites[0].now == 3

    def test_it_may_move_to_another_day(self, diary: Book) -> None:
        first = checked_in(diary, scores={BACK: 2})
        draft = CheckInEntry(day=diary.today - timedelta(days=1), scores={BACK: 2})

        assert (
            decide(diary, draft=check_in_texts(draft), replacing=first.id).readiness.given.sites
            == ()
        )


class TestCorrecting:
    def test_a_corrected_check_in_keeps_its_moment(self, desk: Desk, diary: Book) -> None:
        first = checked_in(diary, scores={BACK: 2})
        desk.now += timedelta(hours=5)
        checked_in(diary, scores={BACK: 4})
        desk.now += timedelta(hours=5)

        corrected = save_check_in(diary, CheckInEntry(scores={BACK: 1}), replacing=first.id)

        assert isinstance(corrected, CheckIn)
        assert (corrected.id, corrected.at) == (first.id, first.at)
        of_day = diary.snapshot.check_ins[diary.today]
        assert [item.scores[0].score for item in of_day] == [1, 4]

    def test_an_alarm_sign_is_not_unticked_on_the_way(self, diary: Book) -> None:
        bone = BoneFocal(site=Site.SHIN, side=Side.LEFT, walking=True)
        first = checked_in(
            diary, scores={BACK: 2}, answers={"saddle_numb": True}, bone_focal=(bone,)
        )

        save_check_in(
            diary,
            CheckInEntry(scores={BACK: 1}, answers={"saddle_numb": False, "back_lump": False}),
            replacing=first.id,
        )

        assert decide(diary).flags == ("R-RED-01", "R-RED-22")

    def test_one_that_is_added_is_newer_than_an_earlier_clearance(
        self, desk: Desk, diary: Book
    ) -> None:
        first = checked_in(diary, scores={BACK: 2})
        desk.now += timedelta(hours=2)
        add_clearance(diary,
            Clearance(
                id="1", at=desk.now, day=diary.today, by=ClearedBy.DOCTOR, covers=("all",),
                allows=Allows.RUN,
            )
        )  # fmt: skip
        desk.now += timedelta(hours=2)

        save_check_in(diary, CheckInEntry(answers={"back_lump": True}), replacing=first.id)

        assert decide(diary).flags == ("R-RED-16",)

    def test_a_run_that_is_gone_is_not_corrected(self, diary: Book) -> None:
        run = ran(diary)
        delete_run(diary, run.id)

        assert fields(log_run(diary, RunEntry(distance="5", duration="30"), replacing=run.id)) == [
            ""
        ]


class TestOneMoment:
    """A clock that stands still: what was logged last is the latest, also when opened anew."""

    def test_of_check_ins(self, desk: Desk, diary: Book) -> None:
        for score in range(10):
            checked_in(diary, scores={BACK: score})

        for opened in (diary, desk.open()):
            scores = [item.scores[0].score for item in opened.snapshot.check_ins[diary.today]]
            assert scores == list(range(10))

    def test_of_screening_answers(self, desk: Desk, diary: Book) -> None:
        answers = dict.fromkeys(
            ("structural", "condition", "symptoms", "bone_risk", "pregnancy", "told_to_avoid"),
            False,
        )
        answer_screening(diary, {**answers, "adult": True, "structural": True, "active": False})
        assert decide(diary).outcome is Outcome.SEEK_CARE

        answer_screening(diary, {**answers, "adult": True, "active": False})
        assert decide(diary).outcome is Outcome.NEEDS_INPUT
        assert decide(desk.open()).outcome is Outcome.NEEDS_INPUT

    def test_of_clearances(self, desk: Desk, diary: Book) -> None:
        checked_in(diary, scores={BACK: 2}, answers={"back_lump": True})
        run = Clearance(
            id="2", at=desk.now, day=diary.today, by=ClearedBy.DOCTOR, covers=("all",),
            allows=Allows.RUN,
        )  # fmt: skip
        add_clearance(diary, run)
        assert decide(diary).flags == ()

        add_clearance(diary, replace(run, id="1", allows=Allows.WALK))
        assert decide(diary).flags == ("R-RED-16",)


class TestTakingBack:
    def test_delete_and_undo_also_after_opening_anew(self, desk: Desk, diary: Book) -> None:
        run = ran(diary)
        assert delete_run(diary, run.id[-6:]) == run
        assert list_runs(diary) == ()

        answer = desk.open().undo()

        assert (answer.message, answer.done) == (
            "Undone: the run of 5.0 km, Mon 23 Nov 2026.",
            True,
        )
        assert [line.run for line in list_runs(desk.open())] == [run]

    def test_undo_goes_back_step_by_step_to_nothing(self, desk: Desk, diary: Book) -> None:
        checked_in(diary, scores={BACK: 2})
        ran(diary)
        log_session(diary, SessionEntry(routine="pre_run"))

        said = [desk.open().undo().message for _ in range(4)]

        assert said[1:] == [
            "Undone: the run of 5.0 km, Mon 23 Nov 2026.",
            "Undone: the check-in, Mon 23 Nov 2026.",
            "There is nothing to undo.",
        ]  # fmt: skip
        assert counts(desk.open()) == (0, 0, 0)

    def test_undo_of_a_correction_gives_what_was_there(self, diary: Book) -> None:
        first = checked_in(diary, scores={BACK: 2})
        save_check_in(diary, CheckInEntry(scores={BACK: 6}), replacing=first.id)
        diary.undo()

        assert diary.snapshot.check_ins[diary.today] == (first,)

    @pytest.mark.parametrize(
        ("word", "expected"), [("", "no run"), ("zz", "no run"), ("0", "match")]
    )
    def test_a_run_must_be_named_well(self, diary: Book, word: str, expected: str) -> None:
        ran(diary, when="5:00")
        ran(diary, when="6:00")

        answer = delete_run(diary, word)

        assert fields(answer) == ["id"]
        assert isinstance(answer, tuple)
        assert expected in answer[0].message


class TestSettings:
    def test_they_are_kept_in_the_file(self, desk: Desk, diary: Book) -> None:
        chosen = Settings(unit=DistanceUnit.MI, day_start_hour=0, tracked=(BACK,))
        assert save_settings(diary, chosen) == chosen
        assert desk.open().settings == chosen

    def test_the_unit_is_that_of_what_is_typed_and_said(self, diary: Book) -> None:
        save_settings(diary, Settings(unit=DistanceUnit.MI))

        assert ran(diary, "3.1").distance_m == 4989
        assert diary.undo().message == "Undone: the run of 3.1 mi, Mon 23 Nov 2026."


class TestThePersonsDay:
    @pytest.mark.parametrize(
        ("hour", "start", "expected"), [(3, 4, 22), (4, 4, 23), (5, 6, 22), (0, 0, 23)]
    )
    def test_it_begins_at_its_hour(
        self, desk: Desk, diary: Book, hour: int, start: int, expected: int
    ) -> None:
        save_settings(diary, Settings(day_start_hour=start))
        desk.now = MORNING.replace(hour=hour)

        assert diary.today.day == expected
        assert checked_in(diary, scores={BACK: 1}).day.day == expected

    def test_a_time_of_day_is_that_of_the_persons_day(self, desk: Desk, diary: Book) -> None:
        save_settings(diary, Settings(day_start_hour=6))
        desk.now = MORNING.replace(hour=5, minute=30)

        run = ran(diary, when="today 5:10")

        assert run.start == MORNING.replace(hour=5, minute=10)
        assert run.day.day == 22

    def test_a_check_in_after_midnight_still_closes_the_evening(
        self, desk: Desk, diary: Book
    ) -> None:
        run = log_run(diary,
            RunEntry(
                when="yesterday 23:30", distance="5", duration="30", before={BACK: 1},
                during={BACK: 1},
            )
        )  # fmt: skip
        assert isinstance(run, Run)
        desk.now = MORNING.replace(hour=2)
        checked_in(diary, scores={BACK: 6})
        [line] = list_runs(diary)
        assert line.response is Response.UNKNOWN

        desk.now = MORNING
        checked_in(diary, scores={BACK: 1})
        [line] = list_runs(diary)
        assert line.response is Response.GREEN


@pytest.fixture
def berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("berlin")
class TestClockChanges:
    """In Berlin the night of 25 October 2026 has an hour more, that of 28 March 2027 one less."""

    @pytest.mark.parametrize(
        ("month", "day", "year"), [(10, 24, 2026), (3, 27, 2027)], ids=["back", "forward"]
    )
    def test_a_run_before_the_night_is_paired_with_the_morning_after(
        self, desk: Desk, diary: Book, year: int, month: int, day: int
    ) -> None:
        desk.now = datetime(year, month, day, 22, 0).astimezone()
        log_run(
            diary,
            RunEntry(
                when="today 21:00", distance="5", duration="30", before={BACK: 1}, during={BACK: 1}
            ),
        )
        desk.now = datetime(year, month, day + 1, 3, 30).astimezone()
        assert diary.today.day == day

        desk.now = datetime(year, month, day + 1, 4, 0).astimezone()
        assert diary.today.day == day + 1
        checked_in(diary, scores={BACK: 1})

        [line] = list_runs(diary)
        assert line.response is Response.GREEN
        last = decide(diary).readiness.given.last_run
        assert last is not None
        assert last.days_ago == 1


class TestTheFile:
    @pytest.mark.parametrize(
        ("number", "expected"),
        [
            (ENOSPC, "no space left"), (EROFS, "may not be written"),
            (EACCES, "may not be written"), (EIO, "could not be written"),
        ],
    )  # fmt: skip
    def test_what_the_drive_refuses_is_a_problem_of_the_file(
        self, diary: Book, monkeypatch: pytest.MonkeyPatch, number: int, expected: str
    ) -> None:
        checked_in(diary, scores={BACK: 2})
        before = diary.path.read_bytes()

        def refuse(*_: object) -> None:
            raise OSError(number, os.strerror(number))

        with monkeypatch.context() as patched:
            patched.setattr(os, "fsync", refuse)
            answer = log_run(diary, RunEntry(distance="5", duration="30"))
            undone = diary.undo()

        assert fields(answer) == [""]
        assert isinstance(answer, tuple)
        assert expected in answer[0].message
        assert not undone.done
        assert expected in undone.message
        assert diary.path.read_bytes() == before
        assert list_runs(diary) == ()
        assert isinstance(ran(diary), Run)

    def test_a_file_of_a_newer_version_is_read_and_not_changed(
        self, desk: Desk, diary: Book
    ) -> None:
        checked_in(diary, scores={BACK: 2})
        text = desk.path.read_text()
        newer = text.replace('"schema":1', '"schema":999').replace('"schema": 1', '"schema": 999')
        assert newer != text
        desk.path.write_text(newer)

        opened = desk.open()

        assert opened.read_only
        assert decide(opened).readiness.given.sites[0].now == 2
        assert fields(save_check_in(opened, CheckInEntry(scores={BACK: 3}))) == [""]
        assert desk.path.read_text() == newer

    def test_what_is_no_diary_can_not_be_opened(self, tmp_path: Path) -> None:
        folder = tmp_path / "folder.json"
        folder.mkdir()

        assert isinstance(open_book(folder, lambda: MORNING), Unusable)

    def test_two_windows_see_each_others_records(self, desk: Desk) -> None:
        one, other = desk.open(), desk.open()
        checked_in(one, scores={BACK: 2})
        assert other.refresh()
        assert other.snapshot.check_ins == one.snapshot.check_ins

        ran(other)
        assert one.refresh()
        assert not one.refresh()
        assert [line.run for line in list_runs(one)] == [line.run for line in list_runs(other)]
        assert decide(one).outcome is Outcome.NEEDS_SCREEN

    def test_a_file_that_can_no_longer_be_read_is_told_and_forgotten_when_it_can(
        self, desk: Desk
    ) -> None:
        diary = desk.open()
        checked_in(diary, scores={BACK: 2})
        aside = desk.path.rename(desk.path.with_name("aside.json"))
        desk.path.mkdir()

        assert diary.refresh()
        assert not diary.refresh()
        assert "is not a file" in str(diary.read_only)
        refused = save_check_in(diary, CheckInEntry(scores={BACK: 3}))
        assert isinstance(refused, tuple)
        assert "is not a file" in refused[0].message
        assert counts(diary) == (1, 0, 0)

        desk.path.rmdir()
        aside.rename(desk.path)
        assert diary.refresh()
        assert diary.read_only is None
        checked_in(diary, scores={BACK: 3})
        assert len(desk.open().snapshot.check_ins[diary.today]) == 2

    def test_two_windows_that_save_without_looking_lose_nothing(self, desk: Desk) -> None:
        one, other = desk.open(), desk.open()
        checked_in(one, scores={BACK: 2})
        ran(other)
        checked_in(one, scores={BACK: 3})

        assert counts(desk.open()) == (1, 1, 0)
        assert len(desk.open().snapshot.check_ins[one.today]) == 2


def test_a_check_in_that_says_nothing_is_not_kept(diary: Book) -> None:
    refused = save_check_in(diary, CheckInEntry(note="  "))
    assert isinstance(refused, tuple)
    assert "nothing to save yet" in refused[0].message
    assert view_day(diary, diary.today).check_ins == ()


def test_as_last_passes_over_an_alarm_sign_reported_alone(diary: Book) -> None:
    morning = checked_in(diary, scores={BACK: 2})
    checked_in(diary, alarm=True, answers={"saddle_numb": True})
    assert view_day(diary, diary.today).previous == morning


def test_a_hold_says_next_how_it_ends(diary: Book) -> None:
    checked_in(diary, scores={BACK: 2}, alarm=True, answers={"saddle_numb": True})
    view = view_day(diary, diary.today)
    assert view.verdict.outcome is Outcome.SEEK_CARE
    assert "Log what a clinician said" in [step.text for step in view.next]


def test_no_note_is_cut_without_a_word(diary: Book) -> None:
    long = "x" * 5000
    for refused in (
        save_check_in(diary, CheckInEntry(scores={BACK: 2}, note=long)),
        log_run(diary, RunEntry(distance="5", duration="30", note=long)),
        log_session(diary, SessionEntry(routine="pre_run", note=long)),
    ):
        assert isinstance(refused, tuple)
        assert [problem.field for problem in refused] == ["note"]
