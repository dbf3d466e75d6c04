"""The clinician's page: one page, and every number on it is the diary's (R-SUM-01 to R-SUM-03)."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.diary.conftest import TODAY, Made
from tracker.diary.book import Book, open_book
from tracker.diary.clinician.output import write_page
from tracker.diary.clinician.page import LISTED, TITLES, build
from tracker.diary.clinician.request import Part, Request, parse_parts
from tracker.diary.clinician.running import Followed, followed
from tracker.diary.clinician.words import listed_words, tally_words
from tracker.diary.responses import judged
from tracker.domain.check_in import CheckIn
from tracker.domain.pain import Night
from tracker.domain.plan import PlanChoice
from tracker.domain.problem import Problem
from tracker.domain.remedy import Remedy, RemedyKind
from tracker.domain.routine import STRENGTH, RoutineSession, StepMark, StepState
from tracker.domain.run import Run, RunOutcome, Source
from tracker.domain.settings import Settings
from tracker.domain.site import PainSite, Side, Site
from tracker.domain.strength import Strength
from tracker.domain.verdict import Plan, Response
from tracker.exchange.page_text import ROWS_MAX, WIDTH, write_text
from tracker.insight.page import Block, Body, DayChart, Facts, Grid, Page, Words

BACK = PainSite(Site.LOW_BACK, Side.CENTRE)
KNEE = PainSite(Site.KNEE, Side.LEFT)
USUAL = Request.of(Settings())
NOW = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
DAYS = 56
FIRST = TODAY - timedelta(days=DAYS - 1)
SMALL = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def page_of(made: Made, request: Request | None = None, *, listed: int = LISTED[0]) -> Page:
    asked = request or Request.of(made.settings)
    return build(made.snapshot, asked, today=TODAY, listed=listed)


def blocks(page: Page, part: Part) -> tuple[Block, ...]:
    return next(each.blocks for each in page.sections if each.title == TITLES[part])


def grids(page: Page, part: Part) -> list[Grid]:
    return [each for each in blocks(page, part) if isinstance(each, Grid)]


def facts(page: Page, part: Part) -> dict[str, str]:
    found = [each for each in blocks(page, part) if isinstance(each, Facts)]
    return {label: words for each in found for label, words in each.rows}


@st.composite
def any_diary(draw: st.DrawFn) -> Made:
    """Nine weeks of mornings, nights and runs, with gaps."""
    made = Made()
    made.settings = Settings(tracked=(BACK,), setup_step=None)
    made.screened()
    score = st.none() | st.integers(0, 10)
    for back in range(DAYS + 7, -1, -1):
        scores = {place: draw(score) for place in (BACK, KNEE)}
        known = {place: number for place, number in scores.items() if number is not None}
        said = draw(st.booleans())
        if known or said:
            made.check_in(
                back,
                known,
                night=draw(st.none() | st.sampled_from(Night)),
                sleep_h=draw(st.none() | st.integers(0, 12)),
            )
        if draw(st.integers(0, 3)) == 0:
            during = draw(score)
            made.run(
                back,
                draw(st.none() | st.integers(100, 20_000)),
                during={} if during is None else {KNEE: during},
                outcome=draw(st.sampled_from(RunOutcome)),
            )
    return made


def mean_cell(scores: Iterable[int | None]) -> str:
    """The cell of a site's week, worked out from its scores alone."""
    known = [score for score in scores if score is not None]
    if not known:
        return "–"
    mean = f"{sum(known) / len(known):.1f}" if len(known) >= 4 else "–"
    return f"{mean}/{max(known)} n{len(known)}"


@SMALL
@given(made=any_diary())
def test_r_sum_01_every_number_of_the_weeks_is_the_diarys(made: Made) -> None:
    page = page_of(made)
    weeks = grids(page, Part.PAIN)[0]
    names = [column.name for column in weeks.columns]
    by_day = {item.day: item for item in made.check_ins}
    runs = [run for run in made.runs if run.day >= FIRST]
    for number, row in enumerate(weeks.rows):
        cells = dict(zip(names, row, strict=True))
        days = [FIRST + timedelta(days=number * 7 + step) for step in range(7)]
        for place, name in ((BACK, "Low back"), (KNEE, "L knee")):
            if name in cells:
                assert cells[name] == mean_cell(score_of(by_day.get(day), place) for day in days)
        nights = [by_day[day].night for day in days if day in by_day and by_day[day].night]
        woken = sum(night in {Night.WAKES, Night.UNRELENTING} for night in nights)
        assert cells["Woken"] == (f"{woken}/{len(nights)}" if nights else "–")
        of_week = [run for run in runs if run.day in days]
        known = [run.distance_m for run in of_week if run.distance_m is not None]
        assert cells["Runs"] == str(len(of_week))
        assert cells["Longest"] == (km(max(known)) if known else "–")
        if not of_week or known:
            more = "+" if len(known) < len(of_week) else ""
            assert cells["km"] == f"{km(sum(known))}{more}"


def score_of(item: CheckIn | None, place: PainSite) -> int | None:
    scores = () if item is None else item.scores
    return next((each.score for each in scores if each.place == place), None)


def km(metres: int) -> str:
    return f"{(metres + 50) // 100 / 10:.1f}"


@SMALL
@given(made=any_diary())
def test_r_sum_01_days_answers_and_shares_are_the_diarys(made: Made) -> None:
    page = page_of(made)
    snapshot = made.snapshot
    chart = next(each for each in blocks(page, Part.PAIN) if isinstance(each, DayChart))
    by_day = {item.day: item for item in made.check_ins}
    days = [FIRST + timedelta(days=step) for step in range(DAYS)]
    for site in chart.sites:
        assert list(site.scores) == [score_of(by_day.get(day), site.site) for day in days]

    runs = [run for run in made.runs if run.day >= FIRST]
    found = [each for each in (judged(snapshot, run) for run in runs) if not each.waits(TODAY)]
    counts: Counter[tuple[str, Response]] = Counter(
        ("No site scored" if site.place is None else site.place.label, site.response)
        for run in found
        for site in run.sites
    )
    tables = grids(page, Part.RESPONSES)
    for label, total, *each in tables[0].rows if tables else ():
        order = (
            Response.GREEN,
            Response.AMBER_SETTLED,
            Response.AMBER_LINGER,
            Response.RED,
            Response.UNKNOWN,
        )
        assert [int(count) for count in each] == [counts[label, response] for response in order]
        assert int(total) == sum(map(int, each))

    logged = sum(bool(item.scores) for item in made.check_ins if item.day >= FIRST)
    unanswered = sum(run.response is Response.UNKNOWN for run in found)
    missing = facts(page, Part.UNKNOWN)["Missing"]
    assert f"{logged} of {DAYS} days logged" in page.head[0]
    assert missing.startswith(f"{DAYS - logged} of {DAYS} (")
    assert f"; {unanswered} of {len(found)}" in missing
    if runs:
        distance = sum(run.distance_m or 0 for run in runs)
        assert facts(page, Part.RUNNING)["Distance"].startswith(
            f"{km(distance)} km in {len(runs)} "
        )
    sleep = [
        item.sleep_h for item in made.check_ins if item.day >= FIRST and item.sleep_h is not None
    ]
    if sleep:
        words = f"sleep {sum(sleep) / len(sleep):.1f} h (n {len(sleep)})"
        assert words in facts(page, Part.FUNCTION)["A day"]


@SMALL
@given(made=any_diary(), listed=st.sampled_from(LISTED))
def test_r_sum_01_no_line_is_too_long(made: Made, listed: int) -> None:
    lines = write_text(page_of(made, listed=listed)).splitlines()
    assert max(map(len, lines)) <= WIDTH
    if listed == LISTED[-1]:
        assert len(lines) <= ROWS_MAX


def test_r_sum_01_question_and_goal_come_first(made: Made) -> None:
    made.settings = Settings(page_question="May I run?", page_goal="10 km", page_name="Alex")
    made.check_in(0, {BACK: 3})
    lines = write_text(page_of(made)).splitlines()
    assert lines[0].startswith("Running and pain diary of Alex")
    assert lines[3:5] == ["Question  May I run?", "Goal      10 km"]


def test_r_sum_01_reds_stand_with_date_distance_and_numbers(made: Made) -> None:
    made.settings = Settings(tracked=(KNEE,))
    made.mornings(KNEE, dict.fromkeys(range(20, 3, -1), 1))
    made.run(4, 6200, during={KNEE: 2})
    made.check_in(3, {KNEE: 4})
    counted, listed = grids(page_of(made), Part.RESPONSES)
    assert counted.rows == (("Left knee", "1", "0", "0", "0", "1", "0"),)
    assert listed.rows == (("19 Nov", "6.2 km", "red", "L knee 1.0 → 4"),)


def test_r_sum_01_what_was_tried_is_counted(made: Made) -> None:
    made.run(2, painkiller=True, gear=("Blue",))
    made.visit(10)
    done = (StepMark("S1", StepState.DONE),)
    session = RoutineSession(
        id="s", at=made.at(3, 9), day=made.day(3), routine=STRENGTH, marks=done
    )
    heat = Remedy(id="h", at=made.at(1, 9), day=made.day(1), kind=RemedyKind.HEAT)
    snapshot = made.snapshot.with_records(heat)
    snapshot = replace(snapshot, sessions=snapshot.sessions.with_days({made.day(3): (session,)}))
    page = build(snapshot, USUAL, today=TODAY, listed=1)
    assert facts(page, Part.TRIED) == {
        "Strength": "1 session, 1 of them whole, the last on 20 Nov",
        "Remedies": "heat 1 on 1 day",
        "Medicine": "a painkiller on 1 day",
        "Equipment": "Blue 1 run",
        "Visits": "physiotherapist 13 Nov",
    }


def test_r_sum_01_alarm_answers_stand_with_their_days(made: Made) -> None:
    made.check_in(5, {BACK: 2}, yes=("saddle_numb",), no=("bladder_change",), full_list=True)
    made.took_back(4, "R-RED-01")
    found = facts(page_of(made), Part.ALARMS)
    assert found["Yes"] == "Numb between the legs: 18 Nov (taken back 19 Nov)"
    assert found["No"] == "Bladder changed"
    assert found["Asked"] == "all of the list on 1 day, last 18 Nov 2026. Open now: none"


@pytest.mark.parametrize(
    ("metres", "scores", "expected"),
    [
        (3000, dict.fromkeys(range(14), 0), Followed.WITHIN),
        (30_000, dict.fromkeys(range(14), 0), Followed.FARTHER),
        (3000, dict.fromkeys(range(14), 7), Followed.AGAINST),
        (3000, {}, Followed.UNKNOWN),
    ],
)
def test_r_sum_01_whether_advice_was_followed(
    made: Made, metres: int, scores: dict[int, int], expected: Followed
) -> None:
    made.settings = Settings(tracked=(BACK,))
    made.screened()
    made.mornings(BACK, scores)
    made.run(6, 4000)
    made.run(0, metres, hour=8)
    assert followed(made.snapshot, made.day(0)) is expected


def test_r_sum_01_what_has_no_room_is_counted() -> None:
    assert listed_words(["a", "", "b", "c"], most=2, between="; ") == "a; b; 1 more"
    assert tally_words({"tight": 3, "ache": 12, "numb": 0}, most=2) == "ache 12, tight 3"


def test_r_sum_01_strength_stands_with_its_days_and_its_last_dose(made: Made) -> None:
    done = [
        Strength(
            id=f"s{back}", at=made.at(back, 9), day=made.day(back), exercise="side plank",
            sets=2, hold_s=20 + back,
        )
        for back in (9, 5, 2)
    ]  # fmt: skip
    snapshot = made.snapshot.with_records(*done)
    page = build(snapshot, USUAL, today=TODAY, listed=1)
    assert facts(page, Part.TRIED) == {"Strength": "side plank on 3 days (last 2 × 22 s)"}


def test_r_sum_01_the_ladder_stands_with_its_stage_and_the_goal(made: Made) -> None:
    made.screened()
    made.check_in(0, {BACK: 0})
    made.run(2, 3000)
    ladder = PlanChoice(
        id="p", at=made.at(3, 9), day=made.day(3), mode=Plan.LADDER, stage="W2",
        goal_m=10_000, goal_by=date(2027, 4, 1),
    )  # fmt: skip
    for choice, words in (
        (ladder, "walk-run ladder, stage W2: "),
        (replace(ladder, mode=Plan.FREE), "free running; goal 10.0 km by 1 Apr 2027"),
    ):
        page = build(made.snapshot.with_records(choice), USUAL, today=TODAY, listed=1)
        assert facts(page, Part.RUNNING)["Plan"].startswith(words)


def test_r_sum_02_patterns_are_off_by_default(made: Made) -> None:
    made.check_in(0, {BACK: 3})
    assert {*Part} - {*USUAL.parts} == {Part.PATTERNS}
    made.settings = Settings(page_without=())
    assert [section.title for section in page_of(made).sections] == list(TITLES.values())


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], USUAL.parts),
        (["pain", "running"], (Part.PAIN, Part.RUNNING)),
        (["-pain"], USUAL.parts[1:]),
        (["running", "pain", "-pain"], (Part.RUNNING,)),
    ],
)
def test_parts_are_chosen_and_left_out(words: list[str], expected: tuple[Part, ...]) -> None:
    assert parse_parts(words, usual=USUAL.parts) == expected


def test_a_part_that_is_none_is_told() -> None:
    found = parse_parts(["painn"], usual=())
    assert isinstance(found, Problem)
    assert found.message.startswith('There is no part "painn". Use some of: pain, complaints,')


def test_an_empty_diary_gives_a_page_that_says_so(made: Made) -> None:
    page = page_of(made)
    text = write_text(page)
    assert "0 of 56 days logged" in text
    assert facts(page, Part.RUNNING) == {"Runs": "none logged"}
    assert any(isinstance(block, Body | Words) for block in page.blocks())


def test_a_run_of_today_waits(made: Made) -> None:
    made.check_in(0, {BACK: 1})
    run: Run = made.run(0, hour=6)
    page = page_of(made)
    chart = next(each for each in blocks(page, Part.PAIN) if isinstance(each, DayChart))
    last = chart.runs[-1]
    assert (chart.first, run.day, last and last.sign) == (FIRST, date(2026, 11, 23), "w")


def test_a_page_is_written_as_the_ending_of_its_name_says(tmp_path: Path) -> None:
    book = open_book(tmp_path / "diary.json", lambda: NOW)
    assert isinstance(book, Book)
    for name, begins in (
        ("a.txt", "Running"),
        ("a.md", "# Running"),
        ("a.html", "<!DOCTYPE html>"),
    ):
        assert write_page(book, str(tmp_path / name)) == tmp_path / name
        assert (tmp_path / name).read_text().startswith(begins)
    for name, message in (
        ("a.doc", "Let the name end with one of .txt, .md, .html, .pdf."),
        ("a.txt", "a.txt is there already. Choose another name."),
    ):
        refused = write_page(book, str(tmp_path / name))
        assert isinstance(refused, Problem)
        assert refused.message.endswith(message)
    assert isinstance(write_page(book, " "), Problem)


def test_runs_that_came_from_files_say_nothing_of_being_stopped(made: Made) -> None:
    file = Source(format="gpx", file="run.gpx", digest="0" * 64)
    made.run(3, source=file)
    made.run(2, source=file, during={BACK: 1})
    said = "none noted; 1 run from files, never asked about"
    assert facts(page_of(made), Part.RUNNING)["Stopped"] == said
    made.run(1, outcome=RunOutcome.STOPPED_PAIN)
    assert facts(page_of(made), Part.RUNNING)["Stopped"].startswith("1: ")
