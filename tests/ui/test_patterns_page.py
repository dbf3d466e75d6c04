"""The patterns page and the own test with real keys (R-AN-05, R-AN-06, R-AN-08)."""

import pytest

from tests.ui.conftest import NOW, Person, Sits
from tracker.diary.demo import demo_records
from tracker.domain.experiment import Experiment
from tracker.domain.exposure import FIXED_EXPOSURES
from tracker.rules.pattern_words import LABELS
from tracker.rules.wording import forbidden_words
from tracker.ui.form.screen import FormScreen
from tracker.ui.help_screen import HelpScreen
from tracker.ui.patterns.pattern_list import PatternList
from tracker.ui.patterns.patterns_screen import PatternsScreen
from tracker.ui.patterns.why_page import WhyPattern
from tracker.ui.widgets.field_row import FieldRow
from tracker.ui.widgets.prose import Prose

WIDE, NARROW, TINY = (120, 40), (80, 24), (60, 20)
SCROLLBAR = "▁▂▃▄▅▆▇█"
SIZES = pytest.mark.parametrize("size", [WIDE, NARROW, TINY])


def give_a_year(person: Person) -> None:
    kept = person.diary.settings
    records = [each for each in demo_records(NOW) if type(each) is not type(kept)]
    assert person.diary.keep_all(records, label=None) is None


async def open_page(person: Person) -> PatternList:
    await person.press("escape", "4")
    await person.until(lambda: person.main.tab == "trends" and person.main.view.visible)
    await person.press("p")
    await person.until(lambda: isinstance(person.app.screen, PatternsScreen))
    await person.until(lambda: len(person.app.screen.query_one(PatternList).items) >= 6)
    await person.pilot.pause()
    return person.app.screen.query_one(PatternList)


def read(person: Person) -> str:
    return " ".join(person.screen_text.split())


@SIZES
async def test_r_an_05_an_empty_diary_gets_the_good_answer(
    sits_down: Sits, size: tuple[int, int]
) -> None:
    async with sits_down(size) as person:
        await open_page(person)
        await person.sees("Better and worse mornings")
        await person.until(
            lambda: (
                "Not enough days yet: 0 with, 0 without; need 8 each and 28 in total."
                in read(person)
            )
        )
        await person.press("escape")
        await person.until(lambda: person.app.screen is person.main)


@SIZES
async def test_r_an_08_every_row_has_its_counts_and_the_chosen_one_its_days(
    sits_down: Sits, size: tuple[int, int]
) -> None:
    async with sits_down(size) as person:
        give_a_year(person)
        rows = await open_page(person)
        for exposure, pattern in zip(FIXED_EXPOSURES, rows.patterns, strict=True):
            line = person.line_with(LABELS[exposure]).split()
            assert str(pattern.exposed) in line
            assert str(pattern.unexposed) in line
        await person.until(lambda: "On mornings after a day with a run" in read(person))
        await person.sees("R-AN-05")
        if size == TINY:
            await person.press("pagedown")
        await person.until(lambda: "days left out." in read(person))
        assert forbidden_words(person.screen_text) == ()
        drawn = "-3 " in person.screen_text and "+3" in person.screen_text
        assert drawn is (size != TINY)


async def test_r_an_05_the_chosen_row_is_explained_with_its_checks(sits_down: Sits) -> None:
    async with sits_down() as person:
        give_a_year(person)
        rows = await open_page(person)
        await person.press("down")
        await person.until(lambda: "longer than 90 % of your longest" in read(person))
        assert rows.selected is rows.patterns[1]
        await person.press("w")
        await person.until(lambda: isinstance(person.app.screen, WhyPattern))
        await person.sees("C-27", "at most 0.05", "0.5 or more", "R-AN-05", "F53")
        assert "Benjamini" in person.app.screen.query_one(Prose).render().plain
        await person.press("escape")
        await person.until(lambda: isinstance(person.app.screen, PatternsScreen))
        await person.press("question_mark")
        await person.until(lambda: isinstance(person.app.screen, HelpScreen))


async def test_r_an_05_the_next_site_and_the_exploratory_ones(sits_down: Sits) -> None:
    async with sits_down(NARROW) as person:
        give_a_year(person)
        rows = await open_page(person)
        await person.sees("Low back · 313 mornings scored")
        await person.press("o")
        await person.sees("Left shin · 0 mornings scored")
        await person.press("o")
        await person.sees("Right Achilles")
        await person.press("v")
        await person.until(lambda: len(rows.patterns) == 12)
        await person.sees("exploratory", "Cross-training")
        await person.press(*["down"] * 9)
        await person.sees("Painkiller, exploratory: ")
        assert "▌ Painkiller" in person.screen_text
        await person.press("v")
        await person.until(lambda: len(rows.patterns) == 6)
        assert rows.selected is rows.patterns[5]


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_r_an_06_an_own_test_is_planned_reminded_of_ended_and_undone(
    sits_down: Sits, size: tuple[int, int]
) -> None:
    async with sits_down(size) as person:
        rows = await open_page(person)
        await person.sees("none yet; n plans one")
        await person.press("n")
        await person.until(lambda: isinstance(person.app.screen, FormScreen))
        await person.press("ctrl+s")
        await person.sees("Choose a habit, or write your own")
        await person.press("right")
        person.app.screen.query_one("#start", FieldRow).focus_field()
        await person.type("soon")
        await person.press("ctrl+s")
        await person.sees('Can\'t read "soon" as a day.')
        assert person.app.screen.query_one("#start", FieldRow).text == "soon"
        await person.press(*["backspace"] * 4)
        await person.press("ctrl+s")
        await person.until(lambda: len(rows.tests) == 1)
        await person.until(lambda: rows.selected in rows.tests)
        await person.sees("Test week 1 of 4: with", "0 of 7", "Low back · R-AN-06", "end test")

        await person.press("escape", "1")
        await person.sees("Test week 1 of 4: with")

        rows = await open_page(person)
        await person.press(*["down"] * 6)
        await person.press("x")
        await person.sees("End the test of Stretching")
        await person.press("escape")
        assert len(person.diary.snapshot.of(Experiment)) == 1
        await person.press("x")
        await person.sees("End the test of Stretching")
        await person.press("y")
        await person.until(lambda: rows.tests == ())
        await person.press("u")
        await person.until(lambda: len(rows.tests) == 1)


async def test_r_an_06_the_weeks_stand_in_one_line_each_in_a_tiny_terminal(
    sits_down: Sits,
) -> None:
    async with sits_down(TINY) as person:
        await open_page(person)
        await person.press("n")
        await person.until(lambda: isinstance(person.app.screen, FormScreen))
        await person.press("right", "ctrl+s")
        await person.until(lambda: isinstance(person.app.screen, PatternsScreen))
        await person.sees("R-AN-06")
        await person.press("pagedown")
        await person.until(lambda: "14 – 20 Dec 2026" in person.screen_text)

        def week() -> list[str]:
            words = person.line_with("14 – 20 Dec 2026").split()
            return [word for word in words if word not in SCROLLBAR]

        # What was done is told over the right end of the line for a few seconds.
        await person.until(lambda: (week()[0], week()[-4:]) == ("4", ["0", "of", "7", "–"]))


async def test_r_an_06_today_leads_to_the_test(sits_down: Sits) -> None:
    async with sits_down() as person:
        await open_page(person)
        await person.press("n")
        await person.until(lambda: isinstance(person.app.screen, FormScreen))
        await person.press("right", "ctrl+s")
        await person.until(lambda: bool(person.diary.snapshot.of(Experiment)))
        await person.until(lambda: isinstance(person.app.screen, PatternsScreen))
        await person.press("escape", "1")
        await person.sees("Test week 1 of 4")
        card = person.main.view.query("NextCard").first()
        card.focus()
        await person.press("enter")
        await person.until(lambda: isinstance(person.app.screen, PatternsScreen))
        rows = person.app.screen.query_one(PatternList)
        await person.until(lambda: rows.selected in rows.tests)
        await person.sees("Low back · R-AN-06")


async def test_r_an_06_own_words_are_never_markup(sits_down: Sits) -> None:
    async with sits_down() as person:
        await open_page(person)
        await person.press("n")
        await person.until(lambda: isinstance(person.app.screen, FormScreen))
        person.app.screen.query_one("#own", FieldRow).focus_field()
        await person.type("[red]walk[/]")
        await person.press("ctrl+s")
        await person.sees("[red]walk[/]")
