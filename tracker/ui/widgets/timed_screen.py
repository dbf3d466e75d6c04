"""The one full-screen timer: a clock that is looked at, large digits, a flash and a bell."""

from collections.abc import Callable, Iterable
from typing import ClassVar, Final

from textual import getters
from textual.content import Content
from textual.screen import Screen, ScreenResultType
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static

from tracker.ui.commands import Scope
from tracker.ui.widgets.block_digits import BlockDigits
from tracker.ui.widgets.key_footer import KeyFooter
from tracker.ui.widgets.keys_page import show_keys

MS: Final = 1000
LARGE_FROM: Final = (100, 30)


class TimedScreen(Screen[ScreenResultType]):
    """A subclass says what passing time means (`pass_time`), and what its parts say (`draw`).

    `monotonic_clock` gives seconds that only go forward, also through a sleep of the machine; what
    a gap between two looks means is the subclass's: a guide waits, a pack goes on warming.
    `keep_bell` is called when the bell is switched.
    """

    SCOPE: ClassVar[Scope]
    SCOPES: ClassVar[tuple[Scope, ...]] = ()
    """What works there besides its own scope and the app's."""
    TICK_S: ClassVar[float] = 0.1
    FLASH_S: ClassVar[float] = 0.6
    TINY_BELOW: ClassVar[int] = 22
    """Under so many rows only what is needed most has a row of its own."""

    DEFAULT_CSS = """
    TimedScreen {
        background: $background;
        &.-flash { background: $focus; }
        &.-paused BlockDigits { color: $dim; }
        & #column { width: 80; max-width: 100%; height: auto; padding: 0 1; }
        & #column > Static, & #text > Static { width: 1fr; height: 1; text-align: center; }
        & #large { height: auto; margin: 1 0; }
        & #next { margin-bottom: 1; }
    }
    TimedScreen.-wide { #column { width: 82; } }
    TimedScreen.-tiny { #large { margin: 1 0 0 0; } #next { margin-bottom: 0; } }
    """

    footer = getters.query_one(KeyFooter)

    def __init__(
        self,
        *,
        monotonic_clock: Callable[[], float],
        bell: bool = False,
        keep_bell: Callable[[bool], object] = lambda _bell: None,
    ) -> None:
        super().__init__()
        self.monotonic_clock = monotonic_clock
        self.bell = bell
        self._keep_bell = keep_bell
        self.looked = self.now()
        self._flashing: Timer | None = None
        self._written: dict[str, Content] = {}

    # ------------------------------------------------------------------ what a timer says

    def pass_time(self, elapsed: int) -> None:
        """Let so many milliseconds pass."""
        raise NotImplementedError

    def draw(self) -> None:
        """Show how things stand now."""
        raise NotImplementedError

    def say(self, words: str) -> None:
        """Show for a moment what a key did."""
        raise NotImplementedError

    # ------------------------------------------------------------------ time

    def on_mount(self) -> None:
        """Begin to look at the clock."""
        self.looked = self.now()
        self.set_interval(self.TICK_S, self.tick)
        self.draw()

    def on_resize(self) -> None:
        """Fit the parts to the size, and write them anew."""
        self.set_class(self.size.height < self.TINY_BELOW, "-tiny")
        self.fit()
        self._written.clear()
        self.draw()

    def fit(self) -> None:
        """Fit the parts to the size of the screen; the digits are doubled where they can be."""
        columns, height = self.size
        large = columns >= LARGE_FROM[0] and height >= LARGE_FROM[1]
        for digits in self.query(BlockDigits):
            digits.scale = 2 if large else 1

    def now(self) -> int:
        """Return the clock's milliseconds."""
        return round(self.monotonic_clock() * MS)

    def tick(self) -> None:
        """Let the time since the last look pass."""
        now = self.now()
        elapsed, self.looked = now - self.looked, now
        self.pass_time(elapsed)

    # ------------------------------------------------------------------ what is noticed

    def notice(self) -> None:
        """Flash, and ring where the bell is on."""
        self.flash()
        if self.bell:
            self.app.bell()

    def flash(self) -> None:
        """Let the screen light up for a moment."""
        self.add_class("-flash")
        if self._flashing is not None:
            self._flashing.stop()
        self._flashing = self.set_timer(self.FLASH_S, lambda: self.remove_class("-flash"))

    def write(self, place: str, words: Content, *, layout: bool = False) -> None:
        """Write a part's words where they differ from those that stand there."""
        if self._written.get(place) != words:
            self._written[place] = words
            self.query_one(f"#{place}", Static).update(words, layout=layout)

    # ------------------------------------------------------------------ keys

    def action_toggle_bell(self) -> None:
        """Switch the bell; switched on, it rings once to be tried."""
        self.bell = not self.bell
        self._keep_bell(self.bell)
        if self.bell:
            self.app.bell()
        self.say("Bell on" if self.bell else "Bell off")

    def action_keys_help(self) -> None:
        """List the keys."""
        show_keys(self, self.SCOPE, *self.SCOPES)


def rows(*places: str) -> Iterable[Widget]:
    """Return an empty row for each place, in order."""
    return (Static(id=place) for place in places)
