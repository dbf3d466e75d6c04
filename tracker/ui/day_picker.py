"""The calendar as a way to choose a day, for every form that asks for one."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar, Final

from textual import getters, on
from textual.containers import Vertical
from textual.screen import ModalScreen

from tracker.diary.trends import view_trends
from tracker.domain.calendar_words import format_day
from tracker.domain.clock_words import parse_moment
from tracker.domain.problem import Problem
from tracker.insight.day_readout import day_readout
from tracker.insight.series import make_series
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.queries import Query, refusals
from tracker.ui.trends.day_line import DayLine
from tracker.ui.widgets.heading import Heading
from tracker.ui.widgets.heat_map import HeatCalendar
from tracker.ui.widgets.key_footer import KeyFooter

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tracker.diary.book import Book
    from tracker.diary.trends import Trends
    from tracker.ui.host import Host

YEAR: Final = timedelta(days=365)


class DayPicker(ModalScreen[date | None]):
    """A year of days with their scores, so that a day can be found by what it was like.

    `day` is the one to begin with; up to a year before the diary and `ahead` days after today
    may be chosen.
    """

    DEFAULT_CSS = """
    DayPicker {
        align: center middle;
        & > Vertical {
            width: 116; max-width: 100%; height: auto;
            background: $surface; padding: 1 2;
            border-left: outer $accent;
        }
        & HeatCalendar { margin: 1 0; }
    }
    """

    SCOPE: ClassVar[Scope] = Scope.DAY_PICKER
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.DAY_PICKER)]
    AUTO_FOCUS = "HeatCalendar"

    calendar = getters.query_one(HeatCalendar)

    def __init__(self, trends: Trends, *, day: date, ahead: int = 0) -> None:
        super().__init__()
        self._trends = trends
        known = trends.series or make_series({}, until=trends.today)
        self._series = known.reaching(
            min(known.start, day) - YEAR, trends.today + timedelta(days=ahead)
        )
        self._day = day

    def compose(self) -> ComposeResult:
        """Lay out heading, calendar, the day under the cursor, and keys."""
        settings = self._trends.settings
        calendar = HeatCalendar(self._series, day=min(self._day, self._series.end))
        calendar.green_max, calendar.glyphs = settings.green_max, settings.glyphs
        calendar.week_starts_monday = settings.week_starts_monday
        footer = KeyFooter()
        footer.hints = ("picker_days", "picker_take", "picker_far", "leave_picker")
        with Vertical():
            yield Heading("Choose a day", f"today is {format_day(self._trends.today)}")
            yield calendar
            yield DayLine()
        yield footer

    def on_mount(self) -> None:
        """Say what the first day holds."""
        self._tell(self.calendar.cursor)

    @on(HeatCalendar.DayHighlighted)
    def _follow(self, event: HeatCalendar.DayHighlighted) -> None:
        event.stop()
        self._tell(event.day)

    def _tell(self, day: date) -> None:
        settings = self._trends.settings
        self.query_one(DayLine).lines = day_readout(
            self._series,
            day,
            unit=settings.unit,
            green_max=settings.green_max,
            clock_24h=settings.clock_24h,
        )

    @on(HeatCalendar.Picked)
    def _take(self, event: HeatCalendar.Picked) -> None:
        event.stop()
        self.dismiss(event.day)

    def action_leave_picker(self) -> None:
        """Go back without a day."""
        self.dismiss(None)


def _days_from(book: Book, text: str, *, ahead: int) -> tuple[Trends, date]:
    """Return the diary's days, and the day to begin with: the one that is typed, or else today."""
    settings = book.settings
    typed = parse_moment(
        text,
        book.now,
        day_first=settings.day_first,
        day_start_hour=settings.day_start_hour,
        allow_future=ahead > 0,
    )
    return view_trends(book), book.today if isinstance(typed, Problem) else typed.date()


async def pick_day(host: Host, *, text: str = "", ahead: int = 0) -> date | None:
    """Let the person choose a day in the calendar; None where none was. To be called in a worker.

    It begins with the day that is typed in `text`, or with today.
    """
    answer = await host.perform(Query(_days_from, text, ahead=ahead))
    if isinstance(answer, Problem):
        host.say_refusals(refusals(answer))
        return None
    trends, day = answer
    return await host.show(DayPicker(trends, day=day, ahead=ahead))
