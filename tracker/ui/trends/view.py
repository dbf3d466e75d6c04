"""The Trends tab: is it getting better?"""

from datetime import date
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from tracker.diary.day_facts import view_facts
from tracker.diary.trends import Trends, view_trends
from tracker.domain.problem import Problem
from tracker.insight.chart_window import Window
from tracker.insight.day_readout import DayFacts, ReadoutLine, day_readout, week_figures
from tracker.insight.day_spans import span_words
from tracker.insight.series import PainSeries
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.messages import EventWanted, EventWish, RunCommand
from tracker.ui.queries import Query
from tracker.ui.tab_view import TabView
from tracker.ui.trends.day_line import DayLine
from tracker.ui.trends.days_page import DaysPage, ShownDays
from tracker.ui.trends.range_row import RangeRow
from tracker.ui.widgets.day_card import DayCard
from tracker.ui.widgets.heading import Heading
from tracker.ui.widgets.key_line import KeyLine
from tracker.ui.widgets.pain_chart import DEFAULT_SPAN, PainChart
from tracker.ui.widgets.site_list import SiteList

if TYPE_CHECKING:
    from tracker.ui.patterns.patterns_screen import PatternsScreen
    from tracker.ui.trends.week_screen import WeekScreen

TALL_FROM: Final = 34
LOW_TO: Final = 24
"""Rows from which the line about the nights fits under the chart, and under the calendar."""

OWN_TEST: Final = "own_test"
"""The thing of this tab that other tabs can lead to."""

NOTHING_YET: Final = "Nothing logged yet. The chart begins with your first score:"


class Mode(StrEnum):
    """What the days are shown as."""

    CHART = "chart"
    TABLE = "table"
    CALENDAR = "calendar"


class SitesCard(Vertical, can_focus=True):
    """Takes the focus so that a long list of sites can be brought into sight without a mouse."""


class TrendsView(TabView):
    """The same days as chart, table or calendar, what the cursor's day holds, and the sites.

    The chart leads: its window, site and cursor are those of the table and the calendar, too.
    """

    SCOPE: ClassVar[Scope] = Scope.TRENDS
    HINTS: ClassVar[tuple[str, ...]] = (
        "chart_days", "range", "cycle_site", "show_table", "show_calendar", "help",
    )  # fmt: skip
    STYLES: ClassVar[Path] = Path(__file__).with_name("view.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.TRENDS)]

    chart = getters.query_one(PainChart)
    ranges = getters.query_one(RangeRow)
    stage = getters.query_one("#stage", Container)
    sites = getters.query_one(SiteList)

    _answer: Trends | None = None
    _asked: int | None = None
    _mode: Mode = Mode.CHART
    _lines: tuple[ReadoutLine, ...] = ()
    _week: "WeekScreen | None" = None
    _patterns: "PatternsScreen | None" = None

    def compose(self) -> ComposeResult:
        """Lay out the chart beside the day, and the sites below; the rest mounts when asked for."""
        yield Static(
            Content.assemble(
                NOTHING_YET, " ", Content.styled("1", "bold $accent"), " opens the check-in."
            ),
            id="nothing",
        )
        with Horizontal(id="ranges"):
            yield RangeRow()
            yield KeyLine("show_week", "show_patterns", "show_events", "mark_flare")
        with Container(id="upper"):
            with Container(id="stage"):
                yield PainChart()
            with VerticalScroll(id="pane", can_focus=False):
                yield DayCard()
            yield DayLine()
        with SitesCard(id="sites"):
            yield Heading("Sites")
            yield SiteList()

    def on_resize(self) -> None:
        """Leave the nights out where the chart needs their rows."""
        self._share_rows()

    def _share_rows(self) -> None:
        needed = LOW_TO if self._mode is Mode.CALENDAR else TALL_FROM
        self.sites.compact = self.screen.size.height < needed

    # ------------------------------------------------------------------ what comes down

    def load(self) -> None:
        """Ask for the diary's days where records changed; another day only moves the cursor."""
        if self._asked != self.generation:
            self._asked = self.generation
            if self._week is not None:
                self._week.load()
            if self._patterns is not None:
                self._patterns.load()
            self.ask(Query(view_trends), self._show, topic="trends")
        elif self.day is not None:
            self.chart.go_to(self.day)

    def _show(self, answer: Trends | Problem) -> None:
        self.visible = True
        if isinstance(answer, Problem):
            self.query_one("#nothing", Static).update(Content(answer.message))
            self.add_class("-nothing")
            return
        before, self._answer = self._answer, answer
        self.set_class(answer.series is None, "-nothing")
        if answer.series is None or answer.sites is None:
            return
        chart, settings = self.chart, answer.settings
        chart.unit, chart.green_max = settings.unit, settings.green_max
        chart.week_starts_monday, chart.glyphs = settings.week_starts_monday, settings.glyphs
        chart.series = answer.series
        if before is None or before.series is None:
            chart.show(Window.ending(answer.series.end, DEFAULT_SPAN))
            chart.go_to(self.day or answer.today)
        self.sites.green_max, self.sites.glyphs = settings.green_max, settings.glyphs
        self.sites.table = answer.sites
        days = span_words(answer.sites.first, answer.sites.last)
        self.query_one("#sites > Heading", Heading).fact = f"{days} · R-PAIN-04"
        self._show_range()
        self._show_page()
        self._tell(chart.cursor)

    @property
    def series(self) -> PainSeries | None:
        """Give the diary's days, None while there are none."""
        return None if self._answer is None else self._answer.series

    def shows_day(self, day: date) -> bool:
        """Return whether a day is on the chart."""
        return self.series is not None and day in self.chart.window

    # ------------------------------------------------------------------ the cursor's day

    @on(PainChart.DayHighlighted)
    def _follow_chart(self, event: PainChart.DayHighlighted) -> None:
        event.stop()
        for page in self.query(DaysPage):
            page.go_to(event.day)
        self._tell(event.day)

    @on(DaysPage.Moved)
    def _follow_page(self, event: DaysPage.Moved) -> None:
        event.stop()
        with self.prevent(PainChart.DayHighlighted):
            self.chart.go_to(event.day)
        self._tell(event.day)

    def _tell(self, day: date) -> None:
        if self.series is not None:
            shows = partial(self._show_facts, day)
            self.ask(Query(view_facts, day), shows, topic="facts")

    def _show_facts(self, day: date, facts: DayFacts | Problem) -> None:
        if self._answer is None or self.series is None or isinstance(facts, Problem):
            return
        settings = self._answer.settings
        self._lines = day_readout(
            self.series,
            day,
            facts=facts,
            unit=settings.unit,
            green_max=settings.green_max,
            clock_24h=settings.clock_24h,
            today=self._answer.today,
        )
        card = self.query_one(DayCard)
        card.figures, card.lines = week_figures(self.series, day), self._lines
        self.query_one(DayLine).lines = self._lines

    def action_show_week(self) -> None:
        """Show the week of the cursor's day in review."""
        from tracker.ui.trends.week_screen import WeekScreen  # noqa: PLC0415 - when asked for

        day = self.day if self.series is None else self.chart.cursor
        if day is not None:
            self._week = WeekScreen(day)
            self.app.push_screen(self._week)

    def action_show_patterns(self) -> None:
        """Show what goes along with better or worse mornings, for the site that is shown."""
        self._show_patterns()

    def _show_patterns(self, *, at_test: bool = False) -> None:
        from tracker.ui.patterns.patterns_screen import PatternsScreen  # noqa: PLC0415 - when asked

        site = None if self.series is None else self.chart.site
        self._patterns = PatternsScreen(site, at_test=at_test)
        self.app.push_screen(self._patterns)

    def open(self, what: str) -> None:
        """Go to the days, or to the own test on the patterns page."""
        if what == OWN_TEST:
            self._show_patterns(at_test=True)
        else:
            super().open(what)

    @on(PainChart.DayOpened)
    @on(DaysPage.Opened)
    def _open_day(self, event: PainChart.DayOpened | DaysPage.Opened) -> None:
        event.stop()
        if not self.query_one("#pane").display and self._lines and self.series is not None:
            from tracker.ui.trends.day_card_page import DayCardPage  # noqa: PLC0415 - when asked

            figures = week_figures(self.series, event.day)
            self.app.push_screen(DayCardPage(event.day, self._lines, figures))
        else:
            self.post_message(EventWanted(EventWish.RECORDS, day=event.day))

    # ------------------------------------------------------------------ flares, episodes, visits

    def action_mark_flare(self) -> None:
        """Mark a flare on the cursor's day, or answer about it."""
        self._want(EventWish.FLARE)

    def action_show_events(self) -> None:
        """List the episodes, flares and visits."""
        self._want(EventWish.MARKED)

    def action_new_episode(self) -> None:
        """Begin an episode on the cursor's day."""
        self._want(EventWish.EPISODE)

    def action_log_visit(self) -> None:
        """Log a visit on the cursor's day."""
        self._want(EventWish.VISIT)

    def action_write_note(self) -> None:
        """Write a note of the cursor's day."""
        self._want(EventWish.NOTE)

    def _want(self, wish: EventWish) -> None:
        day = None if self.series is None else self.chart.cursor
        self.post_message(EventWanted(wish, day=day, place=self.chart.site))

    # ------------------------------------------------------------------ chart, table, calendar

    async def action_show_table(self) -> None:
        """Show the table, or the chart again."""
        await self._switch(Mode.CHART if self._mode is Mode.TABLE else Mode.TABLE)

    async def action_show_calendar(self) -> None:
        """Show the calendar, or the chart again."""
        await self._switch(Mode.CHART if self._mode is Mode.CALENDAR else Mode.CALENDAR)

    async def action_back_to_chart(self) -> None:
        """Go back to the chart, and from there to the tab bar."""
        if self._mode is Mode.CHART:
            self.post_message(RunCommand("leave_field"))
        else:
            await self._switch(Mode.CHART)

    @on(DaysPage.Picked)
    async def _jump(self, event: DaysPage.Picked) -> None:
        event.stop()
        self.chart.go_to(event.day)
        await self._switch(Mode.CHART)

    async def _switch(self, mode: Mode) -> None:
        if self.series is None:
            return
        kept = self.has_focus_within
        if mode is not Mode.CHART and not self.query(f"#{mode}"):
            page = _page(mode)
            page.id = mode
            await self.stage.mount(page)
        self._mode = mode
        self._share_rows()
        for each in Mode:
            self.set_class(each is mode, f"-{each}")
        self._show_page()
        target = self.first_focus()
        if target is not None and kept:
            target.focus()

    @property
    def page(self) -> DaysPage | None:
        """Give what stands in the chart's place, None while it is the chart."""
        return None if self._mode is Mode.CHART else self.query_one(f"#{self._mode}", DaysPage)

    def _show_page(self) -> None:
        """Hand on what the chart shows to the page in its place."""
        page, chart, answer = self.page, self.chart, self._answer
        if page is None or answer is None or answer.series is None:
            return
        shown = ShownDays(
            series=answer.series,
            window=chart.window,
            site=chart.site,
            settings=answer.settings,
            glyphs=chart.view.glyphs,
        )
        page.show(shown, cursor=chart.cursor)

    # ------------------------------------------------------------------ what the chart shows

    @on(PainChart.WindowChanged)
    def _follow_window(self, event: PainChart.WindowChanged) -> None:
        event.stop()
        self._show_range()
        self._show_page()

    def _show_range(self) -> None:
        if self.series is not None:
            self.ranges.span, self.ranges.total = self.chart.window.span, len(self.series)

    @on(RangeRow.Chosen)
    def _choose_range(self, event: RangeRow.Chosen) -> None:
        event.stop()
        chart = self.chart
        latest = Window.ending(chart.series.end, event.days)
        around = chart.window.resized(event.days, anchor=chart.cursor)
        chart.show(latest if chart.cursor in latest else around)

    def action_range(self, sign: int = 1) -> None:
        """Show the next longer (1) or shorter (-1) range."""
        self.chart.action_range(sign)

    def action_zoom(self, sign: int) -> None:
        """Show fewer days (-1) or more (1)."""
        self.chart.action_zoom(sign)

    def action_event(self, sign: int) -> None:
        """Go to the next (1) or the previous (-1) day with a mark."""
        self.chart.action_event(sign)

    def action_cycle_site(self) -> None:
        """Show the next site."""
        self.chart.action_cycle_site()
        self._show_page()

    def action_all_sites(self) -> None:
        """Show all sites together, or one again."""
        self.chart.action_all_sites()

    # ------------------------------------------------------------------ focus

    def first_focus(self) -> Widget | None:
        """Start with what shows the days."""
        if self.series is None:
            return None
        return self.chart if self.page is None else self.page.target


def _page(mode: Mode) -> DaysPage:
    """Make the page of a mode; its module is imported when it is first asked for."""
    if mode is Mode.TABLE:
        from tracker.ui.trends.table_page import TablePage  # noqa: PLC0415 - when asked for

        return TablePage()
    from tracker.ui.trends.calendar_page import CalendarPage  # noqa: PLC0415 - when asked for

    return CalendarPage()
