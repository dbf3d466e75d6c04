"""A session that is being gone through, before it is saved."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from tracker.diary.entries import SessionEntry
from tracker.diary.routine_fitting import FittedLine
from tracker.domain.dataclass import dataclass
from tracker.domain.routine import RoutineSession, StepPosition, StepState
from tracker.rules.player import SECOND, Player, start
from tracker.rules.stretching import Fit


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What was ticked, skipped and scored so far. `states` has every step, left out ones too."""

    states: Mapping[str, StepState]
    pains: Mapping[str, int]
    tingled: frozenset[str] = frozenset()
    pain_before: int | None = None
    pain_after: int | None = None
    water_packed: bool | None = None
    seconds: int | None = None
    left_at: StepPosition | None = None
    note: str = ""

    def marked(self, step: str, state: StepState) -> "Draft":
        """Return the draft with a step's state changed; its score during the guide goes with it."""
        pains = {key: score for key, score in self.pains.items() if key != step}
        states = {**self.states, step: state}
        return replace(self, states=states, pains=pains, tingled=self.tingled - {step})

    def answered_as(self, other: "Draft") -> "Draft":
        """Return the draft with its answers, the steps apart, as they are in another."""
        return replace(
            self,
            pain_before=other.pain_before,
            pain_after=other.pain_after,
            water_packed=other.water_packed,
            note=other.note,
        )

    def entry(self, routine: str, *, day: date | None) -> SessionEntry:
        """Return what is to be saved."""
        return SessionEntry(
            routine=routine,
            states=self.states,
            pains=self.pains,
            tingled=self.tingled,
            day=day,
            seconds=self.seconds,
            pain_before=self.pain_before,
            pain_after=self.pain_after,
            water_packed=self.water_packed,
            left_at=self.left_at,
            note=self.note,
        )


def draft_of(line: FittedLine) -> Draft:
    """Return the day's session of a routine to go on with, or an untouched one.

    What the day leaves out by now stays left out, unless it was done before.
    """
    session = line.session
    marked = {} if session is None else {mark.step: mark.state for mark in session.marks}
    states = {}
    for step in line.fitted.steps:
        usual = StepState.LEFT_OUT if step.fit is Fit.LEFT_OUT else StepState.UNTOUCHED
        known = marked.get(step.step.id, usual)
        lapsed = StepState.LEFT_OUT, StepState.UNTOUCHED
        states[step.step.id] = usual if known in lapsed else known
    return _filled(session, states) if session else Draft(states=states, pains={})


def _filled(session: RoutineSession, states: Mapping[str, StepState]) -> Draft:
    return Draft(
        states=states,
        pains={mark.step: mark.pain for mark in session.marks if mark.pain is not None},
        tingled=frozenset(mark.step for mark in session.marks if mark.tingling),
        pain_before=session.pain_before,
        pain_after=session.pain_after,
        water_packed=session.water_packed,
        seconds=session.seconds,
        left_at=session.left_at,
        note=session.note,
    )


def guide_of(line: FittedLine, draft: Draft) -> Player:
    """Return the guide through the open steps, where the draft was left."""
    steps = [each.step for each in line.fitted.open_steps]
    return start(
        steps,
        draft.states,
        left_at=draft.left_at,
        seconds=draft.seconds or 0,
        pains=draft.pains,
        tendon_steps=[each.step.id for each in line.fitted.open_steps if each.loads_tendon],
    )


def guided(draft: Draft, player: Player) -> Draft:
    """Return a draft with what a guide came to."""
    marks = list(zip(player.steps, player.states, player.pains, strict=True))
    guided_ids = {step.id for place, step in enumerate(player.steps) if place not in player.passed}
    pains = {key: score for key, score in draft.pains.items() if key not in guided_ids}
    return replace(
        draft,
        states={**draft.states, **{step.id: state for step, state, _pain in marks}},
        pains=pains | {step.id: pain for step, _state, pain in marks if pain is not None},
        tingled=draft.tingled - guided_ids | {player.steps[each].id for each in player.tingled},
        seconds=player.spent // SECOND,
        left_at=player.left_at,
    )
