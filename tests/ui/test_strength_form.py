"""The strength form with real keys: the same as last time, with one repetition more."""

from datetime import timedelta

from tests.ui.conftest import NOW, Sits
from tracker.diary.book import Book
from tracker.domain.site import Side
from tracker.domain.strength import Strength
from tracker.ui.form.screen import FormScreen
from tracker.ui.strength.strength_body import StrengthBody
from tracker.ui.widgets.choice_row import ChoiceRow


async def test_the_same_as_last_is_taken_with_one_more(diary: Book, sits_down: Sits) -> None:
    at = NOW - timedelta(days=2)
    last = Strength(
        id="s",
        at=at,
        day=at.date(),
        exercise="Squat",
        side=Side.LEFT,
        sets=3,
        reps=12,
        grams=8000,
        pain=4,
    )
    diary.keep(last, label="strength")
    async with sits_down((120, 40)) as person:
        await person.press("escape")
        person.main.open("tracker.ui.events.correcting:write_down", "strength")
        await person.until(lambda: isinstance(person.app.screen, FormScreen))
        await person.type("squat")
        await person.sees("last: left, 3 × 12, 8 kg, 21 Nov")
        await person.press("tab")
        await person.until(lambda: isinstance(person.app.focused, ChoiceRow))
        await person.press("=")
        body = person.app.screen.query_one(StrengthBody)
        await person.until(lambda: body.texts["reps"] == "13")
        assert body.texts["pain"] == ""
        await person.press("ctrl+s")
        await person.until(lambda: len(diary.snapshot.of(Strength)) == 2)
        again = diary.snapshot.of(Strength)[-1]
        assert (again.side, again.sets, again.reps, again.grams) == (Side.LEFT, 3, 13, 8000)
