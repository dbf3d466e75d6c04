"""A day that has a check-in already: corrected, or followed by a later one."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from tracker.diary.book import Book, open_book
from tracker.diary.check_ins import (
    check_in_texts,
    correct_check_in,
    corrected_by,
    laid_over,
    save_check_in,
)
from tracker.diary.day_facts import view_facts
from tracker.diary.day_views import view_day
from tracker.diary.entries import CheckInEntry
from tracker.diary.second_check_ins import Again, goes_on, usual_again
from tracker.diary.trends import pain_series
from tracker.domain.check_in import CheckIn
from tracker.domain.pain import Night
from tracker.domain.site import PainSite, Side, Site
from tracker.insight.day_readout import day_readout
from tracker.insight.later_score import LaterScore, later_words
from tracker.insight.trend_table import trend_day

DAY = date(2026, 11, 23)
FIRST = datetime(2026, 11, 23, 6, 50, tzinfo=UTC)
BACK = PainSite(Site.LOW_BACK, Side.CENTRE)
SHIN = PainSite(Site.SHIN, Side.LEFT)


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


@pytest.mark.parametrize(
    ("after", "day", "usual"),
    [
        (minutes(0), DAY, Again.CORRECT),
        (minutes(14), DAY, Again.CORRECT),
        (minutes(15), DAY, Again.CORRECT),
        (minutes(16), DAY, Again.LATER),
        (minutes(440), DAY, Again.LATER),
        (minutes(-5), DAY, Again.LATER),
        (minutes(440), DAY - timedelta(days=1), Again.CORRECT),
    ],
)
def test_within_fifteen_minutes_and_on_a_past_day_it_is_a_correction(
    after: timedelta, day: date, usual: Again
) -> None:
    latest = CheckIn(id="first", at=FIRST, day=day)
    assert usual_again(latest, now=FIRST + after, today=DAY) is usual


@pytest.mark.parametrize(
    ("answered", "stands"),
    [(None, False), (FIRST, True), (FIRST - minutes(15), True), (FIRST - minutes(16), False)],
)
def test_an_answer_stands_for_one_sitting(answered: datetime | None, stands: bool) -> None:  # noqa: FBT001
    assert goes_on(answered, now=FIRST) is stands


@pytest.mark.parametrize(
    ("at", "clock_24h", "words"),
    [
        (datetime(2026, 11, 23, 14, 10, tzinfo=UTC), True, "first 2, latest 7 at 14:10"),
        (datetime(2026, 11, 23, 14, 10, tzinfo=UTC), False, "first 2, latest 7 at 2:10 pm"),
        (datetime(2026, 11, 24, 1, 5, tzinfo=UTC), True, "first 2, latest 7 at 01:05"),
        (
            datetime(2026, 11, 26, 9, 0, tzinfo=UTC),
            True,
            "first 2, latest 7 written Thu 26 Nov 2026",
        ),
    ],
)
def test_both_scores_of_a_day_are_said(at: datetime, clock_24h: bool, words: str) -> None:  # noqa: FBT001
    assert later_words(2, LaterScore(7, at), day=DAY, clock_24h=clock_24h) == words


def test_what_is_not_given_stays_under_what_is() -> None:
    below = CheckInEntry(
        scores={BACK: 2, SHIN: 1}, night=Night.WAKES, sleep="7", ill=True, note="stiff"
    )
    given = CheckInEntry(scores={BACK: 3}, limp=True, sleep="6")
    both = CheckInEntry(
        scores={BACK: 3, SHIN: 1}, night=Night.WAKES, sleep="6", limp=True, ill=True, note="stiff"
    )
    over = laid_over(check_in_texts(below), check_in_texts(given))
    assert {name: sorted(text.split()) for name, text in over.items()} == {
        name: sorted(text.split()) for name, text in check_in_texts(both).items()
    }


class Hour:
    """A clock that is moved on by hand."""

    def __init__(self) -> None:
        self.now = FIRST

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def hour() -> Hour:
    return Hour()


@pytest.fixture
def book(tmp_path: Path, hour: Hour) -> Book:
    opened = open_book(tmp_path / "diary.json", hour)
    assert isinstance(opened, Book)
    save_check_in(opened, CheckInEntry(scores={BACK: 2, SHIN: 1}, night=Night.MOVING, note="stiff"))
    return opened


def test_a_correction_keeps_what_it_does_not_name(book: Book) -> None:
    latest = corrected_by(book, DAY)
    assert latest is not None
    correct_check_in(book, CheckInEntry(scores={BACK: 3}), latest)
    (saved,) = view_day(book, DAY).check_ins
    assert {each.place: each.score for each in saved.scores} == {BACK: 3, SHIN: 1}
    assert (saved.night, saved.note, saved.at) == (Night.MOVING, "stiff", FIRST)


def test_a_later_check_in_stands_on_the_day_in_trends_and_on_today(book: Book, hour: Hour) -> None:
    hour.now = FIRST + minutes(440)
    assert corrected_by(book, DAY) is None
    assert corrected_by(book, DAY, again=Again.CORRECT) is not None
    save_check_in(book, CheckInEntry(scores={BACK: 7}))
    words = "first 2, latest 7 at 14:10"
    lines = view_day(book, DAY).lines
    assert [(line.place, line.later, line.changed) for line in lines] == [
        (BACK, words, 5),
        (SHIN, "", 0),
    ]
    series = pain_series(book.snapshot, today=DAY)
    assert series is not None
    readout = [line.value for line in day_readout(series, DAY, facts=view_facts(book, DAY))]
    assert words in readout
    row = trend_day(series, DAY, site=BACK)
    assert dict(row.scores)[BACK] == 2
    assert [(place, later.score) for place, later in row.later] == [(BACK, 7)]
