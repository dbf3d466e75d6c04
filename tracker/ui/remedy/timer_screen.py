"""The timer for heat and cold: full screen, to be read from two metres (R-HC-04)."""

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from functools import partial
from typing import Any, ClassVar, Final

from textual import getters, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Center, Vertical
from textual.content import Content
from typing_extensions import override

from tracker.diary.book import update_settings
from tracker.diary.kinds.remedy import minute_words
from tracker.diary.remedies import log_timed
from tracker.domain.problem import Problems
from tracker.domain.remedy import Remedy
from tracker.domain.settings import Settings
from tracker.rules.heat_cold import (
    MINUTES,
    TAKE_OFF,
    cautions_of,
)
from tracker.rules.heat_cold_timer import (
    SECOND,
    SKIN_CHECK,
    HeatColdTimer,
    Signal,
    advance,
    lengthen,
    passed,
    signal,
    start,
    stop,
    toggle_pause,
)
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.dialogs import Dialog
from tracker.ui.queries import Change
from tracker.ui.remedy import timer_words
from tracker.ui.remedy.start_screen import AskCautions, PackChoice
from tracker.ui.stretch.guide_words import balanced
from tracker.ui.stretch.time_bar import TimeBar
from tracker.ui.widgets.block_digits import BlockDigits
from tracker.ui.widgets.key_footer import KeyFooter
from tracker.ui.widgets.timed_screen import TimedScreen, rows

TEXT_ROWS: Final = 2
AWAY: Final = 10 * SECOND
"""From here on it is said that nobody looked at the clock for a while."""


class Stopping(StrEnum):
    """What becomes of a use that is stopped before its time is up."""

    LOG = "log"
    DROP = "drop"


class HeatColdScreen(TimedScreen[None]):
    """Counts a use down and hands it to `keep` once it is over, or is stopped early.

    It goes on counting while other screens lie above it, and through any sleep of the machine.
    `clock` gives the time of day, `monotonic_clock` seconds that only go forward.
    """

    CSS_PATH = "timer.tcss"
    SCOPE: ClassVar[Scope] = Scope.PACK
    GOING: ClassVar[tuple[str, ...]] = (
        "pack_off", "leave_pack", "pack_longer", "pack_cautions", "toggle_bell", "keys_help",
    )  # fmt: skip
    OVER: ClassVar[tuple[str, ...]] = ("close_pack", "toggle_bell", "keys_help")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.PACK)]

    digits = getters.query_one(BlockDigits)
    bar = getters.query_one(TimeBar)

    def __init__(
        self,
        choice: PackChoice,
        settings: Settings,
        *,
        keep: Callable[[Change[Any]], object],
        ask_cautions: AskCautions,
        clock: Callable[[], datetime],
        monotonic_clock: Callable[[], float],
    ) -> None:
        super().__init__(
            monotonic_clock=monotonic_clock,
            bell=settings.bell,
            keep_bell=lambda bell: keep(Change(partial(update_settings, bell=bell))),
        )
        self.timer = start(choice.kind, choice.minutes)
        self._place = choice.place
        self._clock_24h = settings.clock_24h
        self._keep = keep
        self._ask_cautions = ask_cautions
        self._clock = clock
        self._seen_at = clock()
        self._said = ""

    # ------------------------------------------------------------------ layout

    def compose(self) -> ComposeResult:
        """Lay out one centred column; only the digits are large."""
        with Vertical(id="column"):
            yield from rows("where", "name", "state")
            with Center(id="large"):
                yield BlockDigits()
            yield from rows("manner", "message", "next")
            bar = TimeBar("time", id="bar")
            bar.marked = True
            yield bar
        yield KeyFooter()

    def on_mount(self) -> None:
        """Begin to look at the clock on the wall, too."""
        self._seen_at = self._clock()

    # ------------------------------------------------------------------ time

    @override
    def pass_time(self, elapsed: int) -> None:
        before, self._seen_at = self._seen_at, self._clock()
        wall = round((self._seen_at - before).total_seconds() * SECOND)
        elapsed = passed(monotonic=elapsed, wall=wall)
        away = elapsed >= AWAY and not (self.timer.paused or self.timer.ended)
        later = advance(self.timer, elapsed)
        if away or later.ended is not self.timer.ended:
            self._said = timer_words.away_words(elapsed) if away else ""
        self._become(later)

    def _become(self, timer: HeatColdTimer) -> None:
        before, self.timer = self.timer, timer
        heard = signal(before, timer)
        if heard is not None:
            self.notice()
        if heard is Signal.END:
            self._keep(self._kept)
        self.draw()

    @property
    def _kept(self) -> Change[Remedy | Problems]:
        log = partial(log_timed, place=self._place, seconds=self.timer.on // SECOND)
        return Change(log, self.timer.kind, done="Remedy logged. u undoes.")

    @property
    def parting(self) -> Change[Remedy | Problems] | None:
        """Return what is kept where the app is left while the pack is on: what was done so far."""
        return self._kept if self.timer.counts and not self.timer.ended else None

    # ------------------------------------------------------------------ drawing

    @override
    def draw(self) -> None:
        timer = self.timer
        if not self.is_mounted:
            return
        width = self.query_one("#column").content_size.width or self.size.width
        kind = timer.kind
        self.write("where", timer_words.where_words(self._place))
        name = TAKE_OFF if timer.up else kind.value.capitalize()
        self.write("name", Content.styled(name, "bold"))
        self.write("state", timer_words.state_words(timer))
        manner, rule = timer_words.manner_words(timer)
        manner = balanced(f"{manner}  {rule}".rstrip(), width, rows=TEXT_ROWS)
        self.write("manner", Content.styled(manner, "" if timer.up else "$dim"))
        words, rule = timer_words.message_words(timer, said=self._said)
        message = balanced(f"{words}  {rule}".rstrip(), width, rows=TEXT_ROWS)
        self.write("message", Content.styled(message, "bold $accent" if rule else ""))
        self.write(
            "next",
            timer_words.next_words(timer, now=self._seen_at, clock_24h=self._clock_24h),
        )
        self.digits.text = timer_words.digits(timer)
        self.set_class(timer.paused, "-paused")
        self.bar.share = timer.on / timer.asked
        self.bar.mark_at = SKIN_CHECK / timer.asked
        self.bar.figures = timer_words.bar_figures(timer)
        self.footer.hints = self.OVER if timer.up else self.GOING

    @override
    def say(self, words: str) -> None:
        self._said = words
        self.draw()

    # ------------------------------------------------------------------ keys

    def action_pack_off(self) -> None:
        """Take the pack off for a while, or put it on again."""
        self.tick()
        self._said = ""
        self._become(toggle_pause(self.timer))

    def action_pack_longer(self, minutes: int) -> None:
        """Ask for a minute more, or less."""
        self.tick()
        changed = lengthen(self.timer, minutes)
        fewest, most = MINUTES[self.timer.kind]
        bound = f"{most} minutes are the most." if minutes > 0 else f"{fewest} are the fewest."
        unchanged = changed.asked == self.timer.asked and not self.timer.ended
        self._said = f"{bound}  R-HC-04" if unchanged else ""
        self._become(changed)

    @work(group="cautions", exclusive=True)
    async def action_pack_cautions(self) -> None:
        """Show who leaves heat or cold out, while the time goes on; where one applies, stop."""
        if self.timer.ended:
            return
        settings = await self._ask_cautions(self.timer.kind)
        if settings is not None and cautions_of(settings, self.timer.kind) is None:
            self.tick()
            self._stop(log=self.timer.counts)

    @work(group="leave", exclusive=True)
    async def action_leave_pack(self) -> None:
        """Stop; what was done so far is asked about once."""
        self.tick()
        if not self.timer.counts or self.timer.ended:
            self.dismiss()
            return
        answer = await self.app.push_screen_wait(_stop_dialog(self.timer))
        self.tick()
        if answer is not None:
            self._stop(log=answer is Stopping.LOG)

    def _stop(self, *, log: bool) -> None:
        """Stop before the time is up; where it was up by now, that is said instead."""
        if self.timer.ended:
            return
        self.timer = stop(self.timer)
        if log:
            self._keep(self._kept)
        self.dismiss()

    def action_close_pack(self) -> None:
        """Go back, once the time is up."""
        if self.timer.ended:
            self.dismiss()


def _stop_dialog(timer: HeatColdTimer) -> Dialog[Stopping]:
    done = minute_words(timer.on // SECOND)
    return Dialog(
        "Stop here?",
        "The time goes on until you answer.",
        (
            ("s", f"stop, and log {done}", Stopping.LOG),
            ("d", "stop, and log nothing", Stopping.DROP),
        ),
    )
