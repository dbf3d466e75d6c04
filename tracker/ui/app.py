"""The app: themes, palette, and the main screen."""

from __future__ import annotations

import gc
from asyncio import InvalidStateError, to_thread
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events, on, work
from textual._context import active_message_pump
from textual.app import SystemCommand
from textual.await_complete import AwaitComplete
from textual.constants import TEXTUAL_ANIMATIONS
from textual.css.query import NoMatches
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widgets import Input
from textual.worker import WorkerFailed

from tracker.domain.text import one_line
from tracker.ui.active_cell import FollowsActiveCell
from tracker.ui.command import NO_KEYMAP
from tracker.ui.commands import COMMANDS, FLOWS, Command, Scope, bindings_of
from tracker.ui.diary_worker import DiaryWorker
from tracker.ui.host import TOAST_S
from tracker.ui.main_screen import MainScreen
from tracker.ui.meanings import BY_ID, sign_of
from tracker.ui.messages import DayWanted, KeysWanted, RunCommand, SettingsRead, Started
from tracker.ui.queries import Ask, Change, Query
from tracker.ui.tab_pages import view_class
from tracker.ui.tabs import TABS, tab_in
from tracker.ui.theme import DARK, ROLE_DEFAULTS, THEMES, in_sixteen_colours, next_theme
from tracker.ui.widgets.key_footer import KeyFooter
from tracker.ui.widgets.page import Page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import datetime

    from textual.binding import BindingType
    from textual.driver import Driver

    from tracker.domain.settings import Settings
    from tracker.ui.diary_worker import OpenBook
    from tracker.ui.glyphs import Glyphs

WRITE_DOWN = "tracker.ui.events.correcting:write_down"
"""Opens the form of a kind of record, by its name."""
SIXTEEN_COLOURS = "standard"
OVER_A_PAGE = frozenset(
    {"switch_theme", "report_alarm", "show_evidence", "whats_new", "about", "leave_app"}
)
"""What the palette offers over a page, where a tab can't be opened."""

HOW_TO_LEAVE = "ctrl+q leaves the app; esc goes back one step."
LOAD_TABS_AFTER_S = 0.3
"""So long after the first tab the other ones are imported: what it shows is painted by then."""


class BackstrideApp(FollowsActiveCell[None]):
    """Backstride's full screen. Diary and clock are handed in, so that nothing else looks for them.

    `remark` stands in the header: `backstride demo` says there that the year is made up.
    """

    own_keys: Mapping[str, str] = NO_KEYMAP
    """The keys of each meaning that has other keys than the usual ones."""

    glyphs: Glyphs | None = None
    """The signs in use; None until the settings are read."""

    TITLE = "Backstride"
    CSS_PATH = ["app.tcss", "main_screen.tcss"]  # noqa: RUF012 - as the toolkit has it
    ENABLE_COMMAND_PALETTE = True
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - as the toolkit has it
    VERTICAL_BREAKPOINTS = [(0, "-short"), (34, "-tall")]  # noqa: RUF012 - as the toolkit has it
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.APP)]

    def __init__(
        self, open_book: OpenBook, *, clock: Callable[[], datetime], remark: str = ""
    ) -> None:
        super().__init__()
        self._worker = DiaryWorker(open_book)
        self._clock = clock
        self._remark = remark
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = self._shown_theme(DARK)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return the roles a value until a theme is set."""
        return ROLE_DEFAULTS

    def get_default_screen(self) -> Screen[None]:
        """Open with the main screen."""
        return MainScreen(self._worker, clock=self._clock, remark=self._remark)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Offer every named command of the table in the palette."""
        if not isinstance(screen, MainScreen):
            yield from self._commands_over(screen)
            return
        for entry in COMMANDS:
            keys = entry.keys_in(self.own_keys)
            says = f"{keys}  {entry.help}" if keys else entry.help
            for name, action in entry.palette:
                yield SystemCommand(name, says, partial(self._carry_out, entry, action))
        from tracker.diary.kinds.registry import KINDS  # noqa: PLC0415 - when asked for

        for kind in KINDS.values():
            if kind.palette:
                write = partial(screen.open, WRITE_DOWN, kind.name)
                yield SystemCommand(kind.palette, f"Write down {kind.a_word}.", write)

    def _commands_over(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Offer what may be opened while something lies over the tabs."""
        for entry in COMMANDS:
            if entry.id in OVER_A_PAGE and entry.scope in {Scope.APP, Scope.EVERYWHERE}:
                for name, action in entry.palette:
                    yield SystemCommand(name, entry.help, partial(self._carry_out, entry, action))
        if isinstance(screen, Page):
            yield SystemCommand("Show the keys", "List the keys.", screen.action_page_keys)

    async def _carry_out(self, entry: Command, action: str) -> None:
        """Carry out an action of a command that was found by its name: its tab opens first."""
        main, tab = self._main, tab_in(entry.scope)
        if main is not None and tab is not None:
            await main.show_tab(tab.id)
            await main.view.run_action(action)
        elif main is not None:
            await (self if entry.scope is Scope.APP else main).run_action(action)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave nothing but its own keys to the alarm screen."""
        if action == "command_palette" and self.screen_stack:
            return getattr(self.screen, "SCOPE", None) is not Scope.ALARM
        return super().check_action(action, parameters)

    def pop_screen(self) -> AwaitComplete:
        """Close what lies on top; where a palette is answered twice, nothing more is closed."""
        if len(self.screen_stack) == 1:
            return AwaitComplete()
        return super().pop_screen()

    def get_driver_class(self) -> type[Driver]:
        """Return the driver of this terminal, which reads pasted text as text."""
        from tracker.ui.pasting import read_pastes_whole  # noqa: PLC0415 - with the driver

        driver = super().get_driver_class()
        read_pastes_whole(driver)
        return driver

    async def on_event(self, event: events.Event) -> None:
        """Take out of pasted text what could steer the terminal; its lines become one."""
        if isinstance(event, events.Paste):
            event.text = one_line(event.text)
        await super().on_event(event)

    def _is_gone(self, node: DOMNode) -> bool:
        screen = next((each for each in node.ancestors_with_self if isinstance(each, Screen)), None)
        return not node.is_running or (screen is not None and screen not in self.screen_stack)

    def _handle_exception(self, error: Exception) -> None:
        # Whoever leaves at once closes a tab or a page that is still being mounted: what its
        # widgets miss then has nobody to look at it any more. And a page is answered once.
        cause = error.error if isinstance(error, WorkerFailed) else error
        asker = active_message_pump.get(None)
        gone = isinstance(asker, DOMNode) and self._is_gone(asker)
        late = isinstance(cause, (NoMatches, InvalidStateError))
        if not late or (self.is_running and not gone):
            super()._handle_exception(error)

    @on(Started)
    def collect_again(self) -> None:
        """Let the memory be tidied up again; while the app starts, nothing is thrown away."""
        gc.freeze()
        gc.enable()
        self.set_timer(LOAD_TABS_AFTER_S, self._load_tabs)

    @work
    async def _load_tabs(self) -> None:
        """Import the tabs that are not open yet, and read all days, while nobody waits for it."""
        for tab in TABS:
            await to_thread(view_class, tab)
        from tracker.diary.adherence import view_adherence  # noqa: PLC0415 - when there is time
        from tracker.diary.trends import view_trends  # noqa: PLC0415 - when there is time

        await self._worker.ask(Query(view_trends))
        await self._worker.ask(Query(view_adherence))

    def on_app_focus(self) -> None:
        """Look for new files when the person comes back: they may just have been put there."""
        if self._main is not None:
            self._main.look_in_inbox()

    @on(Ask)
    def carry(self, event: Ask[Any]) -> None:
        """Let the host carry a question to the diary, whatever screen it comes from."""
        if self._main is not None:
            self._main.carry(event)

    @on(RunCommand)
    async def run_wish(self, event: RunCommand) -> None:
        """Carry out a command that a view or a screen asks for."""
        if self._main is None:
            return
        if event.command in FLOWS:
            about = () if event.about is None else (event.about,)
            self._main.open(FLOWS[event.command], *about)
        else:
            await self._main.run_action(event.command)

    def action_switch_tab(self, digit: int) -> None:
        """Open a tab, while nothing lies over the tabs."""
        if self._main is self.screen:
            self._main.action_open_tab(digit)

    def action_copy_or_say(self) -> None:
        """Copy what is selected; with nothing selected say how to leave, wherever one is."""
        field = self.focused
        typed = field.selected_text if isinstance(field, Input) else ""
        selected = typed or self.screen.get_selected_text()
        if selected:
            self.copy_to_clipboard(selected)
        else:
            self.notify(HOW_TO_LEAVE, timeout=TOAST_S, markup=False)

    @on(KeysWanted)
    def list_keys(self, event: KeysWanted) -> None:
        """List the keys of where the person is."""
        from tracker.ui.widgets.keys_page import show_keys  # noqa: PLC0415 - when asked for

        show_keys(self.screen, *event.scopes)

    def action_say_moved(self, key: str, meaning: str) -> None:
        """Say which key does now what this one did."""
        now = self.own_keys.get(meaning, BY_ID[meaning].keys).split(",")
        now.sort(key=lambda each: len(sign_of(each)))
        words = f"`{sign_of(key)}` is now `{sign_of(now[0])}`: {BY_ID[meaning].words}."
        self.notify(words, timeout=TOAST_S, markup=False)

    def action_open_flow(self, flow: str) -> None:
        """Begin what a command names."""
        if self._main is not None:
            self._main.open(flow)

    @on(SettingsRead)
    def dress(self, event: SettingsRead) -> None:
        """Use the theme and the signs that the settings name."""
        from tracker.ui.glyphs import glyphs_for  # noqa: PLC0415 - not before the first paint

        self.glyphs = glyphs_for(event.settings.glyphs)
        self._take_keys(event.settings)
        if event.settings.theme in self.available_themes:
            self.theme = self._shown_theme(event.settings.theme)
        self._let_move(moving=not event.settings.still)

    def _shown_theme(self, wanted: str) -> str:
        few = self.console.color_system == SIXTEEN_COLOURS
        return in_sixteen_colours(wanted) if few else wanted

    def _let_move(self, *, moving: bool) -> None:
        """Let the screen move as far as the person and TEXTUAL_ANIMATIONS say."""
        self.animation_level = TEXTUAL_ANIMATIONS if moving else "none"
        for screen in self.screen_stack:
            for field in screen.query(Input):
                field.cursor_blink = self.animation_level != "none"

    def _take_keys(self, settings: Settings) -> None:
        """Use a person's own keys, in every widget and in all that names keys."""
        if not settings.keys and settings.letters_move and not self.own_keys:
            return
        from tracker.ui.own_keys import keymap  # noqa: PLC0415 - not before the first paint

        self.own_keys = keymap(settings)
        self.set_keymap(self.own_keys)
        for footer in self.screen.query(KeyFooter):
            footer.refresh()

    @on(DayWanted)
    @work(group="day", exclusive=True)
    async def choose_day(self, event: DayWanted) -> None:
        """Let a form choose a day in the calendar."""
        from tracker.ui.day_picker import pick_day  # noqa: PLC0415 - when asked for

        if self._main is not None:
            day = await pick_day(self._main, text=event.text, ahead=event.ahead)
            if day is not None:
                event.then(day)

    def action_switch_theme(self) -> None:
        """Switch between dark and light, and keep it."""
        main = self._main
        if main is None:
            return
        from tracker.diary.book import update_settings  # noqa: PLC0415 - when asked for

        wanted = next_theme(main.settings.theme)
        self.theme = self._shown_theme(wanted)
        main.keep(Change(partial(update_settings, theme=wanted)))

    async def action_quit(self) -> None:
        """Leave the app; a changed form asks first."""
        main = self._main
        if main is None:
            self.exit()
        else:
            main.action_leave_app()

    @property
    def _main(self) -> MainScreen | None:
        return next((each for each in self.screen_stack if isinstance(each, MainScreen)), None)

    def on_unmount(self) -> None:
        """Take no more requests."""
        gc.enable()
        self._worker.close()
