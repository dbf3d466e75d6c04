"""A planned test from its plan to its end (R-AN-06)."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.forms import fill, problems_of
from tracker.diary.answers import NextKind
from tracker.diary.book import Book, open_book, save_settings
from tracker.diary.day_views import view_day
from tracker.diary.experiment_days import experiment_line, open_experiment
from tracker.diary.experiments import (
    ExperimentView,
    TrialState,
    experiment_views,
    stop_experiment,
)
from tracker.diary.kinds.experiment import EXPERIMENT
from tracker.domain.check_in import CheckIn
from tracker.domain.experiment import Experiment
from tracker.domain.pain import score_at
from tracker.domain.routine import RoutineSession, StepMark, StepState
from tracker.domain.settings import Settings
from tracker.domain.site import PainSite, Side, Site
from tracker.rules.planned_test import NO_PEEKING, possible_orders
from tracker.rules.wording import forbidden_words

NOW = datetime(2026, 11, 23, 7, 12, tzinfo=UTC)
BACK = PainSite(Site.LOW_BACK, Side.CENTRE)
STRETCH = {"habit": "stretched", "place": "low_back"}


class Clock:
    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now

    def go_on(self, days: int) -> None:
        self.now += timedelta(days=days)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def diary(tmp_path: Path, clock: Clock) -> Book:
    opened = open_book(tmp_path / "diary.json", clock)
    assert isinstance(opened, Book)
    save_settings(opened, Settings(tracked=(BACK,), setup_step=None))
    return opened


def planned(diary: Book, **typed: str) -> Experiment:
    found = fill(diary, EXPERIMENT, **(typed or STRETCH))
    assert isinstance(found, Experiment)
    return found


def kept(diary: Book) -> list[Experiment]:
    return list(diary.snapshot.of(Experiment))


def problems(diary: Book, **typed: str) -> dict[str, str]:
    return problems_of(fill(diary, EXPERIMENT, **typed))


def view(diary: Book) -> ExperimentView:
    return experiment_views(diary.snapshot, today=diary.today)[0]


def score(diary: Book, back: int, value: int) -> None:
    at = diary.now - timedelta(days=back)
    diary.keep(
        CheckIn(id=f"c-{at.date()}", at=at, day=at.date(), scores=(score_at(BACK, value),)),
        label="a morning",
    )


def test_r_an_06_a_plan_is_kept_with_its_order_drawn(diary: Book) -> None:
    test = planned(diary)

    assert kept(diary) == [test]
    assert test.blocks in possible_orders(4)
    assert (test.start, test.end) == (diary.today, diary.today + timedelta(days=27))
    assert diary.undo().message == "Undone: the planned test."
    assert kept(diary) == []


def test_r_an_06_own_words_and_a_later_start(diary: Book) -> None:
    test = planned(
        diary,
        habit="heat",
        own="  Evening\twalk ",
        place="low_back",
        start="tomorrow",
        weeks="6",
    )

    assert (test.habit, len(test.blocks)) == ("Evening walk", 6)
    assert view(diary).state is TrialState.PLANNED
    assert view(diary).line == "begins Tue 24 Nov 2026"
    assert view(diary).title == "Evening walk"
    assert experiment_line(diary.snapshot, diary.today) == ""


def test_r_an_06_what_can_t_be_planned_is_said_at_its_field(diary: Book) -> None:
    said = problems(diary, start="yesterday", weeks="2")

    assert said == {
        "habit": "Choose a habit, or write your own, like evening walk.",
        "place": "Choose the site whose morning score is compared.",
        "start": "Sun 22 Nov 2026 is past. A plan begins today or later, like tomorrow.",
        "weeks": '"2" is none of these: 4, 6, 8.',
    }
    assert "Can't read" in problems(diary, habit="heat", place="low_back", start="soon")["start"]
    assert kept(diary) == []


def test_r_an_06_one_test_at_a_time(diary: Book, clock: Clock) -> None:
    planned(diary)

    assert "There is a test until Sun 20 Dec 2026." in problems(diary, **STRETCH)[""]
    clock.go_on(28)
    assert planned(diary).start == diary.today


def test_r_an_06_today_reminds_of_the_week(diary: Book, clock: Clock) -> None:
    test = planned(diary)
    for week, with_habit in enumerate(test.blocks):
        kind = "with" if with_habit else "without"
        line = f"Test week {week + 1} of 4: {kind} stretching"
        steps = view_day(diary).next

        assert experiment_line(diary.snapshot, diary.today) == line
        assert [step.text for step in steps if step.kind is NextKind.EXPERIMENT] == [line]
        assert view(diary).line == line
        assert view(diary).text == NO_PEEKING
        assert view(diary).comparison is None
        clock.go_on(7)
    assert experiment_line(diary.snapshot, diary.today) == ""
    assert all(step.kind is not NextKind.EXPERIMENT for step in view_day(diary).next)


def test_r_an_06_at_the_end_the_means_are_compared_as_planned(diary: Book, clock: Clock) -> None:
    test = planned(diary)
    clock.go_on(28)
    for number in range(28):
        # Mornings after days with the habit are 2, without 4; week 1 has only three of its own.
        if not 3 <= number < 7:
            score(diary, 27 - number, 2 if test.blocks[number // 7] else 4)

    found = view(diary)

    one, other = (3, 4) if test.blocks[0] else (4, 3)
    assert found.state is TrialState.OVER
    weeks = {True: "1 week, 7 mornings", False: "2 weeks, 14 mornings"}
    assert one + other == 7
    assert found.text == (
        f"With stretching your mornings were 2.0 on average ({weeks[test.blocks[0]]}),"
        f" without 4.0 ({weeks[not test.blocks[0]]}), compared in a planned test: a difference of"
        f" -2.0. Of the 4 orders that could have been drawn, {found.comparison.orders_as_large}"  # type: ignore[union-attr]
        " would show one at least as large. One test in one diary: something else may explain it."
        " Week 1 is left out: 3 of 7 mornings scored, 4 needed."
    )
    assert not forbidden_words(found.text)


def test_r_an_06_without_scores_it_says_so(diary: Book, clock: Clock) -> None:
    planned(diary)
    clock.go_on(40)

    assert view(diary).text.startswith("There are too few scored mornings to compare. Week 1 is")


def test_r_an_06_ending_early_can_be_undone(diary: Book, clock: Clock) -> None:
    test = planned(diary)
    clock.go_on(9)

    stopped = stop_experiment(diary, test.id)

    assert isinstance(stopped, Experiment)
    assert stopped.stopped == diary.today
    assert view(diary).state is TrialState.STOPPED
    assert view(diary).line == "ended early, Wed 2 Dec 2026"
    assert open_experiment(diary.snapshot, today=diary.today) is None
    assert stop_experiment(diary, test.id)[0].message == "This test is over already."  # type: ignore[index]
    diary.undo()
    assert view(diary).state is TrialState.RUNNING


@pytest.mark.parametrize("start", ["", "tomorrow"])
def test_r_an_06_a_test_that_has_not_run_a_day_is_taken_away(diary: Book, start: str) -> None:
    test = planned(diary, habit="heat", place="low_back", start=start)

    assert stop_experiment(diary, test.id) == test
    assert kept(diary) == []
    diary.undo()
    assert kept(diary) == [test]
    assert stop_experiment(diary, "gone")[0].message == "This test was deleted meanwhile."  # type: ignore[index]


def test_r_an_06_the_days_with_the_habit_are_counted(diary: Book, clock: Clock) -> None:
    planned(diary)
    clock.go_on(3)
    at = diary.now - timedelta(days=2)
    marks = (StepMark("s", StepState.DONE),)
    diary.keep(
        RoutineSession(id="s", at=at, day=at.date(), routine="rest_day", marks=marks), label="it"
    )

    assert [block.kept for block in view(diary).blocks] == [1, 0, 0, 0]
