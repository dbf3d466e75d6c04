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
from tracker.diary.patterns import fixed_patterns
from tracker.diary.trends import (
    Trends,
    TrendWeeks,
    view_answers,
    view_trends,
    view_weeks,
)
from tracker.domain.problem import Problem
from tracker.insight.chart_answers import Answers
from tracker.insight.chart_window import Window
from tracker.insight.day_readout import DayFacts, ReadoutLine, day_readout, week_figures
from tracker.insight.patterns import Pattern
from tracker.insight.series import PainSeries
from tracker.insight.site_change import site_changes, worst_first
from tracker.insight.site_table import STRIP_DAYS
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.messages import EventWanted, EventWish, RunCommand
from tracker.ui.queries import Query
from tracker.ui.run.week_bars import WeekBars, WeekLine
from tracker.ui.tab_view import TabView
from tracker.ui.trends.change_lines import MOST, ChangeLines
from tracker.ui.trends.day_line import DayLine
from tracker.ui.trends.days_page import DaysPage, ShownDays
from tracker.ui.trends.mornings import Mornings
from tracker.ui.trends.range_row import RangeRow
from tracker.ui.trends.shape import LEAST_WEEKS, Shape, shape_of, share_rows
from tracker.ui.trends.summary_cards import MonthsCard, PatternsCard
from tracker.ui.trends.words import title_of
from tracker.ui.widgets.day_card import DayCard
from tracker.ui.widgets.key_footer import key_hint
from tracker.ui.widgets.key_line import KeyLine
from tracker.ui.widgets.pain_chart import DEFAULT_SPAN, PainChart

if TYPE_CHECKING:
    from tracker.ui.patterns.patterns_screen import PatternsScreen
    from tracker.ui.trends.week_screen import WeekScreen

FRAME_ROWS: Final = 3
"""Tab bar, footer, and the blank row between."""
HEAD_ROWS: Final = 3
"""The blank row below the changes, the ranges, and the blank row below those."""
DAY_ROWS: Final = 26
"""With fewer rows beside the chart all of them are the day's."""

OWN_TEST: Final = "own_test"
"""The thing of this tab that other tabs can lead to."""

NOTHING_YET: Final = "Nothing logged yet. The chart begins with your first score:"


class Mode(StrEnum):
    """What the days are shown as."""

    CHART = "chart"
    TABLE = "table"
    CALENDAR = "calendar"


class TrendsView(TabView):
    """Is it better, the same days as chart, table or calendar, and the cursor's day.

    The chart leads: its window, site and cursor are those of the table and the calendar, too.
    """

    SCOPE: ClassVar[Scope] = Scope.TRENDS
    HINTS: ClassVar[tuple[str, ...]] = (
        "chart_days", "event", "range", "cycle_site", "next_view", "help",
    )  # fmt: skip
    BAR_HINTS: ClassVar[tuple[str, ...]] = (
        "tab_enter=chart", "range", "cycle_site", "next_view", "show_week",
    )  # fmt: skip
    STYLES: ClassVar[Path] = Path(__file__).with_name("view.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.TRENDS)]

    chart = getters.query_one(PainChart)
    ranges = getters.query_one(RangeRow)
    stage = getters.query_one("#stage", Container)
    bars = getters.query_one(WeekBars)

    shape: Shape = Shape.WIDE

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
        yield ChangeLines()
        with Container(id="upper"):
            with Container(id="left"):
                with Horizontal(id="ranges"):
                    yield RangeRow()
                    yield Static(id="whose")
                with Container(id="stage"):
                    yield PainChart()
                yield DayLine()
                yield WeekLine()
                with Horizontal(id="below"):
                    yield WeekBars()
                    yield Mornings()
            with Vertical(id="pane"):
                with VerticalScroll(id="day", can_focus=False):
                    yield DayCard()
                yield KeyLine("open_day", "mark_flare", "show_week")
                yield MonthsCard()
                yield PatternsCard()

    def on_mount(self) -> None:
        """Give the parts their places before they are first drawn."""
        self._share_rows()

    def on_resize(self) -> None:
        """Share the rows anew."""
        before = self.shape
        self._share_rows()
        if before is not self.shape and self._answer is not None:
            self._show_changes()
            self._ask_patterns()

    def _share_rows(self) -> None:
        size = self.screen.size
        self.shape = shape_of(size.width)
        for each in Shape:
            self.set_class(each is self.shape, each.value)
        narrow = self.shape is Shape.NARROW
        lines = min(len(self.query_one(ChangeLines).changes), MOST)
        room = size.height - FRAME_ROWS - lines - (0 if narrow else HEAD_ROWS)
        rows = share_rows(self.shape, room)
        charted = self._mode is Mode.CHART
        height: int | str = rows.chart if charted and rows.chart else "1fr"
        self.stage.styles.height = "auto" if self._mode is Mode.CALENDAR else height
        self.bars.most = min(rows.weeks, max(LEAST_WEEKS, self.bars.known))
        self.bars.airy = rows.airy
        below = charted and rows.weeks > 0
        self.query_one("#below").display = below
        self.query_one(Mornings).display = below and self.shape is Shape.BROAD
        self.query_one(WeekLine).display = narrow and charted
        patterned = bool(self.query_one(PatternsCard).filled) and self.shape is Shape.BROAD
        roomy = room >= DAY_ROWS and self._mode is not Mode.CALENDAR
        self.query_one(PatternsCard).display = roomy and patterned
        self.query_one(MonthsCard).display = roomy and not patterned
        self.chart.names_span = narrow

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
        self._show_below(answer)
        self._show_range()
        self._show_changes()
        self._show_page()
        self._tell(chart.cursor)
        self._ask_answers()
        self.ask(Query(view_weeks), self._show_weeks, topic="weeks")
        self._ask_patterns()

    def _show_below(self, answer: Trends) -> None:
        settings = answer.settings
        for each in (self.query_one(ChangeLines), self.query_one(Mornings)):
            each.green_max, each.glyphs = settings.green_max, settings.glyphs
        for bars in (self.bars, self.query_one(WeekLine)):
            bars.unit, bars.glyphs = settings.unit, settings.glyphs
        mornings = self.query_one(Mornings)
        mornings.week_starts_monday = settings.week_starts_monday
        mornings.series = answer.series
        months = self.query_one(MonthsCard)
        if answer.series is not None and answer.sites is not None:
            last = answer.series.days[-STRIP_DAYS:]
            months.logged = sum(point.worst is not None for point in last)
        months.table = answer.sites

    def _show_weeks(self, answer: TrendWeeks | Problem) -> None:
        if isinstance(answer, TrendWeeks):
            self.bars.weeks = self.query_one(WeekLine).weeks = answer.weeks
            self._share_rows()
            self.query_one(MonthsCard).weeks = answer

    def _show_changes(self) -> None:
        """Say for each site whether it is better than as long ago as the range shown is long."""
        answer, series = self._answer, self.series
        if answer is None or series is None:
            return
        span = self.chart.window.span
        back = None if span >= len(series) else span
        lines = self.query_one(ChangeLines)
        changes = worst_first(site_changes(series, until=answer.today, days_back=back))
        days = series.days[-STRIP_DAYS:] if self.shape is Shape.BROAD else ()
        lines.strips = tuple(tuple(point.score(each.site) for point in days) for each in changes)
        lines.changes = changes
        self._share_rows()

    def _ask_answers(self) -> None:
        window = self.chart.window
        query = Query(view_answers, window.start, window.end)
        self.ask(query, self._show_answers, topic="answers")

    def _show_answers(self, answer: Answers | Problem) -> None:
        if not isinstance(answer, Problem):
            self.chart.answers = answer

    def _ask_patterns(self) -> None:
        """Look for patterns where they are shown, once all else is on the screen."""
        shown = self.query_one(MonthsCard).display or self.query_one(PatternsCard).display
        if shown and self.series is not None:
            self.call_after_refresh(
                self.ask,
                Query(fixed_patterns, self.chart.site),
                self._show_patterns_found,
                topic="fixed",
            )

    def _show_patterns_found(self, answer: tuple[Pattern, ...] | Problem) -> None:
        if not isinstance(answer, Problem):
            self.query_one(MonthsCard).patterns = answer
            self.query_one(PatternsCard).patterns = answer
            self._share_rows()

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

    async def action_next_view(self, step: int = 1) -> None:
        """Show the next (1) or the previous (-1) view of the same days."""
        views = tuple(Mode)
        await self._switch(views[(views.index(self._mode) + step) % len(views)])

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
        self._show_changes()
        self._show_page()
        self._ask_answers()

    def _show_range(self) -> None:
        if self.series is not None:
            self.ranges.span, self.ranges.total = self.chart.window.span, len(self.series)
            self._say_whose()

    def _say_whose(self) -> None:
        """Say whose scores the chart shows, and which key changes that."""
        chosen = self.chart.site
        site = "highest of all" if chosen is None else title_of(chosen)
        if self.chart.all_sites:
            site = "all together"
        words = Content.assemble(
            key_hint("cycle_site"), Content.styled(": ", "$dim"), Content.styled(site, "bold")
        )
        self.query_one("#whose", Static).update(words)
        self.query_one(Mornings).site = chosen
        self.query_one(WeekLine).note = "" if chosen is None else title_of(chosen)

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
        self._say_whose()
        self._show_page()
        self._ask_patterns()

    def action_all_sites(self) -> None:
        """Show all sites together, or one again."""
        self.chart.action_all_sites()
        self._say_whose()

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
