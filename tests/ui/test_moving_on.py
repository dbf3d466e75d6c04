"""After a typed score the focus goes on by itself, unless something else is pressed first."""

from dataclasses import replace
from typing import Any

import pytest

from tests.ui.conftest import Person, Sits
from tracker.diary.book import Book, save_settings
from tracker.ui.today import moving_on
from tracker.ui.today.check_in_form import CheckInForm


@pytest.mark.parametrize(
    ("scores", "place", "then"),
    [
        ([3, None, None], 0, 1),
        ([3, 1, None], 0, 2),
        ([3, 1, 0], 0, None),
        ([None, 1, None], 1, 2),
        ([None, 1, 2], 2, None),
        ([3], 0, None),
    ],
)
def test_it_goes_to_the_next_site_without_a_score_and_after_the_last_to_night(
    scores: list[int | None], place: int, then: int | None
) -> None:
    assert moving_on.next_unscored(scores, place) == then


@pytest.mark.parametrize(
    ("left", "drawn"),
    [(1.0, "━" * 12), (0.5, "━━━━━━──────"), (0.0, "─" * 12), (-1.0, "─" * 12), (2.0, "━" * 12)],
)
def test_the_bar_drains(left: float, drawn: str) -> None:
    assert "".join(moving_on.bar(left)) == drawn


def form_of(person: Person) -> CheckInForm:
    return person.main.query_one(CheckInForm)


@pytest.mark.moves_on
async def test_a_score_goes_on_to_the_next_site_and_then_to_night_and_a_second_digit_stops_it(
    sits_down: Sits, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sits_down() as person:
        form = form_of(person)
        await person.until(lambda: form.scales[0].has_focus)
        await person.press("3")
        await person.until(lambda: form.scales[1].has_focus)
        await person.press("1")
        await person.until(lambda: form.night.has_focus)
        assert [scale.value for scale in form.scales] == [3, 1]
        # A wait that a loaded machine can't use up.
        monkeypatch.setattr(moving_on, "WAIT_S", 600.0)
        form.scales[0].focus()
        await person.press("1")
        await person.sees("then Night", "0 makes it 10")
        await person.press("0")
        await person.no_longer_sees("then Night")
        assert (form.scales[0].value, form.scales[0].has_focus) == (10, True)
        for key in ("left", "backspace", "up", "down"):
            form.scales[0].focus()
            await person.press("4")
            await person.until(lambda: form.scales[0].waiting)
            await person.press(key)
            await person.until(lambda: not form.scales[0].waiting)


@pytest.mark.moves_on
@pytest.mark.parametrize("stays", [{"move_on": False}, {"screen_reader": True}])
async def test_by_the_settings_the_focus_stays(
    sits_down: Sits, diary: Book, stays: dict[str, Any]
) -> None:
    save_settings(diary, replace(diary.settings, **stays))
    async with sits_down((80, 24)) as person:
        form = form_of(person)
        await person.until(lambda: form.scales[0].has_focus)
        await person.press("3")
        await person.until(lambda: form.scales[0].value == 3)
        assert not form.scales[0].waiting
