"""The day's card as a page, where there is no room for it beside the chart."""

from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from typing_extensions import override

from tracker.insight.day_readout import ReadoutLine
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.messages import EventWanted, EventWish
from tracker.ui.widgets.day_card import DayCard
from tracker.ui.widgets.page import ReadingPage


class DayCardPage(ReadingPage):
    """Everything of a day; enter goes on to its records."""

    SCOPE: ClassVar[Scope] = Scope.DAY_CARD
    HINTS: ClassVar[tuple[str, ...]] = ("day_records", "scroll_page", "close_page")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.DAY_CARD)]

    def __init__(
        self, day: date, lines: tuple[ReadoutLine, ...], figures: tuple[ReadoutLine, ...]
    ) -> None:
        super().__init__("The day")
        self._day, self._lines, self._figures = day, lines, figures

    @override
    def content(self) -> ComposeResult:
        card = DayCard()
        card.set_reactive(DayCard.lines, (*self._lines, *self._figures))
        with VerticalScroll():
            yield card

    def action_day_records(self) -> None:
        """List the day's records, to open and correct them."""
        self.dismiss(None)
        self.app.screen.post_message(EventWanted(EventWish.RECORDS, day=self._day))
