"""The journal: every record, the newest first, and what a typed line narrows it to."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tracker.diary.book import Book, open_book
from tracker.diary.journal import bring_back, view_journal
from tracker.diary.journal_detail import copied_values, view_detail
from tracker.diary.journal_filter import JournalFilter, Place, both, read_filter
from tracker.diary.journal_kinds import JOURNAL_KIND_OF, JOURNAL_KINDS
from tracker.diary.kinds.on_file import delete_record
from tracker.domain.check_in import CheckIn
from tracker.domain.note import Note
from tracker.domain.pain import score_at
from tracker.domain.problem import Problem
from tracker.domain.record import record_tables
from tracker.domain.routine import Routine
from tracker.domain.run import Run
from tracker.domain.settings import Settings
from tracker.domain.site import PainSite, Side, Site

NOW = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
TODAY = NOW.date()
BACK = PainSite(Site.LOW_BACK, Side.CENTRE)
SHIN = PainSite(Site.SHIN, Side.LEFT)


@pytest.fixture
def diary(tmp_path: Path) -> Book:
    book = open_book(tmp_path / "diary.json", lambda: NOW)
    assert isinstance(book, Book)
    book.keep_all(
        [
            CheckIn(id="c1", at=NOW, day=TODAY, scores=(score_at(BACK, 2),)),
            run("r1", back=1, note="Rain all the way"),
            run("r2", back=50, shin=None),
            Note(id="n1", at=NOW, day=TODAY - timedelta(days=50), note="New chair; no rain"),
        ],
        label=None,
    )
    return book


def run(record_id: str, *, back: int, note: str = "", shin: int | None = 3) -> Run:
    start = NOW - timedelta(days=back, hours=1)
    scores = () if shin is None else (score_at(SHIN, shin),)
    return Run(
        id=record_id,
        start=start,
        day=start.date(),
        distance_m=5000,
        duration_s=1800,
        during=scores,
        note=note,
    )


def found(book: Book, typed: str) -> list[str]:
    wanted = read_filter(typed, today=TODAY, settings=Settings())
    assert isinstance(wanted, JournalFilter)
    return [each.record.id for each in view_journal(book).find(wanted)]


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("", ["c1", "r1", "n1", "r2"]),
        ("rain", ["r1", "n1"]),
        ("RAIN way", ["r1"]),
        ("kind:run", ["r1", "r2"]),
        ("kind:run,note since:-6w", ["r1"]),
        ("kind:RU", ["r1", "r2"]),
        ("kind:Check-in", ["c1"]),
        ("kind:check-ins,notes", ["c1", "n1"]),
        ("site:shin", ["r1"]),
        ("site:shin:R", []),
        ("site:low_back,shin:L", ["c1", "r1"]),
        ("until:2026-11-01", ["n1", "r2"]),
        ("since:yesterday until:yesterday", ["r1"]),
        ("kind:run site:shin since:-6w rain", ["r1"]),
        ("shin", ["r1"]),
        ("kind:", ["c1", "r1", "n1", "r2"]),
        ("at:noon", []),
    ],
)
def test_a_line_is_read_as_kind_site_days_and_words(
    diary: Book, typed: str, ids: list[str]
) -> None:
    assert found(diary, typed) == ids


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ("kind:ride", "kind"),
        ("site:nose", "site"),
        ("since:smarch", "since"),
        ("site:shin:X", "side"),
    ],
)
def test_what_cannot_be_read_is_said_once_it_is_meant(typed: str, field: str) -> None:
    refused = read_filter(typed, today=TODAY, settings=Settings())
    assert isinstance(refused, Problem)
    assert refused.field == field
    typing = read_filter(typed, today=TODAY, settings=Settings(), lenient=True)
    assert typing == JournalFilter()


def test_what_is_typed_goes_before_what_was_chosen() -> None:
    chosen = JournalFilter(kinds=frozenset({"run"}), places=(Place(Site.SHIN),), since=TODAY)
    typed = JournalFilter(kinds=frozenset({"note"}), words=("rain",))
    assert both(typed, chosen) == replace(chosen, kinds=typed.kinds, words=typed.words)


def test_lines_are_written_a_part_at_a_time(diary: Book) -> None:
    journal = view_journal(diary)
    assert [journal.write_lines(3), journal.write_lines(3), journal.write_lines(3)] == [
        True,
        False,
        False,
    ]
    assert [each.record.id for each in journal.find(JournalFilter(words=("chair",)))] == ["n1"]


def test_every_class_of_records_is_listed_but_what_is_no_event() -> None:
    assert set(record_tables()) - set(JOURNAL_KIND_OF) == {Settings, Routine}
    assert list(JOURNAL_KINDS) == [kind.name for kind in JOURNAL_KINDS.values()]


def test_a_deleted_record_is_listed_on_request_and_comes_back_as_it_was(diary: Book) -> None:
    journal = view_journal(diary)
    [entry] = journal.find(JournalFilter(kinds=frozenset({"note"})))
    delete_record(diary, entry.kind, entry.record)
    assert found(diary, "kind:note") == []
    [gone] = [each for each in view_journal(diary, deleted=True).entries if each.deleted]
    assert gone.record == entry.record
    assert ("Deleted" in dict(view_detail(diary, gone).fields)) is False
    assert bring_back(diary, gone) == entry.record
    assert found(diary, "kind:note") == ["n1"]
    assert diary.undo().done
    assert found(diary, "kind:note") == []


def test_a_record_is_read_in_the_words_of_its_form(diary: Book) -> None:
    entry = next(each for each in view_journal(diary).entries if each.record.id == "r1")
    detail = view_detail(diary, entry)
    fields = dict(detail.fields)
    assert detail.heading == "Run · Sun 22 Nov 2026 06:00"
    assert fields["Distance"].startswith("5.0 km")
    assert fields["Worst pain"] == "Left shin 3"
    assert fields["Note"] == "Rain all the way"
    assert detail.together == ("Check-in Mon 23 Nov: Low back 2",)


def test_a_copy_takes_no_day_no_scores_and_no_note_of_a_run(diary: Book) -> None:
    by_id = {each.record.id: each for each in view_journal(diary).entries}
    copied = copied_values(by_id["r1"])
    assert (copied["distance"], copied["kind"]) == (5000, by_id["r1"].record.kind)  # type: ignore[attr-defined]
    assert not {"when", "during", "note", "steps"} & set(copied)
    assert copied_values(by_id["n1"]) == {"note": "New chair; no rain"}
