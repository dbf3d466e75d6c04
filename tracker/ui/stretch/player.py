"""The stretch guide: full screen, to be read from two metres."""

from collections.abc import Callable
from time import monotonic
from typing import ClassVar, Final

from textual import getters
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Center, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Static

from tracker.domain.pain import SCORE_MAX
from tracker.rules.player import (
    SECOND,
    Phase,
    Player,
    Signal,
    advance,
    back,
    duration,
    hurt,
    signal,
    skip,
    toggle_pause,
)
from tracker.rules.stretching import STOPPED
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.glyphs import glyphs_of
from tracker.ui.stretch import guide_words
from tracker.ui.stretch.time_bar import TimeBar
from tracker.ui.widgets.block_digits import BlockDigits
from tracker.ui.widgets.key_footer import KeyFooter

TICK_S: Final = 0.1
FLASH_S: Final = 0.4
LARGE_FROM: Final = (100, 30)
TINY_BELOW: Final = 22
ALL_KEYS_FROM: Final = 76
FEW_HINTS: Final = ("pause", "skip_ahead", "leave_guide", "guide_help")
SWITCH_SIDES: Final = Content.styled("Switch sides", "bold $accent")
_RINGING: Final = frozenset({Signal.START, Signal.SWITCH, Signal.END})


class PlayerScreen(Screen[Player]):
    """Leads through a routine and gives back how far it came.

    `keep` is called whenever a step ends, so that little is lost whatever happens; `keep_bell`
    when the bell is switched. `monotonic_clock` gives seconds that only go forward.
    """

    CSS_PATH = "player.tcss"
    SCOPE: ClassVar[Scope] = Scope.PLAYER
    HINTS: ClassVar[tuple[str, ...]] = (
        "pause", "skip_ahead", "go_back", "pain_here", "leave_guide", "guide_help",
    )  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_of(Scope.PLAYER),
        *(
            Binding(str(score), f"pain_here({score})", f"{score}", show=False)
            for score in range(SCORE_MAX)
        ),
    ]

    digits = getters.query_one(BlockDigits)
    footer = getters.query_one(KeyFooter)
    step_bar = getters.query_one("#step-bar", TimeBar)
    routine_bar = getters.query_one("#routine-bar", TimeBar)

    def __init__(
        self,
        name: str,
        player: Player,
        *,
        bell: bool = False,
        keep: Callable[[Player], None],
        keep_bell: Callable[[bool], None],
        monotonic_clock: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__()
        self._routine = name
        self.player = player
        self._bell = bell
        self._keep = keep
        self._keep_bell = keep_bell
        self._clock = monotonic_clock
        self._looked = 0
        self._message = Content("")
        self._flashing: Timer | None = None
        self._said: dict[str, Content] = {}

    # ------------------------------------------------------------------ layout

    def compose(self) -> ComposeResult:
        """Lay out one centred column; only the digits are large."""
        with Vertical(id="column"):
            yield Static(id="where")
            yield Static(id="name")
            yield Static(id="side")
            with Center(id="large"):
                yield BlockDigits()
            yield Static(id="cue")
            yield Static(id="caution")
            yield Static(id="message")
            yield Static(id="next")
            yield TimeBar("step", id="step-bar")
            yield TimeBar("routine", id="routine-bar")
        yield KeyFooter()

    def on_mount(self) -> None:
        """Begin to look at the clock."""
        self._looked = self._now()
        self.set_interval(TICK_S, self.tick)
        self._draw()

    def on_resize(self) -> None:
        """Double the digits where there is room for them."""
        columns, rows = self.size
        self.digits.scale = 2 if columns >= LARGE_FROM[0] and rows >= LARGE_FROM[1] else 1
        self.set_class(rows < TINY_BELOW, "-tiny")
        self.footer.hints = self.HINTS if columns >= ALL_KEYS_FROM else FEW_HINTS
        self._said.clear()
        self._draw()

    def on_screen_suspend(self) -> None:
        """Wait while another screen lies above."""
        if not self.player.paused:
            self.player = toggle_pause(self.player)

    # ------------------------------------------------------------------ time

    def _now(self) -> int:
        return round(self._clock() * SECOND)

    def tick(self) -> None:
        """Let the time since the last look pass."""
        now = self._now()
        elapsed, self._looked = now - self._looked, now
        self._become(advance(self.player, elapsed))

    def _become(self, player: Player) -> None:
        before, self.player = self.player, player
        if before.phase is Phase.FINISHED:
            return
        heard = signal(before, player)
        if heard in _RINGING:
            self._flash()
            if self._bell:
                self.app.bell()
        if heard is Signal.END:
            self._keep(player)
        if heard is Signal.START:
            self._message = Content("")
        if player.phase is Phase.FINISHED:
            self.dismiss(player)
        else:
            self._draw()

    def _flash(self) -> None:
        self.add_class("-flash")
        if self._flashing is not None:
            self._flashing.stop()
        self._flashing = self.set_timer(FLASH_S, lambda: self.remove_class("-flash"))

    # ------------------------------------------------------------------ drawing

    def _draw(self) -> None:
        player, step = self.player, self.player.step
        if step is None or not self.is_mounted:
            return
        width = self.query_one("#column").content_size.width or self.size.width
        self._say("where", guide_words.where_words(self._routine, player))
        self._say("name", Content.styled(step.name, "bold"))
        self._say("side", guide_words.side_words(player, glyphs_of(self)))
        self._say("cue", Content(guide_words.balanced(step.cue, width)))
        self._say("caution", Content.styled(guide_words.balanced(step.caution, width), "$dim"))
        switching = guide_words.switching(player)
        self._say("message", SWITCH_SIDES if switching else self._message)
        self._say("next", guide_words.next_words(player).truncate(width, ellipsis=True))
        self.digits.text = guide_words.digits(player)
        self.set_class(player.paused, "-paused")
        self.step_bar.share = player.elapsed / max(duration(step), 1)
        self.step_bar.marked = player.side is not None
        self.step_bar.figures = guide_words.step_figures(player)
        self.routine_bar.share = player.position / max(player.total, 1)
        self.routine_bar.figures = guide_words.routine_figures(player)

    def _say(self, place: str, words: Content) -> None:
        if self._said.get(place) != words:
            self._said[place] = words
            self.query_one(f"#{place}", Static).update(words, layout=False)

    # ------------------------------------------------------------------ keys

    def action_pause(self) -> None:
        """Wait, or go on."""
        self.tick()
        self._become(toggle_pause(self.player))

    def action_skip_ahead(self) -> None:
        """Leave this step out."""
        self.tick()
        self._message = Content("")
        self._become(skip(self.player))

    def action_go_back(self) -> None:
        """Go back one step."""
        self.tick()
        self._message = Content("")
        self._become(back(self.player))

    def action_pain_here(self, score: int) -> None:
        """Take a score for this stretch; 4 or more stops it (R-STR-05)."""
        self._take_pain(f"Pain here: {score}.", hurt(self.player, score))

    def action_tingling(self) -> None:
        """Stop this stretch for tingling or a shooting line (R-STR-05)."""
        self._take_pain("Tingling or a shooting line.", hurt(self.player, nerve_signs=True))

    def _take_pain(self, words: str, player: Player) -> None:
        stopped = player.place != self.player.place
        self._message = Content.assemble(
            Content.styled(
                f"{words} {STOPPED}" if stopped else words, "$zone-watch" if stopped else "$dim"
            ),
            Content.styled("  R-STR-05" if stopped else "", "$dim"),
        )
        self._become(player)

    def action_toggle_bell(self) -> None:
        """Switch the bell; switched on, it rings once to be tried."""
        self._bell = not self._bell
        self._keep_bell(self._bell)
        if self._bell:
            self.app.bell()
        self._message = Content.styled("Bell on" if self._bell else "Bell off", "$dim")
        self._draw()

    def action_leave_guide(self) -> None:
        """Leave; it goes on from here another time."""
        self.tick()
        if self.is_current:
            self.dismiss(self.player)

    def action_guide_help(self) -> None:
        """List the keys."""
        from tracker.ui.help_screen import HelpScreen  # noqa: PLC0415 - only when asked for

        self.app.push_screen(HelpScreen((Scope.PLAYER, Scope.APP)))
