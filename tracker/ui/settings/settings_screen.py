"""Everything a person may choose, on one page."""

from dataclasses import replace
from typing import Any, ClassVar, Final

from textual import getters, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tracker.domain.problem import Problem
from tracker.domain.scale import parse_whole_number
from tracker.domain.settings import DistanceUnit, Settings
from tracker.domain.text import clean_text
from tracker.insight.glyph_set import PLAIN, GlyphSet
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.dialogs import Leave, leave_dialog
from tracker.ui.settings.number_row import KEPT, NUMBERS, NumberRow
from tracker.ui.theme import DARK, LIGHT
from tracker.ui.widgets.choice_row import ChoiceRow
from tracker.ui.widgets.field_row import FieldRow
from tracker.ui.widgets.heading import Heading
from tracker.ui.widgets.key_footer import KeyFooter

YES: Final = "yes"
NO: Final = "no"
LATEST_START: Final = 12

_UNITS: Final = ((DistanceUnit.KM.value, "kilometres"), (DistanceUnit.MI.value, "miles"))
_CLOCKS: Final = ((YES, "24 hours"), (NO, "12 hours"))
_DATES: Final = ((YES, "day first, 3/11"), (NO, "month first, 11/3"))
_WEEKS: Final = ((YES, "Monday"), (NO, "Sunday"))
_THEMES: Final = ((DARK, "dark"), (LIGHT, "light"))
_SIGNS: Final = (
    ("auto", "as this terminal can"),
    (GlyphSet.BRAILLE.value, "braille"),
    (GlyphSet.BLOCKS.value, "blocks"),
    (GlyphSet.CONSOLE.value, "console"),
    (PLAIN, "plain letters"),
)
_BELL: Final = ((NO, "off"), (YES, "rings"))


class SettingsScreen(ModalScreen[Settings | None]):
    """Gives the changed settings, or None where they stay as they are."""

    DEFAULT_CSS = """
    SettingsScreen {
        background: $background;
        & > Heading { margin: 1 2 0 2; }
        & > VerticalScroll { padding: 0 2; height: 1fr; scrollbar-size-vertical: 1; }
        & .settings--head { text-style: bold; height: 1; margin: 1 0 1 1; }
        & FormRow { max-width: 76; }
        & .settings--text { color: $dim; height: auto; max-width: 76; margin: 0 0 1 1; }
    }
    """

    SCOPE: ClassVar[Scope] = Scope.SETTINGS
    HINTS: ClassVar[tuple[str, ...]] = ("keep_settings", "leave_settings")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.SETTINGS)]
    AUTO_FOCUS = "#unit"

    start = getters.query_one("#day_start_hour", FieldRow)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings

    def compose(self) -> ComposeResult:
        """Lay out heading, groups and keys."""
        yield Heading("Settings", "kept in the diary's file")
        with VerticalScroll(can_focus=False, classes="compact"):
            yield from self._writing()
            yield from self._numbers_to_call()
            yield from self._thresholds()
        yield KeyFooter()

    def _writing(self) -> ComposeResult:
        now = self._settings
        yield _head("How it is written")
        yield _choice("Distances in", _UNITS, now.unit, name="unit")
        yield _choice("Clock", _CLOCKS, _word(yes=now.clock_24h), name="clock_24h")
        yield _choice("Dates", _DATES, _word(yes=now.day_first), name="day_first")
        yield _choice("Weeks start on", _WEEKS, _word(yes=now.week_starts_monday), name="weeks")
        yield FieldRow(
            "Day starts at",
            text=str(now.day_start_hour),
            unit="o'clock",
            cells=4,
            id="day_start_hour",
        )
        yield _choice("Theme", _THEMES, now.theme, name="theme")
        yield _choice("Signs", _SIGNS, now.glyphs, name="glyphs")
        yield _choice("Bell", _BELL, _word(yes=now.bell), name="bell")
        yield NumberRow(KEPT, now)

    def _numbers_to_call(self) -> ComposeResult:
        now = self._settings
        yield _head("Numbers to call")
        yield FieldRow("Emergency number", text=now.emergency_number, cells=16, id="emergency")
        yield FieldRow("Advice line", text=now.urgent_line, cells=24, id="urgent")

    def _thresholds(self) -> ComposeResult:
        yield _head("Rules of thumb")
        yield Static(
            Content(
                "These may be moved as far as their sources go; `backstride rules show ID` names"
                " them. Being more careful is always fine."
            ),
            classes="settings--text",
        )
        for number in NUMBERS:
            yield NumberRow(number, self._settings)

    def on_descendant_focus(self) -> None:
        """Show the keys of what has the focus."""
        self.query_one(KeyFooter).follow(self.focused)

    # ------------------------------------------------------------------ reading

    def _chosen(self, name: str) -> str:
        return self.query_one(f"#{name}", ChoiceRow).value or ""

    def _read(self) -> Settings | tuple[Problem, ...]:
        """Read every row, or say which fields can't be read."""
        hour = parse_whole_number(
            self.start.text,
            "day_start_hour",
            name="The hour a day starts at",
            low=0,
            high=LATEST_START,
        )
        read: dict[str, Any] = {
            "day_start_hour": hour,
            **{row.number.setting: row.value for row in self.query(NumberRow)},
        }
        problems = tuple(value for value in read.values() if isinstance(value, Problem))
        if problems:
            return problems
        return replace(
            self._settings,
            unit=DistanceUnit(self._chosen("unit")),
            clock_24h=self._chosen("clock_24h") == YES,
            day_first=self._chosen("day_first") == YES,
            week_starts_monday=self._chosen("weeks") == YES,
            theme=self._chosen("theme") or self._settings.theme,
            glyphs=self._chosen("glyphs") or self._settings.glyphs,
            bell=self._chosen("bell") == YES,
            emergency_number=clean_text(self.query_one("#emergency", FieldRow).text),
            urgent_line=clean_text(self.query_one("#urgent", FieldRow).text),
            **read,
        )

    # ------------------------------------------------------------------ commands

    def action_keep_settings(self) -> None:
        """Give the settings, once every field can be read; else go to the first that can't."""
        read = self._read()
        if isinstance(read, Settings):
            self.dismiss(read if read != self._settings else None)
            return
        for problem in reversed(read):
            row = self.query_one(f"#{problem.field}", FieldRow)
            row.set_error(problem.message)
            row.focus_field()

    @work(exclusive=True)
    async def action_leave_settings(self) -> None:
        """Go back; what was changed is asked about."""
        if self._read() == self._settings:
            self.dismiss(None)
            return
        answer = await self.app.push_screen_wait(leave_dialog())
        if answer is Leave.DISCARD:
            self.dismiss(None)
        elif answer is Leave.SAVE:
            self.action_keep_settings()


def _head(words: str) -> Static:
    return Static(Content(words), classes="settings--head")


def _choice(
    label: str, options: tuple[tuple[str, str], ...], value: str, *, name: str
) -> ChoiceRow:
    return ChoiceRow(label, options, value=value, required=True, id=name)


def _word(*, yes: bool) -> str:
    return YES if yes else NO
