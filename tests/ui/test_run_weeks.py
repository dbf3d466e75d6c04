"""The weeks below the runs carry the next morning's answer."""

from datetime import date, timedelta

import pytest

from tests.ui.conftest import BACK, Sits
from tracker.diary.book import Book
from tracker.diary.check_ins import save_check_in
from tracker.diary.entries import CheckInEntry, RunEntry
from tracker.diary.run_views import view_runs
from tracker.diary.runs import log_run
from tracker.domain.verdict import Response
from tracker.insight.week_bars import WeekOfRuns

TODAY = date(2026, 11, 23)


@pytest.fixture
def ran(diary: Book) -> Book:
    """Three weeks of mornings and runs, the last run today."""
    for back in range(21, -1, -1):
        day = TODAY - timedelta(days=back)
        save_check_in(diary, CheckInEntry(day=day, scores={BACK: 3 if back == 4 else 1}))
    for back in (12, 9, 5, 0):
        day = TODAY - timedelta(days=back)
        run = RunEntry(
            when=f"{day} 06:00", distance="6", duration="40", before={BACK: 1}, during={BACK: 1}
        )
        assert not isinstance(log_run(diary, run), tuple)
    return diary


def week(book: Book, back: int) -> WeekOfRuns:
    return view_runs(book).weeks[back]


def test_r_pain_07_each_run_of_a_week_has_its_answer(ran: Book) -> None:
    assert [run.response for run in week(ran, 0).runs] == [None]
    assert [run.response for run in week(ran, 1).runs] == [Response.RED]
    assert [run.response for run in week(ran, 2).runs] == [Response.GREEN, Response.GREEN]
    assert (week(ran, 0).so_far, week(ran, 1).so_far) == (True, False)
    assert week(ran, 2).metres == 12_000


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
@pytest.mark.usefixtures("ran")
async def test_the_weeks_stand_below_the_list(sits_down: Sits, size: tuple[int, int]) -> None:
    async with sits_down(size) as person:
        await person.press("escape", "3")
        await person.sees("Weeks", "next morning", "so far", "2 runs", "not scored", "tomorrow")
        assert "▇▇▇▇" in person.line_with("1 run")
        assert "▁▁▁▁ ▁▁▁▁" in person.line_with("2 runs")


async def test_a_diary_without_runs_shows_what_the_first_one_draws(sits_down: Sits) -> None:
    async with sits_down() as person:
        await person.press("escape", "3")
        await person.sees("your first run draws this bar", "· · · · · · ·")


async def test_the_right_half_is_never_blank(sits_down: Sits) -> None:
    async with sits_down() as person:
        await person.press("escape", "3")
        await person.sees(
            "How the next morning answers a run", "R-PAIN-07", "so far", "Last 30 days", "0 runs"
        )
        assert "NEEDS INPUT today" in person.line_with("Log a run")


@pytest.mark.usefixtures("ran")
async def test_a_broad_screen_tells_the_run_under_the_cursor(sits_down: Sits) -> None:
    async with sits_down((160, 45)) as person:
        await person.press("escape", "3")
        await person.sees("enter opens", "waits for tomorrow's score", "What 42 days of runs say")
        assert "1 tomorrow" in person.screen_text
        assert "How the next morning" not in person.screen_text
        await person.press("v", "down")
        await person.sees("That was too much for now.", "Decided by", "Low back 1.0 → 3")
        await person.pilot.resize_terminal(80, 24)
        await person.sees("30 days", "longest")
        assert "enter opens" not in person.screen_text
