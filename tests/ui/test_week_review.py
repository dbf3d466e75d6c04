"""The week in review and the weekly check with real keys (R-LOAD-02, R-Q-01, R-TXT-02)."""

from asyncio import gather
from datetime import timedelta
from pathlib import Path

import pytest
from textual.widgets import Static

from tests.ui.conftest import BACK, NOW, SHIN, Person, Sits, StoppedClock
from tracker.diary.book import Book
from tracker.domain.check_in import CheckIn
from tracker.domain.impact_check import ImpactCheck
from tracker.domain.pain import Night, score_at
from tracker.domain.run import Run
from tracker.rules.impact import NOT_OFFICIAL
from tracker.ui.commands import FLOWS
from tracker.ui.form.screen import FormScreen
from tracker.ui.trends.week_card import WeekCard
from tracker.ui.trends.week_screen import WeekScreen
from tracker.ui.widgets.next_card import NextCard

WIDE, NARROW, SLIM = (120, 40), (80, 24), (60, 20)


@pytest.fixture(autouse=True)
def weeks(diary: Book) -> None:
    """Three weeks of a diary, ending on the Monday after its last whole week."""
    records: list[CheckIn | Run] = []
    for back in range(21):
        at = NOW - timedelta(days=back)
        records.append(
            CheckIn(
                id=f"c{back}",
                at=at,
                day=at.date(),
                scores=(score_at(BACK, back % 4),),
                night=Night.NONE,
            )
        )
    for back in (1, 3, 8):
        at = NOW - timedelta(days=back)
        records.append(
            Run(id=f"r{back}", start=at, day=at.date(), distance_m=6400, duration_s=2400, rpe=3)
        )
    assert diary.keep_all(records, label=None) is None


def read(person: Person) -> str:
    return " ".join(person.screen_text.split())


async def opens_the_week(person: Person) -> WeekScreen:
    await person.press("escape", "4")
    await person.until(lambda: person.main.tab == "trends" and person.main.view.visible)
    await person.press("W")
    await person.sees("Week in review", "Pain")
    screen = person.app.screen
    assert isinstance(screen, WeekScreen)
    return screen


async def test_no_part_stands_twice_where_an_answer_comes_while_the_columns_change(
    sits_down: Sits,
) -> None:
    async with sits_down(WIDE) as person:
        screen = await opens_the_week(person)
        shown = screen._shown
        assert shown is not None
        await person.press("w")
        await gather(screen._show(shown), screen._show(shown), screen._show(shown))
        await person.pilot.pause()
        assert len(screen.query(WeekCard)) == len(shown.parts) + 1


@pytest.mark.parametrize("size", [WIDE, NARROW, SLIM])
async def test_the_week_of_the_cursor_is_read_whole_r_txt_02(
    sits_down: Sits, size: tuple[int, int]
) -> None:
    async with sits_down(size) as person:
        await opens_the_week(person)
        await person.sees("23 – 29 Nov 2026 · one day so far", "Low back", "Mon 23", "Sun 29")
        await person.press("left")
        await person.sees("16 – 22 Nov 2026", "Verdict", "Next morning", "quiet")
        assert not person.app.screen.query(WeekCard)
        await person.press("w")
        await person.until(lambda: len(person.app.screen.query(WeekCard)) == 5)
        await person.press("home")
        seen = set(person.screen_text.splitlines())
        for _ in range(12):
            await person.press("pagedown")
            seen |= set(person.screen_text.splitlines())
        text = " ".join(" ".join(seen).split())
        for words in (
            "12.8 km", "in 2 runs", "R-LOAD-02", "R-LOAD-04", "R-LOAD-09", "R-PAIN-04",
            "n 7 of 7", "of 7 answered", "240 units", "Monotony", "R-Q-01",
        ):  # fmt: skip
            assert words in text, words
        assert not [line for line in seen if len(line) > size[0]]


async def test_walking_stays_within_the_diary(sits_down: Sits) -> None:
    async with sits_down() as person:
        screen = await opens_the_week(person)
        await person.press("right_square_bracket")
        await person.sees("23 – 29 Nov 2026")
        for days in ("16 – 22 Nov", "9 – 15 Nov", "2 – 8 Nov"):
            await person.press("left_square_bracket")
            await person.sees(days)
        for _ in range(3):
            await person.press("left")
        assert "2 – 8 Nov" in person.screen_text
        await person.press("right")
        await person.sees("9 – 15 Nov")
        await person.press("escape")
        await person.until(lambda: person.app.screen is not screen)
        await person.sees("4 Trends]", "Low back")


async def test_the_columns_follow_the_width(sits_down: Sits) -> None:
    async with sits_down(WIDE) as person:
        screen = await opens_the_week(person)
        await person.press("w")
        await person.until(lambda: len(screen.query("#right > WeekCard")) == 3)
        await person.pilot.resize_terminal(*NARROW)
        await person.until(lambda: not screen.query("#right > WeekCard"))
        await person.sees("Low back", "Nights")


async def test_the_week_is_copied_and_written_without_notes(
    sits_down: Sits, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with sits_down() as person:
        await opens_the_week(person)
        await person.press("left")
        await person.sees("16 – 22 Nov 2026")
        await person.press("y")
        await person.sees("The week is copied as text, without notes.")
        copied = person.app.clipboard
        assert copied.startswith("Week in review")
        assert "12.8 km in 2 runs" in copied
        await person.press("ctrl+s")
        text = tmp_path / "backstride-week-2026-11-16.txt"
        await person.until(text.exists)
        await person.until(text.with_suffix(".svg").exists)
        assert text.read_text(encoding="utf-8") == copied
        await person.sees("Wrote")


# ---------------------------------------------------------------------- the weekly check


async def opens_the_check(person: Person) -> FormScreen:
    await person.press("escape", "ctrl+p")
    await person.type("weekly check")
    await person.pilot.pause(0.3)
    await person.press("enter")
    await person.until(lambda: isinstance(person.app.screen, FormScreen))
    await person.until(lambda: person.app.focused is not None)
    screen = person.app.screen
    assert isinstance(screen, FormScreen)
    return screen


@pytest.mark.parametrize("size", [WIDE, NARROW, SLIM])
async def test_four_answers_with_keys_alone_r_q_01(sits_down: Sits, size: tuple[int, int]) -> None:
    async with sits_down(size) as person:
        screen = await opens_the_check(person)
        texts = [str(text.render()) for text in screen.query(".form--words").results(Static)]
        assert NOT_OFFICIAL in texts
        assert NOT_OFFICIAL in read(person) or size == SLIM
        await person.press("right", "right", "down", "right", "right", "enter", "right")
        result = screen.query_one("#result", Static)
        await person.until(lambda: "incomplete, no score" in str(result.render()))
        await person.press("down", "right", "right", "right")
        await person.press("ctrl+s")
        await person.sees("Weekly check saved.")
        (record,) = person.diary.snapshot.of(ImpactCheck)
        assert record.options == (1, 1, 0, 2)
        assert (record.day, record.place) == ((NOW - timedelta(days=1)).date(), BACK)


async def test_the_first_question_may_be_all_r_q_01(sits_down: Sits) -> None:
    async with sits_down() as person:
        await opens_the_check(person)
        await person.press("right")
        await person.sees("0 of 100")
        await person.no_longer_sees("Symptoms")
        await person.press("right")
        await person.sees("Symptoms", "incomplete")
        await person.press("right", "right")
        await person.sees("100 of 100", "clearly affected")
        await person.press("ctrl+s")
        await person.until(lambda: bool(person.diary.snapshot.of(ImpactCheck)))
        assert person.diary.snapshot.of(ImpactCheck)[0].options == (3, None, None, None)


async def test_nothing_answered_says_what_to_do_and_loses_nothing(sits_down: Sits) -> None:
    async with sits_down() as person:
        await opens_the_check(person)
        await person.press("ctrl+s")
        await person.sees("Answer at least one question")
        await person.press("escape")
        await person.no_longer_sees("Answer at least one question")
        assert person.diary.snapshot.of(ImpactCheck) == ()


async def test_another_site_can_be_asked_about(sits_down: Sits) -> None:
    async with sits_down() as person:
        await opens_the_check(person)
        await person.press("up", "right", "down", "right", "ctrl+s")
        await person.until(lambda: bool(person.diary.snapshot.of(ImpactCheck)))
        assert person.diary.snapshot.of(ImpactCheck)[0].place == SHIN


async def test_from_the_week_and_back_with_the_score_and_a_correction(sits_down: Sits) -> None:
    async with sits_down() as person:
        await opens_the_week(person)
        await person.press("a")  # the week in progress is not asked about yet
        assert isinstance(person.app.screen, WeekScreen)
        await person.sees("Weekly check: Sun 29 Nov.")
        await person.press("left")
        await person.sees("16 – 22 Nov", "a weekly check")
        await person.press("a")
        await person.until(lambda: isinstance(person.app.screen, FormScreen))
        await person.press("right", "right", "right", "right", "ctrl+s")
        await person.until(lambda: isinstance(person.app.screen, WeekScreen))
        await person.sees("Weekly check: 100 of 100.")
        await person.press("a")
        await person.until(lambda: isinstance(person.app.screen, FormScreen))
        await person.sees("100 of 100")
        await person.press("left", "left", "left", "ctrl+s")
        await person.sees("0 of 100")
        assert len(person.diary.snapshot.of(ImpactCheck)) == 1


async def test_today_asks_until_it_is_answered_and_undo_asks_again(sits_down: Sits) -> None:
    async with sits_down() as person:
        await person.sees("Answer the weekly check")
        card = next(card for card in person.main.query(NextCard) if card.region)
        card.focus()
        await person.press(*["down"] * (len(card.steps) - 1), "enter")
        await person.until(lambda: isinstance(person.app.screen, FormScreen))
        await person.press("right", "ctrl+s")
        await person.no_longer_sees("Answer the weekly check")
        await person.press("escape", "u")
        await person.sees("undo it")
        await person.press("y")
        await person.sees("Answer the weekly check")


async def test_after_the_day_of_its_answers_it_is_closed(
    sits_down: Sits, clock: StoppedClock
) -> None:
    async with sits_down() as person:
        await opens_the_check(person)
        await person.press("right", "ctrl+s")
        await person.until(lambda: bool(person.diary.snapshot.of(ImpactCheck)))
        clock.go_on(days=1)
        person.main.open(FLOWS["weekly_check"])
        await person.sees("check is answered")
        assert not isinstance(person.app.screen, FormScreen)
