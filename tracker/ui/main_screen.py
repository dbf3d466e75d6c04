"""The frame around the tabs: bar, pages and footer, the day that is shown, and the focus."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, ClassVar, Final

from textual import events, getters, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.reactive import var
from textual.widget import Widget
from textual.widgets import Input

from tracker.domain.calendar_words import ago_words, format_day
from tracker.domain.problem import Problem
from tracker.domain.settings import Settings
from tracker.ui.commands import Scope, bindings_of, commands_of, moved_in
from tracker.ui.diary_worker import DiaryWorker
from tracker.ui.messages import EventWanted, GoTo, SettingsRead, Started
from tracker.ui.own_keys import keymap_of
from tracker.ui.tab_pages import TabPages
from tracker.ui.tab_view import TabView
from tracker.ui.tabs import TABS
from tracker.ui.today.frame import TodayFrame
from tracker.ui.watching_screen import WatchingScreen
from tracker.ui.widgets.key_footer import KeyFooter
from tracker.ui.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from collections.abc import Callable

FILE_UNUSABLE: Final = 3
"""The exit code of the command where the data file can't be used."""

KEYS_TO_HOLD: Final = {"up", "down", "left", "right", "tab", "shift+tab", "enter", "backspace"}
"""What is held, beside what writes, until it is known who gets the first focus."""


def takes_digits(widget: Widget | None) -> bool:
    """Return whether digits are scores where the focus is."""
    return getattr(widget, "SCOPE", None) in {Scope.SCALE, Scope.SCORES}


class MainScreen(WatchingScreen):
    """Holds the tabs and walks the days."""

    AUTO_FOCUS = None

    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.EVERYWHERE)]

    # Its watchers and the tabs draw what follows; the screen itself has nothing to repaint.
    tab: var[str] = var("")

    top_bar = getters.query_one(TopBar)
    key_footer = getters.query_one(KeyFooter)
    pages = getters.query_one("#pages", TabPages)

    def __init__(
        self, worker: DiaryWorker, *, clock: "Callable[[], datetime]", remark: str = ""
    ) -> None:
        super().__init__(worker, clock=clock)
        self._remark = remark
        self._gone_elsewhere = False
        self._starting = True
        self._first_focus_open = True
        self._early_keys: list[events.Key] = []
        self.set_reactive(MainScreen.day, self.today)

    # ------------------------------------------------------------------ frame

    def compose(self) -> ComposeResult:
        """Lay out bar, pages and footer."""
        yield TopBar()
        pages = TabPages(TodayFrame(), id="pages")
        yield pages.data_bind(MainScreen.day, MainScreen.generation)
        yield KeyFooter()

    async def on_mount(self) -> None:
        """Open the first tab once the frame is painted."""
        self.top_bar.remark = self._remark
        self.top_bar.shown_day = format_day(self.day)
        self.call_after_refresh(self._begin)

    async def _begin(self) -> None:
        await self.show_tab(TABS[0].id)
        self._welcome()
        self.begin_to_watch()

    @work(group="welcome")
    async def _welcome(self) -> None:
        from tracker.ui.welcome import welcome  # noqa: PLC0415 - after the first paint

        settings = await self.read_settings()
        if isinstance(settings, Problem):
            self.app.exit(return_code=FILE_UNUSABLE, message=settings.message)
            return
        await self.tell_of_care()
        await welcome(self, settings)
        self._starting = False
        self.action_begin_typing()

    def on_screen_resume(self) -> None:
        """Start in the first field at once where what lay over it is gone."""
        if self.tab:
            self.action_begin_typing()

    @property
    def view(self) -> TabView:
        """Return the open tab's view."""
        return self.pages.view(self.tab)

    @property
    def shown(self) -> Scope:
        """Return the page on top, or the open tab where there is none."""
        return self.view.SCOPE if self.app.screen is self and self.tab else super().shown

    def shows_day(self, day: date) -> bool:
        """Return whether the page on top, or the open tab, shows a day's records."""
        if self.app.screen is self and self.tab:
            return self.view.shows_day(day)
        return super().shows_day(day)

    async def show_tab(self, tab_id: str) -> None:
        """Open a tab, mounting it the first time."""
        if tab_id != self.tab:
            self.tab = self.top_bar.active = tab_id
            await self.pages.open(tab_id)
            self._show_hints(self.focused)

    async def answered(self) -> None:
        """Put the first tab in the frame's place, now that it has something to show."""
        if await self.pages.replace_frame():
            self.post_message(Started())

    def watch_settings(self, settings: Settings) -> None:
        """Let the app look as the settings say."""
        if self.is_mounted:
            self.post_message(SettingsRead(settings))

    def watch_day(self, day: date) -> None:
        """Say which day is shown."""
        if self.is_mounted:
            self.top_bar.shown_day = format_day(day)
            self._say_how_long_ago()

    def roll_over(self) -> None:
        """Go on to the new day; a past day that stays is a day longer ago by then."""
        super().roll_over()
        self._say_how_long_ago()

    def _say_how_long_ago(self) -> None:
        self.top_bar.past = ago_words((self.today - self.day).days)

    # ------------------------------------------------------------------ focus

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
        if widget is None and self.tab:
            self.key_footer.follow(None, self.view.HINTS)
        elif widget is self.top_bar and self.tab:
            opened = (view.BAR_HINTS for view in self.pages.views if view.id == self.tab)
            self.key_footer.follow(None, (*next(opened, ()), *TopBar.HINTS))
        else:
            self.key_footer.follow(widget)
        self.top_bar.digits_open = not isinstance(widget, Input) and not takes_digits(widget)
        self.key_footer.unsaved = bool(self.tab) and self.view.dirty

    def on_form_body_changed(self) -> None:
        """Let the footer say which key saves what was typed."""
        self.key_footer.unsaved = bool(self.tab) and self.view.dirty

    @on(TopBar.Entered)
    def action_enter_tab(self) -> None:
        """Bring the focus into the open tab."""
        self.set_focus(self.view.first_focus() or self.top_bar)

    @property
    def _rests(self) -> bool:
        return self.focused in {None, self.top_bar}

    def action_begin_typing(self) -> None:
        """Start in the first field, unless the person was faster and has gone elsewhere by now."""
        if not self.is_current:
            return
        awaited = self.view.awaits_typing if self._rests and not self._gone_elsewhere else False
        if awaited:
            self.action_enter_tab()
        if awaited or (awaited is False and not (self._starting and self._rests)):
            self._settle_first_focus()

    def _settle_first_focus(self) -> None:
        """Give the keys that came before it was known who has the focus to whoever has it."""
        self._first_focus_open = False
        early, self._early_keys = self._early_keys, []
        for key in early:
            self.app.post_message(key.set_sender(self.app))

    def action_leave_field(self) -> None:
        """Rest the focus on the tab bar, where letters and digits are commands."""
        self._gone_elsewhere = True
        self.set_focus(self.top_bar)
        self._settle_first_focus()

    async def on_key(self, event: events.Key) -> None:
        """Let the open tab's own keys work while the focus rests on the tab bar."""
        if not self._rests:
            return
        if self._first_focus_open and (event.is_printable or event.key in KEYS_TO_HOLD):
            event.stop()
            self._early_keys.append(event.copy())
            return
        if not self.tab:
            return
        scope = self.view.SCOPE
        keymap = keymap_of(self.app)
        pressed = (each for entry in commands_of(scope) for each in entry.pressed_in(keymap))
        does = {key: action for key, action, _meaning in pressed}
        action = next((does[key] for key in (event.key, event.character or "") if key in does), "")
        action = action or dict(moved_in(scope)).get(event.key, "")
        if action:
            event.stop()
            await self.view.run_action(action)

    # ------------------------------------------------------------------ tabs, days, leaving

    def action_open_tab(self, digit: int) -> None:
        """Open the tab with a digit."""
        # A key arrives in the app's context; a view is bound to this screen's data in its own.
        for tab in TABS:
            if tab.digit == digit:
                self.call_next(self._open, tab.id)

    @on(TopBar.Chosen)
    async def _chosen(self, event: TopBar.Chosen) -> None:
        self._gone_elsewhere = True
        await self.show_tab(event.tab)
        self._settle_first_focus()

    async def _open(self, tab_id: str) -> None:
        self._gone_elsewhere = True
        await self.show_tab(tab_id)
        self.set_focus(self.top_bar)
        self._settle_first_focus()

    @on(GoTo)
    @work(group="leave", exclusive=True)
    async def go_to(self, event: GoTo) -> None:
        """Open the tab that a view sends the person to; another day asks what it would lose."""
        await self.show_tab(event.tab)
        if event.day is not None and event.day != self.day and await self.may_leave():
            self.day = min(event.day, self.today)
        self.view.open(event.what)

    @on(EventWanted)
    def write_down(self, event: EventWanted) -> None:
        """Open the screens about a flare, an episode, a visit, or the records of a day."""
        event.stop()
        self.open("tracker.ui.events.flow:follow", event)

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

    @work(group="leave", exclusive=True)
    async def action_choose_day(self) -> None:
        """Let the day that is shown be chosen in the calendar."""
        from tracker.ui.day_picker import pick_day  # noqa: PLC0415 - when asked for

        day = await pick_day(self, text=self.day.isoformat())
        if day is not None and day != self.day and await self.may_leave():
            self.day = day

    @property
    def changed_views(self) -> list[TabView]:
        """Return the tabs that hold something unsaved, the open one first."""
        return self.pages.changed(first=self.tab)

    @property
    def half_typed(self) -> bool:
        """Return whether a tab holds something unsaved."""
        return bool(self.changed_views)

    async def may_leave(self) -> bool:
        """Ask once for each tab that holds something unsaved; True where one may go on."""
        for view in self.changed_views:
            from tracker.ui.unsaved import may_discard  # noqa: PLC0415 - rarely needed

            await self.show_tab(str(view.id))
            if not await may_discard(self, view):
                return False
        return True

    @work(group="leave", exclusive=True)
    async def action_leave_app(self) -> None:
        """Close the app, once nothing unsaved is in the way."""
        from tracker.ui.unsaved import screens_may_close, screens_parted  # noqa: PLC0415 - rarely

        if await screens_may_close(self) and await self.may_leave() and await screens_parted(self):
            self.app.exit()

    # ------------------------------------------------------------------ keys and palette

    def action_open_palette(self) -> None:
        """Find any command by its name."""
        self.app.action_command_palette()

    def action_help(self) -> None:
        """List the keys of the focused widget, the tab and the app."""
        from tracker.ui.help_screen import HelpScreen  # noqa: PLC0415 - only when asked for

        nearest = getattr(self.focused, "SCOPE", self.view.SCOPE)
        scopes = dict.fromkeys((nearest, self.view.SCOPE, Scope.EVERYWHERE, Scope.APP))
        self.app.push_screen(HelpScreen(tuple(scopes), keymap=keymap_of(self.app)))
