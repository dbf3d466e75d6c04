from collections.abc import Callable, Sequence

import pytest
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import MouseScrollDown
from textual.pilot import Pilot
from textual.widgets import Button, Static

from tests.ui.patience import until
from tracker.ui.active_cell import FollowsActiveCell
from tracker.ui.theme import DARK, ROLE_DEFAULTS, THEMES
from tracker.ui.widgets.cursor_list import CursorList
from tracker.ui.widgets.key_footer import KeyFooter

SIZE = (40, 12)
MANY = tuple(f"row {number}" for number in range(200))


class Words(CursorList[str]):
    """A row a word; one that ends with a colon is a heading, a slash begins another line."""

    ROW_LINES = None
    LEAVES = frozenset({1})

    def draw(self, item: str, width: int, *, here: bool) -> Sequence[Content]:
        del width, here
        return [Content(f" {line}") for line in item.split("/")]

    def key_of(self, item: str) -> str:
        return item

    def text_of(self, item: str) -> str:
        return item

    def may_rest(self, item: str) -> bool:
        return not item.endswith(":")

    def head(self, width: int) -> Sequence[Content]:
        del width
        return [Content(" the head")]

    def nothing(self) -> Content:
        return Content(" nothing here")


class Listing(FollowsActiveCell[None]):
    """A list, bounded in height, or in a page that scrolls."""

    CSS = "Words { max-height: 100%; } .around Words { max-height: 10000; }"

    def __init__(self, items: Sequence[str], *, around: bool) -> None:
        super().__init__()
        self.items, self.around = items, around
        self.heard: list[tuple[str, str]] = []
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = DARK

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return ROLE_DEFAULTS

    def compose(self) -> ComposeResult:
        with VerticalScroll(can_focus=False, classes="around" if self.around else ""):
            if self.around:
                yield Static("above\nabove\nabove")
            yield Words()
        yield Button("after")
        yield KeyFooter()

    def on_mount(self) -> None:
        words = self.query_one(Words)
        words.show(self.items)
        words.focus()

    def on_cursor_list_moved(self, event: CursorList.Moved[str]) -> None:
        self.heard.append(("moved", event.item))

    def on_cursor_list_opened(self, event: CursorList.Opened[str]) -> None:
        self.heard.append(("opened", event.item))


class Reader:
    """Somebody in front of the list."""

    def __init__(self, app: Listing, pilot: Pilot[None]) -> None:
        self.app, self.pilot = app, pilot
        self.words = app.query_one(Words)

    @property
    def text(self) -> str:
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)

    @property
    def row(self) -> str:
        """The row that the hardware cursor stands on."""
        at = self.app.cursor_position
        return self.text.splitlines()[at.y][at.x + 1 :].strip()

    async def press(self, *keys: str) -> str | None:
        await self.pilot.press(*keys)
        await self.pilot.pause()
        return self.words.chosen

    async def until(self, holds: Callable[[], bool]) -> None:
        assert await until(self.pilot, holds), self.text


def listing(items: Sequence[str] = MANY, *, around: bool = False) -> Listing:
    return Listing(items, around=around)


@pytest.mark.parametrize("around", [False, True])
async def test_keys_lead_through_a_long_list_and_its_row_stays_in_sight(
    around: bool,  # noqa: FBT001 - a case
) -> None:
    app = listing(around=around)
    async with app.run_test(size=SIZE) as pilot:
        reader = Reader(app, pilot)
        await reader.press("down")
        for keys, row in (
            (("down",), 2), (("k",), 1), (("j", "j"), 3), (("G",), 199), (("k",), 198),
            (("g", "g"), 0), (("end",), 199), (("home",), 0),
        ):  # fmt: skip
            assert await reader.press(*keys) == f"row {row}"
            await reader.until(lambda row=row: reader.row == f"row {row}")  # type: ignore[misc]


@pytest.mark.parametrize("around", [False, True])
async def test_a_page_down_goes_on_where_the_screen_ended(
    around: bool,  # noqa: FBT001 - a case
) -> None:
    app = listing(around=around)
    async with app.run_test(size=SIZE) as pilot:
        reader = Reader(app, pilot)
        await reader.press("down", "up")
        full, half = reader.words._room - 1, reader.words._room // 2
        assert full >= 4
        assert await reader.press("pagedown") == f"row {full}"
        assert await reader.press("pageup") == "row 0"
        assert await reader.press("ctrl+d") == f"row {half}"
        assert await reader.press("ctrl+u") == "row 0"


async def test_one_g_waits_for_the_second_and_says_so_until_another_key_comes() -> None:
    app = listing()
    async with app.run_test(size=SIZE) as pilot:
        reader = Reader(app, pilot)
        await reader.press("G", "g")
        assert "g …" in reader.text
        assert await reader.press("k") == "row 198"
        assert "g …" not in reader.text
        assert await reader.press("g") == "row 198"


async def test_one_g_is_forgotten_after_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Words, "SECOND_KEY_S", 0.05)
    app = listing()
    async with app.run_test(size=SIZE) as pilot:
        reader = Reader(app, pilot)
        await reader.press("G", "g")
        await reader.until(lambda: not reader.words.half_typed)
        assert await reader.press("g") == "row 199"


async def test_headings_are_passed_over_and_come_into_sight_with_their_first_row() -> None:
    app = listing(("runs:", "one", "two", "old:", "older:", "three", "end:"))
    async with app.run_test(size=SIZE) as pilot:
        reader = Reader(app, pilot)
        assert await reader.press("home") == "one"
        assert await reader.press("down", "down") == "three"
        assert await reader.press("up") == "two"
        assert await reader.press("end") == "three"
        assert "runs:" in reader.text


async def test_beyond_the_last_row_the_focus_moves_on_where_the_list_says_so() -> None:
    app = listing(("one", "two", "end:"))
    async with app.run_test(size=SIZE) as pilot:
        reader = Reader(app, pilot)
        assert await reader.press("up") == "one"
        assert app.focused is reader.words
        await reader.press("down", "down")
        assert isinstance(app.focused, Button)


async def test_the_cursor_stays_on_its_item_when_rows_come_and_go() -> None:
    app = listing(("a", "b", "c", "d"))
    async with app.run_test(size=SIZE) as pilot:
        reader = Reader(app, pilot)
        assert await reader.press("down", "down") == "c"
        reader.words.show(("new", "a", "c", "d"))
        assert await reader.press() == "c"
        reader.words.show(("new", "a", "d"))
        assert await reader.press() == "d"
        reader.words.show(("new",))
        assert await reader.press() == "new"
        reader.words.show(())
        assert await reader.press("down", "enter", "G") is None
        assert "nothing here" in reader.text


async def test_rows_of_several_lines_are_one_row_for_the_cursor() -> None:
    app = listing(tuple(f"{number}/below" for number in range(30)))
    async with app.run_test(size=SIZE) as pilot:
        reader = Reader(app, pilot)
        assert await reader.press(*["down"] * 6) == "6/below"
        lines = reader.text.splitlines()
        at = app.cursor_position.y
        assert lines[at].strip("▌ ") == "6"
        assert lines[at + 1].strip("▌▁ ").startswith("below")


async def test_a_click_chooses_a_row_and_another_opens_it_below_a_head_that_stays() -> None:
    app = listing()
    async with app.run_test(size=SIZE) as pilot:
        reader = Reader(app, pilot)
        await reader.press("end")
        await pilot.click(Words, offset=(3, 0))
        assert await reader.press() == "row 199"
        await pilot.click(Words, offset=(3, 1))
        clicked = await reader.press()
        assert clicked is not None
        assert clicked != "row 199"
        await pilot.click(Words, offset=(3, 1))
        await reader.press()
        assert app.heard[-2:] == [("moved", clicked), ("opened", clicked)]
        assert "the head" in reader.text.splitlines()[0]


async def test_keys_that_come_while_the_list_is_not_shown_do_no_harm() -> None:
    app = listing()
    async with app.run_test(size=SIZE) as pilot:
        reader = Reader(app, pilot)
        reader.words.display = False
        await pilot.pause()
        reader.words.action_row_half(1)
        await pilot.pause()
        reader.words.display = True
        await reader.until(lambda: "row 0" in reader.text or reader.words.cursor > 0)


async def test_the_wheel_scrolls_and_leaves_the_cursor() -> None:
    app = listing()
    async with app.run_test(size=SIZE) as pilot:
        reader = Reader(app, pilot)
        await pilot._post_mouse_events([MouseScrollDown], Words)
        await reader.until(lambda: reader.words.scroll_offset.y > 0)
        assert reader.words.chosen == "row 0"


async def test_typing_narrows_the_list_and_letters_are_no_commands_meanwhile() -> None:
    app = listing()
    async with app.run_test(size=SIZE) as pilot:
        reader = Reader(app, pilot)
        assert await reader.press("slash", *"w 19") == "row 19"
        assert "/ w 19" in reader.text
        assert "12 of 200" in reader.text
        assert await reader.press("down") == "row 119"
        assert await reader.press("enter", "G") == "row 199"
        assert await reader.press("escape") == "row 199"
        assert len(reader.words.rows) == len(MANY)


async def test_a_filter_that_nothing_fits_says_how_to_come_back() -> None:
    app = listing()
    async with app.run_test(size=SIZE) as pilot:
        reader = Reader(app, pilot)
        await reader.press("slash", *"zz")
        assert "No row fits" in reader.text
        assert await reader.press("escape") == "row 0"


async def test_twenty_thousand_rows_draw_only_those_in_sight(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = listing(("one",))
    async with app.run_test(size=SIZE) as pilot:
        reader = Reader(app, pilot)
        drawn: list[str] = []

        class Counted(Sequence[str]):
            def __len__(self) -> int:
                return 20_000

            def __getitem__(self, place: int) -> str:  # type: ignore[override]
                drawn.append(str(place))
                return f"row {place}"

        monkeypatch.setattr(Words, "ROW_LINES", 1)
        reader.words.show(())
        await pilot.pause()
        drawn.clear()
        reader.words.show(Counted())
        await reader.press()
        assert await reader.press("G") == "row 19999"
        assert len(set(drawn)) < 100
