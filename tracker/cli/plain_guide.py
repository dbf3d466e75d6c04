"""The stretch guide without a screen: says a line when something comes about, and takes keys."""

from collections.abc import Callable, Iterable
from typing import Final

from tracker.cli import guide_lines
from tracker.cli.guide_keys import KEYS_LINE, Key, read_typed
from tracker.domain.problem import Problem
from tracker.rules.player import (
    Phase,
    Player,
    Signal,
    advance,
    back,
    hurt,
    signal,
    skip,
    toggle_pause,
)
from tracker.rules.stretching import STOPPED, FittedRoutine

_RINGING: Final = frozenset({Signal.START, Signal.SWITCH, Signal.END})


class PlainGuide:
    """Goes through a routine. `keep` is called whenever a step ends, `ring` at what is to be heard.

    Without `keys` nobody could wake it from a pause, so that it goes on by itself.
    """

    def __init__(
        self,
        player: Player,
        fitted: FittedRoutine,
        *,
        say: Callable[[str], None],
        keep: Callable[[Player], None],
        ring: Callable[[], None],
        keys: bool,
    ) -> None:
        self.player = player
        self.left = False
        self._fitted = {each.step.id: each for each in fitted.steps}
        self._say = say
        self._keep = keep
        self._ring = ring
        self._keys = keys

    @property
    def over(self) -> bool:
        """Return whether the last step is through, or the person left."""
        return self.left or self.player.phase is Phase.FINISHED

    def begin(self) -> None:
        """Announce the first step; what was left waits where it was."""
        self._tell(guide_lines.step_lines(self.player, self._fitted))
        if not self.player.paused:
            return
        if self._keys:
            self._say(guide_lines.where_line(self.player))
            self._say(guide_lines.WAITS)
        else:
            self.player = toggle_pause(self.player)

    def look(self, elapsed: int) -> None:
        """Let time pass, in milliseconds; after a gap it waits instead of running on."""
        before, after = self.player, advance(self.player, elapsed)
        if after.paused and not before.paused:
            self._sleep_through(after)
        else:
            self._become(after)

    def _sleep_through(self, player: Player) -> None:
        if self._keys:
            self.player = player
            self._say(guide_lines.SLEPT)

    def _become(self, player: Player) -> None:
        before, self.player = self.player, player
        if self.over and before == player:
            return
        heard = signal(before, player)
        if heard in _RINGING:
            self._ring()
        if heard is Signal.END:
            self._keep(player)
        self._tell(guide_lines.heard_lines(before, player, self._fitted))

    def _tell(self, lines: Iterable[str]) -> None:
        for line in lines:
            self._say(line)

    # ------------------------------------------------------------------ keys

    def hear(self, line: str) -> None:
        """Do what was typed; what can't be read gets a sentence."""
        typed = read_typed(line)
        if isinstance(typed, Problem):
            self._say(typed.message)
            return
        match typed.key:
            case Key.PAUSE:
                self._pause()
            case Key.SKIP:
                self._say("Skipped.")
                self._become(skip(self.player))
            case Key.BACK:
                self._go_back()
            case Key.PAIN:
                self._stop_or_note(f"Pain here: {typed.score}.", hurt(self.player, typed.score))
            case Key.TINGLING:
                stopped = hurt(self.player, nerve_signs=True)
                self._stop_or_note("Tingling or a shooting line.", stopped)
            case Key.WHERE:
                self._say(guide_lines.where_line(self.player))
            case Key.KEYS:
                self._say(KEYS_LINE)
            case Key.LEAVE:
                self.left = True

    def _pause(self) -> None:
        self.player = toggle_pause(self.player)
        if self.player.paused:
            self._say(guide_lines.PAUSED)
        else:
            self._say(f"Going on. {guide_lines.where_line(self.player)}")

    def _go_back(self) -> None:
        self.player = back(self.player)
        self._say("Back.")
        self._tell(guide_lines.step_lines(self.player, self._fitted))
        if self.player.paused:
            self._say(guide_lines.PAUSED)

    def _stop_or_note(self, words: str, player: Player) -> None:
        if player.place == self.player.place:
            self.player = player
            self._say(words)
            return
        self._say(f"{words} {STOPPED}  R-STR-05")
        self._become(player)
