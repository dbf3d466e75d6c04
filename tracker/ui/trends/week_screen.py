"""The week in review on a page of its own."""

from __future__ import annotations

from asyncio import Lock
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical, VerticalScroll
from typing_extensions import override

from tracker.diary.week_pages import WeekView, share_week, view_week
from tracker.domain.problem import Problem
from tracker.domain.text import path_text
from tracker.insight.week_page import page_fact, page_text
from tracker.insight.week_words import WeekPart
from tracker.rules.wording import SHARE_WARNING
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.messages import RunCommand
from tracker.ui.queries import Query, ask
from tracker.ui.trends.week_card import WeekCard
from tracker.ui.trends.week_rows import WeekRows
from tracker.ui.widgets.page import ReadingPage

if TYPE_CHECKING:
    from datetime import date

    from textual.app import ComposeResult


LEFT: Final = (0, 2)
"""The places of the parts that stand in the left column where there are two: both end alike."""


class WeekPage(VerticalScroll, inherit_bindings=False):
    """Scrolls by pages; the arrows to the left and right are the weeks'."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pageup", "page_up", show=False),
        Binding("pagedown", "page_down", show=False),
        Binding("home", "scroll_home", show=False),
        Binding("end", "scroll_end", show=False),
    ]


class WeekScreen(ReadingPage):
    """One week after the other."""

    DEFAULT_CSS = """
    WeekScreen {
        & > WeekPage { padding: 1 0 0 0; }
        & #strip { background: $surface; padding: 1 2; margin-bottom: 1; }
        & #words { padding: 0 2; margin-bottom: 1; }
        & #columns { padding: 0 2; }
        & #columns { layout: horizontal; height: auto; }
        & #columns > Vertical { width: 1fr; height: auto; }
        & #right { margin-left: 2; }
    }
    WeekScreen.-narrow {
        & > Heading { margin: 0 1; }
        & > WeekPage { padding: 0; }
        & #strip { padding: 0 1; }
        & #words, & #columns { padding: 0 1; }
        & #columns { layout: vertical; }
        & #right { margin-left: 0; }
        & WeekCard { background: $background; padding: 0 1 0 0; }
    }
    """

    SCOPE: ClassVar[Scope] = Scope.WEEK
    HINTS: ClassVar[tuple[str, ...]] = (
        "walk_week", "copy_week", "save_week", "show_figures", "close_page",
    )  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.WEEK)]

    def __init__(self, day: date) -> None:
        super().__init__("Week in review")
        self._day = day
        self._shown: WeekView | None = None
        self._with_figures = False
        self._columns: tuple[tuple[int, ...], tuple[int, ...]] = ((), ())
        self._placing = Lock()

    @override
    def content(self) -> ComposeResult:
        with WeekPage():
            yield WeekRows(id="strip")
            yield WeekRows(id="words")
            with Container(id="columns"):
                yield Vertical(id="left")
                yield Vertical(id="right")

    def on_mount(self) -> None:
        """Ask for the week."""
        self.load()

    def load(self) -> None:
        """Ask for the week anew, also after a change of the records."""
        ask(self, Query(view_week, self._day), self._show, topic="week")

    async def _show(self, answer: WeekView | Problem) -> None:
        if isinstance(answer, Problem):
            return
        other = self._shown is None or self._shown.week.first != answer.week.first
        self._shown, self._day = answer, answer.week.end
        self.heading.fact = page_fact(answer.week)
        self._write()
        await self._place()
        if other:
            self.query_one(WeekPage).scroll_home(animate=False)
        self.show_hints()

    @override
    def show_hints(self) -> None:
        may_answer = self._shown is not None and self._shown.may_answer
        self.footer.hints = (*(["answer_week"] if may_answer else []), *self.HINTS)

    async def on_resize(self) -> None:
        """Put the parts below each other, or in two columns."""
        if self._shown is not None and self._columns != self._wanted:
            await self._place()

    def _write(self) -> None:
        if self._shown is not None:
            for rows in self.query(WeekRows):
                rows.page = self._shown.page

    @property
    def _parts(self) -> tuple[WeekPart, ...]:
        """Return the figures, where they are asked for."""
        shown = self._shown
        return () if shown is None or not self._with_figures else (*shown.parts, shown.load)

    @property
    def _wanted(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        count = len(self._parts)
        if self.has_class("-narrow"):
            return tuple(range(count)), ()
        left = tuple(place for place in LEFT if place < count)
        return left, tuple(place for place in range(count) if place not in LEFT)

    async def _place(self) -> None:
        # A new size and a new answer may come at once: one arrangement waits for the other.
        async with self._placing:
            self._columns = self._wanted
            with self.app.batch_update():
                for column, places in zip(
                    self.query("#columns > Vertical"), self._columns, strict=True
                ):
                    await column.remove_children()
                    await column.mount_all(WeekCard(self._parts[place]) for place in places)

    def action_walk_week(self, step: int) -> None:
        """Read the week before or after, within the diary."""
        shown = self._shown
        if shown is None:
            return
        goal = shown.week.moved(step)
        begun = shown.since is not None and goal.last >= shown.since
        if goal.first <= goal.today and (begun or step > 0):
            self._day = goal.first
            self.load()

    async def action_show_figures(self) -> None:
        """Show all figures with their rules below the words, or hide them again."""
        self._with_figures = not self._with_figures
        await self._place()
        if self._with_figures:
            self.call_after_refresh(self._show_first_figure)

    def _show_first_figure(self) -> None:
        top = self.query_one("#columns").virtual_region.y
        self.query_one(WeekPage).scroll_to(y=top, animate=False)

    def action_copy_week(self) -> None:
        """Copy the week as text, for a message: it holds no notes."""
        if self._shown is not None:
            self.app.copy_to_clipboard(page_text(self._shown.page))
            self.notify("The week is copied as text, without notes.", timeout=4, markup=False)

    def action_save_week(self) -> None:
        """Write the week as a drawing and as text into the folder that the app was started in."""
        if self._shown is not None:
            query = Query(share_week, self._shown.week.first, Path.cwd())
            ask(self, query, self._say_written, topic="share")

    def _say_written(self, answer: tuple[Path, ...] | Problem) -> None:
        if isinstance(answer, Problem):
            self.notify(answer.message, severity="error", markup=False)
            return
        names = " and ".join(path_text(path) for path in answer)
        self.notify(f"Wrote {names}. {SHARE_WARNING}", timeout=8, markup=False)

    def action_answer_week(self) -> None:
        """Answer the weekly check where this week's can be answered."""
        if self._shown is not None and self._shown.may_answer:
            self.post_message(RunCommand("weekly_check"))
