"""The last 28 days on the Stretch tab: signs, sums, legend, and the page of small screens."""

from datetime import timedelta

import pytest

from tests.ui.conftest import NOW, Person, Sits
from tracker.diary.book import Book
from tracker.diary.entries import RunEntry, SessionEntry
from tracker.diary.runs import log_run
from tracker.diary.sessions import log_session
from tracker.domain.routine import StepState
from tracker.insight.adherence import PLANNED_MEANS
from tracker.ui.stretch.adherence_grid import AdherenceGrid
from tracker.ui.stretch.view import StretchView

TODAY = NOW.date()


def gone_through(diary: Book, routine: str, *, back: int) -> None:
    log_session(
        diary,
        SessionEntry(
            routine=routine,
            others=StepState.DONE,
            day=TODAY - timedelta(days=back),
            when=f"{TODAY - timedelta(days=back)} 18:00",
        ),
    )


@pytest.fixture
def with_runs(diary: Book) -> Book:
    for back in (3, 5, 9):
        when = f"{TODAY - timedelta(days=back)} 17:00"
        log_run(diary, RunEntry(when=when, distance="5", duration="30"))
    gone_through(diary, "pre_run", back=3)
    gone_through(diary, "post_run", back=3)
    gone_through(diary, "pre_run", back=5)
    gone_through(diary, "rest_day", back=6)
    return diary


async def on_stretch(person: Person) -> AdherenceGrid:
    await person.press("escape", "2")
    await person.sees("Before a run")
    card = person.main.query_one(StretchView).query_one(AdherenceGrid)
    await person.until(lambda: card.kept is not None)
    return card


@pytest.mark.usefixtures("with_runs")
async def test_r_an_07_the_card_has_a_sign_for_each_day(sits_down: Sits) -> None:
    async with sits_down() as person:
        await on_stretch(person)
        await person.sees("Last 28 days", "3 of 6 planned", "R-AN-07")
        assert "17 Nov  ○" not in person.screen_text
        row = person.line_with("17 Nov")
        assert row[:34].split("17 Nov")[1].split() == ["+", "◐", "·", "✓", "·", "·", "·"]
        assert person.line_with("10 Nov")[:34].split("10 Nov")[1].split() == [*"····○··"]


@pytest.mark.usefixtures("with_runs")
@pytest.mark.parametrize("size", [(80, 24), (60, 20)], ids=str)
async def test_r_an_07_small_screens_have_a_page(sits_down: Sits, size: tuple[int, int]) -> None:
    async with sits_down(size=size) as person:
        card = await on_stretch(person)
        assert not card.display or not card.region.height
        await person.press("v")
        await person.sees("Stretching in the last 28 days", "17 Nov", "rest advised")
        words = " ".join(person.screen_text.split())
        assert PLANNED_MEANS in words
        assert "3 of 6 planned, 1 extra" in words or size[0] < 80
        await person.press("escape")
        await person.no_longer_sees("Stretching in the last 28 days")


@pytest.mark.usefixtures("with_runs")
async def test_r_an_07_a_saved_session_changes_the_sums(sits_down: Sits, diary: Book) -> None:
    async with sits_down() as person:
        await on_stretch(person)
        await person.sees("3 of 6 planned")
        gone_through(diary, "post_run", back=5)
        person.main.generation += 1
        await person.sees("4 of 6 planned")
