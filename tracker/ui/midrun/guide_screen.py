"""The live mid-run guide: one large word, what to do now, and the score with one key."""

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from typing import ClassVar, Final

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static
from typing_extensions import override

from tracker.diary.mid_run import MidRunBasis
from tracker.domain.run import MidRunState
from tracker.domain.units import format_duration
from tracker.domain.verdict import Zone
from tracker.rules.constants import RED_MIN
from tracker.rules.limits import limits_of
from tracker.rules.midrun import Alarm, Event, Finish, Pain
from tracker.rules.midrun_log import Mark, MidRunLog
from tracker.rules.midrun_words import rule_now, say_after, say_now
from tracker.rules.player import Phase, Player, start
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.dialogs import Dialog
from tracker.ui.glyphs import glyphs_of
from tracker.ui.midrun.guided_reset import reset_states
from tracker.ui.midrun.reset_list import ResetList
from tracker.ui.midrun.start_screen import Started
from tracker.ui.midrun.words import state_word, state_zone, trail
from tracker.ui.stretch.time_bar import TimeBar
from tracker.ui.widgets.block_digits import BlockDigits, digit_cells
from tracker.ui.widgets.heading import Heading
from tracker.ui.widgets.key_footer import KeyFooter
from tracker.ui.widgets.note import Note
from tracker.ui.widgets.pain_scale import PainScale
from tracker.ui.widgets.timed_screen import TimedScreen

FLASH_EVERY_S: Final = 10
LARGE_ROWS: Final = 34
ENTER_WITHIN_S: Final = 1.0
"""An `enter` this soon after a score that noted itself belongs to the score."""

_MINUTE_S: Final = 60
_WIDEST: Final = "STRETCH"
_NO_SCORE: Final = "Set a score first: a digit, then enter."


class Leaving(StrEnum):
    """What becomes of a guided run that is left before it is over."""

    FINISH = "finish"
    DISCARD = "discard"


class MidRunGuide(TimedScreen[MidRunLog | None]):
    """Leads through the protocol of section 3; gives what was noted, None where it was discarded.

    `report` opens the list of alarm signs. `keep_reset` gets a guided reset whenever a step of it
    ends, and whether it goes on with what it got before; `keep_bell` when the bell is switched.
    `monotonic_clock` gives seconds that only go forward.
    """

    CSS_PATH = "guide.tcss"
    SCOPE: ClassVar[Scope] = Scope.MID_RUN
    GOING: ClassVar[tuple[str, ...]] = (
        "note_score", "note_limp", "note_alarm", "note_finish", "take_mark_back", "keys_help",
    )  # fmt: skip
    STRETCHING: ClassVar[tuple[str, ...]] = (
        "note_score", "guide_reset", "note_alarm", "note_finish", "take_mark_back", "keys_help",
    )  # fmt: skip
    ENDED: ClassVar[tuple[str, ...]] = ("log_mid_run", "take_mark_back", "keys_help")
    SCOPES: ClassVar[tuple[Scope, ...]] = (Scope.SCALE,)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.MID_RUN)]
    TICK_S: ClassVar[float] = 0.25
    AUTO_FOCUS = "PainScale"

    heading = getters.query_one(Heading)
    word = getters.query_one("#word", BlockDigits)
    clock = getters.query_one("#clock", BlockDigits)
    bar = getters.query_one(TimeBar)
    reset = getters.query_one(ResetList)
    scale = getters.query_one(PainScale)
    missing = getters.query_one("#missing", Note)

    def __init__(
        self,
        started: Started,
        basis: MidRunBasis,
        *,
        report: Callable[[], None],
        keep_reset: Callable[[Player, bool], None],
        keep_bell: Callable[[bool], None],
        monotonic_clock: Callable[[], float],
    ) -> None:
        super().__init__(monotonic_clock=monotonic_clock)
        self.run_log = started.log
        self._basis = basis
        self._report = report
        self._keep_reset = keep_reset
        self._keep_guides_bell = keep_bell
        self._resets: dict[int, Player] = {}
        self._kept: set[int] = set()
        self._limits = limits_of(basis.settings)
        self._began = monotonic_clock() - started.minutes * _MINUTE_S
        self._noted_at = [monotonic_clock()] * len(started.log.marks)
        self._flashes = 0
        self._stopped_at: float | None = None

    # ------------------------------------------------------------------ layout

    def compose(self) -> ComposeResult:
        """Lay out the word and what to do above, the score and what was noted below."""
        yield Heading("Mid-run guide")
        with VerticalScroll(id="now", can_focus=False):
            yield BlockDigits(id="word")
            yield Static(id="say")
            yield TimeBar("score in", id="due")
            yield BlockDigits(id="clock")
            yield ResetList(self._basis.reset)
            yield Static(id="after")
        with Vertical(id="below"):
            yield Static(id="trail")
            yield PainScale("Pain now", green_max=self._limits.green_max)
            yield Note(id="missing")
        yield KeyFooter()

    @override
    def fit(self) -> None:
        columns, rows = self.size
        large = rows >= LARGE_ROWS and digit_cells(_WIDEST, scale=2) + 4 <= columns
        self.word.scale = 2 if large else 1

    # ------------------------------------------------------------------ time

    @property
    def _minute(self) -> int:
        return int(self.monotonic_clock() - self._began) // _MINUTE_S

    @property
    def _passed(self) -> int:
        """Return the seconds since the state began."""
        return int(self.monotonic_clock() - self._noted_at[-1]) if self._noted_at else 0

    @property
    def _wait_s(self) -> int:
        """Return the seconds from the state's beginning to the next score; 0 = not timed."""
        match self.run_log.now.state:
            case MidRunState.SLOW:
                return self._limits.reassess_min * _MINUTE_S
            case MidRunState.STRETCH:
                return self._basis.reset.seconds
            case _:
                return 0

    @property
    def _left_s(self) -> int:
        """Return the seconds until the next score; a reset that was guided to its end is over."""
        guided = self._resets.get(len(self.run_log.marks))
        if guided is not None and guided.phase is Phase.FINISHED:
            return min(self._wait_s - self._passed, 0)
        return self._wait_s - self._passed

    @override
    def pass_time(self, elapsed: int) -> None:
        over = -self._left_s
        if self._wait_s and over >= 0:
            flashes = over // FLASH_EVERY_S + 1
            if flashes > self._flashes:
                self._flashes = flashes
                self.flash()
        self._draw_time()

    # ------------------------------------------------------------------ drawing

    @override
    def draw(self) -> None:
        run = self.run_log.now
        self.word.text = state_word(run)
        for zone in Zone:
            self.word.set_class(zone is state_zone(run), f"-{zone}")
        said = say_now(run, reassess_min=self._limits.reassess_min)
        self._put(
            "say",
            Content.assemble(
                Content.styled(said, "bold"), Content.styled(f"  {rule_now(run)}", "$dim")
            ),
        )
        after = say_after(run)
        self._put(
            "after",
            Content.assemble(after, Content.styled("  R-MID-11" if after else "", "$dim")),
        )
        self._put(
            "trail",
            trail(
                self.run_log,
                glyphs=glyphs_of(self),
                green_max=self._limits.green_max,
                resets=self._resets,
            ),
        )
        self.reset.display = run.state is MidRunState.STRETCH
        self.reset.states = reset_states(self._resets.get(len(self.run_log.marks)))
        self.scale.display = not self.run_log.ended
        going = self.STRETCHING if self._may_be_guided else self.GOING
        self.footer.hints = self.ENDED if self.run_log.ended else going
        self.missing.show("")
        self._draw_time()

    def _draw_time(self) -> None:
        place = self.run_log.place
        before = f"{self.run_log.pre} before"
        who = f"{place.label} {before}" if place else before
        minute = self.run_log.minute if self.run_log.ended else self._minute
        self.heading.fact = f"{who} · minute {minute}"
        wait, passed, left = self._wait_s, self._passed, max(self._left_s, 0)
        self.bar.display = wait > 0
        self.set_class(wait > 0 and not left, "-due")
        self.clock.display = wait > 0 and not self.reset.display
        if wait:
            self.bar.share = 1 - left / wait
            self.bar.figures = format_duration(left) if left else "score now"
            self.clock.text = format_duration(left)
        if self.reset.display:
            self.reset.passed = passed

    def _put(self, place: str, words: Content) -> None:
        self.query_one(f"#{place}", Static).display = bool(words.plain.strip())
        self.write(place, words, layout=True)

    @override
    def say(self, words: str) -> None:
        self.missing.show(words)

    # ------------------------------------------------------------------ what is noted

    def _note(self, event: Event) -> None:
        if self.run_log.ended:
            return
        self.run_log = self.run_log.noted(self._mark(event))
        self._noted_at.append(self.monotonic_clock())
        self._flashes = 0
        self.scale.value = None
        self.draw()

    @property
    def held(self) -> MidRunLog:
        """Return what was noted, and after it the score that is set and not noted yet."""
        for scale in self.query(PainScale):
            if scale.value is not None:
                return self.run_log.noted(self._mark(Pain(scale.value)))
        return self.run_log

    def _mark(self, event: Event) -> Mark:
        return Mark(max(self._minute, self.run_log.minute), event)

    @on(PainScale.Changed)
    def _scored(self) -> None:
        """Note a score that stops the run at once (R-MID-02)."""
        self.missing.show("")
        if self.scale.value is not None and self.scale.value >= RED_MIN:
            self._note(Pain(self.scale.value))
            self._stopped_at = self.monotonic_clock()

    def action_note_score(self) -> None:
        """Note the score; after the end bring the run into its form."""
        stopped_at, self._stopped_at = self._stopped_at, None
        if stopped_at is not None and self.monotonic_clock() - stopped_at <= ENTER_WITHIN_S:
            return
        if self.run_log.ended:
            self.dismiss(self.run_log)
        elif self.scale.value is None:
            self.missing.show(_NO_SCORE)
        else:
            self._note(Pain(self.scale.value))

    def action_note_limp(self) -> None:
        """Note that the pain changes the stride, with the score where one is set."""
        self._note(Pain(self.scale.value, limp=True))

    def action_note_alarm(self) -> None:
        """Note an alarm sign, and open the list."""
        self._note(Alarm())
        self._report()

    def action_note_finish(self) -> None:
        """Note that the run is finished, after a score that is set and not noted yet."""
        if self.scale.value is not None:
            self._note(Pain(self.scale.value))
        self._note(Finish())

    def action_take_mark_back(self) -> None:
        """Take back what was noted last."""
        self._stopped_at = None
        if self.run_log.marks:
            self._resets.pop(len(self.run_log.marks), None)
            self._kept.discard(len(self.run_log.marks))
            self.run_log = self.run_log.taken_back()
            self._noted_at.pop()
            self.draw()
            self.scale.focus()

    # ------------------------------------------------------------------ the reset

    @property
    def _may_be_guided(self) -> bool:
        stretching = self.run_log.now.state is MidRunState.STRETCH
        return stretching and self._basis.reset.offered

    @work(exclusive=True)
    async def action_guide_reset(self) -> None:
        """Be guided through the reset from where it was left, and come back to the score."""
        number = len(self.run_log.marks)
        player = self._resets.get(number) or start(
            [each.step for each in self._basis.reset.open_steps]
        )
        if not self._may_be_guided or player.phase is Phase.FINISHED:
            return
        from tracker.ui.stretch.player import PlayerScreen  # noqa: PLC0415 - when asked for

        screen = PlayerScreen(
            "Mid-run reset",
            player,
            bell=self._basis.settings.bell,
            glyphs=self._basis.settings.glyphs,
            keep=partial(self._take_reset, number),
            keep_bell=self._keep_guides_bell,
            monotonic_clock=self.monotonic_clock,
        )
        self._take_reset(number, await self.app.push_screen_wait(screen))
        self.draw()
        self.scale.focus()

    def _take_reset(self, number: int, player: Player) -> None:
        if player.begun and self._resets.get(number) != player:
            self._resets[number] = player
            self._keep_reset(player, number in self._kept)
            self._kept.add(number)

    # ------------------------------------------------------------------ leaving

    @work(exclusive=True)
    async def action_leave_mid_run(self) -> None:
        """Leave; what was noted, or set to be noted, is asked about once."""
        if not self.held.marks:
            self.dismiss(None)
            return
        answer = await self.app.push_screen_wait(_leave_dialog(ended=self.run_log.ended))
        if answer is Leaving.DISCARD:
            self.dismiss(None)
        elif answer is Leaving.FINISH:
            self.action_note_finish()
            self.dismiss(self.run_log)


def _leave_dialog(*, ended: bool) -> Dialog[Leaving]:
    keep = "log the run" if ended else "finish the run here, and log it"
    return Dialog(
        "Leave the guide",
        "What was noted is not in the diary yet.",
        (("l", keep, Leaving.FINISH), ("d", "discard what was noted", Leaving.DISCARD)),
    )
