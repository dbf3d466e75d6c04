import pytest
from textual.app import App, ComposeResult

from tracker.ui.theme import ROLE_DEFAULTS
from tracker.ui.widgets.pain_scale import SCALE_CELLS, PainScale


class Seconds:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Scales(App[None]):
    def __init__(self, clock: Seconds) -> None:
        super().__init__()
        self.clock = clock
        self.changes: list[int | None] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return ROLE_DEFAULTS

    def compose(self) -> ComposeResult:
        yield PainScale("Low back", monotonic_clock=self.clock)
        yield PainScale("Fatigue", zoned=False, id="fatigue")

    def on_pain_scale_changed(self, event: PainScale.Changed) -> None:
        self.changes.append(event.value)

    @property
    def scale(self) -> PainScale:
        return self.query(PainScale).first()


@pytest.fixture
def clock() -> Seconds:
    return Seconds()


@pytest.fixture
def app(clock: Seconds) -> Scales:
    return Scales(clock)


@pytest.mark.parametrize("digit", range(10))
async def test_a_digit_sets_the_score_in_one_key(app: Scales, digit: int) -> None:
    async with app.run_test() as pilot:
        await pilot.press(str(digit))
        assert app.scale.value == digit
        assert app.changes == [digit]


async def test_one_then_zero_within_a_second_is_ten(app: Scales, clock: Seconds) -> None:
    async with app.run_test() as pilot:
        await pilot.press("1")
        clock.now += 0.9
        await pilot.press("0")
        assert app.scale.value == 10


async def test_one_then_zero_after_a_second_is_zero(app: Scales, clock: Seconds) -> None:
    async with app.run_test() as pilot:
        await pilot.press("1")
        clock.now += 1.1
        await pilot.press("0")
        assert app.scale.value == 0


async def test_ten_needs_the_one_right_before_and_on_the_same_scale(app: Scales) -> None:
    async with app.run_test() as pilot:
        await pilot.press("1", "right", "0")
        assert app.scale.value == 0
        await pilot.press("1", "tab", "shift+tab", "0")
        assert app.scale.value == 0


async def test_arrows_go_up_and_down_and_stay_on_the_scale(app: Scales) -> None:
    async with app.run_test() as pilot:
        await pilot.press("right")
        assert app.scale.value == 0
        await pilot.press("left")
        assert app.scale.value == 0
        await pilot.press("9", "right", "right")
        assert app.scale.value == 10


async def test_backspace_is_not_logged_and_not_zero(app: Scales) -> None:
    async with app.run_test() as pilot:
        await pilot.press("0")
        assert app.changes == [0]
        assert "[0]" in app.scale.render().plain
        assert "0 ▂ comfort" in app.scale.render().plain
        await pilot.press("backspace")
        assert "[" not in app.scale.render().plain
        assert "– not logged" in app.scale.render().plain
        assert app.changes == [0, None]


@pytest.mark.parametrize(
    ("score", "words"),
    [(2, "2 ▂ comfort"), (3, "3 ▅ watch"), (5, "5 ▅ watch"), (6, "6 ▇ stop"), (10, "10 ▇ stop")],
)
async def test_the_read_out_says_number_sign_and_word(app: Scales, score: int, words: str) -> None:
    async with app.run_test():
        app.scale.value = score
        assert app.scale.render().plain.endswith(words)
        assert f"[{score}]" in app.scale.render().plain


async def test_a_wider_comfort_zone_moves_the_divider(app: Scales) -> None:
    async with app.run_test():
        app.scale.green_max = 3
        app.scale.value = 3
        drawn = app.scale.render().plain
        assert "[3]│" in drawn
        assert drawn.endswith("3 ▂ comfort")


async def test_every_value_starts_in_the_same_column_and_takes_36_cells(app: Scales) -> None:
    async with app.run_test():
        rows = [scale.render().plain for scale in app.query(PainScale)]
        assert [row.index(" 0  1") for row in rows] == [17, 17]
        for score in (None, 0, 7, 10):
            app.scale.value = score
            drawn = app.scale.render().plain[17:]
            assert drawn[:SCALE_CELLS].rstrip("] ").endswith("10")
            assert drawn[SCALE_CELLS] == " "


async def test_fatigue_has_no_zones(app: Scales) -> None:
    async with app.run_test() as pilot:
        await pilot.press("tab", "7")
        fatigue = app.query_one("#fatigue", PainScale)
        assert fatigue.value == 7
        assert fatigue.render().plain.endswith("7 of 10")
        assert "│" not in fatigue.render().plain


async def test_a_click_sets_the_number_under_it(app: Scales) -> None:
    async with app.run_test() as pilot:
        column = app.scale.region.x + 1 + 17 + app.scale.render().plain[17:].index(" 7 ") + 1
        await pilot.click(offset=(column, app.scale.region.y))
        assert app.scale.value == 7
