"""The frame around the tabs, and the only screen that speaks with the diary."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, ClassVar, Final

from textual import events, getters, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.css.query import DOMQuery
from textual.reactive import var
from textual.widget import Widget

from tracker import __version__
from tracker.domain.calendar_words import format_day
from tracker.domain.problem import Problem
from tracker.domain.remedy import RemedyKind
from tracker.domain.settings import Settings
from tracker.ui.commands import Command, Scope, bindings_of, commands_of
from tracker.ui.diary_worker import DiaryWorker
from tracker.ui.host_screen import HostScreen
from tracker.ui.messages import EventWanted, FlagsRead, GoTo, RunCommand, SettingsRead, Started
from tracker.ui.queries import Change, Parting, Query, refusals
from tracker.ui.tab_view import TabView
from tracker.ui.tabs import TABS
from tracker.ui.today.frame import TodayFrame
from tracker.ui.widgets.key_footer import KeyFooter
from tracker.ui.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.diary.book import Book

LOOK_S: Final = 1.0
FILE_UNUSABLE: Final = 3
"""The exit code of the command where the data file can't be used."""


class MainScreen(HostScreen):
    """Holds the tabs, walks the days, carries requests to the diary and answers back."""

    AUTO_FOCUS = None

    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.EVERYWHERE)]

    # Their watchers and the tabs draw what follows; the screen itself has nothing to repaint.
    tab: var[str] = var("")

    top_bar = getters.query_one(TopBar)
    key_footer = getters.query_one(KeyFooter)
    pages = getters.query_one("#pages", Container)

    def __init__(
        self, worker: DiaryWorker, *, clock: "Callable[[], datetime]", remark: str = ""
    ) -> None:
        super().__init__(worker, clock=clock)
        self._remark = remark
        self._told: tuple[str, ...] = ()
        self._flags: tuple[str, ...] = ()
        self._present = self.today
        self._gone_elsewhere = False
        self.set_reactive(MainScreen.day, self._present)

    # ------------------------------------------------------------------ frame

    def compose(self) -> ComposeResult:
        """Lay out bar, page and footer; the first tab mounts with them."""
        yield TopBar()
        yield Container(TodayFrame(), id="pages")
        yield KeyFooter()

    async def on_mount(self) -> None:
        """Show the first tab, and look at the clock now and then."""
        self.top_bar.remark = self._remark
        self.top_bar.shown_day = format_day(self.day)
        self.call_after_refresh(self._begin)

    async def _begin(self) -> None:
        """Once the frame is painted: mount the first tab, then open the diary."""
        await self.show_tab(TABS[0].id)
        self._welcome()
        self.set_interval(LOOK_S, self.look_again)

    @work(group="welcome")
    async def _welcome(self) -> None:
        """Read the settings; begin with the first steps where they are not done."""
        answer = await self.perform(Query(lambda book: book.settings))
        if isinstance(answer, Problem):
            self.app.exit(return_code=FILE_UNUSABLE, message=answer.message)
            return
        self.settings = answer
        await self._tell_of_care()
        await self._tell_of_news()
        if answer.setup_step is not None:
            from tracker.ui.setup.flow import first_steps  # noqa: PLC0415 - only at the start

            await first_steps(self, step=answer.setup_step)
            self.action_enter_tab()

    async def _tell_of_care(self) -> None:
        """Show once what was damaged and mended, or why nothing can be saved."""
        care = await self.perform(Query(_care_of))
        if care == self._told or not isinstance(care, tuple):
            return
        self._told = care
        if care:
            from tracker.ui.recovery_page import recovery_page  # noqa: PLC0415 - rarely needed

            await self.app.push_screen_wait(recovery_page(care))

    async def _tell_of_news(self) -> None:
        """Show once what a new version changed, to whoever had the one before."""
        if self.settings.news_read == __version__:
            return
        from tracker.diary import whats_new  # noqa: PLC0415 - once a version
        from tracker.ui.whats_new_page import whats_new_page  # noqa: PLC0415 - once a version

        news = await self.perform(Query(whats_new.unread_news))
        if isinstance(news, tuple) and news:
            await self.show(whats_new_page(news))
            await self.perform(Change(whats_new.mark_news_read))

    def watch_settings(self, settings: Settings) -> None:
        """Let the app look as the settings say."""
        if self.is_mounted:
            self.post_message(SettingsRead(settings))

    @property
    def view(self) -> TabView:
        """Give the open tab's view."""
        return self.pages.query_one(f"#{self.tab}", TabView)

    async def show_tab(self, tab_id: str) -> None:
        """Open a tab, mounting it the first time."""
        if tab_id == self.tab:
            return
        self.tab = self.top_bar.active = tab_id
        view = await self._mounted(tab_id)
        for each in self.views:
            each.display = each is view and not self._frames
            each.shown = each is view
        self._show_hints(self.focused)

    @property
    def _frames(self) -> DOMQuery[TodayFrame]:
        """Give what stands in the first tab's place until that has something to show."""
        return self.pages.query_children(TodayFrame)

    @property
    def views(self) -> list[TabView]:
        """Give the views of the tabs that were opened so far."""
        return list(self.pages.query_children(TabView).results(TabView))

    async def _mounted(self, tab_id: str) -> TabView:
        found = next((view for view in self.views if view.id == tab_id), None)
        if found is not None:
            return found
        view = next(tab for tab in TABS if tab.id == tab_id).make()
        view.id = tab_id
        view.set_reactive(TabView.day, self.day)
        view.set_reactive(TabView.generation, self.generation)
        view.display = False
        self._read_styles(view)
        await self.pages.mount(view)
        return view

    def _read_styles(self, view: TabView) -> None:
        path = str(view.STYLES)
        if not self.app.stylesheet.has_source(path):
            css = view.STYLES.read_text(encoding="utf-8")
            self.app.stylesheet.add_source(css, read_from=(path, ""))

    def watch_day(self, day: date) -> None:
        """Say which day is shown, here and to the views."""
        if self.is_mounted:
            self.top_bar.shown_day = format_day(day)
            for view in self.views:
                view.day = day

    def watch_generation(self, generation: int) -> None:
        """Tell the views that records changed."""
        if self.is_mounted:
            for view in self.views:
                view.generation = generation

    def on_descendant_focus(self) -> None:
        """Show the keys of what has the focus."""
        self._show_hints(self.focused)

    def on_descendant_blur(self) -> None:
        """Let the focus never rest nowhere: what had it may have gone, as a list's last row."""
        self.call_after_refresh(self._catch_focus)

    def _catch_focus(self) -> None:
        if self.is_current and self.focused is None:
            self.set_focus(self.top_bar)

    def _show_hints(self, widget: Widget | None) -> None:
        self.key_footer.follow(widget, self.view.HINTS if widget is None and self.tab else ())

    async def answered(self) -> None:
        """Put the first tab in the frame's place, now that it has something to show."""
        if self._frames:
            with self.app.batch_update():
                await self._frames.remove()
                self.view.display = True
            self.post_message(Started())

    # ------------------------------------------------------------------ leaving a changed form

    @property
    def changed_views(self) -> list[TabView]:
        """Give the tabs that hold something unsaved, the open one first."""
        changed = [view for view in self.pages.query_children(TabView) if view.dirty]
        return sorted(changed, key=lambda view: view is not self.view)

    async def may_leave(self) -> bool:
        """Ask once for each tab that holds something unsaved; True where one may go on."""
        for view in self.changed_views:
            if not await self._may_leave(view):
                return False
        return True

    async def _may_leave(self, view: TabView) -> bool:
        from tracker.ui.dialogs import Leave, leave_dialog  # noqa: PLC0415 - rarely needed

        if view is not self.view and view.id is not None:
            await self.show_tab(view.id)
        answer = await self.app.push_screen_wait(leave_dialog())
        if answer is Leave.DISCARD:
            view.discard()
            return True
        if answer is not Leave.SAVE:
            return False
        request = view.save_request()
        if request is None or refusals(await self.perform(request)):
            return False
        view.saved()
        return True

    # ------------------------------------------------------------------ wishes of the views

    @on(GoTo)
    @work(group="leave", exclusive=True)
    async def go_to(self, event: GoTo) -> None:
        """Open the tab that a view sends the person to; another day asks what it would lose."""
        await self.show_tab(event.tab)
        if event.day is not None and event.day != self.day and await self.may_leave():
            self.day = min(event.day, self.today)
        self.view.open(event.what)

    @on(EventWanted)
    @work(group="events", exclusive=True)
    async def write_down(self, event: EventWanted) -> None:
        """Open the screens about a flare, an episode, a visit, or the records of a day."""
        from tracker.ui.events import flow  # noqa: PLC0415 - when asked for

        event.stop()
        await flow.follow(self, event)

    @on(RunCommand)
    async def run_wish(self, event: RunCommand) -> None:
        """Carry out a command that a view asks for."""
        event.stop()
        await self.run_action(event.command)

    # ------------------------------------------------------------------ commands

    def action_open_tab(self, digit: int) -> None:
        """Open the tab with a digit."""
        if 1 <= digit <= len(TABS):
            # A key arrives in the app's context; a view is bound to this screen's data in its own.
            self.call_next(self._open, TABS[digit - 1].id)

    @on(TopBar.Chosen)
    async def _chosen(self, event: TopBar.Chosen) -> None:
        await self.show_tab(event.tab)

    async def _open(self, tab_id: str) -> None:
        self._gone_elsewhere = True
        await self.show_tab(tab_id)
        self.set_focus(self.top_bar)

    @on(TopBar.Entered)
    def action_enter_tab(self) -> None:
        """Bring the focus into the open tab."""
        self.set_focus(self.view.first_focus() or self.top_bar)

    def action_begin_typing(self) -> None:
        """Start in the first field, unless the person was faster and has gone elsewhere by now."""
        if not self._gone_elsewhere:
            self.action_enter_tab()

    def action_leave_field(self) -> None:
        """Rest the focus on the tab bar, where letters and digits are commands."""
        self._gone_elsewhere = True
        self.set_focus(self.top_bar)

    async def on_key(self, event: events.Key) -> None:
        """Let the open tab's own keys work while the focus rests on the tab bar."""
        if not self.tab or self.focused not in {None, self.top_bar}:
            return
        for entry in commands_of(self.view.SCOPE):
            for key, action in entry.actions:
                if key == event.key:
                    event.stop()
                    await self.view.run_action(action)
                    return

    @work(group="leave", exclusive=True)
    async def action_walk_day(self, step: int) -> None:
        """Show the day before or after; no later day than today."""
        goal = self.day + timedelta(days=step)
        if goal <= self.today and await self.may_leave():
            self.day = goal

    @work(group="leave", exclusive=True)
    async def action_go_today(self) -> None:
        """Show the present day."""
        if self.day != self.today and await self.may_leave():
            self.day = self.today

    @work(group="look", exclusive=True)
    async def look_again(self) -> None:
        """Notice a new day, and what another program changed in the file."""
        self.roll_over()
        if await self.perform(Query(lambda book: book.refresh())) is True:
            self.generation += 1
            await self._tell_of_care()
            await self._look_for_flags()

    def roll_over(self) -> None:
        """Go on to the new day, unless an older one is shown or something is half typed."""
        was, self._present = self._present, self.today
        if was != self._present and self.day == was and not self.changed_views:
            self.day = self._present
            self.generation += 1

    @work(group="leave", exclusive=True)
    async def leave_app(self) -> None:
        """Close the app, once nothing unsaved is in the way."""
        if await self.may_leave() and await self._parted():
            self.app.exit()

    async def _parted(self) -> bool:
        """Keep what the screens above have to keep; True where all of it is kept."""
        for screen in self.app.screen_stack:
            request = screen.parting if isinstance(screen, Parting) else None
            problems = refusals(await self.perform(request)) if request is not None else ()
            if problems:
                self.say_refusals(problems)
                return False
        return True

    def action_leave_app(self) -> None:
        """Close the app with the single-letter key."""
        self.leave_app()

    @work(group="undo", exclusive=True)
    async def action_undo(self) -> None:
        """Take back the latest change of this machine; a change made elsewhere since is asked."""
        answer = await self.perform(Change(lambda book: book.undo()))
        if not isinstance(answer, Problem) and answer.asks:
            from tracker.ui.dialogs import confirm_dialog  # noqa: PLC0415 - rarely needed

            dialog = confirm_dialog("Undo", answer.message, verb="undo it all the same")
            if not await self.app.push_screen_wait(dialog):
                return
            answer = await self.perform(Change(lambda book: book.undo(force=True)))
        self.tell(answer.message)

    @work(group="alarm", exclusive=True)
    async def action_report_alarm(self) -> None:
        """Put the list of alarm signs at once."""
        from tracker.ui.alarm import flow  # noqa: PLC0415 - rarely needed

        await flow.report(self)

    @on(FlagsRead)
    def notice_flags(self, event: FlagsRead) -> None:
        """Give the whole screen to what is new among the active flags, if it is an alarm."""
        known, self._flags = self._flags, event.flags
        if event.flags and event.flags != known:
            self._show_alarm(event.flags)

    @work(group="alarm")
    async def _show_alarm(self, flags: tuple[str, ...]) -> None:
        from tracker.ui.alarm import flow  # noqa: PLC0415 - rarely needed

        await flow.show(self, flags)

    async def _look_for_flags(self) -> None:
        """Notice an alarm sign that was ticked elsewhere, whatever tab is open."""
        from tracker.ui.alarm.requests import ActiveFlags  # noqa: PLC0415 - rarely needed

        flags = await self.perform(ActiveFlags())
        if not isinstance(flags, Problem):
            self.post_message(FlagsRead(flags))

    @work(group="alarm", exclusive=True)
    async def action_log_clearance(self) -> None:
        """Take down what a clinician said."""
        from tracker.ui.alarm import flow  # noqa: PLC0415 - rarely needed

        await flow.log_clearance(self)

    @work(group="alarm", exclusive=True)
    async def action_retract(self) -> None:
        """Take back an alarm sign that was ticked by mistake."""
        from tracker.ui.alarm import flow  # noqa: PLC0415 - rarely needed

        await flow.retract(self)

    @work(group="remedy", exclusive=True)
    async def action_heat_cold_timer(self, kind: str = "") -> None:
        """Set the timer for heat or cold, and follow it."""
        from tracker.ui.remedy import flow  # noqa: PLC0415 - when asked for

        await flow.use_pack(self, RemedyKind(kind) if kind else None, clock=self.clock)

    @work(group="remedy", exclusive=True)
    async def action_log_remedy(self) -> None:
        """Take down a remedy that was not timed here."""
        from tracker.ui.remedy import flow  # noqa: PLC0415 - when asked for

        await flow.log_remedy(self, clock=self.clock)

    @work(group="setup", exclusive=True)
    async def action_answer_screening(self) -> None:
        """Put the eight questions again."""
        from tracker.ui.setup.flow import answer_screening  # noqa: PLC0415 - rarely needed

        await answer_screening(self)

    @work(group="check", exclusive=True)
    async def action_weekly_check(self) -> None:
        """Put the four questions about the week."""
        from tracker.ui.checks.flow import answer_check  # noqa: PLC0415 - once a week

        await answer_check(self)

    @work(group="setup", exclusive=True)
    async def action_change_settings(self) -> None:
        """Show everything that may be chosen."""
        from tracker.ui.settings.flow import change_settings  # noqa: PLC0415 - rarely needed

        await change_settings(self)

    @work(group="setup", exclusive=True)
    async def action_set_up(self) -> None:
        """Go through the first steps again."""
        from tracker.ui.setup.flow import BASICS, first_steps  # noqa: PLC0415 - rarely needed

        await first_steps(self, step=BASICS)

    def action_show_evidence(self) -> None:
        """Show where advice and studies differ."""
        from tracker.ui.evidence_page import EvidencePage  # noqa: PLC0415 - rarely needed

        self.app.push_screen(EvidencePage())

    def action_whats_new(self) -> None:
        """Show what each version changed."""
        from tracker.ui.whats_new_page import whats_new_page  # noqa: PLC0415 - rarely needed

        self.app.push_screen(whats_new_page())

    @work(group="about", exclusive=True)
    async def action_about(self) -> None:
        """Say what the app is, its version, and where the data are."""
        from tracker.ui.about_page import AboutPage  # noqa: PLC0415 - rarely needed

        answer = await self.perform(Query(lambda book: book.path))
        if not isinstance(answer, Problem):
            self.app.push_screen(AboutPage(answer))

    def action_help(self) -> None:
        """List the keys of the focused widget, the tab and the app."""
        from tracker.ui.help_screen import HelpScreen  # noqa: PLC0415 - only when asked for

        nearest = getattr(self.focused, "SCOPE", self.view.SCOPE)
        scopes = dict.fromkeys((nearest, self.view.SCOPE, Scope.EVERYWHERE, Scope.APP))
        self.app.push_screen(HelpScreen(tuple(scopes)))

    async def run_command(self, entry: Command, action: str) -> None:
        """Carry out an action of a command, as the palette does: its tab opens first."""
        if entry.scope is Scope.APP:
            await self.app.run_action(action)
            return
        if entry.scope is Scope.EVERYWHERE:
            await self.run_action(action)
            return
        await self.show_tab(entry.scope.name.lower())
        await self.view.run_action(action)


def _care_of(book: "Book") -> tuple[str, ...]:
    """Return what the person must know about the file: what was mended, why it can't be changed."""
    return (*book.recovery, *((book.read_only,) if book.read_only else ()))
