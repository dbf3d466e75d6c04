"""A routine while it is being edited: its steps in order, and those that were deleted."""

from collections.abc import Iterable
from dataclasses import replace

from tracker.diary.routine_entries import RoutineEntry, StepEntry, new_step, step_id_for
from tracker.domain.dataclass import dataclass
from tracker.domain.routine import RoutineMoment


@dataclass(frozen=True, slots=True)
class RoutineDraft:
    """Nothing is changed in place: each change gives a new draft.

    `cursor` is the place of the chosen step; `deleted` are steps with their places, the last one
    deleted at the end.
    """

    entry: RoutineEntry
    cursor: int = 0
    deleted: tuple[tuple[int, StepEntry], ...] = ()

    @property
    def steps(self) -> tuple[StepEntry, ...]:
        """Return the steps in order."""
        return self.entry.steps

    @property
    def current(self) -> StepEntry | None:
        """Return the chosen step; None where there is none."""
        return self.steps[self.cursor] if self.cursor < len(self.steps) else None

    def named(self, title: str) -> "RoutineDraft":
        """Return the draft with another name."""
        return replace(self, entry=replace(self.entry, title=title))

    def meant_for(self, moment: RoutineMoment) -> "RoutineDraft":
        """Return the draft meant for another moment."""
        return replace(self, entry=replace(self.entry, moment=moment))

    def at(self, cursor: int) -> "RoutineDraft":
        """Choose a step by its place."""
        return replace(self, cursor=min(max(cursor, 0), max(len(self.steps) - 1, 0)))

    def at_step(self, step_id: str) -> "RoutineDraft":
        """Choose a step by its id."""
        places = [place for place, step in enumerate(self.steps) if step.id == step_id]
        return self.at(places[0]) if places else self

    def changed(self, step: StepEntry) -> "RoutineDraft":
        """Return the draft with a step in the place of the one with its id."""
        return self._with(step if each.id == step.id else each for each in self.steps)

    def added(self) -> "RoutineDraft":
        """Return the draft with an empty step below the chosen one, and choose it."""
        place = min(self.cursor + 1, len(self.steps))
        kept = (*self.steps, *(step for _place, step in self.deleted))
        step_id = step_id_for(replace(self.entry, steps=kept))
        return self._inserted(place, new_step(step_id, moment=self.entry.moment))

    def without_current(self) -> "RoutineDraft":
        """Return the draft without the chosen step, which can be brought back."""
        gone = self.current
        if gone is None:
            return self
        left = self._with(step for step in self.steps if step is not gone)
        return replace(left, deleted=(*self.deleted, (self.cursor, gone))).at(self.cursor)

    def brought_back(self) -> "RoutineDraft":
        """Return the draft with the step that was deleted last, at its place."""
        if not self.deleted:
            return self
        *earlier, (place, step) = self.deleted
        return replace(self._inserted(place, step), deleted=tuple(earlier))

    def moved(self, by: int) -> "RoutineDraft":
        """Return the draft with the chosen step moved by so many places, as far as it can be."""
        goal = min(max(self.cursor + by, 0), max(len(self.steps) - 1, 0))
        step = self.current
        if step is None or goal == self.cursor:
            return self
        rest = [each for each in self.steps if each is not step]
        return self._with([*rest[:goal], step, *rest[goal:]]).at(goal)

    def _inserted(self, place: int, step: StepEntry) -> "RoutineDraft":
        place = min(place, len(self.steps))
        return self._with([*self.steps[:place], step, *self.steps[place:]]).at(place)

    def _with(self, steps: Iterable[StepEntry]) -> "RoutineDraft":
        return replace(self, entry=replace(self.entry, steps=tuple(steps)))
