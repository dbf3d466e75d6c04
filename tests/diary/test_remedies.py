"""Remedies on file: timed, typed, deleted, told with their day (section 5.3)."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from tests.forms import fill, problems_of
from tracker.diary.book import Book, open_book, save_settings
from tracker.diary.check_ins import save_check_in
from tracker.diary.day_facts import day_facts
from tracker.diary.entries import CheckInEntry, RunEntry
from tracker.diary.kinds.remedy import NO_KIND, NO_TIME, REMEDY, remedy_words
from tracker.diary.remedies import (
    answer_cautions,
    ended,
    log_timed,
    remedies_on,
    remedy_basis,
)
from tracker.diary.runs import log_run
from tracker.diary.trends import pain_series
from tracker.domain.remedy import CautionAnswer, Remedy, RemedyKind
from tracker.domain.settings import Settings
from tracker.domain.site import PainSite, Side, Site
from tracker.insight.series import EventKind

NOW = datetime(2026, 11, 23, 18, 30, tzinfo=UTC)
TODAY = date(2026, 11, 23)
BACK = PainSite(Site.LOW_BACK, Side.CENTRE)
SHIN = PainSite(Site.SHIN, Side.LEFT)
HEAT, COLD = RemedyKind.HEAT, RemedyKind.COLD


class Desk:
    """A diary and the clock that it looks at."""

    def __init__(self, path: Path) -> None:
        self.now = NOW
        opened = open_book(path, lambda: self.now)
        assert isinstance(opened, Book)
        self.diary = opened
        save_settings(self.diary, Settings(setup_step=None, tracked=(BACK, SHIN)))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "diary.json")


@pytest.fixture
def diary(desk: Desk) -> Book:
    return desk.diary


def kept(answer: object) -> Remedy:
    assert isinstance(answer, Remedy)
    return answer


def on_file(diary: Book) -> list[Remedy]:
    return list(diary.snapshot.of(Remedy))


def test_what_was_timed_ends_now(diary: Book) -> None:
    remedy = kept(log_timed(diary, COLD, place=SHIN, seconds=900))
    assert remedy.at == NOW - timedelta(minutes=15)
    assert ended(remedy) == NOW
    assert (remedy.day, remedy.kind, remedy.place, remedy.seconds) == (TODAY, COLD, SHIN, 900)
    assert diary.snapshot.of(Remedy) == (remedy,)
    assert remedy_words(remedy) == "cold, 15 min · Left shin"


def test_what_began_before_the_day_did_belongs_to_the_day_before(desk: Desk) -> None:
    desk.now = datetime(2026, 11, 23, 4, 5, tzinfo=UTC)
    assert kept(log_timed(desk.diary, HEAT, place=None, seconds=900)).day == date(2026, 11, 22)


@pytest.mark.parametrize(
    ("typed", "at", "words"),
    [
        ({"kind": "heat", "minutes": "20"}, NOW - timedelta(minutes=20), "heat, 20 min"),
        ({"kind": "physio"}, NOW, "physio"),
        (
            {"kind": "belt", "minutes": "3h", "when": "today 9:00", "place": "low_back"},
            datetime(2026, 11, 23, 9, tzinfo=UTC),
            "belt, 180 min · Low back",
        ),
        (
            {"kind": "other", "when": "yesterday 20:15", "note": " a tennis ball "},
            datetime(2026, 11, 22, 20, 15, tzinfo=UTC),
            "other remedy",
        ),
    ],
)
def test_what_was_typed_is_kept(
    diary: Book, typed: dict[str, str], at: datetime, words: str
) -> None:
    remedy = kept(fill(diary, REMEDY, **typed))
    assert remedy.at == at
    assert remedy_words(remedy) == words
    assert remedy.note == typed.get("note", "").strip()


def test_every_field_says_what_is_wrong_with_it(diary: Book) -> None:
    typed = {"minutes": "a while", "when": "tomorrow 9:00", "note": "x" * 4001}
    found = problems_of(fill(diary, REMEDY, **typed))
    assert set(found) == {"kind", "minutes", "when", "note"}
    assert found["kind"] == NO_KIND
    assert "Type it like 20" in found["minutes"]
    assert "still to come" in found["when"]
    assert not diary.snapshot.of(Remedy)


@pytest.mark.parametrize("minutes", ["-3", "1441", "25:00:00", "٣", "1e5", "'; drop", "\x1b[2J"])
def test_what_is_no_number_of_minutes_is_refused(diary: Book, minutes: str) -> None:
    assert set(problems_of(fill(diary, REMEDY, kind="heat", minutes=minutes))) == {"minutes"}


def test_no_minutes_at_all_are_not_kept_as_none(diary: Book) -> None:
    assert problems_of(fill(diary, REMEDY, kind="heat", minutes="0")) == {"minutes": NO_TIME}


def test_a_note_cannot_steer_the_terminal(diary: Book) -> None:
    note = "warm\x1b[2J [bold]towel[/]"
    assert kept(fill(diary, REMEDY, kind="heat", note=note)).note == "warm[2J [bold]towel[/]"


def test_it_is_there_after_the_app_was_closed(desk: Desk) -> None:
    remedy = kept(log_timed(desk.diary, COLD, place=SHIN, seconds=61))
    again = open_book(desk.diary.path, lambda: NOW)
    assert isinstance(again, Book)
    assert again.snapshot.of(Remedy) == (remedy,)


# ---------------------------------------------------------------------- what a use begins with


def test_r_hc_02_the_last_cold_is_known_by_its_end(desk: Desk) -> None:
    diary = desk.diary
    assert remedy_basis(diary).cold_ended is None
    log_timed(diary, COLD, place=None, seconds=600)
    log_timed(diary, HEAT, place=None, seconds=600)
    fill(diary, REMEDY, kind="cold", minutes="10", when="yesterday 9:00")
    desk.now += timedelta(minutes=4)
    basis = remedy_basis(diary)
    assert basis.cold_ended == NOW
    assert basis.now - NOW == timedelta(minutes=4)


def test_the_day_speaks_for_cold_after_a_run_else_for_heat(diary: Book) -> None:
    assert remedy_basis(diary).suggested is HEAT
    log_run(diary, RunEntry(distance="5", duration="30"))
    assert remedy_basis(diary).suggested is COLD


def test_it_begins_at_the_sorest_site_of_the_day(diary: Book) -> None:
    assert remedy_basis(diary).sorest is None
    save_check_in(diary, CheckInEntry(scores={BACK: 0, SHIN: 0}))
    assert remedy_basis(diary).sorest is None
    save_check_in(diary, CheckInEntry(scores={BACK: 2, SHIN: 4}))
    basis = remedy_basis(diary)
    assert (basis.sorest, basis.places) == (SHIN, (BACK, SHIN))


def test_the_last_ones_are_told_newest_first(desk: Desk) -> None:
    for _ in range(7):
        log_timed(desk.diary, HEAT, place=None, seconds=900)
        desk.now += timedelta(hours=1)
    lately = remedy_basis(desk.diary).lately
    assert [item.at for item in lately] == sorted((item.at for item in lately), reverse=True)
    assert len(lately) == 5


@pytest.mark.parametrize("kind", [HEAT, COLD])
def test_r_hc_03_answers_are_kept_by_kind_and_forgotten_where_one_applies(
    diary: Book, kind: RemedyKind
) -> None:
    said: Callable[[], list[CautionAnswer | None]] = lambda: [  # noqa: E731
        diary.settings.heat_cautions,
        diary.settings.cold_cautions,
    ]
    place = [HEAT, COLD].index(kind)
    answer_cautions(diary, kind, applies=False)
    assert said()[place] == CautionAnswer(day=TODAY)
    assert said()[1 - place] is None
    answer_cautions(diary, kind, applies=True)
    assert said() == [None, None]
    answer_cautions(diary, kind, applies=True, agreed=True)
    assert said()[place] == CautionAnswer(day=TODAY, agreed=True)
    again = open_book(diary.path, lambda: NOW)
    assert isinstance(again, Book)
    assert again.settings == diary.settings


# ---------------------------------------------------------------------- told with the day


def test_a_day_tells_its_remedies_and_the_chart_marks_it(diary: Book) -> None:
    save_check_in(diary, CheckInEntry(scores={BACK: 2}))
    log_timed(diary, COLD, place=SHIN, seconds=900)
    fill(diary, REMEDY, kind="massage", note="hands only")
    facts = day_facts(diary.snapshot, TODAY)
    assert facts.remedies == ("cold, 15 min · Left shin", "massage")
    assert facts.notes == ("hands only",)
    assert len(remedies_on(diary.snapshot, TODAY)) == 2
    series = pain_series(diary.snapshot, today=diary.today)
    assert series is not None
    point = series.at(TODAY)
    assert point is not None
    assert point.events == (EventKind.REMEDY,)
    assert not remedies_on(diary.snapshot, TODAY - timedelta(days=1))
