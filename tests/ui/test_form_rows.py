from collections.abc import Iterable

import pytest
from textual._xterm_parser import XTermParser
from textual.app import App, ComposeResult
from textual.events import Key, Paste
from textual.widget import Widget
from textual.widgets.input import Selection

from tracker.domain.fields import YES_NO
from tracker.ui.glyphs import PLAIN, Glyphs
from tracker.ui.theme import ROLE_DEFAULTS
from tracker.ui.widgets.check_row import CheckRow
from tracker.ui.widgets.choice_row import ChoiceRow, YesNoRow
from tracker.ui.widgets.field_row import FieldRow
from tracker.ui.widgets.note import Note
from tracker.ui.widgets.yes_no import YesNo

NIGHTS = (("none", "none"), ("moving", "on turning"), ("wakes", "woke me"))


class Rows(App[None]):
    glyphs: Glyphs | None = None

    def __init__(self, *rows: Widget) -> None:
        super().__init__()
        self.rows = rows

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return ROLE_DEFAULTS

    def compose(self) -> ComposeResult:
        yield from self.rows


async def test_a_choice_is_marked_with_a_sign_and_not_by_colour_alone() -> None:
    row = ChoiceRow("Night", NIGHTS)
    async with Rows(row).run_test() as pilot:
        assert "●" not in row.render().plain
        await pilot.press("right", "right")
        assert row.value == "moving"
        assert " ● on turning " in row.render().plain
        await pilot.press("backspace")
        assert row.value is None


async def test_a_choice_that_must_be_made_can_not_be_taken_back() -> None:
    row = ChoiceRow("Night", NIGHTS, value="none", required=True)
    async with Rows(row).run_test() as pilot:
        await pilot.press("backspace")
        assert row.value == "none"


async def test_from_none_yet_both_arrows_choose_the_first_and_stop_at_the_ends() -> None:
    row = ChoiceRow("Night", NIGHTS)
    async with Rows(row).run_test() as pilot:
        await pilot.press("left")
        assert row.value == "none"
        await pilot.press("left")
        assert row.value == "none"
        await pilot.press("right", "right", "right")
        assert row.value == "wakes"


async def test_y_and_n_answer_yes_or_no() -> None:
    row = YesNoRow("Water packed?", YES_NO)
    async with Rows(row).run_test() as pilot:
        await pilot.press("n")
        assert row.text == "no"
        await pilot.press("y")
        assert row.text == "yes"
        await pilot.press("backspace")
        assert row.text == ""
        await pilot.press("left")
        assert row.text == "yes"


async def test_a_click_answers_a_whole_question() -> None:
    row = YesNo("Have you been active at a moderate pace for three months?")
    async with Rows(row).run_test(size=(60, 5)) as pilot:
        line = row.render().plain.splitlines()[0]
        at = row.content_region.offset - row.region.offset
        await pilot.click(row, offset=(at.x + line.index("No"), at.y))
        assert row.text == "no"
        await pilot.click(row, offset=(at.x + line.index("Yes"), at.y))
        assert row.text == "yes"


async def test_boxes_are_ticked_one_by_one() -> None:
    row = CheckRow("Also true", (("limp", "limp"), ("ill", "ill")))
    async with Rows(row).run_test() as pilot:
        await pilot.press("space", "right", "space")
        assert row.ticked == {"limp", "ill"}
        await pilot.press("space")
        assert row.ticked == {"limp"}
        assert "[x] limp" in row.render().plain
        assert "[ ] ill" in row.render().plain


async def test_more_boxes_than_fit_go_on_in_the_next_row_under_the_first() -> None:
    words = ("ache", "tight", "sharp", "burning", "throbbing", "tingling", "numb", "shooting")
    row = CheckRow("How it feels", tuple((word, word) for word in words))
    async with Rows(row).run_test(size=(70, 10)):
        first, *more = row.render().plain.splitlines()
        assert row.size.height == 1 + len(more) > 1
        assert all(line.index("[") == first.index("[") for line in more)
        assert all(len(line) <= 70 for line in (first, *more))


async def test_an_error_stands_under_its_field_and_takes_nothing_away() -> None:
    row = FieldRow("Stiffness", unit="min", cells=5)
    below = FieldRow("Sleep", unit="h", cells=5)
    async with Rows(row, below).run_test() as pilot:
        row.focus_field()
        await pilot.pause()
        await pilot.press(*"soon")
        row.set_error("Type it like 20 or 20 min.")
        await pilot.pause()
        assert row.text == "soon"
        note = row.query_one(Note)
        assert note.region.y == row.field.region.y + 1
        assert below.region.y == note.region.bottom
        assert "▇ Type it like 20" in note.render().plain
        await pilot.press("backspace")
        assert not note.display
        assert row.text == "soo"


async def test_unit_and_read_out_stand_around_the_field() -> None:
    row = FieldRow("Distance", unit="km", cells=7)
    async with Rows(row).run_test(size=(70, 5)) as pilot:
        row.set_hint("6.0 km")
        await pilot.pause()
        drawn = row.render().plain
        assert row.field.region.x == row.content_region.x + 17
        assert row.field.region.width == 9
        assert drawn.index("km") == 17 + 9 + 1
        assert drawn.endswith("6.0 km")


async def test_text_from_people_is_never_markup() -> None:
    row = FieldRow("Note", text="[bold]x[/] [@click=app.quit]y[/]")
    async with Rows(row).run_test():
        row.set_hint("[red]z[/red]")
        row.set_warning("[/] [b]")
        assert row.text == "[bold]x[/] [@click=app.quit]y[/]"
        assert row.understood.plain == "[red]z[/red]"


@pytest.mark.parametrize("key", ["down", "enter", "tab"])
async def test_a_key_goes_on_to_the_next_row(key: str) -> None:
    first, second = FieldRow("One", id="one"), ChoiceRow("Two", NIGHTS, id="two")
    app = Rows(first, second)
    async with app.run_test() as pilot:
        first.focus_field()
        await pilot.pause()
        await pilot.press(key)
        assert second.has_focus
        await pilot.press("up")
        assert first.field.has_focus


async def test_the_plain_set_draws_no_special_signs() -> None:
    row = ChoiceRow("Night", NIGHTS, value="none")
    app = Rows(row)
    app.glyphs = PLAIN
    async with app.run_test():
        assert " * none " in row.render().plain


def ascii_only(texts: Iterable[str]) -> bool:
    return all(text.isascii() for text in texts)


def test_the_plain_signs_are_ascii_and_every_sign_is_one_character() -> None:
    plain = [
        *PLAIN.zones.values(),
        *PLAIN.outcomes.values(),
        *PLAIN.responses.values(),
        *PLAIN.steps.values(),
        *PLAIN.changes.values(),
    ]
    assert ascii_only(plain)
    assert all(len(sign) == 1 for sign in plain)
    assert len(set(PLAIN.zones.values())) == len(PLAIN.zones)


@pytest.mark.parametrize("text", ["🏃\u200d♀️ hills", "می\u200cدوم"], ids=ascii)
async def test_signs_that_join_others_survive_typing_and_pasting(text: str) -> None:
    typed, pasted = FieldRow("Note"), FieldRow("Note")
    async with Rows(typed, pasted).run_test() as pilot:
        typed.field.focus()
        for event in XTermParser().feed(text):
            assert isinstance(event, Key)
            typed.field.post_message(event)
        pasted.field.post_message(Paste(text))
        await pilot.pause()
        assert typed.text == text
        assert pasted.text == text
        typed.field.selection = Selection(0, len(text))
        await pilot.press("x")
        assert typed.text == "x"
