"""Flares in the diary (R-AN-04): asked about once, marked at any time, over when they are over."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from tests.forms import fill
from tracker.diary.book import Book, open_book, save_settings
from tracker.diary.flares import (
    FlareQuestion,
    answer_flare,
    end_flare,
    flare_over,
    flare_question,
    flare_still_lasts,
    flares_on,
)
from tracker.diary.kinds.flare import FLARE
from tracker.domain.check_in import CheckIn
from tracker.domain.episode import Flare
from tracker.domain.pain import score_at
from tracker.domain.problem import Problem
from tracker.domain.settings import Settings
from tracker.domain.site import PainSite, Side, Site

NOW = datetime(2026, 11, 23, 7, 12, tzinfo=UTC)
TODAY = NOW.date()
BACK = PainSite(Site.LOW_BACK, Side.CENTRE)
SHIN = PainSite(Site.SHIN, Side.LEFT)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


class Clock:
    now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def diary(tmp_path: Path, clock: Clock) -> Book:
    opened = open_book(tmp_path / "diary.json", clock)
    assert isinstance(opened, Book)
    save_settings(opened, Settings(setup_step=None, tracked=(BACK, SHIN)))
    return opened


def logs(diary: Book, scores: Iterable[int | None], *, place: PainSite = BACK) -> None:
    """Log mornings, the last of them today."""
    given = list(scores)
    records = [
        CheckIn(
            id=f"{place.key}-{back}",
            at=NOW - timedelta(days=back),
            day=ago(back),
            scores=(score_at(place, score),),
        )
        for back, score in zip(reversed(range(len(given))), given, strict=True)
        if score is not None
    ]
    assert diary.keep_all(records, label="mornings") is None


def asked(diary: Book) -> FlareQuestion | None:
    return flare_question(diary.snapshot, today=diary.today)


def must_ask(diary: Book) -> FlareQuestion:
    question = asked(diary)
    assert question is not None
    return question


def kept(answer: Flare | tuple[Problem, ...]) -> Flare:
    assert isinstance(answer, Flare)
    return answer


@pytest.mark.parametrize("is_flare", [True, False])
def test_r_an_04_is_asked_once_and_the_answer_stays(diary: Book, *, is_flare: bool) -> None:
    logs(diary, [2] * 14 + [5, 6])
    question = must_ask(diary)

    assert (question.place, question.candidate.start) == (BACK, ago(1))
    flare = kept(answer_flare(diary, question, is_flare=is_flare))

    assert (flare.start, flare.end, flare.is_flare, flare.place) == (ago(1), None, is_flare, BACK)
    assert asked(diary) is None
    assert flares_on(diary.snapshot, TODAY) == ((flare,) if is_flare else ())
    assert diary.undo().done
    assert asked(diary) == question


def test_r_an_04_one_that_is_over_already_is_kept_with_its_last_day(diary: Book) -> None:
    logs(diary, [2] * 14 + [5, 6, 3, 2])
    flare = kept(answer_flare(diary, must_ask(diary), is_flare=True))

    assert (flare.start, flare.end) == (ago(3), ago(2))
    assert asked(diary) is None


def test_r_an_04_an_answer_still_holds_when_a_morning_before_is_corrected(diary: Book) -> None:
    logs(diary, [2] * 14 + [None, 5, 6])
    answer_flare(diary, must_ask(diary), is_flare=False)
    logs(diary, [5, 5, 6])

    assert asked(diary) is None


def test_r_an_04_each_site_is_asked_about_one_after_the_other(diary: Book) -> None:
    logs(diary, [2] * 14 + [6])
    logs(diary, [0] * 14 + [4, 4], place=SHIN)
    first = must_ask(diary)
    answer_flare(diary, first, is_flare=False)
    second = must_ask(diary)
    answer_flare(diary, second, is_flare=True)

    assert (first.place, second.place) == (SHIN, BACK)
    assert asked(diary) is None


@pytest.mark.parametrize(("back", "is_asked"), [(13, True), (14, False)])
def test_r_an_04_only_recent_days_are_asked_about(
    diary: Book, back: int, *, is_asked: bool
) -> None:
    logs(diary, [2] * 14 + [6] + [2] * back)

    assert (asked(diary) is not None) is is_asked


def test_r_an_04_a_new_rise_is_asked_about_after_a_no(diary: Book, clock: Clock) -> None:
    logs(diary, [2] * 14 + [6, 6, 2, 2, 2])
    answer_flare(diary, must_ask(diary), is_flare=False)
    clock.now = NOW + timedelta(days=1)
    diary.keep(
        CheckIn(id="new", at=clock.now, day=diary.today, scores=(score_at(BACK, 7),)), label=""
    )

    assert must_ask(diary).candidate.start == diary.today


def test_r_an_04_a_day_the_person_marked_is_not_asked_about(diary: Book) -> None:
    logs(diary, [2] * 14 + [5, 6])
    kept(fill(diary, FLARE, start="yesterday", end="today"))

    assert asked(diary) is None


def test_r_an_04_a_marked_flare_counts_on_a_day_like_any_other(diary: Book) -> None:
    logs(diary, [2] * 20)
    note = "Moved house\n[b]twice[/b]"
    flare = kept(fill(diary, FLARE, start="-2d", place="low_back", note=note))

    assert (flare.start, flare.end, flare.note) == (ago(2), None, note)
    assert flares_on(diary.snapshot, ago(1)) == (flare,)
    assert flares_on(diary.snapshot, ago(3)) == ()


def test_r_an_04_the_end_is_proposed_set_and_undone(diary: Book) -> None:
    logs(diary, [2] * 14 + [6, 5, None, 3, 3])
    flare = kept(fill(diary, FLARE, start="-4d", place="low_back"))
    over = flare_over(diary.snapshot, today=TODAY)
    assert over is not None

    assert (over.flare, over.last) == (flare, ago(3))
    assert kept(end_flare(diary, over.flare, over.last)).end == ago(3)
    assert flare_over(diary.snapshot, today=TODAY) is None
    assert diary.undo().done
    assert flare_over(diary.snapshot, today=TODAY) == over


def test_r_an_04_whoever_says_that_it_lasts_is_left_alone_for_a_week(
    diary: Book, clock: Clock
) -> None:
    logs(diary, [2] * 14 + [6, 3, 3])
    flare = kept(fill(diary, FLARE, start="-2d"))
    kept(flare_still_lasts(diary, flare))

    assert flare_over(diary.snapshot, today=diary.today) is None
    for day in range(1, 8):
        clock.now = NOW + timedelta(days=day)
        score = (score_at(BACK, 2),)
        diary.keep(CheckIn(id=f"{day}", at=clock.now, day=diary.today, scores=score), label="")
        assert (flare_over(diary.snapshot, today=diary.today) is not None) is (day == 7)


def test_r_an_04_without_a_level_before_only_the_person_ends_it(diary: Book) -> None:
    logs(diary, [2] * 6 + [6, 2, 2, 2])
    kept(fill(diary, FLARE, start="-3d", place="low_back"))

    assert flare_over(diary.snapshot, today=TODAY) is None


@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        ({"start": ""}, "start", "missing"),
        ({"start": "5,2"}, "start", "Can't read"),
        ({"start": "tomorrow"}, "start", "still to come"),
        ({"start": "2026-02-30"}, "start", "no day"),
        ({"start": "1066-10-14"}, "start", "too long ago"),
        ({"start": "yesterday", "end": "-3d"}, "end", "before its first day, Sun 22 Nov 2026"),
        ({"start": "yesterday", "end": "+1"}, "end", "still to come"),
        ({"start": "yesterday", "end": "whenever"}, "end", "Can't read"),
        ({"start": "yesterday", "note": "x" * 4001}, "note", "Shorten it by 1"),
    ],
)
def test_what_can_not_be_read_is_said_at_the_field(
    diary: Book, typed: dict[str, str], field: str, words: str
) -> None:
    answer = fill(diary, FLARE, **typed)

    assert isinstance(answer, tuple)
    assert [problem.field for problem in answer] == [field]
    assert words in answer[0].message
    assert diary.snapshot.of(Flare) == ()


def test_one_that_was_deleted_meanwhile_is_not_written_anew(diary: Book) -> None:
    gone = Flare(id="gone", at=NOW, start=TODAY)
    answer = fill(diary, FLARE, base=gone, note="more")

    assert isinstance(answer, tuple)
    assert "deleted meanwhile" in answer[0].message


def test_a_correction_keeps_what_the_form_does_not_show(diary: Book, clock: Clock) -> None:
    logs(diary, [2] * 14 + [6])
    flare = kept(answer_flare(diary, must_ask(diary), is_flare=True))
    clock.now = NOW + timedelta(hours=2)
    changed = kept(fill(diary, FLARE, base=flare, start="-1d", end="today"))

    assert (changed.id, changed.at) == (flare.id, flare.at)
    assert diary.snapshot.of(Flare) == (changed,)
