"""Tables of a person's own making, read by the columns that the person names."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tracker.diary.answers import ImportOutcome, ImportStatus
from tracker.diary.book import Book, open_book, save_settings
from tracker.diary.check_ins import save_check_in
from tracker.diary.entries import CheckInEntry
from tracker.diary.importing import import_mapped
from tracker.diary.mapped_csv import parse_map
from tracker.domain.check_in import CheckIn
from tracker.domain.problem import Problem
from tracker.domain.run import Run
from tracker.domain.settings import DistanceUnit, Settings
from tracker.domain.site import PainSite, Side, Site

ADDED, MERGED, DUPLICATE, REJECTED = ImportStatus
NOW = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
KNEE = PainSite(Site.KNEE, Side.LEFT)
BACK = PainSite(Site.LOW_BACK, Side.CENTRE)

Bring = Callable[..., ImportOutcome]


@pytest.fixture
def diary(tmp_path: Path) -> Book:
    opened = open_book(tmp_path / "diary" / "diary.json", lambda: NOW)
    assert isinstance(opened, Book)
    return opened


@pytest.fixture
def bring(diary: Book, tmp_path: Path) -> Bring:
    def bring_in(table: str, mapping: str, *, dry_run: bool = False) -> ImportOutcome:
        path = tmp_path / "mine.csv"
        path.write_text(table, encoding="utf-8")
        fields = parse_map(mapping)
        assert not isinstance(fields, Problem), fields
        return import_mapped(diary, [path], mapping=fields, dry_run=dry_run)

    return bring_in


def statuses(outcome: ImportOutcome) -> list[ImportStatus]:
    return [item.status for item in outcome.results]


SCORES = "Date,Where,Pain,Remark\n2026-11-01,knee:L,3,stairs\n2026-11-02,low back,0,\n"


def test_scores_become_check_ins(diary: Book, bring: Bring) -> None:
    outcome = bring(SCORES, "date=Date,site=Where,score=Pain,note=Remark")
    assert statuses(outcome) == [ADDED, ADDED]
    first, second = (
        diary.store.records(CheckIn)[item.record.id] for item in outcome.results if item.record
    )
    assert [(each.place, each.score) for each in first.scores] == [(KNEE, 3)]
    assert (first.day.isoformat(), first.note) == ("2026-11-01", "stairs")
    assert [(each.place, each.score) for each in second.scores] == [(BACK, 0)]
    before = diary.path.read_bytes()
    assert statuses(bring(SCORES, "date=Date,site=Where,score=Pain,note=Remark")) == [DUPLICATE] * 2
    assert diary.path.read_bytes() == before


def test_one_site_for_all_lines_and_several_sites_of_one_day(diary: Book, bring: Bring) -> None:
    table = "day;pain\n1.11.2026;3\n2.11.2026;\n"
    assert statuses(bring(table, "date=day,site=knee:L,score=pain")) == [ADDED]
    assert statuses(bring(table.replace(";3", ";5"), "date=day,site=low_back,score=pain")) == [
        MERGED
    ]
    [check_in] = diary.store.records(CheckIn).values()
    assert [(each.place, each.score) for each in check_in.scores] == [(KNEE, 3), (BACK, 5)]


def test_what_the_person_said_that_day_stays(diary: Book, bring: Bring) -> None:
    saved = save_check_in(diary, CheckInEntry(scores={KNEE: 1}, day=NOW.date()))
    assert isinstance(saved, CheckIn)
    [item] = bring("Date,Pain\n2026-11-23,7\n", "date=Date,site=knee:L,score=Pain").results
    assert item.status is DUPLICATE
    assert item.message.endswith("Already in the diary; its score of 1 stays.")
    assert diary.store.records(CheckIn)[saved.id] == saved


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("someday,knee,3", 'Line 1: Can\'t read "someday" as a date.'),
        ("2026-11-01,tail,3", '"tail" is not a site'),
        ("2026-11-01,knee,55", "Use a whole number from 0 to 10."),
        ("2026-11-01,knee,moderate", "Use a whole number from 0 to 10."),
        ("2026-12-24,knee,3", "still to come"),
    ],
)
def test_a_line_that_cannot_be_read_is_said_and_no_score_is_made_up(
    diary: Book, bring: Bring, line: str, says: str
) -> None:
    outcome = bring(
        f"Date,Where,Pain\n{line}\n2026-11-02,knee,2\n", "date=Date,site=Where,score=Pain"
    )
    assert statuses(outcome) == [REJECTED, ADDED]
    assert says in outcome.results[0].message
    assert len(diary.store.records(CheckIn)) == 1


def test_runs_are_in_the_persons_unit_and_dates_in_their_order(diary: Book, bring: Bring) -> None:
    save_settings(diary, Settings(unit=DistanceUnit.MI, day_first=False))
    table = "When,Far,Long,Hard\n11/3/2026,3.1,31:20,6/10\n11/4/2026,5 km,0:45,\n"
    outcome = bring(table, "date=When,distance=Far,duration=Long,rpe=Hard")
    assert statuses(outcome) == [ADDED, ADDED]
    first, second = (item.record for item in outcome.results)
    assert isinstance(first, Run)
    assert isinstance(second, Run)
    assert (first.day.isoformat(), first.distance_m, first.duration_s, first.rpe) == (
        "2026-11-03", 4989, 1880, 6,
    )  # fmt: skip
    assert second.distance_m is None
    assert "faster than anybody runs" in outcome.results[1].message


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "names no column"),
        ("date", "names no column"),
        ("pain=Pain", '"pain" is not a field'),
        ("site=knee,score=Pain", "no column for the date"),
        ("date=Date,score=Pain", "needs site and score"),
    ],
)
def test_a_map_that_cannot_be_read_says_what_to_write(text: str, says: str) -> None:
    refused = parse_map(text)
    assert isinstance(refused, Problem)
    assert refused.field == "map"
    assert says in refused.message


@pytest.mark.parametrize(
    ("mapping", "says"),
    [
        ("date=Day,site=knee,score=Pain", 'no "Day"'),
        ("date=Date,site=knee,score=Level", 'There is no column "Level" for the score.'),
        ("date=Date,site=Place,score=Pain", 'There is no column "Place" for the site.'),
    ],
)
def test_a_column_that_is_not_there_is_named(bring: Bring, mapping: str, says: str) -> None:
    [rejected] = bring(SCORES, mapping).results
    assert rejected.status is REJECTED
    assert says in rejected.message


def test_nothing_is_saved_on_a_dry_run(diary: Book, bring: Bring) -> None:
    assert statuses(bring(SCORES, "date=Date,site=Where,score=Pain", dry_run=True)) == [
        ADDED,
        ADDED,
    ]
    assert not diary.path.exists()
