"""From a diary's records to a report (R-AN-05, R-AN-08)."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from tracker.diary.book import Book, open_book, save_settings
from tracker.diary.day_habits import day_habits
from tracker.diary.patterns import PatternReport, pattern_report
from tracker.domain.check_in import CheckIn
from tracker.domain.cross_training import CrossTraining
from tracker.domain.exposure import Exposure
from tracker.domain.pain import score_at
from tracker.domain.record import Record
from tracker.domain.remedy import Remedy, RemedyKind
from tracker.domain.routine import RoutineSession, StepMark, StepState
from tracker.domain.run import Run, Surface
from tracker.domain.settings import Settings
from tracker.domain.site import PainSite, Side, Site
from tracker.domain.verdict import PatternVerdict
from tracker.insight.exposures import DayHabits
from tracker.insight.patterns import Pattern

NOW = datetime(2026, 11, 23, 7, 12, tzinfo=UTC)
TODAY = NOW.date()
BACK = PainSite(Site.LOW_BACK, Side.CENTRE)
SHIN = PainSite(Site.SHIN, Side.LEFT)


def moment(back: int, hour: int = 7) -> datetime:
    return NOW.replace(hour=hour) - timedelta(days=back)


def day(back: int) -> date:
    return TODAY - timedelta(days=back)


def check_in(back: int, score: int | None, *, hour: int = 7, place: PainSite = BACK,
             sleep_h: float | None = None, sitting_h: float | None = None,
             painkiller: bool = False) -> CheckIn:  # fmt: skip
    scores = () if score is None else (score_at(place, score),)
    return CheckIn(
        id=f"c{back}-{hour}-{place.key}", at=moment(back, hour), day=day(back), scores=scores,
        sleep_h=sleep_h, sitting_h=sitting_h, painkiller=painkiller,
    )  # fmt: skip


def run(back: int, metres: int | None = 5000, *, hour: int = 18,
        surface: Surface | None = None) -> Run:  # fmt: skip
    return Run(
        id=f"r{back}-{hour}", start=moment(back, hour), day=day(back), distance_m=metres,
        duration_s=1800, surface=surface,
    )  # fmt: skip


def session(back: int, done: int, of: int) -> RoutineSession:
    marks = tuple(
        StepMark(f"s{step}", StepState.DONE if step < done else StepState.UNTOUCHED)
        for step in range(of)
    )
    return RoutineSession(
        id=f"s{back}", at=moment(back, 19), day=day(back), routine="rest_day", marks=marks
    )


@pytest.fixture
def diary(tmp_path: Path) -> Book:
    opened = open_book(tmp_path / "diary.json", lambda: NOW)
    assert isinstance(opened, Book)
    save_settings(opened, Settings(tracked=(BACK,), setup_step=None))
    return opened


def written(diary: Book, records: Iterable[Record]) -> Book:
    assert diary.keep_all(list(records), label="the test's records") is None
    return diary


def report(
    diary: Book, *, site: PainSite | None = None, exploratory: bool = False
) -> PatternReport:
    return pattern_report(diary.snapshot, today=TODAY, site=site, exploratory=exploratory)


def of(found: PatternReport, exposure: Exposure) -> Pattern:
    return next(each for each in found.patterns if each.exposure is exposure)


def habits(diary: Book, back: int) -> DayHabits:
    return day_habits(diary.snapshot, [day(back)])[day(back)]


# ------------------------------------------------------------------ what a day holds


def test_r_an_05_a_day_with_nothing_but_a_score(diary: Book) -> None:
    assert habits(written(diary, [check_in(3, 2)]), 3) == DayHabits()


def test_r_an_05_the_longest_run_of_the_day_and_of_the_thirty_days_before(diary: Book) -> None:
    runs = [run(31 + 3, 9000), run(30 + 3, 8000), run(3 + 7, None), run(3, 4000, hour=8)]
    longer = run(3, 6000, surface=Surface.TRAIL)

    found = habits(written(diary, [check_in(3, 2), *runs, longer]), 3)

    # 34 days ago is out of the window, 33 is in it, the day itself is not.
    assert (found.ran, found.longest_m, found.longest30_m) == (True, 6000, 8000)
    assert found.surface is Surface.TRAIL


@pytest.mark.parametrize(("done", "counts"), [(7, True), (6, False)])
def test_r_an_05_stretched_is_a_routine_done_by_r_str_09(
    diary: Book, done: int, *, counts: bool
) -> None:
    assert habits(written(diary, [check_in(3, 2), session(3, done, 10)]), 3).stretched is counts


def test_r_an_05_hours_remedies_training_and_painkillers(diary: Book) -> None:
    first = check_in(3, 2, sleep_h=5.5, sitting_h=9, painkiller=True)
    later = check_in(3, 4, hour=20, sitting_h=7)
    heat = Remedy(id="heat", at=moment(3, 20), day=day(3), kind=RemedyKind.HEAT)
    ride = CrossTraining(id="ride", start=moment(3, 9), day=day(3))

    found = habits(written(diary, [first, later, heat, ride]), 3)

    assert found == DayHabits(
        sleep_h=5.5, sitting_h=7, painkiller=True, cross_trained=True,
        remedies=frozenset({RemedyKind.HEAT}),
    )  # fmt: skip


# ------------------------------------------------------------------ the report


def worse_after_runs() -> list[Record]:
    """Eighty days: a run every third or fourth day, two points more on the morning after."""
    ran = [back % 7 in {0, 3} for back in range(81)]
    scores = [2 + (back * back % 5) % 3 - 1 + 2 * ran[back + 1] for back in range(80)]
    check_ins = [check_in(back, score) for back, score in enumerate(scores)]
    return [*check_ins, *(run(back) for back in range(1, 81) if ran[back])]


def test_r_an_05_the_mid_run_reset_is_no_stretching(diary: Book) -> None:
    done = (StepMark("R1", StepState.DONE),)
    sessions = [
        RoutineSession(
            id=f"{routine}{back}", at=moment(back), day=day(back), routine=routine, marks=done
        )
        for back, routine in ((3, "mid_run"), (5, "post_run"), (5, "mid_run"))
    ]
    check_ins = [check_in(back, 2) for back in range(8)]
    found = report(written(diary, [*check_ins, *sessions]))

    assert of(found, Exposure.STRETCHED).exposed == 1


def test_r_an_05_a_report_on_a_diary(diary: Book) -> None:
    found = report(written(diary, worse_after_runs()))
    ran = of(found, Exposure.RAN)

    assert (found.place, found.scored) == (BACK, 80)
    assert [str(each.exposure) for each in found.patterns] == [
        "ran", "long_run", "stretched", "short_sleep", "long_sitting", "hard_surface",
    ]  # fmt: skip
    assert (ran.n, ran.left_out, ran.first, ran.last) == (79, 0, day(79), day(1))
    assert ran.verdict is PatternVerdict.WATCH
    assert ran.effect == pytest.approx(2, abs=0.3)
    assert of(found, Exposure.STRETCHED).exposed == 0
    # No sleep, no sitting and no surface was ever said: there is no pair.
    for unknown in (Exposure.SHORT_SLEEP, Exposure.LONG_SITTING, Exposure.HARD_SURFACE):
        assert of(found, unknown).n == 0


def test_r_an_05_the_first_score_of_a_day_counts(diary: Book) -> None:
    later = [check_in(back, 9, hour=21) for back in range(80)]
    with_later = report(written(diary, [*worse_after_runs(), *later]))

    assert of(with_later, Exposure.RAN).effect == pytest.approx(2, abs=0.3)


def test_r_an_05_days_to_come_are_not_looked_at(diary: Book) -> None:
    written(diary, worse_after_runs())

    found = pattern_report(diary.snapshot, today=day(40))

    assert of(found, Exposure.RAN).last == day(41)


def test_r_an_05_another_site_has_its_own_report(diary: Book) -> None:
    shin = [check_in(back, 1 + back % 3, hour=8, place=SHIN) for back in range(30)]
    written(diary, [*worse_after_runs(), *shin])

    found = report(diary, site=SHIN)

    assert found.place == SHIN
    assert found.places == (BACK, SHIN)
    assert of(found, Exposure.RAN).n == 29


def test_r_an_05_the_other_exposures_come_only_on_request(diary: Book) -> None:
    written(diary, worse_after_runs())

    asked = report(diary, exploratory=True)

    assert len(report(diary).patterns) == 6
    assert [each.exposure for each in asked.patterns if each.exploratory] == [
        Exposure.CROSS_TRAINED, Exposure.HEAT, Exposure.COLD, Exposure.PAINKILLER,
    ]  # fmt: skip


@pytest.mark.parametrize("scores", [[], [3]])
def test_r_an_05_an_empty_diary_has_not_enough_days(diary: Book, scores: list[int]) -> None:
    found = report(written(diary, [check_in(0, score) for score in scores]))

    assert {each.verdict for each in found.patterns} == {PatternVerdict.NOT_ENOUGH}
    assert found.patterns[0].text == (
        "Not enough days yet: 0 with, 0 without; need 8 each and 28 in total."
    )


def test_r_an_05_no_site_at_all(tmp_path: Path) -> None:
    opened = open_book(tmp_path / "none.json", lambda: NOW)
    assert isinstance(opened, Book)

    assert report(opened).place is None
    assert len(report(opened).patterns) == 6
