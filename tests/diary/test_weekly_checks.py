"""When the weekly check is due, whom it asks about, and how it is kept (R-Q-01)."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from tests.diary.conftest import Made
from tests.forms import fill
from tracker.diary.answers import NextKind
from tracker.diary.book import Book, open_book, save_settings
from tracker.diary.check_ins import save_check_in
from tracker.diary.day_views import next_steps
from tracker.diary.entries import CheckInEntry
from tracker.diary.kinds.impact import IMPACT, NOTHING_ANSWERED, QUESTION_NAMES
from tracker.diary.snapshot import Snapshot
from tracker.diary.week_reviews import week_review
from tracker.diary.weekly_checks import (
    CheckForm,
    check_form,
    check_of,
    check_week,
    is_due,
)
from tracker.domain.impact_check import ImpactCheck
from tracker.domain.problem import Problem, Problems
from tracker.domain.settings import Settings
from tracker.domain.site import PainSite, Side, Site
from tracker.domain.verdict import Outcome

SUNDAY = date(2026, 11, 22)
BACK = PainSite(Site.LOW_BACK, Side.CENTRE)
SHIN = PainSite(Site.SHIN, Side.LEFT)


def kept(day: date, *options: int | None, place: PainSite | None = BACK) -> ImpactCheck:
    at = datetime(day.year, day.month, day.day, 20, tzinfo=UTC)
    return ImpactCheck(id=f"i{day}", at=at, day=day, options=options, place=place)


def tracked(made: Made) -> Snapshot:
    """Give a diary of one tracked site with a score in the week that ends on 22 November."""
    made.settings = Settings(tracked=(BACK,))
    made.check_in(3, {BACK: 4})
    return made.snapshot


@pytest.mark.parametrize(
    ("today", "monday", "last"),
    [
        (SUNDAY, True, SUNDAY),
        (SUNDAY + timedelta(days=1), True, SUNDAY),
        (SUNDAY + timedelta(days=6), True, SUNDAY),
        (SUNDAY + timedelta(days=7), True, SUNDAY + timedelta(days=7)),
        (SUNDAY, False, SUNDAY - timedelta(days=1)),
    ],
)
def test_r_q_01_it_looks_back_on_the_latest_week_whose_last_day_has_come(
    made: Made,
    today: date,
    monday: bool,  # noqa: FBT001
    last: date,
) -> None:
    made.settings = Settings(week_starts_monday=monday)
    assert check_week(made.snapshot, today).last == last


def test_r_q_01_it_is_due_from_the_last_day_on_until_it_is_answered(made: Made) -> None:
    snapshot = tracked(made)
    assert not is_due(snapshot, SUNDAY - timedelta(days=1))
    assert is_due(snapshot, SUNDAY)
    assert is_due(snapshot, SUNDAY + timedelta(days=3))
    answered = snapshot.with_records(kept(SUNDAY, 0, None, None, None))
    assert not is_due(answered, SUNDAY)
    assert not is_due(answered, SUNDAY + timedelta(days=6))


def test_a_week_without_records_or_without_a_complaint_is_not_asked_about(made: Made) -> None:
    assert not is_due(tracked(made), SUNDAY + timedelta(days=7))
    other = Made()
    other.run(3)
    assert not is_due(other.snapshot, SUNDAY)


def test_it_is_the_last_of_the_next_lines(made: Made) -> None:
    steps = list(next_steps(tracked(made), SUNDAY, Outcome.GO))
    assert steps[-1].kind is NextKind.WEEKLY_CHECK
    assert not [
        step
        for step in next_steps(made.snapshot, SUNDAY - timedelta(days=1), Outcome.GO)
        if step.kind is NextKind.WEEKLY_CHECK
    ]


def test_it_begins_with_the_site_of_last_time_else_with_the_sorest(made: Made) -> None:
    made.settings = Settings(tracked=(BACK, SHIN))
    made.check_in(3, {BACK: 2, SHIN: 5})
    form = check_form(made.snapshot, SUNDAY)
    assert isinstance(form, CheckForm)
    assert (form.places, form.place) == ((BACK, SHIN), SHIN)
    earlier = made.snapshot.with_records(kept(SUNDAY - timedelta(days=7), 1, 1, 1, 1))
    again = check_form(earlier, SUNDAY)
    assert isinstance(again, CheckForm)
    assert (again.place, again.record) == (BACK, None)


# ---------------------------------------------------------------------- keeping it


@pytest.fixture
def clock() -> list[datetime]:
    return [datetime(2026, 11, 22, 20, tzinfo=UTC)]


@pytest.fixture
def diary(tmp_path: Path, clock: list[datetime]) -> Book:
    opened = open_book(tmp_path / "diary.json", lambda: clock[-1])
    assert isinstance(opened, Book)
    save_settings(opened, Settings(tracked=(BACK,), setup_step=None))
    save_check_in(opened, CheckInEntry(scores={BACK: 4}))
    return opened


Saved = Callable[..., ImpactCheck]


def answers(diary: Book, *options: int | None) -> ImpactCheck | Problems:
    typed = {
        name: "" if option is None else str(option)
        for name, option in zip(QUESTION_NAMES, options, strict=True)
    }
    answer: ImpactCheck | Problems = fill(diary, IMPACT, place="low_back", **typed)
    return answer


@pytest.fixture
def saved(diary: Book) -> Saved:
    def save(*options: int | None) -> ImpactCheck:
        made = answers(diary, *options)
        assert isinstance(made, ImpactCheck)
        return made

    return save


def test_r_q_01_the_answers_are_kept_under_the_weeks_last_day(
    diary: Book, saved: Saved, clock: list[datetime]
) -> None:
    clock.append(clock[-1] + timedelta(days=2))
    record = saved(1, 1, 2, 1)
    assert (record.day, record.at, record.place) == (SUNDAY, clock[-1], BACK)
    review = week_review(diary.snapshot, SUNDAY, today=diary.today)
    assert review.check.record == record
    assert review.check.result is not None
    assert (review.check.result.score, review.check.result.substantial) == (41, True)


def test_a_skipped_question_leaves_it_incomplete_without_a_score(diary: Book, saved: Saved) -> None:
    saved(1, 1, None, 1)
    result = week_review(diary.snapshot, SUNDAY, today=SUNDAY).check.result
    assert result is not None
    assert (result.score, result.substantial) == (None, None)
    assert not is_due(diary.snapshot, SUNDAY)


def test_nothing_answered_is_refused_with_a_sentence(diary: Book) -> None:
    answer = answers(diary, None, None, None, None)
    assert answer == (Problem("", NOTHING_ANSWERED),)
    assert diary.snapshot.of(ImpactCheck) == ()


def test_it_is_corrected_the_same_day_and_no_later(
    diary: Book, saved: Saved, clock: list[datetime]
) -> None:
    first = saved(3, None, None, None)
    clock.append(clock[-1] + timedelta(hours=3))
    again = check_form(diary.snapshot, diary.today)
    assert isinstance(again, CheckForm)
    assert again.record == first
    assert saved(0, None, None, None).id == first.id
    assert len(diary.snapshot.of(ImpactCheck)) == 1
    clock.append(clock[-1] + timedelta(days=1))
    assert isinstance(check_form(diary.snapshot, diary.today), Problem)
    assert isinstance(answers(diary, 1, 1, 1, 1), tuple)
    assert check_of(diary.snapshot, check_week(diary.snapshot, diary.today)) is not None


def test_undo_takes_it_back(diary: Book, saved: Saved) -> None:
    saved(0, None, None, None)
    answer = diary.undo()
    assert answer.done
    assert "weekly check" in answer.message
    assert is_due(diary.snapshot, SUNDAY)
