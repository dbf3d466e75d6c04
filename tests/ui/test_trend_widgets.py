from collections.abc import Callable
from datetime import date, timedelta

from textual.app import App, ComposeResult
from textual.widget import Widget

from tracker.domain.pain import Night
from tracker.domain.site import PainSite, Side, Site
from tracker.domain.verdict import Outcome
from tracker.insight.day_readout import DayFacts, VerdictFact, day_readout
from tracker.insight.raster import Ink
from tracker.insight.series import make_series
from tracker.rules.pain import Usual
from tracker.ui.theme import DARK, ROLE_DEFAULTS, THEMES
from tracker.ui.widgets.day_card import DayCard
from tracker.ui.widgets.ink_roles import INK_ROLES, inked

BACK = PainSite(Site.LOW_BACK, Side.CENTRE)
WRIST = PainSite(Site.OTHER, Side.LEFT, "wrist [bold]where the watch sits[/bold]")
DAY = date(2026, 11, 22)
SERIES = make_series(
    {
        DAY - timedelta(days=back): {BACK: 6 if back > 34 else 3, WRIST: back % 2}
        for back in range(60)
        if back != 3
    },
    until=DAY,
)
LONG = "Stiff [b]out[/b] of the car, " * 6


class OneWidget(App[None]):
    def __init__(self, widget: Callable[[], Widget]) -> None:
        super().__init__()
        for each in THEMES:
            self.register_theme(each)
        self.theme = DARK
        self._widget = widget

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return ROLE_DEFAULTS

    def compose(self) -> ComposeResult:
        yield self._widget()


def shown(widget: Widget) -> list[str]:
    return [widget.render_line(y).text.rstrip() for y in range(widget.size.height)]


async def test_the_day_card_tells_the_day_and_long_notes_hang() -> None:
    app = OneWidget(DayCard)
    async with app.run_test(size=(60, 30)) as pilot:
        card = app.query_one(DayCard)
        assert card.size.height == 0
        facts = DayFacts(
            usual={BACK: Usual(120, 8)},
            night=Night.WAKES,
            verdict=VerdictFact(outcome=Outcome.EASY, cap="up to 6.0 km", kept=True),
            notes=(LONG,),
        )
        card.lines = day_readout(SERIES, DAY, facts=facts, today=DAY)
        await pilot.pause()
        lines = shown(card)
        assert lines[0].split() == ["Sun", "22", "Nov", "2026", "today"]
        assert f"{'Low back    3 ▅ watch':<51}usual 1.2" in lines
        assert "Night       pain woke you" in lines
        assert f"{'Verdict     ◐ EASY up to 6.0 km':<56}kept" in lines
        note = lines.index("Run         none") + 1
        assert lines[note].startswith("Note        Stiff [b]out[/b] of the car,")
        assert len(lines) > note + 1
        assert all(line.startswith(" " * 12) for line in lines[note + 1 :])


async def test_in_a_narrow_card_the_quiet_remark_stands_below() -> None:
    app = OneWidget(DayCard)
    async with app.run_test(size=(30, 30)) as pilot:
        card = app.query_one(DayCard)
        card.lines = day_readout(SERIES, DAY, facts=DayFacts(usual={BACK: Usual(120, 8)}))
        await pilot.pause()
        assert shown(card)[2:4] == ["Low back    3 ▅ watch", f"{'':12}usual 1.2"]


def test_inks_for_text_are_theme_roles() -> None:
    assert set(INK_ROLES) <= set(Ink)
    assert "$zone-stop" in str(inked("7", Ink.STOP).spans)
    assert inked("[red]x[/red]", Ink.TEXT).plain == "[red]x[/red]"
