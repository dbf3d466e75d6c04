"""`backstride plan go`: today's walk-run session as plain lines."""

import re
import sys
import time
from collections.abc import Callable
from typing import Final

import click

from tracker.cli.context import refuse, the_diary
from tracker.cli.formatting import echo_wrapped
from tracker.cli.guide_keys import Keyboard, Lines
from tracker.cli.guide_lines import time_words
from tracker.cli.signals import EndSignal, noted_signals
from tracker.diary.boot_time_clock import boot_time_seconds
from tracker.diary.plan_sessions import SessionBasis, session_basis
from tracker.domain.pain import parse_score
from tracker.domain.problem import Problem
from tracker.domain.units import format_duration
from tracker.rules.constants import REASSESS_MIN
from tracker.rules.limits import limits_of
from tracker.rules.midrun import Alarm, Event, Pain
from tracker.rules.midrun_log import Mark
from tracker.rules.midrun_words import rule_now, say_now
from tracker.rules.plan_words import session_words
from tracker.rules.walk_run import (
    MINUTE,
    SECOND,
    Signal,
    WalkRun,
    advance,
    back,
    signal,
    skip,
    toggle_pause,
)

TICK_S: Final = 0.1
KEYS: Final = (
    "Keys, each followed by enter: enter alone pauses and goes on; n next part; b back; 3 says that"
    " it hurts 3 of 10 now; m says that you limp; ! an alarm sign; w where am I; q leave."
)


@click.command()
@click.pass_context
def go(ctx: click.Context) -> None:
    """Be led through today's walk-run session in plain lines, without a screen.

    It says each part, counts its last seconds and goes on by itself; scores on the way follow the
    mid-run protocol. At the end it says how to log the run.
    """
    basis = session_basis(the_diary(ctx))
    if isinstance(basis, Problem):
        refuse([basis])
    with noted_signals() as end_signal:
        keyboard = Keyboard() if sys.stdin.isatty() else None
        minutes = limits_of(basis.guide.settings).reassess_min
        PlainSession(basis, end_signal, keyboard=keyboard, reassess_min=minutes).go()
    sys.exit(end_signal.code)


class PlainSession:
    """One session; without a `keyboard` it runs through by itself."""

    def __init__(
        self,
        basis: SessionBasis,
        end_signal: EndSignal,
        *,
        keyboard: Lines | None,
        monotonic_clock: Callable[[], float] = boot_time_seconds,
        reassess_min: int = REASSESS_MIN,
        say: Callable[[str], None] = echo_wrapped,
    ) -> None:
        self.timer = basis.timer
        self.log = basis.log
        self._end_signal = end_signal
        self._keyboard = keyboard
        self._clock = monotonic_clock
        self._reassess_min = reassess_min
        self._say = say
        self._left = False

    @property
    def over(self) -> bool:
        """Return whether the session is through, left, or ended by what was noted."""
        return self._left or self.timer.over or self.log.ended or bool(self._end_signal.signal)

    def go(self) -> None:
        """Lead through it."""
        self._say(f"{self.timer.stage.id}: {session_words(self.timer.stage)}.")
        if self._keyboard is not None:
            self._say(KEYS)
        self._say(_part_line(self.timer))
        looked = self._clock()
        while not self.over:
            typed = self._next_line()
            now = self._clock()
            self.look(round((now - looked) * SECOND))
            looked = now
            if typed is not None and not self.over:
                self.hear(typed)
        self._end()

    def _next_line(self) -> str | None:
        if self._keyboard is None:
            time.sleep(TICK_S)
            return None
        try:
            return self._keyboard.line(TICK_S)
        except EOFError:
            return "q"

    def look(self, elapsed: int) -> None:
        """Let time pass, and say what came about."""
        before, after = self.timer, advance(self.timer, elapsed)
        if after.paused and not before.paused and self._keyboard is None:
            after = toggle_pause(after)
        self.timer = after
        match signal(before, after):
            case Signal.HALF:
                self._say(f"Half-way. {_part_line(after)}")
            case Signal.PART:
                self._say(_part_line(after))
            case Signal.COUNT:
                self._say(str(after.left_s))

    def hear(self, line: str) -> None:
        """Do what was typed; what can't be read gets a sentence."""
        typed = line.strip().casefold()
        scored = re.fullmatch(r"p?\s*(\d+)", typed)
        if scored is not None:
            score = parse_score(scored[1])
            self._say(score.message) if isinstance(score, Problem) else self._note(Pain(score))
            return
        doing: dict[str, Callable[[], None]] = {
            "": lambda: self._turn(toggle_pause(self.timer), "Paused. Enter goes on."),
            "n": lambda: self._turn(skip(self.timer)),
            "b": lambda: self._turn(back(self.timer)),
            "m": lambda: self._note(Pain(None, limp=True)),
            "!": lambda: self._note(Alarm()),
            "w": lambda: self._say(_part_line(self.timer)),
            "q": self._leave,
        }
        doing.get(typed, lambda: self._say(KEYS))()

    def _leave(self) -> None:
        self._left = True

    def _turn(self, timer: WalkRun, paused: str = "") -> None:
        self.timer = timer
        if not timer.over:
            self._say(paused if timer.paused and paused else _part_line(timer))

    def _note(self, event: Event) -> None:
        minute = max(self.timer.done // MINUTE, self.log.minute)
        self.log = self.log.noted(Mark(minute, event))
        words = say_now(self.log.now, reassess_min=self._reassess_min)
        self._say(f"{words}  {rule_now(self.log.now)}")
        if isinstance(event, Alarm):
            self._say("`backstride checkin --flag KEY` logs the sign; `rules list --area RED`.")

    def _end(self) -> None:
        done = self.timer.done // SECOND
        self._say(
            f"Done: {time_words(done)}, {time_words(self.timer.ran // SECOND)} of it running."
        )
        if done < MINUTE // SECOND:
            return
        if not self.timer.runs:
            self._say(f"Log it: backstride xt add walk {done // 60}m")
            return
        site = "" if self.log.place is None else self.log.place.key
        scores = f" --before {site}={self.log.pre}" if site else ""
        worst = self.log.worst
        scores += f" --during {site}={worst}" if site and worst is not None else ""
        outcome = self.log.outcome
        how = f" --outcome {outcome.value.lower()}" if outcome is not None else ""
        duration = format_duration(done)
        limp = " --limp" if self.log.limp else ""
        words = f"run add DISTANCE {duration} --kind walk_run{scores}{how}{limp}"
        self._say(f"Log it: backstride {words}")


def _part_line(timer: WalkRun) -> str:
    part = timer.part
    if part is None:
        return "That was the last part."
    what = f"Run {part.number} of {timer.runs}" if part.run else "Walk"
    return f"{what}: {time_words(timer.left_s)}."
