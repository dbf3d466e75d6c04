"""The walk-run timer: full screen, to be read from two metres while running."""

from collections.abc import Callable
from enum import StrEnum
from typing import ClassVar, Final

from textual import getters, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Center, Vertical
from textual.content import Content
from typing_extensions import override

from tracker.domain.dataclass import dataclass
from tracker.domain.pain import SCORE_MAX
from tracker.domain.run import MidRunState
from tracker.rules.midrun import Alarm, Event, Finish, Pain
from tracker.rules.midrun_log import Mark, MidRunLog
from tracker.rules.plan_words import TALK, minutes_words
from tracker.rules.progression import STAGES
from tracker.rules.walk_run import (
    MINUTE,
    SECOND,
    Part,
    Signal,
    WalkRun,
    advance,
    back,
    signal,
    skip,
    toggle_pause,
)
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.dialogs import Dialog
from tracker.ui.stretch.time_bar import TimeBar
from tracker.ui.widgets.block_digits import BlockDigits
from tracker.ui.widgets.key_footer import KeyFooter
from tracker.ui.widgets.timed_screen import TimedScreen, rows

STOPS: Final = (
    "2 above the start, or 3 and rising: walk, ask again.  R-MID-03",
    "6, a limp (m) or an alarm sign (!): the run is over.  R-MID-02",
)
FIGURE_CELLS: Final = 15
RUN_CUE: Final = f"{TALK} Short, quick steps."
WALK_CUE: Final = "Walk briskly, and breathe out long."
SLEPT: Final = "The program was asleep, so the session waits. space goes on."
HALF_WAY: Final = "Half-way: turn for home where you came out and back."
RINGING: Final = frozenset({Signal.END, Signal.PART, Signal.HALF})


class Leaving(StrEnum):
    """What becomes of a session that is left."""

    LOG = "log"
    DROP = "drop"


@dataclass(frozen=True, slots=True)
class WalkRunDone:
    """What was done: the timer as it was left, and the scores noted on the way.

    `log` is where the protocol of section 3 stands; where it asks for more than a note, the mid-run
    guide goes on from it.
    """

    timer: WalkRun
    log: MidRunLog

    @property
    def guided(self) -> bool:
        """Return whether the mid-run guide goes on: neither running on nor over."""
        return self.log.now.state not in {MidRunState.RUN, MidRunState.END}

    @property
    def alarm(self) -> bool:
        """Return whether an alarm sign ended it."""
        return any(isinstance(mark.event, Alarm) for mark in self.log.marks)


class WalkRunScreen(TimedScreen[WalkRunDone | None]):
    """Plays a session, and gives what was done; None where nothing of it is to be logged.

    `monotonic_clock` gives seconds that only go forward; `keep_bell` is called at its switch.
    """

    CSS_PATH = "timer.tcss"
    SCOPE: ClassVar[Scope] = Scope.WALK_RUN
    HINTS: ClassVar[tuple[str, ...]] = (
        "pause", "next_part", "pain_now", "limp_now", "leave_walk_run", "keys_help",
    )  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_of(Scope.WALK_RUN),
        *(
            Binding(str(score), f"pain_now({score})", f"{score}", show=False)
            for score in range(SCORE_MAX)
        ),
    ]

    digits = getters.query_one(BlockDigits)
    part_bar = getters.query_one("#part-bar", TimeBar)
    session_bar = getters.query_one("#session-bar", TimeBar)

    def __init__(
        self,
        timer: WalkRun,
        log: MidRunLog,
        *,
        bell: bool,
        keep_bell: Callable[[bool], object],
        monotonic_clock: Callable[[], float],
    ) -> None:
        super().__init__(monotonic_clock=monotonic_clock, bell=bell, keep_bell=keep_bell)
        self.timer = timer
        self.log_so_far = log
        self._one_at: int | None = None
        self._said = ""

    # ------------------------------------------------------------------ layout

    def compose(self) -> ComposeResult:
        """Lay out one centred column; only the digits are large."""
        with Vertical(id="column"):
            yield from rows("where", "chip")
            with Center(id="large"):
                yield BlockDigits()
            yield from rows("cue", "next")
            yield TimeBar("part", id="part-bar", figure_cells=FIGURE_CELLS)
            bar = TimeBar("session", id="session-bar", figure_cells=FIGURE_CELLS)
            bar.marked = True
            yield bar
            yield from rows("pain", "stop-walk", "stop-end")
        yield KeyFooter()

    @override
    def on_mount(self) -> None:
        super().on_mount()
        self.footer.hints = self.HINTS
        for place, words in zip(("stop-walk", "stop-end"), STOPS, strict=True):
            self.write(place, Content.styled(words, "$dim"))

    # ------------------------------------------------------------------ time

    @override
    def pass_time(self, elapsed: int) -> None:
        later = advance(self.timer, elapsed)
        if later.paused and not self.timer.paused:
            self._said = SLEPT
        self._become(later)

    def _become(self, timer: WalkRun) -> None:
        before, self.timer = self.timer, timer
        heard = signal(before, timer)
        if heard in RINGING:
            self.notice()
            self._said = HALF_WAY if heard is Signal.HALF else ""
        elif heard is Signal.COUNT:
            self.flash()
        if timer.over:
            self._finish()
        else:
            self.draw()

    def _finish(self) -> None:
        if self.is_current:
            log = self.log_so_far
            finished = log.noted(self._mark(Finish())) if log.marks else log
            self.dismiss(WalkRunDone(self.timer, finished))

    # ------------------------------------------------------------------ drawing

    @override
    def draw(self) -> None:
        timer, part = self.timer, self.timer.part
        if part is None or not self.is_mounted:
            return
        self.write("where", Content.styled(_where(timer, part), "$dim"))
        self.write("chip", _chip(timer, part))
        cue = self._said or (RUN_CUE if part.run else WALK_CUE)
        self.write("cue", Content(cue))
        self.write("next", _next(timer))
        self.write("pain", self._pain())
        self.digits.text = f"{timer.left_s // 60}:{timer.left_s % 60:02}"
        self.set_class(timer.paused, "-paused")
        self.part_bar.share = timer.elapsed / max(part.ms, 1)
        self.part_bar.figures = f"{_clock(timer.elapsed)} / {_clock(part.ms)}"
        self.session_bar.share = timer.position / max(timer.total, 1)
        self.session_bar.figures = f"{_clock(timer.position)} / {_clock(timer.total)}"

    def _pain(self) -> Content:
        log = self.log_so_far
        scores = [mark.event for mark in log.marks if isinstance(mark.event, Pain)]
        place = "Pain" if log.place is None else log.place.label
        last = next((each.score for each in reversed(scores) if each.score is not None), None)
        now = "not noted yet" if last is None else str(last)
        return Content.assemble(
            Content.styled("pain  ", "$dim"), f"{place} ", Content.styled(now, "bold"),
            Content.styled(f"  before {log.pre}", "$dim"),
        )  # fmt: skip

    @override
    def say(self, words: str) -> None:
        self._said = words
        self.draw()

    # ------------------------------------------------------------------ keys

    def action_pause(self) -> None:
        """Wait, or go on."""
        self.tick()
        self._said = ""
        self._become(toggle_pause(self.timer))

    def action_next_part(self) -> None:
        """Go on to the next part."""
        self.tick()
        self._become(skip(self.timer))

    def action_part_before(self) -> None:
        """Begin the part anew, or go to the one before."""
        self.tick()
        self._become(back(self.timer))

    def action_pain_now(self, score: int) -> None:
        """Note a score; 1 and soon 0 is 10. Where it rises too far the guide goes on."""
        now = self.now()
        one_at, self._one_at = self._one_at, now if score == 1 else None
        if score == 0 and one_at is not None and now - one_at <= SECOND:
            self.log_so_far, score = self.log_so_far.taken_back(), SCORE_MAX
        self._note(Pain(score))

    def action_limp_now(self) -> None:
        """Note a limp: the run is over (R-MID-02)."""
        self._note(Pain(None, limp=True))

    def action_alarm_now(self) -> None:
        """Stop for an alarm sign (R-MID-01)."""
        self._note(Alarm())

    def _mark(self, event: Event) -> Mark:
        return Mark(max(self.timer.done // MINUTE, self.log_so_far.minute), event)

    def _note(self, event: Event) -> None:
        self.tick()
        if not self.is_current:
            return
        self.log_so_far = self.log_so_far.noted(self._mark(event))
        done = WalkRunDone(self.timer, self.log_so_far)
        if done.guided or self.log_so_far.ended:
            self.dismiss(done)
            return
        score = event.score if isinstance(event, Pain) else None
        self._said = "" if score is None else f"Pain {score} noted: go on.  R-MID-03b"
        self.draw()

    @work(group="leave", exclusive=True)
    async def action_leave_walk_run(self) -> None:
        """Leave; what was done is asked about once, while the session waits."""
        self.tick()
        if self.timer.done < MINUTE:
            self.dismiss(None)
            return
        if not self.timer.paused:
            self._become(toggle_pause(self.timer))
        answer = await self.app.push_screen_wait(_leave_dialog(self.timer))
        if answer is Leaving.LOG:
            self._finish()
        elif answer is Leaving.DROP:
            self.dismiss(None)


def _leave_dialog(timer: WalkRun) -> Dialog[Leaving]:
    return Dialog(
        "Leave the session?",
        "It waits until you answer.",
        (
            ("s", f"stop, and log {_clock(timer.done)}", Leaving.LOG),
            ("d", "stop, and log nothing", Leaving.DROP),
        ),
    )


def _where(timer: WalkRun, part: Part) -> str:
    name = f"Walk-run {timer.stage.id}" if timer.stage.id in STAGES else "Walk-run"
    if not part.number:
        return f"{name}  ·  walk first" if timer.runs else name
    return f"{name}  ·  run {part.number} of {timer.runs}"


def _chip(timer: WalkRun, part: Part) -> Content:
    def word(text: str, *, on: bool) -> Content:
        return Content.styled(f"  {text}  ", "bold $ink on $accent" if on else "$dim")

    waits = Content.styled("   paused", "bold") if timer.paused else Content("")
    run = "RUN" if part.run else "run"
    walk = "walk" if part.run else "WALK"
    return Content.assemble(word(run, on=part.run), "   ", word(walk, on=not part.run), waits)


def _next(timer: WalkRun) -> Content:
    later = timer.parts[timer.place + 1 : timer.place + 3]
    if not later:
        return Content.styled("the last part", "$dim")
    words = [
        f"{'run' if each.run else 'walk'} {minutes_words(each.ms / MINUTE)} min" for each in later
    ]
    then = Content.styled(f"  then {words[1]}", "$dim") if len(words) > 1 else Content("")
    return Content.assemble(Content.styled("next  ", "$dim"), words[0], then)


def _clock(milliseconds: int) -> str:
    seconds = milliseconds // SECOND
    return f"{seconds // 60}:{seconds % 60:02}"
