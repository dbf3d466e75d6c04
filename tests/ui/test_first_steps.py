"""The first start: three steps, skipped, left and taken up again (R-SCR-01, R-TXT-01)."""

import pytest

from tests.ui.conftest import Person, Sits
from tracker.diary.book import Book, save_settings
from tracker.domain.settings import DistanceUnit, Settings
from tracker.domain.site import PainSite, Side, Site
from tracker.insight.body_figure import FIGURES
from tracker.insight.body_raster import anchor, choice_lights
from tracker.ui.main_screen import MainScreen
from tracker.ui.setup.places_body import NOTHING_LIT, PlacesBody
from tracker.ui.setup.promise import PROMISE
from tracker.ui.today.month_chart import FourWeeks
from tracker.ui.widgets.body_map import BodyMap
from tracker.ui.widgets.yes_no import YesNo


@pytest.fixture
def new(diary: Book) -> Book:
    save_settings(diary, Settings(glyphs="full"))
    return diary


async def test_the_three_steps_are_kept_one_by_one(sits_down: Sits, new: Book) -> None:
    async with sits_down((80, 24)) as person:
        await person.sees("step 1 of 3", "It is not a medical", "an emergency")
        await person.press("right", "down", "backspace", "5", "down", *"112", "ctrl+s")
        await person.sees("step 2 of 3")
        await person.press("y", *"nnnnnn", "ctrl+s")
        await person.sees("Nothing in your answers")
        await person.press("enter")
        await person.sees("step 3 of 3")
        await person.press("space", *("down",) * 8, "space", "ctrl+s")
        await person.until(lambda: new.settings.setup_step is None)
        await person.sees("Low back", "Left shin")
        assert new.settings.unit is DistanceUnit.MI
        assert new.settings.day_start_hour == 5
        assert new.settings.emergency_number == "112"
        assert new.settings.tracked == (
            PainSite(Site.LOW_BACK, Side.CENTRE),
            PainSite(Site.SHIN, Side.LEFT),
        )


@pytest.mark.usefixtures("new")
async def test_it_begins_with_what_one_gets_and_an_example(sits_down: Sits) -> None:
    for size in ((80, 24), (120, 40)):
        async with sits_down(size) as person:
            await person.sees("step 1 of 3", PROMISE, "Low back  ↓ improved", "an example")
            await person.sees("km 7.9" if size[1] < 34 else "7.9", "local emergency number")
            chart = person.app.screen.query_one(FourWeeks)
            assert not chart.focusable
            await person.press("right")
            await person.sees("mi 4.9" if size[1] < 34 else "4.9")
            await person.press("left", "escape")
            await person.until(lambda: isinstance(person.app.screen, MainScreen))


async def test_that_no_place_is_lit_is_said_before_one_goes_on(sits_down: Sits, new: Book) -> None:
    save_settings(new, Settings(setup_step=3, glyphs="full"))
    async with sits_down((80, 24)) as person:
        await at_the_places(person)
        await person.press("ctrl+s")
        await person.sees(NOTHING_LIT)
        assert new.settings.setup_step == 3
        await person.press("ctrl+s")
        await person.until(lambda: new.settings.setup_step is None)
        await person.sees("No sites to score yet.")


async def test_the_palette_goes_on_where_they_stopped(sits_down: Sits, new: Book) -> None:
    save_settings(new, Settings(setup_step=2, glyphs="full"))
    async with sits_down() as person:
        await person.sees("step 2 of 3")
        await person.press("escape")
        await person.until(lambda: isinstance(person.app.screen, MainScreen))
        await person.press("ctrl+p")
        await person.type("sites to track")
        await person.press("enter")
        await person.sees("step 2 of 3")


async def test_every_step_can_be_skipped(sits_down: Sits, new: Book) -> None:
    heads = ("Welcome", "Are you 18", "Where does it hurt?")
    async with sits_down((80, 24)) as person:
        for step, head in enumerate(heads, start=1):
            await person.sees(f"step {step} of 3", head)
            await person.press("x")
        await person.until(lambda: isinstance(person.app.screen, MainScreen))
        await person.until(lambda: new.settings.setup_step is None)


async def test_left_for_later_it_goes_on_at_the_same_step(sits_down: Sits, new: Book) -> None:
    async with sits_down() as person:
        await person.sees("step 1 of 3")
        await person.press("x")
        await person.sees("step 2 of 3")
        await person.press("escape")
        await person.until(lambda: isinstance(person.app.screen, MainScreen))
        assert new.settings.setup_step == 2
    async with sits_down() as person:
        await person.sees("step 2 of 3")


async def test_open_questions_are_counted_and_nothing_is_lost(sits_down: Sits, new: Book) -> None:
    save_settings(new, Settings(setup_step=2, glyphs="full"))
    async with sits_down((80, 24)) as person:
        await person.sees("step 2 of 3")
        await person.press("y", "n", "ctrl+s")
        await person.sees("5 questions are still open")
        answers = [row.answer for row in person.app.screen.query(YesNo)]
        assert answers[:3] == [True, False, None]


async def test_the_eighth_question_comes_only_after_a_known_condition(
    sits_down: Sits, new: Book
) -> None:
    save_settings(new, Settings(setup_step=2, glyphs="full"))
    async with sits_down() as person:
        await person.sees("step 2 of 3")
        assert "were you moderately active" not in person.screen_text
        await person.press("y", "n", "y")
        await person.sees("were you moderately active")


async def test_one_answer_too_many_does_not_answer_the_first_question_again(
    sits_down: Sits, new: Book
) -> None:
    save_settings(new, Settings(setup_step=2, glyphs="full"))
    async with sits_down((80, 24)) as person:
        await person.sees("step 2 of 3")
        await person.press("y", *"nnnnnnnn")
        answers = [row.answer for row in person.app.screen.query(YesNo)]
        assert answers == [True, *[False] * 6, None]


async def test_a_day_start_that_can_not_be_read_is_said_at_its_field(
    sits_down: Sits, new: Book
) -> None:
    async with sits_down() as person:
        await person.sees("step 1 of 3")
        await person.press("down", "backspace", *"late", "ctrl+s")
        await person.sees("The hour a day starts at is a whole", "number from 0 to 12")
        assert new.settings.setup_step == 1


async def test_the_steps_can_be_taken_again_from_the_palette(sits_down: Sits, diary: Book) -> None:
    async with sits_down() as person:
        await person.press("ctrl+p")
        await person.type("sites to track")
        await person.press("enter")
        await person.sees("step 1 of 3", "112")
        await person.press("escape")
        await person.until(lambda: isinstance(person.app.screen, MainScreen))
        assert diary.settings.emergency_number == "112"


async def at_the_places(person: Person) -> PlacesBody:
    await person.sees("Where does it hurt?")
    body = person.app.screen.query_one(PlacesBody)
    await person.until(lambda: person.app.focused is body.sites)
    return body


async def test_one_cursor_goes_over_figure_and_list(sits_down: Sits, new: Book) -> None:
    save_settings(new, Settings(setup_step=3, glyphs="full"))
    async with sits_down() as person:
        body = await at_the_places(person)
        assert body.figure.lights == choice_lights([], PainSite(Site.LOW_BACK, Side.CENTRE))
        await person.sees("Low back   not chosen yet")
        await person.press("space", *["down"] * 7, "right")
        knee = PainSite(Site.KNEE, Side.RIGHT)
        back = PainSite(Site.LOW_BACK, Side.CENTRE)
        assert body.sites.here == knee
        assert body.figure.lights == choice_lights([back], knee)
        row = person.screen_text.splitlines()[person.app.cursor_position.y]
        assert row[person.app.cursor_position.x :].startswith("+ right")
        await person.press("space")
        await person.sees("Chosen  2 of 3", "Right knee   chosen", "✓ Right knee")
        await person.press("space", "left", "space", "ctrl+s")
        await person.until(lambda: new.settings.setup_step is None)
        assert new.settings.tracked == (back, PainSite(Site.KNEE, Side.LEFT))


async def test_a_click_on_the_figure_lights_a_place_and_another_puts_it_out(
    sits_down: Sits, new: Book
) -> None:
    save_settings(new, Settings(setup_step=3, glyphs="full"))
    async with sits_down() as person:
        body = await at_the_places(person)
        at = anchor(FIGURES[body.figure.scale], "X")
        assert at is not None
        await person.pilot.click(BodyMap, offset=(at[1], at[0]))
        achilles = PainSite(Site.ACHILLES, Side.RIGHT)
        await person.until(lambda: body.sites.places == (achilles,))
        assert body.sites.here == achilles
        await person.pilot.click(BodyMap, offset=(at[1], at[0]))
        await person.until(lambda: body.sites.places == ())


async def test_a_click_on_a_side_in_the_list_lights_it(sits_down: Sits, new: Book) -> None:
    save_settings(new, Settings(setup_step=3, glyphs="full"))
    async with sits_down((80, 24)) as person:
        body = await at_the_places(person)
        row = next(
            y for y, line in enumerate(person.screen_text.splitlines()) if "Outer hip" in line
        )
        x = person.screen_text.splitlines()[row].index("right")
        await person.pilot.click(offset=(x, row))
        await person.until(lambda: body.sites.places == (PainSite(Site.HIP_OUTER, Side.RIGHT),))


async def test_a_fourth_place_is_taken_with_a_word(sits_down: Sits, new: Book) -> None:
    save_settings(new, Settings(setup_step=3, glyphs="full"))
    async with sits_down() as person:
        await at_the_places(person)
        await person.press(*["space", "down"] * 4)
        await person.sees("Chosen  4  Three are quick to score; more is fine.")
        await person.press("ctrl+s")
        await person.until(lambda: len(new.settings.tracked) == 4)


async def test_what_was_chosen_before_stays_also_a_place_for_both_sides(
    sits_down: Sits, new: Book
) -> None:
    before = (
        PainSite(Site.KNEE, Side.BOTH),
        PainSite(Site.OTHER, Side.CENTRE, "rib"),
    )
    save_settings(new, Settings(setup_step=3, glyphs="full", tracked=before))
    async with sits_down() as person:
        body = await at_the_places(person)
        assert body.sites.places == (before[0], PainSite(Site.OTHER, Side.CENTRE))
        assert not body.dirty
        await person.sees("✓ both", "rib")
        await person.press("space", "ctrl+s")
        await person.until(lambda: new.settings.setup_step is None)
        assert set(new.settings.tracked) == {PainSite(Site.LOW_BACK, Side.CENTRE), *before}


async def test_a_name_is_found_by_its_letters(sits_down: Sits, new: Book) -> None:
    save_settings(new, Settings(setup_step=3, glyphs="full"))
    async with sits_down() as person:
        body = await at_the_places(person)
        await person.press("slash", *"calf")
        assert list(body.sites.rows) == [Site.CALF]
        await person.press("enter", "space", "escape")
        assert body.sites.places == (PainSite(Site.CALF, Side.LEFT),)
        assert len(body.sites.rows) == len(Site)


async def test_places_are_not_lost_without_a_question(sits_down: Sits, new: Book) -> None:
    save_settings(new, Settings(setup_step=3, glyphs="full"))
    async with sits_down() as person:
        await at_the_places(person)
        await person.press("space", "escape")
        await person.sees("not saved")
        await person.press("s")
        await person.until(lambda: len(new.settings.tracked) == 1)


@pytest.mark.parametrize("size", [(60, 20), (79, 40), (120, 30)])
async def test_every_place_comes_into_sight(
    sits_down: Sits, new: Book, size: tuple[int, int]
) -> None:
    save_settings(new, Settings(setup_step=3, glyphs="full"))
    async with sits_down(size) as person:
        body = await at_the_places(person)
        assert body.query_one("#card").display is (size[0] >= 80)
        await person.press("end")
        await person.until(
            lambda: "Somewhere" in person.screen_text.splitlines()[person.app.cursor_position.y]
        )


@pytest.mark.usefixtures("new")
async def test_keys_and_palette_work_in_the_first_steps(sits_down: Sits) -> None:
    async with sits_down() as person:
        await person.sees("step 1 of 3")
        await person.press("f1")
        await person.sees("In the first steps", "Leave the first steps")
        await person.press("escape")
        await person.sees("step 1 of 3")
        await person.press("ctrl+p")
        await person.sees("What the evidence says")
        await person.press("escape")
        await person.sees("step 1 of 3")
