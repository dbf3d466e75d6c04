"""Episodes and visits: written down, corrected, ended, deleted, brought back."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from tests.forms import fill
from tracker.diary.book import Book, open_book, save_settings
from tracker.diary.day_records import day_records, end_today
from tracker.diary.kinds.episode import EPISODE
from tracker.diary.kinds.visit import VISIT
from tracker.domain.episode import Episode
from tracker.domain.record import Record
from tracker.domain.screening import ClearedBy
from tracker.domain.settings import Settings
from tracker.domain.site import PainSite, Side, Site
from tracker.domain.visit import Visit

NOW = datetime(2026, 11, 23, 7, 12, tzinfo=UTC)
TODAY = NOW.date()
BACK = PainSite(Site.LOW_BACK, Side.CENTRE)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


@pytest.fixture
def diary(tmp_path: Path) -> Book:
    opened = open_book(tmp_path / "diary.json", lambda: NOW)
    assert isinstance(opened, Book)
    save_settings(opened, Settings(setup_step=None, tracked=(BACK,)))
    return opened


def episode(diary: Book, **typed: str) -> Episode:
    answer = fill(diary, EPISODE, **{"name": "Autumn", "start": "-9d", **typed})
    assert isinstance(answer, Episode)
    return answer


def episodes_on(diary: Book, day: date) -> tuple[Record, ...]:
    return tuple(line.record for line in day_records(diary.snapshot, day))


def test_an_episode_is_kept_with_all_that_was_typed(diary: Book) -> None:
    answer = fill(
        diary,
        EPISODE,
        name="  Autumn \x1b[31m back ",
        start="3 nov",
        end="-2d",
        place="low_back",
        note="Boxes\nmore",
    )

    assert isinstance(answer, Episode)
    assert (answer.start, answer.end, answer.place) == (date(2026, 11, 3), ago(2), BACK)
    assert (answer.name, answer.note) == ("Autumn [31m back", "Boxes\nmore")
    assert diary.snapshot.of(Episode) == (answer,)


def test_an_episode_is_ended_today_and_the_end_undone(diary: Book) -> None:
    begun = episode(diary)
    ended = end_today(diary, begun)

    assert isinstance(ended, Episode)
    assert ended.end == TODAY
    assert "end of the episode Autumn" in diary.undo().message
    assert diary.snapshot.of(Episode) == (begun,)


def test_episodes_may_overlap_and_each_day_knows_its_own(diary: Book) -> None:
    long, short = episode(diary), episode(diary, name="Cold", start="-5d", end="-4d")

    assert episodes_on(diary, ago(10)) == ()
    assert episodes_on(diary, ago(9)) == (long,)
    assert episodes_on(diary, ago(4)) == (long, short)
    assert episodes_on(diary, ago(3)) == (long,)


def test_a_deleted_episode_comes_back(diary: Book) -> None:
    begun = episode(diary)
    assert diary.drop(begun, label="the episode Autumn") is None
    assert list(diary.snapshot.of(Episode)) == []
    assert diary.undo().done
    assert list(diary.snapshot.of(Episode)) == [begun]


@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        ({"name": " "}, "name", "Give it a name"),
        ({"name": "\x07"}, "name", "Give it a name"),
        ({"name": "x" * 61}, "name", "room for 60 characters, and this one has 61"),
        ({"start": ""}, "start", "missing"),
        ({"start": "the other week"}, "start", "Can't read"),
        ({"start": "2027-01-01"}, "start", "still to come"),
        ({"start": "-3d", "end": "-4d"}, "end", "before its first day, Fri 20 Nov 2026"),
        ({"end": "31.11."}, "end", "31.11."),
        ({"note": "x" * 5000}, "note", "Shorten it by 1,000"),
    ],
)
def test_what_can_not_be_read_is_said_at_the_field(
    diary: Book, typed: dict[str, str], field: str, words: str
) -> None:
    answer = fill(diary, EPISODE, **{"name": "Autumn", "start": "-9d", **typed})

    assert isinstance(answer, tuple)
    assert [problem.field for problem in answer] == [field]
    assert words in answer[0].message
    assert diary.snapshot.of(Episode) == ()


def test_every_field_that_is_wrong_is_named_at_once(diary: Book) -> None:
    answer = fill(diary, EPISODE, name="", start="?", end="??", note="x" * 4001)

    assert isinstance(answer, tuple)
    assert [problem.field for problem in answer] == ["name", "start", "end", "note"]


def test_a_first_day_follows_the_persons_date_order(diary: Book) -> None:
    assert episode(diary, start="3/11/2026").start == date(2026, 11, 3)
    save_settings(diary, Settings(setup_step=None, day_first=False))
    assert episode(diary, start="3/11/2026").start == date(2026, 3, 11)


def test_a_visit_is_kept_corrected_and_undone(diary: Book) -> None:
    first = fill(diary, VISIT, day="-1d", by="physio", note="Bridges")
    assert isinstance(first, Visit)
    changed = fill(diary, VISIT, base=first, day="-2d", by="doctor", note="")
    assert isinstance(changed, Visit)

    assert (changed.id, changed.day, changed.by) == (first.id, ago(2), ClearedBy.DOCTOR)
    assert diary.snapshot.on(Visit, ago(2)) == (changed,)
    assert diary.snapshot.on(Visit, ago(1)) == ()
    assert diary.undo().message == "Undone: the visit of 21 Nov."
    assert diary.snapshot.of(Visit) == (first,)


@pytest.mark.parametrize(
    ("typed", "fields"),
    [
        ({"day": "today"}, ["by"]),
        ({"day": "tomorrow", "by": "other"}, ["day"]),
        ({"day": "soon"}, ["day", "by"]),
        ({"day": "today", "by": "nurse"}, ["by"]),
        ({"day": "today", "by": "other", "note": "x" * 4001}, ["note"]),
    ],
)
def test_a_visit_that_is_not_whole_is_not_kept(
    diary: Book, typed: dict[str, str], fields: list[str]
) -> None:
    answer = fill(diary, VISIT, **typed)

    assert isinstance(answer, tuple)
    assert [problem.field for problem in answer] == fields
    assert diary.snapshot.of(Visit) == ()


def test_what_was_deleted_meanwhile_is_not_written_anew(diary: Book) -> None:
    begun, visit = episode(diary), fill(diary, VISIT, day="today", by="physio")
    for kind, record in ((EPISODE, begun), (VISIT, visit)):
        diary.drop(record, label="it")
        answer = fill(diary, kind, base=record, note="more")
        assert isinstance(answer, tuple)
        assert "deleted meanwhile" in answer[0].message
    assert not diary.snapshot.of(Episode)
    assert not diary.snapshot.of(Visit)


def test_only_what_was_changed_in_a_form_is_written_over_the_record(diary: Book) -> None:
    """Another window changed the note while the day was corrected here."""
    shown = fill(diary, VISIT, day="-1d", by="physio", note="Bridges")
    fill(diary, VISIT, base=shown, note="Bridges, twice a day")

    answer = fill(diary, VISIT, base=shown, day="-2d")

    assert (answer.day, answer.note) == (ago(2), "Bridges, twice a day")
    assert diary.snapshot.of(Visit) == (answer,)


def test_a_note_of_several_lines_stays_one_while_nobody_changes_it(diary: Book) -> None:
    shown = fill(diary, VISIT, day="-1d", by="physio")
    kept = diary.keep(replace(shown, note="One\n\nTwo"), label="it")
    assert isinstance(kept, Visit)

    answer = fill(diary, VISIT, base=kept, day="-2d")

    assert answer.note == "One\n\nTwo"
