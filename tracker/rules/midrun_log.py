"""What was noted during a run, minute by minute, and what the protocol makes of it (R-MID-12).

The live guide and the steps that are typed afterwards both fill the same log.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from tracker.domain.dataclass import dataclass
from tracker.domain.pain import SCALE_PROBLEM, SCORE_MAX
from tracker.domain.problem import Problem
from tracker.domain.run import MidRunEvent, MidRunState, MidRunStep, RunOutcome
from tracker.domain.site import PainSite
from tracker.rules.midrun import Alarm, Event, Finish, MidRun, Pain, walk_through

FIELD: Final = "step"
HOW_TO_TYPE: Final = (
    "Type the minute and what happened, such as 12 4, 16 limp, 21 alarm or 30 finish."
)
NO_END: Final = "How did the run end? Type its last minute and finish, such as 30 finish."

_MINUTE = re.compile(r"(\d{1,4})(?:'|’|min|m)?", re.IGNORECASE)
_SCORE = re.compile(r"\d+")
_LIMP = frozenset({"limp", "limped", "limping"})
_ALARM = frozenset({"alarm", "alarmed"})
_FINISH = frozenset({"finish", "finished", "end", "ended", "done"})
_KIND: Final = {
    Pain: MidRunEvent.PAIN,
    Alarm: MidRunEvent.ALARM,
    Finish: MidRunEvent.FINISH,
}
_IDLE = frozenset({"pain", "score", "sign", "with", "and"})


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing that was noted, and the minute of the run in which it was."""

    minute: int
    event: Event


@dataclass(frozen=True, slots=True, kw_only=True)
class MidRunLog:
    """The marks of one run in order; `pre` is the score before it, `place` the site that hurts."""

    pre: int
    place: PainSite | None = None
    marks: tuple[Mark, ...] = ()

    @property
    def states(self) -> tuple[MidRun, ...]:
        """Return where the runner was at the start and after each mark."""
        return walk_through(self.pre, (mark.event for mark in self.marks))

    @property
    def now(self) -> MidRun:
        """Return where the runner is."""
        return self.states[-1]

    @property
    def ended(self) -> bool:
        """Return whether the run is over."""
        return self.now.state is MidRunState.END

    @property
    def outcome(self) -> RunOutcome | None:
        """Return how the run ended; None while it goes on."""
        return self.now.outcome

    @property
    def worst(self) -> int | None:
        """Return the highest score, the one before the run included; None while none was noted."""
        scores = _scores(self.marks)
        return max(self.pre, *scores) if scores else None

    @property
    def limp(self) -> bool:
        """Return whether pain changed the stride."""
        return any(isinstance(mark.event, Pain) and mark.event.limp for mark in self.marks)

    @property
    def minute(self) -> int:
        """Return the minute of the last mark; 0 where nothing was noted."""
        return self.marks[-1].minute if self.marks else 0

    @property
    def steps(self) -> tuple[MidRunStep, ...]:
        """Return the marks as they are stored with the run."""
        return tuple(
            _step(mark, after.state, self.place)
            for mark, after in zip(self.marks, self.states[1:], strict=True)
        )

    def noted(self, mark: Mark) -> "MidRunLog":
        """Return the log with one mark more; once the run has ended nothing is added."""
        return self if self.ended else replace(self, marks=(*self.marks, mark))

    def taken_back(self) -> "MidRunLog":
        """Return the log without its last mark."""
        return replace(self, marks=self.marks[:-1])


def log_of(steps: Iterable[MidRunStep], *, pre: int, place: PainSite | None = None) -> MidRunLog:
    """Read stored steps back into the marks that they came from."""
    log = MidRunLog(pre=pre, place=place)
    for step in steps:
        log = log.noted(Mark(step.minute, _event(step)))
    return log


def place_of(steps: Iterable[MidRunStep], places: Iterable[PainSite]) -> PainSite | None:
    """Return the one of several sites that stored steps are about."""
    sites = {(step.site, step.side) for step in steps}
    return next((each for each in places if (each.site, each.side) in sites), None)


def read_mark(text: str, *, log: MidRunLog) -> Mark | Problem:
    """Read "12 4", "16 5 limp", "21 alarm" or "30 finish" as the next mark of a log."""
    if log.ended:
        return Problem(FIELD, f"The run ended at minute {log.minute}. Take that back to go on.")
    first, *words = re.split(r"[\s,;:]+", text.strip().casefold())
    minute = _MINUTE.fullmatch(first)
    event = _read_event([word for word in words if word not in _IDLE])
    if minute is None or event is None:
        return Problem(FIELD, HOW_TO_TYPE)
    if isinstance(event, Problem):
        return event
    if int(minute[1]) < log.minute:
        return Problem(
            FIELD,
            f"Minute {minute[1]} comes before minute {log.minute}."
            f" Type {log.minute} or a later one.",
        )
    return Mark(int(minute[1]), event)


def _read_event(words: list[str]) -> Event | Problem | None:
    if len(words) == 1 and words[0] in _ALARM:
        return Alarm()
    if len(words) == 1 and words[0] in _FINISH:
        return Finish()
    scores = [int(word) for word in words if _SCORE.fullmatch(word)]
    others = [word for word in words if not _SCORE.fullmatch(word)]
    if not words or len(scores) > 1 or len(others) > 1 or not _LIMP.issuperset(others):
        return None
    if scores and scores[0] > SCORE_MAX:
        return Problem(FIELD, SCALE_PROBLEM)
    return Pain(scores[0] if scores else None, limp=bool(others))


def _scores(marks: Iterable[Mark]) -> list[int]:
    events = [mark.event for mark in marks]
    return [each.score for each in events if isinstance(each, Pain) and each.score is not None]


def _step(mark: Mark, state: MidRunState, place: PainSite | None) -> MidRunStep:
    pain = mark.event if isinstance(mark.event, Pain) else Pain()
    return MidRunStep(
        minute=mark.minute,
        event=_KIND[type(mark.event)],
        state=state,
        score=pain.score,
        limp=pain.limp,
        site=None if place is None else place.site,
        side=None if place is None else place.side,
    )


def _event(step: MidRunStep) -> Event:
    match step.event:
        case MidRunEvent.ALARM:
            return Alarm()
        case MidRunEvent.FINISH:
            return Finish()
        case MidRunEvent.PAIN:
            return Pain(step.score, limp=step.limp)
