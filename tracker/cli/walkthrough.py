"""A routine gone through in plain lines: what is asked before, the guide, and what was kept."""

import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final, TypeVar

import click

from tracker.cli.context import give_up, say
from tracker.cli.formatting import echo_wrapped
from tracker.cli.guide_keys import KEYS_LINE, Key, Lines
from tracker.cli.guide_lines import routine_lines, time_words
from tracker.cli.output import silence_output
from tracker.cli.plain_guide import PlainGuide
from tracker.cli.signals import EndSignal
from tracker.diary.book import Book, save_settings
from tracker.diary.boot_time_clock import boot_time_seconds
from tracker.diary.routine_fitting import FittedLine, fitted_line
from tracker.diary.session_drafts import Draft, draft_of, guide_of, guided
from tracker.diary.sessions import log_session
from tracker.diary.verdicts import decide
from tracker.domain.pain import parse_score
from tracker.domain.problem import Problem
from tracker.domain.routine import PRE_RUN, Direction, Routine, RoutineSession, StepMark, StepState
from tracker.domain.text import quoted
from tracker.rules.player import SECOND, Phase, Player
from tracker.rules.red_flags import FLAGS
from tracker.rules.stretching import (
    DIRECTION_QUESTION,
    HONEST_NOTE,
    NO_CHECK_IN,
    TIGHT_IS_FINE,
    routine_done,
)

TICK_S: Final = 0.1
_TERMINAL_CLOSED: Final = 1

_Value = TypeVar("_Value")


class Walkthrough:
    """One time through a routine; the session is kept at the end of each step.

    Without a `keyboard` it runs through by itself and asks nothing.
    """

    def __init__(
        self,
        diary: Book,
        routine: Routine,
        end_signal: EndSignal,
        *,
        keyboard: Lines | None,
        monotonic_clock: Callable[[], float] = boot_time_seconds,
    ) -> None:
        self._diary = diary
        self._routine = routine
        self._end_signal = end_signal
        self._keyboard = keyboard
        self._clock = monotonic_clock
        self._day = diary.today
        self._saved: str | None = None
        self._goes_on = False
        self._problem = ""

    def go(self, *, again: bool) -> int:
        """Lead through the routine; gives the exit code."""
        line = self._fitted()
        if not line.fitted.offered:
            self._say_held(line)
            return 1
        if line.fitted.ask_direction and self._ask_direction():
            line = self._fitted()
        if again:
            line = replace(line, session=None)
        self._saved = None if line.session is None else line.session.id
        draft = draft_of(line)
        player = guide_of(line, draft)
        if player.phase is Phase.FINISHED:
            give_up(
                f"Every step of {self._routine.id} is done or skipped today."
                f" `backstride stretch go {self._routine.id} --again` begins anew."
            )
        self._introduce(line)
        return self._be_guided(line, self._asked_before(draft), player)

    def _fitted(self) -> FittedLine:
        return fitted_line(self._diary.snapshot, self._routine, self._day)

    # -- before ------------------------------------------------------------------------------

    def _say_held(self, line: FittedLine) -> None:
        say(f"{line.fitted.why}  R-STR-06")
        for flag in decide(self._diary, self._day).flags:
            if FLAGS[flag].hold:
                say(f"- {FLAGS[flag].title}  {flag}")
        say("`backstride today` says what to do now.")

    def _introduce(self, line: FittedLine) -> None:
        for words in routine_lines(line.fitted):
            self._say(words)
        snapshot = self._diary.snapshot
        if not snapshot.sessions:
            self._say(f"{HONEST_NOTE}  R-STR-02")
        if self._day not in snapshot.check_ins:
            self._say(NO_CHECK_IN)
        self._say(f"{TIGHT_IS_FINE}  R-STR-05")
        if self._keyboard is not None:
            self._say(KEYS_LINE)

    def _ask_direction(self) -> bool:
        answer = self._ask(
            f"{DIRECTION_QUESTION} b for bending, a for arching; enter keeps both.",
            {"b": Direction.BENDING, "a": Direction.ARCHING}.get,
        )
        if answer is None:
            return False
        save_settings(self._diary, replace(self._diary.settings, eases=answer))
        return True

    def _asked_before(self, draft: Draft) -> Draft:
        if draft.pain_before is not None:
            return draft
        return replace(draft, pain_before=self._ask_score("Pain before"))

    def _ask_score(self, what: str) -> int | None:
        return self._ask(f"{what}, 0 to 10; enter leaves it open.", _score_or_none)

    # -- the guide ---------------------------------------------------------------------------

    def _be_guided(self, line: FittedLine, draft: Draft, player: Player) -> int:
        guide = PlainGuide(
            player,
            line.fitted,
            say=self._say,
            keep=lambda player: self._keep(guided(draft, player)),
            ring=self._ring,
            keys=self._keyboard is not None,
        )
        if not self._end_signal.signal:
            guide.begin()
        looked = self._clock()
        while not guide.over and not self._end_signal.signal:
            typed = self._next_line()
            now = self._clock()
            guide.look(round((now - looked) * SECOND))
            looked = now
            if typed is not None and not guide.over:
                guide.hear(typed)
        if not guide.player.begun:
            self._say("Nothing was done yet, and nothing is kept.")
            return self._end_signal.code
        return self._end(line, guided(draft, guide.player), player=guide.player)

    def _next_line(self) -> str | None:
        if self._keyboard is None:
            time.sleep(TICK_S)
            return None
        try:
            return self._keyboard.line(TICK_S)
        except EOFError:
            return Key.LEAVE

    def _keep(self, draft: Draft) -> None:
        saved = log_session(
            self._diary,
            draft.entry(self._routine.id, day=self._day),
            replacing=self._saved,
            goes_on=self._goes_on,
        )
        if isinstance(saved, RoutineSession):
            self._saved, self._goes_on, self._problem = saved.id, True, ""
        else:
            self._problem = " ".join(problem.message for problem in saved)

    # -- after -------------------------------------------------------------------------------

    def _end(self, line: FittedLine, draft: Draft, *, player: Player) -> int:
        through = player.phase is Phase.FINISHED
        self._keep(draft)
        if through:
            draft = self._asked_after(draft)
            self._keep(draft)
        if self._problem:
            say(f"What was done is not kept: {self._problem}")
            return self._end_signal.code or 1
        for words in _summary(self._routine, line, draft, through=through):
            self._say(words)
        return self._end_signal.code

    def _asked_after(self, draft: Draft) -> Draft:
        if draft.pain_after is None:
            draft = replace(draft, pain_after=self._ask_score("Pain after"))
        if self._routine.id == PRE_RUN and draft.water_packed is None:
            answer = self._ask(
                "Water packed? y or n; enter leaves it open.", {"y": True, "n": False}.get
            )
            draft = replace(draft, water_packed=answer)
        return draft

    # -- speaking and asking -----------------------------------------------------------------

    def _say(self, words: str) -> None:
        try:
            echo_wrapped(words)
        except OSError:
            self._lose_listener()

    def _ring(self) -> None:
        if self._diary.settings.bell and sys.stdout.isatty():
            try:
                click.echo("\a", nl=False)
            except OSError:
                self._lose_listener()

    def _lose_listener(self) -> None:
        self._end_signal.signal = self._end_signal.signal or _TERMINAL_CLOSED
        silence_output()

    def _ask(self, question: str, read: Callable[[str], _Value | None]) -> _Value | None:
        """Put a question; None where it was left open, or nobody can answer."""
        while self._keyboard is not None and not self._end_signal.signal:
            self._say(question)
            line = self._next_line()
            while line is None and not self._end_signal.signal:
                line = self._next_line()
            typed = (line or "").strip().casefold()
            if not typed or typed == Key.LEAVE:
                return None
            answer = read(typed)
            if answer is not None:
                return answer
            self._say(f"Can't read {quoted(typed)}.")
        return None


def _score_or_none(text: str) -> int | None:
    score = parse_score(text)
    return None if isinstance(score, Problem) else score


def _summary(routine: Routine, line: FittedLine, draft: Draft, *, through: bool) -> Iterator[str]:
    """Say what was kept, and what comes next."""
    states = list(draft.states.values())
    done, skipped = states.count(StepState.DONE), states.count(StepState.SKIPPED)
    skips = f", {skipped} skipped" if skipped else ""
    yield ""
    yield f"Kept: {line.name}, {done} done{skips}, {time_words(draft.seconds or 0)}."
    scores = (("before", draft.pain_before), ("after", draft.pain_after))
    given = ", ".join(f"{when} {score}" for when, score in scores if score is not None)
    if given:
        yield f"Pain {given}."
    if routine_done([StepMark(step, state) for step, state in draft.states.items()]):
        yield "It counts as done.  R-STR-09"
    if not through:
        yield f"`backstride stretch go {routine.id}` goes on from here today, and so does the app."
    elif routine.id == PRE_RUN:
        yield "Next: `backstride run add` logs the run."
    yield "`backstride undo` takes the session back."
