"""What to do now: one screen, one number, and nothing about running."""

import re
from enum import StrEnum
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static
from typing_extensions import override

from tracker.domain.settings import Settings
from tracker.domain.verdict import Level
from tracker.rules.flag_messages import message
from tracker.rules.red_flags import FLAGS, of_level
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.glyphs import glyphs_of
from tracker.ui.widgets.block_digits import BlockDigits, drawable
from tracker.ui.widgets.key_footer import KeyFooter

_NUMBER_CHARS_MAX: Final = 8
_WORDS_CELLS: Final = 56
_UNTIL: Final = (
    "Running advice is off until this has been looked at, and you log a clearance or take the"
    " answer back."
)


class AfterAlarm(StrEnum):
    """What the person wants after reading."""

    LEAVE = "leave"
    OTHER_SIGNS = "other signs"
    MISTAKE = "mistake"


class Ticked(Widget):
    """One alarm sign in the words in which it was asked, its id at the right."""

    DEFAULT_CSS = """
    Ticked { height: auto; width: 1fr; margin-bottom: 1; }
    """

    def __init__(self, flag: str) -> None:
        super().__init__()
        self._flag = flag
        self._words = FLAGS[flag].ask or FLAGS[flag].title

    @override
    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Take as many rows as the words need."""
        return len(self._lines(width))

    def render(self) -> Content:
        """Write sign, words and id."""
        width = self.content_size.width
        first, *more = self._lines(width)
        gap = " " * (width - 2 - first.cell_length - len(self._flag))
        mark = Content.styled(f"{glyphs_of(self).alarm} ", "$zone-stop")
        top = Content.assemble(mark, first, gap, Content.styled(self._flag, "$dim"))
        return Content("\n").join([top, *(Content.assemble("  ", line) for line in more)])

    def _lines(self, width: int) -> list[Content]:
        room = max(width - 4 - len(self._flag), 1)
        return Content(self._words).wrap(min(room, _WORDS_CELLS))


class AlarmScreen(Screen[AfterAlarm]):
    """EMERGENCY and URGENT: it needs no diary, no score and no network (R-RED-43).

    Leaving it is one deliberate key; esc and enter do nothing here.
    """

    DEFAULT_CSS = """
    AlarmScreen {
        background: $background;
        & .alarm--band {
            height: auto; padding: 1 3; background: $alarm; color: $alarm-ink; text-style: bold;
        }
        & VerticalScroll { padding: 1 3; height: 1fr; scrollbar-size-vertical: 1; }
        & .alarm--do { height: auto; margin: 1 0 1 0; }
        & BlockDigits { color: $zone-stop; margin: 0 4 0 0; }
        & .alarm--words { height: auto; width: 1fr; }
        & .alarm--first { text-style: bold; margin-bottom: 1; }
        & .alarm--lead { color: $dim; margin: 1 0; }
        & .alarm--until { color: $dim; margin-top: 1; height: auto; }
    }
    """

    SCOPE: ClassVar[Scope] = Scope.ALARM
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.ALARM)]
    AUTO_FOCUS = None

    def __init__(self, level: Level, flags: tuple[str, ...], *, settings: Settings) -> None:
        super().__init__()
        self._level = level
        self._flags = of_level(flags, level)
        self._settings = settings

    def compose(self) -> ComposeResult:
        """Lay out the band, the number, what to do, and what was ticked."""
        band, first, rest = self._sentences()
        yield Static(
            Content(f"{glyphs_of(self).alarm}  {band}"), classes="alarm--band", markup=False
        )
        with VerticalScroll(can_focus=False):
            with Horizontal(classes="alarm--do"):
                if self._digits:
                    yield BlockDigits(self._digits)
                with Vertical(classes="alarm--words"):
                    yield Static(Content(first), classes="alarm--first")
                    yield Static(Content(rest))
            yield Static(Content("You ticked"), classes="alarm--lead")
            for flag in self._flags:
                yield Ticked(flag)
            yield Static(Content(_UNTIL), classes="alarm--until")
        footer = KeyFooter()
        footer.hints = ("other_signs", "by_mistake", "leave_alarm")
        yield footer

    @property
    def _digits(self) -> str:
        named = (
            self._settings.emergency_number
            if self._level is Level.EMERGENCY
            else self._settings.urgent_line
        )
        number = named.strip()
        return number if len(number) <= _NUMBER_CHARS_MAX and drawable(number) else ""

    def _sentences(self) -> tuple[str, str, str]:
        """Split the message into the band, what to do first, and the rest."""
        text = message(
            self._level,
            self._flags,
            emergency_number=self._settings.emergency_number,
            urgent_line=self._settings.urgent_line,
        )
        opening, *others = re.split(r"(?<=\.) ", text)
        band = opening.upper()
        if self._level is Level.EMERGENCY:
            band, others = f"{band}  {others[0]}", others[1:]
        return band, others[0], "\n".join(others[1:])

    def action_other_signs(self) -> None:
        """Look through the list for other signs."""
        self.dismiss(AfterAlarm.OTHER_SIGNS)

    def action_by_mistake(self) -> None:
        """Take an answer back."""
        self.dismiss(AfterAlarm.MISTAKE)

    def action_leave_alarm(self) -> None:
        """Go on to the app."""
        self.dismiss(AfterAlarm.LEAVE)
